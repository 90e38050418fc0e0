package canvas

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
// the order in which they were added, but for the parts of what was parted.
type Tree struct {
	Nodes []Node
	parts []Part
}

// Part is an element that goes on with another one, on a later page.
type Part struct{ Elem, Of, Before Elem }

// NewTree makes a tree that holds only the root.
func NewTree() *Tree { return &Tree{Nodes: []Node{{Parent: Root, Tag: "Document"}}} }

// Add declares an element below parent and gives its name. Below an artifact
// everything is that artifact.
func (t *Tree) Add(parent Elem, n Node) Elem {
	if parent < 0 {
		return parent
	}
	n.Parent = parent
	t.Nodes = append(t.Nodes, n)
	return Elem(len(t.Nodes) - 1)
}

// Part declares an element that goes on with another: it is a sibling of that one,
// and of the same kind, but is read before the sibling named last, or after all
// siblings if that is Root.
func (t *Tree) Part(of, before Elem) Elem {
	n := t.Nodes[of]
	e := t.Add(n.Parent, Node{Tag: n.Tag, Lang: n.Lang})
	t.parts = append(t.parts, Part{e, of, before})
	return e
}

// Parts lists the elements that go on with others.
func (t *Tree) Parts() []Part { return t.parts }

// Reading lists the elements as they are read, each after its parent.
func (t *Tree) Reading() []Elem {
	ahead := map[Elem][]Elem{}
	later := map[Elem]bool{}
	for _, p := range t.parts {
		ahead[p.Before], later[p.Elem] = append(ahead[p.Before], p.Elem), p.Before != Root
	}
	children := make([][]Elem, len(t.Nodes))
	for i, n := range t.Nodes[1:] {
		if e := Elem(i + 1); !later[e] {
			children[n.Parent] = append(append(children[n.Parent], ahead[e]...), e)
		}
	}
	order := make([]Elem, 0, len(t.Nodes))
	var visit func(Elem)
	visit = func(e Elem) {
		order = append(order, e)
		for _, c := range children[e] {
			visit(c)
		}
	}
	visit(Root)
	return order
}
