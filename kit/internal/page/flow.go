package page

import (
	"github.com/presskit-go/presskit/kit/doc"
)

// sheet is one page, filled.
type sheet struct {
	part  *doc.Part
	first bool
	bands []band
	foot  *placed
}

// band is a row of a sheet: the text in its frame, and what stands beside it.
type band struct {
	top, height doc.Pt // from the head of the text area
	frame       frame
	main        []placed
	title       *box     // in the columns before the frame
	side        []placed // in the columns after it
}

// placed is a box at a distance from the top of its band.
type placed struct {
	y doc.Pt
	box
	item *item
}

// Distances in the flow, in modules.
const (
	panelGap  = 16.0 // between panels
	footSpace = 14.0 // over the part at the foot of the last page
)

// footFromEdge is the distance of the end matter from the foot of the sheet.
var footFromEdge = doc.MM(25)

// flow deals items out to sheets, one sheet after the other. It looks at no more
// than a few pages of items at a time, and changes their order only there, so
// that the time it takes grows with the number of pages.
func (b *builder) flow(items []*item, foot *item) []*sheet {
	var sheets []*sheet
	var queue []*panel // that wait for room beside the text
	for start := 0; start < len(items) || len(sheets) == 0; {
		window := items[start:b.window(items, start)]
		p := b.plan(window, queue, len(sheets) == 0)
		copy(window, p.items)
		c := p.place()
		sheets = append(sheets, c.sheet)
		queue = c.queue
		start += p.next
		if b.ctx.Err() != nil {
			return sheets
		}
	}
	if foot == nil {
		return sheets
	}
	last := sheets[len(sheets)-1]
	top := b.doc.Page.Height - footFromEdge - foot.height
	used := b.textTop(last.first) + last.bottom()
	if foot.newPage && len(sheets) > 1 || used+b.modules(footSpace) > top {
		last = &sheet{part: foot.part, first: false}
		sheets = append(sheets, last)
	}
	last.foot = &placed{y: top, box: foot.box, item: foot}
	return sheets
}

// windowPages is how many pages of items are looked at to fill one.
const windowPages = 3

// window gives the end of the items that are looked at to fill a sheet.
func (b *builder) window(items []*item, start int) int {
	var h doc.Pt
	for i := start; i < len(items); i++ {
		if items[i].newPage && i > start {
			return i
		}
		if h += items[i].height; h > windowPages*b.doc.Page.Height {
			return i + 1
		}
	}
	return len(items)
}

// textTop is the distance of the text area from the head of the sheet.
func (b *builder) textTop(first bool) doc.Pt {
	if first {
		return b.doc.Page.Top + b.modules(mastheadHeight)
	}
	return b.doc.Page.Top + b.modules(runningHeight+runningAfter)
}

// room is the height of the text area.
func (b *builder) room(first bool) doc.Pt {
	return b.doc.Page.Height - b.doc.Page.Bottom - b.textTop(first)
}

// bottom is where the sheet is filled to.
func (s *sheet) bottom() doc.Pt {
	if n := len(s.bands); n > 0 {
		return s.bands[n-1].top + s.bands[n-1].height
	}
	return 0
}
