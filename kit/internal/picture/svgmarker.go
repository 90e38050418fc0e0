package picture

import (
	"math"
	"strings"
)

// vertex is a corner of a path and the directions in which the path comes and goes;
// zero where it does not.
type vertex struct{ at, in, out Point }

// markers draws what stands on the corners of a shape (SVG 2, 13.7).
func (d *drawing) markers(n *node, at place, local []Segment) error {
	s := at.style
	if !set(s.marker[0]) && !set(s.marker[1]) && !set(s.marker[2]) {
		return nil
	}
	switch n.name {
	case "path", "line", "polyline", "polygon":
	default:
		return nil
	}
	if set(s.marker[1]) && strings.ContainsAny(n.attr("d"), "Aa") {
		return svgError(n, unsupported("expand the markers in the drawing program", "<%s> has markers on the corners of arcs", n.name))
	}
	corners := vertices(local)
	for i, v := range corners {
		which := 1
		switch i {
		case 0:
			which = 0
		case len(corners) - 1:
			which = 2
		}
		if err := d.marker(n, at, s.marker[which], v, which == 0); err != nil {
			return err
		}
	}
	// A path of one corner starts and ends there.
	if len(corners) == 1 {
		return d.marker(n, at, s.marker[2], corners[0], false)
	}
	return nil
}

// marker draws one marker.
func (d *drawing) marker(n *node, at place, property string, v vertex, first bool) error {
	if !set(property) {
		return nil
	}
	id, _, ok := parseURL(property)
	if !ok {
		return svgError(n, corrupt("<%s> has the marker %q, which makes no sense", n.name, shortened(property, 40)))
	}
	ref, err := d.target(n, id)
	if err != nil {
		return err
	}
	if ref.name != "marker" {
		return svgError(n, corrupt("<%s> has for marker #%s, which is none", n.name, shortened(id, 40)))
	}
	if err := d.step(ref); err != nil {
		return err
	}
	m, bad := newMarker(ref, at.view)
	if bad != "" {
		return svgError(ref, corrupt("<marker> has the %s %q, which makes no sense", bad, shortened(ref.attr(bad), 40)))
	}
	if !(m.w > 0 && m.h > 0) {
		return nil
	}
	scale := 1.0
	if ref.attr("markerUnits") != "userSpaceOnUse" {
		width, _ := parseLength(at.style.width, at.view.diagonal())
		scale = width
	}
	turn := m.angle * math.Pi / 180
	if m.auto {
		turn = v.angle()
		if first && m.reverse {
			turn += math.Pi
		}
	}
	sin, cos := math.Sincos(turn)
	at.matrix = at.matrix.mul(Matrix{cos * scale, sin * scale, -sin * scale, cos * scale, v.at.X, v.at.Y})
	host := at.style
	at.marked = &host
	if at.style, err = d.tree.around(ref); err != nil {
		return err
	}
	return d.styled(ref, at, func(at place) error {
		origin := m.content.Apply(m.ref)
		at.matrix = at.matrix.mul(Matrix{1, 0, 0, 1, -origin.X, -origin.Y})
		if overflow := ref.attr("overflow"); overflow != "visible" && overflow != "auto" {
			var frame pen
			frame.rectangle(rect{0, 0, m.w, m.h}, 0, 0)
			at.clips = append(at.clips[:len(at.clips):len(at.clips)], Clip{Path: transformed(frame.path, at.matrix)})
		}
		at.matrix, at.view = at.matrix.mul(m.content), m.view
		at.style.marker = [3]string{} // what stands on a corner has no markers of its own
		return d.children(ref, at)
	})
}

// marker is the geometry of a marker element.
type marker struct {
	w, h          float64
	view          rect
	content       Matrix // from the view to the marker's size
	ref           Point  // what stands on the corner, in the view's coordinates
	angle         float64
	auto, reverse bool
}

// newMarker reads a marker. Bad is an attribute that makes no sense.
func newMarker(n *node, view rect) (m marker, bad string) {
	length := func(name, otherwise string, whole float64) float64 {
		s := n.attr(name)
		if s == "" {
			s = otherwise
		}
		switch s {
		case "left", "top":
			return 0
		case "center":
			return whole / 2
		case "right", "bottom":
			return whole
		}
		v, ok := parseLength(s, whole)
		if !ok {
			bad = name
		}
		return v
	}
	m.w, m.h = length("markerWidth", "3", view.w), length("markerHeight", "3", view.h)
	m.view, m.content = rect{0, 0, m.w, m.h}, identity()
	if s := n.attr("viewBox"); s != "" {
		box, ok := parseViewBox(s)
		if !ok {
			return m, "viewBox"
		}
		m.view, m.content = box, fit(box, m.w, m.h, n.attr("preserveAspectRatio"))
	}
	m.ref = Point{length("refX", "0", m.view.w), length("refY", "0", m.view.h)}
	switch s := n.attr("orient"); s {
	case "":
	case "auto", "auto-start-reverse":
		m.auto, m.reverse = true, s != "auto"
	default:
		c := scanner{s: strings.TrimSuffix(s, "deg")}
		var ok bool
		if m.angle, ok = c.number(); !ok || !c.done() {
			bad = "orient"
		}
	}
	return m, bad
}

// angle is the direction halfway between coming and going.
func (v vertex) angle() float64 {
	in, out := unit(v.in), unit(v.out)
	switch sum := (Point{in.X + out.X, in.Y + out.Y}); {
	case math.Hypot(sum.X, sum.Y) > 1e-9:
		return math.Atan2(sum.Y, sum.X)
	case in != Point{}: // it turns back
		return math.Atan2(in.X, -in.Y)
	}
	return 0
}

func unit(p Point) Point {
	length := math.Hypot(p.X, p.Y)
	if length == 0 {
		return Point{}
	}
	return Point{p.X / length, p.Y / length}
}

// vertices lists the corners of a path.
func vertices(path []Segment) []vertex {
	var out []vertex
	start := 0 // of the part under way
	step := func(from int, first, last, to Point) {
		out[from].out = first
		out = append(out, vertex{at: to, in: last})
	}
	for _, s := range path {
		at := len(out) - 1
		switch s.Op {
		case MoveTo:
			start = len(out)
			out = append(out, vertex{at: s.P[0]})
		case LineTo:
			way := minus(s.P[0], out[at].at)
			step(at, way, way, s.P[0])
		case CubicTo:
			from, to := out[at].at, s.P[2]
			step(at, firstWay(minus(s.P[0], from), minus(s.P[1], from), minus(to, from)),
				firstWay(minus(to, s.P[1]), minus(to, s.P[0]), minus(to, from)), to)
		case Close:
			way := minus(out[start].at, out[at].at)
			step(at, way, way, out[start].at)
			out[start].in = way
			out[len(out)-1].out = out[start].out
		}
	}
	return out
}

func minus(a, b Point) Point { return Point{a.X - b.X, a.Y - b.Y} }

// firstWay gives the first of some directions that is one.
func firstWay(ways ...Point) Point {
	for _, w := range ways {
		if w != (Point{}) {
			return w
		}
	}
	return Point{}
}
