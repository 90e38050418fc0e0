package docx

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// The anatomy of groups of statistics side by side, in modules.
const (
	bleedTop = 14.0 // over and under them on a ground that reaches the edges of the sheet
	tilesGap = 12.0 // around them

	leastTile   = 27 * millimetre // how narrow a column of figures may be
	leadColumns = 4               // figures side by side of the group that leads
)

// tile is a cell of a row of tiles, from one distance from the start of the table
// to another.
type tile struct {
	from, to doc.Pt
	cell     cell
}

// tiles builds groups of statistics side by side over the whole width, each under
// a rule of its own: a table whose rows are in line across the groups.
func (b *builder) tiles(pl place, f *flow, title doc.Text, groups []*doc.StatGroup) {
	if b.d.Page.Sidebar.Span == 0 {
		pl = pl.whole()
	}
	looks := b.d.Looks
	ground, onSheet := looks.Ground, looks.Ground && looks.Bleed
	t := &table{style: tilesTable, start: pl.start, caption: b.clean(title.Plain()), description: b.clean(describe(groups))}
	if t.caption == "" {
		t.caption = b.clean(groups[0].Title.Plain())
	}
	width, from, pad := pl.width, doc.Pt(0), doc.Pt(0) // the table; the figures in it
	inner, foot := width, 0.0
	switch {
	case onSheet:
		t.style, t.start = bleedTable, -b.d.Page.Start
		width, from, pad, foot = b.d.Page.Width, b.d.Page.Start, bleedTop, bleedTop
	case ground:
		t.style = panelTable
		from, inner, pad, foot = panelPadding, width-2*panelPadding, panelTop, panelFoot
	}
	var rows [][]tile
	if len(title) > 0 {
		heading := b.text(doc.RoleStatTitle, inCell(inner), title)
		rows = append(rows, []tile{{from, from + inner, cell{content: flow{heading}}}})
	}
	rows = append(rows, b.tileGroups(groups, from, inner, len(title) > 0)...)
	for i := range rows[0] {
		rows[0][i].cell.margins.top += b.modules(pad)
	}
	for i := range rows[len(rows)-1] {
		rows[len(rows)-1][i].cell.margins.bottom = b.modules(foot)
	}
	b.fillTiles(t, rows, width)
	t.before, t.after = b.between(tilesGap), b.between(tilesGap)
	*f = append(*f, t)
}

// tileGroups gives the rows of all groups.
func (b *builder) tileGroups(groups []*doc.StatGroup, from, width doc.Pt, titled bool) [][]tile {
	var out [][]tile
	looks := b.d.Looks
	if looks.Lead {
		lead := groups[:1]
		columns := doc.EvenColumns(len(lead[0].Stats), b.tileColumns(lead, width, leadColumns))
		out = append(out, b.tileRows(lead, doc.TileRow{Columns: []int{columns}}, from, width, columns, b.groupStyle(noRule))...)
		groups = groups[1:]
	}
	at := ruleOver
	if looks.Ground && !looks.Bleed && !looks.Lead && !titled {
		at = ruleUnder
	}
	sizes := make([]int, len(groups))
	for i, g := range groups {
		sizes[i] = len(g.Stats)
	}
	rows := doc.TileRows(sizes, b.tileColumns(groups, width, looks.Across))
	columns := 1
	for _, r := range rows {
		columns = max(columns, r.Width())
	}
	for _, r := range rows {
		some := b.tileRows(groups[r.First:r.First+len(r.Columns)], r, from, width, columns, b.groupStyle(at))
		if len(out) > 0 {
			for i := range some[0] {
				some[0][i].cell.margins.top = b.modules(groupGap - statRowGap)
			}
		}
		out = append(out, some...)
	}
	return out
}

// edge is where the rule of a group stands.
type edge uint8

const (
	ruleOver edge = iota
	ruleUnder
	noRule
)

// groupStyle is the style of the heading of a group: with a fine rule in a panel,
// a strong one elsewhere, or none.
func (b *builder) groupStyle(at edge) string {
	id := paragraphID(doc.RoleStatGroup)
	looks := b.d.Looks
	before := b.d.Style(doc.RoleStatGroup).Before
	switch {
	case at == noRule:
		return b.sheet.variant(id, "Stat Group Lead", func(v *style) { v.borders = sides[rule]{} }).id
	case at == ruleUnder:
		return b.sheet.variant(id, "Stat Group Over Rule", func(v *style) {
			v.borders = sides[rule]{bottom: rule{width: thin, color: doc.Primary, space: v.look.After}}
		}).id
	case looks.Ground && !looks.Bleed:
		return id
	}
	return b.sheet.variant(id, "Stat Group Strong", func(v *style) {
		v.borders = sides[rule]{top: rule{width: thick, color: doc.Primary, space: before}}
	}).id
}

