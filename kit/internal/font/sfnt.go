package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// tableRange is the place of a table in the file.
type tableRange struct{ offset, length int }

// directory is the table directory of an sfnt file, by tag.
type directory map[string]tableRange

const (
	headerSize = 12
	recordSize = 16
)

// readDirectory reads the table directory (ISO/IEC 14496-22, 4.5) and checks
// that every table lies within the file.
func readDirectory(data []byte) (directory, error) {
	if len(data) < headerSize {
		return nil, errors.New("not a font file: too short")
	}
	switch signature := string(data[:4]); signature {
	case "\x00\x01\x00\x00", "true", "OTTO":
	case "ttcf":
		return nil, errors.New("this is a font collection (.ttc); extract the one font that is wanted as a file of its own (.ttf or .otf)")
	case "wOFF":
		return nil, errors.New("this is a web font (WOFF); use the file (.ttf or .otf) that it was made from")
	case "wOF2":
		return nil, errors.New("this is a web font (WOFF2); use the file (.ttf or .otf) that it was made from")
	case "typ1":
		return nil, errors.New("this is a PostScript Type 1 font; use an OpenType version of the font (.otf or .ttf)")
	default:
		if signature[:2] == "%!" || signature[:2] == "\x80\x01" {
			return nil, errors.New("this is a PostScript Type 1 font; use an OpenType version of the font (.otf or .ttf)")
		}
		return nil, errors.New("not a font file; a TrueType or OpenType file (.ttf or .otf) is needed")
	}
	n := int(be16(data, 4))
	if headerSize+n*recordSize > len(data) {
		return nil, errors.New("damaged font file: table directory is cut off")
	}
	tables := make(directory, n)
	for i := range n {
		record := data[headerSize+i*recordSize:]
		tag := string(record[:4])
		offset, length := int64(be32(record, 8)), int64(be32(record, 12))
		if offset+length > int64(len(data)) {
			return nil, fmt.Errorf("damaged font file: table %q runs past the end of the file", tag)
		}
		if _, twice := tables[tag]; twice {
			return nil, fmt.Errorf("damaged font file: table %q occurs twice", tag)
		}
		tables[tag] = tableRange{int(offset), int(length)}
	}
	return tables, nil
}

// hasCFF tells whether the outlines to use are those of the table CFF. Where a
// file has both kinds, its signature says which it is meant to be.
func (d directory) hasCFF(data []byte) bool {
	if _, ok := d["CFF "]; !ok {
		return false
	}
	_, hasGlyf := d["glyf"]
	return !hasGlyf || string(data[:4]) == "OTTO"
}

// missingTable explains the absence of a required table.
func missingTable(tables directory, tag string) error {
	has := func(tag string) bool { _, ok := tables[tag]; return ok }
	if tag == "glyf" || tag == "loca" {
		switch {
		case has("CFF2"):
			return errors.New("this is a variable font with CFF2 outlines; use a static version of the font (.otf or .ttf)")
		case has("CBDT") || has("EBDT") || has("sbix"):
			return errors.New("this font has bitmaps only; use a font with outlines (.ttf or .otf)")
		}
	}
	return fmt.Errorf("damaged font file: table %q is missing", tag)
}

// be16 and be32 read big-endian numbers; 0 past the end, so that readers of
// optional fields need no length checks.
func be16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func be32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}

func int16At(b []byte, at int) int { return int(int16(be16(b, at))) }
