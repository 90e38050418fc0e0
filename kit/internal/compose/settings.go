package compose

import (
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
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
	if e, ok := enlarged[locale.Script(c.rel.Tag)]; ok {
		page.Baseline *= e.leading
	}
	d.Page = page
	d.Looks = c.looks()
	d.Lang = c.language()
	d.RTL = locale.IsRTL(c.rel.Tag)
	if zero := c.loc.Zero(); zero != '0' {
		d.Zero = zero
	}
	d.Theme = c.in.Shared.theme(c.in.Brand)
	d.Styles = c.in.Shared.styles(c.styling(), c.styles)
	d.Links, d.Code = Marks(c.in.Brand, c.layout)
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
		Statistics: s.Look, Across: s.Across, Lead: s.Lead, Ground: s.Ground, Bleed: s.Bleed,
		Quotes: q.Look, SpeakerBeside: q.Beside,
		TitleSpan: t.TitleSpan, SectionRule: t.Rule, EndRule: t.EndRule,
	}
}

// Theme gives the colours and fonts of a brand.
func Theme(b *brand.Brand) doc.Theme {
	t := doc.Theme{
		Name: b.Name, Headings: b.Headings, Base: b.Base, Code: b.Code.Family, CodeBlock: b.CodeBlock.Family,
		Colors: map[doc.ColorName]doc.Color{},
	}
	for _, name := range doc.ColorNames() {
		t.Colors[name] = doc.Color(b.Colors.Named(string(name)))
	}
	for _, name := range b.Palette() {
		c, _ := b.Color(name)
		t.Colors[doc.ColorName(name)] = doc.Color(c)
	}
	for _, f := range b.Faces {
		t.Faces = append(t.Faces, doc.Face(f))
	}
	return t
}

// gapes reports whether justified lines would have holes: those of languages that
// are not hyphenated, for they end between words alone. Ideographs fill theirs.
func gapes(script, lang string) bool { return !closeSet[script] && hyphen.Resolve(lang) == "" }

// closeSet are the scripts whose lines may end after almost any character; never
// written to.
var closeSet = map[string]bool{"Jpan": true, "Hans": true, "Hant": true}

// styling is what the styles of a document depend on beside its layout and brand.
type styling struct {
	script     string
	ragged     bool // see gapes
	standfirst bool // there is one
	first      bool // the headline is the first below the masthead
}

func (c *composer) styling() styling {
	script := locale.Script(c.rel.Tag)
	return styling{
		script: script, ragged: gapes(script, c.language()),
		standfirst: c.rel.Subheadline.Given(),
		first:      !c.hasSlot(layouts.Genre) && !(c.rel.Kicker.Given() && c.hasSlot(layouts.Kicker)),
	}
}

// styles takes over the styles of the layout and fits them to the document: to
// what follows what, and to the script.
func (c *composer) styles(how styling) map[doc.Role]doc.Style {
	own := c.layout.Scripts[how.script]
	styles := Styles(c.in.Brand, inScript(c.layout, how.script))
	if below, ok := c.layout.Adjacent[doc.RoleHeadline][doc.RoleStandfirst]; ok && how.standfirst {
		s := styles[doc.RoleHeadline]
		s.After = below
		styles[doc.RoleHeadline] = s
	}
	if how.first {
		s := styles[doc.RoleHeadline]
		s.Before = max(s.Before, styles[doc.RoleKicker].Before)
		styles[doc.RoleHeadline] = s
	}
	fit, ok := scripts[how.script]
	if !ok {
		fit = func(*doc.Style) {}
	}
	var s doc.Style // one for all: fit may keep it, as far as the compiler knows
	for role := range styles {
		s = styles[role]
		fit(&s)
		if e := enlarged[how.script]; own[role].Size == 0 {
			enlarge(&s, role, e)
		} else if e.size > 0 { // the layout says how large it is
			s.Before, s.After = s.Before*e.leading, s.After*e.leading
		}
		if how.ragged && s.Align == doc.AlignJustify {
			s.Align = doc.AlignStart
		}
		styles[role] = s
	}
	return styles
}
