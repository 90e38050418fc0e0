package docx

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// In tables from right to left, Word takes left and right of margins, indents and
// alignments as start and end (ISO/IEC 29500-1, 17.4.1), and LibreOffice 7 as what they
// are on the page. Here such tables get places of which both think the same: they are as
// wide as what they stand in, with rows that begin and end where their cells do. The
// margins of table styles are even.

// mirror insets the tables of a flow of some width, and does so with them. What floats beside the text, or stands in
// a frame, takes width from the tables beside it, which LibreOffice moves there; these
// keep their places.
func (b *builder) mirror(f flow, width doc.Pt) {
	var beside doc.Pt // how much of the height of a frame or a float is still to come
	framed := false
	head := b.headFrom(f)
	for i, e := range f {
		was := framed
		framed = false
		switch e := e.(type) {
		case *paragraph:
			if framed = e.aside(); framed {
				if !was {
					beside = b.modules(frameGap) + e.frame.drop
				}
				beside += b.flowHeight(flow{e}, e.frame.width)
				continue
			}
		case *table:
			height := b.flowHeight(flow{e}, width)
			b.mirrorCells(e)
			switch {
			case e.float != nil && e.float.at == nil:
				beside = max(beside, height+e.float.below)
				continue
			case e.float == nil && beside <= 0 && i < head:
				e.fill(width)
			}
			beside = max(0, beside-height)
			continue
		}
		beside = max(0, beside-b.flowHeight(flow{e}, b.widthOf(e)))
	}
}

// headFrom is the first element of a flow that may stand on the page of a table at the
// head of its page, which comes later in the flow.
func (b *builder) headFrom(f flow) int {
	at := slices.IndexFunc(f, func(e element) bool {
		t, ok := e.(*table)
		return ok && t.float != nil && t.float.head
	})
	if at < 0 {
		return len(f)
	}
	for room := b.textHeight(); at > 0 && room > 0; at-- {
		room -= b.flowHeight(f[at-1:at], b.measure)
	}
	return at
}

// mirrorCells insets the cells of a table and mirrors what stands in them.
func (b *builder) mirrorCells(t *table) {
	b.insetCells(t)
	for _, r := range t.rows {
		at := 0
		for _, c := range r.cells {
			width := -c.margins.start - c.margins.end
			for span := max(c.span, 1); span > 0 && at < len(t.grid); span-- {
				width += t.grid[at]
				at++
			}
			b.mirror(c.content, width)
		}
	}
}

// fill makes a table as wide as what it stands in.
func (t *table) fill(width doc.Pt) {
	if t.start < 0 {
		return
	}
	rest := width - t.start - t.width()
	if t.start > 0 {
		t.lead, t.start = t.start, 0
	}
	if rest > nearEdge {
		t.trail = rest
	}
}
