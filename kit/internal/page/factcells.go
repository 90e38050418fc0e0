package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of facts side by side, in modules.
const (
	cellsAround = 12.0 // over and under them
	cellsGap    = 8.0  // between rows
)

// factCell is how many columns of the grid a fact takes.
const factCell = 3

// leastFacts is how many facts a row has room for, so that few of them are not very
// wide.
const leastFacts = 3

// factCells sets facts side by side, each under a rule: four in a row, or three if
// that fills the rows better.
func (b *builder) factCells(n *doc.Table, elem canvas.Elem, width doc.Pt) []*item {
	label, value := b.doc.Style(doc.RoleFactLabel), b.doc.Style(doc.RoleFactValue)
	gutter := b.doc.Page.Gutter
	var facts [][]doc.Cell
	for _, r := range n.Rows {
		if len(r) >= 2 {
			facts = append(facts, r)
		}
	}
	most := max(1, int((width+gutter+slack)/(b.doc.Page.SpanWidth(factCell)+gutter)))
	across := max(doc.EvenColumns(len(facts), most), min(most, leastFacts))
	each := (width+gutter)/doc.Pt(across) - gutter
	var items []*item
	for from := 0; from < len(facts); from += across {
		var cells []offset
		var lines []*item
		for i, r := range facts[from:min(from+across, len(facts))] {
			tr := b.tree.Add(elem, canvas.Node{Tag: "TR"})
			l := b.paragraph(r[0].Text, label, each, b.tree.Add(tr, canvas.Node{Tag: "TH", Scope: canvas.RowScope}), setOptions{})
			v := b.paragraph(r[1].Text, value, each, b.tree.Add(tr, canvas.Node{Tag: "TD"}), setOptions{})
			head := stack(b.rule(each, fine, doc.Ink), space(label.Before), l.box(), space(label.After))
			cells = append(cells, offset{dx: doc.Pt(i) * (each + gutter), box: stack(head, v.box())})
			opening := b.whole(head)
			opening.glue = true
			lines = append(append(lines, opening), v.items(0)...)
		}
		row := b.whole(beside(cells...))
		row.before = b.modules(cellsGap)
		if row.height > wholeRow*b.doc.Page.Height { // one under another, so that they may be parted
			items = append(items, lines...)
			continue
		}
		items = append(items, row)
	}
	if len(items) > 0 {
		items[0].before, items[len(items)-1].after = b.modules(cellsAround), b.modules(cellsAround)
	}
	return items
}

// quotePair sets quotations side by side; very high ones one under another, so that
// they may be parted.
func (b *builder) quotePair(n *doc.Columns, elem canvas.Elem, f frame) []*item {
	page := b.doc.Page
	st := b.doc.Style(doc.RoleQuote)
	var cells []offset
	var parted []*item
	high := false
	at := 0
	for _, c := range n.Columns {
		div := b.tree.Add(elem, canvas.Node{Tag: "Div"})
		width := page.SpanWidth(max(c.Span, 1))
		var its []*item
		for _, blk := range c.Blocks {
			e := b.declare(blk, div)
			q, ok := blk.(*doc.Callout)
			if !ok || q.Role != doc.RoleQuote {
				its = append(its, b.inWidth(blk, e, width)...)
				continue
			}
			set := b.quote(q, e, width, doc.RoleQuote, nil)
			if set.height() > highestQuote*page.Height {
				its = append(its, set.parted()...)
				high = true
			} else {
				its = append(its, set.whole())
			}
		}
		bx := stack(b.boxes(its)...)
		high = high || bx.height > highestQuote*page.Height
		cells = append(cells, offset{dx: page.ColumnX(float64(at)), box: bx})
		parted = append(parted, its...)
		at += c.Span
	}
	if high || len(cells) == 0 {
		return parted
	}
	it := b.whole(beside(cells...))
	it.before, it.after, it.snap = st.Before, st.After, true
	return []*item{it}
}
