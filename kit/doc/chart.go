package doc

// Chart shows a statistic as a small drawing. The numbers are those of the
// definition; Picture is the drawing in the colours of the brand, with a text
// that stands for it.
type Chart struct {
	Kind    ChartKind
	Points  []Point // a ring has one, of 0–100; bars have the value before and the value; a line two or more
	Picture *Picture
}

// Point is a value of a chart.
type Point struct {
	Label string // when it was measured; "" if unknown
	Value float64
}

// ChartKind is the form of a chart.
type ChartKind uint8

// Forms of charts.
const (
	Ring  ChartKind = iota // a share of the whole, in per cent
	Bars                   // a value beside the one before it
	Spark                  // a line through a series, without axes
)
