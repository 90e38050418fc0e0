package variable

import (
	"math"

	"github.com/presskit-go/presskit/brand/internal/glyf"
)

// maxDepth is how deep components may be nested.
const maxDepth = 16

// boxes sets the boxes of all glyphs.
func (o *outliner) boxes() error {
	for i := range o.glyphs {
		g := &o.glyphs[i]
		if len(g.Components) == 0 {
			g.SetBox()
			continue
		}
		points, ok := o.flatten(i, 0)
		if !ok {
			return errWork
		}
		g.Box = around(points)
	}
	return nil
}

// flatten gives the points of a glyph with those of its components.
func (o *outliner) flatten(i, depth int) ([]vector, bool) {
	if i >= len(o.glyphs) || depth > maxDepth {
		return nil, depth <= maxDepth
	}
	g := &o.glyphs[i]
	if !o.spend(len(g.Points) + len(g.Components) + 1) {
		return nil, false
	}
	var points []vector
	for _, p := range g.Points {
		points = append(points, vector{float64(p.X), float64(p.Y)})
	}
	for _, c := range g.Components {
		part, ok := o.flatten(int(c.Glyph), depth+1)
		if !ok || !o.spend(len(part)) {
			return nil, false
		}
		for n, p := range part {
			part[n] = vector{c.Transform[0]*p.x + c.Transform[2]*p.y, c.Transform[1]*p.x + c.Transform[3]*p.y}
		}
		dx, dy := float64(c.X), float64(c.Y)
		if c.Flags&glyf.OffsetXY == 0 {
			dx, dy = 0, 0
			if c.X < len(points) && c.Y < len(part) {
				dx, dy = points[c.X].x-part[c.Y].x, points[c.X].y-part[c.Y].y
			}
		}
		for _, p := range part {
			points = append(points, vector{p.x + dx, p.y + dy})
		}
	}
	return points, true
}

// around gives the box around points.
func around(points []vector) (box [4]int16) {
	if len(points) == 0 {
		return box
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low = vector{min(low.x, p.x), min(low.y, p.y)}
		high = vector{max(high.x, p.x), max(high.y, p.y)}
	}
	for i, v := range [...]float64{math.Floor(low.x), math.Floor(low.y), math.Ceil(high.x), math.Ceil(high.y)} {
		box[i] = int16(min(max(v, math.MinInt16), math.MaxInt16))
	}
	return box
}

// unite gives the box around all glyphs that have an outline.
func (o *outliner) unite() (box [4]int16) {
	first := true
	for i := range o.glyphs {
		g := &o.glyphs[i]
		if len(g.Points) == 0 && len(g.Components) == 0 {
			continue
		}
		if first {
			box, first = g.Box, false
			continue
		}
		b := g.Box
		box = [4]int16{min(box[0], b[0]), min(box[1], b[1]), max(box[2], b[2]), max(box[3], b[3])}
	}
	return box
}
