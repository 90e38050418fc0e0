package picture

import (
	"math"
	"slices"
	"strings"
)

// sharedAttrs looks attributes up through the chain of href that lets
// gradients, and patterns, share them.
type sharedAttrs []*node

func (g sharedAttrs) get(name, otherwise string) string {
	for _, n := range g {
		// Geometry is shared between gradients of one kind only.
		if n.name != g[0].name && !strings.HasPrefix(name, "gradient") && name != "spreadMethod" {
			continue
		}
		if v := n.attr(name); v != "" {
			return v
		}
	}
	return otherwise
}

// gradient turns a gradient element into paint (SVG 2, 14.2).
func (d *drawing) gradient(n *node, opacity float64, at place, local []Segment, beyond float64) (*Paint, error) {
	chain, err := d.shared(n, "gradient", "linearGradient", "radialGradient")
	if err != nil {
		return nil, err
	}
	stops, err := d.stops(chain, opacity)
	if err != nil || len(stops) == 0 {
		return nil, err
	}
	solid := average(stops)
	if len(stops) == 1 {
		return &solid, nil
	}
	g := &Gradient{Radial: n.name == "radialGradient", Matrix: at.matrix, Stops: stops}
	view := at.view
	b, ok := bounds(local)
	if chain.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox" {
		if !ok || b.w == 0 || b.h == 0 {
			return &solid, nil
		}
		g.Matrix = g.Matrix.mul(Matrix{b.w, 0, 0, b.h, b.x, b.y})
		view = rect{0, 0, 1, 1}
	}
	if s := chain.get("gradientTransform", ""); s != "" {
		m, ok := parseTransform(s)
		if !ok {
			return nil, svgError(n, corrupt("<%s> has the gradientTransform %q, which makes no sense", n.name, shortened(s, 40)))
		}
		g.Matrix = g.Matrix.mul(m)
	}
	if bad := g.place(chain, view); bad != "" {
		return nil, svgError(n, corrupt("<%s> has a %s that is no length", n.name, bad))
	}
	if !g.Matrix.finite() || g.Matrix.det() == 0 || !g.Radial && g.From == g.To || g.Radial && g.ToR <= 0 {
		end := stops[len(stops)-1] // SVG 2, 14.2.3: the last colour
		return &Paint{R: end.R, G: end.G, B: end.B, A: end.A}, nil
	}
	switch spread := chain.get("spreadMethod", "pad"); spread {
	case "pad":
	case "reflect", "repeat":
		area := rect{b.x - beyond, b.y - beyond, b.w + 2*beyond, b.h + 2*beyond}
		if !g.extend(at.matrix, area, spread == "reflect") {
			return &solid, nil // so fine that the eye sees the average
		}
	default:
		return nil, svgError(n, corrupt("<%s> has the spreadMethod %q, which makes no sense", n.name, shortened(spread, 40)))
	}
	if err := d.count(n, len(g.Stops)); err != nil {
		return nil, err
	}
	solid.Gradient = g
	return &solid, nil
}

// place reads the geometry and gives the name of an attribute that makes no
// sense.
func (g *Gradient) place(chain sharedAttrs, view rect) (bad string) {
	length := func(name, otherwise string, of float64) float64 {
		v, ok := parseLength(chain.get(name, otherwise), of)
		if !ok {
			bad = name
		}
		return v
	}
	if !g.Radial {
		g.From = Point{length("x1", "0%", view.w), length("y1", "0%", view.h)}
		g.To = Point{length("x2", "100%", view.w), length("y2", "0%", view.h)}
		return bad
	}
	g.To = Point{length("cx", "50%", view.w), length("cy", "50%", view.h)}
	g.ToR = length("r", "50%", view.diagonal())
	g.From, g.FromR = g.To, length("fr", "0%", view.diagonal())
	if chain.get("fx", "") != "" {
		g.From.X = length("fx", "", view.w)
	}
	if chain.get("fy", "") != "" {
		g.From.Y = length("fy", "", view.h)
	}
	// A focus outside the circle would make a cone; SVG 1.1 pulls it inside.
	dx, dy := g.From.X-g.To.X, g.From.Y-g.To.Y
	if far := math.Hypot(dx, dy); far > 0.99*g.ToR && far > 0 {
		k := 0.99 * g.ToR / far
		g.From = Point{g.To.X + dx*k, g.To.Y + dy*k}
	}
	g.FromR = math.Max(0, math.Min(g.FromR, g.ToR-math.Hypot(g.From.X-g.To.X, g.From.Y-g.To.Y)))
	return bad
}

// stops gives the colours of the first gradient in the chain that has any.
func (d *drawing) stops(chain sharedAttrs, opacity float64) ([]Stop, error) {
	for _, g := range chain {
		stops, known := d.colours[g]
		if !known {
			var err error
			if stops, err = d.readStops(g); err != nil {
				return nil, err
			}
			if d.colours == nil {
				d.colours = map[*node][]Stop{}
			}
			d.colours[g] = stops
		}
		if stops == nil {
			continue
		}
		if err := d.count(g, len(stops)); err != nil {
			return nil, err
		}
		out := slices.Clone(stops)
		for i := range out {
			out[i].A *= opacity
		}
		return out, nil
	}
	return nil, nil
}

// readStops reads the stops of one gradient.
func (d *drawing) readStops(g *node) ([]Stop, error) {
	var out []Stop
	for _, c := range g.children {
		if err := d.step(c); err != nil {
			return nil, err
		}
		if c.name != "stop" {
			continue
		}
		if len(out) == maxStops {
			return nil, svgError(c, tooLarge("simplify the gradient", "<%s> has more than %d stops", g.name, maxStops))
		}
		s, err := d.tree.style(c, initial())
		if err != nil {
			return nil, err
		}
		at, ok := parseOpacity(orZero(c.attr("offset"))) // the same grammar
		if !ok {
			return nil, svgError(c, corrupt("<stop> has the offset %q, which makes no sense", shortened(c.attr("offset"), 40)))
		}
		if n := len(out); n > 0 {
			at = math.Max(at, out[n-1].Offset)
		}
		color := s.stop.color
		if s.stop.current {
			color = s.color
		}
		out = append(out, Stop{Offset: at, R: color.r, G: color.g, B: color.b, A: color.a * s.stopOpacity})
	}
	return out, nil
}

// shared follows the chain of href, whose elements are of some kinds.
func (d *drawing) shared(n *node, what string, kinds ...string) (sharedAttrs, error) {
	chain := sharedAttrs{n}
	for last := n; last.href() != ""; {
		next, err := d.target(last, last.href())
		if err != nil {
			return nil, err
		}
		if len(chain) == 8 || !slices.Contains(kinds, next.name) {
			return nil, svgError(n, corrupt("<%s> refers to no %s in the end", n.name, what))
		}
		chain = append(chain, next)
		last = next
	}
	return chain, nil
}
