package docx

import (
	"fmt"

	"github.com/presskit-go/presskit/kit/doc"
)

// labelWidth is the width of a column of labels, with its gutter: two grid
// columns, or a third where there is little room.
func (b *builder) labelWidth(pl place) doc.Pt {
	return min(b.d.Page.SpanWidth(2)+b.d.Page.Gutter, pl.width/3)
}

// facts builds a table of labels and values with fine rules between rows.
func (b *builder) facts(pl place, f *flow, t *doc.Table) {
	labels := b.labelWidth(pl)
	out := &table{style: factTable, start: pl.start, grid: []doc.Pt{labels, pl.width - labels}, headerColumn: true,
		caption: b.clean(t.Caption.Plain())}
	b.caption(pl, f, t.Caption)
	rows := append(append([][]doc.Cell{}, t.Header...), t.Rows...)
	for i, cells := range rows {
		r := row{header: i < len(t.Header)}
		if len(cells) > len(out.grid) {
			b.table(pl, f, t) // not facts after all
			return
		}
		for c, content := range cells {
			role, margins := doc.RoleFactLabel, sides[doc.Pt]{end: b.d.Page.Gutter}
			if c > 0 || len(cells) == 1 {
				role, margins.end = doc.RoleFactValue, 0
			}
			if i == 0 { // further from the rule on top
				margins.top = b.modules(rowPadding)
			}
			r.cells = append(r.cells, cell{margins: margins, content: flow{b.text(role, inCell(out.grid[c]), content.Text)}})
		}
		out.rows = append(out.rows, fill(r, len(out.grid), b))
	}
	if len(out.rows) > 0 {
		*f = append(*f, out)
	}
}

// fill makes the last cell of a short row take the columns that are left.
func fill(r row, columns int, b *builder) row {
	if len(r.cells) == 0 {
		r.cells = []cell{{content: b.closed(nil)}}
	}
	if left := columns - len(r.cells); left > 0 {
		r.cells[len(r.cells)-1].span = 1 + left
	}
	return r
}

func (b *builder) caption(pl place, f *flow, t doc.Text) {
	if len(t) == 0 {
		return
	}
	p := b.text(doc.RoleCaption, pl, t)
	p.keepNext = true
	p.after = ptr(b.modules(rowPadding))
	*f = append(*f, p)
}

// maxTableColumns is the most that Word opens in a table (w:gridCol).
const maxTableColumns = 63

// table builds a table of text.
func (b *builder) table(pl place, f *flow, t *doc.Table) {
	columns := 0
	for _, rows := range [][][]doc.Cell{t.Header, t.Rows} {
		for _, r := range rows {
			columns = max(columns, len(r))
		}
	}
	if columns == 0 {
		return
	}
	if columns > maxTableColumns {
		b.fail(fmt.Errorf("docx: a table has %d columns, and Word takes no more than %d", columns, maxTableColumns))
		return
	}
	if t.Role != doc.RoleFactValue {
		b.caption(pl, f, t.Caption)
	}
	out := &table{style: dataTable, start: pl.start, grid: b.columnWidths(t, columns, pl.width), headerColumn: t.HeaderColumn,
		caption: b.clean(t.Caption.Plain())}
	add := func(rows [][]doc.Cell, header bool) {
		for _, cells := range rows {
			r := row{header: header}
			for c, content := range cells {
				role := doc.RoleTableCell
				if header || t.HeaderColumn && c == 0 {
					role = doc.RoleTableHead
				}
				p := b.text(role, inCell(out.grid[c]), content.Text)
				var margins sides[doc.Pt]
				if c < columns-1 {
					margins.end = b.d.Page.Gutter
				}
				if c < len(t.Align) {
					p.align = &t.Align[c]
				}
				r.cells = append(r.cells, cell{margins: margins, content: flow{p}})
			}
			out.rows = append(out.rows, fill(r, columns, b))
		}
	}
	add(t.Header, true)
	add(t.Rows, false)
	*f = append(*f, out)
	*f = append(*f, b.gap(pl, b.modules(8)))
}

// columnWidths shares a width among columns by the length of what they hold,
// within bounds.
func (b *builder) columnWidths(t *doc.Table, columns int, total doc.Pt) []doc.Pt {
	style := b.d.Style(doc.RoleTableCell)
	wanted := make([]doc.Pt, columns)
	for i := range wanted {
		wanted[i] = b.d.Page.Gutter
	}
	for _, rows := range [][][]doc.Cell{t.Header, t.Rows} {
		for _, r := range rows {
			for c, cell := range r {
				w := b.fonts.advance(cell.Text.Plain(), style, style.Size) + b.d.Page.Gutter
				wanted[c] = max(wanted[c], min(w, total/2))
			}
		}
	}
	sum := doc.Pt(0)
	for _, w := range wanted {
		sum += w
	}
	for i := range wanted {
		wanted[i] *= total / sum
	}
	return wanted
}
