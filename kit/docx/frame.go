package docx

import "github.com/presskit-go/presskit/kit/doc"

// frameGap parts a frame from what it must not meet, in modules.
const frameGap = 4

// joined is by how much letters that join may be narrower than each alone.
const joined = 1.3

// partFrames makes room under frames that are higher than what stands beside them,
// before the next frame and whatever begins further to the start. Below a table that
// is space. Below paragraphs it is one: LibreOffice does not count the space below
// others, and moves a frame, or a table, beside one that it would meet.
func (b *builder) partFrames(f flow) flow {
	out := make(flow, 0, len(f))
	var width, hangs doc.Pt // of the last frame: how far it reaches below what stands beside it
	framed := false
	for i, e := range f {
		p, ok := e.(*paragraph)
		was := framed
		framed = ok && p.aside()
		if hangs > 0 && !was && (framed || b.startOf(e) < width) {
			b.hang(&out, hangs)
			hangs = 0
		}
		switch {
		case framed && !was:
			width, hangs = p.frame.width, p.frame.drop+b.modules(frameGap)+b.flowHeight(flow{p}, p.frame.width)
		case framed:
			hangs += b.flowHeight(flow{p}, p.frame.width)
		case hangs > 0:
			hangs -= b.flowHeight(flow{e}, b.widthOf(e))
		}
		out = append(out, e)
		if ok && p.section != nil {
			if _, next := b.sectionOf(f[i+1:]); next.newPage {
				hangs = 0
			}
		}
	}
	return out
}

// hang makes room of a height below a flow, before the end of a section that ends
// there.
func (b *builder) hang(f *flow, height doc.Pt) {
	if t, ok := (*f)[len(*f)-1].(*table); ok && t.float == nil && len(t.rows) > 0 && !b.sheet.ruledBelow(t) {
		t.after = max(t.after, height)
		return
	}
	g := b.gap(place{})
	g.line = height
	*f = append(*f, g)
	if p, ok := (*f)[len(*f)-2].(*paragraph); ok && p.section != nil {
		// LibreOffice takes away the paragraph in which a section ends.
		end := b.gap(place{})
		end.section, p.section = p.section, nil
		*f = append(*f, end)
	}
}

// sectionOf is the section that a flow of the body begins in, and how much of the flow
// is in it.
func (b *builder) sectionOf(f flow) (elements int, s *section) {
	for i, e := range f {
		if p, ok := e.(*paragraph); ok && p.section != nil {
			return i + 1, p.section
		}
	}
	return len(f), b.current
}

// columnWidth is the width of the text of a section, or of each of its columns.
func (b *builder) columnWidth(s *section) doc.Pt {
	if s.columns < 2 {
		return b.d.Page.TextWidth()
	}
	n := doc.Pt(s.columns)
	return (b.d.Page.TextWidth() - s.start - s.end - (n-1)*b.d.Page.Gutter) / n
}

// startOf is how far from the start of the text an element begins that a frame
// there could meet.
func (b *builder) startOf(e element) doc.Pt {
	switch e := e.(type) {
	case *paragraph:
		if !b.sheet.style(e.style).anywhere {
			return e.start
		}
	case *table:
		if e.float == nil {
			return e.start
		}
	}
	return b.measure
}

// widthOf is the width of an element of the body, with what joined letters may
// take less.
func (b *builder) widthOf(e element) (width doc.Pt) {
	width = b.measure
	if p, ok := e.(*paragraph); ok {
		width -= p.start + p.end
	}
	if b.d.RTL {
		width *= joined
	}
	return width
}
