package pdfwriter

import (
	"strings"
	"testing"
)

// Lines of scripts without spaces are sequences of their own; lines that end between words, or within a word that is
// hyphenated, are not.
func TestLinesWithoutSpaces(t *testing.T) {
	f := regular(t)
	for _, test := range []struct {
		name  string
		lines []string
		same  bool // on one line
		want  int  // sequences
	}{
		{"Japanese", []string{"炊飯", "器は、", "「凪」"}, false, 3},
		{"runs of one line", []string{"炊飯", "器"}, true, 1},
		{"Latin in Han", []string{"运行于 ", "Linux", "上"}, false, 2},
		{"Korean", []string{"대한", "민국"}, false, 2},
		{"Thai", []string{"ภาษา", "ไทย"}, false, 2},
		{"words", []string{"one ", "two"}, false, 1},
		{"a hyphen", []string{"well-", "known"}, false, 1},
		{"a hyphenated word", []string{"extra\u00ad", "\u200b"}, false, 1},
		{"Arabic", []string{"قناديل", "المرسى"}, false, 1},
	} {
		var runs []GlyphRun
		for i, line := range test.lines {
			r := GlyphRun{Font: f, Size: 10, Y: 10}
			if !test.same {
				r.Y += 12 * float64(i)
			}
			for _, c := range line {
				r.Glyphs = append(r.Glyphs, Glyph{ID: 5, Advance: 10, Text: string(c)})
			}
			runs = append(runs, r)
		}
		got, _ := encode(t, runs...)
		if n := strings.Count(got, "BDC"); n != test.want {
			t.Errorf("%s: %d sequences, want %d:\n%s", test.name, n, test.want, got)
		}
		if b, e := strings.Count(got, "BT\n"), strings.Count(got, "ET\n"); b != e {
			t.Errorf("%s: %d texts begin, %d end", test.name, b, e)
		}
	}
}
