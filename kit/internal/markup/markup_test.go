package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// field returns a text that is a whole file.
func field(s string) source.Text {
	src := diag.NewSource("x.md", []byte(s))
	return source.Text{Value: s, Span: diag.Span{Source: src, End: len(s)}}
}

// outline writes a tree as one line: kinds, texts, and what is special to us.
func outline(d *Doc, n ast.Node) string {
	var b strings.Builder
	switch n := n.(type) {
	case *ast.Text:
		fmt.Fprintf(&b, "%q", n.Segment.Value(d.Bytes))
		if n.HardLineBreak() {
			b.WriteString("!")
		} else if n.SoftLineBreak() {
			b.WriteString("~")
		}
		return b.String()
	case *Directive:
		return fmt.Sprintf("<%s %s>", n.Name, n.Arg.Value)
	case *Stat:
		return fmt.Sprintf("<stat %s>", n.ID.Value)
	case *ast.Link:
		fmt.Fprintf(&b, "Link %s ", n.Destination)
	case *ast.Image:
		fmt.Fprintf(&b, "Image %s ", n.Destination)
	case *Span:
		fmt.Fprintf(&b, "Span %s ", n.Lang)
	case *ast.FencedCodeBlock:
		fmt.Fprintf(&b, "Code %q", n.Lines().Value(d.Bytes))
	default:
		b.WriteString(n.Kind().String())
	}
	b.WriteString("(")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != n.FirstChild() {
			b.WriteString(" ")
		}
		b.WriteString(outline(d, c))
	}
	b.WriteString(")")
	return b.String()
}

func testVars() map[string]string {
	return map[string]string{"Tag": "v1_0_*x*`y`<b>[z](http://e.org)", "V": "2.0", "URL": "https://example.org/a", "Bad": "javascript:x", "Lines": "a\n\n# b\x01\ufdd0"}
}

