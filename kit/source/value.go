package source

import (
	"time"

	"github.com/presskit-go/presskit/kit/diag"
)

// Place is embedded in a struct that wants to know where it was written:
// Decode sets Span to the value and Path to its field path, "quotes[0]".
type Place struct {
	Span diag.Span
	Path string
}

// Number is a number that keeps its digits. The zero Number is a field that
// was not given.
type Number struct {
	Raw  string    // decimal digits as written, without "_" and "+": "6500", "0.10", "-1.5e3"
	Span diag.Span // where it is written
}

// Integer is a whole number that knows its place.
type Integer struct {
	Value int
	Span  diag.Span
}

// Given reports whether the field was written.
func (i Integer) Given() bool { return !i.Span.IsZero() }

// Flag is a true or false that knows its place.
type Flag struct {
	Value bool
	Span  diag.Span
}

// Given reports whether the field was written.
func (f Flag) Given() bool { return !f.Span.IsZero() }

// Precision says how much of a [Date] was written.
type Precision int

// The precisions. A Date of precision None was not given.
const (
	None    Precision = iota
	Year              // 2024
	Month             // 2024-05
	Day               // 2024-05-13
	Local             // 2024-05-13T09:30, without an offset
	Instant           // 2024-05-13T09:30:00+02:00
)

// Date is a date of some precision, by RFC 3339 and its ISO 8601 prefixes.
type Date struct {
	Raw       string // as written
	Time      time.Time
	Precision Precision
	Span      diag.Span
}

// Given reports whether the field was written.
func (d Date) Given() bool { return d.Precision != None }

// Map is a map from keys to values that keeps the order of the file.
type Map[T any] []Item[T]

// Item is one key of a [Map] and its value.
type Item[T any] struct {
	Key     string
	KeySpan diag.Span
	Value   T
}

// Get returns the value of a key, or nil.
func (m Map[T]) Get(key string) *T {
	for i := range m {
		if m[i].Key == key {
			return &m[i].Value
		}
	}
	return nil
}

// Keys returns the keys in the order of the file.
func (m Map[T]) Keys() []string {
	keys := make([]string, len(m))
	for i := range m {
		keys[i] = m[i].Key
	}
	return keys
}
