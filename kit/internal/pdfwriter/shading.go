package pdfwriter

import (
	"fmt"
	"math"
	"slices"
)

// Shading is a colour that changes along a line or between two circles, and goes on beyond both ends with the first and
// the last colour (axial and radial shadings, ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4).
type Shading struct {
	Radial bool

	// X0, Y0 and X1, Y1 are the ends of the line; for a radial shading, the centres of the circles of radius R0 and R1,
	// of which the first lies within the second.
	X0, Y0, R0 float64
	X1, Y1, R1 float64

	Matrix Matrix // from these coordinates to those of the path to be painted
	Stops  []Stop // two or more, offsets ascending
}

// Stop is a colour at a place between the start (0) and the end (1) of a shading.
type Stop struct {
	Offset float64
	Color  Color
	Alpha  float64 // opacity, from 0 to 1
}

// shade is a pattern to paint with, or a mask of opacities: what a shading is stored as, or a form that is used so.
type shade struct {
	index   int
	mask    bool
	dict    string   // of the pattern; of the mask's group
	content string   // of the mask's group, where it is a shading
	form    *XObject // that is repeated, or whose luminosity is the mask; nil for a shading
}

// SetFillShading sets a shading as the colour of fills; SetFill ends that. What is painted must be within box. Where
// the stops differ in opacity, all painting follows them until Restore. It reports false, and sets nothing, if the
// shading has no extent or one too large to be written: a plain colour has to do then.
func (c *Content) SetFillShading(s Shading, box Rect) bool {
	if !c.setShading(s, box, "cs", "scn") {
		return false
	}
	c.state.fillShaded = true
	return true
}

// SetStrokeShading is like SetFillShading, for strokes.
func (c *Content) SetStrokeShading(s Shading, box Rect) bool {
	if !c.setShading(s, box, "CS", "SCN") {
		return false
	}
	c.state.strokeShaded = true
	return true
}

func (c *Content) setShading(s Shading, box Rect, space, set string) bool {
	coords, m, ok := s.normal()
	here := m.then(Matrix{A: 1, D: -1, F: c.height}) // y grows upward in files
	// A pattern is placed in the space of the page or form as a whole, whatever was transformed since (8.7.3.1).
	pattern := here.then(c.state.ctm)
	if !ok || !pattern.writable() || !here.writable() {
		return false
	}
	c.touch()
	c.setPattern(shade{dict: "/Type /Pattern\n/PatternType 2\n/Matrix [" + pattern.text() + "]\n/Shading " +
		s.dictionary("DeviceRGB", coords, Stop.rgb)}, space, set)
	if alpha, even := s.evenAlpha(); even {
		c.SetAlpha(alpha)
		return true
	}
	// The mask is the same shading in greys, whose luminosity counts as opacity (11.6.5.3).
	group := new(object).key("Type").name("XObject").key("Subtype").name("Form").key("Group").raw("<</S /Transparency /CS /DeviceGray>>")
	group.key("BBox").nums(box.X, c.height-box.Y-box.H, box.X+box.W, c.height-box.Y)
	group.key("Resources").raw("<</Shading <</S " + s.dictionary("DeviceGray", coords, Stop.grey) + ">>>>")
	c.setMask(shade{mask: true, dict: string(group.b), content: here.text() + " cm\n/S sh\n"})
	return true
}

func (c *Content) setMask(s shade) {
	mask := c.doc.shade(s)
	c.useShade(mask)
	c.buf = append(appendInt(append(c.buf, "/M"...), mask.index), " gs\n"...)
}

func (c *Content) setPattern(s shade, space, set string) {
	p := c.doc.shade(s)
	c.useShade(p)
	c.buf = append(append(append(c.buf, "/Pattern "...), space...), " /P"...)
	c.buf = append(append(append(appendInt(c.buf, p.index), ' '), set...), '\n')
}

// useShade takes note of a shade. Drawings may have thousands.
func (c *Content) useShade(s *shade) {
	if !c.shaded[s] {
		if c.shaded == nil {
			c.shaded = map[*shade]bool{}
		}
		c.shaded[s] = true
		c.shades = append(c.shades, s)
	}
}

// shade gives the shade like s, which is stored once.
func (d *Document) shade(s shade) *shade {
	key := "shade " + s.content + s.dict
	if s.form != nil {
		key = fmt.Sprint("form ", s.form.index, s.mask, s.dict)
	}
	if known := d.shades[key]; known != nil {
		return known
	}
	if d.shades == nil {
		d.shades = map[string]*shade{}
	}
	s.index = len(d.shades)
	d.shades[key] = &s
	return &s
}

// masked reports whether one of the shades is a mask, or a form in which something shows through.
func masked(shades []*shade) bool {
	return slices.ContainsFunc(shades, func(s *shade) bool { return s.mask || s.form != nil && s.form.seeThrough })
}

