package picture

// Vector is an SVG as plain paths, in painting order. Coordinates are user
// units of the viewBox, moved so that it spans from 0, 0 at the top left to
// Width, Height at the bottom right. Shapes may reach beyond; clip to that
// rectangle.
type Vector struct {
	Width, Height float64
	Shapes        []Shape
}

// Shape is one path with everything needed to paint it: fill first, then
// stroke. Transforms, styles, references and opacity are already applied.
type Shape struct {
	Path    []Segment
	Fill    *Paint // nil: not filled
	EvenOdd bool   // fill rule; false means non-zero winding
	Stroke  *Paint // nil: not stroked

	StrokeWidth float64
	Cap         Cap
	Join        Join
	Miter       float64   // limit of a mitred join, at least 1
	Dash        []float64 // lengths of strokes and gaps in turn; nil: solid
	DashOffset  float64

	Clip []Clip // the shape shows where all of these overlap

	Group *Group // drawn instead of a path; only Clip counts beside it
}

// Group is shapes that are painted together before they are laid over the picture,
// as a transparency group of PDF (ISO 32000-2, 11.4.7), isolated.
type Group struct {
	Shapes []Shape
	Alpha  float64 // of all of it, 0 to 1
	Mask   []Shape // in greys, whose luminance is the opacity at each place; nil: none
	Blend  Blend
}

// Clip is a region that a shape is cut to.
type Clip struct {
	Path    []Segment
	EvenOdd bool
}

// Cap is the end of a stroke, numbered as the J operator of PDF
// (ISO 32000-2, 8.4.3.3).
type Cap uint8

// The three caps.
const (
	ButtCap Cap = iota
	RoundCap
	SquareCap
)

// Join is the corner of a stroke, numbered as the j operator of PDF
// (ISO 32000-2, 8.4.3.4).
type Join uint8

// The three joins.
const (
	MiterJoin Join = iota
	RoundJoin
	BevelJoin
)

// Op is what a segment does, spelled as in SVG path data.
type Op byte

// The four operations. Quadratic curves and arcs have become cubics.
const (
	MoveTo  Op = 'M' // P[0]
	LineTo  Op = 'L' // P[0]
	CubicTo Op = 'C' // P[0] and P[1] control, P[2] end
	Close   Op = 'Z' // none
)

// Segment is one step of a path.
type Segment struct {
	Op Op
	P  [3]Point
}

// End is where the segment leads; a Close leads back to its MoveTo and gives
// the zero point.
func (s Segment) End() Point {
	if s.Op == CubicTo {
		return s.P[2]
	}
	return s.P[0]
}

// Point is a position; y grows downward.
type Point struct{ X, Y float64 }

// Paint is a colour in sRGB with alpha from 0 to 1. Where Gradient is set, the
// colour is its average, for back ends that paint plain colours only. Where Pattern
// is, the colour says nothing.
type Paint struct {
	R, G, B  uint8
	A        float64
	Gradient *Gradient
	Pattern  *Pattern
}

// Pattern is a rectangle that is laid side by side over the plane: a coloured tiling
// pattern of PDF (ISO 32000-2, 8.7.3).
type Pattern struct {
	Width, Height float64 // of the rectangle, whose top left corner is at 0, 0
	Shapes        []Shape // in its coordinates; cut to it
	Matrix        Matrix  // from there to the vector's coordinates
}

// Gradient is a shading that continues its first and last colour outward; one
// that repeats itself has been written out into many stops. Colour and alpha
// change evenly between stops, alpha not being multiplied in.
// It corresponds to the axial and radial shadings of PDF
// (ISO 32000-2, 8.7.4.5) with both sides extended.
type Gradient struct {
	Radial bool
	// From and To are the ends of the axis; for a radial gradient the centres of
	// the starting and the ending circle, of radius FromR and ToR.
	From, To   Point
	FromR, ToR float64
	Matrix     Matrix // from the gradient's coordinates to the vector's
	Stops      []Stop // two or more, offsets ascending
}

// Stop is one colour of a gradient.
type Stop struct {
	Offset  float64 // 0 to 1
	R, G, B uint8
	A       float64
}
