package page

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of the table of contents, in modules.
const (
	contentsTop   = 5.0
	contentsTitle = 4.0
	entryPadding  = 2.0
)

// contentsPanel sets the table of contents beside the text.
func (b *builder) contentsPanel(n *doc.Aside, elem canvas.Elem, width doc.Pt) *panel {
	boxes := []box{b.rule(width, strong, doc.Primary), space(strong), space(b.modules(contentsTop))}
	title := n.Title
	for _, blk := range n.Blocks {
		if c, ok := blk.(*doc.Contents); ok && len(title) == 0 {
			title = c.Title
		}
	}
	if len(title) > 0 {
		h := b.tree.Add(elem, canvas.Node{Tag: "H2"})
		boxes = append(boxes, b.text(title, doc.RoleContentsTitle, width, h), space(b.modules(contentsTitle)))
	}
	for _, blk := range n.Blocks {
		e := b.declare(blk, elem)
		if c, ok := blk.(*doc.Contents); ok {
			boxes = append(boxes, b.entries(c, e, width)...)
			continue
		}
		for _, it := range b.inWidth(blk, e, width) {
			boxes = append(boxes, it.box)
		}
	}
	return &panel{pieces: []box{stack(boxes...)}}
}

// contents sets a table of contents in the text.
func (b *builder) contents(n *doc.Contents, elem canvas.Elem, width doc.Pt) []*item {
	var boxes []box
	if len(n.Title) > 0 {
		c := b.tree.Add(elem, canvas.Node{Tag: "Caption"})
		boxes = append(boxes, b.text(n.Title, doc.RoleContentsTitle, width, c), space(b.modules(contentsTitle)))
	}
	it := b.whole(stack(append(boxes, b.entries(n, elem, width)...)...))
	it.before, it.after = b.modules(8), b.modules(8)
	return []*item{it}
}

// entries sets a line for each section: its title and, at the end of the line,
// its page, which is known when the pages are drawn.
func (b *builder) entries(n *doc.Contents, elem canvas.Elem, width doc.Pt) []box {
	st := b.doc.Style(doc.RoleContentsEntry)
	number := st
	number.Weight = 700
	number.Align = doc.AlignEnd
	var boxes []box
	for i, e := range n.Entries {
		toci := b.tree.Add(elem, canvas.Node{Tag: "TOCI"})
		link := b.tree.Add(b.tree.Add(toci, canvas.Node{Tag: "Reference"}), canvas.Node{Tag: "Link"})
		color := doc.Hairline
		if i == 0 {
			color = doc.Ink
		}
		words := append(append(doc.Text{}, e.Text...), doc.Run{Text: " "}) // parts it from its page number
		p := b.paragraph(words, st, width-3*st.Size, link, setOptions{})
		line := p.box()
		height := line.height + 2*b.modules(entryPadding)
		title := e.Text.Plain()
		boxes = append(boxes, b.rule(width, fine, color), box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
			top := y + b.modules(entryPadding)
			line.draw(cv, x, top)
			if page := b.places(e.ID); page > 0 {
				num := b.paragraph(doc.T(strconv.Itoa(page)), number, width, link, setOptions{})
				num.line(cv, 0, x, top)
				cv.Link(link, canvas.Rect{X: x, Y: y, W: width, H: height}, "#"+e.ID, title)
			}
		}})
	}
	return boxes
}
