package docx

import (
	"cmp"
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// kits are documents that use every style, with the parts that have text.
func kits(t *testing.T) map[string]map[string]string {
	rtl := specimen(t)
	rtl.RTL, rtl.Lang = true, "ar"
	return map[string]map[string]string{
		"left to right": render(t, Format{}, specimen(t)),
		"right to left": render(t, Format{}, rtl),
	}
}

func textParts(parts map[string]string) map[string]string {
	out := map[string]string{}
	for name, data := range parts {
		if name == documentPart || strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer") {
			out[name] = data
		}
	}
	return out
}

// Every style leads to the default one, so that a change there reaches it; and a
// style that is made for a place says no more than what is different.
func TestStylesAreBasedOnEachOther(t *testing.T) {
	text := &doc.Para{Role: doc.RoleBody, Text: doc.T("Some text.")}
	d := specimen(t)
	d.Parts = append(d.Parts, doc.Part{Role: doc.RoleKit, Span: 12, Blocks: []doc.Block{
		&doc.Section{Role: "background", Title: doc.T("Background"), Beside: true, Blocks: []doc.Block{text, text}}}})
	sheet := render(t, Format{}, d)["word/styles.xml"]
	base := map[string]string{}
	for _, m := range regexp.MustCompile(`(?s)<w:style w:type="paragraph" w:styleId="([^"]*)".*?</w:style>`).FindAllStringSubmatch(sheet, -1) {
		base[m[1]] = ""
		if b := regexp.MustCompile(`<w:basedOn w:val="([^"]*)"`).FindStringSubmatch(m[0]); b != nil {
			base[m[1]] = b[1]
		}
		if m[1] == "BodyTextIndented" && (strings.Contains(m[0], "<w:rPr>") || !strings.Contains(m[0], "<w:ind ")) {
			t.Errorf("more than an indent: %s", m[0])
		}
	}
	if base["BodyTextIndented"] != "BodyText" {
		t.Errorf("the indented text is based on %q", base["BodyTextIndented"])
	}
	for id := range base {
		at := id
		for range len(base) {
			if at == normal {
				break
			}
			at = base[at]
		}
		if at != normal {
			t.Errorf("%s is not based on %s", id, normal)
		}
	}
}

// Who cannot see a table is told what it is; those that set things side by side say
// nothing.
func TestTablesAreDescribed(t *testing.T) {
	for kit, parts := range kits(t) {
		for name, data := range textParts(parts) {
			for _, table := range strings.Split(data, "<w:tbl>")[1:] {
				properties, _, _ := strings.Cut(table, "</w:tblPr>")
				titled, described := strings.Contains(properties, "<w:tblCaption "), strings.Contains(properties, "<w:tblDescription ")
				if titled != described {
					t.Errorf("%s, %s: a table has a title %v and a description %v", kit, name, titled, described)
				}
				for _, id := range []string{panelTable, factTable, dataTable, contentsTable} {
					if !titled && strings.Contains(properties, `<w:tblStyle w:val="`+id+`"/>`) {
						t.Errorf("%s, %s: a table in %s has no title", kit, name, id)
					}
				}
				if titled && strings.Contains(properties, `<w:tblStyle w:val="`+plainTable+`"/>`) && strings.Contains(strings.ToLower(properties), "layout") {
					t.Errorf("%s, %s: a table says %s", kit, name, properties)
				}
			}
		}
	}
}

func TestEvenly(t *testing.T) {
	b := newBuilder(Format{}, specimen(t))
	l := b.d.Style(doc.RoleCaption)
	text := "A map of the quay"
	whole := b.fonts.advance(text, l, l.Size)
	for _, test := range []struct {
		measure doc.Pt
		want    string
	}{
		{whole + 1, "A map of the quay"},
		{whole - 1, "A map of the\u00a0quay"}, // would leave one word
		{whole * .6, "A map of the quay"},     // two words stand there anyway
		{whole * .2, "A map of the quay"},     // two words are too long for a line
	} {
		if got := b.evenly(doc.T(text), l, test.measure).Plain(); got != test.want {
			t.Errorf("in %.1f of %.1f: %q, want %q", test.measure, whole, got, test.want)
		}
	}
}

