package page

import (
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// compile turns the document into the items of the flow, and the part that
// stands at the foot of the last page, if there is one.
func (b *builder) compile() (items []*item, foot *item) {
	cover := coverOf(b.doc)
	var over []*item // what the cover had no room for
	for i := range b.doc.Parts {
		p := &b.doc.Parts[i]
		b.part, b.columnsOf = p, p.Columns
		if p == cover {
			b.columnsOf = 1
			over = b.compileCover(p)
			continue
		}
		its := b.compilePart(p)
		if len(its) == 0 {
			continue
		}
		for _, it := range over {
			it.part = p
		}
		its, over = append(over, its...), nil
		if p.NewPage {
			its[0].newPage = true
		}
		if p.Foot && foot == nil {
			if foot = b.foot(its); foot != nil {
				continue
			}
		}
		items = append(items, its...)
	}
	return append(items, over...), foot
}

// compilePart compiles the blocks of a part. Panels come before the text that
// they stand beside, though the tree may hold them later: the elements of all
// blocks are declared first, in the order of the document.
func (b *builder) compilePart(p *doc.Part) []*item {
	f := frame{p.Offset, p.Span}
	if p.Span <= 0 || p.Span > b.doc.Page.Columns {
		f.span = b.doc.Page.Columns
	}
	elems := make([]canvas.Elem, len(p.Blocks))
	for i, blk := range p.Blocks {
		elems[i] = b.declare(blk, canvas.Root)
	}
	var panels, items []*item
	for i, blk := range p.Blocks {
		its := b.spread(p.Blocks, i, elems[i], f)
		said(blk, its)
		if n := len(its); n > 0 {
			its[n-1].ends = true
		}
		if len(its) == 1 && its[0].panel == nil && isBand(blk) && i+1 < len(p.Blocks) && !endsText(p.Blocks[i+1]) {
			its[0].band = true
		}
		if endsText(blk) {
			lastGlue(items) // nor does it begin a page
		}
		if a, ok := blk.(*doc.Aside); ok && a.Place == doc.Sidebar && b.side(f).Span > 0 {
			if a.Role == doc.RoleContents {
				panels = append(panels, its...)
				continue
			}
			if len(items) == 0 && a.Role != doc.RoleQuotes {
				panels = append(panels, its...)
				continue
			}
		}
		items = append(items, its...)
	}
	b.countBelow(items)
	for i, it := range items {
		if it.quote && !it.spans() {
			it.keepInside(items, i)
		}
	}
	if p.Role == doc.RoleEnd && !p.Foot {
		b.keepEnd(items)
	}
	if !b.alongside() && slices.ContainsFunc(slices.Concat(panels, items), func(it *item) bool { return it.panel != nil }) {
		items = append(items, &item{part: p, frame: frame{0, b.doc.Page.Columns}, origin: b.at, flush: true, beside: f})
	}
	return append(panels, items...)
}

// said notes which paragraph the items of a block are of, or repeat.
func said(blk doc.Block, its []*item) {
	var para, repeats *doc.Para
	switch n := blk.(type) {
	case *doc.Para:
		para = n
	case *doc.Callout:
		repeats = n.Repeats
	case *doc.Row:
		for _, b := range n.Blocks {
			said(b, its)
		}
		return
	default:
		return
	}
	for _, it := range its {
		it.para, it.repeats = para, repeats
	}
}

// declare declares the element of a block below parent, and says whether the block
// may come to stand on another page than the text around it.
func (b *builder) declare(blk doc.Block, parent canvas.Elem) canvas.Elem {
	e := b.element(blk, parent)
	switch n := blk.(type) {
	case *doc.Figure, *doc.Callout, *doc.Aside:
		b.moves[e] = true
	case *doc.Row:
		b.moves[e] = len(n.Blocks) == 1 && isQuote(n.Blocks[0]) // beside its speaker
	}
	return e
}

// isBand says that a block is a panel of statistics between the lines of the text.
func isBand(blk doc.Block) bool {
	a, ok := blk.(*doc.Aside)
	return ok && a.Role == doc.RoleStatistics && a.Place == doc.Band
}

// endsText says that a block is the sign at the end of the text.
func endsText(blk doc.Block) bool {
	p, ok := blk.(*doc.Para)
	return ok && p.Role == doc.RoleEndMark
}

// isNote says that a block is what is said below a gallery.
func isNote(blk, above doc.Block) bool {
	p, ok := blk.(*doc.Para)
	_, under := above.(*doc.Gallery)
	return ok && under && p.Role == doc.RoleNote
}

func isQuote(blk doc.Block) bool {
	_, ok := blk.(*doc.Callout)
	return ok
}

// element adds it to the tree.
func (b *builder) element(blk doc.Block, parent canvas.Elem) canvas.Elem {
	add := func(t canvas.Tag) canvas.Elem { return b.tree.Add(parent, canvas.Node{Tag: t}) }
	switch n := blk.(type) {
	case *doc.Heading:
		return add(headingTag(n.Level))
	case *doc.Para:
		if n.Role == doc.RoleCode {
			return b.tree.Add(add("P"), canvas.Node{Tag: "Code"})
		}
		return add("P")
	case *doc.List:
		return b.tree.Add(parent, canvas.Node{Tag: "L", Numbered: n.Ordered, Bulleted: !n.Ordered})
	case *doc.Table:
		return add("Table")
	case *doc.Figure, *doc.Card, *doc.Columns, *doc.Row:
		return add("Div")
	case *doc.Gallery, *doc.Section, *doc.StatGroup:
		return add("Sect")
	case *doc.Callout:
		if n.Pull {
			return add(canvas.Aside)
		}
		return add("BlockQuote")
	case *doc.Aside:
		return add(canvas.Aside)
	case *doc.Contents:
		return add("TOC")
	case *doc.Rule, *doc.PageBreak:
		return canvas.Ground
	default:
		panic(fmt.Sprintf("page: unknown node %T", blk))
	}
}

func isHeading(t canvas.Tag) bool { return len(t) == 2 && t[0] == 'H' }

func headingTag(level int) canvas.Tag {
	return canvas.Tag(fmt.Sprintf("H%d", min(max(level, 1), 6)))
}

// block compiles a block into items in a frame.
func (b *builder) block(blk doc.Block, elem canvas.Elem, f frame) []*item {
	if b.columnsOf > 1 && !b.doc.SpansAll(blk) {
		return b.inColumns(blk, b.inWidth(blk, elem, b.columnWidth(f, b.columnsOf)), f)
	}
	var its []*item
	w := b.doc.Page.SpanWidth(f.span)
	switch n := blk.(type) {
	case *doc.Heading:
		its = b.heading(n, elem, w)
	case *doc.Para:
		its = b.para(n, elem, w)
	case *doc.List:
		if n.Role == doc.RoleTimelineText {
			its = b.timeline(n, elem, w)
		} else {
			its = b.list(n, elem, w, 0)
		}
	case *doc.Table:
		its = b.table(n, elem, w)
	case *doc.Figure:
		its = b.figure(n, elem, w)
	case *doc.Gallery:
		its = b.gallery(n, elem, w)
	case *doc.Callout:
		its = b.callout(n, elem, f)
	case *doc.Aside:
		its = b.aside(n, elem, f)
		b.repeatTitle(n, its, f)
	case *doc.StatGroup:
		its = []*item{b.whole(b.statGroup(n, elem, w, b.doc.Page.Columns).box())}
	case *doc.Section:
		return b.section(n, elem, f)
	case *doc.Card:
		its = b.card(n, elem, w)
	case *doc.Columns:
		its = b.columns(n, elem, f)
	case *doc.Row:
		its = b.labelled(n, elem, f)
	case *doc.Contents:
		its = b.contents(n, elem, w)
	case *doc.Rule:
		its = b.thematicBreak(w)
	case *doc.PageBreak:
		its = []*item{{part: b.part, newPage: true}}
	default:
		panic(fmt.Sprintf("page: unknown node %T", blk))
	}
	for _, it := range its {
		if it.frame.span == 0 {
			it.frame = f
		}
	}
	return its
}

// blocks compiles several blocks below an element.
func (b *builder) blocks(blks []doc.Block, parent canvas.Elem, f frame) []*item {
	b.flows[parent] = true
	var items []*item
	for i, blk := range blks {
		its := b.spread(blks, i, b.declare(blk, parent), f)
		if n := len(its); n > 0 {
			its[n-1].ends = true
		}
		if i > 0 && isNote(blk, blks[i-1]) {
			lastGlue(items)
		}
		items = append(items, its...)
	}
	return items
}

// whole makes a box an item.
func (b *builder) whole(bx box) *item { return &item{box: bx, part: b.part, origin: b.at} }

// boxes are items one under another, each with the space over it.
func (b *builder) boxes(items []*item) []box {
	var boxes []box
	var after doc.Pt
	for i, it := range items {
		bx := it.box
		if i > 0 {
			bx = stack(space(max(after, it.before)), bx)
		}
		boxes = append(boxes, bx)
		after = it.after
	}
	return boxes
}

// inWidth compiles a block into a width that need not be one of the grid's.
func (b *builder) inWidth(blk doc.Block, elem canvas.Elem, width doc.Pt) []*item {
	switch n := blk.(type) {
	case *doc.Heading:
		return b.heading(n, elem, width)
	case *doc.Para:
		return b.para(n, elem, width)
	case *doc.List:
		return b.list(n, elem, width, 0)
	case *doc.Table:
		return b.table(n, elem, width)
	case *doc.Figure:
		return b.figure(n, elem, width)
	case *doc.Callout:
		if n.Attribution != nil {
			q := b.quote(n, elem, width, doc.RoleQuote, nil)
			if q.height() > highestQuote*b.doc.Page.Height {
				return q.parted()
			}
			return []*item{q.whole()}
		}
		return b.nestedQuote(n, elem, width)
	case *doc.StatGroup:
		return []*item{b.whole(b.statGroup(n, elem, width, 2).box())}
	case *doc.Rule:
		return b.thematicBreak(width)
	case *doc.PageBreak: // pages break between the blocks of a part alone
		return nil
	case *doc.Aside:
		return b.piled(n.Blocks, elem, width)
	case *doc.Section:
		return b.piled(n.Blocks, elem, width)
	case *doc.Card:
		return b.piled(n.Blocks, elem, width)
	case *doc.Row:
		return append(b.piled(n.Label, elem, width), b.piled(n.Blocks, elem, width)...)
	case *doc.Columns:
		var items []*item
		for _, c := range n.Columns {
			items = append(items, b.piled(c.Blocks, elem, width)...)
		}
		return items
	case *doc.Gallery:
		return b.gallery(n, elem, width)
	case *doc.Contents:
		return b.contents(n, elem, width)
	default:
		panic(fmt.Sprintf("page: unknown node %T", blk))
	}
}

// headings are the places inside columns.
func headings(n *doc.Columns) []place {
	var places []place
	doc.WalkBlocks([]doc.Block{n}, func(_ []doc.Block, blk doc.Block) {
		if h, ok := blk.(*doc.Heading); ok {
			places = append(places, place{h.ID, h.Text.Plain(), h.Level})
		}
	})
	return places
}

// piled compiles blocks one under another, in a place where they have no room
// to stand as they do in a part.
func (b *builder) piled(blks []doc.Block, parent canvas.Elem, width doc.Pt) []*item {
	var items []*item
	for _, blk := range blks {
		items = append(items, b.inWidth(blk, b.declare(blk, parent), width)...)
	}
	return items
}

// highestEnd is how high the end matter may be that is not parted where it goes on
// after the text, as a share of the sheet.
const highestEnd = 0.3

// keepEnd keeps short end matter on one page.
func (b *builder) keepEnd(items []*item) {
	height := doc.Pt(0)
	for _, it := range items {
		height += it.height + max(it.before, it.after)
	}
	if height > highestEnd*b.doc.Page.Height {
		return
	}
	for _, it := range items[:max(len(items)-1, 0)] {
		it.glue = true
	}
}

// foot makes the items of a part one, for the foot of the last page; nil if it
// would take more than half a page.
func (b *builder) foot(its []*item) *item {
	if slices.ContainsFunc(its, func(it *item) bool { return it.columns > 1 }) {
		return nil
	}
	bx := stack(b.boxes(its)...)
	if bx.height > b.doc.Page.Height/2 {
		return nil
	}
	it := &item{box: bx, part: its[0].part, frame: frame{0, b.doc.Page.Columns}, newPage: its[0].newPage, stacked: b.footBelow(its)}
	for _, old := range its {
		it.places = append(it.places, old.places...)
	}
	return it
}
