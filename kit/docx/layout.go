package docx

import "github.com/presskit-go/presskit/kit/doc"

// Widths of rules.
const (
	thin  doc.Pt = 0.5
	thick doc.Pt = 2
	bar   doc.Pt = 2.5 // beside quotations
)

// Lengths that belong to the drawing of a node rather than to a style. Those in
// modules are eighths of the baseline.
const (
	listIndent        = 14.5 // points
	quoteIndent       = 9 * millimetre
	panelPadding      = 4 * millimetre // at the sides
	pairGap           = 3 * millimetre // between two statistics
	embargoPadding    = 7.0            // points
	portraitSize      = 22 * millimetre
	codeSize          = 72 // points: an address for telephones, an inch wide
	quotePortrait     = 18 * millimetre
	quotePortraitFrom = 6.2 * millimetre // from the bar
	quoteBesideFrom   = 29 * millimetre  // words beside a portrait, from the bar
	numberIndent      = 6 * millimetre   // of captions beside the number of a picture
	axisFrom          = 6 * millimetre   // of a timeline, from the end of its dates
	dotSize           = 7                // points
	nowDotSize        = 10

	panelTop      = 5   // modules above the title of a panel
	panelFoot     = 8   // below its last row
	bandGap       = 8   // above and below a panel in the text
	groupGap      = 9   // between groups of statistics
	statRowGap    = 7   // between rows of them
	rowPadding    = 3   // of facts, below their first rule
	tableFromRule = 6   // from the rule over a section to a table in it
	sectionGap    = 20  // between sections of the kit
	cardGap       = 10  // between people
	galleryGap    = 10  // between rows of pictures
	mastheadRule  = 5   // between logo and rule
	runningSpace  = 16  // below the running masthead
	heroHeight    = 108 // of the picture under the headline
	heroFoot      = 15  // below its caption
	titleFoot     = 8   // below the title of a section over its content
	figureFoot    = 8   // below other captions

	millimetre = 72 / 25.4 // points
)

// place is where blocks stand: the indents from the text area, or a cell.
type place struct {
	start, end doc.Pt
	width      doc.Pt // between the indents
	side       doc.Pt // free width at the end side, for panels; 0 if none
	full       doc.Pt // width of the text area; of the cell in a cell
	level      int    // depth of lists
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
	pl := place{width: pg.SpanWidth(span), full: pg.TextWidth()}
	if free := pg.Columns - span; free > 0 {
		pl.end = pg.SpanWidth(free) + pg.Gutter
		if free >= leastSide {
			pl.side = pg.SpanWidth(free)
		}
	}
	return pl
}

// leastSide is how many grid columns a panel needs.
const leastSide = 3

// modules converts from eighths of the baseline.
func (b *builder) modules(n float64) doc.Pt { return n * b.d.Page.Module() }
