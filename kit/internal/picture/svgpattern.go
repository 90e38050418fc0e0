package picture

// tiling tells patterns apart as they are used.
type tiling struct {
	node    *node
	matrix  Matrix
	box     rect
	view    rect
	opacity float64
}

// pattern turns a pattern element into paint (SVG 2, 14.3); nil where it paints
// nothing.
func (d *drawing) pattern(n *node, opacity float64, at place, local []Segment) (*Paint, error) {
	if opacity <= 0 {
		return nil, nil
	}
	chain, err := d.shared(n, "pattern", "pattern")
	if err != nil {
		return nil, err
	}
	b, _ := bounds(local)
	byBox := chain.get("patternUnits", "") != "userSpaceOnUse"
	contentByBox := chain.get("patternContentUnits", "") == "objectBoundingBox"
	key := tiling{node: n, matrix: at.matrix, view: at.view, opacity: opacity}
	if byBox || contentByBox {
		if b.w == 0 || b.h == 0 {
			return nil, nil
		}
		key.box = b
	}
	if known, ok := d.patterns[key]; ok {
		return known.paint(), nil
	}
	tile, bad := chain.tile(at.view, b, byBox)
	if bad != "" {
		return nil, svgError(n, corrupt("<pattern> has the %s %q, which is no length", bad, shortened(chain.get(bad, ""), 40)))
	}
	if !(tile.w > 0 && tile.h > 0) {
		return nil, nil
	}
	outer, err := d.moved(n, at.matrix, chain.get("patternTransform", ""))
	if err != nil {
		return nil, err
	}
	p := &Pattern{Width: tile.w, Height: tile.h, Matrix: outer.mul(Matrix{1, 0, 0, 1, tile.x, tile.y})}
	if !p.Matrix.finite() || p.Matrix.det() == 0 {
		return nil, nil
	}
	inner := place{matrix: Matrix{1, 0, 0, 1, -tile.x, -tile.y}, view: at.view, depth: at.depth + 1}
	switch s := chain.get("viewBox", ""); {
	case s != "":
		box, ok := parseViewBox(s)
		if !ok {
			return nil, svgError(n, corrupt("the viewBox %q is not four numbers with a positive size", shortened(s, 40)))
		}
		inner.matrix, inner.view = fit(box, tile.w, tile.h, chain.get("preserveAspectRatio", "")), box
	case contentByBox:
		inner.matrix = inner.matrix.mul(Matrix{b.w, 0, 0, b.h, b.x, b.y})
	}
	if inner.depth > maxDepth {
		return nil, svgError(n, tooLarge("simplify the drawing", "the pattern contains itself"))
	}
	if err := d.tileShapes(p, chain, inner); err != nil {
		return nil, err
	}
	if opacity < 1 && len(p.Shapes) > 0 {
		p.Shapes = together(p.Shapes, opacity, nil, nil)
	}
	if d.patterns == nil {
		d.patterns = map[tiling]*Pattern{}
	}
	d.patterns[key] = p
	return p.paint(), nil
}

// tileShapes draws the content of the first pattern in the chain that has any.
func (d *drawing) tileShapes(p *Pattern, chain sharedAttrs, at place) error {
	for _, n := range chain {
		if err := d.step(n); err != nil {
			return err
		}
		if len(n.children) == 0 {
			continue
		}
		outside, err := d.tree.around(n)
		if err != nil {
			return err
		}
		if at.style, err = d.tree.style(n, outside); err != nil {
			return err
		}
		p.Shapes, err = d.aside(painting, func() error { return d.children(n, at) })
		return err
	}
	return nil
}

func (p *Pattern) paint() *Paint {
	if len(p.Shapes) == 0 {
		return nil
	}
	return &Paint{A: 1, Pattern: p}
}

// tile reads the rectangle that is repeated. Bad is an attribute that makes no sense.
func (p sharedAttrs) tile(view, box rect, byBox bool) (r rect, bad string) {
	if byBox {
		view = rect{0, 0, 1, 1}
	}
	length := func(name string, whole float64) float64 {
		v, ok := parseLength(p.get(name, "0"), whole)
		if !ok {
			bad = name
		}
		return v
	}
	r = rect{length("x", view.w), length("y", view.h), length("width", view.w), length("height", view.h)}
	if byBox {
		r = rect{box.x + r.x*box.w, box.y + r.y*box.h, r.w * box.w, r.h * box.h}
	}
	return r, bad
}
