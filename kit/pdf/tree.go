package pdf

import (
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// Begin makes the structure tree. The pages declare what there is; here it gets
// the attributes that PDF has for it, and tables their parts.
func (c *pdfCanvas) Begin(t *canvas.Tree) {
	c.tree = t
	c.elems = make([]*pdfwriter.Element, len(t.Nodes))
	c.elems[canvas.Root] = c.out.Root()
	parts := newTableParts(t)
	for _, e := range t.Reading() {
		if e == canvas.Root {
			continue
		}
		n := t.Nodes[e]
		parent := c.elems[n.Parent]
		switch n.Tag {
		case canvas.Plain:
			c.elems[e] = parent.AddText()
			continue
		case "TR":
			parent = parts.of(e, n, parent)
		}
		c.elems[e] = parent.Add(pdfwriter.Tag(n.Tag))
		describe(c.elems[e], n)
	}
}

// describe sets what is known of an element beside its tag.
func describe(e *pdfwriter.Element, n canvas.Node) {
	e.Alt, e.Lang = n.Alt, n.Lang
	switch n.Scope {
	case canvas.RowScope:
		e.Attr.Scope = pdfwriter.ScopeRow
	case canvas.ColumnScope:
		e.Attr.Scope = pdfwriter.ScopeColumn
	}
	switch {
	case n.Tag == "L" && n.Numbered:
		e.Attr.Numbering = pdfwriter.NumberingDecimal
	case n.Tag == "L" && n.Bulleted:
		e.Attr.Numbering = pdfwriter.NumberingDisc
	case n.Tag == "Figure":
		e.Attr.Placement = pdfwriter.PlacementBlock
	}
}

// tableParts puts the rows of tables that have rows of headers into a THead and
// a TBody. The rows of other tables stay in the Table: a body says something
// only where there is a head.
type tableParts struct {
	heads  map[canvas.Elem]bool // rows whose cells are all headers of columns
	headed map[canvas.Elem]bool // tables with such rows
	last   map[canvas.Elem]*pdfwriter.Element
}

func newTableParts(t *canvas.Tree) *tableParts {
	p := &tableParts{heads: map[canvas.Elem]bool{}, headed: map[canvas.Elem]bool{}, last: map[canvas.Elem]*pdfwriter.Element{}}
	for _, n := range t.Nodes {
		switch {
		case n.Tag == "TH" && n.Scope == canvas.ColumnScope:
			if _, known := p.heads[n.Parent]; !known {
				p.heads[n.Parent] = true
			}
		case n.Tag == "TH" || n.Tag == "TD":
			p.heads[n.Parent] = false
		}
	}
	for row, head := range p.heads {
		if table := t.Nodes[row].Parent; head && t.Nodes[table].Tag == "Table" {
			p.headed[table] = true
		}
	}
	return p
}

// of gives the part of a table that a row belongs to.
func (p *tableParts) of(row canvas.Elem, n canvas.Node, table *pdfwriter.Element) *pdfwriter.Element {
	if !p.headed[n.Parent] {
		return table
	}
	tag := pdfwriter.TBody
	if p.heads[row] {
		tag = pdfwriter.THead
	}
	if last := p.last[n.Parent]; last != nil && last.Tag() == tag {
		return last
	}
	p.last[n.Parent] = table.Add(tag)
	return p.last[n.Parent]
}
