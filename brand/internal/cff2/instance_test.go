package cff2

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestCharstrings gives charstrings of version 2 and what becomes of them.
func TestCharstrings(t *testing.T) {
	many := func(n int, text string) string { return strings.TrimSpace(strings.Repeat(text+" ", n)) }
	for _, test := range []struct{ name, from, want string }{
		{"empty", "", "endchar"},
		{"numbers", "10 -200 rmoveto 2000.5 -0.5 rlineto 1.25 hlineto", "10 -200 rmoveto 2001 hlineto 1 hlineto endchar"},
		{"rounded where they stand", "0 hmoveto 0.4 0.4 0.4 0.4 0.4 0.4 rlineto", "0 hmoveto 0 hlineto 1 1 rlineto 0 hlineto endchar"},
		{"blend", "100 10 -30 1 blend hmoveto 5 7 2 4 -2 -4 2 blend rlineto", "75 hmoveto 10 2 rlineto endchar"},
		{"blend of a part", "1 2 3 4 8 0 1 blend rmoveto rlineto", ""},
		{"deltas that make halves", "1 1 0 1 blend hmoveto 1 1 0 1 blend hlineto", "2 hmoveto 1 hlineto endchar"},
		{"vsindex", "1 vsindex 100 40 1 blend hmoveto 8 hlineto", "110 hmoveto 8 hlineto endchar"},
		{"lines in turns", "0 hmoveto 1 2 3 hlineto 4 vlineto 5 6 rlineto 7 0 0 8 rlineto", "0 hmoveto 1 2 3 4 hlineto 5 6 rlineto 7 8 hlineto endchar"},
		{"lines that do not turn", "0 hmoveto 1 2 vlineto 3 hlineto", "0 hmoveto 1 2 vlineto 3 hlineto endchar"},
		{"curves in turns", "0 hmoveto 1 2 3 4 5 6 7 8 hvcurveto 9 1 2 3 4 hvcurveto",
			"0 hmoveto 1 2 3 4 5 6 7 8 hvcurveto 9 0 1 2 4 3 rrcurveto endchar"},
		{"curves along", "0 hmoveto 9 1 2 3 4 5 6 7 8 hhcurveto 9 1 2 3 4 vvcurveto",
			"0 hmoveto 1 9 2 3 4 0 rrcurveto 5 6 7 8 hhcurveto 9 1 2 3 0 4 rrcurveto endchar"},
		{"curve, then line", "0 hmoveto 1 2 3 4 5 6 7 8 rcurveline 1 2 3 4 5 6 7 8 rlinecurve",
			"0 hmoveto 1 2 3 4 5 6 rrcurveto 7 8 1 2 rlineto 3 4 5 6 7 8 rrcurveto endchar"},
		{"flex", "0 hmoveto 1 2 3 4 5 6 7 hflex 1 2 3 4 5 6 7 8 9 hflex1 1 2 3 4 5 6 7 8 9 10 11 flex1 1 2 3 4 5 6 7 8 9 10 11 12 60 flex",
			"0 hmoveto 1 0 2 3 4 0 5 0 6 -3 7 0 50 flex 1 2 3 4 5 0 6 0 7 8 9 -14 50 flex 1 2 3 4 5 6 7 8 9 10 -25 11 50 flex 1 2 3 4 5 6 7 8 9 10 11 12 60 flex endchar"},
		{"flex that comes back", "2 vsindex 0 7.5 rmoveto 5 5 0 2 1 blend 5 5 5 5 hflex", "8 vmoveto 5 0 5 0 5 0 5 0 5 0 5 0 50 flex endchar"},
		{"stems", "10 20 hstemhm 30.5 40 5 6 hintmask #e0 0 hmoveto 5 hlineto cntrmask #a0",
			"10 20 hstemhm 31 40 5 6 vstemhm hintmask #e0 0 hmoveto 5 hlineto cntrmask #a0 endchar"},
		{"many stems", many(50, "1 2") + " hstem", many(23, "1 2") + " hstem " + "70 2 " + many(22, "1 2") + " hstem " + "139 2 " + many(3, "1 2") + " hstem endchar"},
		{"many lines", "0 hmoveto " + many(30, "1 2") + " rlineto", "0 hmoveto " + many(24, "1 2") + " rlineto " + many(6, "1 2") + " rlineto endchar"},
		{"many turns", "0 hmoveto " + many(50, "1") + " hlineto", "0 hmoveto " + many(48, "1") + " hlineto 1 1 hlineto endchar"},
		{"subroutines", "-107 callsubr -107 callgsubr", "20 10 rmoveto 3 hlineto 3 4 rlineto endchar"},
		{"a width of its own", "500 0 hmoveto", ""},
		{"draws before it moves", "1 2 rlineto", ""},
		{"flex before it moves", "1 2 3 4 5 6 7 hflex", ""},
		{"an operator of version 1", "0 hmoveto endchar", ""},
		{"an operator of nobody", "0 hmoveto #0c #20", ""},
		{"cut off", "0 hmoveto #1c #00", ""},
		{"cut off in an operator", "0 hmoveto #0c", ""},
		{"cut off in a mask", "1 2 hstemhm hintmask", ""},
		{"an odd stem", "1 2 3 hstem", ""},
		{"no such subroutine", "5 callsubr", ""},
		{"a subroutine without a number", "callsubr", ""},
		{"without end", "-106 callgsubr", ""},
		{"no such subtable", "3 vsindex 1 1 1 blend", ""},
		{"deltas that are missing", "1 2 3 2 blend hmoveto", ""},
		{"a blend of less than nothing", "1 -1 blend hmoveto", ""},
		{"far away", "32000 32000 rmoveto 32000 hlineto", ""},
		{"a long way", "-32000 hmoveto 32000 32000 rlineto", "-32000 hmoveto 32000 32000 rlineto endchar"},
		{"too long a way", "-32000 hmoveto 32000 0 0 32000 0 0 2 blend rlineto", ""},
		{"too many operands", many(514, "1"), ""},
		{"too long", "0 hmoveto " + many(70, "-105 callgsubr"), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := table{
				charstrings: []string{test.from},
				local:       []string{"20 10 rmoveto"}, global: []string{"3 hlineto 3 4 rlineto", "-106 callgsubr", many(128, "300 300 -300 -300") + " rlineto"},
			}
			program, _, err := instance(m, 1<<20)
			if test.want == "" {
				if err != errDamaged {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := charstring(t, program, 0); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestFontDicts gives each glyph its subroutines and deltas, and takes over the
// hints, in each format of FDSelect.
func TestFontDicts(t *testing.T) {
	for _, fdSelect := range [][]byte{
		{0, 0, 0, 1},
		{3, 0, 2, 0, 0, 0, 0, 2, 1, 0, 3},
		{4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 3},
	} {
		m := table{
			charstrings: []string{"", "100 10 -30 1 blend hmoveto", "100 40 1 blend hmoveto"},
			privates: []string{
				"-20 20 4 0 0 2 2 blend #06 #1e #a0 #37 #5f #0c #09 80 8 1 1 blend #0a 5 5 2 2 2 2 2 blend #0c #0c",
				"1 vsindex 40 20 1 blend #0b",
			},
			fdSelect: fdSelect,
		}
		// vsindex and blend have other numbers in DICTs.
		m.privates[0] = strings.ReplaceAll(m.privates[0], "blend", "#17")
		m.privates[1] = strings.ReplaceAll(strings.ReplaceAll(m.privates[1], "blend", "#17"), "vsindex", "#16")
		program, _, err := instance(m, 1<<20)
		if err != nil {
			t.Fatalf("format %d: %v", fdSelect[0], err)
		}
		if got := charstring(t, program, 1) + ", " + charstring(t, program, 2); got != "75 hmoveto endchar, 110 hmoveto endchar" {
			t.Errorf("format %d: %s", fdSelect[0], got)
		}
		for _, want := range []string{
			"-18 22 #06 #1e #0a #03 #75 #ff #0c #09 85 #0a 8 8 #0c #0c 0 #14 0 #15",
			"45 #0b 0 #14 0 #15",
		} {
			if !bytes.Contains(program, assemble(want)) {
				t.Errorf("format %d: no Private DICT %s in % x", fdSelect[0], want, program)
			}
		}
	}
}

func TestBoxesAndWidths(t *testing.T) {
	m := table{charstrings: []string{
		"", "10 -5 rmoveto 30 hlineto 100 200 rmoveto", "5 hmoveto 1000 10 20 -30 hvcurveto", "-107 callsubr",
	}, local: []string{"1 1 rmoveto -11 0 5 6 rlineto"}}
	f, err := Parse(m.bytes(), 4)
	if err != nil {
		t.Fatal(err)
	}
	set := Setting{Name: "Made", UnitsPerEm: 2048, Advances: []int{0, 600, 40000, 65535}, MaxSize: 1 << 20}
	program, boxes, err := f.Instance(at(1<<20), set)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(boxes, Around(boxes)); got != "[[0 0 0 0] [10 -5 40 -5] [5 -10 1015 20] [-10 1 1 7]] [-10 -10 1015 20]" {
		t.Errorf("boxes %s", got)
	}
	for i, want := range []string{"endchar", "600 10 -5 rmoveto 30 hlineto 100 200 rmoveto endchar", "32767 5 hmoveto 1000 10 20 -30 hvcurveto endchar"} {
		if got := charstring(t, program, i); got != want {
			t.Errorf("glyph %d: %s", i, got)
		}
	}
	again, _, err := f.Instance(at(1<<20), set)
	if err != nil || !bytes.Equal(again, program) {
		t.Error("two instances differ")
	}
	set.MaxSize = len(program) - 1
	if _, _, err := f.Instance(at(1<<20), set); err != errSize {
		t.Errorf("too large: %v", err)
	}
	set.MaxSize = 5
	if _, _, err := f.Instance(at(1<<20), set); err != errSize {
		t.Errorf("too large: %v", err)
	}
}

// TestSubroutineNumbers finds the first subroutine by the number that it has in
// an INDEX of so many.
func TestSubroutineNumbers(t *testing.T) {
	for count, first := range map[int]int{1: -107, 1239: -107, 1240: -1131, 33899: -1131, 33900: -32768} {
		x := index{count: count, size: 1, offsets: bytes.Repeat([]byte{1}, count+1), data: []byte{0}}
		_, ok := x.subr(float64(first))
		_, before := x.subr(float64(first - 1))
		if !ok || before {
			t.Errorf("of %d: %v, and the one before %v", count, ok, before)
		}
	}
}

// TestDepth nests subroutines as deep as they may be, and deeper.
func TestDepth(t *testing.T) {
	m := table{charstrings: []string{"0 hmoveto -107 callgsubr"}}
	for i := range maxCalls {
		m.global = append(m.global, fmt.Sprintf("%d callgsubr", i-106))
	}
	m.global[maxCalls-1] = "5 hlineto"
	if program, _, err := instance(m, 1<<20); err != nil || charstring(t, program, 0) != "0 hmoveto 5 hlineto endchar" {
		t.Errorf("%v", err)
	}
	m.charstrings[0] = "0 hmoveto -97 callgsubr"
	m.global = append(m.global, "-107 callgsubr")
	if _, _, err := instance(m, 1<<20); err != errDamaged {
		t.Errorf("one deeper: %v", err)
	}
}

// TestGlyphsAreApart checks that nothing is left of a glyph for the next one.
func TestGlyphsAreApart(t *testing.T) {
	if _, _, err := instance(table{charstrings: []string{"0 hmoveto 5", "hmoveto"}}, 1<<20); err != errDamaged {
		t.Errorf("an operand: %v", err)
	}
	if _, _, err := instance(table{charstrings: []string{"0 hmoveto", "5 hlineto"}}, 1<<20); err != errDamaged {
		t.Errorf("a contour: %v", err)
	}
	program, _, err := instance(table{charstrings: []string{"1 2 hstemhm 5 6 rmoveto 1 vsindex", "100 10 -30 1 blend 3 hstemhm hintmask #80 1 hmoveto"}}, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	if got := charstring(t, program, 1); got != "75 3 hstemhm hintmask #80 1 hmoveto endchar" {
		t.Errorf("got %s", got)
	}
}

// TestWork checks that subroutines which call each other a great many times are
// refused, and that deltas count as work.
func TestWork(t *testing.T) {
	tree := table{charstrings: []string{"0 hmoveto -107 callgsubr"}}
	for i := range maxCalls {
		call := fmt.Sprintf("%d callgsubr ", i-106)
		if i == maxCalls-1 {
			call = ""
		}
		tree.global = append(tree.global, strings.Repeat(call, 32))
	}
	if _, _, err := instance(tree, 1<<16); err != errWork {
		t.Errorf("a tree: %v", err)
	}
	deltas := table{charstrings: []string{strings.Repeat("0 0 0 1 blend hmoveto ", 100)}}
	if _, _, err := instance(deltas, 150); err != errWork {
		t.Errorf("deltas: %v", err)
	}
	long := table{charstrings: []string{""}, privates: []string{strings.Repeat("1 #06 ", maxDict)}}
	if _, _, err := instance(long, 1<<20); err != errDamaged {
		t.Errorf("a long DICT: %v", err)
	}
}

func TestParseErrors(t *testing.T) {
	whole := table{charstrings: []string{"", "", ""}, privates: []string{"", ""}, fdSelect: []byte{0, 0, 0, 1}}
	change := func(change func(m *table)) []byte {
		m := whole
		change(&m)
		return m.bytes()
	}
	for _, test := range []struct {
		name string
		data []byte
		want error
	}{
		{"whole", whole.bytes(), nil},
		{"nothing", nil, errDamaged},
		{"version 1", append([]byte{1}, whole.bytes()[1:]...), errDamaged},
		{"a header past the end", []byte{2, 0, 200, 0, 0}, errDamaged},
		{"a top DICT past the end", []byte{2, 0, 5, 9, 0}, errDamaged},
		{"other glyphs", change(func(m *table) { m.charstrings = nil }), errDamaged},
		{"a DICT with a blend", change(func(m *table) { m.top = "1 #17" }), errDamaged},
		{"a DICT with a subtable", change(func(m *table) { m.top = "1 #16" }), errDamaged},
		{"a DICT cut off", change(func(m *table) { m.top = "#0c" }), errDamaged},
		{"a number cut off", change(func(m *table) { m.top = "#1e #12" }), errDamaged},
		{"no font dict", change(func(m *table) { m.privates = []string{} }), errDamaged},
		{"too many font dicts", change(func(m *table) { m.privates = make([]string, 257) }), errDicts},
		{"no FDSelect", change(func(m *table) { m.fdSelect = nil }), errDamaged},
		{"FDSelect of another format", change(func(m *table) { m.fdSelect = []byte{1, 0, 0, 0} }), errDamaged},
		{"FDSelect cut off", change(func(m *table) { m.fdSelect = []byte{0, 0, 0} }), errDamaged},
		{"no such font dict", change(func(m *table) { m.fdSelect = []byte{0, 0, 0, 2} }), errDamaged},
		{"no such font dict of a range", change(func(m *table) { m.fdSelect = []byte{3, 0, 1, 0, 0, 2, 0, 3} }), errDamaged},
		{"a range that is missing", change(func(m *table) { m.fdSelect = []byte{3, 0, 1, 0, 0, 1, 0, 2} }), errDamaged},
		{"a range that runs back", change(func(m *table) { m.fdSelect = []byte{3, 0, 2, 0, 0, 1, 0, 2, 0, 0, 1} }), errDamaged},
		{"ranges cut off", change(func(m *table) { m.fdSelect = []byte{4, 255, 255, 255, 255, 0, 0} }), errDamaged},
	} {
		if _, err := Parse(test.data, 3); err != test.want {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
