// Package sfnt takes fonts out of the files that they come in: plain OpenType
// and TrueType files, collections (.ttc, .otc) and web fonts (WOFF, WOFF2).
//
// Start with [Open], which takes the bytes of any of them, and [Font.Bytes],
// which gives the font as a plain file (ISO/IEC 14496-22, 4.5). Nothing is said
// here about what the tables hold, but for [Font.Names] and [Font.Style].
//
// Files are hostile: no font takes more than [MaxSize] once it is unpacked.
// Errors are worded so that the name of the file can stand before them: "is
// cut off".
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
)

// MaxSize is the most that a font may take out of its container, in bytes.
const MaxSize = 32 << 20

// maxTables is how many tables a font may have; some fifty are registered.
const maxTables = 128

// Kinds of outlines, by the first four bytes of a plain file.
const (
	TrueType = 0x00010000
	CFF      = 0x4F54544F // "OTTO"
	apple    = 0x74727565 // "true", TrueType outlines too
)

var (
	errNoFont = errors.New("is no font file")
	errCut    = errors.New("is cut off")
	errSize   = fmt.Errorf("takes more than %d MB when it is unpacked", MaxSize>>20)
)

// Font is a font as tables by tag, which share memory with the file and must
// not be written to.
type Font struct {
	Flavor uint32 // TrueType or CFF
	Tables map[string][]byte

	plain []byte // the file, if it is a plain one
}

// Open reads a font file. In a collection, face chooses the font: its PostScript
// name or its full name; "" is the first. Other files hold one font, which then
// must have that name if face is not empty.
func Open(data []byte, face string) (*Font, error) {
	if len(data) < headerSize {
		return nil, errNoFont
	}
	var fonts []*Font
	var err error
	switch string(data[:4]) {
	case "ttcf":
		fonts, err = readCollection(data)
	case "wOFF":
		fonts, err = readWOFF(data)
	case "wOF2":
		fonts, err = readWOFF2(data)
	default:
		var f *Font
		f, err = readTables(data, 0)
		if err == nil {
			f.plain = data
		}
		fonts = []*Font{f}
	}
	if err != nil {
		return nil, err
	}
	if face == "" {
		return fonts[0], nil
	}
	return choose(fonts, face)
}

const (
	headerSize = 12
	recordSize = 16
)

// readTables reads the table directory at an offset of a file.
func readTables(data []byte, at int) (*Font, error) {
	if at < 0 || at > len(data)-headerSize {
		return nil, errCut
	}
	f := &Font{Flavor: binary.BigEndian.Uint32(data[at:]), Tables: map[string][]byte{}}
	switch f.Flavor {
	case TrueType, CFF:
	case apple:
		f.Flavor = TrueType
	default:
		if signature := string(data[at : at+4]); signature == "typ1" || signature[:2] == "%!" || signature[:2] == "\x80\x01" {
			return nil, errors.New("is a PostScript Type 1 font")
		}
		return nil, errNoFont
	}
	count := int(binary.BigEndian.Uint16(data[at+4:]))
	if count > maxTables {
		return nil, fmt.Errorf("has more than %d tables", maxTables)
	}
	total := 0
	for i := range count {
		start := at + headerSize + i*recordSize
		if start+recordSize > len(data) {
			return nil, errCut
		}
		record := data[start : start+recordSize]
		offset, size := uint64(binary.BigEndian.Uint32(record[8:])), uint64(binary.BigEndian.Uint32(record[12:]))
		if offset+size > uint64(len(data)) {
			return nil, errCut
		}
		if total += int(size); total > MaxSize {
			return nil, errSize
		}
		f.Tables[string(record[:4])] = data[offset : offset+size : offset+size]
	}
	return f, nil
}

// maxFonts is how many fonts a collection may hold.
const maxFonts = 256

// readCollection reads the fonts of a collection, which may share tables.
func readCollection(data []byte) ([]*Font, error) {
	count := int(binary.BigEndian.Uint32(data[8:]))
	if count == 0 || count > maxFonts {
		return nil, fmt.Errorf("is a collection of %d fonts, where 1 to %d are allowed", count, maxFonts)
	}
	fonts := make([]*Font, count)
	for i := range fonts {
		at := headerSize + 4*i
		if at+4 > len(data) {
			return nil, errCut
		}
		var err error
		if fonts[i], err = readTables(data, int(binary.BigEndian.Uint32(data[at:]))); err != nil {
			return nil, err
		}
	}
	return fonts, nil
}

// choose finds a font by its name.
func choose(fonts []*Font, face string) (*Font, error) {
	var names []string
	for _, f := range fonts {
		n := f.Names()
		if face == n.PostScript || face == n.Full {
			return f, nil
		}
		names = append(names, n.PostScript)
	}
	return nil, &FaceError{Face: face, Names: names}
}

// FaceError says that a file does not hold a font of a name.
type FaceError struct {
	Face  string
	Names []string // the PostScript names that it holds
}

func (e *FaceError) Error() string { return fmt.Sprintf("holds no font %q", e.Face) }

// Bytes gives the font as a plain file: the file itself if it was one,
// otherwise a new one with its tables in the order of their tags.
func (f *Font) Bytes() []byte {
	if f.plain != nil {
		return f.plain
	}
	tags := slices.Sorted(maps.Keys(f.Tables))
	size := headerSize + recordSize*len(tags)
	for _, tag := range tags {
		size += (len(f.Tables[tag]) + 3) &^ 3
	}
	u16, u32 := binary.BigEndian.AppendUint16, binary.BigEndian.AppendUint32
	out := make([]byte, 0, size)
	out = u16(u32(out, f.Flavor), uint16(len(tags)))
	largest := max(bits.Len(uint(len(tags))), 1) - 1 // power of two, as the binary search of old wants it
	out = u16(u16(u16(out, uint16(recordSize<<largest)), uint16(largest)), uint16(recordSize*(len(tags)-1<<largest)))
	at := headerSize + recordSize*len(tags)
	for _, tag := range tags {
		t := f.Tables[tag]
		out = u32(u32(u32(append(out, tag...), checksum(tag, t)), uint32(at)), uint32(len(t)))
		at += (len(t) + 3) &^ 3
	}
	head := -1
	for _, tag := range tags {
		if tag == "head" && len(f.Tables[tag]) >= adjustment+4 {
			head = len(out)
		}
		out = append(out, f.Tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	if head >= 0 {
		binary.BigEndian.PutUint32(out[head+adjustment:], 0)
		binary.BigEndian.PutUint32(out[head+adjustment:], 0xB1B0AFBA-sum(out))
	}
	return out
}

// adjustment is where head holds the checksum of the whole file.
const adjustment = 8

// checksum is that of a table; head counts without the adjustment.
func checksum(tag string, t []byte) uint32 {
	s := sum(t)
	if tag == "head" && len(t) >= adjustment+4 {
		s -= binary.BigEndian.Uint32(t[adjustment:])
	}
	return s
}

// sum adds up the words of a table, filled up with zeros.
func sum(t []byte) uint32 {
	var s uint32
	for ; len(t) >= 4; t = t[4:] {
		s += binary.BigEndian.Uint32(t)
	}
	var rest [4]byte
	copy(rest[:], t)
	return s + binary.BigEndian.Uint32(rest[:])
}
