package font

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

func parse(t testing.TB, data []byte) *Font {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestStyle(t *testing.T) {
	for _, tc := range []struct {
		data               []byte
		postScript, family string
		weight             int
		italic, fixed      bool
	}{
		{goregular.TTF, "GoRegular", "Go", 400, false, false},
		{gobolditalic.TTF, "Go-BoldItalic", "Go", 600, true, false},
		{gomono.TTF, "GoMono", "Go Mono", 400, false, true},
	} {
		f := parse(t, tc.data)
		if f.PostScriptName() != tc.postScript || f.Family() != tc.family || f.Weight() != tc.weight || f.Italic() != tc.italic || f.FixedPitch() != tc.fixed {
			t.Errorf("got %q %q %d %v %v, want %+v", f.PostScriptName(), f.Family(), f.Weight(), f.Italic(), f.FixedPitch(),
				[]any{tc.postScript, tc.family, tc.weight, tc.italic, tc.fixed})
		}
		if f.Italic() != (f.ItalicAngle() < 0) {
			t.Errorf("%s: italic angle %v", f, f.ItalicAngle())
		}
		if !f.Embeddable() || !f.Subsettable() {
			t.Errorf("%s: embedding refused", f)
		}
	}
}

func TestMetrics(t *testing.T) {
	f := parse(t, goregular.TTF)
	for _, tc := range []struct {
		name           string
		got, low, high float64
	}{
		{"units per em", float64(f.UnitsPerEm()), 2048, 2048},
		{"ascent", f.Ascent(), 0.9, 1},
		{"descent", f.Descent(), -0.25, -0.2},
		{"cap height", f.CapHeight(), 0.7, 0.75},
		{"x-height", f.XHeight(), 0.5, 0.55},
		{"underline position", f.UnderlinePosition(), -0.2, -0.05},
		{"underline thickness", f.UnderlineThickness(), 0.02, 0.1},
		{"glyphs", float64(f.NumGlyphs()), 712, 712},
	} {
		if tc.got < tc.low || tc.got > tc.high {
			t.Errorf("%s is %v, want %v to %v", tc.name, tc.got, tc.low, tc.high)
		}
	}
	box := f.BBox()
	if box[0] >= box[2] || box[1] >= 0 || box[3] < int(f.CapHeight()*2048) {
		t.Errorf("box %v", box)
	}
}

func TestGlyphs(t *testing.T) {
	f := parse(t, goregular.TTF)
	a, ok := f.Glyph('A')
	if !ok || f.Advance(a) < 1000 || f.Advance(a) > 1700 {
		t.Errorf("A: glyph %d, advance %d", a, f.Advance(a))
	}
	if _, ok := f.Glyph('漢'); ok {
		t.Error("a glyph for a character the font lacks")
	}
	if got := f.Advance(math.MaxUint16); got != 0 {
		t.Errorf("advance of an absent glyph is %d", got)
	}
	mono := parse(t, gomono.TTF)
	for gid := range mono.NumGlyphs() {
		if w := mono.Advance(uint16(gid)); w != mono.Advance(0) {
			t.Fatalf("glyph %d of a monospaced font is %d wide", gid, w)
		}
	}
	if f.Table("glyf") == nil || f.Table("none") != nil {
		t.Error("tables")
	}
	if f.GoText() == nil {
		t.Error("no shaping font")
	}
}

// withTable returns the font file with a change to one of its tables.
func withTable(data []byte, tag string, change func(table []byte)) []byte {
	data = slices.Clone(data)
	for i := range int(be16(data, 4)) {
		record := data[headerSize+i*recordSize:]
		if string(record[:4]) == tag {
			offset, length := be32(record, 8), be32(record, 12)
			change(data[offset : offset+length])
		}
	}
	return data
}

// without renames a table so that it is missing.
func without(data []byte, tag, newTag string) []byte {
	data = slices.Clone(data)
	for i := range int(be16(data, 4)) {
		if record := data[headerSize+i*recordSize:]; string(record[:4]) == tag {
			copy(record, newTag)
		}
	}
	return data
}

func TestHeightsAreMeasuredWithoutOS2(t *testing.T) {
	want := parse(t, goregular.TTF)
	got := parse(t, without(goregular.TTF, "OS/2", "xxxx"))
	if math.Abs(got.CapHeight()-want.CapHeight()) > 0.02 || math.Abs(got.XHeight()-want.XHeight()) > 0.02 {
		t.Errorf("cap height %v, x-height %v; want %v, %v", got.CapHeight(), got.XHeight(), want.CapHeight(), want.XHeight())
	}
	if got.Weight() != 400 || !got.Embeddable() {
		t.Errorf("weight %d", got.Weight())
	}
}

func TestEmbeddingBits(t *testing.T) {
	for fsType, want := range map[uint16][2]bool{
		0: {true, true}, 2: {false, true}, 4: {true, true}, 8: {true, true}, 0x104: {true, false}, 0x200: {false, true},
	} {
		f := parse(t, withTable(goregular.TTF, "OS/2", func(b []byte) { binary.BigEndian.PutUint16(b[8:], fsType) }))
		if got := [2]bool{f.Embeddable(), f.Subsettable()}; got != want {
			t.Errorf("fsType %#x: got %v, want %v", fsType, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	put16 := func(at int, v uint16) func([]byte) {
		return func(b []byte) { binary.BigEndian.PutUint16(b[at:], v) }
	}
	for _, tc := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "too short"},
		{"text", []byte("this is no font at all"), "not a font file"},
		{"OpenType cut off", []byte("OTTO\x00\x01\x00\x00\x00\x00\x00\x00"), "table directory"},
		{"collection", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00"), "collection"},
		{"WOFF", []byte("wOFF\x00\x01\x00\x00\x00\x00\x00\x00"), "WOFF"},
		{"WOFF2", []byte("wOF2\x00\x01\x00\x00\x00\x00\x00\x00"), "WOFF2"},
		{"Type 1", []byte("%!PS-AdobeFont-1.0"), "Type 1"},
		{"cut off", goregular.TTF[:2000], "past the end"},
		{"directory cut off", goregular.TTF[:40], "table directory"},
		{"CFF in TrueType clothes", without(without(goregular.TTF, "glyf", "xxxx"), "fpgm", "CFF "), "table CFF: "},
		{"CFF2", without(without(goregular.TTF, "glyf", "xxxx"), "fpgm", "CFF2"), "variable font with CFF2"},
		{"bitmaps", without(without(goregular.TTF, "glyf", "xxxx"), "fpgm", "EBDT"), "bitmaps only"},
		{"no cmap", without(goregular.TTF, "cmap", "xxxx"), `"cmap" is missing`},
		{"twice", without(goregular.TTF, "fpgm", "glyf"), "occurs twice"},
		{"units per em", withTable(goregular.TTF, "head", put16(18, 0)), "units per em"},
		{"no glyphs", withTable(goregular.TTF, "maxp", put16(4, 0)), "no glyphs"},
		{"advances", withTable(goregular.TTF, "hhea", put16(34, 60000)), "advances"},
		{"too large", make([]byte, MaxFileSize+1), "larger than"},
	} {
		_, err := Parse(tc.data)
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %q", tc.name, err, tc.want)
		}
	}
}

func TestPostScriptName(t *testing.T) {
	for name, want := range map[string]string{
		"Manrope-Bold": "Manrope-Bold", "A B(c)/d%é": "ABcd", strings.Repeat("x", 80): strings.Repeat("x", 63), "": "",
	} {
		if got := postScriptName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	unnamed := parse(t, without(goregular.TTF, "name", "xxxx"))
	if unnamed.PostScriptName() != "Unnamed" || unnamed.Family() != "" {
		t.Errorf("got %q, %q", unnamed.PostScriptName(), unnamed.Family())
	}
}

func FuzzParse(f *testing.F) {
	f.Add(goregular.TTF)
	f.Add(without(goregular.TTF, "name", "xxxx"))
	f.Add([]byte("OTTO"))
	for _, name := range cffFonts {
		f.Add(testFont(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Parse(data)
		if err != nil {
			return
		}
		for _, r := range "Ax€漢\U0001F600" {
			if gid, ok := font.Glyph(r); ok && int(gid) >= font.NumGlyphs() {
				t.Errorf("glyph %d of %d", gid, font.NumGlyphs())
			}
		}
		for gid := 0; gid < font.NumGlyphs(); gid += 1 + font.NumGlyphs()/50 {
			font.Advance(uint16(gid))
		}
		if font.GoText() == nil {
			t.Error("no font to shape with")
		}
		if a, ok := font.Glyph('A'); ok {
			font.GlyphBox(a)
			if _, err := font.Subset([]uint16{0, a}); err != nil {
				t.Log(err)
			}
		}
		if font.PostScriptName() == "" {
			t.Error("no PostScript name")
		}
		for _, v := range []float64{font.Ascent(), font.Descent(), font.CapHeight(), font.XHeight(), font.UnderlinePosition(), font.ItalicAngle()} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("metric %v", v)
			}
		}
	})
}
