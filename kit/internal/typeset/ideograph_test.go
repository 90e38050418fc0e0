package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/presskit-go/presskit/kit/internal/font"
)

const (
	japanese = "美術館は四月に開館し、「二百二十の催し」を行うと発表した。ショップもあっ、という間に賑わった（昨年）。新製品ＡとAurora 2.0のデータ。"
	chinese  = "博物馆于四月开放，举办“二百二十项活动”（去年）。《新闻》：Aurora 2.0发布！"
	korean   = "박물관은 사월에 문을 열고 이백이십 개의 행사를 (작년처럼) 개최한다고 Aurora는 발표했다."
)

// ideographs is a face of 10 points whose glyphs are almost an em wide.
func ideographs(t testing.TB) Face {
	t.Helper()
	latin := ""
	for r := ' '; r < 0x7F; r++ {
		latin += string(r)
	}
	ink := map[rune][2]int{}
	for _, r := range blankLeft {
		ink[r] = [2]int{550, 950}
	}
	for _, r := range blankRight {
		ink[r] = [2]int{50, 450}
	}
	ink['，'] = [2]int{300, 700} // as in Taiwan
	return Face{Fonts: []*font.Font{fontOf(t, latin, 'n'), fontWithMarks(t, strings.ReplaceAll(japanese+chinese+korean, " ", ""), '—', ink)}, Size: 10}
}

func TestKinsoku(t *testing.T) {
	face := ideographs(t)
	s := New(nil)
	for lang, text := range map[string]string{"ja": japanese, "zh": chinese} {
		for width := 30.0; width < 200; width += 3.7 {
			for _, align := range []Align{Start, Justify} {
				spans := []Span{{Text: text, Face: face}}
				o := Options{Width: width, Align: align, Lang: lang, Hyphenate: true}
				lines, missing := s.Lines(spans, o)
				if len(missing) > 0 {
					t.Fatalf("missing %v", missing)
				}
				checkLines(t, spans, o, lines)
				for i, l := range lines {
					runes := []rune(strings.TrimRight(textOf(l), " "))
					if first := runes[0]; i > 0 && strings.ContainsRune("、。，．：」』）》”っッょョー！", first) {
						t.Errorf("%s at %v: line %d begins with %c: %s", lang, width, i, first, textOf(l))
					}
					if last := runes[len(runes)-1]; i < len(lines)-1 && strings.ContainsRune("「『（《“", last) {
						t.Errorf("%s at %v: line %d ends with %c: %s", lang, width, i, last, textOf(l))
					}
					if i < len(lines)-1 && unicode.IsLower(runes[len(runes)-1]) && strings.ContainsAny(textOf(lines[i+1])[:1], "abcdefghijklmnopqrstuvwxyz") && width > 60 {
						t.Errorf("%s at %v: word broken: %s", lang, width, textOf(l))
					}
				}
			}
		}
	}
}

func TestIdeographsAreSpread(t *testing.T) {
	face := ideographs(t)
	const width = 117.0
	lines, _ := New(nil).Lines([]Span{{Text: strings.Repeat("美術館開館発表催月", 8), Face: face}}, Options{Width: width, Align: Justify, Lang: "ja"})
	for i, l := range lines {
		last := i == len(lines)-1
		if !last && math.Abs(l.Width-width) > 0.01 {
			t.Errorf("line %d is %v wide", i, l.Width)
		}
		glyphs := l.Runs[0].Glyphs
		for k := 1; k < len(glyphs)-1; k++ {
			if math.Abs(glyphs[k].Advance-glyphs[0].Advance) > 1e-9 {
				t.Errorf("line %d: gap %d differs", i, k)
			}
		}
		if own := glyphs[len(glyphs)-1].Advance; glyphs[0].Advance < own {
			t.Errorf("line %d is set closer: %v after %v", i, glyphs[0].Advance, own)
		}
	}
}

func TestMarksOfFullWidthCloseUp(t *testing.T) {
	face := ideographs(t)
	s := New(nil)
	one := s.Width([]Span{{Text: "美", Face: face}})
	for text, want := range map[string]float64{ // half ems taken away
		"美美": 0, "美、美": 0, "美」「美": 1, "美。」美": 1, "（「美": 1, "美）。「美": 2, "“美”": 0, "美（美": 0,
		"美。”美": 1, "美“（美": 1, "”美。": 0,
		"美，」美": 0.6, "美，“美": 1, // no more than the blank, but a little
	} {
		full := float64(len([]rune(text))) * one
		if got := full - s.Width([]Span{{Text: text, Face: face}}); math.Abs(got-want*face.Size/2) > 0.01 {
			t.Errorf("%s loses %v, want %v", text, got, want*face.Size/2)
		}
	}
	// At the end of a line nothing is taken away.
	lines, _ := s.Lines([]Span{{Text: "美美」「美美", Face: face}}, Options{Width: 3 * one})
	if len(lines) != 2 || math.Abs(lines[0].Width-3*one) > 0.01 {
		t.Errorf("lines %q, first %v wide", textsOf(lines), lines[0].Width)
	}
}

func TestKoreanBreaksBetweenWords(t *testing.T) {
	face := ideographs(t)
	s := New(nil)
	for width := 110.0; width < 300; width += 9 {
		lines, _ := s.Lines([]Span{{Text: korean, Face: face}}, Options{Width: width, Lang: "ko"})
		for i, l := range lines[:len(lines)-1] {
			if !strings.HasSuffix(textOf(l), " ") {
				t.Errorf("at %v line %d breaks a word: %q", width, i, textOf(l))
			}
		}
	}
	lines, _ := s.Lines([]Span{{Text: "박물관은사월에문을열고", Face: face}}, Options{Width: 35})
	if len(lines) < 3 {
		t.Errorf("a word wider than the line is not broken: %q", textsOf(lines))
	}
}

// Scripts without spaces and without a dictionary break at zero-width spaces.
func TestThaiBreaksAtZeroWidthSpaces(t *testing.T) {
	face := Face{Fonts: []*font.Font{fontOf(t, "พิพิธภัณฑ์เปิด", 'n')}, Size: 10}
	s := New(nil)
	lines, _ := s.Lines([]Span{{Text: "พิพิธภัณฑ์\u200bเปิด", Face: face}}, Options{Width: 50, Lang: "th"})
	if got := textsOf(lines); !slices.Equal(got, []string{"พิพิธภัณฑ์", "เปิด"}) {
		t.Errorf("got %q", got)
	}
}
