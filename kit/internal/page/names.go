package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// names sets people one under another under a rule, beside the text; in it, where
// nothing stands beside it.
func (b *builder) names(n *doc.Aside, elem canvas.Elem, f frame) []*item {
	span := b.side(f).Span
	if n.Place != doc.Sidebar || span == 0 {
		return b.blocks(n.Blocks, elem, f)
	}
	width := b.doc.Page.SpanWidth(span)
	head := stack(b.rule(width, strong, doc.Primary), space(strong), space(b.modules(sideWords)))
	p := &panel{head: head, again: head}
	p.gap = b.modules(nameGap)
	// A name stays with what is said of it, and the first with the heading.
	for from, i := 0, 1; i <= len(n.Blocks); i++ {
		if i == len(n.Blocks) || i > max(from, 1) && isName(n.Blocks[i]) {
			p.groups = append(p.groups, alone(stack(b.boxes(b.piled(n.Blocks[from:i], elem, width))...)))
			from = i
		}
	}
	return []*item{{part: b.part, frame: f, panel: p}}
}

// nameGap is the space between people, in modules.
const nameGap = 4.0

func isName(blk doc.Block) bool {
	p, ok := blk.(*doc.Para)
	return ok && p.Role == doc.RoleContactName
}
