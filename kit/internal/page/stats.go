package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// The anatomy of the statistics panel. Vertical distances are in modules.
const (
	panelTop      = 5.0
	panelBottom   = 8.0
	titleAfter    = 6.0
	groupGap      = 9.0
	groupTop      = 3.0 // under its rule
	groupAfter    = 5.0 // under its heading
	statGap       = 7.0 // between rows
	smallestValue = 12  // points to which a long figure may shrink
)

var (
	panelSide = doc.MM(4)
	pairGap   = doc.MM(3)
)

// aside sets a panel: beside the text, or as a band over the whole width.
func (b *builder) aside(n *doc.Aside, elem canvas.Elem, f frame) []*item {
	full := b.doc.Page.Columns
	if n.Role == doc.RoleContents {
		span := full
		if n.Place == doc.Sidebar && b.side(f).Span > 0 {
			span = b.side(f).Span
		}
		width, across := b.doc.Page.SpanWidth(span), b.doc.Page.TextWidth()
		alone := f.off > 0 && b.side(f).Span == 0 // no panel stands beside this text
		if alone {
			width = b.doc.Page.SpanWidth(f.span)
			across = width
		}
		p := b.contentsPanel(n, elem, width, across)
		if alone && p.band != nil {
			it := b.whole(*p.band)
			it.after = b.modules(panelGap)
			return []*item{it}
		}
		return []*item{{part: b.part, frame: f, panel: p}}
	}
	if n.Role == doc.RoleNames {
		return b.names(n, elem, f)
	}
	if look := b.doc.Looks.Statistics; n.Role == doc.RoleStatistics {
		switch look {
		case doc.StatsBand:
			return b.statBand(n, elem)
		case doc.StatsGrid:
			return b.statGrid(n, elem, f)
		}
	}
	if side := b.side(f).Span; n.Place == doc.Sidebar && side > 0 {
		if it := b.sidePanel(n, elem, f, b.doc.Page.SpanWidth(side)); it != nil {
			return []*item{it}
		}
		p := b.statPanel(n, elem, b.doc.Page.SpanWidth(side), 2)
		return []*item{{part: b.part, frame: f, panel: p}}
	}
	if n.Role == doc.RoleQuotes {
		return b.blocks(n.Blocks, elem, f)
	}
	if look := b.doc.Looks.Statistics; look == doc.Tiles || look == doc.StatsList {
		return b.tiles(n, elem, f)
	}
	return b.pieces(b.statPanel(n, elem, b.doc.Page.SpanWidth(full), 4), frame{0, full}, b.modules(12))
}

// statPanel sets the groups of an aside on a tinted ground. A group is set in
// so many columns.
func (b *builder) statPanel(n *doc.Aside, elem canvas.Elem, width doc.Pt, columns int) *panel {
	inner := width - 2*panelSide
	head := []box{b.rule(width, strong, doc.Primary), space(strong + b.modules(panelTop))}
	if len(n.Title) > 0 {
		h := b.tree.Add(elem, canvas.Node{Tag: "H2"})
		head = append(head, padded(panelSide, b.text(n.Title, doc.RoleStatTitle, inner, h)), space(b.modules(titleAfter)))
	}
	p := &panel{head: stack(head...), again: stack(head[:2]...), gap: b.modules(groupGap), foot: b.modules(panelBottom)}
	for _, blk := range n.Blocks {
		e := b.declare(blk, elem)
		if g, ok := blk.(*doc.StatGroup); ok {
			p.groups = append(p.groups, b.statGroup(g, e, inner, columns).padded(panelSide))
			continue
		}
		var boxes []box
		for _, it := range b.inWidth(blk, e, inner) {
			boxes = append(boxes, it.box)
		}
		other := alone(padded(panelSide, stack(boxes...)))
		p.groups = append(p.groups, other)
	}
	tint := b.ink(doc.Tint)
	p.paint = func(h doc.Pt) pen {
		return func(cv canvas.Canvas, x, y doc.Pt) { cv.Path(canvas.Ground, canvas.Filled(x, y, width, h, tint)) }
	}
	return p
}

// wholeGroup is how high a group may be that is not parted where it could stand
// whole, as a share of the sheet.
const wholeGroup = 0.5

// statGroup sets a rule, the group's heading and rows of statistics: highlighted
// ones and those with a chart over the whole width, the others side by side.
func (b *builder) statGroup(n *doc.StatGroup, elem canvas.Elem, width doc.Pt, columns int) *group {
	list := b.tree.Add(elem, canvas.Node{Tag: "L"})
	g := &group{gap: b.modules(statGap)}
	g.head = stack(b.rule(width, fine, doc.Primary), space(b.modules(groupTop)))
	g.again = g.head
	if len(n.Title) > 0 {
		title := func(e canvas.Elem) box { return b.text(n.Title, doc.RoleStatGroup, width, e) }
		caption := b.tree.Add(list, canvas.Node{Tag: "Caption"})
		after := space(b.modules(groupAfter))
		g.again = stack(g.head, title(canvas.Header), after)
		g.head = stack(g.head, title(caption), after)
	}
	rows := b.statRows(n.Stats, width, columns)
	g.leads = len(rows) > 0 && len(rows[0]) == 1 && rows[0][0].Highlight
	for _, row := range rows {
		var cells []offset
		for i, s := range row {
			li := b.tree.Add(list, canvas.Node{Tag: "LI"})
			body := b.tree.Add(li, canvas.Node{Tag: "LBody"})
			w := columnOf(width, columns)
			alone := len(row) == 1 && columns <= fewColumns || b.statWidth(s) > w
			if alone {
				w = width
			}
			cells = append(cells, offset{dx: doc.Pt(i) * (w + pairGap), box: b.stat(s, body, w, alone)})
		}
		g.rows = append(g.rows, beside(cells...))
	}
	g.high = g.box().height > wholeGroup*b.doc.Page.Height
	return g
}

