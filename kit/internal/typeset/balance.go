package typeset

import "math"

// maxBalanced is the most breakpoints of a text that is balanced; longer
// text is not a heading.
const maxBalanced = 400

// balance chooses breakpoints so that the lines are the fewest possible and
// of even length: the sum of the squares of their widths is least. It reports
// false if the text is too long or does not fit.
func (s *Setter) balance(p *paragraph, o *Options, firstLine int) ([]int32, bool) {
	n := len(s.points)
	s.phrases = p.hasPhrases()
	if n == 0 || n > maxBalanced {
		return nil, false
	}
	start := s.start(p, o, firstLine)
	// least[i] is the least sum for the text up to points[i-1] in as many lines
	// as have been counted so far; from[l][i] is where line l begins.
	least := make([]float64, n+1)
	for i := range least {
		least[i] = math.Inf(1)
	}
	least[0] = 0
	var from [][]int32
	for l := 0; l < n && math.IsInf(least[n], 1); l++ {
		measure := s.lineWidth(o, firstLine+l)
		next, begins := make([]float64, n+1), make([]int32, n+1)
		for i := range next {
			next[i] = math.Inf(1)
		}
		for i := 0; i < n; i++ {
			if math.IsInf(least[i], 1) {
				continue
			}
			a := &start
			if i > 0 {
				a = &s.points[i-1]
			}
			for j := i + 1; j <= n; j++ {
				b := &s.points[j-1]
				width, _ := s.natural(p, a, b)
				if width-a.hangStart-b.hangEnd > measure+tolerance {
					if !b.kind.addsHyphen() {
						break
					}
					continue
				}
				if sum := least[i] + width*width + s.balancePenalty(p, b, measure); sum < next[j] {
					next[j], begins[j] = sum, int32(i)
				}
			}
		}
		least, from = next, append(from, begins)
	}
	if math.IsInf(least[n], 1) {
		return nil, false
	}
	chosen := make([]int32, len(from))
	for l, i := len(from)-1, int32(n); l >= 0; l-- {
		chosen[l] = i - 1
		i = from[l][i]
	}
	return chosen, true
}

// withinPhrase weighs a break within a phrase of Japanese: more than lines of any
// length, less than one line more.
const withinPhrase = 1

// balancePenalty weighs a break of a heading in squared points: after a stop
// it is welcome, at a hyphen or of last resort it is not.
func (s *Setter) balancePenalty(p *paragraph, b *breakpoint, measure float64) float64 {
	unit := min(measure*measure, 1e8)
	if b.last {
		return 0
	}
	switch b.kind {
	case space:
		if b.end > 0 && b.end < b.next {
			switch p.runes[b.end-1] {
			case ',', ';', ':', '.', '!', '?', '–', '—':
				return -0.01 * unit
			}
		}
		if s.phrases && b.end == b.next && isIdeographic(p.runes[b.end-1]) && !beginsPhrase(p.runes, int(b.next)) {
			return withinPhrase * unit
		}
		return 0
	case explicit:
		return 0.02 * unit
	case softBreak, address, forcedHeld:
		return 0.2 * unit
	case lastHyphen:
		return 5 * unit
	case forcedBound:
		return 10 * unit
	}
	return 100 * unit
}
