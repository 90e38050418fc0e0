package bidi

import (
	"math/rand"
	"testing"

	gotextbidi "github.com/go-text/typesetting/bidi"
)

// Signs between directions, and at an end, have that of the text; numbers belong to the
// words from right to left that go before.
func TestSides(t *testing.T) {
	for _, test := range []struct {
		text, want  string // R stands for a character from right to left
		rightToLeft bool
	}{
		{"12 %", "....", false},
		{"12 %", "RRRR", true},
		{"abc.", "...R", true},
		{"א (a)", "RRR.R", true},
		{"(א) a", ".R...", false},
		{"a (א, ב) b", "...RRRR...", false},
		{"א a-b ב", "RR...RR", true},
		{"a א 4 b", "..RRR..", false},
		{"א 3D א", "RR..RR", true},
		{"\u200e+49 30", ".......", true},
	} {
		got := ""
		for _, right := range Sides([]rune(test.text), test.rightToLeft) {
			got += map[bool]string{false: ".", true: "R"}[right]
		}
		if got != test.want {
			t.Errorf("%q, from right to left %v: %s, want %s", test.text, test.rightToLeft, got, test.want)
		}
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
			levels := Levels(text, uint8(base))
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
