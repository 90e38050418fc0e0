package picture

import (
	"math"
	"sort"
)

// Limits on gradients.
const (
	maxStops   = 1000 // of one gradient, repetitions included
	maxPeriods = 250  // of one that repeats itself
)

// average gives the mean colour along a gradient.
func average(stops []Stop) Paint {
	var r, g, b, a float64
	add := func(s Stop, share float64) {
		r += share * float64(s.R)
		g += share * float64(s.G)
		b += share * float64(s.B)
		a += share * s.A
	}
	first, last := stops[0], stops[len(stops)-1]
	add(first, first.Offset)
	add(last, 1-last.Offset)
	for i := 1; i < len(stops); i++ {
		half := (stops[i].Offset - stops[i-1].Offset) / 2
		add(stops[i-1], half)
		add(stops[i], half)
	}
	return Paint{R: channel(r), G: channel(g), B: channel(b), A: a}
}

// at gives the colour at parameter t, channels from 0 to 1, not premultiplied.
func (g *Gradient) at(t float64) [4]float64 {
	s := g.Stops
	if t <= s[0].Offset {
		return s[0].rgba()
	}
	i := sort.Search(len(s), func(i int) bool { return t <= s[i].Offset })
	if i == len(s) {
		return s[i-1].rgba()
	}
	a, b := s[i-1].rgba(), s[i].rgba()
	k := 1.0
	if d := s[i].Offset - s[i-1].Offset; d > 0 {
		k = (t - s[i-1].Offset) / d
	}
	for c := range a {
		a[c] += k * (b[c] - a[c])
	}
	return a
}

func (s Stop) rgba() [4]float64 {
	return [4]float64{float64(s.R) / 255, float64(s.G) / 255, float64(s.B) / 255, s.A}
}

// parameter gives t for a point in the gradient's own coordinates; ok is false
// where a radial gradient paints nothing.
func (g *Gradient) parameter(p Point) (t float64, ok bool) {
	dx, dy := g.To.X-g.From.X, g.To.Y-g.From.Y
	px, py := p.X-g.From.X, p.Y-g.From.Y
	if !g.Radial {
		return (px*dx + py*dy) / (dx*dx + dy*dy), true
	}
	// The largest t whose circle, of centre From + t·d and radius FromR + t·dr,
	// passes through p.
	dr := g.ToR - g.FromR
	a := dx*dx + dy*dy - dr*dr
	b := px*dx + py*dy + g.FromR*dr
	c := px*px + py*py - g.FromR*g.FromR
	if a == 0 {
		if b == 0 {
			return 0, false
		}
		return c / (2 * b), true
	}
	disc := b*b - a*c
	if disc < 0 {
		return 0, false
	}
	root := math.Sqrt(disc)
	t = math.Max((b+root)/a, (b-root)/a)
	return t, g.FromR+t*dr >= 0
}

// extend makes a gradient that repeats itself, or is mirrored in turn, into one
// that continues its end colours, by going through its stops as often as it
// takes to cover an area. User maps the area's coordinates to the vector's. It
// reports false if that would be too often.
func (g *Gradient) extend(user Matrix, area rect, mirrored bool) bool {
	back, ok := g.Matrix.inverse()
	if !ok {
		return false
	}
	back = back.mul(user)
	// The colour changes evenly along a line, and the circles of a radial
	// gradient lie within each other, so that the extremes are at the corners.
	first, last := math.Inf(1), math.Inf(-1)
	for _, corner := range [4]Point{
		{area.x, area.y}, {area.x + area.w, area.y}, {area.x, area.y + area.h}, {area.x + area.w, area.y + area.h},
	} {
		t, ok := g.parameter(back.Apply(corner))
		if !ok {
			return false
		}
		first, last = math.Min(first, t), math.Max(last, t)
	}
	if g.Radial {
		// Inward there is no more than the point where the radius is nothing.
		first = 0
		if grows := g.ToR - g.FromR; grows > 0 {
			first = -g.FromR / grows
		}
	}
	if !(last-first <= maxPeriods && math.Abs(first) <= maxCoordinate) {
		return false
	}
	first, last = math.Min(first, 0), math.Max(last, 1)
	if !g.Radial {
		first, last = math.Floor(first), math.Ceil(last)
	}
	stops := g.repeated(first, last, mirrored)
	if len(stops) > maxStops {
		return false
	}
	at := func(t float64) Point {
		return Point{g.From.X + t*(g.To.X-g.From.X), g.From.Y + t*(g.To.Y-g.From.Y)}
	}
	radius := func(t float64) float64 { return math.Max(0, g.FromR+t*(g.ToR-g.FromR)) }
	g.From, g.To, g.FromR, g.ToR = at(first), at(last), radius(first), radius(last)
	g.Stops = stops
	return true
}

// repeated gives the stops between two parameters, with offsets from 0 to 1.
// At each turn the colours of both sides stand, one after the other.
func (g *Gradient) repeated(first, last float64, mirrored bool) []Stop {
	// within moves a parameter into the gradient; period tells which repetition.
	within := func(t, period float64) float64 {
		if t -= period; mirrored && math.Mod(period, 2) != 0 {
			return 1 - t
		}
		return t
	}
	var out []Stop
	add := func(t float64, c [4]float64) {
		offset := (t - first) / (last - first)
		out = append(out, Stop{math.Max(0, math.Min(offset, 1)), channel(c[0] * 255), channel(c[1] * 255), channel(c[2] * 255), c[3]})
	}
	for period := math.Floor(first); period < last && len(out) <= maxStops; period++ {
		from, to := math.Max(first, period), math.Min(last, period+1)
		add(from, g.at(within(from, period)))
		for i := range g.Stops {
			s := g.Stops[i]
			if mirrored && math.Mod(period, 2) != 0 {
				s = g.Stops[len(g.Stops)-1-i]
				s.Offset = 1 - s.Offset
			}
			if t := period + s.Offset; t >= from && t <= to {
				add(t, s.rgba())
			}
		}
		add(to, g.at(within(to, period)))
	}
	return out
}
