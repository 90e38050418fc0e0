package docx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// Cross references lead to bookmarks around titles and pictures; a title in a frame has
// one of Word's own kind beside that which links lead to, for LibreOffice loses those.
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
	for _, want := range []string{`<w:bookmarkStart w:name="_Ref\d{9}" w:id="(\d+)"/><w:r><w:t>Facts</w:t></w:r><w:bookmarkEnd`, `<w:bookmarkStart w:name="facts"`} {
		if !regexp.MustCompile(want).MatchString(s) {
			t.Errorf("no %s in %s", want, s)
		}
	}
}
