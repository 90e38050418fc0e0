// Package locale knows how a language writes what a press kit adds to its
// author's words: labels, dates, numbers, currencies and quotation marks.
//
// Start with [For]. Numbers and dates follow CLDR by way of golang.org/x/text
// and go-playground/locales; what those do not hold — labels, compact notation,
// quotation marks, the habits of a dateline — stands in lang/*.json, one file
// for each language.
//
// A language falls back to its parents by CLDR (pt-AO to pt-PT to pt), then to
// English. A file of a language holds everything; a file of a region only what
// differs.
package locale

import "golang.org/x/text/language"

// fallback is what is used for a language that nothing is known of:
// international English.
const fallback = "en-001"

// Locale is one language as it is written. It is immutable.
type Locale struct {
	// Name is the file that is nearest to the language: "it", "en-001".
	Name string

	tag      language.Tag
	data     file
	calendar calendar
	symbols  symbols
}

// For gives the locale of a language. known is false if nothing is known of the
// language, so that its labels are English.
func For(tag language.Tag) (l *Locale, known bool) {
	l = &Locale{Name: fallback, tag: tag}
	for _, name := range chain(tag) {
		if known = languages()[name] != nil; known {
			l.Name = name
			break
		}
	}
	l.data = languages()[l.Name]()
	l.calendar = calendarFor(tag)
	l.symbols = symbolsFor(tag, l.data.Numbers.Group)
	return l, known
}

// chain lists the names of files for a language, the nearest first.
func chain(tag language.Tag) []string {
	var names []string
	raw, err := language.Raw.Compose(tag.Raw()) // without extensions
	if err != nil {
		return nil
	}
	for t := raw; t != language.Und; t = t.Parent() {
		names = append(names, t.String())
	}
	if len(names) > 0 {
		// Norwegian is written as Bokmål unless it says otherwise.
		if base := names[len(names)-1]; base == "no" || base == "nn" {
			names = append(names, "nb")
		}
	}
	return names
}

// IsRTL reports whether the script of a language runs from right to left.
func IsRTL(tag language.Tag) bool {
	switch Script(tag) {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand":
		return true
	}
	return false
}

// Script gives the ISO 15924 code of the script that a language is written in.
func Script(tag language.Tag) string {
	s, _ := tag.Script()
	return s.String()
}

// letter has the countries where paper is ANSI Letter rather than ISO A4, by CLDR
// (paperSize); never written to.
var letter = map[string]bool{
	"BZ": true, "CA": true, "CL": true, "CO": true, "CR": true, "GT": true, "MX": true,
	"NI": true, "PA": true, "PH": true, "PR": true, "SV": true, "US": true, "VE": true,
}

// Sheet names the usual sheet of the country that a language tag names: "Letter", or
// else "A4".
func Sheet(tag language.Tag) string {
	if _, _, region := tag.Raw(); letter[region.String()] {
		return "Letter"
	}
	return "A4"
}