// normal gives the shading's coordinates on a line of length 1, or within a circle of radius 1, and the matrix from
// there: so few decimals do, whatever the size of the shading.
func (s *Shading) normal() (coords []float64, m Matrix, ok bool) {
	if len(s.Stops) < 2 {
		return nil, m, false
	}
	if s.Radial {
		m = Matrix{A: s.R1, D: s.R1, E: s.X1, F: s.Y1}.then(s.Matrix)
		return []float64{(s.X0 - s.X1) / s.R1, (s.Y0 - s.Y1) / s.R1, s.R0 / s.R1, 0, 0, 1}, m, s.R1 > 0
	}
	dx, dy := s.X1-s.X0, s.Y1-s.Y0
	m = Matrix{A: dx, B: dy, C: -dy, D: dx, E: s.X0, F: s.Y0}.then(s.Matrix)
	return []float64{0, 0, 1, 0}, m, dx != 0 || dy != 0
}

// shadingDigits is how many decimals the numbers of shadings have.
const shadingDigits = 6

// dictionary writes the shading with the components that of gives for each stop.
func (s *Shading) dictionary(space string, coords []float64, of func(Stop) []float64) string {
	kind := 2
	if s.Radial {
		kind = 3
	}
	o := new(object).raw("<</ShadingType ").int(kind).raw(" /ColorSpace ").name(space)
	o.raw(" /Coords [" + numbers(coords) + "] /Extend [true true] /Function ")
	return string(o.raw(s.function(of) + ">>").b)
}

// function writes how the components go from stop to stop: linearly (exponential interpolation, 7.10.3), joined by a
// stitching function (7.10.4). Where two stops share a place, the colour jumps.
func (s *Shading) function(of func(Stop) []float64) string {
	const unit = 1e6 // offsets are told apart as they are written
	var parts, bounds, encode string
	n, at := 0, 0.0
	add := func(a, b Stop, to float64) {
		if to = math.Round(to*unit) / unit; !(to > at) {
			return
		}
		if n > 0 {
			bounds += numbers([]float64{at}) + " "
		}
		parts += "<</FunctionType 2 /Domain [0 1] /N 1 /C0 [" + numbers(of(a)) + "] /C1 [" + numbers(of(b)) + "]>>\n"
		encode += "0 1 "
		n, at = n+1, to
	}
	first, last := s.Stops[0], s.Stops[len(s.Stops)-1]
	add(first, first, first.Offset)
	for i := 1; i < len(s.Stops); i++ {
		add(s.Stops[i-1], s.Stops[i], min(s.Stops[i].Offset, 1))
	}
	add(last, last, 1)
	if n == 1 {
		return parts
	}
	return "<</FunctionType 3 /Domain [0 1] /Functions [" + parts + "] /Bounds [" + bounds + "] /Encode [" + encode + "]>>"
}

func (t Stop) rgb() []float64 {
	return []float64{float64(t.Color.R) / 255, float64(t.Color.G) / 255, float64(t.Color.B) / 255}
}

func (t Stop) grey() []float64 { return []float64{min(max(t.Alpha, 0), 1)} }

// evenAlpha gives the opacity that all stops have.
func (s *Shading) evenAlpha() (alpha float64, even bool) {
	for _, t := range s.Stops {
		if t.Alpha != s.Stops[0].Alpha {
			return 0, false
		}
	}
	return s.Stops[0].Alpha, true
}

func numbers(v []float64) string {
	var b []byte
	for i, f := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumDigits(b, f, shadingDigits)
	}
	return string(b)
}

// then gives the matrix that applies m first, then n.
func (m Matrix) then(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		m.E*n.A + m.F*n.C + n.E, m.E*n.B + m.F*n.D + n.F,
	}
}

func (m Matrix) text() string { return numbers([]float64{m.A, m.B, m.C, m.D, m.E, m.F}) }

// writable reports whether m, as it is written, still spreads in two directions.
func (m Matrix) writable() bool {
	for _, v := range [6]float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		if !(math.Abs(v) <= maxNumber) {
			return false
		}
	}
	const least = 1e-4 // a hundred steps of the last decimal
	return math.Hypot(m.A, m.B) > least && math.Hypot(m.C, m.D) > least && math.Abs(m.A*m.D-m.B*m.C) > least*least
}

// writeShade writes a pattern, or the group of a mask.
func (a *assembly) writeShade(s *shade) {
	switch {
	case s.form != nil:
		a.setForm(a.shades[s], s.form, new(object).raw(s.dict))
	case s.mask:
		a.setStream(a.shades[s], new(object).raw(s.dict), []byte(s.content))
	default:
		a.set(a.shades[s], new(object).begin().raw("\n"+s.dict).end())
	}
}

// useShades takes note of the shades of c, and visits the forms among them.
func (a *assembly) useShades(c *Content, visit func(*Content)) {
	for _, s := range c.shades {
		if a.shades == nil {
			a.shades = map[*shade]ref{}
		}
		if _, seen := a.shades[s]; !seen {
			a.shades[s] = a.alloc()
			a.shadesIn = append(a.shadesIn, s)
			if s.form != nil {
				visit(s.form.form)
			}
		}
	}
}

// shadeResources writes the entries of a resource dictionary: patterns, and masks among the graphics states.
func (a *assembly) shadeResources(r *resources) (patterns, states string) {
	var p, g object
	for _, s := range r.shades {
		if !s.mask {
			p.raw(" /P").int(s.index).raw(" ").ref(a.shades[s])
		} else {
			g.raw(" /M").int(s.index).raw(" <</SMask <</S /Luminosity /G ").ref(a.shades[s]).raw(">>>>")
		}
	}
	return string(p.b), string(g.b)
}
