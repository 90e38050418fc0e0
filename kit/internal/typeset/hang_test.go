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
			o.Width, o.HangFirst, o.HangEnd = width, true, true
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

// In justified text every line ends outside by what its last mark hangs, the
// first begins outside if it begins with a quotation mark, and nothing else
// moves out.
func TestHangPunctuationJustified(t *testing.T) {
	face := regular(t)
	s := New(nil)
	hung := 0
	for width := 120.0; width < 330; width += 7 {
		spans := []Span{{Text: "“" + english + "” “" + italian + "”", Face: face}}
		o := Options{Width: width, Align: Justify, Lang: "en", Hyphenate: true, HangFirst: true, HangEnd: true}
		lines, _ := s.Lines(spans, o)
		checkLines(t, spans, o, lines)
		for i, l := range lines[:len(lines)-1] {
			text := []rune(strings.TrimRight(textOf(l), " "))
			first, last := text[0], text[len(text)-1]
			wantStart := 0.0
			if i == 0 {
				wantStart = hangLeft(first) * s.Width([]Span{{Text: string(first), Face: face}})
			}
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

// Each end hangs only if it is asked to, and no line hangs at the start but the
// first.
func TestHangFirstAndEnd(t *testing.T) {
	face := regular(t)
	const width = 60.0
	spans := []Span{{Text: "“Museo aperto.\n“Museo aperto.", Face: face}}
	for _, tc := range []struct {
		o     Options
		first bool
	}{
		{Options{}, false},
		{Options{HangFirst: true}, true},
		{Options{HangEnd: true}, false},
		{Options{HangFirst: true, HangEnd: true}, true},
	} {
		tc.o.Width = width
		lines, _ := New(nil).Lines(spans, tc.o)
		for i, l := range lines {
			start, _ := edges(l, width, false)
			if want := tc.first && i == 0; start > 0 != want {
				t.Errorf("%+v: line %d stands out %v at the start", tc.o, i, start)
			}
		}
		tc.o.Align = End
		lines, _ = New(nil).Lines(spans, tc.o)
		for i, l := range lines {
			_, end := edges(l, width, false)
			if dot := strings.HasSuffix(strings.TrimSpace(textOf(l)), "."); end > 1e-9 != (dot && tc.o.HangEnd) {
				t.Errorf("%+v: line %d, %q, stands out %v at the end", tc.o, i, textOf(l), end)
			}
		}
	}
}

// Text that has no font is reported; the line before it can hang all the same.
func TestHangPunctuationBeforeMissingFont(t *testing.T) {
	spans := []Span{{Text: "Museo, ", Face: regular(t)}, {Text: "“aperto”", Face: Face{Size: 10}}}
	lines, missing := New(nil).Lines(spans, Options{Width: 100, HangEnd: true})
	if len(lines) == 0 || len(missing) == 0 {
		t.Errorf("got %d lines, missing %v", len(lines), missing)
	}
}
