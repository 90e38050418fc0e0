package typeset

import "math"

// The line breaker is the total-fit method of Knuth and Plass, section
// "An algorithm for total fit". For ragged text the stretch is in the space
// left at the end of a line instead of the spaces between words.

// Demerits, on the scale of Knuth and Plass and TeX.
const (
	linePenalty       = 10
	worstBadness      = 10_000_000 // of a line that is all gap; far above that of the loosest with some words
	adjacentDemerits  = 10_000     // a tight line beside a loose one
	twoHyphenDemerits = 10_000     // hyphens on consecutive lines
	finalHyphen       = 20_000     // hyphen before the last line
	shortLastLine     = 30_000     // last line shorter than wanted, at least
	brokenRule        = 1e15       // against a rule that only a last resort breaks; above the square of worstBadness
	overfullDemerits  = 1e18
)

// penalty is the cost of a kind of break; its square counts.
func penalty(kind opportunity, o *Options) float64 {
	switch kind {
	case explicit, softBreak:
		return 40
	case hyphenation:
		if o.Align == Justify {
			return 50
		}
		return 150 // ragged text needs hyphens less: only where a tenth of the line would be empty
	case address:
		return 120
	case compound:
		return 150
	case forcedHeld:
		return 250
	case lastHyphen:
		return 1_000
	case forcedBound:
		return 3_000
	case grapheme:
		return 30_000
	}
	return 0
}

// node is a way of setting the text up to a breakpoint.
type node struct {
	point    int32 // index into points, -1: the start
	previous int32 // index into nodes
	line     int32 // lines up to here
	fit      int8  // fitness class of the last line
	hyphens  int8  // consecutive lines before here that end in a hyphen
	demerits float64

	measure float64 // of the next line, with what hangs out at its start
	next    float64 // width of the text before the next line
	stretch float64 // width of the stretchable spaces before the next line
}

// pass is one attempt with its limits.
type pass struct {
	tolerance float64 // greatest ratio of stretch
	forced    bool    // break rules, and set overfull lines, rather than fail
}

// maxActive bounds the ways of setting the text that are followed at once.
// Only paragraphs with lines of hundreds of words reach it.
const maxActive = 1_500

// breakLines chooses the breakpoints at which lines end; their indices.
func (s *Setter) breakLines(p *paragraph, o *Options, firstLine int) []int32 {
	if len(s.points) == 0 {
		return nil
	}
	for _, try := range [...]pass{{tolerance: 2.5}, {tolerance: 8}, {tolerance: math.Inf(1)}, {tolerance: math.Inf(1), forced: true}} {
		if s.tryPass(p, o, firstLine, try) {
			break
		}
	}
	// The best node of the end is the last of all.
	chosen := s.chosen[:0]
	for k := int32(len(s.nodes) - 1); s.nodes[k].point >= 0; k = s.nodes[k].previous {
		chosen = append(chosen, s.nodes[k].point)
	}
	for i, j := 0, len(chosen)-1; i < j; i, j = i+1, j-1 {
		chosen[i], chosen[j] = chosen[j], chosen[i]
	}
	s.chosen = chosen
	return chosen
}

// start is the breakpoint before the first character.
func (s *Setter) start(p *paragraph, o *Options, firstLine int) breakpoint {
	b := breakpoint{}
	if o.HangFirst && firstLine == 0 && len(s.pieces) > 0 {
		b.hangStart = s.hangStart(p)
	}
	return b
}

