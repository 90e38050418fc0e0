package font

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

func brandFont(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "brand", "fonts", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The font that the shaping library is given places every glyph where the whole font would have placed it.
func TestShapingNeedsNoOutlines(t *testing.T) {
	fonts := map[string][]byte{
		"Go Regular":              goregular.TTF, // has no GPOS
		"Go Mono":                 gomono.TTF,
		"Vollkorn":                brandFont(t, "Vollkorn-Regular.ttf"),
		"Vollkorn Italic":         brandFont(t, "Vollkorn-Italic.ttf"),
		"Manrope":                 brandFont(t, "Manrope-Bold.ttf"),
		"Manrope without GPOS":    without(brandFont(t, "Manrope-Bold.ttf"), "GPOS", "xxxx"),
		"Noto Naskh Arabic":       brandFont(t, "NotoNaskhArabic-Regular.ttf"),
		"Noto Sans Hebrew":        brandFont(t, "NotoSansHebrew-Regular.ttf"),
		"Hebrew not in GPOS":      withTable(brandFont(t, "NotoSansHebrew-Regular.ttf"), "GPOS", renameScripts),
		"Hebrew without GPOS":     without(brandFont(t, "NotoSansHebrew-Regular.ttf"), "GPOS", "xxxx"),
		"Cantarell":               testFont(t, "Cantarell-Bold.otf"),
		"Cantarell without GPOS":  without(testFont(t, "Cantarell-Bold.otf"), "GPOS", "xxxx"),
		"Noto Sans CJK":           testFont(t, "NotoSansCJKjp-Regular.otf"),
		"damaged GPOS":            withTable(brandFont(t, "Manrope-Bold.ttf"), "GPOS", func(b []byte) { clear(b[:10]) }),
		"Naskh without two":       without(without(brandFont(t, "NotoNaskhArabic-Regular.ttf"), "GPOS", "xxxx"), "GSUB", "xxx2"),
		"without a character set": without(brandFont(t, "Manrope-Bold.ttf"), "OS/2", "xxxx"),
	}
	texts := []string{
		"Office fluff, AVATAR. To 1/2 “quoted” naïve Ærø", "x\u0301 q\u0308\u0323 M\u0302a\u030a E\u0327", "Ελλάδα Привет",
		"السَّلامُ عَلَيْكُمْ", "שָׁלוֹם בְּרֵאשִׁית", "漢字かな、한국어", "\u200d\ufeff\U0001F600",
	}
	compared := 0
	for name, data := range fonts {
		whole, err := gotextfont.ParseTTF(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		f := parse(t, data)
		listCoverages(whole.Font, f.Table("GPOS"))
		for _, text := range texts {
			if first, _ := utf8.DecodeRuneInString(text); !has(f, first) {
				continue // is set in another font
			}
			compared++
			want, got := shape(whole, text), shape(gotextfont.NewFace(f.GoText()), text)
			if !slices.Equal(got.Pos, want.Pos) || !slices.Equal(got.Info, want.Info) {
				t.Errorf("%s: %q is set differently:\n got %v\nwant %v", name, text, got.Pos, want.Pos)
			}
		}
	}
	if compared < 40 {
		t.Errorf("%d texts compared", compared)
	}
}

func has(f *Font, r rune) bool {
	_, ok := f.Glyph(r)
	return ok
}

func shape(face *gotextfont.Face, text string) *harfbuzz.Buffer {
	b := harfbuzz.NewBuffer()
	b.AddRunes([]rune(text), 0, -1)
	b.GuessSegmentProperties()
	b.Shape(harfbuzz.NewFont(face), nil)
	return b
}

// renameScripts makes the Hebrew of a table GPOS another script, that sorts in the same place.
func renameScripts(table []byte) {
	copy(table, bytes.ReplaceAll(table, []byte("hebr"), []byte("heca")))
}

// A font is loaded for shaping once, also if many ask at the same time.
func TestGoTextIsShared(t *testing.T) {
	f := parse(t, goregular.TTF)
	got := make(chan *gotextfont.Font)
	for range 8 {
		go func() { got <- f.GoText() }()
	}
	for range 8 {
		if <-got != f.GoText() {
			t.Error("loaded twice")
		}
	}
}
