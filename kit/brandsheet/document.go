package brandsheet

import (
	"fmt"
	"image/color"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose"
)

func rgba(c brand.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xFF} }

// Document is the specimen as a document, in the layout's page, styles and
// columns, for kit/pdf. It has roles of its own besides those of doc.BlockRoles.
// Each call gives a new tree.
func (s *Sheet) Document() *doc.Document {
	d := &doc.Document{
		Meta: doc.Meta{
			ID: "brand", Version: "1", Title: s.Name() + ": brand specimen", Author: s.brand.Name, URL: s.brand.Link,
			Subject:   "Colours, type and logos of " + s.Name() + ", as press kits use them.",
			Generator: s.opts.Generator, Created: s.opts.Created, Modified: s.opts.Created,
		},
		Lang: "en", Theme: compose.Theme(s.brand), Page: s.page, Styles: s.allStyles(),
		LogoAlt: s.Name(),
		Footer: doc.Footer{
			Start: doc.Text{{Text: s.Name(), Role: doc.RoleFooterStrong}, {Text: "\u2002Brand specimen"}},
			End:   doc.Text{{Text: "page "}, {Field: doc.FieldPage, Role: doc.RoleFooterStrong}, {Text: " of "}, {Field: doc.FieldPages}},
		},
	}
	d.Links, d.Code = compose.Marks(s.brand, s.layout)
	compose.Mastheads(s.brand, d) // what is wrong with the logos was reported in New
	full := d.Page.Columns
	header := []doc.Text{doc.T("Brand specimen"), doc.T("Layout " + s.layout.Name)}
	d.Parts = []doc.Part{
		{Role: doc.RoleHead, Span: full, Header: header, Blocks: s.head()},
		{Role: doc.RoleRelease, Span: s.layout.Parts.Release.Span, Header: header, Blocks: s.inUse()},
		{Role: doc.RoleKit, Span: full, Header: header, NewPage: true, Blocks: s.kit()},
	}
	return d
}

// head opens the specimen: who it is, and the palette.
func (s *Sheet) head() []doc.Block {
	fonts := s.brand.Base + " throughout"
	if s.brand.Headings != s.brand.Base {
		fonts = s.brand.Headings + " for headings and small print, " + s.brand.Base + " for text"
		if s.brand.SmallBase {
			fonts = s.brand.Headings + " for headings, " + s.brand.Base + " for text and small print"
		}
	}
	if code := s.brand.Code.Family; code != "" {
		fonts += ", " + code + " for code"
	}
	gallery := &doc.Gallery{Columns: 5, Aspect: 1.4}
	switch {
	case len(s.swatches) <= 8:
		gallery = &doc.Gallery{Columns: 4, Aspect: 1.6}
	case len(s.swatches) > 10:
		gallery = &doc.Gallery{Columns: 6, Aspect: 1.8}
	}
	for i, w := range s.swatches {
		gallery.Figures = append(gallery.Figures, s.colour(fmt.Sprintf("swatch-%d", i+1), w, gallery.Aspect))
	}
	return []doc.Block{
		&doc.Para{Role: doc.RoleKicker, Text: doc.T("Brand specimen")},
		&doc.Heading{Level: 1, Role: doc.RoleHeadline, ID: "headline", Text: doc.T(s.Name())},
		&doc.Para{Role: doc.RoleStandfirst, Text: doc.T(fonts + ".")},
		gallery,
	}
}

// colour shows a colour with its name and what there is to say of it.
func (s *Sheet) colour(id string, w swatch, aspect float64) *doc.Figure {
	f := &doc.Figure{
		Role: doc.RoleGallery, Picture: s.patch(id, w, aspect),
		Caption: doc.Text{{Text: w.name, Role: doc.RoleRunIn}, {Text: "\u2002" + w.color.String()}},
	}
	if w.use != "" {
		f.Details = append(f.Details, doc.T(w.use))
	}
	for _, c := range s.contrasts(w) {
		f.Details = append(f.Details, doc.T(c))
	}
	return f
}

// contrasts say how a colour stands out: "8.4:1 on paper".
func (s *Sheet) contrasts(w swatch) (out []string) {
	if w.paper > 0 {
		out = []string{ratio(w.paper) + " on paper", ratio(w.tint) + " on tint"}
	}
	if w.white > 0 {
		out = append(out, ratio(w.white)+" on white", ratio(w.dark)+" on "+darkGround(s.brand))
	}
	return out
}

