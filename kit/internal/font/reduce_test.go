package font

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/image/font/gofont/goregular"
)

func latin(r rune) bool { return unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited) }

func reduced(t testing.TB, f *Font, keep func(rune) bool) *Font {
	t.Helper()
	data, err := f.Reduced(keep)
	if err != nil {
		t.Fatal(err)
	}
	if got := checksum(append(data[:len(data):len(data)], make([]byte, 3)...)[:(len(data)+3)&^3]); got != 0xB1B0AFBA {
		t.Errorf("check sum of the file is %x", got)
	}
	again, _ := f.Reduced(keep)
	if !bytes.Equal(data, again) {
		t.Error("a second run differs")
	}
	return parse(t, data)
}

// A reduced font has the characters that are wanted, where they were, with the
// same outlines, and no others.
func TestReducedCharacters(t *testing.T) {
	for _, f := range []*Font{parse(t, brandFont(t, "Vollkorn-Regular.ttf")), parse(t, brandFont(t, "Manrope-Bold.ttf")), parse(t, goregular.TTF)} {
		small := reduced(t, f, latin)
		if len(small.data) > len(f.data)*9/10 {
			t.Errorf("%s: %d bytes of %d", f, len(small.data), len(f.data))
		}
		n := 0
		for r := rune(1); r < 0x1_0000; r++ {
			g, had := f.Glyph(r)
			h, has := small.Glyph(r)
			if has != (had && latin(r)) {
				t.Fatalf("%s: %U: there %v, was there %v", f, r, has, had)
			}
			if !has {
				continue
			}
			n++
			if g != h || !drawnAlike(f, small, g) || f.Advance(g) != small.Advance(h) {
				t.Errorf("%s: %c changed", f, r)
			}
		}
		if n < 400 {
			t.Errorf("%s: %d characters are left", f, n)
		}
		if f.PostScriptName() != small.PostScriptName() || !bytes.Equal(f.Table("name"), small.Table("name")) {
			t.Errorf("%s: names are to stay", f)
		}
		const cyrillic, cyrillicPage = 1 << 9, 1 << 2
		if os2 := small.Table("OS/2"); be32(os2, 42)&cyrillic != 0 || be32(os2, 78)&cyrillicPage != 0 {
			t.Errorf("%s: OS/2 claims Cyrillic", f)
		}
	}
}

// drawnAlike reports whether two fonts have the same outline for a glyph, as another
// reader sees it.
func drawnAlike(a, b *Font, g uint16) bool {
	segments := func(f *Font) []opentype.Segment {
		outline, _ := gotextfont.NewFace(f.GoText()).GlyphData(gotextfont.GID(g)).(gotextfont.GlyphOutline)
		return outline.Segments
	}
	return slices.Equal(segments(a), segments(b))
}

// Instructions that a machine made go, and nothing claims that they are there; those
// of others stay, with all that belongs to them.
func TestReducedHinting(t *testing.T) {
	const all = 0xFFFF
	for _, f := range []*Font{parse(t, brandFont(t, "Vollkorn-Regular.ttf")), parse(t, brandFont(t, "Manrope-Bold.ttf"))} {
		small := reduced(t, f, latin)
		if !f.machineHinted() || small.Table("fpgm") != nil || small.Table("cvt ") != nil || len(small.Table("prep")) != 7 {
			t.Errorf("%s keeps its program", f)
		}
		if gasp := small.Table("gasp"); be16(gasp, 4) != all || be16(gasp, 6) != 15 {
			t.Errorf("%s: gasp is %x", f, gasp)
		}
		if maxp := small.Table("maxp"); be16(maxp, 14) != 1 || be16(maxp, 24) != 1 || be16(maxp, 26) != 0 || !bytes.Equal(maxp[28:], f.Table("maxp")[28:]) {
			t.Errorf("%s: maxp is %x", f, maxp)
		}
		if flags := be16(small.Table("head"), 16); flags != be16(f.Table("head"), 16)&^(1<<4|1<<2) {
			t.Errorf("%s: flags are %b", f, flags)
		}
		for g := range small.NumGlyphs() {
			before, _ := small.outline(uint16(g))
			after, err := appendUnhinted(nil, before)
			if err != nil || len(bytes.TrimRight(before[len(after):], "\x00")) > 0 {
				t.Errorf("%s: glyph %d has instructions; %v", f, g, err)
			}
		}
	}
	data := bytes.Clone(goregular.TTF)
	data[bytes.Index(data, parse(t, data).Table("fpgm"))+1]++ // as if by another hand
	f := parse(t, data)
	small := reduced(t, f, latin)
	for _, tag := range []string{"fpgm", "prep", "cvt ", "gasp", "maxp"} {
		if f.machineHinted() || !bytes.Equal(f.Table(tag), small.Table(tag)) {
			t.Errorf("%s: %q changed", f, tag)
		}
	}
}

