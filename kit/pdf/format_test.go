package pdf_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// specimen is doc.Specimen with the fonts of the built-in brand.
func specimen(t testing.TB) *doc.Document {
	t.Helper()
	d := doc.Specimen()
	for _, f := range []doc.Face{
		{Family: "Manrope", Weight: 400, Name: "Manrope-Regular.ttf"},
		{Family: "Manrope", Weight: 700, Name: "Manrope-Bold.ttf"},
		{Family: "Manrope", Weight: 800, Name: "Manrope-ExtraBold.ttf"},
		{Family: "Vollkorn", Weight: 400, Name: "Vollkorn-Regular.ttf"},
		{Family: "Vollkorn", Weight: 400, Italic: true, Name: "Vollkorn-Italic.ttf"},
		{Family: "Vollkorn", Weight: 700, Name: "Vollkorn-Bold.ttf"},
		{Family: "Vollkorn", Weight: 700, Italic: true, Name: "Vollkorn-BoldItalic.ttf"},
		{Family: "Noto Naskh Arabic", Weight: 400, Fallback: true, Name: "NotoNaskhArabic-Regular.ttf"},
		{Family: "Noto Sans Hebrew", Weight: 400, Fallback: true, Name: "NotoSansHebrew-Regular.ttf"},
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", "brand", "fonts", f.Name))
		if err != nil {
			t.Fatal(err)
		}
		f.Data = data
		d.Theme.Faces = append(d.Theme.Faces, f)
	}
	return d
}

func render(t testing.TB, f pdf.Format, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Render(context.Background(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytes(t *testing.T) {
	shared := pdf.Format{Cache: pdf.NewCache()}
	first := render(t, pdf.Format{}, specimen(t))
	for i, f := range []pdf.Format{{}, shared, shared} {
		if !bytes.Equal(first, render(t, f, specimen(t))) {
			t.Errorf("run %d differs from the first", i)
		}
	}
	if out := os.Getenv("SPECIMEN_PDF"); out != "" {
		os.WriteFile(out, first, 0o644)
	}
}

func BenchmarkRender(b *testing.B) {
	for _, bm := range []struct {
		name string
		f    pdf.Format
	}{{"cold", pdf.Format{}}, {"warm", pdf.Format{Cache: pdf.NewCache()}}} {
		b.Run(bm.name, func(b *testing.B) {
			d := specimen(b)
			b.ReportAllocs()
			for b.Loop() {
				render(b, bm.f, d)
			}
		})
	}
}
