package sfnt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/andybalholm/brotli"
)

var errWOFF2 = errors.New("is damaged: its tables cannot be put together again")

// packed is an entry of the table directory of a WOFF2 file.
type packed struct {
	tag         string
	size        int // of the table
	stored      int // in the stream
	transformed bool
	data        []byte
	xMins       []int16 // left edges of the glyphs, of a transformed glyf
}

// readWOFF2 reads a web font of the second version (WOFF File Format 2.0, W3C):
// all tables in one stream of Brotli, with glyf, loca and hmtx rearranged.
func readWOFF2(data []byte) ([]*Font, error) {
	const header, collection = 48, 0x74746366 // "ttcf"
	if len(data) < header {
		return nil, errCut
	}
	f := &Font{Flavor: binary.BigEndian.Uint32(data[4:])}
	if f.Flavor != collection {
		if err := f.checkFlavor(); err != nil {
			return nil, err
		}
	}
	r := &stream{data: data, at: header}
	tables, err := r.directory(int(binary.BigEndian.Uint16(data[12:])))
	if err != nil {
		return nil, err
	}
	members := [][]int{nil}
	flavors := []uint32{f.Flavor}
	if f.Flavor == collection {
		members, flavors = r.collection(len(tables))
	} else {
		for i := range tables {
			members[0] = append(members[0], i)
		}
	}
	content := r.take(int(binary.BigEndian.Uint32(data[20:])))
	if r.bad {
		return nil, errCut
	}
	total := 0
	for _, t := range tables {
		total += t.stored
	}
	unpacked, err := readExactly(brotli.NewReader(bytes.NewReader(content)), total)
	if err != nil {
		return nil, err
	}
	for i := range tables {
		n := tables[i].stored
		tables[i].data, unpacked = unpacked[:n:n], unpacked[n:]
	}
	return restore(tables, members, flavors)
}

// directory reads the table directory, 4.1.
func (r *stream) directory(count int) ([]packed, error) {
	if count > maxTables {
		return nil, fmt.Errorf("has more than %d tables", maxTables)
	}
	tables := make([]packed, count)
	total := 0
	for i := range tables {
		t := &tables[i]
		const arbitrary = 63
		flags := r.u8()
		if known := flags & 0x3F; known == arbitrary {
			t.tag = string(r.take(4))
		} else {
			t.tag = knownTags[4*known : 4*known+4]
		}
		t.size = r.base128()
		t.stored = t.size
		version := flags >> 6
		switch outlines := t.tag == "glyf" || t.tag == "loca"; {
		case outlines && version == 0, t.tag == "hmtx" && version == 1:
			t.transformed = true
			t.stored = r.base128()
		case outlines && version != 3, !outlines && version != 0:
			return nil, fmt.Errorf("has the table %q in a form that is not known", t.tag)
		}
		if total += max(t.size, t.stored); total > MaxSize {
			return nil, errSize
		}
	}
	if r.bad {
		return nil, errCut
	}
	return tables, nil
}

// knownTags are the tags that have a number in the directory, by fours.
const knownTags = "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASE" +
	"GDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdprop" +
	"trakZapfSilfGlatGlocFeatSill"

// collection reads which tables make up each font of a collection, 4.2.
func (r *stream) collection(tables int) (members [][]int, flavors []uint32) {
	r.take(4) // version
	count := r.u255()
	if count == 0 || count > maxFonts {
		r.bad = true
		return nil, nil
	}
	for range count {
		n := r.u255()
		flavors = append(flavors, uint32(r.u32()))
		var of []int
		for range min(n, maxTables) {
			i := r.u255()
			if i >= tables {
				r.bad = true
				return nil, nil
			}
			of = append(of, i)
		}
		members = append(members, of)
	}
	return members, flavors
}

