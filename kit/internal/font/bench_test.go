package font

import (
	"os"
	"path/filepath"
	"testing"
)

// benchmarkFonts runs a benchmark for a large font, a smaller one, and one of another script.
func benchmarkFonts(b *testing.B, run func(b *testing.B, data []byte)) {
	for _, name := range []string{"Vollkorn-Regular.ttf", "Manrope-Regular.ttf", "NotoNaskhArabic-Regular.ttf"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "brand", "fonts", name))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			run(b, data)
		})
	}
}

// BenchmarkParse makes a font ready to be measured and asked for glyphs.
func BenchmarkParse(b *testing.B) {
	benchmarkFonts(b, func(b *testing.B, data []byte) {
		for b.Loop() {
			parse(b, data)
		}
	})
}

// BenchmarkParseToShape makes a font ready to be shaped with.
func BenchmarkParseToShape(b *testing.B) {
	benchmarkFonts(b, func(b *testing.B, data []byte) {
		for b.Loop() {
			parse(b, data).GoText()
		}
	})
}

// BenchmarkSubset makes a font program of the letters that a text in English has.
func BenchmarkSubset(b *testing.B) {
	benchmarkFonts(b, func(b *testing.B, data []byte) {
		f := parse(b, data)
		gids := glyphsOf(f, " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
		for b.Loop() {
			if _, err := f.Subset(gids); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkReduced makes the font of a document in Latin.
func BenchmarkReduced(b *testing.B) {
	f := parse(b, brandFont(b, "Vollkorn-Regular.ttf"))
	for b.Loop() {
		if _, err := f.Reduced(latin); err != nil {
			b.Fatal(err)
		}
	}
}

// glyphsOf are .notdef and the glyphs of those characters that the font has.
func glyphsOf(f *Font, text string) []uint16 {
	gids := []uint16{0}
	for _, r := range text {
		if g, ok := f.Glyph(r); ok {
			gids = append(gids, g)
		}
	}
	return gids
}
