package page

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// Figures that float keep to these rules, after those of CSS Page Floats:
// a figure never stands on an earlier page than the words before it; figures
// never overtake each other; none leaves its part or section. Bands of statistics
// keep to them too, and do not float where they have room.

// float finds the first figure on the sheet, or the first that does not fit any
// more, that has no place yet, and gives it one. It reports whether there was
// such a figure.
func (p *plan) float() bool {
	for k, it := range p.items[:min(p.tried+1, len(p.items))] {
		floats := it.float != doc.NoFloat
		switch {
		case !it.figure && !it.band, it.newPage && k > 0, !floats && (k < p.end || p.end == len(p.items)):
			continue
		case k > p.end && floats:
			return false // the words before it do not stand on this page
		case len(p.later) > 0:
			p.postpone(k)
		case it.inColumn != doc.NoFloat && k < p.end && len(p.feet) == 0: // at the head or the foot of a column of this sheet
			p.items[k] = it.settled()
		case it.float == doc.FloatTop && it.inColumn == doc.NoFloat && p.atHead(k):
		case it.float == doc.FloatBottom && p.atFoot(k):
		case k == 0 && len(p.feet) == 0:
			p.items[0] = it.settled()
		default:
			p.postpone(k)
		}
		return true
	}
	return false
}

// settled is a figure that has found its place.
func (it *item) settled() *item {
	s := *it
	s.float, s.figure, s.band, s.placed = doc.NoFloat, false, false, true
	return &s
}

// isFigure says that an item is a figure, whether it has its place or not.
func (it *item) isFigure() bool { return it.figure || it.placed }

// atHead sets figure k at the head of the sheet, if the words before it then
// still stand on the sheet. No figure stands over the title of what it belongs
// to.
func (p *plan) atHead(k int) bool {
	it, head := p.items[k], p.items[p.heads]
	if p.first || len(p.feet) > 0 || head.opens || head.newPage || head.panel != nil || !head.joins(it) || head.frame != it.frame || head.columns != it.columns {
		return false
	}
	if slices.ContainsFunc(p.items[p.heads:k], (*item).isFigure) {
		return false
	}
	q := p.try()
	moved := q.take(k)
	q.items = slices.Insert(q.items, q.heads, moved.settled())
	q.heads++
	q.need = max(q.need, k+1)
	if q.fill(); q.end < q.need || q.torn {
		return false
	}
	*p = *q
	return true
}

// atFoot sets figure k at the foot of the sheet, if the words before it still
// stand on the sheet and its part goes on to the next.
func (p *plan) atFoot(k int) bool {
	if p.footless {
		return false
	}
	it := p.items[k]
	q := p.try()
	moved := q.take(k)
	q.feet = append(q.feet, moved.settled())
	q.need = max(q.need, k)
	q.fill()
	if q.end < q.need || q.end == 0 || q.end == len(q.items) || q.torn {
		return false
	}
	last, next := q.items[q.end-1], q.items[q.end]
	if q.end < linesBefore && !last.ends { // a line or two over a figure
		return false
	}
	if next.newPage || !next.joins(it) || last.frame != it.frame || last.quote {
		return false
	}
	if slices.ContainsFunc(q.items[k:q.end], func(o *item) bool { return o.placed || o.figure && o.float == doc.NoFloat }) {
		return false
	}
	*p = *q
	return true
}

// postpone leaves figure k to the next sheet, unless what it belongs to ends on
// this one and the figure has room where it is.
func (p *plan) postpone(k int) {
	q := p.try()
	it := q.take(k)
	q.fill()
	end := k
	for end < len(q.items) && q.items[end].joins(it) && !q.items[end].flush {
		end++
	}
	torn, here := q.torn && !p.torn || q.end < max(q.need, k), end <= q.end && len(q.later) == 0
	if (torn || here) && len(p.feet) > 0 { // it would overtake the figure at the foot
		p.spoilt = true
		return
	}
	if torn { // the text after it would not move up
		p.items[k] = p.items[k].settled()
		return
	}
	if here {
		stays := p.try()
		stays.items[k] = stays.items[k].settled()
		if stays.fill(); stays.end > k {
			*p = *stays
			return
		}
	}
	q.later = append(q.later, it)
	q.need = max(q.need, k)
	*p = *q
}

// carry hands the figures that were left to the next sheet over to it; those
// whose part or section has ended by now stand at that end.
func (p *plan) carry() {
	pos, ended := p.end, false
	for _, it := range p.later {
		at := pos
		for at > 0 && !p.items[at-1].joins(it) {
			at--
		}
		if at == 0 || at == pos {
			p.items = slices.Insert(p.items, pos, it)
		} else {
			p.items = slices.Insert(p.items, at, it.settled())
			ended = true
		}
		pos++
	}
	p.later = nil
	if ended {
		p.fill()
	}
	p.items = slices.Insert(p.items, p.end, p.feet...)
	p.next = p.end + len(p.feet)
}
