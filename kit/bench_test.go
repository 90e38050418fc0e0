package kit_test

import (
	"io"
	"os"
	"testing"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// benchmarkExamples runs a function for each example.
func benchmarkExamples(b *testing.B, run func(b *testing.B, name string)) {
	for _, name := range []string{"made/release.yaml", "launch/release.yaml"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(b, name)
			}
		})
	}
}

// From a file to the document tree.
func BenchmarkDocument(b *testing.B) {
	benchmarkExamples(b, func(b *testing.B, name string) { document(b, name) })
}

// From a file to a PDF, as the command does it once.
func BenchmarkPDF(b *testing.B) {
	benchmarkExamples(b, func(b *testing.B, name string) {
		if err := (pdf.Format{}).Render(b.Context(), io.Discard, document(b, name)); err != nil {
			b.Fatal(err)
		}
	})
}

func document(b *testing.B, name string) *doc.Document {
	p, err := kit.Open(os.DirFS("../examples"), name)
	if err != nil {
		b.Fatal(err)
	}
	d, list := p.Document(kit.Options{})
	if list.HasErrors() {
		b.Fatal(list)
	}
	return d
}
