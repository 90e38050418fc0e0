package docx

import (
	"math"

	"github.com/presskit-go/presskit/kit/doc"
)

// Lengths of statistics that take the whole width, in modules if nothing else is
// said.
const (
	blockRule   = 2.25 // points: the rule that opens them
	bandAround  = 14   // over and under groups between two rules
	gridAround  = 12   // over and under a table of them
	bandHeading = 4    // under the rule, over the heading of a group
	bandFigures = 3    // from there to the figures
	bandRow     = 7    // between rows of one group
	bandFoot    = 5    // over the rule below
	cellSide    = 1.5 * millimetre
	gridTop     = 3 // over the figures of a group
	gridBottom  = 4 // under them

	acrossMost  = 6 // statistics side by side between two rules, if the layout does not say
	gridColumns = 4 // in a table
)

// statsCentred says that the look of statistics centres them in their cells.
func (s *sheet) statsCentred() bool { return s.d.Looks.Statistics == doc.StatsBand }

// lookOfStat gives the style of a role of statistics what the look asks for.
func (s *sheet) lookOfStat(st *style, r doc.Role) {
	if s.statsCentred() {
		st.look.Align = doc.AlignCenter
	}
	if r == doc.RoleStatGroup {
		st.borders, st.look.Before, st.look.After = sides[rule]{}, 0, 0
	}
}

// statBlock builds statistics over the whole width in the look that the layout
// chose; false if that look is none of those.
func (b *builder) statBlock(pl place, f *flow, title doc.Text, groups []*doc.StatGroup) bool {
	look := b.d.Looks.Statistics
	if look != doc.StatsBand && look != doc.StatsGrid {
		return false
	}
	if len(title) > 0 {
		p := b.text(doc.RoleStatTitle, pl.whole(), title)
		p.before = ptr(b.between(bandAround))
		*f = append(*f, p)
	}
	if look == doc.StatsGrid {
		b.statGrid(pl, f, groups)
	} else {
		b.statBand(pl.whole(), f, groups)
	}
	return true
}

// statBand builds groups centred between two rules, with hairlines between their
// cells: a table for each band, whose first row has the headings.
func (b *builder) statBand(pl place, f *flow, groups []*doc.StatGroup) {
	for i, band := range doc.StatBands(groups, b.mostAcross(groups, pl.width)) {
		t := &table{style: bandTable, start: pl.start, description: b.clean(describe(band.Groups)), before: b.modules(panelGap), after: b.between(bandAround)}
		if i == 0 {
			t.before = b.between(bandAround)
		}
		w := pl.width / doc.Pt(band.Across)
		parts := 1 // of the grid, for each statistic
		if len(band.Groups) == 1 && len(band.Groups[0].Stats)%band.Across > 0 {
			parts = 2 // a short row stands in the middle
		}
		for range parts * band.Across {
			t.grid = append(t.grid, w/doc.Pt(parts))
		}
		if len(band.Groups) > 1 { // a group is read to its end before the next one begins
			t.style = groupsTable
			t.rows = []row{b.bandGroups(band, w)}
			*f = append(*f, t)
			continue
		}
		side := sides[doc.Pt]{start: cellSide, end: cellSide}
		g := band.Groups[0]
		if t.description != "" {
			t.rows = append(t.rows, b.headingRow(g, len(t.grid), pl.width))
		}
		for at := 0; at < len(g.Stats); at += band.Across {
			m := side
			if m.top = b.modules(bandRow); at == 0 {
				m.top = b.modules(bandFigures)
			}
			if len(t.rows) == 0 {
				m.top = b.modules(bandHeading)
			}
			end := min(at+band.Across, len(g.Stats))
			if end == len(g.Stats) {
				m.bottom = b.modules(bandFoot)
			}
			r := row{}
			for _, s := range g.Stats[at:end] {
				r.cells = append(r.cells, cell{span: parts, margins: m, content: b.stat(inCell(w-2*cellSide), s, false)})
			}
			if free := at + band.Across - end; free > 0 {
				r.cells[0].span += free
				r.cells[0].margins.start += doc.Pt(free) * w / 2
				r.fill(t.grid)
			}
			t.rows = append(t.rows, r)
		}
		if len(t.rows) == 0 {
			continue
		}
		*f = append(*f, t)
	}
}

