package brand

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// program is what a font file says of itself.
type program struct {
	weight     int // usWeightClass of OS/2
	italic     bool
	variable   bool
	restricted bool // fsType of OS/2 forbids embedding
}

// readProgram reads the tables of an sfnt file (ISO/IEC 14496-22) that say how
// the font is used. It takes TrueType outlines alone, as the writers do.
func readProgram(data []byte) (program, error) {
	tables, err := readTables(data)
	if err != nil {
		return program{}, err
	}
	for _, tag := range [...]string{"glyf", "head", "cmap"} {
		if len(tables[tag]) == 0 {
			return program{}, fmt.Errorf("has no table %q", tag)
		}
	}
	p := program{weight: 400}
	_, p.variable = tables["fvar"]
	const macStyle, boldBit, italicBit = 44, 1 << 0, 1 << 1 // of head
	if head := tables["head"]; len(head) >= macStyle+2 {
		style := binary.BigEndian.Uint16(head[macStyle:])
		p.italic = style&italicBit != 0
		if style&boldBit != 0 {
			p.weight = 700
		}
	}
	const usWeightClass, fsType, fsSelection, selectionEnd = 4, 8, 62, 64 // of OS/2
	if os2 := tables["OS/2"]; len(os2) >= selectionEnd {
		p.weight = int(binary.BigEndian.Uint16(os2[usWeightClass:]))
		p.restricted = binary.BigEndian.Uint16(os2[fsType:])&0xF == 2
		const italic, oblique = 1 << 0, 1 << 9
		p.italic = binary.BigEndian.Uint16(os2[fsSelection:])&(italic|oblique) != 0
	}
	p.weight = min(max((p.weight+50)/100*100, 100), 900)
	return p, nil
}

func readTables(data []byte) (map[string][]byte, error) {
	const headerSize, recordSize = 12, 16
	if len(data) < headerSize {
		return nil, errors.New("is no font file")
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, errors.New("has PostScript outlines (CFF), where TrueType outlines are needed")
	case "wOFF", "wOF2":
		return nil, errors.New("is a web font (WOFF), where a .ttf file is needed")
	case "ttcf":
		return nil, errors.New("is a collection of fonts, where a single .ttf file is needed")
	default:
		return nil, errors.New("is no font file")
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := headerSize + i*recordSize
		if at+recordSize > len(data) {
			return nil, errors.New("is cut off")
		}
		record := data[at : at+recordSize]
		start, size := uint64(binary.BigEndian.Uint32(record[8:])), uint64(binary.BigEndian.Uint32(record[12:]))
		if start+size > uint64(len(data)) {
			return nil, errors.New("is cut off")
		}
		tables[string(record[:4])] = data[start : start+size]
	}
	return tables, nil
}
