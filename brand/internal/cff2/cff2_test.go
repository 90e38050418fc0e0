package cff2

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	gotextcff "github.com/go-text/typesetting/font/cff"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

var errWork = errors.New("too much work")

// at is a place: two regions count by a half and in full, others by a quarter and
// a third.
func at(work int) Place {
	return Place{
		Regions: func(subtable int) ([]float64, error) {
			switch subtable {
			case 0:
				return []float64{0.5, 1}, nil
			case 1:
				return []float64{0.25}, nil
			case 2:
				return []float64{1.0 / 3}, nil
			}
			return nil, errDamaged
		},
		Spend: func(n int) error {
			if work -= n; work < 0 {
				return errWork
			}
			return nil
		},
	}
}

// table is a table CFF2 in the making.
type table struct {
	top         string // further entries of the top DICT
	charstrings []string
	global      []string
	local       []string // of each font dict
	privates    []string // by default one that is empty
	fdSelect    []byte
}

// bytes writes the table. Its top DICT has offsets of four bytes.
func (m table) bytes() []byte {
	if m.privates == nil {
		m.privates = []string{""}
	}
	object := func(list []string) (objects [][]byte) {
		for _, text := range list {
			objects = append(objects, assemble(text))
		}
		return objects
	}
	top := func(charstrings, fdArray, fdSelect int) []byte {
		b := appendOffsets(nil, opCharStrings, charstrings)
		b = appendOffsets(b, opFDArray, fdArray)
		if m.fdSelect != nil {
			b = appendOffsets(b, opFDSelect, fdSelect)
		}
		return append(b, assemble(m.top)...)
	}
	size := len(top(0, 0, 0))
	out := append([]byte{2, 0, 5, 0, byte(size)}, make([]byte, size)...)
	out = append(out, longIndex(object(m.global))...)
	charstrings := len(out)
	out = append(out, longIndex(object(m.charstrings))...)
	var dicts [][]byte
	for _, text := range m.privates {
		private := assemble(text)
		if m.local != nil {
			private = append(private, 139+byte(len(private)+2), opSubrs)
		}
		dicts = append(dicts, appendOffsets(nil, opPrivate, len(private), len(out)))
		out = append(out, private...)
		if m.local != nil {
			out = append(out, longIndex(object(m.local))...)
		}
	}
	fdArray := len(out)
	out = append(out, longIndex(dicts)...)
	fdSelect := len(out)
	out = append(out, m.fdSelect...)
	copy(out[5:], top(charstrings, fdArray, fdSelect))
	return out
}

// longIndex writes an INDEX of version 2.
func longIndex(objects [][]byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(objects)))
	if len(objects) == 0 {
		return b
	}
	var data []byte
	b = binary.BigEndian.AppendUint16(append(b, 2), 1)
	for _, o := range objects {
		data = append(data, o...)
		b = binary.BigEndian.AppendUint16(b, uint16(len(data)+1))
	}
	return append(b, data...)
}

// words are the names of operators; those of DICTs are given as "op 12 9".
var words = map[string]int{
	"hstem": 1, "vstem": 3, "vmoveto": 4, "rlineto": 5, "hlineto": 6, "vlineto": 7, "rrcurveto": 8, "callsubr": 10, "endchar": 14,
	"vsindex": 15, "blend": 16, "hstemhm": 18, "hintmask": 19, "cntrmask": 20, "rmoveto": 21, "hmoveto": 22, "vstemhm": 23,
	"rcurveline": 24, "rlinecurve": 25, "vvcurveto": 26, "hhcurveto": 27, "callgsubr": 29, "vhcurveto": 30, "hvcurveto": 31,
	"hflex": 12<<8 | 34, "flex": 12<<8 | 35, "hflex1": 12<<8 | 36, "flex1": 12<<8 | 37,
}

// assemble writes a charstring or DICT: numbers, names of operators, and bytes
// such as #0c. A number with a point takes 32 bits, as in charstrings.
func assemble(text string) (b []byte) {
	for _, word := range strings.Fields(text) {
		if op, ok := words[word]; ok {
			b = appendOperator(b, op)
			continue
		}
		if bits, ok := strings.CutPrefix(word, "#"); ok {
			v, err := strconv.ParseUint(bits, 16, 8)
			if err != nil {
				panic(err)
			}
			b = append(b, byte(v))
			continue
		}
		v, err := strconv.ParseFloat(word, 64)
		switch {
		case err != nil:
			panic(err)
		case strings.Contains(word, "."):
			b = binary.BigEndian.AppendUint32(append(b, 255), uint32(int32(v*65536)))
		default:
			b = appendNumber(b, int(v))
		}
	}
	return b
}

