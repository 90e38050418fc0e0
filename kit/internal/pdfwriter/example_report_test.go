package pdfwriter_test

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// A whole file, from nothing: a heading, a paragraph with a link, a figure with
// its caption, a table, and a footer that readers skip.
func Example_report() {
	var file bytes.Buffer
	if err := report(&file); err != nil {
		panic(err)
	}
	fmt.Printf("%s\n", file.Bytes()[:8])
	// Output: %PDF-1.7
}

// report writes a file that conforms to PDF/UA-1 and PDF/A-2a.
func report(w io.Writer) error {
	regular, err := font.Parse(goregular.TTF)
	if err != nil {
		return err
	}
	bold, err := font.Parse(gobold.TTF)
	if err != nil {
		return err
	}
	published := time.Date(2026, 3, 9, 8, 0, 0, 0, time.UTC)
	d := pdfwriter.New(pdfwriter.Options{
		Title: "Tides of 2025", Author: "Harbour Library", Subject: "The highest tide of each season.",
		Rights: "© 2026 Harbour Library, CC BY 4.0", RightsURL: "https://creativecommons.org/licenses/by/4.0/",
		Lang: "en-GB", Keywords: []string{"tides"}, Identifier: "tides-2025", Version: "1",
		Created: published, Modified: published,
	})
	page := d.AddPage(419.53, 595.28) // A5

	// A heading, which is also an entry of the outline.
	heading := d.Root().Add(pdfwriter.H1)
	page.Mark(heading).Glyphs(line(bold, 20, 40, 60, "Tides of 2025"))
	d.AddOutline("Tides of 2025", 1, page, 40)

	// A paragraph with a link: the Link element holds the words, and the
	// annotation leads somewhere and says where.
	para := d.Root().Add(pdfwriter.P)
	words := line(regular, 10, 40, 90, "Four readings out of 35,040. All of them are at ")
	page.Mark(para).Glyphs(words)
	x := words.X + width(words)
	link := para.Add(pdfwriter.Link)
	words = line(regular, 10, x, 90, "example.org/tides")
	page.Mark(link).Glyphs(words)
	page.Link(link, pdfwriter.Rect{X: x, Y: 80, W: width(words), H: 13}, "https://example.org/tides", "All readings, at example.org/tides")
	page.Mark(para).Glyphs(line(regular, 10, x+width(words), 90, "."))

	// A figure is described for those who do not see it. Its caption stands
	// beside it, for readers that have an alternative do not look inside.
	division := d.Root().Add(pdfwriter.Div)
	figure := division.Add(pdfwriter.Figure)
	figure.Alt = "Four bars; that of autumn is the highest."
	figure.Attr.Placement = pdfwriter.PlacementBlock
	figure.SetBBox(page, pdfwriter.Rect{X: 40, Y: 110, W: 200, H: 100})
	bars := page.Mark(figure)
	bars.SetFill(pdfwriter.Color{R: 37, G: 64, B: 189})
	highest := []float64{5.1, 4.6, 5.9, 5.4}
	for i, h := range highest {
		bars.Rect(40+50*float64(i), 210-16*h, 40, 16*h)
	}
	bars.Fill()
	caption := division.Add(pdfwriter.Caption)
	page.Mark(caption).Glyphs(line(regular, 9, 40, 226, "The highest tide of each season, in metres."))

	// A table: header cells say whether they are for their row or their column.
	table := d.Root().Add(pdfwriter.Table)
	head := table.Add(pdfwriter.THead).Add(pdfwriter.TR)
	for i, title := range []string{"Season", "Metres"} {
		cell := head.Add(pdfwriter.TH)
		cell.Attr.Scope = pdfwriter.ScopeColumn
		page.Mark(cell).Glyphs(line(bold, 10, 40+100*float64(i), 260, title))
	}
	body := table.Add(pdfwriter.TBody)
	for i, season := range []string{"Winter", "Spring", "Autumn", "December"} {
		y := 276 + 15*float64(i)
		row := body.Add(pdfwriter.TR)
		cell := row.Add(pdfwriter.TH)
		cell.Attr.Scope = pdfwriter.ScopeRow
		page.Mark(cell).Glyphs(line(regular, 10, 40, y, season))
		page.Mark(row.Add(pdfwriter.TD)).Glyphs(line(regular, 10, 140, y, fmt.Sprintf("%.1f", highest[i])))
	}

	// What is no part of the text is an artifact.
	page.Artifact(pdfwriter.ArtifactFooter).Glyphs(line(regular, 8, 40, 570, "Harbour Library, page 1"))

	_, err = d.WriteTo(w)
	return err
}

// line sets text on one line, glyph by glyph. A shaper does it better: ligatures,
// kerning and scripts that join need one.
func line(f *font.Font, size, x, y float64, text string) pdfwriter.GlyphRun {
	run := pdfwriter.GlyphRun{Font: f, Size: size, X: x, Y: y}
	for _, r := range text {
		gid, _ := f.Glyph(r)
		advance := float64(f.Advance(gid)) / float64(f.UnitsPerEm()) * size
		run.Glyphs = append(run.Glyphs, pdfwriter.Glyph{ID: gid, Advance: advance, Text: string(r)})
	}
	return run
}

func width(run pdfwriter.GlyphRun) (w float64) {
	for _, g := range run.Glyphs {
		w += g.Advance
	}
	return w
}
