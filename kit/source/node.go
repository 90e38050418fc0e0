package source

import (
	"fmt"

	"github.com/presskit-go/presskit/kit/diag"
)

// Kind says what a [Node] holds.
type Kind int

// The kinds of node. TimeKind is a date or a point in time written without quotes.
const (
	NullKind Kind = iota
	BoolKind
	IntKind
	FloatKind
	TimeKind
	StringKind
	ListKind
	MapKind
)

// String returns the kind as messages name it: "a whole number", "a list"….
func (k Kind) String() string {
	switch k {
	case NullKind:
		return "nothing"
	case BoolKind:
		return "true or false"
	case IntKind:
		return "a whole number"
	case FloatKind:
		return "a decimal number"
	case TimeKind:
		return "a date"
	case StringKind:
		return "text"
	case ListKind:
		return "a list"
	case MapKind:
		return "a map of keys"
	}
	panic(fmt.Sprintf("source: kind %d", int(k)))
}

// Node is one value of a file, the same for every format.
type Node struct {
	Kind Kind
	Span diag.Span

	// Text is the value of a scalar: decoded for a StringKind, and for the other
	// kinds as written, so that 6.50 keeps its zero.
	Text Text

	Entries []Entry // of a MapKind, in the order of the file
	Items   []*Node // of a ListKind
}

// Entry is one key of a MapKind node and its value.
type Entry struct {
	Key     string
	KeySpan diag.Span
	Value   *Node
}

// Get returns the value of a key of a MapKind node, or nil.
func (n *Node) Get(key string) *Node {
	for _, e := range n.Entries {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}
