package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// readCmap reads the character map, and makes sure that the library can load
// the tables that no font may lack.
func (f *Font) readCmap() (cmap gotextfont.Cmap, err error) {
	defer func() {
		if recover() != nil {
			cmap, err = nil, errors.New("damaged font file: table cmap points out of itself")
		}
	}()
	data := f.Table("cmap")
	var table tables.Cmap
	for _, used := range usedEncodings(data) {
		r, _, err := tables.ParseEncodingRecord(data[used.at:], data)
		if err != nil {
			return nil, fmt.Errorf("damaged font file: %w", err)
		}
		table.Records = append(table.Records, r)
	}
	os2, _, _ := tables.ParseOs2(f.Table("OS/2")) // optional
	if cmap, _, err = gotextfont.ProcessCmap(table, os2.FontPage()); err != nil {
		return nil, fmt.Errorf("damaged font file: %w", err)
	}
	if cmap == nil {
		return nil, errors.New("font file has no usable character map")
	}
	if _, _, err := tables.ParseHead(f.Table("head")); err != nil {
		return nil, fmt.Errorf("damaged font file: %w", err)
	}
	if _, _, err := tables.ParseMaxp(f.Table("maxp")); err != nil {
		return nil, fmt.Errorf("damaged font file: %w", err)
	}
	return cmap, nil
}

// encoding names a subtable of cmap by platform and encoding.
type encoding struct{ platform, encoding uint16 }

// What the glyphs of variation selectors stand under, and those of symbol fonts.
var variations, symbols = encoding{0, 5}, encoding{3, 0}

// An encodingRecord says where a subtable of cmap is.
type encodingRecord struct {
	encoding
	at     int // of the record in the table
	offset int // of the subtable
}

const encodingLength = 8 // of a record

// encodings lists the records of a table cmap.
func encodings(cmap []byte) (list []encodingRecord) {
	for i := range int(be16(cmap, 2)) {
		at := 4 + encodingLength*i
		list = append(list, encodingRecord{encoding{be16(cmap, at), be16(cmap, at+2)}, at, int(be32(cmap, at+4))})
	}
	return list
}

// usedEncodings lists the records that the library needs: that of the subtable which
// it would look characters up in, and those of variations. Most fonts say the same in
// two to four subtables, and each takes as long to read as the others. Where it is not
// certain which one the library would take, these are all.
func usedEncodings(cmap []byte) (used []encodingRecord) {
	const full, firstPlane = 12, 4 // formats
	all := encodings(cmap)
	for _, e := range [...]encoding{{3, 10}, {0, 6}, {0, 4}, {3, 1}} { // as it prefers them
		found := 0
		for _, r := range all {
			if r.encoding == e {
				used, found = append(used, r), found+1
			}
		}
		if found == 0 {
			continue
		}
		if format := be16(cmap, used[0].offset); found > 1 || format != full && format != firstPlane {
			return all
		}
		break
	}
	for _, r := range all {
		switch r.encoding {
		case symbols:
			return all
		case variations:
			used = append(used, r)
		}
	}
	if len(used) == 0 || used[0].encoding == variations {
		return all
	}
	return used
}

// variationsOnly is a table cmap with nothing in it but variations, for the library,
// which is given the characters as they were read.
func (f *Font) variationsOnly() []byte {
	cmap := f.Table("cmap")
	records := slices.DeleteFunc(encodings(cmap), func(r encodingRecord) bool { return r.encoding != variations })
	// A subtable of format 4 whose one segment is that which ends all of them.
	characters := shorts(4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0)
	at := 4 + encodingLength*(len(records)+1)
	out := shorts(0, uint16(len(records)+1))
	for _, r := range records {
		out = append(out, shorts(r.platform, r.encoding.encoding)...)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(characters)+r.offset))
	}
	out = append(out, shorts(3, 1)...)
	out = binary.BigEndian.AppendUint32(out, uint32(at))
	out = append(out, characters...)
	if len(records) > 0 {
		out = append(out, cmap...)
	}
	return out
}
