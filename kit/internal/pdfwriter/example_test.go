package pdfwriter_test

import (
	"bytes"
	"fmt"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

func Example() {
	face, err := font.Parse(goregular.TTF)
	if err != nil {
		panic(err)
	}
	d := pdfwriter.New(pdfwriter.Options{Title: "A greeting", Lang: "en"})

	// First the structure, in reading order.
	heading := d.Root().Add(pdfwriter.H1)

	// Then the pages. Text comes as glyphs with their advances, as a shaper gives them.
	page := d.AddPage(595.28, 841.89) // A4
	run := pdfwriter.GlyphRun{Font: face, Size: 24, X: 72, Y: 96}
	for _, r := range "Hello" {
		gid, _ := face.Glyph(r)
		advance := float64(face.Advance(gid)) / float64(face.UnitsPerEm()) * run.Size
		run.Glyphs = append(run.Glyphs, pdfwriter.Glyph{ID: gid, Advance: advance, Text: string(r)})
	}
	page.Mark(heading).Glyphs(run)

	rule := page.Background()
	rule.SetLineWidth(0.5)
	rule.MoveTo(72, 104)
	rule.LineTo(523, 104)
	rule.Stroke()

	var file bytes.Buffer
	if _, err := d.WriteTo(&file); err != nil {
		panic(err)
	}
	fmt.Printf("%s\n", file.Bytes()[:8])
	// Output: %PDF-1.7
}
