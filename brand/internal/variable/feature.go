package variable

import (
	"encoding/binary"
	"math"
)

// exchange gives features the lookups that they have at the place (feature
// variations of GSUB and GPOS, 6.2.9), and takes the table of variations away.
// The new list of features goes between the head of the table and the rest.
func (in *instancer) exchange(tag string) error {
	t := table(in.to.Tables[tag])
	const minor, variations, head, oldHead = 2, 10, 14, 10
	if len(t) < head || t.u16(minor) == 0 || t.u32(variations) == 0 {
		return nil
	}
	const scriptList, featureList, lookupList = 4, 6, 8
	features, err := in.features(t, t.u16(featureList), t.from(t.u32(variations)))
	if err != nil {
		return err
	}
	u16 := binary.BigEndian.AppendUint16
	moved := func(field int) int {
		if t.u16(field) == 0 {
			return 0
		}
		return t.u16(field) - head + oldHead + len(features)
	}
	scripts, lookups := moved(scriptList), moved(lookupList)
	list := oldHead
	if features == nil {
		list = moved(featureList)
	}
	if max(scripts, lookups) > math.MaxUint16 || min(t.u16(scriptList), t.u16(lookupList)) < head {
		own := in.own(tag) // no room: features stay as they are by default
		binary.BigEndian.PutUint32(own[variations:], 0)
		return nil
	}
	out := u16(u16(nil, 1), 0)
	out = u16(u16(u16(out, uint16(scripts)), uint16(list)), uint16(lookups))
	in.to.Tables[tag] = append(append(out, features...), t[head:]...)
	return nil
}

// features gives the list of features at the place; nil if it is the default
// one.
func (in *instancer) features(t table, listAt int, variations table) ([]byte, error) {
	const count, records, recordSize = 4, 8, 8
	var substitution table
	for n := range variations.u32(count) {
		at := records + n*recordSize
		if at+recordSize > len(variations) || !in.spend(1) {
			return nil, errDamaged
		}
		if in.met(variations, variations.u32(at)) {
			if offset := variations.u32(at + 4); offset != 0 {
				substitution = variations.from(offset)
			}
			break
		}
	}
	if substitution == nil {
		return nil, nil
	}
	instead := map[int]table{} // by the number of the feature
	for n := range substitution.u16(4) {
		at := 6 + 6*n
		if at+6 > len(substitution) {
			return nil, errDamaged
		}
		instead[substitution.u16(at)] = substitution.from(substitution.u32(at + 2))
	}
	list := t.from(listAt)
	number := list.u16(0)
	if 2+6*number > len(list) {
		return nil, errDamaged
	}
	u16 := binary.BigEndian.AppendUint16
	out := u16(nil, uint16(number))
	var bodies []byte
	for i := range number {
		record := list[2+6*i:]
		feature, exchanged := instead[i]
		if !exchanged {
			feature = list.from(record.u16(4))
		}
		lookups := feature.u16(2)
		at := 2 + 6*number + len(bodies)
		if at > math.MaxUint16 || 4+2*lookups > len(feature) {
			return nil, errDamaged
		}
		out = u16(append(out, record[:4]...), uint16(at))
		bodies = append(u16(bodies, 0), feature[2:4+2*lookups]...) // names of features are left out
	}
	return append(out, bodies...), nil
}

// met reports whether the place meets all conditions of a set.
func (in *instancer) met(variations table, offset int) bool {
	if offset == 0 {
		return true
	}
	set := variations.from(offset)
	for n := range set.u16(0) {
		c := set.from(set.u32(2 + 4*n))
		const format, axis, low, high, size = 0, 2, 4, 6, 8
		if len(c) < size || c.u16(format) != 1 || c.u16(axis) >= len(in.place) || !in.spend(1) {
			return false
		}
		if v := in.place[c.u16(axis)]; v < c.f2dot14(low) || v > c.f2dot14(high) {
			return false
		}
	}
	return true
}
