package docx

import "github.com/presskit-go/presskit/kit/doc"

// parted parts a panel of statistics that is higher than what is left of its page.
// The groups that fit stand beside the text there; the others follow as a second
// panel, beside the text that is surely on the next page, or, where too little is
// left for that, over the whole width. One that needs all of the next page stands at
// its head. Word would let a panel hang over the foot of the page, and a band in place
// of it would leave the page empty.
//
// It gives the blocks with the panels in their places; they are not changed.
func (b *builder) parted(pl place, blocks []doc.Block) []doc.Block {
	if len(blocks) < 2 {
		return blocks
	}
	a, ok := blocks[0].(*doc.Aside)
	if !ok || a.Place != doc.Sidebar || pl.side == 0 || b.d.Looks.Statistics != doc.Cards || !hasText(blocks[1:]) {
		return blocks
	}
	groups := groupsOf(a)
	if len(groups) == 0 || len(groups) != len(a.Blocks) {
		return blocks
	}
	at := pl
	at.beside, at.bounded = b.textBeside(pl, blocks[1:])
	fits := func(n int) bool {
		return b.standsBeside(at, a, b.panelHeight(a.Title, groups[:n], pl.side), b.rowsOf(groups[:n], pl.side))
	}
	first := len(groups)
	for first > 0 && !fits(first) {
		first--
	}
	if first == len(groups) {
		return blocks
	}
	next := b.surelyNext(pl, blocks)
	if next == 0 {
		return blocks
	}
	rest := *a
	rest.Blocks = a.Blocks[first:]
	if first > 0 {
		rest.Title = nil // it is read once
	}
	at.beside, at.bounded = b.textBeside(pl, blocks[next:])
	height := b.panelHeight(rest.Title, groups[first:], pl.side)
	switch high := height + b.modules(panelBelow); {
	case high > at.beside:
		rest.Place = doc.Band
	case high <= b.textHeight()-linesOver:
		b.besideNext[&rest] = false
	case height <= b.textHeight() && b.textEstimate(blocks[1:next], pl) >= b.room+surelyOver:
		b.besideNext[&rest] = true
	default:
		rest.Place = doc.Band
	}
	out := make([]doc.Block, 0, len(blocks)+1)
	if first > 0 {
		here := *a
		here.Blocks = a.Blocks[:first]
		out = append(out, &here)
	}
	out = append(out, blocks[1:next]...)
	out = append(out, &rest)
	return append(out, blocks[next:]...)
}

// surelyNext is the first block that begins on the page after that of the first block,
// as far as can be estimated; 0 if something over the whole width comes before.
func (b *builder) surelyNext(pl place, blocks []doc.Block) int {
	before := doc.Pt(0) // the height of the text up to a block
	for i := 1; i < len(blocks); i++ {
		if i > 1 {
			before += b.textEstimate(blocks[i-1:i], pl)
		}
		_, under := blocks[i-1].(*doc.Heading) // it goes with its heading
		quote, ok := blocks[i].(*doc.Callout)
		kept := doc.Pt(0)
		if _, ok := blocks[i].(*doc.Heading); ok { // with two lines under it
			kept = b.textEstimate(blocks[i:i+1], pl) + 2*b.d.Style(doc.RoleBody).LineHeight
		}
		if !under && !ok && before+kept >= b.room+linesOver {
			return i
		}
		switch blocks[i].(type) {
		case *doc.Para, *doc.List, *doc.Heading:
		case *doc.Callout:
			if quote.Role == doc.RoleQuoteWide {
				return 0
			}
		default:
			return 0
		}
	}
	return 0
}

// groupsOf are the groups of statistics of a panel.
func groupsOf(a *doc.Aside) (groups []*doc.StatGroup) {
	for _, blk := range a.Blocks {
		if g, ok := blk.(*doc.StatGroup); ok {
			groups = append(groups, g)
		}
	}
	return groups
}

// rowsOf is how many rows the figures of groups take in a panel of some width.
func (b *builder) rowsOf(groups []*doc.StatGroup, w doc.Pt) (rows int) {
	for _, g := range groups {
		rows += len(b.statRows(g.Stats, (w-2*panelPadding-pairGap)/2))
	}
	return rows
}

// linesOver is by how much the text before a panel must be higher than the room on
// its page, for the panel to stand on the next.
const linesOver doc.Pt = 30
