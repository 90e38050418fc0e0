package variable

import (
	"encoding/binary"
	"math/bits"
)

// layout moves kerning and anchors (GPOS), exchanges the features that the
// place exchanges (GSUB and GPOS), and takes the deltas out of GDEF.
func (in *instancer) layout() error {
	const version, storeOffset = 2, 14
	gdef := table(in.from.Tables["GDEF"])
	if gdef.u16(version) >= 3 && gdef.u32(storeOffset) != 0 {
		s, err := in.readStore(gdef.from(gdef.u32(storeOffset)))
		if err != nil {
			return err
		}
		if s != nil && in.from.Tables["GPOS"] != nil {
			p := &positions{instancer: in, store: s, t: in.own("GPOS"), seen: map[int]bool{}}
			p.lookups()
		}
		binary.BigEndian.PutUint32(in.own("GDEF")[storeOffset:], 0)
	}
	for _, tag := range [...]string{"GSUB", "GPOS"} {
		if err := in.exchange(tag); err != nil {
			return err
		}
	}
	return nil
}

// positions moves the values of GPOS where they stand: a number and the offset
// of its deltas lie in fields of fixed size, so that the table keeps its form.
// An offset that has been used is set to 0, so that nothing is moved twice.
type positions struct {
	*instancer
	store *store
	t     table
	seen  map[int]bool // offsets of what has been moved
}

// list gives the places of the tables that a list of 16-bit offsets at the
// field count names, as seen from base.
func (p *positions) list(base, count int) []int {
	n := p.t.u16(count)
	if count+2+2*n > len(p.t) || !p.spend(n+1) {
		return nil
	}
	out := make([]int, 0, n)
	for i := range n {
		if offset := p.t.u16(count + 2 + 2*i); offset != 0 {
			out = append(out, base+offset)
		}
	}
	return out
}

func (p *positions) lookups() {
	const lookupList, subtables, extension = 8, 4, 9
	base := p.t.u16(lookupList)
	for _, lookup := range p.list(base, base) {
		kind := p.t.u16(lookup)
		for _, sub := range p.list(lookup, lookup+subtables) {
			of := kind
			if kind == extension {
				of = p.t.u16(sub + 2)
				sub += p.t.u32(sub + 4)
			}
			if !p.seen[sub] {
				p.seen[sub] = true
				p.subtable(of, sub)
			}
		}
	}
}

// subtable moves the values of a subtable by the kind of its lookup.
func (p *positions) subtable(kind, at int) {
	const single, pair, cursive, markToBase, markToLigature, markToMark = 1, 2, 3, 4, 5, 6
	format := p.t.u16(at)
	switch kind {
	case single:
		values := p.t.u16(at + 4)
		if format == 1 {
			p.pairs(at, at+6, 1, 0, values, 0)
		} else {
			p.pairs(at, at+8, p.t.u16(at+6), 0, values, 0)
		}
		p.put(at+4, movedFormat(values))
	case pair:
		first, second := p.t.u16(at+4), p.t.u16(at+6)
		if format == 1 {
			for _, set := range p.list(at, at+8) {
				p.pairSet(set, first, second)
			}
		} else {
			p.pairs(at, at+16, p.t.u16(at+12)*p.t.u16(at+14), 0, first, second)
		}
		p.put(at+4, movedFormat(first))
		p.put(at+6, movedFormat(second))
	case cursive:
		for n := range 2 * p.t.u16(at+4) {
			if at+8+2*n > len(p.t) || !p.spend(1) {
				return
			}
			p.anchor(at, at+6+2*n)
		}
	case markToBase, markToMark:
		classes := p.t.u16(at + 6)
		p.marks(at + p.t.u16(at+8))
		p.anchors(at+p.t.u16(at+10), classes)
	case markToLigature:
		classes := p.t.u16(at + 6)
		p.marks(at + p.t.u16(at+8))
		ligatures := at + p.t.u16(at+10)
		for _, ligature := range p.list(ligatures, ligatures) {
			p.anchors(ligature, classes)
		}
	}
}

