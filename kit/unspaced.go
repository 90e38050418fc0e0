package kit

import (
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
)

// maxUnspaced is how many letters in a row of a script that is written without
// spaces between words may stand in a definition without a word about it.
const maxUnspaced = 40

// unspaced warns, once, of text in a script whose words are found by dictionary:
// lines of it break at spaces and zero-width spaces alone, and anywhere between
// letters where a line has none.
func unspaced(s *diag.Source) (list diag.List) {
	if s == nil {
		return nil
	}
	start, letters := 0, 0
	for i := 0; i < len(s.Data); {
		c := s.Data[i]
		if c < 0xE0 || c > 0xE1 { // UTF-8 of U+0800 to U+1FFF begins so
			letters = 0
			i++
			continue
		}
		r, size := utf8.DecodeRune(s.Data[i:])
		switch {
		case unspacedScript(r) == "":
			letters = 0
		case letters == 0:
			start, letters = i, 1
		case unicode.IsLetter(r):
			letters++
		}
		i += size
		if letters > maxUnspaced {
			d := list.Add(diag.Span{Source: s, Start: start, End: i}, "unspaced-text",
				"lines in the script %s break only at spaces and at zero-width spaces (U+200B), and here are none", unspacedScript(r))
			d.Severity = diag.Warning
			d.Hint = "put U+200B between words, or else words may be divided anywhere"
			return list
		}
	}
	return nil
}

// unspacedScript gives the name of a script that needs a dictionary to find its
// words; "" for a character of any other.
func unspacedScript(r rune) string {
	switch {
	case unicode.Is(unicode.Thai, r):
		return "Thai"
	case unicode.Is(unicode.Lao, r):
		return "Lao"
	case unicode.Is(unicode.Khmer, r):
		return "Khmer"
	case unicode.Is(unicode.Myanmar, r):
		return "Myanmar"
	}
	return ""
}
