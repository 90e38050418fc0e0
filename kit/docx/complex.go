package docx

import (
	"slices"
	"unicode"

	"golang.org/x/text/language"
)

// Word sets some scripts, and all signs between their letters, in the font of the theme
// for complex scripts, of which there is one: those whose letters change with their
// neighbours, and those written from right to left.

// complexScript is one of them: its code in ISO 15924, and a letter by which fonts
// that have it are found.
type complexScript struct {
	code   string
	table  *unicode.RangeTable
	letter rune
}

// complexScripts lists them; never written to. The first two are looked for first.
var complexScripts = []complexScript{
	{"Arab", unicode.Arabic, '\u0627'}, {"Hebr", unicode.Hebrew, '\u05D0'},
	{"Deva", unicode.Devanagari, '\u0915'}, {"Beng", unicode.Bengali, '\u0995'}, {"Guru", unicode.Gurmukhi, '\u0A15'},
	{"Gujr", unicode.Gujarati, '\u0A95'}, {"Orya", unicode.Oriya, '\u0B15'}, {"Taml", unicode.Tamil, '\u0B95'},
	{"Telu", unicode.Telugu, '\u0C15'}, {"Knda", unicode.Kannada, '\u0C95'}, {"Mlym", unicode.Malayalam, '\u0D15'},
	{"Sinh", unicode.Sinhala, '\u0D9A'}, {"Thai", unicode.Thai, '\u0E01'}, {"Laoo", unicode.Lao, '\u0E81'},
	{"Tibt", unicode.Tibetan, '\u0F40'}, {"Mymr", unicode.Myanmar, '\u1000'}, {"Khmr", unicode.Khmer, '\u1780'},
	{"Syrc", unicode.Syriac, '\u0710'}, {"Thaa", unicode.Thaana, '\u0780'},
}

// isComplex reports whether a language is written in such a script.
func isComplex(lang string) bool {
	code := scriptOf(lang)
	for _, s := range complexScripts {
		if s.code == code {
			return true
		}
	}
	return false
}

// complexLetter is a letter of the complex script that the document is written in, or
// else that it has words in; 0 if there are none.
func (b *builder) complexLetter() rune {
	code := b.fonts.script
	for _, s := range complexScripts {
		if s.code == code {
			return s.letter
		}
	}
	for _, s := range complexScripts {
		if b.uses(s.table) {
			return s.letter
		}
	}
	if b.d.RTL {
		return complexScripts[0].letter
	}
	return 0
}

// complexLanguage is the language of the words in complex scripts that name none: that
// of the document, or else of the script that they have.
func (b *builder) complexLanguage() string {
	if b.complexLang != "" {
		return b.complexLang
	}
	b.complexLang = languageIn("Arab")
	if b.d.RTL || isComplex(b.d.Lang) {
		b.complexLang = proofingLanguage(b.d.Lang)
	} else if i := slices.IndexFunc(complexScripts, func(s complexScript) bool { return b.uses(s.table) }); i >= 0 {
		b.complexLang = languageIn(complexScripts[i].code)
	}
	b.complexCode = scriptOf(b.complexLang)
	return b.complexLang
}

// otherScript is the language of a text from right to left whose script is another one
// than that of complexLanguage; "" if it is not.
func (b *builder) otherScript(text string) string {
	for _, r := range text {
		for _, s := range complexScripts {
			if !unicode.Is(s.table, r) || !unicode.IsLetter(r) {
				continue
			}
			if b.complexLanguage(); s.code != b.complexCode {
				return languageIn(s.code)
			}
			return ""
		}
	}
	return ""
}

// languageIn is the language that is most often written in a script, with its region.
func languageIn(script string) string {
	if script == "Arab" {
		return "ar-SA" // which Word takes too
	}
	tag := language.Make("und-" + script)
	base, _ := tag.Base()
	region, _ := tag.Region()
	return base.String() + "-" + region.String()
}

// complexScript is what a family of the theme has for complex scripts: itself, a
// fallback of the brand that has them, else what the system offers. A document
// without such letters does not carry fonts for them.
func (b *builder) complexScript(family string) string {
	letter := b.complexLetter()
	if letter == 0 {
		return ""
	}
	return b.fonts.serving(family, letter)
}
