package chart

import "math"

// Bars as shares of the height of their drawing.
const (
	barHeight  = 0.43
	leastBar   = 2.5 // points: a value of zero is seen too
	zeroStroke = 0.5 // points
)

// Bars compares a value with the one before it: two bars from a line of zero, the
// value above in its colour. They grow towards the end of a line, to the left if
// rtl is set. What is no number gives nil.
func Bars(before, value float64, c Colors, rtl bool) []byte {
	if !finite(before, value) {
		return nil
	}
	s := newSVG(WideWidth, BarsHeight)
	// Divided first, so that the difference of huge numbers is a number.
	if largest := max(math.Abs(before), math.Abs(value)); largest > 0 {
		before, value = before/largest, value/largest
	}
	low, high := min(before, value, 0), max(before, value, 0)
	width := s.w - zeroStroke*Unit
	scale := width
	if high > low {
		scale = width / (high - low)
	}
	zero := zeroStroke*Unit/2 - low*scale
	bar := func(v, y float64) (x0, x1, top float64) {
		end := zero + v*scale
		if math.Abs(v*scale) < leastBar*Unit {
			end = zero + math.Copysign(leastBar*Unit, v)
			end = min(max(end, 0), s.w)
		}
		x0, x1 = min(zero, end), max(zero, end)
		if rtl {
			x0, x1 = s.w-x1, s.w-x0
		}
		return x0, x1, y
	}
	h := s.h * barHeight
	x0, x1, y := bar(value, 0)
	s.rect(x0, y, x1-x0, h, c.Value)
	x0, x1, y = bar(before, s.h-h)
	s.rect(x0, y, x1-x0, h, c.Other)
	if low < 0 && high > 0 { // where bars grow both ways, their root is shown
		if rtl {
			zero = s.w - zero
		}
		s.rect(zero-zeroStroke*Unit/2, 0, zeroStroke*Unit, s.h, c.Value)
	}
	return s.bytes()
}
