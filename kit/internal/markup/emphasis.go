package markup

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// emphasisPriority stands before goldmark's own parser of emphasis, at 500.
const emphasisPriority = 499

// emphasisParser is goldmark's parser of * and _ with a bound on how many of
// them one block holds.
type emphasisParser struct {
	parser.InlineParser
	p *parse

	block ast.Node // that is being parsed
	count int      // delimiters in it so far
}

// Parse implements parser.InlineParser. Blocks are parsed one after another.
func (e *emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if e.p.crowded {
		return e.literal(block)
	}
	if parent != e.block {
		e.block, e.count = parent, 0
	}
	if e.count++; e.count > MaxDelimiters {
		_, segment := block.PeekLine()
		e.p.crowded = true
		e.p.list.Add(e.p.work.At(segment.Start, segment.Start+1), "too-large", "the paragraph holds more than %d marks of emphasis", MaxDelimiters).
			Hint = `a * or _ that is meant as itself is written \* or \_`
		return e.literal(block)
	}
	return e.InlineParser.Parse(parent, block, pc)
}

// literal takes one character as text, so that no other parser sees it.
func (e *emphasisParser) literal(block text.Reader) ast.Node {
	_, segment := block.PeekLine()
	block.Advance(1)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 1))
}
