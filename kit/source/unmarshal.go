package source

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/diag"
)

// UnmarshalNode takes text. A number or a date counts as text, as it is
// written: version: 1.10 keeps its zero.
func (t *Text) UnmarshalNode(c *Context, n *Node) {
	switch n.Kind {
	case StringKind, IntKind, FloatKind, TimeKind:
		*t = n.Text
	default:
		c.WrongType(n, StringKind.String())
	}
}

// UnmarshalNode takes a number.
func (x *Number) UnmarshalNode(c *Context, n *Node) {
	if c.otherDigits(n) {
		return
	}
	if n.Kind != IntKind && n.Kind != FloatKind && !IsForeignNumber(n) {
		c.WrongType(n, "a number")
		return
	}
	digits, problem := parseNumber(n.Text.Value)
	if IsForeignNumber(n) {
		problem = "is not a number in decimal digits"
	}
	if problem != "" {
		c.Report(n.Span, "bad-number", "%s %s", Quote(n.Text.Value), problem).
			Hint = "a number is written in decimal digits: 1000, 0.5, -3; what is no number stands in quotation marks"
		return
	}
	*x = Number{Raw: digits, Span: n.Span}
}

// otherDigits reports a number that is written in digits of another script.
func (c *Context) otherDigits(n *Node) bool {
	if n.Kind != StringKind {
		return false
	}
	number, ok := fromOtherDigits(n.Text.Value)
	if ok {
		c.Report(n.Span, "bad-number", "%s is not in digits from 0 to 9", Quote(n.Text.Value)).
			Hint = "write " + number
	}
	return ok
}

// UnmarshalNode takes a whole number.
func (i *Integer) UnmarshalNode(c *Context, n *Node) {
	if c.otherDigits(n) {
		return
	}
	if n.Kind != IntKind {
		c.WrongType(n, IntKind.String())
		return
	}
	digits, problem := parseNumber(n.Text.Value)
	value, err := strconv.ParseInt(digits, 10, 32)
	if problem == "" && err != nil {
		problem = "is too large"
	}
	if problem != "" {
		c.Report(n.Span, "bad-number", "%s %s", Quote(n.Text.Value), problem)
		return
	}
	*i = Integer{Value: int(value), Span: n.Span}
}

// UnmarshalNode takes true or false.
func (f *Flag) UnmarshalNode(c *Context, n *Node) {
	if n.Kind != BoolKind {
		c.WrongType(n, BoolKind.String())
		return
	}
	*f = Flag{Value: isTrue(n), Span: n.Span}
}

// UnmarshalNode takes a date, with or without quotation marks, or a year.
func (d *Date) UnmarshalNode(c *Context, n *Node) {
	switch n.Kind {
	case StringKind, IntKind, TimeKind:
	default:
		c.WrongType(n, TimeKind.String())
		return
	}
	date, ok := ParseDate(n.Text)
	if !ok {
		c.Report(n.Span, "bad-date", "%s is not a date", Quote(n.Text.Value)).
			Hint = "write 2024-05-13, 2024-05, 2024 or 2024-05-13T09:30:00+02:00"
		return
	}
	*d = date
}

// ParseDate reads a text as a date.
func ParseDate(t Text) (Date, bool) {
	at, precision := parseDate(t.Value)
	if precision == None {
		return Date{}, false
	}
	return Date{Raw: t.Value, Time: at, Precision: precision, Span: t.Span}, true
}

// UnmarshalNode takes a map of keys.
func (m *Map[T]) UnmarshalNode(c *Context, n *Node) {
	if n.Kind != MapKind {
		c.WrongType(n, MapKind.String())
		return
	}
	*m = make(Map[T], len(n.Entries))
	for i, e := range n.Entries {
		item := &(*m)[i]
		item.Key, item.KeySpan = e.Key, e.KeySpan
		c.Decode(e.Value, e.Key, &item.Value)
	}
}

var _ = []Unmarshaler{(*Text)(nil), (*Number)(nil), (*Integer)(nil), (*Flag)(nil), (*Date)(nil), (*Map[diag.Span])(nil)}
