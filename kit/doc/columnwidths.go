package doc

// CellWidths are the widths that the text of a cell has in one line, and that its
// widest word and its widest part of a word have, at which no line breaks unless it
// must. Numbers and what is bound to them are not parted.
type CellWidths struct{ Natural, Words, Parts Pt }

// leastColumn is how narrow a column may be that holds more: a short word in small
// type.
const leastColumn Pt = 24

// ColumnWidths shares a width in points out to the columns of a table, each but the
// last with the gutter after it. Each gets as much as it can of what it wants, which
// grows by steps: a short word, the parts of its words and its numbers, whole words,
// half its even share, all in one line. It reports false where there is no room for
// short words. Formats say by measure how wide the text of a cell is.
func ColumnWidths(t *Table, columns int, width, gutter Pt, measure func(Text, Role) CellWidths) ([]Pt, bool) {
	spare := width - Pt(columns-1)*gutter
	half := spare / Pt(columns) / 2
	var steps [5][]Pt
	for i := range steps {
		steps[i] = make([]Pt, columns)
	}
	add := func(rows [][]Cell, role Role) {
		for _, r := range rows {
			for i, c := range r {
				m := measure(c.Text, role)
				for k, w := range [...]Pt{min(m.Natural, leastColumn), m.Parts, m.Words, min(m.Natural, half), m.Natural} {
					steps[k][i] = max(steps[k][i], w)
				}
			}
		}
	}
	add(t.Header, RoleTableHead)
	add(t.Rows, RoleTableCell)
	widths := make([]Pt, columns)
	for k, step := range steps {
		var more Pt
		for i, w := range step {
			step[i] = max(w, widths[i]) - widths[i]
			more += step[i]
		}
		share := 1.0
		if more > spare {
			if k == 0 {
				return nil, false
			}
			share = spare / more
		}
		for i, w := range step {
			widths[i] += share * w
		}
		spare -= share * more
	}
	for i := range widths {
		if widths[i] += spare / Pt(columns); i < columns-1 {
			widths[i] += gutter
		}
	}
	return widths, true
}
