package chart

import (
	"math"
	"slices"
	"strings"
)

// Point is a value of a series. At is its place in time, in any unit.
type Point struct{ At, Value float64 }

// Anatomy of a line, in points.
const (
	lineStroke = 1.5
	firstDot   = 1.8 // radius
	lastDot    = 2.4
	lineInset  = 3.2 // from the edges to the line, so that dots and corners are whole
)

// mostPoints is how many points a line is drawn through; more could not be told
// apart.
const mostPoints = 60

// Line draws a line through a series, with a hollow dot at its first value and a
// full one at its last. The scale runs from the lowest to the highest value, not
// from zero; zero is marked if it lies between them. Points that do not run
// forward in time are set at even distances. Time runs to the left if rtl is set.
// Fewer than two points, or what is no number, give nil.
func Line(points []Point, c Colors, rtl bool) []byte {
	if len(points) < 2 {
		return nil
	}
	for _, p := range points {
		if !finite(p.At, p.Value) {
			return nil
		}
	}
	points = thinned(spaced(points), mostPoints)
	s := newSVG(WideWidth, LineHeight)
	x, y, zero := scales(points, s.size, rtl)
	if zero != nil {
		s.rect(0, *zero-zeroStroke*Unit/2, s.w, zeroStroke*Unit, c.Hairline)
	}
	var d strings.Builder
	for i := range points {
		d.WriteByte("ML"[min(i, 1)])
		d.WriteString(num(x[i]) + " " + num(y[i]))
	}
	s.stroke(d.String(), lineStroke*Unit, c.Value, ` stroke-linejoin="round" stroke-linecap="round"`)
	last := len(points) - 1
	s.dot(x[0], y[0], firstDot*Unit, c.Ground, c.Value, lineStroke*Unit)
	s.dot(x[last], y[last], lastDot*Unit, c.Value, c.Ground, 0.8*Unit)
	return s.bytes()
}

// Forward reports whether points run forward in time.
func Forward(points []Point) bool {
	for i := 1; i < len(points); i++ {
		if points[i].At <= points[i-1].At {
			return false
		}
	}
	return true
}

// spaced gives points whose times run forward; even ones if they do not.
func spaced(points []Point) []Point {
	if Forward(points) {
		return points
	}
	even := make([]Point, len(points))
	for i, p := range points {
		even[i] = Point{float64(i), p.Value}
	}
	return even
}

// thinned leaves at most n points: the first, the last, and the lowest and the
// highest of each of equal stretches between them, in their order.
func thinned(points []Point, n int) []Point {
	if len(points) <= n {
		return points
	}
	last := len(points) - 1
	out := []Point{points[0]}
	stretches := (n - 2) / 2
	for i := range stretches {
		from, to := 1+i*(last-1)/stretches, 1+(i+1)*(last-1)/stretches
		low, high := from, from
		for k := from; k < to; k++ {
			if points[k].Value < points[low].Value {
				low = k
			}
			if points[k].Value > points[high].Value {
				high = k
			}
		}
		out = append(out, points[min(low, high)])
		if low != high {
			out = append(out, points[max(low, high)])
		}
	}
	return append(out, points[last])
}

// scales places points in a drawing. zero is the height of zero, if it is
// between the values.
func scales(points []Point, in size, rtl bool) (x, y []float64, zero *float64) {
	const inset = lineInset * Unit
	// Divided first, so that the difference of huge numbers is a number.
	times, values := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		times[i], values[i] = p.At, p.Value
	}
	shrink(times)
	shrink(values)
	start, end := times[0], times[len(times)-1]
	low, high := slices.Min(values), slices.Max(values)
	height := func(v float64) float64 {
		if high == low {
			return in.h / 2
		}
		return in.h - inset - (v-low)/(high-low)*(in.h-2*inset)
	}
	for i := range points {
		share := float64(i) / float64(len(points)-1)
		if end > start {
			share = (times[i] - start) / (end - start)
		}
		at := inset + share*(in.w-2*inset)
		if rtl {
			at = in.w - at
		}
		x, y = append(x, at), append(y, height(values[i]))
	}
	if low < 0 && high > 0 {
		h := height(0)
		zero = &h
	}
	return x, y, zero
}

// shrink divides numbers by the largest of them.
func shrink(values []float64) {
	largest := 0.0
	for _, v := range values {
		largest = max(largest, math.Abs(v))
	}
	for i := range values {
		if largest > 0 {
			values[i] /= largest
		}
	}
}
