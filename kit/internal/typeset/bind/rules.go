package bind

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind says, in bits, what a word does to its neighbours.
type kind uint16

const (
	beforeNumber    kind = 1 << iota // bound to a number that follows
	announcesNumber                  // begins a telephone number
	title                            // bound to a name that follows
	unit                             // bound to a number before, in all languages
	countedUnit                      // bound to a number before: months, powers of ten
	currency                         // bound to a number on either side
	function                         // never counted by a number before
	oneLetter                        // bound to the next word
	short                            // bound to the next word in headlines
	companyForm                      // bound to a name before
)

// Rules are the words of a language that bind others. They never change and
// are safe for concurrent use.
type Rules struct {
	kinds map[string]kind
	nouns bool // have capitals, so that a number may count them
}

// For gives the rules of a language given in BCP 47. Those of an unknown one
// know units, initials and the like.
func For(lang string) *Rules {
	r := &Rules{kinds: make(map[string]kind, 256)}
	switch primary(lang) {
	case "de", "lb":
		r.nouns = true
	}
	r.add(unit, allUnits)
	r.add(unit|currency, allCurrencies)
	r.add(beforeNumber, allBeforeNumber)
	r.add(companyForm, allCompanyForms)
	w := wordsOf(primary(lang))
	r.add(beforeNumber, w.beforeNumber)
	r.add(announcesNumber, w.telephone)
	r.add(title, w.titles)
	r.add(countedUnit, w.units)
	r.add(function, w.function)
	r.add(oneLetter, w.oneLetter)
	r.add(short, w.short)
	return r
}

func (r *Rules) add(k kind, words string) {
	for word := range strings.FieldsSeq(words) {
		r.kinds[word] |= k
	}
}

// longest is the most bytes of a word of the rules.
const longest = 24

// find gives what a word is, without regard to case.
func (r *Rules) find(token []rune) kind {
	if len(token) == 0 || len(token) > longest/2 {
		return 0
	}
	var buf [longest + utf8.UTFMax]byte
	word := buf[:0]
	for _, c := range token {
		switch {
		case c >= 'a' && c <= 'z' || c == '.':
			word = append(word, byte(c))
		default:
			word = utf8.AppendRune(word, unicode.ToLower(c))
		}
		if len(word) > longest {
			return 0
		}
	}
	return r.kinds[string(word)]
}

// has reports whether a word is one of some kinds.
func (r *Rules) has(token []rune, k kind) bool { return r.find(token)&k != 0 }
