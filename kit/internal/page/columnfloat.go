package page

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// Figures in columns of text float to the head or the foot of the column in which they
// are met, or else of the next one, and the text goes on before them. What does not
// float and has no room where it is goes to the next column too: no column ends in a
// hole. No figure overtakes another, and none stands over the text with which columns
// begin.

// float places a figure in the column, or keeps it for the next one. It is false if
// neither has room, and at the head of a column.
func (p *pour) float(it *item) bool {
	if len(p.placed)+len(p.under) == p.start {
		return false
	}
	if len(p.waiting)+len(p.under) == 0 {
		place := p.into
		switch it.inColumn {
		case doc.FloatTop:
			place = p.rise
		case doc.FloatBottom:
			place = p.sink
		}
		if place(it) {
			return true
		}
	}
	var need doc.Pt // with what the grid may take
	for _, w := range append(slices.Clip(p.waiting), it) {
		need += w.height + max(w.before, w.after) + p.b.doc.Page.Baseline
	}
	if p.column+1 == p.n || p.head+need > p.full {
		return false
	}
	p.waiting = append(p.waiting, it)
	return true
}

// sink keeps room for a figure at the foot of the column.
func (p *pour) sink(it *item) bool {
	if p.top(it, p.y)+it.height > p.room+slack {
		return false
	}
	p.under = append(p.under, it)
	p.room -= it.before + it.height
	return true
}

// rise sets a figure over the text of the column, below the figures that are there, if
// the text has room under it.
func (p *pour) rise(it *item) bool {
	if p.column == 0 {
		return false
	}
	q := p.try()
	items := slices.Insert(q.items(q.start), q.heads()-q.start, it)
	q.placed = slices.Clip(q.placed[:q.start])
	q.y, q.after, q.snap = q.head, 0, false
	if slices.ContainsFunc(items, func(it *item) bool { return !q.into(it) }) {
		return false
	}
	*p = *q
	return true
}

// heads is the index of the first item of the column that is no figure at its head.
func (p *pour) heads() int {
	n := p.start
	for n < len(p.placed) && p.placed[n].item.isFigure() {
		n++
	}
	return n
}

// seat gives the figures that were kept for a column their places in it.
func (p *pour) seat() {
	for _, it := range p.waiting {
		if it.inColumn == doc.FloatBottom || len(p.under) > 0 {
			p.under = append(p.under, it)
			p.room -= it.before + it.height
			continue
		}
		y := p.head
		if len(p.placed) > p.start {
			y = p.top(it, p.y)
		}
		p.put(it, y, false)
	}
	p.waiting = nil
}

// base sets the figures at the foot of the column.
func (p *pour) base() {
	y := p.room
	for _, it := range p.under {
		y += it.before
		p.put(it, y, false)
		y += it.height
	}
	p.under, p.room = nil, p.full
}

// finish ends the last column.
func (p *pour) finish() {
	if len(p.waiting) > 0 {
		p.next()
	}
	p.end()
}
