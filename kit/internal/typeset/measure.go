package typeset

import (
	"slices"
	"unicode"

	gotextlang "github.com/go-text/typesetting/language"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// pieceKind tells the kinds of pieces apart.
type pieceKind uint8

const (
	wordPiece   pieceKind = iota // shaped text without spaces
	spacePiece                   // one space
	spacerPiece                  // Span.Advance
)

// piece is a part of a paragraph that is measured as a whole. No piece
// crosses a span, font, script or direction.
type piece struct {
	kind       pieceKind
	level      uint8 // bidi
	inRange    int32 // index into the paragraph's ranges
	start, end int32 // runes
	style      *style
	word       *word      // of a wordPiece
	font       *font.Font // of a spacePiece; nil: no font has a space
	glyph      uint16     // of a spacePiece

	scale         float64 // points in a design unit
	tracking      float64 // points after each cluster
	width         float64 // points, tracking included
	after         float64 // points added after it, unless a line ends there
	stretch       float64 // stretchable part: the width of a space that justification widens, or the gap after an ideograph
	before        float64 // width of all pieces before this
	stretchBefore float64 // stretchable part of all pieces before this
}

// maxPiece is the most characters of a piece. Longer words are cut, but not
// within a grapheme unless that is longer than maxGrapheme.
const (
	maxPiece    = 64
	maxGrapheme = 64
)

// measure cuts the paragraph into pieces and shapes them.
func (s *Setter) measure(p *paragraph, spans []Span, o *Options) {
	s.pieces, s.solid, s.shrink, s.backward = s.pieces[:0], false, spaceShrink, false
	script := gotextlang.Latin
	for k, r := range p.ranges {
		span := &spans[r.span]
		face := s.face(span, o)
		for i := r.start; i < r.end; {
			c := p.runes[i]
			level := p.level(i)
			switch {
			case c == spacerRune:
				s.addPiece(piece{kind: spacerPiece, level: level, inRange: int32(k), start: int32(i), end: int32(i + 1), width: clamp(span.Advance, -maxMeasure, maxMeasure)})
				i++
			case isSpace(c):
				s.addSpace(p, face, k, i, level)
				i++
			default:
				j := i
				j, script = p.wordEnd(i, r.end, script)
				s.addWord(p, face, k, i, j, level, script)
				s.spaceOut(p, face, j)
				i = j
			}
		}
	}
}

// level is the bidi level of a character.
func (p *paragraph) level(i int) uint8 {
	if p.levels == nil {
		return 0
	}
	return p.levels[i]
}

// wordEnd finds the end of the piece that begins at a character, and its
// script; characters common to scripts have the script of their neighbours.
func (p *paragraph) wordEnd(from, limit int, script gotextlang.Script) (int, gotextlang.Script) {
	level, known := p.level(from), false
	i := from
	for ; i < limit; i++ {
		r := p.runes[i]
		if isSpace(r) || r == spacerRune || p.level(i) != level || i > from && p.endsPiece(i) {
			break
		}
		if i-from >= maxPiece && (i-from >= maxPiece+maxGrapheme || !joinsGrapheme(p.runes[from:i], r)) {
			break
		}
		var of gotextlang.Script
		switch {
		case r < 'A':
			continue
		case r < 0x80:
			of = gotextlang.Latin
			if (r|0x20) < 'a' || (r|0x20) > 'z' {
				continue
			}
		default:
			of = gotextlang.LookupScript(r)
		}
		if of == gotextlang.Common || of == gotextlang.Inherited || of == gotextlang.Unknown {
			continue
		}
		if known && of != script {
			break
		}
		script, known = of, true
	}
	return max(i, from+1), script
}

// joinsGrapheme reports whether a character may belong to the grapheme at the
// end of a text (UAX 29): marks, joiners, the parts of emoji and flags, Korean
// letters.
func joinsGrapheme(text []rune, r rune) bool {
	last := text[len(text)-1]
	switch {
	case r < 0x0300:
		return false
	case unicode.Is(unicode.M, r), isIgnorable(r), last == '\u200D':
		return true
	case r >= 0x1F3FB && r <= 0x1F3FF: // skin tones
		return true
	case isRegional(r): // flags have two
		n := 0
		for n < len(text) && isRegional(text[len(text)-1-n]) {
			n++
		}
		return n%2 == 1
	}
	return isHangul(r) && r <= 0x11FF && isHangul(last)
}

// isRegional reports whether a character is one of the two of a flag.
func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// spanFace is a face as the pieces of a span need it.
type spanFace struct {
	Face
	features string
	lang     string
}

// face prepares a span's face: numbers made finite, features as a key.
func (s *Setter) face(span *Span, o *Options) *spanFace {
	f := &s.spanFace
	f.Face = span.Face
	f.Size = clamp(f.Size, 0, maxSize)
	f.Tracking = clamp(f.Tracking, -maxTracking, maxTracking)
	f.Rise = clamp(f.Rise, -maxSize, maxSize)
	if slices.Contains(f.Fonts, nil) {
		f.Fonts = slices.DeleteFunc(slices.Clone(f.Fonts), func(f *font.Font) bool { return f == nil })
	}
	f.features = featureKey(&span.Face)
	f.lang = language(span, o)
	return f
}

func (s *Setter) addPiece(q piece) {
	s.backward = s.backward || q.width < 0 || q.tracking < 0
	if n := len(s.pieces); n > 0 {
		last := &s.pieces[n-1]
		q.before = last.before + last.width + last.after
		q.stretchBefore = last.stretchBefore + last.stretch
	}
	s.pieces = append(s.pieces, q)
}

// style finds the style of one of a face's fonts.
func (s *Setter) style(face *spanFace, f *font.Font, script gotextlang.Script, rightToLeft bool) *style {
	key := styleKey{font: f, features: face.features, lang: face.lang, script: script, rightToLeft: rightToLeft}
	if s.lastStyle != nil && s.lastStyle.styleKey == key {
		return s.lastStyle
	}
	s.lastStyle = s.cache.style(key)
	return s.lastStyle
}

// addWord shapes text in the first font of its face. Where that lacks letters of
// the word, all of them come from the first font that has them, lest two designs
// meet within a word; if there is none, and for what is no letter, fonts are
// chosen grapheme by grapheme.
func (s *Setter) addWord(p *paragraph, face *spanFace, inRange, from, to int, level uint8, script gotextlang.Script) {
	if len(face.Fonts) == 0 {
		s.reportMissing(p, face, inRange, from, p.runes[from:to])
		return
	}
	st := s.style(face, face.Fonts[0], script, level%2 == 1)
	w := s.shape(st, p.text[p.bytes[from]:p.bytes[to]])
	if !w.missing {
		s.addShaped(p, face, inRange, from, to, level, st, w)
		return
	}
	if to-from == 1 { // an ideograph, most often
		which, ok := s.chooseFont(face, p.runes[from:to])
		if !ok {
			s.reportMissing(p, face, inRange, from, p.runes[from:to])
		}
		s.addRun(p, face, inRange, from, to, level, script, which)
		return
	}
	whole := wholeWord(face, p.runes[from:to])
	s.segmenter.Init(p.runes[from:to])
	graphemes := s.segmenter.GraphemeIterator()
	start, in := from, -1
	for graphemes.Next() {
		g := graphemes.Grapheme()
		at := from + g.Offset
		which, ok := whole, true
		if whole < 0 || !unicode.IsLetter(g.Text[0]) || !covers(face.font(whole), g.Text) {
			which, ok = s.chooseFont(face, g.Text)
		}
		if !ok {
			s.reportMissing(p, face, inRange, at, g.Text)
		}
		if in >= 0 && which != in {
			s.addRun(p, face, inRange, start, at, level, script, in)
			start = at
		}
		in = which
	}
	if in >= 0 {
		s.addRun(p, face, inRange, start, to, level, script, in)
	}
}

// addRun adds a piece in one of the fonts of a face.
func (s *Setter) addRun(p *paragraph, face *spanFace, inRange, from, to int, level uint8, script gotextlang.Script, which int) {
	st := s.style(face, face.font(which), script, level%2 == 1)
	s.addShaped(p, face, inRange, from, to, level, st, s.shape(st, p.text[p.bytes[from]:p.bytes[to]]))
}

func (s *Setter) addShaped(p *paragraph, face *spanFace, inRange, from, to int, level uint8, st *style, w *word) {
	q := piece{
		kind: wordPiece, level: level, inRange: int32(inRange), start: int32(from), end: int32(to),
		style: st, word: w,
		scale:    face.Size / float64(st.font.UnitsPerEm()),
		tracking: face.Tracking * face.Size,
	}
	q.width = q.points(w)
	s.addPiece(q)
}

// points is the width of shaped text in the style of the piece.
func (q *piece) points(w *word) float64 {
	return float64(w.width)*q.scale + float64(len(w.clusters))*q.tracking
}

// addSpace adds a space: the font's own glyph, or the glyph of the word
// space with the width that Unicode gives the space.
func (s *Setter) addSpace(p *paragraph, face *spanFace, inRange, at int, level uint8) {
	r := p.runes[at]
	q := piece{
		kind: spacePiece, level: level, inRange: int32(inRange), start: int32(at), end: int32(at + 1),
		tracking: face.Tracking * face.Size,
	}
	if g := s.spaceGlyph(face, r); g.font != nil {
		q.font, q.glyph = g.font, g.id
		q.scale = face.Size / float64(g.font.UnitsPerEm())
		q.width = g.width * face.Size
	} else {
		s.reportMissing(p, face, inRange, at, p.runes[at:at+1])
		q.width = face.Size / 4
	}
	q.width += q.tracking
	least := leastSpace*clamp(face.Size, 0, maxSize) - min(q.tracking, 0) // the letter before is tracked too
	if isStretchable(r) || r == narrowNoBreak {
		q.width = max(q.width, least)
	}
	if isStretchable(r) {
		q.stretch = q.width
		if q.width > 0 {
			s.shrink = max(min(s.shrink, 1-least/q.width), 0)
		}
	}
	s.addPiece(q)
}

// leastSpace is the least space between words, in em: whoever takes text out of
// a page by the look of it takes less for the space between letters (Poppler and
// its kin: 0.15 em), and fonts that are set close have less.
const leastSpace = 0.155

// spaceGlyph is how the fonts of a face show a space.
type spaceGlyph struct {
	first *font.Font // of the face
	space rune
	font  *font.Font // nil: none has a space
	id    uint16
	width float64 // em
}

// spaceGlyph looks a space up, unless it is the one that was looked up last.
func (s *Setter) spaceGlyph(face *spanFace, r rune) *spaceGlyph {
	g := &s.blank
	if g.font != nil && g.space == r && len(face.Fonts) > 0 && g.first == face.Fonts[0] && g.font == g.first {
		return g
	}
	*g = spaceGlyph{space: r}
	for i, f := range face.all {
		if i == 0 {
			g.first = f
		}
		id, own := f.Glyph(r)
		if !own {
			var ok bool
			if id, ok = f.Glyph(' '); !ok {
				continue
			}
		}
		g.font, g.id = f, id
		g.width = float64(f.Advance(id)) / float64(f.UnitsPerEm())
		if !own && r != noBreakSpace {
			g.width = spaceWidth(f, r)
		}
		break
	}
	return g
}

// spaceWidth is the width in em of the spaces of Unicode's General
// Punctuation block.
func spaceWidth(f *font.Font, r rune) float64 {
	like := func(c rune, otherwise float64) float64 {
		if gid, ok := f.Glyph(c); ok {
			return float64(f.Advance(gid)) / float64(f.UnitsPerEm())
		}
		return otherwise
	}
	switch r {
	case 0x2000, 0x2002:
		return 1. / 2
	case 0x2001, 0x2003, 0x3000:
		return 1
	case 0x2004:
		return 1. / 3
	case 0x2005:
		return 1. / 4
	case 0x2006:
		return 1. / 6
	case 0x2007: // figure space
		return like('0', 1./2)
	case 0x2008: // punctuation space
		return like('.', 1./4)
	case 0x2009, narrowNoBreak:
		return 1. / 5
	case 0x200A:
		return 1. / 10
	case 0x205F:
		return 4. / 18
	}
	return like(' ', 1./4)
}

// Lengths that no page has are brought back to these.
const (
	maxSize     = 10_000 // points
	maxTracking = 10     // em
)

// clamp brings a number into a range; one that is not a number becomes 0.
func clamp(v, low, high float64) float64 {
	if v != v {
		return 0
	}
	return min(max(v, low), high)
}
