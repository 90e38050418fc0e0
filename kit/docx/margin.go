package docx

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// A sidebar that the layout has on every page lies outside of the right margin. Its
// ground is a rectangle in the headers, behind the text. What stands in it on the
// first page are tables that float at their places on the sheet, one under
// another; where Word breaks the later pages is not known, so that what has no
// room there stands in the text, and a quotation at the head of the page that the
// paragraph is on which it hangs.

// Lengths of what stands in the sidebar, in modules.
const (
	listTop    = 1.0  // under the rule of a group
	listOver   = 2.5  // under a hairline
	listUnder  = 3.0  // over a hairline
	listGroups = 10.5 // between groups
	marginGap  = 16.0 // between panels
	endGap     = 8.0  // over contacts that stand below
)

// marginStrip is how far the sidebar is filled.
type marginStrip struct {
	filled doc.Pt // on the first page, from the head of the text
	until  doc.Pt // on later ones, about, from the beginning of the text
	page   doc.Pt // up to which a quotation may stand on the page of the last one, likewise
}

// besideStrip is a document whose text area ends before its sidebar, if that is on
// every page, and the width of the text there.
func besideStrip(d *doc.Document) (*doc.Document, doc.Pt) {
	pg := d.Page
	if pg.Sidebar.Span == 0 {
		return d, pg.TextWidth()
	}
	columns := pg.Columns
	if pg.Main.Span > 0 {
		columns = int(pg.Main.Offset) + pg.Main.Span
	}
	columns = min(columns, int(pg.Sidebar.Offset))
	if columns < 1 {
		return d, pg.TextWidth()
	}
	width := pg.SpanWidth(columns)
	out := *d
	out.Page.Columns = columns
	out.Page.End += pg.TextWidth() - width
	return &out, width
}

// alongside says that there is a sidebar on every page.
func (b *builder) alongside() bool { return b.measure < b.outer.TextWidth() }

// headPage is the page as far as headers go over it.
func (b *builder) headPage() doc.Page {
	if b.alongside() {
		return b.outer
	}
	return b.d.Page
}

// overStrip is the place of headers and footers, over text and sidebar.
func (b *builder) overStrip() place {
	if !b.alongside() {
		return inCell(b.d.Page.TextWidth())
	}
	pl := inCell(b.outer.TextWidth())
	pl.end = b.d.Page.TextWidth() - b.outer.TextWidth()
	return pl
}

// sideWidth is the width of the sidebar's columns.
func (b *builder) sideWidth() doc.Pt { return b.outer.SpanWidth(b.outer.Sidebar.Span) }

// sideX is the distance of the sidebar's columns from the left edge of the sheet.
func (b *builder) sideX() doc.Pt {
	pg := b.outer
	x := pg.Start + pg.ColumnX(pg.Sidebar.Offset)
	if b.d.RTL {
		return pg.Width - x - b.sideWidth()
	}
	return x
}

// stripShape is the ground of the sidebar; nil without one.
func (b *builder) stripShape() *shape {
	pg := b.outer
	x, width, ground := pg.Strip()
	if ground == "" {
		return nil
	}
	b.drawings++
	at := &anchor{x: x, behind: true}
	if b.d.RTL {
		at = &anchor{align: "right", sheet: true, behind: true}
		if x > 0 {
			at.align = "left"
		}
	}
	return &shape{id: b.drawings, width: width, height: pg.Height, fill: ground, anchor: at}
}

// marginAside sets a panel in the sidebar; false if it has to stand in the text.
func (b *builder) marginAside(pl place, f *flow, a *doc.Aside) bool {
	if a.Place != doc.Sidebar || pl.side == 0 {
		return false
	}
	switch a.Role {
	case doc.RoleQuotes:
		b.marginQuotes(pl, f, a)
	case doc.RoleContents:
		return b.marginContents(pl, f, a)
	case doc.RoleNames:
		if t, height := b.marginNames(a); !b.dock(pl, f, t, height, b.modules(marginGap)) {
			*f = append(*f, b.blocks(pl, a.Blocks)...)
		}
	default:
		b.marginStatistics(pl, f, a)
	}
	return true
}

// onFirstPage reports whether a place is surely on the first page.
func (b *builder) onFirstPage(pl place) bool {
	sure := 0.85
	if b.d.RTL {
		sure *= joined
	}
	return pl.above < sure*b.firstRoom()
}

// leastOffset is a distance of a floating table that is not taken for none: it would
// not float.
const leastOffset doc.Pt = 0.05

