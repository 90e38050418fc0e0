package docx

import (
	"cmp"
	"math"

	"github.com/presskit-go/presskit/kit/doc"
)

// Widths of rules.
const (
	thin  doc.Pt = 0.5
	thick doc.Pt = 2
	bar   doc.Pt = 2.5 // beside quotations
)

// Lengths that belong to the drawing of a node rather than to a style. Those in
// modules are eighths of the baseline.
const (
	listIndent        = 14.5             // points
	blockQuoteIndent  = 1.6              // em of the running text, at both sides
	dividerShare      = 0.25             // of the measure, the rule of a thematic break
	quoteIndent       = 9 * millimetre   // of a quotation from its bar
	narrowIndent      = 7 * millimetre   // the same in a narrow place
	narrowQuote       = 100 * millimetre // up to which it is one
	panelPadding      = 4 * millimetre   // at the sides
	pairGap           = 3 * millimetre   // between two statistics
	portraitSize      = 22 * millimetre
	codeSize          = 72 // points: an address for telephones, an inch wide
	quotePortrait     = 18 * millimetre
	quotePortraitFrom = 6.2 * millimetre // from the bar
	quoteBesideFrom   = 29 * millimetre  // words beside a portrait, from the bar
	numberIndent      = 6 * millimetre   // of captions beside the number of a picture
	axisFrom          = 6 * millimetre   // of a timeline, from the end of its dates

	embargoBand   = 16 // modules: of an embargo, over the head of the sheet
	panelTop      = 5  // above the title of a panel
	panelFoot     = 8  // below its last row
	panelBelow    = 8  // under a panel beside the text
	bandGap       = 8  // above and below a panel in the text
	groupGap      = 9  // between groups of statistics
	statRowGap    = 7  // between rows of them
	rowPadding    = 3  // of facts, below their first rule
	codePadding   = 3  // from the edges of a ground to the words of code
	firstPadding  = 6  // of facts, below the rule on top
	tableFromRule = 6  // from the rule over a section to a table in it
	textFromRule  = 5  // and to text
	wideSpeaker   = 6  // from a wide quotation to its speaker
	tableGap      = 6  // above a table of data
	tableFoot     = 8  // below it
	sectionGap    = 20 // between sections of the kit
	footSpace     = 14 // over the end matter, at least
	cardGap       = 10 // between people
	galleryGap    = 10 // between rows of pictures
	footerRule    = 3  // between the rule over the footer and its words
	heroFoot      = 15 // below its caption
	titleFoot     = 8  // below the title of a section over its content
	figureFoot    = 8  // around other pictures

	leastAir = 3 // between the text and the footer

	ruleLine = 1 // points: the line of the paragraph that is a rule

	millimetre = 72 / 25.4 // points
)

// place is where blocks stand: the indents from the text area, or a cell.
type place struct {
	start, end doc.Pt
	width      doc.Pt // between the indents
	side       doc.Pt // free width beside the text, for panels; 0 if none
	sideFirst  bool   // that is before the text rather than after it
	full       doc.Pt // width of the text area; of the cell in a cell
	level      int    // depth of lists
	column     bool   // one of several of running text

	// beside is about how high the text is that follows a panel, before something
	// takes the whole width; bounded is set if something does.
	beside  doc.Pt
	bounded bool
	head    bool   // the panel stands at the head of its page
	above   doc.Pt // about how high the text is before, if there is a sidebar on every page
}

// whole is the place over the whole text area.
func (p place) whole() place {
	return place{width: p.full, full: p.full}
}

// inCell is the place in a cell of some width.
func inCell(w doc.Pt) place {
	w = max(w, leastWidth)
	return place{width: w, full: w}
}

// leastWidth is what a place keeps however narrow its surroundings are.
const leastWidth doc.Pt = 12

// partPlace is the measure of a part's text.
func (b *builder) partPlace(p doc.Part) place {
	pg := b.d.Page
	span := p.Span
	if span <= 0 || span > pg.Columns {
		span = pg.Columns
	}
	pl := place{start: pg.ColumnX(p.Offset), width: pg.SpanWidth(span), full: pg.TextWidth()}
	pl.end = max(pl.full-pl.start-pl.width, 0)
	end := p.Offset + float64(span)
	switch free := pg.Columns - int(math.Ceil(end)); {
	case pg.Sidebar.Span > 0:
		if end <= pg.Sidebar.Offset {
			pl.side = pg.SpanWidth(pg.Sidebar.Span)
		}
	case pg.Panels.Span > 0:
		if !pg.Panels.Over(doc.Region{Offset: p.Offset, Span: span}) {
			pl.side, pl.sideFirst = pg.SpanWidth(pg.Panels.Span), pg.Panels.Offset < p.Offset
		}
	case free >= leastSide:
		pl.side = pg.SpanWidth(free)
	}
	return pl
}

// leastSide is how many grid columns a panel needs.
const leastSide = 3

// modules converts from eighths of the baseline.
func (b *builder) modules(n float64) doc.Pt { return n * b.d.Page.Module() }

// air is how much further down the text may go than on the printed page: a line, if
// the footer leaves that free. Each program breaks lines a little otherwise, and what
// fits to a hair here would begin another page there.
func (b *builder) air() doc.Pt {
	pg := b.d.Page
	foot := pg.FooterFromEdge + b.d.Style(doc.RoleFooter).LineHeight
	if pg.FooterRule.Width > 0 {
		foot += pg.FooterRule.Width + b.modules(footerRule)
	}
	return max(0, min(pg.Baseline, pg.Bottom-foot-b.modules(leastAir)))
}

// layoutTable is a table without a look of its own that sets things side by side. It has
// no words for readers who do not see it: there is nothing in it but what it holds.
func (b *builder) layoutTable(pl place, grid ...doc.Pt) *table {
	return &table{style: plainTable, start: pl.start, grid: grid}
}

// describe gives a table that has a title or a description both.
func (t *table) describe() {
	t.caption, t.description = cmp.Or(t.caption, t.description), cmp.Or(t.description, t.caption)
}
