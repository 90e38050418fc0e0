//go:build conformance

package conformance

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// Namespaces of Office Open XML, transitional.
const (
	wordNS         = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	drawingNS      = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	relationNS     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	compatNS       = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	chartNS        = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	dublinCoreNS   = "http://purl.org/dc/elements/1.1/"
	documentPart   = "word/document.xml"
	stylesPart     = "word/styles.xml"
	propertiesPart = "docProps/core.xml"
)

// xmlNode is an element of XML with what it holds, names with their namespaces.
// Character data is an element without a name.
type xmlNode struct {
	name xml.Name
	attr []xml.Attr
	kids []*xmlNode
	text string
	// prefixes are the namespaces by prefix that the element declares itself.
	prefixes map[string]string
}

// parseXML reads a part.
func parseXML(t *testing.T, part, data string) *xmlNode {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(data))
	open := []*xmlNode{{}}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		in := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &xmlNode{name: token.Name, prefixes: map[string]string{}}
			for _, a := range token.Attr {
				switch {
				case a.Name.Space == "xmlns":
					n.prefixes[a.Name.Local] = a.Value
				case a.Name.Space != "" || a.Name.Local != "xmlns":
					n.attr = append(n.attr, a)
				}
			}
			in.kids = append(in.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			in.kids = append(in.kids, &xmlNode{text: string(token)})
		}
	}
	for _, n := range open[0].kids {
		if n.name.Local != "" {
			return n
		}
	}
	t.Fatalf("%s holds no element", part)
	return nil
}

// is tells whether an element is one of WordprocessingML.
func (n *xmlNode) is(local string) bool { return n.name == xml.Name{Space: wordNS, Local: local} }

// get gives an attribute of WordprocessingML, or one without a namespace.
func (n *xmlNode) get(local string) string {
	for _, a := range n.attr {
		if a.Name.Local == local && (a.Name.Space == wordNS || a.Name.Space == "") {
			return a.Value
		}
	}
	return ""
}

// child gives the first child of WordprocessingML of a name; an empty element
// if there is none, or n is one.
func (n *xmlNode) child(local string) *xmlNode {
	for _, k := range n.kids {
		if k.is(local) {
			return k
		}
	}
	return &xmlNode{}
}

// all visits the elements below one in the order of the file.
func (n *xmlNode) all(visit func(*xmlNode)) {
	for _, k := range n.kids {
		if k.name.Local != "" {
			visit(k)
			k.all(visit)
		}
	}
}

// plain is the character data of an element and those below it.
func (n *xmlNode) plain() string {
	var b strings.Builder
	b.WriteString(n.text)
	for _, k := range n.kids {
		b.WriteString(k.plain())
	}
	return b.String()
}

// paragraphs lists the paragraphs in the order of the file, tables row by row,
// cell by cell, and what is anchored in a paragraph before it.
func (n *xmlNode) paragraphs() (list []*xmlNode) {
	for _, k := range n.kids {
		if k.is("p") {
			for _, inner := range k.kids {
				list = append(list, inner.paragraphs()...)
			}
			list = append(list, k)
			continue
		}
		list = append(list, k.paragraphs()...)
	}
	return list
}

// words is the text of a paragraph as a reader sees it, without that of
// paragraphs anchored in it.
func (n *xmlNode) words() string {
	var b strings.Builder
	for _, k := range n.kids {
		switch {
		case k.is("t"):
			b.WriteString(k.plain())
		case k.is("tab"):
			b.WriteByte('\t')
		case k.is("br"), k.is("cr"):
			b.WriteByte('\n')
		case k.is("hyperlink"): // a long address is one word all the same
			b.WriteString(strings.ReplaceAll(k.words(), "\n", ""))
		case k.is("noBreakHyphen"):
			b.WriteRune('\u2011')
		case k.is("p"), k.is("pPr"), k.is("instrText"), k.is("del"), k.name == xml.Name{Space: compatNS, Local: "Fallback"}:
		default:
			b.WriteString(k.words())
		}
	}
	return b.String()
}

// wordText gives the texts of a Word file in the order in which they are read:
// the header of the first page, then the body, a string for each paragraph that
// says something. A panel that goes on elsewhere is put together, and one that leads
// the text, and had no room on its page, is put before it; parted says so.
func wordText(t *testing.T, file string, titled, leads bool) (text []string, parted bool) {
	t.Helper()
	all := parts(t, file)
	body := parseXML(t, documentPart, all[documentPart]).child("body")
	from := []*xmlNode{body}
	if head := firstHeader(t, all, body); head != "" {
		from = slices.Insert(from, 0, parseXML(t, head, all[head]))
	}
	panel := -1 // where what goes on of a panel belongs
	lede := -1  // where the text begins
	for _, n := range from {
		for _, k := range n.kids {
			var some []string
			for _, p := range (&xmlNode{kids: []*xmlNode{k}}).paragraphs() {
				said := []string{p.words()}
				if n != body { // tabs part what stands side by side in a header
					said = strings.Split(said[0], "\t")
				}
				for _, s := range said {
					if s = strings.Join(strings.Fields(s), " "); s != "" {
						some = append(some, s)
					}
				}
			}
			isPanel := titled && k.is("tbl") && k.child("tblPr").child("tblStyle").get("val") == "StatisticsTable"
			switch {
			case isPanel && k.has("StatTitle") && leads && panel < 0 && lede >= 0:
				text, parted = slices.Insert(text, lede, some...), true
				panel = lede + len(some)
				continue
			case isPanel && k.has("StatTitle"):
				panel = len(text) + len(some)
			case isPanel && panel >= 0 && panel < len(text):
				text, parted = slices.Insert(text, panel, some...), true
				panel += len(some)
				continue
			}
			if style := k.child("pPr").child("pStyle").get("val"); lede < 0 && (strings.HasPrefix(style, "Lede") || strings.HasPrefix(style, "BodyText")) {
				lede = len(text)
			}
			text = append(text, some...)
		}
	}
	return text, parted
}

// has says that a paragraph of a style stands in a node.
func (n *xmlNode) has(style string) (found bool) {
	n.all(func(below *xmlNode) {
		found = found || below.is("pStyle") && strings.HasPrefix(below.get("val"), style)
	})
	return found
}

// firstHeader names the header of the first page, "" if it has none.
func firstHeader(t *testing.T, all map[string]string, body *xmlNode) string {
	t.Helper()
	var section *xmlNode
	body.all(func(n *xmlNode) {
		if section == nil && n.is("sectPr") {
			section = n
		}
	})
	if section == nil {
		t.Fatal("the body has no section")
	}
	kind, id := "default", ""
	if section.child("titlePg").name.Local != "" {
		kind = "first"
	}
	for _, k := range section.kids {
		if k.is("headerReference") && k.get("type") == kind {
			for _, a := range k.attr {
				if a.Name == (xml.Name{Space: relationNS, Local: "id"}) {
					id = a.Value
				}
			}
		}
	}
	const relations = "word/_rels/document.xml.rels"
	target := ""
	parseXML(t, relations, all[relations]).all(func(n *xmlNode) {
		if n.get("Id") == id {
			target = path.Join("word", n.get("Target"))
		}
	})
	return target
}