// tryPass leaves the nodes of the best setting in s.nodes and reports
// whether there is one within the limits.
func (s *Setter) tryPass(p *paragraph, o *Options, firstLine int, try pass) bool {
	start := s.start(p, o, firstLine)
	flex := s.flexibility(o)
	s.nodes = append(s.nodes[:0], node{point: -1, fit: decent, measure: s.lineWidth(o, firstLine) + start.hangStart})
	s.active = append(s.active[:0], 0)
	constant := s.lineWidth(o, firstLine+1) // of the lines after the first, without Widths
	// Lines shorter than the measure by more than slack are not worth weighing.
	slack, stretches := try.tolerance*flex.ragged, 0.0
	if o.Align == Justify {
		slack, stretches = try.tolerance*flex.ragged/hair, try.tolerance*flex.stretch
	}
	// Where all lines have one measure, those that begin later are shorter, but
	// for what hangs out.
	certain := math.Inf(1)
	if o.Widths == nil && !s.backward {
		certain = 2 * flex.size
	}
	for i := range s.points {
		to := &s.points[i]
		s.fresh = s.fresh[:0]
		kept := s.active[:0]
		overfull := int32(-1)
		for j, k := range s.active {
			n := &s.nodes[k]
			if short := n.measure - (to.width - n.next) - max(slack, stretches*(to.stretch-n.stretch)); short > 0 && !to.last {
				if short > certain && n.point >= 0 {
					kept = append(kept, s.active[j:]...)
					break
				}
				kept = append(kept, k)
				continue
			}
			from := &start
			if n.point >= 0 {
				from = &s.points[n.point]
			}
			l := s.weigh(p, o, from, to, n.measure, flex)
			if try.forced && !l.fits && !to.kind.addsHyphen() {
				l.tooLong = true
			}
			if l.tooLong {
				overfull = k
				continue
			}
			kept = append(kept, k)
			if !l.fits || l.ratio > try.tolerance && !to.last {
				continue
			}
			s.consider(o, n, k, int32(i), l, try)
		}
		if len(kept) == 0 && len(s.fresh) == 0 {
			if !try.forced {
				return false
			}
			n := s.nodes[overfull]
			s.fresh = append(s.fresh, node{
				point: int32(i), previous: overfull, line: n.line + 1, fit: decent,
				demerits: n.demerits + overfullDemerits,
			})
		}
		if to.last {
			return s.finish(try)
		}
		for k, n := range s.fresh {
			if len(kept) >= maxActive {
				break
			}
			if s.isDominated(o, k) {
				continue
			}
			n.measure, n.next, n.stretch = constant, to.nextWidth, to.nextStretch
			if o.Widths != nil {
				n.measure = s.lineWidth(o, firstLine+int(n.line))
			}
			kept = append(kept, int32(len(s.nodes)))
			s.nodes = append(s.nodes, n)
		}
		s.active = kept
	}
	return false
}

// finish appends the best node of the end.
func (s *Setter) finish(try pass) bool {
	if len(s.fresh) == 0 {
		if try.forced {
			panic("typeset: the last resort found no lines")
		}
		return false
	}
	best := s.fresh[0]
	for _, n := range s.fresh[1:] {
		if n.demerits < best.demerits {
			best = n
		}
	}
	s.nodes = append(s.nodes, best)
	return true
}

// A space may become wider and narrower by these parts of its width before
// the line counts as badly set.
const (
	spaceStretch = 0.5
	spaceShrink  = 0.25
)

// flexibility is how much a line may change before it looks wrong.
type flexibility struct {
	stretch, shrink float64 // of a space, as part of its width
	ragged          float64 // points by which a ragged line may be short
	size            float64 // of the largest letters, points
}

// hair divides the shortfall allowed to ragged lines, for justified lines
// without spaces.
const hair = 20

// flexibility depends on the size of the text and the measure.
func (s *Setter) flexibility(o *Options) flexibility {
	size := s.spans[0].Face.Size
	for i := range s.spans {
		size = max(size, s.spans[i].Face.Size)
	}
	size = clamp(size, 1, maxSize)
	shrink := s.shrink
	if s.solid {
		shrink = 0
	}
	return flexibility{size: size, stretch: spaceStretch, shrink: shrink, ragged: clamp(s.lineWidth(o, 1)/10, 1.5*size, 3*size)}
}

// candidate is what weigh finds of one line.
type candidate struct {
	tooLong bool // and so is every line that ends later
	fits    bool
	ratio   float64 // of stretch if positive, of shrink if negative
	width   float64 // natural
}

