package pdf

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// A drawing is stored at this size, since forms have limits; coordinates are
// taken up to so many times of it. They are rounded to a hundredth, which is
// less than 0.01 pt on any page, and about half of what the file would take
// with every decimal.
const (
	formSize   = 1000.0
	formGrid   = 100.0
	farOutside = 1000.0
)

// vector stores a drawing as paths.
func (c *pdfCanvas) vector(name string, v *picture.Vector) (*pdfwriter.XObject, error) {
	scale := formSize / max(v.Width, v.Height)
	if farOut(v.Shapes, scale) {
		return nil, badPicture(name, "%s has a shape that reaches far outside of the picture", name).with("crop the drawing to its view and export it again")
	}
	add := c.out.AddForm
	if blended(v.Shapes) {
		add = c.out.AddGroup // within which shapes are mixed, and not with the page
	}
	w, h := max(v.Width*scale, 1/formGrid), max(v.Height*scale, 1/formGrid)
	return add(w, h, func(to *pdfwriter.Content) {
		drawing{c.out, to, w, h, scale, map[*picture.Pattern]*pdfwriter.XObject{}}.draw(v.Shapes)
	}), nil
}

// blended reports whether a shape is mixed with those under it.
func blended(shapes []picture.Shape) bool {
	return slices.ContainsFunc(shapes, func(s picture.Shape) bool { return s.Group != nil && s.Group.Blend != "" })
}

// farOut reports whether a shape, so many times larger, would reach too far.
func farOut(shapes []picture.Shape, scale float64) bool {
	for i := range shapes {
		s := &shapes[i]
		for k := range s.Path {
			for _, p := range s.Path[k].P {
				if far := max(math.Abs(p.X), math.Abs(p.Y)) * scale; !(far < formSize*farOutside) {
					return true
				}
			}
		}
		if g := s.Group; g != nil && (farOut(g.Shapes, scale) || farOut(g.Mask, scale)) {
			return true
		}
		for _, p := range []*picture.Paint{s.Fill, s.Stroke} {
			if p != nil && p.Pattern != nil && farOut(p.Pattern.Shapes, tileScale(p.Pattern, scale)) {
				return true
			}
		}
	}
	return false
}

// drawing draws shapes into a form, so many times larger.
type drawing struct {
	out           *pdfwriter.Document
	to            *pdfwriter.Content
	width, height float64 // of the form
	scale         float64
	tiles         map[*picture.Pattern]*pdfwriter.XObject
}

// draw paints the shapes of an SVG in their order.
func (d drawing) draw(shapes []picture.Shape) {
	for i := range shapes {
		s := &shapes[i]
		if len(s.Clip) > 0 {
			d.to.Save()
			for _, cl := range s.Clip {
				d.path(cl.Path)
				if cl.EvenOdd {
					d.to.ClipEvenOdd()
				} else {
					d.to.Clip()
				}
			}
		}
		if s.Group != nil {
			d.group(s.Group)
		}
		if s.Fill != nil {
			d.fill(s)
		}
		if s.Stroke != nil && s.StrokeWidth > 0 {
			d.stroke(s)
		}
		if len(s.Clip) > 0 {
			d.to.Restore()
		}
	}
}

// blendModes are those of CSS; never written to.
var blendModes = map[picture.Blend]pdfwriter.BlendMode{
	"multiply": pdfwriter.Multiply, "screen": pdfwriter.Screen, "overlay": pdfwriter.Overlay, "darken": pdfwriter.Darken,
	"lighten": pdfwriter.Lighten, "color-dodge": pdfwriter.ColorDodge, "color-burn": pdfwriter.ColorBurn,
	"hard-light": pdfwriter.HardLight, "soft-light": pdfwriter.SoftLight, "difference": pdfwriter.Difference, "exclusion": pdfwriter.Exclusion,
}

// group draws shapes together, as a form of their own.
func (d drawing) group(g *picture.Group) {
	form := func(shapes []picture.Shape) *pdfwriter.XObject {
		return d.out.AddGroup(d.width, d.height, func(to *pdfwriter.Content) {
			inner := d
			inner.to = to
			inner.draw(shapes)
		})
	}
	d.to.Save()
	if g.Mask != nil {
		d.to.SetMask(form(g.Mask))
	}
	if g.Blend != "" {
		d.to.SetBlend(blendModes[g.Blend])
	}
	d.to.SetAlpha(g.Alpha)
	d.to.Draw(form(g.Shapes), pdfwriter.Rect{W: d.width, H: d.height})
	d.to.Restore()
}

// tileScale is how many times larger the tile of a pattern is drawn, so that its
// grid is as fine as that of the rest.
func tileScale(p *picture.Pattern, scale float64) float64 {
	m := p.Matrix
	k := scale * math.Sqrt(math.Abs(m[0]*m[3]-m[1]*m[2]))
	return min(k, 10*formSize/max(p.Width, p.Height))
}

