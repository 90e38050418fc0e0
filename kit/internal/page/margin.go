package page

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// A sidebar that the layout has on every page is a column of its own, from the
// head of the text to its foot. Panels stand in it one under another in the order
// of the document, on the page on which they are met in the text or, without room
// there, on a later one. A panel that has room goes before one that has none.

// alongside says that there is a sidebar on every page.
func (b *builder) alongside() bool { return b.doc.Page.Sidebar.Span > 0 }

// strip draws the ground of the sidebar, from head to foot of the sheet and to its
// edge; nothing without one.
func (b *builder) strip() box {
	from, width, ground := b.doc.Page.Strip()
	if ground == "" {
		return box{}
	}
	ink := b.ink(ground)
	return box{draw: func(cv canvas.Canvas, _, _ doc.Pt) {
		cv.Path(canvas.Ground, canvas.Filled(from, 0, width, b.doc.Page.Height, ink))
	}}
}

// dockMargin sets the waiting panels in the sidebar, as far as there is room.
func (c *cursor) dockMargin() {
	var left []*panel
	for _, p := range c.queue {
		if !c.inMargin(p, c.b.room(c.sheet.first), &left) {
			left = append(left, p)
		}
	}
	// What has no room on a whole page is set all the same, so that nothing is lost.
	if len(left) > 0 && len(c.sheet.margin) == 0 && !c.sheet.first && !c.begun {
		one := *left[0]
		rest := one.from(one.groups[1:])
		one.groups = one.groups[:1]
		left = left[1:]
		c.inMargin(&one, math.Inf(1), nil)
		if rest != nil {
			left = append([]*panel{rest}, left...)
		}
	}
	c.queue = left
}

// inMargin sets a panel in the sidebar; what is left of it is added to the rest.
func (c *cursor) inMargin(p *panel, room doc.Pt, rest *[]*panel) bool {
	top := c.margin
	if top > 0 {
		top += c.b.modules(panelGap)
	}
	bx, more, ok := p.fit(room-top, 0)
	if !ok {
		return false
	}
	c.sheet.margin = append(c.sheet.margin, placed{y: top, box: bx})
	c.margin = top + bx.height
	if more != nil {
		*rest = append(*rest, more)
	}
	return true
}

// countBelow tells quotations for the sidebar how much text follows on them.
func (b *builder) countBelow(items []*item) {
	var below doc.Pt
	for i := len(items) - 1; i >= 0; i-- {
		it := items[i]
		it.below = below
		if below += it.height + max(it.before, it.after); it.newPage {
			below = 0
		}
	}
}

// quoteBeside sets a quotation in the sidebar of the page on which it is met. If
// there is no room it waits for the next page, as long as the text goes on there;
// else it stands in the text.
func (c *cursor) quoteBeside(it *item) bool {
	var rest []*panel
	margin, filled := len(c.sheet.margin), c.margin
	if c.inMargin(it.panel, c.b.room(c.sheet.first), &rest) {
		if len(rest) == 0 {
			return true
		}
		c.sheet.margin, c.margin = c.sheet.margin[:margin], filled
	}
	if c.y+it.below > c.room {
		return false
	}
	words := *it.words
	words.part, words.section = it.part, it.section
	return c.put(&words)
}

// marginBottom is where the sidebar of a sheet is filled to.
func (s *sheet) marginBottom() doc.Pt {
	if n := len(s.margin); n > 0 {
		return s.margin[n-1].y + s.margin[n-1].height
	}
	return 0
}

// onEverySheet is what stands on a sheet besides its text, from the start of the
// text area and the top margin: the ground of the sidebar and the panels on it.
func (l *Layout) onEverySheet(s *sheet) []offset {
	page := l.doc.Page
	if _, _, ground := page.Strip(); ground == "" && !l.b.alongside() {
		return nil
	}
	parts := []offset{{box: l.b.strip()}}
	if len(s.margin) > 0 {
		parts = append(parts, offset{dx: page.ColumnX(page.Sidebar.Offset), dy: l.b.textTop(s.first) - page.Top, box: together(s.margin)})
	}
	return parts
}

// endBeside sets the end matter in line with the regions of the layout: what is
// said of the publisher in the columns of the text, and those whom to ask in the
// sidebar. Where that has no room for them they stand below, and go from page to page
// where one is not high enough.
func (b *builder) endBeside(n *doc.Columns, elem canvas.Elem, f frame) []*item {
	page := b.doc.Page
	set := func(c doc.Column, width doc.Pt) []box {
		div := b.tree.Add(elem, canvas.Node{Tag: "Div"})
		return b.boxes(b.piled(c.Blocks, div, width))
	}
	abouts := set(n.Columns[0], page.SpanWidth(f.span))
	asks := set(n.Columns[1], page.SpanWidth(page.Sidebar.Span))
	about, ask := stack(abouts...), stack(asks...)
	rule := b.border(page.SpanWidth(f.span), b.doc.Looks.EndRule)
	top := doc.Pt(0)
	if b.doc.Looks.EndRule.Width > 0 {
		top = b.modules(answerTop)
	}
	if about.height+ask.height > highest*page.Height {
		var items []*item
		for i, bx := range slices.Concat(abouts, asks) {
			switch i {
			case 0:
				bx = beside(offset{dy: top, box: bx}, offset{box: rule})
			case len(abouts):
				bx = stack(space(b.modules(endGap)), bx)
			}
			items = append(items, b.whole(bx))
		}
		if len(items) > 0 {
			items[0].places = headings(n)
			return items
		}
	}
	it := b.whole(beside(
		offset{dy: top, box: about},
		offset{dx: page.ColumnX(page.Sidebar.Offset) - page.ColumnX(f.off), dy: top, box: ask},
		offset{box: rule},
	))
	below := stack(space(top), about, space(b.modules(endGap)), ask)
	below = beside(offset{box: below}, offset{box: rule})
	it.stacked = &below
	it.places = headings(n)
	return []*item{it}
}

// endGap is the space between the end matter and the contacts below it, in modules.
const endGap = 8.0

// footBelow sets the items of the foot with what reaches into the sidebar below; nil
// if nothing does.
func (b *builder) footBelow(its []*item) *box {
	reaches := false
	var below []*item
	for _, it := range its {
		one := *it
		if it.stacked != nil {
			one.box, reaches = *it.stacked, true
		}
		below = append(below, &one)
	}
	if !reaches {
		return nil
	}
	bx := stack(b.boxes(below)...)
	return &bx
}

// isBeside says that the second of two columns stands in the sidebar.
func (b *builder) isBeside(n *doc.Columns, f frame) bool {
	return n.Role == doc.RoleEnd && b.alongside() && len(n.Columns) == 2 && b.side(f).Span > 0 &&
		n.Columns[0].Span == f.span && n.Columns[1].Span == b.doc.Page.Sidebar.Span
}
