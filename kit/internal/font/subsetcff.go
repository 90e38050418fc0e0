package font

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
)

// subsetCFF returns a bare CFF font program (Adobe Technical Note 5176) in which
// gids[i] is glyph i and has CID i. It is CID-keyed whatever the source is, with
// the character collection Adobe-Identity-0. Its advances are those of hmtx,
// from which the rest of a document takes them, and its charstrings call no
// subroutines.
func (f *Font) subsetCFF(gids []uint16) ([]byte, error) {
	if len(gids) > maxSubsetGlyphs {
		return nil, fmt.Errorf("more than %d glyphs", maxSubsetGlyphs)
	}
	fds, of := f.usedFontDicts(gids)
	charstrings, err := f.charstrings(gids)
	if err != nil {
		return nil, err
	}

	out := []byte{1, 0, 4, 4} // version 1.0, a header of 4 bytes, offsets of 4 bytes
	out = appendIndex(out, []byte(f.PostScriptName()))
	topStart := len(out)
	top := f.topDict(len(gids), cffPlaces{})
	out = appendIndex(out, top)
	topEnd := len(out)
	out = appendIndex(out, []byte("Adobe"), []byte("Identity"))
	out = appendIndex(out) // global subroutines

	var places cffPlaces
	places.charset = len(out)
	out = appendCharset(out, len(gids))
	places.fdSelect = len(out)
	out = appendFDSelect(out, of)
	places.charstrings = len(out)
	out = charstrings.append(out)
	dicts := make([][]byte, len(fds))
	for i, fd := range fds {
		private := f.cff.fds[fd].private()
		dicts[i] = appendEntry(nil, opPrivate, len(private), len(out))
		out = append(out, private...)
	}
	places.fdArray = len(out)
	out = appendIndex(out, dicts...)

	// The top DICT is as long with the right offsets as without.
	if end := appendIndex(out[:topStart], f.topDict(len(gids), places)); len(end) != topEnd {
		panic("font: a top DICT changed its length")
	}
	return out, nil
}

// cffPlaces are the offsets in the top DICT.
type cffPlaces struct{ charset, fdSelect, charstrings, fdArray int }

func (f *Font) topDict(numGlyphs int, at cffPlaces) []byte {
	const adobe, identity = 391, 392 // the first two strings that are not standard ones
	b := appendEntry(nil, opROS, adobe, identity, 0)
	b = appendEntry(b, opCIDCount, numGlyphs)
	b = appendEntry(b, opFontBBox, f.metrics.bbox[:]...)
	if f.metrics.unitsPerEm != 1000 {
		scale := appendReal(nil, 1/float64(f.metrics.unitsPerEm))
		b = append(b, scale...)
		b = append(b, 139, 139) // zeros
		b = append(b, scale...)
		b = append(b, 139, 139)
		b = appendOperator(b, opFontMatrix)
	}
	b = appendEntry(b, opCharset, at.charset)
	b = appendEntry(b, opFDSelect, at.fdSelect)
	b = appendEntry(b, opCharStrings, at.charstrings)
	return appendEntry(b, opFDArray, at.fdArray)
}

// usedFontDicts lists the font dicts of some glyphs, and which of them each
// glyph has.
func (f *Font) usedFontDicts(gids []uint16) (fds []int, of []byte) {
	index := map[int]byte{}
	of = make([]byte, len(gids))
	for i, g := range gids {
		if int(g) >= f.metrics.numGlyphs {
			continue // refused soon
		}
		fd := f.cff.fd(g)
		n, seen := index[fd]
		if !seen {
			n = byte(len(fds))
			index[fd] = n
			fds = append(fds, fd)
		}
		of[i] = n
	}
	return fds, of
}

// private is the Private DICT without subroutines.
func (d *fontDict) private() []byte {
	b := append([]byte(nil), d.hints...)
	standard, nominal := d.widths()
	b = appendEntry(b, opDefaultWidthX, standard)
	return appendEntry(b, opNominalWidthX, nominal)
}

// widths are the advance of glyphs that do not say theirs, and what is to be
// added to those that glyphs do say.
func (d *fontDict) widths() (standard, nominal int) {
	whole := func(v float64) int {
		if v != math.Trunc(v) || math.Abs(v) > math.MaxInt16 {
			return 0
		}
		return int(v)
	}
	return whole(d.defaultWidthX), whole(d.nominalWidth)
}

// charstringList is the data of an INDEX in the making.
type charstringList struct {
	ends []int
	data []byte
}

