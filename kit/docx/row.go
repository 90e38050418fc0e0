package docx

import "github.com/presskit-go/presskit/kit/doc"

// labelled builds blocks beside a label: paragraphs in a frame, in the columns
// before the text, or over it where there are none. In a table the headings among
// the labels would be missing from the navigation pane of Word.
//
// Programs do not agree whether a frame stands level with the space over the
// paragraph that it hangs on, or below it; so that space is given to what goes
// before. Frames of two rows must not meet: see partFrames. A frame hangs on a
// paragraph; a table gets one that is least high.
func (b *builder) labelled(pl place, f *flow, n *doc.Row) {
	side := b.titleWidth()
	if pl.start < side || pl.sideFirst {
		*f = append(*f, b.blocks(pl, n.Label)...)
		*f = append(*f, b.blocks(pl, n.Blocks)...)
		return
	}
	var id string
	var gapOver, over doc.Pt // what both want over them; of that, the text
	label := make(flow, 0, len(n.Label))
	for i, blk := range n.Label {
		if h, ok := blk.(*doc.Heading); ok {
			bare := *h // its bookmark stands in the text: readers lose those in frames
			bare.ID = ""
			blk = &bare
			if id == "" {
				id = h.ID
			}
		}
		for _, e := range b.blocks(inCell(side), []doc.Block{blk}) {
			p, ok := e.(*paragraph)
			if !ok {
				continue
			}
			if i == 0 && len(label) == 0 {
				gapOver = b.sheet.style(p.style).look.Before
			}
			if h, ok := n.Label[i].(*doc.Heading); ok {
				b.rank(p, h)
			}
			p.style = b.sheet.beside(p.style, len(label) == 0).id
			label = append(label, p)
		}
	}
	content := b.blocks(pl, n.Blocks)
	anchor, ok := first(content)
	if !ok || anchor.frame != nil {
		anchor = b.gap(pl)
		anchor.keepNext = len(content) > 0
		content = append(flow{anchor}, content...)
	} else {
		over = b.spaceBefore(anchor)
		anchor.before = ptr(doc.Pt(0))
	}
	b.spaceOver(pl, f, max(gapOver, over))
	anchor.content = append(b.mark(id, nil), anchor.content...)
	drop := b.labelDrop(n)
	fr := &frame{width: side, gap: b.d.Page.Gutter / 2, drop: drop, exact: true}
	for _, e := range label {
		e.(*paragraph).frame = fr
	}
	*f = append(*f, label...)
	*f = append(*f, content...)
}

// spaceOver is space for a flow that goes on with a frame. A table with a rule at its
// foot cannot have it: it is a paragraph after that. Nor can the paragraph have it that
// the frame hangs on: at the head of a page it would lose it, and the frame would not.
func (b *builder) spaceOver(pl place, f *flow, height doc.Pt) {
	if n := len(*f); n > 0 {
		if t, ok := (*f)[n-1].(*table); ok && t.float == nil {
			height, t.after = max(t.after, height), 0
			if !b.sheet.ruledBelow(t) {
				t.padBelow(height)
				b.hangOver(t)
				return
			}
			g := b.gap(pl)
			g.line, g.keepNext = height, true
			*f = append(*f, g)
			return
		}
	}
	b.space(f, height)
}

// first gives the paragraph that a flow begins with.
func first(f flow) (*paragraph, bool) {
	if len(f) == 0 {
		return nil, false
	}
	p, ok := f[0].(*paragraph)
	return p, ok
}

// spaceBefore is the space that a paragraph has over it.
func (b *builder) spaceBefore(p *paragraph) doc.Pt {
	if p.before != nil {
		return *p.before
	}
	return b.sheet.style(p.style).look.Before
}

// spaceAfter is the space that the last paragraph or table of a flow has below it,
// or that its last paragraph is.
func (b *builder) spaceAfter(f flow) doc.Pt {
	switch last := f[len(f)-1].(type) {
	case *paragraph:
		if last.style == gap {
			return last.line
		}
		if last.after != nil {
			return *last.after
		}
		return b.sheet.style(last.style).look.After
	case *table:
		return last.after
	}
	return 0
}

// labelDrop is how much lower a label must stand, so that its first baseline is
// that of the text beside it.
func (b *builder) labelDrop(n *doc.Row) doc.Pt {
	label, _, ok := b.firstLine(n.Label)
	text, over, known := b.firstLine(n.Blocks)
	if !ok || !known {
		return 0
	}
	return max(0, over+exactBaseline*(text-label))
}

// firstLine is the line height of the first text of blocks, and what its look has
// over it.
func (b *builder) firstLine(blocks []doc.Block) (height, over doc.Pt, ok bool) {
	if len(blocks) == 0 {
		return 0, 0, false
	}
	line := func(r doc.Role) doc.Pt { return b.d.Style(r).LineHeight }
	switch n := blocks[0].(type) {
	case *doc.Heading:
		return b.sheet.style(paragraphID(n.Role)).look.LineHeight, 0, true
	case *doc.Para:
		return line(n.Role), 0, true
	case *doc.List:
		return line(doc.RoleListItem), 0, true
	case *doc.Columns:
		if len(n.Columns) > 0 {
			return b.firstLine(n.Columns[0].Blocks)
		}
	case *doc.Callout:
		switch b.d.Looks.Quotes {
		case doc.QuoteRule:
			over = quoteTopRule + b.sheet.ruleGap(n.Role)
		case doc.QuoteCard:
			over = b.modules(cardTop)
		}
		return line(n.Role), over, true
	}
	return 0, 0, false
}

// beside is the style of a paragraph of a label, in a frame beside the text. What
// it has beside its letters belongs to the text.
func (s *sheet) beside(id string, first bool) *style {
	name := shownName(s.style(id).name) + " Beside"
	if !first {
		name += " Below"
	}
	return s.variant(id, name, func(v *style) {
		v.frame = &frame{width: titleWidth(s.d), gap: s.d.Page.Gutter / 2, exact: true}
		v.borders, v.fill, v.inner, v.innerEnd, v.hanging, v.anywhere = sides[rule]{}, "", 0, 0, 0, true
		v.look.After, v.look.Align = 0, doc.AlignStart
		v.hidden = !first || v.outline == 0
		if first {
			v.look.Before = 0
		} else {
			v.look.Before = min(v.look.Before, s.d.Page.Module())
		}
	})
}
