package cff2

import "math"

// hint is an entry of a Private DICT by which glyphs are fitted to pixels.
type hint struct {
	op     int
	most   int  // numbers that it may have in version 1
	deltas bool // each number counts from the one before it
	whole  bool // numbers are of whole units
}

// hints are the entries in the order they are written.
var hints = [...]hint{ // never written to
	{6, 14, true, true},                 // BlueValues
	{7, 10, true, true},                 // OtherBlues
	{8, 14, true, true},                 // FamilyBlues
	{9, 10, true, true},                 // FamilyOtherBlues
	{opEscape<<8 | 9, 1, false, false},  // BlueScale
	{opEscape<<8 | 10, 1, false, false}, // BlueShift
	{opEscape<<8 | 11, 1, false, false}, // BlueFuzz
	{10, 1, false, true},                // StdHW
	{11, 1, false, true},                // StdVW
	{opEscape<<8 | 12, 12, true, true},  // StemSnapH
	{opEscape<<8 | 13, 12, true, true},  // StemSnapV
	{opEscape<<8 | 17, 1, false, true},  // LanguageGroup
	{opEscape<<8 | 18, 1, false, false}, // ExpansionFactor
}

// append writes the entry; nothing where the numbers are not what it may have.
func (h hint) append(b []byte, v []float64) []byte {
	if len(v) == 0 || len(v) > h.most {
		return b
	}
	start := len(b)
	sum, written := 0.0, 0
	for _, d := range v {
		if sum += d; !(max(math.Abs(d), math.Abs(sum)) < math.MaxInt16) {
			return b[:start]
		}
		const parts = 1e8 // as fine as tools write BlueScale
		switch {
		case h.deltas:
			b = appendNumber(b, round(sum)-written)
			written = round(sum)
		case h.whole:
			b = appendNumber(b, round(d))
		default:
			b = appendReal(b, math.Round(d*parts)/parts)
		}
	}
	return appendOperator(b, h.op)
}

// private is a Private DICT at the place of an instance.
type private struct {
	written  []byte // of version 1
	subrs    index
	subtable int // of the variation store, for charstrings that choose none
}

func (f *Font) readPrivate(fd int, place Place) (p private, err error) {
	start, end := f.privates[fd][0], f.privates[fd][1]
	at := &blender{place: place}
	dict, err := readDict(f.data[start:end], at)
	if err != nil {
		return p, err
	}
	p.subtable = at.subtable
	for _, h := range hints {
		p.written = h.append(p.written, dict[h.op])
	}
	for _, op := range [...]int{opDefaultWidthX, opNominalWidthX} {
		p.written = appendOperator(appendNumber(p.written, 0), op)
	}
	if subrs := dict.offset(opSubrs); subrs > 0 {
		ok := false
		if p.subrs, ok = readIndex(f.data, start+subrs); !ok {
			return p, errDamaged
		}
	}
	return p, nil
}
