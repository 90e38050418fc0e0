package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// house reads a brand that must be sound.
func house(t testing.TB, text string) *brand.Brand {
	t.Helper()
	b, list := brand.Read(fstest.MapFS{"_brand.yml": {Data: []byte(text)}}, "_brand.yml")
	if len(list) > 0 {
		t.Fatal(list)
	}
	return b
}

func feature(t testing.TB) *layouts.Layout {
	t.Helper()
	l, list := layouts.Load("feature")
	if len(list) > 0 {
		t.Fatal(list)
	}
	return l
}

// A layout may name the colours of the brand's palette, as text and as ground; a role
// goes before a colour of its name.
func TestPalette(t *testing.T) {
	b := house(t, "color: {palette: {forest: '#12452F', faint: '#9AB8A8', primary: gold, moss: forest}, primary: '#0A5058'}")
	l, list := layouts.Read(fstest.MapFS{"ours.yaml": {Data: []byte(`layout: 1
sections: {rule: {color: moss}}
roles: {body: {color: forest}, headline: {color: primary}, subhead: {color: faint}}
`)}}, "ours.yaml")
	if len(list) > 0 {
		t.Fatal(list)
	}
	if list := Palette(b, l); len(list) > 0 {
		t.Error(list)
	}
	theme := Theme(b)
	if theme.Color("forest") != (doc.Color{R: 0x12, G: 0x45, B: 0x2F}) || theme.Color("moss") != theme.Color("forest") || theme.Color("primary") != (doc.Color{R: 0x0A, G: 0x50, B: 0x58}) {
		t.Errorf("%v", theme.Colors)
	}
	if _, list := Contrast(b, l, false); len(list) != 1 || !strings.HasPrefix(list[0].String(), "_brand.yml:1:45: warning: faint #9AB8A8 on paper #FFFFFF has a contrast of 2.1:1") {
		t.Error(list)
	}
	fixed, list := Contrast(b, l, true)
	if c, _ := fixed.Color("faint"); list.Error() == "" || brand.Contrast(c, fixed.Colors.Paper) < textContrast {
		t.Errorf("%v: %v", c, list)
	}
	if c, _ := b.Color("faint"); c.String() != "#9AB8A8" {
		t.Errorf("the brand was changed: %v", c)
	}
	for _, test := range []struct{ brand, hint string }{
		{"color: {palette: {forrest: '#12452F', moss: '#345', faint: '#456'}}", "did you mean \"forrest\"? write paper, ink, soft, primary, secondary, accent, tint, hairline, link, headings; or colours of the brand: faint, forrest, moss"},
		{"color: {palette: {moss: '#345', faint: '#456', primary: '#567'}}", "write paper, ink, soft, primary, secondary, accent, tint, hairline, link, headings; or colours of the brand: faint, moss"},
	} {
		list := Palette(house(t, test.brand), l)
		if len(list) != 1 || list[0].String() != "ours.yaml:3:23: error: there is no colour \"forest\" [unknown-color]" || list[0].Hint != test.hint {
			t.Errorf("%v: %s", list, list[0].Hint)
		}
	}
}

// Small print is in the family for headings, unless the brand has it in that of text,
// with the weight that this has there.
func TestSmallPrint(t *testing.T) {
	l := feature(t)
	for _, test := range []struct {
		brand  string
		family doc.Family
		weight int
	}{
		{"typography: {base: {family: Vollkorn, weight: medium}}", doc.HeadingsFamily, 400},
		{"typography: {base: {family: Vollkorn, weight: medium}}\ndefaults: {presskit: {small-print: headings}}", doc.HeadingsFamily, 400},
		{"typography: {base: {family: Vollkorn, weight: medium}}\ndefaults: {presskit: {small-print: base}}", doc.BaseFamily, 500},
	} {
		styles := Styles(house(t, test.brand), l)
		if c := styles[doc.RoleCaption]; c.Family != test.family || c.Weight != test.weight {
			t.Errorf("%s: captions are set in %d, %d", test.brand, c.Family, c.Weight)
		}
		for role, s := range styles {
			if s.Family == doc.SmallFamily {
				t.Errorf("%s: the family of %s is open", test.brand, role)
			}
		}
		if h := styles[doc.RoleHeadline]; h.Family != doc.HeadingsFamily {
			t.Errorf("%s: the headline is set in %d", test.brand, h.Family)
		}
	}
}

