package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// pen draws something whose top left corner is at x, y.
type pen func(cv canvas.Canvas, x, y doc.Pt)

// box is something of a known height that draws itself.
type box struct {
	height doc.Pt
	draw   pen
}

// space is an empty box.
func space(h doc.Pt) box { return box{height: h} }

// stack sets boxes one under another.
func stack(boxes ...box) box {
	var h doc.Pt
	for _, b := range boxes {
		h += b.height
	}
	return box{height: h, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		for _, b := range boxes {
			if b.draw != nil {
				b.draw(cv, x, y)
			}
			y += b.height
		}
	}}
}

// beside sets boxes side by side, their tops aligned, each at its offset.
func beside(parts ...offset) box {
	var h doc.Pt
	for _, p := range parts {
		h = max(h, p.dy+p.box.height)
	}
	return box{height: h, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		for _, p := range parts {
			if p.box.draw != nil {
				p.box.draw(cv, x+p.dx, y+p.dy)
			}
		}
	}}
}

// offset is a box moved from the corner of what holds it.
type offset struct {
	dx, dy doc.Pt
	box    box
}

// rule is a horizontal rule; it takes no height.
func (b *builder) rule(width, thickness doc.Pt, c doc.ColorName) box {
	ink := b.doc.Theme.Color(c)
	return box{draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Path(canvas.Ground, canvas.Filled(x, y, width, thickness, ink))
	}}
}

// padded gives a box a left edge.
func padded(dx doc.Pt, b box) box { return beside(offset{dx: dx, box: b}) }

// Thicknesses of rules.
const (
	fine   doc.Pt = 0.5
	strong doc.Pt = 2
	bar    doc.Pt = 2.5
)
