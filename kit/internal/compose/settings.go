package compose

import (
	"maps"
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/layouts"
)

// settings takes page and styles from the layout, and the theme from the brand.
func (c *composer) settings(d *doc.Document) {
	page, ok := c.layout.Sheet(c.in.Sheet)
	if !ok {
		c.list.Add(diag.Span{}, "unknown-sheet", "there is no size of page %q", c.in.Sheet).
			Hint = "there are " + strings.Join(layouts.Sheets(), " and ")
		page, _ = c.layout.Sheet("")
	}
	d.Page = page
	d.Looks = c.looks()
	d.Lang = c.language()
	d.RTL = locale.IsRTL(c.rel.Tag)
	d.Theme = theme(c.in.Brand)
	d.Styles = c.styles()
}

func (c *composer) language() string {
	if s := c.rel.Tag.String(); s != "und" {
		return s
	}
	return "en"
}

func (c *composer) looks() doc.Looks {
	s, q, t := c.layout.Statistics, c.layout.Quotes, c.layout.Sections
	return doc.Looks{
		Statistics: s.Look, Across: s.Across, Ground: s.Ground, Bleed: s.Bleed,
		Quotes: q.Look, SpeakerBeside: q.Beside,
		TitleSpan: t.TitleSpan, SectionRule: t.Rule, EndRule: t.EndRule,
	}
}

func theme(b *brand.Brand) doc.Theme {
	t := doc.Theme{
		Name: b.Name, Headings: b.Headings, Base: b.Base,
		Colors: map[doc.ColorName]doc.Color{
			doc.Paper: doc.Color(b.Colors.Paper), doc.Ink: doc.Color(b.Colors.Ink), doc.Soft: doc.Color(b.Colors.Soft),
			doc.Primary: doc.Color(b.Colors.Primary), doc.Accent: doc.Color(b.Colors.Accent),
			doc.Tint: doc.Color(b.Colors.Tint), doc.Hairline: doc.Color(b.Colors.Hairline),
		},
	}
	for _, f := range b.Faces {
		t.Faces = append(t.Faces, doc.Face(f))
	}
	return t
}

// styles takes over the styles of the layout and fits them to the document: to
// what follows what, and to the script.
func (c *composer) styles() map[doc.Role]doc.Style {
	styles := maps.Clone(c.layout.Styles)
	if own, ok := c.layout.Scripts[locale.Script(c.rel.Tag)]; ok {
		styles = maps.Clone(own)
	}
	if below, ok := c.layout.Adjacent[doc.RoleHeadline][doc.RoleStandfirst]; ok && c.rel.Subheadline.Given() {
		s := styles[doc.RoleHeadline]
		s.After = below
		styles[doc.RoleHeadline] = s
	}
	if !c.hasSlot(layouts.Genre) && !(c.rel.Kicker.Given() && c.hasSlot(layouts.Kicker)) { // the headline is the first below the masthead
		s := styles[doc.RoleHeadline]
		s.Before = max(s.Before, styles[doc.RoleKicker].Before)
		styles[doc.RoleHeadline] = s
	}
	fit, ok := scripts[locale.Script(c.rel.Tag)]
	if !ok {
		return styles
	}
	for role, s := range styles {
		fit(&s)
		styles[role] = s
	}
	return styles
}

// scripts take away what a script does not have; never written to.
var scripts = map[string]func(*doc.Style){
	"Arab": joined, "Syrc": joined, "Mong": joined,
	"Hebr": upright,
	"Jpan": ideographic, "Hans": ideographic, "Hant": ideographic, "Kore": ideographic,
}

// joined letters must not be spaced out, and have neither italics nor capitals.
func joined(s *doc.Style) {
	upright(s)
	s.Tracking, s.Hyphens = 0, false
}

func upright(s *doc.Style) {
	unscaled(s)
	s.Italic, s.Caps = false, false
	s.Figures = lining(s.Figures)
}

func ideographic(s *doc.Style) {
	unscaled(s)
	s.Italic, s.Hyphens = false, false
	s.Figures = lining(s.Figures)
}

// lining takes away old-style figures, which have heights to go with small letters.
func lining(f doc.Figures) doc.Figures {
	if f == doc.OldStyleFigures {
		return doc.ProportionalFigures
	}
	return f
}

// smallerCaps is how much smaller capitals are set than letters would be in their
// place, so that they look alike beside small letters.
const smallerCaps = 0.8

// unscaled gives letters that have no capitals the size that capitals lose.
func unscaled(s *doc.Style) {
	if s.Caps && s.Scale > 0 && s.Scale < 1 {
		s.Scale = min(s.Scale/smallerCaps, 1)
	}
}
