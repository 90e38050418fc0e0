package picture

import (
	"math"
	"strings"
)

// pen collects segments.
type pen struct {
	path       []Segment
	at, origin Point
}

func (p *pen) move(to Point) {
	p.path = append(p.path, Segment{Op: MoveTo, P: [3]Point{to}})
	p.at, p.origin = to, to
}

func (p *pen) line(to Point) {
	p.reopen()
	p.path = append(p.path, Segment{Op: LineTo, P: [3]Point{to}})
	p.at = to
}

func (p *pen) cubic(a, b, to Point) {
	p.reopen()
	p.path = append(p.path, Segment{Op: CubicTo, P: [3]Point{a, b, to}})
	p.at = to
}

// quad raises a quadratic curve to a cubic.
func (p *pen) quad(c, to Point) {
	third := func(from Point) Point {
		return Point{from.X + 2*(c.X-from.X)/3, from.Y + 2*(c.Y-from.Y)/3}
	}
	p.cubic(third(p.at), third(to), to)
}

func (p *pen) close() {
	if n := len(p.path); n > 0 && p.path[n-1].Op != Close {
		p.path = append(p.path, Segment{Op: Close})
	}
	p.at = p.origin
}

// reopen starts a new subpath where the last was closed, so that every subpath
// begins with a MoveTo.
func (p *pen) reopen() {
	if n := len(p.path); n > 0 && p.path[n-1].Op == Close {
		p.move(p.at)
	}
}

// arc adds an elliptical arc as cubics of at most a quarter turn each
// (SVG 2, appendix B.2).
func (p *pen) arc(rx, ry, degrees float64, large, sweep bool, to Point) {
	from := p.at
	if from == to {
		return
	}
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x, y := (cos*dx+sin*dy)/rx, (cos*dy-sin*dx)/ry // on the unit circle
	if r := math.Hypot(x, y); r > 1 {              // radii too small: grow them
		rx, ry, x, y = rx*r, ry*r, x/r, y/r
	}
	// The centre lies on the perpendicular through the middle of the chord.
	d := x*x + y*y
	k := 0.0
	if d > 0 {
		k = math.Sqrt(math.Max(0, 1/d-1))
	}
	if large == sweep {
		k = -k
	}
	cx, cy := k*y, -k*x
	start := math.Atan2(y-cy, x-cx)
	turn := math.Atan2(-y-cy, -x-cx) - start
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	m := Matrix{cos * rx, sin * rx, -sin * ry, cos * ry, (from.X + to.X) / 2, (from.Y + to.Y) / 2}
	n := math.Ceil(math.Abs(turn)/(math.Pi/2) - 1e-9)
	step := turn / math.Max(n, 1)
	h := 4.0 / 3 * math.Tan(step/4)
	for i := 0.0; i < n; i++ {
		s0, c0 := math.Sincos(start + i*step)
		s1, c1 := math.Sincos(start + (i+1)*step)
		end := m.Apply(Point{cx + c1, cy + s1})
		if i == n-1 {
			end = to // exactly
		}
		p.cubic(m.Apply(Point{cx + c0 - h*s0, cy + s0 + h*c0}), m.Apply(Point{cx + c1 + h*s1, cy + s1 - h*c1}), end)
	}
}