// Text of the characters that were kept is set with the same glyphs, and none of
// them is empty.
func TestReducedLayout(t *testing.T) {
	shape := func(f *Font, text string, features ...string) (glyphs []harfbuzz.GlyphInfo, places []harfbuzz.GlyphPosition) {
		b := harfbuzz.NewBuffer()
		b.AddRunes([]rune(text), 0, -1)
		b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: language.Latin, Language: language.NewLanguage("en")}
		var list []harfbuzz.Feature
		for _, tag := range features {
			list = append(list, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Value: 1, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd})
		}
		b.Shape(harfbuzz.NewFont(gotextfont.NewFace(f.GoText())), list)
		return b.Info, b.Pos
	}
	whole := parse(t, brandFont(t, "Vollkorn-Regular.ttf"))
	small := reduced(t, whole, latin)
	for _, text := range []string{"office waffle fjord Qu", "0123456789 AVATAR", "Th ct st ſs", "ÅÉñőẞ a\u0301\u0323"} {
		for _, features := range [][]string{nil, {"onum", "pnum"}, {"lnum", "tnum"}, {"dlig", "hlig"}, {"ss01", "ss02", "ss11", "calt"}} {
			want, wantAt := shape(whole, text, features...)
			got, gotAt := shape(small, text, features...)
			same := slices.EqualFunc(want, got, func(a, b harfbuzz.GlyphInfo) bool { return a.Glyph == b.Glyph && a.Cluster == b.Cluster })
			if !same || !slices.Equal(wantAt, gotAt) {
				t.Errorf("%q with %v is set otherwise", text, features)
			}
			for _, g := range got {
				if !drawnAlike(whole, small, uint16(g.Glyph)) {
					t.Errorf("%q with %v: glyph %d is gone", text, features, g.Glyph)
				}
			}
		}
	}
	// What only small capitals need is gone, and so is their feature.
	capitals, _ := shape(whole, "abc", "smcp")
	plain, _ := shape(small, "abc", "smcp")
	if o, _ := small.outline(uint16(capitals[0].Glyph)); len(o) > 0 || plain[0].Glyph == capitals[0].Glyph {
		t.Error("small capitals are still there")
	}
}

