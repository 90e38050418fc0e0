package font

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// program is a font program as a reader of a PDF file takes it apart.
type program struct {
	t      testing.TB
	tables directory
	data   []byte
}

func readProgram(t testing.TB, data []byte) program {
	t.Helper()
	tables, err := readDirectory(data)
	if err != nil {
		t.Fatal(err)
	}
	return program{t, tables, data}
}

func (p program) table(tag string) []byte {
	r, ok := p.tables[tag]
	if !ok {
		p.t.Fatalf("no table %s", tag)
	}
	return p.data[r.offset : r.offset+r.length]
}

func (p program) outline(g int) []byte {
	loca, glyf := p.table("loca"), p.table("glyf")
	if be16(p.table("head"), 50) == 0 {
		return glyf[2*int(be16(loca, 2*g)) : 2*int(be16(loca, 2*g+2))]
	}
	return glyf[be32(loca, 4*g):be32(loca, 4*g+4)]
}

// sameShape compares outlines in two programs without their instructions; parts of composites by shape, since their
// numbers differ.
func sameShape(t *testing.T, a program, ga int, b program, gb int) bool {
	t.Helper()
	x, px := withoutInstructions(t, a.outline(ga))
	y, py := withoutInstructions(t, b.outline(gb))
	n := min(len(x), len(y)) // padding may differ
	if string(x[:n]) != string(y[:n]) || len(px) != len(py) {
		return false
	}
	for i := range px {
		if !sameShape(t, a, px[i], b, py[i]) {
			return false
		}
	}
	return true
}

