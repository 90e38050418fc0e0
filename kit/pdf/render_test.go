package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

func photo(t testing.TB, orientation byte) []byte {
	t.Helper()
	im := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for i := range im.Pix {
		im.Pix[i] = byte(i * 7)
	}
	im.Set(0, 0, color.Black)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		t.Fatal(err)
	}
	exif := []byte{0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0}
	return append(append([]byte{0xff, 0xd8}, exif...), b.Bytes()[2:]...)
}

// TestJPEGUntouched holds that photographs go into the file as they are, once,
// even if they must be turned.
func TestJPEGUntouched(t *testing.T) {
	d := specimen(t)
	data := photo(t, 6)
	fig := &doc.Figure{Role: doc.RoleInline, Picture: &doc.Picture{ID: "p", Name: "p.jpg", Data: data, Width: 20, Height: 40, Alt: "Stripes"}}
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, fig, fig)
	out := render(t, pdf.Format{}, d)
	if n := bytes.Count(out, data); n != 1 {
		t.Errorf("the photograph is in the file %d times, want once", n)
	}
}

func TestMissingGlyphIsPlaced(t *testing.T) {
	d := specimen(t)
	src := &diag.Source{Name: "release.yaml", Data: []byte("headline: bird 𓅃 man\n")}
	d.Parts[0].Blocks = append(d.Parts[0].Blocks, &doc.Para{Role: doc.RoleBody,
		Text: doc.Text{{Text: "bird 𓅃 man", Origin: diag.Span{Source: src, Start: 10, End: 23}}}})
	var b bytes.Buffer
	err := pdf.Format{}.Render(context.Background(), &b, d)
	var list diag.List
	if !errors.As(err, &list) || !strings.Contains(list.Error(), "release.yaml:1:11") || list[0].Kind != diag.Missing {
		t.Errorf("got %v", err)
	}
	if b.Len() > 0 {
		t.Error("something was written all the same")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b bytes.Buffer
	if err := (pdf.Format{}).Render(ctx, &b, specimen(t)); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

func TestSpecimenStructure(t *testing.T) {
	out := string(render(t, pdf.Format{Uncompressed: true}, specimen(t)))
	for _, want := range []string{
		"/S /H1", "/S /H2", "/S /H3", "/S /P", "/S /Link", "/S /L", "/S /LI", "/S /Lbl", "/S /LBody", "/S /Table", "/S /TR", "/S /TH", "/S /TD",
		"/S /Figure", "/S /Caption", "/S /BlockQuote", "/S /Aside", "/S /TOC", "/S /TOCI", "/S /Reference", "/Aside /Sect", "/Marked true", "/Outlines",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the file lacks %s", want)
		}
	}
}
