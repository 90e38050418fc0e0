package page

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// cursor fills one sheet.
type cursor struct {
	b     *builder
	sheet *sheet
	room  doc.Pt
	queue []*panel // that wait for room beside the text

	open    bool  // the last band may still grow
	pouring *pour // it has columns of running text
	y       doc.Pt
	after   doc.Pt
	snap    bool    // see item
	side    doc.Pt  // where the column beside the text is filled to; 0 if it is empty
	sides   bool    // a panel stands on this sheet
	begun   bool    // something other than a figure stands on this sheet
	titles  []*item // of sections and tables that this sheet goes on with
	margin  doc.Pt  // where a sidebar that is on every page is filled to
	final   bool    // not a trial: what is wrong is reported
	tight   float64 // share of larger spaces that is left; 0: all
}

// newCursor starts a sheet; the first of a document has a higher masthead.
func (b *builder) newCursor(queue []*panel, first bool) *cursor {
	c := &cursor{b: b, room: b.room(first), sheet: &sheet{first: first}, queue: queue}
	if b.alongside() {
		c.dockMargin()
	}
	return c
}

func (c *cursor) band() *band { return &c.sheet.bands[len(c.sheet.bands)-1] }

// next places an item if it fits. What begins a sheet in the middle of a section
// or table has its title over it.
func (c *cursor) next(it *item) bool {
	if !c.begun {
		for _, t := range it.reopen {
			title := *t
			title.frame, title.columns = it.frame, it.columns
			if !slices.Contains(c.titles, t) && c.put(&title) {
				c.titles = append(c.titles, t)
			}
		}
	}
	if !c.add(it) {
		return false
	}
	if it.height > 0 && !it.placed && !it.figure {
		c.begun = true
	}
	return true
}

// add places an item if it fits.
func (c *cursor) add(it *item) bool {
	switch {
	case it.flush:
		return c.flush(it)
	case it.panel != nil:
		if it.words != nil && c.quoteBeside(it) {
			return true
		}
		c.queue = append(slices.Clip(c.queue), it.panel)
		if c.b.alongside() {
			c.dockMargin()
			return true
		}
		if c.open && c.band().frame == it.frame {
			c.dock()
		}
		return true
	case it.wide != nil && !c.sides && len(c.queue) == 0:
		wide := *it.wide
		wide.part, wide.section, wide.glue = it.part, it.section, it.glue
		if c.put(&wide) {
			return true
		}
	}
	return c.put(it)
}

// put places an item in a band of its frame, if it fits.
func (c *cursor) put(it *item) bool {
	fresh := c.fresh(it)
	if !fresh && c.pouring != nil {
		if !c.pouring.add(it) {
			return false
		}
		c.y = c.pouring.filled()
		return true
	}
	if fresh {
		c.level()
	}
	y := c.y
	if fresh && c.open {
		y = max(y, c.side)
	}
	if it.stacked != nil && c.margin > 0 {
		y = max(y, c.margin+c.b.modules(panelGap))
	}
	top := c.top(it, y)
	need := it.height
	if it.title != nil {
		need = max(need, it.title.height)
	}
	if top+need > c.room+slack {
		return false
	}
	c.set(it, fresh, top)
	return true
}

// fresh says that an item begins a band.
func (c *cursor) fresh(it *item) bool {
	return !c.open || c.band().frame != it.frame || c.band().columns != it.columns || it.title != nil
}

// top is where an item begins that follows what ends at y.
func (c *cursor) top(it *item, y doc.Pt) doc.Pt {
	gap := max(c.after, it.before)
	if it.tight {
		gap = it.before
	}
	if len(c.sheet.bands) == 0 && !c.sheet.first { // under the first masthead the margin counts
		return y
	}
	if least := c.b.modules(leastSpace); c.tight > 0 && gap > least {
		gap = max(c.tight*gap, least)
	}
	if c.b.doc.Page.Grid {
		return c.onGrid(it, y+gap)
	}
	if half := 4 * c.b.m; c.snap && gap > 0 && c.tight == 0 {
		return up(y+gap, half)
	}
	return y + gap
}

// leastSpace is the space that is not made smaller, in modules: that between
// paragraphs.
const leastSpace = 4

// up is the next multiple of a step at y or below it.
func up(y, step doc.Pt) doc.Pt { return math.Ceil((y-slack)/step) * step }

