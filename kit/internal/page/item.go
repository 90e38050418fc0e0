package page

import (
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// frame is a run of grid columns that the text takes, after some that may be halves.
type frame struct {
	off  float64
	span int
}

// item is a piece of the flow that is never parted. Breaks are allowed between
// items.
type item struct {
	box
	part    *doc.Part
	section *doc.Section // inside the part; nil if none
	frame   frame
	columns int // of running text in the frame, of which it stands in one; 0 or 1: over all of it

	// Margins. Between two items the larger of the two counts, and at the head
	// of a page none. A tight item counts only its own.
	before, after doc.Pt
	tight         bool

	glue    bool // no page break after it
	parts   bool // no more than that a word is parted after it keeps it there
	inner   bool // no more than that a quotation would begin or end a column keeps it there
	snap    bool // what follows goes on at the next half of a baseline
	newPage bool // starts a page

	// wide is the same in the full width; it is used where no panel stands on
	// the page.
	wide *item
	// title stands in the columns before the frame, its top level with this.
	title *box
	// words are a quotation in the text, for where the sidebar has no room for its
	// panel; nil if it is none.
	words *item
	below doc.Pt // the height of the text that follows on it
	// stacked is the same where the sidebar, into which it reaches, has no room for
	// it; nil if it does not reach there.
	stacked *box
	// reopen come before this item where it is the first on a page: the title
	// of its section, the head of its table, once more for the eye.
	reopen []*item
	origin diag.Span // where its text was written, for messages
	// panel is set beside the text from here on, where there is room. Such an
	// item has no height of its own.
	panel  *panel
	flush  bool    // sets the panels that still wait for room; without a height too
	beside frame   // of those: the text that they would stand beside
	places []place // sections that begin with this item

	ends    bool // the last item of a block of its part or section
	heading bool
	opens   bool // the title of a section

	quote    bool      // may be set after a later paragraph
	loose    bool      // of a quotation: how glue of the item before it was
	figure   bool      // may be set at the head of the next page
	band     bool      // statistics: so may they, where they have no room
	float    doc.Float // where a figure goes
	placed   bool      // a figure that has gone there
	inColumn doc.Float // where a figure goes in one of several columns

	para    *doc.Para // of a line: its paragraph
	repeats *doc.Para // of a quotation: the paragraph that has its words

	row  bool   // of a table
	line bool   // of running text: stands on the grid of baselines
	lead doc.Pt // of a heading's first line: what follows stands on the grid so far below
}

// joins says that two items belong to the same part and section.
func (it *item) joins(o *item) bool { return it.part == o.part && it.section == o.section }

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

// slack forgives what rounding adds to a sum of lengths.
const slack doc.Pt = 0.01
