package picture

import "math"

// kappa places the control points of a quarter circle.
const kappa = 0.5522847498307936

// basicShape gives the outline of a shape element in its own coordinates
// (SVG 2, 10), or nil when it draws nothing. Open tells that it has no inside.
func basicShape(n *node, view rect) (path []Segment, open bool, err error) {
	var bad string
	length := func(name string, of float64) float64 {
		s := n.attr(name)
		if s == "" || s == "auto" {
			return 0
		}
		v, ok := parseLength(s, of)
		if !ok && bad == "" {
			bad = name
		}
		return v
	}
	w, h, d := view.w, view.h, view.diagonal()
	var p pen
	switch n.name {
	case "path":
		var e *Error
		if data := n.attr("d"); data != "" && data != "none" {
			if p.path, e = parsePath(data); e != nil {
				return nil, false, svgError(n, e)
			}
		}
	case "rect":
		r := rect{length("x", w), length("y", h), length("width", w), length("height", h)}
		rx, ry := length("rx", w), length("ry", h)
		if s := n.attr("rx"); s == "" || s == "auto" {
			rx = ry
		} else if s := n.attr("ry"); s == "" || s == "auto" {
			ry = rx
		}
		if r.w > 0 && r.h > 0 {
			p.rectangle(r, rx, ry)
		}
	case "circle":
		if r := length("r", d); r > 0 {
			p.ellipse(length("cx", w), length("cy", h), r, r)
		}
	case "ellipse":
		rx, ry := length("rx", w), length("ry", h)
		if rx > 0 && ry > 0 {
			p.ellipse(length("cx", w), length("cy", h), rx, ry)
		}
	case "line":
		p.move(Point{length("x1", w), length("y1", h)})
		p.line(Point{length("x2", w), length("y2", h)})
		open = true
	case "polyline", "polygon":
		v, ok := parseNumbers(n.attr("points"))
		if !ok || len(v)%2 != 0 {
			return nil, false, svgError(n, corrupt("<%s> has points that are not pairs of numbers", n.name))
		}
		for i := 0; i+1 < len(v); i += 2 {
			if i == 0 {
				p.move(Point{v[0], v[1]})
			} else {
				p.line(Point{v[i], v[i+1]})
			}
		}
		if n.name == "polygon" {
			p.close()
		}
	default:
		panic("picture: no shape: " + n.name)
	}
	if bad != "" {
		return nil, false, svgError(n, corrupt("<%s> has the %s %q, which is no length", n.name, bad, shortened(n.attr(bad), 40)))
	}
	if len(p.path) == 1 { // a lone MoveTo
		return nil, open, nil
	}
	return p.path, open, nil
}

func (p *pen) rectangle(r rect, rx, ry float64) {
	rx, ry = math.Max(0, math.Min(rx, r.w/2)), math.Max(0, math.Min(ry, r.h/2))
	x0, y0, x1, y1 := r.x, r.y, r.x+r.w, r.y+r.h
	if rx == 0 || ry == 0 {
		p.move(Point{x0, y0})
		p.line(Point{x1, y0})
		p.line(Point{x1, y1})
		p.line(Point{x0, y1})
		p.close()
		return
	}
	kx, ky := rx*(1-kappa), ry*(1-kappa)
	p.move(Point{x0 + rx, y0})
	p.line(Point{x1 - rx, y0})
	p.cubic(Point{x1 - kx, y0}, Point{x1, y0 + ky}, Point{x1, y0 + ry})
	p.line(Point{x1, y1 - ry})
	p.cubic(Point{x1, y1 - ky}, Point{x1 - kx, y1}, Point{x1 - rx, y1})
	p.line(Point{x0 + rx, y1})
	p.cubic(Point{x0 + kx, y1}, Point{x0, y1 - ky}, Point{x0, y1 - ry})
	p.line(Point{x0, y0 + ry})
	p.cubic(Point{x0, y0 + ky}, Point{x0 + kx, y0}, Point{x0 + rx, y0})
	p.close()
}

func (p *pen) ellipse(cx, cy, rx, ry float64) {
	kx, ky := rx*kappa, ry*kappa
	p.move(Point{cx + rx, cy})
	p.cubic(Point{cx + rx, cy + ky}, Point{cx + kx, cy + ry}, Point{cx, cy + ry})
	p.cubic(Point{cx - kx, cy + ry}, Point{cx - rx, cy + ky}, Point{cx - rx, cy})
	p.cubic(Point{cx - rx, cy - ky}, Point{cx - kx, cy - ry}, Point{cx, cy - ry})
	p.cubic(Point{cx + kx, cy - ry}, Point{cx + rx, cy - ky}, Point{cx + rx, cy})
	p.close()
}
