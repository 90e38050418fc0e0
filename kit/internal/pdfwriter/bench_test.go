package pdfwriter_test

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	pdf "github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// BenchmarkDocument makes four pages of about 225 words each with two images, as a press kit has.
func BenchmarkDocument(b *testing.B) {
	const line = "The quick brown fox jumps over the lazy dog and runs away today. "
	regular, bold := parse(b, goregular.TTF), parse(b, gobold.TTF)
	body, head := set(regular, 10, 72, 0, line), set(bold, 16, 72, 60, strings.ToUpper(line[:20]))
	pixels, alpha := make([]byte, 3*300*300), make([]byte, 300*300)
	for i := range alpha {
		x, y := i%300, i/300
		pixels[3*i], pixels[3*i+1], pixels[3*i+2], alpha[i] = byte(x), byte(y), byte(x*y/300), byte(x+y)
	}
	jpg := photo()
	run := func(b *testing.B, cache *pdf.Cache) {
		b.ReportAllocs()
		for b.Loop() {
			o := options()
			o.Cache = cache
			d := pdf.New(o)
			im := d.AddImage(pdf.Image{Width: 300, Height: 300, Pixels: pixels, Alpha: alpha})
			small := d.AddImage(pdf.Image{Width: 24, Height: 16, JPEG: jpg})
			for range 4 {
				p := d.AddPage(595, 842)
				p.Mark(d.Root().Add(pdf.H2)).Glyphs(head)
				y := 80.0
				for range 4 {
					e := d.Root().Add(pdf.P)
					for range 4 {
						r := body
						y += 14
						r.Y = y
						p.Mark(e).Glyphs(r)
					}
				}
				f := d.Root().Add(pdf.Figure)
				f.Alt = "A picture"
				c := p.Mark(f)
				c.Draw(im, pdf.Rect{X: 72, Y: 400, W: 100, H: 100})
				c.Draw(small, pdf.Rect{X: 200, Y: 400, W: 100, H: 100})
			}
			if _, err := d.WriteTo(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("alone", func(b *testing.B) { run(b, nil) })
	b.Run("cached", func(b *testing.B) { run(b, &pdf.Cache{}) })
}
