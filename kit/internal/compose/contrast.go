package compose

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
	"github.com/presskit-go/presskit/layouts"
)

// What WCAG 2.2, success criterion 1.4.3, asks of text, and of large text: of 18
// points, or 14 where it is bold.
const (
	textContrast  = 4.5
	largeContrast = 3.0

	largeSize, largeBoldSize doc.Pt = 18, 14
	bold                            = 700
)

// Pair is a colour of text and one that it stands on, with the roles of a layout
// that are set so and ask for one ratio.
type Pair struct {
	Text, Ground doc.ColorName
	Ratio        float64 // the least contrast
	Roles        []doc.Role
}

// pairs lists the colours of text that a layout uses with their grounds, by its
// styles and slots, in a fixed order. A tint and a band are where the formats draw them, under
// statistics and quotations and under an embargo; code stands on the ground of its style.
func pairs(b *brand.Brand, l *layouts.Layout) []Pair {
	style := func(role doc.Role) doc.Style { return branded(b, l, role) }
	links, code := Marks(b, l)
	var out []Pair
	add := func(role doc.Role, text, ground doc.ColorName, s doc.Style) {
		ratio := needed(s)
		i := slices.IndexFunc(out, func(p Pair) bool { return p.Text == text && p.Ground == ground && p.Ratio == ratio })
		if i < 0 {
			out = append(out, Pair{Text: text, Ground: ground, Ratio: ratio})
			i = len(out) - 1
		}
		if !slices.Contains(out[i].Roles, role) {
			out[i].Roles = append(out[i].Roles, role)
		}
	}
	for _, role := range doc.BlockRoles() {
		if !shows(l, role) {
			continue
		}
		s := style(role)
		under := grounds(l, role)
		if s.Ground != "" {
			under = []doc.ColorName{s.Ground}
		}
		for _, ground := range under {
			add(role, s.Color, ground, s)
			if linked(role) {
				for _, m := range [...]doc.Mark{links, code} {
					on := m.On(s)
					add(role, on.Color, cmp.Or(m.Ground, ground), on)
				}
			}
		}
		if role == doc.RoleTimelineDate { // of what happens now
			add(role, doc.Accent, doc.Paper, s)
		}
	}
	for _, role := range doc.RunRoles() {
		for _, host := range hosts(role) {
			if !shows(l, host) || !shows(l, role) {
				continue
			}
			run, around := style(role), style(host)
			if run.Size == 0 {
				run.Size = around.Size * cmp.Or(run.Scale, 1)
				run.Steps = nil
			}
			for _, ground := range grounds(l, host) {
				add(role, run.Color, ground, run)
			}
		}
	}
	return out
}

// byColor warns of links that nothing but their colour tells from the text, if that
// is not far from the text's (WCAG 2.2, 1.4.1, and its technique G183).
func byColor(b *brand.Brand, l *layouts.Layout) (list diag.List) {
	links, _ := Marks(b, l)
	contrast := brand.Contrast(b.Colors.Link, b.Colors.Ink)
	if links.Decoration != (doc.Decoration{}) || links.Ground != "" || links.Weight >= bold || contrast >= largeContrast {
		return nil
	}
	d := list.Add(b.ColorPlace("link"), "color-alone", "links are told from text by their colour alone, and %s has a contrast of %.1f:1 with that of text, less than %g:1",
		b.Colors.Link, floorTenth(contrast), largeContrast)
	d.Severity, d.Hint = diag.Warning, "leave out decoration, or give links a weight of 700"
	return list
}

// needed is the contrast that text of a style needs, at its smallest.
func needed(s doc.Style) float64 {
	size := s.Size
	for _, step := range s.Steps {
		size = min(size, step.Size)
	}
	if size >= largeSize || size >= largeBoldSize && s.Weight >= bold {
		return largeContrast
	}
	return textContrast
}

