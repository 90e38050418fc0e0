package release

import (
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Statistic is a figure with what it counts.
type Statistic struct {
	source.Place
	ID        source.Text    `key:"id" doc:"Required. A short name for {{stat: ID}}."`
	Value     Value          `key:"value" doc:"Required. A number; or text for what is no number, as '9 of 10'."`
	Unit      source.Text    `key:"unit" doc:"%, a currency code of ISO 4217 such as EUR, or words."` // "%", an ISO 4217 code, or words
	Prefix    source.Text    `key:"prefix" doc:"Words or a sign before the number: over."`
	Suffix    source.Text    `key:"suffix" doc:"Words or a sign after the number: +."`
	Decimals  source.Integer `key:"decimals" doc:"How many digits are shown after the decimal mark. Left out: as written."` // digits shown; as written if not given
	Notation  Notation       `key:"notation" doc:"plain, or compact for 6.5 thousand."`                                     // Plain if not given
	Label     Inline         `key:"label" doc:"What is counted, in Markdown."`
	Group     source.Text    `key:"group" doc:"The heading that several share."`
	AsOf      When           `key:"as-of" doc:"When it was counted: a date, a year or words."`
	Origin    source.Text    `key:"source" doc:"Where it comes from: words or an address."` // words or a URL
	Previous  source.Number  `key:"previous" doc:"The value before, to show the change."`
	Series    []Point        `key:"series" doc:"Values over time; they draw a small line."`
	Chart     Chart          `key:"chart" doc:"The small chart: ring for percentages, bar beside the previous value, spark for a series."` // "" if not given: chosen by the value
	Highlight bool           `key:"highlight" doc:"Whether it is shown larger and first."`
}

// Value is a number, or text for what is no number: "9 of 10".
type Value struct {
	Number source.Number
	Text   source.Text
}

// IsNumber reports whether the value is a number.
func (v Value) IsNumber() bool { return v.Number.Given() }

// Given reports whether the field was written.
func (v Value) Given() bool { return v.Number.Given() || v.Text.Given() }

// When is a date, or text such as "first quarter of 2024".
type When struct {
	Date source.Date
	Text source.Text
}

// Given reports whether the field was written.
func (w When) Given() bool { return w.Date.Given() || w.Text.Given() }

// Point is one value of a series.
type Point struct {
	source.Place
	At    When          `key:"at" doc:"Required. A date, a year or words."`
	Value source.Number `key:"value" doc:"Required. The value then."`
}

// Notation says how a statistic's number is written out.
type Notation string

// The notations.
const (
	Plain   Notation = "plain"   // 6.500
	Compact Notation = "compact" // 6,5 mila
)

// Allowed lists the notations.
func (Notation) Allowed() []string { return []string{string(Plain), string(Compact)} }

// Chart says which small chart a statistic is drawn with.
type Chart string

// The charts.
const (
	NoChart Chart = "none"
	Ring    Chart = "ring"
	Bar     Chart = "bar"
	Spark   Chart = "spark"
)

// Allowed lists the charts.
func (Chart) Allowed() []string {
	return []string{string(NoChart), string(Ring), string(Bar), string(Spark)}
}

// Share returns the value of a statistic in per cent; ok is false unless it is a
// share of a whole, from 0 to 100.
func (s *Statistic) Share() (percent float64, ok bool) {
	if s.Unit.Value != "%" || !s.Value.IsNumber() {
		return 0, false
	}
	percent, err := strconv.ParseFloat(s.Value.Number.Raw, 64)
	return percent, err == nil && percent >= 0 && percent <= 100
}

// Statistic returns the statistic with an id, or nil.
func (r *Release) Statistic(id string) *Statistic {
	for i := range r.Statistics {
		if r.Statistics[i].ID.Value == id {
			return &r.Statistics[i]
		}
	}
	return nil
}

// Groups returns the groups of the statistics in order of first use; those
// without a group come under "".
func (r *Release) Groups() []string {
	var groups []string
	seen := map[string]bool{}
	for _, s := range r.Statistics {
		if !seen[s.Group.Value] {
			seen[s.Group.Value] = true
			groups = append(groups, s.Group.Value)
		}
	}
	return groups
}

// maxDecimals is the most digits that can be shown after the decimal mark.
const maxDecimals = 12

func (r *Release) statisticIDs() []string {
	list := make([]string, 0, len(r.Statistics))
	for _, s := range r.Statistics {
		list = append(list, s.ID.Value)
	}
	return list
}

// UnmarshalNode takes a number or text.
func (v *Value) UnmarshalNode(c *source.Context, n *source.Node) {
	switch n.Kind {
	case source.IntKind, source.FloatKind:
		c.Decode(n, "", &v.Number)
	case source.StringKind:
		if source.IsForeignNumber(n) {
			c.Decode(n, "", &v.Number)
			return
		}
		v.Text = n.Text
	default:
		c.WrongType(n, "a number or text")
	}
}

// UnmarshalNode takes a date or text. What has nothing but digits and signs is
// meant as a date, and must be one.
func (w *When) UnmarshalNode(c *source.Context, n *source.Node) {
	if date, ok := source.ParseDate(n.Text); ok && n.Kind != source.FloatKind {
		w.Date = date
		return
	}
	if n.Kind == source.StringKind && n.Text.Value != "" && strings.Trim(n.Text.Value, "0123456789-./: ") == "" {
		c.Decode(n, "", &w.Date)
		return
	}
	c.Decode(n, "", &w.Text)
}

func (c *checker) statistics() {
	seen := c.newIDs()
	for i := range c.limit("statistics", len(c.r.Statistics)) {
		s := &c.r.Statistics[i]
		seen.add(s.Place, s.ID)
		c.required(s.Place, "value", s.Value.IsNumber() || !blank(s.Value.Text))
		if d := s.Decimals; d.Given() && (d.Value < 0 || d.Value > maxDecimals) {
			c.report(d.Span, "bad-value", "%s cannot be %d", source.Quote("decimals"), d.Value).Hint = "0 to 12 digits can be shown"
		}
		c.textOrURL(s.Origin)
		c.chart(s)
		c.order(s)
		for j := range c.limit(s.Path+".series", len(s.Series)) {
			p := &s.Series[j]
			c.required(p.Place, "at", p.At.Given())
			c.required(p.Place, "value", p.Value.Given())
		}
	}
}

// chart reports charts that there is nothing to draw for.
func (c *checker) chart(s *Statistic) {
	span := c.doc.At(s.Path + ".chart")
	switch s.Chart {
	case Ring:
		if _, ok := s.Share(); !ok && !c.reported(s.Value.Number.Span) {
			c.report(span, "bad-chart", "a ring shows a share of the whole: a number of per cent, from 0 to 100").
				Hint = `give it unit: "%", or choose another chart: bar, spark or none`
		}
	case Bar:
		if !s.Value.IsNumber() || !s.Previous.Given() {
			c.report(span, "bad-chart", "bars compare a number with the one before it").
				Hint = "give the number as value and the earlier one as previous"
		}
	case Spark:
		if len(s.Series) < 2 {
			c.report(span, "missing-series", "a spark chart needs a series of two values at least").
				Hint = "series: [{at: 2024, value: 12}, {at: 2025, value: 38}]"
		}
	}
}

// order warns of a series that does not run forward in time.
func (c *checker) order(s *Statistic) {
	for i := 1; i < min(len(s.Series), maxEntries); i++ {
		before, at := s.Series[i-1].At.Date, s.Series[i].At.Date
		if before.Given() && at.Given() && !at.Time.After(before.Time) {
			d := c.report(at.Span, "series-order", "this value is not later than the one before it")
			d.Severity, d.Hint = diag.Warning, "a series is drawn in the order in which it is written, the earliest value first"
			return
		}
	}
}