func (f *Font) charstrings(gids []uint16) (list charstringList, err error) {
	s := newFlattener(f.cff)
	list.ends = make([]int, 0, len(gids))
	for _, g := range gids {
		if int(g) >= f.metrics.numGlyphs {
			return list, fmt.Errorf("there is no glyph %d", g)
		}
		code, err := s.flatten(g)
		if err != nil {
			return list, fmt.Errorf("glyph %d: %w", g, err)
		}
		standard, nominal := f.cff.fds[f.cff.fd(g)].widths()
		if advance := f.Advance(g); advance != standard {
			if advance-nominal > math.MaxInt16 {
				return list, fmt.Errorf("glyph %d: an advance of %d units is too large", g, advance)
			}
			list.data = appendNumber(list.data, advance-nominal)
		}
		list.data = append(list.data, code...)
		if len(list.data) > MaxFileSize {
			return list, fmt.Errorf("outlines of more than %d bytes", MaxFileSize)
		}
		list.ends = append(list.ends, len(list.data))
	}
	return list, nil
}

// append writes the INDEX.
func (l charstringList) append(b []byte) []byte {
	b = appendIndexHeader(b, len(l.ends), len(l.data))
	size := offsetSize(len(l.data))
	for _, end := range l.ends {
		b = appendOffset(b, end+1, size)
	}
	return append(b, l.data...)
}

func appendIndex(b []byte, objects ...[]byte) []byte {
	total := 0
	for _, o := range objects {
		total += len(o)
	}
	b = appendIndexHeader(b, len(objects), total)
	end := 0
	for _, o := range objects {
		end += len(o)
		b = appendOffset(b, end+1, offsetSize(total))
	}
	for _, o := range objects {
		b = append(b, o...)
	}
	return b
}

// appendIndexHeader writes an INDEX (Adobe Technical Note 5176, 5) up to the
// first offset, or all of it if it has no objects.
func appendIndexHeader(b []byte, count, total int) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(count))
	if count == 0 {
		return b
	}
	size := offsetSize(total)
	return appendOffset(append(b, byte(size)), 1, size)
}

// offsetSize is how many bytes an offset behind so much data takes.
func offsetSize(total int) int {
	size := 1
	for total+1 >= 1<<(8*size) {
		size++
	}
	return size
}

func appendOffset(b []byte, v, size int) []byte {
	for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}

// appendCharset gives glyph i the CID i (Adobe Technical Note 5176, 13).
func appendCharset(b []byte, numGlyphs int) []byte {
	if numGlyphs == 1 {
		return append(b, 0) // a list of all but glyph 0
	}
	const ranges = 2
	b = binary.BigEndian.AppendUint16(append(b, ranges), 1)
	return binary.BigEndian.AppendUint16(b, uint16(numGlyphs-2))
}

// appendFDSelect writes which font dict each glyph has (Adobe Technical Note
// 5176, 19), as a list of the glyphs at which that changes.
func appendFDSelect(b []byte, of []byte) []byte {
	const ranges = 3
	b = append(b, ranges, 0, 0)
	count, at := 0, len(b)
	for i, fd := range of {
		if i == 0 || fd != of[i-1] {
			b = append(binary.BigEndian.AppendUint16(b, uint16(i)), fd)
			count++
		}
	}
	binary.BigEndian.PutUint16(b[at-2:], uint16(count))
	return binary.BigEndian.AppendUint16(b, uint16(len(of)))
}

// appendEntry writes an entry of a DICT. Operands that may need 32 bits are
// written as such, so that offsets can be filled in later.
func appendEntry(b []byte, op int, operands ...int) []byte {
	for _, v := range operands {
		switch op {
		case opCharset, opFDSelect, opCharStrings, opFDArray, opPrivate, opCIDCount:
			b = binary.BigEndian.AppendUint32(append(b, 29), uint32(v))
		default:
			b = appendNumber(b, v)
		}
	}
	return appendOperator(b, op)
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

// appendReal writes a real number of a DICT, two characters to the byte.
func appendReal(b []byte, v float64) []byte {
	var nibbles []byte
	for _, c := range strconv.FormatFloat(v, 'f', -1, 64) {
		if c == '.' {
			nibbles = append(nibbles, 10)
		} else {
			nibbles = append(nibbles, byte(c-'0'))
		}
	}
	nibbles = append(nibbles, 15)
	if len(nibbles)%2 != 0 {
		nibbles = append(nibbles, 15)
	}
	b = append(b, 30)
	for i := 0; i < len(nibbles); i += 2 {
		b = append(b, nibbles[i]<<4|nibbles[i+1])
	}
	return b
}