func TestBlocks(t *testing.T) {
	const tag = `v1_0_*x*` + "`y`" + `<b>[z](http://e.org)`
	for _, c := range []struct{ in, want string }{
		{"one *two* **three**", `Document(Paragraph("one " Emphasis("two") " " Emphasis("three")))`},
		{`a \* b &amp; c &eacute; \&amp; AT&T`, `Document(Paragraph("a * b & c é &amp; AT&T"))`},
		{"{{quote: a}}\n{{statistics}}\n\n{{statistics: In 2025}}", `Document(<quote a> <statistics > <statistics In 2025>)`},
		{"text\n{{figure: x}}\nmore", `Document(Paragraph("text") <figure x> Paragraph("more"))`},
		{"- a\n\n  {{quote: b}}", `Document(List(ListItem(Paragraph("a") <quote b>)))`},
		{"{{stat: n}} of {{ stat : m }}", `Document(Paragraph(<stat n> " of " <stat m>))`},
		{"`{{quote: x}}`", `Document(Paragraph(CodeSpan("{{quote: x}}")))`},
		{"x {{ .Tag }} y", `Document(Paragraph("x ` + tag + ` y"))`},
		{"**{{ .Tag }}**z", `Document(Paragraph(Emphasis("` + tag + `") "z"))`},
		{"`a {{ .Tag }}\nb`", `Document(Paragraph(CodeSpan("a ` + tag + ` b")))`},
		{"```\n{{.V}} \\*\n```", `Document(Code "2.0 \\*\n"())`},
		{"[a\\*]({{ .URL }}/{{ .V }})", `Document(Paragraph(Link https://example.org/a/2.0 ("a*")))`},
		{"<https://example.org/{{.V}}>", `Document(Paragraph(Link https://example.org/2.0 ("https://example.org/2.0")))`},
		{"<a@example.org>", `Document(Paragraph(Link mailto:a@example.org ("a@example.org")))`},
		{"![alt *x*](pic)", `Document(Paragraph(Image pic ("alt " Emphasis("x"))))`},
		{"{{ .Lines }}", `Document(Paragraph("a  # b"))`},
		{"[x]\n\n[x]: https://example.org", `Document(Paragraph(Link https://example.org ("x")))`},
		{"a\\\nb\nc", `Document(Paragraph("a"! "b"~ "c"))`},
		{"|a|b|\n|-|-|\n|{{.V}}|{{stat: x}}|", `Document(Table(TableHeader(TableCell("a") TableCell("b")) TableRow(TableCell("2.0") TableCell(<stat x>))))`},
		{`\{\{ .Tag \}\} \{\{quote: x\}\} a{b}c`, `Document(Paragraph("{{ .Tag }} {{quote: x}} a" "{b}c"))`},
		{"`{{ .Foo` and `}}`\n\n    {{ x\n", `Document(Paragraph(CodeSpan("{{ .Foo") " and " CodeSpan("}}")) CodeBlock())`},
		{"the [mot *juste*]{lang=fr}, here", `Document(Paragraph("the " Span fr ("mot " Emphasis("juste")) ", here"))`},
		{`*a [b* c]{lang="en-GB"}`, `Document(Paragraph("*" "a " Span en-GB ("b*" " c")))`},
		{"**[a\nb]{lang=IT}**", `Document(Paragraph(Emphasis(Span it ("a"~ "b"))))`},
		{"[[x](https://e.org) [y]{lang=de}]{lang=fr}", `Document(Paragraph(Span fr (Link https://e.org ("x") " " Span de ("y"))))`},
		{"[see [le mot]{lang=fr}](https://e.org)", `Document(Paragraph(Link https://e.org ("see " Span fr ("le mot"))))`},
		{"[{{.V}} {{stat: n}}]{lang=fr}", `Document(Paragraph(Span fr ("2.0 " <stat n>)))`},
		{"[a]{{stat: n}} [b]\\{c} `[d]{e=f}` \\[e]{f}", `Document(Paragraph("[" "a]" <stat n> " [" "b]{c} " CodeSpan("[d]{e=f}") " [e]" "{f}"))`},
		{"`[x` [y]{lang=fr}", `Document(Paragraph(CodeSpan("[x") " " Span fr ("y")))`},
		{"[x [y](https://e.org/a]{lang=fr})", `Document(Paragraph("[" "x " Link https://e.org/a]{lang=fr} ("y")))`},
		{"- [a]{lang=fr}\n\n> [b\n> c]{lang=he}", `Document(List(ListItem(TextBlock(Span fr ("a")))) Blockquote(Paragraph(Span he ("b"~ "c"))))`},
		{"|a|\n|-|\n|[b]{lang=fr}|", `Document(Table(TableHeader(TableCell("a")) TableRow(TableCell(Span fr ("b")))))`},
		{"|a|\n|-|\n|`b \\| {{.V}}` c \\| *d*|\n\n`e \\| f`", `Document(Table(TableHeader(TableCell("a")) TableRow(TableCell(CodeSpan("b | 2.0") " c | " Emphasis("d")))) Paragraph(CodeSpan("e \\| f")))`},
		{"", `Document()`},
	} {
		doc, list := Blocks(field(c.in), testVars())
		if len(list) > 0 {
			t.Errorf("%q: %v", c.in, list)
		}
		if got := outline(doc, doc.Root); got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"x\ny <b>z</b>", "2:3 raw-html|2:7 raw-html"},
		{"<div>\nx\n</div>", "1:1 raw-html"},
		{"text <!-- x -->", "1:6 raw-html"},
		{"é [x](page)", "1:7 bad-link"},
		{"[x]({{.Bad}})", "1:2 bad-link"},
		{"<javascript:x>", "1:2 bad-link"},
		{"[x](//example.org) [y](https:x) [z](data:x)", "1:5 bad-link|1:24 bad-link|1:37 bad-link"},
		{"a {{quote: x}}", "1:3 bad-directive"},
		{"{{quote}}", "1:1 bad-directive"},
		{"{{foo: x}}\n\na {{bar}}", "1:1 unknown-directive|3:3 unknown-directive"},
		{"a {{ .Nope }} {{.V}} {{ .Nope2 }}", "1:3 unknown-variable|1:22 unknown-variable"},
		{"&#1; x", "1:1 forbidden-character"},
		{strings.Repeat("> ", 60) + "x", "1:97 too-deep"},
		{strings.Repeat("> ", MaxIndent) + "x", ""},
		{strings.Repeat("a\n", MaxLines), ""},
		{"b\n\n> " + strings.Repeat("a\\\n", MaxLines+1), "3:3 too-large"},
		{"a\n\n" + strings.Repeat("> ", MaxIndent+1) + "x", "3:27 too-deep"},
		{strings.Repeat("> - ", MaxIndent/2) + "> x", "1:27 too-deep"},
		{strings.Repeat("*a ", 60) + strings.Repeat("b* ", 60), "1:140 too-deep"},
		{strings.Repeat("x", MaxText+1), "1:1 too-large"},
		{strings.Repeat("[a](", MaxBrackets+1), "1:1 too-large"},
		{strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200) + "\n" + strings.Repeat("|\n", 100), "1:1 too-large"},
		{strings.Repeat("*", 200) + "a" + strings.Repeat("*", 200), "1:201 too-deep"},
		{"x " + strings.Repeat("*a_ ", MaxText/4-10), "1:4003 too-large"},
		{strings.Repeat("a _b_ *c*\n\n", MaxDelimiters/2), ""},
		{strings.Repeat("|a", MaxColumns+1) + "|\n" + strings.Repeat("|-", MaxColumns+1) + "|\n", "1:2 too-wide"},
		{strings.Repeat("|a", MaxColumns) + "|\n" + strings.Repeat("|-", MaxColumns) + "|\n", ""},
		{"a {{ .V\n}} b", "1:3 unclosed-braces"},
		{"{{ quote: x\n\nb }} c", "1:1 unclosed-braces"},
		{"[a](https://e.org/{{.V) ![b]({{x) <https://e.org/}}>", "1:2 unclosed-braces|1:27 unclosed-braces|1:35 unclosed-braces"},
		{"a }} b {{ *c* }}", "1:3 unclosed-braces|1:8 unknown-directive"},
		{"a\u0085b", "1:2 forbidden-character"},
		{"a\u202eb&#x2066; \u200e", "1:2 forbidden-character"},
		{"a&#x2066;\u200e\u200f\u061c", "1:2 forbidden-character"},
		{strings.Repeat("-", 100) + "\n\n" + strings.Repeat("*", 100), ""},
		{"a [b]{lang=xx-yy-zz-qq-1} [c]{lang=}", "1:6 bad-language|1:30 bad-language"},
		{"a ~~b c~~ d ~~e~~\n~~~\n~~f~~\n~~~\n`~~g~~`", "1:3 unsupported-markup"},
		{"a ~~ b ~~ ~5 ~~~ \\~~c~~", ""},
		{"*a[^1]* b [^note]\n\n[^1]: c d", "1:11 unsupported-markup"},
		{"a \\[^1] [^ 1] `[^1]` [^1](https://e.org/)", ""},
		{"- [ ] a\n- [x] b\n\n[ ] c", "1:3 unsupported-markup"},
		{"- a [ ] b\n- [](https://e.org/) c", ""},
		{"a\n: b", "2:1 unsupported-markup"},
		{"a: b\n\n: c", ""},
		{"[a]{.small} [b]{lang=fr .x}\n[c]{ d\n}", "1:4 bad-attribute|1:16 bad-language|2:4 bad-attribute"},
		{strings.Repeat("[", 60) + "a" + strings.Repeat("]{lang=fr}", 60), "1:61 too-deep"},
	} {
		_, list := Blocks(field(c.in), testVars())
		var got []string
		for _, d := range list {
			p := d.Span.Position()
			got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Column, d.Rule))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %s, want %s", c.in, strings.Join(got, "|"), c.want)
		}
	}
}

