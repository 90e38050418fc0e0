package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// panel is an aside in pieces that are not parted.
type panel struct {
	head   box // title and the space over the first piece
	again  box // stands for head where the panel goes on
	pieces []box
	gap    doc.Pt // between pieces
	foot   doc.Pt
	paint  func(h doc.Pt) pen // draws the ground of a given height
}

// fit takes the pieces that fit into a height, all or as many as do. ok is false
// if not even the first fits. rest is nil if nothing is left.
func (p *panel) fit(room doc.Pt) (b box, rest *panel, ok bool) {
	h := p.head.height + p.foot
	n := 0
	for i, piece := range p.pieces {
		add := piece.height
		if i > 0 {
			add += p.gap
		}
		if h+add > room+slack {
			break
		}
		h += add
		n++
	}
	if n == 0 {
		return box{}, nil, false
	}
	parts := []box{p.head}
	for i, piece := range p.pieces[:n] {
		if i > 0 {
			parts = append(parts, space(p.gap))
		}
		parts = append(parts, piece)
	}
	parts = append(parts, space(p.foot))
	b = stack(parts...)
	if p.paint != nil {
		b = beside(offset{box: box{height: b.height, draw: p.paint(b.height)}}, offset{box: b})
	}
	if n < len(p.pieces) {
		q := *p
		q.pieces, q.head = p.pieces[n:], p.again
		rest = &q
	}
	return b, rest, true
}

// repeatTitle gives a panel in the columns beside the text its title once more
// where it goes on, for the eye.
func (b *builder) repeatTitle(n *doc.Aside, items []*item, f frame) {
	if len(items) != 1 || items[0].panel == nil || len(n.Title) == 0 {
		return
	}
	p := items[0].panel
	role, side, gap := doc.RoleStatTitle, panelSide, b.modules(titleAfter)
	if n.Role == doc.RoleContents {
		role, side, gap = doc.RoleContentsTitle, 0, b.modules(contentsTitle)
	}
	width := b.doc.Page.SpanWidth(b.doc.Page.Columns-f.span) - 2*side
	p.again = stack(p.again, padded(side, b.text(n.Title, role, width, canvas.Header)), space(gap))
}
