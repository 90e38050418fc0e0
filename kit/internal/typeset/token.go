package typeset

import (
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
)

// tokenKind says how a sequence of characters between spaces may be divided.
type tokenKind uint8

const (
	plainToken    tokenKind = iota
	compoundToken           // with a hyphen inside
	numberToken             // with a digit: whole
	dottedToken             // file name, host name, abbreviation: whole
	urlToken
	emailToken
)

// tokenEnd is where a token ends, and its kind.
type tokenEnd struct {
	end  int
	kind tokenKind
}

func classifyToken(text []rune) tokenKind {
	var digit, hyphenInside, dotInside, slash, at bool
	for i, r := range text {
		inside := i > 0 && i+1 < len(text) && isWordRune(text[i-1]) && isWordRune(text[i+1])
		switch {
		case r >= '0' && r <= '9':
			digit = true
		case r == '-' || r == '‐' || r == '\u2011' || r == '–':
			hyphenInside = hyphenInside || inside
		case r == '.' || r == '_' || r == '\\':
			dotInside = dotInside || inside
		case r == '/':
			slash = true
		case r == '@':
			at = at || inside
		case r >= 0x80 && unicode.IsDigit(r):
			digit = true
		}
	}
	switch {
	case at && dotInside:
		return emailToken
	case slash && (dotInside || hasScheme(text)):
		return urlToken
	case dotInside && startsWith(text, "www."):
		return urlToken
	case digit:
		return numberToken
	case dotInside:
		return dottedToken
	case hyphenInside:
		return compoundToken
	}
	return plainToken
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// startsWith compares the start of a token, after opening punctuation,
// without regard to case.
func startsWith(text []rune, prefix string) bool {
	for len(text) > 0 && !isWordRune(text[0]) {
		text = text[1:]
	}
	return len(text) >= len(prefix) && strings.EqualFold(string(text[:len(prefix)]), prefix)
}

// longestNumber is the most characters of a number, range or date that is kept
// on one line.
const longestNumber = 24

// wholeNumber binds digits on both sides of a hyphen, dash or slash: ranges,
// dates, telephone numbers, ISBNs.
func wholeNumber(breaks []opportunity, text []rune) {
	if len(text) > longestNumber {
		return
	}
	for i := 1; i < len(text); i++ {
		if breaks[i] == explicit && unicode.IsDigit(text[i]) && i > 1 && unicode.IsDigit(text[i-2]) {
			breaks[i] = bound
		}
	}
}

// hasScheme reports whether a token contains "://".
func hasScheme(text []rune) bool {
	for i := 1; i+2 < len(text); i++ {
		if text[i] == ':' && text[i+1] == '/' && text[i+2] == '/' {
			return true
		}
	}
	return false
}

// addressBreaks replaces the opportunities within a URL or an e-mail address.
func addressBreaks(breaks []opportunity, text []rune) {
	for i := 1; i < len(text); i++ {
		breaks[i] = never
		if hyphen.InAddress(text, i) {
			breaks[i] = address
		}
	}
}
