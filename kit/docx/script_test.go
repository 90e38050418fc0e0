package docx

import (
	"fmt"
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
		theme := render(t, Format{Fonts: FontsNone}, example(t, name, ""))["word/theme/theme1.xml"]
		for _, w := range want {
			if !strings.Contains(theme, w) {
				_, fonts, _ := strings.Cut(theme, "<a:majorFont>")
				fonts, _, _ = strings.Cut(fonts, "</a:minorFont>")
				t.Errorf("%s: no %s in %s", name, w, fonts)
			}
		}
	}
}

// Letters that the brand's fonts lack name the font that the printed kit has them from,
// which travels with the document. The theme names that of complex scripts.
func TestLettersThatTheBrandLacks(t *testing.T) {
	const named = `<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:cs="%[1]s"/>`
	tests := []struct {
		lang, text, font, run, complex string
	}{
		{"en", "Plain words, and Łódź.", "", "", ""},
		{"ka", "ახალი ცენტრი, და 12.", "Noto Sans Georgian", "<w:t>ახალი ცენტრი, და</w:t>", ""},
		{"en", "Say ˈpɹɛs, please.", "Noto Sans", "<w:t>ˈpɹɛs</w:t>", ""},
		{"hi", "नया केंद्र, 12.", "", "<w:t>नया केंद्र, 12.</w:t>", "Noto Sans Devanagari"},
		{"en", "Named केंद्र.", "", "<w:t>Named केंद्र.</w:t>", "Noto Sans Devanagari"},
		{"ar", "عمّان, سابقًا", "", "عمّان", "Noto Naskh Arabic"},
		{"th", "ศูนย์ใหม่", "", "<w:t>ศูนย์ใหม่</w:t>", "Noto Sans Thai"},
		{"th", "ศูนย์ केंद्र", "Noto Sans Devanagari", "<w:t>केंद्र</w:t>", "Noto Sans Thai"},
		{"en", "Arrows → and ✓ and 日本.", "", "<w:t>Arrows → and ✓ and 日本.</w:t>", ""},
	}
	for _, test := range tests {
		d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T(test.text)})
		d.Lang = test.lang
		parts := render(t, Format{}, d)
		document := parts["word/document.xml"]
		if test.font != "" {
			test.run = "<w:rPr>" + fmt.Sprintf(named, test.font) + "</w:rPr>" + test.run
		} else if strings.Contains(document, "<w:rFonts") {
			t.Errorf("%s: a font is named in %s", test.text, body(t, document))
		}
		if !strings.Contains(strings.ReplaceAll(document, ` xml:space="preserve"`, ""), test.run) {
			t.Errorf("%s: no %s in %s", test.text, test.run, body(t, document))
		}
		for _, font := range []string{test.font, test.complex} {
			if font != "" && !strings.Contains(parts["word/fontTable.xml"], `<w:font w:name="`+font+`"`) {
				t.Errorf("%s: %s does not travel", test.text, font)
			}
		}
		if want := `<a:cs typeface="` + test.complex + `"/></a:minorFont>`; !strings.Contains(parts["word/theme/theme1.xml"], want) {
			t.Errorf("%s: the theme has no %s", test.text, want)
		}
		if test.lang != "en" && isComplex(test.lang) && !strings.Contains(parts["word/styles.xml"], `w:bidi="`+test.lang+`-`) {
			t.Errorf("%s: complex scripts are not in %s", test.text, test.lang)
		}
	}
	d := small(t, &doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: doc.T("ახალი")})
	if document := render(t, Format{}, d)["word/document.xml"]; !strings.Contains(document, `<w:b w:val="true"/>`) {
		t.Error("letters for a heavy cut are not bold", body(t, document))
	}
}

