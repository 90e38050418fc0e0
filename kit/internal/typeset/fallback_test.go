package typeset

import (
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// Each case has the coverage of two fonts; want names the font of each run
// and its text.
func TestFontsOfClusters(t *testing.T) {
	for _, tc := range []struct {
		name, first, second, text string
		want                      string
		missing                   string
	}{
		{"joined emoji", "ab👩", "👩🚀", "a👩\u200d🚀b", "1:a 2:👩\u200d🚀 1:b", ""},
		{"family", "ab👩", "👩👧👨", "a👨\u200d👩\u200d👧b", "1:a 2:👨\u200d👩\u200d👧 1:b", ""},
		{"skin tone", "ab👍", "👍🏽", "a👍🏽b", "1:a 2:👍🏽 1:b", ""},
		{"flag", "ab🇮", "🇮🇹", "a🇮🇹b", "1:a 2:🇮🇹 1:b", ""},
		{"two flags", "a🇮🇹🇫🇷", "", "a🇮🇹🇫🇷", "1:a🇮🇹🇫🇷", ""},
		{"subdivision flag", "a", "🏴", "a🏴\U000E0067\U000E0062\U000E007F", "1:a 2:🏴\U000E0067\U000E0062\U000E007F", ""},
		{"emoji style", "a☎", "", "a☎\uFE0Fa", "1:a☎\uFE0Fa", ""},
		{"text style", "a", "☎", "a☎\uFE0E", "1:a 2:☎\uFE0E", ""},
		{"keycap", "a1", "1\u20E3", "a1\uFE0F\u20E3", "1:a 2:1\uFE0F\u20E3", ""},
		{"mark that both have", "e\u0301", "e\u0301é", "e\u0301", "1:e\u0301", ""},
		{"mark that the second has", "abe", "e\u0301", "ae\u0301b", "1:a 2:e\u0301 1:b", ""},
		{"mark within a composed letter", "abé", "e\u0301", "ae\u0301b", "1:ae\u0301b", ""},
		{"mark that none has", "abe", "b", "ae\u0301b", "1:ae\u0301b", "\u0301"},
		{"letters of one word", "abc!", "abɔ", "ab abɔ! cɔ", "1:ab  2:abɔ 1:! c 2:ɔ", ""},
		{"ignorable characters", "ab", "", "a\u200d\u2062\uFE0Fb\u034F", "1:a\u200d\u2062\uFE0Fb\u034F", ""},
		{"nothing but ignorable", "a", "", "\uFE0F", "1:\uFE0F", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			first, second := fontOf(t, " "+tc.first, 'A'), fontOf(t, " "+tc.second, 'B')
			spans := []Span{{Text: tc.text, Face: Face{Fonts: []*font.Font{first, second}, Size: 10}}}
			lines, lost := New(nil).Lines(spans, Options{})
			var got []string
			for _, r := range lines[0].Runs {
				text := ""
				for _, g := range r.Glyphs {
					text += g.Text
				}
				which := 1
				if r.Font == second {
					which = 2
				}
				got = append(got, fmt.Sprintf("%d:%s", which, text))
			}
			if got := strings.Join(got, " "); withoutIgnorable(got) != withoutIgnorable(tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
			missing := ""
			for _, m := range lost {
				missing += string(m.Rune)
			}
			if missing != tc.missing {
				t.Errorf("missing %q, want %q", missing, tc.missing)
			}
		})
	}
}

func withoutIgnorable(text string) string {
	return strings.Map(func(r rune) rune {
		if isIgnorable(r) {
			return -1
		}
		return r
	}, text)
}

func TestLongSequencesAreCutBetweenGraphemes(t *testing.T) {
	f := fontOf(t, " ae\u0301\u0302🇮🇹👍🏽", 'A')
	for _, unit := range []string{"🇮🇹", "👍🏽", "e\u0301\u0302"} {
		text := "a" + strings.Repeat(unit, 200)
		face := Face{Fonts: []*font.Font{f}, Size: 10}
		s := New(nil)
		lines, _ := s.Lines([]Span{{Text: text, Face: face}}, Options{Width: 60})
		for _, q := range s.pieces[1:] {
			if got := text[:s.paragraph.bytes[q.start]]; len(got)%len(unit) != 1 {
				t.Errorf("a piece begins after %q", got)
			}
		}
		for i, l := range lines {
			if got := strings.TrimPrefix(textOf(l), "a"); len(withoutIgnorable(got))%len(unit) != 0 {
				t.Errorf("line %d: %q", i, got)
			}
		}
	}
}
