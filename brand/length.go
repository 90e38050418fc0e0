package brand

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Length is a size of type as a brand gives it: on paper, or as a share of another.
// The zero Length says nothing.
type Length struct {
	Points float64   // 0 if it is a share
	Share  float64   // of what it belongs to; 0 if it is in points
	Span   diag.Span // where it is written
}

// Given reports whether the brand says anything.
func (l Length) Given() bool { return l.Points > 0 || l.Share > 0 }

// Of is the length in points where what it belongs to is whole points large: whole,
// if the brand says nothing.
func (l Length) Of(whole float64) float64 {
	switch {
	case l.Points > 0:
		return l.Points
	case l.Share > 0:
		return l.Share * whole
	}
	return whole
}

// Browsers set text in 16 px, and put 96 of those to the inch (CSS Values 4, 6.2).
const (
	rootSize       = 16.0 // px
	pixelsPerPoint = 96.0 / 72
)

// measure is a length of CSS as written; without a unit a plain number.
type measure struct {
	value float64
	unit  string // "" if it is a number
	place diag.Span
}

// measure reads a length, a share or a number that is more than nothing. A nil node
// and what paper does not know, such as calc() or 4vw, is none: other programs may
// understand it, so that it is a warning.
func (r *reader) measure(n *source.Node, what string, plain bool) (m measure, ok bool) {
	if n == nil {
		return m, false
	}
	if !isScalar(n) {
		r.scalar(n)
		return m, false
	}
	text := strings.TrimSpace(n.Text.Value)
	number := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz%")
	v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	m = measure{v, text[len(number):], n.Span}
	known := m.inPoints() > 0 || m.inPixels() > 0 || m.unit == "em" || m.unit == "%" || m.unit == "" && plain
	if err != nil || !known || !(v > 0) || math.IsInf(v, 0) {
		r.notOnPaper(n, what, plain)
		return m, false
	}
	return m, true
}

func (r *reader) notOnPaper(n *source.Node, what string, plain bool) {
	if slices.ContainsFunc(r.list, func(d diag.Diagnostic) bool { return d.Span == n.Span && d.Rule == "bad-value" }) {
		return // for another text that takes it over
	}
	d := r.add(n, "bad-value", "%s is no %s, and is passed over", quote(n.Text.Value), what)
	d.Severity = diag.Warning
	d.Hint = "write it in pt, mm, cm or in as it is on paper, or in px, rem, em or % as browsers have it: 10.5pt or 16px"
	if plain {
		d.Hint = "write a number, such as 1.4: lines are so many times as far apart as the type is large"
	}
}

// inPoints gives a length of paper in points; 0 for any other.
func (m measure) inPoints() float64 {
	return m.value * pointsOf(m.unit)
}

func pointsOf(unit string) float64 {
	return map[string]float64{"pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72}[unit]
}

// inPixels gives a length of screens in px; 0 for one of paper or a share.
func (m measure) inPixels() float64 {
	return m.value * map[string]float64{"px": 1, "rem": rootSize}[m.unit]
}

// pixels gives a length in px, where that of the type around it is known.
func (m measure) pixels(around float64) float64 {
	switch m.unit {
	case "em", "":
		return m.value * around
	case "%":
		return m.value / 100 * around
	}
	return m.inPoints()*pixelsPerPoint + m.inPixels()
}

// size reads a size of type in text of so many px; it gives its px too.
func (r *reader) size(n *source.Node, around float64) (size Length, pixels float64) {
	m, ok := r.measure(n, "size on paper", false)
	if !ok {
		return Length{}, around
	}
	pixels = m.pixels(around)
	if points := m.inPoints(); points > 0 {
		return Length{Points: points, Span: m.place}, pixels
	}
	return Length{Share: pixels / around, Span: m.place}, pixels
}

// lineHeight reads the leading of type of so many px, or of any size if that is 0,
// as a share of its size; 0 if none is given. What is out of bounds is a warning,
// and the bound is taken.
func (r *reader) lineHeight(n *source.Node, size, least, most float64) float64 {
	m, ok := r.measure(n, "line height", true)
	if !ok {
		return 0
	}
	share := m.pixels(1)
	if m.inPoints()+m.inPixels() > 0 {
		if size == 0 {
			r.notOnPaper(n, "line height for all sizes", true)
			return 0
		}
		share = m.pixels(size) / size
	}
	if share < least || share > most {
		bound := min(max(share, least), most)
		d := r.add(n, "out-of-range", "lines cannot be set %.3g times as far apart as the type is large; %g is used", share, bound)
		d.Severity = diag.Warning
		d.Hint = strconv.FormatFloat(least, 'g', -1, 64) + " to " + strconv.FormatFloat(most, 'g', -1, 64) + " are allowed"
		return bound
	}
	return share
}

// Between these shares of its size lines can be read. Headings are short, and bear
// tighter ones.
const (
	leastLeading, mostLeading = 1.1, 2.0
	leastHeading              = 0.9
)
