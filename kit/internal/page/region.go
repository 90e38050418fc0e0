package page

import (
	"math"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// leastSide is how many columns a panel needs, and leastLabel a label before the
// text.
const (
	leastSide  = 3
	leastLabel = 2
)

// side are the columns beside a frame in which panels stand: those that the layout
// has for them, on either side, else what the frame leaves free at its end. Without
// room for a panel its Span is 0.
func (b *builder) side(f frame) doc.Region {
	page := b.doc.Page
	end := f.off + float64(f.span)
	for _, r := range []doc.Region{page.Sidebar, page.Panels} {
		if r.Span > 0 {
			if r.Over(doc.Region{Offset: f.off, Span: f.span}) {
				return doc.Region{}
			}
			return r
		}
	}
	free := int(math.Floor(float64(page.Columns) - end))
	if free < leastSide && (f.off > 0 || free < 1) {
		return doc.Region{}
	}
	return doc.Region{Offset: float64(page.Columns - free), Span: free}
}

// before is how many columns before a frame are free for labels: none where panels
// stand there.
func (b *builder) before(f frame) int {
	if side := b.side(f); side.Span > 0 && side.Offset < f.off {
		return 0
	}
	return int(f.off)
}

// border draws a rule; of two, the second is fine and as far away as the first is
// thick. It takes no height.
func (b *builder) border(width doc.Pt, rule doc.Border) box {
	if rule.Width == 0 {
		return box{}
	}
	first := b.rule(width, rule.Width, rule.Color)
	if !rule.Double {
		return first
	}
	return beside(offset{box: first}, offset{dy: 2 * rule.Width, box: b.rule(width, fine, rule.Color)})
}

// labelled sets blocks beside a label in the columns before them, their first
// baselines level; where there are no such columns the label stands over them.
func (b *builder) labelled(n *doc.Row, elem canvas.Elem, f frame) []*item {
	if b.before(f) < leastLabel {
		return append(b.blocks(n.Label, elem, f), b.blocks(n.Blocks, elem, f)...)
	}
	width := b.doc.Page.SpanWidth(int(f.off))
	label := stack(b.boxes(b.piled(n.Label, elem, width))...)
	columns := b.columnsOf
	b.columnsOf = 1
	items := b.blocks(n.Blocks, elem, f)
	b.columnsOf = columns
	if len(items) == 0 {
		items = []*item{b.whole(space(label.height))}
		items[0].frame = f
	}
	first := items[0]
	drop := b.firstAscent(n.Blocks) - b.firstAscent(n.Label)
	if drop < 0 {
		first.box = beside(offset{dy: -drop, box: first.box})
		drop = 0
	}
	label = beside(offset{dy: drop, box: label})
	first.title = &label
	if len(n.Label) > 0 { // its own space counts where it is larger than that of the text
		first.before = max(first.before, b.spaceOver(n.Label[0]))
	}
	for _, l := range n.Label {
		if h, ok := l.(*doc.Heading); ok {
			first.figure = false // it stays with its heading
			first.places = append([]place{{h.ID, h.Text.Plain(), h.Level}}, first.places...)
		}
	}
	return items
}

// spaceOver is the space over a label.
func (b *builder) spaceOver(blk doc.Block) doc.Pt {
	switch n := blk.(type) {
	case *doc.Heading:
		return b.doc.Style(n.Role).Before
	case *doc.Para:
		return b.doc.Style(n.Role).Before
	}
	return 0
}

// firstAscent is the distance from the top of the first line of blocks to its
// baseline.
func (b *builder) firstAscent(blocks []doc.Block) doc.Pt {
	for _, blk := range blocks {
		switch n := blk.(type) {
		case *doc.Heading:
			return b.ascent(b.doc.Style(n.Role))
		case *doc.Para:
			return b.ascent(b.doc.Style(n.Role))
		case *doc.Callout:
			st := b.doc.Style(n.Role)
			portrait := n.Attribution != nil && n.Attribution.Portrait != nil
			return b.quoteShape(st, 0, portrait, nil).over + b.ascent(st)
		case *doc.List:
			return b.ascent(b.doc.Style(doc.RoleListItem))
		case *doc.Columns:
			if len(n.Columns) > 0 {
				return b.firstAscent(n.Columns[0].Blocks)
			}
		case *doc.Section:
			return b.firstAscent(n.Blocks)
		default:
			return 0
		}
	}
	return 0
}
