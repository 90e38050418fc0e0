package page

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Columns of running text, after CSS Multi-column Layout: items that stand in
// columns make a band of their own. It is filled one column after the other, and
// then made as low as it can be, so that all columns end level (column-fill:
// balance): on a page that is full that changes nothing. What spans all columns is
// a band before or after. Figures float in columns: see columnfloat.go.

// column is the width of one of several columns of running text in a frame.
func (b *builder) columnWidth(f frame, n int) doc.Pt {
	page := b.doc.Page
	return (page.SpanWidth(f.span) - doc.Pt(n-1)*page.Gutter) / doc.Pt(n)
}

// spread compiles block i of several. A heading goes over all columns with what
// it heads.
func (b *builder) spread(blks []doc.Block, i int, elem canvas.Elem, f frame) []*item {
	if _, ok := blks[i].(*doc.Heading); ok && b.columnsOf > 1 && i+1 < len(blks) && b.doc.SpansAll(blks[i+1]) {
		columns := b.columnsOf
		b.columnsOf = 1
		defer func() { b.columnsOf = columns }()
	}
	return b.block(blks[i], elem, f)
}

// inColumns compiles a block into one of the columns of a frame.
func (b *builder) inColumns(blk doc.Block, its []*item, f frame) []*item {
	q, ok := blk.(*doc.Callout)
	for _, it := range its {
		it.frame, it.columns = f, b.columnsOf
		it.quote = ok && q.Role == doc.RoleQuote && len(its) == 1
		if it.inColumn = it.float; it.float == doc.FloatBottom {
			it.float = doc.FloatTop // on the next page: the foot of the text is that of all columns
		}
	}
	return its
}

// share is the height that an item takes of a page, roughly.
func (it *item) share() doc.Pt { return it.height / doc.Pt(max(it.columns, 1)) }

// linesOver is how many lines of every column stand over what spans them all at the
// head of a page, at least, if it was moved there.
const linesOver = 4

// shares is the height that items take of a page, roughly.
func shares(items []*item) (h doc.Pt) {
	for _, it := range items {
		h += it.share()
	}
	return h
}

// ease is what may be parted over two columns that would end far apart otherwise, each
// with what comes before it.
type ease uint8

const (
	strict     ease = iota
	partWords       // a word
	partQuotes      // the text around a quotation, which begins or ends a column then
)

// pour fills columns with a run of items.
type pour struct {
	cursor // of the column that is being filled
	n      int
	width  doc.Pt // from one column to the next
	head   doc.Pt // where the columns begin
	whole  bool   // they have the whole page

	ease ease // what may be parted over two columns

	run    []*item // what they hold, in the order of the text
	column int
	start  int // the first item of the column
	placed []placed
	foot   doc.Pt // where the columns before this one end

	under   []*item // figures for the foot of the column
	waiting []*item // figures for the next one
	full    doc.Pt  // the room of a column with what stands at its foot
}

// newPour starts columns at y, in the band that was begun for them.
func (c *cursor) newPour(it *item, y doc.Pt) *pour {
	p := &pour{cursor: *c, n: it.columns, head: y, whole: len(c.sheet.bands) == 1, full: c.room}
	p.width = c.b.columnWidth(it.frame, it.columns) + c.b.doc.Page.Gutter
	p.pouring, p.y, p.after, p.snap = nil, y, 0, false
	return p
}

// add places an item in the column, or else at the head of the next one, with what
// must not be parted from it. It is false, and nothing is changed, if there is no
// room in any.
func (p *pour) add(it *item) bool {
	before := p.try()
	if !p.fill(it) {
		*p = *before
		return false
	}
	p.run = append(p.run, it)
	return true
}

// try gives a copy of the columns: what one of the two is filled with further is not
// in the other.
func (p *pour) try() *pour {
	q := *p
	q.run, q.placed = slices.Clip(p.run), slices.Clip(p.placed)
	q.under, q.waiting = slices.Clip(p.under), slices.Clip(p.waiting)
	return &q
}

// fill places an item, and changes the columns even if it cannot.
func (p *pour) fill(it *item) bool {
	switch {
	case it.isFigure() && p.float(it):
		return true
	case it.isFigure() && len(p.waiting)+len(p.under) > 0: // it would overtake them
		return false
	case p.into(it):
		return true
	}
	from := len(p.placed)
	for from > p.start && p.holds(p.placed[from-1].item) {
		from--
	}
	if from == p.start && p.whole {
		from = len(p.placed) // no column can hold it together
	}
	if from == p.start || p.column+1 == p.n {
		return false
	}
	moved := append(p.items(from), it)
	p.placed = slices.Clip(p.placed[:from])
	p.next()
	for _, m := range moved {
		if !p.fill(m) {
			return false
		}
	}
	return true
}

