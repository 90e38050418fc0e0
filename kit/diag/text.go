package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// TextOptions says how [WriteText] writes. The zero value is plain text.
type TextOptions struct {
	Color bool // use ANSI colours; for a terminal only
}

// snippetWidth is how many columns of a line a snippet shows.
const snippetWidth = 100

// snippetLead is how many columns before the place stay in a windowed line.
const snippetLead = 40

const (
	ansiReset  = "\x1b[0m"
	ansiBold   = "\x1b[1m"
	ansiRed    = "\x1b[1;31m"
	ansiYellow = "\x1b[1;33m"
	ansiBlue   = "\x1b[1;34m"
)

// WriteText writes each diagnostic as a first line to grep or to click, the
// lines it points at with carets, and the hint:
//
//	release.yaml:7:5: error: unknown field "qoute" [unknown-field]
//	  6 |   - name: Ada Park
//	  7 |     qoute: "We built Aurora for editors."
//	    |     ^^^^^
//	  hint: did you mean "quote"?
//
// Characters of the input that could drive a terminal are made visible.
func WriteText(w io.Writer, list List, opts TextOptions) error {
	out := bufio.NewWriter(w)
	for _, d := range list {
		writeHead(out, d, opts)
		if d.Span.IsPlace() && d.Span.End > 0 { // a place of no width at the start is the whole file
			writeSnippet(out, d, opts)
		}
		if d.Hint != "" {
			fmt.Fprintf(out, "  %s %s\n", paint("hint:", ansiBold, opts), visible(d.Hint))
		}
	}
	return out.Flush()
}

func writeHead(out *bufio.Writer, d Diagnostic, opts TextOptions) {
	if !opts.Color {
		fmt.Fprintln(out, d.String())
		return
	}
	place, rest := "", d.String()
	label := d.Severity.String() + ": "
	if name := d.Span.Name(); name != "" {
		at := len(visible(name))
		if p := d.Span.Position(); p.Line > 0 {
			at += len(fmt.Sprintf(":%d:%d", p.Line, p.Column))
		}
		place, rest = rest[:at]+": ", rest[at+2:]
	}
	fmt.Fprintf(out, "%s%s%s\n", paint(place, ansiBold, opts), paint(label, colorOf(d.Severity), opts), strings.TrimPrefix(rest, label))
}

func colorOf(s Severity) string {
	switch s {
	case Error:
		return ansiRed
	case Warning:
		return ansiYellow
	default:
		return ansiBlue
	}
}

func paint(s, color string, opts TextOptions) string {
	if !opts.Color || s == "" {
		return s
	}
	return color + s + ansiReset
}

// writeSnippet writes the line before, the line, and the carets under it. A
// span over several lines is underlined to the end of its first.
func writeSnippet(out *bufio.Writer, d Diagnostic, opts TextOptions) {
	src := d.Span.Source
	line := d.Span.Position().Line
	gutter := len(strconv.Itoa(line))
	if line > 1 {
		start, end := src.LineBounds(line - 1)
		if text := window(src.Data[start:end], 0, 0).text; strings.TrimSpace(text) != "" {
			fmt.Fprintf(out, "  %*d | %s\n", gutter, line-1, text)
		}
	}
	start, end := src.LineBounds(line)
	from := min(max(d.Span.Start, start), end)
	to := min(max(d.Span.End, from), end)
	view := window(src.Data[start:end], from-start, to-start)
	fmt.Fprintf(out, "  %*d | %s\n", gutter, line, view.text)
	carets := strings.Repeat("^", max(view.width, 1))
	fmt.Fprintf(out, "  %*s | %s%s\n", gutter, "", strings.Repeat(" ", view.indent), paint(carets, colorOf(d.Severity), opts))
}

// view is the part of a line that a snippet shows, with the columns of the carets.
type view struct {
	text          string
	indent, width int
}

// window returns what to show of a line when bytes from to to are marked. It
// looks at no more of a long line than it shows.
func window(line []byte, from, to int) view {
	first := 0
	if from > snippetLead {
		// Step back over the lead, then forward to a whole character.
		first = from
		for range snippetLead {
			_, size := utf8.DecodeLastRune(line[:first])
			first -= size
		}
		if columnsOf(line[:min(from, snippetWidth)]) < snippetWidth-snippetLead/2 && from < snippetWidth-snippetLead/2 {
			first = 0
		}
	}
	var b strings.Builder
	v := view{}
	col := 0
	if first > 0 {
		b.WriteString("…")
		col = 1
	}
	shown := 0 // characters, of which combining marks take no column
	for i := first; i < len(line); shown++ {
		if col >= snippetWidth || shown >= 4*snippetWidth {
			b.WriteString("…")
			break
		}
		c, size := cellAt(string(line[i:min(i+utf8.UTFMax, len(line))]))
		if line[i] == '\t' {
			c = cell{strings.Repeat(" ", tabWidth), tabWidth}
		}
		b.WriteString(c.text)
		col += c.columns
		switch {
		case i+size <= from:
			v.indent = col
		case i < to:
			v.width = col - v.indent
		}
		i += size
	}
	if v.indent == 0 && first > 0 {
		v.indent = 1
	}
	v.text = strings.TrimRight(b.String(), " ")
	return v
}

func columnsOf(line []byte) int {
	n := 0
	for i := 0; i < len(line); {
		c, size := cellAt(string(line[i:min(i+utf8.UTFMax, len(line))]))
		if line[i] == '\t' {
			c.columns = tabWidth
		}
		n += c.columns
		i += size
	}
	return n
}
