package compose

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
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
// styles and slots, in a fixed order. A tint and a band are where the formats draw them: under
// statistics and code, under an embargo.
func pairs(l *layouts.Layout, styles map[doc.Role]doc.Style, marks ...doc.Mark) []Pair {
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
		s := styles[role]
		under := grounds(l, role)
		if s.Ground != "" {
			under = []doc.ColorName{s.Ground}
		}
		for _, ground := range under {
			add(role, s.Color, ground, s)
			if linked(role) {
				for _, m := range marks {
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
			run, around := styles[role], styles[host]
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

// pairsOf lists the pairs of a layout in a brand.
func pairsOf(b *brand.Brand, l *layouts.Layout) []Pair {
	links, code := Marks(b, l)
	return pairs(l, Styles(b, l), links, code)
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

// grounds are the colours that a block stands on in a layout.
func grounds(l *layouts.Layout, role doc.Role) []doc.ColorName {
	on := func(c doc.ColorName, more ...doc.ColorName) []doc.ColorName {
		return append([]doc.ColorName{c}, more...)
	}
	var strip []doc.ColorName // behind the sidebar
	if c := l.Page.Sidebar.Ground; c != "" {
		strip = on(c)
	}
	switch role {
	case doc.RoleEmbargo:
		return on(doc.Accent)
	case doc.RoleStatTitle, doc.RoleStatGroup, doc.RoleStatValue, doc.RoleStatHighlight,
		doc.RoleStatLabel, doc.RoleStatLabelLarge, doc.RoleStatNote:
		if l.Statistics.Ground {
			return on(doc.Tint, strip...)
		}
		return on(doc.Paper, strip...)
	case doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteSide, doc.RoleAttributionName, doc.RoleAttributionTitle:
		if l.Quotes.Look == doc.QuoteCard {
			return on(doc.Tint, strip...)
		}
		return on(doc.Paper, strip...)
	case doc.RoleMasthead, doc.RoleMastheadLine, doc.RoleContentsTitle, doc.RoleContentsEntry,
		doc.RoleEndHeading, doc.RoleContactName, doc.RoleContact, doc.RoleFooter:
		return on(doc.Paper, strip...)
	}
	return on(doc.Paper)
}

// linked reports whether the text of a block may have links.
func linked(role doc.Role) bool {
	switch role {
	case doc.RoleLede, doc.RoleBody, doc.RoleStandfirst, doc.RoleListItem, doc.RoleTableCell, doc.RoleCaption, doc.RoleNote,
		doc.RoleStatLabel, doc.RoleStatNote, doc.RoleFactValue, doc.RoleAnswer, doc.RolePersonText, doc.RoleBoilerplate, doc.RoleContact:
		return true
	}
	return false
}

// hosts are the blocks that a run stands in.
func hosts(run doc.Role) []doc.Role {
	switch run {
	case doc.RoleDateline:
		return []doc.Role{doc.RoleLede}
	case doc.RoleLeadIn:
		return []doc.Role{doc.RoleHeadline}
	case doc.RoleMark:
		return []doc.Role{doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteBlock}
	case doc.RolePrefix, doc.RoleUnit:
		return []doc.Role{doc.RoleStatValue}
	case doc.RolePrefixLarge, doc.RoleUnitLarge:
		return []doc.Role{doc.RoleStatHighlight}
	case doc.RoleRunIn, doc.RoleNumber:
		return []doc.Role{doc.RoleCaption}
	case doc.RoleYear:
		return []doc.Role{doc.RoleTimelineDate}
	case doc.RoleSoft:
		return []doc.Role{doc.RoleContactName, doc.RoleCaption}
	case doc.RoleContactIn:
		return []doc.Role{doc.RoleContactName}
	case doc.RoleFooterStrong:
		return []doc.Role{doc.RoleFooter}
	}
	panic("compose: no place for runs of " + string(run))
}

// shows reports whether a layout has the slot that brings a block.
func shows(l *layouts.Layout, role doc.Role) bool {
	of := map[doc.Role]layouts.Slot{
		doc.RoleContentsTitle: layouts.ContentsSlot, doc.RoleContentsEntry: layouts.ContentsSlot,
		doc.RoleStandfirst: layouts.Standfirst, doc.RoleEndMark: layouts.EndMark,
		doc.RoleStatTitle: layouts.StatsSlot, doc.RoleStatGroup: layouts.StatsSlot, doc.RoleStatValue: layouts.StatsSlot,
		doc.RoleStatHighlight: layouts.StatsSlot, doc.RoleStatLabel: layouts.StatsSlot, doc.RoleStatLabelLarge: layouts.StatsSlot,
		doc.RoleStatNote: layouts.StatsSlot, doc.RoleFactLabel: layouts.FactSheet, doc.RoleFactValue: layouts.FactSheet,
		doc.RoleTimelineDate: layouts.Timeline, doc.RoleTimelineText: layouts.Timeline,
		doc.RoleQuestion: layouts.FAQ, doc.RoleAnswer: layouts.FAQ,
		doc.RolePersonName: layouts.PeopleSlot, doc.RolePersonRole: layouts.PeopleSlot, doc.RolePersonText: layouts.PeopleSlot,
		doc.RoleBoilerplate: layouts.Boilerplate, doc.RoleContactName: layouts.Contacts, doc.RoleContact: layouts.Contacts,
	}
	p := l.Parts
	has := func(s layouts.Slot) bool {
		return slices.Contains(slices.Concat(p.Head.Slots, p.Release.Slots, p.Kit.Slots, p.End.Slots), s)
	}
	switch role {
	case doc.RoleKicker:
		return has(layouts.Kicker) || has(layouts.Genre)
	case doc.RoleDate:
		return has(layouts.DateSlot) || l.Sections.Date
	case doc.RoleLeadIn:
		return l.Opening.LeadIn > 0
	case doc.RoleQuoteSide:
		return l.Quotes.Sidebar > 0
	case doc.RoleDateline:
		return l.Opening.Dateline
	}
	slot, named := of[role]
	return !named || has(slot)
}

// Contrast reports every pair of text and ground of a layout whose contrast in a
// brand is below what WCAG 2.2, success criterion 1.4.3, asks for, as a warning
// with the nearest colour that would do.
//
// With fix, the brand that is returned has those colours, and what was changed is
// a note; what no lightness helps stays a warning. The brand given is not changed.
func Contrast(b *brand.Brand, l *layouts.Layout, fix bool) (*brand.Brand, diag.List) {
	all := given(b, pairsOf(b, l))
	list := byColor(b, l)
	better := map[string]brand.Color{}
	for _, p := range tooFaint(b, all) {
		text, ground := b.Colors.Named(string(p.Text)), b.Colors.Named(string(p.Ground))
		name := changed(p)
		near, ok := b.Colors.Named(name).Nearest(needs(b, all, name)...)
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
			for _, n := range brand.ColorNames() {
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

// tooFaint joins the pairs of two colours that stand out too little, with the
// roles that suffer from it.
func tooFaint(b *brand.Brand, all []Pair) []Pair {
	var out []Pair
	for _, p := range all {
		if brand.Contrast(b.Colors.Named(string(p.Text)), b.Colors.Named(string(p.Ground))) >= p.Ratio {
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
// text stands on. Paper and other grounds are as they are.
func changed(p Pair) string {
	switch p.Ground {
	case doc.Paper, doc.Tint, doc.CodeGround, doc.CodeBlockGround, doc.LinkGround:
		return string(p.Text)
	}
	return string(p.Ground)
}

// needs gathers what a colour must stand out from: all grounds that it stands on
// and all text that stands on it.
func needs(b *brand.Brand, all []Pair, name string) []brand.Need {
	var out []brand.Need
	for _, p := range all {
		switch {
		case changed(p) != name:
		case string(p.Text) == name:
			out = append(out, brand.Need{From: b.Colors.Named(string(p.Ground)), Ratio: p.Ratio})
		default:
			out = append(out, brand.Need{From: b.Colors.Named(string(p.Text)), Ratio: p.Ratio})
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
	all := pairsOf(b, l)
	slices.SortStableFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Ground, b.Ground), cmp.Compare(a.Text, b.Text), cmp.Compare(b.Ratio, a.Ratio))
	})
	return all
}
