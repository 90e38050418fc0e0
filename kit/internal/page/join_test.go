package page

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// A word that is divided has its text in its first line, also if it takes three.
func TestJoin(t *testing.T) {
	fonts, err := font.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face := typeset.Face{Fonts: []*font.Font{fonts}, Size: 10}
	for _, tc := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"una innovazione oggi", 60, []string{"una innovazione", " oggi"}},
		{"una responsabilissimevolmente, oggi", 60, []string{"una responsabilissimevolmente,", "", " ", "oggi"}},
		{"responsabilissimevolmente", 42, []string{"responsabilissimevolmente", "", "", ""}},
	} {
		lines, _ := typeset.New(nil).Lines([]typeset.Span{{Text: tc.text, Face: face}}, typeset.Options{Width: tc.width, Lang: "it", Hyphenate: true})
		join(lines)
		var got []string
		most := 0
		for _, l := range lines {
			var line strings.Builder
			for _, r := range l.Runs {
				for _, g := range r.Glyphs {
					line.WriteString(g.Text)
					most = max(most, len(g.Text))
				}
			}
			got = append(got, line.String())
		}
		if !slices.Equal(got, tc.want) || most > mostText {
			t.Errorf("got %q with %d characters for a glyph, want %q with %d at most", got, most, tc.want, mostText)
		}
	}
}