// into places an item in the column, if it fits.
func (p *pour) into(it *item) bool {
	y := p.head
	if len(p.placed) > p.start {
		y = p.top(it, p.y)
	}
	if p.column > 0 && p.heads() == len(p.placed) {
		for _, t := range it.reopen { // the head of a table
			if y+t.height+it.height <= p.room+slack {
				p.put(t, y, true)
				y += t.height + t.after
			}
		}
		if it.line && p.b.doc.Page.Grid {
			y = up(y, p.b.doc.Page.Baseline)
		}
	}
	if y+it.height > p.room+slack {
		return false
	}
	p.put(it, y, false)
	return true
}

// holds says that no column ends after an item.
func (p *pour) holds(it *item) bool {
	return it.glue && !(p.ease >= partWords && it.parts) && !(p.ease >= partQuotes && it.inner)
}

// items are those that stand in the columns, from one on, without what was
// repeated for the eye.
func (p *pour) items(from int) []*item {
	var items []*item
	for _, m := range p.placed[from:] {
		if !m.repeated {
			items = append(items, m.item)
		}
	}
	return items
}

// next goes on to the next column.
func (p *pour) next() {
	p.end()
	p.column, p.start = p.column+1, len(p.placed)
	p.y, p.after, p.snap = p.head, 0, false
	p.seat()
}

// end notes where the column ends.
func (p *pour) end() {
	p.base()
	if n := len(p.placed); n > p.start {
		last := p.placed[n-1]
		p.foot = max(p.foot, last.y+last.height)
	}
}

// put places an item at y; repeated says that it stands there for the eye alone.
func (p *pour) put(it *item, y doc.Pt, repeated bool) {
	p.placed = append(p.placed, placed{y: y, dx: doc.Pt(p.column) * p.width, column: p.column, box: it.box, item: it, repeated: repeated})
	p.y, p.after, p.snap = y+it.height, it.after, it.snap
}

// mostUneven is by how many lines more columns may end apart so that nothing is parted
// over two of them that should not be.
const mostUneven = 2

// balanced is the same run in columns as low as they can be.
func (p *pour) balanced() *pour {
	var best *pour
	for _, e := range []ease{strict, partWords, partQuotes} {
		if q := p.lowest(e); q != nil && (best == nil || best.uneven()-q.uneven() >= mostUneven*p.b.doc.Page.Baseline-slack) {
			best = q
		}
	}
	if best == nil {
		return p
	}
	return best
}

// lowest finds the least height of columns that hold the run; nil if they have no
// less than the room that there is.
func (p *pour) lowest(e ease) *pour {
	items := p.run
	empty := *p
	empty.column, empty.start, empty.placed, empty.foot, empty.ease = 0, 0, nil, 0, e
	empty.under, empty.waiting = nil, nil
	empty.y, empty.after, empty.snap = p.head, 0, false
	one := empty
	one.n, one.room, one.full = 1, math.Inf(1), math.Inf(1)
	for _, it := range items {
		one.fill(it)
	}
	step := p.b.doc.Page.Baseline
	for h := up((one.y-p.head)/doc.Pt(p.n), step); p.head+h < p.full; h += step {
		q := empty
		q.room, q.full, q.whole = p.head+h, p.head+h, false
		if !slices.ContainsFunc(items, func(it *item) bool { return !q.fill(it) }) {
			q.finish()
			q.room, q.full = p.full, p.full
			return &q
		}
	}
	return nil
}

// uneven is how far apart the columns end.
func (p *pour) uneven() doc.Pt {
	feet := make([]doc.Pt, p.n)
	for _, m := range p.placed {
		feet[m.column] = m.y + m.height
	}
	return slices.Max(feet) - max(slices.Min(feet), p.head)
}

// filled is how far the columns would reach if they ended level.
func (p *pour) filled() doc.Pt {
	y := p.y
	for _, it := range slices.Concat(p.under, p.waiting) {
		y += it.before + it.height
	}
	return p.head + (doc.Pt(p.column)*(p.full-p.head)+y-p.head)/doc.Pt(p.n)
}

// level ends the run of columns that is open: they become as low as they can be.
func (c *cursor) level() {
	if c.pouring == nil {
		return
	}
	p := c.pouring.balanced()
	p.finish()
	bd := c.band()
	for _, m := range p.placed {
		m.y -= bd.top
		bd.main = append(bd.main, m)
	}
	c.y, c.after, c.snap, c.pouring = p.foot, p.after, p.snap, nil
}

// evenColumns gives each column of a page that is full its last line on the last
// line of the grid, see even.
func (c *cursor) evenColumns() {
	room := c.room
	c.level()
	bd := c.band()
	for from := 0; from < len(bd.main); {
		to := from
		for to < len(bd.main) && bd.main[to].column == bd.main[from].column {
			to++
		}
		last := bd.main[to-1]
		shift := stretch(bd.main[from:to], room-bd.top-last.y-last.height, c.b.doc.Page.Baseline)
		c.y = max(c.y, bd.top+last.y+last.height+shift)
		from = to
	}
}

// spans says that an item goes over several columns of running text.
func (it *item) spans() bool { return it.part != nil && it.part.Columns > 1 && it.columns < 2 }
