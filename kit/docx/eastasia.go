package docx

import (
	"unicode"

	"golang.org/x/text/language"
)

// Word sets Chinese, Japanese and Korean letters in the East Asian font of the
// theme, by the East Asian language of their run.

// ideograph says that a character is one of the square ones between which lines may
// end anywhere.
func ideograph(r rune) bool {
	const first, mark = '\u2E80', 'ー' // of the first block of them; the mark is of no script
	return r >= first && (r == mark || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// autoSpace is what LibreOffice puts between an ideograph and a Latin letter or digit,
// in em; Word is told not to (wmlstyle.go), as the printed kit has none.
const autoSpace = 0.25

// spaced says that there is such a space between two characters.
func spaced(a, b rune) bool {
	latin := func(r rune) bool { return r < '\u2E80' && (unicode.IsDigit(r) || unicode.Is(unicode.Latin, r)) }
	return ideograph(a) && latin(b) || ideograph(b) && latin(a)
}

// isEastAsian reports whether a language is written in such letters.
func isEastAsian(lang string) bool { return eastAsianScript(lang) != "" }

// eastAsianScript is the script of an East Asian language, "" for others.
func eastAsianScript(lang string) string {
	switch s := scriptOf(lang); s {
	case "Hans", "Hant", "Jpan", "Kore":
		return s
	}
	return ""
}

// scriptOf is the script of a language, by its code in ISO 15924.
func scriptOf(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	script, _ := tag.Script()
	return script.String()
}

// eastAsian is what a family of the theme has for these letters: itself, a fallback
// of the brand that has them, else what Word brings along for the language. It is "" in a document
// without any.
func (b *builder) eastAsian(family string) string {
	script := eastAsianScript(b.d.Lang)
	if script == "" && !b.uses(unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		return ""
	}
	probe := map[string]rune{"Kore": '\uAC00', "Jpan": '\u3042'}[script]
	if probe == 0 {
		probe = '\u4E00'
	}
	if name := b.fonts.serving(family, probe); name != "" {
		return name
	}
	return map[string]string{"Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei", "Jpan": "Yu Gothic", "Kore": "Malgun Gothic"}[script]
}
