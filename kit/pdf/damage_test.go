package pdf_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/color/palette"
	"image/gif"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// A damaged font is a problem of the input, whether it shows when the font is
// opened or when its glyphs are taken out.
func TestDamagedFont(t *testing.T) {
	for _, tc := range []struct {
		name, table, want string
		damage            func(table []byte)
	}{
		{"no scale", "head", "0 units per em", func(b []byte) { b[18], b[19] = 0, 0 }},
		{"outlines out of place", "loca", "lies outside", func(b []byte) {
			for i := range b {
				b[i] = 0xff
			}
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := specimen(t)
			for i, face := range d.Theme.Faces {
				data := bytes.Clone(face.Data)
				tc.damage(table(t, data, tc.table))
				d.Theme.Faces[i].Data = data
			}
			var b bytes.Buffer
			err := pdf.Format{}.Render(context.Background(), &b, d)
			var list diag.List
			if !errors.As(err, &list) || list[0].Rule != "bad-font" || list[0].Kind != diag.Invalid || !strings.Contains(list[0].Message, tc.want) {
				t.Errorf("got %v", err)
			}
			if b.Len() > 0 {
				t.Error("something was written all the same")
			}
		})
	}
}

// table is a table of a font, in place.
func table(t *testing.T, font []byte, tag string) []byte {
	t.Helper()
	const header, record = 12, 16
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		r := font[header+record*i:]
		if string(r[:4]) == tag {
			at, size := binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
			return font[at : at+size]
		}
	}
	t.Fatalf("no table %q", tag)
	return nil
}

// Pixels are read when the file is written; a GIF can look sound until then.
func TestDamagedPicture(t *testing.T) {
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, 40, 20), palette.Plan9), nil); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	const trailer = 2 // the end of the data, and of the file
	for i := len(data) - trailer - 8; i < len(data)-trailer; i++ {
		data[i] = 0xff
	}
	d := specimen(t)
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, &doc.Figure{Role: doc.RoleInline,
		Picture: &doc.Picture{ID: "p", Name: "p.gif", Data: data, Width: 40, Height: 20, Alt: "Nothing"}})
	err := pdf.Format{}.Render(context.Background(), &b, d)
	var list diag.List
	if !errors.As(err, &list) || list[0].Rule != "bad-picture" || list[0].Kind != diag.Invalid || list[0].Hint == "" {
		t.Errorf("got %v", err)
	}
}
