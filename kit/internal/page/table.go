package page

import (
	"fmt"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// Anatomy of tables. Paddings are in modules.
const (
	rowPadding   = 3.0
	firstPadding = 6.0
	cellPadding  = 2.0
)

// factLabel is the width of the label column of facts and of the dates of a
// timeline: what 8 of 12 columns leave beside a comfortable text.
var factLabel = doc.MM(24.83)

// table sets facts as label and value, other tables in even columns. A row is
// one item; hairlines part the rows.
func (b *builder) table(n *doc.Table, elem canvas.Elem, width doc.Pt) []*item {
	if n.Role == doc.RoleFactValue && n.Across {
		return b.factCells(n, elem, width)
	}
	if n.Role == doc.RoleFactValue {
		return b.facts(n, elem, width)
	}
	cols := 0
	for _, r := range n.Rows {
		cols = max(cols, len(r))
	}
	for _, r := range n.Header {
		cols = max(cols, len(r))
	}
	if cols == 0 {
		return nil
	}
	widths, ok := b.columnWidths(n, cols, width)
	if !ok {
		b.report(diag.Diagnostic{
			Rule: "too-wide", Severity: diag.Error, Kind: diag.Invalid, Span: tableOrigin(n),
			Message: fmt.Sprintf("this table has %d columns, more than can be read in a text %.0f mm wide", cols, width*25.4/72),
			Hint:    "leave columns out, or part the table",
		})
		return nil
	}
	t := &tableSetter{b: b, table: n, widths: widths, width: width}
	var items []*item
	if len(n.Caption) > 0 {
		c := b.tree.Add(elem, canvas.Node{Tag: "Caption"})
		it := b.whole(b.text(n.Caption, doc.RoleCaption, width, c))
		it.glue = true
		it.after = b.modules(2)
		items = append(items, it)
	}
	items = append(items, t.header(elem)...)
	again := t.header(canvas.Header)
	var ends []*item // of the rows
	for i, r := range n.Rows {
		row := t.row(r, elem, rowKind{first: i == 0, last: i == len(n.Rows)-1})
		for k, it := range row {
			if it.row = true; i > 0 || k > 0 {
				it.reopen = again
			}
		}
		items = append(items, row...)
		ends = append(ends, row[len(row)-1])
	}
	keepPairs(ends)
	b.keepSmall(items)
	if len(items) > 0 {
		items[0].before, items[len(items)-1].after = b.modules(6), b.modules(8)
	}
	return items
}

// keepPairs leaves neither the first row of a table or timeline nor the last alone on a
// page.
// It is given the end of each row.
func keepPairs(ends []*item) {
	if n := len(ends); n > 1 {
		ends[0].glue, ends[n-2].glue = true, true
	}
}

// keepSmall keeps a small table on one page.
func (b *builder) keepSmall(items []*item) {
	if shares(items) > b.doc.Page.SmallTable() {
		return
	}
	for _, it := range items[:max(len(items)-1, 0)] {
		it.glue = true
	}
}

// tableSetter sets the rows of a table.
type tableSetter struct {
	b      *builder
	table  *doc.Table
	widths []doc.Pt
	width  doc.Pt
}

// rowKind says where a row stands: rules depend on it.
type rowKind struct{ header, first, last bool }

// highestHeader is how high a header may be that is repeated, as a share of the
// sheet.
const highestHeader = 0.25

// header sets the header rows below elem; below an artifact, as they stand over
// the rows on later pages, unless they would fill these.
func (t *tableSetter) header(elem canvas.Elem) []*item {
	var items []*item
	var height doc.Pt
	rows := t.table.Header
	for i, r := range rows {
		for _, it := range t.row(r, elem, rowKind{header: true, first: i == 0, last: len(t.table.Rows) == 0 && i == len(rows)-1}) {
			it.glue = true
			height += it.height
			items = append(items, it)
		}
	}
	if elem < 0 && height > highestHeader*t.b.doc.Page.Height {
		return nil
	}
	return items
}

// row sets a row as one item; a very high one as an item for each line.
func (t *tableSetter) row(r []doc.Cell, elem canvas.Elem, kind rowKind) []*item {
	b := t.b
	tr := b.tree.Add(elem, canvas.Node{Tag: "TR"})
	padding := b.modules(cellPadding)
	cells := make([]*paragraph, len(t.widths))
	lines := 1
	for i := range cells {
		cells[i] = t.cell(r, i, tr, kind.header)
		lines = max(lines, len(cells[i].lines))
	}
	leading := cells[0].style.LineHeight
	color := doc.Hairline
	if kind.header || kind.first {
		color = doc.Ink
	}
	head := stack(b.rule(t.width, fine, color), space(padding))
	foot := space(padding)
	if kind.last {
		foot = stack(foot, b.rule(t.width, fine, doc.Hairline), space(fine))
	}
	if whole := t.lines(cells, 0, lines, leading); head.height+whole.height+foot.height <= wholeRow*b.doc.Page.Height {
		return []*item{b.whole(stack(head, whole, foot))}
	}
	items := make([]*item, lines)
	for k := range items {
		items[k] = b.whole(t.lines(cells, k, k+1, leading))
		items[k].glue = k == 0 || k == lines-2 // neither orphans nor widows
	}
	items[0].box, items[lines-1].box = stack(head, items[0].box), stack(items[lines-1].box, foot)
	return items
}

// cell sets cell i of a row; it is empty if the row is shorter.
func (t *tableSetter) cell(r []doc.Cell, i int, tr canvas.Elem, header bool) *paragraph {
	var c doc.Cell
	if i < len(r) {
		c = r[i]
	}
	node, role := canvas.Node{Tag: "TD"}, doc.RoleTableCell
	if header {
		node, role = canvas.Node{Tag: "TH", Scope: canvas.ColumnScope}, doc.RoleTableHead
	} else if t.table.HeaderColumn && i == 0 {
		node = canvas.Node{Tag: "TH", Scope: canvas.RowScope}
	}
	st := t.b.doc.Style(role)
	if i < len(t.table.Align) {
		st.Align = t.table.Align[i]
	}
	w := t.widths[i]
	if i < len(t.widths)-1 {
		w -= t.b.doc.Page.Gutter
	}
	return t.b.paragraph(c.Text, st, w, t.b.tree.Add(tr, node), setOptions{})
}

// lines draws the lines from up to end of all cells, side by side.
func (t *tableSetter) lines(cells []*paragraph, from, end int, leading doc.Pt) box {
	most := from
	for _, p := range cells {
		most = max(most, min(end, len(p.lines)))
	}
	return box{height: doc.Pt(most-from) * leading, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		for i, p := range cells {
			for k := from; k < min(end, len(p.lines)); k++ {
				p.line(cv, k, x, y+doc.Pt(k-from)*leading)
			}
			x += t.widths[i]
		}
	}}
}

