// Package bind knows which spaces of a text no line breaks at, by the rules of
// its language, and the spaces that French sets before its marks.
//
// Start with [Text], which puts no-break spaces into a text. A writer that
// breaks lines itself calls [Rules.Spaces] and [French] instead. The package knows
// words, not fonts, and imports nothing of this module.
//
// Bound are: a number and what it counts (220 eventi, 20 cm, 9 June, 9. Juni),
// the groups of a number (1 234 567) and of a telephone number, an abbreviation and
// its number (n. 5, art. 3, § 5, № 5), a sign of currency, the parts of an
// abbreviation (z. B., p. ex.), a title or initials and the name (Dr. Rossi, J. R. R.
// Tolkien), a company and its form (Rossi S.p.A.), a name and its version (Freshet
// 1.0). In Czech, Slovak, Polish, Russian and Ukrainian, words of one letter are
// bound to the next; in the headlines of all languages, articles and short
// prepositions as well. Text is bound no further, for every bond is a hole in
// the edge of ragged lines.
package bind

import (
	"strings"
	"unicode"
)

// Level says how much is bound.
type Level uint8

// Levels, each including the one before.
const (
	None     Level = iota
	Running        // running text
	Headline       // also articles and prepositions with the next word
)

const (
	noBreakSpace  = '\u00A0'
	narrowNoBreak = '\u202F'
)

// Text puts no-break spaces into text by the rules of a language given in
// BCP 47, and the spaces of [French] if it is that. Nothing else changes but the
// kind of spaces.
func Text(lang, text string, level Level) string {
	if level == None {
		return text
	}
	text = French(lang, text, 0, 0)
	runes := []rune(text)
	bound := false
	For(lang).Spaces(runes, level, func(at int, firm bool) {
		if firm {
			runes[at], bound = noBreakSpace, true
		}
	})
	if !bound {
		return text
	}
	return string(runes)
}

// primary is the first subtag of a language tag, in lower case.
func primary(lang string) string {
	for i := range len(lang) {
		if lang[i] == '-' || lang[i] == '_' {
			lang = lang[:i]
			break
		}
	}
	return strings.ToLower(lang)
}

// Spaces calls bind with the index of every ordinary space, standing alone,
// at which no line may end. One that is not firm stands before a telephone number,
// which is long, and gives way first where a line has no room for what is bound.
func (r *Rules) Spaces(text []rune, level Level, bind func(at int, firm bool)) {
	if level == None {
		return
	}
	r.pairs(text, func(a, b token) {
		if a.text == nil || b.at-a.end != 1 || text[a.end] != ' ' {
			return
		}
		switch {
		case b.goesOn || !a.telephone && !a.version && r.binds(a.text, b.text, level):
			bind(a.end, true)
		case b.telephone && r.has(a.text, announcesNumber):
			bind(a.end, false)
		}
	})
}

// Telephones calls found with where each telephone number of a text begins and ends,
// without the marks around it.
func (r *Rules) Telephones(text []rune, found func(from, to int)) {
	from, to := 0, 0
	r.pairs(text, func(a, b token) {
		switch {
		case !b.telephone:
			return
		case b.goesOn && b.text[0] != '+' && trimOpening(b.text)[0] != '+':
		default:
			if from < to {
				found(from, to)
			}
			from = b.at
		}
		to = b.at + len(trimAfter(b.text))
	})
	if from < to {
		found(from, to)
	}
}

// trimAfter takes the marks off the end of a telephone number, but its brackets.
func trimAfter(token []rune) []rune {
	for n := len(token); n > 0 && strings.ContainsRune("»”’\"',.;:!?]،؛؟", token[n-1]); n-- {
		token = token[:n-1]
	}
	return token
}

// isIdeograph reports whether a character is one of those that are written without
// spaces: Chinese and Japanese, and their marks.
func isIdeograph(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF)
}

// token is what stands between spaces and ideographs.
type token struct {
	text      []rune
	at, end   int
	telephone bool // part of a telephone number
	goesOn    bool // so is the token before it
	version   bool // of a name; it counts nothing
}

