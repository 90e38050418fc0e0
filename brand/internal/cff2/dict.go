package cff2

import (
	"math"
	"strconv"
)

// Operators of DICTs. Those of two bytes start with 12.
const (
	opEscape        = 12
	opFontBBox      = 5
	opCharset       = 15
	opCharStrings   = 17
	opPrivate       = 18
	opSubrs         = 19
	opDefaultWidthX = 20
	opNominalWidthX = 21
	opDictVsindex   = 22
	opDictBlend     = 23
	opVstore        = 24
	opFontMatrix    = opEscape<<8 | 7
	opROS           = opEscape<<8 | 30
	opCIDCount      = opEscape<<8 | 34
	opFDArray       = opEscape<<8 | 36
	opFDSelect      = opEscape<<8 | 37
)

// dict is a DICT: operands by operator.
type dict map[int][]float64

// maxDict is the length of a DICT, in bytes. Those of real fonts have some
// hundreds.
const maxDict = math.MaxUint16

// maxStack is how many operands an operator may have, in DICTs and charstrings.
const maxStack = 513

// readDict reads a DICT, with the numbers that its deltas make at the place of an
// instance. An operator that comes twice counts the second time.
func readDict(data []byte, at *blender) (dict, error) {
	if len(data) > maxDict {
		return nil, errDamaged
	}
	d := dict{}
	var stack []float64
	for len(data) > 0 {
		if op := data[0]; op == 28 || op == 29 || op == 30 || op >= 32 {
			v, length := dictNumber(data)
			if length == 0 || len(stack) == maxStack {
				return nil, errDamaged
			}
			stack, data = append(stack, v), data[length:]
			continue
		}
		op := int(data[0])
		if data = data[1:]; op == opEscape {
			if len(data) == 0 {
				return nil, errDamaged
			}
			op, data = op<<8|int(data[0]), data[1:]
		}
		switch op {
		case opDictBlend:
			left, err := at.blend(stack)
			if err != nil {
				return nil, err
			}
			stack = stack[:left]
			continue
		case opDictVsindex:
			if err := at.choose(stack); err != nil {
				return nil, err
			}
		default:
			d[op] = stack
		}
		stack = nil
	}
	return d, nil
}

// offset is the operand of an operator as a place in the table; 0 if there is
// none.
func (d dict) offset(op int) int {
	if v := d[op]; len(v) == 1 && v[0] >= 0 && v[0] <= math.MaxInt32 {
		return int(v[0])
	}
	return 0
}

// shortNumber reads a number of one to three bytes, as DICTs and charstrings
// have them; its length is 0 if there is none.
func shortNumber(b []byte) (v float64, length int) {
	switch c := int(b[0]); {
	case c == 28 && len(b) >= 3:
		return float64(int16(unsigned(b[1:3]))), 3
	case c >= 32 && c <= 246:
		return float64(c - 139), 1
	case c >= 247 && c <= 250 && len(b) >= 2:
		return float64((c-247)<<8 + int(b[1]) + 108), 2
	case c >= 251 && c <= 254 && len(b) >= 2:
		return float64(-(c-251)<<8 - int(b[1]) - 108), 2
	}
	return 0, 0
}

// dictNumber reads a number of a DICT.
func dictNumber(b []byte) (v float64, length int) {
	switch {
	case b[0] == 29 && len(b) >= 5:
		return float64(int32(unsigned(b[1:5]))), 5
	case b[0] == 30:
		return dictReal(b)
	}
	return shortNumber(b)
}

// dictReal reads a real number, of which each half byte is a character.
func dictReal(b []byte) (v float64, length int) {
	const longest, end = 32, 15 // no real has more meaningful digits
	characters := [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "?", "-"}
	text := ""
	for i := 1; i < min(len(b), longest); i++ {
		for _, nibble := range [2]byte{b[i] >> 4, b[i] & 15} {
			if nibble == end {
				v, err := strconv.ParseFloat(text, 64)
				if err != nil {
					return 0, 0
				}
				return v, i + 1
			}
			text += characters[nibble]
		}
	}
	return 0, 0
}
