package pdfwriter

import (
	"math"
	"slices"
)

// Content is something drawn: a piece of a page or a form. It starts with a black fill and stroke, opaque, lines one
// point wide and undashed, and what is set in it has no effect outside.
//
// Paths are built with MoveTo, LineTo, CurveTo, Close, Rect, RoundRect and Circle, and end with one of Fill,
// FillEvenOdd, Stroke, FillStroke or Clip. Colours, widths and the like must be set before the path is begun.
type Content struct {
	doc    *Document
	height float64 // of the page or form: y is measured down from it
	buf    []byte
	runs   []placedRun
	uses   []*XObject
	state  graphicsState
	stack  []graphicsState
	alphas []int // distinct, in thousandths
	blends []BlendMode
	shades []*shade // distinct, in the order of use
	shaded map[*shade]bool
	set    bool   // whether the graphics state was changed outside Save and Restore
	bad    string // the first thing wrong with it
}

// placedRun is a run of glyphs and where among the operators in buf it stands. Its codes are known only when the
// whole document is, so it is written last.
type placedRun struct {
	GlyphRun
	at       int
	replaced bool   // whether readers are to take text instead of what the glyphs map to
	text     string // that replaces it
	use      *fontUse
	entries  []int32 // index in use.entries of each glyph
}

type graphicsState struct {
	fill, stroke Color
	width        float64
	alpha        int // thousandths
	dash         string
	cap, join    int
	miter        float64
	ctm          Matrix // all transformations so far, with y growing upwards

	fillShaded, strokeShaded bool // a shading stands instead of the colour
}

// maxDepth is how deep graphics states may be nested (ISO 19005-2, 6.1.13), less those the writer itself adds.
const maxDepth = 28 - 4

func (d *Document) newContent(height float64) *Content {
	return &Content{doc: d, height: height, state: graphicsState{width: 1, alpha: 1000, miter: 10, ctm: Matrix{A: 1, D: 1}}}
}

// op appends operands and an operator.
func (c *Content) op(operator string, operands ...float64) {
	for _, v := range operands {
		if !(math.Abs(v) <= maxNumber) && c.bad == "" {
			c.bad = "a number is not finite or too large"
		}
		c.buf = append(appendNum(c.buf, v), ' ')
	}
	c.buf = append(c.buf, operator...)
	c.buf = append(c.buf, '\n')
}

// touch notes that the graphics state changes at the outermost level.
func (c *Content) touch() { c.set = c.set || len(c.stack) == 0 }

// SetFill sets the colour of fills and text.
func (c *Content) SetFill(color Color) {
	if c.state.fill != color || c.state.fillShaded {
		c.touch()
		c.state.fill, c.state.fillShaded = color, false
		c.color(color, "g", "rg")
	}
}

// SetStroke sets the colour of strokes.
func (c *Content) SetStroke(color Color) {
	if c.state.stroke != color || c.state.strokeShaded {
		c.touch()
		c.state.stroke, c.state.strokeShaded = color, false
		c.color(color, "G", "RG")
	}
}

func (c *Content) color(color Color, grey, rgb string) {
	r, g, b := float64(color.R)/255, float64(color.G)/255, float64(color.B)/255
	if color.R == color.G && color.G == color.B {
		c.op(grey, r)
		return
	}
	c.op(rgb, r, g, b)
}

// SetLineWidth sets the width of strokes in points.
func (c *Content) SetLineWidth(width float64) {
	if c.state.width != width {
		c.touch()
		c.state.width = width
		c.op("w", width)
	}
}

