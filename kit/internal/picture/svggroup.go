package picture

// styled draws an element in its own style and coordinates: draw is given both.
func (d *drawing) styled(n *node, at place, draw func(place) error) error {
	if at.depth++; at.depth > maxDepth+1 { // with the root
		return svgError(n, tooLarge("ungroup some of it", "<%s> is nested more than %d deep, or contains itself", n.name, maxDepth))
	}
	s, err := d.tree.style(n, at.style)
	if err != nil || s.gone {
		return err
	}
	if err := drawable(n); err != nil {
		return err
	}
	at.style = s
	if at.matrix, err = d.moved(n, at.matrix, s.transform); err != nil {
		return err
	}
	if !at.matrix.finite() || at.matrix.det() == 0 {
		return nil
	}
	if d.mode == measuring {
		return draw(at)
	}
	if s.opacity == 0 && d.mode == painting {
		return nil
	}
	var masks [][]Shape
	if set(s.clip) {
		var mask []Shape
		if at.clips, mask, err = d.clip(n, at, draw); err != nil {
			return err
		}
		if mask != nil {
			masks = append(masks, mask)
		}
	}
	if d.mode == outlining {
		if masks != nil {
			return svgError(n, unsupported("unite them in the drawing program", "<clipPath> holds a shape that is clipped itself"))
		}
		return draw(at)
	}
	if set(s.mask) {
		mask, err := d.mask(n, at, draw)
		if err != nil {
			return err
		}
		masks = append(masks, mask)
	}
	if s.opacity == 1 && masks == nil && s.blend == "" {
		return draw(at)
	}
	clips := at.clips
	at.clips = nil
	shapes, err := d.aside(painting, func() error { return draw(at) })
	if s.blend != "" && len(shapes) > 0 {
		shapes = []Shape{{Group: &Group{Shapes: shapes, Alpha: 1}}} // never one that is faded
	}
	shapes = together(shapes, s.opacity, masks, clips)
	if s.blend != "" && len(shapes) > 0 {
		shapes[0].Group.Blend = s.blend
	}
	d.vector.Shapes = append(d.vector.Shapes, shapes...)
	return err
}

// moved gives the matrix within an element that has a transform.
func (d *drawing) moved(n *node, m Matrix, transform string) (Matrix, error) {
	if transform == "" {
		return m, nil
	}
	own, ok := parseTransform(transform)
	if !ok {
		return m, svgError(n, corrupt("<%s> has the transform %q, which makes no sense", n.name, shortened(transform, 40)))
	}
	return m.mul(own), nil
}

// aside gives the shapes that work makes in a mode, which are not part of the drawing.
func (d *drawing) aside(m mode, work func() error) ([]Shape, error) {
	mode, vector := d.mode, d.vector
	d.mode, d.vector = m, &Vector{}
	err := work()
	shapes := d.vector.Shapes
	d.mode, d.vector = mode, vector
	return shapes, err
}

// box gives the bounding box of what draw draws in an element, in the coordinates
// of that (SVG 2, 8.10): fills alone count. It reports false where there is nothing.
func (d *drawing) box(at place, draw func(place) error) (rect, bool, error) {
	at.matrix, at.clips = identity(), nil
	shapes, err := d.aside(measuring, func() error { return draw(at) })
	b, ok := boundsOf(shapes)
	return b, ok, err
}

// boundsOf gives the bounds of the paths of some shapes.
func boundsOf(shapes []Shape) (all rect, ok bool) {
	for i := range shapes {
		b, any := bounds(shapes[i].Path)
		if g := shapes[i].Group; g != nil {
			b, any = boundsOf(g.Shapes)
		}
		switch {
		case any && ok:
			all = all.union(b)
		case any:
			all, ok = b, true
		}
	}
	return all, ok
}

func (r rect) union(o rect) rect {
	x, y := min(r.x, o.x), min(r.y, o.y)
	return rect{x, y, max(r.x+r.w, o.x+o.w) - x, max(r.y+r.h, o.y+o.h) - y}
}

// together makes shapes appear as one, under masks and clips. One shape that paints
// once needs no group for that.
func together(shapes []Shape, alpha float64, masks [][]Shape, clips []Clip) []Shape {
	if len(shapes) == 0 {
		return nil
	}
	if len(masks) == 0 && len(shapes) == 1 && shapes[0].Group == nil && (shapes[0].Fill == nil) != (shapes[0].Stroke == nil) {
		s := shapes[0]
		s.Fill, s.Stroke = s.Fill.faded(alpha), s.Stroke.faded(alpha)
		s.Clip = append(clips[:len(clips):len(clips)], s.Clip...)
		return []Shape{s}
	}
	g := &Group{Shapes: shapes, Alpha: alpha}
	for i, mask := range masks {
		if len(mask) == 0 {
			return nil
		}
		if i > 0 {
			g = &Group{Shapes: []Shape{{Group: g}}, Alpha: 1}
		}
		g.Mask = mask
	}
	return []Shape{{Group: g, Clip: clips}}
}

// faded gives paint that shows less.
func (p *Paint) faded(alpha float64) *Paint {
	if p == nil || alpha == 1 {
		return p
	}
	q := *p
	q.A *= alpha
	if g := p.Gradient; g != nil {
		q.Gradient = g.recoloured(func(s Stop) Stop { s.A *= alpha; return s })
	}
	if t := p.Pattern; t != nil {
		q.Pattern = &Pattern{t.Width, t.Height, []Shape{{Group: &Group{Shapes: t.Shapes, Alpha: alpha}}}, t.Matrix}
	}
	return &q
}

// recoloured copies a gradient with other colours at its stops.
func (g *Gradient) recoloured(other func(Stop) Stop) *Gradient {
	h := *g
	h.Stops = make([]Stop, len(g.Stops))
	for i, s := range g.Stops {
		h.Stops[i] = other(s)
	}
	return &h
}
