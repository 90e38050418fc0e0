package picture

// paint resolves fill or stroke; nil means that nothing is painted. Local is
// the outline, of which paint reaches so far beyond.
func (d *drawing) paint(n *node, i ink, opacity float64, at place, local []Segment, beyond float64) (*Paint, error) {
	if i.context != "" && at.marked != nil {
		outer := at
		outer.style, outer.marked = *at.marked, nil
		context := i.context
		if i = at.marked.fill; context == "context-stroke" {
			i = at.marked.stroke
		}
		return d.paint(n, i, opacity, outer, local, beyond)
	}
	color := i.color
	if i.current {
		color = at.style.color
	}
	if i.ref != "" {
		t := d.tree.ids[i.ref]
		switch {
		case t != nil && (t.name == "linearGradient" || t.name == "radialGradient"):
			p, err := d.gradient(t, opacity, at, local, beyond)
			if err != nil || p == nil || p.A == 0 && p.Gradient == nil {
				return nil, err
			}
			return p, nil
		case t != nil && t.name == "pattern":
			return d.pattern(t, opacity, at, local)
		case t != nil:
			return nil, svgError(n, unsupported("expand it in the drawing program", "<%s> is painted with a <%s>", n.name, shortened(t.name, 40)))
		case !i.fallback:
			return nil, svgError(n, corrupt("<%s> is painted with #%s, which does not exist", n.name, shortened(i.ref, 40)))
		}
	}
	if a := color.a * opacity; a > 0 {
		return &Paint{R: color.r, G: color.g, B: color.b, A: a}, nil
	}
	return nil, nil
}
