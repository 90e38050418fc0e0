package typeset

import (
	"github.com/presskit-go/presskit/kit/internal/golden"

	"bytes"
	"fmt"
	"path/filepath"
	"testing"
)

// Each line of a golden file is a line as set: how full the measure is before
// justification, the change of its word spaces, and its text; "=" is an
// added hyphen.
func TestGolden(t *testing.T) {
	face := regular(t)
	bold := face
	bold.Size = 20
	headline := "Il museo della fabbrica apre le porte: 220 eventi per raccontare l’innovazione e il lavoro nel territorio"
	for _, tc := range []struct {
		name  string
		spans []Span
		o     Options
	}{
		{"ragged", []Span{{Text: italian, Face: face}}, Options{Width: 330, Lang: "it", Hyphenate: true, NoHyphenCapitalized: true, Bind: BindText, LastLineMin: 30}},
		{"ragged-narrow", []Span{{Text: italian, Face: face}}, Options{Width: 155, Lang: "it", Hyphenate: true, NoHyphenCapitalized: true, Bind: BindText}},
		{"ragged-whole-words", []Span{{Text: english, Face: face}}, Options{Width: 330, Lang: "en-GB"}},
		{"justified", []Span{{Text: italian, Face: face}}, Options{Width: 330, Lang: "it", Hyphenate: true, Align: Justify, Bind: BindText}},
		{"justified-narrow", []Span{{Text: english, Face: face}}, Options{Width: 155, Lang: "en-GB", Hyphenate: true, Align: Justify, HangFirst: true, HangEnd: true}},
		{"headline", []Span{{Text: headline, Face: bold}}, Options{Width: 400, Lang: "it", Balance: true, Bind: BindHeadline}},
		{"shape", []Span{{Text: english, Face: face}}, Options{Widths: func(n int) float64 { return 200 + 30*float64(n) }, Lang: "en-GB", Hyphenate: true}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := New(nil)
			lines, _ := s.Lines(tc.spans, tc.o)
			var got bytes.Buffer
			for n, l := range lines {
				measure := s.lineWidth(&tc.o, n)
				spaces, wide := 0.0, 0.0
				for i, r := range l.Runs {
					gid, _ := r.Font.Glyph(' ')
					own := float64(r.Font.Advance(gid)) / float64(r.Font.UnitsPerEm()) * r.Size
					for k, g := range r.Glyphs {
						if g.Text == " " && (i < len(l.Runs)-1 || k < len(r.Glyphs)-1) {
							spaces, wide = spaces+own, wide+g.Advance
						}
					}
				}
				change := 0.0
				if spaces > 0 {
					change = wide/spaces - 1
				}
				fmt.Fprintf(&got, "%.2f %+.2f  %s\n", l.Natural/measure, change, textOf(l))
			}
			golden.Check(t, filepath.Join("testdata", tc.name+".golden"), got.String())
		})
	}
}
