package pdf_test

import (
	specimens "github.com/presskit-go/presskit/kit/internal/specimen"

	"bytes"
	"context"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// specimen is the specimen with the fonts of the built-in brand.
func specimen(testing.TB) *doc.Document { return specimens.New() }

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