// restore undoes the transforms and puts the fonts together. Fonts of a
// collection may share tables.
func restore(tables []packed, members [][]int, flavors []uint32) ([]*Font, error) {
	left := MaxSize // for what the transforms make
	fonts := make([]*Font, len(members))
	for n, of := range members {
		f := &Font{Flavor: flavors[n], Tables: map[string][]byte{}}
		if err := f.checkFlavor(); err != nil {
			return nil, err
		}
		by := map[string]*packed{}
		for _, i := range of {
			by[tables[i].tag] = &tables[i]
		}
		if glyf := by["glyf"]; glyf != nil && glyf.transformed && glyf.xMins == nil {
			loca := by["loca"]
			if loca == nil || !loca.transformed || loca.stored != 0 {
				return nil, errWOFF2
			}
			if err := restoreOutlines(glyf, loca, left); err != nil {
				return nil, err
			}
			left -= len(glyf.data) + len(loca.data)
		}
		for tag, t := range by {
			f.Tables[tag] = t.data
		}
		if hmtx := by["hmtx"]; hmtx != nil && hmtx.transformed {
			metrics, err := restoreMetrics(hmtx.data, f, by["glyf"])
			if err != nil {
				return nil, err
			}
			if left -= len(metrics); left < 0 {
				return nil, errSize
			}
			f.Tables["hmtx"] = metrics
		}
		fonts[n] = f
	}
	return fonts, nil
}

// restoreMetrics undoes the transform of hmtx, 5.4: side bearings that are the
// left edges of the glyphs were left out.
func restoreMetrics(data []byte, f *Font, glyf *packed) ([]byte, error) {
	hhea, maxp := f.Tables["hhea"], f.Tables["maxp"]
	const numberOfHMetrics, numGlyphs = 34, 4
	if len(hhea) < numberOfHMetrics+2 || len(maxp) < numGlyphs+2 || glyf == nil || !glyf.transformed {
		return nil, errWOFF2
	}
	long := int(binary.BigEndian.Uint16(hhea[numberOfHMetrics:]))
	glyphs := int(binary.BigEndian.Uint16(maxp[numGlyphs:]))
	if long > glyphs || glyphs > len(glyf.xMins) {
		return nil, errWOFF2
	}
	r := &stream{data: data}
	flags := r.u8()
	advances := r.take(2 * long)
	bearings := func(omitted int, from, to int) []byte {
		if flags&omitted == 0 {
			return r.take(2 * (to - from))
		}
		var b []byte
		for _, x := range glyf.xMins[from:to] {
			b = binary.BigEndian.AppendUint16(b, uint16(x))
		}
		return b
	}
	first := bearings(1, 0, long)
	rest := bearings(2, long, glyphs)
	if r.bad {
		return nil, errWOFF2
	}
	out := make([]byte, 0, 2*len(advances)+len(rest))
	for i := range long {
		out = append(out, advances[2*i:2*i+2]...)
		out = append(out, first[2*i:2*i+2]...)
	}
	return append(out, rest...), nil
}

// stream reads the numbers of WOFF2; once past the end it is bad for good.
type stream struct {
	data []byte
	at   int
	bad  bool
}

func (r *stream) take(n int) []byte {
	if n < 0 || n > len(r.data)-r.at {
		r.bad = true
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at : r.at]
}

func (r *stream) u8() int {
	if b := r.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

func (r *stream) u16() int {
	if b := r.take(2); b != nil {
		return int(binary.BigEndian.Uint16(b))
	}
	return 0
}

func (r *stream) u32() int {
	if b := r.take(4); b != nil {
		return int(binary.BigEndian.Uint32(b))
	}
	return 0
}

// base128 reads a UIntBase128, up to what an int32 holds.
func (r *stream) base128() int {
	const most = 5
	v := 0
	for i := range most {
		b := r.u8()
		if i == 0 && b == 0x80 {
			break // leading zeros are forbidden
		}
		v = v<<7 | b&0x7F
		if b&0x80 == 0 {
			if v > 1<<31-1 {
				break
			}
			return v
		}
	}
	r.bad = true
	return 0
}

// u255 reads a 255UInt16.
func (r *stream) u255() int {
	const word, oneMore, twoMore = 253, 255, 254
	switch b := r.u8(); b {
	case word:
		return r.u16()
	case oneMore:
		return r.u8() + word
	case twoMore:
		return r.u8() + 2*word
	default:
		return b
	}
}
