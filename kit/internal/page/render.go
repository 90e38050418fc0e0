package page

import (
	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	marotopage "github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Render draws every sheet as a page of maroto's grid. What is read comes in the order
// of the pages.
func (l *Layout) Render(cv canvas.Canvas) error {
	l.b.places = func(id string) int { return l.places[id] }
	l.order()
	if l.doc.RTL {
		cv = canvas.NewMirror(cv, l.doc.Page.Width)
	}
	cv.Begin(l.tree)
	g := l.grid()
	for i, s := range l.sheets {
		cv.StartPage(l.doc.Page.Width, l.doc.Page.Height)
		if l.doc.Theme.PaintsPaper() {
			cv.Path(canvas.Ground, canvas.Filled(0, 0, l.doc.Page.Width, l.doc.Page.Height, l.b.ink(doc.Paper)))
		}
		l.mark(cv, s)
		p := marotopage.New()
		for _, r := range l.rows(g, s, i+1) {
			p.Add(r)
		}
		p.SetConfig(g.config)
		p.SetNumber(i+1, len(l.sheets))
		p.Render(cv, g.root)
	}
	return nil
}

// grid is maroto's view of the sheet. Its columns have no gutters: we give the
// grid one gutter more than the text is wide, so that two of maroto's columns are
// one of ours with the gutter after it; regions may begin at halves.
type grid struct {
	config *entity.Config
	root   entity.Cell
	left   doc.Pt
	top    doc.Pt
	cols   int

	sidebar func(frame) doc.Region
	columnX func(float64) doc.Pt
}

// halves is how many of maroto's columns are one of ours.
const halves = 2

func (l *Layout) grid() *grid {
	p := l.doc.Page
	margins := &entity.Margins{Left: mm(p.Start), Right: mm(p.End - p.Gutter), Top: mm(p.Top)}
	return &grid{
		config: &entity.Config{Margins: margins, MaxGridSize: halves * p.Columns, Dimensions: &entity.Dimensions{Width: mm(p.Width), Height: mm(p.Height)}},
		root:   entity.NewRootCell(mm(p.Width), mm(p.Height), *margins),
		left:   p.Start, top: p.Top, cols: halves * p.Columns, sidebar: l.b.side, columnX: p.ColumnX,
	}
}

// mm turns points into maroto's unit.
func mm(pt doc.Pt) float64 { return pt * 25.4 / 72 }

// rows makes the rows of a sheet, from the masthead to the footer.
func (l *Layout) rows(g *grid, s *sheet, number int) []core.Row {
	page := l.doc.Page
	y := doc.Pt(0) // from the top margin
	var rows []core.Row
	if s.cover != nil {
		var draws []box
		for _, p := range s.cover {
			if p.draw != nil {
				draws = append(draws, box{draw: func(cv canvas.Canvas, x, y doc.Pt) { p.draw(cv, x, y-g.top+p.y) }})
			}
		}
		return []core.Row{row.New(mm(page.Height - page.Top)).Add(col.New(g.cols).Add(component{g, stack(draws...)}))}
	}
	add := func(h doc.Pt, cells ...core.Col) {
		rows = append(rows, row.New(mm(h)).Add(cells...))
		y += h
	}
	gap := func(to doc.Pt) {
		if to > y+slack/10 {
			add(to-y, col.New(g.cols))
		}
	}
	head := l.b.heads[headKey{s.part, s.first}]
	band := l.b.bands[1]
	if s.first {
		band = l.b.bands[0]
	}
	if band.draw != nil { // over the margin, so it takes no height
		head = box{height: head.height, draw: beside(offset{box: band}, offset{box: head}).draw}
	}
	if more := l.onEverySheet(s); more != nil { // like the band, in front of which it does not stand
		head = box{height: head.height, draw: beside(append(more, offset{box: head})...).draw}
	}
	add(head.height, col.New(g.cols).Add(component{g, head}))
	text := l.b.textTop(s.first) - page.Top
	for _, bd := range s.bands {
		gap(text + bd.top)
		if bd.height > 0 {
			add(bd.height, bd.cells(g)...)
		}
	}
	if s.foot != nil {
		gap(s.foot.y - page.Top)
		add(s.foot.height, col.New(g.cols).Add(component{g, s.foot.box}))
	}
	foot := l.b.footer(number, len(l.sheets))
	gap(page.Height - page.Top - page.FooterFromEdge - foot.height)
	add(foot.height, col.New(g.cols).Add(component{g, foot}))
	return rows
}

// cells makes the columns of a band.
func (bd *band) cells(g *grid) []core.Col {
	var cells []core.Col
	at, side := int(halves*bd.frame.off), g.sidebar(bd.frame)
	first := side.Offset < bd.frame.off // panels stand before the text
	if at > 0 {
		c := col.New(at)
		if bd.title != nil {
			c.Add(component{g, *bd.title})
		}
		if first {
			c.Add(component{g, beside(offset{dx: g.columnX(side.Offset), box: together(bd.side)})})
		}
		cells = append(cells, c)
	}
	cells = append(cells, col.New(halves*bd.frame.span).Add(component{g, together(bd.main)}))
	at += halves * bd.frame.span
	if free := int(halves*side.Offset) - at; free > 0 {
		cells = append(cells, col.New(free))
		at += free
	}
	if rest := g.cols - at; rest > 0 {
		c := col.New(rest)
		if !first {
			c.Add(component{g, together(bd.side)})
		}
		cells = append(cells, c)
	}
	return cells
}

// together is a box of boxes that have their places.
func together(ps []placed) box {
	return box{draw: func(cv canvas.Canvas, x, y doc.Pt) {
		for _, p := range ps {
			if p.draw != nil {
				p.draw(cv, x+p.dx, y+p.y)
			}
		}
	}}
}

// mark sets the destinations of a sheet.
func (l *Layout) mark(cv canvas.Canvas, s *sheet) {
	s.eachPlace(l.b, func(p place, y doc.Pt) { cv.Destination(p.id, y, p.title, p.level) })
}

// eachPlace visits the places of a sheet, with their distance from its head.
func (s *sheet) eachPlace(b *builder, visit func(p place, y doc.Pt)) {
	for _, p := range s.cover {
		for _, pl := range p.item.places {
			visit(pl, p.y)
		}
	}
	top := b.textTop(s.first)
	for _, bd := range s.bands {
		for _, m := range bd.main {
			for _, p := range m.item.places {
				visit(p, top+bd.top+m.y)
			}
		}
	}
	if s.foot != nil {
		for _, p := range s.foot.item.places {
			visit(p, s.foot.y)
		}
	}
}

// component puts a box into a cell of maroto's grid.
type component struct {
	grid *grid
	box  box
}

// Render draws the box at the cell's corner.
func (c component) Render(p core.Provider, cell *entity.Cell) {
	if c.box.draw != nil {
		c.box.draw(p.(canvas.Canvas), c.grid.left+doc.MM(cell.X), c.grid.top+doc.MM(cell.Y))
	}
}

// GetHeight gives the height in maroto's unit.
func (c component) GetHeight(core.Provider, *entity.Cell) float64 { return mm(c.box.height) }

// SetConfig does nothing: boxes are measured before they are placed.
func (component) SetConfig(*entity.Config) {}

// GetStructure names the component in maroto's own dumps.
func (component) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: "box"})
}
