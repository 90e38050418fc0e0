package picture

// clip gives the clips of an element, with those around it. Where its clipPath is no
// one region that a path can show, the rest of it is a mask.
func (d *drawing) clip(n *node, at place, draw func(place) error) (clips []Clip, mask []Shape, err error) {
	id, _, ok := parseURL(at.style.clip)
	if !ok {
		return nil, nil, svgError(n, unsupported("expand it in the drawing program", "<%s> has the clip-path %q", n.name, shortened(at.style.clip, 40)))
	}
	ref, err := d.target(n, id)
	if err != nil {
		return nil, nil, err
	}
	if ref.name != "clipPath" {
		return nil, nil, svgError(n, corrupt("<%s> is clipped by #%s, which is no clipPath", n.name, shortened(id, 40)))
	}
	if at.depth++; at.depth > maxDepth {
		return nil, nil, svgError(n, tooLarge("simplify the drawing", "the clipPath #%s contains itself", shortened(id, 40)))
	}
	outside, err := d.tree.around(ref)
	if err != nil {
		return nil, nil, err
	}
	own, err := d.tree.style(ref, outside)
	if err != nil {
		return nil, nil, err
	}
	clips = at.clips[:len(at.clips):len(at.clips)]
	if ref.attr("clipPathUnits") == "objectBoundingBox" {
		b, some, err := d.box(at, draw)
		if err != nil || !some {
			return clips, nil, err
		}
		at.matrix = at.matrix.mul(Matrix{b.w, 0, 0, b.h, b.x, b.y})
	}
	at.style = own
	if at.matrix, err = d.moved(ref, at.matrix, own.transform); err != nil {
		return nil, nil, err
	}
	if set(own.clip) {
		if clips, mask, err = d.clip(ref, at, draw); err != nil {
			return nil, nil, err
		}
	}
	at.clips = nil
	var parts []Shape
	for _, c := range ref.children {
		part, err := d.clipPart(c, at)
		if err != nil {
			return nil, nil, err
		}
		parts = append(parts, part...)
	}
	if union, ok := unite(parts); ok {
		return append(clips, union), mask, nil
	}
	for i := range parts {
		parts[i].Fill = &Paint{R: 255, G: 255, B: 255, A: 1}
	}
	if mask != nil {
		parts = together(parts, 1, [][]Shape{mask}, nil)
	}
	return clips, parts, nil
}

// clipPart gives the regions of one child of a clipPath.
func (d *drawing) clipPart(n *node, at place) ([]Shape, error) {
	switch n.name {
	case "g", "svg", "switch":
		return nil, svgError(n, unsupported("ungroup the clipping shapes", "<clipPath> holds a <%s>", n.name))
	}
	return d.aside(outlining, func() error { return d.element(n, at) })
}

// unite makes one region of several. Paths are turned the same way round, so
// that the non-zero rule does not cut holes where they overlap. It reports false
// where no fill rule would give that region.
func unite(parts []Shape) (Clip, bool) {
	if len(parts) == 0 { // nothing shows
		return Clip{Path: []Segment{{Op: MoveTo}, {Op: LineTo}, {Op: Close}}}, true
	}
	if len(parts) == 1 {
		return Clip{Path: parts[0].Path, EvenOdd: parts[0].EvenOdd}, len(parts[0].Clip) == 0
	}
	var all Clip
	for _, c := range parts {
		if len(c.Clip) > 0 || c.EvenOdd && subpaths(c.Path) > 1 {
			return Clip{}, false
		}
		path := c.Path
		if signedArea(path) < 0 {
			path = reversed(path)
		}
		all.Path = append(all.Path, path...)
	}
	return all, true
}
