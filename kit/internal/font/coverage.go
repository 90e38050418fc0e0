package font

import (
	"encoding/binary"
	"math/bits"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// The shaping library asks a digest of each coverage whether a glyph may be in it
// before it looks. Of a coverage by ranges, up to and with version 0.3.5, the
// digest forgets every range that comes after some 64 glyphs
// (https://github.com/go-text/typesetting/issues/278), so that lookups pass over
// the glyphs there: in newer Arabic fonts noon and yeh do not join, and Latin
// fonts lose half of their kerning. Coverages by single glyphs are whole. So
// ranges become single glyphs here, when a font is loaded.
//
// Coverages that the library keeps to itself are exchanged by parsing a subtable
// that has nothing but a coverage, and giving it what the old one holds. Contexts
// of formats 1 and 2 cannot be helped so, and are as they were.

const (
	digestBits = 64      // glyphs of a coverage by ranges before some of it may be forgotten
	maxListed  = 1 << 20 // glyphs listed for a font, lest a hostile one take much memory
)

// listCoverages lists the glyphs of the coverages of all lookups of a font, which
// was read from the table gpos.
func listCoverages(ft *gotextfont.Font, gpos []byte) {
	l := lister{left: maxListed}
	for _, lookup := range ft.GSUB.Lookups {
		for i, t := range lookup.Subtables {
			lookup.Subtables[i] = l.substitution(t)
		}
	}
	for k, lookup := range ft.GPOS.Lookups {
		for i, t := range lookup.Subtables {
			lookup.Subtables[i] = l.positioning(t, func() []byte { return subtable(gpos, k, i) })
		}
	}
}

type lister struct {
	left int // glyphs that may still be listed
}

func (l *lister) substitution(t tables.GSUBLookup) tables.GSUBLookup {
	switch t := t.(type) {
	case tables.SingleSubs:
		switch d := t.Data.(type) {
		case tables.SingleSubstData1:
			d.Coverage = l.list(d.Coverage)
			t.Data = d
		case tables.SingleSubstData2:
			d.Coverage = l.list(d.Coverage)
			t.Data = d
		}
		return t
	case tables.MultipleSubs:
		t.Coverage = l.list(t.Coverage)
		return t
	case tables.AlternateSubs:
		t.Coverage = l.list(t.Coverage)
		return t
	case tables.LigatureSubs:
		t.Coverage = l.list(t.Coverage)
		return t
	case tables.ContextualSubs:
		if d, ok := t.Data.(tables.ContextualSubs3); ok {
			l.first(d.Coverages)
		}
	case tables.ChainedContextualSubs:
		if d, ok := t.Data.(tables.ChainedContextualSubs3); ok {
			l.first(d.InputCoverages)
		}
	}
	return t
}

// positioning exchanges a subtable; data gives its bytes and those after it.
func (l *lister) positioning(t tables.GPOSLookup, data func() []byte) tables.GPOSLookup {
	switch t := t.(type) {
	case tables.SinglePos:
		switch d := t.Data.(type) {
		case tables.SinglePosData1:
			// format, coverage, value format
			if made, ok := parsed(l, d.Cov(), tables.ParseSinglePosData1, shorts(1, 6, 0)); ok {
				made.ValueFormat, made.ValueRecord = d.ValueFormat, d.ValueRecord
				t.Data = made
			}
		case tables.SinglePosData2:
			// format, coverage, value format, count
			if made, ok := parsed(l, d.Cov(), tables.ParseSinglePosData2, shorts(2, 8, 0, 0)); ok {
				made.ValueFormat, made.ValueRecords = d.ValueFormat, d.ValueRecords
				t.Data = made
			}
		}
		return t
	case tables.PairPos:
		switch d := t.Data.(type) {
		case tables.PairPosData1:
			// format, coverage, two value formats, count of sets
			if made, ok := parsed(l, d.Cov(), tables.ParsePairPosData1, shorts(1, 10, 0, 0, 0)); ok {
				made.ValueFormat1, made.ValueFormat2, made.PairSets = d.ValueFormat1, d.ValueFormat2, d.PairSets
				t.Data = made
			}
		case tables.PairPosData2:
			t.Data = l.classes(d, data())
		}
		return t
	case tables.CursivePos:
		// format, coverage, count
		if made, ok := parsed(l, t.Cov(), tables.ParseCursivePos, shorts(1, 6, 0)); ok {
			made.EntryExits = t.EntryExits
			return made
		}
	case tables.MarkBasePos:
		// format, coverages of marks and bases, count of classes, two empty arrays
		if made, ok := parsed(l, t.Cov(), tables.ParseMarkBasePos, shorts(1, 14, 14, 0, 12, 12, 0)); ok {
			made.BaseCoverage, made.MarkArray, made.BaseArray = t.BaseCoverage, t.MarkArray, t.BaseArray
			return made
		}
	case tables.MarkLigPos:
		t.MarkCoverage = l.list(t.MarkCoverage)
		return t
	case tables.MarkMarkPos:
		t.Mark1Coverage = l.list(t.Mark1Coverage)
		return t
	case tables.ContextualPos:
		if d, ok := t.Data.(tables.ContextualPos3); ok {
			l.first(d.Coverages)
		}
	case tables.ChainedContextualPos:
		if d, ok := t.Data.(tables.ChainedContextualPos3); ok {
			l.first(d.InputCoverages)
		}
	}
	return t
}

// classes exchanges the coverage of kerning by classes, which keeps its values to
// itself: they are copied from the table.
func (l *lister) classes(d tables.PairPosData2, data []byte) tables.PairPosData {
	const devices = 0x00F0
	if l.count(d.Cov()) == 0 || (d.ValueFormat1|d.ValueFormat2)&devices != 0 || d.ClassDef1 == nil || d.ClassDef2 == nil {
		return d
	}
	n1, n2 := d.ClassDef1.Extent(), d.ClassDef2.Extent()
	const header, value = 16, 2
	end := header + n1*n2*value*bits.OnesCount16(uint16(d.ValueFormat1)|uint16(d.ValueFormat2)<<8)
	const noClasses = 4 // a ClassDef of format 2 without ranges
	if end+noClasses > 0xFFFF || end > len(data) || int(be16(data, 12)) != n1 || int(be16(data, 14)) != n2 {
		return d // the coverage would be out of reach, or the table is not what it says
	}
	at := uint16(end)
	// format, coverage, two value formats, two definitions of classes, two counts
	made, ok := parsed(l, d.Cov(), tables.ParsePairPosData2,
		shorts(2, at+noClasses, uint16(d.ValueFormat1), uint16(d.ValueFormat2), at, at, uint16(n1), uint16(n2)), data[header:end], shorts(2, 0))
	if !ok {
		return d
	}
	made.ClassDef1, made.ClassDef2 = d.ClassDef1, d.ClassDef2
	return made
}

// subtable finds the bytes of a subtable of GPOS, behind what extends its reach
// (ISO/IEC 14496-22, 6.2 and 6.3.3.4.9); nil if it lies outside.
func subtable(gpos []byte, lookup, i int) []byte {
	from := func(b []byte, at uint32) []byte { return b[min(uint64(at), uint64(len(b))):] }
	const lists, extension = 8, 9
	list := from(gpos, uint32(be16(gpos, lists)))
	table := from(list, uint32(be16(list, 2+2*lookup)))
	data := from(table, uint32(be16(table, 6+2*i)))
	if be16(table, 0) == extension {
		data = from(data, be32(data, 4))
	}
	return data
}

// shorts writes numbers of two bytes.
func shorts(list ...uint16) []byte {
	b := make([]byte, 0, 2*len(list))
	for _, w := range list {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

// parsed makes a subtable of a head, whose offset of the coverage leads to its end,
// and of a coverage that lists the glyphs. It is not ok if there is nothing to list.
func parsed[T any](l *lister, c tables.Coverage, parse func([]byte) (T, int, error), head ...[]byte) (made T, ok bool) {
	n := l.count(c)
	if n == 0 {
		return made, false
	}
	size := 4 + 2*n
	for _, h := range head {
		size += len(h)
	}
	data := make([]byte, 0, size)
	for _, h := range head {
		data = append(data, h...)
	}
	data = binary.BigEndian.AppendUint16(append(data, 0, 1), uint16(n))
	for _, g := range l.list(c).(tables.Coverage1).Glyphs {
		data = binary.BigEndian.AppendUint16(data, uint16(g))
	}
	made, _, err := parse(data)
	return made, err == nil
}

// first lists the coverage that a rule begins with. The others are looked up
// without a digest.
func (l *lister) first(c []tables.Coverage) {
	if len(c) > 0 {
		c[0] = l.list(c[0])
	}
}

// count counts the glyphs of ranges that are to be listed: 0 if they are few, or do
// not count their glyphs one after the other.
func (l *lister) count(c tables.Coverage) (n int) {
	ranges, ok := c.(tables.Coverage2)
	if !ok || len(ranges.Ranges) < 2 {
		return 0
	}
	for i, r := range ranges.Ranges {
		if r.EndGlyphID < r.StartGlyphID || int(r.StartCoverageIndex) != n || i > 0 && r.StartGlyphID <= ranges.Ranges[i-1].EndGlyphID {
			return 0
		}
		n += int(r.EndGlyphID-r.StartGlyphID) + 1
	}
	if n < digestBits || n > min(l.left, 0xFFFF) {
		return 0
	}
	return n
}

// list writes ranges out.
func (l *lister) list(c tables.Coverage) tables.Coverage {
	n := l.count(c)
	if n == 0 {
		return c
	}
	l.left -= n
	list := tables.Coverage1{Glyphs: make([]tables.GlyphID, 0, n)}
	for _, r := range c.(tables.Coverage2).Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			list.Glyphs = append(list.Glyphs, tables.GlyphID(g))
		}
	}
	return list
}
