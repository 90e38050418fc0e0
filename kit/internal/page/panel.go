package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// panel is an aside: groups under a title.
type panel struct {
	head   box // title and the space over the first group
	again  box // stands for head where the panel goes on
	groups []group
	gap    doc.Pt // between groups
	foot   doc.Pt
	paint  func(h doc.Pt) pen // draws the ground of a given height

	// band is the same over the full width, for where there is no room beside
	// the text; nil if there is none.
	band *box
}

// group is what a panel keeps in one piece where it can.
type group struct {
	head, again box // again where the rows go on
	rows        []box
	gap         doc.Pt // between rows
	high        bool   // so that it is parted wherever rows of it fit
	leads       bool   // its first row is one large figure, which may stand by itself
}

// alone makes a box a group of its own.
func alone(b box) group { return group{rows: []box{b}} }

// fewRows is how many rows of a group must stand in one place, if it is parted;
// one, if that is a large figure.
const fewRows = 2

// least is how many rows of its first group begin a panel, at least.
func (p *panel) least() int {
	if len(p.groups) > 0 && p.groups[0].leads {
		return 1
	}
	return fewRows
}

// fit takes the groups that fit into a height, all or as many as do. If there are
// none, as many rows of the first are taken as fit, no fewer than least; with 0
// only those of a high one. ok is false if nothing fits. rest is nil if nothing
// is left.
func (p *panel) fit(room doc.Pt, least int) (b box, rest *panel, ok bool) {
	parts := []box{p.head}
	room += slack - p.head.height - p.foot
	n := 0
	for n < len(p.groups) {
		g, gap := p.groups[n].box(), p.gapBefore(n)
		if gap.height+g.height > room {
			break
		}
		parts = append(parts, gap, g)
		room -= gap.height + g.height
		n++
	}
	left := p.groups[n:]
	if n < len(p.groups) && (n == 0 && least > 0 || p.groups[n].high) {
		gap := p.gapBefore(n)
		if taken, more, ok := p.groups[n].part(room-gap.height, max(least, 1)); ok {
			parts = append(parts, gap, taken)
			left = append([]group{more}, left[1:]...)
		}
	}
	if len(parts) == 1 {
		return box{}, nil, false
	}
	return p.onGround(stack(append(parts, space(p.foot))...), 0), p.from(left), true
}

// onGround sets a box on the ground of the panel, which reaches so much further down.
func (p *panel) onGround(b box, more doc.Pt) box {
	if p.paint == nil {
		return b
	}
	return beside(offset{box: box{height: b.height, draw: p.paint(b.height + more)}}, offset{box: b})
}

// pieces makes the groups of a panel items of the flow, one under another on one
// ground, so that a page may end between them; a high group is parted between its
// rows. What goes on on another page has its head once more.
func (b *builder) pieces(p *panel, at frame, around doc.Pt) []*item {
	var items []*item
	add := func(head, again, rows box, gap, more doc.Pt) {
		it := b.whole(p.onGround(stack(head, rows, space(gap)), more))
		it.frame, it.tight, it.after = at, true, around
		if again.height > 0 {
			it.reopen = []*item{{part: b.part, frame: at, glue: true, box: p.onGround(again, fine)}}
		}
		items = append(items, it)
	}
	head, again := p.head, box{}
	for n, g := range p.groups {
		end, more := p.gap, fine // grounds overlap, so that no seam shows between them
		if n == len(p.groups)-1 {
			end, more = p.foot, 0
		}
		from := 0
		for first := min(fewRows, len(g.rows)-1); g.high && first > 0 && from < len(g.rows)-1; from, first = from+first, 1 {
			some := group{head: g.head, rows: g.rows[from : from+first], gap: g.gap}
			add(head, again, some.box(), g.gap, fine)
			head, again, g.head = box{}, stack(p.again, g.again), box{}
		}
		add(head, again, (&group{head: g.head, rows: g.rows[from:], gap: g.gap}).box(), end, more)
		head, again = box{}, p.again
	}
	if len(items) > 0 {
		items[0].before, items[0].tight = around, false
	}
	return items
}

// gapBefore is the space over group n.
func (p *panel) gapBefore(n int) box {
	if n == 0 {
		return box{}
	}
	return space(p.gap)
}

// from is the panel that goes on with what is left of its groups; nil if nothing
// is.
func (p *panel) from(left []group) *panel {
	if len(left) == 0 {
		return nil
	}
	return &panel{head: p.again, again: p.again, groups: left, gap: p.gap, foot: p.foot, paint: p.paint}
}

// box is the whole group.
func (g *group) box() box {
	boxes := []box{g.head}
	for i, r := range g.rows {
		if i > 0 {
			boxes = append(boxes, space(g.gap))
		}
		boxes = append(boxes, r)
	}
	return stack(boxes...)
}

// part takes the rows that fit into a height, but neither all of them nor fewer
// than least.
func (g *group) part(room doc.Pt, least int) (taken box, more group, ok bool) {
	n := 0
	room -= g.head.height - g.gap
	for n < len(g.rows)-1 && g.rows[n].height+g.gap <= room {
		room -= g.rows[n].height + g.gap
		n++
	}
	if n < least {
		return box{}, group{}, false
	}
	some := group{head: g.head, rows: g.rows[:n], gap: g.gap}
	more = group{head: g.again, again: g.again, rows: g.rows[n:], gap: g.gap, high: g.high}
	return some.box(), more, true
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
	width := b.doc.Page.SpanWidth(b.side(f).Span) - 2*side
	p.again = stack(p.again, padded(side, b.text(n.Title, role, width, canvas.Header)), space(gap))
}
