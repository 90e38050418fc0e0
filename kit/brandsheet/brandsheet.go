// Package brandsheet draws a brand's specimen: its colours with their contrast,
// the scale of type that a layout sets in its fonts, its logos, and a text with
// statistics and a quotation as a kit would have them. It is what a designer
// pins to the wall, and looks at before the first kit is sent out.
//
// Start with [New]. [Sheet.Document] is the specimen as a document, for any
// [kit.Format] that sets pages; [Sheet.WriteHTML] writes it as one web page
// that needs no other file.
//
// What is said of colours is what package kit checks: the pairs of text and
// ground that the layout uses, by WCAG 2.2, success criterion 1.4.3.
package brandsheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose"
	"github.com/presskit-go/presskit/layouts"
)

// Options says how a specimen is made. The zero value is useful.
type Options struct {
	PageSize    string // of layouts.Sheets; "" is what the layout says
	FixContrast bool   // see kit.Options
	Generator   string // name and version of the program
	Created     time.Time
}

// Sheet is a specimen. It does not change.
type Sheet struct {
	brand  *brand.Brand
	layout *layouts.Layout
	page   doc.Page
	styles map[doc.Role]doc.Style
	opts   Options

	swatches []swatch
	palette  []swatch // by the brand's own names
	pairs    []pair
	scale    []step
	logos    []logo
}

// New makes the specimen of a brand in a layout. Read the brand with
// brand.Config.AllLogos, so that all of its logos are shown. The list has what a
// kit of this brand would report: weights that a font lacks, colours that stand
// out too little. The sheet is nil if there are errors in it.
func New(b *brand.Brand, l *layouts.Layout, o Options) (*Sheet, diag.List) {
	l, list := compose.Typed(b, l)
	page, ok := l.Sheet(o.PageSize)
	if !ok {
		list.Add(diag.Span{}, "unknown-page-size", "there is no page size %q", o.PageSize).
			Hint = "there are: " + strings.Join(layouts.Sheets(), ", ")
		return nil, list
	}
	b, problems := b.Fit(compose.FontUses(b, l, language.English))
	list = append(list, problems...)
	b, problems = compose.Contrast(b, l, o.FixContrast)
	list = append(list, problems...)
	s := &Sheet{brand: b, layout: l, page: page, styles: compose.Styles(b, l), opts: o}
	s.swatches, s.pairs, s.scale = swatches(b), pairs(b, l), scale(s.styles, compose.Theme(b))
	s.palette = palette(b)
	s.logos, problems = logos(b)
	list = append(list, problems...)
	list.Sort()
	if list.HasErrors() {
		return nil, list
	}
	return s, list
}

// Name is what the brand is called, or what it is.
func (s *Sheet) Name() string { return cmp.Or(s.brand.Name, "The built-in brand") }

// swatch is a colour of the palette.
type swatch struct {
	name  string
	use   string
	color brand.Color
	// contrast with paper and tint; 0 where it does not matter
	paper, tint float64
	// of the brand's own palette: contrast with white and with the dark ground
	white, dark float64
}

// swatches are the colours of the palette, grounds first. One that the brand does
// not give, and that another stands in for, is not repeated, and none of code and
// links that another has.
func swatches(b *brand.Brand) []swatch {
	uses := map[string]string{
		"paper": "the page", "tint": "the ground of panels", "ink": "text", "soft": "secondary text", "primary": "figures, labels",
		"secondary": "second strong colour", "accent": "quotation marks, bands", "link": "links", "headings": "headings", "hairline": "fine rules",
		"code": "words of code", "code-block": "blocks of code", "code-ground": "the ground of words of code", "code-block-ground": "the ground of blocks of code",
		"link-ground": "the ground of links",
	}
	var out []swatch
	for _, name := range []string{"paper", "tint", "ink", "soft", "primary", "secondary", "accent", "link", "headings", "hairline",
		"code", "code-block", "code-ground", "code-block-ground", "link-ground"} {
		w := swatch{name: name, use: uses[name], color: b.Colors.Named(name)}
		ofWords := strings.HasPrefix(name, "code") || name == "link-ground"
		if ofWords && !b.Gives(name) {
			continue
		}
		if ofWords || !b.Gives(name) {
			if i := slices.IndexFunc(out, func(o swatch) bool { return o.color == w.color && (ofWords || o.paper > 0) }); i >= 0 {
				out[i].use += ", " + w.use
				continue
			}
		}
		switch name {
		case "paper", "tint", "hairline", "code-ground", "code-block-ground", "link-ground":
		default:
			w.paper, w.tint = brand.Contrast(w.color, b.Colors.Paper), brand.Contrast(w.color, b.Colors.Tint)
		}
		out = append(out, w)
	}
	return out
}