// tile gives the form of a pattern and the matrix that places it.
func (d drawing) tile(p *picture.Pattern) (*pdfwriter.XObject, pdfwriter.Matrix) {
	k := tileScale(p, d.scale)
	x := d.tiles[p]
	if x == nil {
		w, h := max(p.Width*k, 1/formGrid), max(p.Height*k, 1/formGrid)
		x = d.out.AddForm(w, h, func(to *pdfwriter.Content) {
			shapes := p.Shapes
			if blended(shapes) {
				shapes = []picture.Shape{{Group: &picture.Group{Shapes: shapes, Alpha: 1}}}
			}
			drawing{d.out, to, w, h, k, d.tiles}.draw(shapes)
		})
		d.tiles[p] = x
	}
	m, n := p.Matrix, d.scale/k
	return x, pdfwriter.Matrix{A: m[0] * n, B: m[1] * n, C: m[2] * n, D: m[3] * n, E: m[4] * d.scale, F: m[5] * d.scale}
}

func (d drawing) fill(s *picture.Shape) {
	shaded := s.Fill.Gradient != nil || s.Fill.Pattern != nil
	if shaded {
		d.to.Save()
		defer d.to.Restore()
	}
	switch {
	case s.Fill.Pattern != nil:
		if !d.to.SetFillPattern(d.tile(s.Fill.Pattern)) {
			return // too fine to be seen
		}
	case !shaded || !d.to.SetFillShading(d.shading(s.Fill.Gradient), d.box(s, 0)):
		d.to.SetFill(pdfwriter.Color{R: s.Fill.R, G: s.Fill.G, B: s.Fill.B})
		d.to.SetAlpha(s.Fill.A)
	}
	d.path(s.Path)
	if s.EvenOdd {
		d.to.FillEvenOdd()
	} else {
		d.to.Fill()
	}
}

func (d drawing) stroke(s *picture.Shape) {
	shaded := s.Stroke.Gradient != nil || s.Stroke.Pattern != nil
	if shaded {
		d.to.Save()
		defer d.to.Restore()
	}
	switch {
	case s.Stroke.Pattern != nil:
		if !d.to.SetStrokePattern(d.tile(s.Stroke.Pattern)) {
			return
		}
	case !shaded || !d.to.SetStrokeShading(d.shading(s.Stroke.Gradient), d.box(s, s.StrokeWidth/2*max(s.Miter, math.Sqrt2))):
		d.to.SetStroke(pdfwriter.Color{R: s.Stroke.R, G: s.Stroke.G, B: s.Stroke.B})
		d.to.SetAlpha(s.Stroke.A)
	}
	d.to.SetLineWidth(s.StrokeWidth * d.scale)
	d.to.SetCap(pdfwriter.LineCap(s.Cap))
	d.to.SetJoin(pdfwriter.LineJoin(s.Join))
	if s.Join == picture.MiterJoin {
		d.to.SetMiterLimit(s.Miter)
	}
	dash := make([]float64, len(s.Dash))
	for i, v := range s.Dash {
		dash[i] = v * d.scale
	}
	d.to.SetDash(s.DashOffset*d.scale, dash...)
	d.path(s.Path)
	d.to.Stroke()
}

// shading gives a gradient as the writer takes it.
func (d drawing) shading(g *picture.Gradient) pdfwriter.Shading {
	m := g.Matrix
	s := pdfwriter.Shading{
		Radial: g.Radial,
		X0:     g.From.X, Y0: g.From.Y, R0: g.FromR,
		X1: g.To.X, Y1: g.To.Y, R1: g.ToR,
		Matrix: pdfwriter.Matrix{
			A: m[0] * d.scale, B: m[1] * d.scale, C: m[2] * d.scale, D: m[3] * d.scale, E: m[4] * d.scale, F: m[5] * d.scale,
		},
	}
	for _, t := range g.Stops {
		s.Stops = append(s.Stops, pdfwriter.Stop{Offset: t.Offset, Color: pdfwriter.Color{R: t.R, G: t.G, B: t.B}, Alpha: t.A})
	}
	return s
}

// box gives a rectangle around a shape that reaches so far beyond its path.
func (d drawing) box(s *picture.Shape, beyond float64) pdfwriter.Rect {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range s.Path {
		for k := range points(s.Path[i].Op) {
			p := s.Path[i].P[k]
			x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		}
	}
	const rounding = 1 / formGrid
	out := beyond*d.scale + rounding
	x0, y0, x1, y1 = x0*d.scale-out, y0*d.scale-out, x1*d.scale+out, y1*d.scale+out
	return pdfwriter.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// points is how many of a segment's points count.
func points(op picture.Op) int {
	switch op {
	case picture.MoveTo, picture.LineTo:
		return 1
	case picture.CubicTo:
		return 3
	}
	return 0
}

// path builds a path on the grid.
func (d drawing) path(segs []picture.Segment) {
	at := func(v float64) float64 { return math.Round(v*d.scale*formGrid) / formGrid }
	for i := range segs {
		p := &segs[i].P
		switch segs[i].Op {
		case picture.MoveTo:
			d.to.MoveTo(at(p[0].X), at(p[0].Y))
		case picture.LineTo:
			d.to.LineTo(at(p[0].X), at(p[0].Y))
		case picture.CubicTo:
			d.to.CurveTo(at(p[0].X), at(p[0].Y), at(p[1].X), at(p[1].Y), at(p[2].X), at(p[2].Y))
		case picture.Close:
			d.to.Close()
		}
	}
}
