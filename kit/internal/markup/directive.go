package markup

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Name says what a [Directive] places.
type Name string

// The directives.
const (
	Quote      Name = "quote"      // {{quote: ID}}
	Figure     Name = "figure"     // {{figure: ID}}
	Statistics Name = "statistics" // {{statistics}} and {{statistics: GROUP}}
)

// Directive is a line of its own that places a block.
type Directive struct {
	ast.BaseBlock
	Name Name
	Arg  source.Text // the id or group; not given for {{statistics}}

	start, end int // in the bytes that were parsed
}

// KindDirective is the kind of [Directive].
var KindDirective = ast.NewNodeKind("Directive")

// Kind implements ast.Node.
func (*Directive) Kind() ast.NodeKind { return KindDirective }

// Dump implements ast.Node.
func (d *Directive) Dump(src []byte, level int) {
	ast.DumpHelper(d, src, level, map[string]string{"Name": string(d.Name), "Arg": d.Arg.Value}, nil)
}

// Stat is {{stat: ID}} within a line: a statistic as it is formatted in the language.
type Stat struct {
	ast.BaseInline
	ID source.Text

	start, end int
}

// KindStat is the kind of [Stat].
var KindStat = ast.NewNodeKind("Stat")

// Kind implements ast.Node.
func (*Stat) Kind() ast.NodeKind { return KindStat }

// Dump implements ast.Node.
func (s *Stat) Dump(src []byte, level int) {
	ast.DumpHelper(s, src, level, map[string]string{"ID": s.ID.Value}, nil)
}

// command is what was read between double braces: bytes from to to of a line,
// a name, and the bytes of its argument.
type command struct {
	to             int
	name           string
	argFrom, argTo int // equal if there is no argument
}

// maxCommand is the length of the longest directive in bytes.
const maxCommand = 400

// readCommand reads {{name}} or {{name: argument}} at the start of a line.
func readCommand(line []byte) (command, bool) {
	if !bytes.HasPrefix(line, []byte("{{")) {
		return command{}, false
	}
	end := bytes.Index(line[:min(len(line), maxCommand)], []byte("}}"))
	if end < 0 || bytes.ContainsAny(line[2:end], "{}\r\n") {
		return command{}, false
	}
	inner := string(line[2:end])
	name, arg, hasArg := strings.Cut(inner, ":")
	c := command{to: end + 2, name: strings.TrimSpace(name)}
	if hasArg {
		c.argFrom = 2 + len(name) + 1 + len(arg) - len(strings.TrimLeft(arg, " \t"))
		c.argTo = c.argFrom + len(strings.TrimSpace(arg))
	}
	return c, true
}

// directiveParser parses directives, as blocks and within lines.
type directiveParser struct{}

func (directiveParser) Trigger() []byte { return []byte{'{'} }

// Open implements parser.BlockParser.
func (directiveParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || at >= len(line) {
		return nil, parser.NoChildren
	}
	c, ok := readCommand(line[at:])
	if !ok || len(bytes.TrimSpace(line[at+c.to:])) > 0 || c.name == "stat" {
		return nil, parser.NoChildren
	}
	start := segment.Start - segment.Padding + at
	n := &Directive{Name: Name(c.name), start: start, end: start + c.to}
	p := parseOf(pc)
	n.Arg = p.argument(start, c)
	p.checkDirective(n)
	reader.Advance(segment.Len() - 1)
	return n, parser.NoChildren
}

// Continue implements parser.BlockParser.
func (directiveParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

// Close implements parser.BlockParser.
func (directiveParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (directiveParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (directiveParser) CanAcceptIndentedLine() bool { return false }

// Parse implements parser.InlineParser.
func (directiveParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	c, ok := readCommand(line)
	if !ok {
		return nil
	}
	p, start := parseOf(pc), segment.Start-segment.Padding
	if c.name != "stat" {
		p.strayCommand(start, start+c.to, c.name)
		return nil
	}
	n := &Stat{start: start, end: start + c.to, ID: p.argument(start, c)}
	if n.ID.Value == "" {
		p.list.Add(p.work.At(n.start, n.end), "bad-directive", "the statistic is not named").
			Hint = "write {{stat: ID}}"
	}
	block.Advance(c.to)
	return n
}

// argument returns the argument of a command at offset start.
func (p *parse) argument(start int, c command) source.Text {
	if c.argTo <= c.argFrom {
		return source.Text{}
	}
	return p.final(start+c.argFrom, start+c.argTo, false)
}

// checkDirective reports a directive that is unknown or lacks its argument.
func (p *parse) checkDirective(n *Directive) {
	span := p.work.At(n.start, n.end)
	switch n.Name {
	case Quote, Figure:
		if n.Arg.Value == "" {
			p.list.Add(span, "bad-directive", "the %s is not named", n.Name).
				Hint = "write {{" + string(n.Name) + ": ID}}"
		}
	case Statistics:
	default:
		p.unknown(span, string(n.Name))
	}
}

// strayCommand reports double braces within a line that are no statistic.
func (p *parse) strayCommand(start, end int, name string) {
	span := p.work.At(start, end)
	if p.stray[start] {
		return
	}
	p.stray[start], p.stray[end-len("}}")] = true, true
	switch {
	case strings.HasPrefix(name, "."): // an unknown variable, already reported
	case name == string(Quote), name == string(Figure), name == string(Statistics):
		p.list.Add(span, "bad-directive", "{{%s}} must stand on a line of its own", name)
	default:
		p.unknown(span, name)
	}
}

// checkBraces reports double braces in the bytes from start to end of the parsed
// text that are not closed, or not opened, on their line. A pair may begin in one
// text node and end in the next.
func (p *parse) checkBraces(start, end int) {
	s := p.work.Value
	for i := max(start, p.checked); i < min(end, len(s)-1); i++ {
		switch two := s[i : i+2]; {
		case two[0] == '\\':
		case two != "{{" && two != "}}":
			continue
		case p.stray[i]:
			p.open = false
		case two == "{{":
			p.unclosed(p.work.At(i, i+2), "the double braces that open here are not closed on the same line")
			p.open = true
		case p.open:
			p.open = false
		default:
			p.unclosed(p.work.At(i, i+2), "these double braces close what is not open")
		}
		i++
		p.checked = i + 1
	}
}

// checkAddress does the same for the address of a link or picture as it is written.
func (p *parse) checkAddress(n ast.Node, address []byte) {
	if !bytes.Contains(address, []byte("{{")) && !bytes.Contains(address, []byte("}}")) {
		return
	}
	if rest := braces().ReplaceAll(address, nil); bytes.Contains(rest, []byte("{{")) || bytes.Contains(rest, []byte("}}")) {
		p.unclosed(p.doc.Span(n), "the address holds double braces that are not closed")
	}
}

func (p *parse) unclosed(span diag.Span, message string) {
	p.list.Add(span, "unclosed-braces", "%s", message).Hint = literalBraces
}

// literalBraces is the hint on how to write double braces that are meant as themselves.
const literalBraces = `braces that are meant as themselves are written \{\{ and \}\}`

func (p *parse) unknown(span diag.Span, name string) {
	if strings.HasPrefix(name, ".") {
		return
	}
	p.list.Add(span, "unknown-directive", "unknown directive %q", name).Hint = source.Hint(name, known())
}
