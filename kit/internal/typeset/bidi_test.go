package typeset

import (
	"slices"
	"strings"
	"testing"
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
