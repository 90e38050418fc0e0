package docx

import (
	"fmt"
	"math"

	"github.com/presskit-go/presskit/kit/doc"
)

// masthead writes a header part: the embargo band, then the logo and the lines of
// the part, over a rule. It gives the id of the relationship. Headers of the first
// page are larger.
func (b *builder) masthead(lines []doc.Text, first bool) string {
	back := b.part
	defer func() { b.part = back }()
	b.part = fmt.Sprintf("word/header%d.xml", b.headers+1)
	b.headers++

	var f flow
	if len(b.d.Embargo) > 0 {
		f = append(f, b.embargo())
	}
	if b.runsOn(first) {
		lines = []doc.Text{b.d.Running}
	}
	f = append(f, b.head(lines, first)...)
	last := f[len(f)-1].(*paragraph)
	if s := b.stripShape(); s != nil {
		last.content = append([]inline{s}, last.content...)
	}
	if len(last.content) == 0 && last.bottom.width == 0 && len(f) == 1 && !b.headed {
		b.headers--
		return "" // pages without a head
	}
	b.headed = b.headed || !first
	b.furniture = append(b.furniture, pending{b.part, f, false})
	return b.pkg.Relate(documentPart, officeRel+"header", b.part)
}

// runsOn says that a page has a line of its own at its head in place of those of the
// part.
func (b *builder) runsOn(first bool) bool { return !first && len(b.d.Running) > 0 }

// head builds logo and lines as paragraphs, the last with the rule below them. A logo
// alone stands in its line; beside lines it is anchored, so that they stand on its
// foot whatever their number is. A head without either is an empty paragraph, which
// keeps the text down, if nothing else does.
func (b *builder) head(lines []doc.Text, first bool) flow {
	head, pl := b.d.Head(first), b.overStrip()
	if head.Lines == doc.NoBox {
		lines = nil
	}
	logo, name := b.headLogo(head.Logo, first)
	var f flow
	var words doc.Pt // their height
	for i, l := range lines {
		var p *paragraph
		if i == 0 && name != nil {
			p = b.named(name, l, head.Lines)
		} else {
			p = b.headLine(i, l, logo, first)
		}
		words += max(b.sheet.style(p.style).look.LineHeight, p.line)
		f = append(f, p)
	}
	foot := head.Height - ruleLine - head.Padding // of the logo
	below := head.Padding                         // the words
	switch {
	case len(f) > 0 && logo != nil:
		b.anchorLogo(logo, head.Logo, b.headTop()+max(foot-logo.height, 0))
		f[0].(*paragraph).content = append([]inline{logo}, f[0].(*paragraph).content...)
		// Letters stand on the foot of the logo rather than their line, or beside the
		// middle of a crest.
		if below -= b.modules(1); head.Lines == doc.CenterBox && logo.height > words {
			below = head.Padding + (logo.height-words)/2
		}
	case len(f) > 0:
	case logo != nil:
		style := b.sheet.variant(paragraphID(doc.RoleMasthead), "Header Logo", func(v *style) { v.look.Size, v.loose = 1, true })
		f, words = flow{b.boxed(b.para(style.id, pl, logo), head.Logo, boxAlign(head.Logo))}, logo.height
	case name != nil:
		p := b.para(b.headerName(paragraphID(doc.RoleMasthead)), pl, b.runs(name, doc.RoleMasthead)...)
		f, words = flow{b.boxed(p, head.Logo, boxAlign(head.Logo))}, b.sheet.style(p.style).look.LineHeight
	case len(b.d.Embargo) > 0 && head.Rule.Width == 0:
		return nil // its band keeps the text down
	default:
		f, words = flow{b.text(doc.RoleMasthead, pl, nil)}, b.d.Style(doc.RoleMasthead).LineHeight
		below = 0
	}
	// What is higher than its place stands closer to the rule.
	room := head.Height - ruleLine + b.headRaise()
	below = max(min(below, room-words, mostBorderSpace), 0)
	over := room - below - words
	if len(b.d.Embargo) > 0 { // below its band
		over += b.headTop() - b.headRaise() - embargoHeight(b.d)
	}
	if over > 0 {
		f[0].(*paragraph).before = ptr(over)
	}
	last := f[len(f)-1].(*paragraph)
	last.after = ptr(head.After)
	if head.Rule.Width > 0 {
		last.bottom = borderRule(head.Rule, below)
	}
	return f
}

