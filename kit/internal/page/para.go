package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// heading sets a heading. The headline takes the largest of its steps that
// gives few enough lines.
func (b *builder) heading(n *doc.Heading, elem canvas.Elem, width doc.Pt) []*item {
	st := b.doc.Style(n.Role)
	o := setOptions{headline: true}
	for _, step := range st.Steps {
		if len(b.paragraph(n.Text, st, width, canvas.Ground, o).lines) <= st.MaxLines {
			break
		}
		st.Size, st.LineHeight = step.Size, step.LineHeight
	}
	items := b.paragraph(n.Text, st, width, elem, o).items(0)
	lastGlue(items)
	for _, it := range items {
		it.heading, it.line = true, false
	}
	if len(items) > 0 {
		items[0].places = []place{{n.ID, n.Text.Plain(), n.Level}}
		if n.Level > 1 {
			items[0].lead = doc.Pt(len(items))*st.LineHeight + st.After
		}
	}
	return items
}

func (b *builder) para(n *doc.Para, elem canvas.Elem, width doc.Pt) []*item {
	st := b.doc.Style(n.Role)
	if most := b.doc.Page.SpanWidth(st.Measure); st.Measure > 0 {
		width = min(width, most)
	}
	var o setOptions
	if n.Follows {
		o.hang = -st.Indent
	}
	var items []*item
	if st.Ground == "" {
		items = b.paragraph(n.Text, st, width, elem, o).items(0)
	} else {
		pad := b.modules(groundPadding)
		items = b.paragraph(n.Text, st, width-2*pad, elem, o).items(pad)
		b.grounded(items, st.Ground, width)
	}
	if n.Role == doc.RoleKicker {
		lastGlue(items)
	}
	if len(items) > 0 {
		items[0].tight = n.Role == doc.RoleStandfirst
	}
	return items
}

// Indents of list items and nested quotations, in body sizes.
const (
	listIndent  = 1.6
	quoteIndent = 1.6
)

// list sets a list. Its labels hang in the indent.
func (b *builder) list(n *doc.List, elem canvas.Elem, width doc.Pt, depth int) []*item {
	st := b.doc.Style(doc.RoleListItem)
	indent := min(listIndent*st.Size, width/4)
	start := n.Start
	if n.Ordered && start == 0 {
		start = 1
	}
	var items []*item
	for i, entry := range n.Items {
		li := b.tree.Add(elem, canvas.Node{Tag: "LI"})
		lbl := b.tree.Add(li, canvas.Node{Tag: "Lbl"})
		body := b.tree.Add(li, canvas.Node{Tag: "LBody"})
		text := "•"
		if n.Ordered {
			text = b.doc.Number(start+i) + "."
		}
		label := b.paragraph(doc.T(text), st, width, lbl, setOptions{nowrap: true})
		var its []*item
		for _, blk := range entry.Blocks {
			var more []*item
			if sub, ok := blk.(*doc.List); ok {
				more = b.list(sub, b.declare(sub, body), width-indent, depth+1)
			} else {
				more = b.inWidth(blk, b.declare(blk, body), width-indent)
			}
			its = append(its, more...)
		}
		if len(its) == 0 {
			its = []*item{b.whole(space(st.LineHeight))}
		}
		for k, it := range its {
			it.figure, it.float = false, doc.NoFloat // it stays with its label
			inner := it.draw
			it.draw = func(cv canvas.Canvas, x, y doc.Pt) {
				if k == 0 {
					label.line(cv, 0, x, y)
				}
				if inner != nil {
					inner(cv, x+indent, y)
				}
			}
		}
		// No line stands alone on a page: that of the first entry, that of the last.
		last := i == len(n.Items)-1
		if i == 0 && len(its) == 1 && !last {
			its[0].glue = true
		}
		if i > 0 && len(its) == 1 && last {
			lastGlue(items)
		}
		items = append(items, its...)
	}
	if n := len(items); n > 0 && depth == 0 {
		items[n-1].after = max(items[n-1].after, b.doc.Style(doc.RoleBody).After)
	}
	return items
}

// nestedQuote sets a quotation inside the text: indented, without a bar.
func (b *builder) nestedQuote(n *doc.Callout, elem canvas.Elem, width doc.Pt) []*item {
	indent := min(quoteIndent*b.doc.Style(doc.RoleBody).Size, width/8)
	var items []*item
	for _, blk := range n.Body {
		for _, it := range b.inWidth(blk, b.declare(blk, elem), width-2*indent) {
			inner := it.draw
			it.draw = func(cv canvas.Canvas, x, y doc.Pt) {
				if inner != nil {
					inner(cv, x+indent, y)
				}
			}
			items = append(items, it)
		}
	}
	return items
}

// thematicBreak is a short fine rule with a line of white around it.
func (b *builder) thematicBreak(width doc.Pt) []*item {
	it := b.whole(stack(b.rule(width/4, fine, doc.Hairline), space(fine)))
	it.before, it.after = b.modules(8), b.modules(8)
	return []*item{it}
}
