package compose

import (
	"cmp"
	"math"
	"strconv"
	"time"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/chart"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
)

// chart draws the chart of a statistic: the one that is asked for, or a line if
// there is a series and none is asked for. It gives nil for none, and for numbers
// that are too long to be set.
func (c *composer) chart(s *release.Statistic) *doc.Chart {
	if s.Chart == "" && len(s.Series) < 2 {
		return nil
	}
	var out *doc.Chart
	var svg []byte
	var alt string
	colors := c.chartColors()
	switch kind := s.Chart; {
	case kind == release.Ring:
		percent, ok := s.Share()
		if !ok {
			return nil
		}
		label := c.inline(s.Label).Plain()
		out = &doc.Chart{Kind: doc.Ring, Muted: colors.Rest, Points: []doc.Point{
			{Label: label, Value: percent}, {Label: c.loc.Label(locale.ChartRest), Value: restOf(percent)}}}
		svg = chart.Ring(percent, colors)
		alt = c.loc.Format(locale.ChartRing, "value", c.bare(s, s.Value.Number), "label", label)
	case kind == release.Bar:
		before, ok := decimal(s.Previous)
		value, ok2 := decimal(s.Value.Number)
		if !ok || !ok2 {
			return nil
		}
		out = &doc.Chart{Kind: doc.Bars, Muted: colors.Other, Points: []doc.Point{
			{Label: c.loc.Label(locale.ChartBefore), Value: before}, {Label: cmp.Or(c.when(s.AsOf), c.loc.Label(locale.ChartNow)), Value: value}}}
		svg = chart.Bars(before, value, colors, locale.IsRTL(c.rel.Tag))
		alt = c.loc.Format(locale.ChartBars, "value", c.bare(s, s.Value.Number), "previous", c.bare(s, s.Previous))
	case (kind == release.Spark || kind == "") && len(s.Series) >= 2:
		points, ok := c.points(s)
		if !ok {
			return nil
		}
		places, spacing := inTime(points, spacingOf(s.Series))
		out = &doc.Chart{Kind: doc.Spark, Points: points, Spacing: spacing}
		svg = chart.Line(places, colors, locale.IsRTL(c.rel.Tag))
		alt = c.lineInWords(s, points)
	}
	if svg == nil {
		return nil
	}
	id := "chart-" + s.ID.Value
	out.Picture = c.drawing(id, svg, alt)
	return out
}

// restOf is what a share leaves of the whole, without the dust of binary fractions.
func restOf(percent float64) float64 {
	const digits = 1e9
	return math.Round((100-percent)*digits) / digits
}

// drawing makes a picture of what this package has drawn.
func (c *composer) drawing(id string, svg []byte, alt string) *doc.Picture {
	p, err := c.in.Cache.pictures().open(id+".svg", svg)
	if err != nil {
		panic("compose: " + err.Error()) // its own drawing
	}
	return &doc.Picture{
		ID: id, Name: id + ".svg", Data: p.Data, Width: p.Width, Height: p.Height, Vector: true,
		Alt: alt, Focus: [2]float64{0.5, 0.5}, Opened: p,
	}
}

func decimal(n source.Number) (float64, bool) {
	d, ok := locale.ParseDecimal(n.Raw)
	return d.Float(), ok
}

// points gives the values of a series; ok is false if one is too long.
func (c *composer) points(s *release.Statistic) (points []doc.Point, ok bool) {
	for i := range s.Series {
		v, ok := decimal(s.Series[i].Value)
		if !ok {
			return nil, false
		}
		points = append(points, doc.Point{Label: c.when(s.Series[i].At), Value: v, At: s.Series[i].At.Date.Time})
	}
	return points, true
}

// spacingOf tells how well the times of a series are known: evenly if one of them
// is no date.
func spacingOf(series []release.Point) doc.Spacing {
	finest := doc.ByYear
	for i := range series {
		switch series[i].At.Date.Precision {
		case source.None:
			return doc.Even
		case source.Year:
		case source.Month:
			finest = max(finest, doc.ByMonth)
		default:
			finest = doc.ByDay
		}
	}
	return finest
}

// inTime places values in time, or one after another if their times are not known
// or do not run forward.
func inTime(points []doc.Point, spacing doc.Spacing) ([]chart.Point, doc.Spacing) {
	out := make([]chart.Point, len(points))
	for i, p := range points {
		out[i] = chart.Point{At: float64(p.At.Unix()) / (24 * time.Hour).Seconds(), Value: p.Value}
	}
	if spacing != doc.Even && chart.Forward(out) {
		return out, spacing
	}
	for i := range out {
		out[i].At = float64(i)
	}
	return out, doc.Even
}

// lineInWords says what a line shows to those who do not see it.
func (c *composer) lineInWords(s *release.Statistic, points []doc.Point) string {
	low, high, last := 0, 0, len(points)-1
	for i, p := range points {
		if p.Value < points[low].Value {
			low = i
		}
		if p.Value > points[high].Value {
			high = i
		}
	}
	count, _ := locale.ParseDecimal(strconv.Itoa(len(points)))
	return c.loc.Format(locale.ChartLine,
		"first", c.bare(s, s.Series[0].Value), "from", points[0].Label,
		"last", c.bare(s, s.Series[last].Value), "to", points[last].Label,
		"count", c.loc.Number(count),
		"low", c.bare(s, s.Series[low].Value), "high", c.bare(s, s.Series[high].Value))
}

// chartContrast is what WCAG 2.2, success criterion 1.4.11, asks of parts of a
// drawing that are needed to understand it.
const chartContrast = 3

// chartColors are the colours of charts, which stand on the tint of a panel.
func (c *composer) chartColors() chart.Colors {
	b := c.in.Brand.Colors
	other := b.Hairline
	for share := 0.0; share < 1 && min(brand.Contrast(other, b.Paper), brand.Contrast(other, b.Tint)) < chartContrast; share += 0.05 {
		other = brand.Mix(b.Primary, b.Hairline, share)
	}
	return chart.Colors{Value: doc.Color(b.Primary), Other: doc.Color(other), Ground: doc.Color(b.Tint),
		Rest: doc.Color(brand.Mix(b.Primary, b.Tint, restOfRing)), Hairline: doc.Color(b.Hairline)}
}

// restOfRing is how much of the primary colour is in what a ring leaves open: the
// share is read from the arc, and the rest must not compete with it.
const restOfRing = 0.2