// set places an item at y.
func (c *cursor) set(it *item, fresh bool, y doc.Pt) {
	if fresh {
		c.close()
		c.sheet.bands = append(c.sheet.bands, band{top: y, frame: it.frame, columns: it.columns, title: it.title})
		c.open, c.side = true, 0
		if it.title != nil {
			c.side = y + it.title.height
		}
		c.y = y
		if it.columns > 1 {
			c.pouring = c.newPour(it, y)
		}
		c.dock()
	}
	if c.pouring != nil {
		c.pouring.run = append(c.pouring.run, it)
		c.pouring.put(it, y, false)
		c.y = c.pouring.filled()
		return
	}
	bd := c.band()
	bd.main = append(bd.main, placed{y: y - bd.top, box: it.box, item: it})
	if it.stacked != nil {
		c.margin = y + it.height
	}
	c.y, c.after, c.snap = y+it.height, it.after, it.snap
}

// force places an item that does not fit, so that nothing is lost.
func (c *cursor) force(it *item) {
	if it.panel == nil {
		y := c.y + it.before
		if c.pouring != nil && !c.fresh(it) {
			y = c.pouring.y
		}
		c.set(it, c.fresh(it), y)
	}
}

// foot places figures at the foot of the column, one under another.
func (c *cursor) foot(figures []*item, room doc.Pt) {
	y := c.room
	for _, it := range figures {
		y += it.before
		c.set(it, c.fresh(it), y)
		y += it.height
	}
	c.room = room
}

// dock sets waiting panels beside the open band, as far as there is room.
func (c *cursor) dock() {
	bd := c.band()
	if c.b.side(bd.frame).Span == 0 || c.b.alongside() {
		return
	}
	for len(c.queue) > 0 {
		top := max(c.y, bd.top)
		if c.pouring != nil {
			top = bd.top
		}
		if len(bd.main) > 0 && c.side == 0 {
			top += c.after
		}
		if c.side > 0 {
			top = max(top, c.side+c.b.modules(panelGap))
		}
		least := 0
		if c.side == 0 { // better some of it here than all of it on the next page
			least = c.queue[0].least()
		}
		bx, rest, ok := c.queue[0].fit(c.room-top, least)
		if !ok {
			return
		}
		bd.side = append(bd.side, placed{y: top - bd.top, box: bx})
		c.side, c.sides = top+bx.height, true
		c.queue = c.queue[1:]
		if rest != nil {
			c.queue = append([]*panel{rest}, c.queue...)
			return
		}
	}
}

// flush sets the panels that found no room beside the text of their part after
// it, as far as there is room. It is true if none is left.
func (c *cursor) flush(it *item) bool {
	if len(c.queue) > 0 {
		c.level()
	}
	for len(c.queue) > 0 {
		p := c.queue[0]
		piece := *it
		piece.before = c.b.modules(panelGap)
		y := c.y
		if c.open {
			y = max(y, c.side)
		}
		empty := len(c.sheet.bands) == 0
		room := c.room - c.top(&piece, y)
		if band := p.band; band != nil && band.height <= room+slack {
			piece.box = *band
			c.set(&piece, c.fresh(&piece), c.top(&piece, y))
			c.queue = c.queue[1:]
			continue
		}
		if p.band != nil && !empty {
			return false
		}
		bx, rest, ok := p.fit(room, 0)
		if !ok && empty {
			bx, rest, ok = p.fit(room, 1)
		}
		switch {
		case !ok && !empty:
			return false
		case !ok: // a row that is higher than a page
			one := *p
			one.groups = p.groups[:1]
			bx, _, _ = one.fit(math.Inf(1), 0)
			if c.final {
				c.b.tooHigh(&item{box: bx, origin: it.origin}, c.room)
			}
			rest = p.from(p.groups[1:])
		}
		// It keeps to its columns, though no text stands beside it any more.
		piece.box = padded(c.b.doc.Page.ColumnX(c.b.side(it.beside).Offset), bx)
		c.set(&piece, c.fresh(&piece), c.top(&piece, y))
		c.queue = c.queue[1:]
		if rest != nil {
			c.queue = append([]*panel{rest}, c.queue...)
			if !ok {
				return false
			}
		}
	}
	return true
}

// close ends the open band: it is as high as the highest of its columns.
func (c *cursor) close() {
	if !c.open {
		return
	}
	c.level()
	bd := c.band()
	c.y = max(c.y, c.side)
	bd.height = c.y - bd.top
	c.open = false
}
