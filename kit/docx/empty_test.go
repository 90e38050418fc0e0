package docx

import (
	"encoding/xml"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/presskit-go/presskit/layouts"
)

// node is an element of a part, without its text.
type node struct {
	name       string // without a prefix
	attributes map[string]string
	children   []*node
}

// tree reads a part.
func tree(t testing.TB, data string) *node {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(data))
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.Token()
		if token == nil {
			return root
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				n.attributes[a.Name.Local] = a.Value
			}
			parent := open[len(open)-1]
			parent.children = append(parent.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

// find is the first element of a name below n, or nil.
func (n *node) find(names ...string) *node {
	for _, c := range n.children {
		for _, name := range names {
			if c.name == name {
				return c
			}
		}
		if found := c.find(names...); found != nil {
			return found
		}
	}
	return nil
}

// made is what the tests of all kits look at.
type made struct {
	name  string
	parts map[string]string // of markup
}

var (
	allKits   []made
	renderAll sync.Once
)

// eachKit visits every example in every layout.
func eachKit(t *testing.T, visit func(name string, parts map[string]string)) {
	t.Helper()
	renderAll.Do(func() {
		entries, err := os.ReadDir("../../examples")
		if err != nil {
			t.Fatal(err)
		}
		format := Format{Cache: NewCache(), Fonts: FontsNone}
		for _, e := range entries {
			if _, err := os.Stat("../../examples/" + e.Name() + "/release.yaml"); err != nil {
				continue
			}
			if underRace && e.Name() != "launch" { // which takes fifteen times as long, and finds no more in the others
				continue
			}
			for _, layout := range layouts.Names() {
				parts := render(t, format, example(t, e.Name(), layout))
				maps.DeleteFunc(parts, func(name, _ string) bool { return !strings.HasSuffix(name, ".xml") })
				allKits = append(allKits, made{e.Name() + ", " + layout, parts})
			}
		}
	})
	if len(allKits) == 0 {
		t.Fatal("there are no kits")
	}
	for _, k := range allKits {
		visit(k.name, k.parts)
	}
}

// whyEmpty says what a paragraph without content is there for, between its
// neighbours in an element; "" for nothing.
func whyEmpty(parent string, before, p, after *node) string {
	is := func(n *node, names ...string) bool {
		for _, name := range names {
			if n != nil && n.name == name {
				return true
			}
		}
		return false
	}
	framed := func(n *node) bool { return is(n, "p") && n.find("framePr") != nil }
	style := p.find("pStyle").attributes["val"]
	switch {
	case is(before, "tbl") && before.find("tblpPr") != nil:
		return "a floating table hangs on it"
	case p.find("sectPr") != nil && is(before, "tbl", "sdt"):
		return "a section ends with a table"
	case p.find("sectPr") != nil:
		return "a section ends below room for columns, or for LibreOffice, which takes it away"
	case is(before, "tbl", "sdt") && (after == nil || after.name == "sectPr"):
		return "a " + map[string]string{"tc": "cell", "hdr": "header", "ftr": "footer", "body": "document"}[parent] + " ends with a table"
	case is(before, "tbl", "sdt") && is(after, "tbl", "sdt"):
		return "two tables would grow together"
	case framed(before) && is(after, "tbl"):
		return "a frame hangs on it, over a table" // ISO/IEC 29500-1, 17.3.1.11
	case strings.HasPrefix(style, "TableHead"), strings.HasPrefix(style, "TableText"):
		return "a cell that the author left empty"
	case strings.HasPrefix(style, "QuoteRule"):
		return "a short rule over centred words without a portrait"
	case is(before, "p") && before.find("sectPr") != nil:
		return "room below columns"
	case is(before, "tbl") && framed(after):
		return "room between a rule at the foot of a table and a frame"
	case strings.HasPrefix(style, "GapLine") && framed(after):
		return "room below a frame, over the next one"
	case is(before, "tbl", "sdt") && is(after, "p") && after.find("sectPr") != nil:
		return "LibreOffice takes away the one after it, in which a section ends"
	}
	return ""
}

// TestNoParagraphIsSpace holds that paragraphs without content are there because the
// format, or a program, needs them, and are few.
func TestNoParagraphIsSpace(t *testing.T) {
	const most, mostOfAll = 12, 239 // of a kit, of the examples in all layouts
	total := 0
	eachKit(t, func(name string, parts map[string]string) {
		all := map[string]int{}
		count := 0
		for part, data := range textParts(parts) {
			var walk func(n *node)
			walk = func(n *node) {
				for i, c := range n.children {
					walk(c)
					if c.name != "p" || c.find("t", "drawing", "pict", "fldChar", "br") != nil {
						continue
					}
					var before, after *node
					if i > 0 {
						before = n.children[i-1]
					}
					if i+1 < len(n.children) {
						after = n.children[i+1]
					}
					why := whyEmpty(n.name, before, c, after)
					if why == "" {
						t.Errorf("%s: in %s of %s, an empty paragraph of the style %s", name, n.name, part, c.find("pStyle").attributes["val"])
					}
					all[why]++
					count++
				}
			}
			walk(tree(t, data))
		}
		if count > most {
			t.Errorf("%s: %d paragraphs are empty, want %d at most: %v", name, count, most, all)
		}
		total += count
	})
	if total > mostOfAll {
		t.Errorf("%d paragraphs are empty, want %d at most", total, mostOfAll)
	}
}

// TestFormattingIsThatOfStyles holds that what paragraphs, runs, rows and cells have
// beside their styles is little: see the package comment. Margins, rules and grounds of
// cells are those of styles without exception; a table itself has its place and widths.
func TestFormattingIsThatOfStyles(t *testing.T) {
	allowed := map[string]string{
		"pPr":   "pStyle framePr numPr sectPr",
		"rPr":   "rStyle rFonts b bCs i iCs rtl lang",
		"tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblInd tblLayout tblLook tblCaption tblDescription",
		"tr":    "trPr tc",
		"trPr":  "cantSplit trHeight tblHeader gridBefore wBefore gridAfter wAfter",
		"tcPr":  "tcW gridSpan",
	}
	// Of all examples in all layouts. Frames, numbers and places are what the package
	// comment says; rtl and lang are those of foreign words.
	most := map[string]int{"framePr": 220, "numPr": 75, "rFonts": 0, "b": 5, "i": 5, "rtl": 1750, "lang": 55, "trHeight": 50, "tblInd": 50, "jc": 20, "tblpPr": 30}
	count := map[string]int{}
	check := func(name string, parts map[string]string) {
		for part, data := range textParts(parts) {
			var walk func(n *node)
			walk = func(n *node) {
				for _, c := range n.children {
					if list, ok := allowed[n.name]; ok {
						count[c.name]++
						if !slices.Contains(strings.Fields(list), c.name) {
							t.Errorf("%s, %s: %s in %s", name, part, c.name, n.name)
						}
					}
					walk(c)
				}
			}
			walk(tree(t, data))
		}
	}
	eachKit(t, check)
	for what, n := range most {
		if count[what] > n {
			t.Errorf("%d %s, want %d at most", count[what], what, n)
		}
	}
	for name, parts := range kits(t) {
		check(name, parts)
	}
}
