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
	return fontWithMarks(t, text, like, nil)
}

// fontWithMarks is fontOf with some characters that are as wide as the others, but
// have their ink between two edges, in thousandths of their width.
func fontWithMarks(t testing.TB, text string, like rune, ink map[rune][2]int) *font.Font {
	t.Helper()
	of := parse(t, goregular.TTF)
	gid, ok := of.Glyph(like)
	if !ok {
		t.Fatalf("no glyph for %c", like)
	}
	data := slices.Clone(goregular.TTF)
	table := func(tag string) []byte {
		for i := range int(binary.BigEndian.Uint16(data[4:])) {
			if r := data[12+16*i:]; string(r[:4]) == tag {
				return data[binary.BigEndian.Uint32(r[8:]):]
			}
		}
		t.Fatalf("no %s", tag)
		return nil
	}
	width := int(of.Advance(gid))
	glyphs := map[rune]uint16{}
	for r, edges := range ink {
		own, _ := of.Glyph(rune('A' + len(glyphs))) // a letter gives its glyph
		glyphs[r] = own
		binary.BigEndian.PutUint16(table("hmtx")[4*int(own):], uint16(width))
		at := 2 * int(binary.BigEndian.Uint16(table("loca")[2*int(own):]))
		if long := binary.BigEndian.Uint16(table("head")[50:]) == 1; long {
			at = int(binary.BigEndian.Uint32(table("loca")[4*int(own):]))
		}
		binary.BigEndian.PutUint16(table("glyf")[at+2:], uint16(edges[0]*width/1000))
		binary.BigEndian.PutUint16(table("glyf")[at+6:], uint16(edges[1]*width/1000))
	}
	chars := []rune(text)
	slices.Sort(chars)
	chars = slices.Compact(chars)
	// A character map of one format 12 subtable for Windows Unicode.
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(16+12*len(chars)))
	cmap = binary.BigEndian.AppendUint32(cmap, 0)
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(len(chars)))
	for _, r := range chars {
		id, ok := glyphs[r]
		if !ok {
			id = gid
		}
		for _, v := range []uint32{uint32(r), uint32(r), uint32(id)} {
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
