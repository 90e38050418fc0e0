package picture

import (
	"math"
	"strings"
)

// Vector reads an SVG as paths. Anything that would change the picture and
// cannot be drawn is an error that names the element and its line; other
// formats give ErrUnsupported.
func (p *Picture) Vector() (*Vector, error) {
	if p.Format != SVG {
		return nil, named(p.Name, unsupported("", "a %s has no paths", p.Format))
	}
	t := *p.tree // whose steps are counted anew
	box, err := t.viewBox()
	if err != nil {
		return nil, named(p.Name, err)
	}
	d := drawing{tree: &t, vector: &Vector{Width: box.w, Height: box.h}}
	at := place{style: initial(), matrix: Matrix{1, 0, 0, 1, -box.x, -box.y}, view: rect{0, 0, box.w, box.h}}
	if err := d.styled(t.root, at, func(at place) error { return d.children(t.root, at) }); err != nil {
		return nil, named(p.Name, err)
	}
	return d.vector, nil
}

// drawing is the work on one document.
type drawing struct {
	tree     *tree
	vector   *Vector
	mode     mode
	elements int
	segments int
	colours  map[*node][]Stop
	patterns map[tiling]*Pattern
}

// mode is what a drawing is made for.
type mode uint8

const (
	painting  mode = iota
	outlining      // collects outlines and their clips, for a clipPath
	measuring      // collects outlines alone, for their bounds
)

// place is where an element finds itself.
type place struct {
	style  style
	matrix Matrix // to the vector's coordinates
	clips  []Clip
	view   rect // the nearest viewport: what percentages refer to
	depth  int

	marked *style // in a marker, that of the shape it stands on
}

func (d *drawing) children(n *node, at place) error {
	for _, c := range n.children {
		if err := d.element(c, at); err != nil {
			return err
		}
	}
	return nil
}

// element draws one element with everything in it.
func (d *drawing) element(n *node, at place) error {
	if err := d.step(n); err != nil {
		return err
	}
	switch n.name {
	case "defs", "symbol", "clipPath", "linearGradient", "radialGradient", "mask", "pattern", "marker", "filter",
		"title", "desc", "metadata", "style", "view", "stop":
		return nil // drawn where they are referred to, or never
	}
	if !n.holds() {
		return nil
	}
	return d.styled(n, at, func(at place) error {
		switch n.name {
		case "svg":
			return d.viewport(n, n, at)
		case "use":
			return d.use(n, at)
		case "switch":
			for _, c := range n.children {
				if c.holds() && c.name != "foreignObject" {
					return d.element(c, at)
				}
			}
			return nil
		case "g", "a":
			return d.children(n, at)
		}
		return d.shape(n, at)
	})
}

// holds reports whether the conditions of an element are met (SVG 2, 5.8): there are
// no extensions here, and nobody is known to prefer a language.
func (n *node) holds() bool {
	for _, a := range n.attrs {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "requiredExtensions", a.Name.Local == "systemLanguage",
			a.Name.Local == "requiredFeatures" && strings.Contains(a.Value, "#Extensibility"):
			return false
		}
	}
	return true
}

// step counts an element looked at, again for each use.
func (d *drawing) step(n *node) error {
	if d.elements++; d.elements > MaxElements {
		return svgError(n, tooLarge("simplify the drawing", "the SVG has more than %d elements to draw", MaxElements))
	}
	return nil
}

// drawable refuses elements that paths cannot show.
func drawable(n *node) error {
	switch n.name {
	case "g", "a", "svg", "use", "switch", "symbol", "marker", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		return nil
	case "text", "tspan", "textPath":
		return svgError(n, unsupported("convert text to outlines in the drawing program", "<%s> would need fonts that a reader may not have", n.name))
	case "image":
		return svgError(n, unsupported("use the picture itself as PNG or JPEG", "<image> puts pixels into the drawing"))
	case "animate", "animateTransform", "animateMotion", "set":
		return svgError(n, unsupported("export a still picture", "<%s> moves", n.name))
	}
	return svgError(n, unsupported("export it as plain SVG", "<%s> is no element of a plain drawing", shortened(n.name, 40)))
}

