package typeset

import (
	"encoding/binary"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// fontOf is a font that has the characters of a text and no others, all of the
// glyph that Go Regular has for a character.
func fontOf(t testing.TB, text string, like rune) *font.Font {
	t.Helper()
	gid, ok := parse(t, goregular.TTF).Glyph(like)
	if !ok {
		t.Fatalf("no glyph for %c", like)
	}
	data := slices.Clone(goregular.TTF)
	chars := []rune(text)
	slices.Sort(chars)
	chars = slices.Compact(chars)
	// A character map of one format 12 subtable for Windows Unicode.
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(16+12*len(chars)))
	cmap = binary.BigEndian.AppendUint32(cmap, 0)
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(len(chars)))
	for _, r := range chars {
		for _, v := range []uint32{uint32(r), uint32(r), uint32(gid)} {
			cmap = binary.BigEndian.AppendUint32(cmap, v)
		}
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i:]
		if string(record[:4]) != "cmap" {
			continue
		}
		at, size := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		if len(cmap) > int(size) {
			t.Fatalf("character map of %d bytes does not fit into %d", len(cmap), size)
		}
		copy(data[at:], cmap)
		return parse(t, data)
	}
	t.Fatal("no cmap")
	return nil
}
