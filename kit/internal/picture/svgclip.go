package picture

// clip gives the clips of an element, with those around it. Local is the
// outline of a shape, for clips measured by it; nil for groups.
func (d *drawing) clip(n *node, at place, local []Segment) ([]Clip, error) {
	id, _, ok := parseURL(at.style.clip)
	if !ok {
		return nil, svgError(n, unsupported("expand it in the drawing program", "<%s> has the clip-path %q", n.name, shortened(at.style.clip, 40)))
	}
	ref, err := d.target(n, id)
	if err != nil {
		return nil, err
	}
	if ref.name != "clipPath" {
		return nil, svgError(n, corrupt("<%s> is clipped by #%s, which is no clipPath", n.name, shortened(id, 40)))
	}
	if at.depth++; at.depth > maxDepth {
		return nil, svgError(n, tooLarge("simplify the drawing", "the clipPath #%s contains itself", shortened(id, 40)))
	}
	at.style, err = d.tree.style(ref, initial())
	if err != nil {
		return nil, err
	}
	if ref.attr("clipPathUnits") == "objectBoundingBox" {
		b, ok := bounds(local)
		if !ok {
			return nil, svgError(n, unsupported("expand it in the drawing program", "<%s> is clipped in units of its own size", n.name))
		}
		at.matrix = at.matrix.mul(Matrix{b.w, 0, 0, b.h, b.x, b.y})
	}
	clips := at.clips[:len(at.clips):len(at.clips)]
	if s := at.style.transform; s != "" {
		m, ok := parseTransform(s)
		if !ok {
			return nil, svgError(ref, corrupt("<clipPath> has the transform %q, which makes no sense", shortened(s, 40)))
		}
		at.matrix = at.matrix.mul(m)
	}
	if c := at.style.clip; c != "" && c != "none" {
		if clips, err = d.clip(ref, at, local); err != nil {
			return nil, err
		}
	}
	at.clips = nil
	var parts []Clip
	for _, c := range ref.children {
		part, err := d.clipPart(c, at)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part...)
	}
	union, ok := unite(parts)
	if !ok {
		return nil, svgError(ref, unsupported("unite its shapes in the drawing program", "<clipPath> mixes fill rules"))
	}
	return append(clips, union), nil
}

// clipPart gives the region of one child of a clipPath.
func (d *drawing) clipPart(n *node, at place) ([]Clip, error) {
	inner := drawing{tree: d.tree, vector: &Vector{}, elements: d.elements, segments: d.segments, geometry: true}
	switch n.name {
	case "g", "svg":
		return nil, svgError(n, unsupported("ungroup the clipping shapes", "<clipPath> holds a <%s>", n.name))
	}
	if err := inner.element(n, at); err != nil {
		return nil, err
	}
	d.elements, d.segments = inner.elements, inner.segments
	var out []Clip
	for _, s := range inner.vector.Shapes {
		if len(s.Clip) > 0 {
			return nil, svgError(n, unsupported("unite them in the drawing program", "<clipPath> holds a shape that is clipped itself"))
		}
		out = append(out, Clip{Path: s.Path, EvenOdd: s.EvenOdd})
	}
	return out, nil
}

// unite makes one region of several. Paths are turned the same way round, so
// that the non-zero rule does not cut holes where they overlap.
func unite(parts []Clip) (Clip, bool) {
	if len(parts) == 1 {
		return parts[0], true
	}
	var all Clip
	for _, c := range parts {
		if c.EvenOdd && subpaths(c.Path) > 1 {
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
