package docx

import "github.com/presskit-go/presskit/kit/doc"

// hasText reports whether text follows that a panel can stand beside.
func hasText(blocks []doc.Block) bool {
	for _, blk := range blocks {
		switch blk.(type) {
		case *doc.Para, *doc.Heading, *doc.List, *doc.Callout:
			return true
		}
	}
	return false
}

// textBeside estimates how high the text is that a panel before it can stand
// beside, and whether something over the whole width follows it, which would run
// into a higher panel.
func (b *builder) textBeside(pl place, blocks []doc.Block) (h doc.Pt, bounded bool) {
	for i, blk := range blocks {
		switch blk := blk.(type) {
		case *doc.Aside:
			bounded = blk.Place == doc.Band || pl.side == 0
		case *doc.StatGroup, *doc.Section, *doc.Columns, *doc.Gallery:
			bounded = true
		case *doc.Figure:
			bounded = blk.Role == doc.RoleHero
		case *doc.Callout:
			bounded = blk.Role == doc.RoleQuoteWide
		}
		if bounded {
			return b.textEstimate(blocks[:i], pl), true
		}
	}
	return b.textEstimate(blocks, pl), false
}

// highBeside is the height in rows of statistics up to which a panel may stand
// beside text that is lower.
const highBeside = 7

// standsBeside reports whether a panel of some height stands beside the text.
func (b *builder) standsBeside(pl place, a *doc.Aside, height doc.Pt, rows int) bool {
	if a.Place != doc.Sidebar || pl.side == 0 || height > b.room {
		return false
	}
	line := b.d.Style(doc.RoleBody).LineHeight // by which an estimate may be wrong
	return height+b.modules(panelBelow) <= pl.beside+line || !pl.bounded && rows <= highBeside
}

// aside builds a panel: beside the text if the part leaves room there and the
// panel is not too tall, otherwise a band in the text.
func (b *builder) aside(pl place, f *flow, a *doc.Aside) {
	if b.alongside() && b.marginAside(pl, f, a) {
		return
	}
	groups := groupsOf(a)
	var rest []doc.Block
	for _, blk := range a.Blocks {
		if _, ok := blk.(*doc.StatGroup); !ok {
			rest = append(rest, blk)
		}
	}
	if len(groups) > 0 && !b.statBlock(pl, f, a.Title, groups) {
		if b.d.Looks.Statistics == doc.StatsList || b.alongside() {
			b.tiles(pl, f, a.Title, groups)
		} else if head, next := b.besideNext[a]; next || b.standsBeside(pl, a, b.panelHeight(a.Title, groups, pl.side), b.rowsOf(groups, pl.side)) {
			pl.head = head
			b.panel(pl, f, a.Title, groups)
		} else if b.d.Looks.Statistics == doc.Tiles {
			b.tiles(pl, f, a.Title, groups)
		} else {
			b.band(pl, f, a.Title, groups)
		}
	}
	for _, blk := range rest {
		if c, ok := blk.(*doc.Contents); ok {
			title := c.Title
			if len(title) == 0 {
				title = a.Title
			}
			height := b.fonts.height(title.Plain(), b.d.Style(doc.RoleContentsTitle), pl.side)
			for _, e := range c.Entries {
				height += b.fonts.height(e.Text.Plain(), b.d.Style(doc.RoleContentsEntry), pl.side)
			}
			b.contents(pl, f, c, title, b.standsBeside(pl, a, height, len(c.Entries)))
			continue
		}
		b.block(pl, f, blk)
	}
}

// takeRoom notes what the blocks of a part over the whole width take from the
// first page, as the headline does; after a new page there is room again.
func (b *builder) takeRoom(p doc.Part, pl place) {
	if p.NewPage {
		b.room = b.textHeight()
	}
	if pl.side > 0 {
		return
	}
	below := doc.Pt(0) // of the paragraph before: margins collapse
	take := func(text string, l doc.Style) {
		b.room -= max(below, l.Before) - below + b.fonts.height(text, l, pl.width) - l.Before
		below = l.After
	}
	for _, blk := range p.Blocks {
		switch blk := blk.(type) {
		case *doc.Heading:
			take(blk.Text.Plain(), b.sheet.style(paragraphID(blk.Role)).look)
		case *doc.Para:
			take(blk.Text.Plain(), b.d.Style(blk.Role))
		case *doc.Figure:
			if blk.Role == doc.RoleHero {
				caption := b.d.Style(doc.RoleCaption)
				caption.After = b.modules(heroFoot)
				b.room -= b.d.Page.HeroHeight()
				take(blk.Caption.Plain(), caption)
			}
		}
	}
}

