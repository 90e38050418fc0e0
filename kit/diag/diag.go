// Package diag holds what presskit has to say about its input: diagnostics
// with a stable rule, a severity and a place, gathered in a [List] so that one
// run reports every problem, and written as text, JSON, GitHub workflow
// commands or SARIF.
//
// Start here: a package that reads input makes a [Source], reports through
// [List.Add], and returns the List; a program calls [List.Sort], one of the
// writers, and [List.Worst] to choose how to exit.
//
// Problems of the input are diagnostics. Failures to read or write are plain
// errors, and broken invariants panic; neither belongs in a List.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says how grave a diagnostic is.
type Severity int

// The severities. Only an Error keeps a kit from being built.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns "error", "warning" or "note".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	panic(fmt.Sprintf("diag: severity %d", int(s)))
}

// Kind says what sort of problem a diagnostic is about, so that a program can
// answer each with its own exit status.
type Kind int

// The kinds.
const (
	Invalid Kind = iota // the input does not follow its format
	Policy              // the input is well formed, but must not be published as it is
	Missing             // an asset or a font that the input names is not there
)

// String returns "invalid", "policy" or "missing".
func (k Kind) String() string {
	switch k {
	case Invalid:
		return "invalid"
	case Policy:
		return "policy"
	case Missing:
		return "missing"
	}
	panic(fmt.Sprintf("diag: kind %d", int(k)))
}

// Diagnostic is one problem. Rule is a kebab-case name that never changes its
// meaning. Message is lower case and without a final period. Hint, which may be
// empty, says what is allowed or guesses what was meant.
type Diagnostic struct {
	Rule     string
	Severity Severity
	Kind     Kind
	Span     Span
	Message  string
	Hint     string
}

// String returns the greppable first line: "file:line:col: error: message [rule]".
func (d Diagnostic) String() string {
	var b strings.Builder
	if name := d.Span.Name(); name != "" {
		b.WriteString(visible(name))
		if p := d.Span.Position(); p.Line > 0 {
			fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
		}
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "%s: %s [%s]", d.Severity, visible(d.Message), d.Rule)
	return b.String()
}

// List is a list of diagnostics. As an error it reads as the first line of each.
// To return one as an error use [List.Err], which is nil when nothing is wrong.
type List []Diagnostic

// Error returns the first line of every diagnostic, one per line.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, d := range l {
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns the list as an error if it holds one of severity Error, else nil.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return l
}

// Add appends an error of kind Invalid; set other fields through the pointer
// returned, which is valid until the next Add.
func (l *List) Add(span Span, rule, format string, args ...any) *Diagnostic {
	*l = append(*l, Diagnostic{Rule: rule, Span: span, Message: fmt.Sprintf(format, args...)})
	return &(*l)[len(*l)-1]
}

// HasErrors reports whether the list holds a diagnostic of severity Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Worst returns the kind of the gravest error, Invalid before Policy before
// Missing, and false if there is no error.
func (l List) Worst() (Kind, bool) {
	worst, found := Missing, false
	for _, d := range l {
		if d.Severity == Error {
			worst, found = min(worst, d.Kind), true
		}
	}
	return worst, found
}

// Count returns the number of errors, warnings and notes.
func (l List) Count() (errors, warnings, notes int) {
	for _, d := range l {
		switch d.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		case Note:
			notes++
		}
	}
	return errors, warnings, notes
}

// Sort orders the list by file, place and rule; equal ones keep their order.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.Name(), b.Span.Name()),
			cmp.Compare(order(a.Span), order(b.Span)),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
}

// order sorts a span without a place before all places.
func order(s Span) int {
	if !s.IsPlace() {
		return -1
	}
	return s.Start
}
