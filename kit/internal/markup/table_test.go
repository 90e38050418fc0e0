package markup

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grid shows the blocks of a text, and the cells of its tables, with what is in them.
func grid(root ast.Node, data []byte) string {
	var b strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if !entering {
			b.WriteString(")")
			return ast.WalkContinue, nil
		}
		b.WriteString("(" + n.Kind().String())
		switch n := n.(type) {
		case *table.Table:
			fmt.Fprint(&b, n.Alignments)
		case *table.TableCell:
			fmt.Fprintf(&b, "%v%q", n.Alignment, n.Lines().Value(data))
		case *ast.Paragraph:
			fmt.Fprintf(&b, "%q", n.Lines().Value(data))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// Tables are those of goldmark's extension, whatever surrounds and fills them.
func TestTables(t *testing.T) {
	with := func(tables parser.ParagraphTransformer) parser.Parser {
		return parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...), parser.WithParagraphTransformers(
			append(parser.DefaultParagraphTransformers(), util.Prioritized(tables, 200))...))
	}
	ours, theirs := with(tableParser{}), with(extension.NewTableParagraphTransformer())
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"|", "|", "-", "-", ":", ":-", "a", "é b", " ", "\\|", "`", "\t", "> ", "\n", "\n|", "|\n", "|-|-|\n", "\n|:-|-:|\n", "\n\n"}
	tables := 0
	for range 50_000 {
		var b strings.Builder
		for range 2 + random.IntN(16) {
			b.WriteString(words[random.IntN(len(words))])
		}
		data := []byte(b.String())
		want := grid(theirs.Parse(text.NewReader(data)), data)
		if got := grid(ours.Parse(text.NewReader(data)), data); got != want {
			t.Fatalf("%q is read as\n%s\nand goldmark reads\n%s", data, got, want)
		}
		if strings.Contains(want, "(Table[") {
			tables++
		}
	}
	if tables < 2000 {
		t.Errorf("%d texts were tables: too few to say much", tables)
	}
}
