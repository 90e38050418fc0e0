package pdfwriter

// writeOutline writes the outline (ISO 32000-1, 12.3.3) and returns its root; 0 if there is none.
func (a *assembly) writeOutline() ref {
	items := a.doc.outline
	if len(items) == 0 {
		return 0
	}
	root := a.alloc()
	type node struct {
		ref, parent, first, prev, next ref
		last                           *node
		below                          int // entries under it, all being open
	}
	top := &node{ref: root}
	nodes := make([]*node, len(items))
	var open []int // the entries that a deeper one would belong to, with the innermost last
	for i, it := range items {
		for len(open) > 0 && items[open[len(open)-1]].level >= it.level {
			open = open[:len(open)-1]
		}
		parent := top
		if len(open) > 0 {
			parent = nodes[open[len(open)-1]]
		}
		n := &node{ref: a.alloc(), parent: parent.ref}
		if parent.last == nil {
			parent.first = n.ref
		} else {
			n.prev, parent.last.next = parent.last.ref, n.ref
		}
		parent.last = n
		top.below++
		for _, j := range open {
			nodes[j].below++
		}
		nodes[i] = n
		open = append(open, i)
	}
	for i, it := range items {
		n := nodes[i]
		o := new(object).begin().key("Title").text(it.title).key("Parent").ref(n.parent)
		o.link("Prev", n.prev).link("Next", n.next)
		if n.last != nil {
			o.link("First", n.first).link("Last", n.last.ref).key("Count").int(n.below)
		}
		o.key("Dest")
		a.dest(o, it.dest)
		a.set(n.ref, o.end())
	}
	o := new(object).begin().key("Type").name("Outlines").link("First", top.first).link("Last", top.last.ref)
	a.set(root, o.key("Count").int(top.below).end())
	return root
}

// link writes an entry that refers to an object, unless it is 0.
func (o *object) link(k string, r ref) *object {
	if r != 0 {
		o.key(k).ref(r)
	}
	return o
}
