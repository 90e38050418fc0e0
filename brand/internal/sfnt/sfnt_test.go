package sfnt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/brand/internal/glyf"
)

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t testing.TB, data []byte, face string) *Font {
	t.Helper()
	f, err := Open(data, face)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// glyphs reads the outlines of a font with long or short offsets.
func glyphs(t *testing.T, f *Font) []glyf.Glyph {
	t.Helper()
	loca, outlines := f.Tables["loca"], f.Tables["glyf"]
	at := func(i int) int { return 2 * int(binary.BigEndian.Uint16(loca[2*i:])) }
	count := len(loca)/2 - 1
	if f.Tables["head"][51] == 1 {
		at = func(i int) int { return int(binary.BigEndian.Uint32(loca[4*i:])) }
		count = len(loca)/4 - 1
	}
	out := make([]glyf.Glyph, count)
	for i := range out {
		g, err := glyf.Parse(outlines[at(i):at(i+1)])
		if err != nil {
			t.Fatal(err)
		}
		for n := range g.Components { // bits that tell sizes are the writer's
			g.Components[n].Flags &= glyf.OffsetXY
		}
		g.Overlap = false // older packers do not keep it
		out[i] = g
	}
	return out
}

// sameFont compares fonts by what they say, for outlines can be written in many
// ways.
func sameFont(t *testing.T, got, want *Font) {
	t.Helper()
	a, b := glyphs(t, got), glyphs(t, want)
	for i := range b {
		if i >= len(a) || !reflect.DeepEqual(a[i], b[i]) {
			t.Fatalf("the outline of glyph %d differs", i)
		}
	}
	for tag, table := range want.Tables {
		if tag == "glyf" || tag == "loca" {
			continue
		}
		a, b := bytes.Clone(got.Tables[tag]), bytes.Clone(table)
		if tag == "head" { // checksum, a flag that the file was packed, its time, the form of loca
			for _, r := range [][2]int{{8, 12}, {16, 18}, {28, 36}, {50, 52}} {
				copy(a[r[0]:r[1]], b[r[0]:r[1]])
			}
		}
		if !bytes.Equal(a, b) {
			t.Errorf("table %q differs", tag)
		}
	}
}

// TestOpen compares a font in all its containers.
func TestOpen(t *testing.T) {
	want := open(t, sample(t, "inter.ttf"), "")
	tests := []struct{ file, face string }{
		{"inter.ttf", "Inter"}, {"inter.woff", ""}, {"inter.woff2", ""}, {"inter.woff2", "Inter"},
		{"collection.ttc", ""}, {"collection.ttc", "Inter"}, {"collection.woff2", ""},
	}
	for _, test := range tests {
		t.Run(test.file+" "+test.face, func(t *testing.T) {
			f := open(t, sample(t, test.file), test.face)
			sameFont(t, f, want)
			sameFont(t, open(t, f.Bytes(), ""), want)
			if again := open(t, sample(t, test.file), test.face); !bytes.Equal(again.Bytes(), f.Bytes()) {
				t.Error("two readings give different bytes")
			}
		})
	}
}

func TestOpenFace(t *testing.T) {
	for _, file := range []string{"collection.ttc", "collection.woff2"} {
		f := open(t, sample(t, file), "Inter-Bold")
		if s := f.Style(); s.Weight != 700 {
			t.Errorf("%s: %+v", file, s)
		}
		_, err := Open(sample(t, file), "Inter-Black")
		var face *FaceError
		if !errors.As(err, &face) || strings.Join(face.Names, " ") != "Inter Inter-Bold" {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestPlainStaysAsItIs(t *testing.T) {
	for _, file := range []string{"inter.ttf", "inter.otf"} {
		data := sample(t, file)
		if f := open(t, data, ""); &f.Bytes()[0] != &data[0] {
			t.Errorf("%s was copied", file)
		}
	}
}

func TestBytes(t *testing.T) {
	data := open(t, sample(t, "inter.woff2"), "").Bytes()
	if got := sum(data); got != 0xB1B0AFBA {
		t.Errorf("the file adds up to %08X", got)
	}
	f := open(t, data, "")
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		r := data[headerSize+i*recordSize:]
		if tag := string(r[:4]); checksum(tag, f.Tables[tag]) != binary.BigEndian.Uint32(r[4:]) {
			t.Errorf("the checksum of %q is wrong", tag)
		}
	}
}

func TestStyle(t *testing.T) {
	f := open(t, sample(t, "inter.otf"), "")
	if f.Flavor != CFF || f.Style() != (Style{Weight: 400, Width: 5}) || f.Names().PostScript != "Inter-Regular" || f.Names().Family != "Inter" {
		t.Errorf("%x %+v %+v", f.Flavor, f.Style(), f.Names())
	}
}

func TestOpenErrors(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty", "", "is no font file"},
		{"text", "Not a font at all", "is no font file"},
		{"Type 1", "%!PS-AdobeFont-1.0", "is a PostScript Type 1 font"},
		{"no directory", "\x00\x01\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00", "is cut off"},
		{"too many tables", "\x00\x01\x00\x00\xFF\xFF\x00\x00\x00\x00\x00\x00", "has more than 128 tables"},
		{"no fonts", "ttcf\x00\x01\x00\x00\x00\x00\x00\x00", "is a collection of 0 fonts, where 1 to 256 are allowed"},
		{"collection cut off", "ttcf\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00", "is cut off"},
		{"WOFF cut off", "wOFF\x00\x01\x00\x00\x00\x00\x00\x00", "is cut off"},
		{"WOFF2 cut off", "wOF2\x00\x01\x00\x00\x00\x00\x00\x00", "is cut off"},
		{"WOFF2 of what", "wOF2huh?" + strings.Repeat("\x00", 50), "is no font file"},
	}
	for _, test := range tests {
		if _, err := Open([]byte(test.data), ""); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

// TestCut checks that no part of a packed font passes as the whole.
func TestCut(t *testing.T) {
	for _, file := range []string{"inter.woff", "inter.woff2", "collection.woff2", "inter.ttf"} {
		whole := sample(t, file)
		for n := 0; n < len(whole)-4; n += 13 {
			if _, err := Open(whole[:n:n], ""); err == nil {
				t.Errorf("%d of %d bytes of %s pass as a font", n, len(whole), file)
			}
		}
	}
}

// TestBomb checks that a size is not believed.
func TestBomb(t *testing.T) {
	data := bytes.Clone(sample(t, "inter.woff"))
	const origLength = 44 + 12
	binary.BigEndian.PutUint32(data[origLength:], MaxSize+1)
	if _, err := Open(data, ""); !errors.Is(err, errSize) {
		t.Errorf("got %v", err)
	}
	binary.BigEndian.PutUint32(data[origLength:], MaxSize/2)
	if _, err := Open(data, ""); err == nil {
		t.Error("a table that is smaller than it says was taken")
	}
}

func TestReadHeads(t *testing.T) {
	for file, want := range map[string]string{"inter.ttf": "Inter", "inter.otf": "Inter-Regular", "collection.ttc": "Inter Inter-Bold"} {
		data := sample(t, file)
		fonts, err := ReadHeads(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range fonts {
			got = append(got, f.Names().PostScript)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", file, got)
		}
	}
}

func TestWeightDistance(t *testing.T) {
	tests := []struct {
		want   int
		better []int // from near to far
	}{
		{400, []int{400, 500, 300, 100, 600, 900}},
		{500, []int{500, 400, 300, 600, 700}},
		{300, []int{300, 200, 100, 400, 500, 900}},
		{600, []int{600, 700, 900, 500, 400}},
		{800, []int{800, 900, 700, 600, 100}},
	}
	for _, test := range tests {
		for i := 1; i < len(test.better); i++ {
			if a, b := test.better[i-1], test.better[i]; WeightDistance(test.want, a) >= WeightDistance(test.want, b) {
				t.Errorf("%d: %d is not nearer than %d", test.want, a, b)
			}
		}
	}
}

// FuzzOpen checks that no file panics, and that what is read can be written and
// read again.
func FuzzOpen(f *testing.F) {
	for _, file := range []string{"inter.ttf", "inter.otf", "inter.woff", "inter.woff2", "collection.ttc", "collection.woff2"} {
		f.Add(sample(f, file), "")
		f.Add(sample(f, file)[:200], "Inter-Bold")
	}
	f.Fuzz(func(t *testing.T, data []byte, face string) {
		font, err := Open(data, face)
		if err != nil {
			return
		}
		font.Style()
		if _, err := Open(font.Bytes(), ""); err != nil {
			t.Errorf("what was written cannot be read: %v", err)
		}
		_, _ = ReadHeads(bytes.NewReader(data), int64(len(data)))
	})
}

func BenchmarkOpenWOFF2(b *testing.B) {
	data := sample(b, "inter.woff2")
	for b.Loop() {
		if _, err := Open(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
