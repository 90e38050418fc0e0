package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// The anatomy of a quotation: a bar, the words inside it, the opening mark
// hanging, the speaker below.
var (
	quoteInset    = doc.MM(9)  // from the bar to the words
	portraitSize  = doc.MM(18) // of the speaker
	portraitInset = doc.MM(6.2)
	portraitText  = doc.MM(29) // from the bar to the words beside a portrait
)

// callout sets a quotation of a person. Where no panel stands on the page it is
// set wide, so that the empty columns look meant.
func (b *builder) callout(n *doc.Callout, elem canvas.Elem, f frame) []*item {
	if n.Role == doc.RoleQuoteBlock {
		return b.nestedQuote(n, elem, b.doc.Page.SpanWidth(f.span))
	}
	narrow, elems := b.quote(n, elem, b.doc.Page.SpanWidth(f.span), doc.RoleQuote, nil)
	narrow.frame = f
	if full := b.doc.Page.Columns; f.span < full && f.off == 0 {
		narrow.wide, _ = b.quote(n, elem, b.doc.Page.SpanWidth(full), doc.RoleQuoteWide, elems)
		narrow.wide.frame = frame{0, full}
	}
	return []*item{narrow}
}

// quoteElems are the elements of a quotation, in the order of its texts. They
// are declared once, though it is set twice.
type quoteElems struct {
	texts    []canvas.Elem
	portrait canvas.Elem
}

func (b *builder) quote(n *doc.Callout, elem canvas.Elem, width doc.Pt, role doc.Role, elems *quoteElems) (*item, *quoteElems) {
	declared := elems != nil
	if !declared {
		elems = &quoteElems{}
	}
	next := 0
	// element gives the element of the next text; the second time round those of
	// the first are used again.
	element := func(parent canvas.Elem) canvas.Elem {
		if !declared {
			elems.texts = append(elems.texts, b.tree.Add(parent, canvas.Node{Tag: "P"}))
		}
		next++
		return elems.texts[next-1]
	}
	quote := elem
	if n.Pull && !declared {
		quote = b.tree.Add(elem, canvas.Node{Tag: "BlockQuote"})
	}
	inset := quoteInset
	portrait := n.Attribution != nil && n.Attribution.Portrait != nil
	if portrait {
		inset = portraitText
	}
	st := b.doc.Style(role)
	inner := width - inset
	var boxes []box
	for i, blk := range n.Body {
		para, ok := blk.(*doc.Para)
		if !ok {
			continue
		}
		if i > 0 {
			boxes = append(boxes, space(b.modules(4)))
		}
		boxes = append(boxes, b.marked(para.Text, st, inner, element(quote)))
	}
	if a := n.Attribution; a != nil {
		gap := b.modules(4)
		if role == doc.RoleQuoteWide {
			gap = b.modules(6)
		}
		boxes = append(boxes, space(gap))
		if len(a.Name) > 0 {
			boxes = append(boxes, b.text(a.Name, doc.RoleAttributionName, inner, element(quote)))
		}
		if len(a.Title) > 0 {
			boxes = append(boxes, b.text(a.Title, doc.RoleAttributionTitle, inner, element(quote)))
		}
	}
	words := stack(boxes...)
	height := words.height
	parts := []offset{{dx: inset, box: words}}
	if portrait {
		if !declared {
			elems.portrait = b.tree.Add(elem, b.figureNode(n.Attribution.Portrait))
		}
		top := b.modules(2)
		parts = append(parts, offset{dx: portraitInset, dy: top, box: b.image(n.Attribution.Portrait, elems.portrait, portraitSize, portraitSize, true)})
		height = max(height, top+portraitSize+b.modules(1))
	}
	primary := b.ink(doc.Primary)
	top, bottom := b.modules(2), b.modules(1)
	body := beside(parts...)
	it := b.whole(box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Path(canvas.Ground, canvas.Filled(x, y+top, bar, height-top-bottom, primary))
		body.draw(cv, x, y)
	}})
	it.before, it.after, it.snap = st.Before, st.After, true
	return it, elems
}

// marked sets the words of a quotation with the opening mark outside the
// measure.
func (b *builder) marked(t doc.Text, st doc.Style, width doc.Pt, elem canvas.Elem) box {
	var hang doc.Pt
	if len(t) > 0 && t[0].Role == doc.RoleMark {
		probe := &paragraph{b: b}
		hang = b.set.Width(b.spans(probe, t[:1], st, canvas.Ground))
		hang += 0.06 * st.Size
		p := b.paragraph(t, st, width, elem, setOptions{hang: hang})
		p.lead(0.06 * st.Size)
		return p.box()
	}
	return b.paragraph(t, st, width, elem, setOptions{}).box()
}

// lead moves the words of the first line after its opening mark by d.
func (p *paragraph) lead(d doc.Pt) {
	if len(p.lines) == 0 || len(p.lines[0].Runs) == 0 {
		return
	}
	l := &p.lines[0]
	runs := append([]typeset.Run{}, l.Runs...)
	for i := range runs {
		if i > 0 {
			runs[i].X += d
		}
	}
	l.Runs = runs
}

// keepInside keeps a quotation from standing first or last on a page: it stays
// with the line before it and with what follows.
func (it *item) keepInside(items []*item, i int) {
	if i > 0 && items[i-1].wide == nil {
		it.loose, items[i-1].glue = items[i-1].glue, true
	}
	if i < len(items)-1 {
		it.glue = true
	}
}
