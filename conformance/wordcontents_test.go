//go:build conformance

package conformance

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestWordContents fills the fields of every table of contents as Word does (ISO/IEC
// 29500-1, 17.16.5.68): with the paragraphs of the first level of outline in their part
// of the document, each in the style of entries, as one link. What stands there already
// must be the same, but for the numbers of pages.
func TestWordContents(t *testing.T) {
	found := false
	for _, f := range wordFiles(t) {
		t.Run(f.name, func(t *testing.T) {
			all := parts(t, f.docx)
			levels := outlineLevels(parseXML(t, stylesPart, all[stylesPart]))
			body := parseXML(t, documentPart, all[documentPart]).child("body")
			var has, want []string
			body.all(func(n *xmlNode) {
				switch {
				case n.is("instrText") && strings.Contains(n.plain(), "TOC "):
					want = append(want, gathered(body, instructed(t, n.plain()), levels)...)
				case n.is("p") && strings.HasPrefix(n.styleOf(), "TOC"):
					has = append(has, entryText(t, n))
				}
			})
			if found = found || len(has) > 0; !slices.Equal(has, want) {
				t.Errorf("the list of sections is\n%q\nand Word would make it\n%q", has, want)
			}
		})
	}
	if !found {
		t.Error("no file has a table of contents")
	}
}

// styleOf is the id of the style of a paragraph.
func (n *xmlNode) styleOf() string { return n.child("pPr").child("pStyle").get("val") }

// outlineLevels gives the levels of paragraph styles, from 1, by their ids.
func outlineLevels(styles *xmlNode) map[string]int {
	own, base := map[string]string{}, map[string]string{}
	for _, s := range styles.kids {
		if s.is("style") {
			id := s.get("styleId")
			own[id], base[id] = s.child("pPr").child("outlineLvl").get("val"), s.child("basedOn").get("val")
		}
	}
	levels := map[string]int{}
	for id := range own {
		from := id
		for from != "" && own[from] == "" {
			from = base[from]
		}
		if n, err := strconv.Atoi(own[from]); err == nil {
			levels[id] = n + 1
		}
	}
	return levels
}

var contentsField = regexp.MustCompile(`^ TOC \\o "1-1" \\h \\u \\b (\w+) $`)

// instructed is the bookmark of the part of the document that a field is for.
func instructed(t *testing.T, instruction string) string {
	t.Helper()
	m := contentsField.FindStringSubmatch(instruction)
	if m == nil {
		t.Fatalf("a field says %q", instruction)
	}
	return m[1]
}

// gathered lists the paragraphs of the first level that have text in a bookmark.
func gathered(body *xmlNode, bookmark string, levels map[string]int) (titles []string) {
	inside := map[*xmlNode]bool{} // texts
	open, id := false, ""
	body.all(func(n *xmlNode) {
		switch {
		case n.is("bookmarkStart") && n.get("name") == bookmark:
			open, id = true, n.get("id")
		case n.is("bookmarkEnd") && open && n.get("id") == id:
			open = false
		case n.is("t"):
			inside[n] = open
		}
	})
	for _, p := range body.paragraphs() {
		in := false
		p.all(func(n *xmlNode) { in = in || inside[n] })
		if in && levels[p.styleOf()] == 1 {
			titles = append(titles, strings.Join(strings.Fields(p.words()), " "))
		}
	}
	return titles
}

// entryText is the name in an entry, which must look as Word writes it.
func entryText(t *testing.T, p *xmlNode) string {
	t.Helper()
	if p.styleOf() != "TOC1" {
		t.Errorf("an entry has the style %s", p.styleOf())
	}
	link := p.child("hyperlink")
	name, page, ok := strings.Cut(link.words(), "\t")
	if rest := strings.TrimSuffix(p.words(), link.words()); rest != "" || !ok || page == "" {
		t.Errorf("the link of an entry says %q, and beside it stands %q", link.words(), rest)
	}
	link.all(func(n *xmlNode) {
		if n.is("rStyle") {
			t.Errorf("letters of %q have the style %s", name, n.get("val"))
		}
	})
	return strings.Join(strings.Fields(name), " ")
}
