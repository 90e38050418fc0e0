package docx

import (
	"unicode"

	"golang.org/x/text/language"
)

// Word sets Chinese, Japanese and Korean letters in the East Asian font of the
// theme, by the East Asian language of their run.

// isEastAsian reports whether a language is written in such letters.
func isEastAsian(lang string) bool { return eastAsianScript(lang) != "" }

// eastAsianScript is the script of an East Asian language, "" for others.
func eastAsianScript(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	script, _ := tag.Script()
	switch s := script.String(); s {
	case "Hans", "Hant", "Jpan", "Kore":
		return s
	}
	return ""
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
