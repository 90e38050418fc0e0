package pdf

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// Runs are given as words from left to right, those that run from the right in
// brackets. Capitals stand for a script that runs from the right.
func TestInReadingOrder(t *testing.T) {
	tests := []struct {
		name, visual, want string
		rtl                bool
	}{
		{name: "one direction", visual: "one two three", want: "one two three"},
		{name: "phrase", visual: "they_say [C] [B] [_] [A] in_Cairo", want: "they_say A _ B C in_Cairo"},
		{name: "two phrases", visual: "[B] [A] and [D] [C]", want: "A B and C D"},
		{name: "number within", visual: "in [C_] 1,500 [_A] .", want: "in _A 1,500 C_ ."},
		{name: "number at the end of a phrase", visual: "in 1986 [_A] .", want: "in _A 1986 ."},
		{name: "number among words", visual: "since 1986 they", want: "since 1986 they"},
		{name: "from the right", visual: "[.] [B] latin [A]", want: "A latin B .", rtl: true},
		{name: "from the right, with words from the left", visual: "[B] one two [A]", want: "A one two B", rtl: true},
		{name: "none"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var runs []placedRun
			for _, w := range strings.Fields(test.visual) {
				word, rtl := strings.CutPrefix(w, "[")
				word = strings.TrimSuffix(word, "]")
				var r placedRun
				r.RightToLeft = rtl
				for _, c := range strings.ReplaceAll(word, "_", " ") {
					r.Glyphs = append(r.Glyphs, pdfwriter.Glyph{Text: string(c)})
				}
				runs = append(runs, r)
			}
			inReadingOrder(runs, test.rtl)
			var got []string
			for _, r := range runs {
				var s strings.Builder
				for _, g := range r.Glyphs {
					s.WriteString(strings.ReplaceAll(g.Text, " ", "_"))
				}
				got = append(got, s.String())
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}
