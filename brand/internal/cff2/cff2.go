// Package cff2 reads the PostScript outlines of a variable font, as the table
// CFF2 holds them (ISO/IEC 14496-22), and writes those of one instance as a
// program in the Compact Font Format, version 1 (Adobe Technical Note 5176),
// which static fonts have in their table CFF.
//
// Start with [Parse], then [Font.Instance]. Where the instance lies is not known
// here: the caller reads the variation store and says how much each of its
// regions counts.
//
// The program is CID-keyed, whatever the names of its glyphs, with glyph i as CID
// i. Charstrings are written anew: deltas are blended, subroutines are put in
// place of their calls, and points are rounded where they stand, so that what is
// lost of one does not move those after it. Hints follow the instance.
//
// Fonts are hostile: work and size are bounded. Errors are worded so that the
// name of the file can stand before them.
package cff2

import (
	"encoding/binary"
	"errors"
	"fmt"
)

var (
	errDamaged = errors.New("has damaged outlines (CFF2)")
	errDicts   = fmt.Errorf("has more than %d groups of outlines (CFF2)", maxFontDicts)
	errSize    = errors.New("has outlines that take too much space (CFF2)")
)

// maxFontDicts is how many font dicts FDSelect of version 1 can tell apart.
const maxFontDicts = 256

// Font is a table CFF2. Charstrings and Private DICTs are looked into when an
// instance is taken.
type Font struct {
	data        []byte
	charstrings index
	globalSubrs index
	privates    [][2]int // where the Private DICT of each font dict starts and ends
	fds         []byte   // the font dict of each glyph; nil for a single one
	store       int      // where the variation store is; 0 for none
}

// Parse reads the table of a font that has so many glyphs. The data must not be
// written to afterwards.
func Parse(data []byte, numGlyphs int) (*Font, error) {
	const major, headerSize, topLength, header = 0, 2, 3, 5
	if len(data) < header || data[major] != 2 {
		return nil, errDamaged
	}
	top := int(data[headerSize])
	topEnd := top + int(binary.BigEndian.Uint16(data[topLength:]))
	if top < header || topEnd > len(data) {
		return nil, errDamaged
	}
	dict, err := readDict(data[top:topEnd], nil)
	if err != nil {
		return nil, err
	}
	f := &Font{data: data, store: dict.offset(opVstore)}
	ok := false
	if f.globalSubrs, ok = readIndex(data, topEnd); !ok {
		return nil, errDamaged
	}
	if f.charstrings, ok = readIndex(data, dict.offset(opCharStrings)); !ok || f.charstrings.count != numGlyphs || numGlyphs == 0 {
		return nil, errDamaged
	}
	return f, f.readFontDicts(dict)
}

// readFontDicts reads FDArray, and FDSelect if there is more than one font dict.
func (f *Font) readFontDicts(top dict) error {
	array, ok := readIndex(f.data, top.offset(opFDArray))
	switch {
	case !ok || array.count == 0:
		return errDamaged
	case array.count > maxFontDicts:
		return errDicts
	}
	for i := range array.count {
		object, ok := array.object(i)
		if !ok {
			return errDamaged
		}
		dict, err := readDict(object, nil)
		if err != nil {
			return err
		}
		var private [2]int // empty, if there is none
		if v := dict[opPrivate]; len(v) == 2 {
			size, at := v[0], v[1]
			if !(size >= 0 && at >= 0 && at+size <= float64(len(f.data))) {
				return errDamaged
			}
			private = [2]int{int(at), int(at) + int(size)}
		}
		f.privates = append(f.privates, private)
	}
	if array.count > 1 {
		return f.readFDSelect(top.offset(opFDSelect))
	}
	return nil
}

// readFDSelect expands the table that gives each glyph its font dict: a list
// (format 0), or ranges in numbers of 16 bits (3) or 32 (4).
func (f *Font) readFDSelect(at int) error {
	if at <= 0 || at >= len(f.data) {
		return errDamaged
	}
	format, t, count := f.data[at], f.data[at+1:], f.charstrings.count
	if format == 0 {
		if count > len(t) {
			return errDamaged
		}
		f.fds = t[:count]
	} else {
		size := map[byte]int{3: 2, 4: 4}[format] // of a number; that of a font dict has half as many bytes
		if size == 0 || len(t) < size {
			return errDamaged
		}
		ranges, t := unsigned(t[:size]), t[size:]
		record := size + size/2
		if ranges > len(t)/record || ranges*record+size > len(t) {
			return errDamaged
		}
		f.fds = make([]byte, 0, count)
		for ; ranges > 0; ranges-- {
			first, fd, end := unsigned(t[:size]), unsigned(t[size:record]), unsigned(t[record:record+size])
			if first != len(f.fds) || end < first || end > count || fd >= len(f.privates) {
				return errDamaged
			}
			for range end - first {
				f.fds = append(f.fds, byte(fd))
			}
			t = t[record:]
		}
	}
	if len(f.fds) != count {
		return errDamaged
	}
	for _, fd := range f.fds {
		if int(fd) >= len(f.privates) {
			return errDamaged
		}
	}
	return nil
}

// fd is the font dict of a glyph.
func (f *Font) fd(glyph int) int {
	if f.fds == nil {
		return 0
	}
	return int(f.fds[glyph])
}

// Store is the item variation store; nil if the outlines do not vary.
func (f *Font) Store() []byte {
	const length = 2 // which stands before the store
	if f.store == 0 || f.store+length > len(f.data) {
		return nil
	}
	return f.data[f.store+length:]
}
