package compose

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// typed gives a layout in the type of a brand that says something of typography.
func typed(t *testing.T, layout, typography string) (*brand.Brand, *layouts.Layout, diag.List) {
	t.Helper()
	b, list := brand.Read(fstest.MapFS{"_brand.yml": {Data: []byte("typography: " + typography + "\n")}}, "_brand.yml")
	if len(list) > 0 {
		t.Fatal(list)
	}
	l, list := layouts.Load(layout)
	if len(list) > 0 {
		t.Fatal(list)
	}
	l, list = Typed(b, l)
	return b, l, list
}

// Size and leading of the text are the brand's, and everything follows.
func TestTypeOfTheBrand(t *testing.T) {
	for _, test := range []struct {
		layout, typography string
		size, baseline     doc.Pt
	}{
		{"feature", "{base: {weight: 400}}", 10.5, 14.5},
		{"feature", "{base: {size: 16px}}", 10.5, 14.5},
		{"feature", "{base: {size: 1rem}}", 10.5, 14.5},
		{"feature", "{base: {size: 18px}}", 12, 14.5 * 18 / 16}, // 11.8, in half points
		{"feature", "{base: {size: 1.125em}}", 12, 14.5 * 1.125},
		{"feature", "{base: {size: 90%}}", 9.5, 14.5 * .9},
		{"feature", "{base: {size: 12pt}}", 12, 14.5 * 12 / 10.5},
		{"margin", "{base: {size: 3.5mm}}", 10, 15 * (3.5 * 72 / 25.4) / 10.5},
		{"bulletin", "{base: {size: 12pt}}", 12, 14.5 * 12 / 9.5},
		{"bulletin", "{base: {size: 16px}}", 9.5, 14.5},
		{"feature", "{base: {line-height: 1.5}}", 10.5, 10.5 * 1.5},
		{"feature", `{base: {line-height: "150%"}}`, 10.5, 10.5 * 1.5},
		{"feature", "{base: {line-height: 24px}}", 10.5, 10.5 * 1.5},
		{"feature", "{base: {size: 20px, line-height: 1.5rem}}", 13, 10.5 * 1.25 * 1.2},
		{"feature", "{base: {size: 12pt, line-height: 15pt}}", 12, 15},
		{"feature", "{base: {size: 12pt, line-height: 20px}}", 12, 15}, // which is 15 pt in CSS
	} {
		b, l, list := typed(t, test.layout, test.typography)
		body := Styles(b, l)[doc.RoleBody]
		if len(list) > 0 || body.Size != test.size || !near(l.Page.Baseline, test.baseline) || !near(body.LineHeight, test.baseline) {
			t.Errorf("%s %s: %g/%g on %g, want %g on %g %v", test.layout, test.typography, body.Size, body.LineHeight, l.Page.Baseline, test.size, test.baseline, list)
		}
	}
}

// Spaces, heads and steps follow; what is furniture of the sheet does not.
func TestEverythingFollowsTheText(t *testing.T) {
	_, was, _ := typed(t, "feature", "{}")
	b, l, _ := typed(t, "feature", "{base: {size: 24px, line-height: 1.8}}")
	size, leading := 1.5, l.Page.Baseline/was.Page.Baseline
	styles := Styles(b, l)
	for role, old := range was.Styles {
		s := styles[role]
		size, leading := size, leading
		if furniture(role) { // which stands in margins
			size, leading = 1.25, 1.25
		}
		if math.Abs(s.Size-old.Size*size) > .25 || !near(s.LineHeight, old.LineHeight*leading) || !furniture(role) && (!near(s.Before, old.Before*leading) || !near(s.After, old.After*leading)) {
			t.Errorf("%s: %g/%g with %g and %g, from %g/%g with %g and %g", role, s.Size, s.LineHeight, s.Before, s.After, old.Size, old.LineHeight, old.Before, old.After)
		}
		for i, step := range s.Steps {
			if math.Abs(step.Size-old.Steps[i].Size*size) > .25 || !near(step.LineHeight, old.Steps[i].LineHeight*leading) {
				t.Errorf("%s: step %+v, from %+v", role, step, old.Steps[i])
			}
		}
	}
	if a, old := l.Adjacent[doc.RoleHeadline][doc.RoleStandfirst], was.Adjacent[doc.RoleHeadline][doc.RoleStandfirst]; !near(a, old*leading) {
		t.Errorf("%g below the headline, from %g", a, old)
	}
	if l.Page.Top != was.Page.Top || l.Page.Logo != was.Page.Logo || !near(l.Page.First.Height, was.Page.First.Height*leading) {
		t.Errorf("%+v, from %+v", l.Page, was.Page)
	}
	if was.Styles[doc.RoleBody].Size != 10.5 || was.Page.Baseline != 14.5 {
		t.Error("the layout was changed")
	}
	_, l, _ = typed(t, "feature", "{base: {line-height: 1.1}}")
	for role, s := range l.Styles { // within half of half a module
		if s.LineHeight > 0 && s.LineHeight+l.Page.Baseline/32 < 1.05*s.Size {
			t.Errorf("%s is set %g/%g", role, s.Size, s.LineHeight)
		}
	}
	if room, before := l.Page.First.Height-l.Page.First.Padding, was.Page.First.Height-was.Page.First.Padding; !near(room, before) {
		t.Errorf("the head has %g for the logo, from %g", room, before)
	}
}

