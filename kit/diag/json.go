package diag

import (
	"encoding/json"
	"io"
)

// WriteJSON writes the list as one JSON object, indented:
//
//	{"diagnostics": [{"rule", "severity", "kind", "message", "hint",
//	  "file", "line", "column", "endLine", "endColumn"}, …],
//	 "errors": 1, "warnings": 0, "notes": 0}
//
// Lines and columns count from 1, columns in code points; the end is the place
// after the last character. They are left out for a problem of a whole file, and
// "hint" if there is none.
func WriteJSON(w io.Writer, list List) error {
	type entry struct {
		Rule      string `json:"rule"`
		Severity  string `json:"severity"`
		Kind      string `json:"kind"`
		Message   string `json:"message"`
		Hint      string `json:"hint,omitempty"`
		File      string `json:"file,omitempty"`
		Line      int    `json:"line,omitempty"`
		Column    int    `json:"column,omitempty"`
		EndLine   int    `json:"endLine,omitempty"`
		EndColumn int    `json:"endColumn,omitempty"`
	}
	out := struct {
		Diagnostics []entry `json:"diagnostics"`
		Errors      int     `json:"errors"`
		Warnings    int     `json:"warnings"`
		Notes       int     `json:"notes"`
	}{Diagnostics: make([]entry, 0, len(list))}
	out.Errors, out.Warnings, out.Notes = list.Count()
	for _, d := range list {
		start, end := d.Span.Position(), d.Span.EndPosition()
		out.Diagnostics = append(out.Diagnostics, entry{
			Rule: d.Rule, Severity: d.Severity.String(), Kind: d.Kind.String(),
			Message: d.Message, Hint: d.Hint, File: d.Span.Name(),
			Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		})
	}
	return encode(w, out)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
