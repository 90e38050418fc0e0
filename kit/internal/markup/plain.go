package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// marksInLine are the characters that can be Markdown within a line, or ours:
// with those that only extensions would read, and control characters beside.
const marksInLine = "\\`*_[]<>&!{}#|~:@$=^+\n\r\t"

// isPlainLine reports whether Markdown can read a text as nothing but one
// paragraph of one line. Most labels, names and captions are such, and making a
// parser takes longer than reading them.
func isPlainLine(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	// Lists, rules and code begin otherwise.
	return unicode.IsLetter(first) && !strings.HasSuffix(s, " ") && !strings.ContainsAny(s, marksInLine)
}

// plainLine gives the document of a text that isPlainLine.
func plainLine(size int) *ast.Document {
	line := text.NewSegment(0, size)
	paragraph := ast.NewParagraph()
	paragraph.Lines().Append(line)
	paragraph.AppendChild(paragraph, ast.NewTextSegment(line))
	root := ast.NewDocument()
	root.AppendChild(root, paragraph)
	return root
}