// dock floats a table in the sidebar of the first page, if there is room for it.
func (b *builder) dock(pl place, f *flow, t *table, height, gap doc.Pt) bool {
	top := b.strip.filled
	if top > 0 {
		top += gap
	}
	if !b.onFirstPage(pl) || top+height > b.firstRoom() {
		return false
	}
	at := &spot{x: b.sideX(), y: b.firstTextDistance() + top, from: "page"}
	if b.d.RTL {
		// LibreOffice lets no table float that begins in the lower half of the page,
		// counted from its edge, unless it stands to the right of the text.
		at.y, at.from = max(top, leastOffset), "margin"
	}
	t.float = &float{at: at}
	b.strip.filled = top + height
	b.hangs(f, t)
	return true
}

// hangs appends a table in the sidebar, which hangs on the paragraph that follows: that
// which parts it from the next table (LibreOffice, which saves it, turns two around that
// hang on the same), or the text. Where the text runs from the right it gets one from
// left to right, since LibreOffice counts places from the other edge there.
func (b *builder) hangs(f *flow, t *table) {
	*f = append(*f, t)
	if b.d.RTL {
		p := b.gap(place{})
		p.style = b.sheet.variant(gap, "Gap Anchor", func(v *style) { v.ltr = true }).id
		*f = append(*f, p)
	}
}

// marginStatistics sets groups one under another, each a table; what has no room
// stands in the text.
func (b *builder) marginStatistics(pl place, f *flow, a *doc.Aside) {
	var groups, left []*doc.StatGroup
	var rest []doc.Block
	for _, blk := range a.Blocks {
		if g, ok := blk.(*doc.StatGroup); ok {
			groups = append(groups, g)
		} else {
			rest = append(rest, blk)
		}
	}
	gap := b.modules(marginGap)
	title := a.Title
	for i, g := range groups {
		t, height := b.listGroup(g, title)
		if len(left) > 0 || !b.dock(pl, f, t, height, gap) {
			left = groups[i:]
			break
		}
		title, gap = nil, b.modules(listGroups)
	}
	if len(left) > 0 {
		b.tiles(pl, f, title, left)
	}
	*f = append(*f, b.blocks(pl, rest)...)
}

// marginNames builds people under a rule. It gives its height, about.
func (b *builder) marginNames(a *doc.Aside) (*table, doc.Pt) {
	w := b.sideWidth()
	content := b.closed(b.blocks(inCell(w), a.Blocks))
	t := &table{style: listTable, grid: []doc.Pt{w}, rows: []row{{cells: []cell{{margins: sides[doc.Pt]{top: b.modules(listTop)}, content: content}}}}}
	return t, b.textEstimate(a.Blocks, inCell(w)) + b.modules(marginGap)
}

// marginContents floats the list of sections in the sidebar.
func (b *builder) marginContents(pl place, f *flow, a *doc.Aside) bool {
	if len(a.Blocks) != 1 {
		return false
	}
	c, ok := a.Blocks[0].(*doc.Contents)
	if !ok {
		return false
	}
	title := c.Title
	if len(title) == 0 {
		title = a.Title
	}
	w := b.sideWidth()
	height := b.fonts.height(title.Plain(), b.d.Style(doc.RoleContentsTitle), w) + thick
	for _, e := range c.Entries {
		height += b.fonts.height(e.Text.Plain(), b.d.Style(doc.RoleContentsEntry), w-contentsNumbers) + thin
	}
	var built flow
	pl.side = w
	b.contents(pl, &built, c, title, true)
	for _, e := range built {
		if t, ok := e.(*table); !ok || !b.dock(pl, f, t, height, b.modules(marginGap)) {
			if ok {
				t.float = nil
				t.before, t.after = b.between(bandGap), b.between(bandGap)
			}
			*f = append(*f, e)
		}
	}
	return true
}

// contentsNumbers is the width of the numbers of pages.
const contentsNumbers = 10 * millimetre

