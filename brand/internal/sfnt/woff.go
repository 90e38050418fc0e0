package sfnt

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
)

// readWOFF reads a web font of the first version (WOFF File Format 1.0, W3C):
// tables that are compressed one by one with zlib.
func readWOFF(data []byte) ([]*Font, error) {
	const header, record = 44, 20
	if len(data) < header {
		return nil, errCut
	}
	f := &Font{Flavor: binary.BigEndian.Uint32(data[4:]), Tables: map[string][]byte{}}
	if err := f.checkFlavor(); err != nil {
		return nil, err
	}
	count := int(binary.BigEndian.Uint16(data[12:]))
	if count > maxTables {
		return nil, fmt.Errorf("has more than %d tables", maxTables)
	}
	total := 0
	for i := range count {
		at := header + i*record
		if at+record > len(data) {
			return nil, errCut
		}
		r := data[at : at+record]
		offset, packed := uint64(binary.BigEndian.Uint32(r[4:])), uint64(binary.BigEndian.Uint32(r[8:]))
		size := uint64(binary.BigEndian.Uint32(r[12:]))
		if offset+packed > uint64(len(data)) || packed > size {
			return nil, errCut
		}
		if size > MaxSize || total+int(size) > MaxSize {
			return nil, errSize
		}
		total += int(size)
		table := data[offset : offset+packed : offset+packed]
		if packed < size {
			var err error
			if table, err = inflate(table, int(size)); err != nil {
				return nil, err
			}
		}
		f.Tables[string(r[:4])] = table
	}
	return []*Font{f}, nil
}

// checkFlavor makes sure of the kind of outlines that a web font names.
func (f *Font) checkFlavor() error {
	switch f.Flavor {
	case apple:
		f.Flavor = TrueType
	case TrueType, CFF:
	default:
		return errNoFont
	}
	return nil
}

// inflate unpacks a table of a known size.
func inflate(packed []byte, size int) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("is damaged: %w", err)
	}
	return readExactly(z, size)
}

// readExactly reads what must be of a size, and does not take the memory for it
// before it is there.
func readExactly(r io.Reader, size int) ([]byte, error) {
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(r, int64(size)+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("is damaged: %w", err)
	case n != int64(size):
		return nil, fmt.Errorf("is damaged: it unpacks to another size than it says")
	}
	return b.Bytes(), nil
}
