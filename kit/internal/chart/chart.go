// Package chart draws the small charts that stand beside a figure: a ring for a
// share of the whole, bars for a value and the one before it, a line through a
// series. They have no axes and no words, since the figure, its label and its
// notes say all of it: the chart shows how much.
//
// Start with [Ring], [Bars] and [Line]. Each gives an SVG document of plain paths
// that kit/internal/picture reads, in user units of [Unit] to the point, and the
// same bytes for the same input.
package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// Colors are those of the brand. Value must stand out from the ground that the
// chart is set on, and Other from it by 3:1 (WCAG 2.2, success criterion 1.4.11).
type Colors struct {
	Value    doc.Color // the value itself
	Other    doc.Color // the value before
	Ground   doc.Color // of the panel
	Rest     doc.Color // of a ring
	Hairline doc.Color // the line of zero
}

// Unit is how many user units of a drawing make a point.
const Unit = 10

// Sizes of the drawings in points.
var (
	RingSize   = doc.MM(14)   // across
	WideWidth  = doc.MM(46.5) // of bars and lines: the inside of a sidebar
	BarsHeight = doc.MM(8)
	LineHeight = doc.MM(11)
)

// size is a drawing's width and height in user units.
type size struct{ w, h float64 }

func sized(w, h doc.Pt) size { return size{math.Round(w * Unit), math.Round(h * Unit)} }

// svg writes a document.
type svg struct {
	size
	body strings.Builder
}

func newSVG(w, h doc.Pt) *svg { return &svg{size: sized(w, h)} }

func (s *svg) bytes() []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s">%[3]s</svg>`+"\n",
		num(s.w), num(s.h), s.body.String())
}

// rect draws a filled rectangle.
func (s *svg) rect(x, y, w, h float64, c doc.Color) {
	fmt.Fprintf(&s.body, `<rect x="%s" y="%s" width="%s" height="%s" fill="#%s"/>`, num(x), num(y), num(w), num(h), c.Hex())
}

// stroke draws a line of a width along path data, with an optional attribute.
func (s *svg) stroke(d string, width float64, c doc.Color, attr string) {
	fmt.Fprintf(&s.body, `<path d="%s" fill="none" stroke="#%s" stroke-width="%s"%s/>`, d, c.Hex(), num(width), attr)
}

// dot draws a circle, with a rim of another colour around it.
func (s *svg) dot(x, y, r float64, fill, rim doc.Color, width float64) {
	fmt.Fprintf(&s.body, `<circle cx="%s" cy="%s" r="%s" fill="#%s" stroke="#%s" stroke-width="%s"/>`,
		num(x), num(y), num(r), fill.Hex(), rim.Hex(), num(width))
}

// num writes a coordinate with two decimals at most, and never as −0.
func num(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// finite reports whether numbers can be drawn.
func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
