package page

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// A figure with an ID is the place that a link to it leads to, in the text and in a
// gallery; one without is none.
func TestFiguresAreTargets(t *testing.T) {
	picture := func(id string) *doc.Figure {
		return &doc.Figure{ID: id, Role: doc.RoleInline, Picture: &doc.Picture{Vector: true, Width: 3, Height: 2, Alt: "A pump",
			Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2z"/></svg>`)}}
	}
	link := &doc.Para{Role: doc.RoleBody, Text: doc.Text{{Text: "The pump", Link: "#pump"}}}
	for name, b := range map[string]doc.Block{
		"text":    picture("pump"),
		"gallery": &doc.Gallery{Columns: 2, Aspect: 1.5, Figures: []*doc.Figure{picture(""), picture("pump")}},
	} {
		drawn := record(t, section(t, link, b))
		if n := strings.Count(drawn, "destination #pump"); n != 1 {
			t.Errorf("%s: %d places of the figure\n%s", name, n, drawn)
		}
		if strings.Contains(drawn, `destination # 0`) {
			t.Errorf("%s: a figure without an ID is a place\n%s", name, drawn)
		}
	}
}
