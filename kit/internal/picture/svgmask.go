package picture

import "math"

// mask gives the mask of an element (CSS Masking 1, 7) as shapes in greys; none
// where it lets nothing through.
func (d *drawing) mask(n *node, at place, draw func(place) error) ([]Shape, error) {
	id, _, ok := parseURL(at.style.mask)
	if !ok {
		return nil, svgError(n, unsupported("expand it in the drawing program", "<%s> has the mask %q", n.name, shortened(at.style.mask, 40)))
	}
	ref, err := d.target(n, id)
	if err != nil {
		return nil, err
	}
	if ref.name != "mask" {
		return nil, svgError(n, corrupt("<%s> is masked by #%s, which is no mask", n.name, shortened(id, 40)))
	}
	if err := d.step(ref); err != nil {
		return nil, err
	}
	if at.depth++; at.depth > maxDepth {
		return nil, svgError(n, tooLarge("simplify the drawing", "the mask #%s contains itself", shortened(id, 40)))
	}
	box := rect{0, 0, 1, 1}
	units := func(name, otherwise string) bool {
		v := ref.attr(name)
		return v == "objectBoundingBox" || v == "" && otherwise == "objectBoundingBox"
	}
	regionByBox, contentByBox := units("maskUnits", "objectBoundingBox"), units("maskContentUnits", "")
	if regionByBox || contentByBox {
		var some bool
		if box, some, err = d.box(at, draw); err != nil || !some || box.w == 0 || box.h == 0 {
			return nil, err
		}
	}
	region, bad := maskRegion(ref, at.view, box, regionByBox)
	if bad != "" {
		return nil, svgError(ref, corrupt("<mask> has the %s %q, which is no length", bad, shortened(ref.attr(bad), 40)))
	}
	if !(region.w > 0 && region.h > 0) {
		return nil, nil
	}
	var frame pen
	frame.rectangle(region, 0, 0)
	at.clips = []Clip{{Path: transformed(frame.path, at.matrix)}}
	outside, err := d.tree.around(ref)
	if err != nil {
		return nil, err
	}
	own, err := d.tree.style(ref, outside)
	if err != nil {
		return nil, err
	}
	inside := at
	inside.style, inside.marked = own, nil
	if contentByBox {
		inside.matrix = at.matrix.mul(Matrix{box.w, 0, 0, box.h, box.x, box.y})
	}
	at.style, at.marked = own, nil
	shapes, err := d.aside(painting, func() error { return d.children(ref, inside) })
	if err == nil && set(own.mask) {
		var mask []Shape
		mask, err = d.mask(ref, at, draw)
		shapes = together(shapes, 1, [][]Shape{mask}, nil)
	}
	return inGreys(shapes, own.maskAlpha), err
}

// maskRegion reads the rectangle that a mask shows something in. Bad is an attribute
// that makes no sense.
func maskRegion(n *node, view, box rect, byBox bool) (r rect, bad string) {
	length := func(name, otherwise string, whole float64) float64 {
		s := n.attr(name)
		if s == "" {
			s = otherwise
		}
		v, ok := parseLength(s, whole)
		if !ok {
			bad = name
		}
		return v
	}
	if byBox {
		view = rect{0, 0, 1, 1}
	}
	r = rect{length("x", "-10%", view.w), length("y", "-10%", view.h), length("width", "120%", view.w), length("height", "120%", view.h)}
	if byBox {
		r = rect{box.x + r.x*box.w, box.y + r.y*box.h, r.w * box.w, r.h * box.h}
	}
	return r, bad
}

// inGreys gives shapes whose luminance is what a mask goes by: the luminance of
// their colours, or all of it where their opacity alone counts.
func inGreys(shapes []Shape, alphaAlone bool) []Shape {
	out := make([]Shape, len(shapes))
	for i, s := range shapes {
		s.Fill, s.Stroke = s.Fill.grey(alphaAlone), s.Stroke.grey(alphaAlone)
		if g := s.Group; g != nil {
			s.Group = &Group{Shapes: inGreys(g.Shapes, alphaAlone), Alpha: g.Alpha, Mask: g.Mask, Blend: g.Blend}
		}
		out[i] = s
	}
	return out
}

func (p *Paint) grey(alphaAlone bool) *Paint {
	if p == nil {
		return nil
	}
	// The weights of CSS Masking 1, 7.10.1.
	luminance := func(r, g, b uint8) uint8 {
		if alphaAlone {
			return 255
		}
		return channel(math.Round(0.2125*float64(r) + 0.7154*float64(g) + 0.0721*float64(b)))
	}
	q := *p
	q.R = luminance(p.R, p.G, p.B)
	q.G, q.B = q.R, q.R
	if g := p.Gradient; g != nil {
		q.Gradient = g.recoloured(func(s Stop) Stop {
			v := luminance(s.R, s.G, s.B)
			return Stop{Offset: s.Offset, R: v, G: v, B: v, A: s.A}
		})
	}
	if t := p.Pattern; t != nil {
		q.Pattern = &Pattern{t.Width, t.Height, inGreys(t.Shapes, alphaAlone), t.Matrix}
	}
	return &q
}