// palette are the colours by the brand's own names, with the roles that they have.
func palette(b *brand.Brand) []swatch {
	dark := b.Colors.Named(darkGround(b))
	var out []swatch
	for _, name := range b.Palette() {
		c, ok := b.Color(name)
		if !ok {
			continue
		}
		var roles []string
		for _, role := range brand.ColorNames() {
			if b.Gives(role) && b.Colors.Named(role) == c {
				roles = append(roles, role)
			}
		}
		w := swatch{name: name, color: c, white: brand.Contrast(c, brand.Color{R: 0xFF, G: 0xFF, B: 0xFF}), dark: brand.Contrast(c, dark)}
		if len(roles) > 0 {
			w.use = "is " + strings.Join(roles, ", ")
		}
		out = append(out, w)
	}
	return out
}

// darkGround is the darker one of paper and ink.
func darkGround(b *brand.Brand) string {
	if b.Colors.Paper.Luminance() < b.Colors.Ink.Luminance() {
		return "paper"
	}
	return "ink"
}

// pair is text on a ground, with the roles that ask for one ratio.
type pair struct {
	text, ground string
	has, needs   float64
	roles        string
}

func (p pair) passes() bool { return p.has >= p.needs }

// pairs are those of the layout. Where a pair passes for small text, large text is
// not told apart from it.
func pairs(b *brand.Brand, l *layouts.Layout) []pair {
	var all []compose.Pair
	for _, p := range compose.Pairs(b, l) {
		i := slices.IndexFunc(all, func(o compose.Pair) bool { return o.Text == p.Text && o.Ground == p.Ground })
		has := compose.ContrastOf(b, p)
		if i < 0 || has < max(p.Ratio, all[i].Ratio) {
			all = append(all, p)
			continue
		}
		all[i].Ratio = max(all[i].Ratio, p.Ratio)
		for _, role := range p.Roles {
			if !slices.Contains(all[i].Roles, role) {
				all[i].Roles = append(all[i].Roles, role)
			}
		}
	}
	var out []pair
	for _, p := range all {
		const shown = 4
		var roles []string
		for _, r := range p.Roles[:min(len(p.Roles), shown)] {
			roles = append(roles, string(r))
		}
		text := strings.Join(roles, ", ")
		if more := len(p.Roles) - shown; more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		out = append(out, pair{
			text: string(p.Text), ground: string(p.Ground), needs: p.Ratio, roles: text,
			has: compose.ContrastOf(b, p),
		})
	}
	return out
}

// step is a setting of type, with the roles that share it.
type step struct {
	roles  []doc.Role
	style  doc.Style
	family string
	label  string // "Manrope 800, 27/32.6 pt"
	tight  doc.Pt // the least leading of the roles
	loose  doc.Pt // the greatest
}

// scale lists the settings of a layout, the largest first. Roles that look the
// same, but for their leading, are one step; what stands on a band of colour is
// left out.
func scale(styles map[doc.Role]doc.Style, theme doc.Theme) []step {
	var out []step
	look := func(s doc.Style) string {
		return fmt.Sprint(s.Family, s.Weight, s.Italic, s.Size, s.Tracking, s.Caps, s.SmallCaps, s.Color)
	}
	for _, role := range doc.BlockRoles() {
		s := styles[role]
		if s.Color == doc.Paper {
			continue
		}
		i := slices.IndexFunc(out, func(o step) bool { return look(o.style) == look(s) })
		if i >= 0 {
			out[i].roles = append(out[i].roles, role)
			out[i].tight, out[i].loose = min(out[i].tight, s.LineHeight), max(out[i].loose, s.LineHeight)
			continue
		}
		family := theme.FamilyName(s.Family)
		face, _ := theme.Face(family, s.Weight, s.Italic)
		label := fmt.Sprintf("%s %d", family, face.Weight)
		if face.Italic {
			label += " italic"
		}
		out = append(out, step{roles: []doc.Role{role}, style: s, family: family, label: label, tight: s.LineHeight, loose: s.LineHeight})
	}
	for i, st := range out {
		out[i].label += ", " + points(st.style.Size) + "/" + points(st.tight)
		if st.loose > st.tight {
			out[i].label += "–" + points(st.loose)
		}
		out[i].label += " pt"
	}
	slices.SortStableFunc(out, func(a, b step) int {
		return cmp.Or(cmp.Compare(b.style.Size, a.style.Size), cmp.Compare(b.style.Weight, a.style.Weight))
	})
	return out
}

// points writes a length with at most two decimals: "27", "32.63".
func points(p doc.Pt) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", p), "0"), ".")
}

// ratio writes a contrast, rounded down: "8.4:1".
func ratio(v float64) string { return fmt.Sprintf("%.1f:1", float64(int(v*10))/10) }

func roleNames(roles []doc.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	return strings.Join(names, ", ")
}
