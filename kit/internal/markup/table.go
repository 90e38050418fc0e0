package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/presskit-go/presskit/kit/source"
)

// tableParser makes tables of paragraphs that hold them, as GitHub Flavored
// Markdown 0.29, 4.10 has them: a row of headers, a row of delimiters, and rows.
// It builds the nodes of goldmark's extension, which is not linked itself: to get
// ready all that it holds takes longer than to read most releases.
type tableParser struct{}

// Transform implements parser.ParagraphTransformer. Lines before the headers stay
// a paragraph.
func (tableParser) Transform(paragraph *ast.Paragraph, reader text.Reader, _ parser.Context) {
	src, lines := reader.Source(), paragraph.Lines()
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		columns := delimiters(line.Value(src))
		if columns == nil {
			continue
		}
		headers := row(lines.At(i-1), src, columns, true)
		if headers.ChildCount() != len(columns) {
			return
		}
		t := table.NewTable()
		t.Alignments = columns
		t.SetPos(paragraph.Pos())
		t.AppendChild(t, table.NewTableHeader(headers))
		for j := i + 1; j < lines.Len(); j++ {
			t.AppendChild(t, row(lines.At(j), src, columns, false))
		}
		around := paragraph.Parent()
		around.InsertAfter(around, paragraph, t)
		if i == 1 {
			around.RemoveChild(around, paragraph)
			return
		}
		lines.SetSliced(0, i-1)
		last := lines.At(i - 2)
		last.Stop-- // the line break
		lines.Set(i-2, last)
		return
	}
}

// delimiters reads the row below the headers, and says how each column is
// aligned; nil if the line is no such row.
func delimiters(line []byte) []table.Alignment {
	if indent, _ := util.IndentWidth(line, 0); indent > 3 || len(bytes.Trim(line, "-")) == 0 {
		return nil
	}
	cells := bytes.Split(line, []byte{'|'})
	if util.IsBlank(cells[0]) {
		cells = cells[1:]
	}
	if n := len(cells); n > 0 && util.IsBlank(cells[n-1]) {
		cells = cells[:n-1]
	}
	var columns []table.Alignment
	for _, cell := range cells {
		cell = bytes.Trim(cell, " \t\n\f\r")
		dashes, left := bytes.CutPrefix(cell, []byte{':'})
		dashes, right := bytes.CutSuffix(dashes, []byte{':'})
		if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
			return nil
		}
		switch {
		case left && right:
			columns = append(columns, table.AlignCenter)
		case left:
			columns = append(columns, table.AlignLeft)
		case right:
			columns = append(columns, table.AlignRight)
		default:
			columns = append(columns, table.AlignNone)
		}
	}
	return columns
}

// row reads a line as cells. One of a table has as many as there are columns:
// what is more is left out, and what is missing is empty. Headers are counted.
func row(line text.Segment, src []byte, columns []table.Alignment, headers bool) *table.TableRow {
	start := line.Start
	r := table.NewTableRow(columns)
	r.SetPos(start)
	line = line.TrimLeftSpace(src)
	line = line.TrimRightSpace(src)
	s := line.Value(src)
	at, end := 0, len(s)
	if end > 0 && s[0] == '|' {
		at++
	}
	if end > 0 && s[end-1] == '|' {
		end--
	}
	n := 0
	for ; at < end && (headers || n < len(columns)); n++ {
		next := cellEnd(s[:end], at)
		cell := table.NewTableCell()
		cell.SetPos(line.Start + at)
		if n < len(columns) {
			cell.Alignment = columns[n]
		}
		words := text.NewSegment(line.Start+at, line.Start+next)
		words = words.TrimLeftSpace(src)
		cell.Lines().Append(words.TrimRightSpace(src))
		r.AppendChild(r, cell)
		at = next + 1
	}
	for ; n < len(columns); n++ {
		r.AppendChild(r, table.NewTableCell())
	}
	return r
}

// cellEnd returns where the cell ends that begins at an offset of a row: at a bar
// without a backslash before it.
func cellEnd(row []byte, at int) int {
	for i := at; i < len(row); i++ {
		if row[i] == '|' && (i == 0 || row[i-1] != '\\') {
			return i
		}
	}
	return len(row)
}

// inCell reports whether a node within a line stands in a table.
func inCell(n ast.Node) bool {
	for n != nil && n.Type() == ast.TypeInline {
		n = n.Parent()
	}
	return n != nil && n.Kind() == table.KindTableCell
}

// codeParts gives the text of a code span with its places, variables put in. In a
// table the backslash is left out that keeps a bar from ending the cell.
func (p *parse) codeParts(n *ast.CodeSpan) []source.Text {
	escaped := inCell(n)
	var parts []source.Text
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		from := t.Segment.Start
		for i := from; escaped && i+1 < t.Segment.Stop; i++ {
			if p.doc.Bytes[i] == '\\' && p.doc.Bytes[i+1] == '|' {
				parts = append(parts, p.final(from, i, false))
				from = i + 1
			}
		}
		parts = append(parts, p.final(from, t.Segment.Stop, false))
	}
	return parts
}
