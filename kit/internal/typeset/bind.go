package typeset

import (
	"slices"
	"strings"
	"unicode"
)

// Bind puts no-break spaces into text by the rules of a language given in
// BCP 47, for writers that break lines themselves. [Setter.Lines] needs it
// only for French: there it also sets the narrow no-break space that belongs
// before ; : ! ? and » and after «, where the text has an ordinary space or
// none. Nothing else changes but the kind of spaces.
//
// Bound are: a number and what it counts (220 eventi, 20 cm, 9 June), an
// abbreviation and its number (n. 5), a sign of currency, a title or initials
// and the name (Dr. Rossi, M. Rossi), a name and its version (Freshet 1.0). In
// headlines, articles, short prepositions and words of one letter are bound to
// the next word as well. Text is bound no further, for every bond is a hole in
// the edge of ragged lines.
func Bind(lang, text string, b Binding) string {
	if b == BindNone {
		return text
	}
	runes := []rune(text)
	bindings(lang, runes, b, func(at int) { runes[at] = noBreakSpace })
	if primary(lang) == "fr" {
		runes = frenchSpaces(runes)
	}
	return string(runes)
}

// primary is the first subtag of a language tag, in lower case.
func primary(lang string) string {
	tag, _, _ := strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	return strings.ToLower(tag)
}

// bindings calls bind with the index of every single space at which no line
// may end.
func bindings(lang string, text []rune, b Binding, bind func(at int)) {
	rules := rulesOf(lang)
	var before []rune // the token before the space
	beforeAt := -1
	for i := 0; i < len(text); {
		if isSpace(text[i]) {
			i++
			continue
		}
		j := i + 1
		for j < len(text) && !isSpace(text[j]) {
			j++
		}
		if before != nil && i-beforeAt == 1 && text[beforeAt] == ' ' && rules.binds(before, text[i:j], b) {
			bind(beforeAt)
		}
		before, beforeAt = text[i:j], j
		i = j
	}
}

// binds reports whether two neighbouring tokens stay on one line.
func (l *languageRules) binds(first, second []rune, b Binding) bool {
	first = trimOpening(first)
	if len(first) == 0 {
		return false
	}
	number, year := isNumber(first)
	if number {
		word := trimClosing(second)
		switch {
		case l.isUnit(word):
			return true
		case year || len(word) == 0:
			return false
		}
		return unicode.IsLower(word[0]) && !l.function.has(word)
	}
	if startsWithDigit(second) && (l.beforeNumber.has(first) || currency.has(first)) {
		return true
	}
	if isInitial(first) || l.titles.has(first) {
		return unicode.IsUpper(firstLetter(second))
	}
	if unicode.IsUpper(first[0]) && isVersion(second) {
		return true
	}
	if len(first) == 1 && unicode.IsLetter(first[0]) && b == BindHeadline {
		return true
	}
	return b == BindHeadline && l.short.has(first)
}

// trimOpening takes the punctuation off the start of a token.
func trimOpening(token []rune) []rune {
	for len(token) > 0 && strings.ContainsRune("(«“„‘\"'[", token[0]) {
		token = token[1:]
	}
	return token
}

// trimClosing takes the punctuation off the end of a token.
func trimClosing(token []rune) []rune {
	for n := len(token); n > 0 && strings.ContainsRune(")»”’\"',.;:!?]", token[n-1]); n-- {
		token = token[:n-1]
	}
	return token
}

// isNumber reports whether a token is a number, and whether it looks like a
// year, which counts nothing.
func isNumber(token []rune) (number, year bool) {
	digits, others := 0, 0
	for _, r := range token {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' || r == ',' || r == '\'' || r == '’' || r == narrowNoBreak || r == '+' || r == '-' || r == '−' || r == '–' || r == '%' || r == '°' || r == 'º' || r == 'ª':
			others++
		default:
			return false, false
		}
	}
	if digits == 0 || !unicode.IsDigit(token[len(token)-1]) && !strings.ContainsRune("%°ºª", token[len(token)-1]) {
		return false, false // "2019," ends a clause
	}
	return true, digits == 4 && others == 0 && (token[0] == '1' || token[0] == '2')
}

// isVersion reports whether a token is a number in parts, such as 5.0 or 1.2.3.
func isVersion(token []rune) bool {
	parts := strings.Split(string(trimClosing(token)), ".")
	for _, part := range parts {
		if part == "" || strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	return len(parts) > 1
}

func startsWithDigit(token []rune) bool {
	token = trimOpening(token)
	return len(token) > 0 && unicode.IsDigit(token[0])
}

func firstLetter(token []rune) rune {
	if token = trimOpening(token); len(token) > 0 {
		return token[0]
	}
	return 0
}

// isInitial reports whether a token is an initial or several: M., J.R.
func isInitial(token []rune) bool {
	if len(token) < 2 || len(token)%2 != 0 {
		return false
	}
	for i := 0; i < len(token); i += 2 {
		if !unicode.IsUpper(token[i]) || token[i+1] != '.' {
			return false
		}
	}
	return true
}

// frenchSpaces sets narrow no-break spaces at high punctuation and quotation
// marks. A colon or the like within a token, as in a URL or an hour, is left.
func frenchSpaces(text []rune) []rune {
	out := make([]rune, 0, len(text)+8)
	for i, r := range text {
		ends := i+1 == len(text) || isSpace(text[i+1]) || text[i+1] == '\n' || strings.ContainsRune(")»”’\"!?.,", text[i+1])
		if strings.ContainsRune(";:!?»", r) && ends && len(out) > 0 {
			switch last := out[len(out)-1]; {
			case isSpace(last):
				out[len(out)-1] = narrowNoBreak
			case !strings.ContainsRune(";:!?\n.…", last):
				out = append(out, narrowNoBreak)
			}
		}
		if len(out) > 0 && out[len(out)-1] == '«' && r != '\n' {
			if isSpace(r) {
				r = narrowNoBreak
			} else {
				out = append(out, narrowNoBreak)
			}
		}
		out = append(out, r)
	}
	return slices.Clip(out)
}
