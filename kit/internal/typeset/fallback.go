package typeset

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// chooseFont is the index of the first font that has all of a grapheme; the
// first font, and false, if none has.
func (s *Setter) chooseFont(face *spanFace, grapheme []rune) (int, bool) {
	for i, f := range face.all {
		if covers(f, grapheme) {
			return i, true
		}
	}
	// Better the base letter without its mark than neither.
	for i, f := range face.all {
		if hasGlyph(f, grapheme[0]) {
			return i, false
		}
	}
	return 0, false
}

// wholeWord is the index of the first font that has all letters of a word; -1 if
// none has.
func wholeWord(face *spanFace, word []rune) int {
	lacks := func(f *font.Font) bool {
		return slices.ContainsFunc(word, func(r rune) bool {
			return unicode.IsLetter(r) && !covers(f, []rune{r})
		})
	}
	for i, f := range face.all {
		if !lacks(f) {
			return i
		}
	}
	return -1
}

// covers reports whether a font can show a grapheme, as it stands or in a
// canonically equivalent form, which the shaper will find.
func covers(f *font.Font, grapheme []rune) bool {
	if hasAll(f, grapheme) {
		return true
	}
	if len(grapheme) == 1 {
		var buf [utf8.UTFMax]byte
		if norm.NFD.Properties(utf8.AppendRune(buf[:0], grapheme[0])).Decomposition() == nil {
			return false
		}
	}
	text := string(grapheme)
	return hasAll(f, []rune(norm.NFC.String(text))) || hasAll(f, []rune(norm.NFD.String(text)))
}

func hasAll(f *font.Font, runes []rune) bool {
	for _, r := range runes {
		if !hasGlyph(f, r) {
			return false
		}
	}
	return true
}

func hasGlyph(f *font.Font, r rune) bool {
	if isIgnorable(r) {
		return true
	}
	_, ok := f.Glyph(substitute(f, r))
	return ok
}

// isIgnorable reports whether a character shows nothing of itself: joiners,
// variation selectors and the like (Default_Ignorable_Code_Point).
func isIgnorable(r rune) bool {
	switch {
	case r < 0x034F:
		return false
	case r == 0x180E, r == 0x200C, r == 0x200D, r >= 0x2060 && r <= 0x206F,
		r >= 0x1BCA0 && r <= 0x1BCA3, r >= 0x1D173 && r <= 0x1D17A, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// reportMissing notes the characters of a grapheme that no font has, once each.
func (s *Setter) reportMissing(p *paragraph, face *spanFace, inRange, at int, grapheme []rune) {
	r := p.ranges[inRange]
	for i, c := range grapheme {
		found := s.reported[c]
		for _, f := range face.all {
			found = found || hasGlyph(f, c)
		}
		if !found {
			if s.reported == nil {
				s.reported = map[rune]bool{}
			}
			s.reported[c] = true
			s.missing = append(s.missing, Missing{Rune: c, Span: r.span, Offset: p.sourceOffset(s.spans, r, at+i)})
		}
	}
}