func TestInline(t *testing.T) {
	for in, want := range map[string]string{
		"one *line*\nmore": "", "# Heading": "not-inline", "a\n\nb": "not-inline", "- a": "not-inline", "{{quote: x}}": "not-inline", "": "",
	} {
		_, list := Inline(field(in), nil)
		got := ""
		if len(list) > 0 {
			got = list[0].Rule
		}
		if got != want {
			t.Errorf("%q: %v, want %q", in, list, want)
		}
	}
}

func TestPlain(t *testing.T) {
	text, list := Plain(field("a {{ .V }} *b* {{.Nope}} {{quote: x}}"), testVars())
	if text.Value != "a 2.0 *b* {{.Nope}} {{quote: x}}" {
		t.Errorf("text is %q", text.Value)
	}
	if len(list) != 2 || list[0].Rule != "unknown-variable" || list[1].Rule != "unknown-directive" {
		t.Errorf("list is %v", list)
	}
	if got := text.At(2, 5).Text(); got != "{{ .V }}" {
		t.Errorf("the value is at %q", got)
	}
}

func TestPlainBraces(t *testing.T) {
	for in, want := range map[string]string{
		"a {{ .V": "unclosed-braces", "a }}": "unclosed-braces", "{{ .V }} }} {{": "unclosed-braces unclosed-braces", "a } { b": "", `\{\{x\}\}`: "",
	} {
		_, list := Plain(field(in), testVars())
		var rules []string
		for _, d := range list {
			rules = append(rules, d.Rule)
		}
		if got := strings.Join(rules, " "); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	if text, _ := Plain(field(`\{\{ {{ .V }} \}\}`), testVars()); text.Value != "{{ 2.0 }}" {
		t.Errorf("text is %q", text.Value)
	}
}

func TestVariableHint(t *testing.T) {
	for name, want := range map[string]string{
		"Tag": "give this one with --tag", "Price": "give this one with --set Price=…",
	} {
		for range 20 {
			_, list := Plain(field("{{ ."+name+" }}"), map[string]string{"Tap": "", "Tab": "", "Prize": "", "Pride": ""})
			guess := map[string]string{"Tag": "Tab", "Price": "Pride"}[name]
			if len(list) != 1 || !strings.HasSuffix(list[0].Hint, want) || !strings.HasPrefix(list[0].Hint, `did you mean "`+guess+`"?`) {
				t.Fatalf("%s: %v", name, list[0].Hint)
			}
		}
	}
}

func TestProblemsAreBounded(t *testing.T) {
	for _, s := range []string{"{{ ", "}} ", "{{x}} ", "{{ .X }} "} {
		text := field("x " + strings.Repeat(s, 2000))
		_, blocks := Blocks(text, nil)
		_, plain := Plain(text, nil)
		for _, list := range []diag.List{blocks, plain} {
			if len(list) != maxProblems+1 || !list.HasErrors() {
				t.Errorf("%q: %d problems", s, len(list))
			}
		}
	}
}

func TestPlainTextAndPlaces(t *testing.T) {
	in := "# A *title*\n\nOne &amp; {{.V}}\ntwo `c`\n\n- x\n- y\n\n|a|\n|-|\n|b|\n"
	doc, list := Blocks(field(in), testVars())
	if len(list) > 0 {
		t.Fatal(list)
	}
	if got, want := doc.PlainText(doc.Root), "A title\n\nOne & 2.0 two c\n\nx\n\ny\n\na\n\nb"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p := doc.Paragraphs()[1]
	for word, want := range map[string]string{"&": "&amp;", "2.0": "{{.V}}", "two": "two", "c": "c"} {
		i := strings.Index(p.Value, word)
		if got := p.At(i, i+len(word)).Text(); got != want {
			t.Errorf("%q is at %q, want %q", word, got, want)
		}
	}
	heading := doc.Root.FirstChild()
	if got := doc.Span(heading).Text(); got != "A *title*" {
		t.Errorf("the heading is at %q", got)
	}
}

// Spans are words like others to all who read the text alone.
func TestSpansInPlainText(t *testing.T) {
	doc, list := Blocks(field("One [*mot* juste]{lang=fr}: 76[%]{lang=fr} [a\nb]{lang=it}."), nil)
	if len(list) > 0 {
		t.Fatal(list)
	}
	if got, want := doc.PlainText(doc.Root), "One mot juste: 76% a b."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	span := doc.Root.FirstChild().FirstChild().NextSibling()
	if got := doc.Span(span).Text(); got != "mot* juste" {
		t.Errorf("the span is at %q", got)
	}
}

func BenchmarkSpans(b *testing.B) {
	text := field(strings.Repeat("Some [mots]{lang=fr} and `code` ", 1000))
	b.SetBytes(int64(len(text.Value)))
	for b.Loop() {
		Blocks(text, nil)
	}
}

func FuzzMarkup(f *testing.F) {
	for _, s := range []string{
		"one *two* `x`\n\n{{quote: a}}\n\n- a {{stat: b}}\n\n|a|b|\n|-|-|\n|{{.V}}|\\||", "<b>{{ .Tag }}</b> <https://x/{{.V}}> [a]({{.URL}}) ![i](x)",
		"```{{.V}}\n{{.Tag}}\n```", "[x]: y\n[x] &#0; &#x110000; \\{{.V}}", "> - {{figure: x}}\n> \t{{stat: y}}", "\ufdd0\ufde0\ufdd1", "\t{{statistics}}\n    code {{.V}}",
	} {
		f.Add(s)
	}
	vars := testVars()
	f.Add("|a|b|\n|-|-|\nshort row\n|x|")
	f.Add("*a [b* _c [d]{lang=de} ![e](x)]{lang=fr}_ [f](g]{lang=it}) [`h]{lang=it}`]{i}")
	f.Fuzz(func(t *testing.T, s string) {
		text := field(s)
		doc, _ := Blocks(text, vars)
		for _, p := range doc.Paragraphs() {
			if strings.ContainsFunc(p.Value, forbidden) && !strings.ContainsFunc(s, forbidden) {
				t.Fatalf("%q holds what is forbidden", p.Value)
			}
			for i := range p.Value {
				if at := p.At(i, i+1); at.Start < 0 || at.End > len(s) {
					t.Fatalf("byte %d is at %d–%d of %d", i, at.Start, at.End, len(s))
				}
			}
		}
		_ = ast.Walk(doc.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n.(type) {
			case *ast.RawHTML, *ast.HTMLBlock, *ast.AutoLink, *ast.LinkReferenceDefinition, *opening:
				t.Fatalf("%s is left in the tree of %q", n.Kind(), s)
			}
			if at := doc.Span(n); at.Start < 0 || at.End > len(s) || at.End < at.Start {
				t.Fatalf("%s is at %d–%d of %d", n.Kind(), at.Start, at.End, len(s))
			}
			return ast.WalkContinue, nil
		})
		Inline(text, vars)
		Plain(text, vars)
	})
}

func BenchmarkBlocks(b *testing.B) {
	text := field(strings.Repeat("A paragraph with *some* **marks**, a [link](https://example.org) and {{ .V }}.\n\n- item\n- item {{stat: x}}\n\n", 50))
	b.SetBytes(int64(len(text.Value)))
	vars := testVars()
	for b.Loop() {
		Blocks(text, vars)
	}
}