// SetDash sets the lengths of dashes and gaps in points, in turn, and how far into them a stroke begins. Without
// lengths strokes are solid.
func (c *Content) SetDash(phase float64, lengths ...float64) {
	if len(lengths) == 0 {
		phase = 0
	}
	pattern, sum := []byte("["), 0.0
	for i, v := range lengths {
		if i > 0 {
			pattern = append(pattern, ' ')
		}
		pattern = appendNum(pattern, v)
		sum += v
		if v < 0 {
			sum = math.NaN()
		}
	}
	if len(lengths) > 0 && !(sum > 0) {
		c.bad = "dash lengths must not be negative, nor all zero"
		return
	}
	pattern = appendNum(append(pattern, "] "...), phase)
	if solid := c.state.dash == "" && len(lengths) == 0; solid || c.state.dash == string(pattern) {
		return
	}
	c.touch()
	c.state.dash = string(pattern)
	c.buf = append(append(c.buf, pattern...), " d\n"...)
}

// LineCap is the shape of the ends of strokes and dashes.
type LineCap int

// The line caps of ISO 32000-1, table 54.
const (
	CapButt LineCap = iota
	CapRound
	CapSquare
)

// SetCap sets the shape of the ends of strokes and dashes.
func (c *Content) SetCap(cap LineCap) {
	if c.state.cap != int(cap) {
		c.touch()
		c.state.cap = int(cap)
		c.op("J", float64(cap))
	}
}

// LineJoin is the shape of the corners of strokes.
type LineJoin int

// The line joins of ISO 32000-1, table 55.
const (
	JoinMiter LineJoin = iota
	JoinRound
	JoinBevel
)

// SetJoin sets the shape of the corners of strokes.
func (c *Content) SetJoin(join LineJoin) {
	if c.state.join != int(join) {
		c.touch()
		c.state.join = int(join)
		c.op("j", float64(join))
	}
}

// SetMiterLimit sets how far a mitred corner may reach, as a multiple of the line width, before it is cut off; at
// least 1, and 10 at first.
func (c *Content) SetMiterLimit(limit float64) {
	if limit = max(limit, 1); c.state.miter != limit {
		c.touch()
		c.state.miter = limit
		c.op("M", limit)
	}
}

// SetAlpha sets the opacity of fills, strokes and images, from 0 to 1.
func (c *Content) SetAlpha(alpha float64) {
	a := int(math.Round(1000 * min(max(alpha, 0), 1)))
	if c.state.alpha == a || math.IsNaN(alpha) {
		return
	}
	c.touch()
	c.state.alpha = a
	if !slices.Contains(c.alphas, a) {
		c.alphas = append(c.alphas, a)
	}
	c.buf = append(appendInt(append(c.buf, "/A"...), a), " gs\n"...)
}

// Save keeps the graphics state for Restore.
func (c *Content) Save() {
	if len(c.stack) == maxDepth {
		c.bad = "Save is nested too deep"
		return
	}
	c.stack = append(c.stack, c.state)
	c.op("q")
}

// Restore brings back the graphics state kept by the last Save.
func (c *Content) Restore() {
	if len(c.stack) == 0 {
		c.bad = "Restore without Save"
		return
	}
	c.state = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	c.op("Q")
}

// Transform applies m to all that is drawn after it.
func (c *Content) Transform(m Matrix) {
	c.touch()
	m = m.flip(c.height)
	c.state.ctm = m.then(c.state.ctm)
	c.cm(m)
}

// cm writes a matrix of PDF's own space. Coefficients that multiply need more digits than lengths do.
func (c *Content) cm(m Matrix) {
	for _, v := range [6]float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		if !(math.Abs(v) <= maxNumber) {
			c.bad = "a number is not finite or too large"
		}
		c.buf = append(appendNumDigits(c.buf, v, 6), ' ')
	}
	c.buf = append(c.buf, "cm\n"...)
}

// MoveTo begins a new part of the path.
func (c *Content) MoveTo(x, y float64) { c.op("m", x, c.height-y) }

// LineTo adds a straight line.
func (c *Content) LineTo(x, y float64) { c.op("l", x, c.height-y) }

