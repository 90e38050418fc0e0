package sfnt

import (
	"encoding/binary"
	"fmt"
	"io"
)

// maxHead is the most that is read of a table that describes a font, in bytes.
const maxHead = 1 << 20

// ReadHeads reads of a plain file or a collection no more than the tables that
// describe its fonts: names, style and axes.
func ReadHeads(r io.ReaderAt, size int64) ([]*Font, error) {
	read := func(at, n int64) ([]byte, error) {
		if at < 0 || n > maxHead || at+n > size {
			return nil, errCut
		}
		b := make([]byte, n)
		if _, err := r.ReadAt(b, at); err != nil {
			return nil, fmt.Errorf("cannot be read: %w", err)
		}
		return b, nil
	}
	start, err := read(0, headerSize)
	if err != nil {
		return nil, err
	}
	places := []byte{0, 0, 0, 0}
	if string(start[:4]) == "ttcf" {
		count := binary.BigEndian.Uint32(start[8:])
		if count == 0 || count > maxFonts {
			return nil, errNoFont
		}
		if places, err = read(headerSize, 4*int64(count)); err != nil {
			return nil, err
		}
	}
	var fonts []*Font
	for ; len(places) > 0; places = places[4:] {
		at := int64(binary.BigEndian.Uint32(places))
		header, err := read(at, headerSize)
		if err != nil {
			return nil, err
		}
		f := &Font{Flavor: binary.BigEndian.Uint32(header), Tables: map[string][]byte{}}
		if err := f.checkFlavor(); err != nil {
			return nil, err
		}
		count := min(int64(binary.BigEndian.Uint16(header[4:])), maxTables)
		records, err := read(at+headerSize, count*recordSize)
		if err != nil {
			return nil, err
		}
		for ; len(records) > 0; records = records[recordSize:] {
			switch tag := string(records[:4]); tag {
			case "name", "OS/2", "head", "fvar":
				offset, size := binary.BigEndian.Uint32(records[8:]), binary.BigEndian.Uint32(records[12:])
				if f.Tables[tag], err = read(int64(offset), int64(size)); err != nil {
					return nil, err
				}
			}
		}
		fonts = append(fonts, f)
	}
	return fonts, nil
}
