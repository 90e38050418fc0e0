//go:build unix

package kit_test

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/presskit-go/presskit/conformance/sample"
	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
)

// loop runs a benchmark's body and reports the processor time of it beside the
// time on the clock, which says little on a machine that does other things too.
func loop(b *testing.B, body func(i int)) {
	b.Helper()
	b.ReportAllocs()
	before, i := processorTime(b), 0
	for b.Loop() {
		body(i)
		i++
	}
	b.ReportMetric(float64((processorTime(b)-before).Microseconds())/float64(i), "cpu-µs/op")
}

// processorTime is what this process has used so far, in user and system mode.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// benchKit gives the folder of a sample kit.
func benchKit(b *testing.B, size sample.Size) string {
	b.Helper()
	folder := b.TempDir()
	if err := sample.New(size).Write(folder); err != nil {
		b.Fatal(err)
	}
	return folder
}

// write opens the kit of a folder and writes it in a format, as a server does
// for each request.
func write(b *testing.B, c kit.Config, folder string, f kit.Format) {
	p, err := c.Open(os.DirFS(folder), sample.Definition)
	if err == nil {
		err = p.Write(io.Discard, f, kit.Options{})
	}
	if err != nil {
		b.Error(err)
	}
}

// words is the Word file as the command makes it: with the page numbers of the
// PDF.
func words(cache *pdf.Cache) docx.Format {
	return docx.Format{Cache: docx.NewCache(), Pages: pdf.Format{Cache: cache}.Pages}
}

// From files to the checked project.
func BenchmarkOpen(b *testing.B) {
	folder := benchKit(b, sample.Size{})
	loop(b, func(int) {
		if _, err := kit.Open(os.DirFS(folder), sample.Definition); err != nil {
			b.Fatal(err)
		}
	})
}

// From the project to the document tree.
func BenchmarkDocument(b *testing.B) {
	p, err := kit.Config{Cache: &kit.Cache{}}.Open(os.DirFS(benchKit(b, sample.Size{})), sample.Definition)
	if err != nil {
		b.Fatal(err)
	}
	loop(b, func(int) {
		if _, list := p.Document(kit.Options{}); list.HasErrors() {
			b.Fatal(list)
		}
	})
}

// benchFormats are the formats as a program makes them that keeps a cache.
func benchFormats() []func() kit.Format {
	return []func() kit.Format{
		func() kit.Format { return pdf.Format{Cache: pdf.NewCache()} },
		func() kit.Format { return words(pdf.NewCache()) },
	}
}

// From files to a format, with nothing shared and with the cache of earlier kits.
func BenchmarkWrite(b *testing.B) {
	folder := benchKit(b, sample.Size{})
	for _, format := range benchFormats() {
		b.Run(format().Name()+"/cold", func(b *testing.B) {
			loop(b, func(int) { write(b, kit.Config{}, folder, format()) })
		})
		b.Run(format().Name()+"/warm", func(b *testing.B) {
			f, c := format(), kit.Config{Cache: &kit.Cache{}}
			write(b, c, folder, f)
			loop(b, func(int) { write(b, c, folder, f) })
		})
	}
}

// Kits with photographs that no earlier one had.
func BenchmarkWriteOtherPictures(b *testing.B) {
	var folders []string
	for seed := range 40 {
		folders = append(folders, benchKit(b, sample.Size{Seed: seed}))
	}
	for _, format := range benchFormats() {
		b.Run(format().Name(), func(b *testing.B) {
			// More kits than the cache keeps pictures of.
			f, c := format(), kit.Config{Cache: &kit.Cache{}}
			loop(b, func(i int) { write(b, c, folders[i%len(folders)], f) })
		})
	}
}

// Kits on all processors, as a server makes them.
func BenchmarkWriteParallel(b *testing.B) {
	folder := benchKit(b, sample.Size{})
	for _, format := range benchFormats() {
		b.Run(format().Name(), func(b *testing.B) {
			f, c := format(), kit.Config{Cache: &kit.Cache{}}
			write(b, c, folder, f)
			var kits atomic.Int64
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					write(b, c, folder, f)
					kits.Add(1)
				}
			})
			b.ReportMetric(float64(kits.Load())/b.Elapsed().Seconds(), "kits/s")
		})
	}
}

// Time and memory grow with the body.
func BenchmarkGrowth(b *testing.B) {
	for _, times := range []int{1, 10, 50} {
		folder := benchKit(b, sample.Size{Times: times})
		b.Run(fmt.Sprint(times), func(b *testing.B) {
			f, c := pdf.Format{Cache: pdf.NewCache()}, kit.Config{Cache: &kit.Cache{}}
			write(b, c, folder, f)
			loop(b, func(int) { write(b, c, folder, f) })
		})
	}
}
