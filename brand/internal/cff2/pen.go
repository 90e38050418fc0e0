package cff2

import "math"

// Box is around the points of a glyph, with those that control its curves: left,
// bottom, right, top.
type Box [4]int

// pen draws a glyph into a charstring of version 1. Points are rounded where
// they stand; what is written is how far they are from each other.
type pen struct {
	encoder
	x, y   float64 // where the outline is
	px, py int     // the same, as it is written
	box    Box
	marked bool // box is that of a point at least
	moved  bool // there is a contour
	stems  int
}

// step moves to a point and returns how far that is.
func (p *pen) step(dx, dy float64) (int, int) {
	p.x, p.y = p.x+dx, p.y+dy
	if !(max(math.Abs(p.x), math.Abs(p.y)) < math.MaxInt16) {
		p.bad = true
		return 0, 0
	}
	x, y := round(p.x), round(p.y)
	ix, iy := x-p.px, y-p.py
	p.px, p.py = x, y
	return ix, iy
}

// mark takes the point into the box.
func (p *pen) mark() {
	if !p.marked {
		p.box, p.marked = Box{p.px, p.py, p.px, p.py}, true
	}
	b := &p.box
	b[0], b[1], b[2], b[3] = min(b[0], p.px), min(b[1], p.py), max(b[2], p.px), max(b[3], p.py)
}

// move starts a contour.
func (p *pen) move(dx, dy float64) bool {
	p.moved = true
	switch x, y := p.step(dx, dy); {
	case y == 0:
		p.single(opHmoveto, x)
	case x == 0:
		p.single(opVmoveto, y)
	default:
		p.single(opRmoveto, x, y)
	}
	return true
}

func (p *pen) line(dx, dy float64) {
	p.mark()
	x, y := p.step(dx, dy)
	p.mark()
	switch {
	case y == 0:
		p.add(opHlineto, opVlineto, x)
	case x == 0:
		p.add(opVlineto, opHlineto, y)
	default:
		p.add(opRlineto, opRlineto, x, y)
	}
}

func (p *pen) curve(c ...float64) {
	switch v := p.bend(c); {
	case v[1] == 0 && v[4] == 0:
		p.add(opHvcurveto, opVhcurveto, v[0], v[2], v[3], v[5])
	case v[0] == 0 && v[5] == 0:
		p.add(opVhcurveto, opHvcurveto, v[1], v[2], v[3], v[4])
	case v[1] == 0 && v[5] == 0:
		p.add(opHhcurveto, opHhcurveto, v[0], v[2], v[3], v[4])
	case v[0] == 0 && v[4] == 0:
		p.add(opVvcurveto, opVvcurveto, v[1], v[2], v[3], v[5])
	default:
		p.add(opRrcurveto, opRrcurveto, v[:]...)
	}
}

// bend moves over the three points of a curve.
func (p *pen) bend(c []float64) (v [6]int) {
	p.mark()
	for i := 0; i < len(v); i += 2 {
		v[i], v[i+1] = p.step(c[i], c[i+1])
		p.mark()
	}
	return v
}

// flex draws two curves that are flat on small devices.
func (p *pen) flex(c [12]float64, depth float64) {
	a, b := p.bend(c[:6]), p.bend(c[6:])
	operands := append(a[:], b[:]...)
	p.single(opEscape<<8|opFlex, append(operands, round(min(max(depth, 0), math.MaxInt16)))...)
}

// lines draws lines, two operands each, and returns what operands are left: so
// many at least.
func (p *pen) lines(v []float64, left int) []float64 {
	for ; len(v) >= 2+left; v = v[2:] {
		p.line(v[0], v[1])
	}
	return v
}

// curves draws curves, six operands each.
func (p *pen) curves(v []float64) []float64 {
	for ; len(v) >= 6; v = v[6:] {
		p.curve(v[:6]...)
	}
	return v
}

// alongCurves draws curves that start and end horizontal, or vertical. The
// first may start otherwise: then its operand stands before the others.
func (p *pen) alongCurves(v []float64, horizontal bool) []float64 {
	first := 0.0
	if len(v)%4 == 1 {
		first, v = v[0], v[1:]
	}
	for ; len(v) >= 4; v = v[4:] {
		if horizontal {
			p.curve(v[0], first, v[1], v[2], v[3], 0)
		} else {
			p.curve(first, v[0], v[1], v[2], 0, v[3])
		}
		first = 0
	}
	return v
}

// turningCurves draws curves that start horizontal and end vertical, then the
// other way, by turns. The last may end otherwise: its operand stands behind the
// others.
func (p *pen) turningCurves(v []float64, horizontal bool) []float64 {
	for ; len(v) >= 4; horizontal = !horizontal {
		last := 0.0
		if len(v) == 5 {
			last, v = v[4], v[:4]
		}
		if horizontal {
			p.curve(v[0], 0, v[1], v[2], last, v[3])
		} else {
			p.curve(0, v[0], v[1], v[2], v[3], last)
		}
		v = v[4:]
	}
	return v
}

// stem declares stems, each an edge and how far the other is. Edges are rounded
// as points are, so that they lie where the outline does.
func (p *pen) stem(op byte, v []float64) bool {
	if len(v)%2 != 0 {
		return false
	}
	p.stems += len(v) / 2
	edge, written := 0.0, 0
	var operands []int
	for i, d := range v {
		edge += d
		if !(math.Abs(edge) < math.MaxInt16) {
			return false
		}
		operands = append(operands, round(edge)-written)
		written = round(edge)
		if len(operands) == maxStems || i == len(v)-1 {
			p.single(int(op), operands...)
			operands, written = operands[:0], 0 // each operator counts from 0
		}
	}
	return true
}
