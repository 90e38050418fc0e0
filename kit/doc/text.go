package doc

import (
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// Text is inline content: runs in reading order.
type Text []Run

// Run is a stretch of text with one formatting. The zero value but for Text is
// plain text of the block's own style.
type Run struct {
	Text string // no control characters; "\n" is a line break
	// Role names a character style (RoleDateline, RolePrefix…); "" for none.
	Role   Role
	Strong bool
	Emph   bool
	Code   bool
	Link   string // URI, or "#id" of a block; "" for none
	Lang   string // BCP 47, where it differs from the document's
	Field  Field  // a value that only the back end knows; Text is then empty
	// Origin is where the text was written, for messages about it; may be zero.
	Origin diag.Span
}

// Field is a value that is known when pages are made.
type Field uint8

// Fields.
const (
	NoField    Field = iota
	FieldPage        // number of this page
	FieldPages       // number of pages
)

// T makes a text of one plain run; of none if s is empty.
func T(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// Plain gives the words without formatting. Line breaks become spaces.
func (t Text) Plain() string {
	if len(t) == 1 {
		return strings.ReplaceAll(t[0].Text, "\n", " ")
	}
	size := 0
	for _, r := range t {
		size += len(r.Text)
	}
	var b strings.Builder
	b.Grow(size)
	for _, r := range t {
		b.WriteString(strings.ReplaceAll(r.Text, "\n", " "))
	}
	return b.String()
}

// Strong gives the text with every run made strong.
func (t Text) Strong() Text {
	out := make(Text, len(t))
	for i, r := range t {
		r.Strong = true
		out[i] = r
	}
	return out
}
