package font

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	gotextcff "github.com/go-text/typesetting/font/cff"
)

// The fonts with CFF outlines: name-keyed, name-keyed with 2000 units to the em, and CID-keyed with seven font dicts.
var cffFonts = []string{"Cantarell-Bold.otf", "LeagueMono-Regular.otf", "NotoSansCJKjp-Regular.otf"}

func testFont(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParseCFF(t *testing.T) {
	for _, tc := range []struct {
		file, name string
		unitsPerEm int
		fontDicts  int
		char       rune
		advance    int
		box        [4]int
	}{
		{"Cantarell-Bold.otf", "Cantarell-Bold", 1000, 1, 'H', 742, [4]int{81, 0, 661, 694}},
		{"LeagueMono-Regular.otf", "LeagueMono-Regular", 2000, 1, 'H', 1420, [4]int{220, 0, 1192, 1400}},
		{"NotoSansCJKjp-Regular.otf", "NotoSansCJKjp-Regular", 1000, 7, '漢', 1000, [4]int{38, -82, 964, 840}},
	} {
		f := parse(t, testFont(t, tc.file))
		if !f.CFF() || f.PostScriptName() != tc.name || f.UnitsPerEm() != tc.unitsPerEm || len(f.cff.fds) != tc.fontDicts {
			t.Errorf("%s: %v %s, %d units per em, %d font dicts", tc.file, f.CFF(), f, f.UnitsPerEm(), len(f.cff.fds))
		}
		g, ok := f.Glyph(tc.char)
		box, drawn := f.GlyphBox(g)
		if !ok || !drawn || f.Advance(g) != tc.advance || box != tc.box {
			t.Errorf("%s: %c is glyph %d, %d wide, in a box %v", tc.file, tc.char, g, f.Advance(g), box)
		}
	}
}

func TestGlyphBox(t *testing.T) {
	f := parse(t, testFont(t, "Cantarell-Bold.otf"))
	space, _ := f.Glyph(' ')
	if box, ok := f.GlyphBox(space); ok {
		t.Errorf("a space has the box %v", box)
	}
	if _, ok := f.GlyphBox(60000); ok {
		t.Error("there is a box around a glyph that does not exist")
	}
	measured := parse(t, without(testFont(t, "Cantarell-Bold.otf"), "OS/2", "xxxx"))
	if measured.CapHeight() != f.CapHeight() || measured.XHeight() < f.XHeight() || measured.XHeight() > f.XHeight()+0.02 {
		t.Errorf("measured heights %v and %v, stated %v and %v", measured.CapHeight(), measured.XHeight(), f.CapHeight(), f.XHeight())
	}
}

// Every glyph of a subset draws what it drew, as the shaping library reads it.
func TestSubsetCFF(t *testing.T) {
	for _, name := range cffFonts {
		f := parse(t, testFont(t, name))
		all := make([]uint16, f.NumGlyphs())
		for i := range all {
			all[i] = uint16(i)
		}
		whole, err := gotextcff.Parse(f.Table("CFF "))
		if err != nil {
			t.Fatal(err)
		}
		backwards := slices.Clone(all[1:])
		slices.Reverse(backwards)
		for _, gids := range [][]uint16{{0}, {0, 0}, {0, 5, 7, 5}, all, append([]uint16{0}, backwards...)} {
			data, err := f.Subset(gids)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			part, err := gotextcff.Parse(data)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for i, g := range gids {
				want, wantBox, err := whole.LoadGlyph(g)
				if err != nil {
					t.Fatal(err)
				}
				got, gotBox, err := part.LoadGlyph(uint16(i))
				if err != nil || !reflect.DeepEqual(got, want) || gotBox != wantBox {
					t.Errorf("%s: glyph %d is not glyph %d of the font (%v)", name, i, g, err)
				}
			}
			if again, _ := f.Subset(gids); !bytes.Equal(again, data) {
				t.Errorf("%s: a second subset differs", name)
			}
			checkCFFSubset(t, f, gids, data)
		}
	}
}

// checkCFFSubset reads a subset with the reader of this package.
func checkCFFSubset(t *testing.T, f *Font, gids []uint16, data []byte) {
	t.Helper()
	c, err := readCFF(data, len(gids), f.UnitsPerEm())
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	if len(c.fds) > len(gids) || c.fdSelect == nil || c.globalSubrs.count != 0 {
		t.Errorf("%s: %d font dicts for %d glyphs, %d subroutines", f, len(c.fds), len(gids), c.globalSubrs.count)
	}
	for i, g := range gids {
		fd := c.fds[c.fd(uint16(i))]
		s := newFlattener(c)
		code, err := s.flatten(uint16(i))
		if err != nil {
			t.Fatal(err)
		}
		width := fd.defaultWidthX
		if s.width > 0 {
			said, _ := dictNumber(s.code)
			width = fd.nominalWidth + said
		}
		if int(width) != f.Advance(g) {
			t.Errorf("%s: glyph %d is %v wide, want %d", f, i, width, f.Advance(g))
		}
		if !bytes.Equal(fd.hints, f.cff.fds[f.cff.fd(g)].hints) {
			t.Errorf("%s: glyph %d has other hints", f, i)
		}
		if len(code) == 0 || code[len(code)-1] != opEndchar {
			t.Errorf("%s: glyph %d does not end", f, i)
		}
	}
}

// A subset has the advances of hmtx even where the charstrings disagree.
func TestSubsetCFFTakesAdvancesFromHmtx(t *testing.T) {
	data := withTable(testFont(t, "LeagueMono-Regular.otf"), "hmtx", func(b []byte) {
		for i := range len(b) / 4 {
			binary.BigEndian.PutUint16(b[4*i:], uint16(300*i))
		}
	})
	f := parse(t, data)
	gids := []uint16{0, 1, 2, 9}
	program, err := f.Subset(gids)
	if err != nil {
		t.Fatal(err)
	}
	checkCFFSubset(t, f, gids, program)
}

func TestReadCFFRefuses(t *testing.T) {
	whole := testFont(t, "NotoSansCJKjp-Regular.otf")
	f := parse(t, whole)
	data := f.Table("CFF ")
	for _, tc := range []struct {
		name   string
		change func(b []byte) []byte
		want   string
	}{
		{"empty", func([]byte) []byte { return nil }, "cut off"},
		{"version 2", func(b []byte) []byte { b[0] = 2; return b }, "version 2"},
		{"cut off", func(b []byte) []byte { return b[:40] }, "cut off"},
		{"no end", func(b []byte) []byte { return b[:len(b)/2] }, "an INDEX is cut off"},
		{"two fonts", func(b []byte) []byte {
			return slices.Concat([]byte{1, 0, 4, 1}, appendIndex(nil, []byte("a")), appendIndex(nil, nil, nil), []byte{0, 0, 0, 0})
		}, "2 fonts"},
		{"type 1", func(b []byte) []byte { return madeCFF([]byte{140, opEscape, 6}) }, "type 1"},
		{"without charstrings", func(b []byte) []byte { return madeCFF(nil) }, "charstrings: an INDEX lies outside"},
	} {
		if _, err := readCFF(tc.change(slices.Clone(data)), f.NumGlyphs(), 1000); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %q", tc.name, err, tc.want)
		}
	}
	if _, err := readCFF(data, f.NumGlyphs()+1, 1000); err == nil || !strings.Contains(err.Error(), "table maxp counts") {
		t.Errorf("one glyph less: got %v", err)
	}
	if _, err := readCFF(data, f.NumGlyphs(), 2048); err == nil || !strings.Contains(err.Error(), "FontMatrix") {
		t.Errorf("other units: got %v", err)
	}
}

