package cff2

import (
	"encoding/binary"
	"math"
	"strconv"
)

// Limits of charstrings of version 1 (Adobe Technical Note 5177, appendix B).
const (
	maxCharstring = 65535
	maxOperands   = 48
	maxStems      = maxOperands - 2 // whole pairs, with room for the width
)

// encoder writes a charstring of version 1. Segments that one operator can draw
// wait for it together, as many as the stack of version 1 holds.
type encoder struct {
	code     []byte
	op       byte // that the operands wait for; 0 if there are none
	operands []int
	bad      bool // what was to be written has no place in a charstring
}

// begin starts a charstring with the advance width. A width of 0 is that which
// glyphs have by default.
func (e *encoder) begin(advance int) {
	e.code, e.op, e.operands, e.bad = e.code[:0], 0, e.operands[:0], false
	if advance != 0 {
		e.number(min(advance, math.MaxInt16))
	}
}

// add draws a segment by an operator that draws several, of which every second
// one is as turn has it.
func (e *encoder) add(op, turn byte, operands ...int) {
	drawn := len(e.operands) / len(operands)
	fits := e.op == op && (drawn%2 == 0 || op == turn) || e.op == turn && drawn%2 == 1
	if !fits || len(e.operands)+len(operands) > maxOperands {
		e.flush()
		e.op = op
	}
	e.operands = append(e.operands, operands...)
}

// flush writes the operands that wait.
func (e *encoder) flush() {
	if e.op == 0 {
		return
	}
	op := e.op
	e.op = 0
	e.single(int(op), e.operands...)
	e.operands = e.operands[:0]
}

// single writes an operator with its operands.
func (e *encoder) single(op int, operands ...int) {
	e.flush()
	for _, v := range operands {
		e.number(v)
	}
	e.code = appendOperator(e.code, op)
	e.bad = e.bad || len(e.code) > maxCharstring
}

func (e *encoder) mask(op byte, bits []byte) {
	e.single(int(op))
	e.code = append(e.code, bits...)
}

// number writes a number of 16 bits.
func (e *encoder) number(v int) {
	e.bad = e.bad || v != int(int16(v))
	e.code = appendNumber(e.code, v)
}

func appendOperator(b []byte, op int) []byte {
	if op > 0xFF {
		b = append(b, byte(op>>8))
	}
	return append(b, byte(op))
}

// appendNumber writes a number of 16 bits as both DICTs and charstrings have
// them.
func appendNumber(b []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(b, byte(v+139))
	case v >= 108 && v <= 1131:
		v -= 108
		return append(b, byte(247+v>>8), byte(v))
	case v >= -1131 && v <= -108:
		v = -v - 108
		return append(b, byte(251+v>>8), byte(v))
	}
	return binary.BigEndian.AppendUint16(append(b, 28), uint16(v))
}

// appendReal writes a number of a DICT, up to those of 16 bits, as an integer if
// it is one.
func appendReal(b []byte, v float64) []byte {
	if v == float64(int16(v)) {
		return appendNumber(b, int(v))
	}
	const point, minus, end = 10, 14, 15
	var nibbles []byte
	for _, c := range strconv.FormatFloat(v, 'f', -1, 64) {
		switch c {
		case '.':
			nibbles = append(nibbles, point)
		case '-':
			nibbles = append(nibbles, minus)
		default:
			nibbles = append(nibbles, byte(c-'0'))
		}
	}
	if nibbles = append(nibbles, end); len(nibbles)%2 != 0 {
		nibbles = append(nibbles, end)
	}
	b = append(b, 30)
	for i := 0; i < len(nibbles); i += 2 {
		b = append(b, nibbles[i]<<4|nibbles[i+1])
	}
	return b
}

// appendOffset writes a number of so many bytes.
func appendOffset(b []byte, v, size int) []byte {
	for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}

// appendIndex writes an INDEX of version 1, of objects that end at these places
// in data.
func appendIndex(b, data []byte, ends ...int) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(len(ends)))
	if len(ends) == 0 {
		return b
	}
	size := 1
	for len(data)+1 >= 1<<(8*size) {
		size++
	}
	b = appendOffset(append(b, byte(size)), 1, size)
	for _, end := range ends {
		b = appendOffset(b, end+1, size)
	}
	return append(b, data...)
}