// tileRows builds groups side by side, each in a cell with its heading and a table
// of its figures, in a grid of so many columns. So a group is read to its end before
// the next one begins. Rows of figures are as high as the highest beside them.
func (b *builder) tileRows(groups []*doc.StatGroup, r doc.TileRow, from, width doc.Pt, columns int, heading string) [][]tile {
	gutter := b.d.Page.Gutter
	each := (width - doc.Pt(len(groups)-1)*gutter - doc.Pt(columns-len(groups))*pairGap) / doc.Pt(columns)
	each = max(each, leastWidth)
	widths := make([][]doc.Pt, len(groups)) // of the columns of each
	for i, g := range groups {
		n := r.Columns[i]
		if widths[i] = slices.Repeat([]doc.Pt{each}, n); heading == b.groupStyle(noRule) {
			widths[i] = doc.LeadWidths(g.Stats, n, doc.Pt(n)*(each+pairGap)-pairGap, pairGap, b.statWidth)
		}
	}
	if len(groups) == 1 {
		return b.tilesAlone(groups[0], widths[0], from, heading)
	}
	heights := b.tileHeights(groups, widths)
	var tiles []tile
	x := from
	for i, g := range groups {
		n := r.Columns[i]
		wide := doc.Pt(n)*(each+pairGap) - pairGap
		h := b.para(heading, inCell(wide), b.runs(g.Title, doc.RoleStatGroup)...)
		content := flow{h}
		if len(g.Stats) > 0 {
			content = append(content, b.unboxed(b.tileFigures(g, widths[i], heights))...)
		}
		tiles = append(tiles, tile{x, x + wide, cell{content: b.closed(content), margins: sides[doc.Pt]{bottom: b.modules(statRowGap)}}})
		x += wide + gutter
	}
	return [][]tile{tiles}
}

// unboxed is a table inside a cell, or what stands in it if that is a single column: one
// thing under another needs no table, and the cell no paragraph to end with.
func (b *builder) unboxed(t *table) (f flow) {
	for _, r := range t.rows {
		if len(r.cells) != 1 {
			return flow{t}
		}
	}
	for i, r := range t.rows {
		c := &r.cells[0]
		if i < len(t.rows)-1 { // in line with the rows of others
			high := b.flowHeight(c.content, t.width()-c.margins.start-c.margins.end)
			c.margins.bottom = max(c.margins.bottom, r.height-high)
		}
		b.insetCell(c, 0)
		f = append(f, c.content...)
	}
	return f
}

// tilesAlone gives the rows of a group that has nothing beside it: in line with those of
// the whole table, which needs no table inside for it.
func (b *builder) tilesAlone(g *doc.StatGroup, widths []doc.Pt, from doc.Pt, heading string) [][]tile {
	wide := doc.Pt(len(widths)-1) * pairGap
	for _, w := range widths {
		wide += w
	}
	h := b.para(heading, inCell(wide), b.runs(g.Title, doc.RoleStatGroup)...)
	h.keepNext = len(g.Stats) > 0
	out := [][]tile{{{from, from + wide, cell{content: flow{h}}}}}
	if len(g.Stats) > 0 {
		figures := b.tileFigures(g, widths, nil)
		for _, r := range figures.rows {
			var tiles []tile
			x, column := from, 0
			for _, c := range r.cells {
				start := x
				for range max(c.span, 1) {
					x += figures.grid[column]
					column++
				}
				t := tile{start + c.margins.start, x - c.margins.end, c}
				t.cell.span, t.cell.margins.start, t.cell.margins.end = 0, 0, 0
				tiles = append(tiles, t)
			}
			out = append(out, tiles)
		}
	}
	for i := range out[len(out)-1] {
		out[len(out)-1][i].cell.margins.bottom = b.modules(statRowGap)
	}
	return out
}

