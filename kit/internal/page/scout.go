package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// scout is a canvas that draws nothing, and notes on which pages elements are drawn.
type scout struct {
	canvas.Grid
	at        []extent // of each element, without those below it
	page, met int
}

// scout shows what stands on a sheet, beside the text first. Heads and feet of pages
// are left out: that of the first page is read before all else.
func (s *sheet) scout(cv *scout) {
	show := func(ps ...placed) { together(ps).draw(cv, 0, 0) }
	show(s.cover...)
	show(s.margin...)
	for _, bd := range s.bands {
		show(bd.side...)
		if bd.title != nil {
			show(placed{box: *bd.title})
		}
		show(bd.main...)
	}
	if s.foot != nil {
		show(*s.foot)
	}
}

func (s *scout) note(e canvas.Elem) {
	if e > canvas.Root {
		s.met++
		s.at[e].add(extent{s.page, s.page, s.met})
	}
}

// Begin does nothing: the tree is known.
func (*scout) Begin(*canvas.Tree) {}

// StartPage does nothing: sheets are shown one by one.
func (*scout) StartPage(_, _ doc.Pt) {}

// Text notes the element.
func (s *scout) Text(e canvas.Elem, _, _ doc.Pt, _ typeset.Run, _ doc.Color) { s.note(e) }

// Path notes the element.
func (s *scout) Path(e canvas.Elem, _ canvas.Path) { s.note(e) }

// Picture notes the element.
func (s *scout) Picture(e canvas.Elem, _ *picture.Picture, _ canvas.Rect, _ canvas.Fit) { s.note(e) }

// Link notes the element.
func (s *scout) Link(e canvas.Elem, _ canvas.Rect, _, _ string) { s.note(e) }

// Destination does nothing.
func (*scout) Destination(string, doc.Pt, string, int) {}
