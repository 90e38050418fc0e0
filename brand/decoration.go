package brand

import (
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Decoration is CSS's text-decoration: lines at words, and how they are drawn. The
// zero Decoration is none.
type Decoration struct {
	Underline, Overline, LineThrough bool
	Line                             string // solid, double, dotted, dashed or wavy; "" is solid
}

func decorationLines() []string { return []string{"none", "underline", "overline", "line-through"} }

func lineStyles() []string { return []string{"solid", "double", "dotted", "dashed", "wavy"} }

// decoration reads the decoration of links; nil if none is given.
func (r *reader) decoration(n *source.Node) *Decoration {
	if n == nil {
		return nil
	}
	if n.Kind != source.StringKind {
		r.add(n, "wrong-type", "expected text, not %s", n.Kind)
		return nil
	}
	var d Decoration
	for _, word := range strings.Fields(n.Text.Value) {
		switch {
		case word == "underline":
			d.Underline = true
		case word == "overline":
			d.Overline = true
		case word == "line-through":
			d.LineThrough = true
		case word == "none":
		case slices.Contains(lineStyles(), word):
			d.Line = word
		default:
			words := slices.Concat(decorationLines(), lineStyles())
			r.add(n, "bad-value", "%s is no decoration of words", quote(word)).Hint = source.Hint(word, words)
			return nil
		}
	}
	if strings.TrimSpace(n.Text.Value) == "" {
		r.add(n, "bad-value", "this must not be empty")
		return nil
	}
	for _, not := range []struct {
		has  bool
		what string
	}{
		{d.Overline, "lines over words are left out of Word files, which have none"},
		{d.LineThrough && d.Line != "" && d.Line != "solid" && d.Line != "double", "Word files strike words through with a solid line"},
		{d.Line == "wavy" && (d.Underline || d.Overline || d.LineThrough), "wavy lines are drawn straight in PDF files"},
	} {
		if not.has {
			warning := r.add(n, "not-everywhere", "%s", not.what)
			warning.Severity, warning.Hint = diag.Warning, "underline, solid, double, dotted or dashed, is the same in all formats"
		}
	}
	return &d
}
