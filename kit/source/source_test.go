package source

import (
	"fmt"
	"io/fs"
	"math/big"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/diag"
)

func parseString(t *testing.T, name, data string) *Doc {
	t.Helper()
	doc, list := Parse(diag.NewSource(name, []byte(data)))
	if len(list) > 0 {
		t.Fatalf("%s: %v", name, list)
	}
	return doc
}

// dump writes a tree as one line, with kinds.
func dump(n *Node) string {
	var b strings.Builder
	switch n.Kind {
	case MapKind:
		b.WriteString("{")
		for i, e := range n.Entries {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(e.Key + ": " + dump(e.Value))
		}
		b.WriteString("}")
	case ListKind:
		b.WriteString("[")
		for i, item := range n.Items {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(dump(item))
		}
		b.WriteString("]")
	case StringKind:
		fmt.Fprintf(&b, "%q", n.Text.Value)
	case NullKind:
		b.WriteString("null")
	case TimeKind:
		b.WriteString("@" + n.Text.Value)
	default:
		b.WriteString(n.Text.Value)
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"plain.yaml", "a: x y\nb: 6.50\nc: 010\nd: yes\ne: true\nf: 2024-05-13\ng: ~\nh: 1e3\ni: 0x1F\nj: -4\nk: 12:30\n",
			`{a: "x y", b: 6.50, c: 010, d: "yes", e: true, f: @2024-05-13, g: null, h: 1e3, i: "0x1F", j: -4, k: "12:30"}`},
		{"blocks.yml", "a: |\n  one\n   two\n\n  three\nb: >-\n  one\n  two\n\n  three\nc: |+\n  x\n\nd: |2\n    y\n",
			`{a: "one\n two\n\nthree\n", b: "one two\nthree", c: "x\n\n", d: "  y\n"}`},
		{"flow.yaml", "a: [1, 'it''s', \"tab\\t\\u00e9\"]\nb: {c: d, e: [f]}\n", `{a: [1, "it's", "tab\té"], b: {c: "d", e: ["f"]}}`},
		{"alias.yaml", "a: &x {k: v}\nb: *x\nc: !!str 12\n", `{a: {k: "v"}, b: {k: "v"}, c: "12"}`},
		{"all.json", "\ufeff{\"a\": [1, 0.10, -2e5], \"b\": {\"c\": null, \"d\": true}, \"e\": \"\\ud83d\\ude00\\n\"}",
			`{a: [1, 0.10, -2e5], b: {c: null, d: true}, e: "😀\n"}`},
		{"all.toml", "a = 1_000\nb.c = 'x'\nb.d = [1.50, [2]]\n[t]\nu = 2024-05-13\n[[l]]\nk = \"\"\"\nx\\\n  y\"\"\"\n[[l]]\nk = {m = true}\n",
			`{a: 1_000, b: {c: "x", d: [1.50, [2]]}, t: {u: @2024-05-13}, l: [{k: "xy"}, {k: {m: true}}]}`},
		{"front.md", "---\na: b\n---\n\n# Title\r\n\r\nText\n", `{a: "b", body: "# Title\n\nText\n"}`},
		{"no-body.md", "---\na: b\n---\n\n", `{a: "b"}`},
	} {
		if got := dump(parseString(t, c.name, c.data).Root); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestPlaces looks up the place of marked words in every way of writing a string.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ name, data string }{
		{"plain.yaml", "a: one é HERE two\n"},
		{"lines.yaml", "a: one\n  é two\n\n  HERE three\n"},
		{"double.yaml", "a: \"\\u00e9\\tx \\\n   y\n\n  z HERE\"\n"},
		{"pairs.yaml", "a: \"\\ud83d\\ude00 \\\\ud83d \\uD83D\\uDE00 HERE\"\n"},
		{"flow.yaml", `{"b": "\ud83d\ude00", "a": "\ud83d\ude00 HERE"}`},
		{"single.yaml", "a: 'it''s\n  here: HERE'\n"},
		{"literal.yaml", "k: v\na: |\n  é one\n\n    two HERE\n"},
		{"strip.yaml", "a: |- # comment\n  é one\n  two HERE"},
		{"told.yaml", "a: |2\n      é\n    two HERE\n"},
		{"folded.yaml", "a: >\n  é one\n  two\n\n  three HERE\n    more\n  end\n"},
		{"anchor.yaml", "a: &x !!str é HERE\n"},
		{"nested.yaml", "b:\n  - c: 1\na: [x, \"é HERE\"]\n"},
		{"separators.yaml", "x: \"a\u2028b\"\na: é HERE\n"},
		{"crlf.yaml", "a: |\r\n  é one\r\n  two HERE\r\n"},
		{"escapes.json", `{"b": 1, "a": "\u00e9 \"\ud83d\ude00 HERE"}`},
		{"basic.toml", "a = \"\\u00e9\\t HERE\"\n"},
		{"long.toml", "a = \"\"\"\r\né\\\r\n   x\r\n\\\" HERE\"\"\"\r\n"},
		{"literal.toml", "a = '''\né \\ HERE'''\n"},
		{"text.md", "---\nb: 1\n---\n\né\r\nHERE\r\n"},
	} {
		doc := parseString(t, c.name, c.data)
		n := doc.Root.Get("a")
		if n == nil {
			n = doc.Root.Get("body")
		}
		if n.Kind == ListKind {
			n = n.Items[1]
		}
		i := strings.Index(n.Text.Value, "HERE")
		span := n.Text.At(i, i+4)
		if span.Text() != "HERE" {
			t.Errorf("%s: HERE of %q is said to be %q at %v", c.name, n.Text.Value, span.Text(), span.Position())
		}
	}
}

