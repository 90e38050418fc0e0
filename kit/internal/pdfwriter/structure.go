package pdfwriter

import (
	"slices"
	"strings"
)

// writeStructure writes the structure tree (ISO 32000-1, 14.7) and returns its root.
func (a *assembly) writeStructure() ref {
	root := a.alloc()
	parents, next := a.parentTree()
	a.nameElements()
	a.doc.root.walk(func(e *Element) {
		if a.refs[e] != 0 {
			a.set(a.refs[e], a.element(e, root))
		}
	})
	o := new(object).begin().key("Type").name("StructTreeRoot").key("K").ref(a.refs[a.doc.root])
	o.key("ParentTree").ref(parents).key("ParentTreeNextKey").int(next)
	a.roleMap(o)
	a.idTree(o)
	a.set(root, o.end())
	return root
}

// parentTree writes what leads from marked content and annotations back to elements: an array for each page, then one
// element for each link, under the keys that writePages gave out. It returns the first key that is free.
func (a *assembly) parentTree() (tree ref, next int) {
	nums := new(object).begin().key("Nums").raw("[")
	for i := range a.sheets {
		s := &a.sheets[i]
		if s.keys < 0 {
			continue
		}
		list := a.alloc()
		a.set(list, new(object).refs(s.owners))
		nums.raw("\n").int(s.keys).raw(" ").ref(list)
		next++
	}
	for i := range a.sheets {
		for _, l := range a.sheets[i].links {
			nums.raw("\n").int(next).raw(" ").ref(a.refs[l.elem.owner()])
			next++
		}
	}
	tree = a.alloc()
	a.set(tree, nums.raw("]").end())
	return tree, next
}

// structKid is what an element consists of: a child, marked content or an annotation.
type structKid struct {
	child *Element
	sheet *sheet
	mcid  int
	annot ref
}

// kids appends what e consists of, in reading order. What stands in elements without a tag counts as e's own.
func (a *assembly) kids(list []structKid, e *Element) []structKid {
	for _, k := range e.kids {
		switch {
		case k.elem == nil:
			for _, pc := range k.pieces {
				for mcid := a.mcids[pc].from; mcid < a.mcids[pc].to; mcid++ {
					list = append(list, structKid{sheet: &a.sheets[pc.page.index], mcid: mcid})
				}
			}
		case k.elem.tag == "":
			list = a.kids(list, k.elem)
		case !a.blank[k.elem]:
			list = append(list, structKid{child: k.elem})
		}
	}
	return append(list, a.annots[e]...)
}

// element writes a structure element (ISO 32000-1, table 323).
func (a *assembly) element(e *Element, root ref) *object {
	parent := root
	if e.parent != nil {
		parent = a.refs[e.parent.owner()]
	}
	o := new(object).begin().key("Type").name("StructElem").key("S").name(string(e.tag)).key("P").ref(parent)
	o.textKey("ID", a.ids[e]).textKey("T", cleanText(e.Title)).textKey("Lang", cleanText(e.Lang))
	o.textKey("Alt", cleanText(e.Alt)).textKey("E", cleanText(e.Expansion)).textKey("ActualText", cleanText(e.ActualText))
	a.attributes(o, e)
	kids := a.kids(nil, e)
	// Marked content on this page can be given by its number alone.
	var here *sheet
	if i := slices.IndexFunc(kids, func(k structKid) bool { return k.sheet != nil }); i >= 0 {
		here = kids[i].sheet
		o.key("Pg").ref(here.ref)
	}
	o.key("K").raw("[")
	for i, k := range kids {
		if i > 0 {
			o.raw(" ")
		}
		switch {
		case k.child != nil:
			o.ref(a.refs[k.child])
		case k.annot != 0:
			o.raw("<</Type /OBJR /Pg ").ref(k.sheet.ref).raw(" /Obj ").ref(k.annot).raw(">>")
		case k.sheet == here:
			o.int(k.mcid)
		default:
			o.raw("<</Type /MCR /Pg ").ref(k.sheet.ref).raw(" /MCID ").int(k.mcid).raw(">>")
		}
	}
	return o.raw("]").end()
}

// attributes writes the attribute objects of an element, one for each owner (ISO 32000-1, 14.8.5).
func (a *assembly) attributes(o *object, e *Element) {
	at := &e.Attr
	layout, table, list := new(object), new(object), new(object)
	if at.Placement != "" {
		layout.raw(" /Placement ").name(string(at.Placement))
	}
	if at.page != nil {
		h, b := at.page.height, at.box
		layout.raw(" /BBox ").nums(b.X, h-b.Y-b.H, b.X+b.W, h-b.Y)
	}
	if at.Scope != "" {
		table.raw(" /Scope ").name(string(at.Scope))
	}
	if at.RowSpan > 1 {
		table.raw(" /RowSpan ").int(at.RowSpan)
	}
	if at.ColSpan > 1 {
		table.raw(" /ColSpan ").int(at.ColSpan)
	}
	if len(at.Headers) > 0 {
		table.raw(" /Headers [")
		for i, h := range at.Headers {
			if i > 0 {
				table.raw(" ")
			}
			table.text(a.ids[h])
		}
		table.raw("]")
	}
	if s := cleanText(at.Summary); s != "" {
		table.raw(" /Summary ").text(s)
	}
	if at.Numbering != "" {
		list.raw(" /ListNumbering ").name(string(at.Numbering))
	}
	var all []byte
	for _, owner := range []struct {
		name string
		attr *object
	}{{"Layout", layout}, {"List", list}, {"Table", table}} {
		if len(owner.attr.b) > 0 {
			all = append(append(append(all, "<</O /"+owner.name...), owner.attr.b...), ">>"...)
		}
	}
	if len(all) > 0 {
		o.key("A").raw("[").raw(string(all)).raw("]")
	}
}

// nameElements gives an identifier to each element that needs one: header cells that others name, and notes
// (ISO 14289-1, 7.9).
func (a *assembly) nameElements() {
	named := map[*Element]bool{}
	a.doc.root.walk(func(e *Element) {
		for _, h := range e.Attr.Headers {
			named[h] = true
		}
		if a.doc.standard(e.tag) == Note {
			named[e] = true
		}
	})
	a.doc.root.walk(func(e *Element) {
		if named[e] {
			a.ids[e] = "e" + string(appendInt(nil, len(a.ids)+1))
			a.idOrder = append(a.idOrder, e)
		}
	})
}

// idTree writes the name tree of identifiers, which must be sorted as strings.
func (a *assembly) idTree(o *object) {
	if len(a.ids) == 0 {
		return
	}
	slices.SortFunc(a.idOrder, func(x, y *Element) int { return strings.Compare(a.ids[x], a.ids[y]) })
	o.key("IDTree").raw("<</Names [")
	for i, e := range a.idOrder {
		if i > 0 {
			o.raw(" ")
		}
		o.text(a.ids[e]).raw(" ").ref(a.refs[e])
	}
	o.raw("]>>")
}

// roleMap writes the standard meaning of the custom tags in use.
func (a *assembly) roleMap(o *object) {
	used := map[Tag]bool{}
	a.doc.root.walk(func(e *Element) {
		if a.refs[e] != 0 && !isStandard(e.tag) {
			used[e.tag] = true
		}
	})
	if len(used) == 0 {
		return
	}
	tags := make([]Tag, 0, len(used))
	for t := range used {
		tags = append(tags, t)
	}
	slices.Sort(tags)
	o.key("RoleMap").raw("<<")
	for _, t := range tags {
		o.raw(" ").name(string(t)).raw(" ").name(string(a.doc.standard(t)))
	}
	o.raw(" >>")
}
