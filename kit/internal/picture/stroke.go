package picture

import "math"

// maxDashes bounds how many strokes one shape may be cut into; beyond, the
// stroke is drawn solid, which at that fineness looks no different.
const maxDashes = 20_000

// polyline is a flattened subpath.
type polyline struct {
	points []Point
	closed bool
}

// flatten turns curves into lines that stay within tolerance of them.
func flatten(path []Segment, tolerance float64) []polyline {
	var out []polyline
	var now polyline
	finish := func() {
		if len(now.points) > 0 {
			out = append(out, now)
		}
		now = polyline{}
	}
	add := func(p Point) {
		if n := len(now.points); n == 0 || now.points[n-1] != p {
			now.points = append(now.points, p)
		}
	}
	for _, s := range path {
		switch s.Op {
		case MoveTo:
			finish()
			add(s.P[0])
		case LineTo:
			add(s.P[0])
		case CubicTo:
			from := now.points[len(now.points)-1]
			n := cubicSteps(from, s.P, tolerance)
			for i := 1; i < n; i++ {
				add(cubicAt(from, s.P, float64(i)/float64(n)))
			}
			add(s.P[2])
		case Close:
			if n := len(now.points); n > 1 && now.points[n-1] == now.points[0] {
				now.points = now.points[:n-1]
			}
			now.closed = true
			finish()
		}
	}
	finish()
	return out
}

// cubicSteps bounds the flattening error by the second differences of the
// control points (Wang's formula).
func cubicSteps(from Point, p [3]Point, tolerance float64) int {
	dd := math.Max(
		math.Hypot(from.X-2*p[0].X+p[1].X, from.Y-2*p[0].Y+p[1].Y),
		math.Hypot(p[0].X-2*p[1].X+p[2].X, p[0].Y-2*p[1].Y+p[2].Y))
	n := math.Ceil(math.Sqrt(0.75 * dd / tolerance))
	return int(math.Max(1, math.Min(n, 256)))
}

// strokeOutline covers a stroke with polygons that all turn the same way, so
// that the non-zero rule unites them: one for each line, join and cap.
func strokeOutline(s *Shape, tolerance float64) [][]Point {
	o := outline{half: s.StrokeWidth / 2, shape: s}
	// Angle whose chord stays within tolerance of the circle.
	o.step = 2 * math.Acos(math.Max(0, 1-math.Min(tolerance/o.half, 0.5)))
	for _, line := range flatten(s.Path, tolerance) {
		if len(s.Dash) == 0 {
			o.stroke(line)
			continue
		}
		pieces := dashed(line, s.Dash, s.DashOffset, maxDashes-o.dashes)
		o.dashes += len(pieces)
		for _, piece := range pieces {
			o.stroke(piece)
		}
	}
	return o.polygons
}

type outline struct {
	shape    *Shape
	half     float64 // of the width
	step     float64 // of round joins, as an angle
	dashes   int     // drawn so far
	polygons [][]Point
}

// add keeps a polygon, turned to positive area.
func (o *outline) add(p ...Point) {
	area := 0.0
	for i, a := range p {
		b := p[(i+1)%len(p)]
		area += a.X*b.Y - b.X*a.Y
	}
	if area < 0 {
		for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
			p[i], p[j] = p[j], p[i]
		}
	}
	o.polygons = append(o.polygons, p)
}

func (o *outline) stroke(line polyline) {
	p := line.points
	if len(p) == 1 {
		o.dot(p[0])
		return
	}
	n := len(p) - 1
	if line.closed {
		n = len(p)
	}
	for i := range n {
		a, b := p[i], p[(i+1)%len(p)]
		d := o.direction(a, b)
		o.add(Point{a.X - d.Y, a.Y + d.X}, Point{b.X - d.Y, b.Y + d.X}, Point{b.X + d.Y, b.Y - d.X}, Point{a.X + d.Y, a.Y - d.X})
		if i+1 < n || line.closed {
			o.join(a, b, p[(i+2)%len(p)])
		}
	}
	if !line.closed {
		o.cap(p[0], o.direction(p[1], p[0]))
		o.cap(p[len(p)-1], o.direction(p[len(p)-2], p[len(p)-1]))
	}
}

// direction has the length of half the stroke width.
func (o *outline) direction(a, b Point) Point {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	return Point{(b.X - a.X) / d * o.half, (b.Y - a.Y) / d * o.half}
}

// dot draws a subpath of no length, which shows its caps alone (SVG 2, 13.4).
func (o *outline) dot(p Point) {
	switch o.shape.Cap {
	case RoundCap:
		o.add(o.round(p, 0, 2*math.Pi)...)
	case SquareCap:
		h := o.half
		o.add(Point{p.X - h, p.Y - h}, Point{p.X + h, p.Y - h}, Point{p.X + h, p.Y + h}, Point{p.X - h, p.Y + h})
	}
}

// cap ends a stroke at p; d points outward.
func (o *outline) cap(p, d Point) {
	switch o.shape.Cap {
	case RoundCap:
		o.add(o.round(p, math.Atan2(d.Y, d.X)-math.Pi/2, math.Pi)...)
	case SquareCap:
		o.add(Point{p.X - d.Y, p.Y + d.X}, Point{p.X - d.Y + d.X, p.Y + d.X + d.Y}, Point{p.X + d.Y + d.X, p.Y - d.X + d.Y}, Point{p.X + d.Y, p.Y - d.X})
	}
}