// Contrast reports every pair of text and ground of a layout whose contrast in a
// brand is below what WCAG 2.2, success criterion 1.4.3, asks for, as a warning
// with the nearest colour that would do.
//
// With fix, the brand that is returned has those colours, and what was changed is
// a note; what no lightness helps stays a warning. The brand given is not changed.
func Contrast(b *brand.Brand, l *layouts.Layout, fix bool) (*brand.Brand, diag.List) {
	all := given(b, pairs(b, l))
	list := byColor(b, l)
	better := map[string]brand.Color{}
	for _, p := range tooFaint(b, all) {
		text, ground := colorOf(b, p.Text), colorOf(b, p.Ground)
		name := changed(p)
		if name == "" {
			d := list.Add(place(b, p, string(p.Text)), "low-contrast", "the layout sets %s in %s on %s, which have a contrast of %.1f:1, less than %g:1",
				someOf(p.Roles), p.Text, p.Ground, floorTenth(brand.Contrast(text, ground)), p.Ratio)
			d.Severity, d.Hint = diag.Warning, "give these roles another colour in the layout; both of these are grounds"
			continue
		}
		near, ok := colorOf(b, doc.ColorName(name)).Nearest(needs(b, all, name)...)
		d := list.Add(place(b, p, name), "low-contrast", "%s %s on %s %s has a contrast of %.1f:1, less than %g:1, in %s",
			p.Text, text, p.Ground, ground, floorTenth(brand.Contrast(text, ground)), p.Ratio, someOf(p.Roles))
		d.Severity = diag.Warning
		switch {
		case !ok:
			d.Hint = "no lightness of " + name + " would do: choose a lighter ground"
			if isDark(b.Colors.Paper) {
				d.Hint = "no lightness of " + name + " would do: choose a darker ground"
			}
		case fix:
			for _, n := range append(brand.ColorNames(), b.Palette()...) {
				if origin(b, n) == name {
					better[n] = near
				}
			}
			d.Severity = diag.Note
			d.Hint = fmt.Sprintf("%s %s is used instead, of the same hue", name, near)
		default:
			d.Hint = fmt.Sprintf("%s %s would do, of the same hue; --fix-contrast uses it", name, near)
		}
	}
	list.Sort()
	if len(better) == 0 {
		return b, list
	}
	return b.WithColors(better), list
}

// colorOf gives a colour that the brand has.
func colorOf(b *brand.Brand, name doc.ColorName) brand.Color {
	c, ok := b.Color(string(name))
	if !ok {
		panic("compose: no colour " + string(name))
	}
	return c
}

// ContrastOf is the contrast of the colours of a pair in a brand, from 1 to 21.
func ContrastOf(b *brand.Brand, p Pair) float64 {
	return brand.Contrast(colorOf(b, p.Text), colorOf(b, p.Ground))
}

// Palette reports the colours of a layout that are neither roles nor in the palette of
// the brand.
func Palette(b *brand.Brand, l *layouts.Layout) diag.List {
	var list diag.List
	var roles []string
	for _, name := range doc.ThemeColors() { // those of code and links are for brands to say
		roles = append(roles, string(name))
	}
	for _, name := range slices.Sorted(maps.Keys(l.Colors)) {
		if _, ok := b.Color(string(name)); ok {
			continue
		}
		own := "the brand has none of its own"
		if names := b.Palette(); len(names) > 0 {
			own = "or colours of the brand: " + strings.Join(names, ", ")
		}
		d := list.Add(l.Colors[name], "unknown-color", "there is no colour %s", source.Quote(string(name)))
		d.Hint = "write " + strings.Join(roles, ", ") + "; " + own
		if guess := source.Suggest(string(name), append(roles, b.Palette()...)); guess != "" {
			d.Hint = "did you mean " + source.Quote(guess) + "? " + d.Hint
		}
	}
	list.Sort()
	return list
}

