package page

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of masthead and footer.
const (
	embargoHeight = 16.0 // modules
	logoShare     = 0.5  // of the text width, at most
	footerShare   = 2.0 / 3
)

// headKey names a masthead: those of a part's first and later pages differ.
type headKey struct {
	part  *doc.Part
	first bool
}

// opening are the elements of the first masthead. What it says is said nowhere
// else: who speaks, that this is a press release, until when it must not be
// published. So there it belongs to the text; on later pages it is an artifact.
type opening struct {
	part    *doc.Part // whose masthead it is
	embargo canvas.Elem
	logo    canvas.Elem
	lines   []canvas.Elem
}

// declareMasthead declares the first masthead, before all else.
func (b *builder) declareMasthead() {
	i := max(0, slices.IndexFunc(b.doc.Parts, func(p doc.Part) bool { return len(p.Blocks) > 0 }))
	if i >= len(b.doc.Parts) {
		return
	}
	b.opening.part = &b.doc.Parts[i]
	paragraph := func() canvas.Elem { return b.tree.Add(canvas.Root, canvas.Node{Tag: "P"}) }
	if len(b.doc.Embargo) > 0 {
		b.opening.embargo = paragraph()
	}
	switch {
	case b.doc.Head(true).Logo == doc.NoBox && coverOf(b.doc) == nil:
	case b.doc.Logo != nil:
		b.opening.logo = b.tree.Add(canvas.Root, canvas.Node{Tag: "Figure", Alt: cmp.Or(b.doc.Logo.Alt, b.doc.LogoAlt)})
	default:
		b.opening.logo = paragraph()
	}
	if coverOf(b.doc) != nil {
		return // a cover has no lines beside the logo
	}
	for range b.opening.part.Header {
		b.opening.lines = append(b.opening.lines, paragraph())
	}
}

// furniture sets what repeats from page to page, before pages are made, so that
// what is wrong with it is found in time.
func (b *builder) furniture() {
	b.heads = map[headKey]box{}
	for i := range b.doc.Parts {
		for _, first := range []bool{true, false} {
			key := headKey{&b.doc.Parts[i], first}
			b.heads[key] = b.masthead(key.part, first)
		}
	}
	b.bands[0], b.bands[1] = b.embargo(b.opening.embargo), b.embargo(canvas.Header)
	const widest = 888 // as wide as any number of pages
	if foot := b.footer(widest, widest); foot.height > b.doc.Page.Bottom-b.doc.Page.FooterFromEdge {
		b.tooLong("footer", b.doc.Footer.Start)
	}
}

// tooLong reports text that leaves the sheet.
func (b *builder) tooLong(where string, t doc.Text) {
	var at diag.Span
	if len(t) > 0 {
		at = t[0].Origin
	}
	b.report(diag.Diagnostic{
		Rule: "too-long", Severity: diag.Error, Kind: diag.Invalid, Span: at,
		Message: fmt.Sprintf("the %s has no room for %.40q…", where, t.Plain()),
		Hint:    "give the publisher a short-name, or shorten the genre or the place",
	})
}

// masthead draws the head of a page: logo and lines about the release in their
// margin boxes, over a rule. The later pages have a smaller one.
func (b *builder) masthead(part *doc.Part, first bool) box {
	page, head, height := b.doc.Page, b.doc.Head(first), b.doc.Page.RunningLogoHeight
	if first {
		height = page.LogoHeight
	}
	foot := head.Height - head.Rule.Width - head.Padding // where logo and lines stand
	var parts []offset
	var own mark
	if head.Logo != doc.NoBox {
		elem := canvas.Header
		if first && part == b.opening.part {
			elem = b.opening.logo
		}
		own = b.logo(first, height, min(b.headBox(head.Logo).width, page.TextWidth()*logoShare), elem)
	}
	header := part.Header
	if b.runs(first) {
		header = []doc.Text{b.doc.Running}
	}
	var block *offset
	if head.Lines != doc.NoBox && len(header) > 0 {
		at := b.headBox(head.Lines)
		between := head.Logo == doc.LeftBox && head.Lines == doc.RightBox && page.Main.Offset >= leastLabel // are free columns
		if clear := b.doc.LogoClear(first); head.Lines > head.Logo && head.Logo != doc.NoBox && page.Sidebar.Span == 0 && !between {
			at.x, at.width = at.x+clear, at.width-clear
		}
		// Lines that end at the edge go on towards the logo, as far as it leaves room.
		if head.Lines == doc.RightBox && head.Logo == doc.LeftBox && page.Sidebar.Span == 0 && (b.runs(first) || b.doc.Style(doc.RoleMasthead).Align == doc.AlignEnd) {
			x := own.width + max(page.Gutter, b.doc.LogoClear(first))
			at = margin{min(at.x, x), max(at.width, page.TextWidth()-x)}
		}
		var lines []box
		for i, t := range header {
			role := doc.RoleMastheadLine
			if i == 0 && !b.runs(first) {
				role = doc.RoleMasthead
			}
			elem := canvas.Header
			if first && part == b.opening.part && b.cover == nil {
				elem = b.opening.lines[i]
			}
			st := b.doc.Style(role)
			if b.runs(first) && head.Lines == doc.RightBox && page.Sidebar.Span == 0 {
				st.Align = doc.AlignEnd
			}
			lines = append(lines, b.paragraph(t, st, at.width, elem, setOptions{}).box())
		}
		all := stack(lines...)
		if all.height > foot+page.Top/2 {
			b.tooLong("masthead", header[0])
		}
		// The last line's letters stand on the logo's foot, not its line box.
		block = &offset{dx: at.x, dy: foot - all.height + b.modules(1), box: all}
	}
	if head.Logo != doc.NoBox {
		at := b.headBox(head.Logo)
		dx := at.x
		switch head.Logo {
		case doc.CenterBox:
			dx += (at.width - own.width) / 2
		case doc.RightBox:
			dx += at.width - own.width
		}
		if block != nil && head.Lines == doc.CenterBox && own.height > block.box.height {
			block.dy = foot - (own.height+block.box.height)/2 // beside the middle of a crest
		}
		parts = append(parts, offset{dx: dx, dy: foot - own.height, box: own.box})
	}
	if block != nil {
		parts = slices.Insert(parts, 0, *block)
	}
	rule := b.border(page.TextWidth(), head.Rule)
	parts = append(parts, offset{dy: head.Height - head.Rule.Width, box: rule})
	all := beside(parts...)
	return box{height: head.Height, draw: all.draw}
}