// pairSet moves the values of pairs with one first glyph.
func (p *positions) pairSet(at, first, second int) {
	if !p.seen[at] {
		p.seen[at] = true
		const glyph = 2
		p.pairs(at, at+2, p.t.u16(at), glyph, first, second)
	}
}

// pairs moves the values of a number of pairs, before each of which stand so
// many bytes.
func (p *positions) pairs(base, at, count, skip, first, second int) {
	size := skip + valueSize(first) + valueSize(second)
	if size == 0 || (first|second)&devices == 0 {
		return
	}
	for range count {
		if at+size > len(p.t) || !p.spend(1) {
			return
		}
		p.value(base, at+skip, first)
		p.value(base, at+skip+valueSize(first), second)
		at += size
	}
}

// Bits of the format of a value: four numbers, then the offsets of their deltas.
const (
	numbers = 0x0F
	devices = 0xF0
)

// valueSize is the size of a value in bytes.
func valueSize(format int) int { return 2 * bits.OnesCount(uint(format&(numbers|devices))) }

// movedFormat is the format of values that have been moved. A value may have
// deltas of a number that it does not hold, for that is 0 in the default master:
// then the number takes the place of an offset. The size stays, so that offsets
// which are not needed any more stay too, as 0.
func movedFormat(format int) int {
	held, varied := format&numbers, format&devices>>4
	return held | varied | (held&varied)<<4
}

// value moves the numbers of a value, and writes it in its new format.
func (p *positions) value(base, at, format int) {
	var moved [4]int
	next := at
	for i := range moved {
		if format&(1<<i) != 0 {
			moved[i] = p.t.i16(next)
			next += 2
		}
	}
	for i := range moved {
		if format&(0x10<<i) != 0 {
			moved[i] += p.delta(base, next)
			next += 2
		}
	}
	format = movedFormat(format)
	for i, v := range moved {
		if format&(1<<i) != 0 {
			p.put(at, v)
			at += 2
		}
	}
	for ; at < next; at += 2 {
		p.put(at, 0)
	}
}

// put writes a number of 16 bits; past the end nothing.
func (p *positions) put(at, v int) {
	if at >= 0 && at+2 <= len(p.t) {
		binary.BigEndian.PutUint16(p.t[at:], uint16(v))
	}
}

// anchor moves the anchor whose offset stands at a place.
func (p *positions) anchor(base, at int) {
	const withDevices = 3
	offset := p.t.u16(at)
	if anchor := base + offset; offset != 0 && p.t.u16(anchor) == withDevices {
		for axis := 2; axis <= 4; axis += 2 {
			p.put(anchor+axis, p.t.i16(anchor+axis)+p.delta(anchor, anchor+axis+4))
			p.put(anchor+axis+4, 0)
		}
	}
}

// anchors moves the anchors of an array with so many classes for each row.
func (p *positions) anchors(at, classes int) {
	if p.seen[at] {
		return
	}
	p.seen[at] = true
	for n := range p.t.u16(at) * classes {
		if at+4+2*n > len(p.t) || !p.spend(1) {
			return
		}
		p.anchor(at, at+2+2*n)
	}
}

// marks moves the anchors of an array of marks.
func (p *positions) marks(at int) {
	if p.seen[at] {
		return
	}
	p.seen[at] = true
	for n := range p.t.u16(at) {
		if at+6+4*n > len(p.t) || !p.spend(1) {
			return
		}
		p.anchor(at, at+4+4*n)
	}
}

// delta gives what the device table adds whose offset stands at a place. Those
// for bitmaps of a size add nothing.
func (p *positions) delta(base, at int) int {
	const variationIndex = 0x8000
	d := base + p.t.u16(at)
	if d == base || p.t.u16(d+4) != variationIndex {
		return 0
	}
	return round(p.store.delta(p.t.u16(d), p.t.u16(d+2)))
}
