package typeset

import (
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
)

func FuzzLines(f *testing.F) {
	f.Add(italian, "it", 100.0, uint16(3), true)
	f.Add("aaaa\u00adbbb\n\n\u202e שלום (123) \u2067abc\u2069 e\u0301\xff", "he", 40.0, uint16(17), true)
	f.Add("https://a.b/c-d?e=f a@b.it 220 eventi", "it", 1.0, uint16(128), false)
	f.Add(japanese, "ja", 33.0, uint16(259), true)
	f.Add(korean+" พิพิธภัณฑ์", "ko", 20.0, uint16(256), true)
	f.Add("Quoi? «Oui!» 👩\u200d🚀👍🏽🇮🇹 : tel. +33 1 23", "fr", 50.0, uint16(256+16), true)
	regular := parse(f, goregular.TTF)
	bold := parse(f, gobold.TTF)
	cache := NewCache()
	f.Fuzz(func(t *testing.T, text, lang string, width float64, bits uint16, hyphenate bool) {
		if len(text) > 2_000 {
			return
		}
		o := Options{
			Width: width, Align: Align(bits & 3), Hyphenate: hyphenate, Lang: lang, HangFirst: bits&256 != 0, HangEnd: bits&256 != 0,
			RightToLeft: bits&4 != 0, Balance: bits&8 != 0, Bind: Binding(bits >> 4 & 1), LastLineMin: float64(bits >> 5 & 1 * 30),
		}
		face := Face{Fonts: []*font.Font{regular, bold}, Size: 10, Tracking: float64(bits>>6&1) / 10}
		half := len(text) / 2
		spans := frenchSpans([]Span{{Text: text[:half], Face: face, NoBreak: bits&128 != 0}, {Text: text[half:], Face: face, Tag: 1}}, &o)
		lines, _ := New(cache).Lines(spans, o)
		checkLines(t, spans, o, lines)
	})
}