// panelGap is the space between two bands, in modules.
const panelGap = 16

// bandGroups is the row of a band of several groups, each in a cell with its heading
// and a table of its figures.
func (b *builder) bandGroups(band doc.StatBand, w doc.Pt) row {
	var r row
	for _, g := range band.Groups {
		n := max(min(len(g.Stats), band.Across), 1)
		heading := b.text(doc.RoleStatGroup, inCell(w*doc.Pt(n)), g.Title)
		content := flow{heading}
		if len(g.Stats) > 0 {
			t := b.layoutTable(place{})
			t.style = figuresTable
			var figures row
			for _, s := range g.Stats {
				t.grid = append(t.grid, w)
				figures.cells = append(figures.cells, cell{margins: sides[doc.Pt]{top: b.modules(bandFigures), start: cellSide, end: cellSide}, content: b.stat(inCell(w-2*cellSide), s, false)})
			}
			t.rows = []row{figures}
			content = append(content, b.unboxed(t)...)
		}
		r.cells = append(r.cells, cell{span: n, margins: sides[doc.Pt]{top: b.modules(bandHeading), bottom: b.modules(bandFoot)}, content: b.closed(content)})
	}
	return r
}

// headingRow is the row of the heading of a band of one group.
func (b *builder) headingRow(g *doc.StatGroup, columns int, width doc.Pt) row {
	m := sides[doc.Pt]{top: b.modules(bandHeading), start: cellSide, end: cellSide}
	p := b.text(doc.RoleStatGroup, inCell(width-2*cellSide), g.Title)
	p.keepNext = true
	return row{header: true, cells: []cell{{span: columns, margins: m, content: flow{p}}}}
}

// mostAcross is how many statistics stand side by side: fewer than the layout
// allows where a figure has no room.
func (b *builder) mostAcross(groups []*doc.StatGroup, width doc.Pt) int {
	most := b.d.Looks.Across
	if most == 0 {
		most = acrossMost
	}
	return doc.Across(groups, most, 2, func(n int) doc.Pt { return width/doc.Pt(n) - 2*cellSide }, b.statWidth)
}

// statGrid builds a table: a row for each group, with its heading in the columns before
// the text, else over the figures.
func (b *builder) statGrid(pl place, f *flow, groups []*doc.StatGroup) {
	whole := pl.whole()
	at := gridAt{label: pl.start, gutter: b.d.Page.Gutter, columns: b.d.Looks.Across}
	if at.label < b.titleWidth() {
		at.label = 0
	}
	if at.columns == 0 {
		at.columns = gridColumns
	}
	width := whole.width - at.label
	w := (width + at.gutter) / doc.Pt(at.columns)
	t := &table{style: gridTable, description: b.clean(describe(groups)), headerColumn: at.label > 0, before: b.between(gridAround), after: b.between(gridAround)}
	if at.label > 0 {
		t.grid = append(t.grid, at.label)
	}
	for i := range at.columns {
		if i == at.columns-1 {
			w = width - doc.Pt(at.columns-1)*w
		}
		t.grid = append(t.grid, w)
	}
	at.cell = t.grid[len(t.grid)-at.columns]
	for _, g := range groups {
		if r := b.gridGroup(g, at, t.grid); len(r.cells) > 0 {
			t.rows = append(t.rows, r)
		}
	}
	*f = append(*f, t)
}

// gridAt is the grid of a table of statistics.
type gridAt struct {
	label, cell, gutter doc.Pt
	columns             int
}