func withoutInstructions(t *testing.T, outline []byte) (shape []byte, parts []int) {
	shape = slices.Clone(outline)
	end, err := components(shape, func(at int, part uint16) error {
		parts = append(parts, int(part))
		shape[at] &^= 1 // WE_HAVE_INSTRUCTIONS
		binary.BigEndian.PutUint16(shape[at+2:], 0)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) > 0 {
		return shape[:end], parts
	}
	if contours := int16At(shape, 0); contours > 0 {
		at := 10 + 2*contours
		length := int(be16(shape, at))
		return slices.Delete(shape, at, at+2+length), nil
	}
	return shape, nil
}

func TestSubset(t *testing.T) {
	f, err := Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	gids := []uint16{0}
	for _, r := range "Häé ñÅ-A-A" {
		g, ok := f.Glyph(r)
		if !ok {
			t.Fatalf("no glyph for %c", r)
		}
		gids = append(gids, g) // the hyphen and A twice
	}
	data, err := f.Subset(gids)
	if err != nil {
		t.Fatal(err)
	}
	whole, part := readProgram(t, goregular.TTF), readProgram(t, data)
	for i, g := range gids {
		if !sameShape(t, whole, int(g), part, i) {
			t.Errorf("glyph %d is not glyph %d of the font", i, g)
		}
		hmtx := part.table("hmtx")
		if got := int(be16(hmtx, 4*i)); got != f.Advance(g) {
			t.Errorf("glyph %d: advance %d, want %d", i, got, f.Advance(g))
		}
		if got, want := be16(hmtx, 4*i+2), be16(f.Table("hmtx"), 4*int(g)+2); int(g) < int(be16(f.Table("hhea"), 34)) && got != want {
			t.Errorf("glyph %d: bearing %d, want %d", i, got, want)
		}
	}
	n := int(be16(part.table("maxp"), 4))
	if got := int(be16(part.table("hhea"), 34)); got != n {
		t.Errorf("hhea counts %d glyphs, maxp %d", got, n)
	}
	if len(data) > len(goregular.TTF)/4 {
		t.Errorf("%d bytes of %d", len(data), len(goregular.TTF))
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep", "cmap"} {
		if _, ok := part.tables[tag]; ok {
			t.Errorf("table %s was kept", tag)
		}
	}
	for i := range n {
		if o := part.outline(i); len(o) > 0 && int16At(o, 0) > 0 && be16(o, 10+2*int16At(o, 0)) != 0 {
			t.Errorf("glyph %d has instructions", i)
		}
	}
	if got := checksum(data); got != 0xB1B0AFBA {
		t.Errorf("checksum of the file %x", got)
	}
	again, _ := f.Subset(gids)
	if string(again) != string(data) {
		t.Error("a second subset differs")
	}
}

func TestSubsetOfAllGlyphs(t *testing.T) {
	f, err := Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	gids := make([]uint16, f.NumGlyphs())
	for i := range gids {
		gids[i] = uint16(i)
	}
	data, err := f.Subset(gids)
	if err != nil {
		t.Fatal(err)
	}
	whole, part := readProgram(t, goregular.TTF), readProgram(t, data)
	if got := int(be16(part.table("maxp"), 4)); got != len(gids) {
		t.Errorf("%d glyphs, want %d", got, len(gids))
	}
	for i := range gids {
		if !sameShape(t, whole, i, part, i) {
			t.Errorf("glyph %d differs", i)
		}
	}
}

func buildSFNT(tables ...taggedTable) []byte {
	f := newSFNT(len(tables), 0)
	for _, t := range tables {
		f.add(t.tag, t.data)
	}
	return f.finish()
}

// tinyFont returns a font with the given outlines and nothing that package shaping needs.
func tinyFont(outlines ...[]byte) *Font {
	var glyf, loca []byte
	for _, o := range outlines {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, o...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := make([]byte, headLength)
	head[51] = 1
	return fontOf(glyf, loca, head, make([]byte, 4*len(outlines)), len(outlines))
}

func fontOf(glyf, loca, head, hmtx []byte, glyphs int) *Font {
	data := buildSFNT(
		taggedTable{"glyf", glyf}, taggedTable{"head", head}, taggedTable{"hhea", make([]byte, hheaLength)},
		taggedTable{"hmtx", hmtx}, taggedTable{"loca", loca}, taggedTable{"maxp", make([]byte, maxpLength)})
	tables, err := readDirectory(data)
	if err != nil {
		panic(err)
	}
	return &Font{data: data, tables: tables, metrics: metrics{numGlyphs: glyphs, numHMetrics: 1, unitsPerEm: 1000}}
}

// composite returns an outline made of other glyphs.
func composite(parts ...uint16) []byte {
	out := make([]byte, 10)
	out[0], out[1] = 0xff, 0xff
	for i, p := range parts {
		flags := uint16(moreComponents)
		if i == len(parts)-1 {
			flags = 0
		}
		out = binary.BigEndian.AppendUint16(out, flags)
		out = binary.BigEndian.AppendUint16(out, p)
		out = append(out, 0, 0)
	}
	return out
}

func TestSubsetOfComposites(t *testing.T) {
	outline := func(mark byte) []byte { return append(make([]byte, 11), mark) }
	f := tinyFont(outline(0), outline(1), outline(2), composite(1, 2), composite(3, 4), outline(5))
	// Glyph 4 is part of itself, and is not asked for.
	data, err := f.Subset([]uint16{0, 5, 3, 2, 3})
	if err != nil {
		t.Fatal(err)
	}
	whole, part := readProgram(t, f.data), readProgram(t, data)
	for i, g := range []int{0, 5, 3, 2, 3, 1} {
		if !sameShape(t, whole, g, part, i) {
			t.Errorf("glyph %d is not glyph %d of the font", i, g)
		}
	}
	if n := be16(part.table("maxp"), 4); n != 6 {
		t.Errorf("%d glyphs, want 6", n)
	}
	if got := be16(part.outline(2), 12); got != 5 {
		t.Errorf("the first part is glyph %d, want 5", got)
	}
}

func TestSubsetRefusesDamagedFonts(t *testing.T) {
	simple := make([]byte, 12)
	deep := [][]byte{simple}
	for i := range 40 {
		deep = append(deep, composite(uint16(i)))
	}
	tests := []struct {
		name string
		font *Font
		gids []uint16
		want string
	}{
		{"nothing", tinyFont(simple), nil, "must be 0"},
		{"without .notdef", tinyFont(simple, simple), []uint16{1}, "must be 0"},
		{"no such glyph", tinyFont(simple), []uint16{0, 1}, "no glyph 1"},
		{"part of itself", tinyFont(simple, composite(1)), []uint16{0, 1}, "part of itself"},
		{"parts of each other", tinyFont(simple, composite(2), composite(0, 1)), []uint16{0, 2}, "part of itself"},
		{"missing part", tinyFont(simple, composite(9)), []uint16{0, 1}, "no glyph 9"},
		{"too deep", tinyFont(deep...), []uint16{0, 40}, "nested deeper"},
		{"too deep, seen from below", tinyFont(deep...), []uint16{0, 10, 20, 30}, "nested deeper"},
		{"cut off", tinyFont(simple, simple[:5]), []uint16{0, 1}, "cut off"},
		{"composite cut off", tinyFont(simple, composite(0, 0)[:18]), []uint16{0, 1}, "cut off"},
		{"short loca", fontOf(simple, make([]byte, 4), make([]byte, headLength), nil, 9), []uint16{0, 5}, "loca is too short"},
		{"outside glyf", fontOf(simple, []byte{0, 0, 0, 200}, make([]byte, headLength), nil, 1), []uint16{0}, "outside table glyf"},
		{"backwards", fontOf(simple, []byte{0, 6, 0, 0}, make([]byte, headLength), nil, 1), []uint16{0}, "outside table glyf"},
		{"short head", fontOf(simple, make([]byte, 8), make([]byte, 20), nil, 1), []uint16{0}, "too short"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := test.font.Subset(test.gids); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want something about %q", err, test.want)
			}
		})
	}
}

