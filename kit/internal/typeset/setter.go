package typeset

import (
	"math"

	"github.com/go-text/typesetting/segmenter"
)

// Setter sets paragraphs. It is for one goroutine; make one for each.
type Setter struct {
	cache     *Cache
	engine    *engine
	segmenter segmenter.Segmenter

	// The work on one paragraph; kept for its memory.
	spans           []Span
	missing         []Missing
	reported        map[rune]bool // characters in missing
	paragraph       paragraph
	pieces          []piece
	solid           bool    // the pieces hold ideographs, which are never set closer
	shrink          float64 // by how much justification makes spaces narrower, as part of their width
	backward        bool    // some piece may lead to the left
	phrases         bool    // the text is balanced by phrases of Japanese
	points          []breakpoint
	nodes           []node
	active          []int32
	fresh           []node
	chosen          []int32
	parts           []part
	spanFace        spanFace
	lastStyle       *style
	lastHyphenator  *hyphenator
	lastHyphenation hyphenatorKey // of lastHyphenator
	lastToken       tokenEnd
	blank           spaceGlyph
}

// New makes a setter that shares shaped words and hyphenation patterns with
// all others on the same cache. A nil cache gives the setter its own.
func New(c *Cache) *Setter {
	if c == nil {
		c = NewCache()
	}
	return &Setter{cache: c}
}

// Lines breaks the spans into lines. It always gives lines that hold all the
// text; characters without a glyph are reported as missing. Where nothing
// else helps, lines break before bound words, then between any two graphemes;
// what is wider than a line even then is marked as overfull.
//
// The lines are the caller's, but their glyphs may be shared and must not change.
func (s *Setter) Lines(spans []Span, o Options) ([]Line, []Missing) {
	o = o.withDefaults()
	if o.Widths != nil {
		return s.lines(spans, o)
	}
	all := &s.cache.paragraphs
	hash := all.hash(spans, &o)
	if p := all.find(hash, spans, &o); p != nil {
		return p.copy(), p.missing
	}
	p := &kept{spans: own(spans), options: o}
	p.lines, p.missing = s.lines(p.spans, o)
	if all.put(hash, p) {
		return p.copy(), p.missing
	}
	return p.lines, p.missing
}

// lines breaks the spans into lines.
func (s *Setter) lines(spans []Span, o Options) (lines []Line, missing []Missing) {
	spans = frenchSpans(spans, &o)
	s.begin(spans)
	defer s.end()
	p := &s.paragraph
	for at, more := (position{}), true; more; {
		var next position
		next, more = p.read(spans, at)
		switch {
		case len(p.runes) > 0:
			lines = s.appendParagraph(lines, p, &o)
		case p.hard:
			lines = append(lines, emptyLine(&spans[next.span].Face))
		}
		at = next
	}
	return lines, s.missing
}

// Width is the natural width of the spans on one line; of the widest line if
// they have hard breaks.
func (s *Setter) Width(spans []Span) float64 {
	lines, _ := s.Lines(spans, Options{})
	width := 0.0
	for _, l := range lines {
		width = max(width, l.Width)
	}
	return width
}

// Least is the width of the widest part of a text at which no line breaks unless it
// must: of its words, and of what is bound to them, and of their parts where
// words are divided by the patterns of the language.
func (s *Setter) Least(spans []Span, o Options) (words, parts float64) {
	o = o.withDefaults()
	o.Hyphenate, o.HangFirst, o.HangEnd = false, false, false
	spans = frenchSpans(spans, &o)
	s.begin(spans)
	defer s.end()
	p := &s.paragraph
	for at, more := (position{}), true; more; {
		if at, more = p.read(spans, at); len(p.runes) == 0 {
			continue
		}
		s.findLevels(p, &o)
		s.findOpportunities(p, spans, &o)
		s.measure(p, spans, &o)
		s.listBreakpoints(p, &o)
		words = max(words, s.widestPart())
		s.lastToken = tokenEnd{}
		s.allowHyphens(p, &o, 0, len(p.runes))
		s.listBreakpoints(p, &o)
		parts = max(parts, s.widestPart())
	}
	return words, parts
}