// Leadings of headings are the brand's, in half modules.
func TestLeadingOfHeadings(t *testing.T) {
	b, l, _ := typed(t, "feature", "{headings: {line-height: 1.3}}")
	half := l.Page.Baseline / 16
	for role, s := range Styles(b, l) {
		switch role {
		case doc.RoleHeadline, doc.RoleSectionTitle, doc.RoleSubhead, doc.RoleSubhead2, doc.RoleQuestion:
			if n := s.LineHeight / half; !near(n, math.Round(n)) || math.Abs(s.LineHeight-1.3*s.Size) > half/2 {
				t.Errorf("%s is set %g/%g", role, s.Size, s.LineHeight)
			}
			for _, step := range s.Steps {
				if math.Abs(step.LineHeight-1.3*step.Size) > half/2 {
					t.Errorf("%s: step %+v", role, step)
				}
			}
		default:
			if s.LineHeight != l.Styles[role].LineHeight {
				t.Errorf("%s is no heading and has lines of %g", role, s.LineHeight)
			}
		}
	}
}

// Text that is out of bounds is told where the brand says so, and set at the bound.
func TestTextOutOfBounds(t *testing.T) {
	for _, test := range []struct {
		typography string
		size       doc.Pt
		want       string
	}{
		{"{base: {size: 6pt}}", 7, `_brand.yml:1:27: warning: text of 6 pt cannot be read with ease; 7 pt is used [out-of-range]`},
		{"{base: {size: 10px}}", 7, `_brand.yml:1:27: warning: text of 6.56 pt cannot be read with ease; 7 pt is used [out-of-range]`},
		{"{base: {size: 2rem}}", 16, `_brand.yml:1:27: warning: text of 21 pt cannot be read with ease; 16 pt is used [out-of-range]`},
	} {
		b, l, list := typed(t, "feature", test.typography)
		if body := Styles(b, l)[doc.RoleBody]; body.Size != test.size || !strings.Contains(list.Error(), test.want) {
			t.Errorf("%s: %g pt, %v", test.typography, body.Size, list)
		}
	}
}

// Every size is one that Word has, in every layout.
func TestSizesAreHalfPoints(t *testing.T) {
	for _, name := range layouts.Names() {
		b, l, _ := typed(t, name, "{base: {size: 17px}}")
		for role, s := range Styles(b, l) {
			if s.Size*2 != math.Trunc(s.Size*2) {
				t.Errorf("%s: %s is set in %g pt", name, role, s.Size)
			}
		}
	}
}

// Code and links are set as the brand says, by name where it gives a colour.
func TestMarksOfTheBrand(t *testing.T) {
	const fonts = "fonts: [{family: Own, source: file, files: [own.ttf]}], "
	font, err := os.ReadFile("../../../brand/fonts/Manrope-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	marks := func(typography string) (links, code doc.Mark, block doc.Style) {
		t.Helper()
		b, list := brand.Read(fstest.MapFS{"_brand.yml": {Data: []byte("typography: {" + fonts + typography + "}\n")}, "own.ttf": {Data: font}}, "_brand.yml")
		if len(list) > 0 {
			t.Fatal(list)
		}
		l, list := Typed(b, feature(t))
		if len(list) > 0 {
			t.Fatal(list)
		}
		links, code = Marks(b, l)
		return links, code, Styles(b, l)[doc.RoleCode]
	}
	underlined := doc.Decoration{Underline: true}

	links, code, block := marks("base: Vollkorn")
	was := Styles(brand.Default(), feature(t))[doc.RoleCode]
	if links != (doc.Mark{Color: doc.Link, Decoration: underlined}) || code != (doc.Mark{}) || block.Family != was.Family || block.Size != was.Size || block.Ground != doc.Tint {
		t.Errorf("nothing said: %+v, %+v, %+v", links, code, block)
	}
	_, code, block = marks("monospace: {family: Own, size: 0.8em, weight: 500, color: '#112233', background-color: '#EEEEEE'}")
	if code != (doc.Mark{Code: true, Scale: 0.8, Weight: 500, Color: doc.CodeText, Ground: doc.CodeGround}) {
		t.Errorf("words: %+v", code)
	}
	if block.Family != doc.CodeBlockFamily || block.Size != 8.5 || block.Weight != 500 || block.Color != doc.CodeBlockText || block.Ground != doc.CodeBlockGround {
		t.Errorf("block: %+v", block)
	}
	// What is said of one kind wins, shares are of the text, and paper is no ground.
	links, code, block = marks("base: {size: 20px}, monospace: {family: Own, size: 16px, background-color: '#EEEEEE'}, " +
		"monospace-inline: {size: 9pt}, monospace-block: {line-height: 1.5, background-color: white}, link: {weight: 600, decoration: none, background-color: '#EEEEEE'}")
	if links != (doc.Mark{Color: doc.Link, Weight: 600, Ground: doc.LinkGround}) {
		t.Errorf("links: %+v", links)
	}
	if !near(code.Scale, 9/(10.5*1.25)) || code.Ground != doc.CodeGround {
		t.Errorf("words: %+v", code)
	}
	half := 14.5 * 1.25 / 16
	if block.Size != 10.5 || block.Ground != "" || !near(block.LineHeight, math.Round(block.Size*1.5/half)*half) {
		t.Errorf("block: %+v", block)
	}
}

