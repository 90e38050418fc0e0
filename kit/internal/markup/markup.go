// Package markup parses the Markdown of a release: CommonMark with tables,
// without raw HTML, with the directives and build variables of the release format.
//
// Start here: [Inline] and [Blocks] parse a field into a [Doc], a tree of goldmark
// nodes in which all text is final; [Plain] is for fields that are not Markdown.
package markup

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// The bounds of one text. Brackets are counted because finding out which of them
// make a link takes time with the square of their number; cells because a table
// has as many in each row as its head has, written or not.
const (
	MaxText     = 256 << 10 // bytes, some 40,000 words
	MaxDepth    = 48        // nodes within each other
	MaxBrackets = 2_000     // opening square brackets
	MaxCells    = 20_000    // lines times the columns of the widest table
	MaxColumns  = 24        // columns of a table, so that it can be set on a page
	MaxLines    = 4_000     // lines of a paragraph
	MaxIndent   = 12        // quotations and lists within each other, so that there is room for words

	// MaxDelimiters is how many runs of * and _ one paragraph may hold: finding out
	// which of them belong together takes time with the square of their number.
	MaxDelimiters = 2_000
)

// Doc is parsed Markdown. Root is a document node of goldmark that holds, beside
// goldmark's own kinds, [Directive] blocks and [Stat] and [Span] inlines. There are no raw
// HTML nodes, no automatic links (they are made Links) and no link reference
// definitions.
//
// Bytes is what the segments of nodes refer to. All text is final: build
// variables, backslash escapes and character references are resolved, in link
// destinations and titles too, so that segments are shown as they are. The text
// of a code span is one Text node.
type Doc struct {
	Root  ast.Node
	Bytes []byte

	work  source.Text
	texts []placed
}

// placed is a final text that was put into Bytes at offset start.
type placed struct {
	start int
	text  source.Text
}

// parse is the state of parsing one text.
type parse struct {
	work    source.Text // with marks for variables
	values  []string    // of the marks
	list    *diag.List
	stray   map[int]bool // offsets of double braces that were reported
	doc     *Doc
	removed []ast.Node
	crowded bool    // a paragraph holds too many delimiters
	open    bool    // double braces that never close were reported last
	warned  [4]bool // of unsupported markup
	checked int     // offset up to which double braces were looked at

	spans map[int]bracketed // found before parsing, by the offset of either bracket

	// Of the block that is being parsed.
	block      ast.Node
	delimiters int              // of emphasis, so far
	openings   map[int]*opening // by the offset of the closing bracket
}

// Inline parses Markdown of one paragraph: emphasis, strong, links, images, code,
// hard breaks, statistics, spans. Root has at most one child, an ast.Paragraph. Other
// blocks are reported. The Doc is never nil.
func Inline(t source.Text, vars map[string]string) (*Doc, diag.List) {
	doc, list := Blocks(t, vars)
	for n := doc.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if n == doc.Root.FirstChild() && n.Kind() == ast.KindParagraph {
			continue
		}
		list.Add(doc.Span(n), "not-inline", "this text must be one paragraph").
			Hint = "headings, lists, tables and further paragraphs belong into the body"
		break
	}
	return doc, list
}

// Blocks parses Markdown of any number of blocks. The Doc is never nil, and empty
// if the text is beyond the bounds.
func Blocks(t source.Text, vars map[string]string) (*Doc, diag.List) {
	var list diag.List
	doc := &Doc{Root: ast.NewDocument(), work: t}
	if problem := tooLarge(t.Value); problem != "" {
		list.Add(t.Span, "too-large", "%s", problem)
		return doc, list
	}
	if i := strings.IndexFunc(t.Value, forbidden); i >= 0 {
		list.Add(t.At(i, i+1), "forbidden-character", "the text holds a character that is not allowed")
		return doc, list
	}
	if at := tooDeep(t.Value); at >= 0 {
		list.Add(t.At(at, at+1), "too-deep", "the text is nested more than %d deep", MaxDepth)
		return doc, list
	}
	p := &parse{list: &list, stray: map[int]bool{}, doc: doc}
	p.work, p.values = marks(t, vars, &list)
	doc.work = p.work
	doc.Bytes = []byte(p.work.Value)
	var root ast.Node
	if isPlainLine(p.work.Value) {
		root = plainLine(len(doc.Bytes))
	} else {
		p.spans = bracketedSpans(p.work.Value)
		root = markdown().Parse(text.NewReader(doc.Bytes), parser.WithContext(p.context()))
	}
	if list.HasErrors() && p.crowded {
		return doc, list
	}
	if n := deepest(root); n != nil {
		list.Add(doc.Span(n), "too-deep", "the text is nested more than %d deep", MaxDepth)
		return doc, list
	}
	switch deep, long := unsettable(root); {
	case deep != nil:
		list.Add(doc.Span(deep), "too-deep", "quotations and lists stand more than %d deep within each other", MaxIndent)
		return doc, list
	case long != nil:
		list.Add(doc.Span(long), "too-large", "this paragraph has more than %d lines", MaxLines).
			Hint = "an empty line begins a new paragraph"
		return doc, list
	}
	doc.Root = root
	p.finish()
	return doc, shorten(list, t)
}

