package canvas

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// Mirror draws on another canvas from right to left: what is placed at a
// distance from the left edge comes to stand at that distance from the right.
// Letters and pictures themselves are not turned round.
type Mirror struct {
	Canvas
	width doc.Pt
}

// NewMirror mirrors pages of a width.
func NewMirror(c Canvas, width doc.Pt) *Mirror { return &Mirror{c, width} }

// Text draws a run whose end is at x in the mirrored page.
func (m *Mirror) Text(e Elem, x, y doc.Pt, r typeset.Run, c doc.Color) {
	m.Canvas.Text(e, m.width-x-r.Width, y, r, c)
}

// Path draws a mirrored shape.
func (m *Mirror) Path(e Elem, p Path) {
	p.Shape.Rect = m.flip(p.Shape.Rect)
	m.Canvas.Path(e, p)
}

// Picture draws a picture in its mirrored place.
func (m *Mirror) Picture(e Elem, p *picture.Picture, r Rect, f Fit) {
	for i, h := range f.Holes {
		if h.W > 0 {
			f.Holes[i] = m.flip(h)
		}
	}
	m.Canvas.Picture(e, p, m.flip(r), f)
}

// Link links a mirrored place.
func (m *Mirror) Link(e Elem, r Rect, target, contents string) {
	m.Canvas.Link(e, m.flip(r), target, contents)
}

func (m *Mirror) flip(r Rect) Rect {
	r.X = m.width - r.X - r.W
	return r
}