// headLine is a line of the masthead in its margin box.
func (b *builder) headLine(i int, line doc.Text, logo *drawing, first bool) *paragraph {
	head, pg, pl := b.d.Head(first), b.headPage(), b.overStrip()
	role := b.headerRole(i, first)
	look := b.d.Style(role)
	if b.runsOn(first) && head.Lines == doc.RightBox && pg.Sidebar.Span == 0 {
		look.Align = doc.AlignEnd
	}
	p := b.boxed(b.text(role, pl, line), head.Lines, look.Align)
	// A line that is too long for what it goes over is parted.
	start, end := headBox(pg, head.Lines)
	from := start
	if look.Align == doc.AlignEnd && logo != nil && head.Logo == doc.LeftBox {
		from = min(start, logo.width+pg.Gutter)
	}
	if b.fonts.advance(line.Plain(), look, look.Size) > end-from {
		p.end += pl.width - end
		if look.Align == doc.AlignEnd {
			p.start += from
		}
	}
	return p
}

// headerRole is the role of a line of the masthead, of the first page or a later
// one.
func (b *builder) headerRole(i int, first bool) doc.Role {
	if i == 0 && !b.runsOn(first) {
		return doc.RoleMasthead
	}
	return doc.RoleMastheadLine
}

// boxed sets a paragraph of the masthead into a margin box. It goes over the whole
// width all the same, as its rule does: where the box does not begin or end there, a
// tab leads to it.
func (b *builder) boxed(p *paragraph, at doc.Box, align doc.Align) *paragraph {
	pg := b.headPage()
	start, end := headBox(pg, at)
	edge := pg.TextWidth()
	near := func(x, y doc.Pt) bool { return math.Abs(x-y) < nearEdge }
	switch {
	case align == doc.AlignEnd && near(end, edge), align == doc.AlignCenter && near(start+end, edge):
		p.align = ptr(align)
	case align == doc.AlignEnd, align == doc.AlignCenter, start > 0:
		b.tabbed(p, at, align)
		p.content = append([]inline{&run{text: "\t"}}, p.content...)
	}
	return p
}

// tabbed gives a paragraph the variant of its style that has a tab to a margin box.
func (b *builder) tabbed(p *paragraph, at doc.Box, align doc.Align) {
	start, end := headBox(b.headPage(), at)
	name := shownName(b.sheet.style(p.style).name) + [...]string{"", " at Left", " at Center", " at Right"}[at]
	p.style = b.sheet.variant(p.style, name, func(v *style) {
		v.look.Align = doc.AlignStart
		switch align {
		case doc.AlignEnd:
			v.endTab = end
		case doc.AlignCenter:
			v.centerTab, v.endTab = (start+end)/2, end
		default: // which is where a hanging line goes on
			v.inner, v.hanging = start, start
		}
	}).id
}

// named puts the publisher's name before a line, which a tab parts from it.
func (b *builder) named(name, line doc.Text, at doc.Box) *paragraph {
	base, look := b.sheet.style(b.headerName(paragraphID(doc.RoleMasthead))), b.d.Style(doc.RoleMasthead)
	letters := b.sheet.characterVariant("", "Header beside Name", func(v *style) {
		v.look, v.size, v.font = look, look.Size, b.sheet.font(look)
		v.toggle = toggle{v.font.bold != base.font.bold, v.font.italic != base.font.italic}
	})
	content := append(b.runs(name, doc.RoleMasthead), &run{text: "\t"})
	for _, i := range b.runs(line, doc.RoleMasthead) {
		if r, ok := i.(*run); ok && r.style == "" {
			r.style = letters.id
		}
		content = append(content, i)
	}
	p := b.para(base.id, b.overStrip(), content...)
	p.line = max(base.look.LineHeight, look.LineHeight)
	b.tabbed(p, at, look.Align)
	return p
}

