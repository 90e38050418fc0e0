package docx

import (
	"math"

	"github.com/presskit-go/presskit/kit/doc"
)

// listGroup builds a group as a table of one column, or two where there are rings: its heading under a rule, and
// its statistics with hairlines between them. It gives its height, about.
func (b *builder) listGroup(g *doc.StatGroup, title doc.Text) (*table, doc.Pt) {
	w := b.sideWidth()
	inner := inCell(w)
	t := &table{style: listTable, grid: []doc.Pt{w}, caption: b.clean(g.Title.Plain()), description: b.clean(describe([]*doc.StatGroup{g}))}
	ring := doc.Pt(0) // at the end of the figures' lines
	for _, s := range g.Stats {
		if b.ringBeside(s, b.besideRing(s, w)) {
			ring = max(ring, ringWidth(s)+pairGap)
		}
	}
	if ring > 0 {
		t.grid = []doc.Pt{w - ring, ring}
	}
	height := thick
	var head flow
	if len(title) > 0 {
		t.caption = b.clean(title.Plain())
		head = append(head, b.text(doc.RoleStatTitle, inner, title))
		height += b.fonts.height(title.Plain(), b.d.Style(doc.RoleStatTitle), w)
	}
	if len(g.Title) > 0 {
		style := b.sheet.variant(paragraphID(doc.RoleStatGroup), "Stat Group Listed", func(v *style) {
			v.borders, v.look.Before = sides[rule]{}, 0
		})
		heading := b.para(style.id, inner, b.runs(g.Title, doc.RoleStatGroup)...)
		heading.keepNext, heading.before = true, ptr(b.modules(listTop))
		head = append(head, heading)
		height += b.modules(listTop) + b.fonts.height(g.Title.Plain(), style.look, w)
	}
	if len(head) > 0 {
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: len(t.grid), content: head}}})
	}
	for i, s := range g.Stats {
		keep := i < len(g.Stats)-1
		var m sides[doc.Pt]
		if i > 0 {
			m.top = b.modules(listOver)
		}
		if keep {
			m.bottom = b.modules(listUnder)
		}
		var cells []cell
		if ring > 0 && b.ringBeside(s, w-ring) {
			cells = b.ringCells(s, w-ring, m, m, doc.AlignEnd, keep)
		} else {
			cells = []cell{{span: len(t.grid), margins: m, content: b.stat(inner, s, keep)}}
		}
		height += m.top + m.bottom + b.statHeight(s, w)
		t.rows = append(t.rows, row{cells: cells})
	}
	return t, height
}

// wordsHeight is about how high the words of a statistic are in a width.
func (b *builder) wordsHeight(s *doc.Stat, w doc.Pt) doc.Pt {
	value, label := valueRoles(s)
	h := b.d.Style(value).LineHeight*math.Max(1, math.Ceil(b.statWidth(s)/w)) + b.fonts.height(s.Label.Plain(), b.d.Style(label), w)
	for _, n := range s.Notes {
		h += b.fonts.height(n.Plain(), b.d.Style(doc.RoleStatNote), w)
	}
	return h
}

// statHeight is about how high a statistic is in a width, with a ring beside its
// words if that has room there.
func (b *builder) statHeight(s *doc.Stat, w doc.Pt) doc.Pt {
	if beside := b.besideRing(s, w); b.ringBeside(s, beside) {
		return max(b.wordsHeight(s, beside), ringTop+ringWidth(s))
	}
	return b.withChart(s, b.wordsHeight(s, w), w, 0) // no half has room for a ring
}

// besideRing is what a width leaves for the words of a statistic beside its ring.
func (b *builder) besideRing(s *doc.Stat, w doc.Pt) doc.Pt { return w - ringWidth(s) - pairGap }
