package picture

import "math"

// Matrix is an affine map in the order of PDF and SVG, a b c d e f:
// x′ = a·x + c·y + e and y′ = b·x + d·y + f.
type Matrix [6]float64

func identity() Matrix { return Matrix{1, 0, 0, 1, 0, 0} }

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{m[0]*p.X + m[2]*p.Y + m[4], m[1]*p.X + m[3]*p.Y + m[5]}
}

// mul gives the map that applies n first, then m, as nested transforms do.
func (m Matrix) mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

func (m Matrix) det() float64 { return m[0]*m[3] - m[1]*m[2] }

// inverse fails for maps that flatten the plane.
func (m Matrix) inverse() (Matrix, bool) {
	d := m.det()
	if d == 0 || math.IsNaN(d) || math.IsInf(d, 0) {
		return Matrix{}, false
	}
	return Matrix{
		m[3] / d, -m[1] / d, -m[2] / d, m[0] / d,
		(m[2]*m[5] - m[3]*m[4]) / d, (m[1]*m[4] - m[0]*m[5]) / d,
	}, true
}

// uniform reports whether circles stay circles, so that a stroke keeps an even
// width, and by how much lengths grow.
func (m Matrix) uniform() (scale float64, ok bool) {
	x, y := math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3])
	dot := m[0]*m[2] + m[1]*m[3]
	const slack = 1e-3
	return math.Sqrt(math.Abs(m.det())), math.Abs(x-y) <= slack*(x+y) && math.Abs(dot) <= slack*x*y
}

// finite reports whether all six numbers are usable.
func (m Matrix) finite() bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > maxCoordinate {
			return false
		}
	}
	return true
}

// within reports whether all coordinates are usable.
func within(path []Segment) bool {
	for i := range path {
		for _, p := range path[i].P {
			if !(math.Abs(p.X) <= maxCoordinate && math.Abs(p.Y) <= maxCoordinate) {
				return false
			}
		}
	}
	return true
}

// transformed maps a path into a new slice.
func transformed(path []Segment, m Matrix) []Segment {
	out := make([]Segment, len(path))
	for i, s := range path {
		out[i].Op = s.Op
		switch s.Op {
		case MoveTo, LineTo:
			out[i].P[0] = m.Apply(s.P[0])
		case CubicTo:
			for k := range s.P {
				out[i].P[k] = m.Apply(s.P[k])
			}
		}
	}
	return out
}

// Matrix is the turn that Orientation asks for, for the unit square that PDF
// paints images into, with y upward (ISO 32000-2, 8.9.5.1): it maps the stored
// picture onto the upright one. Write it with cm after the matrix that places
// the upright picture on the page.
func (p *Picture) Matrix() Matrix {
	switch p.Orientation {
	case 2:
		return Matrix{-1, 0, 0, 1, 1, 0}
	case 3:
		return Matrix{-1, 0, 0, -1, 1, 1}
	case 4:
		return Matrix{1, 0, 0, -1, 0, 1}
	case 5:
		return Matrix{0, -1, -1, 0, 1, 1}
	case 6:
		return Matrix{0, -1, 1, 0, 0, 1}
	case 7:
		return Matrix{0, 1, 1, 0, 0, 0}
	case 8:
		return Matrix{0, 1, -1, 0, 1, 0}
	}
	return identity()
}
