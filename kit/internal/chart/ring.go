package chart

import (
	"fmt"
	"math"
)

// ringWidth is the breadth of a ring as a share of its size.
const ringWidth = 0.125

// ringInset keeps the rim of a ring off the edge of its drawing, in points.
const ringInset = 0.3

// Ring draws a share of the whole in per cent as an arc that begins at twelve
// o'clock and runs clockwise. What is below 0 or above 100 is drawn as that; what
// is no number gives nil.
func Ring(percent float64, c Colors) []byte {
	if !finite(percent) {
		return nil
	}
	share := min(max(percent, 0), 100) / 100
	s := newSVG(RingSize, RingSize)
	breadth := s.w * ringWidth
	r := (s.w-breadth)/2 - ringInset*Unit
	if share < 1 {
		s.stroke(circle(s.w/2, r), breadth, c.Rest, "")
	}
	switch {
	case share >= 1:
		s.stroke(circle(s.w/2, r), breadth, c.Value, "")
	case share > 0:
		// A gap of the ground parts the arc from the rest of the ring, so that it
		// can be told apart without colour.
		gap := 0.035 * s.w / r
		if a := 2 * math.Pi * share; a > 2*gap && 2*math.Pi-a > 2*gap {
			s.stroke(arc(s.w/2, r, -gap, a+gap), breadth, c.Ground, "")
		}
		s.stroke(arc(s.w/2, r, 0, 2*math.Pi*share), breadth, c.Value, "")
	}
	return s.bytes()
}

// circle is path data of a whole circle about (m, m).
func circle(m, r float64) string {
	return fmt.Sprintf("M%s %sA%[3]s %[3]s 0 1 1 %[1]s %[4]sA%[3]s %[3]s 0 1 1 %[1]s %[2]sZ", num(m), num(m-r), num(r), num(m+r))
}

// arc is path data from an angle to a larger one, in radians clockwise from
// twelve o'clock.
func arc(m, r, from, to float64) string {
	large := 0
	if to-from > math.Pi {
		large = 1
	}
	at := func(a float64) (string, string) { return num(m + r*math.Sin(a)), num(m - r*math.Cos(a)) }
	x0, y0 := at(from)
	x1, y1 := at(to)
	return fmt.Sprintf("M%s %sA%s %[3]s 0 %d 1 %s %s", x0, y0, num(r), large, x1, y1)
}
