package font

import (
	"bytes"
	"reflect"
	"testing"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/harfbuzz"
)

// flooded are ranges of which the first alone fills the digest of the library.
func flooded() tables.Coverage2 {
	return tables.Coverage2{Ranges: []tables.RangeRecord{
		{StartGlyphID: 5, EndGlyphID: 100, StartCoverageIndex: 0},
		{StartGlyphID: 200, EndGlyphID: 200, StartCoverageIndex: 96},
		{StartGlyphID: 210, EndGlyphID: 230, StartCoverageIndex: 97},
	}}
}

// Coverages of every kind of subtable become lists that find what the ranges find.
func TestListCoverages(t *testing.T) {
	ft := &gotextfont.Font{}
	single := tables.SingleSubs{Data: tables.SingleSubstData1{Coverage: flooded(), DeltaGlyphID: 1}}
	several := tables.MultipleSubs{Coverage: flooded(), Sequences: make([]tables.Sequence, 118)}
	chain := tables.ChainedContextualSubs{Data: tables.ChainedContextualSubs3{InputCoverages: []tables.Coverage{flooded()}}}
	context := tables.ContextualSubs{Data: tables.ContextualSubs3{Coverages: []tables.Coverage{flooded()}}}
	ft.GSUB.Lookups = []gotextfont.GSUBLookup{{Subtables: []tables.GSUBLookup{single, several, chain, context}}}
	listCoverages(ft, nil)
	want := flooded()
	for _, s := range ft.GSUB.Lookups[0].Subtables {
		list, ok := s.Cov().(tables.Coverage1)
		if !ok {
			t.Fatalf("%T has a %T", s, s.Cov())
		}
		for g := range tables.GlyphID(300) {
			i, in := list.Index(g)
			if k, there := want.Index(g); in != there || in && i != k {
				t.Errorf("%T: glyph %d is at %d, %v and not at %d, %v", s, g, i, in, k, there)
			}
		}
	}
	if s := ft.GSUB.Lookups[0].Subtables[0].(tables.SingleSubs).Data.(tables.SingleSubstData1); s.DeltaGlyphID != 1 {
		t.Error("the rest of a subtable is lost")
	}
}

// A field that the library keeps to itself is reached as well.
func TestListHiddenCoverage(t *testing.T) {
	// SinglePosFormat1: format, offset of the coverage, format of the value, the value
	data := []byte{0, 1, 0, 8, 0, 4, 0, 50, 0, 2, 0, 2, 0, 5, 0, 100, 0, 0, 0, 200, 0, 210, 0, 96}
	at, _, err := tables.ParseSinglePos(data)
	if err != nil {
		t.Fatal(err)
	}
	ft := &gotextfont.Font{}
	ft.GPOS.Lookups = []gotextfont.GPOSLookup{{Subtables: []tables.GPOSLookup{at}}}
	listCoverages(ft, nil)
	if list, ok := ft.GPOS.Lookups[0].Subtables[0].Cov().(tables.Coverage1); !ok || len(list.Glyphs) != 107 {
		t.Errorf("%#v", ft.GPOS.Lookups[0].Subtables[0].Cov())
	}
}

// Kerning of the fonts that are built in is what the font says, by sets of pairs and
// by classes, whose values are copied.
func TestListKerning(t *testing.T) {
	for _, name := range []string{"Manrope-Bold.ttf", "Vollkorn-Regular.ttf", "Vollkorn-Italic.ttf"} {
		whole, err := gotextfont.ParseTTF(bytes.NewReader(brandFont(t, name)))
		if err != nil {
			t.Fatal(err)
		}
		listed := parse(t, brandFont(t, name)).GoText()
		compared := 0
		for i, lookup := range whole.GPOS.Lookups {
			for k, s := range lookup.Subtables {
				pairs, ok := s.(tables.PairPos)
				if !ok {
					continue
				}
				was, byClass := pairs.Data.(tables.PairPosData2)
				is := listed.GPOS.Lookups[i].Subtables[k].(tables.PairPos).Data
				if was, ok := pairs.Data.(tables.PairPosData1); ok && !reflect.DeepEqual(was.PairSets, is.(tables.PairPosData1).PairSets) {
					t.Errorf("%s: pairs differ", name)
				}
				if !byClass {
					continue
				}
				now := is.(tables.PairPosData2)
				for a := range was.ClassDef1.Extent() {
					for b := range was.ClassDef2.Extent() {
						if was.Record(uint16(a), uint16(b)) != now.Record(uint16(a), uint16(b)) {
							t.Fatalf("%s: classes %d and %d differ", name, a, b)
						}
						compared++
					}
				}
			}
		}
		t.Log(name, compared)
		if compared == 0 {
			t.Errorf("%s: no classes", name)
		}
	}
}

// What does not count its glyphs in order, or is too long, is left alone.
func TestListLeavesAlone(t *testing.T) {
	overlapping := flooded()
	overlapping.Ranges[1].StartGlyphID = 50
	uncounted := flooded()
	uncounted.Ranges[2].StartCoverageIndex = 0
	for name, c := range map[string]tables.Coverage2{
		"overlapping": overlapping, "uncounted": uncounted, "few": {Ranges: []tables.RangeRecord{{StartGlyphID: 1, EndGlyphID: 2}, {StartGlyphID: 5, EndGlyphID: 9, StartCoverageIndex: 2}}},
	} {
		if _, ok := (&lister{left: maxListed}).list(c).(tables.Coverage1); ok {
			t.Errorf("%s ranges are listed", name)
		}
	}
	if _, ok := (&lister{left: 100}).list(flooded()).(tables.Coverage1); ok {
		t.Error("more glyphs are listed than are left")
	}
}

// The library forgets ranges as it did: without that, coverage.go can go.
func TestLibraryForgetsRanges(t *testing.T) {
	ft := parse(t, brandFont(t, "NotoNaskhArabic-Regular.ttf")).GoText()
	forgets := *ft
	const letter = 'ﷺ' // far from the first range
	glyph, _ := ft.NominalGlyph(letter)
	ranges := tables.Coverage2{Ranges: []tables.RangeRecord{
		{StartGlyphID: 1, EndGlyphID: 70}, {StartGlyphID: tables.GlyphID(glyph), EndGlyphID: tables.GlyphID(glyph), StartCoverageIndex: 70},
	}}
	change := tables.SingleSubs{Data: tables.SingleSubstData1{Coverage: ranges, DeltaGlyphID: 1}}
	lookups := make([]gotextfont.GSUBLookup, len(ft.GSUB.Lookups))
	for i := range lookups { // whichever the script takes
		lookups[i] = ft.GSUB.Lookups[i]
		lookups[i].LookupOptions = gotextfont.LookupOptions{}
		lookups[i].Subtables = []tables.GSUBLookup{change}
	}
	forgets.GSUB.Lookups = lookups
	shaped := func(f *gotextfont.Font) gotextfont.GID {
		b := harfbuzz.NewBuffer()
		b.AddRunes([]rune{letter}, 0, 1)
		b.GuessSegmentProperties()
		b.Shape(harfbuzz.NewFont(gotextfont.NewFace(f)), nil)
		return b.Info[0].Glyph
	}
	if shaped(&forgets) != glyph {
		t.Error("the shaping library does not forget ranges any more: coverage.go has served its time")
	}
	listCoverages(&forgets, nil)
	if shaped(&forgets) == glyph {
		t.Error("a lookup passes over a glyph that it covers")
	}
}
