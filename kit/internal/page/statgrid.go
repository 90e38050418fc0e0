package page

import (
	"math"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// The anatomy of statistics in a table. Vertical distances are in modules.
const (
	gridAround  = 12.0 // over and under the whole
	gridTop     = 3.0  // over the figures of a group
	gridBottom  = 4.0  // under them, over the hairline
	gridColumns = 4    // if the layout does not say
)

// statGrid sets a row for each group: its heading in the columns before the text,
// over the figures where there are none, and the figures in equal columns. A rule
// stands over all, a hairline under each; a page may end between rows.
func (b *builder) statGrid(n *doc.Aside, elem canvas.Elem, f frame) []*item {
	page := b.doc.Page
	full, from := page.TextWidth(), doc.Pt(0)
	var label doc.Pt
	if b.before(f) >= leastLabel {
		label, from = page.SpanWidth(int(f.off)), page.ColumnX(f.off)
	}
	columns := b.doc.Looks.Across
	if columns == 0 {
		columns = gridColumns
	}
	var items []*item
	if len(n.Title) > 0 {
		it := b.whole(b.text(n.Title, doc.RoleStatTitle, full, b.tree.Add(elem, canvas.Node{Tag: "H2"})))
		it.after, it.glue = b.modules(titleAfter), true
		items = append(items, it)
	}
	top := b.thickness(full)
	for _, blk := range n.Blocks {
		e := b.declare(blk, elem)
		g, ok := blk.(*doc.StatGroup)
		if !ok {
			for _, it := range b.inWidth(blk, e, full-from) {
				it.box = padded(from, it.box)
				items = append(items, it)
			}
			continue
		}
		rows := b.gridRows(g, e, gridPlace{label: label, from: from, width: full - from, columns: columns})
		rows[0].box = stack(top, space(b.modules(gridTop)), rows[0].box)
		top = box{}
		last := rows[len(rows)-1]
		last.box, last.after = stack(last.box, space(b.modules(gridBottom)), b.rule(full, fine, doc.Hairline), space(fine)), 0
		items = append(items, rows...)
	}
	return b.overAll(items, b.modules(gridAround))
}

// gridPlace is where the figures of a group stand, and its label before them.
type gridPlace struct {
	label, from, width doc.Pt
	columns            int
}

// gridRows sets the rows of a group, an item for each.
func (b *builder) gridRows(g *doc.StatGroup, elem canvas.Elem, at gridPlace) []*item {
	list := b.tree.Add(elem, canvas.Node{Tag: "L"})
	st := b.doc.Style(doc.RoleStatGroup)
	var heading *paragraph
	if len(g.Title) > 0 {
		w := at.label
		if w == 0 {
			w = at.width
		}
		heading = b.paragraph(g.Title, st, w, b.tree.Add(list, canvas.Node{Tag: "Caption"}), setOptions{})
	}
	// Columns are those of a grid of its own, with the gutters of the page.
	gutter := b.doc.Page.Gutter
	cell := (at.width+gutter)/doc.Pt(at.columns) - gutter
	var rows []*item
	deal := doc.StatRows(g.Stats, at.columns, func(s *doc.Stat) int { return int(math.Ceil((b.statWidth(s) + gutter) / (cell + gutter))) })
	for _, row := range deal {
		var cells []offset
		base := b.cellAscent(row)
		for _, s := range row {
			body := b.tree.Add(b.tree.Add(list, canvas.Node{Tag: "LI"}), canvas.Node{Tag: "LBody"})
			w := doc.Pt(s.Span)*(cell+gutter) - gutter
			cells = append(cells, offset{dx: at.from + doc.Pt(s.At)*(cell+gutter), dy: base - b.figureAscent(s.Stat), box: b.stat(s.Stat, body, w, false)})
		}
		it := b.whole(beside(cells...))
		it.after = b.modules(bandRow)
		rows = append(rows, it)
	}
	if len(rows) == 0 {
		rows = []*item{b.whole(box{})}
	}
	if heading == nil {
		return rows
	}
	if at.label == 0 {
		rows[0].box = stack(heading.box(), space(b.modules(bandFigures)), rows[0].box)
		return rows
	}
	drop := doc.Pt(0)
	if len(deal) > 0 {
		drop = max(b.cellAscent(deal[0])-heading.ascent, 0)
	}
	rows[0].box = beside(offset{dy: drop, box: heading.box()}, offset{box: rows[0].box})
	return rows
}

// cellAscent is statAscent of the cells of a row.
func (b *builder) cellAscent(row []doc.StatCell) (ascent doc.Pt) {
	for _, c := range row {
		ascent = max(ascent, b.figureAscent(c.Stat))
	}
	return ascent
}
