package typeset

import (
	"strings"
	"testing"
)

func TestBeginsPhrase(t *testing.T) {
	for _, want := range []string{
		"炊飯中の|音を|静けさより|静かに　|土鍋炊飯器|「凪」を|10月15日に|発売",
		"構造を|一から|見直し、|火加減と|朝の|静けさを|両立しました。",
		"お客様の|声を|聞く|ご飯", "取り付けを|簡単に", "静かさは|機能ではなく、|朝の|礼儀だと|考えています",
		"（株）|汀製作所が|NG-55を|発表",
	} {
		text := []rune(strings.ReplaceAll(want, "|", ""))
		var got strings.Builder
		for i, r := range text {
			if i > 0 && beginsPhrase(text, i) {
				got.WriteByte('|')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("\n got %s\nwant %s", got.String(), want)
		}
	}
}

// A heading breaks between phrases, and not within a word for the sake of evenness.
func TestPhrasesInHeadings(t *testing.T) {
	face := ideographs(t)
	text := "蒸気口と二重ふたの構造を一から見直し火加減を両立"
	for width := 100.0; width < 240; width += 10 {
		lines, _ := New(nil).Lines([]Span{{Text: text, Face: face}}, Options{Width: width, Balance: true, Lang: "ja"})
		at := 0
		for _, l := range lines[:len(lines)-1] {
			at += len([]rune(textOf(l)))
			if !beginsPhrase([]rune(text), at) {
				t.Errorf("%g: broken before %q", width, string([]rune(text)[at:]))
			}
		}
	}
}
