package compose

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/release"
)

// prose says how blocks of Markdown are lowered.
type prose struct {
	para  doc.Role // of paragraphs
	level int      // of the highest heading
	minor bool     // headings are small, whatever their level
}

// blocks lowers Markdown of any number of blocks.
func (c *composer) blocks(t release.Blocks, p prose) []doc.Block {
	if !t.Given() {
		return nil
	}
	d, list := c.rel.Markup(t)
	c.add(list)
	b := &blocker{c: c, doc: d, prose: p, open: []int{topLevel(d.Root) - 1}}
	return b.children(d.Root, p.para)
}

// blocker lowers the blocks of one text.
type blocker struct {
	c     *composer
	doc   *markup.Doc
	prose prose
	open  []int // levels, as the author gives them, of the headings around what comes next
}

// topLevel finds the highest level of the headings: a text may begin with ###.
func topLevel(root ast.Node) int {
	top := 6
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			top = min(top, h.Level)
		}
		return ast.WalkContinue, nil
	})
	return top
}

func (b *blocker) children(n ast.Node, para doc.Role) []doc.Block {
	var out []doc.Block
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		out = append(out, b.node(child, para)...)
	}
	return out
}

func (b *blocker) node(n ast.Node, para doc.Role) []doc.Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return b.paragraph(n, para)
	case *ast.Heading:
		return b.heading(n)
	case *ast.List:
		return b.list(n)
	case *ast.Blockquote:
		if body := b.children(n, doc.RoleQuoteBlock); len(body) > 0 {
			return []doc.Block{&doc.Callout{Role: doc.RoleQuoteBlock, Body: body}}
		}
		return nil
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return b.code(n)
	case *ast.ThematicBreak:
		return []doc.Block{&doc.Rule{}}
	case *extast.Table:
		return b.table(n)
	case *markup.Directive:
		return b.c.directive(n, b.doc.Span(n))
	}
	return b.children(n, para)
}

// paragraph lowers a paragraph. Its pictures follow it, for no format sets them
// within a line.
func (b *blocker) paragraph(n ast.Node, role doc.Role) []doc.Block {
	in := inliner{c: b.c, doc: b.doc}
	in.children(n, doc.Run{})
	var out []doc.Block
	if text := in.finish(); len(text) > 0 {
		out = append(out, &doc.Para{Role: role, Text: text})
	}
	for _, image := range in.images {
		if id, m := b.c.rel.Picture(string(image.Destination)); m != nil {
			out = append(out, b.c.figure(id, doc.RoleInline)...)
		}
	}
	return out
}

func (b *blocker) heading(n *ast.Heading) []doc.Block {
	in := inliner{c: b.c, doc: b.doc}
	in.children(n, doc.Run{})
	text := in.finish()
	if len(text) == 0 {
		return nil
	}
	for len(b.open) > 1 && b.open[len(b.open)-1] >= n.Level {
		b.open = b.open[:len(b.open)-1]
	}
	level := min(b.prose.level+len(b.open)-1, 6)
	if above := b.open[len(b.open)-1]; n.Level > above+1 {
		d := b.c.list.Add(b.doc.Span(n), "heading-skip", "a heading of level %d where one of level %d would follow", n.Level, above+1)
		d.Severity, d.Hint = diag.Warning, "give it "+strings.Repeat("#", above+1)+"; it is set as if it had"
	}
	b.open = append(b.open, n.Level)
	role := doc.RoleSubhead
	if b.prose.minor || level > b.prose.level {
		role = doc.RoleSubhead2
	}
	return []doc.Block{&doc.Heading{Level: level, Role: role, Text: text}}
}

func (b *blocker) list(n *ast.List) []doc.Block {
	list := &doc.List{Role: doc.RoleListItem, Ordered: n.IsOrdered()}
	if list.Ordered {
		list.Start = n.Start
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		list.Items = append(list.Items, doc.Item{Blocks: b.children(child, doc.RoleListItem)})
	}
	return []doc.Block{list}
}

func (b *blocker) code(n ast.Node) []doc.Block {
	var s strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		s.Write(line.Value(b.doc.Bytes))
	}
	var lines []string
	for line := range strings.Lines(s.String()) {
		// Tabs have no width of their own in the formats, and spaces at the
		// beginning of a line would be lost.
		line = strings.ReplaceAll(strings.TrimRight(line, " \t\r\n"), "\t", "    ")
		words := strings.TrimLeft(line, " ")
		lines = append(lines, strings.Repeat("\u00a0", len(line)-len(words))+words)
	}
	text := strings.Trim(strings.Join(lines, "\n"), "\n")
	if text == "" {
		return nil
	}
	return []doc.Block{&doc.Para{Role: doc.RoleCode, Text: doc.Text{{Text: text, Origin: b.doc.Span(n)}}}}
}

func (b *blocker) table(n *extast.Table) []doc.Block {
	table := &doc.Table{Role: doc.RoleTableCell}
	for _, a := range n.Alignments {
		table.Align = append(table.Align, map[extast.Alignment]doc.Align{
			extast.AlignRight: doc.AlignEnd, extast.AlignCenter: doc.AlignCenter,
		}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []doc.Cell
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			in := inliner{c: b.c, doc: b.doc}
			in.children(cell, doc.Run{})
			cells = append(cells, doc.Cell{Text: in.finish()})
		}
		if row.Kind() == extast.KindTableHeader {
			table.Header = append(table.Header, cells)
		} else {
			table.Rows = append(table.Rows, cells)
		}
	}
	return headless(table)
}

// headless leaves out a head without words, which Markdown asks for above any
// table. What stands first in each row of such a table names the row; so it does
// below an empty corner.
func headless(t *doc.Table) []doc.Block {
	if len(t.Header) == 0 || len(t.Header[0]) == 0 || !isBlank(t.Header[0][0]) {
		return []doc.Block{t}
	}
	t.HeaderColumn = len(t.Header[0]) > 1 && !slices.ContainsFunc(t.Rows, func(r []doc.Cell) bool { return len(r) == 0 || isBlank(r[0]) })
	if slices.ContainsFunc(t.Header[0], func(c doc.Cell) bool { return !isBlank(c) }) {
		return []doc.Block{t}
	}
	if t.Header = nil; len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{t}
}

func isBlank(c doc.Cell) bool { return strings.TrimSpace(c.Text.Plain()) == "" }

// directive lowers what the author has placed by hand.
func (c *composer) directive(n *markup.Directive, at diag.Span) []doc.Block {
	if c.gathers(n) {
		return nil
	}
	switch n.Name {
	case markup.Quote:
		if q := c.rel.Quote(n.Arg.Value); q != nil {
			return []doc.Block{c.calloutBeside(c.callout(q), c.layout.Quotes.Sidebar)}
		}
	case markup.Figure:
		return c.figure(n.Arg.Value, doc.RoleInline)
	case markup.Statistics:
		return c.handPlacedStatistics(n.Arg.Value, at)
	}
	return nil
}
