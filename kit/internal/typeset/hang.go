package typeset

import "sort"

// hangEnd fills how far the end of a line at a breakpoint may stand out.
func (s *Setter) hangEnd(p *paragraph, b *breakpoint) {
	switch {
	case b.kind.addsHyphen():
		b.hangEnd = hangRight('-') * (b.width - b.bare)
	case b.end > 0:
		b.hangEnd = hangRight(p.runes[b.end-1]) * s.advance(&s.pieces[b.endPiece], b.end-1)
	}
}

// hangStart is how far the first character may stand out of the start of the
// first line.
func (s *Setter) hangStart(p *paragraph) float64 {
	return hangLeft(p.runes[0]) * s.advance(&s.pieces[0], 0)
}

// advance is the width of the cluster that holds a character.
func (s *Setter) advance(q *piece, at int32) float64 {
	if q.kind != wordPiece {
		return 0
	}
	w, k := q.word, at-q.start
	i := sort.Search(len(w.clusters), func(i int) bool { return w.clusters[i].rune > k }) - 1
	if i < 0 {
		return 0
	}
	end := w.width
	if i+1 < len(w.clusters) {
		end = w.clusters[i+1].before
	}
	return float64(end-w.clusters[i].before) * q.scale
}

// hangRight is the part of a character's width that may stand out of the
// edge at the end of a line.
func hangRight(r rune) float64 {
	switch r {
	case '.', ',', '-', '‐', '\u2011', '’', '”', '"', '\'', '‘', '“', '،', '۔', '־':
		return 0.7
	case '»', '›', '«', '‹', '、', '。', '，', '．':
		return 0.5
	case ':', ';', '؛':
		return 0.4
	case '–':
		return 0.3
	case '!', '?', '—', '…', '؟':
		return 0.2
	}
	return 0
}

// hangLeft is the same of quotation marks at the start of the first line.
func hangLeft(r rune) float64 {
	switch r {
	case '“', '‘', '„', '‚', '"', '\'', '’', '”':
		return 0.7
	case '«', '‹', '»', '›':
		return 0.5
	}
	return 0
}
