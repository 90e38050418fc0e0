package cff2

import "encoding/binary"

// Setting is what the rest of a font says of an instance.
type Setting struct {
	Name       string // PostScript name
	UnitsPerEm int
	Advances   []int // of each glyph, in units
	MaxSize    int   // of the program, in bytes
}

// Instance draws the glyphs at a place. It gives them as a CFF program of
// version 1, and the box around each; that of a glyph without points is empty.
func (f *Font) Instance(place Place, set Setting) (program []byte, boxes []Box, err error) {
	privates := make([]private, len(f.privates))
	for i := range privates {
		if privates[i], err = f.readPrivate(i, place); err != nil {
			return nil, nil, err
		}
	}
	var charstrings []byte
	ends := make([]int, f.charstrings.count)
	boxes = make([]Box, f.charstrings.count)
	in := &interpreter{blender: blender{place: place}, global: f.globalSubrs}
	for i := range ends {
		code, ok := f.charstrings.object(i)
		if !ok {
			return nil, nil, errDamaged
		}
		private := privates[f.fd(i)]
		in.local, in.depth, in.pen = private.subrs, 0, pen{encoder: in.pen.encoder}
		in.set(private.subtable)
		in.pen.begin(set.Advances[i])
		if err := in.run(code, 0); err != nil {
			return nil, nil, err
		}
		in.pen.single(opEndchar)
		if in.pen.bad {
			return nil, nil, errDamaged
		}
		boxes[i] = in.pen.box
		charstrings = append(charstrings, in.pen.code...)
		if ends[i] = len(charstrings); ends[i] > set.MaxSize {
			return nil, nil, errSize
		}
	}
	w := &writer{font: f, set: set, box: Around(boxes)}
	if program = w.write(privates, charstrings, ends); len(program) > set.MaxSize {
		return nil, nil, errSize
	}
	return program, boxes, nil
}

// Around is the box around others, of which those that are empty do not count.
func Around(boxes []Box) (all Box) {
	for _, b := range boxes {
		switch {
		case b == Box{}:
		case all == Box{}:
			all = b
		default:
			all = Box{min(all[0], b[0]), min(all[1], b[1]), max(all[2], b[2]), max(all[3], b[3])}
		}
	}
	return all
}

// writer writes a program of version 1.
type writer struct {
	font *Font
	set  Setting
	box  Box
}

// places are the offsets in the top DICT.
type places struct{ charset, fdSelect, charstrings, fdArray int }

func (w *writer) write(privates []private, charstrings []byte, ends []int) []byte {
	const adobe, identity = "Adobe", "Identity"
	out := []byte{1, 0, 4, 4} // version 1.0, a header of 4 bytes, offsets of 4 bytes
	out = appendIndex(out, []byte(w.set.Name), len(w.set.Name))
	topAt := len(out)
	top := w.top(places{})
	out = appendIndex(out, top, len(top))
	out = appendIndex(out, []byte(adobe+identity), len(adobe), len(adobe+identity))
	out = appendIndex(out, nil) // global subroutines

	var at places
	at.charset = len(out)
	out = appendCharset(out, len(ends))
	at.fdSelect = len(out)
	out = w.appendFDSelect(out)
	at.charstrings = len(out)
	out = appendIndex(out, charstrings, ends...)
	var dicts []byte
	var dictEnds []int
	for _, p := range privates {
		dicts = appendOffsets(dicts, opPrivate, len(p.written), len(out))
		dictEnds = append(dictEnds, len(dicts))
		out = append(out, p.written...)
	}
	at.fdArray = len(out)
	out = appendIndex(out, dicts, dictEnds...)

	top = w.top(at) // as long as before
	appendIndex(out[:topAt], top, len(top))
	return out
}

// top is the top DICT.
func (w *writer) top(at places) []byte {
	const adobe, identity = 391, 392 // the first two strings that are not standard ones
	var b []byte
	for _, v := range [...]int{adobe, identity, 0} {
		b = appendNumber(b, v)
	}
	b = appendOperator(b, opROS)
	b = appendOffsets(b, opCIDCount, w.font.charstrings.count)
	for _, v := range w.box {
		b = appendNumber(b, v)
	}
	b = appendOperator(b, opFontBBox)
	if w.set.UnitsPerEm != 1000 {
		scale := 1 / float64(w.set.UnitsPerEm)
		for _, v := range [...]float64{scale, 0, 0, scale, 0, 0} {
			b = appendReal(b, v)
		}
		b = appendOperator(b, opFontMatrix)
	}
	b = appendOffsets(b, opCharset, at.charset)
	b = appendOffsets(b, opFDSelect, at.fdSelect)
	b = appendOffsets(b, opCharStrings, at.charstrings)
	return appendOffsets(b, opFDArray, at.fdArray)
}

// appendOffsets writes an entry of a DICT whose operands are as long with the
// right numbers as without.
func appendOffsets(b []byte, op int, operands ...int) []byte {
	for _, v := range operands {
		b = binary.BigEndian.AppendUint32(append(b, 29), uint32(v))
	}
	return appendOperator(b, op)
}

// appendCharset gives glyph i the CID i (Adobe Technical Note 5176, 13).
func appendCharset(b []byte, count int) []byte {
	if count == 1 {
		return append(b, 0) // a list of all but glyph 0
	}
	const ranges = 2
	b = binary.BigEndian.AppendUint16(append(b, ranges), 1)
	return binary.BigEndian.AppendUint16(b, uint16(count-2))
}

// appendFDSelect writes which font dict each glyph has (Adobe Technical Note
// 5176, 19), as a list of the glyphs at which that changes.
func (w *writer) appendFDSelect(b []byte) []byte {
	const ranges = 3
	b = append(b, ranges, 0, 0)
	at, changes := len(b), 0
	for i := range w.font.charstrings.count {
		if fd := w.font.fd(i); i == 0 || fd != w.font.fd(i-1) {
			b = append(binary.BigEndian.AppendUint16(b, uint16(i)), byte(fd))
			changes++
		}
	}
	binary.BigEndian.PutUint16(b[at-2:], uint16(changes))
	return binary.BigEndian.AppendUint16(b, uint16(w.font.charstrings.count))
}
