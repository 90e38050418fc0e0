package docx

import "github.com/presskit-go/presskit/kit/doc"

// Margins of single cells would be direct formatting, and Word gives all cells of a row
// the largest of their upper ones. So what a cell wants beside the margins of its
// table's style belongs to the styles of what stands in it, as space and indents.

// inset does so with the tables of a flow.
func (b *builder) inset(f flow) {
	for _, e := range f {
		if t, ok := e.(*table); ok {
			b.insetCells(t)
			for _, r := range t.rows {
				for _, c := range r.cells {
					b.inset(c.content)
				}
			}
		}
	}
}

// insetCells does so with the cells of a table.
func (b *builder) insetCells(t *table) {
	b.tables = append(b.tables, t)
	usual := b.sheet.tableLook(t.style).margin
	for _, r := range t.rows {
		for i := range r.cells {
			c := &r.cells[i]
			b.insetCell(c, usual)
			c.margins = sides[doc.Pt]{start: usual, end: usual}
		}
	}
}

// insetCell does so with a cell; usual is the margin at its sides that it keeps.
func (b *builder) insetCell(c *cell, usual doc.Pt) {
	insetSides(c.content, c.margins.start-usual, c.margins.end-usual)
	if c.margins.top > 0 {
		b.insetTop(c.content, c.margins.top)
	}
	if c.margins.bottom > 0 {
		b.insetBottom(c.content, c.margins.bottom)
	}
}

func insetSides(f flow, start, end doc.Pt) {
	for _, e := range f {
		switch e := e.(type) {
		case *paragraph:
			e.start, e.end = e.start+start, e.end+end
		case *table:
			e.start += start
		}
	}
}

func (b *builder) insetTop(f flow, over doc.Pt) {
	switch first := f[0].(type) {
	case *paragraph:
		first.before = ptr(b.spaceBefore(first) + over)
	case *table:
		first.rows[0].grow(sides[doc.Pt]{top: over})
	}
}

// insetBottom makes room at the end of a cell. After a table programs take the paragraph
// there away, and the last row has the room.
func (b *builder) insetBottom(f flow, over doc.Pt) {
	last := f[len(f)-1].(*paragraph)
	if n := len(f); n > 1 && last.style == gap {
		if t, ok := f[n-2].(*table); ok {
			t.rows[len(t.rows)-1].grow(sides[doc.Pt]{bottom: over})
			return
		}
	}
	last.after = ptr(b.spaceAfter(f) + over)
}

// grow gives the cells of a row more space over and below what stands in them.
func (r *row) grow(by sides[doc.Pt]) {
	if r.height > 0 {
		r.height += by.top + by.bottom
	}
	for i := range r.cells {
		m := &r.cells[i].margins
		m.top, m.bottom = m.top+by.top, m.bottom+by.bottom
	}
}
