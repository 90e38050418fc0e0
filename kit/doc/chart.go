package doc

import "time"

// Chart shows a statistic as a small drawing. The numbers are those of the
// definition; Picture is the drawing in the colours of the brand, with a text
// that stands for it. A format that has charts of its own makes one of the rest.
type Chart struct {
	Kind ChartKind
	// Points are, of a ring, the share and the rest, both in per cent; of bars, the
	// value before and the value; of a line, two or more.
	Points  []Point
	Spacing Spacing
	Muted   Color // of what is not the value itself: the rest of a ring, the value before
	Picture *Picture
}

// Point is a value of a chart.
type Point struct {
	Label string // what or when it is, in the language of the document; "" if unknown
	Value float64
	At    time.Time // when, in a chart that is spaced by time
}

// ChartKind is the form of a chart.
type ChartKind uint8

// Forms of charts.
const (
	Ring  ChartKind = iota // a share of the whole, in per cent
	Bars                   // a value beside the one before it
	Spark                  // a line through a series, without axes
)

// Spacing says how far apart the points of a line stand: evenly, or by their
// times, which then run forward and are known to the year, the month or the day.
type Spacing uint8

// Spacings.
const (
	Even Spacing = iota
	ByYear
	ByMonth
	ByDay
)
