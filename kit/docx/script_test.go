package docx

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// A family that has the letters of a script sets them itself.
func TestFamiliesSetTheirOwnScripts(t *testing.T) {
	for name, want := range map[string][2]string{
		"festival":  {`<a:majorFont><a:latin typeface="Readex Pro"/><a:ea typeface=""/><a:cs typeface="Readex Pro"/>`, `<a:cs typeface="Noto Naskh Arabic"/></a:minorFont>`},
		"appliance": {`<a:majorFont><a:latin typeface="Zen Kaku Gothic New"/><a:ea typeface="Zen Kaku Gothic New"/>`, `<a:minorFont>`},
	} {
		theme := render(t, Format{}, example(t, name, ""))["word/theme/theme1.xml"]
		for _, w := range want {
			if !strings.Contains(theme, w) {
				_, fonts, _ := strings.Cut(theme, "<a:majorFont>")
				fonts, _, _ = strings.Cut(fonts, "</a:minorFont>")
				t.Errorf("%s: no %s in %s", name, w, fonts)
			}
		}
	}
}

// A table from right to left that ends with the text is put there: its indent
// would be taken from the wrong side by LibreOffice.
func TestTablesFromRightToLeftEndWithTheText(t *testing.T) {
	facts := &doc.Section{Title: doc.T("Facts"), Beside: true, Blocks: []doc.Block{
		&doc.Table{Role: doc.RoleFactValue, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}}}}}
	properties := regexp.MustCompile(`<w:tblPr>.*?</w:tblPr>`)
	for _, rtl := range []bool{false, true} {
		d := small(t, facts)
		d.Parts[0].Span = 0
		d.RTL = rtl
		pr := properties.FindString(render(t, Format{}, d)["word/document.xml"])
		if got := strings.Contains(pr, `<w:jc w:val="right"/>`); got != rtl {
			t.Errorf("from right to left %v: aligned %v: %s", rtl, got, pr)
		}
		if got := strings.Contains(pr, "<w:tblInd "); got == rtl {
			t.Errorf("from right to left %v: indented %v: %s", rtl, got, pr)
		}
	}
}

func TestJoinedLettersAreNotNarrowed(t *testing.T) {
	d := specimen(t)
	b := newFontBook(d.Theme, NewCache())
	l := doc.Style{Size: 20, LineHeight: 24, Balance: true}
	if w := b.spare("two lines that are not so even at all", l, 200); w <= 0 {
		t.Error("Latin letters are not narrowed")
	}
	if w := b.spare("سطران لا يتساويان في الطول عند هذا القياس", l, 200); w != 0 {
		t.Errorf("narrowed by %v", w)
	}
}

// Lines of ideographs are not narrowed, and have the room that LibreOffice puts
// between them and figures; Word is told to leave it out.
func TestIdeographs(t *testing.T) {
	d := specimen(t)
	b := newFontBook(d.Theme, NewCache())
	l := doc.Style{Size: 20, LineHeight: 24, Balance: true}
	if w := b.advance("売10月", l, 20) - b.advance("売月", l, 20) - b.advance("10", l, 20); math.Abs(w-2*autoSpace*20) > 0.01 {
		t.Errorf("%.2f points between ideographs and figures", w)
	}
	if w := b.spare("炊飯中の音をささやき声より静かに、土鍋炊飯器を十月に発売", l, 200); w != 0 {
		t.Errorf("narrowed by %v", w)
	}
	bd := newBuilder(Format{}, d)
	value, unit := &doc.Stat{Value: doc.T("3,600")}, &doc.Stat{Value: doc.T("3,600"), Unit: doc.T("台"), UnitTight: true}
	look := d.Style(doc.RoleUnit)
	least := bd.fonts.advance("台", look, d.Style(doc.RoleStatValue).Size*look.Scale) + autoSpace*d.Style(doc.RoleStatValue).Size
	if w := bd.statWidth(unit) - bd.statWidth(value); w < least {
		t.Errorf("a unit takes %.2f points, want %.2f", w, least)
	}
	for lang, want := range map[string]bool{"ja": true, "en": false} {
		d.Lang = lang
		if got := strings.Contains(styleOf(t, render(t, Format{}, d), normal), `<w:autoSpaceDN w:val="false"/>`); got != want {
			t.Errorf("%s: told so: %v", lang, got)
		}
	}
}

// In documents from right to left every cell has as much margin on both sides, and
// tables that nothing stands beside are as wide as what they stand in: programs do
// not agree on which side is the left one.
func TestTablesFromRightToLeftAreEven(t *testing.T) {
	d := specimen(t)
	d.RTL, d.Lang = true, "ar"
	b := newBuilder(Format{}, d)
	document := render(t, Format{}, d)["word/document.xml"]
	margins := regexp.MustCompile(`<w:tcMar>.*?</w:tcMar>`).FindAllString(document, -1)
	if len(margins) < 10 {
		t.Errorf("%d cells have margins", len(margins))
	}
	side := regexp.MustCompile(`<w:(?:left|right) w:w="(-?\d+)"`)
	for _, m := range margins {
		if s := side.FindAllStringSubmatch(m, -1); len(s) == 1 || len(s) == 2 && s[0][1] != s[1][1] {
			t.Errorf("a cell has other margins at its sides: %s", m)
		}
	}
	table := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}}}
	d = small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}, table)
	d.RTL, d.Parts[0].Offset, d.Parts[0].Span = true, 3, d.Page.Columns-4
	document = render(t, Format{}, d)["word/document.xml"]
	for _, want := range []string{`<w:tblW w:w="` + strconv.FormatInt(twentieths(b.measure), 10) + `"`, `<w:gridBefore w:val="1"/>`, `<w:gridAfter w:val="1"/>`} {
		if !strings.Contains(document, want) {
			t.Errorf("no %s in %s", want, body(t, document))
		}
	}
	if strings.Contains(document, "<w:tblInd ") {
		t.Error("the table is indented")
	}
}