// A font of many glyphs that all contain many parts must not take time that grows with the product.
func TestSubsetOfManyComposites(t *testing.T) {
	outlines := [][]byte{make([]byte, 12)}
	parts := make([]uint16, 200)
	gids := []uint16{0}
	for i := range 3000 {
		outlines = append(outlines, composite(parts...))
		gids = append(gids, uint16(i+1))
	}
	if _, err := tinyFont(outlines...).Subset(gids); err != nil {
		t.Error(err)
	}
}

func FuzzSubset(f *testing.F) {
	whole, err := Parse(goregular.TTF)
	if err != nil {
		f.Fatal(err)
	}
	sample, err := whole.Subset([]uint16{0, 15, 17})
	if err != nil {
		f.Fatal(err)
	}
	p := readProgram(f, sample)
	f.Add(p.table("glyf"), p.table("loca"), p.table("head"), p.table("hmtx"), uint16(3), []byte{1, 2, 2})
	made := tinyFont(make([]byte, 12), make([]byte, 12), composite(0, 1), composite(2, 1))
	f.Add(made.Table("glyf"), made.Table("loca"), made.Table("head"), made.Table("hmtx"), uint16(4), []byte{3, 2})
	f.Fuzz(func(t *testing.T, glyf, loca, head, hmtx []byte, glyphs uint16, wanted []byte) {
		font := fontOf(glyf, loca, head, hmtx, int(glyphs))
		gids := []uint16{0}
		for _, g := range wanted {
			gids = append(gids, uint16(g))
		}
		data, err := font.Subset(gids)
		if err != nil {
			return
		}
		// What was not refused holds together.
		sub := readProgram(t, data)
		n := int(be16(sub.table("maxp"), 4))
		if n < len(gids) || len(sub.table("hmtx")) != 4*n {
			t.Fatalf("%d glyphs, %d asked for, %d bytes of metrics", n, len(gids), len(sub.table("hmtx")))
		}
		for g := range n {
			_, err := components(sub.outline(g), func(_ int, part uint16) error {
				if int(part) >= n {
					t.Fatalf("part %d of %d", part, n)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