// CurveTo adds a cubic Bézier curve to (x, y) with the control points (x1, y1) and (x2, y2).
func (c *Content) CurveTo(x1, y1, x2, y2, x, y float64) {
	c.op("c", x1, c.height-y1, x2, c.height-y2, x, c.height-y)
}

// Close adds a straight line to where the last MoveTo was.
func (c *Content) Close() { c.op("h") }

// Rect adds a rectangle to the path; (x, y) is its top left corner.
func (c *Content) Rect(x, y, w, h float64) { c.op("re", x, c.height-y-h, w, h) }

// kappa places the control points of a Bézier curve that stands for a quarter of a circle.
const kappa = 0.5522847498

// RoundRect adds a rectangle whose corners are quarters of a circle with radius r.
func (c *Content) RoundRect(x, y, w, h, r float64) {
	r = min(r, w/2, h/2)
	if !(r > 0) {
		c.Rect(x, y, w, h)
		return
	}
	k := r * (1 - kappa)
	c.MoveTo(x+r, y)
	c.LineTo(x+w-r, y)
	c.CurveTo(x+w-k, y, x+w, y+k, x+w, y+r)
	c.LineTo(x+w, y+h-r)
	c.CurveTo(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h)
	c.LineTo(x+r, y+h)
	c.CurveTo(x+k, y+h, x, y+h-k, x, y+h-r)
	c.LineTo(x, y+r)
	c.CurveTo(x, y+k, x+k, y, x+r, y)
	c.Close()
}

// Circle adds a circle around (x, y).
func (c *Content) Circle(x, y, r float64) {
	k := r * kappa
	c.MoveTo(x+r, y)
	c.CurveTo(x+r, y+k, x+k, y+r, x, y+r)
	c.CurveTo(x-k, y+r, x-r, y+k, x-r, y)
	c.CurveTo(x-r, y-k, x-k, y-r, x, y-r)
	c.CurveTo(x+k, y-r, x+r, y-k, x+r, y)
	c.Close()
}

// Fill fills the path by the nonzero winding rule and ends it.
func (c *Content) Fill() { c.op("f") }

// FillEvenOdd fills the path by the even-odd rule and ends it.
func (c *Content) FillEvenOdd() { c.op("f*") }

// Stroke strokes the path and ends it.
func (c *Content) Stroke() { c.op("S") }

// FillStroke fills the path by the nonzero winding rule, then strokes and ends it.
func (c *Content) FillStroke() { c.op("B") }

// Clip ends the path and keeps all that is drawn after it within, until Restore.
func (c *Content) Clip() {
	c.touch()
	c.op("W n")
}

// ClipEvenOdd is like Clip, by the even-odd rule.
func (c *Content) ClipEvenOdd() {
	c.touch()
	c.op("W* n")
}

// Glyphs draws a run of glyphs in the fill colour. The run is kept until the document is written: its slice of glyphs
// must not change.
func (c *Content) Glyphs(run GlyphRun) {
	switch {
	case run.Font == nil:
		c.bad = "a run of glyphs has no font"
	case !(run.Size > 0 && run.Size <= maxPageSize):
		c.bad = "a run of glyphs has no size"
	case !(math.Abs(run.X) <= maxNumber && math.Abs(run.Y) <= maxNumber):
		c.bad = "a number is not finite or too large"
	default:
		c.splitRun(run)
	}
}

// Draw shows an image or a form so that it fills r.
func (c *Content) Draw(x *XObject, r Rect) {
	if x == nil || x.doc != c.doc {
		c.bad = "an image or form is not of this document"
		return
	}
	if !slices.Contains(c.uses, x) {
		c.uses = append(c.uses, x)
	}
	c.op("q")
	c.cm(Matrix{A: r.W / x.width, D: r.H / x.height, E: r.X, F: c.height - r.Y - r.H})
	c.buf = append(appendInt(append(c.buf, "/X"...), x.index), " Do\nQ\n"...)
}