func TestNotReduced(t *testing.T) {
	cff, err := os.ReadFile(filepath.Join("testdata", "Cantarell-Bold.otf"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parse(t, cff).Reduced(latin); err == nil {
		t.Error("a font with CFF outlines is reduced")
	}
	tiny := parse(t, goregular.TTF)
	small := reduced(t, tiny, func(rune) bool { return false })
	if _, ok := small.Glyph('A'); ok {
		t.Error("a character is left that was not wanted")
	}
}

// words are 16-bit numbers as they stand in a font.
func words(list ...int) (out []byte) {
	for _, v := range list {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// layoutTable is GSUB with a feature for each tag, which has the lookups given,
// and the lookups: of a kind each, with one subtable.
func layoutTable(features map[string][]int, order []string, lookups ...[]byte) []byte {
	list, tables := words(len(order)), []byte(nil)
	for _, tag := range order {
		list = append(list, tag...)
		list = append(list, words(2+6*len(order)+len(tables))...)
		tables = append(tables, words(append([]int{0, len(features[tag])}, features[tag]...)...)...)
	}
	list = append(list, tables...)
	all, at := words(len(lookups)), 2+2*len(lookups)
	for _, l := range lookups {
		all = append(all, words(at)...)
		at += len(l)
	}
	all = append(all, bytes.Join(lookups, nil)...)
	const header = 10
	return slices.Concat(words(1, 0, 0, header, header+len(list)), list, all)
}

// lookup is one of a kind with one subtable.
func lookup(kind int, subtable ...int) []byte {
	return append(words(kind, 0, 1, 8), words(subtable...)...)
}

func TestSubstitutions(t *testing.T) {
	coverage := func(g ...int) []int { return append([]int{1, len(g)}, g...) }
	sub := func(head []int, rest ...[]int) []int { return slices.Concat(append([][]int{head}, rest...)...) }
	gsub := layoutTable(map[string][]int{"calt": {4}, "liga": {0, 1, 2, 3, 6, 8}, "smcp": {7}}, []string{"calt", "liga", "smcp"},
		lookup(1, sub([]int{2, 8, 1, 20}, coverage(10))...),                    // 0: 10 becomes 20
		lookup(2, sub([]int{1, 14, 1, 8, 2, 21, 22}, coverage(11))...),         // 1: 11 becomes 21 22
		lookup(4, sub([]int{1, 18, 1, 8, 1, 4, 23, 2, 20}, coverage(10))...),   // 2: 10 20 become 23
		lookup(4, sub([]int{1, 18, 1, 8, 1, 4, 24, 2, 99}, coverage(10))...),   // 3: 10 99 become 24, but 99 is not there
		lookup(6, sub([]int{3, 0, 1, 18, 0, 1, 0, 5, 0}, coverage(10))...),     // 4: calls 5
		lookup(1, sub([]int{1, 6, 15}, coverage(10))...),                       // 5: 10 becomes 25
		lookup(7, sub([]int{1, 1, 0, 8}, []int{2, 8, 1, 26}, coverage(12))...), // 6: 12 becomes 26, by extension
		lookup(1, sub([]int{2, 8, 1, 27}, coverage(10))...),                    // 7: only in small capitals
		lookup(8, sub([]int{1, 12, 0, 0, 1, 28}, []int{2, 1, 12, 12, 0})...),   // 8: 12 becomes 28 from behind
	)
	glyphs := newGlyphSet(100)
	for _, g := range []uint16{10, 11, 12} {
		glyphs.add(g)
	}
	out, err := closeSubstitutions(gsub, glyphs)
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(slices.Values(glyphs.list))
	if want := []uint16{10, 11, 12, 20, 21, 22, 23, 25, 26, 28}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(out) != len(gsub) || bytes.Equal(out, gsub) {
		t.Error("the feature of small capitals is to be emptied in its place")
	}
}

func FuzzReduced(f *testing.F) {
	f.Add(goregular.TTF)
	f.Add(brandFont(f, "Manrope-Bold.ttf"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse(data)
		if err != nil {
			return
		}
		out, err := p.Reduced(latin)
		if err != nil {
			return
		}
		small, err := Parse(out)
		if err != nil {
			t.Fatalf("the reduced font cannot be read: %v", err)
		}
		for g := range small.NumGlyphs() {
			if _, err := small.outline(uint16(g)); err != nil {
				t.Error(err)
			}
		}
	})
}

func FuzzSubstitutions(f *testing.F) {
	f.Add(parse(f, brandFont(f, "Manrope-Bold.ttf")).Table("GSUB"))
	f.Add(parse(f, brandFont(f, "Vollkorn-Italic.ttf")).Table("GSUB"))
	f.Fuzz(func(t *testing.T, data []byte) {
		glyphs := newGlyphSet(3000)
		for g := range uint16(200) {
			glyphs.add(g)
		}
		out, err := closeSubstitutions(data, glyphs)
		if err == nil && len(out) != len(data) {
			t.Error("the length has changed")
		}
	})
}

func FuzzUnhinted(f *testing.F) {
	manrope := parse(f, brandFont(f, "Manrope-Bold.ttf"))
	for g := range uint16(300) {
		outline, _ := manrope.outline(g)
		f.Add(outline)
	}
	f.Fuzz(func(t *testing.T, outline []byte) {
		out, err := appendUnhinted(nil, outline[:outlineEnd(outline)])
		if err != nil {
			return
		}
		if again, err := appendUnhinted(nil, out[:outlineEnd(out)]); err != nil || !bytes.Equal(out, again) {
			t.Errorf("%x becomes %x, %v", out, again, err)
		}
	})
}
