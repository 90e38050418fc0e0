package markup

import (
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"

	"github.com/presskit-go/presskit/kit/diag"
)

// unsupported is markup of other kinds of Markdown, which here is text like any
// other; never written to. What is found is the first group of a pattern, which is
// looked for only where it may be: most texts have none, and it takes long to find
// nothing.
var unsupported = []struct {
	may        func(text string) bool
	like       func() *regexp.Regexp
	what, hint string
}{
	{has("~~"), pattern(`(?:^|[^\\~])(~~[^~\s]+(?:[ \t\n][^~\s]+)*~~)(?:[^~]|$)`), "~~ does not strike words through", `leave the words out; \~\~ is printed without this warning`},
	{has("[^"), pattern(`(?:^|[^\\])(\[\^[^\]\s]+\])`), "there are no footnotes", `write the note into the text, in brackets; \[^1] is printed without this warning`},
	{func(text string) bool { return text[0] == '[' }, pattern(`^(\[[ xX]\])[ \t]`), "there are no boxes to tick", "a list says what is done and what is not in words"},
	{defines, pattern(`\S[ \t]*\n[ \t]*(:[ \t])\S`), "there are no lists of definitions", "write them as a list, with **the term** in front, or as facts of fact-sheet"},
}

func pattern(like string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(like) })
}

func has(sign string) func(string) bool {
	return func(text string) bool { return strings.Contains(text, sign) }
}

// defines reports whether a line after the first begins with a colon.
func defines(text string) bool {
	for {
		_, line, more := strings.Cut(text, "\n")
		if !more {
			return false
		}
		if text = strings.TrimLeft(line, " \t"); strings.HasPrefix(text, ":") {
			return true
		}
	}
}

// checkUnsupported warns of markup that will be printed as it is written, once of
// each kind: what looks like it may be meant as it stands.
func (p *parse) checkUnsupported(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		first, ok := child.(*ast.Text)
		if !ok {
			continue
		}
		start, end := first.Segment.Start, first.Segment.Stop
		for {
			next, ok := child.NextSibling().(*ast.Text)
			if !ok || next.Segment.Start < end || strings.TrimSpace(p.work.Value[end:next.Segment.Start]) != "" {
				break
			}
			child, end = next, next.Segment.Stop
		}
		text := p.work.Value[start:end]
		for i, u := range unsupported {
			box := i == 2
			if p.warned[i] || text == "" || !u.may(text) || box && (first.PreviousSibling() != nil || !inItem(n)) {
				continue
			}
			if at := u.like().FindStringSubmatchIndex(text); at != nil {
				d := p.list.Add(p.work.At(start+at[2], start+at[3]), "unsupported-markup", "%s: this is printed as it is written", u.what)
				d.Severity, d.Hint = diag.Warning, u.hint
				p.warned[i] = true
			}
		}
	}
}

// inItem reports whether a block is the first of a list item.
func inItem(n ast.Node) bool {
	return n.Parent() != nil && n.Parent().Kind() == ast.KindListItem && n.PreviousSibling() == nil
}
