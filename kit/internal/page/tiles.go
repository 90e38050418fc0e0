package page

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// The anatomy of groups of statistics side by side, in modules.
const (
	tileGap  = 8.0  // between rows of figures
	bleedTop = 14.0 // over and under them on a ground that reaches the edges of the sheet
	tilesGap = 12.0 // around them
)

// leastTile is how narrow a column of figures may be where the layout does not
// say how many there are.
var leastTile = doc.MM(27)

// tiles sets groups of statistics side by side, each under a rule of its own, in
// columns of one width. Their figures are in line across the groups.
func (b *builder) tiles(n *doc.Aside, elem canvas.Elem, f frame) []*item {
	at := b.bandFrame(f)
	return b.pieces(b.tilesPanel(n, elem, b.doc.Page.SpanWidth(at.span)), at, b.modules(tilesGap))
}

// bandFrame is the frame of what takes the whole width: not that of a sidebar
// which is on every page.
func (b *builder) bandFrame(f frame) frame {
	if b.doc.Page.Sidebar.Span > 0 {
		return f
	}
	return frame{0, b.doc.Page.Columns}
}

// tilesPanel makes every row of groups a group of the panel.
func (b *builder) tilesPanel(n *doc.Aside, elem canvas.Elem, width doc.Pt) *panel {
	looks := b.doc.Looks
	onSheet := looks.Ground && looks.Bleed
	side, inner := doc.Pt(0), width
	p := &panel{gap: b.modules(groupGap)}
	var head []box
	switch {
	case onSheet:
		p.foot = b.modules(bleedTop)
		head = append(head, space(p.foot))
	case looks.Ground:
		side, inner = panelSide, width-2*panelSide
		p.foot = b.modules(panelBottom)
		head = append(head, b.rule(width, strong, doc.Primary), space(strong+b.modules(panelTop)))
	}
	p.again = stack(head...)
	if len(n.Title) > 0 {
		h := b.tree.Add(elem, canvas.Node{Tag: "H2"})
		head = append(head, padded(side, b.text(n.Title, doc.RoleStatTitle, inner, h)), space(b.modules(titleAfter)))
	}
	p.head = stack(head...)

	var groups []*doc.StatGroup
	deal := func() {
		for _, g := range b.tileGroups(groups, elem, inner, len(p.groups) == 0, len(n.Title) > 0) {
			p.groups = append(p.groups, g.padded(side))
		}
		groups = nil
	}
	for _, blk := range n.Blocks {
		if g, ok := blk.(*doc.StatGroup); ok {
			groups = append(groups, g)
			continue
		}
		deal()
		p.groups = append(p.groups, alone(padded(side, stack(b.boxes(b.inWidth(blk, b.declare(blk, elem), inner))...))))
	}
	deal()
	if looks.Ground {
		p.paint = b.tilesGround(width, onSheet)
	}
	return p
}

// tilesGround paints the ground, in the text area or from edge to edge.
func (b *builder) tilesGround(width doc.Pt, onSheet bool) func(doc.Pt) pen {
	tint := b.ink(doc.Tint)
	return func(h doc.Pt) pen {
		return func(cv canvas.Canvas, x, y doc.Pt) {
			wide := width
			if onSheet {
				x, wide = 0, b.doc.Page.Width
			}
			cv.Path(canvas.Ground, canvas.Filled(x, y, wide, h, tint))
		}
	}
}

// tileGroups sets groups in rows. The first of a panel may lead: alone, and large.
func (b *builder) tileGroups(groups []*doc.StatGroup, elem canvas.Elem, width doc.Pt, first, titled bool) []*group {
	var out []*group
	if first && len(groups) > 0 && b.doc.Looks.Lead {
		lead := groups[:1]
		columns := doc.EvenColumns(len(lead[0].Stats), b.tileColumns(lead, width, leadColumns))
		out = append(out, b.tileRow(lead, elem, width, doc.TileRow{Columns: []int{columns}}, columns, noRule))
		groups = groups[1:]
	}
	if len(groups) == 0 {
		return out
	}
	edge := ruleOver
	if b.doc.Looks.Ground && !b.doc.Looks.Bleed && !b.doc.Looks.Lead && !titled {
		edge = ruleUnder // the panel has one over them
	}
	sizes := make([]int, len(groups))
	for i, g := range groups {
		sizes[i] = len(g.Stats)
	}
	rows := doc.TileRows(sizes, b.tileColumns(groups, width, b.doc.Looks.Across))
	columns := 1
	for _, r := range rows {
		columns = max(columns, r.Width())
	}
	for _, r := range rows {
		out = append(out, b.tileRow(groups[r.First:r.First+len(r.Columns)], elem, width, r, columns, edge))
	}
	return out
}

