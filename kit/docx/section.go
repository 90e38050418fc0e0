package docx

import "github.com/presskit-go/presskit/kit/doc"

// section builds a titled section of the kit. A title beside its content is a
// heading in a frame next to a rule that opens the content.
func (b *builder) section(pl place, f *flow, s *doc.Section) {
	pg := b.d.Page
	side := b.titleWidth()
	free := pl.start >= side && !pl.sideFirst // in the columns before the text
	if free && s.Beside {
		pl.start, pl.width = pl.start-side-pg.Gutter, pl.width+side+pg.Gutter
	}
	if !s.Beside || !free && pl.start > 0 || pl.width < 2*side+pg.Gutter {
		b.titleOver(pl, f, s)
		return
	}
	b.space(f, b.between(sectionGap))
	b.heading = s.Title.Plain()
	text := b.evenly(s.Title, b.d.Style(doc.RoleSectionTitle), side)
	style := b.sheet.titleBeside()
	title := b.para(style.id, place{}, append(b.opens(s.ID), b.runs(text, doc.RoleSectionTitle)...)...)
	title.frame = style.frame
	inner := pl
	inner.start += side + pg.Gutter
	inner.width -= side + pg.Gutter
	inner.side = 0
	content := b.blocks(inner, s.Blocks)
	*f = append(*f, title)
	*f = append(*f, b.opened(inner, s.ID, content)...)
}

// titleOver sets the title of a section over its content.
func (b *builder) titleOver(pl place, f *flow, s *doc.Section) {
	if len(s.Title) == 0 && s.ID == "" {
		*f = append(*f, b.blocks(pl, s.Blocks)...)
		return
	}
	b.heading = s.Title.Plain()
	title := b.para(paragraphID(doc.RoleSectionTitle), pl, b.mark(s.ID, b.runs(s.Title, doc.RoleSectionTitle))...)
	if len(*f) == 0 {
		title.before = ptr(doc.Pt(0)) // at the head of a page
	}
	*f = append(*f, title)
	*f = append(*f, b.blocks(pl, s.Blocks)...)
}

// opened puts the rule over the content of a section: on its first paragraph,
// which also holds the frame of the title, or, over a table, on a paragraph that
// is nothing but the rule: frames hang on paragraphs. The bookmark stands there
// and not in the frame, so that every reader finds its page.
func (b *builder) opened(pl place, id string, content flow) flow {
	line := rule{width: thin, color: doc.Ink}
	if len(content) > 0 {
		if p, ok := content[0].(*paragraph); ok && p.frame == nil && p.style != gap {
			line.space = b.modules(textFromRule)
			p.top, p.before = line, ptr(doc.Pt(0))
			p.content = append(b.mark(id, nil), p.content...)
			return content
		}
	}
	opening := b.para(sectionRule, pl, b.mark(id, nil)...)
	if len(content) == 0 {
		return flow{opening}
	}
	t, ok := content[0].(*table)
	if !ok { // a label, or a title inside
		return append(flow{opening}, content...)
	}
	if b.sheet.ruledAbove(t) {
		opening.style = gap // the table brings its own rule
		opening.keepNext = true
		return append(flow{opening}, content...)
	}
	t.before = 0
	if t.style == factTable {
		// Its rows have paddings of their own.
		opening.style = b.sheet.variant(sectionRule, "Section Rule Close", func(v *style) { v.look.LineHeight = b.modules(firstPadding - rowPadding) }).id
		cells := t.rows[0].cells
		for i := range cells {
			cells[i].margins.top = 0
		}
	}
	return append(flow{opening}, content...)
}

// titleWidth is the width of a title beside its content.
func (b *builder) titleWidth() doc.Pt { return titleWidth(b.d) }

func titleWidth(d *doc.Document) doc.Pt {
	if n := int(d.Page.Main.Offset); n >= leastLabel {
		return d.Page.SpanWidth(n)
	}
	return d.Page.SpanWidth(max(d.Looks.TitleSpan, leastLabel))
}

