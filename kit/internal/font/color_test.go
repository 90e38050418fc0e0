package font

import (
	"encoding/binary"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// A character whose glyph has no outline, and stands in a table of colour, is
// one that the font lacks; a blank that stands in none, such as a space, is not.
func TestColorOnly(t *testing.T) {
	plain := parse(t, goregular.TTF)
	a, _ := plain.Glyph('A')
	if plain.ColorOnly(a) {
		t.Error("a font without colour has glyphs in colour")
	}
	at := 2 * int(be16(plain.Table("loca"), 2*int(a)))
	blank := withTable(goregular.TTF, "glyf", func(b []byte) { b[at], b[at+1] = 0, 0 }) // no contours
	put16, put32 := binary.BigEndian.PutUint16, binary.BigEndian.PutUint32
	for _, tc := range []struct {
		name, tag string
		fill      func(table []byte)
	}{
		{"layers", "COLR", func(b []byte) { put16(b[2:], 1); put32(b[4:], 14); put16(b[14:], a) }},
		{"paint", "COLR", func(b []byte) { put16(b, 1); put32(b[14:], 34); put32(b[34:], 1); put16(b[38:], a) }},
		{"SVG", "SVG ", func(b []byte) { put32(b[2:], 10); put16(b[10:], 1); put16(b[12:], a); put16(b[14:], a) }},
		{"bitmap", "sbix", func(b []byte) { put32(b[4:], 1); put32(b[8:], 12); put32(b[20+4*int(a):], 9) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fill := func(b []byte) { clear(b); tc.fill(b) } // fpgm is not read here
			colored := parse(t, without(withTable(blank, "fpgm", fill), "fpgm", tc.tag))
			if _, ok := colored.Glyph('A'); ok || !colored.ColorOnly(a) {
				t.Error("A counts as drawn")
			}
			for _, r := range " B" {
				if g, ok := colored.Glyph(r); !ok || colored.ColorOnly(g) {
					t.Errorf("%q counts as missing", r)
				}
			}
			outlined := parse(t, without(withTable(goregular.TTF, "fpgm", fill), "fpgm", tc.tag))
			if _, ok := outlined.Glyph('A'); !ok {
				t.Error("an A with an outline besides counts as missing")
			}
			for _, end := range []int{0, 3, 9, 15, 36} { // cut off
				short := parse(t, without(withTable(blank, "fpgm", func(b []byte) { fill(b); clear(b[end:]) }), "fpgm", tc.tag))
				for g := range short.NumGlyphs() {
					short.ColorOnly(uint16(g))
				}
			}
		})
	}
}
