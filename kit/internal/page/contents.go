package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of the table of contents, in modules.
const (
	contentsTop   = 5.0
	contentsTitle = 4.0
	entryPadding  = 2.0
)

// contentsPanel sets the table of contents beside the text, and, for where there is
// no room, across a full width.
func (b *builder) contentsPanel(n *doc.Aside, elem canvas.Elem, width, full doc.Pt) *panel {
	title := n.Title
	for _, blk := range n.Blocks {
		if c, ok := blk.(*doc.Contents); ok && len(title) == 0 {
			title = c.Title
		}
	}
	var h canvas.Elem
	if len(title) > 0 {
		h = b.tree.Add(elem, canvas.Node{Tag: "H2"})
	}
	head := func(width doc.Pt) []box {
		boxes := []box{b.rule(width, strong, doc.Primary), space(strong), space(b.modules(contentsTop))}
		if len(title) > 0 {
			boxes = append(boxes, b.text(title, doc.RoleContentsTitle, width, h), space(b.modules(contentsTitle)))
		}
		return boxes
	}
	boxes := head(width)
	p := &panel{head: stack(boxes...), again: stack(boxes[:3]...)}
	var pieces []box
	for _, blk := range n.Blocks {
		e := b.declare(blk, elem)
		if c, ok := blk.(*doc.Contents); ok {
			links := b.declareEntries(c, e)
			pieces = append(pieces, b.entries(c, links, width)...)
			if len(n.Blocks) == 1 {
				band := stack(append(head(full), b.entriesAcross(c, links, full))...)
				p.band = &band
			}
			continue
		}
		for _, it := range b.inWidth(blk, e, width) {
			pieces = append(pieces, it.box)
		}
	}
	// A short list is never parted.
	if all := stack(pieces...); all.height <= b.doc.Page.Height/2 {
		pieces = []box{all}
	}
	for _, piece := range pieces {
		p.groups = append(p.groups, alone(piece))
	}
	return p
}

// contents sets a table of contents in the text.
func (b *builder) contents(n *doc.Contents, elem canvas.Elem, width doc.Pt) []*item {
	var boxes []box
	if len(n.Title) > 0 {
		c := b.tree.Add(elem, canvas.Node{Tag: "Caption"})
		boxes = append(boxes, b.text(n.Title, doc.RoleContentsTitle, width, c), space(b.modules(contentsTitle)))
	}
	pieces := b.entries(n, b.declareEntries(n, elem), width)
	items := []*item{b.whole(stack(append(boxes, pieces[:min(2, len(pieces))]...)...))}
	for _, e := range pieces[min(2, len(pieces)):] {
		items = append(items, b.whole(e))
	}
	items[0].before, items[len(items)-1].after = b.modules(8), b.modules(8)
	for _, it := range items[max(0, len(items)-3) : len(items)-1] {
		it.glue = true
	}
	items[0].glue = len(items) > 1
	return items
}

// declareEntries declares a link for each entry.
func (b *builder) declareEntries(n *doc.Contents, elem canvas.Elem) []canvas.Elem {
	links := make([]canvas.Elem, len(n.Entries))
	for i := range links {
		toci := b.tree.Add(elem, canvas.Node{Tag: "TOCI"})
		links[i] = b.tree.Add(b.tree.Add(toci, canvas.Node{Tag: "Reference"}), canvas.Node{Tag: "Link"})
	}
	return links
}

// acrossColumns is how many columns the entries of a band stand in.
const acrossColumns = 3

// entriesAcross sets entries in columns, one after the other.
func (b *builder) entriesAcross(n *doc.Contents, links []canvas.Elem, width doc.Pt) box {
	gutter := b.doc.Page.Gutter
	w := (width - (acrossColumns-1)*gutter) / acrossColumns
	rows := (len(n.Entries) + acrossColumns - 1) / acrossColumns
	var columns []offset
	for at := 0; at < len(n.Entries); at += rows {
		end := min(at+rows, len(n.Entries))
		part := &doc.Contents{Entries: n.Entries[at:end]}
		dx := doc.Pt(len(columns)) * (w + gutter)
		columns = append(columns, offset{dx: dx, box: stack(b.entries(part, links[at:end], w)...)})
	}
	return beside(columns...)
}

// entries sets a line for each section below its link: its title and, at the end of
// the line, its page, which is known when the pages are drawn.
func (b *builder) entries(n *doc.Contents, links []canvas.Elem, width doc.Pt) []box {
	st := b.doc.Style(doc.RoleContentsEntry)
	number := st
	number.Weight = 700
	number.Align = doc.AlignEnd
	var boxes []box
	for i, e := range n.Entries {
		link := links[i]
		color := doc.Hairline
		if i == 0 {
			color = doc.Ink
		}
		words := append(append(doc.Text{}, e.Text...), doc.Run{Text: " "}) // parts it from its page number
		p := b.paragraph(words, st, width-3*st.Size, link, setOptions{})
		line := p.box()
		height := line.height + 2*b.modules(entryPadding)
		title := e.Text.Plain()
		boxes = append(boxes, stack(b.rule(width, fine, color), box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
			top := y + b.modules(entryPadding)
			line.draw(cv, x, top)
			if page := b.places(e.ID); page > 0 {
				num := b.paragraph(doc.T(b.doc.Number(page)), number, width, link, setOptions{})
				num.line(cv, 0, x, top)
				cv.Link(link, canvas.Rect{X: x, Y: y, W: width, H: height}, "#"+e.ID, title)
			}
		}}))
	}
	return boxes
}
