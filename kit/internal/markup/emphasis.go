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
type emphasisParser struct{ parser.InlineParser }

// Parse implements parser.InlineParser. Blocks are parsed one after another.
func (e emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := parseOf(pc)
	if p.crowded {
		return literal(block)
	}
	if parent != p.block {
		p.block, p.delimiters = parent, 0
	}
	if p.delimiters++; p.delimiters > MaxDelimiters {
		_, segment := block.PeekLine()
		p.crowded = true
		p.list.Add(p.work.At(segment.Start, segment.Start+1), "too-large", "the paragraph holds more than %d marks of emphasis", MaxDelimiters).
			Hint = `a * or _ that is meant as itself is written \* or \_`
		return literal(block)
	}
	return e.InlineParser.Parse(parent, block, pc)
}

// literal takes one character as text, so that no other parser sees it.
func literal(block text.Reader) ast.Node {
	_, segment := block.PeekLine()
	block.Advance(1)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 1))
}
