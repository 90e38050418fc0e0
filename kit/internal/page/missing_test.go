package page

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/typeset"
)

func TestOpenFamily(t *testing.T) {
	tests := []struct {
		r          rune
		lang, want string
	}{
		{'日', "ja", "Noto Sans JP"}, {'日', "ko-KR", "Noto Sans KR"}, {'日', "zh-Hans", "Noto Sans SC"}, {'日', "zh-CN", "Noto Sans SC"},
		{'日', "zh-TW", "Noto Sans TC"}, {'日', "zh-Hant", "Noto Sans TC"}, {'日', "zh-HK", "Noto Sans HK"}, {'日', "en", "Noto Sans SC"},
		{'あ', "en", "Noto Sans JP"}, {'ア', "zh", "Noto Sans JP"}, {'한', "ja", "Noto Sans KR"}, {'ㄅ', "en", "Noto Sans TC"},
		{'。', "ja", "Noto Sans JP"}, {'「', "zh-TW", "Noto Sans TC"}, {'！', "ko", "Noto Sans KR"},
		{'ก', "en", "Noto Sans Thai"}, {'क', "hi", "Noto Sans Devanagari"}, {'ა', "ka", "Noto Sans Georgian"}, {'Ա', "hy", "Noto Sans Armenian"},
		{'த', "ta", "Noto Sans Tamil"}, {'ᐁ', "iu", "Noto Sans Canadian Aboriginal"}, {'བ', "bo", "Noto Serif Tibetan"}, {'ߊ', "en", "Noto Sans NKo"},
		{'ꦄ', "jv", "Noto Sans Javanese"}, {'ỳ', "vi", "Noto Sans"}, {'ᾧ', "el", "Noto Sans"}, {'Ѱ', "ru", "Noto Sans"},
		{'𝐀', "en", "Noto Sans Math"}, {'⨎', "en", "Noto Sans Math"}, {'𝄞', "en", "Noto Music"}, {'🫨', "en", "Noto Emoji"}, {'⠿', "en", "Noto Sans Symbols 2"},
		{'℃', "en", "Noto Sans"}, {'₧', "en", "Noto Sans"}, {'⁺', "en", "Noto Sans"}, {'№', "en", "Noto Sans"}, {'°', "en", "Noto Sans"}, {'˂', "en", "Noto Sans"},
		{'Ⅷ', "en", "Noto Sans Symbols"}, {'⇒', "en", "Noto Sans Math"}, {'⌀', "en", "Noto Sans Symbols"}, {'①', "ja", "Noto Sans Symbols"}, {'─', "en", "Noto Sans Mono"},
		{'。', "ja", "Noto Sans JP"}, {'㎏', "ja", "Noto Sans JP"}, {'Ａ', "ja", "Noto Sans JP"}, {'฿', "en", "Noto Sans Thai"}, {'।', "hi", "Noto Sans Devanagari"}, {'،', "ar", "Noto Sans Arabic"},
		{'⯐', "en", "Noto Sans Symbols 2"}, {'⁊', "en", "Noto Sans"}, {'日', "not a tag", "Noto Sans SC"},
	}
	for _, test := range tests {
		if got := openFamily(test.r, test.lang); got != test.want {
			t.Errorf("%c in %s: %s, want %s", test.r, test.lang, got, test.want)
		}
	}
}

func TestNameOf(t *testing.T) {
	for r, want := range map[rune]string{
		'→':      `'→' (U+2192 RIGHTWARDS ARROW)`,
		'日':      `'日' (U+65E5 of the script Han)`,
		'한':      `'한' (U+D55C of the script Hangul)`,
		'\u0301': `'́' (U+0301 COMBINING ACUTE ACCENT)`,
		'\uE000': `'\ue000' (U+E000)`,
		'\u0378': `'\u0378' (U+0378)`,
	} {
		if got := nameOf(r); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestFontAdvice(t *testing.T) {
	tests := []struct {
		r    rune
		want string
	}{
		{'日', "Vollkorn does not have it; Noto Sans JP does: put NotoSansJP-Regular.ttf beside the brand's file, and write there under typography: fonts: [{family: Noto Sans JP, source: file, files: [NotoSansJP-Regular.ttf]}]"},
		{'\uE000', "it is for private use"},
		{'\u0378', "Unicode has no such character"},
	}
	for _, test := range tests {
		if got := fontAdvice(test.r, "ja", "Vollkorn"); !strings.HasPrefix(got, test.want) {
			t.Errorf("%q: %s", test.r, got)
		}
	}
}

func TestListed(t *testing.T) {
	if got := listed([]rune("ab\u0301\uE000")); got != "a b U+0301 U+E000" {
		t.Error(got)
	}
	if got := listed([]rune("abcdefghijklmnop")); got != "a b c d e f g h i j k l …" {
		t.Error(got)
	}
}

// Fallbacks are read when a character asks for them.
func TestFallbacksAreReadWhenNeeded(t *testing.T) {
	for text, want := range map[string]bool{"Plain words – “of Latin”.": false, "Words, and ภาษา.": true} {
		c := NewCache()
		d := specimen(t)
		b, err := newBuilder(t.Context(), d, c)
		if err != nil {
			t.Fatal(err)
		}
		fs := b.fonts(d.Theme.Base, 400, false)
		read := len(c.fonts)
		b.set.Width([]typeset.Span{{Text: text, Face: typeset.Face{Fonts: fs.own, Reserve: fs.reserve, Size: 10}}})
		if got := len(c.fonts) > read; got != want {
			t.Errorf("%q: %d fonts were read after the first %d", text, len(c.fonts)-read, read)
		}
	}
}
