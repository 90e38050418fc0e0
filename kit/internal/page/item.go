package page

import (
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// frame is a run of grid columns that the text takes.
type frame struct{ off, span int }

// item is a piece of the flow that is never parted. Breaks are allowed between
// items.
type item struct {
	box
	part  *doc.Part
	frame frame

	// Margins. Between two items the larger of the two counts, and at the head
	// of a page none. A tight item counts only its own.
	before, after doc.Pt
	tight         bool

	glue    bool // no page break after it
	snap    bool // what follows goes on at the next half of a baseline
	newPage bool // starts a page

	// wide is the same in the full width; it is used where no panel stands on
	// the page.
	wide  *item
	loose bool // of a quotation: how glue of the item before it was
	// title stands in the columns before the frame, its top level with this.
	title *box
	// reopen comes before this item where it is the first on a page: the title
	// of its section once more, for the eye.
	reopen *item
	again  bool      // is such a title itself
	origin diag.Span // where its text was written, for messages
	// panel is set beside the text from here on, where there is room. Such an
	// item has no height of its own.
	panel  *panel
	places []place // sections that begin with this item

	ends    bool // the last item of a block of its part
	heading bool
}

// place is a destination: a section of the table of contents, an entry of the
// outline.
type place struct {
	id, title string
	level     int
}

// row sets items beside a label that stands level with the first of them, at dx.
// A row that is no higher than most is one item; a higher one may be parted
// between its items, below the label.
func (b *builder) row(label box, dx doc.Pt, items []*item, most doc.Pt) []*item {
	var body, head []box
	var height, after doc.Pt
	rest := items
	for i, it := range items {
		gap := space(0)
		if i > 0 {
			gap = space(max(after, it.before))
		}
		after = it.after
		body = append(body, gap, it.box)
		height += gap.height + it.height
		if len(head) == 0 || height <= label.height {
			head = append(head, gap, it.box)
			rest = items[i+1:]
		}
	}
	if height <= most || len(rest) == 0 {
		return []*item{b.whole(beside(offset{box: label}, offset{dx: dx, box: stack(body...)}))}
	}
	out := []*item{b.whole(beside(offset{box: label}, offset{dx: dx, box: stack(head...)}))}
	out[0].after = items[len(items)-len(rest)-1].after
	for _, it := range rest {
		it.box = padded(dx, it.box)
		out = append(out, it)
	}
	return out
}

// wholeRow is how high a row may be that is not parted, as a share of the sheet.
const wholeRow = 0.4

// lastGlue forbids a break after the last of the items.
func lastGlue(items []*item) {
	if n := len(items); n > 0 {
		items[n-1].glue = true
	}
}

// panel is an aside in pieces that are not parted.
type panel struct {
	head   box // title and the space over the first piece
	again  box // stands for head where the panel goes on
	pieces []box
	gap    doc.Pt // between pieces
	foot   doc.Pt
	paint  func(h doc.Pt) pen // draws the ground of a given height
}

// fit takes the pieces that fit into a height, all or as many as do. ok is false
// if not even the first fits. rest is nil if nothing is left.
func (p *panel) fit(room doc.Pt) (b box, rest *panel, ok bool) {
	h := p.head.height + p.foot
	n := 0
	for i, piece := range p.pieces {
		add := piece.height
		if i > 0 {
			add += p.gap
		}
		if h+add > room+slack {
			break
		}
		h += add
		n++
	}
	if n == 0 {
		return box{}, nil, false
	}
	parts := []box{p.head}
	for i, piece := range p.pieces[:n] {
		if i > 0 {
			parts = append(parts, space(p.gap))
		}
		parts = append(parts, piece)
	}
	parts = append(parts, space(p.foot))
	b = stack(parts...)
	if p.paint != nil {
		b = beside(offset{box: box{height: b.height, draw: p.paint(b.height)}}, offset{box: b})
	}
	if n < len(p.pieces) {
		q := *p
		q.pieces, q.head = p.pieces[n:], p.again
		rest = &q
	}
	return b, rest, true
}

// slack forgives what rounding adds to a sum of lengths.
const slack doc.Pt = 0.01