// leadColumns is how many figures of the group that leads stand side by side.
const leadColumns = 4

// tileColumns is how many columns of figures a width has: most, or as many as the
// widest of them lets there be.
func (b *builder) tileColumns(groups []*doc.StatGroup, width doc.Pt, most int) int {
	if most <= 0 {
		most = max(int((width+pairGap)/(leastTile+pairGap)), 1)
	}
	return doc.TileColumns(groups, most, pairGap*shrunk, func(n int) doc.Pt { return columnOf(width, n) }, b.statWidth)
}

// shrunk is by how much a figure may be too wide, as a share of the gap between
// two: it is set so much smaller.
const shrunk = 2.0 / 3

// edge is where the rule of a group stands.
type edge uint8

const (
	ruleOver edge = iota
	ruleUnder
	noRule
)

// tileRow sets groups side by side, in a grid of so many columns.
func (b *builder) tileRow(groups []*doc.StatGroup, elem canvas.Elem, width doc.Pt, row doc.TileRow, columns int, at edge) *group {
	gutter := b.doc.Page.Gutter
	each := (width - doc.Pt(len(groups)-1)*gutter - doc.Pt(columns-len(groups))*pairGap) / doc.Pt(columns)
	if at == noRule { // one group over the whole width
		each = columnOf(width, columns)
	}
	out := &group{gap: b.modules(tileGap)}
	var heads, again []offset
	var rows [][]offset
	x := doc.Pt(0)
	for i, g := range groups {
		n := row.Columns[i]
		wide := doc.Pt(n)*(each+pairGap) - pairGap
		list := b.tree.Add(b.declare(g, elem), canvas.Node{Tag: "L"})
		head, repeat := b.tileHead(g, list, wide, at)
		heads, again = append(heads, offset{dx: x, box: head}), append(again, offset{dx: x, box: repeat})
		widths := slices.Repeat([]doc.Pt{each}, n)
		if at == noRule {
			widths = doc.LeadWidths(g.Stats, n, wide, pairGap, b.statWidth)
		}
		var dx doc.Pt
		for k, s := range g.Stats {
			li := b.tree.Add(list, canvas.Node{Tag: "LI"})
			cell := b.stat(s, b.tree.Add(li, canvas.Node{Tag: "LBody"}), widths[k%n], false)
			if k/n == len(rows) {
				rows = append(rows, nil)
			}
			if k%n == 0 {
				dx = 0
			}
			rows[k/n] = append(rows[k/n], offset{dx: x + dx, dy: b.figureAscent(s), box: cell})
			dx += widths[k%n] + pairGap
		}
		x += wide + gutter
	}
	out.head, out.again = beside(heads...), beside(again...)
	for _, cells := range rows {
		out.rows = append(out.rows, level(cells))
	}
	out.high = out.box().height > wholeGroup*b.doc.Page.Height
	return out
}

// figureAscent is the distance from the top of a statistic to the foot of its
// figure.
func (b *builder) figureAscent(s *doc.Stat) doc.Pt {
	value, _ := b.statStyles(s)
	return b.ascent(value)
}

// level sets boxes side by side whose dy are the distances to their baselines, so
// that these are in line.
func level(cells []offset) box {
	var low doc.Pt
	for _, c := range cells {
		low = max(low, c.dy)
	}
	for i := range cells {
		cells[i].dy = low - cells[i].dy
	}
	return beside(cells...)
}

// tileHead sets rule and heading of a group, and both once more for where the
// group goes on.
func (b *builder) tileHead(g *doc.StatGroup, list canvas.Elem, width doc.Pt, at edge) (head, again box) {
	set := func(e canvas.Elem) box {
		var parts []box
		if at == ruleOver {
			parts = append(parts, b.tileRule(width), space(b.modules(groupTop)))
		}
		if len(g.Title) > 0 {
			parts = append(parts, b.text(g.Title, doc.RoleStatGroup, width, e), space(b.modules(groupAfter)))
		}
		if at == ruleUnder {
			parts = append(parts, b.tileRule(width), space(b.modules(groupAfter)))
		}
		return stack(parts...)
	}
	again = set(canvas.Header)
	caption := canvas.Ground
	if len(g.Title) > 0 {
		caption = b.tree.Add(list, canvas.Node{Tag: "Caption"})
	}
	return set(caption), again
}

// tileRule is strong where nothing else opens the group, and fine in a panel.
func (b *builder) tileRule(width doc.Pt) box {
	if b.doc.Looks.Ground && !b.doc.Looks.Bleed {
		return b.rule(width, fine, doc.Primary)
	}
	return stack(b.rule(width, strong, doc.Primary), space(strong))
}
