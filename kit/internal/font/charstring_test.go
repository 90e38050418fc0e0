package font

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// madeFont has one glyph, and subroutines.
func madeFont(t testing.TB, charstring []byte, local, global [][]byte) *cffFont {
	t.Helper()
	index := func(objects ...[]byte) cffIndex {
		x, _, err := readIndex(appendIndex([]byte{0}, objects...), 1)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	return &cffFont{charstrings: index(charstring), globalSubrs: index(global...), fds: []fontDict{{subrs: index(local...)}}}
}

// num are numbers as charstrings have them.
func num(values ...int) (b []byte) {
	for _, v := range values {
		b = appendNumber(b, v)
	}
	return b
}

func code(parts ...any) (b []byte) {
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			b = append(b, byte(p))
		case []byte:
			b = append(b, p...)
		}
	}
	return b
}

func TestFlatten(t *testing.T) {
	first, second := num(-107), num(-106) // the numbers of the first subroutines
	for _, tc := range []struct {
		name          string
		charstring    []byte
		local, global [][]byte
		want          []byte
		width         bool
	}{
		{"plain", code(num(1, 2), opRmoveto, num(3), opHlineto, opEndchar), nil, nil,
			code(num(1, 2), opRmoveto, num(3), opHlineto, opEndchar), false},
		{"width before a move", code(num(500, 1, 2), opRmoveto, opEndchar), nil, nil, code(num(1, 2), opRmoveto, opEndchar), true},
		{"width before a short move", code(num(-500, 1), opVmoveto, opEndchar), nil, nil, code(num(1), opVmoveto, opEndchar), true},
		{"width of a blank", code(num(500), opEndchar), nil, nil, code(opEndchar), true},
		{"width before stems", code(num(9, 1, 2), opHstemhm, num(1, 2, 3, 4), opHintmask, 0xE0, num(1), opHmoveto, opEndchar), nil, nil,
			code(num(1, 2), opHstemhm, num(1, 2, 3, 4), opHintmask, 0xE0, num(1), opHmoveto, opEndchar), true},
		{"a long mask", code(num(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18), opVstemhm, opCntrmask, opCallsubr, opReturn, opEndchar), nil, nil,
			code(num(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18), opVstemhm, opCntrmask, opCallsubr, opReturn, opEndchar), false},
		{"subroutines", code(num(7), first, opCallsubr, num(3), second, opCallgsubr, opEndchar),
			[][]byte{code(num(1, 2), opRmoveto, opReturn)}, [][]byte{nil, code(opHlineto)},
			code(num(1, 2), opRmoveto, num(3), opHlineto, opEndchar), true},
		{"a subroutine that ends the glyph", code(num(1), opHmoveto, first, opCallsubr, opHlineto),
			[][]byte{code(opEndchar)}, nil, code(num(1), opHmoveto, opEndchar), false},
		{"the number of a subroutine from a subroutine", code(num(1), opHmoveto, first, opCallsubr, opCallsubr, opEndchar),
			[][]byte{code(second, opReturn), code(num(5), opHlineto)}, nil, code(num(1), opHmoveto, num(5), opHlineto, opEndchar), false},
		{"no end", code(num(1), opHmoveto), nil, nil, code(num(1), opHmoveto, opEndchar), false},
		{"a fraction", code(255, 0, 1, 0x80, 0, opVmoveto, opEndchar), nil, nil, code(255, 0, 1, 0x80, 0, opVmoveto, opEndchar), false},
		{"flex and arithmetic", code(num(1), opHmoveto, num(1, 2), opEscape, 10, num(2, 3, 4, 5, 6), opEscape, opHflex, opEscape, opDotsection, opEndchar), nil, nil,
			code(num(1), opHmoveto, num(1, 2), opEscape, 10, num(2, 3, 4, 5, 6), opEscape, opHflex, opEndchar), false},
	} {
		s := newFlattener(madeFont(t, tc.charstring, tc.local, tc.global))
		got, err := s.flatten(0)
		if err != nil || !bytes.Equal(got, tc.want) || (s.width > 0) != tc.width {
			t.Errorf("%s: got % x, want % x; width %v (%v)", tc.name, got, tc.want, s.width > 0, err)
		}
	}
}

