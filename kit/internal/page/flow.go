package page

import (
	"cmp"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// sheet is one page, filled.
type sheet struct {
	part  *doc.Part
	first bool
	bands []band
	// margin is what stands in a sidebar that is on every page, from the head of
	// the text area.
	margin []placed
	foot   *placed
	cover  []placed // of a cover: its ground, and its words from the head of the sheet
}

// band is a row of a sheet: the text in its frame, and what stands beside it.
type band struct {
	top, height doc.Pt // from the head of the text area
	frame       frame
	columns     int // of running text in the frame
	main        []placed
	title       *box     // in the columns before the frame
	side        []placed // in the columns after it
}

// placed is a box at a distance from the top of its band.
type placed struct {
	y doc.Pt
	box
	item *item

	dx       doc.Pt // from the start of the frame, in columns of running text
	column   int
	repeated bool // for the eye alone, over what goes on in another column
}

// Distances in the flow, in modules.
const (
	panelGap  = 16.0 // between panels
	footSpace = 14.0 // over the part at the foot of the last page
)

// footFromEdge is the distance of the end matter from the foot of the sheet.
var footFromEdge = doc.MM(25)

// leaf is where a sheet begins: at an item, with panels that wait for room.
type leaf struct {
	start int
	queue []*panel
}

// flow deals items out to sheets, and sets the foot on the last. End matter does
// not stand alone on a page: the spaces of the page before give way to it, or else
// some of the text goes on with it.
func (b *builder) flow(items []*item, foot *item) []*sheet {
	var sheets []*sheet
	if b.cover != nil {
		sheets = append(sheets, b.coverSheet())
	}
	sheets, leaves := b.deal(sheets, items, leaf{})
	if b.ctx.Err() != nil {
		return sheets
	}
	if foot == nil {
		if n := len(leaves) - 1; n > 0 && b.endsAlone(items, leaves[n].start) {
			fits := func(*sheet) bool { return true }
			if s := b.tightened(items, leaves[n-1], sheets[len(sheets)-2].first, fits); s != nil {
				return append(sheets[:len(sheets)-2], s)
			}
			if k := b.company(sheets[len(sheets)-2], items[:leaves[n].start], leaves[n-1].start); k > 0 {
				sheets, _ = b.deal(sheets[:len(sheets)-2], startPage(items, k), leaves[n-1])
			}
		}
		return sheets
	}
	top := b.doc.Page.Height - footFromEdge - foot.height
	fits := func(s *sheet) bool {
		if foot.stacked != nil && len(s.margin) > 0 && b.textTop(s.first)+s.marginBottom()+b.modules(panelGap) > top {
			return false
		}
		return s.cover == nil && b.textTop(s.first)+s.bottom()+b.modules(footSpace) <= top
	}
	s := sheets[len(sheets)-1]
	if below := foot.stacked; below != nil && !foot.newPage && !fits(s) {
		if at := b.doc.Page.Height - footFromEdge - below.height; b.textTop(s.first)+s.bottom()+b.modules(footSpace) <= at {
			s.foot = &placed{y: at, box: *below, item: foot}
			return sheets
		}
	}
	if !foot.newPage && !fits(s) && len(leaves) > 0 {
		last := leaves[len(leaves)-1]
		if t := b.tightened(items, last, s.first, fits); t != nil {
			sheets[len(sheets)-1] = t
		} else if k := b.company(s, items, last.start); k > 0 {
			sheets, _ = b.deal(sheets[:len(sheets)-1], startPage(items, k), last)
		}
	}
	if foot.newPage && len(sheets) > 1 || !fits(sheets[len(sheets)-1]) {
		sheets = append(sheets, &sheet{part: foot.part})
	}
	sheets[len(sheets)-1].foot = &placed{y: top, box: foot.box, item: foot}
	return sheets
}

// startPage has item k begin a page.
func startPage(items []*item, k int) []*item {
	moved := *items[k]
	moved.newPage = true
	items[k] = &moved
	return items
}

// endsAlone says that the last sheet, which begins with an item, has nothing but end
// matter that could stand on the one before.
func (b *builder) endsAlone(items []*item, start int) bool {
	return start < len(items) && items[start].part.Role == doc.RoleEnd && !items[start].newPage
}

// tightened is the sheet that begins at a leaf with all items that are left, in
// smaller spaces, if it is fit then; nil if it is not.
func (b *builder) tightened(items []*item, from leaf, first bool, fits func(*sheet) bool) *sheet {
	left := items[from.start:]
	if slices.ContainsFunc(left, func(it *item) bool { return it.placed }) {
		return nil
	}
	defer func(n int) { b.problems = b.problems[:n] }(len(b.problems)) // they were reported before
	for _, t := range tightenings() {
		p := &plan{b: b, queue: from.queue, first: first, items: left, tight: t}
		if p.fill(); p.end < len(left) {
			continue
		}
		p.next = p.end
		if c := p.place(); len(c.queue) == 0 && fits(c.sheet) {
			return c.sheet
		}
	}
	return nil
}

// deal fills one sheet after the other, and gives where each of them begins.
// It looks at no more than a few pages of items at a time, and changes their
// order only there, so that the time it takes grows with the number of pages.
func (b *builder) deal(sheets []*sheet, items []*item, from leaf) ([]*sheet, []leaf) {
	var leaves []leaf
	for from.start < len(items) || len(sheets) == 0 || len(from.queue) > 0 && b.alongside() {
		leaves = append(leaves, from)
		window := items[from.start:b.window(items, from.start)]
		p := b.plan(window, from.queue, len(sheets) == 0)
		copy(window, p.items)
		c := p.place()
		if len(window) == 0 && len(sheets) > 0 { // nothing but what the sidebar still holds
			c.sheet.part = sheets[len(sheets)-1].part
		}
		sheets = append(sheets, c.sheet)
		from = leaf{from.start + p.next, c.queue}
		if b.ctx.Err() != nil {
			break
		}
	}
	return sheets, leaves
}

// How much of a sheet may go on to the next, so that the foot, or the last lines of a
// part, do not stand alone there: a share of its height at most, and in lines so many
// of a paragraph at least, and no more of whole ones if one can be parted.
const (
	mostCompany  = 0.5
	partCompany  = 4
	wholeCompany = 10
)

// company gives the item from which on the last sheet is parted, so that the foot
// does not stand alone on the next one: the last section, if it is short, or else
// the last block of more than a line or two, or the last lines of a longer one. It
// is 0 if there is none.
func (b *builder) company(s *sheet, items []*item, start int) int {
	if slices.ContainsFunc(items[start:], func(it *item) bool { return it.placed }) {
		return 0 // a figure that has overtaken words must not leave them behind
	}
	most, line := mostCompany*b.room(s.first), b.doc.Page.Baseline
	block, lines := 0, 0
	var h doc.Pt
	for k := len(items) - 1; k > start && h <= most; k-- {
		if h += items[k].share(); h > most || items[k].newPage {
			break
		}
		if items[k-1].glue || h < linesBefore*line {
			continue
		}
		if items[k].opens {
			return k
		}
		if items[k].line && lines == 0 && h >= partCompany*line-slack {
			lines = k
		}
		if block == 0 && items[k-1].ends && !items[k].quote && !items[k].flush && !items[k].figure && items[k].panel == nil && (h <= wholeCompany*line || lines == 0) {
			block = k
		}
	}
	return cmp.Or(block, lines)
}

// windowPages is how many pages of items are looked at to fill one.
const windowPages = 3

// window gives the end of the items that are looked at to fill a sheet.
func (b *builder) window(items []*item, start int) int {
	var h doc.Pt
	for i := start; i < len(items); i++ {
		if items[i].newPage && i > start && !(i == start+1 && items[start].flush) {
			return i
		}
		if h += items[i].share(); h > windowPages*b.doc.Page.Height {
			return i + 1
		}
	}
	return len(items)
}

// textTop is the distance of the text area from the head of the sheet.
func (b *builder) textTop(first bool) doc.Pt {
	head := b.doc.Head(first)
	return b.doc.Page.Top + head.Height + head.After
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