// patch is a field of a colour, with a fine edge where it would not be seen.
func (s *Sheet) patch(id string, w swatch, aspect float64) *doc.Picture {
	const width = 320
	height := int(width/aspect + 0.5)
	edge := ""
	if brand.Contrast(w.color, s.brand.Colors.Paper) < 1.5 {
		edge = fmt.Sprintf(` stroke="%s" stroke-width="2"`, s.brand.Colors.Hairline)
	}
	return &doc.Picture{
		ID: id, Name: id + ".svg", Width: width, Height: height, Vector: true,
		Data: fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><path fill="%s"%s d="M1 1H%dV%dH1Z"/></svg>`,
			width, height, w.color, edge, width-1, height-1),
		Alt: "A field of the colour " + w.name, Focus: [2]float64{0.5, 0.5},
	}
}

// inUse is text with statistics and a quotation, as a kit has them.
func (s *Sheet) inUse() []doc.Block {
	text := doc.Text{
		{Text: "The text goes on in the same hand. Some words are "}, {Text: "strong", Strong: true}, {Text: ", some are "},
		{Text: "stressed", Emph: true}, {Text: ", and some lead to "}, {Text: "another place", Link: "https://example.org/"}, {Text: "."},
	}
	if d := s.brand.Code; d.Family != "" || s.brand.Gives("code") {
		text = append(text, doc.Run{Text: " What is typed stands as "}, doc.Run{Text: "GET /words", Code: true}, doc.Run{Text: "."})
	}
	return []doc.Block{
		&doc.Aside{Role: doc.RoleStatistics, Title: doc.T("In figures"), Place: doc.Sidebar, Blocks: []doc.Block{
			&doc.StatGroup{Stats: []*doc.Stat{
				{ID: "share", Value: doc.T("76"), Unit: doc.T("%"), UnitTight: true, Highlight: true, Label: doc.T("a highlighted statistic")},
				{ID: "sum", Prefix: doc.T("€"), PrefixTight: true, Value: doc.T("1.2"), Unit: doc.T("million"), Label: doc.T("one with prefix and unit")},
			}},
			&doc.StatGroup{Title: doc.T("A group of its own"), Stats: []*doc.Stat{
				{ID: "plain", Value: doc.T("6,500"), Label: doc.T("a plain one"), Notes: []doc.Text{doc.T("with a note in small print")}},
			}},
		}},
		&doc.Para{Role: doc.RoleLede, Text: doc.Text{
			{Text: "London, 14 May", Role: doc.RoleDateline},
			{Text: " — This is how the first paragraph of a release is set: the place and the day, then what happened, to whom, and why it matters today."},
		}},
		&doc.Para{Role: doc.RoleBody, Text: text},
		&doc.Callout{ID: "specimen-quote", Role: doc.RoleQuote, Highlight: true,
			Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.Text{
				{Text: "“", Role: doc.RoleMark}, {Text: "A brand is a promise, and a page is where it is kept."}, {Text: "”", Role: doc.RoleMark},
			}}},
			Attribution: &doc.Attribution{Name: doc.T("Ada Park"), Title: doc.T("Head of design")},
		},
	}
}

// kit is the palette by the brand's own names, the scale of type, the logos and the table of contrast.
func (s *Sheet) kit() []doc.Block {
	var out []doc.Block
	if len(s.palette) > 0 {
		gallery := &doc.Gallery{Columns: 6, Aspect: 3}
		for i, w := range s.palette {
			gallery.Figures = append(gallery.Figures, s.colour(fmt.Sprintf("palette-%d", i+1), w, gallery.Aspect))
		}
		out = append(out, &doc.Section{Role: "palette", ID: "palette", Title: doc.T("Palette"), Blocks: []doc.Block{gallery}})
	}
	out = append(out, &doc.Section{Role: "type", ID: "type", Title: doc.T("Type"), Blocks: s.specimens()})
	if len(s.logos) > 0 {
		gallery := &doc.Gallery{Columns: 6, Aspect: 1.5}
		for _, l := range s.logos {
			gallery.Figures = append(gallery.Figures, &doc.Figure{
				Role: doc.RoleLogo, Picture: l.picture,
				Caption: doc.Text{{Text: l.name, Role: doc.RoleRunIn}}, Details: []doc.Text{doc.T(l.file)},
			})
		}
		blocks := []doc.Block{gallery}
		if note := s.logoRules(); note != "" {
			blocks = []doc.Block{&doc.Para{Role: doc.RoleNote, Text: doc.T(note)}, gallery}
		}
		out = append(out, &doc.Section{Role: "logos", ID: "logos", Title: doc.T("Logos"), Blocks: blocks})
	}
	table := &doc.Table{
		Role: doc.RoleTableCell, HeaderColumn: true,
		Header: [][]doc.Cell{cells("Text on ground", "Has", "Needs", "Result", "Where")},
		Align:  []doc.Align{doc.AlignStart, doc.AlignEnd, doc.AlignEnd, doc.AlignStart, doc.AlignStart},
	}
	for _, p := range s.pairs {
		table.Rows = append(table.Rows, cells(p.text+" on "+p.ground, ratio(p.has), fmt.Sprintf("%g:1", p.needs), verdict(p), p.roles))
	}
	return append(out, &doc.Section{Role: "contrast", ID: "contrast", Title: doc.T("Contrast"), Blocks: []doc.Block{
		&doc.Para{Role: doc.RoleNote, Text: doc.T("By WCAG 2.2, success criterion 1.4.3: text needs 4.5:1; from 18 points on, or from 14 in bold, 3:1.")},
		table,
	}})
}

func verdict(p pair) string {
	if p.passes() {
		return "passes"
	}
	return "too faint"
}

// logoRules says what the brand asks for around its logo.
func (s *Sheet) logoRules() string {
	l := s.brand.Logo
	if l == nil {
		return ""
	}
	note := ""
	if l.ClearSpace > 0 {
		note = fmt.Sprintf("Free space around the logo: %g of its height. ", l.ClearSpace)
	}
	if l.MinHeight > 0 {
		note += fmt.Sprintf("Least height: %.3g mm.", l.MinHeight*25.4/72)
	}
	return note
}

func cells(texts ...string) []doc.Cell {
	out := make([]doc.Cell, len(texts))
	for i, t := range texts {
		out[i] = doc.Cell{Text: doc.T(t)}
	}
	return out
}
