package page

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// marked records a paragraph with words of code and a link, and a block of code.
func marked(t *testing.T, change func(*doc.Document)) string {
	t.Helper()
	d := specimen(t)
	d.Parts = []doc.Part{{Role: doc.RoleRelease, Span: 12, Blocks: []doc.Block{
		&doc.Para{Role: doc.RoleBody, Text: doc.Text{{Text: "Call "}, {Text: "GET", Code: true}, {Text: " or "}, {Text: "read", Link: "https://example.org"}, {Text: "."}}},
		&doc.Para{Role: doc.RoleCode, Text: doc.T("one\ntwo\nthree")},
	}}}
	d.Theme.Code, d.Theme.CodeBlock = d.Theme.Headings, d.Theme.Base
	for _, n := range []doc.ColorName{doc.CodeText, doc.CodeGround, doc.CodeBlockText, doc.CodeBlockGround, doc.LinkGround} {
		d.Theme.Colors[n] = map[doc.ColorName]doc.Color{doc.CodeText: {R: 1}, doc.CodeGround: {R: 2}, doc.CodeBlockText: {R: 3}, doc.CodeBlockGround: {R: 4}, doc.LinkGround: {R: 5}}[n]
	}
	change(d)
	_, text, _ := strings.Cut(record(t, d), "page 1")
	return text
}

// Words are set off as the document says, on grounds that are artifacts and come
// before all words of their line.
func TestMarks(t *testing.T) {
	text := marked(t, func(d *doc.Document) {
		d.Code = doc.Mark{Code: true, Scale: 0.9, Color: doc.CodeText, Ground: doc.CodeGround}
		d.Links = doc.Mark{Color: doc.Link, Weight: 700, Ground: doc.LinkGround}
	})
	for _, want := range []string{
		`(?m)rect [\d.]+ × [\d.]+ fill #020000 \[ground\]\n.*rect [\d.]+ × [\d.]+ fill #050000 \[ground\]\n.*text Vollkorn-Regular 10.5 \S+ "Call "`,
		`text Manrope-Regular 9.45 #010000 "GET"`, `text Vollkorn-Bold 10.5 #2540BD "read"`,
	} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if strings.Contains(text, "× 0.4 fill #2540BD") {
		t.Errorf("a link without a decoration has a line:\n%s", text)
	}
}

// Lines at words are drawn in the styles of CSS.
func TestDecorations(t *testing.T) {
	for _, test := range []struct {
		d     doc.Decoration
		least int // lines, or pieces of them
		most  int
	}{
		{doc.Decoration{Underline: true}, 1, 1},
		{doc.Decoration{Underline: true, Line: "wavy"}, 1, 1},
		{doc.Decoration{Underline: true, Line: "double"}, 2, 2},
		{doc.Decoration{Underline: true, Overline: true, LineThrough: true}, 3, 3},
		{doc.Decoration{Underline: true, Line: "dotted"}, 10, 40},
		{doc.Decoration{LineThrough: true, Line: "dashed"}, 4, 12},
	} {
		text := marked(t, func(d *doc.Document) { d.Links = doc.Mark{Color: doc.Link, Decoration: test.d} })
		if n := len(regexp.MustCompile(`× 0\.4 fill #2540BD \[ground\]`).FindAllString(text, -1)); n < test.least || n > test.most {
			t.Errorf("%+v: %d lines", test.d, n)
		}
	}
}

// The ground of a block reaches from edge to edge, over and below its lines, without
// gaps; the words stand inside.
func TestBlockOnAGround(t *testing.T) {
	var width, line, pad doc.Pt
	text := marked(t, func(d *doc.Document) {
		s := d.Styles[doc.RoleCode]
		s.Family, s.Color, s.Ground = doc.CodeBlockFamily, doc.CodeBlockText, doc.CodeBlockGround
		d.Styles[doc.RoleCode] = s
		width, line, pad = d.Page.TextWidth(), s.LineHeight, groundPadding*d.Page.Module()
	})
	found := regexp.MustCompile(`  ([\d.]+) ([\d.]+) rect ([\d.]+) × ([\d.]+) fill #040000 \[ground\]\n  ([\d.]+) `).FindAllStringSubmatch(text, -1)
	if len(found) != 3 {
		t.Fatalf("%d grounds in\n%s", len(found), text)
	}
	for i, m := range found {
		x, y, w, h, words := measured(t, m[1]), measured(t, m[2]), measured(t, m[3]), measured(t, m[4]), measured(t, m[5])
		want := line
		if i != 1 {
			want += pad
		}
		if h < want-0.1 || h > want+seam+0.1 || w < width-0.1 || words < x+pad-0.1 {
			t.Errorf("line %d stands on %g × %g from %g on, its words from %g on", i, w, h, x, words)
		}
		if i < 2 && y+h < measured(t, found[i+1][2]) {
			t.Errorf("a gap below line %d", i)
		}
	}
	if !strings.Contains(text, `text Vollkorn-Regular 8.5 #030000 "three"`) {
		t.Errorf("other words:\n%s", text)
	}
}

func measured(t *testing.T, s string) doc.Pt {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
