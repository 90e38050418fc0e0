package markup

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/presskit-go/presskit/kit/diag"
)

// unsupported is markup of other kinds of Markdown, which here is text like any
// other; never written to. What is found is the first group.
var unsupported = []struct {
	like       *regexp.Regexp
	what, hint string
}{
	{regexp.MustCompile(`(?:^|[^\\~])(~~[^~\s]+(?:[ \t\n][^~\s]+)*~~)(?:[^~]|$)`), "~~ does not strike words through", `leave the words out; \~\~ is printed without this warning`},
	{regexp.MustCompile(`(?:^|[^\\])(\[\^[^\]\s]+\])`), "there are no footnotes", `write the note into the text, in brackets; \[^1] is printed without this warning`},
	{regexp.MustCompile(`^(\[[ xX]\])[ \t]`), "there are no boxes to tick", "a list says what is done and what is not in words"},
	{regexp.MustCompile(`\S[ \t]*\n[ \t]*(:[ \t])\S`), "there are no lists of definitions", "write them as a list, with **the term** in front, or as facts of fact-sheet"},
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
		if !strings.ContainsAny(text, "~[:") {
			continue
		}
		for i, u := range unsupported {
			box := i == 2
			if p.warned[i] || box && (first.PreviousSibling() != nil || !inItem(n)) {
				continue
			}
			if at := u.like.FindStringSubmatchIndex(text); at != nil {
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
