package page

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/runenames"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// missing notes characters that no font has: one problem for each paragraph.
func (b *builder) missing(lost []typeset.Missing, t doc.Text, family string) {
	var chars []rune
	var at diag.Span
	for _, m := range lost {
		if b.noted[m.Rune] {
			continue
		}
		b.noted[m.Rune] = true
		if len(chars) == 0 {
			at = t[m.Span].Origin
		}
		chars = append(chars, m.Rune)
	}
	if len(chars) == 0 {
		return
	}
	message := "no font has the character " + nameOf(chars[0])
	if n := len(chars) - 1; n == 1 {
		message += " and one other of this text: " + listed(chars[1:])
	} else if n > 1 {
		message += fmt.Sprintf(" and %d others of this text: %s", n, listed(chars[1:]))
	}
	b.report(diag.Diagnostic{
		Rule: "missing-glyph", Severity: diag.Error, Kind: diag.Missing, Span: at, Message: message,
		Hint: fontAdvice(chars[0], b.doc.Lang, family),
	})
}

// listed shows characters, not all of many.
func listed(chars []rune) string {
	const most = 12
	var out []string
	for i, r := range chars {
		if i == most {
			return strings.Join(append(out, "…"), " ")
		}
		if unicode.IsGraphic(r) && !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Co, r) {
			out = append(out, string(r))
		} else {
			out = append(out, fmt.Sprintf("U+%04X", r))
		}
	}
	return strings.Join(out, " ")
}

// nameOf names a character as Unicode does: "→" (U+2192 RIGHTWARDS ARROW).
func nameOf(r rune) string {
	name := runenames.Name(r)
	if name == "" || strings.HasPrefix(name, "<") { // those that are too many to have names
		if name = script(r); name != "" {
			name = "of the script " + name
		}
	}
	return fmt.Sprintf("%q (%s)", r, strings.TrimSpace(fmt.Sprintf("U+%04X %s", r, name)))
}

// script gives the script of a character as Unicode names it; "" for those of
// all scripts or of none.
func script(r rune) string {
	for name, table := range unicode.Scripts { // a character is in one script at most
		if unicode.Is(table, r) && name != "Common" && name != "Inherited" {
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// fontAdvice says which font to add for a character, and how.
func fontAdvice(r rune, lang, family string) string {
	switch {
	case unicode.Is(unicode.Co, r):
		return "it is for private use: only the font that it was made for shows it; write a character of Unicode instead"
	case runenames.Name(r) == "":
		return "Unicode has no such character: take it out"
	}
	helps := openFamily(r, lang)
	file := strings.ReplaceAll(helps, " ", "") + "-Regular.ttf"
	return fmt.Sprintf("%s does not have it; %s does: put %s beside the brand's file, and write there under typography: fonts: [{family: %s, source: file, files: [%s]}]",
		family, helps, file, helps, file)
}

// openFamily gives a family under an open licence that has a character, in a
// document of a language.
func openFamily(r rune, lang string) string {
	if r >= 0x3000 && r <= 0x33FF && script(r) == "" || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFFEF {
		return hanFamily(lang)
	}
	for _, b := range symbolBlocks {
		if r >= b.first && r <= b.last {
			return b.family
		}
	}
	s := script(r)
	for near := r; s == "" && r >= 0x0600 && r < 0x1AB0 && near > r-0x40; near-- {
		s = script(near) // a mark that neighbouring scripts share
	}
	if family, ok := openFamilies[s]; ok {
		return family
	}
	switch {
	case s == "Han":
		return hanFamily(lang)
	case s != "":
		return "Noto Sans " + s
	case r >= 0x1D400 && r <= 0x1D7FF:
		return "Noto Sans Math"
	case r >= 0x1D000 && r <= 0x1D24F:
		return "Noto Music"
	case r >= 0x1F000:
		return "Noto Emoji"
	}
	return "Noto Sans"
}

// symbolBlocks are the blocks of signs, by the family that has most of each, as its
// fonts say; never written to.
var symbolBlocks = []struct {
	first, last rune
	family      string
}{
	{0x20D0, 0x20FF, "Noto Sans Math"}, // combining
	{0x2160, 0x218F, "Noto Sans Symbols"},
	{0x2190, 0x22FF, "Noto Sans Math"},
	{0x2300, 0x2335, "Noto Sans Symbols"},
	{0x2336, 0x237A, "Noto Sans Math"}, // of APL
	{0x237B, 0x239A, "Noto Sans Symbols"},
	{0x239B, 0x23B3, "Noto Sans Math"}, // parts of brackets
	{0x23B4, 0x23E8, "Noto Sans Symbols"},
	{0x23E9, 0x245F, "Noto Sans Symbols 2"},
	{0x2460, 0x24FF, "Noto Sans Symbols"},
	{0x2500, 0x259F, "Noto Sans Mono"}, // lines and blocks
	{0x25A0, 0x261F, "Noto Sans Symbols 2"},
	{0x2620, 0x26FF, "Noto Sans Symbols"},
	{0x2700, 0x27BF, "Noto Sans Symbols 2"},
	{0x27C0, 0x27FF, "Noto Sans Math"},
	{0x2900, 0x2AFF, "Noto Sans Math"},
	{0x2B00, 0x2BFF, "Noto Sans Symbols 2"},
	{0x10100, 0x101FF, "Noto Sans Symbols 2"}, // ancient numbers and symbols
}

// hanFamily gives the family whose ideographs have the forms of a language.
func hanFamily(lang string) string {
	tag, _ := language.Parse(lang)
	base, _ := tag.Base()
	writing, _ := tag.Script()
	region, _ := tag.Region()
	switch {
	case base.String() == "ja":
		return "Noto Sans JP"
	case base.String() == "ko":
		return "Noto Sans KR"
	case base.String() == "zh" && region.String() == "HK":
		return "Noto Sans HK"
	case base.String() == "zh" && writing.String() == "Hant":
		return "Noto Sans TC"
	}
	return "Noto Sans SC"
}

// openFamilies gives families by script, where the family is not "Noto Sans"
// with the script's name; never written to.
var openFamilies = map[string]string{
	"Latin": "Noto Sans", "Greek": "Noto Sans", "Cyrillic": "Noto Sans",
	"Hiragana": "Noto Sans JP", "Katakana": "Noto Sans JP", "Hangul": "Noto Sans KR", "Bopomofo": "Noto Sans TC",
	"Braille": "Noto Sans Symbols 2",
	"Ahom":    "Noto Serif Ahom", "Dogra": "Noto Serif Dogra", "Khitan Small Script": "Noto Serif Khitan Small Script",
	"Makasar": "Noto Serif Makasar", "Nko": "Noto Sans NKo", "Nyiakeng Puachue Hmong": "Noto Serif NP Hmong",
	"Old Uyghur": "Noto Serif Old Uyghur", "Ottoman Siyaq": "Noto Serif Ottoman Siyaq", "Phags Pa": "Noto Sans PhagsPa",
	"Signwriting": "Noto Sans SignWriting", "Tangut": "Noto Serif Tangut", "Tibetan": "Noto Serif Tibetan",
	"Toto": "Noto Serif Toto", "Yezidi": "Noto Serif Yezidi",
}
