package source

import (
	"bytes"
	"sort"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// lineSpan returns the span of a line (from 0) without its indentation.
func (y *yamlBuilder) lineSpan(n int) diag.Span {
	if n >= len(y.lines) {
		return y.span(y.start+len(y.data), y.start+len(y.data))
	}
	from, to := y.lines[n], len(y.data)
	if n+1 < len(y.lines) {
		to = y.lines[n+1]
	}
	line := y.data[from:to]
	from += len(line) - len(bytes.TrimLeft(line, " \t"))
	to = max(from, y.lines[n]+len(bytes.TrimRight(line, " \t\r\n")))
	return y.span(y.start+from, y.start+to)
}

// explain reports a syntax error. The YAML package tells a line at best, and
// that of the surrounding collection at worst, so the place is looked for.
func (y *yamlBuilder) explain(err error) {
	y.lines = yamlLines(y.data)
	message := err.Error()
	message = message[strings.LastIndex(message, "yaml: ")+len("yaml: "):]
	told := 0
	if after, ok := strings.CutPrefix(message, "line "); ok {
		if line, text, ok := strings.Cut(after, ": "); ok {
			message = text
			told, _ = strconv.Atoi(line)
		}
	}
	n := y.brokenLine(max(told-1, 0))
	span := y.lineSpan(n)
	for _, near := range []int{n, n + 1, n - 1} {
		if tab := y.indentTab(near); tab >= 0 {
			y.fail(y.span(y.start+tab, y.start+tab+1), "tab-indentation", "a tab cannot indent YAML").
				Hint = "use spaces"
			return
		}
	}
	text := span.Text()
	d := y.fail(span, "syntax", "%s", message)
	switch {
	case strings.Contains(message, "unknown anchor"):
		d.Rule, d.Message = "unknown-alias", "the alias names no anchor that stands before it"
		if star := strings.IndexByte(text, '*'); star >= 0 {
			d.Span.Start += star
		}
	case strings.Contains(message, "mapping values are not allowed"):
		if !strings.Contains(strings.TrimPrefix(text[strings.IndexByte(text, ':')+1:], ":"), ":") && y.indented(n) {
			d.Message = "this line is indented, but the key before it has its value already"
			d.Hint = "keys that belong together begin in the same column"
			return
		}
		d.Message = "a second colon makes this line unclear"
		d.Hint = "put the value in quotation marks, or write it under the key after |"
		if first := strings.Index(text, ": "); first >= 0 {
			if second := strings.Index(text[first+1:], ": "); second >= 0 {
				d.Span.Start += first + 1 + second
				d.Span.End = d.Span.Start + 1
			}
		}
	case strings.Contains(message, "end of stream"), strings.Contains(message, "document indicator"):
		d.Rule, d.Message = "unterminated-quote", "the text in quotation marks that begins here never ends"
		if open := openQuote(text); open >= 0 {
			d.Span.Start += open
			d.Span.End = d.Span.Start + 1
		}
	case strings.Contains(message, "cannot start any token"):
		d.Message = "this value begins with a character that means something else in YAML"
		d.Hint = "put the value in quotation marks"
	case strings.Contains(message, "could not find expected ':'"):
		d.Message = "this line is neither a key with a value nor part of a text"
		d.Hint = "a key ends in a colon; a text of several lines stands, indented, after |"
	case strings.Contains(message, documentStart) && y.firstIndented():
		d.Message = "this line begins further left than the first key"
		d.Hint = "keys that belong together begin in the same column"
	case strings.Contains(message, "did not find expected") && bareQuestion(text) >= 0:
		d.Message = "within brackets a question mark ends a text without quotation marks"
		d.Hint = `put the text in quotation marks: {question: "Who pays?", answer: …}`
		d.Span.Start += bareQuestion(text)
		d.Span.End = d.Span.Start + 1
	case strings.Contains(message, "did not find expected"):
		d.Message = "this line does not fit the lines around it"
		d.Hint = "look at its indentation, and at quotation marks and brackets in the lines before"
	case strings.Contains(message, invalidEscape):
		d.Message = "this escape stands for no character"
		d.Hint = "write the character itself"
		if start, end := badEscape(y.data, y.lines[min(n, len(y.lines)-1)], !bytes.Equal(y.decoded, y.data)); start >= 0 {
			d.Span = y.span(y.start+start, y.start+end)
		}
	case strings.Contains(message, "unknown escape"):
		d.Message = "unknown escape in quoted text"
		d.Hint = `a backslash in "…" begins an escape; write \\ for the backslash itself, or use '…'`
	}
}

// brokenLine returns the line (from 0) whose coming breaks the parse: the one
// after the longest run of first lines that parse. It is found by halving, which
// takes the run to be closed downwards; ends in the middle of a quotation are
// not held against it. If nothing but the end is missing it is the line from
// which on it is. For a large file it is the line that the parser told.
func (y *yamlBuilder) brokenLine(told int) int {
	if len(y.data) > maxExplain {
		return told
	}
	budget := maxReparse
	parse := func(n int) error { // the first n lines
		end := len(y.data)
		if n < len(y.lines) {
			end = y.lines[n]
		}
		budget -= end
		_, err := decodeYAML(y.decoded[:end])
		return err
	}
	n := sort.Search(len(y.lines), func(i int) bool {
		err := parse(i + 1)
		return err != nil && !strings.Contains(err.Error(), "end of stream") &&
			!strings.Contains(err.Error(), "expected ',' or")
	})
	if n < len(y.lines) {
		return n
	}
	for n = len(y.lines) - 1; n > 0 && budget > 0; n-- {
		if parse(n) == nil {
			return n
		}
	}
	return told
}

// The bounds of the search for a broken line: the largest file that is searched,
// and how many bytes are parsed again.
const (
	maxExplain = 256 << 10
	maxReparse = 8 << 20
)

// indentTab returns the offset in data of a tab in the indentation of a line, or -1.
func (y *yamlBuilder) indentTab(n int) int {
	if n < 0 || n >= len(y.lines) {
		return -1
	}
	for i := y.lines[n]; i < len(y.data); i++ {
		switch y.data[i] {
		case '\t':
			return i
		case ' ', '-':
		default:
			return -1
		}
	}
	return -1
}

// indented reports whether a line (from 0) is indented more than the one before.
func (y *yamlBuilder) indented(n int) bool {
	return n > 0 && n < len(y.lines) && y.indentOf(n) > y.indentOf(n-1)
}

// firstIndented reports whether the first line that is no comment is indented.
func (y *yamlBuilder) firstIndented() bool {
	for n := range y.lines {
		switch text := y.lineSpan(n).Text(); {
		case text == "" || text[0] == '#' || strings.HasPrefix(text, "---"):
		default:
			return y.indentOf(n) > 0
		}
	}
	return false
}

// indentOf returns how many bytes a line (from 0) is indented by.
func (y *yamlBuilder) indentOf(n int) int { return y.lineSpan(n).Start - y.start - y.lines[n] }

// bareQuestion is where a question mark stands in a line, within brackets and in no
// quotation marks, and after a letter; -1 if there is none.
func bareQuestion(line string) int {
	depth, quote := 0, byte(0)
	for i := range len(line) {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && i > 0 && strings.IndexByte(" [{,", line[i-1]) >= 0:
			quote = c
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		case c == '?' && depth > 0 && strings.IndexByte(" [{,:", line[i-1]) < 0:
			return i
		}
	}
	return -1
}

// openQuote returns the offset of the mark that opens a value in a line, or -1.
func openQuote(line string) int {
	for i := 0; i < len(line); i++ {
		if (line[i] == '"' || line[i] == '\'') && (i == 0 || strings.IndexByte(" [{,", line[i-1]) >= 0) {
			return i
		}
	}
	return -1
}
