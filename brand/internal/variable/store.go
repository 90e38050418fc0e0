package variable

// store is an item variation store (7.2.3) at the place of an instance.
type store struct {
	data    table
	scalars []float64 // by region
}

// readStore reads a store; nil if there is none.
func (in *instancer) readStore(t table) (*store, error) {
	if len(t) == 0 {
		return nil, nil
	}
	const regionList, header = 2, 4
	regions := t.from(t.u32(regionList))
	axes, count := regions.u16(0), regions.u16(2)
	if axes != len(in.place) || header+count*axes*6 > len(regions) {
		return nil, errDamaged
	}
	if !in.spend(count * axes) {
		return nil, errWork
	}
	s := &store{data: t, scalars: make([]float64, count)}
	for r := range s.scalars {
		region := regions[header+r*axes*6:]
		s.scalars[r] = scalar(in.place, func(i int) (float64, float64, float64) {
			return region.f2dot14(6 * i), region.f2dot14(6*i + 2), region.f2dot14(6*i + 4)
		})
	}
	return s, nil
}

// delta gives the delta of an item by the number of its subtable and its number
// there; 0 for one that is not in the store.
func (s *store) delta(outer, inner int) float64 {
	const subtableCount, subtables = 6, 8
	if outer >= s.data.u16(subtableCount) {
		return 0
	}
	sub := s.data.from(s.data.u32(subtables + 4*outer))
	const wordCount, regionCount, indexes, longWords = 2, 4, 6, 0x8000
	words, regions := sub.u16(wordCount)&^longWords, sub.u16(regionCount)
	wide, narrow := 2, 1
	if sub.u16(wordCount)&longWords != 0 {
		wide, narrow = 4, 2
	}
	words = min(words, regions)
	row := words*wide + (regions-words)*narrow
	at := indexes + 2*regions + inner*row
	if inner >= sub.u16(0) || at+row > len(sub) {
		return 0
	}
	sum := 0.0
	for r := range regions {
		size := narrow
		if r < words {
			size = wide
		}
		var v int
		switch size {
		case 4:
			v = int(int32(sub.u32(at)))
		case 2:
			v = sub.i16(at)
		default:
			v = int(int8(sub[at]))
		}
		at += size
		if region := sub.u16(indexes + 2*r); region < len(s.scalars) {
			sum += s.scalars[region] * float64(v)
		}
	}
	return sum
}