// use draws what href points to (SVG 2, 5.6).
func (d *drawing) use(n *node, at place) error {
	target, err := d.target(n, n.href())
	if err != nil || target == nil {
		return err
	}
	x, okX := parseLength(orZero(n.attr("x")), at.view.w)
	y, okY := parseLength(orZero(n.attr("y")), at.view.h)
	if !okX || !okY {
		return svgError(n, corrupt("<use> has a position that is no length"))
	}
	at.matrix = at.matrix.mul(Matrix{1, 0, 0, 1, x, y})
	if target.name != "symbol" && target.name != "svg" {
		return d.element(target, at)
	}
	return d.styled(target, at, func(at place) error { return d.viewport(target, n, at) })
}

// target follows a reference to an element of the same file.
func (d *drawing) target(n *node, ref string) (*node, error) {
	if ref == "" {
		return nil, nil
	}
	id := strings.TrimPrefix(ref, "#")
	t := d.tree.ids[id]
	if t == nil {
		return nil, svgError(n, corrupt("<%s> refers to #%s, which does not exist", n.name, shortened(id, 40)))
	}
	return t, nil
}

// viewport draws the children of a symbol or inner svg into its own coordinate
// system. Sized is the element that gives the size: a use, or the svg itself.
func (d *drawing) viewport(n, sized *node, at place) error {
	size := func(name string, whole float64) (float64, error) {
		s := sized.attr(name)
		if s == "" {
			s = n.attr(name)
		}
		if s == "" || s == "auto" {
			return whole, nil
		}
		v, ok := parseLength(s, whole)
		if !ok {
			return 0, svgError(sized, corrupt("<%s> has the %s %q, which is no length", sized.name, name, shortened(s, 40)))
		}
		return v, nil
	}
	w, err := size("width", at.view.w)
	if err != nil {
		return err
	}
	h, err := size("height", at.view.h)
	if err != nil {
		return err
	}
	if w <= 0 || h <= 0 {
		return nil
	}
	if n == sized || n.name == "svg" {
		x, okX := parseLength(orZero(n.attr("x")), at.view.w)
		y, okY := parseLength(orZero(n.attr("y")), at.view.h)
		if !okX || !okY {
			return svgError(n, corrupt("<%s> has a position that is no length", n.name))
		}
		at.matrix = at.matrix.mul(Matrix{1, 0, 0, 1, x, y})
	}
	box := rect{0, 0, w, h}
	var frame pen
	frame.rectangle(box, 0, 0)
	cut := Clip{Path: transformed(frame.path, at.matrix)}
	if s := n.attr("viewBox"); s != "" {
		inner, ok := parseViewBox(s)
		if !ok {
			return svgError(n, corrupt("the viewBox %q is not four numbers with a positive size", shortened(s, 40)))
		}
		at.matrix = at.matrix.mul(fit(inner, w, h, n.attr("preserveAspectRatio")))
		box = inner
	}
	if overflow := n.attr("overflow"); overflow != "visible" && overflow != "auto" {
		at.clips = append(at.clips[:len(at.clips):len(at.clips)], cut)
	}
	at.view = box
	return d.children(n, at)
}

// fit maps a viewBox into a viewport (SVG 2, 8.6 and 8.7).
func fit(box rect, w, h float64, preserve string) Matrix {
	sx, sy := w/box.w, h/box.h
	align, how, _ := strings.Cut(strings.TrimSpace(preserve), " ")
	if align == "none" {
		return Matrix{sx, 0, 0, sy, -box.x * sx, -box.y * sy}
	}
	scale := math.Min(sx, sy)
	if strings.TrimSpace(how) == "slice" {
		scale = math.Max(sx, sy)
	}
	share := func(low, high string) float64 {
		switch {
		case strings.Contains(align, low):
			return 0
		case strings.Contains(align, high):
			return 1
		}
		return 0.5
	}
	dx := (w - box.w*scale) * share("xMin", "xMax")
	dy := (h - box.h*scale) * share("YMin", "YMax")
	return Matrix{scale, 0, 0, scale, dx - box.x*scale, dy - box.y*scale}
}