// sure is by how much a column is wider than what it is to hold.
const sure doc.Pt = 0.01

// tableOrigin is where a table was written, as far as known.
func tableOrigin(n *doc.Table) diag.Span {
	for _, rows := range [][][]doc.Cell{n.Header, n.Rows} {
		for _, r := range rows {
			for _, c := range r {
				for _, run := range c.Text {
					if run.Origin.Source != nil {
						return run.Origin
					}
				}
			}
		}
	}
	return diag.Span{}
}

// columnWidths shares the width out: see doc.ColumnWidths.
func (b *builder) columnWidths(n *doc.Table, cols int, width doc.Pt) ([]doc.Pt, bool) {
	return doc.ColumnWidths(n, cols, width, b.doc.Page.Gutter, func(t doc.Text, role doc.Role) doc.CellWidths {
		st := b.doc.Style(role)
		natural := b.paragraph(t, st, 1e6, canvas.Ground, setOptions{nowrap: true}).natural()
		words, parts := b.least(t, st)
		return doc.CellWidths{Natural: natural + sure, Words: words + sure, Parts: parts + sure}
	})
}

// least is how narrow a column may be without parting words, and without parting
// what has no hyphenation, such as numbers.
func (b *builder) least(t doc.Text, st doc.Style) (words, parts doc.Pt) {
	return b.set.Least(b.spans(&paragraph{}, t, st, canvas.Ground), typeset.Options{
		Lang: b.doc.Lang, Bind: typeset.BindText, RightToLeft: b.doc.RTL,
	})
}

// facts sets a table whose first column names its rows.
func (b *builder) facts(n *doc.Table, elem canvas.Elem, width doc.Pt) []*item {
	label := b.doc.Style(doc.RoleFactLabel)
	value := b.doc.Style(doc.RoleFactValue)
	dx := factLabel + b.doc.Page.Gutter
	var items, ends []*item
	for i, r := range n.Rows {
		if len(r) < 2 {
			continue
		}
		tr := b.tree.Add(elem, canvas.Node{Tag: "TR"})
		l := b.paragraph(r[0].Text, label, factLabel, b.tree.Add(tr, canvas.Node{Tag: "TH", Scope: canvas.RowScope}), setOptions{})
		v := b.paragraph(r[1].Text, value, width-dx, b.tree.Add(tr, canvas.Node{Tag: "TD"}), setOptions{})
		lines := v.items(0)
		if len(lines) == 0 {
			lines = []*item{b.whole(space(value.LineHeight))}
		}
		lines[0].before, lines[len(lines)-1].after = 0, 0 // paddings stand for them
		top := b.modules(rowPadding)
		if i == 0 {
			top = b.modules(firstPadding)
		}
		row := b.row(beside(offset{dy: v.ascent - l.ascent, box: l.box()}), dx, lines, wholeRow*b.doc.Page.Height)
		row[0].box = stack(space(top), row[0].box)
		end := row[len(row)-1]
		end.box = stack(end.box, space(b.modules(rowPadding)))
		if i < len(n.Rows)-1 {
			end.box = stack(end.box, b.rule(width, fine, doc.Hairline), space(fine))
		}
		items, ends = append(items, row...), append(ends, end)
	}
	keepPairs(ends)
	return items
}