// gridGroup is the row of a group. Figures that take several rows, or stand under their
// heading, are a table in it: the rules of the table stand between groups.
func (b *builder) gridGroup(g *doc.StatGroup, at gridAt, grid []doc.Pt) row {
	rows := doc.StatRows(g.Stats, at.columns, func(s *doc.Stat) int { return int(math.Ceil((b.statWidth(s) + at.gutter) / at.cell)) })
	m := sides[doc.Pt]{top: b.modules(gridTop), bottom: b.modules(gridBottom)}
	r := row{split: len(g.Stats) > wholeGroup}
	switch {
	case at.label == 0:
		if content := b.gridFigures(g, rows, at, grid); len(content) > 0 {
			r.cells = []cell{{span: at.columns, margins: m, content: b.closed(content)}}
		}
	case len(rows) > 0:
		if len(g.Title) > 0 { // its baseline is that of the figures
			head := m
			head.top += max(0, exactBaseline*(b.highest(rows[0])-b.d.Style(doc.RoleStatGroup).LineHeight))
			head.end = at.gutter
			r.cells = []cell{{margins: head, content: flow{b.text(doc.RoleStatGroup, inCell(at.label-at.gutter), g.Title)}}}
		}
		figures := b.gridCells(rows[0], m, at)
		if len(rows) > 1 {
			figures = []cell{{span: at.columns, margins: m, content: b.closed(b.gridFigures(g, rows, at, grid[1:]))}}
		}
		if len(r.cells) == 0 { // over the free column of labels
			figures[0].span, figures[0].margins.start = figures[0].span+1, at.label
		}
		r.cells = append(r.cells, figures...)
	}
	r.fill(grid)
	return r
}

// gridFigures is the table of the figures of a group, under its heading if that does not
// stand beside them.
func (b *builder) gridFigures(g *doc.StatGroup, rows [][]doc.StatCell, at gridAt, grid []doc.Pt) (f flow) {
	if at.label == 0 && len(g.Title) > 0 {
		p := b.text(doc.RoleStatGroup, inCell(at.cell*doc.Pt(at.columns)), g.Title)
		p.keepNext = true
		f = append(f, p)
	}
	t := b.layoutTable(place{}, grid...)
	for i, cells := range rows {
		var m sides[doc.Pt]
		switch {
		case i > 0:
			m.top = b.modules(bandRow)
		case len(f) > 0:
			m.top = b.modules(gridTop)
		}
		r := row{cells: b.gridCells(cells, m, at)}
		r.fill(grid)
		t.rows = append(t.rows, r)
	}
	if len(t.rows) > 0 {
		f = append(f, t)
	}
	return f
}

// gridCells are the cells of a row of figures.
func (b *builder) gridCells(stats []doc.StatCell, m sides[doc.Pt], at gridAt) (cells []cell) {
	used := 0
	for _, s := range stats {
		c := cell{span: s.Span, margins: m, content: b.stat(inCell(at.cell*doc.Pt(s.Span)-at.gutter), s.Stat, false)}
		if used += s.Span; used < at.columns {
			c.margins.end = at.gutter
		}
		cells = append(cells, c)
	}
	return cells
}

// exactBaseline is the height of the baseline in a line of exact height, as a share
// of that, from the top.
const exactBaseline = 0.8

// highest is the greatest line height of figures.
func (b *builder) highest(cells []doc.StatCell) (h doc.Pt) {
	for _, c := range cells {
		value, _ := valueRoles(c.Stat)
		h = max(h, b.d.Style(value).LineHeight)
	}
	return h
}

// addStatLook makes the table style of the look of statistics.
func (s *sheet) addStatLook() {
	top := rule{width: blockRule, color: doc.Primary}
	hairline := rule{width: thin, color: doc.Hairline}
	switch s.d.Looks.Statistics {
	case doc.StatsBand:
		around := sides[rule]{top: top, bottom: rule{width: thin, color: doc.Primary}}
		s.addTable(bandTable, "Statistics Band", tableLook{borders: around, axis: hairline, margin: cellSide})
		s.addTable(groupsTable, "Statistics Band Groups", tableLook{borders: around, axis: hairline})
		s.addTable(figuresTable, "Statistics Band Figures", tableLook{axis: hairline, margin: cellSide})
	case doc.StatsGrid:
		s.addTable(gridTable, "Statistics Grid", tableLook{borders: sides[rule]{top: top, bottom: hairline}, inside: hairline})
	}
}
