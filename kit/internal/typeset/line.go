package typeset

import (
	"math"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// part is what a line holds of a piece.
type part struct {
	piece    int32
	from, to int32 // runes; equal for what the source has not
	word     *word // nil: a space or a spacer
	level    uint8
	hyphen   bool // the hyphen that a break adds
	again    bool // that of the line before, which is in the text once
	trailing bool // a space at the end of the line, outside its width
	closing  bool // the last of the line from left to right; goes without tracking
	font     *font.Font
	glyph    uint16  // of a space
	width    float64 // of a space or spacer
	after    float64 // added after it
	stretch  float64 // what justification widens of it or after it
}

// setLine sets the text between two breakpoints as the line of a number,
// counted from the first line of all.
func (s *Setter) setLine(p *paragraph, o *Options, from, to *breakpoint, number int) Line {
	s.collectParts(p, from, to, o)
	reorder(s.parts)
	natural, stretch, trailing := s.closeParts()
	measure := s.lineWidth(o, number)
	room := measure + from.hangStart + to.hangEnd - natural
	extra := 0.0 // for each point of stretchable space
	if o.Align == Justify && stretch > 0 && !math.IsInf(measure, 1) && (room < 0 || !to.last) {
		extra = max(room/stretch, -s.flexibility(o).shrink)
	}
	line := Line{
		Natural: natural, Width: natural + extra*stretch,
		Hyphenated: to.kind.addsHyphen(), HardBreak: to.last && p.hard,
	}
	line.Overfull = line.Width > measure+from.hangStart+to.hangEnd+tolerance
	left := 0.0
	if o.RightToLeft {
		left = -trailing // spaces at the end stand left of the line
	}
	s.layOut(p, o, &line, extra, left)
	place(o, &line, from, to, measure, number)
	return line
}

// collectParts lists the parts of a line in reading order.
func (s *Setter) collectParts(p *paragraph, from, to *breakpoint, o *Options) {
	s.parts = s.parts[:0]
	if from.again {
		q := &s.pieces[from.nextPiece]
		s.parts = append(s.parts, part{piece: from.nextPiece, level: q.level, again: true, word: s.shape(q.style, "-"), font: q.style.font})
	}
	for k := from.nextPiece; int(k) < len(s.pieces); k++ {
		q := &s.pieces[k]
		if q.start >= to.next {
			break
		}
		a, b := max(q.start, from.next), min(q.end, to.next)
		if a >= b {
			continue
		}
		t := part{piece: k, from: a, to: b, level: q.level, font: q.font, glyph: q.glyph, width: q.width}
		if a >= to.end {
			t.trailing, t.level = true, o.baseLevel() // UAX 9, rule L1
		}
		if b == q.end && b < to.end {
			t.after, t.stretch = q.after, q.stretch
		}
		if q.kind == wordPiece {
			t.word, t.font = s.fragment(p, q, a, b), q.style.font
		}
		s.parts = append(s.parts, t)
	}
	if to.kind.addsHyphen() {
		q := &s.pieces[to.endPiece]
		s.parts = append(s.parts, part{piece: to.endPiece, level: q.level, hyphen: true, word: s.hyphenWord(q), font: q.style.font})
	}
	if n := len(s.parts); to.last && p.hard && n > 0 {
		s.separate(o, s.parts[n-1])
	}
}

// separate adds the space that parts the words on either side of a hard line
// break, unless there is one already.
func (s *Setter) separate(o *Options, last part) {
	q := &s.pieces[last.piece]
	if q.kind != wordPiece {
		return
	}
	glyph, ok := last.font.Glyph(' ')
	if !ok {
		return
	}
	s.parts = append(s.parts, part{
		piece: last.piece, level: o.baseLevel(), trailing: true,
		font: last.font, glyph: glyph, width: float64(last.font.Advance(glyph)) * q.scale,
	})
}

// closeParts marks the last part in visual order and sums up the widths.
func (s *Setter) closeParts() (natural, stretch, trailing float64) {
	last := -1
	for i := range s.parts {
		t := &s.parts[i]
		q := &s.pieces[t.piece]
		switch {
		case t.trailing && t.word == nil:
			trailing += t.width
			continue
		case t.word != nil:
			natural += q.points(t.word) + t.after
		default:
			natural += t.width
		}
		stretch += t.stretch
		last = i
	}
	if last >= 0 {
		s.parts[last].closing = true
		natural -= s.pieces[s.parts[last].piece].tracking
	}
	return natural, stretch, trailing
}

// layOut fills the runs of a line from its parts, from left to right.
func (s *Setter) layOut(p *paragraph, o *Options, line *Line, extra, x float64) {
	count := 0
	for i := range s.parts {
		if t := &s.parts[i]; t.word != nil {
			count += len(t.word.glyphs)
		} else {
			count++
		}
	}
	glyphs := make([]Glyph, 0, count)
	begin, open := 0, false
	closeRun := func() {
		if open {
			line.Runs[len(line.Runs)-1].Glyphs = glyphs[begin:len(glyphs):len(glyphs)]
		}
		begin, open = len(glyphs), false
	}
	for i := range s.parts {
		t := &s.parts[i]
		q := &s.pieces[t.piece]
		if t.font == nil { // a spacer, or a space that no font has
			closeRun()
			x += t.width
			continue
		}
		span := &s.spans[p.ranges[q.inRange].span]
		run := Run{
			Font: t.font, Size: clamp(span.Face.Size, 0, maxSize), Rise: clamp(span.Face.Rise, -maxSize, maxSize),
			Tag: span.Tag, X: x, RightToLeft: t.level%2 == 1, Lang: language(span, o),
		}
		if open && !line.Runs[len(line.Runs)-1].continuedBy(&run) {
			closeRun()
		}
		if !open {
			line.Runs = append(line.Runs, run)
			open = true
		}
		from := len(glyphs)
		glyphs = t.appendGlyphs(glyphs, p, q, extra)
		current := &line.Runs[len(line.Runs)-1]
		for _, g := range glyphs[from:] {
			current.Width += g.Advance
			x += g.Advance
		}
	}
	closeRun()
	for i := range line.Runs {
		r := &line.Runs[i]
		line.Ascent = max(line.Ascent, r.Font.Ascent()*r.Size+r.Rise)
		line.Descent = min(line.Descent, r.Font.Descent()*r.Size+r.Rise)
	}
}

// continuedBy reports whether the glyphs of two runs may form one.
func (r *Run) continuedBy(next *Run) bool {
	return r.Font == next.Font && r.Size == next.Size && r.Rise == next.Rise && r.Tag == next.Tag &&
		r.RightToLeft == next.RightToLeft && r.Lang == next.Lang
}

// appendGlyphs appends the glyphs of a part from left to right.
func (t *part) appendGlyphs(dst []Glyph, p *paragraph, q *piece, extra float64) []Glyph {
	if t.word == nil {
		g := Glyph{ID: t.glyph, Advance: t.width, Text: " "}
		if t.from < t.to {
			g.Text = p.text[p.bytes[t.from]:p.bytes[t.to]]
		}
		g.Advance += extra * t.stretch
		if t.closing {
			g.Advance -= q.tracking
		}
		return append(dst, g)
	}
	w := t.word
	text := ""
	switch {
	case t.hyphen:
		text = "\u00ad"
	case !t.again:
		text = p.text[p.bytes[t.from]:p.bytes[t.to]]
	}
	n := len(w.clusters)
	for i := range n {
		k := i
		if q.style.rightToLeft {
			k = n - 1 - i
		}
		c := &w.clusters[k]
		from, to := int(c.byte), len(text)
		if k+1 < n {
			to = int(w.clusters[k+1].byte)
		}
		for j := c.first; j < c.last; j++ {
			g := &w.glyphs[j]
			glyph := Glyph{
				ID: g.id, Advance: float64(g.advance) * q.scale,
				DX: float64(g.dx) * q.scale, DY: float64(g.dy) * q.scale,
			}
			if j == c.first {
				glyph.Text = text[from:to]
			}
			if j == c.last-1 && !(t.closing && i == n-1) {
				glyph.Advance += q.tracking
			}
			if j == c.last-1 && i == n-1 {
				glyph.Advance += t.after + extra*t.stretch
			}
			dst = append(dst, glyph)
		}
	}
	return dst
}

// place fills line.X.
func place(o *Options, line *Line, from, to *breakpoint, measure float64, number int) {
	indent := 0.0
	if number == 0 {
		indent = o.FirstIndent
	}
	if math.IsInf(measure, 1) {
		if !o.RightToLeft {
			line.X = indent
		}
		return
	}
	atStart, atEnd := -from.hangStart, measure+to.hangEnd-line.Width
	if o.RightToLeft {
		atStart, atEnd = measure+from.hangStart-line.Width, -to.hangEnd
	}
	switch o.Align {
	case Start, Justify:
		line.X = atStart
	case End:
		line.X = atEnd
	case Center:
		line.X = (measure - line.Width) / 2
	}
	if !o.RightToLeft {
		line.X += indent
	}
}