func TestContrast(t *testing.T) {
	l := feature(t)
	for _, test := range []struct{ name, brand, want string }{
		{"nothing given", "meta: {}", ""},
		{"a sound brand", "color: {primary: '#0A5058', foreground: '#17211F'}", ""},
		{"a faint primary", "color: {primary: '#7FB5C0'}", `
_brand.yml:1:18: warning: paper #FFFFFF on primary #7FB5C0 has a contrast of 2.2:1, less than 4.5:1, in embargo
_brand.yml:1:18: warning: primary #7FB5C0 on paper #FFFFFF has a contrast of 2.2:1, less than 4.5:1, in contents-title, kicker, fact-label and 18 more
_brand.yml:1:18: warning: primary #7FB5C0 on tint #F7FBFB has a contrast of 2.1:1, less than 4.5:1, in stat-group, stat-prefix, stat-unit and 6 more`},
		{"each at its place", "color:\n  foreground: gray\n  primary: '#0A5058'\n  link: orange\ndefaults: {presskit: {colors: {soft: silver, accent: gold}}}", `
_brand.yml:2:15: warning: ink #808080 on paper #FFFFFF has a contrast of 3.9:1, less than 4.5:1, in masthead, contents-entry, standfirst and 22 more
_brand.yml:2:15: warning: ink #808080 on tint #F0F5F5 has a contrast of 3.5:1, less than 4.5:1, in code, stat-title, stat-label and 1 more
_brand.yml:4:9: warning: link #FFA500 on paper #FFFFFF has a contrast of 1.9:1, less than 4.5:1, in standfirst, lede, body and 9 more
_brand.yml:4:9: warning: link #FFA500 on tint #F0F5F5 has a contrast of 1.7:1, less than 4.5:1, in stat-label, stat-note
_brand.yml:5:38: warning: soft #C0C0C0 on paper #FFFFFF has a contrast of 1.8:1, less than 4.5:1, in masthead-line, footer, caption and 6 more
_brand.yml:5:38: warning: soft #C0C0C0 on tint #F0F5F5 has a contrast of 1.6:1, less than 4.5:1, in stat-note
_brand.yml:5:54: warning: paper #FFFFFF on accent #FFD700 has a contrast of 1.4:1, less than 4.5:1, in embargo
_brand.yml:5:54: warning: accent #FFD700 on paper #FFFFFF has a contrast of 1.4:1, less than 4.5:1, in timeline-date, quotation-mark`},
		{"large text may be fainter", "color: {primary: '#0A5058'}\ntypography: {headings: {color: '#8a8a8a'}}", `
_brand.yml:2:32: warning: headings #8A8A8A on paper #FFFFFF has a contrast of 3.4:1, less than 4.5:1, in subhead, subhead-2, question`},
		{"secondary is not used", "color: {primary: '#0A5058', secondary: orange}", ""},
		{"on dark paper", "color: {background: '#101820', foreground: white, primary: '#8AC6FF'}", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := house(t, test.brand)
			same, list := Contrast(b, l, false)
			if same != b {
				t.Error("the brand was changed")
			}
			if got := strings.ReplaceAll(list.Error(), " [low-contrast]", ""); got != strings.TrimPrefix(test.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, test.want)
			}
			fixed, notes := Contrast(b, l, true)
			if len(notes) != len(list) {
				t.Errorf("%d notes for %d warnings", len(notes), len(list))
			}
			if _, left := Contrast(fixed, l, false); len(left) > 0 {
				t.Errorf("after the fix:\n%v", left)
			}
			if fixed.Colors.Paper != b.Colors.Paper || fixed.Colors.Tint != b.Colors.Tint {
				t.Error("the fix changed a ground")
			}
		})
	}
}

