package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Lines at words are thin, that below them a little off the letters; in points.
const (
	lineBelow  doc.Pt = 1.6
	linePen    doc.Pt = 0.4
	lineApart  doc.Pt = 1.2 // two of them
	dotStep    doc.Pt = 1.4
	dashLength doc.Pt = 2.4
	dashStep   doc.Pt = 3.8
)

// Heights of the other lines over the baseline, and what the ground of words
// covers around it and beside them; in em.
const (
	lineThrough  = 0.28
	lineOver     = 0.86
	groundAbove  = 0.86
	groundBelow  = 0.26
	groundBeside = 0.12
)

// decorate draws lines at words that stand on a baseline.
func decorate(cv canvas.Canvas, d doc.Decoration, x, base, width, size doc.Pt, ink doc.Color) {
	if d.Underline {
		decorationLine(cv, d.Line, x, base+lineBelow, lineApart, width, ink)
	}
	if d.LineThrough {
		decorationLine(cv, d.Line, x, base-lineThrough*size, lineApart, width, ink)
	}
	if d.Overline {
		decorationLine(cv, d.Line, x, base-lineOver*size, -lineApart, width, ink)
	}
}

// decorationLine draws a line in one of CSS's styles; a second one stands apart from
// it. Waves are drawn straight.
func decorationLine(cv canvas.Canvas, style string, x, y, apart, width doc.Pt, ink doc.Color) {
	stroke := func(x, y, w doc.Pt) { cv.Path(canvas.Ground, canvas.Filled(x, y, w, linePen, ink)) }
	pieces := func(length, step doc.Pt) {
		for at := doc.Pt(0); at < width; at += step {
			stroke(x+at, y, min(length, width-at))
		}
	}
	switch style {
	case "dotted":
		pieces(2*linePen, dotStep)
	case "dashed":
		pieces(dashLength, dashStep)
	case "double":
		stroke(x, y, width)
		stroke(x, y+apart, width)
	default:
		stroke(x, y, width)
	}
}

// ground paints behind words, within their line from top on.
func (p *paragraph) ground(cv canvas.Canvas, c doc.Color, x, base, top, width, size doc.Pt) {
	head := max(base-groundAbove*size, top)
	foot := min(base+groundBelow*size, top+p.style.LineHeight)
	beside := groundBeside * size
	cv.Path(canvas.Ground, canvas.Filled(x-beside, head, width+2*beside, foot-head, c))
}

// grounded stands the lines of a block on a ground of its own that is as wide as
// the text, and reaches as far over and below them as beside them.
func (b *builder) grounded(items []*item, name doc.ColorName, width doc.Pt) {
	c, pad := b.ink(name), b.modules(groundPadding)
	for i, it := range items {
		var above, below doc.Pt
		if i == 0 {
			above = pad
		}
		if i == len(items)-1 {
			below = pad
		}
		draw := it.draw
		it.height += above + below
		height := it.height
		if below == 0 {
			height += seam
		}
		it.line = false
		it.draw = func(cv canvas.Canvas, x, y doc.Pt) {
			cv.Path(canvas.Ground, canvas.Filled(x, y, width, height, c))
			draw(cv, x, y+above)
		}
	}
}

const (
	groundPadding        = 3.0 // modules
	seam          doc.Pt = 0.2 // by which grounds of lines overlap, so that none shines through
)