// weigh measures the line between two breakpoints.
func (s *Setter) weigh(p *paragraph, o *Options, from, to *breakpoint, measure float64, flex flexibility) candidate {
	width, stretch := s.natural(p, from, to)
	c := candidate{width: width}
	short := measure + to.hangEnd - width
	shrink := 0.0
	if o.Align == Justify {
		shrink = stretch * flex.shrink
	}
	if short < -shrink-tolerance {
		// With the hyphen it is too long; without it a later break may fit.
		c.tooLong = to.bare-from.nextWidth-shrink > measure+to.hangEnd+maxKern*(width+1)
		return c
	}
	c.fits = true
	switch {
	case short < 0 && shrink > 0:
		c.ratio = max(short/shrink, -1)
	case o.Align == Justify:
		// A line without spaces has the hair of room that a letter leaves.
		c.ratio = short / max(stretch*flex.stretch, flex.ragged/hair)
	default:
		c.ratio = max(short, 0) / flex.ragged
	}
	return c
}

// maxKern is the greatest part of a line's width by which its sum of parts
// may differ from the line shaped as a whole.
const maxKern = 0.005

// consider adds the line from a node to a breakpoint to the fresh nodes if it
// is the best of its kind.
func (s *Setter) consider(o *Options, n *node, index, point int32, l candidate, try pass) {
	to := &s.points[point]
	next := node{point: point, previous: index, line: n.line + 1, fit: decent}
	if o.Align == Justify {
		next.fit = fitness(l.ratio)
	}
	if to.hyphen {
		if int(n.hyphens) >= o.MaxHyphens {
			if !try.forced {
				return
			}
			next.demerits += brokenRule
		}
		next.hyphens = int8(min(int(n.hyphens)+1, math.MaxInt8))
	}
	ratio := l.ratio
	if to.last && ratio > 0 {
		ratio = 0 // the last line may be short
	}
	bad := min(100*math.Abs(ratio*ratio*ratio), worstBadness)
	cost := linePenalty + bad
	next.demerits += n.demerits + cost*cost + to.penalty*to.penalty
	if o.Align == Justify && n.point >= 0 && (next.fit-n.fit > 1 || n.fit-next.fit > 1) {
		next.demerits += adjacentDemerits
	}
	if next.hyphens > 1 {
		next.demerits += twoHyphenDemerits * float64(next.hyphens-1)
	}
	if to.last {
		if n.hyphens > 0 {
			next.demerits += finalHyphen
			if s.isStub(n.point, to) {
				if !try.forced {
					return
				}
				next.demerits += brokenRule
			}
		}
		if n.line > 0 && l.width < o.LastLineMin {
			lack := 1 - l.width/o.LastLineMin
			next.demerits += shortLastLine + 4*shortLastLine*lack
		}
	}
	keyByLine := o.Widths != nil
	for i := range s.fresh {
		f := &s.fresh[i]
		if f.fit == next.fit && f.hyphens == next.hyphens && (!keyByLine || f.line == next.line) {
			if next.demerits < f.demerits {
				*f = next
			}
			return
		}
	}
	s.fresh = append(s.fresh, next)
}

// isDominated reports whether another fresh node can go on as this one may and
// costs less whatever comes: it ends in no more hyphens, and its lead is greater
// than all that its fitness can cost.
func (s *Setter) isDominated(o *Options, k int) bool {
	n := &s.fresh[k]
	limit := n.demerits
	if o.Align == Justify {
		limit -= adjacentDemerits
	}
	for i := range s.fresh {
		f := &s.fresh[i]
		if f.demerits < limit && f.hyphens <= n.hyphens && (o.Widths == nil || f.line == n.line) {
			return true
		}
	}
	return false
}

// minLastLetters is the fewest letters of a word that make a last line when
// the word was divided before.
const minLastLetters = 4

// isStub reports whether the text between two breakpoints is no more than a
// few letters and the marks after them.
func (s *Setter) isStub(from int32, to *breakpoint) bool {
	letters := 0
	for _, r := range s.paragraph.runes[s.points[from].next:to.end] {
		if isSpace(r) {
			return false
		}
		if isWordRune(r) {
			letters++
		}
	}
	return letters < minLastLetters
}

// Fitness classes of justified lines.
const (
	tight int8 = iota
	decent
	loose
	veryLoose
)

func fitness(ratio float64) int8 {
	switch {
	case ratio < -0.5:
		return tight
	case ratio <= 0.5:
		return decent
	case ratio <= 1:
		return loose
	}
	return veryLoose
}
