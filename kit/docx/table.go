package docx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// labelWidth is the width of a column of labels, with its gutter: two grid
// columns, or a third where there is little room.
func (b *builder) labelWidth(pl place) doc.Pt {
	return min(b.d.Page.SpanWidth(2)+b.d.Page.Gutter, pl.width/3)
}

// facts builds a table of labels and values with fine rules between rows.
func (b *builder) facts(pl place, f *flow, t *doc.Table) {
	if t.Across && b.factCells(pl, f, t) {
		return
	}
	labels := b.labelWidth(pl)
	out := &table{style: factTable, start: pl.start, grid: []doc.Pt{labels, pl.width - labels}, headerColumn: true,
		caption: b.clean(b.called(t)), description: b.clean(labelsOf(t))}
	b.caption(pl, f, t.Caption)
	rows := append(append([][]doc.Cell{}, t.Header...), t.Rows...)
	for i, cells := range rows {
		r := row{header: i < len(t.Header)}
		if len(cells) > len(out.grid) {
			b.table(pl, f, t) // not facts after all
			return
		}
		for c := range out.grid {
			role, margins := doc.RoleFactLabel, sides[doc.Pt]{}
			if c > 0 || len(cells) == 1 {
				role = doc.RoleFactValue
			}
			if i == 0 {
				margins.top = b.modules(firstPadding - rowPadding)
			}
			var text doc.Text
			if c < len(cells) {
				text = cells[c].Text
			}
			r.cells = append(r.cells, cell{margins: margins, content: flow{b.text(role, inCell(out.grid[c]), text)}})
		}
		out.rows = append(out.rows, r)
	}
	if len(out.rows) > 0 {
		*f = append(*f, out)
	}
}

// called is what a table is called: by its caption, by itself or by the heading over it.
func (b *builder) called(t *doc.Table) string {
	return cmp.Or(t.Caption.Plain(), t.Name, b.heading)
}

// labelsOf lists what a table is about, for those who cannot see it: its head, or
// the first cells of its rows.
func labelsOf(t *doc.Table) string {
	var labels []string
	for _, row := range t.Header {
		for _, c := range row {
			labels = append(labels, c.Text.Plain())
		}
	}
	if len(labels) == 0 {
		for _, row := range t.Rows {
			if len(row) > 0 {
				labels = append(labels, row[0].Text.Plain())
			}
		}
	}
	return strings.Join(slices.DeleteFunc(labels, func(s string) bool { return s == "" }), "; ")
}

func (b *builder) caption(pl place, f *flow, t doc.Text) {
	if len(t) == 0 {
		return
	}
	p := b.text(doc.RoleCaption, pl, t)
	p.style = b.sheet.variant(p.style, "Table Caption", func(v *style) {
		v.look.Before, v.look.After, v.look.KeepNext = b.modules(tableGap), b.modules(rowPadding), true
	}).id
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
		caption: b.clean(b.called(t)), description: b.clean(labelsOf(t)), after: b.modules(tableFoot)}
	if len(t.Caption) == 0 {
		out.before = b.modules(tableGap)
	}
	add := func(rows [][]doc.Cell, header bool) {
		for _, cells := range rows {
			r := row{header: header}
			for c := range columns { // short rows are filled, since merged cells confuse
				role := doc.RoleTableCell
				if header {
					role = doc.RoleTableHead
				}
				var text doc.Text
				if c < len(cells) {
					text = cells[c].Text
				}
				var gutter doc.Pt // an indent of the style rather than a margin of each cell
				if c < columns-1 {
					gutter = b.d.Page.Gutter
				}
				pl := inCell(out.grid[c] - gutter)
				pl.end = gutter
				p := b.text(role, pl, text)
				if c < len(t.Align) {
					p.align = &t.Align[c]
				}
				r.cells = append(r.cells, cell{content: flow{p}})
			}
			out.rows = append(out.rows, r)
		}
	}
	add(t.Header, true)
	add(t.Rows, false)
	*f = append(*f, out)
}

// columnWidths shares a width out: see doc.ColumnWidths. Where there is no room for
// short words, each has as much.
func (b *builder) columnWidths(t *doc.Table, columns int, total doc.Pt) []doc.Pt {
	gutter := b.d.Page.Gutter
	even := (total+gutter)/doc.Pt(columns) - gutter
	widths, ok := doc.ColumnWidths(t, columns, total, gutter, func(text doc.Text, role doc.Role) doc.CellWidths {
		look := b.d.Style(role)
		if slices.ContainsFunc(text, func(r doc.Run) bool { return r.Strong }) {
			look.Weight = max(look.Weight, 700)
		}
		return b.cellWidths(text.Plain(), look, even)
	})
	if !ok {
		widths = make([]doc.Pt, columns)
		for i := range widths {
			widths[i] = total / doc.Pt(columns)
		}
	}
	return widths
}

// cellWidths measures the text of a cell with what Word may take more. Only words that
// are wider than an even share have parts: Word divides none in tables of its own
// accord, but where divide has put soft hyphens. Lines end at each ideograph.
func (b *builder) cellWidths(s string, l doc.Style, even doc.Pt) (w doc.CellWidths) {
	width := func(s string) doc.Pt { return b.fonts.advance(s, l, l.Size) / sureMeasure }
	for line := range strings.SplitSeq(s, "\n") {
		w.Natural = max(w.Natural, width(line))
		for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == '\t' || ideograph(r) }) {
			whole := width(word)
			w.Words = max(w.Words, whole)
			if whole <= even || !isWord(word) {
				w.Parts = max(w.Parts, whole)
				continue
			}
			for part := range strings.SplitSeq(divideWord(word, b.patternsOf(b.d.Lang)), softHyphen) {
				w.Parts = max(w.Parts, width(part+"-"))
			}
		}
	}
	if w.Words == 0 {
		w.Words, w.Parts = min(w.Natural, l.Size), min(w.Natural, l.Size)
	}
	return w
}
