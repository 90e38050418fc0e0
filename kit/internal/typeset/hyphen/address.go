package hyphen

import (
	"strings"
	"unicode"
)

// leastAtEnd is how many characters of an address stand on either side of a division.
const leastAtEnd = 3

// InAddress reports whether a URL or an e-mail address may be divided before its
// character i: after one of / . ? & = # @ or before - and _, lest a hyphen of the
// address be taken for one of division, where at least three characters stand on
// either side, never within ":" and slashes.
func InAddress(text []rune, i int) bool {
	if i < leastAtEnd || i > len(text)-leastAtEnd {
		return false
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	switch before, at := text[i-1], text[i]; {
	case at == '-', at == '_':
		return word(before) && word(text[i+1])
	default:
		return strings.ContainsRune("/.?&=#@", before) && word(at)
	}
}