func TestFlattenRefuses(t *testing.T) {
	first := num(-107)
	twice := code(first, opCallsubr, first, opCallsubr)
	for _, tc := range []struct {
		name          string
		charstring    []byte
		local, global [][]byte
		want          string
	}{
		{"itself", twice, [][]byte{twice}, nil, "nested deeper"},
		{"no such subroutine", code(num(5), opCallsubr), [][]byte{nil}, nil, "no object"},
		{"no number", code(opCallgsubr), nil, [][]byte{nil}, "without a number"},
		{"computed", code(num(1, 2), opEscape, 10, opCallsubr), [][]byte{nil}, nil, "computed number"},
		{"accent", code(num(1, 2, 65, 66), opEndchar), nil, nil, "seac"},
		{"accent with a width", code(num(9, 1, 2, 65, 66), opEndchar), nil, nil, "seac"},
		{"accent without an end", num(1, 2, 65, 66), nil, nil, "seac"},
		{"no move", code(num(1), opHlineto, opEndchar), nil, nil, "before it moves"},
		{"no move before a flex", code(num(1, 2, 3, 4, 5, 6, 7), opEscape, opHflex, opEndchar), nil, nil, "before it moves"},
		{"computed width", code(num(1, 2), opEscape, 10, num(3, 4), opRmoveto), nil, nil, "its width is computed"},
		{"rolled width", code(num(9, 3, 4, 3, 1), opEscape, opRoll, opRmoveto), nil, nil, "its width is computed"},
		{"unknown", []byte{2}, nil, nil, "unknown operator 2"},
		{"unknown after escape", []byte{opEscape, 99}, nil, nil, "unknown operator 12 99"},
		{"cut off in a number", []byte{28, 1}, nil, nil, "cut off"},
		{"cut off in a fraction", []byte{255, 1, 2}, nil, nil, "cut off"},
		{"cut off in an operator", []byte{opEscape}, nil, nil, "cut off"},
		{"cut off in a mask", code(num(1, 2), opHintmask), nil, nil, "cut off"},
		{"operands", bytes.Repeat(num(1), 49), nil, nil, "more than 48 operands"},
		{"too few operands", []byte{opEscape, 10}, nil, nil, "too few operands"},
		{"too long", bytes.Repeat(code(num(1), opHmoveto), 40000), nil, nil, "longer than"},
	} {
		s := newFlattener(madeFont(t, tc.charstring, tc.local, tc.global))
		if _, err := s.flatten(0); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %q", tc.name, err, tc.want)
		}
	}
}

// Subroutines of which each calls the next a hundred times would take years to follow.
func TestFlattenIsBounded(t *testing.T) {
	local := make([][]byte, maxSubrDepth)
	for i := range local[:maxSubrDepth-1] {
		local[i] = bytes.Repeat(code(num(i+1-107), opCallsubr), 100)
	}
	s := newFlattener(madeFont(t, code(num(-107), opCallsubr), local, nil))
	if _, err := s.flatten(0); err == nil || !strings.Contains(err.Error(), "too often") {
		t.Errorf("got %v", err)
	}
}

// Where subroutines are many, their numbers count from the middle.
func TestSubroutineBias(t *testing.T) {
	for count, bias := range map[int]int{1: 107, 1239: 107, 1240: 1131, 33899: 1131, 33900: 32768} {
		subrs := make([][]byte, count)
		subrs[count-1] = code(num(5), opHlineto)
		s := newFlattener(madeFont(t, code(num(1), opHmoveto, num(count-1-bias), opCallgsubr, opEndchar), nil, subrs))
		got, err := s.flatten(0)
		if want := code(num(1), opHmoveto, num(5), opHlineto, opEndchar); err != nil || !slices.Equal(got, want) {
			t.Errorf("%d subroutines: got % x (%v)", count, got, err)
		}
	}
}
