package picture

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of trouble a picture can be in. Every error of this package is an
// *Error that wraps exactly one of them, so errors.Is works.
var (
	// ErrTruncated: the file ends before its own format says it should,
	// as after an interrupted copy or download.
	ErrTruncated = errors.New("truncated picture")
	// ErrCorrupt: the bytes contradict the format or themselves.
	ErrCorrupt = errors.New("damaged picture")
	// ErrUnsupported: a format, or a feature of one, that cannot be drawn.
	ErrUnsupported = errors.New("unsupported picture")
	// ErrTooLarge: one of the limits of this package is passed.
	ErrTooLarge = errors.New("picture too large")
)

// Error says what is wrong with one picture, in words for its author.
type Error struct {
	Name    string // as given to Open; may be empty
	Kind    error  // ErrTruncated, ErrCorrupt, ErrUnsupported or ErrTooLarge
	Message string // lower case, no final period, without the name
	Hint    string // what to do about it; may be empty
	Element string // SVG: the element at fault, such as "text"
	Line    int    // SVG: its line, from 1; 0 elsewhere
}

// Error joins name, line, message and hint into one line.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Name != "" {
		b.WriteString(e.Name)
		if e.Line > 0 {
			fmt.Fprintf(&b, ":%d", e.Line)
		}
		b.WriteString(": ")
	} else if e.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", e.Line)
	}
	b.WriteString(e.Message)
	if e.Hint != "" {
		b.WriteString("; ")
		b.WriteString(e.Hint)
	}
	return b.String()
}

// Unwrap gives the kind.
func (e *Error) Unwrap() error { return e.Kind }

func truncated(format string, args ...any) *Error {
	return &Error{Kind: ErrTruncated, Message: fmt.Sprintf(format, args...), Hint: "copy or export the file again"}
}

func corrupt(format string, args ...any) *Error {
	return &Error{Kind: ErrCorrupt, Message: fmt.Sprintf(format, args...), Hint: "export the file again"}
}

func unsupported(hint, format string, args ...any) *Error {
	return &Error{Kind: ErrUnsupported, Message: fmt.Sprintf(format, args...), Hint: hint}
}

func tooLarge(hint, format string, args ...any) *Error {
	return &Error{Kind: ErrTooLarge, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// named puts the picture's name into an error of this package. Anything else
// that a decoder of the standard library may report counts as damage.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) {
		e = corrupt("%s", err)
	}
	c := *e
	c.Name = name
	return &c
}
