package page

import "github.com/presskit-go/presskit/kit/internal/canvas"

// readParts declares what of a panel goes on on a later page as an Aside of its
// own, which is read before the first block that begins on that page or after it:
// whoever reads page by page hears what stands there, and the order of the tags is
// that of the pages.
func (b *builder) readParts(sheets []*sheet) {
	firsts := make([]canvas.Elem, len(sheets)+1)
	for i := len(sheets) - 1; i >= 0; i-- {
		if firsts[i] = sheets[i].firstBlock(); firsts[i] == canvas.Root {
			firsts[i] = firsts[i+1]
		}
	}
	for i, s := range sheets {
		for _, bd := range s.bands {
			for _, p := range append(bd.side[:len(bd.side):len(bd.side)], bd.main...) {
				if p.panel > 0 && len(p.groups) > 0 {
					b.readPart(p, firsts[i])
				}
			}
		}
	}
}

// firstBlock is the element of the first block that begins on a sheet, but for
// those that may have been moved there.
func (s *sheet) firstBlock() canvas.Elem {
	for _, bd := range s.bands {
		for _, m := range bd.main {
			if m.item.elem > 0 && !m.item.quote && !m.item.isFigure() {
				return m.item.elem
			}
		}
	}
	if s.foot != nil {
		return s.foot.item.elem
	}
	return canvas.Root
}

// readPart moves the elements of what stands on a page to a part of their panel.
func (b *builder) readPart(p placed, before canvas.Elem) {
	if nodes := b.tree.Nodes; before != canvas.Root && nodes[p.panel].Parent != nodes[before].Parent {
		return
	}
	if g := p.groups[0]; g.later && len(g.entries) > 0 && len(g.entries[0]) > 0 {
		b.leaveRows(g, g.entries[0][0])
	}
	aside := b.tree.Part(p.panel, before)
	for _, g := range p.groups {
		b.tree.Nodes[g.elem].Parent = aside
	}
}

// leaveRows leaves what stands before a row of a group, with its title, where the
// group was, which takes the others with it: it is the last there.
func (b *builder) leaveRows(g group, row canvas.Elem) {
	like := func(e, parent canvas.Elem) canvas.Elem {
		return b.tree.Add(parent, canvas.Node{Tag: b.tree.Nodes[e].Tag})
	}
	list := like(g.list, like(g.elem, b.tree.Nodes[g.elem].Parent))
	for e := g.list + 1; e < row; e++ {
		if b.tree.Nodes[e].Parent == g.list {
			b.tree.Nodes[e].Parent = list
		}
	}
}
