package typeset

import (
	"sort"
	"strings"
	"unicode"
)

// breakpoint is a place where a line may end, with what the line breaker
// needs to know to weigh it. Widths are from the start of the paragraph.
type breakpoint struct {
	kind      opportunity
	end, next int32 // runes: the line holds those before end, the next line those from next
	// Pieces that hold the last character of the line and the first of the next.
	endPiece, nextPiece int32

	width, stretch         float64 // up to end, with the hyphen, without trailing tracking
	bare                   float64 // as width, without the hyphen
	nextWidth, nextStretch float64 // up to next
	hangEnd, hangStart     float64 // how far the line that ends here, and the first of all, may stand out of the edges
	penalty                float64
	hyphen                 bool // the line ends in a hyphen, added or written
	again                  bool // the next line begins with the hyphen
	last                   bool // end of the paragraph
}

// findBreakpoints lists the places where lines may end. Where text between
// two of them is wider than the narrowest line, it adds places of last resort.
func (s *Setter) findBreakpoints(p *paragraph, o *Options, narrowest float64) {
	s.listBreakpoints(p, o)
	s.lastToken = tokenEnd{}
	for _, resort := range [...]func(*paragraph, *Options, int, int){allowHeld, s.allowBound, s.allowHyphens, s.allowGraphemes, dropHyphen} {
		found := false
		from := breakpoint{}
		for _, b := range s.points {
			if b.width-from.nextWidth > narrowest+tolerance {
				resort(p, o, int(from.next), int(b.end))
				found = true
			}
			from = b
		}
		if found {
			s.listBreakpoints(p, o)
		}
	}
}

// tolerance is the difference in points that counts as none.
const tolerance = 0.001

// forbidden reports whether no line ends here, as things stand.
func (o opportunity) forbidden() bool { return o == never || o == bound || o == held }

// allowHeld allows breaks before telephone numbers.
func allowHeld(p *paragraph, _ *Options, from, to int) {
	for i := from + 1; i < to; i++ {
		if p.breaks[i] == held {
			p.breaks[i] = forcedHeld
		}
	}
}

// allowBound allows breaks that are forbidden for taste, and after no-break
// spaces.
func (s *Setter) allowBound(p *paragraph, _ *Options, from, to int) {
	for i := from + 1; i < to; i++ {
		if p.breaks[i] == bound || p.breaks[i] == never && isSpace(p.runes[i-1]) && !isSpace(p.runes[i]) {
			p.breaks[i] = forcedBound
		}
	}
}

// longestWord is the most letters of a word that is divided as a last resort. What
// is longer is none.
const longestWord = 500

// allowHyphens divides words that are wider than a line by the patterns of their
// language, also names, and in headings and other text that is not hyphenated.
func (s *Setter) allowHyphens(p *paragraph, o *Options, from, to int) {
	inRange := 0
	i := from
	for i > 0 && from-i < longestWord && isLetter(p.runes[i-1]) {
		i--
	}
	for i, j := p.letters(i, to); i < j; i, j = p.letters(j, to) {
		for j < len(p.runes) && j-i <= longestWord && isLetter(p.runes[j]) {
			j++
		}
		if kind := s.tokenAt(p, i); j-i > longestWord || kind != plainToken && kind != compoundToken {
			continue
		}
		for p.ranges[inRange].end <= i {
			inRange++
		}
		s.divide(p, s.spans, o, i, j, inRange, from, to, lastHyphen)
	}
}

// tokenAt is the kind of the token that a character belongs to. That of the token
// asked for last is kept.
func (s *Setter) tokenAt(p *paragraph, i int) tokenKind {
	if t := &s.lastToken; i >= t.end {
		t.end = i
		for i > 0 && !partsTokens(p.runes[i-1]) {
			i--
		}
		for t.end < len(p.runes) && !partsTokens(p.runes[t.end]) {
			t.end++
		}
		t.kind = classifyToken(p.runes[i:t.end])
	}
	return s.lastToken.kind
}

// allowGraphemes allows breaks between all graphemes (UAX 29).
func (s *Setter) allowGraphemes(p *paragraph, _ *Options, from, to int) {
	s.segmenter.Init(p.runes[from:to])
	graphemes := s.segmenter.GraphemeIterator()
	for graphemes.Next() {
		i := from + graphemes.Grapheme().Offset
		if i > from && p.breaks[i] == never && p.runes[i] != spacerRune && !joinsNext(p.runes[i-1]) && !joinsBefore(p.runes[i]) {
			p.breaks[i] = grapheme
		}
	}
}

// joinsNext reports whether a character is written with the next, though UAX 29
// has a boundary there: vowels of Thai and Lao that stand before their consonant,
// and signs of Burmese and Khmer that put the next letter below.
func joinsNext(r rune) bool {
	return r >= 0x0E40 && r <= 0x0E44 || r >= 0x0EC0 && r <= 0x0EC4 || r == 0x1039 || r == 0x17D2
}

// joinsBefore reports whether a character is written with the one before in the
// same way: vowels of Thai and Lao that follow their consonant, and repetition.
func joinsBefore(r rune) bool {
	switch r {
	case 0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46, 0x0EAF, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EC6:
		return true
	}
	return false
}

// dropHyphen lets a line end without a hyphen where there is no room for one
// beside a single grapheme.
func dropHyphen(p *paragraph, _ *Options, _, to int) {
	if p.breaks[to].addsHyphen() {
		p.breaks[to] = grapheme
	}
}