// firstRoom is the height of the text on the first page.
func (b *builder) firstRoom() doc.Pt {
	pg := b.d.Page
	return pg.Height - b.firstTextDistance() - pg.Bottom - (b.headTop() - pg.Top)
}

// textHeight is the height of the text on a page after the first.
func (b *builder) textHeight() doc.Pt {
	pg := b.d.Page
	return pg.Height - pg.Top - pg.Bottom - b.runningHeight() - pg.Running.After
}

// band builds a panel over the whole width: a cell for each group, in which
// statistics stand in pairs.
func (b *builder) band(pl place, f *flow, title doc.Text, groups []*doc.StatGroup) {
	pl = pl.whole()
	if len(groups) == 0 {
		return
	}
	const across = 3
	rows := (len(groups) + across - 1) / across
	columns := (len(groups) + rows - 1) / rows // as many in each
	t := &table{style: panelTable, start: pl.start, caption: b.clean(title.Plain()), description: b.clean(describe(groups))}
	w := pl.width / doc.Pt(columns)
	for range columns {
		t.grid = append(t.grid, w)
	}
	if len(title) > 0 {
		m := sides[doc.Pt]{start: panelPadding, end: panelPadding, top: b.modules(panelTop)}
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: columns, margins: m,
			content: flow{b.text(doc.RoleStatTitle, inCell(pl.width-2*panelPadding), title)}}}})
	}
	for from := 0; from < len(groups); from += columns {
		var r row
		for _, g := range groups[from:min(from+columns, len(groups))] {
			m := sides[doc.Pt]{start: panelPadding, end: panelPadding, bottom: b.modules(panelFoot - statRowGap)}
			if len(title) == 0 && from == 0 {
				m.top = b.modules(panelTop)
			}
			r.split = r.split || len(g.Stats) > wholeGroup
			r.cells = append(r.cells, cell{margins: m, content: b.closed(b.bandGroup(g, w-2*panelPadding))})
		}
		r.fill(t.grid)
		t.rows = append(t.rows, r)
	}
	t.before, t.after = b.between(bandGap), b.between(bandGap)
	*f = append(*f, t)
}

// wholeGroup is how many statistics a group may have that is not parted at the
// foot of a page: more would not fit on one.
const wholeGroup = 24

// bandGroup builds a heading over a table of pairs.
func (b *builder) bandGroup(g *doc.StatGroup, w doc.Pt) flow {
	var f flow
	if len(g.Title) > 0 {
		f = append(f, b.text(doc.RoleStatGroup, inCell(w), g.Title))
	}
	if len(g.Stats) == 0 {
		return f
	}
	if n := min(int(w/bandColumn), bandMost); n > 2 {
		return append(f, b.bandColumns(g, w, n))
	}
	half := w / 2
	t := b.layoutTable(place{}, half+pairGap/2, half-pairGap/2) // the gap is that of the first
	for _, pair := range b.statRows(g.Stats, half-pairGap/2) {
		m := sides[doc.Pt]{bottom: b.modules(statRowGap)}
		r := row{}
		if b.hasRing(pair[0], half-pairGap/2) {
			left := m
			left.end = pairGap
			t.rows = append(t.rows, row{cells: b.ringCells(pair[0], half-pairGap/2, left, m, doc.AlignStart, false)})
			continue
		}
		for i, s := range pair {
			c, width := cell{margins: m}, half-pairGap/2
			switch {
			case len(pair) == 1:
				c.span, width = 2, w
			case i == 0:
				c.margins.end = pairGap
			}
			c.content = b.stat(inCell(width), s, false)
			r.cells = append(r.cells, c)
		}
		t.rows = append(t.rows, r)
	}
	return append(f, b.unboxed(t)...)
}
