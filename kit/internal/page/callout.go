package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// highestQuote is how high a quotation may be that is not parted, as a share of
// the sheet.
const highestQuote = 0.6

// callout sets a quotation of a person. Where no panel stands on the page it is
// set wide, so that the empty columns look meant. A very high one is parted
// between its lines.
func (b *builder) callout(n *doc.Callout, elem canvas.Elem, f frame) []*item {
	if n.Role == doc.RoleQuoteBlock {
		return b.nestedQuote(n, elem, b.doc.Page.SpanWidth(f.span))
	}
	q := b.quote(n, elem, b.doc.Page.SpanWidth(f.span), doc.RoleQuote, nil)
	if q.height() > highestQuote*b.doc.Page.Height {
		return q.parted()
	}
	narrow := q.whole()
	narrow.frame, narrow.quote = f, true
	if full := b.doc.Page.Columns; f.span < full && (f.off == 0 || b.side(f).Span > 0) && b.doc.Page.Sidebar.Span == 0 {
		narrow.wide = b.quote(n, elem, b.doc.Page.SpanWidth(full), doc.RoleQuoteWide, q.elems).whole()
		narrow.wide.frame, narrow.wide.quote = frame{0, full}, true
	}
	return []*item{narrow}
}

// quotation is a quotation that was set.
type quotation struct {
	b        *builder
	style    doc.Style
	elems    *quoteElems
	shape    quoteShape
	pieces   []box // lines, with the spaces over them
	portrait box
}

// quoteElems are the elements of a quotation, in the order of its texts. They
// are declared once, though it is set twice.
type quoteElems struct {
	texts    []canvas.Elem
	portrait canvas.Elem
}

func (b *builder) quote(n *doc.Callout, elem canvas.Elem, width doc.Pt, role doc.Role, elems *quoteElems) *quotation {
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
	words := elem
	if n.Pull && !declared {
		words = b.tree.Add(elem, canvas.Node{Tag: "BlockQuote"})
	}
	portrait := n.Attribution != nil && n.Attribution.Portrait != nil
	st := b.doc.Style(role)
	q := &quotation{b: b, style: st, elems: elems, shape: b.quoteShape(st, width, portrait, openingMark(n))}
	inner := max(width-q.shape.start-q.shape.end, leastMeasure)
	for i, blk := range n.Body {
		para, ok := blk.(*doc.Para)
		if !ok {
			continue
		}
		gap := b.modules(4)
		if i == 0 {
			gap = 0
		}
		q.add(gap, q.words(para.Text, inner, element(words), i == 0))
	}
	if a := n.Attribution; a != nil {
		gap := q.shape.speaker
		if gap == 0 {
			gap = b.modules(4)
			if role == doc.RoleQuoteWide {
				gap = b.modules(6)
			}
		}
		speaker := func(r doc.Role) doc.Style {
			line := b.doc.Style(r)
			if q.style.Align == doc.AlignCenter {
				line.Align = doc.AlignCenter
			}
			return line
		}
		if len(a.Name) > 0 {
			q.add(gap, b.paragraph(a.Name, speaker(doc.RoleAttributionName), inner, element(words), setOptions{}))
			gap = 0
		}
		if len(a.Title) > 0 {
			q.add(gap, b.paragraph(a.Title, speaker(doc.RoleAttributionTitle), inner, element(words), setOptions{}))
		}
	}
	if portrait {
		if !declared {
			elems.portrait = b.tree.Add(elem, b.figureNode(n.Attribution.Portrait))
		}
		q.portrait = b.image(n.Attribution.Portrait, elems.portrait, portraitSize, portraitSize, true)
	}
	return q
}

// add adds the lines of a paragraph with a space over them.
func (q *quotation) add(gap doc.Pt, p *paragraph) {
	for i := range p.lines {
		line := p.lineBox(i)
		if i == 0 {
			line = stack(space(gap), line)
		}
		q.pieces = append(q.pieces, line)
	}
}

// height is that of the whole quotation.
func (q *quotation) height() doc.Pt {
	h := q.shape.over + stack(q.pieces...).height + q.shape.under
	if q.portrait.draw != nil {
		h = max(h, q.shape.least)
	}
	return h
}

// whole makes the quotation one item.
func (q *quotation) whole() *item {
	height := q.height()
	it := q.b.whole(q.framed(stack(q.pieces...), height, true, true))
	it.before, it.after, it.snap = q.style.Before, q.style.After, true
	return it
}

// parted makes every line an item, those beside the portrait one.
func (q *quotation) parted() []*item {
	from := 1
	if q.portrait.draw != nil {
		for from < len(q.pieces) && q.shape.over+stack(q.pieces[:from]...).height < q.shape.least {
			from++
		}
	}
	first := q.b.whole(q.framed(stack(q.pieces[:from]...), 0, true, from == len(q.pieces)))
	items := []*item{first}
	for i := from; i < len(q.pieces); i++ {
		items = append(items, q.b.whole(q.framed(q.pieces[i], 0, false, i == len(q.pieces)-1)))
	}
	n := len(items)
	for i := range items[:n-1] { // neither orphans nor widows; the speaker stays with the words
		items[i].glue = i == 0 || i >= n-4
	}
	items[0].before, items[n-1].after, items[n-1].snap = q.style.Before, q.style.After, true
	return items
}

// keepInside keeps a quotation from standing first or last on a page: it stays
// with the line before it and with what follows. From the rows of a table before
// it, it may be parted, rather than these from each other.
func (it *item) keepInside(items []*item, i int) {
	if i > 0 && !items[i-1].quote {
		before := items[i-1]
		it.loose = before.glue
		before.inner = !before.glue
		before.glue = before.glue || !before.row
	}
	if i < len(items)-1 {
		it.inner, it.glue = !it.glue, true
	}
}