// fewColumns is how many columns of statistics stand in a panel beside the text,
// where what is alone in its row takes all of it.
const fewColumns = 2

// columnOf is the width of one of several columns of statistics.
func columnOf(width doc.Pt, columns int) doc.Pt {
	return (width - doc.Pt(columns-1)*pairGap) / doc.Pt(columns)
}

// statRows deals statistics out to rows.
func (b *builder) statRows(stats []*doc.Stat, width doc.Pt, columns int) [][]*doc.Stat {
	var rows [][]*doc.Stat
	room := 0 // in the last row
	for _, s := range stats {
		alone := columns <= fewColumns && (s.Highlight || s.Chart != nil) || b.statWidth(s) > columnOf(width, columns)
		switch {
		case alone:
			rows, room = append(rows, []*doc.Stat{s}), 0
		case room == 0:
			rows, room = append(rows, []*doc.Stat{s}), columns-1
		default:
			last := &rows[len(rows)-1]
			*last = append(*last, s)
			room--
		}
	}
	return rows
}

// padded gives a group a left edge.
func (g *group) padded(dx doc.Pt) group {
	p := group{head: padded(dx, g.head), again: padded(dx, g.again), gap: g.gap, high: g.high, leads: g.leads}
	for _, r := range g.rows {
		p.rows = append(p.rows, padded(dx, r))
	}
	return p
}

// statStyles are the styles of a figure and of its label.
func (b *builder) statStyles(s *doc.Stat) (value, label doc.Style) {
	value, label = b.doc.Style(doc.RoleStatValue), b.doc.Style(doc.RoleStatLabel)
	if s.Highlight {
		value, label = b.doc.Style(doc.RoleStatHighlight), b.doc.Style(doc.RoleStatLabelLarge)
	}
	if b.statsCentred() {
		value.Align, label.Align = doc.AlignCenter, doc.AlignCenter
	}
	return value, label
}

// statsCentred says that the look of statistics centres them in their cells.
func (b *builder) statsCentred() bool { return b.doc.Looks.Statistics == doc.StatsBand }

// statWidth is the natural width of the line of a figure.
func (b *builder) statWidth(s *doc.Stat) doc.Pt {
	st, _ := b.statStyles(s)
	return b.set.Width(b.spans(&paragraph{b: b}, s.Line(), st, canvas.Ground))
}

// stat sets a figure with its label, chart and notes. alone says that no other
// stands beside it.
func (b *builder) stat(s *doc.Stat, elem canvas.Elem, width doc.Pt, alone bool) box {
	if s.Chart != nil && s.Chart.Picture != nil {
		return b.charted(s, elem, width, alone)
	}
	return stack(append(b.words(s, elem, width), b.statNotes(s, elem, width)...)...)
}

// words sets a figure with its prefix and unit on one line, smaller if it does
// not fit, and its label below.
func (b *builder) words(s *doc.Stat, elem canvas.Elem, width doc.Pt) []box {
	st, label := b.statStyles(s)
	height := st.LineHeight
	value, labelled := b.tree.Add(elem, canvas.Node{Tag: "P"}), b.tree.Add(elem, canvas.Node{Tag: "P"})
	if w := b.statWidth(s); w > width {
		st.Size = max(st.Size*width/w, smallestValue)
	}
	p := b.paragraph(s.Line(), st, width, value, setOptions{})
	p.style.LineHeight = height
	line := p.box()
	if !b.doc.RTL && st.Align == doc.AlignStart {
		line = padded(-p.bearing(), line)
	}
	return []box{line, b.paragraph(s.Label, label, width, labelled, setOptions{}).box()}
}

// bearing is the white at the left of the first glyph, by which large figures
// would stand further in than the small type below them.
func (p *paragraph) bearing() doc.Pt {
	if len(p.lines) == 0 || len(p.lines[0].Runs) == 0 || len(p.lines[0].Runs[0].Glyphs) == 0 {
		return 0
	}
	r := p.lines[0].Runs[0]
	ink, ok := r.Font.GlyphBox(r.Glyphs[0].ID)
	if !ok {
		return 0
	}
	return min(max(doc.Pt(ink[0])/doc.Pt(r.Font.UnitsPerEm()), 0), mostBearing) * r.Size
}

// mostBearing bounds what is taken for white, in em: a bar or a minus sign has
// more, and keeps it.
const mostBearing = 0.08

// statNotes sets the small print under a statistic.
func (b *builder) statNotes(s *doc.Stat, elem canvas.Elem, width doc.Pt) []box {
	st := b.doc.Style(doc.RoleStatNote)
	if b.statsCentred() {
		st.Align = doc.AlignCenter
	}
	var boxes []box
	for _, note := range s.Notes {
		boxes = append(boxes, b.paragraph(note, st, width, b.tree.Add(elem, canvas.Node{Tag: "P"}), setOptions{}).box())
	}
	return boxes
}
