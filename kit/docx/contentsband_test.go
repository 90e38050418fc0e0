package docx

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// Where no text stands beside it, the list of sections is a band of three columns, if
// they have room, which are read one after the other.
func TestContentsInABand(t *testing.T) {
	for entries, want := range map[int]string{1: "1 0 0", 3: "1 1 1", 4: "2 2 0", 9: "3 3 3"} {
		d := small(t)
		b := newBuilder(Format{}, d)
		c := &doc.Contents{}
		for range entries {
			c.Entries = append(c.Entries, doc.Entry{Text: doc.T("Section"), ID: "x"})
		}
		var f flow
		b.contents(place{width: 480, full: 480}, &f, c, doc.T("In this kit"), false)
		table := f[1].(*table)
		var got []string
		for _, c := range table.rows[0].cells {
			n := 0
			for _, e := range c.content {
				if e.(*paragraph).style == "TOC1" {
					n++
				}
			}
			got = append(got, fmt.Sprint(n))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d entries stand in columns of %v, want %s", entries, got, want)
		}
	}
}

// The list of sections is a field that Word fills anew. It stands as Word writes it: in
// paragraphs of the style of its entries, each one link with its page, the end of the
// field in a paragraph after them. A column of a band looks at a part of the document
// that begins before the title of its first section, or after the list, and ends where
// that of the next begins. The heading of the contacts is of the level of sections
// where it is listed with them.
func TestContentsAreAField(t *testing.T) {
	for name, span := range map[string]int{"panel": 4, "band": 8} {
		t.Run(name, func(t *testing.T) {
			c := &doc.Contents{Title: doc.T("In this kit")}
			var blocks []doc.Block
			for i := range 4 {
				id, title := fmt.Sprintf("s%d", i), doc.T(fmt.Sprintf("Section %d", i))
				c.Entries = append(c.Entries, doc.Entry{Text: title, ID: id})
				blocks = append(blocks, &doc.Section{ID: id, Title: title, Beside: i%2 == 0, Blocks: []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}}})
			}
			c.Entries = append(c.Entries, doc.Entry{Text: doc.T("Press contact"), ID: "contacts"})
			blocks = append(blocks, &doc.Heading{Role: doc.RoleEndHeading, Text: doc.T("About")}, &doc.Heading{Role: doc.RoleEndHeading, ID: "contacts", Text: doc.T("Press contact")})
			lede := &doc.Para{Role: doc.RoleBody, Text: doc.T("Before all sections.")}
			d := small(t, append([]doc.Block{&doc.Aside{Role: doc.RoleContents, Blocks: []doc.Block{c}}, lede}, blocks...)...)
			for i := range d.Parts {
				d.Parts[i].Span = span
			}
			parts := render(t, Format{Pages: func(context.Context, *doc.Document) (map[string]int, int, error) {
				return map[string]int{"s0": 2, "s1": 2, "s2": 3, "s3": 3, "contacts": 4}, 4, nil
			}}, d)
			s := parts["word/document.xml"]
			if got := strings.Contains(s, `<w:docPartGallery w:val="Table of Contents"/>`); got != (name == "panel") {
				t.Errorf("the list is a building block of Word's gallery: %v", got)
			}
			fields := regexp.MustCompile(`TOC \\o &#34;1-1&#34; \\h \\u \\b (\w+)`).FindAllStringSubmatch(s, -1)
			if want := map[string]int{"panel": 1, "band": 3}[name]; len(fields) != want {
				t.Fatalf("%d fields, want %d", len(fields), want)
			}
			if begins, ends := strings.Count(s, `"begin"`), strings.Count(s, `"end"`); begins != ends {
				t.Errorf("%d fields begin and %d end", begins, ends)
			}
			entry := regexp.MustCompile(`<w:pStyle w:val="TOC1"/></w:pPr>(?:<w:r><mc:.*?</w:r>)?<w:hyperlink [^>]*><w:r><w:t>[^<]*</w:t><w:tab/></w:r>(?:<w:r>.{1,90}?</w:r>){5}</w:hyperlink></w:p>`)
			if n := len(entry.FindAllString(s, -1)); n != 5 {
				t.Errorf("%d entries are as Word writes them, want 5:\n%s", n, s)
			}
			if n := len(regexp.MustCompile(`<w:pStyle w:val="Gap"/></w:pPr><w:r><mc:AlternateContent [^>]*><mc:Choice [^>]*><w:fldChar w:fldCharType="end"/>`).FindAllString(s, -1)); n != len(fields) {
				t.Errorf("%d fields end in a paragraph of their own, want %d", n, len(fields))
			}
			for i, f := range fields {
				at := strings.Index(s, `<w:bookmarkStart w:name="`+f[1]+`"`)
				if at < 0 {
					t.Fatalf("the part %s of the document is not marked", f[1])
				}
				id := regexp.MustCompile(`w:id="\d+"`).FindString(s[at:])
				part := s[at:]
				part = part[:strings.Index(part, "<w:bookmarkEnd "+id)]
				for k := range 4 {
					want := len(fields) == 1 || k/2 == i
					if got := strings.Contains(part, fmt.Sprintf(">Section %d<", k)); got != want {
						t.Errorf("section %d in the part of field %d: %v, want %v", k, i, got, want)
					}
				}
				if got := strings.Contains(part, "Before all sections."); got != (i == 0) {
					t.Errorf("the text before the sections in the part of field %d: %v", i, got)
				}
			}
			if !strings.Contains(s, `"EndHeading"/></w:pPr><w:r><w:t>About<`) || !strings.Contains(s, `"EndHeadingListed"/>`) {
				t.Error("the headings of the end matter are not told apart")
			}
			for id, level := range map[string]string{"EndHeading": "1", "EndHeadingListed": "0", "ContentsTitle": "1", "StatTitle": "1"} {
				st := regexp.MustCompile(`w:styleId="` + id + `".*?</w:style>`).FindString(parts["word/styles.xml"])
				if !strings.Contains(st, `<w:outlineLvl w:val="`+level+`"/>`) {
					t.Errorf("%s is not of level %s of the outline, from 0", id, level)
				}
			}
		})
	}
}

// TestContentsGiveWay holds that a band of contents has no more columns than its names
// and numbers fit into, and that contents do not float where statistics over the whole
// width may stand beside them.
func TestContentsGiveWay(t *testing.T) {
	list := regexp.MustCompile(`<w:tblStyle w:val="ContentsTable"/>(.*?)</w:tblGrid>`)
	for _, c := range []struct {
		example, layout string
		columns         int
	}{{"launch", "factsheet", 2}, {"launch", "magazine", 3}, {"musee", "feature", 3}} {
		parts := render(t, Format{Fonts: FontsNone}, example(t, c.example, c.layout))
		found := list.FindStringSubmatch(parts["word/document.xml"])
		if found == nil {
			t.Fatalf("%s, %s: no list of sections", c.example, c.layout)
		}
		if n := strings.Count(found[1], "<w:gridCol "); n != c.columns || strings.Contains(found[1], "tblpPr") {
			t.Errorf("%s, %s: %d columns, want %d: %s", c.example, c.layout, n, c.columns, found[1])
		}
	}
}
