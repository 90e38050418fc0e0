// Package canvas is what pages are drawn on: maroto's provider, widened by
// what a tagged page needs.
//
// Start with [Canvas]. kit/internal/page builds maroto pages whose components
// draw on it; kit/pdf draws it as tagged PDF, and [Recorder] writes it down as
// text, which is how layouts are tested.
//
// Before the first page a canvas is given the [Tree] of what the pages mean.
// Whatever is drawn then belongs to an element of that tree, or to one of the
// artifacts. Lengths are points; the origin is the top left corner of the
// sheet and y grows downwards.
package canvas

import (
	"github.com/johnfercher/maroto/v2/pkg/core"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// Canvas draws pages.
type Canvas interface {
	core.Provider

	// Begin hands over the structure of the document, before the first page.
	Begin(t *Tree)
	// StartPage starts the next page.
	StartPage(width, height doc.Pt)
	// Text draws a run; x, y is the left end of its baseline. The runs of a line
	// come one after the other from left to right, whichever way they are read.
	Text(e Elem, x, y doc.Pt, r typeset.Run, c doc.Color)
	// Path draws a path.
	Path(e Elem, p Path)
	// Picture draws a picture into r.
	Picture(e Elem, p *picture.Picture, r Rect, f Fit)
	// Link makes r lead to a URI, or to a destination for "#name".
	Link(e Elem, r Rect, target, contents string)
	// Destination names a place on the page. A title makes it an entry of the
	// outline, at a level from 1.
	Destination(name string, y doc.Pt, title string, level int)
}

// Rect is a rectangle from its top left corner.
type Rect struct{ X, Y, W, H doc.Pt }

// Path is a shape to fill, to stroke, or both.
type Path struct {
	Shape  Shape
	Fill   *doc.Color
	Stroke *doc.Color
	Width  doc.Pt // of the stroke
}

// Shape is a rectangle, or the largest circle in its middle.
type Shape struct {
	Rect   Rect
	Circle bool
}

// Fit says how a picture fills its rectangle.
type Fit struct {
	// Crop is the part of the picture that is shown, as fractions of its size:
	// x0, y0, x1, y1. The zero value shows all of it.
	Crop [4]float64
	// Round cuts the picture to the largest circle in its middle.
	Round bool
	// Holes are left out: what stands in them stands on the ground of the page,
	// whatever is painted first. They do not overlap; those without a width do not count.
	Holes [2]Rect
}

// Filled makes a filled rectangle.
func Filled(x, y, w, h doc.Pt, c doc.Color) Path {
	return Path{Shape: Shape{Rect: Rect{x, y, w, h}}, Fill: &c}
}