// disassemble reads a charstring of version 1, and checks that it keeps the
// limits of that.
func disassemble(t testing.TB, b []byte) string {
	t.Helper()
	names := map[int]string{}
	for name, op := range words {
		names[op] = name
	}
	var out []string
	operands, stems := 0, 0
	for len(b) > 0 {
		if b[0] >= 32 || b[0] == 28 {
			v, length := charstringNumber(b)
			out, b = append(out, fmt.Sprint(v)), b[length:]
			if operands++; operands > 48 {
				t.Error("more than 48 operands")
			}
			continue
		}
		op := int(b[0])
		if b = b[1:]; op == opEscape {
			op, b = op<<8|int(b[0]), b[1:]
		}
		out = append(out, names[op])
		switch op {
		case opHstem, opVstem, opHstemhm, opVstemhm:
			stems += operands / 2
		case opHintmask, opCntrmask:
			for range (stems + 7) / 8 {
				out, b = append(out, fmt.Sprintf("#%02x", b[0])), b[1:]
			}
		}
		operands = 0
	}
	return strings.Join(out, " ")
}

// instance takes the instance of a table, with advances of 0.
func instance(m table, work int) (program []byte, boxes []Box, err error) {
	f, err := Parse(m.bytes(), len(m.charstrings))
	if err != nil {
		return nil, nil, err
	}
	return f.Instance(at(work), Setting{Name: "Made", UnitsPerEm: 1000, Advances: make([]int, len(m.charstrings)), MaxSize: 1 << 20})
}

// charstring gives a charstring of a program.
func charstring(t testing.TB, program []byte, glyph int) string {
	t.Helper()
	p, err := gotextcff.Parse(program)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.LoadGlyph(uint16(glyph)); err != nil {
		t.Errorf("glyph %d: %v", glyph, err)
	}
	return disassemble(t, p.Charstrings[glyph])
}

func sample(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../variable/testdata/drawn.woff2")
	if err != nil {
		t.Fatal(err)
	}
	f, err := sfnt.Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	return f.Tables["CFF2"]
}

// FuzzInstance damages a table and checks that nothing panics, and that what is
// written can be read by another reader.
func FuzzInstance(f *testing.F) {
	whole := sample(f)
	f.Add(whole, uint16(11))
	f.Add(whole[:len(whole)/2], uint16(11))
	f.Add(table{charstrings: []string{"1 2 rmoveto 3 4 rlineto"}}.bytes(), uint16(1))
	f.Add(table{
		charstrings: []string{"0 callgsubr", "10 hmoveto 107 callsubr", ""}, global: []string{"1 vsindex 5 hmoveto"}, local: []string{"5 hlineto"},
		privates: []string{"1 #16 80 4 1 #17 #0a", ""}, fdSelect: []byte{4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 3},
	}.bytes(), uint16(3))
	f.Fuzz(func(t *testing.T, data []byte, count uint16) {
		font, err := Parse(data, int(count))
		if err != nil {
			return
		}
		font.Store()
		program, boxes, err := font.Instance(at(1<<20), Setting{Name: "F", UnitsPerEm: 2048, Advances: make([]int, count), MaxSize: 1 << 20})
		if err != nil {
			return
		}
		if len(boxes) != int(count) {
			t.Errorf("%d boxes for %d glyphs", len(boxes), count)
		}
		read, err := gotextcff.Parse(program)
		if err != nil || len(read.Charstrings) != int(count) {
			t.Fatalf("the program cannot be read: %v", err)
		}
		for g := range min(count, 100) {
			if _, _, err := read.LoadGlyph(g); err != nil {
				t.Errorf("glyph %d: %v", g, err)
			}
			disassemble(t, read.Charstrings[g])
		}
	})
}

func BenchmarkInstance(b *testing.B) {
	font, err := Parse(sample(b), 11)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := font.Instance(at(1<<20), Setting{Name: "F", UnitsPerEm: 2000, Advances: make([]int, 11), MaxSize: 1 << 20}); err != nil {
			b.Fatal(err)
		}
	}
}