// A quotation is wide where no panel stands beside it.
func TestWideQuotations(t *testing.T) {
	panel := &doc.Aside{Role: doc.RoleStatistics, Blocks: []doc.Block{&doc.StatGroup{Stats: []*doc.Stat{{Value: doc.T("1"), Label: doc.T("of them")}}}}}
	quote := &doc.Callout{Role: doc.RoleQuote, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T("We measured.")}}}
	short := &doc.Para{Role: doc.RoleBody, Text: doc.T("Text beside it.")}
	long := &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.Repeat("Text beside it and below. ", 300))}
	wide := func(blocks ...doc.Block) bool {
		return strings.Contains(body(t, render(t, Format{}, small(t, blocks...))[documentPart]), `"IntenseQuote`)
	}
	if !wide(short, quote) || wide(panel, short, quote) || !wide(panel, long, quote) {
		t.Error("wide without a panel and on the page after it, and not beside it")
	}
}

// The definition of a numbered list has the indents of its place: they count more
// than those of the style.
func TestNumberedListKeepsItsPlace(t *testing.T) {
	item := func(s string) doc.Item {
		return doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T(s)}}}
	}
	list := &doc.List{Role: doc.RoleListItem, Ordered: true, Start: 4, Items: []doc.Item{item("one"), item("two")}}
	d := small(t, list)
	d.Parts = append(d.Parts, doc.Part{Role: doc.RoleKit, Span: 12, Blocks: []doc.Block{
		&doc.Section{Role: "background", Title: doc.T("Background"), Beside: true, Blocks: []doc.Block{list}}}})
	parts := render(t, Format{}, d)
	if n := strings.Count(parts["word/numbering.xml"], `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>`); n != 2 {
		t.Errorf("%d lists begin anew with 4, want 2", n)
	}
	if strings.Contains(parts["word/numbering.xml"], `<w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr>`) {
		t.Error("indents of the numbers would count more than those of the place")
	}
	indents := map[string]bool{}
	left := regexp.MustCompile(`<w:ind w:left="(\d+)"`)
	for _, m := range regexp.MustCompile(`<w:pStyle w:val="(ListNumber\w*)"/>`).FindAllStringSubmatch(parts[documentPart], -1) {
		at := left.FindString(styleOf(t, parts, m[1]))
		indents[cmp.Or(at, left.FindString(styleOf(t, parts, listNumber)))] = true
	}
	if !indents[`<w:ind w:left="290"`] || len(indents) != 2 {
		t.Errorf("the lists stand at %v, want one at 290 and one further in", indents)
	}
}

// TestBrandColors holds that a colour which the theme has no place for is written by
// its value, alone.
func TestBrandColors(t *testing.T) {
	d := specimen(t)
	d.Theme.Colors["forest"] = doc.Color{R: 0x12, G: 0x45, B: 0x2F}
	st := d.Styles[doc.RoleSubhead]
	st.Color = "forest"
	d.Styles[doc.RoleSubhead] = st
	d.Looks.SectionRule.Color = "forest"
	d.Page.First.Rule = doc.Border{Width: 1, Color: "forest"}
	styles := render(t, Format{}, d)["word/styles.xml"]
	if !strings.Contains(styles, `<w:color w:val="12452F"/>`) || !regexp.MustCompile(`w:color="12452F" w:sz=`).MatchString(styles) {
		t.Error("the colour is not there by its value")
	}
	if regexp.MustCompile(`12452F" w:theme`).MatchString(styles) {
		t.Error("the colour has a place in the theme")
	}
}

// Word's list of styles ends with the rank of 99, however many styles are based on
// each other.
func TestRanksOfStyles(t *testing.T) {
	s := newBuilder(Format{}, small(t)).sheet
	id := gap
	for _, name := range []string{"One", "Two", "Three"} {
		v := s.variant(id, name, func(*style) {})
		if id = v.id; v.priority > 99 {
			t.Errorf("%s has the rank %d", name, v.priority)
		}
	}
}
