package typeset

import (
	"math"
	"strings"
	"testing"
)

// edges are how far a line stands out of the start and the end of the measure.
func edges(l Line, width float64, rightToLeft bool) (start, end float64) {
	start, end = -l.X, l.X+l.Width-width
	if rightToLeft {
		start, end = end, start
	}
	return start, end
}

func TestHangPunctuation(t *testing.T) {
	face := regular(t)
	s := New(nil)
	wide := func(text string) float64 { return s.Width([]Span{{Text: text, Face: face}}) }
	const width = 100.0
	for _, tc := range []struct {
		name, text  string
		o           Options
		first, last string  // marks that hang
		start, end  float64 // by these parts of their widths
	}{
		{"opening quotation mark", "“Museo", Options{}, "“", "", 0.7, 0},
		{"opening guillemet", "«Museo", Options{}, "«", "", 0.5, 0},
		{"letter", "Museo", Options{}, "", "", 0, 0},
		{"closing mark", "Museo”", Options{Align: End}, "", "”", 0, 0.7},
		{"full stop", "Museo.", Options{Align: End}, "", ".", 0, 0.7},
		{"comma", "Museo,", Options{Align: End}, "", ",", 0, 0.7},
		{"letter at the end", "Museo", Options{Align: End}, "", "", 0, 0},
		{"right to left", "“Museo”", Options{RightToLeft: true}, "“", "", 0.7, math.NaN()},
		{"right to left, end", "Museo.", Options{RightToLeft: true, Align: End}, "", ".", math.NaN(), 0.7},
	} {
		t.Run(tc.name, func(t *testing.T) {
			o := tc.o
			o.Width, o.HangPunctuation = width, true
			lines, _ := s.Lines([]Span{{Text: tc.text, Face: face}}, o)
			start, end := edges(lines[0], width, o.RightToLeft)
			if o.Align == Start && !math.IsNaN(tc.start) && math.Abs(start-tc.start*wide(tc.first)) > 1e-9 {
				t.Errorf("stands out %v at the start, want %v", start, tc.start*wide(tc.first))
			}
			if o.Align == End && math.Abs(end-tc.end*wide(tc.last)) > 1e-9 {
				t.Errorf("stands out %v at the end, want %v", end, tc.end*wide(tc.last))
			}
			checkLines(t, []Span{{Text: tc.text, Face: face}}, o, lines)
		})
	}
}

// In justified text every line ends outside by what its last mark hangs, and
// nothing else moves out.
func TestHangPunctuationJustified(t *testing.T) {
	face := regular(t)
	s := New(nil)
	hung := 0
	for width := 120.0; width < 330; width += 7 {
		spans := []Span{{Text: english + " " + italian, Face: face}}
		o := Options{Width: width, Align: Justify, Lang: "en", Hyphenate: true, HangPunctuation: true}
		lines, _ := s.Lines(spans, o)
		checkLines(t, spans, o, lines)
		for i, l := range lines[:len(lines)-1] {
			text := []rune(strings.TrimRight(textOf(l), " "))
			first, last := text[0], text[len(text)-1]
			wantStart := hangLeft(first) * s.Width([]Span{{Text: string(first), Face: face}})
			if last == '=' {
				last = '-'
			}
			wantEnd := hangRight(last) * s.Width([]Span{{Text: string(last), Face: face}})
			start, end := edges(l, width, false)
			if math.Abs(start-wantStart) > 0.01 || strings.Contains(textOf(l), " ") && math.Abs(end-wantEnd) > 0.01 && !l.Overfull && strings.Count(strings.TrimSpace(textOf(l)), " ") > 0 {
				t.Errorf("width %v, line %d stands out %v and %v, want %v and %v: %q", width, i, start, end, wantStart, wantEnd, textOf(l))
			}
			if wantEnd > 0 {
				hung++
			}
		}
	}
	if hung == 0 {
		t.Error("no mark hangs")
	}
}
