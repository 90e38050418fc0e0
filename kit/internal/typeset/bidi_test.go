package typeset

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	gotextbidi "github.com/go-text/typesetting/bidi"
)

// The letters a to f run from left to right, A to F stand for Hebrew.
func hebrew(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return 'א' + r - 'A'
		}
		return r
	}, s)
}

func latin(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'א' && r < 'א'+26 {
			return 'A' + r - 'א'
		}
		return r
	}, s)
}

func TestVisualOrder(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for _, tc := range []struct {
		text, want  string
		rightToLeft bool
	}{
		{"abc", "abc", false},
		{"ABC", "CBA", false},
		{"abc ABC def", "abc CBA def", false},
		{"abc ABC DEF def", "abc FED CBA def", false},
		{"abc ABC 123 DEF def", "abc FED 123 CBA def", false},
		{"ABC 12 abc", "12 CBA abc", false},
		{"ABC abc 123 DEF", "FED abc 123 CBA", true},
		{"ABC (abc) DEF", "FED (abc) CBA", true},
		{"ABC (DEF) a", "a (FED) CBA", true},
		{"abc.", ".abc", true},
		{"ABC.", "CBA.", false},
		{"ABC 3.14%", "3.14% CBA", false},
		{"ABC\u200e.", "CBA.", false},
		{"a \u2067b A\u2069 c", "a A b c", false},
		{"a \u202ebc\u202c d", "a cb d", false},
	} {
		lines, _ := s.Lines([]Span{{Text: hebrew(tc.text), Face: face}}, Options{Width: 500, RightToLeft: tc.rightToLeft})
		// Brackets in runs from right to left are mirrored by the shaper in
		// their glyphs; their text stays as it is.
		want := tc.want
		got := latin(textOf(lines[0]))
		if mirrored := strings.NewReplacer("(", ")", ")", "(").Replace(want); got != want && got != mirrored {
			t.Errorf("%q: got %q, want %q", tc.text, got, want)
		}
		x := 0.0
		for _, r := range lines[0].Runs {
			if r.X < x-1e-9 {
				t.Errorf("%q: runs out of order", tc.text)
			}
			x = r.X
		}
	}
}

func TestRightToLeftLines(t *testing.T) {
	face := regular(t)
	lines, _ := New(nil).Lines([]Span{{Text: hebrew("ABC DEF GHI JKL"), Face: face}}, Options{Width: 70, RightToLeft: true})
	var got []string
	for _, l := range lines {
		got = append(got, latin(textOf(l)))
		if right := l.X + l.Width; right < 69.99 || right > 70.01 {
			t.Errorf("right edge at %v, want 70", right)
		}
		if first := l.Runs[0]; len(lines) > 1 && strings.HasPrefix(textOf(l), " ") && first.X >= 0 {
			t.Errorf("the space at the end stands at %v, inside the line", first.X)
		}
	}
	if want := []string{" FED CBA", "LKJ IHG"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Directions must agree with another implementation of UAX 9 on any text.
func TestLevelsAgreeWithAnotherImplementation(t *testing.T) {
	alphabet := []rune("abאבا٣12 .,+-%()[]!\u0300\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\t")
	random := rand.New(rand.NewSource(7))
	var p gotextbidi.Paragraph
	for range 50_000 {
		text := make([]rune, 1+random.Intn(14))
		for i := range text {
			text[i] = alphabet[random.Intn(len(alphabet))]
		}
		for base, direction := range []gotextbidi.Direction{gotextbidi.LeftToRight, gotextbidi.RightToLeft} {
			levels := resolveLevels(text, uint8(base))
			runs := p.Segment(text, direction)
			for i := range runs.NumRuns() {
				run := runs.Run(i)
				for k := run.Start; k < run.End; k++ {
					if removedByX9(text[k]) || trailingAt(text, k) {
						continue // unspecified, or left to rule L1
					}
					if (levels[k]%2 == 0) != run.IsLeftToRight() {
						t.Fatalf("base %d, %q (%U): character %d has level %d, the other direction %v", base, string(text), text, k, levels[k], run)
					}
				}
			}
		}
	}
}

func removedByX9(r rune) bool { return r >= 0x202A && r <= 0x202E || r == 0x200B }

// trailingAt reports whether rule L1 may reset a character: white space and
// isolates before a tab or the end.
func trailingAt(text []rune, k int) bool {
	for _, r := range text[k:] {
		switch {
		case r == '\t':
			return true
		case r == ' ', removedByX9(r), r >= 0x2066 && r <= 0x2069:
		default:
			return false
		}
	}
	return true
}