// runs says that a page has a line of its own at its head: later pages, where the
// layout gives them one.
func (b *builder) runs(first bool) bool { return !first && len(b.doc.Running) > 0 }

// margin is the place of a margin box, from the start margin.
type margin struct{ x, width doc.Pt }

// headBox is where a margin box at the head stands; see doc.Box.
func (b *builder) headBox(at doc.Box) margin {
	page := b.doc.Page
	main, side := page.Main, page.Sidebar
	switch at {
	case doc.LeftBox:
		if main.Offset >= leastLabel {
			return margin{0, page.SpanWidth(int(main.Offset))}
		}
		return margin{0, page.TextWidth() * logoShare}
	case doc.CenterBox:
		return margin{page.ColumnX(main.Offset), page.SpanWidth(main.Span)}
	}
	if side.Span > 0 {
		return margin{page.ColumnX(side.Offset), page.SpanWidth(side.Span)}
	}
	return margin{page.TextWidth() * (1 - logoShare), page.TextWidth() * logoShare}
}

// mark is a logo that was set.
type mark struct {
	box
	width doc.Pt
}

// logo draws the logo, or the publisher's name where there is none.
func (b *builder) logo(first bool, height, most doc.Pt, elem canvas.Elem) mark {
	l := b.doc.MastheadLogo(first)
	if l == nil {
		st := b.doc.Style(doc.RoleSectionTitle)
		st.Before, st.After = 0, 0
		p := b.paragraph(doc.T(b.doc.LogoAlt), st, most, elem, setOptions{headline: true})
		var w doc.Pt
		for _, l := range p.lines {
			w = max(w, l.Width)
		}
		return mark{p.box(), w}
	}
	pic := b.picture(l)
	if pic == nil {
		return mark{}
	}
	w := height * pic.Aspect()
	if w > most {
		w, height = most, most/pic.Aspect()
	}
	return mark{width: w, box: box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Picture(elem, pic, canvas.Rect{X: x, Y: y, W: w, H: height}, canvas.Fit{})
	}}}
}

// footer draws the margin boxes at the foot: publisher and release at the start,
// the page at the end.
func (b *builder) footer(page, pages int) box {
	st, width := b.doc.Style(doc.RoleFooter), b.doc.Page.TextWidth()
	var parts []offset
	set := func(t doc.Text, align doc.Align, dx, w doc.Pt) {
		if len(t) > 0 {
			st.Align = align
			p := b.paragraph(b.fields(t, page, pages), st, w, canvas.Footer, setOptions{})
			parts = append(parts, offset{dx: dx, box: p.box()})
		}
	}
	f := b.doc.Footer
	share := footerShare
	if len(f.Center) > 0 {
		share = 1.0 / 3
	}
	start := (width+b.doc.Page.Gutter)*share - b.doc.Page.Gutter
	end := width - start - b.doc.Page.Gutter
	if len(f.Center) > 0 {
		end = start
	}
	set(f.Start, doc.AlignStart, 0, start)
	if len(f.Start)+len(f.End) == 0 {
		set(f.Center, doc.AlignCenter, 0, width)
	} else {
		set(f.Center, doc.AlignCenter, start+b.doc.Page.Gutter, width-2*start-2*b.doc.Page.Gutter)
	}
	set(f.End, doc.AlignEnd, width-end, end)
	if rule := b.doc.Page.FooterRule; rule.Width > 0 {
		space := b.modules(footerRule)
		for i := range parts {
			parts[i].dy = space
		}
		parts = append(parts, offset{box: b.border(width, rule)})
	}
	return beside(parts...)
}

// footerRule is the distance from the rule over the footer to its words.
const footerRule = 3

// fields puts numbers into a text.
func (b *builder) fields(t doc.Text, page, pages int) doc.Text {
	out := make(doc.Text, len(t))
	for i, r := range t {
		switch r.Field {
		case doc.FieldPage:
			r.Text = b.doc.Number(page)
		case doc.FieldPages:
			r.Text = b.doc.Number(pages)
		}
		out[i] = r
	}
	return out
}

// embargo draws the band over the head of the sheet, from edge to edge.
func (b *builder) embargo(elem canvas.Elem) box {
	if len(b.doc.Embargo) == 0 {
		return box{}
	}
	p := b.paragraph(b.doc.Embargo, b.doc.Style(doc.RoleEmbargo), b.doc.Page.TextWidth(), elem, setOptions{})
	words := p.box()
	height := max(b.modules(embargoHeight), words.height+b.modules(4))
	accent := b.ink(doc.Accent)
	return box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Path(canvas.Ground, canvas.Filled(0, 0, b.doc.Page.Width, height, accent)) // under the words, whatever they are tagged as
		words.draw(cv, b.doc.Page.Start, (height-words.height)/2)
	}}
}
