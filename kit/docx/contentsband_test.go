package docx

import (
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

// The list of sections is a field that Word fills anew: it stands in a building
// block of tables of contents, in paragraphs of the style that Word gives its
// entries, and each of its columns looks at a part of the document that begins before
// the title of its first section and ends where that of the next begins.
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
			d := small(t, append([]doc.Block{&doc.Aside{Role: doc.RoleContents, Blocks: []doc.Block{c}}}, blocks...)...)
			for i := range d.Parts {
				d.Parts[i].Span = span
			}
			s := render(t, Format{}, d)["word/document.xml"]
			if !strings.Contains(s, `<w:docPartGallery w:val="Table of Contents"/>`) {
				t.Error("the list is no building block of Word's gallery")
			}
			fields := regexp.MustCompile(`TOC \\o &#34;1-1&#34; \\h \\z \\u \\b (\w+)`).FindAllStringSubmatch(s, -1)
			if want := map[string]int{"panel": 1, "band": 2}[name]; len(fields) != want {
				t.Fatalf("%d fields, want %d", len(fields), want)
			}
			if begins, ends := strings.Count(s, `"begin"`), strings.Count(s, `"end"`); begins != ends {
				t.Errorf("%d fields begin and %d end", begins, ends)
			}
			if n := strings.Count(s, "<w:tab/>"); n != 4 {
				t.Errorf("%d entries have a tab before their page, want 4", n)
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
			}
		})
	}
}
