package pdf_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// A picture that is stretched beyond its pixels is told, once, with the width
// that would do.
func TestLowResolution(t *testing.T) {
	for width, want := range map[int]string{
		40:   "p.png is printed with only ",
		2400: "",
	} {
		var file bytes.Buffer
		if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, width, width/2))); err != nil {
			t.Fatal(err)
		}
		d := specimen(t)
		p := &doc.Picture{ID: "p", Name: "p.png", Data: file.Bytes(), Width: width, Height: width / 2, Alt: "Nothing"}
		d.Parts = d.Parts[:2]
		d.Parts[1].Blocks = []doc.Block{&doc.Figure{Role: doc.RoleHero, Picture: p}, &doc.Figure{Role: doc.RoleInline, Picture: p}}
		list, err := pdf.Format{}.RenderReport(context.Background(), &bytes.Buffer{}, d)
		if err != nil {
			t.Fatal(err)
		}
		var got []diag.Diagnostic
		for _, one := range list {
			if one.Span.Name() == "p.png" {
				got = append(got, one)
			}
		}
		switch {
		case want == "" && len(got) > 0:
			t.Errorf("%d pixels: %v", width, got)
		case want == "":
		case len(got) != 1 || got[0].Rule != "low-resolution" || got[0].Severity != diag.Warning || !strings.HasPrefix(got[0].Message, want) ||
			!strings.HasPrefix(got[0].Hint, "it is 40 pixels wide; use a file of "):
			t.Errorf("%d pixels: %v", width, got)
		}
	}
}
