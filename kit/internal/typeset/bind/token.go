package bind

import (
	"slices"
	"strings"
	"unicode"
)

// trimOpening takes the punctuation off the start of a token.
func trimOpening(token []rune) []rune {
	for len(token) > 0 && !isASCIILetter(token[0]) && strings.ContainsRune("(«“„‚‘\"'[¿¡", token[0]) {
		token = token[1:]
	}
	return token
}

// trimClosing takes the punctuation off the end of a token.
func trimClosing(token []rune) []rune {
	for n := len(token); n > 0 && !isASCIILetter(token[n-1]) && strings.ContainsRune(")»”’\"',.;:!?]،؛؟", token[n-1]); n-- {
		token = token[:n-1]
	}
	return token
}

// isASCIILetter reports whether a character is one of those that most tokens begin
// and end with, so that it need not be looked for among the marks.
func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// isNumber reports whether a token is a number, and whether it looks like a
// year, which counts nothing.
func isNumber(token []rune) (number, year bool) {
	digits, others := 0, 0
	for _, r := range token {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r < 0x80 && strings.ContainsRune(".,'+-%/", r), r >= 0x80 && strings.ContainsRune("’\u202f−–°ºª×½¼¾٪٫٬", r):
			others++
		default:
			return false, false
		}
	}
	if digits == 0 {
		return false, false
	}
	if last := token[len(token)-1]; !unicode.IsDigit(last) && !strings.ContainsRune("%٪°ºª½¼¾", last) {
		return false, false // "2019," ends a clause
	}
	return true, digits == 4 && others == 0 && (token[0] == '1' || token[0] == '2')
}

// isOrdinal reports whether a token is the number of a day with a full stop or
// an ending: 9., 1er, 2nd.
func isOrdinal(token []rune) bool {
	n := 0
	for n < len(token) && token[n] >= '0' && token[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 {
		return false
	}
	switch string(token[n:]) {
	case ".", "er", "st", "nd", "rd", "th":
		return true
	}
	return false
}

// isGroup reports whether a number goes on with a group of three digits.
func isGroup(first, second []rune) bool {
	first = trimOpening(first)
	for len(first) > 0 && !unicode.IsDigit(first[0]) {
		first = first[1:]
	}
	if len(first) == 0 || len(first) > 3 || !allDigits(first) || first[0] == '0' {
		return false
	}
	if len(second) < 3 || !allDigits(second[:3]) {
		return false
	}
	return len(second) == 3 || strings.ContainsRune(",.%", second[3])
}

func allDigits(token []rune) bool {
	for _, r := range token {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(token) > 0
}

// beginsTelephone reports whether a token can only begin a telephone number:
// +39, (011), (+39), 0041.
func beginsTelephone(token []rune) bool {
	if len(token) < 2 || !isTelephone(token) {
		return false
	}
	return token[0] == '+' || token[0] == '(' && (token[1] == '0' || token[1] == '+' && slices.Contains(token, ')')) || token[0] == '0' && token[1] == '0' && len(token) <= 5
}

// isTelephone reports whether a token may be part of a telephone number.
func isTelephone(token []rune) bool {
	digits := 0
	for i, r := range trimClosing(token) {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '+' && (i == 0 || i == 1 && token[0] == '('), r == '(', r == ')', r == '-', r == '‑', r == '–', r == '/', r == '.':
		default:
			return false
		}
	}
	return digits > 0
}

// isVersion reports whether a token is a number in parts, such as 5.0 or 1.2.3,
// and not one in groups, such as 6.500.
func isVersion(token []rune) bool {
	token = trimClosing(token)
	parts, digits, groups := 1, 0, 0
	for _, r := range token {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' && digits > 0:
			if parts > 1 && digits == 3 {
				groups++
			}
			parts, digits = parts+1, 0
		default:
			return false
		}
	}
	if digits == 3 {
		groups++
	}
	return parts > 1 && digits > 0 && groups < parts-1
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

// isLetterStop reports whether a token is one letter with a full stop.
func isLetterStop(token []rune) bool {
	return len(token) == 2 && unicode.IsLetter(token[0]) && token[1] == '.'
}

// isShortStop reports whether a token is up to three letters with a full stop,
// before which a sentence does not begin.
func isShortStop(token []rune) bool {
	for n := len(token); n > 0 && strings.ContainsRune("),;:", token[n-1]); n-- {
		token = token[:n-1]
	}
	n := len(token) - 1
	if n < 1 || n > 3 || token[n] != '.' {
		return false
	}
	for _, r := range token[:n] {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

func containsMark(token []rune) bool {
	for _, r := range token {
		if r == '.' || r == '/' {
			return true
		}
	}
	return false
}
