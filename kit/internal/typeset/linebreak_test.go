package typeset

import (
	"math/rand"
	"slices"
	"testing"
)

// breaksOf are the opportunities of a text, found word by word and all at once.
func breaksOf(text string) (byWord, atOnce []opportunity) {
	s := New(nil)
	spans := []Span{{Text: text}}
	s.paragraph.read(spans, position{})
	s.lineBreaks(&s.paragraph)
	byWord = slices.Clone(s.paragraph.breaks)
	s.paragraph.read(spans, position{})
	s.segment(&s.paragraph, 0, 0, len(s.paragraph.runes), len(s.paragraph.runes))
	return byWord, s.paragraph.breaks
}

func checkBreaks(t *testing.T, text string) {
	t.Helper()
	if byWord, atOnce := breaksOf(text); !slices.Equal(byWord, atOnce) {
		t.Errorf("%q:\nby word %v\nat once %v", text, byWord, atOnce)
	}
}

func TestLineBreaksByWord(t *testing.T) {
	for _, text := range []string{italian, english, japanese, korean, "", " ", "  a  b  ", "a (b) «c» d", "a — b - c -1 € 5 %", "10 % 5,5 (a"} {
		checkBreaks(t, text)
	}
	alphabet := []rune("aaabéжω  \u00a0  01.,;:!?'’“”«»()[]-–—/%€$&@#+…\"…·~漢、」「カー한👍🏽🇮🇹\u200d\u0301\u202f×")
	random := rand.New(rand.NewSource(1))
	for range 60_000 {
		text := make([]rune, 1+random.Intn(14))
		for i := range text {
			text[i] = alphabet[random.Intn(len(alphabet))]
		}
		checkBreaks(t, string(text))
		if t.Failed() {
			return
		}
	}
}

func FuzzLineBreaks(f *testing.F) {
	f.Add(italian)
	f.Add("a “b” c ’d’ e: (f) — g")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 500 {
			checkBreaks(t, text)
		}
	})
}
