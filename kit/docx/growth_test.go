package docx

import (
	"context"
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/presskit-go/presskit/conformance/sample"
	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
)

// times are how often the text of the sample is repeated; the last gives some
// 500 pages.
func times() []int { return []int{1, 10, 75, 375} }

// long is the document of a sample kit, its paragraphs repeated: a definition may
// not be as long.
func long(t testing.TB, times int) *doc.Document {
	t.Helper()
	folder := t.TempDir()
	if err := sample.New(sample.Size{}).Write(folder); err != nil {
		t.Fatal(err)
	}
	p, err := kit.Open(os.DirFS(folder), sample.Definition)
	if err != nil {
		t.Fatal(err)
	}
	d, list := p.Document(kit.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	for i, part := range d.Parts {
		if part.Role != doc.RoleRelease {
			continue
		}
		var text []doc.Block
		for _, b := range part.Blocks {
			switch b.(type) {
			case *doc.Heading, *doc.Para:
				text = append(text, b)
			}
		}
		for range times - 1 {
			d.Parts[i].Blocks = append(d.Parts[i].Blocks, text...)
		}
	}
	return d
}

// Time and memory grow with the text, and no faster: ns/text is the same for
// all, but for what each document costs once.
func BenchmarkGrowth(b *testing.B) {
	for _, n := range times() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := long(b, n)
			texts := len(doc.Texts(d))
			f := Format{Cache: NewCache()}
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Render(context.Background(), io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(texts), "ns/text")
			b.ReportMetric(float64(texts), "texts")
		})
	}
}

// A document ten times as long takes ten times the memory at most.
func TestMemoryGrowsWithTheText(t *testing.T) {
	f := Format{Cache: NewCache()}
	allocations := func(times int) float64 {
		d := long(t, times)
		return testing.AllocsPerRun(1, func() {
			if err := f.Render(context.Background(), io.Discard, d); err != nil {
				t.Error(err)
			}
		})
	}
	if few, many := allocations(4), allocations(40); many > 10*few {
		t.Errorf("%.0f allocations for a document, %.0f for one ten times as long", few, many)
	}
}