// parsePath reads path data (SVG 2, 9.3). Browsers draw faulty data up to the
// fault; here it is an error, given by its position, since half a logo is worse
// than none.
func parsePath(data string) ([]Segment, *Error) {
	var (
		p       pen
		c       = scanner{s: data}
		command byte
		control Point // of the last curve
		last    byte  // its kind, 'C' or 'Q', else 0
		v       [7]float64
	)
	// Twelve bytes to a segment are usual; growing a slice costs more than a
	// third of the time.
	p.path = make([]Segment, 0, min(1+len(data)/12, maxSegments))
	fault := func() ([]Segment, *Error) {
		return nil, corrupt("the path data makes no sense at position %d", c.at+1)
	}
	for c.space(); !c.done(); c.comma() {
		first := false
		if letter := c.s[c.at]; letter >= 'A' {
			if strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", letter) < 0 {
				return fault()
			}
			command, first = letter, true
			c.at++
			c.space()
		} else if command == 0 || command|32 == 'z' {
			return fault()
		}
		kind := command &^ 32
		if len(p.path) == 0 && kind != 'M' {
			return fault()
		}
		if len(p.path) > maxSegments {
			return nil, tooLarge("simplify the drawing", "the path has more than %d segments", maxSegments)
		}
		if kind == 'Z' {
			p.close()
			last = 0
			continue
		}
		if !c.arguments(kind, &v) {
			return fault()
		}
		base := Point{}
		if command >= 'a' {
			base = p.at
		}
		pt := func(i int) Point { return Point{base.X + v[i], base.Y + v[i+1]} }
		mirror := p.at
		if last != 0 {
			mirror = Point{2*p.at.X - control.X, 2*p.at.Y - control.Y}
		}
		now := byte(0)
		switch kind {
		case 'M':
			if first {
				p.move(pt(0))
			} else { // further pairs are lines
				p.line(pt(0))
			}
		case 'L':
			p.line(pt(0))
		case 'H':
			p.line(Point{base.X + v[0], p.at.Y})
		case 'V':
			p.line(Point{p.at.X, base.Y + v[0]})
		case 'C':
			now, control = 'C', pt(2)
			p.cubic(pt(0), pt(2), pt(4))
		case 'S':
			if last != 'C' {
				mirror = p.at
			}
			now, control = 'C', pt(0)
			p.cubic(mirror, pt(0), pt(2))
		case 'Q':
			now, control = 'Q', pt(0)
			p.quad(pt(0), pt(2))
		case 'T':
			if last != 'Q' {
				mirror = p.at
			}
			now, control = 'Q', mirror
			p.quad(mirror, pt(0))
		case 'A':
			p.arc(v[0], v[1], v[2], v[3] != 0, v[4] != 0, pt(5))
		}
		last = now
		if math.Abs(p.at.X) > maxCoordinate || math.Abs(p.at.Y) > maxCoordinate {
			return fault()
		}
	}
	return p.path, nil
}

// arguments reads one set of numbers for a command.
func (c *scanner) arguments(kind byte, v *[7]float64) bool {
	n := 0
	switch kind {
	case 'H', 'V':
		n = 1
	case 'M', 'L', 'T':
		n = 2
	case 'S', 'Q':
		n = 4
	case 'C':
		n = 6
	case 'A':
		n = 7
	}
	for i := range n {
		if i > 0 {
			c.comma()
		}
		var ok bool
		if kind == 'A' && (i == 3 || i == 4) {
			var set bool
			if set, ok = c.flag(); set {
				v[i] = 1
			} else {
				v[i] = 0
			}
		} else {
			v[i], ok = c.number()
		}
		if !ok {
			return false
		}
	}
	return true
}

// bounds gives the exact box around a path; ok is false for an empty one.
func bounds(path []Segment) (b rect, ok bool) {
	lo, hi := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	add := func(p Point) {
		lo.X, lo.Y = math.Min(lo.X, p.X), math.Min(lo.Y, p.Y)
		hi.X, hi.Y = math.Max(hi.X, p.X), math.Max(hi.Y, p.Y)
	}
	var at Point
	for _, s := range path {
		switch s.Op {
		case MoveTo, LineTo:
			add(s.P[0])
			at = s.P[0]
		case CubicTo:
			add(s.P[2])
			for _, t := range append(extrema(at.X, s.P[0].X, s.P[1].X, s.P[2].X), extrema(at.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y)...) {
				add(cubicAt(at, s.P, t))
			}
			at = s.P[2]
		}
	}
	return rect{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}, lo.X <= hi.X
}

// extrema gives the parameters within 0…1 where one coordinate of a cubic
// turns.
func extrema(p0, p1, p2, p3 float64) []float64 {
	a, b, c := p3-3*p2+3*p1-p0, 2*(p2-2*p1+p0), p1-p0
	var out []float64
	keep := func(t float64) {
		if t > 0 && t < 1 {
			out = append(out, t)
		}
	}
	if a == 0 {
		if b != 0 {
			keep(-c / b)
		}
		return out
	}
	if d := b*b - 4*a*c; d >= 0 {
		r := math.Sqrt(d)
		keep((-b + r) / (2 * a))
		keep((-b - r) / (2 * a))
	}
	return out
}

func cubicAt(from Point, p [3]Point, t float64) Point {
	u := 1 - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{a*from.X + b*p[0].X + c*p[1].X + d*p[2].X, a*from.Y + b*p[0].Y + c*p[1].Y + d*p[2].Y}
}
