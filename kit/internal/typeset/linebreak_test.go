package typeset

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
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

// Words that must be divided for want of spaces keep their letters whole: signs
// stay with their letter, and vowels before a consonant with that.
func TestUnspacedWordsBreakBetweenLetters(t *testing.T) {
	for _, word := range []string{"เก่งที่น้ำใจและ", "ເມືອງລາວນ້ຳ", "ភាសាខ្មែរ", "မြန်မာဘာသာ္တ"} {
		for width := 12.0; width < 60; width += 1.5 {
			lines, _ := New(nil).Lines([]Span{{Text: strings.Repeat(word, 4), Face: regular(t)}}, Options{Width: width})
			for i, l := range lines[:len(lines)-1] {
				last, _ := utf8.DecodeLastRuneInString(textOf(l))
				next, _ := utf8.DecodeRuneInString(textOf(lines[i+1]))
				if !l.Overfull && (joinsNext(last) || joinsBefore(next) || unicode.In(next, unicode.Mn)) {
					t.Errorf("%s at %g pt: a line ends between %q and %q", word, width, last, next)
				}
			}
		}
	}
}
