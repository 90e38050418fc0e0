package canvas

import "slices"

// Elem is an element of the structure tree, or one of the artifacts below.
type Elem int

// Root is the document itself. Artifacts are negative: they are skipped by
// whoever reads the document rather than looks at it.
const (
	Root   Elem = 0
	Ground Elem = -1 // painted under everything else: tints, rules
	Header Elem = -2 // repeated at the head of pages
	Footer Elem = -3 // repeated at the foot of pages
)

// Tag is a structure type of ISO 32000-1, 14.8.4, or one of the two below.
type Tag string

// Tags that are not standard structure types.
const (
	// Plain is text of the parent between its inline children; it is not an
	// element of its own.
	Plain Tag = ""
	// Aside is a panel beside the text. PDF 1.7 maps it to Sect.
	Aside Tag = "Aside"
)

// Node is an element as it is declared.
type Node struct {
	Parent   Elem
	Tag      Tag
	Alt      string
	Lang     string // where it differs from the parent's
	Scope    Scope  // of a TH
	Numbered bool   // an L whose labels count
	Bulleted bool   // an L whose labels are bullets
}

// Scope says what a header cell names.
type Scope uint8

// Scopes.
const (
	NoScope Scope = iota
	RowScope
	ColumnScope
)

// Tree is the structure of a document in reading order: siblings are read in
// the order in which they were added, but for those that were moved.
type Tree struct {
	Nodes []Node
	kids  [][]Elem // of each node, as they are read
}

// NewTree makes a tree that holds only the root.
func NewTree() *Tree {
	return &Tree{Nodes: []Node{{Parent: Root, Tag: "Document"}}, kids: make([][]Elem, 1)}
}

// Add declares an element below parent, after those that are there, and gives its
// name. Below an artifact everything is that artifact.
func (t *Tree) Add(parent Elem, n Node) Elem {
	if parent < 0 {
		return parent
	}
	n.Parent = parent
	e := Elem(len(t.Nodes))
	t.Nodes = append(t.Nodes, n)
	t.kids = append(t.kids, nil)
	t.kids[parent] = append(t.kids[parent], e)
	return e
}

// Kids lists the elements below one as they are read. The list is the tree's own.
func (t *Tree) Kids(e Elem) []Elem { return t.kids[e] }

// Move takes an element, with all below it, out of its place and below a parent: it
// is read after the kid of that parent which is named last, or before all of them
// if that is Root.
func (t *Tree) Move(e, parent, after Elem) {
	from := t.Nodes[e].Parent
	t.kids[from] = slices.DeleteFunc(t.kids[from], func(k Elem) bool { return k == e })
	at := slices.Index(t.kids[parent], after) + 1
	t.kids[parent] = slices.Insert(t.kids[parent], at, e)
	t.Nodes[e].Parent = parent
}

// Reading lists the elements as they are read, each after its parent.
func (t *Tree) Reading() []Elem {
	order := make([]Elem, 0, len(t.Nodes))
	var visit func(Elem)
	visit = func(e Elem) {
		order = append(order, e)
		for _, k := range t.kids[e] {
			visit(k)
		}
	}
	visit(Root)
	return order
}
