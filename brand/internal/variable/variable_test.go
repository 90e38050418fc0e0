package variable

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"

	"github.com/presskit-go/presskit/brand/internal/glyf"
	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

func sample(t testing.TB, name string) *sfnt.Font {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := sfnt.Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// places are those that the tests take instances at. The first ones of a font
// have a golden file, which fontTools was asked for: its varLib.instancer, and
// testdata/drawn.py for the font with PostScript outlines.
func places() map[string][]map[string]float64 {
	return map[string][]map[string]float64{
		"inter": {
			{"wght": 700, "opsz": 14}, {"wght": 250, "opsz": 32},
			{}, {"wght": 900, "opsz": 20}, {"wght": 100}, {"wght": 4000, "opsz": -1},
		},
		"drawn": {
			{"wght": 700, "wdth": 80}, {"wght": 150}, {"wdth": 75},
			{}, {"wght": 900}, {"wght": 1, "wdth": 1},
		},
		"recursive": {{"wght": 800, "slnt": -15}, {}, {"wght": 1000, "MONO": 1, "CASL": 0.3}, {"wght": 600, "CRSV": 1}},
	}
}

func eachPlace(t *testing.T, test func(t *testing.T, name string, number int, from, to *sfnt.Font, place map[string]float64)) {
	for name, list := range places() {
		from := sample(t, name+".woff2")
		for i, place := range list {
			t.Run(fmt.Sprintf("%s %v", name, place), func(t *testing.T) {
				to, err := Instance(from, place, Style{Family: "Test Sans", Weight: 700})
				if err != nil {
					t.Fatal(err)
				}
				test(t, name, i+1, from, to, place)
			})
		}
	}
}

// TestGolden compares with what fontTools makes of the same fonts: a line for
// each glyph with its number, advance, left side bearing, and points. They may
// differ by a unit of rounding.
func TestGolden(t *testing.T) {
	compared := 0
	eachPlace(t, func(t *testing.T, name string, number int, _, to *sfnt.Font, _ map[string]float64) {
		want, err := os.ReadFile(fmt.Sprintf("testdata/%s-%d.txt", name, number))
		if os.IsNotExist(err) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		compared++
		a, b := integers(t, describe(t, to)), integers(t, string(want))
		if len(a) != len(b) {
			t.Fatalf("%d numbers, want %d", len(a), len(b))
		}
		for i := range a {
			if math.Abs(float64(a[i]-b[i])) > 1 {
				t.Fatalf("number %d is %d, want %d", i, a[i], b[i])
			}
		}
	})
	if compared != 6 {
		t.Errorf("%d golden files were compared", compared)
	}
}

// describe writes a font as the golden files do.
func describe(t *testing.T, f *sfnt.Font) string {
	t.Helper()
	var b strings.Builder
	count := table(f.Tables["maxp"]).u16(4)
	hmtx := table(f.Tables["hmtx"])
	if f.Flavor == sfnt.CFF {
		for i, points := range postScriptPoints(t, f) {
			fmt.Fprintf(&b, "%d %d %d%s\n", i, hmtx.u16(4*i), hmtx.i16(4*i+2), points)
		}
		count = 0
	}
	ends := offsets(table(f.Tables["loca"]), count, table(f.Tables["head"]).u16(50) == 1)
	for i := range count {
		g, err := glyf.Parse(f.Tables["glyf"][ends[i]:ends[i+1]])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%d %d %d", i, hmtx.u16(4*i), hmtx.i16(4*i+2))
		for _, p := range g.Points {
			fmt.Fprintf(&b, " %d,%d", p.X, p.Y)
		}
		if len(g.Components) > 0 {
			o := &outliner{instancer: &instancer{work: maxWork}, glyphs: make([]glyf.Glyph, count)}
			for n := range o.glyphs {
				if o.glyphs[n], err = glyf.Parse(f.Tables["glyf"][ends[n]:ends[n+1]]); err != nil {
					t.Fatal(err)
				}
			}
			points, _ := o.flatten(i, 0)
			for _, p := range points {
				fmt.Fprintf(&b, " %d,%d", round(p.x), round(p.y))
			}
		}
		b.WriteString("\n")
	}
	os2 := table(f.Tables["OS/2"])
	fmt.Fprintf(&b, "x-height %d cap-height %d\n", os2.i16(86), os2.i16(88))
	return b.String()
}

// integers gives all numbers of a text, with those of its lines.
func integers(t *testing.T, text string) []int {
	t.Helper()
	var out []int
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r != '-' && (r < '0' || r > '9') }) {
		var n int
		if _, err := fmt.Sscan(word, &n); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// parse gives a font to the shaping library.
func parse(t *testing.T, f *sfnt.Font) *gotext.Face {
	t.Helper()
	loader, err := opentype.NewLoader(bytes.NewReader(f.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	font, err := gotext.NewFont(loader)
	if err != nil {
		t.Fatal(err)
	}
	return gotext.NewFace(font)
}

// TestShaping shapes text with a static instance and with the variable font at
// the same place: glyphs, advances, kerning and marks must agree.
func TestShaping(t *testing.T) {
	eachPlace(t, func(t *testing.T, _ string, _ int, from, to *sfnt.Font, place map[string]float64) {
		varied, static := parse(t, from), parse(t, to)
		var variations []gotext.Variation
		for tag, v := range place {
			variations = append(variations, gotext.Variation{Tag: opentype.MustNewTag(tag), Value: float32(v)})
		}
		varied.SetVariations(variations)
		for _, text := range []string{"AVATO", "To Wave, y.", "é$1", "fai.Va", "A$o", "HOn 123"} {
			want, got := shape(varied, text), shape(static, text)
			if len(got.Info) != len(want.Info) {
				t.Fatalf("%q: %d glyphs, want %d", text, len(got.Info), len(want.Info))
			}
			for i := range got.Info {
				a, b := got.Pos[i], want.Pos[i]
				const rounding = 2
				near := func(x, y harfbuzz.Position) bool { return x-y <= rounding && y-x <= rounding }
				if got.Info[i].Glyph != want.Info[i].Glyph || !near(a.XAdvance, b.XAdvance) || !near(a.XOffset, b.XOffset) || !near(a.YOffset, b.YOffset) {
					t.Errorf("%q: glyph %d is %d %+v, want %d %+v", text, i, got.Info[i].Glyph, a, want.Info[i].Glyph, b)
				}
			}
		}
	})
}

func shape(face *gotext.Face, text string) *harfbuzz.Buffer {
	b := harfbuzz.NewBuffer()
	b.AddRunes([]rune(text), 0, -1)
	b.GuessSegmentProperties()
	b.Shape(harfbuzz.NewFont(face), nil)
	return b
}

// TestStatic checks that nothing of the axes is left, and what the font says of
// itself.
func TestStatic(t *testing.T) {
	from := sample(t, "recursive.woff2")
	to, err := Instance(from, map[string]float64{"wght": 600, "slnt": -15}, Style{Family: "Test Sans", Weight: 600, Italic: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"fvar", "gvar", "avar", "HVAR", "MVAR", "STAT"} {
		if to.Tables[tag] != nil {
			t.Errorf("the table %q is still there", tag)
		}
	}
	if axes, err := Axes(to); axes != nil || err != nil {
		t.Errorf("axes %v, %v", axes, err)
	}
	want := sfnt.Names{Family: "Test Sans", Legacy: "Test Sans SemiBold", Full: "Test Sans SemiBold Italic", PostScript: "TestSans-SemiBoldItalic"}
	if got := to.Names(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if s := to.Style(); s.Weight != 600 || !s.Italic || s.Variable {
		t.Errorf("got %+v", s)
	}
	if v := table(to.Tables["post"]).fixed(4); v != -15 {
		t.Errorf("it leans by %v degrees", v)
	}
	again, err := Instance(from, map[string]float64{"wght": 600, "slnt": -15}, Style{Family: "Test Sans", Weight: 600, Italic: true})
	if err != nil || !bytes.Equal(again.Bytes(), to.Bytes()) {
		t.Errorf("two instances differ: %v", err)
	}
}

func TestStyleNames(t *testing.T) {
	tests := []struct {
		style                            Style
		family, name, postScript, legacy string
	}{
		{Style{"Inter", 400, false}, "Inter", "Regular", "Inter-Regular", "Regular"},
		{Style{"Inter", 400, true}, "Inter", "Italic", "Inter-Italic", "Italic"},
		{Style{"Inter", 700, true}, "Inter", "Bold Italic", "Inter-BoldItalic", "Bold Italic"},
		{Style{"Inter", 800, false}, "Inter ExtraBold", "ExtraBold", "Inter-ExtraBold", "Regular"},
		{Style{"Inter (Größe)", 650, true}, "Inter (Größe) SemiBold", "SemiBold Italic", "InterGre-SemiBoldItalic", "Italic"},
	}
	for _, test := range tests {
		family, legacy := test.style.legacy()
		if family != test.family || legacy != test.legacy || test.style.name() != test.name || test.style.postScript() != test.postScript {
			t.Errorf("%v: %q %q %q %q", test.style, family, legacy, test.style.name(), test.style.postScript())
		}
	}
}

func TestErrors(t *testing.T) {
	change := func(change func(tables map[string][]byte)) error {
		f := sample(t, "inter.woff2")
		f = &sfnt.Font{Flavor: f.Flavor, Tables: f.Tables}
		change(f.Tables)
		_, err := Instance(f, map[string]float64{"wght": 700}, Style{})
		return err
	}
	tests := []struct {
		name   string
		change func(t map[string][]byte)
		want   error
	}{
		{"no gvar", func(t map[string][]byte) { delete(t, "gvar") }, errNoGvar},
		{"avar 2", func(t map[string][]byte) { t["avar"] = []byte{0, 2, 0, 0, 0, 0, 0, 0} }, errAvar},
		{"avar cut off", func(t map[string][]byte) { t["avar"] = []byte{0, 1, 0, 0, 0, 0, 0, 2, 0, 9} }, errDamaged},
		{"fvar cut off", func(t map[string][]byte) { t["fvar"] = t["fvar"][:20] }, errDamaged},
		{"gvar cut off", func(t map[string][]byte) { t["gvar"] = t["gvar"][:len(t["gvar"])/2] }, errDamaged},
		{"hmtx cut off", func(t map[string][]byte) { t["hmtx"] = t["hmtx"][:4] }, errDamaged},
		{"loca cut off", func(t map[string][]byte) { t["loca"] = t["loca"][:4] }, errDamaged},
	}
	for _, test := range tests {
		if err := change(test.change); err != test.want {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

// TestWork checks that a glyph which is made of itself, or of a great many
// others, is refused.
func TestWork(t *testing.T) {
	loop := glyf.Glyph{Components: []glyf.Component{{Glyph: 0, Flags: glyf.OffsetXY}}}
	o := &outliner{instancer: &instancer{work: maxWork}, glyphs: []glyf.Glyph{loop}}
	if err := o.boxes(); err != errWork {
		t.Errorf("a loop: %v", err)
	}
	wide := make([]glyf.Glyph, maxDepth)
	for i := range wide {
		for range 64 {
			wide[i].Components = append(wide[i].Components, glyf.Component{Glyph: uint16(i + 1)})
		}
	}
	o = &outliner{instancer: &instancer{work: 1 << 16}, glyphs: wide}
	if err := o.boxes(); err != errWork {
		t.Errorf("a tree: %v", err)
	}
}

// TestWorkOnDeltas checks that deltas count as work, by the regions that they
// have, for a table may ask for those of one item again and again.
func TestWorkOnDeltas(t *testing.T) {
	data := table{
		0, 1, 0, 0, 0, 12, 0, 1, 0, 0, 0, 22, // a list of regions, one subtable
		0, 1, 0, 1, 0, 0, 0x40, 0, 0x40, 0, // one axis, one region with its peak at 1
		0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 7, 5, // one item of two deltas in the same region
	}
	in := &instancer{place: []float64{1}, work: 6}
	s, err := in.readStore(data)
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []float64{12, 12, 0} {
		if got := s.delta(0, 0); got != want || (in.work < 0) != (want == 0) {
			t.Errorf("time %d: %v, %d left", n+1, got, in.work)
		}
	}
	if _, err := s.regions(0); err != errWork {
		t.Errorf("regions: %v", err)
	}
}

func TestScalar(t *testing.T) {
	for _, test := range []struct{ v, start, peak, end, want float64 }{
		{0, 0, 1, 1, 0}, {0.5, 0, 1, 1, 0.5}, {1, 0, 1, 1, 1}, {-0.5, 0, 1, 1, 0}, {-0.25, -1, -0.5, 0, 0.5},
		{0.75, 0, 0.5, 1, 0.5}, {0.3, 0, 0, 0, 1}, {0.3, -1, 0.5, 1, 1},
	} {
		got := scalar([]float64{test.v}, func(int) (float64, float64, float64) { return test.start, test.peak, test.end })
		if got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// FuzzInstance damages a font and checks that no instance panics, and that the
// outlines of one that can be taken can be read.
func FuzzInstance(f *testing.F) {
	for _, name := range []string{"inter.woff2", "recursive.woff2"} {
		font := sample(f, name)
		for _, tag := range []string{"gvar", "avar", "fvar", "HVAR", "MVAR", "GDEF", "GPOS", "GSUB", "glyf", "loca", "maxp"} {
			f.Add(name, tag, font.Tables[tag], 700.0)
			f.Add(name, tag, font.Tables[tag][:len(font.Tables[tag])/2], 100.0)
		}
		f.Add(name, "cvar", []byte{0, 1, 0, 0, 0x80, 1, 0, 8, 0, 4, 0xA0, 0, 0x40, 0}, 900.0)
	}
	fonts := map[string]*sfnt.Font{"inter.woff2": sample(f, "inter.woff2"), "recursive.woff2": sample(f, "recursive.woff2")}
	drawn := sample(f, "drawn.woff2")
	for _, tag := range []string{"CFF2", "HVAR", "maxp", "hmtx"} {
		f.Add("drawn.woff2", tag, drawn.Tables[tag], 700.0)
		f.Add("drawn.woff2", tag, drawn.Tables[tag][:len(drawn.Tables[tag])/2], 100.0)
	}
	fonts["drawn.woff2"] = drawn
	f.Fuzz(func(t *testing.T, name, tag string, data []byte, weight float64) {
		whole, ok := fonts[name]
		if !ok {
			return
		}
		font := &sfnt.Font{Flavor: whole.Flavor, Tables: map[string][]byte{"cvt ": make([]byte, 64)}}
		for t, d := range whole.Tables {
			font.Tables[t] = d
		}
		font.Tables[tag] = data
		to, err := Instance(font, map[string]float64{"wght": weight}, Style{Family: "F", Weight: 700})
		if err != nil {
			return
		}
		if to.Flavor == sfnt.CFF {
			postScriptPoints(t, to)
			return
		}
		loca := to.Tables["loca"]
		if last := binary.BigEndian.Uint16(loca[len(loca)-2:]); to.Tables["head"][51] == 0 && 2*int(last) != len(to.Tables["glyf"]) {
			t.Errorf("the last offset is %d of %d", 2*last, len(to.Tables["glyf"]))
		}
	})
}

func BenchmarkInstance(b *testing.B) {
	font := sample(b, "recursive.woff2")
	for b.Loop() {
		if _, err := Instance(font, map[string]float64{"wght": 700}, Style{Family: "F", Weight: 700}); err != nil {
			b.Fatal(err)
		}
	}
}
