package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// softBreak stands for the end of a line of the source until it is known what is
// on both sides of it. It is for private use: tidy texts do not have it.
const softBreak = "\uf8fe"

// joinLines makes a space of each end of a line, and nothing between two
// characters of scripts that have no spaces between words: segment break
// transformation, CSS Text 4, 4.1.3. After a full stop and the like a space means
// nothing there either; CommonMark wants one where strong words end with the stop.
func (in *inliner) joinLines() {
	for i := range in.out {
		if s := in.out[i].Text; strings.HasPrefix(s, " ") && isWide(in.firstRune(s[1:], i)) && strings.ContainsRune("、。，．」』）】", in.lastRune("", i)) {
			in.out[i].Text = s[1:]
		}
		before, rest, found := strings.Cut(in.out[i].Text, softBreak)
		if !found {
			continue
		}
		var b strings.Builder
		for ; found; before, rest, found = strings.Cut(rest, softBreak) {
			b.WriteString(before)
			if !isWide(in.lastRune(b.String(), i)) || !isWide(in.firstRune(rest, i)) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(before)
		in.out[i].Text = b.String()
	}
}

// lastRune is the last character of a text, or of the runs before run i.
func (in *inliner) lastRune(s string, i int) rune {
	for s == "" && i > 0 {
		i--
		s = in.out[i].Text
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstRune is the first character of a text, or of the runs after run i.
func (in *inliner) firstRune(s string, i int) rune {
	for s == "" && i+1 < len(in.out) {
		i++
		s = in.out[i].Text
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isWide reports whether a character is one of Chinese or Japanese, or of their
// punctuation. Korean has spaces.
func isWide(r rune) bool {
	switch {
	case r >= 0x3000 && r <= 0x303F, r >= 0xFF01 && r <= 0xFF65, r >= 0xFFE0 && r <= 0xFFE6:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー'
}
