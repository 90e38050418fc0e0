package docx

import "github.com/presskit-go/presskit/kit/doc"

// Columns of running text are sections of their own, as Word has it: what spans all
// of them stands in a section of one column, before or after. All are continuous,
// so that Word fills the columns evenly, and have the same headers and footers.

// spansWith says that block i of several goes over all columns. A heading does so
// with what it heads.
func (b *builder) spansWith(blocks []doc.Block, i int) bool {
	if _, ok := blocks[i].(*doc.Heading); ok && i+1 < len(blocks) && b.d.SpansAll(blocks[i+1]) {
		return true
	}
	return b.d.SpansAll(blocks[i])
}

// running builds blocks in the columns of their part, and what spans all of them
// between.
func (b *builder) running(pl place, f *flow, blocks []doc.Block) {
	if b.columnsOf < 2 {
		b.add(pl, f, blocks)
		return
	}
	for len(blocks) > 0 {
		n, wide := 0, b.spansWith(blocks, 0)
		for n < len(blocks) && b.spansWith(blocks, n) == wide {
			n++
		}
		if wide {
			b.spanning(pl, f, blocks[:n])
		} else {
			b.inColumns(pl, f, nil, blocks[:n])
		}
		blocks = blocks[n:]
	}
}

// spanning builds blocks over all columns. The text of a section whose title stands
// over it is in columns again.
func (b *builder) spanning(pl place, f *flow, blocks []doc.Block) {
	for len(blocks) > 0 {
		n := 0
		for n < len(blocks) && !b.opensColumns(blocks[n]) {
			n++
		}
		if n == 0 {
			b.titledColumns(pl, f, blocks[0].(*doc.Section))
			blocks = blocks[1:]
			continue
		}
		columns, from := b.columnsOf, len(*f)
		b.columnsOf = 1
		b.add(pl, f, blocks[:n])
		b.columnsOf = columns
		b.meet(*f, from)
		blocks = blocks[n:]
	}
}

// meet lets the space below columns and that over the paragraph that follows them be the
// larger of both: over the border of sections they do not meet.
func (b *builder) meet(f flow, at int) {
	if at == 0 || at == len(f) {
		return
	}
	above, ok := f[at-1].(*paragraph)
	below, follows := f[at].(*paragraph)
	if ok && follows && above.section != nil && above.section.columns > 1 && below.frame == nil && below.style != gap {
		below.before = ptr(max(b.spaceBefore(below), b.takeSpaceAfter(f[:at])))
	}
}

// titledColumns builds a section with text in columns. Its title stands over all of
// them, in a frame that hangs on the first paragraph: in a section of its own it could
// not be kept with the text.
func (b *builder) titledColumns(pl place, f *flow, s *doc.Section) {
	n := 0
	for n < len(s.Blocks) && !b.spansWith(s.Blocks, n) {
		n++
	}
	b.space(f, b.between(sectionGap))
	b.inColumns(pl, f, s, s.Blocks[:n])
	b.running(pl, f, s.Blocks[n:])
}

// opensColumns says that a block is a section with text in columns.
func (b *builder) opensColumns(blk doc.Block) bool {
	s, ok := blk.(*doc.Section)
	if !ok || s.Beside {
		return false
	}
	return len(s.Blocks) > 0 && !b.spansWith(s.Blocks, 0)
}

// titleAcross puts the title of a section over the columns that its text begins in.
func (b *builder) titleAcross(pl place, s *doc.Section, content flow) flow {
	b.heading = s.Title.Plain()
	style := b.sheet.titleAcross()
	title := b.para(style.id, place{width: pl.width}, append(b.opens(s.ID), b.runs(s.Title, doc.RoleSectionTitle)...)...)
	anchor, ok := first(content)
	if !ok || anchor.frame != nil {
		anchor = b.gap(place{})
		anchor.keepNext = true
		content = append(flow{anchor}, content...)
	}
	// Programs do not agree on spaces in frames, so that it is as high as both want.
	look := b.d.Style(doc.RoleSectionTitle)
	over := b.flowHeight(flow{title}, pl.width) + style.borders.top.space + max(look.After, b.spaceBefore(anchor))
	title.frame = &frame{width: pl.width, exact: true, over: over}
	anchor.before = ptr(doc.Pt(0))
	anchor.content = append(b.mark(s.ID, nil), anchor.content...)
	return append(flow{title}, content...)
}

