package page

import (
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of masthead and footer, in modules.
const (
	mastheadHeight  = 24.0
	mastheadPadding = 5.0 // between logo and rule
	runningHeight   = 16.0
	runningPadding  = 4.0
	runningAfter    = 16.0 // under the rule, on later pages
	embargoHeight   = 16.0
	logoShare       = 0.5 // of the text width, at most
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
	if b.doc.Logo != nil {
		b.opening.logo = b.tree.Add(canvas.Root, canvas.Node{Tag: "Figure", Alt: b.doc.LogoAlt})
	} else {
		b.opening.logo = paragraph()
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

// masthead draws the head of a page: the logo at the start, lines about the
// release at the end, a fine rule below. The later pages have a smaller one.
func (b *builder) masthead(part *doc.Part, first bool) box {
	height, padding, logo := b.modules(runningHeight), b.modules(runningPadding), b.doc.Page.RunningLogoHeight
	if first {
		height, padding, logo = b.modules(mastheadHeight), b.modules(mastheadPadding), b.doc.Page.LogoHeight
	}
	width := b.doc.Page.TextWidth()
	foot := height - fine - padding // where logo and lines stand
	ink := b.ink(doc.Ink)
	var lines []box
	for i, t := range part.Header {
		role := doc.RoleMastheadLine
		if i == 0 {
			role = doc.RoleMasthead
		}
		st := b.doc.Style(role)
		st.Align = doc.AlignEnd
		elem := canvas.Header
		if first && part == b.opening.part {
			elem = b.opening.lines[i]
		}
		lines = append(lines, b.paragraph(t, st, width*logoShare, elem, setOptions{}).box())
	}
	block := stack(lines...)
	if block.height > foot+b.doc.Page.Top/2 {
		b.tooLong("masthead", part.Header[0])
	}
	elem := canvas.Header
	if first && part == b.opening.part {
		elem = b.opening.logo
	}
	mark := b.logo(logo, width*logoShare, elem)
	return box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		if mark.draw != nil {
			mark.draw(cv, x, y+foot-mark.height)
		}
		if block.draw != nil {
			// The last line's letters stand on the logo's foot, not its line box.
			block.draw(cv, x+width*(1-logoShare), y+foot-block.height+b.modules(1))
		}
		cv.Path(canvas.Header, canvas.Filled(x, y+height-fine, width, fine, ink))
	}}
}

// logo draws the logo, or the publisher's name where there is none.
func (b *builder) logo(height, most doc.Pt, elem canvas.Elem) box {
	l := b.doc.Logo
	if l == nil {
		st := b.doc.Style(doc.RoleSectionTitle)
		st.Before, st.After = 0, 0
		return b.paragraph(doc.T(b.doc.LogoAlt), st, most, elem, setOptions{headline: true}).box()
	}
	pic := b.picture(l)
	if pic == nil {
		return box{}
	}
	w := height * pic.Aspect()
	if w > most {
		w, height = most, most/pic.Aspect()
	}
	return box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Picture(elem, pic, canvas.Rect{X: x, Y: y, W: w, H: height}, canvas.Fit{})
	}}
}

// footer draws publisher and release at the start and the page at the end.
func (b *builder) footer(page, pages int) box {
	st := b.doc.Style(doc.RoleFooter)
	width := b.doc.Page.TextWidth()
	start := b.paragraph(b.fields(b.doc.Footer.Start, page, pages), st, b.doc.Page.SpanWidth(8), canvas.Footer, setOptions{})
	st.Align = doc.AlignEnd
	end := b.paragraph(b.fields(b.doc.Footer.End, page, pages), st, b.doc.Page.SpanWidth(4), canvas.Footer, setOptions{})
	return beside(offset{box: start.box()}, offset{dx: width - b.doc.Page.SpanWidth(4), box: end.box()})
}

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
		cv.Path(canvas.Header, canvas.Filled(0, 0, b.doc.Page.Width, height, accent))
		words.draw(cv, b.doc.Page.Start, (height-words.height)/2)
	}}
}
