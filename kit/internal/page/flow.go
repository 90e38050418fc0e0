package page

import (
	"fmt"
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
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

// flow deals items out to sheets.
func (b *builder) flow(items []*item, foot *item) []*sheet {
	var sheets []*sheet
	var queue []*panel
	for start := 0; start < len(items) || len(sheets) == 0; {
		first := len(sheets) == 0
		if start < len(items) && items[start].reopen != nil {
			items = slices.Insert(slices.Clone(items), start, items[start].reopen)
		}
		end, tried := b.fill(items, start, queue, first)
		for range maxMoves {
			moved, ok := b.moveOn(items, start, end, tried, queue, first)
			if !ok {
				break
			}
			items = moved
			end, tried = b.fill(items, start, queue, first)
		}
		c := b.place(items[start:end], queue, first)
		queue = c.queue
		// Panels that found no room beside the text before it ended.
		if end == len(items) && len(queue) > 0 {
			items = append(items, b.leftOver(queue)...)
			queue = nil
		}
		sheets = append(sheets, c.sheet)
		start = end
	}
	if foot != nil {
		last := sheets[len(sheets)-1]
		top := b.doc.Page.Height - footFromEdge - foot.height
		used := b.textTop(last.first) + last.bottom()
		if foot.newPage && len(sheets) > 1 || used+b.modules(footSpace) > top {
			last = &sheet{part: foot.part, first: false}
			sheets = append(sheets, last)
		}
		last.foot = &placed{y: top, box: foot.box, item: foot}
	}
	return sheets
}

// leftOver makes items in the text of panels that found no place beside it.
func (b *builder) leftOver(queue []*panel) []*item {
	var items []*item
	for _, p := range queue {
		bx, rest, ok := p.fit(b.room(false))
		if !ok { // a piece is higher than a page: place reports it
			one := *p
			one.pieces = p.pieces[:1]
			bx, _, _ = one.fit(math.Inf(1))
			if rest = nil; len(p.pieces) > 1 {
				other := *p
				other.pieces, other.head = p.pieces[1:], p.again
				rest = &other
			}
		}
		it := b.whole(bx)
		it.frame = frame{0, b.doc.Page.Columns}
		it.before = b.modules(panelGap)
		items = append(items, it)
		if rest != nil {
			items = append(items, b.leftOver([]*panel{rest})...)
		}
	}
	return items
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

// fill finds where the items of a sheet end: as many as fit, less those that
// must not be parted from the next. tried is the first that did not fit.
func (b *builder) fill(items []*item, start int, queue []*panel, first bool) (end, tried int) {
	c := b.newCursor(queue, first)
	end = start
	for end < len(items) {
		it := items[end]
		if it.newPage && end > start || !c.add(it) {
			break
		}
		end++
	}
	if b.ctx.Err() != nil {
		return len(items), len(items)
	}
	if end == len(items) || end < len(items) && items[end].newPage && end > start {
		return end, end
	}
	for k := end; k > start; k-- {
		if !items[k-1].glue {
			return k, end
		}
	}
	// Not even what must stay together fits on an empty page.
	if end == start || end == start+1 && items[start].again {
		b.tooHigh(items[end], c.room)
		return end + 1, end
	}
	return end, end
}

// linesBefore is how many lines stand over a quotation that was moved on to the
// next page, at least.
const linesBefore = 3

// maxMoves bounds how many quotations are moved on from one page.
const maxMoves = 4

// moveOn lets the text go on where a quotation does not fit any more, and sets
// the quotation after a later paragraph, on the next page: a page must not end
// in a hole. Its place in the reading order stays.
func (b *builder) moveOn(items []*item, start, end, tried int, queue []*panel, first bool) ([]*item, bool) {
	at := -1
	for k := max(end, start+1); k <= tried && k < len(items); k++ {
		if items[k].wide != nil {
			at = k
			break
		}
	}
	if at < 0 || at+1 >= len(items) || items[at+1].part != items[at].part {
		return nil, false
	}
	quote := *items[at]
	rest := append(append([]*item{}, items[:at]...), items[at+1:]...)
	before := *rest[at-1]
	before.glue = quote.loose
	rest[at-1] = &before
	filled, _ := b.fill(rest, start, queue, first)
	for p := filled + linesBefore; p < len(rest) && rest[p].part == quote.part; p++ {
		if !rest[p-1].ends || rest[p-1].heading || rest[p-1].wide != nil || rest[p].heading || rest[p].wide != nil || rest[p].newPage {
			continue
		}
		last := *rest[p-1]
		quote.loose, last.glue, quote.glue = last.glue, true, true
		moved := append(append([]*item{}, rest[:p-1]...), &last, &quote)
		return append(moved, rest[p:]...), true
	}
	return nil, false
}

// place fills a sheet with the items that fill chose.
func (b *builder) place(items []*item, queue []*panel, first bool) *cursor {
	c := b.newCursor(queue, first)
	s := c.sheet
	for _, it := range items {
		if s.part == nil {
			s.part = it.part
		}
		if !c.add(it) {
			c.force(it)
		}
	}
	c.close()
	if s.part == nil {
		s.part = &doc.Part{}
	}
	return c
}

func (b *builder) tooHigh(it *item, room doc.Pt) {
	if it.height <= room+slack {
		return
	}
	b.report(diag.Diagnostic{
		Rule: "too-high", Severity: diag.Error, Kind: diag.Invalid, Span: it.origin,
		Message: fmt.Sprintf("this is %.0f pt high in one piece, and a page has room for %.0f pt", it.height, room),
		Hint:    "shorten the text that does not fit",
	})
}

// bottom is where the sheet is filled to.
func (s *sheet) bottom() doc.Pt {
	if n := len(s.bands); n > 0 {
		return s.bands[n-1].top + s.bands[n-1].height
	}
	return 0
}

// cursor fills one sheet.
type cursor struct {
	b     *builder
	sheet *sheet
	room  doc.Pt
	queue []*panel // that wait for room beside the text

	open  bool // the last band may still grow
	y     doc.Pt
	after doc.Pt
	snap  bool   // see item
	side  doc.Pt // where the column beside the text is filled to; 0 if it is empty
	sides bool   // a panel stands on this sheet
}

// newCursor starts a sheet; the first of a document has a higher masthead.
func (b *builder) newCursor(queue []*panel, first bool) *cursor {
	return &cursor{b: b, room: b.room(first), sheet: &sheet{first: first}, queue: queue}
}

func (c *cursor) band() *band { return &c.sheet.bands[len(c.sheet.bands)-1] }

// add places an item if it fits.
func (c *cursor) add(it *item) bool {
	if it.panel != nil {
		c.queue = append(c.queue[:len(c.queue):len(c.queue)], it.panel)
		if c.open && c.band().frame == it.frame {
			c.dock()
		}
		return true
	}
	if it.wide != nil && !c.sides && len(c.queue) == 0 {
		it.wide.glue, it.wide.part = it.glue, it.part
		if c.put(it.wide) {
			return true
		}
	}
	return c.put(it)
}

// put places an item in a band of its frame, if it fits.
func (c *cursor) put(it *item) bool {
	fresh := !c.open || c.band().frame != it.frame || it.title != nil
	y := c.y
	if fresh && c.open {
		y = max(y, c.side)
	}
	gap := max(c.after, it.before)
	if it.tight {
		gap = it.before
	}
	if len(c.sheet.bands) == 0 && !c.sheet.first { // under the first masthead the margin counts
		gap = 0
	}
	if half := 4 * c.b.m; c.snap && gap > 0 {
		gap = math.Ceil((y+gap-slack)/half)*half - y
	}
	need := it.height
	if it.title != nil {
		need = max(need, it.title.height)
	}
	if y+gap+need > c.room+slack {
		return false
	}
	c.set(it, fresh, y+gap)
	return true
}

// set places an item at y.
func (c *cursor) set(it *item, fresh bool, y doc.Pt) {
	if fresh {
		c.close()
		c.sheet.bands = append(c.sheet.bands, band{top: y, frame: it.frame, title: it.title})
		c.open, c.side = true, 0
		if it.title != nil {
			c.side = y + it.title.height
		}
		c.y = y
		c.dock()
	}
	bd := c.band()
	bd.main = append(bd.main, placed{y: y - bd.top, box: it.box, item: it})
	c.y, c.after, c.snap = y+it.height, it.after, it.snap
}

// force places an item that does not fit, so that nothing is lost.
func (c *cursor) force(it *item) {
	if it.panel == nil {
		c.set(it, !c.open || c.band().frame != it.frame || it.title != nil, c.y+it.before)
	}
}

// dock sets waiting panels beside the open band, as far as there is room.
func (c *cursor) dock() {
	bd := c.band()
	if bd.frame.off != 0 || bd.frame.span >= c.b.doc.Page.Columns {
		return
	}
	for len(c.queue) > 0 {
		top := max(c.y, bd.top)
		if len(bd.main) > 0 && c.side == 0 {
			top += c.after
		}
		if c.side > 0 {
			top = max(top, c.side+c.b.modules(panelGap))
		}
		bx, rest, ok := c.queue[0].fit(c.room - top)
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

// close ends the open band: it is as high as the highest of its columns.
func (c *cursor) close() {
	if !c.open {
		return
	}
	bd := c.band()
	c.y = max(c.y, c.side)
	bd.height = c.y - bd.top
	c.open = false
}