// maxProblems is how many problems of one text are listed.
const maxProblems = 100

// shorten sorts the problems of a text and leaves out those beyond the bound.
func shorten(list diag.List, t source.Text) diag.List {
	list.Sort()
	if len(list) > maxProblems {
		list = list[:maxProblems:maxProblems]
		list.Add(t.Span, "too-many-problems", "there are more problems in this text than are listed").Severity = diag.Note
	}
	return list
}

// markdown is the parser of all texts, which are parsed at once if need be. What
// belongs to one text is in the context of its parsing: see [parse].
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(directiveParser{}, 150))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(directiveParser{}, 150),
			util.Prioritized(emphasisParser{parser.NewEmphasisParser()}, emphasisPriority),
			util.Prioritized(spanParser{}, spanPriority))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(tableParser{}, 200))...),
	)
})

var parseKey = parser.NewContextKey()

// context gives what goldmark's parsers are handed, with the parse in it.
func (p *parse) context() parser.Context {
	c := parser.NewContext()
	c.Set(parseKey, p)
	return c
}

// parseOf is the parse that a context was made for.
func parseOf(c parser.Context) *parse { return c.Get(parseKey).(*parse) }

// tooLarge returns which bound of size a text is beyond, or "".
func tooLarge(s string) string {
	if len(s) > MaxText {
		return fmt.Sprintf("the text is longer than %d kB", MaxText>>10)
	}
	if strings.Count(s, "[") > MaxBrackets {
		return fmt.Sprintf("the text holds more than %d square brackets", MaxBrackets)
	}
	lines, columns := 0, 0
	for line := range strings.Lines(s) {
		lines++
		if strings.Contains(line, "-") && strings.Trim(line, "|:- \t\r\n>") == "" {
			columns = max(columns, strings.Count(line, "|")+1)
		}
	}
	if columns > 1 && lines*columns > MaxCells {
		return fmt.Sprintf("the text holds a table of more than %d cells", MaxCells)
	}
	return ""
}

// tooDeep returns the offset of the first line that opens more than MaxDepth
// block quotes and lists, or -1.
func tooDeep(s string) int {
	depth, atStart := 0, true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n' || c == '\r':
			depth, atStart = 0, true
		case !atStart || c == ' ' || c == '\t':
		case c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')':
			if depth++; depth > MaxDepth && !ruleOf(s, i) {
				return i
			}
		case c < '0' || c > '9':
			atStart = false
		}
	}
	return -1
}

// ruleOf reports whether the marks up to offset i are all one character, other
// than ">", that the next byte repeats: a thematic break or underline however long.
func ruleOf(s string, i int) bool {
	start := strings.LastIndexByte(s[:i], '\n') + 1
	return s[i] != '>' && strings.Trim(s[start:i], string(s[i])) == ""
}

// deepest returns a node that is nested more than MaxDepth deep, or nil.
func deepest(root ast.Node) ast.Node {
	depth := 0
	for n := root; n != nil; {
		if depth > MaxDepth {
			return n
		}
		if n.FirstChild() != nil {
			n = n.FirstChild()
			depth++
			continue
		}
		for n != nil && n != root && n.NextSibling() == nil {
			n = n.Parent()
			depth--
		}
		if n == nil || n == root {
			return nil
		}
		n = n.NextSibling()
	}
	return nil
}

// unsettable looks for what no page has room for: a quotation or list within more
// than MaxIndent-1 others, or a paragraph of more than MaxLines lines.
func unsettable(root ast.Node) (deep, long ast.Node) {
	indent := 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			if n.Lines().Len() > MaxLines {
				long = n
				return ast.WalkStop, nil
			}
			return ast.WalkSkipChildren, nil
		case ast.KindBlockquote, ast.KindList:
			if !entering {
				indent--
				break
			}
			if indent++; indent > MaxIndent {
				deep = n
				return ast.WalkStop, nil
			}
		}
		return ast.WalkContinue, nil
	})
	return deep, long
}