// pairs calls visit with each token of a text and the one before it.
func (r *Rules) pairs(text []rune, visit func(before, t token)) {
	before := token{end: -1}
	for i := 0; i < len(text); {
		if isSpace(text[i]) {
			i++
			continue
		}
		j, ideographs := i+1, isIdeograph(text[i])
		for j < len(text) && !isSpace(text[j]) && isIdeograph(text[j]) == ideographs {
			j++
		}
		t := token{text: text[i:j], at: i, end: j}
		next := i-before.end == 1 && before.text != nil
		t.telephone = isTelephone(t.text)
		t.goesOn = t.telephone && next && before.telephone && len(trimAfter(before.text)) == len(before.text)
		t.telephone = t.goesOn || t.telephone && (beginsTelephone(t.text) || next && r.has(before.text, announcesNumber))
		t.version = next && unicode.IsUpper(firstLetter(before.text)) && isVersion(t.text)
		visit(before, t)
		before, i = t, j
	}
}

// binds reports whether two neighbouring tokens stay on one line.
func (r *Rules) binds(first, second []rune, level Level) bool {
	first = trimOpening(first)
	if len(first) == 0 {
		return false
	}
	if unicode.IsDigit(first[0]) || first[0] == '+' || first[0] == '-' || first[0] == '−' {
		if bound, known := r.bindsNumber(first, second); known {
			return bound
		}
	}
	what := r.find(first)
	switch {
	case what&(beforeNumber|currency) != 0 && startsWithDigit(second):
		return true
	case (what&title != 0 || isInitial(first)) && unicode.IsUpper(firstLetter(second)):
		return true
	case what&countedUnit != 0 && r.has(trimClosing(second), unit): // 5 million €
		return true
	case isLetterStop(first) && isShortStop(second): // z. B., d. h., p. ex.
		return true
	case unicode.IsUpper(first[0]) && (isVersion(second) || r.isCompanyForm(second)):
		return true
	case what&oneLetter != 0:
		return true
	}
	return level == Headline && (what&short != 0 || len(first) == 1 && unicode.IsLetter(first[0]))
}

// bindsNumber decides on what follows a number; known is false if the token is
// none.
func (r *Rules) bindsNumber(first, second []rune) (bound, known bool) {
	word := trimClosing(second)
	if isOrdinal(first) {
		return r.has(word, countedUnit) || r.has(second, countedUnit), true
	}
	number, year := isNumber(first)
	switch {
	case !number:
		return false, false
	case len(word) == 0:
		return false, true
	case isGroup(first, word):
		return true, true
	case r.has(word, unit|countedUnit) || r.has(second, countedUnit):
		return true, true
	case year:
		return false, true
	}
	return (unicode.IsLower(word[0]) || r.nouns && unicode.IsUpper(word[0])) && !r.has(word, function), true
}

// isCompanyForm reports whether a token is the legal form of a company, such
// as S.p.A. or GmbH, and not a word that is spelt alike.
func (r *Rules) isCompanyForm(token []rune) bool {
	for n := len(token); n > 0 && strings.ContainsRune("),;:", token[n-1]); n-- {
		token = token[:n-1]
	}
	n := len(token)
	if n < 2 || n > longestForm {
		return false
	}
	if !containsMark(token[:n-1]) && !(unicode.IsUpper(token[0]) && (n > 2 || unicode.IsUpper(token[1]))) {
		return false // "ab", "As"
	}
	return r.has(token, companyForm) || token[n-1] == '.' && r.has(token[:n-1], companyForm)
}

// longestForm is the most characters of a company's legal form.
const longestForm = 8

// isSpace reports whether a character parts tokens.
func isSpace(r rune) bool {
	if r > ' ' && r < noBreakSpace { // as most are
		return false
	}
	return r == ' ' || r == '\n' || r == noBreakSpace || r == narrowNoBreak ||
		r >= 0x2000 && r <= 0x200B || r == 0x205F || r == 0x3000 || r == '\t'
}
