package doc

// Look chooses among the few ways of drawing a node that are more than a matter
// of style. The zero value is the plainest; a back end that cannot draw a look
// draws that one.
type Look struct {
	Quote      QuoteLook
	Statistics StatisticsLook
}

// QuoteLook is how a [Callout] is drawn.
type QuoteLook uint8

// Looks of callouts.
const (
	QuoteBar      QuoteLook = iota // a bar at the start side
	QuoteRule                      // a rule above
	QuoteCentered                  // a short rule above, lines in the middle
	QuoteMargin                    // a bar, and the speaker in the margin column
)

// StatisticsLook is how the panel of statistics is drawn.
type StatisticsLook uint8

// Looks of statistics.
const (
	StatPanel StatisticsLook = iota // tinted ground under a rule
	StatStrip                       // tint that runs to the edge of the page
	StatRows                        // a row for each group, its heading in the margin column
	StatCells                       // cells with fine rules between them
)
