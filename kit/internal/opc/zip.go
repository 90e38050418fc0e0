package opc

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// entry is a file of the ZIP.
type entry struct {
	name   string
	packed *Packed
}

// grower is what to write to that can be told how much will come, as a
// bytes.Buffer can: a package is large, and growing by and by copies it.
type grower interface{ Grow(n int) }

// Lengths of the headers of a ZIP without what varies in them (APPNOTE 6.3.10,
// 4.3.7, 4.3.12 and 4.3.16), and what they begin with.
const (
	localLength, localSign         = 30, 0x04034b50
	directoryLength, directorySign = 46, 0x02014b50
	endLength, endSign             = 22, 0x06054b50
)

// firstDay is 1 January 1980 as MS-DOS writes it.
const firstDay = 1<<5 | 1

// writeZIP writes a ZIP of files that are packed already: archive/zip would do it
// too, by way of a buffer of its own and with a few objects for each file.
func writeZIP(w io.Writer, entries []entry) (n int64, err error) {
	size := endLength
	for _, e := range entries {
		size += localLength + len(e.name) + len(e.packed.data) + directoryLength + len(e.name)
		if len(e.name) > math.MaxUint16 || e.packed.size > math.MaxUint32 {
			return 0, errors.New("a part is too large")
		}
	}
	if size > math.MaxUint32 || len(entries) > math.MaxUint16 {
		return 0, errors.New("the package is too large")
	}
	flush := func() error { return nil }
	if g, ok := w.(grower); ok {
		g.Grow(size)
	} else {
		b := bufio.NewWriter(w)
		w, flush = b, b.Flush
	}
	put := func(data []byte) {
		if err == nil {
			var k int
			k, err = w.Write(data)
			n += int64(k)
		}
	}
	directory := make([]byte, 0, len(entries)*(directoryLength+64)+endLength)
	header := make([]byte, 0, localLength+64)
	for _, e := range entries {
		header = binary.LittleEndian.AppendUint32(header[:0], localSign)
		header = append(e.describe(append(header, 0, 0)), e.name...)
		directory = binary.LittleEndian.AppendUint32(directory, directorySign)
		directory = e.describe(append(directory, 0, 0, 0, 0))
		directory = append(directory, make([]byte, 10)...) // no comment, no attributes
		directory = binary.LittleEndian.AppendUint32(directory, uint32(n))
		directory = append(directory, e.name...)
		put(header)
		put(e.packed.data)
	}
	length := len(directory)
	directory = binary.LittleEndian.AppendUint32(directory, endSign)
	directory = append(directory, 0, 0, 0, 0)
	for range 2 { // on this disk, and on all
		directory = binary.LittleEndian.AppendUint16(directory, uint16(len(entries)))
	}
	directory = binary.LittleEndian.AppendUint32(directory, uint32(length))
	directory = binary.LittleEndian.AppendUint32(directory, uint32(n))
	if put(append(directory, 0, 0)); err == nil {
		err = flush()
	}
	return n, err
}

// describe appends what both headers of a file say of it.
func (e entry) describe(b []byte) []byte {
	p := e.packed
	for _, v := range [...]uint16{0, p.method, 0, firstDay} { // flags, method, time, date
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	for _, v := range [...]uint32{p.sum, uint32(len(p.data)), uint32(p.size)} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.name)))
	return append(b, 0, 0) // no further fields
}