// At returns where bytes from start to end of Bytes are written.
func (d *Doc) At(start, end int) diag.Span {
	if end <= len(d.work.Value) {
		return d.work.At(start, end)
	}
	i := sort.Search(len(d.texts), func(i int) bool { return d.texts[i].start > start }) - 1
	if i < 0 {
		return d.work.Span
	}
	t := d.texts[i]
	return t.text.At(start-t.start, end-t.start)
}

// Literal returns the text of a Text node with its places.
func (d *Doc) Literal(n *ast.Text) source.Text {
	return d.segment(n.Segment)
}

func (d *Doc) segment(s text.Segment) source.Text {
	if s.Stop <= len(d.work.Value) {
		return d.work.Slice(s.Start, s.Stop)
	}
	i := sort.Search(len(d.texts), func(i int) bool { return d.texts[i].start > s.Start }) - 1
	if i < 0 {
		return source.Text{}
	}
	t := d.texts[i]
	return t.text.Slice(s.Start-t.start, s.Stop-t.start)
}

// Span returns where a node is written: for most its text, for a node without
// one the place where it begins.
func (d *Doc) Span(n ast.Node) diag.Span {
	start, end := d.edge(n, ast.Node.FirstChild), d.edge(n, ast.Node.LastChild)
	start.End = max(start.End, end.End)
	return start
}

// edge returns where the first or the last node with a place of its own within n is
// written, stepping down to the first or the last child.
func (d *Doc) edge(n ast.Node, child func(ast.Node) ast.Node) diag.Span {
	for {
		if span, ok := d.own(n); ok {
			return span
		}
		next := child(n)
		if next == nil {
			return d.begin(n)
		}
		n = next
	}
}

// own returns where a node is written that has a place of its own.
func (d *Doc) own(n ast.Node) (diag.Span, bool) {
	switch n := n.(type) {
	case *Directive:
		return d.work.At(n.start, n.end), true
	case *Stat:
		return d.work.At(n.start, n.end), true
	case *ast.Text:
		return d.At(n.Segment.Start, n.Segment.Stop), true
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		lines := n.Lines()
		return trimmed(d.At(lines.At(0).Start, lines.At(lines.Len()-1).Stop)), true
	}
	return diag.Span{}, false
}

// begin returns where a node without text begins, or what is around it: the cells
// that a table adds to a short row are written nowhere.
func (d *Doc) begin(n ast.Node) diag.Span {
	for ; n != nil && n.Kind() != ast.KindDocument; n = n.Parent() {
		if pos := n.Pos(); pos >= 0 && pos <= len(d.work.Value) {
			return d.work.At(pos, pos+1)
		}
	}
	return d.work.Span
}

func trimmed(s diag.Span) diag.Span {
	s.End = s.Start + len(strings.TrimRight(s.Text(), " \t\r\n"))
	return s
}

// PlainText returns the text of a node and all below it: paragraphs and other
// blocks apart by an empty line, soft breaks as spaces, pictures as their
// description, directives and statistics as nothing.
func (d *Doc) PlainText(n ast.Node) string {
	var parts []string
	for _, t := range d.flat(n) {
		parts = append(parts, t.Value)
	}
	return strings.Join(parts, "\n\n")
}

// Paragraphs returns the text of each block that holds text, in order, with its
// places: paragraphs, headings, list items, table cells, code.
func (d *Doc) Paragraphs() []source.Text { return d.flat(d.Root) }

func (d *Doc) flat(n ast.Node) []source.Text {
	var out []source.Text
	var parts []source.Text
	flush := func() {
		if len(parts) > 0 {
			out = append(out, source.Join(parts...))
			parts = nil
		}
	}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				parts = append(parts, d.Literal(n))
				if n.HardLineBreak() {
					parts = append(parts, source.Made("\n", d.Span(n)))
				} else if n.SoftLineBreak() {
					parts = append(parts, source.Made(" ", d.Span(n)))
				}
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			if entering {
				for i := range n.Lines().Len() {
					parts = append(parts, d.segment(n.Lines().At(i)))
				}
			}
			flush()
		default:
			if n.Type() == ast.TypeBlock {
				flush()
			}
		}
		return ast.WalkContinue, nil
	})
	flush()
	return out
}
