package docx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// Cross references lead to bookmarks around titles and pictures; that of a title in a
// frame is in the text beside it, for LibreOffice loses those in frames.
func TestBookmarksHoldWhatTheyName(t *testing.T) {
	picture := func(id string) *doc.Figure {
		return &doc.Figure{ID: id, Role: doc.RoleInline, Picture: &doc.Picture{ID: "pump", Vector: true, Width: 3, Height: 2, Alt: "A pump",
			Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2z"/></svg>`)}}
	}
	text := func(s string) *doc.Para { return &doc.Para{Role: doc.RoleBody, Text: doc.T(s)} }
	link := &doc.Para{Role: doc.RoleBody, Text: doc.Text{{Text: "The pump", Link: "#pump"}}}
	for name, figure := range map[string]doc.Block{
		"text":    picture("pump"),
		"gallery": &doc.Gallery{Columns: 2, Aspect: 1.5, Figures: []*doc.Figure{picture(""), picture("pump")}},
	} {
		s := body(t, render(t, Format{}, small(t, link, figure))[documentPart])
		if !strings.Contains(s, `<w:hyperlink w:anchor="pump"`) {
			t.Errorf("%s: no link", name)
		}
		if n := strings.Count(s, "<w:bookmarkStart"); n != 1 || !regexp.MustCompile(`<w:bookmarkStart w:name="pump" w:id="1"/><w:r><w:drawing>`).MatchString(s) {
			t.Errorf("%s: %d bookmarks, or none around the picture: %s", name, n, s)
		}
	}
	d := small(t, &doc.Section{ID: "facts", Title: doc.T("Facts"), Beside: true, Blocks: []doc.Block{text("Words")}})
	d.Parts[0].Span, d.Looks.TitleSpan = d.Page.Columns, 4
	s := body(t, render(t, Format{}, d)[documentPart])
	want := regexp.MustCompile(`<w:t>Facts</w:t></w:r></w:p><w:p>.*<w:bookmarkStart w:name="facts".*<w:t>Words</w:t>`)
	if n := strings.Count(s, "<w:bookmarkStart"); n != 1 || !want.MatchString(s) {
		t.Errorf("%d bookmarks, or none beside the title: %s", n, s)
	}
}