// shape adds a shape element to the vector.
func (d *drawing) shape(n *node, at place) error {
	// Long data with little in it takes time as well.
	if err := d.count(n, (len(n.attr("d"))+len(n.attr("points")))/64); err != nil {
		return err
	}
	local, open, err := basicShape(n, at.view)
	if err != nil || len(local) == 0 {
		return err
	}
	if err := d.count(n, len(local)); err != nil {
		return err
	}
	s := at.style
	if s.hidden && d.mode != measuring {
		return nil
	}
	path := transformed(local, at.matrix)
	if !within(path) {
		return svgError(n, corrupt("<%s> reaches too far out", n.name))
	}
	if d.mode != painting {
		d.vector.Shapes = append(d.vector.Shapes, Shape{Path: path, EvenOdd: s.clipEvenOdd, Clip: at.clips})
		return nil
	}
	fill, err := d.paint(n, s.fill, s.fillOpacity, at, local, 0)
	if err != nil {
		return err
	}
	if open {
		fill = nil
	}
	shape := Shape{Path: path, Fill: fill, EvenOdd: s.evenOdd, Clip: at.clips}
	stroked, err := d.stroke(n, at, local, shape)
	if err != nil {
		return err
	}
	switch {
	case stroked == nil && fill != nil:
		d.vector.Shapes = append(d.vector.Shapes, shape)
	case stroked != nil && fill == nil:
		d.vector.Shapes = append(d.vector.Shapes, *stroked)
	case stroked != nil && s.strokeFirst:
		d.vector.Shapes = append(d.vector.Shapes, *stroked, shape)
	case stroked != nil && stroked.Stroke == nil: // outlined
		d.vector.Shapes = append(d.vector.Shapes, shape, *stroked)
	case stroked != nil:
		stroked.Fill, stroked.EvenOdd = fill, s.evenOdd
		d.vector.Shapes = append(d.vector.Shapes, *stroked)
	}
	return d.markers(n, at, local)
}

// count keeps the sum of segments within bounds.
func (d *drawing) count(n *node, segments int) error {
	if d.segments += segments; d.segments > maxSegments {
		return svgError(n, tooLarge("simplify the drawing", "the SVG has more than %d path segments", maxSegments))
	}
	return nil
}

// stroke gives the shape's stroke as a shape of its own, or nil. Where the
// transform would make its width uneven, which no back end can stroke, the
// stroke becomes an outline to fill.
func (d *drawing) stroke(n *node, at place, local []Segment, shape Shape) (*Shape, error) {
	s := at.style
	width, ok := parseLength(s.width, at.view.diagonal())
	if !ok || width <= 0 {
		return nil, nil
	}
	beyond := width / 2 * math.Max(s.miter, math.Sqrt2)
	if s.fixedStroke {
		beyond /= math.Sqrt(math.Abs(at.matrix.det()))
	}
	ink, err := d.paint(n, s.stroke, s.strokeOpacity, at, local, beyond)
	if err != nil || ink == nil {
		return nil, err
	}
	dash, offset, err := s.dashes(n, at.view)
	if err != nil {
		return nil, err
	}
	shape.Fill, shape.EvenOdd = nil, false
	shape.Stroke, shape.Cap, shape.Join, shape.Miter = ink, s.cap, s.join, s.miter
	scale, even := at.matrix.uniform()
	if s.fixedStroke {
		scale, even = 1, true
	}
	if even {
		shape.StrokeWidth, shape.DashOffset = width*scale, offset*scale
		for _, v := range dash {
			shape.Dash = append(shape.Dash, v*scale)
		}
		return &shape, nil
	}
	shape.Path, shape.StrokeWidth, shape.Dash, shape.DashOffset = local, width, dash, offset
	tolerance := 0.02 / math.Max(math.Hypot(at.matrix[0], at.matrix[1]), math.Hypot(at.matrix[2], at.matrix[3]))
	if !strokable(&shape, tolerance) {
		return nil, svgError(n, tooLarge("simplify the drawing", "<%s> has too intricate a stroke", n.name))
	}
	var outline []Segment
	for _, polygon := range strokeOutline(&shape, tolerance) {
		outline = append(outline, polygonPath(polygon)...)
	}
	if err := d.count(n, len(outline)); err != nil {
		return nil, err
	}
	outline = transformed(outline, at.matrix)
	return &Shape{Path: outline, Fill: ink, Clip: at.clips}, nil
}

func orZero(s string) string {
	if s == "" {
		return "0"
	}
	return s
}
