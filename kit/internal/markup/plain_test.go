package markup

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/presskit-go/presskit/kit/diag"
)

// A plain line is read as goldmark reads it.
func TestPlainLine(t *testing.T) {
	texts := []string{
		"kinds of apple", "A", "é", "Ärzte und 3,5 % mehr – „so“ (ungefähr).", "one  two", "a. b", "a) b", "a - b", "x --- y", "ab\u00a0",
		"www.example.org and me", "it's \"quoted\"; isn't it?", "日本語。", "a/b", "end\u2028of", "a'b", "x\u0301",
	}
	random := rand.New(rand.NewPCG(3, 4))
	alphabet := []rune("ab 1.-)('\"/,;?%–“é\u00a0\u2028日")
	for range 20_000 {
		s := make([]rune, 1+random.IntN(10))
		for i := range s {
			s[i] = alphabet[random.IntN(len(alphabet))]
		}
		texts = append(texts, string(s))
	}
	plain := 0
	for _, s := range texts {
		if !isPlainLine(s) {
			continue
		}
		plain++
		p := &parse{list: &diag.List{}, stray: map[int]bool{}, doc: &Doc{}, work: field(s)}
		want := dump(markdown().Parse(text.NewReader([]byte(s)), parser.WithContext(p.context())), []byte(s))
		if got := dump(plainLine(len(s)), []byte(s)); got != want {
			t.Fatalf("%q is read as\n%s\nand goldmark reads\n%s", s, got, want)
		}
	}
	if plain < 1000 {
		t.Errorf("%d texts were plain: too few to say much", plain)
	}
}

// dump shows everything of a tree that is read by anybody.
func dump(n ast.Node, data []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			b.WriteString(")")
			return ast.WalkContinue, nil
		}
		b.WriteString("(" + n.Kind().String())
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(" text " + string(n.Segment.Value(data)))
			if n.HardLineBreak() || n.SoftLineBreak() || n.IsRaw() {
				b.WriteString(" with a break")
			}
		case *ast.Paragraph:
			for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
				b.WriteString(" line " + string(line.Value(data)))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
