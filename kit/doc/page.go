package doc

// Page is the geometry of the sheet. Word takes the size and the margins of
// it; the rest serves fixed pages.
type Page struct {
	Name          string // "A4", "Letter"
	Width, Height Pt
	// Margins of the text area. Start and End are logical: left and right in a
	// left-to-right document.
	Top, Bottom, Start, End Pt
	Columns                 int // of the grid: 12
	Gutter                  Pt  // between columns
	Baseline                Pt  // line of the body text; spaces are multiples of an eighth
	// Grid sets the lines of running text on one grid of baselines and fills
	// pages to an even foot.
	Grid              bool
	FooterFromEdge    Pt // from the foot of the sheet to the footer's lower edge
	LogoHeight        Pt // on the first page
	RunningLogoHeight Pt // on later pages

	// First is the head of the first page, Running that of the later ones.
	First, Running Head
	FooterRule     Border // over the footer
	// Main are the columns of running text, Sidebar those for panels and quotations
	// beside it on every page. Without a Sidebar panels stand in the columns of Panels
	// beside the parts that leave those free, or, without them either, in what a part
	// leaves free at its end. A Sidebar stands after the text, Panels on either side.
	Main, Sidebar, Panels Region
}

// Module is the unit of vertical space: an eighth of the baseline.
func (p Page) Module() Pt { return p.Baseline / 8 }

// HeroHeight is how high the picture under the headline is: 108 modules, as long as
// that leaves room for its caption.
func (p Page) HeroHeight() Pt { return min(108*p.Module(), TallestPicture*p.Height) }

// TallestPicture is how high a picture in the text may be, as a share of the sheet.
const TallestPicture = 0.55

// SmallTable is how high a table of data may be that stays on one page, to be read at a
// glance.
func (p Page) SmallTable() Pt { return 0.2 * p.Height }

// Strip is the ground of the sidebar, or of the columns for panels, that goes down
// every sheet: how far it begins from the start edge, how wide it is up to the edge that
// it reaches, and its colour; "" for none.
func (p Page) Strip() (from, width Pt, ground ColorName) {
	const over = 1.5 // gutters: how far it reaches over its columns towards the text
	side := p.Sidebar
	if side.Span == 0 {
		side = p.Panels
	}
	if side.Span == 0 || side.Ground == "" {
		return 0, 0, ""
	}
	first, last := p.Start+p.ColumnX(side.Offset), p.Start+p.ColumnX(side.Offset)+p.SpanWidth(side.Span)
	gap := over * p.Gutter
	if side.Offset < p.Main.Offset {
		text := p.Start + p.ColumnX(p.Main.Offset)
		return 0, last + max(min(gap, (text-last)/2), 0), side.Ground
	}
	if p.Main.Span > 0 {
		text := p.Start + p.ColumnX(p.Main.Offset) + p.SpanWidth(p.Main.Span)
		gap = min(gap, (first-text)/2)
	}
	from = first - max(gap, 0)
	return from, p.Width - from, side.Ground
}

// TextWidth is the width between the side margins.
func (p Page) TextWidth() Pt { return p.Width - p.Start - p.End }

// SpanWidth is the width of n columns with the gutters between them.
func (p Page) SpanWidth(n int) Pt { return Pt(n)*p.column() + Pt(n-1)*p.Gutter }

// ColumnX is the distance from the start margin to what follows on n columns and
// their gutters.
func (p Page) ColumnX(n float64) Pt { return n * (p.column() + p.Gutter) }

// column is the width of one column of the grid.
func (p Page) column() Pt { return (p.TextWidth() - Pt(p.Columns-1)*p.Gutter) / Pt(p.Columns) }