// marginQuotes floats quotations in the sidebar: on the first page below what
// stands there, on later ones at the head, as printed, or, under another one, beside
// the paragraph that follows.
func (b *builder) marginQuotes(pl place, f *flow, a *doc.Aside) {
	for _, blk := range a.Blocks {
		c, ok := blk.(*doc.Callout)
		if !ok || c.Role != doc.RoleQuote {
			b.block(pl, f, blk)
			continue
		}
		height := b.textEstimate([]doc.Block{c}, pl)
		surely := b.firstRoom() + surelyOver
		if pl.above > surely && pl.above > b.strip.until {
			t := b.marginQuote(c)
			at := &spot{x: b.sideX(), y: leastOffset, from: "margin"}
			if pl.above < b.strip.page {
				at.y, at.from = 1, "text"
			}
			t.float = &float{at: at}
			b.strip.until = pl.above + 2*height + surelyOver
			b.strip.page = pl.above + b.textHeight()*joined + surelyOver
			b.hangs(f, t)
			continue
		}
		if b.onFirstPage(pl) && b.strip.filled+b.modules(marginGap)+b.quoteHeight(c) <= b.firstRoom() {
			b.dock(pl, f, b.marginQuote(c), b.quoteHeight(c), b.modules(marginGap))
			continue
		}
		b.callout(pl, f, c)
	}
}

// marginQuote builds a quotation for the sidebar.
func (b *builder) marginQuote(c *doc.Callout) *table {
	w := b.sideWidth()
	side := *c
	side.Role = doc.RoleQuoteSide
	t := b.layoutTable(place{}, w)
	content := b.quotation(inCell(w), &side, quoteIn(w))
	if a := c.Attribution; a != nil && a.Portrait != nil && !b.centredWords(side.Role) {
		if d := b.round(a.Portrait, quotePortrait); d != nil {
			face := b.para(b.sheet.figureInTable(), inCell(w), d)
			face.before, face.after, face.keepNext = ptr(b.modules(faceGap)), ptr(b.modules(faceGap)), true
			content = slices.Insert(content, max(len(content)-speakerLines(a), 0), element(face)) // between words and speaker
		}
	}
	if p, ok := first(content); ok {
		p.before = ptr(doc.Pt(0))
	}
	content = append(b.quoteOpening(inCell(w), &side), content...)
	t.rows = []row{{cells: []cell{{content: b.closed(content)}}}}
	return t
}

// speakerLines is in how many paragraphs the speaker of a quotation stands.
func speakerLines(a *doc.Attribution) (n int) {
	for _, t := range []doc.Text{a.Name, a.Title} {
		if len(t) > 0 {
			n++
		}
	}
	return n
}

// quoteHeight is about how high a quotation is in the sidebar.
func (b *builder) quoteHeight(c *doc.Callout) doc.Pt {
	w := b.sideWidth()
	h := b.modules(marginGap) // the rule, and what is estimated too low
	for _, blk := range c.Body {
		if p, ok := blk.(*doc.Para); ok {
			h += b.fonts.height(p.Text.Plain(), b.d.Style(doc.RoleQuoteSide), w)
		}
	}
	if a := c.Attribution; a != nil {
		h += b.fonts.height(a.Name.Plain(), b.d.Style(doc.RoleAttributionName), w) + b.fonts.height(a.Title.Plain(), b.d.Style(doc.RoleAttributionTitle), w)
		if a.Portrait != nil {
			h += quotePortrait + b.modules(faceGap)
		}
	}
	return h
}

// endBeside sets the end matter in line with text and sidebar: a table that goes
// over both. Where the sidebar of the first page is filled so far down, the
// contacts stand below; so they do from right to left, since LibreOffice sets tables
// over both from the left edge of the text on.
func (b *builder) endBeside(pl place, f *flow, c *doc.Columns) bool {
	if c.Role != doc.RoleEnd || !b.alongside() || len(c.Columns) != 2 || pl.start != 0 || c.Columns[1].Span != b.outer.Sidebar.Span {
		return false
	}
	about, ask := c.Columns[0].Blocks, c.Columns[1].Blocks
	if b.d.RTL || b.before < b.firstRoom()+surelyOver && b.strip.filled > b.before-surelyOver {
		*f = append(*f, b.blocks(pl, about)...)
		b.space(f, b.between(endGap))
		*f = append(*f, b.blocks(pl, ask)...)
		return true
	}
	from := b.outer.ColumnX(b.outer.Sidebar.Offset)
	gap := max(from-pl.width, 0)
	left, right := b.closed(b.blocks(inCell(pl.width), about)), b.closed(b.blocks(inCell(b.sideWidth()), ask))
	for _, content := range []flow{left, right} {
		if p, ok := content[len(content)-1].(*paragraph); ok {
			p.after = ptr(doc.Pt(0))
		}
	}
	t := b.layoutTable(pl, from, b.sideWidth())
	t.rows = []row{{split: true, cells: []cell{{margins: sides[doc.Pt]{end: gap}, content: left}, {content: right}}}}
	*f = append(*f, t)
	return true
}