// madeCFF is a font that has only a top DICT.
func madeCFF(top []byte) []byte {
	return slices.Concat([]byte{1, 0, 4, 1}, appendIndex(nil, []byte("a")), appendIndex(nil, top), []byte{0, 0, 0, 0})
}

func TestReadDict(t *testing.T) {
	real := appendReal(nil, 0.000244140625)
	dict, err := readDict(slices.Concat(
		[]byte{139, 247, 0, 251, 0, 28, 0x80, 0, 29, 0xFF, 0xFF, 0xFF, 0xFF, opFontBBox}, real, []byte{opEscape, 9},
		[]byte{30, 0xE2, 0xA2, 0x5F, 30, 0x0A, 0x14, 0x05, 0x41, 0xC3, 0xFF, opEscape, 10}))
	if err != nil {
		t.Fatal(err)
	}
	for op, want := range map[int][]float64{
		opFontBBox: {0, 108, -108, -32768, -1}, opEscape<<8 | 9: {0.000244140625}, opEscape<<8 | 10: {-2.25, 0.140541e-3},
	} {
		if got := dict[op].operands; !slices.Equal(got, want) {
			t.Errorf("operator %#x: got %v, want %v", op, got, want)
		}
	}
	for _, bad := range [][]byte{{28, 1}, {30, 0x12}, {30, 0xDF}, {31}, {255}, {opEscape}, bytes.Repeat([]byte{139}, 49)} {
		if _, err := readDict(bad); err == nil {
			t.Errorf("% x: not refused", bad)
		}
	}
}

func TestIndex(t *testing.T) {
	for _, objects := range [][]string{nil, {""}, {"a", "", "bcd"}, {strings.Repeat("x", 300), "y"}, {strings.Repeat("z", 70000), "", "end"}} {
		raw := make([][]byte, len(objects))
		for i, o := range objects {
			raw[i] = []byte(o)
		}
		data := append(appendIndex([]byte{0}, raw...), "tail"...)
		index, end, err := readIndex(data, 1)
		if err != nil || index.count != len(objects) || string(data[end:]) != "tail" {
			t.Fatalf("%d objects, %q follows (%v)", index.count, data[end:], err)
		}
		for i, want := range objects {
			if got, err := index.object(i); err != nil || string(got) != want {
				t.Errorf("object %d: %.20q (%v)", i, got, err)
			}
		}
		if _, err := index.object(len(objects)); err == nil {
			t.Error("an object behind the last")
		}
	}
}

func FuzzCFF(f *testing.F) {
	for _, name := range cffFonts {
		font := parse(f, testFont(f, name))
		f.Add(font.Table("CFF "), uint16(font.NumGlyphs()))
		program, err := font.Subset([]uint16{0, 4, 9})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(program, uint16(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, numGlyphs uint16) {
		c, err := readCFF(data, int(numGlyphs), 1000)
		if err != nil {
			return
		}
		font := &Font{cff: c, metrics: metrics{numGlyphs: int(numGlyphs), numHMetrics: 1, unitsPerEm: 1000}}
		gids := []uint16{0}
		for g := 1; g < int(numGlyphs); g += 1 + int(numGlyphs)/20 {
			gids = append(gids, uint16(g), uint16(g))
		}
		program, err := font.Subset(gids)
		if err != nil {
			return
		}
		// What was not refused holds together.
		if again, err := font.Subset(gids); err != nil || !bytes.Equal(again, program) {
			t.Fatal("a second subset differs")
		}
		part, err := readCFF(program, len(gids), 1000)
		if err != nil {
			t.Fatal(err)
		}
		s := newFlattener(part)
		for i := range gids {
			if _, err := s.flatten(uint16(i)); err != nil {
				t.Fatal(err)
			}
		}
		font.GlyphBox(gids[len(gids)-1])
	})
}
