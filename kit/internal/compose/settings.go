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
	if e, ok := enlarged[locale.Script(c.rel.Tag)]; ok {
		page.Baseline *= e.leading
	}
	d.Page = page
	d.Lang = c.language()
	d.RTL = locale.IsRTL(c.rel.Tag)
	if zero := c.loc.Zero(); zero != '0' {
		d.Zero = zero
	}
	d.Theme = theme(c.in.Brand)
	d.Styles = c.styles()
}

func (c *composer) language() string {
	if s := c.rel.Tag.String(); s != "und" {
		return s
	}
	return "en"
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
	if below, ok := c.layout.Adjacent[doc.RoleHeadline][doc.RoleStandfirst]; ok && c.rel.Subheadline.Given() {
		s := styles[doc.RoleHeadline]
		s.After = below
		styles[doc.RoleHeadline] = s
	}
	if !c.rel.Kicker.Given() { // the headline is the first below the masthead
		s := styles[doc.RoleHeadline]
		s.Before = max(s.Before, styles[doc.RoleKicker].Before)
		styles[doc.RoleHeadline] = s
	}
	script := locale.Script(c.rel.Tag)
	fit, ok := scripts[script]
	if !ok {
		return styles
	}
	for role, s := range styles {
		fit(&s)
		enlarge(&s, role, enlarged[script])
		styles[role] = s
	}
	return styles
}