// tileFigures is the table of the figures of a group, in columns of some widths. Where
// one has a ring beside it, every column is parted in two, close to the words.
func (b *builder) tileFigures(g *doc.StatGroup, widths, heights []doc.Pt) *table {
	columns, each := len(widths), widths[0]
	ring, parts := each, 1 // from where the ring begins to the end of the column
	for _, s := range g.Stats {
		if beside := b.besideRing(s, each); b.ringBeside(s, beside) {
			_, label := valueRoles(s)
			look := b.d.Style(label)
			words := max(b.statWidth(s), b.fonts.advance(s.Label.Plain(), look, look.Size))
			// Of the gap that they have between them, tiles have a half at their sides.
			ring, parts = min(ring, max(each-words-ringFrom, ringWidth(s)+pairGap/2)), 2
		}
	}
	t := b.layoutTable(place{})
	for k, w := range widths {
		if k < columns-1 {
			w += pairGap
		}
		if parts == 2 {
			t.grid = append(t.grid, each-ring)
			w -= each - ring
		}
		t.grid = append(t.grid, w)
	}
	for k, s := range g.Stats {
		if k%columns == 0 {
			r := row{}
			if len(heights) > 0 {
				r.height = heights[k/columns]
			}
			t.rows = append(t.rows, r)
		}
		last := &t.rows[len(t.rows)-1]
		var m sides[doc.Pt]
		if k/columns < (len(g.Stats)-1)/columns {
			m.bottom = b.modules(statRowGap)
		}
		if k%columns < columns-1 {
			m.end = pairGap
		}
		if parts == 2 && b.ringBeside(s, each-ring) {
			words := m
			words.end = 0
			last.cells = append(last.cells, b.ringCells(s, each-ring, words, m, doc.AlignStart, false)...)
			continue
		}
		own := widths[k%columns]
		if m.end > 0 && b.statWidth(s) > own {
			m.end -= pairGap * shrunk
		}
		last.cells = append(last.cells, cell{span: parts, margins: m, content: b.stat(inCell(own), s, false)})
	}
	t.rows[len(t.rows)-1].fill(t.grid)
	return t
}

// tileHeights is how high the rows of figures are at least, so that those of groups
// side by side are in line.
func (b *builder) tileHeights(groups []*doc.StatGroup, widths [][]doc.Pt) (heights []doc.Pt) {
	for i, g := range groups {
		n := len(widths[i])
		for k, s := range g.Stats {
			row := k / n
			if row == len(heights) {
				heights = append(heights, 0)
			}
			h := b.statHeight(s, widths[i][k%n])
			if row < (len(g.Stats)-1)/n {
				h += b.modules(statRowGap)
			}
			heights[row] = max(heights[row], h)
		}
	}
	return heights
}

// ringFrom is the distance of a ring from the words beside it.
const ringFrom = 1.5 * pairGap

// shrunk is by how much a figure may be too wide, as a share of the gap between
// two.
const shrunk = 2.0 / 3

// tileColumns is how many columns of figures a width has: most, or as many as the
// widest of them lets there be.
func (b *builder) tileColumns(groups []*doc.StatGroup, width doc.Pt, most int) int {
	if most <= 0 {
		most = max(int((width+pairGap)/(leastTile+pairGap)), 1)
	}
	return doc.TileColumns(groups, most, pairGap*shrunk, func(n int) doc.Pt { return (width - doc.Pt(n-1)*pairGap) / doc.Pt(n) }, b.statWidth)
}

// tall says that a cell has more figures than are kept on one page.
func (c tile) tall() bool {
	for _, e := range c.cell.content {
		if t, ok := e.(*table); ok && len(t.rows)*len(t.grid) > wholeGroup {
			return true
		}
	}
	return false
}

// fillTiles makes one grid of rows of cells that begin and end where they like:
// wherever one begins is an edge of the grid. A cell goes up to the next one, so
// that none is empty, and has the gap between them at its end, but for the margin
// that the style of the table gives to all.
func (b *builder) fillTiles(t *table, rows [][]tile, width doc.Pt) {
	edges, margin := []doc.Pt{0, width}, b.sheet.tableLook(t.style).margin
	for _, r := range rows {
		for _, c := range r[1:] {
			edges = append(edges, c.from-margin)
		}
	}
	slices.Sort(edges)
	edges = slices.CompactFunc(edges, func(x, y doc.Pt) bool { return math.Abs(x-y) < nearEdge })
	for i := 1; i < len(edges); i++ {
		t.grid = append(t.grid, edges[i]-edges[i-1])
	}
	at := func(x doc.Pt) int { // the edge at x
		k, _ := slices.BinarySearch(edges, x-nearEdge)
		return min(k, len(edges)-1)
	}
	for _, r := range rows {
		out := row{split: slices.ContainsFunc(r, func(c tile) bool { return c.tall() })}
		start := 0
		for i, c := range r {
			end := len(edges) - 1
			if i+1 < len(r) {
				end = at(r[i+1].from - margin)
			}
			c.cell.span = end - start
			c.cell.margins.start = max(c.from-edges[start], 0)
			c.cell.margins.end = max(edges[end]-c.to, 0)
			out.cells = append(out.cells, c.cell)
			start = end
		}
		t.rows = append(t.rows, out)
	}
}

// nearEdge is how near two edges are that are taken for one.
const nearEdge doc.Pt = 1