func (s *Setter) listBreakpoints(p *paragraph, o *Options) {
	s.points = s.points[:0]
	for k := range s.pieces {
		q := &s.pieces[k]
		if q.kind == wordPiece {
			for i := q.start + 1; i < q.end; i++ {
				if kind := p.breaks[i]; !kind.forbidden() {
					s.breakInside(p, o, k, i, kind)
				}
			}
		}
		last := k == len(s.pieces)-1
		kind := p.breaks[q.end]
		if last {
			kind = space
		}
		if !kind.forbidden() {
			s.breakAfter(p, o, k, kind, last)
		}
	}
}

// breakAfter adds a breakpoint at the end of a piece.
func (s *Setter) breakAfter(p *paragraph, o *Options, k int, kind opportunity, last bool) {
	q := &s.pieces[k]
	b := breakpoint{
		kind: kind, last: last, next: q.end, nextPiece: int32(k + 1),
		nextWidth: q.before + q.width + q.after, nextStretch: q.stretchBefore + q.stretch,
		penalty: penalty(kind, o),
	}
	for k >= 0 && s.pieces[k].kind == spacePiece {
		k--
	}
	b.endPiece = int32(k)
	if k >= 0 {
		q = &s.pieces[k]
		b.end = q.end
		b.bare = q.before + q.width - q.tracking
		b.stretch = q.stretchBefore
	}
	b.width = b.bare
	if b.kind.addsHyphen() && (k < 0 || q.kind != wordPiece || b.end != b.next) {
		b.kind = space // a soft hyphen beside a space
	}
	if b.kind.addsHyphen() {
		b.width += s.hyphenWidth(q) + q.tracking
	}
	s.writtenHyphen(p, o, &b)
	if o.HangEnd {
		s.hangEnd(p, &b)
	}
	s.points = append(s.points, b)
}

// breakInside adds a breakpoint within a word.
func (s *Setter) breakInside(p *paragraph, o *Options, k int, at int32, kind opportunity) {
	q := &s.pieces[k]
	pre, post := s.split(p, q, at)
	b := breakpoint{
		kind: kind, end: at, next: at, endPiece: int32(k), nextPiece: int32(k),
		bare: q.before + pre - q.tracking, stretch: q.stretchBefore,
		nextWidth: q.before + q.width - post, nextStretch: q.stretchBefore,
		penalty: penalty(kind, o),
	}
	b.width = b.bare
	if kind.addsHyphen() {
		b.width += s.hyphenWidth(q) + q.tracking
	}
	s.writtenHyphen(p, o, &b)
	if o.HangEnd {
		s.hangEnd(p, &b)
	}
	s.points = append(s.points, b)
}

// writtenHyphen notes that a line ends in a hyphen, and whether that is repeated.
func (s *Setter) writtenHyphen(p *paragraph, o *Options, b *breakpoint) {
	written := b.kind == explicit && b.end > 0 && isHyphen(p.runes[b.end-1])
	b.hyphen = written || b.kind.addsHyphen()
	if !written || b.end < 2 || b.end != b.next || int(b.next) >= len(p.runes) || int(b.nextPiece) >= len(s.pieces) {
		return
	}
	q := &s.pieces[b.nextPiece]
	if q.kind != wordPiece || !unicode.IsLetter(p.runes[b.end-2]) || !unicode.IsLetter(p.runes[b.next]) {
		return
	}
	if repeatsHyphen(language(&s.spans[p.ranges[q.inRange].span], o)) {
		b.again = true
		b.nextWidth -= q.points(s.shape(q.style, "-"))
	}
}

// repeatsHyphen reports whether a hyphen of the text that stands at the end of a line
// is written once more at the start of the next, so that it is not taken for that of a
// divided word.
func repeatsHyphen(lang string) bool {
	primary, _, _ := strings.Cut(lang, "-")
	switch strings.ToLower(primary) {
	case "pt", "pl", "cs", "sk", "hr", "bs", "sr":
		return true
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' }

// split is the width of the parts of a word that is broken at a character.
func (s *Setter) split(p *paragraph, q *piece, at int32) (pre, post float64) {
	w, k := q.word, at-q.start
	i := sort.Search(len(w.clusters), func(i int) bool { return w.clusters[i].rune >= k })
	if i < len(w.clusters) && w.clusters[i].rune == k && !w.clusters[i].unsafe {
		pre = float64(w.clusters[i].before)*q.scale + float64(i)*q.tracking
		return pre, q.width - pre
	}
	return q.points(s.fragment(p, q, q.start, at)), q.points(s.fragment(p, q, at, q.end))
}

// fragment is a part of a piece, shaped on its own.
func (s *Setter) fragment(p *paragraph, q *piece, from, to int32) *word {
	if from == q.start && to == q.end {
		return q.word
	}
	return s.shape(q.style, p.text[p.bytes[from]:p.bytes[to]])
}

// natural is the width of a line from one breakpoint to another and that of
// its stretchable spaces.
func (s *Setter) natural(p *paragraph, from, to *breakpoint) (width, stretch float64) {
	if from.next > 0 && from.nextPiece == to.endPiece {
		if q := &s.pieces[to.endPiece]; q.kind == wordPiece && from.next > q.start && to.end < q.end {
			// Both ends in one word: what lies between is shaped on its own.
			width = q.points(s.fragment(p, q, from.next, max(to.end, from.next))) - q.tracking
			return width + to.width - to.bare, 0
		}
	}
	return max(0, to.width-from.nextWidth), max(0, to.stretch-from.nextStretch)
}

// hyphenWidth is the width of the hyphen that a break in a word adds.
func (s *Setter) hyphenWidth(q *piece) float64 {
	return float64(s.hyphenWord(q).width) * q.scale
}

// hyphenWord is the shaped hyphen for a piece.
func (s *Setter) hyphenWord(q *piece) *word { return s.shape(q.style, "\u2010") }
