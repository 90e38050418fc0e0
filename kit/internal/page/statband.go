package page

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// The anatomy of statistics between two rules. Vertical distances are in modules.
const (
	bandAround  = 14.0 // over and under the whole
	bandHeading = 4.0  // under the rule, over the heading of a group
	bandFigures = 3.0  // from there to the figures
	bandRow     = 7.0  // between rows of one group
	bandFoot    = 5.0  // over the rule below

	acrossMost = 6 // statistics side by side, if the layout does not say
)

// cellSide keeps what stands in a cell from the hairlines beside it.
var cellSide = doc.MM(1.5)

// statBand sets groups centred between two rules, with hairlines between their
// cells: side by side as long as there is room, a long one in several rows. A page
// ends between these if all of them are higher than half of it.
func (b *builder) statBand(n *doc.Aside, elem canvas.Elem) []*item {
	full := b.doc.Page.TextWidth()
	var items []*item
	if len(n.Title) > 0 {
		it := b.whole(b.text(n.Title, doc.RoleStatTitle, full, b.tree.Add(elem, canvas.Node{Tag: "H2"})))
		it.after, it.glue = b.modules(titleAfter), true
		items = append(items, it)
	}
	var groups []*doc.StatGroup
	flush := func() {
		for _, rows := range doc.StatBands(groups, b.mostAcross(groups, full)) {
			band := b.bandItems(rows, elem, full)
			if len(items) > 0 && !items[len(items)-1].glue {
				band[0].before = b.modules(panelGap)
			}
			items = append(items, band...)
		}
		groups = nil
	}
	for _, blk := range n.Blocks {
		if g, ok := blk.(*doc.StatGroup); ok {
			groups = append(groups, g)
			continue
		}
		flush()
		items = append(items, b.inWidth(blk, b.declare(blk, elem), full)...)
	}
	flush()
	return b.overAll(items, b.modules(bandAround))
}

// overAll gives items the whole width, and the space around a panel.
func (b *builder) overAll(items []*item, around doc.Pt) []*item {
	for _, it := range items {
		it.frame = frame{0, b.doc.Page.Columns}
	}
	if n := len(items); n > 0 {
		items[0].before, items[n-1].after = around, around
	}
	return items
}

// mostAcross is how many statistics stand side by side: fewer than the layout
// allows where a figure has no room.
func (b *builder) mostAcross(groups []*doc.StatGroup, width doc.Pt) int {
	most := b.doc.Looks.Across
	if most == 0 {
		most = acrossMost
	}
	return doc.Across(groups, most, 2, func(n int) doc.Pt { return width/doc.Pt(n) - 2*cellSide }, b.statWidth)
}

// bandItems sets one band: an item for each row.
func (b *builder) bandItems(rows doc.StatBand, elem canvas.Elem, width doc.Pt) []*item {
	cell := width / doc.Pt(rows.Across)
	var headings, figures, rules []offset
	var more []box // rows of a group that has several
	var x doc.Pt
	for i, g := range rows.Groups {
		list := b.tree.Add(b.declare(g, elem), canvas.Node{Tag: "L"})
		own := min(len(g.Stats), rows.Across)
		wide := cell * doc.Pt(max(own, 1))
		if len(g.Title) > 0 {
			st := b.doc.Style(doc.RoleStatGroup)
			st.Align = doc.AlignCenter
			caption := b.tree.Add(list, canvas.Node{Tag: "Caption"})
			title := b.paragraph(g.Title, st, wide-2*cellSide, caption, setOptions{}).box()
			headings = append(headings, offset{dx: x + cellSide, box: title})
		}
		if i > 0 {
			rules = append(rules, offset{dx: x})
		}
		for at := 0; at < len(g.Stats); at += rows.Across {
			row := g.Stats[at:min(at+rows.Across, len(g.Stats))]
			cells := b.bandCells(row, list, cell)
			if at == 0 {
				figures = append(figures, offset{dx: x, box: cells})
			} else { // a short row stands in the middle
				more = append(more, padded(cell*doc.Pt(own-len(row))/2, cells))
			}
		}
		x += wide
	}
	head := beside(headings...)
	if head.height > 0 {
		head.height += b.modules(bandFigures)
	}
	body := stack(head, beside(figures...))
	for i := range rules { // between groups, as high as heading and figures
		rules[i].box = b.upright(body.height)
	}
	first := stack(b.thickness(width), space(b.modules(bandHeading)), beside(append([]offset{{box: body}}, rules...)...))
	boxes := append([]box{first}, more...)
	items := make([]*item, len(boxes))
	high := stack(boxes...).height > wholeGroup*b.doc.Page.Height
	for i, bx := range boxes {
		items[i] = b.whole(bx)
		items[i].after, items[i].glue = b.modules(bandRow), !high
	}
	last := items[len(items)-1]
	last.glue = false
	last.box, last.after = stack(last.box, space(b.modules(bandFoot)), b.rule(width, fine, doc.Primary), space(fine)), 0
	return items
}

// thickness is the rule that opens a block, with the height that it takes.
func (b *builder) thickness(width doc.Pt) box {
	return beside(offset{box: b.rule(width, quoteRule, doc.Primary)}, offset{box: space(quoteRule)})
}

// upright is a vertical hairline; it takes no width.
func (b *builder) upright(height doc.Pt) box {
	hair := b.ink(doc.Hairline)
	return box{draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Path(canvas.Ground, canvas.Filled(x-fine/2, y, fine, height, hair))
	}}
}

// bandCells sets statistics side by side, with hairlines between them.
func (b *builder) bandCells(stats []*doc.Stat, list canvas.Elem, cell doc.Pt) box {
	var cells []offset
	base := b.statAscent(stats)
	for i, s := range stats {
		body := b.tree.Add(b.tree.Add(list, canvas.Node{Tag: "LI"}), canvas.Node{Tag: "LBody"})
		cells = append(cells, offset{dx: cell*doc.Pt(i) + cellSide, dy: base - b.figureAscent(s), box: b.stat(s, body, cell-2*cellSide, false)})
	}
	row := beside(cells...)
	var hair []offset
	for i := 1; i < len(stats); i++ {
		hair = append(hair, offset{dx: cell * doc.Pt(i), box: b.upright(row.height)})
	}
	return beside(slices.Concat([]offset{{box: row}}, hair)...)
}

// statAscent is the distance from the top of a row of statistics to the baseline
// that all of their figures share.
func (b *builder) statAscent(stats []*doc.Stat) (ascent doc.Pt) {
	for _, s := range stats {
		ascent = max(ascent, b.figureAscent(s))
	}
	return ascent
}
