package variable

import (
	"encoding/binary"
	"math"
)

// metric is the advance width of a glyph, and where its box starts.
type metric struct{ advance, bearing int }

// horizontal is a table of metrics (hmtx).
type horizontal struct {
	data  table
	long  int // advances in it; the last one is that of all further glyphs
	count int // of glyphs
}

// Fields of the tables maxp, hhea and head.
const (
	numGlyphs        = 4
	advanceWidthMax  = 10
	numberOfHMetrics = 34
	unitsPerEm       = 18
	boxInHead        = 36
	headSize         = 54
)

// horizontal reads the metrics of the variable font, and makes sure that the
// tables are whole which count on glyphs or are counted on.
func (in *instancer) horizontal() (h horizontal, err error) {
	head, hhea, maxp := table(in.from.Tables["head"]), table(in.from.Tables["hhea"]), table(in.from.Tables["maxp"])
	if len(head) < headSize || len(hhea) < numberOfHMetrics+2 || len(maxp) < numGlyphs+2 {
		return h, errDamaged
	}
	h = horizontal{table(in.from.Tables["hmtx"]), hhea.u16(numberOfHMetrics), maxp.u16(numGlyphs)}
	if h.count == 0 || h.long == 0 || 4*h.long > len(h.data) {
		return h, errDamaged
	}
	return h, nil
}

// metric gives the metrics of a glyph.
func (h horizontal) metric(i int) metric {
	if i < h.long {
		return metric{h.data.u16(4 * i), h.data.i16(4*i + 2)}
	}
	return metric{h.data.u16(4 * (h.long - 1)), h.data.i16(4*h.long + 2*(i-h.long))}
}

// setHorizontal writes hmtx, and what hhea says of it and head of the box around
// all glyphs.
func (in *instancer) setHorizontal(metrics []metric, box [4]int16) {
	var hmtx []byte
	widest := 0
	for _, m := range metrics {
		advance := min(max(m.advance, 0), math.MaxUint16)
		widest = max(widest, advance)
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(advance))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(m.bearing))
	}
	in.to.Tables["hmtx"] = hmtx
	head, hhea := in.own("head"), in.own("hhea")
	for i, v := range box {
		binary.BigEndian.PutUint16(head[boxInHead+2*i:], uint16(v))
	}
	binary.BigEndian.PutUint16(hhea[advanceWidthMax:], uint16(widest))
	binary.BigEndian.PutUint16(hhea[numberOfHMetrics:], uint16(len(metrics)))
}

// advances gives the advance widths at the place (HVAR, 7.3.5). Where the table
// says nothing they stay as they are.
func (in *instancer) advances(old horizontal) ([]int, error) {
	t := table(in.from.Tables["HVAR"])
	const storeOffset, mapOffset = 4, 8
	s, err := in.readStore(t.from(t.u32(storeOffset)))
	if err != nil {
		return nil, err
	}
	out := make([]int, old.count)
	var numbers table
	if offset := t.u32(mapOffset); offset != 0 {
		numbers = t.from(offset)
	}
	for i := range out {
		out[i] = old.metric(i).advance
		if s == nil {
			continue
		}
		outer, inner := 0, i
		if numbers != nil {
			outer, inner = numbers.item(i)
		}
		out[i] = min(max(out[i]+round(s.delta(outer, inner)), 0), math.MaxUint16)
	}
	return out, nil
}

// item looks up which item of a store belongs to a glyph (DeltaSetIndexMap,
// 7.2.3); that of the last one belongs to all further ones.
func (t table) item(glyph int) (outer, inner int) {
	const format, entryFormat, mapCount = 0, 1, 2
	count, at := t.u16(mapCount), 4
	if len(t) > entryFormat && t[format] == 1 {
		count, at = t.u32(mapCount), 6
	}
	if count == 0 || len(t) < at {
		return 0, glyph
	}
	innerBits, size := int(t[entryFormat]&0x0F)+1, int(t[entryFormat]>>4&3)+1
	at += size * min(glyph, count-1)
	v := 0
	for _, b := range t.from(at)[:min(size, len(t.from(at)))] {
		v = v<<8 | int(b)
	}
	return v >> innerBits, v & (1<<innerBits - 1)
}