// tooFaint joins the pairs of two colours that stand out too little, with the
// roles that suffer from it.
func tooFaint(b *brand.Brand, all []Pair) []Pair {
	var out []Pair
	for _, p := range all {
		if brand.Contrast(colorOf(b, p.Text), colorOf(b, p.Ground)) >= p.Ratio {
			continue
		}
		i := slices.IndexFunc(out, func(o Pair) bool { return o.Text == p.Text && o.Ground == p.Ground })
		if i < 0 {
			p.Roles = slices.Clone(p.Roles)
			out = append(out, p)
			continue
		}
		out[i].Ratio = max(out[i].Ratio, p.Ratio)
		for _, role := range p.Roles {
			if !slices.Contains(out[i].Roles, role) {
				out[i].Roles = append(out[i].Roles, role)
			}
		}
	}
	return out
}

// given names the colours of pairs as the brand's file does, so that a colour
// that stands in for others is reported, and changed, once.
func given(b *brand.Brand, all []Pair) []Pair {
	out := slices.Clone(all)
	for i, p := range out {
		out[i].Text = doc.ColorName(origin(b, string(p.Text)))
		out[i].Ground = doc.ColorName(origin(b, string(p.Ground)))
	}
	return out
}

// origin is the colour that a colour is the same as because the brand does not
// give it; its own name if it is another.
func origin(b *brand.Brand, name string) string {
	from := map[string]string{"secondary": "primary", "accent": "primary", "link": "primary", "headings": "ink", "code": "ink", "code-block": "ink"}[name]
	if from == "" || b.Gives(name) && b.ColorPlace(name) != b.ColorPlace(from) || b.Colors.Named(name) != b.Colors.Named(from) {
		return name
	}
	return from
}

// changed is the name of the colour of a pair to change: the text, or a band that
// text stands on. Paper and other grounds are as they are; "" is for text in the
// colour of one of them on another, of which none can change.
func changed(p Pair) string {
	switch {
	case !isGround(p.Ground):
		return string(p.Ground)
	case !isGround(p.Text):
		return string(p.Text)
	}
	return ""
}

// isGround says that a colour is there to be stood on.
func isGround(c doc.ColorName) bool {
	switch c {
	case doc.Paper, doc.Tint, doc.CodeGround, doc.CodeBlockGround, doc.LinkGround:
		return true
	}
	return false
}

// needs gathers what a colour must stand out from: all grounds that it stands on
// and all text that stands on it.
func needs(b *brand.Brand, all []Pair, name string) []brand.Need {
	var out []brand.Need
	for _, p := range all {
		switch {
		case changed(p) != name:
		case string(p.Text) == name:
			out = append(out, brand.Need{From: colorOf(b, p.Ground), Ratio: p.Ratio})
		default:
			out = append(out, brand.Need{From: colorOf(b, p.Text), Ratio: p.Ratio})
		}
	}
	return out
}

// place is where the brand's file gives the colour to change, or else the other
// one of the pair.
func place(b *brand.Brand, p Pair, name string) diag.Span {
	for _, n := range []string{name, string(p.Text), string(p.Ground)} {
		if b.Gives(n) {
			return b.ColorPlace(n)
		}
	}
	return b.ColorPlace(name)
}

// shownRoles is how many roles a message names.
const shownRoles = 3

func someOf(roles []doc.Role) string {
	n := len(roles)
	var words []string
	for _, r := range roles[:min(n, shownRoles)] {
		words = append(words, string(r))
	}
	if n > shownRoles {
		return fmt.Sprintf("%s and %d more", strings.Join(words, ", "), n-shownRoles)
	}
	return strings.Join(words, ", ")
}

// floorTenth rounds down, so that 4.46 is not reported as 4.5.
func floorTenth(v float64) float64 { return math.Floor(v*10) / 10 }

// isDark reports whether white text is easier to read on the colour than black.
func isDark(c brand.Color) bool {
	return brand.Contrast(c, brand.Color{R: 0xFF, G: 0xFF, B: 0xFF}) > brand.Contrast(c, brand.Color{})
}

// Pairs lists the colours of text that a layout uses in a brand with their
// grounds, sorted, for a specimen.
func Pairs(b *brand.Brand, l *layouts.Layout) []Pair {
	all := pairs(b, l)
	slices.SortStableFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Ground, b.Ground), cmp.Compare(a.Text, b.Text), cmp.Compare(b.Ratio, a.Ratio))
	})
	return all
}