// join fills the wedge at b between the lines a–b and b–c.
func (o *outline) join(a, b, c Point) {
	d, e := o.direction(a, b), o.direction(b, c)
	cross, dot := d.X*e.Y-d.Y*e.X, d.X*e.X+d.Y*e.Y
	turn := math.Atan2(cross, dot)
	if math.Abs(turn) < 1e-6 {
		return
	}
	side := 1.0 // the outer side of the corner
	if turn > 0 {
		side = -1
	}
	p, q := Point{b.X - side*d.Y, b.Y + side*d.X}, Point{b.X - side*e.Y, b.Y + side*e.X}
	switch o.shape.Join {
	case RoundJoin:
		o.add(append(o.round(b, math.Atan2(p.Y-b.Y, p.X-b.X), turn), b)...)
	case MiterJoin:
		if k := math.Cos(turn / 2); k*o.shape.Miter >= 1 {
			mx, my := (p.X+q.X)/2-b.X, (p.Y+q.Y)/2-b.Y
			// The middle of p and q is half·k away, the tip half/k.
			o.add(b, p, Point{b.X + mx/(k*k), b.Y + my/(k*k)}, q)
			return
		}
		o.add(b, p, q)
	case BevelJoin:
		o.add(b, p, q)
	}
}

// round gives points of an arc around p.
func (o *outline) round(p Point, start, turn float64) []Point {
	n := int(math.Max(2, math.Min(math.Ceil(math.Abs(turn)/o.step), 128)))
	out := make([]Point, 0, n+2)
	for i := range n + 1 {
		sin, cos := math.Sincos(start + turn*float64(i)/float64(n))
		out = append(out, Point{p.X + cos*o.half, p.Y + sin*o.half})
	}
	return out
}

// dashed cuts a line into its strokes, if that gives no more than most. The
// pattern has an even number of entries and a positive sum.
func dashed(line polyline, pattern []float64, offset float64, most int) []polyline {
	points := line.points
	if line.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	length, sum := 0.0, 0.0
	for i := 1; i < len(points); i++ {
		length += math.Hypot(points[i].X-points[i-1].X, points[i].Y-points[i-1].Y)
	}
	for _, v := range pattern {
		sum += v
	}
	if !(length/sum*float64(len(pattern)) < float64(most)) || len(line.points) == 1 {
		return []polyline{line}
	}
	at := 0
	left := math.Mod(offset, sum)
	for left >= pattern[at] && left > 0 {
		left -= pattern[at]
		at = (at + 1) % len(pattern)
	}
	left = pattern[at] - left // of the entry under way
	var out []polyline
	var now []Point
	if at%2 == 0 {
		now = []Point{points[0]}
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		d := math.Hypot(b.X-a.X, b.Y-a.Y)
		for along := 0.0; ; {
			if d-along < left {
				left -= d - along
				break
			}
			along += left
			p := Point{a.X + (b.X-a.X)*along/d, a.Y + (b.Y-a.Y)*along/d}
			if at%2 == 0 {
				out = append(out, polyline{points: appendPoint(now, p)})
				now = nil
			} else {
				now = []Point{p}
			}
			at = (at + 1) % len(pattern)
			left = pattern[at]
		}
		if at%2 == 0 {
			now = appendPoint(now, b)
		}
	}
	if len(now) > 1 {
		out = append(out, polyline{points: now})
	}
	return out
}

func appendPoint(to []Point, p Point) []Point {
	if n := len(to); n > 0 && to[n-1] == p {
		return to
	}
	return append(to, p)
}

// polygonPath makes a closed path of a polygon.
func polygonPath(points []Point) []Segment {
	path := make([]Segment, 0, len(points)+1)
	for i, p := range points {
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		path = append(path, Segment{Op: op, P: [3]Point{p}})
	}
	return append(path, Segment{Op: Close})
}

// subpaths counts the parts of a path.
func subpaths(path []Segment) int {
	n := 0
	for _, s := range path {
		if s.Op == MoveTo {
			n++
		}
	}
	return n
}

// signedArea is positive for paths that run clockwise on the screen. Curves
// count as their control polygons, which is enough to tell the sense.
func signedArea(path []Segment) float64 {
	area := 0.0
	var at, origin Point
	step := func(p Point) {
		area += at.X*p.Y - p.X*at.Y
		at = p
	}
	for _, s := range path {
		switch s.Op {
		case MoveTo:
			step(origin)
			at, origin = s.P[0], s.P[0]
		case LineTo:
			step(s.P[0])
		case CubicTo:
			step(s.P[0])
			step(s.P[1])
			step(s.P[2])
		case Close:
			step(origin)
		}
	}
	step(origin)
	return area / 2
}

// reversed runs every subpath of a filled path the other way.
func reversed(path []Segment) []Segment {
	out := make([]Segment, 0, len(path)+4)
	for start := 0; start < len(path); {
		end := start + 1
		for end < len(path) && path[end].Op != MoveTo {
			end++
		}
		part := path[start:end]
		start = end
		if part[len(part)-1].Op == Close {
			part = part[:len(part)-1]
		}
		out = append(out, Segment{Op: MoveTo, P: [3]Point{part[len(part)-1].End()}})
		for i := len(part) - 1; i > 0; i-- {
			to := part[i-1].End()
			if s := part[i]; s.Op == CubicTo {
				out = append(out, Segment{Op: CubicTo, P: [3]Point{s.P[1], s.P[0], to}})
			} else {
				out = append(out, Segment{Op: LineTo, P: [3]Point{to}})
			}
		}
		out = append(out, Segment{Op: Close})
	}
	return out
}
