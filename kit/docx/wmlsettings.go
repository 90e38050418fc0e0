package docx

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/presskit-go/presskit/kit/doc"
)

const (
	consecutiveHyphens = 2
	hyphenationZone    = doc.Pt(18) // of ragged lines that are left unhyphenated
)

// settings writes the settings part.
func (m *markup) settings(d *doc.Document, embeds bool) ([]byte, error) {
	return m.part("w:settings", "", func(w *writer) {
		w.put(`<w:zoom w:percent="100"/>`)
		if d.Theme.PaintsPaper() {
			w.put("<w:displayBackgroundShape/>")
		}
		if embeds {
			w.put("<w:embedTrueTypeFonts/>")
		}
		w.put("<w:defaultTabStop")
		w.twips("w:val", listIndent)
		w.put("/>")
		if d.Style(doc.RoleBody).Hyphens {
			w.put("<w:autoHyphenation/><w:consecutiveHyphenLimit")
			w.number("w:val", consecutiveHyphens)
			w.put("/><w:hyphenationZone")
			w.twips("w:val", hyphenationZone)
			w.put("/><w:doNotHyphenateCaps/>")
		}
		spacing := "doNotCompress"
		if isEastAsian(d.Lang) {
			spacing = "compressPunctuation" // the blanks between two marks of full width
		}
		w.value("w:characterSpacingControl", spacing)
		w.put(`<w:compat><w:doNotExpandShiftReturn/>`)
		for _, c := range [][2]string{
			{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"}, {"enableOpenTypeFeatures", "1"},
			{"doNotFlipMirrorIndents", "1"}, {"differentiateMultirowTableHeaders", "1"}, {"useWord2013TrackBottomHyphenation", "0"},
		} {
			w.put(`<w:compatSetting w:name="`, c[0], `" w:uri="http://schemas.microsoft.com/office/word" w:val="`, c[1], `"/>`)
		}
		w.put("</w:compat><w:themeFontLang")
		lang := proofingLanguage(d.Lang)
		w.attribute("w:val", lang)
		if isEastAsian(lang) {
			w.attribute("w:eastAsia", lang)
		}
		if d.RTL {
			w.attribute("w:bidi", lang)
		}
		w.put(`/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"`)
		for _, name := range []string{"accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hyperlink", "followedHyperlink"} {
			w.put(" w:", name, `="`, name, `"`)
		}
		decimal, list := separators(d.Lang)
		w.put(`/><w:decimalSymbol w:val="`, decimal, `"/><w:listSeparator w:val="`, list, `"/>`)
	})
}

// separators are the sign before decimals in a language and the one between what
// fields and formulas list, which must not be the same.
func separators(lang string) (decimal, list string) {
	tag, err := language.Parse(lang)
	if err != nil || !strings.Contains(message.NewPrinter(tag).Sprint(number.Decimal(1.5)), ",") {
		return ".", ","
	}
	return ",", ";"
}