// widestPart is the width of the widest text between two breakpoints.
func (s *Setter) widestPart() float64 {
	width, from := 0.0, 0.0
	for i := range s.points {
		width = max(width, s.points[i].width-from)
		from = s.points[i].nextWidth
	}
	return width
}

func (s *Setter) begin(spans []Span) {
	s.spans, s.missing, s.reported = spans, nil, nil
	s.engine = s.cache.engine()
}

// end gives the engine back and lets go of what the caller owns.
func (s *Setter) end() {
	s.cache.engines.Put(s.engine)
	s.lastHyphenator = nil
	s.engine, s.spans, s.lastStyle, s.spanFace, s.blank = nil, nil, nil, spanFace{}, spaceGlyph{}
}

// appendParagraph sets the text up to a hard line break.
func (s *Setter) appendParagraph(lines []Line, p *paragraph, o *Options) []Line {
	first := len(lines)
	s.findLevels(p, o)
	s.findOpportunities(p, s.spans, o)
	s.measure(p, s.spans, o)
	s.findBreakpoints(p, o, s.narrowest(o, first))
	if len(s.points) == 0 { // none of the text has a font
		return append(lines, Line{HardBreak: p.hard})
	}
	var chosen []int32
	ok := false
	if o.Balance {
		chosen, ok = s.balance(p, o, first)
	}
	if !ok {
		chosen = s.breakLines(p, o, first)
	}
	start := s.start(p, o, first)
	from := &start
	for _, k := range chosen {
		to := &s.points[k]
		lines = append(lines, s.setLine(p, o, from, to, len(lines)))
		from = to
	}
	return lines
}

// emptyLine is the line between two hard line breaks.
func emptyLine(face *Face) Line {
	line := Line{HardBreak: true}
	if len(face.Fonts) > 0 && face.Fonts[0] != nil {
		size := clamp(face.Size, 0, maxSize)
		line.Ascent = face.Fonts[0].Ascent() * size
		line.Descent = face.Fonts[0].Descent() * size
	}
	return line
}

// withDefaults fills the fields whose zero value means a default.
func (o Options) withDefaults() Options {
	def := func(v *int, d int) {
		if *v <= 0 {
			*v = d
		}
	}
	def(&o.MinWord, 7)
	if o.Align == Justify {
		def(&o.Left, 2)
	}
	def(&o.Left, 3)
	def(&o.Right, 3)
	def(&o.MaxHyphens, 2)
	o.FirstIndent = clamp(o.FirstIndent, -maxMeasure, maxMeasure)
	o.LastLineMin = clamp(o.LastLineMin, 0, maxMeasure)
	return o
}

func (o *Options) baseLevel() uint8 {
	if o.RightToLeft {
		return 1
	}
	return 0
}

// Measures out of these bounds, in points, are brought back to them.
const (
	minMeasure = 1
	maxMeasure = 1_000_000
)

// lineWidth is the measure of a line; infinite if there is none.
func (s *Setter) lineWidth(o *Options, line int) float64 {
	width := o.Width
	if o.Widths != nil {
		width = clamp(o.Widths(line), minMeasure, maxMeasure)
	} else if !(width > 0) {
		return math.Inf(1)
	}
	if line == 0 {
		width -= o.FirstIndent
	}
	return clamp(width, minMeasure, maxMeasure)
}

// narrowest is the least measure of the lines that a paragraph may take.
func (s *Setter) narrowest(o *Options, first int) float64 {
	width := min(s.lineWidth(o, first), s.lineWidth(o, first+1))
	if o.Widths == nil || len(s.pieces) == 0 {
		return width
	}
	const most = 1_000 // lines looked ahead
	last := &s.pieces[len(s.pieces)-1]
	total := last.before + last.width
	for n, sum := first, 0.0; n < first+most && sum < 2*total; n++ {
		w := s.lineWidth(o, n)
		width = min(width, w)
		sum += w
	}
	return width
}
