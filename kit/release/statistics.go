package release

import (
	"strings"

	"github.com/presskit-go/presskit/kit/source"
)

// Statistic is a figure with what it counts.
type Statistic struct {
	source.Place
	ID        source.Text    `key:"id"`
	Value     Value          `key:"value"`
	Unit      source.Text    `key:"unit"` // "%", an ISO 4217 code, or words
	Prefix    source.Text    `key:"prefix"`
	Suffix    source.Text    `key:"suffix"`
	Decimals  source.Integer `key:"decimals"` // digits shown; as written if not given
	Notation  Notation       `key:"notation"` // Plain if not given
	Label     Inline         `key:"label"`
	Group     source.Text    `key:"group"`
	AsOf      When           `key:"as-of"`
	Origin    source.Text    `key:"source"` // words or a URL
	Previous  source.Number  `key:"previous"`
	Series    []Point        `key:"series"`
	Chart     Chart          `key:"chart"` // "" if not given: chosen by the value
	Highlight bool           `key:"highlight"`
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
	At    When          `key:"at"`
	Value source.Number `key:"value"`
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
	switch {
	case s.Chart == "" || s.Chart == NoChart:
	case s.Chart == Spark && len(s.Series) < 2:
		c.report(span, "missing-series", "a spark chart needs a series of two values at least")
	case !s.Value.IsNumber() && s.Value.Given() && len(s.Series) == 0:
		c.report(span, "missing-series", "a chart needs a number or a series")
	}
}
