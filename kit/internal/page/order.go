package page

import (
	"cmp"
	"slices"
	"sort"

	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// order puts a structure tree into the order of the pages. The blocks of the text stand
// one after the other, as they were written, and stay where they are in the tree. What
// moves may stand on a later page than the block that follows it, and a panel on an
// earlier one than the block before it: it is read where it keeps the order of the
// pages, and taken apart page by page if it can be.
type order struct {
	tree   *canvas.Tree
	at     []extent // of each element
	stay   []canvas.Elem
	movers []mover
}

// extent says where an element, with all below it, is drawn.
type extent struct {
	first, last int // pages, counted from 1; 0: nowhere
	met         int // how much was drawn before it
}

// mover is a block that may be read elsewhere, or what of it stands on some pages.
type mover struct {
	canvas.Elem
	nth   int // of all, as they were written
	slot  int // how many of the blocks that stay are read before it
	moved bool
}

// order orders the tree. All elements were declared as they were written.
func (l *Layout) order() {
	o := &order{tree: l.tree, at: l.extents()}
	o.collect(canvas.Root, l.b)
	for i := 0; i < len(o.movers); i++ {
		o.movers = slices.Insert(o.movers, i+1, o.part(o.movers[i])...)
		o.place(&o.movers[i])
	}
	slices.SortStableFunc(o.movers, func(a, b mover) int {
		x, y := o.at[a.Elem], o.at[b.Elem]
		return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(x.first, y.first), cmp.Compare(x.last, y.last))
	})
	o.move()
}

// collect gathers the blocks of the text, those in its sections too.
func (o *order) collect(in canvas.Elem, b *builder) {
	for _, e := range o.tree.Kids(in) {
		switch {
		case o.at[e].first == 0:
		case b.moves[e]:
			o.movers = append(o.movers, mover{Elem: e, nth: len(o.movers), slot: len(o.stay)})
		case b.flows[e]:
			o.collect(e, b)
		default:
			o.stay = append(o.stay, e)
		}
	}
}

// room gives the slots in which an element keeps the order of the pages: all that is
// read before it ends by its first page, all that is read after it begins on its last
// page or later. There is none in the middle of a block that stays: then it is the slot
// after that block.
func (o *order) room(e canvas.Elem) (least, most int) {
	x := o.at[e]
	least = o.search(func(y extent) bool { return y.first >= x.last })
	most = o.search(func(y extent) bool { return y.last > x.first })
	return least, max(least, most)
}

// search finds the first block that stays of which something is true, as it is of
// those after it.
func (o *order) search(is func(extent) bool) int {
	return sort.Search(len(o.stay), func(i int) bool { return is(o.at[o.stay[i]]) })
}

// fits says that a mover keeps the order of the pages where it is.
func (o *order) fits(m mover) bool {
	least, most := o.room(m.Elem)
	return m.slot >= least && m.slot <= most
}

// place finds the slot of a mover that does not fit: the nearest if it stands on an
// earlier page than it was written for, and if on a later one that in which it is seen.
// Nothing comes between a heading and what it heads.
func (o *order) place(m *mover) {
	if o.fits(*m) {
		return
	}
	least, most := o.room(m.Elem)
	if m.slot < least {
		m.slot = o.search(func(y extent) bool { return y.met > o.at[m.Elem].met })
	}
	m.slot = min(max(m.slot, least), most)
	for m.slot > least && isHeading(o.tree.Nodes[o.stay[m.slot-1]].Tag) {
		m.slot--
	}
	m.moved = true
}

// part takes apart what stands on several pages, unless it fits and is itself read in
// the order of the pages. It gives what does not stand on the first of them.
func (o *order) part(m mover) (parts []mover) {
	if o.fits(m) && o.inOrder(m.Elem) {
		return nil
	}
	for page := o.at[m.Elem].first + 1; page <= o.at[m.Elem].last; page++ {
		if rest := o.cut(m.Elem, page); rest != canvas.Root {
			m.Elem, m.moved = rest, true
			parts = append(parts, m)
		}
	}
	return parts
}

// inOrder says that nothing in an element is read before what stands on an earlier page.
func (o *order) inOrder(e canvas.Elem) bool {
	if o.at[e].first == o.at[e].last {
		return true
	}
	page := 0
	for _, k := range o.tree.Kids(e) {
		x := o.at[k]
		if x.first == 0 {
			continue
		}
		if x.first < page || !o.inOrder(k) {
			return false
		}
		page = x.last
	}
	return true
}

// cut leaves of an element what stands before a page, and gives what stands on it or
// later: an element of the same kind, or Root if there is none. A row stays whole.
func (o *order) cut(e canvas.Elem, page int) (rest canvas.Elem) {
	switch o.tree.Nodes[e].Tag {
	case canvas.Aside, "Sect", "L", "TOC":
	default:
		return canvas.Root
	}
	last := canvas.Root
	for _, k := range slices.Clone(o.tree.Kids(e)) {
		if o.at[k].first < page && o.at[k].last >= page {
			k = o.cut(k, page)
		}
		if o.at[k].last < page { // Root is drawn nowhere
			continue
		}
		if rest == canvas.Root {
			rest = o.tree.Add(o.tree.Nodes[e].Parent, o.tree.Nodes[e])
			o.at = append(o.at, extent{})
		}
		o.tree.Move(k, rest, last)
		last = k
	}
	if rest != canvas.Root {
		o.measure(e)
		o.measure(rest)
	}
	return rest
}

// measure finds the extent of an element from those below it.
func (o *order) measure(e canvas.Elem) {
	o.at[e] = extent{}
	for _, k := range o.tree.Kids(e) {
		o.at[e].add(o.at[k])
	}
}

// add takes another extent in.
func (x *extent) add(y extent) {
	switch {
	case y.first == 0:
	case x.first == 0:
		*x = y
	default:
		*x = extent{min(x.first, y.first), max(x.last, y.last), min(x.met, y.met)}
	}
}

// move moves the movers that have another slot now, and those that are read before
// what was written before them. They lie in the order in which they are read.
func (o *order) move() {
	own := 0
	for i, m := range o.movers {
		if !m.moved && m.nth >= own {
			own = m.nth
			continue
		}
		var before canvas.Elem
		switch {
		case i > 0 && o.movers[i-1].slot == m.slot:
			before = o.movers[i-1].Elem
		case m.slot > 0:
			before = o.stay[m.slot-1]
		}
		before = o.around(before, o.tree.Nodes[m.Elem].Parent)
		o.tree.Move(m.Elem, o.tree.Nodes[before].Parent, before)
	}
}

// around gives the outermost element that ends with another one, below home.
func (o *order) around(e, home canvas.Elem) canvas.Elem {
	for {
		in := o.tree.Nodes[e].Parent
		if kids := o.tree.Kids(in); in == canvas.Root || in == home || kids[len(kids)-1] != e {
			return e
		}
		e = in
	}
}

// extents finds where the elements are drawn.
func (l *Layout) extents() []extent {
	s := &scout{at: make([]extent, len(l.tree.Nodes))}
	for _, sh := range l.sheets {
		s.page++
		sh.scout(s)
	}
	at := s.at
	for _, e := range slices.Backward(l.tree.Reading()) { // each after all below it
		if e != canvas.Root {
			at[l.tree.Nodes[e].Parent].add(at[e])
		}
	}
	at[canvas.Root] = extent{}
	return at
}