func TestSurrogatePairs(t *testing.T) {
	for in, want := range map[string]string{
		`a: "\ud83d\ude00"`:              "😀",
		`a: "x\uDBFF\uDFFF\ud800\udc00"`: "x\U0010ffff\U00010000",
		`{"a": "\\ud83d \ud83d\ude00"}`:  `\ud83d 😀`,
	} {
		if got := parseString(t, "x.yaml", in).Root.Get("a").Text.Value; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestTextEdits(t *testing.T) {
	doc := parseString(t, "x.yaml", `a: "one \u00e9 two three"`)
	text := doc.Root.Get("a").Text
	edited := text.Replace([]Replacement{{0, 3, "1"}, {10, 10, "!"}})
	if edited.Value != "1 é two! three" {
		t.Fatalf("edited is %q", edited.Value)
	}
	for word, want := range map[string]string{"1": "one", "é": `\u00e9`, "two": "two", "three": "three"} {
		i := strings.Index(edited.Value, word)
		if got := edited.At(i, i+len(word)).Text(); got != want {
			t.Errorf("%q is at %q, want %q", word, got, want)
		}
		if got := edited.Slice(i, i+len(word)); got.Value != word || got.At(0, len(word)).Text() != want {
			t.Errorf("slice %q is at %q", got.Value, got.At(0, len(word)).Text())
		}
	}
	joined := Join(edited.Slice(0, 2), Made("x", edited.Span), edited.Slice(5, 8))
	if joined.Value != "1 xtwo" || joined.At(3, 6).Text() != "two" {
		t.Errorf("joined is %q, %q", joined.Value, joined.At(3, 6).Text())
	}
	if got := (Text{Value: " a b ", Span: text.Span}).Trim().Value; got != "a b" {
		t.Errorf("trimmed is %q", got)
	}
}

type inner struct {
	Place
	Name Text    `key:"name"`
	Size Number  `key:"size"`
	On   Date    `key:"on"`
	N    Integer `key:"n"`
	F    Flag    `key:"f"`
}

type color string

func (color) Allowed() []string { return []string{"red", "green"} }

type shared struct {
	Plain string `key:"plain"`
	Bool  bool   `key:"bool"`
}

type outer struct {
	shared
	List  []inner    `key:"list"`
	Map   Map[inner] `key:"map"`
	One   *inner     `key:"one"`
	Color color      `key:"color"`
	Not   string     `key:"-"`
}

func TestDecode(t *testing.T) {
	doc := parseString(t, "x.yaml", `
plain: p
bool: true
color: green
list:
  - {name: 1.10, size: 0.10, on: 2024-05, n: 3, f: true}
map:
  b: {name: B}
  a: {name: A}
one: {name: O}
`)
	var o outer
	if list := doc.Decode(&o); len(list) > 0 {
		t.Fatal(list)
	}
	in := o.List[0]
	if o.Plain != "p" || !o.Bool || o.Color != "green" || o.One.Name.Value != "O" ||
		in.Name.Value != "1.10" || in.Size.Raw != "0.10" || in.On.Precision != Month || in.N.Value != 3 || !in.F.Value {
		t.Errorf("decoded %+v", o)
	}
	if in.Path != "list[0]" || in.Span.Text() != "{name: 1.10, size: 0.10, on: 2024-05, n: 3, f: true" {
		t.Errorf("place is %q %q", in.Path, in.Span.Text())
	}
	if got := strings.Join(o.Map.Keys(), " "); got != "b a" || o.Map.Get("a").Name.Value != "A" || o.Map.Get("c") != nil {
		t.Errorf("keys are %q", got)
	}
	for path, want := range map[string]string{"list[0].size": "0.10", "map.b.name": "B", "map.b.nothing": "{name: B", "color": "green"} {
		if got := doc.At(path).Text(); got != want {
			t.Errorf("At(%s) is %q, want %q", path, got, want)
		}
	}
	if doc.KeyAt("list[0].size").Text() != "size" || !doc.Has("map.a") || doc.Has("map.c") || doc.Has("list[1]") {
		t.Error("KeyAt or Has is wrong")
	}
}

func TestDecodeReportsAll(t *testing.T) {
	doc := parseString(t, "x.yaml", "plane: p\nbool: [x]\ncolor: gren\nlist:\n  - {nam: A, size: x, on: never, n: 99999999999, f: 1}\n  - text\nmap: [1]\none: 5\nnot: x\n")
	var o outer
	var got []string
	for _, d := range doc.Decode(&o) {
		got = append(got, fmt.Sprintf("%d %s", d.Span.Position().Line, d.Rule))
	}
	want := "1 unknown-field|2 wrong-type|3 bad-value|5 unknown-field|5 wrong-type|5 bad-date|5 bad-number|5 wrong-type|6 wrong-type|7 wrong-type|8 wrong-type|9 unknown-field"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestSyntaxInPlainWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"x.yaml", " language: en\nheadline: x\n", "2:1 this line begins further left than the first key"},
		{"x.yaml", "# c\n---\n  a: x\nb: y\n", "4:1 this line begins further left than the first key"},
		{"x.yaml", "language: en\n headline: x\n", "2:2 this line is indented, but the key before it has its value already"},
		{"x.yaml", "a: b: c\n", "1:5 a second colon makes this line unclear"},
		{"x.yaml", "a: x\nb: \"e \\ud83d\\ude00 \\ud83d\"\n", "2:20 this escape stands for no character"},
		{"x.yaml", "a: \"\\U00110000\"\n", "1:5 this escape stands for no character"},
		{"x.yaml", "a: \"\\ue000 \\ud83d\\ude00\"\n", "1:12 this escape stands for no character"},
		{"x.yaml", "a: \"\\ud83d\\ude00\"\nb: c: d\n", "2:5 a second colon makes this line unclear"},
		{"x.yaml", "a:\n  b: c: d\n", "2:7 a second colon makes this line unclear"},
		{"x.json", `{"a": 1,}`, "1:9 there is a comma after the last entry"},
		{"x.json", `{"a": [1, ]}`, "1:11 there is a comma after the last entry"},
		{"x.json", `{"a": 1 "b": 2}`, "1:9 a comma is missing before this"},
		{"x.json", `{"a": [1 2]}`, "1:10 a comma is missing before this"},
		{"x.json", `{a: 1}`, "1:2 the quotation marks are missing here"},
		{"x.json", `{'a': 1}`, "1:2 the quotation marks are missing here"},
		{"x.json", `{"b": 1, a: 1}`, "1:10 the quotation marks are missing here"},
		{"x.json", `{"a": é}`, "1:7 the quotation marks are missing here"},
		{"x.json", "{\"a\": \"x\n\"}", "1:7 the text in quotation marks is not closed on its line"},
		{"x.json", `{"a" 1}`, "1:6 a colon is missing after the key"},
		{"x.json", "{\"a\": 1, // x\n}", "1:10 JSON has no comments"},
		{"x.toml", "a = x", "1:5 this value lacks its quotation marks"},
		{"x.toml", "a = \"x\nb=1", "1:7 the text in quotation marks is not closed on its line"},
		{"x.toml", "a = [1 2]", "1:8 a comma is missing before this"},
		{"x.toml", "a: 1", "1:2 an equals sign is missing after the key"},
		{"x.toml", "a = 1 b = 2", "1:7 the line goes on after its value"},
	} {
		_, list := Parse(diag.NewSource(c.name, []byte(c.in)))
		if len(list) != 1 {
			t.Errorf("%q: %v", c.in, list)
			continue
		}
		p := list[0].Span.Position()
		if got := fmt.Sprintf("%d:%d %s", p.Line, p.Column, list[0].Message); got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
}

func TestForeignNumbers(t *testing.T) {
	for in, want := range map[string]bool{
		"১২": true, "-١٬٢٣٤٫٥": true, "๑๒ ล้าน": false, "১2": true, "'১২'": false, "٬": false, ".inf": true, "-.Inf": true, ".nan": true, "0x1F": true, "0o17": true, "0b10": true, "1_000": true, "1_000.5": true,
		`"0x1F"`: false, "'1_000'": false, "12": false, "a_1": false, "1_a": false, "0x": false, "9 of 10": false, "_": false, "+": false,
	} {
		doc, list := Parse(diag.NewSource("x.yaml", []byte("v: "+in)))
		if len(list) > 0 {
			t.Fatal(list)
		}
		if got := IsForeignNumber(doc.Root.Get("v")); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

func TestSuggestTakesTheFirstByName(t *testing.T) {
	for range 10 {
		if got := Suggest("cat", []string{"cot", "car", "cab", "hat"}); got != "cab" {
			t.Fatalf("got %s", got)
		}
	}
}

// pipe is a file system of one file that must not be opened.
type pipe struct {
	fstest.MapFS
	t *testing.T
}

func (p pipe) Open(string) (fs.File, error) {
	p.t.Error("the file was opened")
	return nil, fs.ErrNotExist
}

func TestReadOpensRegularFilesOnly(t *testing.T) {
	for _, mode := range []fs.FileMode{fs.ModeNamedPipe, fs.ModeDevice, fs.ModeCharDevice, fs.ModeSocket, fs.ModeDir} {
		doc, list := Read(pipe{fstest.MapFS{"x.yaml": {Mode: mode}}, t}, "x.yaml")
		if doc != nil || len(list) != 1 || list[0].Rule != "unreadable" {
			t.Errorf("%v: %v", mode, list)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"0.10", "0.10"}, {"6500", "6500"}, {"-1.5e3", "-1500"}, {"12e-3", "0.012"}, {"1.25e1", "12.5"}, {".5", "0.5"}, {"5.", "5"}, {"-0", "-0"},
	} {
		digits, problem := parseNumber(c.raw)
		n := Number{Raw: digits}
		if problem != "" || n.String() != c.want {
			t.Errorf("%s: got %s %s, want %s", c.raw, n, problem, c.want)
		}
		exact, _ := new(big.Rat).SetString(c.raw)
		if f, _ := exact.Float64(); f != n.Float() {
			t.Errorf("%s: Float is %v", c.raw, n.Float())
		}
	}
	for _, bad := range []string{"", "1e99", "--1", "1.2.3", "0x10", "1e", "e5", "007", "-0123", "00.5", ".", "inf", strings.Repeat("1", 60)} {
		if digits, problem := parseNumber(bad); problem == "" {
			t.Errorf("%q was taken as %s", bad, digits)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]Precision{
		"2024": Year, "2024-05": Month, "2024-02-29": Day, "2023-02-29": None, "2024-05-13T09:30": Local, "2024-05-13T09:30:00Z": Instant,
		"2024-05-13 09:30:00.5+02:00": Instant, "2024-05-13t09:30+02:00": Instant, "13.5.2024": None, "": None, "20240": None,
	} {
		if _, got := parseDate(s); got != want {
			t.Errorf("%q has precision %d, want %d", s, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	words := []string{"headline", "quotes", "lede", "url"}
	for word, want := range map[string]string{"headlin": "headline", "qoutes": "quotes", "led": "lede", "ulr": "url", "xyzzy": "", "Headline": "headline", strings.Repeat("x", 1000): ""} {
		if got := Suggest(word, words); got != want {
			t.Errorf("%q suggests %q, want %q", word, got, want)
		}
	}
}

func TestBounds(t *testing.T) {
	rule := func(name, data string) string {
		_, list := Parse(diag.NewSource(name, []byte(data)))
		if len(list) == 0 {
			return ""
		}
		return list[0].Rule
	}
	big := strings.Repeat("x", MaxSize)
	for _, c := range []struct{ name, data, want string }{
		{"size.yaml", "a: " + big, "too-large"},
		{"nodes.json", `{"a": [` + strings.Repeat("1,", MaxNodes) + `1]}`, "too-large"},
		{"marks.yaml", "a: |\n" + strings.Repeat("  x\n", maxMarks), "too-large"},
		{"deep.json", strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100), "too-deep"},
		{"deep.toml", "a = " + strings.Repeat("[", 100) + strings.Repeat("]", 100), "too-deep"},
		{"deep-keys.toml", "a" + strings.Repeat(".a", 100) + " = 1", "too-deep"},
		{"deep.yaml", strings.Repeat("- ", 100) + "a", "too-deep"},
		{"text.yaml", "a: &a " + big[:MaxSize/2] + "\nb: [*a, *a, *a]\n", "too-large"},
		{"wrong.yaml", "text", "wrong-type"},
	} {
		if got := rule(c.name, c.data); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	fsys := fstest.MapFS{"big.yaml": {Data: []byte("a: " + big)}}
	for name, want := range map[string]string{"big.yaml": "too-large", "none.yaml": "missing-file"} {
		if doc, list := Read(fsys, name); doc != nil || len(list) != 1 || list[0].Rule != want {
			t.Errorf("%s: %v", name, list)
		}
	}
}
