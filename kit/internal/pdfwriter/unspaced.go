package pdfwriter

import "unicode"

// partsUnspaced reports whether a line ends between two runs of one element, in a text whose script sets no spaces
// between words. Such a line is a marked-content sequence of its own, so that programs that show sequences one by one
// and those that show lines part the text at the same places: a whole paragraph of Japanese would be one word.
func partsUnspaced(before, next *placedRun) bool {
	return before.Y != next.Y && (unspaced(lastRune(before.Glyphs)) || unspaced(firstRune(next.Glyphs)))
}

func firstRune(glyphs []Glyph) rune {
	for _, g := range glyphs {
		for _, r := range g.Text {
			return r
		}
	}
	return ' '
}

func lastRune(glyphs []Glyph) (last rune) {
	for i := len(glyphs) - 1; i >= 0; i-- {
		for _, r := range glyphs[i].Text {
			last = r
		}
		if last != 0 {
			return last
		}
	}
	return ' '
}

// unspaced reports whether a character belongs to a script in which lines end within what is written without spaces.
// Korean has spaces, and its lines end within words all the same.
func unspaced(r rune) bool {
	switch {
	case r < 0xE00:
		return false
	case r >= 0x3001 && r <= 0x303F, r >= 0xFF01 && r <= 0xFFEF: // marks and forms of full width
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