// inColumns builds a run of text in columns of its place, under the title of a section
// if that begins with it.
func (b *builder) inColumns(pl place, f *flow, s *doc.Section, blocks []doc.Block) {
	n := doc.Pt(b.columnsOf)
	gutter := b.d.Page.Gutter
	column := place{width: (pl.width - (n-1)*gutter) / n, column: true}
	column.full = column.width
	columns := b.columnsOf
	b.columnsOf = 1
	content := b.blocks(column, blocks)
	b.columnsOf = columns
	b.freeLast(content, column.width)
	if s != nil && (len(s.Title) > 0 || s.ID != "") {
		content = b.titleAcross(pl, s, content)
	}
	if p, ok := first(content); ok && p.frame == nil && len(*f) > 0 {
		// Over the border of sections, spaces do not meet.
		p.before = ptr(max(0, b.spaceBefore(p)-b.spaceAfter(*f)))
	}
	if n := len(*f); n > 0 && !ended(*f) {
		if _, ok := (*f)[n-1].(*table); ok {
			// For the space below it: LibreOffice takes away the paragraph in which a
			// section ends.
			*f = append(*f, b.gap(place{}))
		}
		b.endSection(f)
	}
	b.current.columns = columns
	b.current.start, b.current.end = pl.start, pl.end
	*f = append(*f, content...)
	b.endSection(f)
}

// freeLast does not keep the last heading in columns with what follows it if that is
// one paragraph: LibreOffice finds no height then at which the columns are even, but
// half of the time takes all of the page for the first. The two are a column together
// if what goes before is higher than they are, so that the heading does not stand alone.
func (b *builder) freeLast(content flow, width doc.Pt) {
	n := len(content) - 2
	if n < 1 {
		return
	}
	heading, ok := content[n].(*paragraph)
	_, single := content[n+1].(*paragraph)
	if !ok || !single || heading.frame != nil || b.sheet.style(heading.style).outline == 0 || !b.sheet.style(heading.style).look.KeepNext {
		return
	}
	others := doc.Pt(b.columnsOf - 1)
	if b.flowHeight(content[n:], width)*others <= b.flowHeight(content[:n], width) {
		heading.unkept = true
	}
}

// ended says that a section ends where a flow does.
func ended(f flow) bool {
	if len(f) == 0 {
		return false
	}
	p, ok := f[len(f)-1].(*paragraph)
	return ok && p.section != nil
}

// endedBefore ends the section that is being built on its last paragraph of text, if
// only tables follow that, with what is kept with them: they begin the next one then,
// and no paragraph is needed to end it. A section of nothing but tables goes on as the
// next one.
func (b *builder) endedBefore(f flow) bool {
	for i := len(f) - 1; i >= 0 && b.current.columns < 2; i-- {
		switch e := f[i].(type) {
		case *table:
			if e.float != nil {
				return false
			}
		case *paragraph:
			switch {
			case e.section != nil:
				return true
			case e.frame != nil, e.style == gap, e.keepNext, b.sheet.style(e.style).look.KeepNext:
			default:
				e.section = b.nextSection()
				return true
			}
		}
	}
	return false
}

// nextSection begins the next section, on the same page, and gives the one that was
// being built.
func (b *builder) nextSection() *section {
	s := b.current
	b.current = &section{textDistance: b.leastTextDistance()}
	return s
}

// endSection hangs the section that is being built on its last paragraph, and
// begins the next one on the same page.
func (b *builder) endSection(f *flow) {
	s := b.nextSection()
	if n := len(*f); n > 0 {
		if p, ok := (*f)[n-1].(*paragraph); ok && p.frame == nil && p.section == nil {
			p.section = s
			return
		}
	}
	if n := len(*f); n > 0 && s.columns > 1 {
		// LibreOffice takes the paragraph that ends a section away if it is empty,
		// and does not fill columns evenly that end with a table.
		if _, ok := (*f)[n-1].(*table); ok {
			*f = append(*f, b.gap(place{}))
		}
	}
	p := b.gap(place{})
	p.section = s
	*f = append(*f, p)
}
