package docx

import "github.com/presskit-go/presskit/kit/doc"

// headBox is where a margin box at the head begins and ends, from the start margin;
// see doc.Box.
func headBox(pg doc.Page, at doc.Box) (start, end doc.Pt) {
	half := pg.TextWidth() / 2
	switch {
	case at == doc.LeftBox && pg.Main.Offset >= leastLabel:
		return 0, pg.SpanWidth(int(pg.Main.Offset))
	case at == doc.LeftBox:
		return 0, half
	case at == doc.CenterBox:
		start = pg.ColumnX(pg.Main.Offset)
		return start, start + pg.SpanWidth(pg.Main.Span)
	case pg.Sidebar.Span > 0:
		start = pg.ColumnX(pg.Sidebar.Offset)
		return start, start + pg.SpanWidth(pg.Sidebar.Span)
	}
	return half, pg.TextWidth()
}

// leastLabel is how many columns a label before the text needs.
const leastLabel = 2

// borderRule is a rule of the layout, at a distance from the text.
func borderRule(border doc.Border, space doc.Pt) rule {
	if border.Width == 0 {
		return rule{}
	}
	r := rule{width: border.Width, color: border.Color, space: space}
	if border.Double {
		r.kind = "thickThinSmallGap"
	}
	return r
}

// logo places the brand's logo by its height, within a width; nil if there is
// none.
func (b *builder) logo(first bool, height, most doc.Pt) *drawing {
	l := b.d.MastheadLogo(first)
	if l == nil {
		return nil
	}
	m, err := b.medium(l, height*4)
	if err != nil {
		b.fail(err)
		return nil
	}
	w := height * m.picture.Aspect()
	if w > most {
		w = most
	}
	d := b.picture(l, w, 0)
	if d != nil && d.alt == "" && !d.decorative {
		d.alt = b.clean(b.d.LogoAlt)
	}
	return d
}

// leastHeader is how near to the edge of the sheet words may begin, in points: what
// printers reach.
const leastHeader = 14

// embargo is the band of an embargo: a paragraph over the head of the sheet, from edge
// to edge if its words take one line.
func (b *builder) embargo() *paragraph {
	p := b.text(doc.RoleEmbargo, inCell(b.d.Page.TextWidth()), b.d.Embargo)
	if look := b.d.Style(doc.RoleEmbargo); b.fonts.advance(b.d.Embargo.Plain(), look, look.Size) > b.d.Page.TextWidth() {
		p.style = b.sheet.variant(p.style, "Embargo in Lines", func(v *style) { v.inner, v.innerEnd, v.firstLine = 0, 0, 0 }).id
	}
	return p
}

// embargoHeight is the height of the band of an embargo in one line.
func embargoHeight(d *doc.Document) doc.Pt {
	m := d.Page.Module()
	return max(embargoBand*m, d.Style(doc.RoleEmbargo).LineHeight+4*m)
}

// headerDistance is how far from the edge the headers begin: lines that are higher
// than the logo stand in the margin over it, as far as there is room, and the band of
// an embargo at the edge: in a frame there LibreOffice draws the borders that make it
// high a second time, and a shape would not grow with the words.
func (b *builder) headerDistance() doc.Pt {
	if len(b.d.Embargo) > 0 {
		return 0
	}
	return b.d.Page.Top - b.headRaise()
}

// headTop is how far from the edge the masthead begins, below the band of an embargo.
func (b *builder) headTop() doc.Pt {
	if len(b.d.Embargo) == 0 {
		return b.d.Page.Top
	}
	return max(b.d.Page.Top, embargoHeight(b.d)+b.modules(5)+b.headRaise())
}

// headRaise is how far the lines of a masthead reach over its height.
func (b *builder) headRaise() (most doc.Pt) {
	for i, p := range b.d.Parts {
		for _, first := range []bool{true, false} {
			head, lines := b.d.Head(first), len(p.Header)
			if b.runsOn(first) {
				lines = 1
			}
			if first && i > 0 || head.Lines == doc.NoBox || lines == 0 {
				continue
			}
			high := b.d.Style(b.headerRole(0, first)).LineHeight + doc.Pt(lines-1)*b.d.Style(doc.RoleMastheadLine).LineHeight
			most = max(most, high-b.modules(1)+head.Padding+ruleLine-head.Height)
		}
	}
	return min(most, max(b.d.Page.Top-leastHeader, 0))
}

// runningHeight is the height of the masthead of later pages.
func (b *builder) runningHeight() doc.Pt { return b.d.Head(false).Height }

// leastTextDistance is the top margin of all pages: Word moves the text of those
// down whose header ends lower.
func (b *builder) leastTextDistance() doc.Pt {
	head := b.d.Head(false)
	return min(b.firstTextDistance(), b.d.Page.Top+head.Height+head.After)
}

// firstTextDistance is the distance of the text of the first page from the upper
// edge.
func (b *builder) firstTextDistance() doc.Pt {
	head := b.d.Head(true)
	return b.d.Page.Top + head.Height + head.After
}
