package docx

import "github.com/presskit-go/presskit/kit/doc"

// section builds a titled section of the kit. A title beside its content is a
// heading in a frame next to a rule that opens the content.
func (b *builder) section(pl place, f *flow, s *doc.Section) {
	b.space(f, pl, b.modules(sectionGap))
	pg := b.d.Page
	title := b.para(paragraphID(doc.RoleSectionTitle), pl, b.runs(s.Title, doc.RoleSectionTitle)...)
	side := pg.SpanWidth(pg.Columns / 3)
	if !s.Beside || pl.width < 2*side+pg.Gutter {
		title.content = b.mark(s.ID, title.content)
		title.after = ptr(b.modules(titleFoot))
		*f = append(*f, title)
		*f = append(*f, b.blocks(pl, s.Blocks)...)
		return
	}
	title.frame = &frame{width: side, gap: pg.Gutter / 2}
	title.start, title.end = 0, 0
	title.after = ptr(doc.Pt(0))
	inner := pl
	inner.start += side + pg.Gutter
	inner.width -= side + pg.Gutter
	inner.side = 0
	content := b.blocks(inner, s.Blocks)
	if len(content) == 0 {
		content = flow{b.gap(inner, 1)}
	}
	*f = append(*f, title)
	opening := b.para(sectionRule, inner)
	if startsWithRule(content) {
		// The table brings its own rule; the paragraph only holds the frame.
		opening = b.gap(inner, 1)
		opening.keepNext = true
	}
	if t, ok := content[0].(*table); ok && t.style == plainTable && opening.line == 0 {
		opening.line = b.modules(tableFromRule)
	}
	// The bookmark stands outside of the frame, where every reader finds its
	// page.
	opening.content = b.mark(s.ID, nil)
	*f = append(*f, opening)
	*f = append(*f, content...)
}

// startsWithRule reports whether content opens with a table that has a rule on
// top.
func startsWithRule(f flow) bool {
	if len(f) == 0 {
		return false
	}
	t, ok := f[0].(*table)
	return ok && (t.style == factTable || t.style == dataTable || t.style == panelTable)
}

// columns sets blocks side by side in the cells of one row.
func (b *builder) columns(pl place, f *flow, c *doc.Columns) {
	if len(c.Columns) == 0 {
		return
	}
	b.space(f, pl, b.modules(sectionGap))
	pg := b.d.Page
	t := &table{style: plainTable, start: pl.start}
	spans := 0
	for _, col := range c.Columns {
		spans += max(col.Span, 1)
	}
	left := pl.width
	r := row{split: true}
	for i, col := range c.Columns {
		// Columns share the width as the grid does; gutters belong to the cell
		// before them.
		span := max(col.Span, 1)
		w := (pl.width+pg.Gutter)*doc.Pt(span)/doc.Pt(spans) - pg.Gutter
		margin := pg.Gutter
		if i == len(c.Columns)-1 {
			w, margin = left, 0
		}
		w = max(w, leastWidth)
		inner := inCell(w)
		content := b.closed(b.blocks(inner, col.Blocks))
		cl := cell{margins: sides[doc.Pt]{end: margin}, content: content}
		if c.Role == doc.RoleEnd {
			cl.borders.top = rule{width: thin, color: doc.Ink}
			if p, ok := content[0].(*paragraph); ok {
				switch p.style {
				case paragraphID(doc.RoleEndHeading):
					cl.margins.top = 0
				case figureStyle: // which must not cover the rule
					cl.margins.top = thick
				}
			}
		}
		t.grid = append(t.grid, w+margin)
		left -= w + margin
		r.cells = append(r.cells, cl)
	}
	t.rows = []row{r}
	*f = append(*f, t)
}

// cards builds people: a portrait beside name, role and lines about them.
func (b *builder) cards(pl place, f *flow, cards []*doc.Card) {
	side := b.labelWidth(pl)
	t := &table{style: plainTable, start: pl.start, grid: []doc.Pt{side, pl.width - side}}
	size := min(portraitSize, side)
	for i, c := range cards {
		pad := sides[doc.Pt]{top: b.modules(cardGap)}
		if i == 0 {
			pad.top = b.modules(rowPadding)
		}
		content := b.closed(b.blocks(inCell(pl.width-side), c.Blocks))
		r := row{cells: []cell{{margins: pad}, {margins: pad, content: content}}}
		portrait := b.para(figureStyle, inCell(side))
		if c.Picture != nil {
			d := b.portrait(c, size)
			if d != nil {
				portrait.content = []inline{d}
			}
		}
		r.cells[0].content = flow{portrait}
		t.rows = append(t.rows, r)
	}
	*f = append(*f, t)
}

func (b *builder) portrait(c *doc.Card, size doc.Pt) *drawing {
	if c.Round {
		return b.round(c.Picture, size)
	}
	return b.picture(c.Picture, size, size)
}
