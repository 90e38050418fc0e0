package compose

import (
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/internal/qr"
	"github.com/presskit-go/presskit/kit/release"
)

// codeWidth is the least width of the column that a QR code stands in.
var codeWidth = doc.MM(20)

// newsroomCode is the address of the release's online home as a code for
// telephones, with the address to read below it; nil if there is none.
func (c *composer) newsroomCode() *doc.Figure {
	url := strings.TrimSpace(c.rel.Newsroom())
	if !isURL(url) {
		return nil
	}
	if c.code != nil {
		return c.code
	}
	code, err := qr.Encode(url)
	if err != nil {
		if !c.codeRefused {
			c.codeRefused = true
			d := c.list.Add(c.newsroomSpan(), "no-code", "the address of the newsroom is too long for a QR code; the link is printed")
			d.Severity, d.Hint = diag.Note, "an address of 60 characters or less is read best"
		}
		return nil
	}
	dark, light := c.codeColors()
	c.code = &doc.Figure{
		Role:    doc.RoleQRCode,
		Picture: c.drawing("newsroom", code.Draw(doc.Color(dark), doc.Color(light)), c.loc.Format(locale.NewsroomCode, "url", url)),
		Caption: doc.Text{{Text: shortURL(url), Link: url}},
	}
	return c.code
}

// newsroomColumn is the code under the name of its link, in line with the
// headings beside it.
func (c *composer) newsroomColumn() []doc.Block {
	blocks := []doc.Block{c.newsroomCode()}
	if l := c.newsroomLink(); l != nil && l.Label.Given() {
		blocks = append([]doc.Block{&doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: c.plain(l.Label)}}, blocks...)
	}
	return blocks
}

func (c *composer) newsroomLink() *release.Link {
	for i := range c.rel.Links {
		if l := &c.rel.Links[i]; l.Rel.Value == "newsroom" {
			return l
		}
	}
	return nil
}

func (c *composer) newsroomSpan() diag.Span {
	if l := c.newsroomLink(); l != nil {
		return l.URL.Span
	}
	return diag.Span{}
}

// codeColors are ink on paper, or black on white where the brand's paper is dark:
// readers look for dark modules on a light ground.
func (c *composer) codeColors() (dark, light brand.Color) {
	const readable = 4.5
	b := c.in.Brand.Colors
	if b.Ink.Luminance() < b.Paper.Luminance() && brand.Contrast(b.Ink, b.Paper) >= readable {
		return b.Ink, b.Paper
	}
	return brand.Color{}, brand.Color{R: 255, G: 255, B: 255}
}

// codeSpan is how many columns of the grid a code takes of those there are; 0 if
// there is no code, or no room for one beside something else.
func (c *composer) codeSpan(span int) int {
	if c.newsroomCode() == nil {
		return 0
	}
	page, ok := c.layout.Sheet(c.in.Sheet)
	if !ok {
		page, _ = c.layout.Sheet("")
	}
	for n := 1; n <= span/3; n++ {
		if page.SpanWidth(n) >= codeWidth {
			return n
		}
	}
	return 0
}
