package font

import (
	"encoding/binary"
	"slices"
	"testing"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// The subtables that are read say what the library makes of all of them, and it has
// the same characters and variations when it shapes.
func TestUsedEncodingsAreEnough(t *testing.T) {
	fewer := 0
	for name, data := range map[string][]byte{
		"Manrope": brandFont(t, "Manrope-Bold.ttf"), "Vollkorn": brandFont(t, "Vollkorn-Regular.ttf"),
		"Naskh": brandFont(t, "NotoNaskhArabic-Regular.ttf"), "CJK": testFont(t, "NotoSansCJKjp-Regular.otf"),
	} {
		f := parse(t, data)
		cmap := f.Table("cmap")
		if len(usedEncodings(cmap)) < len(encodings(cmap)) {
			fewer++
		}
		table, _, err := tables.ParseCmap(cmap)
		if err != nil {
			t.Fatal(err)
		}
		whole, variations, err := gotextfont.ProcessCmap(table, tables.FPNone)
		if err != nil {
			t.Fatal(err)
		}
		ft := f.GoText()
		for r := range rune(0x30000) {
			want, ok := whole.Lookup(r)
			if got, has := f.Glyph(r); has && !ok || ok && want != 0 && uint32(got) != uint32(want) {
				t.Fatalf("%s: %U is glyph %d, want %d", name, r, got, want)
			}
			if got, has := ft.NominalGlyph(r); has != ok || got != want {
				t.Fatalf("%s: %U is shaped as glyph %d, want %d", name, r, got, want)
			}
			const selector = 0xFE00
			want, kind := variations.GetGlyphVariant(r, selector)
			if kind != gotextfont.VariantFound {
				continue
			}
			if got, ok := ft.VariationGlyph(r, selector); !ok || got != want {
				t.Fatalf("%s: %U with a selector is glyph %d, want %d", name, r, got, want)
			}
		}
	}
	if fewer == 0 {
		t.Error("all subtables were read of every font")
	}
}

// Which subtable counts is certain only where the library has no choice.
func TestUsedEncodings(t *testing.T) {
	table := func(records ...[3]uint16) []byte { // platform, encoding, format
		out := shorts(0, uint16(len(records)))
		at := 4 + encodingLength*len(records)
		for i, r := range records {
			out = binary.BigEndian.AppendUint32(append(out, shorts(r[0], r[1])...), uint32(at+2*i))
		}
		for _, r := range records {
			out = append(out, shorts(r[2])...)
		}
		return out
	}
	for _, test := range []struct {
		name string
		cmap []byte
		want []encoding
	}{
		{"all planes", table([3]uint16{0, 3, 4}, [3]uint16{0, 4, 12}, [3]uint16{3, 1, 4}, [3]uint16{3, 10, 12}), []encoding{{3, 10}}},
		{"the first plane", table([3]uint16{0, 3, 4}, [3]uint16{1, 0, 6}, [3]uint16{3, 1, 4}), []encoding{{3, 1}}},
		{"with variations", table([3]uint16{0, 5, 14}, [3]uint16{3, 1, 4}, [3]uint16{3, 10, 12}), []encoding{{3, 10}, {0, 5}}},
		{"symbols", table([3]uint16{3, 0, 4}, [3]uint16{3, 1, 4}), []encoding{{3, 0}, {3, 1}}},
		{"a format that is not read", table([3]uint16{3, 1, 4}, [3]uint16{3, 10, 8}), []encoding{{3, 1}, {3, 10}}},
		{"twice", table([3]uint16{3, 1, 4}, [3]uint16{3, 1, 4}), []encoding{{3, 1}, {3, 1}}},
		{"others", table([3]uint16{0, 3, 4}, [3]uint16{1, 0, 0}), []encoding{{0, 3}, {1, 0}}},
		{"none", nil, nil},
	} {
		var got []encoding
		for _, r := range usedEncodings(test.cmap) {
			got = append(got, r.encoding)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
