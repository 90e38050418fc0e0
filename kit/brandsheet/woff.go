package brandsheet

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
)

// woff packs an OpenType font for the web (WOFF File Format 1.0): each table on
// its own, deflated where that makes it smaller.
func woff(sfnt []byte) ([]byte, error) {
	const (
		sfntHeader, sfntEntry = 12, 16
		woffHeader, woffEntry = 44, 20
		maxTables             = 4096
	)
	damaged := errors.New("the font is damaged")
	if len(sfnt) < sfntHeader {
		return nil, damaged
	}
	n := int(binary.BigEndian.Uint16(sfnt[4:]))
	if n == 0 || n > maxTables || len(sfnt) < sfntHeader+n*sfntEntry {
		return nil, damaged
	}
	directory := make([]byte, 0, n*woffEntry)
	var body bytes.Buffer
	total := sfntHeader + n*sfntEntry
	start := woffHeader + n*woffEntry
	for i := range n {
		e := sfnt[sfntHeader+i*sfntEntry:][:sfntEntry]
		offset, length := uint64(binary.BigEndian.Uint32(e[8:])), uint64(binary.BigEndian.Uint32(e[12:]))
		if offset+length > uint64(len(sfnt)) {
			return nil, damaged
		}
		table := sfnt[offset : offset+length]
		packed, err := deflated(table)
		if err != nil {
			return nil, err
		}
		directory = append(directory, e[:4]...)
		directory = binary.BigEndian.AppendUint32(directory, uint32(start+body.Len()))
		directory = binary.BigEndian.AppendUint32(directory, uint32(len(packed)))
		directory = binary.BigEndian.AppendUint32(directory, uint32(len(table)))
		directory = append(directory, e[4:8]...) // the checksum
		body.Write(packed)
		body.Write(make([]byte, padding(len(packed))))
		total += len(table) + padding(len(table))
	}
	out := append([]byte("wOFF"), sfnt[:4]...)
	out = binary.BigEndian.AppendUint32(out, uint32(start+body.Len()))
	out = binary.BigEndian.AppendUint16(out, uint16(n))
	out = binary.BigEndian.AppendUint16(out, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(total))
	out = append(out, make([]byte, woffHeader-len(out))...) // version, metadata and private data: none
	return append(append(out, directory...), body.Bytes()...), nil
}

// deflated compresses a table, or gives it as it is where that is smaller.
func deflated(table []byte) ([]byte, error) {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(table); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if b.Len() >= len(table) {
		return table, nil
	}
	return b.Bytes(), nil
}

// padding fills up to a multiple of four.
func padding(n int) int { return -n & 3 }