// Code that does not go with the text is told once, where it is said.
func TestCodeOutOfBounds(t *testing.T) {
	b, l, list := typed(t, "feature", "{monospace: {size: 3em}}")
	if want := "_brand.yml:1:32: warning: code of 31.5 pt does not go with text of 10.5 pt; 15.8 pt is used [out-of-range]"; list.Error() != want {
		t.Errorf("%v, want %s", list, want)
	}
	if _, code := Marks(b, l); code.Scale != 1.5 {
		t.Errorf("%+v", code)
	}
}

// Grounds of code and links must let their words be read, and links without a line
// must stand out from the text.
func TestContrastOfMarks(t *testing.T) {
	for _, test := range []struct{ typography, want string }{
		{"{monospace-inline: {color: '#999999'}}", "_brand.yml:1:40: warning: code #999999 on paper #FFFFFF has a contrast of 2.8:1, less than 4.5:1, in standfirst, lede, body and 9 more [low-contrast]"},
		{"{monospace-block: {background-color: '#333333'}}", "_brand.yml:1:50: warning: code-block #161C24 on code-block-ground #333333 has a contrast of 1.3:1, less than 4.5:1, in code [low-contrast]"},
		{"{link: {color: '#1B4F8A', background-color: '#1B4F8A'}}", "warning: link #1B4F8A on link-ground #1B4F8A has a contrast of 1.0:1"},
		{"{link: {decoration: none}}", "warning: links are told from text by their colour alone, and #1B4F8A has a contrast of 2.0:1 with that of text, less than 3:1 [color-alone]"},
		{"{link: {decoration: none, weight: bold}}", ""},
		{"{monospace-block: {background-color: '#333333', color: white}}", ""},
	} {
		b, list := brand.Read(fstest.MapFS{"_brand.yml": {Data: []byte("typography: " + test.typography + "\n")}}, "_brand.yml")
		if len(list) > 0 {
			t.Fatal(list)
		}
		l := feature(t)
		_, list = Contrast(b, l, false)
		if got := list.Error(); test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s:\n%s\nwant %s", test.typography, got, test.want)
		}
		fixed, _ := Contrast(b, l, true)
		if _, left := Contrast(fixed, l, false); len(left) > 0 && !strings.Contains(test.want, "alone") {
			t.Errorf("%s: after the fix:\n%v", test.typography, left)
		}
	}
}

// A quotation that the layout wants in italics has them from the family of text, where
// that of headings has none.
func TestItalicsOfQuotations(t *testing.T) {
	for _, test := range []struct {
		layout, typography string
		family             doc.Family
	}{
		{"bulletin", "{base: Vollkorn, headings: Manrope}", doc.BaseFamily},
		{"bulletin", "{base: Manrope, headings: Vollkorn}", doc.HeadingsFamily},
		{"bulletin", "{base: Manrope, headings: Manrope}", doc.HeadingsFamily},
		{"margin", "{base: Vollkorn, headings: Manrope}", doc.HeadingsFamily}, // upright there
	} {
		b, l, _ := typed(t, test.layout, test.typography)
		styles := Styles(b, l)
		if got := styles[doc.RoleQuote].Family; got != test.family {
			t.Errorf("%s %s: quotations in family %d, want %d", test.layout, test.typography, got, test.family)
		}
		if got := styles[doc.RoleHeadline].Family; got != doc.HeadingsFamily {
			t.Errorf("%s %s: the headline in family %d", test.layout, test.typography, got)
		}
	}
}
