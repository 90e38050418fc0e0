package variable

// store is an item variation store (7.2.3) at the place of an instance.
type store struct {
	*instancer
	data    table
	scalars []float64 // by region
}

// readStore reads a store; nil if there is none.
func (in *instancer) readStore(t table) (*store, error) {
	if len(t) == 0 {
		return nil, nil
	}
	const listOffset, header = 2, 4
	regions := t.from(t.u32(listOffset))
	axes, count := regions.u16(0), regions.u16(2)
	if axes != len(in.place) || header+count*axes*6 > len(regions) {
		return nil, errDamaged
	}
	if !in.spend(count * axes) {
		return nil, errWork
	}
	s := &store{instancer: in, data: t, scalars: make([]float64, count)}
	for r := range s.scalars {
		region := regions[header+r*axes*6:]
		s.scalars[r] = scalar(in.place, func(i int) (float64, float64, float64) {
			return region.f2dot14(6 * i), region.f2dot14(6*i + 2), region.f2dot14(6*i + 4)
		})
	}
	return s, nil
}

// Fields of a subtable: the list of the regions that its deltas belong to, then
// the deltas.
const (
	regionCount = 4
	regionList  = 6
)

// subtable finds a subtable by its number; empty for one that is not there.
func (s *store) subtable(outer int) table {
	const subtableCount, subtables = 6, 8
	if outer < 0 || outer >= s.data.u16(subtableCount) {
		return nil
	}
	return s.data.from(s.data.u32(subtables + 4*outer))
}

// regions says how much the regions of a subtable count.
func (s *store) regions(outer int) ([]float64, error) {
	const most = 512 // regions that charstrings have room for on their stack
	if s == nil || s.subtable(outer).u16(regionCount) > most {
		return nil, errDamaged
	}
	sub := s.subtable(outer)
	scalars := make([]float64, sub.u16(regionCount))
	for r := range scalars {
		at := regionList + 2*r
		if at+2 > len(sub) || sub.u16(at) >= len(s.scalars) {
			return nil, errDamaged
		}
		scalars[r] = s.scalars[sub.u16(at)]
	}
	return scalars, s.pay(len(scalars))
}

// delta gives the delta of an item by the number of its subtable and its number
// there; 0 for one that is not in the store.
func (s *store) delta(outer, inner int) float64 {
	sub := s.subtable(outer)
	const wordCount, longWords = 2, 0x8000
	words, regions := sub.u16(wordCount)&^longWords, sub.u16(regionCount)
	wide, narrow := 2, 1
	if sub.u16(wordCount)&longWords != 0 {
		wide, narrow = 4, 2
	}
	words = min(words, regions)
	row := words*wide + (regions-words)*narrow
	at := regionList + 2*regions + inner*row
	if inner >= sub.u16(0) || at+row > len(sub) || !s.spend(regions) {
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
		if region := sub.u16(regionList + 2*r); region < len(s.scalars) {
			sum += s.scalars[region] * float64(v)
		}
	}
	return sum
}