// headLogo is the logo of a page, or the publisher's name in its place.
func (b *builder) headLogo(at doc.Box, first bool) (logo *drawing, name doc.Text) {
	if at == doc.NoBox {
		return nil, nil
	}
	height := b.d.Page.RunningLogoHeight
	if first {
		height = b.d.Page.LogoHeight
	}
	start, end := headBox(b.headPage(), at)
	if logo = b.logo(first, height, end-start); logo == nil && b.d.LogoAlt != "" {
		name = doc.T(b.d.LogoAlt)
	}
	return logo, name
}

// boxAlign is how a logo stands in its margin box.
func boxAlign(at doc.Box) doc.Align {
	switch at {
	case doc.CenterBox:
		return doc.AlignCenter
	case doc.RightBox:
		return doc.AlignEnd
	}
	return doc.AlignStart
}

// anchorLogo anchors the logo of a masthead in its margin box, at a distance from the
// head of the sheet.
func (b *builder) anchorLogo(logo *drawing, at doc.Box, y doc.Pt) {
	pg := b.headPage()
	start, end := headBox(pg, at)
	x := [...]doc.Pt{doc.AlignStart: start, doc.AlignEnd: end - logo.width, doc.AlignCenter: (start + end - logo.width) / 2}
	b.layers++
	logo.anchor = &anchor{y: y, behind: true, layer: b.layers}
	align := boxAlign(at)
	switch text := b.d.Page.TextWidth(); {
	case align == doc.AlignStart && start == 0, align == doc.AlignEnd && math.Abs(end-text) < nearEdge, align == doc.AlignCenter && math.Abs(start+end-text) < nearEdge:
		// In a text from right to left LibreOffice counts distances from the other
		// edge, but knows what is left.
		logo.anchor.align = [...]string{doc.AlignStart: "left", doc.AlignEnd: "right", doc.AlignCenter: "center"}[align]
		if b.d.RTL && align != doc.AlignCenter {
			logo.anchor.align = [...]string{doc.AlignStart: "right", doc.AlignEnd: "left"}[align]
		}
	case b.d.RTL:
		logo.anchor.x = pg.Width - pg.Start - x[align] - logo.width
	default:
		logo.anchor.x = pg.Start + x[align]
	}
}

// headerName is the style of the publisher's name in the place of a logo.
func (b *builder) headerName(base string) string {
	return b.sheet.variant(base, "Header Name", func(v *style) {
		v.look = b.d.Style(doc.RoleSectionTitle)
		v.look.Before, v.look.After, v.look.KeepNext, v.font = 0, 0, false, b.sheet.font(v.look)
	}).id
}

// footer writes the footer part of every page and gives its relationship. Tabs part
// what stands in it; beside a sidebar its end is a frame, for tabs end with the text.
func (b *builder) footer() string {
	back := b.part
	defer func() { b.part = back }()
	b.part = "word/footer1.xml"
	foot, pg := b.d.Footer, b.d.Page
	st := b.sheet.style(paragraphID(doc.RoleFooter))
	if st.endTab = pg.TextWidth(); len(foot.Center) > 0 {
		st.centerTab = st.endTab / 2
	}
	content, end := b.runs(foot.Start, doc.RoleFooter), b.runs(foot.End, doc.RoleFooter)
	if len(foot.Center) > 0 && len(foot.Start)+len(foot.End) > 0 {
		content = append(content, &run{text: "\t"})
	}
	content = append(content, b.runs(foot.Center, doc.RoleFooter)...)
	var f flow
	line := inCell(pg.TextWidth())
	switch {
	case !b.alongside() || len(content) == 0 || len(end) == 0:
	case b.d.RTL: // where programs do not agree on the places of frames
		line, st.endTab = b.overStrip(), b.outer.TextWidth()
	default:
		p := b.para(st.id, inCell(pg.TextWidth()), end...)
		p.align = ptr(doc.AlignEnd)
		p.frame = &frame{width: b.outer.TextWidth() - b.measure, page: &anchor{x: pg.Start + b.measure, y: pg.Height - pg.FooterFromEdge - st.look.LineHeight}}
		f, end = append(f, p), nil
	}
	if len(end) > 0 {
		content = append(append(content, &run{text: "\t"}), end...)
	}
	p := b.para(st.id, line, content...)
	if len(foot.Start)+len(foot.End) == 0 {
		p.align = ptr(doc.AlignCenter)
	}
	b.furniture = append(b.furniture, pending{b.part, append(f, p), true})
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
