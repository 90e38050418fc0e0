package pdfwriter_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
	pdf "github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

var when = time.Date(2025, 3, 4, 9, 30, 0, 0, time.FixedZone("CET", 3600))

func parse(t testing.TB, data []byte) *font.Font {
	t.Helper()
	f, err := font.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func options() pdf.Options {
	return pdf.Options{
		Title: "Aurora & friends", Author: "Ada Park", Subject: "What is new in “Aurora”", Rights: "© 2025 Aurora Ltd",
		Lang: "en-GB", Creator: "presskit", Producer: "presskit pdfwriter", Keywords: []string{"aurora", "launch <1>"},
		Publisher: "Aurora Ltd", RightsURL: "https://example.com/rights", Identifier: "aurora", Version: "2",
		Instructions: "Embargoed until Tuesday", Created: when, Modified: when.Add(time.Hour), RoleMap: map[pdf.Tag]pdf.Tag{"Aside": pdf.Sect},
	}
}

// set places text glyph by glyph, without kerning.
func set(f *font.Font, size, x, y float64, text string) pdf.GlyphRun {
	run := pdf.GlyphRun{Font: f, Size: size, X: x, Y: y}
	for _, r := range text {
		drawn := r
		if r == '\u00ad' {
			drawn = '-'
		}
		gid, _ := f.Glyph(drawn)
		advance := float64(f.Advance(gid)) * size / float64(f.UnitsPerEm())
		run.Glyphs = append(run.Glyphs, pdf.Glyph{ID: gid, Advance: advance, Text: string(r)})
	}
	return run
}

func photo() []byte {
	im := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for y := range 16 {
		for x := range 24 {
			im.Set(x, y, color.RGBA{uint8(x * 10), uint8(y * 15), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// specimen has everything a document may have. The order in which it draws is shuffled unless r is nil; the structure
// tree is the same each time.
func specimen(t testing.TB, o pdf.Options, r *rand.Rand) *pdf.Document {
	regular, bold := parse(t, goregular.TTF), parse(t, gobold.TTF)
	d := pdf.New(o)
	root := d.Root()
	h1 := root.Add(pdf.H1)
	para := root.Add(pdf.P)
	before, link, after := para.AddText(), para.Add(pdf.Link), para.AddText()
	figure := root.Add(pdf.Figure)
	figure.Alt = "A gradient – from dark to light"
	drawing := root.Add(pdf.Figure)
	drawing.Alt = "A disc half covered"
	list := root.Add(pdf.L)
	list.Attr.Numbering = pdf.NumberingDisc
	item := list.Add(pdf.LI)
	label, body := item.Add(pdf.Lbl), item.Add(pdf.LBody)
	table := root.Add(pdf.Table)
	table.Attr.Summary = "Two numbers"
	head, row := table.Add(pdf.THead).Add(pdf.TR), table.Add(pdf.TBody).Add(pdf.TR)
	th1, th2 := head.Add(pdf.TH), head.Add(pdf.TH)
	th1.Attr.Scope, th2.Attr.Scope = pdf.ScopeColumn, pdf.ScopeColumn
	td1, td2 := row.Add(pdf.TD), row.Add(pdf.TD)
	td2.Attr.Headers = []*pdf.Element{th2}
	aside := root.Add("Aside")
	asideHead, asideText := aside.Add(pdf.H2), aside.Add(pdf.P)
	asideText.Lang = "de"
	inner := asideText.Add(pdf.Link)
	note := root.Add(pdf.Note)
	span := note.Add(pdf.Span)
	span.Expansion = "Portable Document Format"

	one, two := d.AddPage(400, 500), d.AddPage(400, 500)
	d.AddOutline("Aurora", 1, one, 20)
	d.AddOutline("Aside – “deep”", 3, two, 20)
	d.AddOutline("Notes", 2, two, 80)
	d.AddOutline("End", 1, two, 300)
	jpg := d.AddImage(pdf.Image{Width: 24, Height: 16, JPEG: photo(), Key: "photo"})
	pixels, alpha := make([]byte, 3*8*8), make([]byte, 8*8)
	for i := range alpha {
		pixels[3*i], alpha[i] = byte(4*i), byte(255-3*i)
	}
	soft := d.AddImage(pdf.Image{Width: 8, Height: 8, Pixels: pixels, Alpha: alpha})
	logo := d.AddForm(40, 20, func(c *pdf.Content) {
		c.SetFill(pdf.Color{R: 200, G: 30, B: 60})
		c.RoundRect(0, 0, 40, 20, 6)
		c.Fill()
		c.SetFill(pdf.Color{R: 255, G: 255, B: 255})
		c.Glyphs(set(bold, 12, 4, 14, "logo"))
	})

	draw := []func(){
		func() {
			c := one.Background()
			c.SetFill(pdf.Color{R: 240, G: 240, B: 230})
			c.Rect(0, 0, 400, 60)
			c.Fill()
			c.SetStroke(pdf.Color{R: 10, G: 20, B: 30})
			c.SetLineWidth(0.5)
			c.SetDash(0, 2, 1)
			c.MoveTo(20, 60)
			c.LineTo(380, 60)
			c.Stroke()
		},
		func() {
			c := one.Mark(h1)
			c.SetFill(pdf.Color{R: 20, G: 40, B: 90})
			c.Glyphs(set(bold, 20, 20, 40, "Aurora ﬁnds Ελλάδα"))
		},
		func() {
			one.Mark(before).Glyphs(set(regular, 10, 20, 80, "A hyphenated syl\u00ad"))
			one.Mark(before).Glyphs(set(regular, 10, 20, 94, "lable-rich text at "))
		},
		func() {
			c := one.Mark(link)
			c.SetFill(pdf.Color{B: 160})
			c.Glyphs(set(regular, 10, 120, 94, "our "))
			c.Glyphs(set(regular, 10, 20, 108, "site"))
		},
		func() {
			one.Link(link, pdf.Rect{X: 120, Y: 84, W: 20, H: 12}, "https://example.com/a b?q=(ü)", "Our site")
			one.Link(link, pdf.Rect{X: 20, Y: 98, W: 20, H: 12}, "https://example.com/a b?q=(ü)", "Our site")
		},
		func() { one.Mark(after).Glyphs(set(regular, 10, 40, 108, ", and so on")) },
		func() { two.Mark(after).Glyphs(set(regular, 10, 20, 40, " on the next page.")) },
		func() {
			figure.SetBBox(one, pdf.Rect{X: 20, Y: 120, W: 120, H: 80})
			one.Mark(figure).Draw(jpg, pdf.Rect{X: 20, Y: 120, W: 120, H: 80})
		},
		func() {
			drawing.SetBBox(one, pdf.Rect{X: 160, Y: 100, W: 120, H: 100})
			c := one.Mark(drawing)
			c.Save()
			c.Rect(160, 120, 60, 80)
			c.Clip()
			c.SetAlpha(0.5)
			c.Circle(200, 160, 40)
			c.Fill()
			c.Restore()
			c.Transform(pdf.Rotate(0.2))
			c.Draw(soft, pdf.Rect{X: 240, Y: 100, W: 40, H: 40})
		},
		func() { one.Mark(label).Glyphs(set(regular, 10, 20, 220, "•")) },
		func() { one.Mark(body).Glyphs(set(regular, 10, 32, 220, "An item")) },
		func() { one.Mark(th1).Glyphs(set(bold, 10, 20, 240, "Year")) },
		func() { one.Mark(th2).Glyphs(set(bold, 10, 80, 240, "Users")) },
		func() { one.Mark(td1).Glyphs(set(regular, 10, 20, 254, "2025")) },
		func() { one.Mark(td2).Glyphs(set(regular, 10, 80, 254, "1\u00a0000")) },
		func() { two.Mark(asideHead).Glyphs(set(bold, 12, 20, 80, "Beiseite")) },
		func() { two.Mark(inner).Glyphs(set(regular, 10, 20, 100, "Zurück")) },
		func() {
			two.LinkTo(inner, pdf.Rect{X: 20, Y: 90, W: 40, H: 12}, pdf.Dest{Page: one, Y: 20}, "Zum Anfang")
		},
		func() {
			// A cluster of two glyphs for one character, and one of two for two.
			run := set(regular, 10, 20, 120, "PDF é. fi")
			run.Glyphs[4].Text, run.Glyphs[5].Text = "é", ""
			run.Glyphs[5].DY = 1
			run.Glyphs[7].Text, run.Glyphs[8].Text = "fi", ""
			two.Mark(span).Glyphs(run)
		},
		func() { one.Artifact(pdf.ArtifactHeader).Draw(logo, pdf.Rect{X: 340, Y: 10, W: 40, H: 20}) },
		func() {
			two.Artifact(pdf.ArtifactHeader).Draw(logo, pdf.Rect{X: 340, Y: 10, W: 40, H: 20})
			two.Artifact(pdf.ArtifactFooter).Glyphs(set(regular, 8, 20, 490, "Page 2"))
			run := set(bold, 10, 200, 490, "***")
			run.Silent = true
			two.Artifact(pdf.ArtifactLayout).Glyphs(run)
		},
	}
	if r != nil {
		r.Shuffle(len(draw), func(i, j int) { draw[i], draw[j] = draw[j], draw[i] })
	}
	for _, f := range draw {
		f()
	}
	return d
}

func write(t testing.TB, d *pdf.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := d.WriteTo(&b)
	if err != nil {
		t.Fatal(err)
	}
	if n != int64(b.Len()) {
		t.Fatalf("WriteTo returned %d for %d bytes", n, b.Len())
	}
	return b.Bytes()
}
