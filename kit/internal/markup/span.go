package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/language"
)

// Span is [words]{lang=fr} within a line: words in another language, written as
// Pandoc's bracketed spans.
type Span struct {
	ast.BaseInline
	Lang string // BCP 47; "" if the attributes were refused, which is then reported
}

// KindSpan is the kind of [Span].
var KindSpan = ast.NewNodeKind("Span")

// Kind implements ast.Node.
func (*Span) Kind() ast.NodeKind { return KindSpan }

// Dump implements ast.Node.
func (s *Span) Dump(src []byte, level int) {
	ast.DumpHelper(s, src, level, map[string]string{"Lang": s.Lang}, nil)
}

// bracketed is a span as it is found in the text before it is parsed: the offsets
// of its brackets, and of the end of its attributes. Unless closed is set, there
// are none.
type bracketed struct {
	open, shut, end int
	closed          bool
}

// maxAttributes is the length of the longest attributes, in bytes with braces.
const maxAttributes = 200

// bracketedSpans finds the pairs of square brackets that braces follow, by the
// offset of either bracket. Brackets are paired within paragraphs; escaped ones
// and those in code are passed over. What Markdown makes of the text counts: a
// pair that it takes otherwise is never asked for.
func bracketedSpans(s string) map[int]bracketed {
	if !strings.Contains(s, "]{") {
		return nil
	}
	spans := map[int]bracketed{}
	var open []int
	paragraph := 0 // where the one that i stands in ends
	for i := 0; i < len(s); i++ {
		if i >= paragraph {
			open = open[:0]
			if n := strings.Index(s[i:], "\n\n"); n >= 0 {
				paragraph = i + n + 2
			} else {
				paragraph = len(s)
			}
		}
		switch s[i] {
		case '\\':
			i++
		case '`':
			i = codeEnd(s[:paragraph], i) - 1
		case '[':
			open = append(open, i)
		case ']':
			if len(open) == 0 {
				continue
			}
			b := bracketed{open: open[len(open)-1], shut: i}
			open = open[:len(open)-1]
			if rest := s[i+1:]; !strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "{{") {
				continue
			}
			rest := s[i+1 : min(len(s), i+1+maxAttributes)]
			if n := strings.IndexAny(rest, "}\r\n"); n > 0 && rest[n] == '}' {
				b.end, b.closed = i+1+n+1, true
			} else {
				b.end = i + 2
			}
			spans[b.open], spans[b.shut] = b, b
		}
	}
	return spans
}

// codeEnd returns where the code span ends whose first backtick is at offset i;
// where the backticks end, if it is none.
func codeEnd(s string, i int) int {
	n := i
	for n < len(s) && s[n] == '`' {
		n++
	}
	ticks, rest := s[i:n], s[n:]
	for at := 0; ; {
		k := strings.Index(rest[at:], ticks)
		if k < 0 {
			return n
		}
		at += k
		size := len(ticks)
		for at+size < len(rest) && rest[at+size] == '`' {
			size++
		}
		if size == len(ticks) {
			return n + at + size
		}
		at += size
	}
}

// spanPriority stands before goldmark's parser of links, at 200.
const spanPriority = 190

// opening is a bracket that may begin a span.
type opening struct {
	ast.BaseInline
	segment text.Segment
	shut    int      // offset of the bracket that belongs to it
	bottom  ast.Node // the last delimiter of emphasis before it; nil if there is none
}

// kindOpening is the kind of opening, which no tree holds in the end.
var kindOpening = ast.NewNodeKind("SpanOpening")

// Kind implements ast.Node.
func (*opening) Kind() ast.NodeKind { return kindOpening }

// Dump implements ast.Node.
func (o *opening) Dump(src []byte, level int) { ast.DumpHelper(o, src, level, nil, nil) }

// spanParser parses spans within lines.
type spanParser struct{}

// Trigger implements parser.InlineParser.
func (spanParser) Trigger() []byte { return []byte{'[', ']'} }

// Parse implements parser.InlineParser.
func (spanParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := parseOf(pc)
	if len(p.spans) == 0 {
		return nil
	}
	line, segment := block.PeekLine()
	b, ok := p.spans[segment.Start]
	if !ok || segment.Padding > 0 {
		return nil
	}
	if line[0] == '[' {
		o := &opening{segment: segment.WithStop(segment.Start + 1), shut: b.shut}
		if last := pc.LastDelimiter(); last != nil {
			o.bottom = last
		}
		if p.openings == nil {
			p.openings = map[int]*opening{}
		}
		p.openings[b.shut] = o
		block.Advance(1)
		return o
	}
	o := p.openings[segment.Start]
	if o == nil || o.Parent() != parent || b.end-b.shut > len(line) {
		return nil
	}
	delete(p.openings, segment.Start)
	n := &Span{Lang: p.attributes(b)}
	n.SetPos(b.open)
	parser.ProcessDelimiters(o.bottom, pc)
	for c := o.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		n.AppendChild(n, c)
		c = next
	}
	parent.RemoveChild(parent, o)
	block.Advance(b.end - b.shut)
	return n
}

// CloseBlock implements parser.CloseBlocker: brackets that began no span are text.
func (spanParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	p := parseOf(pc)
	for shut, o := range p.openings {
		delete(p.openings, shut)
		if o.Parent() != nil {
			o.Parent().ReplaceChild(o.Parent(), o, ast.NewTextSegment(o.segment))
		}
	}
}

// attributes reads the language from the braces of a span, and reports whatever
// else they hold.
func (p *parse) attributes(b bracketed) string {
	from, to := b.shut+1, b.end
	const hint = `another language is written [words]{lang=fr}; a brace that is meant as itself is written \{`
	if !b.closed {
		p.list.Add(p.work.At(from, to), "bad-attribute", "the brace after these brackets is not closed on the same line").Hint = hint
		return ""
	}
	name, value, _ := strings.Cut(strings.TrimSpace(p.work.Value[from+1:to-1]), "=")
	if name != "lang" {
		p.list.Add(p.work.At(from, to), "bad-attribute", "only the language of words can be given here").Hint = hint
		return ""
	}
	if n := len(value); n >= 2 && value[0] == '"' && value[n-1] == '"' {
		value = value[1 : n-1]
	}
	tag, err := language.Parse(value)
	base, confidence := tag.Base()
	if err != nil || confidence == language.No || base.String() == "und" {
		p.list.Add(p.work.At(from, to), "bad-language", "%q is not a language", value).
			Hint = "use a BCP 47 tag, such as it, en-GB, pt-BR or zh-Hant"
		return ""
	}
	return tag.String()
}
