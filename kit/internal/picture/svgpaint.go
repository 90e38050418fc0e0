package picture

import (
	"math"
	"strings"
)

// paint resolves fill or stroke; nil means that nothing is painted.
func (d *drawing) paint(n *node, i ink, opacity float64, at place, local []Segment) (*Paint, error) {
	opacity *= at.alpha
	color := i.color
	if i.current {
		color = at.style.color
	}
	if i.ref != "" {
		t := d.tree.ids[i.ref]
		switch {
		case t != nil && (t.name == "linearGradient" || t.name == "radialGradient"):
			p, err := d.gradient(t, opacity, at, local)
			if err != nil || p == nil || p.A == 0 && p.Gradient == nil {
				return nil, err
			}
			return p, nil
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

// gradientAttrs looks attributes up through the chain of href that lets
// gradients share them.
type gradientAttrs []*node

func (g gradientAttrs) get(name, otherwise string) string {
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
func (d *drawing) gradient(n *node, opacity float64, at place, local []Segment) (*Paint, error) {
	chain := gradientAttrs{n}
	for last := n; last.href() != ""; {
		next, err := d.target(last, last.href())
		if err != nil {
			return nil, err
		}
		if len(chain) == 8 || next.name != "linearGradient" && next.name != "radialGradient" {
			return nil, svgError(n, corrupt("<%s> refers to no gradient in the end", n.name))
		}
		chain = append(chain, next)
		last = next
	}
	stops, err := d.stops(chain, opacity)
	if err != nil || len(stops) == 0 {
		return nil, err
	}
	solid := average(stops)
	if len(stops) == 1 {
		return &solid, nil
	}
	if spread := chain.get("spreadMethod", "pad"); spread != "pad" {
		return nil, svgError(n, unsupported("expand it in the drawing program", "<%s> repeats itself", n.name))
	}
	g := &Gradient{Radial: n.name == "radialGradient", Matrix: at.matrix, Stops: stops}
	view := at.view
	if chain.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox" {
		b, ok := bounds(local)
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
	solid.Gradient = g
	return &solid, nil
}

// place reads the geometry and gives the name of an attribute that makes no
// sense.
func (g *Gradient) place(chain gradientAttrs, view rect) (bad string) {
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

// stops collects the colours of the first gradient in the chain that has any.
func (d *drawing) stops(chain gradientAttrs, opacity float64) ([]Stop, error) {
	var out []Stop
	for _, g := range chain {
		for _, c := range g.children {
			if err := d.step(c); err != nil {
				return nil, err
			}
			if c.name != "stop" {
				continue
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
			out = append(out, Stop{Offset: at, R: color.r, G: color.g, B: color.b, A: color.a * s.stopOpacity * opacity})
		}
		if out != nil {
			break
		}
	}
	return out, nil
}

// average gives the mean colour along a gradient.
func average(stops []Stop) Paint {
	var r, g, b, a float64
	add := func(s Stop, share float64) {
		r += share * float64(s.R)
		g += share * float64(s.G)
		b += share * float64(s.B)
		a += share * s.A
	}
	first, last := stops[0], stops[len(stops)-1]
	add(first, first.Offset)
	add(last, 1-last.Offset)
	for i := 1; i < len(stops); i++ {
		half := (stops[i].Offset - stops[i-1].Offset) / 2
		add(stops[i-1], half)
		add(stops[i], half)
	}
	return Paint{R: channel(r), G: channel(g), B: channel(b), A: a}
}

// at gives the colour at parameter t, channels from 0 to 1, not premultiplied.
func (g *Gradient) at(t float64) [4]float64 {
	s := g.Stops
	if t <= s[0].Offset {
		return s[0].rgba()
	}
	for i := 1; i < len(s); i++ {
		if t > s[i].Offset {
			continue
		}
		a, b := s[i-1].rgba(), s[i].rgba()
		k := 1.0
		if d := s[i].Offset - s[i-1].Offset; d > 0 {
			k = (t - s[i-1].Offset) / d
		}
		for c := range a {
			a[c] += k * (b[c] - a[c])
		}
		return a
	}
	return s[len(s)-1].rgba()
}

func (s Stop) rgba() [4]float64 {
	return [4]float64{float64(s.R) / 255, float64(s.G) / 255, float64(s.B) / 255, s.A}
}

// parameter gives t for a point in the gradient's own coordinates; ok is false
// where a radial gradient paints nothing.
func (g *Gradient) parameter(p Point) (t float64, ok bool) {
	dx, dy := g.To.X-g.From.X, g.To.Y-g.From.Y
	px, py := p.X-g.From.X, p.Y-g.From.Y
	if !g.Radial {
		return (px*dx + py*dy) / (dx*dx + dy*dy), true
	}
	// The largest t whose circle, of centre From + t·d and radius FromR + t·dr,
	// passes through p.
	dr := g.ToR - g.FromR
	a := dx*dx + dy*dy - dr*dr
	b := px*dx + py*dy + g.FromR*dr
	c := px*px + py*py - g.FromR*g.FromR
	if a == 0 {
		if b == 0 {
			return 0, false
		}
		return c / (2 * b), true
	}
	disc := b*b - a*c
	if disc < 0 {
		return 0, false
	}
	root := math.Sqrt(disc)
	t = math.Max((b+root)/a, (b-root)/a)
	return t, g.FromR+t*dr >= 0
}
