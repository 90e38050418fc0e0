package typeset

import "strings"

// Chinese and Japanese have no spaces: lines break between ideographs and kana
// by UAX 14 in its strict form, which is kinsoku — no line begins with 、。」 or a
// small kana, none ends with 「 or （. Where they may break they may be spread
// for justification as well, evenly and by little. Korean breaks at its spaces.
//
// Nothing breaks within Thai, Lao, Khmer and Burmese but at spaces, at
// zero-width spaces and, of last resort, between graphemes: their words are found
// with dictionaries, and there is none here.

// ideographStretch is the part of an em by which the gap between two
// ideographs counts as a stretchable space.
const ideographStretch = 0.1

// isIdeographic reports whether a character is set solid on an em square:
// ideographs, kana and their punctuation.
func isIdeographic(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r == 0x3000:
		return false // a space
	case r <= 0x312F, r >= 0x31A0 && r <= 0x4DBF, r >= 0x4E00 && r <= 0xA4CF, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE4F, r >= 0xFF01 && r <= 0xFF9F, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

// isHangul reports whether a character is a Korean letter or syllable.
func isHangul(r rune) bool {
	return r >= 0x1100 && r <= 0x11FF || r >= 0x3130 && r <= 0x318F || r >= 0xA960 && r <= 0xA97F || r >= 0xAC00 && r <= 0xD7FF
}

// Punctuation of full width, blank on one half. Curly quotation marks have that
// width in fonts for Chinese.
const (
	blankRight = "、。，．；：」』）】》〉〕］｝〗〙〛”’"
	blankLeft  = "「『（【《〈〔［｛〖〘〚“‘"
)

// closesUp reports whether the blank between two neighbouring marks of full width
// is taken out, up to half an em, lest there be a hole: 」「, 。」 or （（ (JLREQ, 3.1.4).
func closesUp(r, next rune) bool {
	if next < 0x3000 && r < 0x3000 {
		return false
	}
	opens := strings.ContainsRune(blankLeft, next)
	if strings.ContainsRune(blankRight, r) {
		return opens || strings.ContainsRune(blankRight, next)
	}
	return opens && strings.ContainsRune(blankLeft, r)
}

// endsPiece reports whether a piece ends before a character because the gap
// there may change: ideographs are shaped one by one.
func (p *paragraph) endsPiece(i int) bool {
	r, last := p.runes[i], p.runes[i-1]
	if r < 0x2E80 && last < 0x2E80 {
		return false
	}
	return p.breaks[i] == space && (isIdeographic(r) || isIdeographic(last)) || closesUp(last, r)
}

// spaceOut sets what follows the last piece, which ends before a character.
func (s *Setter) spaceOut(p *paragraph, face *spanFace, i int) {
	if i >= len(p.runes) || len(s.pieces) == 0 || isSpace(p.runes[i]) || !p.endsPiece(i) {
		return
	}
	q := &s.pieces[len(s.pieces)-1]
	s.solid = true
	if p.breaks[i] == space {
		q.stretch = ideographStretch * face.Size
	}
	if q.word != nil && closesUp(p.runes[i-1], p.runes[i]) {
		q.after = -s.between(p, face, q, i)
	}
}

// leastGap is what is left between the ink of two marks that close up, in em.
const leastGap = 0.05

// between is what can be taken out between the mark at the end of a piece and the
// next, in points: half an em, or less if the marks stand in the middle of their
// square, as in Taiwan.
func (s *Setter) between(p *paragraph, face *spanFace, q *piece, i int) float64 {
	which, ok := s.chooseFont(face, p.runes[i:i+1])
	if !ok {
		return 0
	}
	st := s.style(face, face.font(which), q.style.script, q.style.rightToLeft)
	next, w := s.shape(st, p.text[p.bytes[i]:p.bytes[i+1]]), q.word
	if len(w.clusters) == 0 || len(w.glyphs) == 0 || len(next.glyphs) == 0 {
		return 0
	}
	scale := face.Size / float64(st.font.UnitsPerEm())
	wide := float64(w.width-w.clusters[len(w.clusters)-1].before) * q.scale
	if !strings.ContainsRune(blankRight, p.runes[i-1]) {
		wide = float64(next.width) * scale
	}
	if wide <= 0.9*face.Size {
		return 0 // proportional marks have no blank to lose
	}
	last := w.glyphs[len(w.glyphs)-1]
	a, b := s.cache.ink(q.style.font, last.id), s.cache.ink(st.font, next.glyphs[0].id)
	if !a.known || !b.known {
		return face.Size / 2
	}
	blank := (float64(last.advance)-a.right)*q.scale + b.left*scale - leastGap*face.Size
	return clamp(blank, 0, face.Size/2)
}
