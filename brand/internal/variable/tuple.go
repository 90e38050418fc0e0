package variable

// tuple is a set of deltas with the region of the axes in which they count
// (tuple variation store, 7.2.2).
type tuple struct {
	scalar float64 // how much they count at the place
	points []int   // numbers of the points; nil for all
	deltas [2][]int
}

// scalar says how much a region counts at a place: 1 at its peak, 0 outside
// (7.2.1). Axes whose peak is 0 do not matter.
func scalar(place []float64, region func(axis int) (start, peak, end float64)) float64 {
	s := 1.0
	for i, v := range place {
		start, peak, end := region(i)
		switch {
		case peak == 0, v == peak, start > peak || peak > end, start < 0 && end > 0:
		case v <= start || v >= end:
			return 0
		case v < peak:
			s *= (v - start) / (peak - start)
		default:
			s *= (end - v) / (end - peak)
		}
	}
	return s
}

// tuples reads the tuples that count at the place. The data of a glyph in gvar,
// or cvar from its fifth byte on, starts with their number; shared holds the
// peaks that gvar shares. Each tuple has deltas of so many dimensions for so
// many points.
func (in *instancer) tuples(data table, offsetBase int, shared table, points, dimensions int) ([]tuple, error) {
	const sharedPoints, countMask, header = 0x8000, 0x0FFF, 4
	const embeddedPeak, intermediate, privatePoints, indexMask = 0x8000, 0x4000, 0x2000, 0x0FFF
	axes := len(in.place)
	flags := data.u16(0)
	body := &packedData{data: data.from(data.u16(2) - offsetBase)}
	var common []int
	if flags&sharedPoints != 0 {
		common = body.points(points)
	}
	var out []tuple
	at := header
	for range flags & countMask {
		if at+4 > len(data) || body.bad {
			return nil, errDamaged
		}
		size, index := data.u16(at), data.u16(at+2)
		at += 4
		peak := shared.from(index & indexMask * axes * 2)
		if index&embeddedPeak != 0 {
			peak = data.from(at)
			at += 2 * axes
		}
		var start, end table
		if index&intermediate != 0 {
			start, end = data.from(at), data.from(at+2*axes)
			at += 4 * axes
		}
		if len(peak) < 2*axes || at > len(data) {
			return nil, errDamaged
		}
		own := &packedData{data: body.take(size)}
		if body.bad {
			return nil, errDamaged
		}
		if !in.spend(axes) {
			return nil, errWork
		}
		s := scalar(in.place, func(i int) (float64, float64, float64) {
			p := peak.f2dot14(2 * i)
			if start != nil {
				return start.f2dot14(2 * i), p, end.f2dot14(2 * i)
			}
			return min(p, 0), p, max(p, 0)
		})
		if s == 0 {
			continue
		}
		if !in.spend(points) {
			return nil, errWork
		}
		t := tuple{scalar: s, points: common}
		if index&privatePoints != 0 {
			t.points = own.points(points)
		}
		count := points
		if t.points != nil {
			count = len(t.points)
		}
		for d := range dimensions {
			t.deltas[d] = own.deltas(count)
		}
		if own.bad {
			return nil, errDamaged
		}
		out = append(out, t)
	}
	return out, nil
}

// packedData reads packed numbers of points and packed deltas (7.2.2.4); once
// past the end it is bad for good.
type packedData struct {
	data table
	at   int
	bad  bool
}

func (r *packedData) take(n int) table {
	if n < 0 || n > len(r.data)-r.at {
		r.bad = true
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

func (r *packedData) u8() int {
	if b := r.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

// points reads numbers of points; nil stands for all of them.
func (r *packedData) points(most int) []int {
	count := r.u8()
	if count == 0 {
		return nil
	}
	if count&0x80 != 0 {
		count = count&0x7F<<8 | r.u8()
	}
	if count > 2*len(r.data) { // each takes a byte at least, and runs share theirs
		r.bad = true
		return nil
	}
	out := make([]int, 0, count)
	number := 0
	for len(out) < count && !r.bad {
		control := r.u8()
		for range control&0x7F + 1 {
			if control&0x80 != 0 {
				number += r.take(2).u16(0)
			} else {
				number += r.u8()
			}
			if number >= most || len(out) >= count {
				r.bad = r.bad || number >= most
				break
			}
			out = append(out, number)
		}
	}
	return out
}

// deltas reads so many deltas.
func (r *packedData) deltas(count int) []int {
	out := make([]int, 0, count)
	for len(out) < count && !r.bad {
		const zeros, wide = 0x80, 0x40
		control := r.u8()
		for range min(control&0x3F+1, count-len(out)) {
			switch control & (zeros | wide) {
			case zeros | wide: // 32 bits, which fonts of today do not have
				r.bad = true
			case zeros:
				out = append(out, 0)
			case wide:
				out = append(out, r.take(2).i16(0))
			default:
				out = append(out, int(int8(r.u8())))
			}
		}
	}
	return out
}
