package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// The anatomy of statistics one under another, in modules.
const (
	listTop    = 1.0  // under the rule of a group
	listFirst  = 1.0  // under its heading
	listOver   = 2.5  // under a hairline
	listUnder  = 3.0  // over a hairline
	listGroups = 10.5 // between groups
	sideWords  = 5.5  // under the rule over a quotation in the sidebar
)

// sidePanel sets an aside for the columns beside the text, where it is a list or
// quotations; nil for any other.
func (b *builder) sidePanel(n *doc.Aside, elem canvas.Elem, f frame, width doc.Pt) *item {
	it := &item{part: b.part, frame: f}
	switch {
	case n.Role == doc.RoleQuotes:
		it.panel, it.words = b.quotesPanel(n, elem, f, width)
	case b.doc.Looks.Statistics == doc.StatsList:
		it.panel = b.listPanel(n, elem, width)
	default:
		return nil
	}
	return it
}

// listPanel sets the groups of an aside one under another: a rule, the heading, and
// the figures with hairlines between them.
func (b *builder) listPanel(n *doc.Aside, elem canvas.Elem, width doc.Pt) *panel {
	p := &panel{gap: b.modules(listGroups)}
	if len(n.Title) > 0 {
		h := b.tree.Add(elem, canvas.Node{Tag: "H2"})
		p.head = stack(b.text(n.Title, doc.RoleStatTitle, width, h), space(b.modules(titleAfter)))
	}
	for _, blk := range n.Blocks {
		e := b.declare(blk, elem)
		if g, ok := blk.(*doc.StatGroup); ok {
			p.groups = append(p.groups, b.listGroup(g, e, width))
			continue
		}
		p.groups = append(p.groups, alone(stack(b.boxes(b.inWidth(blk, e, width))...)))
	}
	return p
}

func (b *builder) listGroup(n *doc.StatGroup, elem canvas.Elem, width doc.Pt) group {
	list := b.tree.Add(elem, canvas.Node{Tag: "L"})
	head := func(e canvas.Elem) box {
		parts := []box{b.rule(width, strong, doc.Primary), space(strong), space(b.modules(listTop))}
		if len(n.Title) > 0 {
			parts = append(parts, b.text(n.Title, doc.RoleStatGroup, width, e), space(b.modules(listFirst)))
		}
		return stack(parts...)
	}
	caption := canvas.Ground
	if len(n.Title) > 0 {
		caption = b.tree.Add(list, canvas.Node{Tag: "Caption"})
	}
	g := group{head: head(caption), again: head(canvas.Header)}
	for i, s := range n.Stats {
		li := b.tree.Add(list, canvas.Node{Tag: "LI"})
		parts := []box{b.stat(s, b.tree.Add(li, canvas.Node{Tag: "LBody"}), width, true)}
		if i > 0 {
			parts = append([]box{b.rule(width, fine, doc.Hairline), space(b.modules(listOver))}, parts...)
		}
		if i < len(n.Stats)-1 {
			parts = append(parts, space(b.modules(listUnder)))
		}
		g.rows = append(g.rows, stack(parts...))
	}
	// It is never parted, unless it is higher than a page.
	g.high = g.box().height > b.room(false)
	return g
}

// quotesPanel sets quotations in the sidebar, each under a rule. A single one is
// also set as it stands in the text.
func (b *builder) quotesPanel(n *doc.Aside, elem canvas.Elem, f frame, width doc.Pt) (*panel, *item) {
	var words *item
	p := &panel{gap: b.modules(panelGap)}
	if len(n.Title) > 0 {
		h := b.tree.Add(elem, canvas.Node{Tag: "H2"})
		p.head = stack(b.text(n.Title, doc.RoleStatTitle, width, h), space(b.modules(titleAfter)))
	}
	for _, blk := range n.Blocks {
		e := b.declare(blk, elem)
		q, ok := blk.(*doc.Callout)
		if !ok || q.Role != doc.RoleQuote {
			p.groups = append(p.groups, alone(stack(b.boxes(b.inWidth(blk, e, width))...)))
			continue
		}
		g, elems := b.sideQuote(q, e, width)
		g.head = stack(b.rule(width, strong, doc.Primary), space(strong), space(b.modules(sideWords)))
		g.again = g.head
		g.high = g.box().height > b.room(false)
		p.groups = append(p.groups, g)
		if len(n.Blocks) == 1 && len(n.Title) == 0 && b.alongside() {
			if set := b.quote(q, e, b.doc.Page.SpanWidth(f.span), doc.RoleQuote, elems); set.height() <= highestQuote*b.doc.Page.Height {
				words = set.whole()
				words.frame = f
			}
		}
	}
	return p, words
}

// sideQuote sets the words of a quotation over its speaker, whose portrait stands
// over the name. A row is a line.
func (b *builder) sideQuote(n *doc.Callout, elem canvas.Elem, width doc.Pt) (group, *quoteElems) {
	st := b.doc.Style(doc.RoleQuoteSide)
	words := elem
	if n.Pull {
		words = b.tree.Add(elem, canvas.Node{Tag: "BlockQuote"})
	}
	var g group
	elems := &quoteElems{}
	line := func() canvas.Elem {
		elems.texts = append(elems.texts, b.tree.Add(words, canvas.Node{Tag: "P"}))
		return elems.texts[len(elems.texts)-1]
	}
	add := func(gap doc.Pt, p *paragraph) {
		for i := range p.lines {
			row := p.lineBox(i)
			if i == 0 {
				row = stack(space(gap), row)
			}
			g.rows = append(g.rows, row)
		}
	}
	gap := doc.Pt(0)
	for _, blk := range n.Body {
		if para, ok := blk.(*doc.Para); ok {
			add(gap, b.marked(para.Text, st, width, line()))
			gap = b.modules(speakerGap)
		}
	}
	a := n.Attribution
	if a == nil {
		return g, elems
	}
	var name, title canvas.Elem
	if len(a.Name) > 0 {
		name = line()
	}
	if len(a.Title) > 0 {
		title = line()
	}
	if a.Portrait != nil {
		elems.portrait = b.tree.Add(elem, b.figureNode(a.Portrait))
		face := b.image(a.Portrait, elems.portrait, portraitSize, portraitSize, true)
		g.rows = append(g.rows, stack(space(b.modules(speakerGap)), face))
	}
	gap = b.modules(speakerGap)
	if len(a.Name) > 0 {
		add(gap, b.paragraph(a.Name, b.doc.Style(doc.RoleAttributionName), width, name, setOptions{}))
		gap = 0
	}
	if len(a.Title) > 0 {
		add(gap, b.paragraph(a.Title, b.doc.Style(doc.RoleAttributionTitle), width, title, setOptions{}))
	}
	return g, elems
}

// speakerGap is the space over the speaker of a quotation in the sidebar, in
// modules.
const speakerGap = 4.0