// A table from right to left that ends with the text is put there: its indent, which
// is otherwise that of its style, would be taken from the wrong side by LibreOffice.
func TestTablesFromRightToLeftEndWithTheText(t *testing.T) {
	facts := &doc.Section{Title: doc.T("Facts"), Beside: true, Blocks: []doc.Block{
		&doc.Table{Role: doc.RoleFactValue, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}}}}}
	properties := regexp.MustCompile(`<w:tblPr>.*?</w:tblPr>`)
	for _, rtl := range []bool{false, true} {
		d := small(t, facts)
		d.Parts[0].Span = 0
		d.RTL = rtl
		parts := render(t, Format{}, d)
		pr := properties.FindString(parts[documentPart])
		if got := strings.Contains(pr, `<w:jc w:val="right"/>`); got != rtl {
			t.Errorf("from right to left %v: aligned %v: %s", rtl, got, pr)
		}
		if got := strings.Contains(styleOf(t, parts, factTable), "<w:tblInd "); got == rtl || strings.Contains(pr, "<w:tblInd ") {
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

// In documents from right to left tables that nothing stands beside are as wide as what
// they stand in: programs do not agree on which side is the left one.
func TestTablesFromRightToLeftAreEven(t *testing.T) {
	d := specimen(t)
	d.RTL, d.Lang = true, "ar"
	b := newBuilder(Format{}, d)
	table := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}}}
	d = small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}, table)
	d.RTL, d.Parts[0].Offset, d.Parts[0].Span = true, 3, d.Page.Columns-4
	document := render(t, Format{}, d)["word/document.xml"]
	for _, want := range []string{`<w:tblW w:w="` + strconv.FormatInt(twentieths(b.measure), 10) + `"`, `<w:gridBefore w:val="1"/>`, `<w:gridAfter w:val="1"/>`} {
		if !strings.Contains(document, want) {
			t.Errorf("no %s in %s", want, body(t, document))
		}
	}
	if strings.Contains(document, "<w:tblInd ") {
		t.Error("the table is indented")
	}
}

// Words in complex scripts are checked in the language of their script, if they name
// none, and East Asian ones in that of the document, if it is one.
func TestLanguagesOfScripts(t *testing.T) {
	for _, test := range []struct{ lang, text, styles, runs string }{
		{"en-GB", "Plain.", `<w:lang w:val="en-GB" w:bidi="ar-SA"/>`, ""},
		{"en-GB", "The word שלום in it.", `<w:lang w:val="en-GB" w:bidi="he-IL"/>`, ""},
		{"en-GB", "A word नया in it.", `<w:lang w:val="en-GB" w:bidi="hi-IN"/>`, ""},
		{"ar-LB", "كلمة שלום هنا.", `<w:lang w:val="ar-LB" w:bidi="ar-LB"/>`, `<w:rtl/><w:lang w:bidi="he-IL"/>`},
		{"he", "מילה קנדיל קנ قناديل.", `<w:lang w:val="he-IL" w:bidi="he-IL"/>`, ""},
		{"ja", "短い文。", `<w:lang w:val="ja-JP" w:eastAsia="ja-JP" w:bidi="ar-SA"/>`, ""},
	} {
		d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T(test.text)})
		d.Lang, d.RTL = test.lang, isComplex(test.lang)
		parts := render(t, Format{}, d)
		if !strings.Contains(parts["word/styles.xml"], test.styles) {
			t.Errorf("%s: no %s", test.lang, test.styles)
		}
		if !strings.Contains(parts["word/document.xml"], test.runs) {
			t.Errorf("%s: no %s in %s", test.lang, test.runs, body(t, parts["word/document.xml"]))
		}
		if got := strings.Contains(parts["word/settings.xml"], `"compressPunctuation"`); got != (test.lang == "ja") {
			t.Errorf("%s: closes up punctuation: %v", test.lang, got)
		}
	}
}

// The numbers of pictures count what Word calls figures in the language.
func TestFigureLabels(t *testing.T) {
	for lang, want := range map[string]string{"en-GB": "Figure", "de-AT": "Abbildung", "fr": "Figure", "zh-TW": "圖", "zh": "图", "pt-BR": "Figura", "x-": "Figure", "": "Figure"} {
		if got := figureLabel(lang); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}