// columns sets blocks side by side in the cells of one row.
func (b *builder) columns(pl place, f *flow, c *doc.Columns) {
	if len(c.Columns) == 0 {
		return
	}
	if c.Role == doc.RoleQuotes {
		b.quotePair(pl, f, c)
		return
	}
	space, plain := b.between(sectionGap), false
	if c.Role == doc.RoleEnd {
		space, plain = b.between(footSpace), b.d.Looks.EndRule.Width == 0
	}
	if plain { // without a rule the headings have their own space
		space = b.d.Style(doc.RoleEndHeading).Before
	}
	if n := len(*f); n > 0 { // a heading right over the columns has its own
		if p, ok := (*f)[n-1].(*paragraph); ok && b.sheet.style(p.style).outline > 0 {
			space = 0
		}
	}
	b.space(f, space)
	if b.endBeside(pl, f, c) {
		return
	}
	pg := b.d.Page
	t := b.layoutTable(pl)
	if c.Role == doc.RoleEnd {
		t.style = endTable
	}
	spans := 0
	for _, col := range c.Columns {
		spans += max(col.Span, 1)
	}
	left := pl.width
	r := row{split: true}
	for i, col := range c.Columns {
		// Columns are those of the grid; gutters belong to the cell before them.
		span := max(col.Span, 1)
		share := (pl.width+pg.Gutter)*doc.Pt(span)/doc.Pt(spans) - pg.Gutter // where there are too many
		w := min(pg.SpanWidth(span), share)
		margin := pg.Gutter
		if i == len(c.Columns)-1 {
			w, margin = left, 0
		}
		w = max(w, leastWidth)
		inner := inCell(w)
		content := b.closed(b.blocks(inner, col.Blocks))
		if p, ok := content[len(content)-1].(*paragraph); ok {
			p.after = ptr(doc.Pt(0)) // what follows the columns has its own space
		}
		if p, ok := content[0].(*paragraph); ok && plain {
			p.before = ptr(doc.Pt(0))
		}
		cl := cell{margins: sides[doc.Pt]{end: margin}, content: content}
		if c.Role == doc.RoleEnd {
			if p, ok := content[0].(*paragraph); ok && b.sheet.style(p.style).loose {
				cl.margins.top = thick // a picture must not cover the rule
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
	if cards[0].Bare {
		b.bareCards(pl, f, cards)
		return
	}
	side := b.labelWidth(pl)
	t := b.layoutTable(pl, side, pl.width-side)
	size := min(portraitSize, side)
	for i, c := range cards {
		var pad sides[doc.Pt]
		if i < len(cards)-1 { // below, so that a page has none at its head
			pad.bottom = b.modules(cardGap)
		}
		content := b.closed(b.blocks(inCell(pl.width-side), c.Blocks))
		r := row{cells: []cell{{margins: pad}, {margins: pad, content: content}}}
		var d *drawing
		if c.Picture != nil {
			d = b.portrait(c, size)
		}
		if d != nil {
			r.cells[0].content = flow{b.para(b.sheet.figureInTable(), inCell(side), d)}
		} else { // over the free column of portraits
			r.cells = r.cells[1:]
			r.cells[0].span, r.cells[0].margins.start = 2, side
		}
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

// bareCards sets people of whom none has a portrait one under another.
func (b *builder) bareCards(pl place, f *flow, cards []*doc.Card) {
	t := b.layoutTable(pl, pl.width)
	for i, c := range cards {
		var pad sides[doc.Pt]
		if i < len(cards)-1 {
			pad.bottom = b.modules(cardGap)
		}
		t.rows = append(t.rows, row{cells: []cell{{margins: pad, content: b.closed(b.blocks(inCell(pl.width), c.Blocks))}}})
	}
	*f = append(*f, t)
}
