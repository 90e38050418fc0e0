package font

import (
	"encoding/binary"
	"math/bits"
)

// sfntFile is a font file in the making (ISO/IEC 14496-22, 4.5). Its tables are written one after the other, in the
// order of their tags.
type sfntFile struct {
	data    []byte
	records []sfntRecord
}

type sfntRecord struct {
	tag           string
	offset, limit int
}

// newSFNT starts a file with so many tables of about so many bytes.
func newSFNT(numTables, size int) sfntFile {
	directory := headerSize + recordSize*numTables
	return sfntFile{data: make([]byte, directory, directory+size), records: make([]sfntRecord, 0, numTables)}
}

// begin starts a table, which is what is appended to data until the next begins.
func (f *sfntFile) begin(tag string) {
	f.end()
	f.records = append(f.records, sfntRecord{tag: tag, offset: len(f.data)})
}

// add writes a table as a copy of b, and returns the copy, to be changed before anything else is written.
func (f *sfntFile) add(tag string, b []byte) []byte {
	f.begin(tag)
	f.data = append(f.data, b...)
	return f.data[len(f.data)-len(b):]
}

func (f *sfntFile) end() {
	if n := len(f.records); n > 0 {
		f.records[n-1].limit = len(f.data)
	}
	f.pad()
}

// pad makes the length a multiple of four.
func (f *sfntFile) pad() {
	for len(f.data)%4 != 0 {
		f.data = append(f.data, 0)
	}
}

// finish writes the directory, and returns the file.
func (f *sfntFile) finish() []byte {
	f.end()
	n := len(f.records)
	selector := bits.Len(uint(n)) - 1
	power := 1 << selector
	binary.BigEndian.PutUint32(f.data, 0x00010000)
	binary.BigEndian.PutUint16(f.data[4:], uint16(n))
	binary.BigEndian.PutUint16(f.data[6:], uint16(power*recordSize))
	binary.BigEndian.PutUint16(f.data[8:], uint16(selector))
	binary.BigEndian.PutUint16(f.data[10:], uint16((n-power)*recordSize))
	var head []byte
	for i, r := range f.records {
		record := f.data[headerSize+recordSize*i:]
		copy(record, r.tag)
		binary.BigEndian.PutUint32(record[4:], checksum(f.data[r.offset:(r.limit+3)&^3]))
		binary.BigEndian.PutUint32(record[8:], uint32(r.offset))
		binary.BigEndian.PutUint32(record[12:], uint32(r.limit-r.offset))
		if r.tag == "head" {
			head = f.data[r.offset:]
		}
	}
	if len(head) >= headLength {
		binary.BigEndian.PutUint32(head[checkSumAdjustment:], 0xB1B0AFBA-checksum(f.data))
	}
	return f.data
}

// checksum is the sum of the big-endian 32-bit words; the length of b must be a multiple of 4.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}
