package doc

// Looks are the forms that a layout chose for what can be set in several. The zero
// value has the first of each.
type Looks struct {
	Statistics StatisticsLook
	// Across is how many statistics stand side by side where they have the whole
	// width; 0 leaves it to the format.
	Across int
	// Lead sets the first group of statistics large and over the whole width.
	Lead bool
	// Ground sets statistics on a tinted ground. Bleed lets it reach the edges of
	// the sheet where they take the whole width.
	Ground, Bleed bool

	Quotes QuoteLook
	// SpeakerBeside sets the speaker in the columns before the text rather than
	// below the words.
	SpeakerBeside bool

	// TitleSpan is how many columns the titles take that stand beside their
	// content.
	TitleSpan int
	// SectionRule stands over the title of a section, EndRule over the end matter.
	SectionRule, EndRule Border
}

// StatisticsLook is how groups of statistics are set.
type StatisticsLook uint8

// Looks of statistics.
const (
	Cards     StatisticsLook = iota // one group under another on a ground, in two columns, or in several over the whole width
	StatsList                       // one statistic under another, with hairlines between
	StatsBand                       // side by side between two rules, centred, with hairlines between
	Tiles                           // groups side by side, each under a rule, their rows in line
	StatsGrid                       // a table: a row for each group, its heading in the columns before the text
)

// QuoteLook is how quotations of persons are set.
type QuoteLook uint8

// Looks of quotations.
const (
	QuoteBar   QuoteLook = iota // beside a bar, the opening mark hanging
	QuoteRule                   // under a rule, which is short where the words are centred
	QuoteCard                   // on a tinted ground
	QuoteMarks                  // beside a large opening mark
)

// Border is a rule, as CSS border; none if Width is 0.
type Border struct {
	Width  Pt
	Color  ColorName
	Double bool // two rules: Width and a fine one below, as far apart as Width is
}

// Box names a place at the head or the foot of the sheet, as the page-margin
// boxes of CSS Paged Media 3, 5; left means the start side.
type Box uint8

// Boxes. Left are the columns before the text, if a region of the layout leaves
// some, else the start half; center the columns of the text; right those of the
// sidebar, if it is a region, else the end half.
const (
	NoBox Box = iota
	LeftBox
	CenterBox
	RightBox
)

// Head is the geometry of the head of a page.
type Head struct {
	Logo, Lines Box
	Height      Pt // from the top margin to the foot of its rule, if it has one
	Padding     Pt // between logo and rule
	After       Pt // from there to the text
	Rule        Border
}

// Region is a run of grid columns that reaches over all pages.
type Region struct {
	Offset float64 // columns before it; may be a half
	Span   int     // 0: there is no such region
	// Ground reaches from head to foot of the sheet and to the edge that is nearest;
	// "" for none. See [Page.Strip].
	Ground ColorName
}

// End is the number of columns up to its last one.
func (r Region) End() float64 { return r.Offset + float64(r.Span) }

// Over reports whether two regions have a column in common.
func (r Region) Over(other Region) bool { return r.Offset < other.End() && other.Offset < r.End() }

// Row sets blocks beside a label, which stands in the columns before the text:
// side-heads, the speaker of a quotation, a date beside the headline. The first
// baselines of both are level. It may be parted between its blocks.
type Row struct {
	Label  []Block
	Blocks []Block
}

func (*Row) block() {}