// Where ink has to stand out from a paper and a tint that are far apart, no
// lightness does, and none is put in place.
func TestContrastWithoutWay(t *testing.T) {
	b := house(t, "color: {primary: black, foreground: '#808080'}\ndefaults: {presskit: {colors: {tint: '#5a5a5a', soft: black, accent: black}}}")
	fixed, list := Contrast(b, feature(t), true)
	if fixed.Colors.Ink != b.Colors.Ink || !strings.Contains(list.Error(), "1:37: warning: ink #808080 on tint #5A5A5A") {
		t.Errorf("%v\n%v", fixed.Colors.Ink, list)
	}
	if i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Message, "ink") }); i < 0 || !strings.HasPrefix(list[i].Hint, "no lightness of ink would do") {
		t.Errorf("%+v", list)
	}
}

// The pairs follow the layout: its colours, sizes and slots.
// No brand is changed for a layout that sets text in the colour of paper.
func TestContrastOfGrounds(t *testing.T) {
	l := *feature(t)
	l.Styles = Styles(brand.Default(), &l)
	body := l.Styles[doc.RoleBody]
	body.Color = doc.Paper
	l.Styles[doc.RoleBody] = body
	b, list := Contrast(brand.Default(), &l, true)
	if b.Colors.Paper != brand.Default().Colors.Paper {
		t.Errorf("paper is %s", b.Colors.Paper)
	}
	if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return d.Rule == "low-contrast" && strings.Contains(d.Message, "body in paper on paper") && d.Severity == diag.Warning
	}) {
		t.Errorf("%v", list)
	}
}

func TestPairsFollowTheLayout(t *testing.T) {
	has := func(l *layouts.Layout, want string) bool {
		return slices.ContainsFunc(pairs(brand.Default(), l), func(p Pair) bool {
			return slices.ContainsFunc(p.Roles, func(r doc.Role) bool {
				return fmt.Sprintf("%s: %s on %s %g", r, p.Text, p.Ground, p.Ratio) == want
			})
		})
	}
	l := feature(t)
	for _, want := range []string{
		"headline: ink on paper 3", "kicker: primary on paper 4.5", "stat-value: primary on tint 3", "stat-unit: primary on tint 4.5",
		"embargo: paper on accent 4.5", "timeline-date: accent on paper 4.5", "body: link on paper 4.5", "stat-note: soft on tint 4.5",
	} {
		if !has(l, want) {
			t.Errorf("no pair %s", want)
		}
	}
	other := *l
	other.Styles = Styles(brand.Default(), l)
	s := other.Styles[doc.RoleHeadline]
	s.Color, s.Size, s.Steps = doc.Secondary, 13, nil
	other.Styles[doc.RoleHeadline] = s
	if !has(&other, "headline: secondary on paper 4.5") || has(&other, "headline: ink on paper 3") {
		t.Error("a headline of another colour and size gives the same pairs")
	}
	other.Parts.Kit.Slots = nil
	if has(&other, "timeline-date: accent on paper 4.5") {
		t.Error("there is a timeline in a layout without one")
	}
}

// Every role has its grounds, and every run its hosts.
func TestEveryRoleHasAGround(t *testing.T) {
	for _, name := range layouts.Names() {
		l, list := layouts.Load(name)
		if l == nil {
			t.Fatal(list)
		}
		for _, role := range doc.BlockRoles() {
			if len(grounds(l, role)) == 0 {
				t.Errorf("%s: %s", name, role)
			}
		}
	}
	for _, role := range doc.RunRoles() {
		if len(hosts(role)) == 0 {
			t.Error(role)
		}
	}
}

// What the brand says about headings and text wins over the layout.
func TestStylesOfTheBrand(t *testing.T) {
	l := feature(t)
	styles := Styles(house(t, "typography: {base: {weight: light}, headings: {weight: 600, style: italic, color: '#0A5058'}}"), l)
	if s := styles[doc.RoleHeadline]; s.Weight != 600 || !s.Italic || s.Color != doc.Headings {
		t.Errorf("headline %+v", s)
	}
	if s := styles[doc.RoleBody]; s.Weight != 300 {
		t.Errorf("body %+v", s)
	}
	if s := styles[doc.RoleCaption]; s.Weight != 400 || s.Color != doc.Soft {
		t.Errorf("caption %+v", s)
	}
	if plain := Styles(brand.Default(), l)[doc.RoleHeadline]; plain.Weight != 800 || plain.Italic || plain.Color != doc.Ink {
		t.Errorf("without a brand: %+v", plain)
	}
}
