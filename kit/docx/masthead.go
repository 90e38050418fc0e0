package docx

import (
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// masthead writes a header part: the embargo band, then the logo beside the
// lines of the part, over a rule. It gives the id of the relationship. Headers
// of the first page are larger.
func (b *builder) masthead(lines []doc.Text, first bool) string {
	back := b.part
	defer func() { b.part = back }()
	b.part = fmt.Sprintf("word/header%d.xml", b.headers+1)
	b.headers++

	pl := b.overStrip()
	var f flow
	if len(b.d.Embargo) > 0 {
		f = append(f, b.text(doc.RoleEmbargo, pl, b.d.Embargo))
	}
	head := b.d.Head(first)
	if !first && len(b.d.Running) > 0 {
		lines = []doc.Text{b.d.Running}
	}
	if t := b.mastheadTable(pl, head, lines, first); t != nil {
		f = append(f, t)
	} else if head.Height > 0 {
		// Without anything to show, it keeps the text down.
		p := b.gap(pl)
		p.line = head.Height
		f = append(f, p)
	}
	// A header ends with a paragraph: it is the rule, and the space below it.
	rule := b.para(styleID(headerRuleName(first)), pl)
	if s := b.stripShape(); s != nil {
		rule.content = []inline{s}
		if b.d.RTL { // see anchor
			rule.style = b.sheet.variant(rule.style, headerRuleName(first)+" Anchor", func(v *style) { v.ltr = true }).id
		}
	}
	f = append(f, rule)

	b.furniture = append(b.furniture, pending{b.part, f, false})
	return b.pkg.Relate(documentPart, officeRel+"header", b.part)
}

// mastheadTable sets logo and lines in one row, each in its margin box; nil if
// there is neither.
func (b *builder) mastheadTable(pl place, head doc.Head, lines []doc.Text, first bool) *table {
	pg := b.headPage()
	height := pg.RunningLogoHeight
	if first {
		height = pg.LogoHeight
	}
	if head.Lines == doc.NoBox {
		lines = nil
	}
	if head.Logo == doc.NoBox && len(lines) == 0 {
		return nil
	}
	// Where the lines are higher than the logo, both stand closer to the rule.
	room := max(head.Height-ruleLine-head.Padding, ruleLine)
	words := doc.Pt(0)
	for i := range lines {
		words += b.d.Style(b.headerRole(i, first)).LineHeight
	}
	margins := sides[doc.Pt]{bottom: head.Padding - min(max(0, words-room), head.Padding)}
	t := b.layoutTable(pl)
	r := row{height: head.Height - ruleLine}
	at := doc.Pt(0)
	add := func(to doc.Pt, content flow) { // a cell up to a distance from the start
		t.grid = append(t.grid, to-at)
		r.cells = append(r.cells, cell{margins: margins, bottom: true, content: content})
		at = to
	}
	boxes := []struct {
		what  doc.Box
		lines bool
	}{{head.Logo, false}, {head.Lines, true}}
	slices.SortStableFunc(boxes, func(x, y struct {
		what  doc.Box
		lines bool
	}) int {
		return int(x.what) - int(y.what)
	})
	for i, box := range boxes {
		if box.what == doc.NoBox || box.lines && len(lines) == 0 {
			continue
		}
		start, end := headBox(pg, box.what)
		if i+1 < len(boxes) {
			if next, _ := headBox(pg, boxes[i+1].what); len(lines) > 0 && next > start {
				end = min(end, next)
			}
		}
		if start > at+leastWidth {
			add(start, flow{b.para(b.sheet.figureInTable(), inCell(start-at))})
		}
		inner := inCell(end - at)
		if box.lines {
			var text flow
			for k, l := range lines {
				p := b.text(b.headerRole(k, first), inner, l)
				if !first && len(b.d.Running) > 0 && box.what == doc.RightBox && pg.Sidebar.Span == 0 {
					p.align = ptr(doc.AlignEnd)
				}
				text = append(text, p)
			}
			add(end, b.closed(text))
			continue
		}
		add(end, flow{b.headLogo(inner, box.what, first, height)})
	}
	if pg.TextWidth() > at+leastWidth {
		add(pg.TextWidth(), flow{b.para(b.sheet.figureInTable(), inCell(pg.TextWidth()-at))})
	}
	t.rows = []row{r}
	return t
}

// headerRole is the role of a line of the masthead, of the first page or a later
// one.
func (b *builder) headerRole(i int, first bool) doc.Role {
	if i == 0 && (first || len(b.d.Running) == 0) {
		return doc.RoleMasthead
	}
	return doc.RoleMastheadLine
}

// headLogo is the paragraph of the logo, or of the publisher's name.
func (b *builder) headLogo(pl place, at doc.Box, first bool, height doc.Pt) *paragraph {
	p := b.para(b.sheet.figureInTable(), pl)
	if d := b.logo(first, height, pl.width); d != nil {
		p.content = []inline{d}
	} else {
		p = b.text(doc.RoleMasthead, pl, doc.T(b.d.LogoAlt))
		p.style = b.headerName(p.style)
	}
	switch at {
	case doc.CenterBox:
		p.align = ptr(doc.AlignCenter)
	case doc.RightBox:
		p.align = ptr(doc.AlignEnd)
	}
	return p
}

// headerName is the style of the publisher's name in the place of a logo.
func (b *builder) headerName(base string) string {
	return b.sheet.variant(base, "Header Name", func(v *style) {
		v.look = b.d.Style(doc.RoleSectionTitle)
		v.look.Before, v.look.After, v.look.KeepNext, v.font = 0, 0, false, b.sheet.font(v.look)
	}).id
}

// headerRuleName names the style of the rule under the masthead.
func headerRuleName(first bool) string {
	if first {
		return "Header Rule"
	}
	return "Header Rule Running"
}

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

// leastHeader is how near to the edge of the sheet a header may begin, in points:
// what printers reach.
const leastHeader = 14

// headerDistance is how far from the edge the headers begin. The band of an
// embargo stands in the margin over the masthead, as far as there is room.
func (b *builder) headerDistance() doc.Pt {
	top := b.d.Page.Top
	if len(b.d.Embargo) == 0 {
		return top
	}
	return max(top-b.embargoHeight(), min(top, leastHeader))
}

// embargoHeight is the height of the band of an embargo with the space below it.
func (b *builder) embargoHeight() doc.Pt {
	return b.d.Style(doc.RoleEmbargo).LineHeight + 2*embargoPadding + b.modules(5)
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

// footer writes the footer part of every page and gives its relationship.
func (b *builder) footer() string {
	back := b.part
	defer func() { b.part = back }()
	b.part = "word/footer1.xml"
	foot := b.d.Footer
	content := b.runs(foot.Start, doc.RoleFooter)
	if len(foot.Center) > 0 && len(foot.Start)+len(foot.End) > 0 {
		content = append(content, &run{text: "\t"})
	}
	content = append(content, b.runs(foot.Center, doc.RoleFooter)...)
	if len(foot.End) > 0 {
		content = append(content, &run{text: "\t"})
		content = append(content, b.runs(foot.End, doc.RoleFooter)...)
	}
	if b.wide() {
		b.furniture = append(b.furniture, pending{b.part, b.footerOverStrip(), true})
		return b.pkg.Relate(documentPart, officeRel+"footer", b.part)
	}
	p := b.para(paragraphID(doc.RoleFooter), inCell(b.d.Page.TextWidth()), content...)
	if len(foot.Start)+len(foot.End) == 0 {
		p.align = ptr(doc.AlignCenter)
	}
	b.furniture = append(b.furniture, pending{b.part, flow{p}, true})
	return b.pkg.Relate(documentPart, officeRel+"footer", b.part)
}

// pending is a header or footer that waits for the indents of styles.
type pending struct {
	part   string
	flow   flow
	footer bool
}

// writeFurniture writes the headers and footers.
func (b *builder) writeFurniture() error {
	for _, p := range b.furniture {
		write, kind := b.markup.header, "header+xml"
		if p.footer {
			write, kind = b.markup.footer, "footer+xml"
		}
		data, err := write(p.flow)
		if err != nil {
			return err
		}
		b.pkg.AddPacked(p.part, wordType+kind, b.cache.compressor.PackKnown(data))
	}
	return nil
}
