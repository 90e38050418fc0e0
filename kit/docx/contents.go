package docx

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
)

// Contents over the width of the text stand in two columns from this many
// entries on, read across.
const twoColumnsFrom = 5

// contents builds the list of sections: a table of linked names and the numbers
// of their pages, which are fields that Word counts. beside puts it next to the
// text.
func (b *builder) contents(pl place, f *flow, c *doc.Contents, title doc.Text, beside bool) {
	const numbers = 10 * millimetre
	t := &table{style: plainTable, start: pl.start, caption: b.clean(title.Plain())}
	w, columns := pl.width, 1
	switch {
	case beside:
		w, t.float, t.start = pl.side, b.float(), 0
	case len(c.Entries) >= twoColumnsFrom && pl.width > 8*numbers:
		columns = 2
	}
	gutter := b.d.Page.Gutter
	each := (w - doc.Pt(columns-1)*gutter) / doc.Pt(columns)
	for i := range columns {
		if i > 0 {
			t.grid = append(t.grid, gutter)
		}
		t.grid = append(t.grid, each-numbers, numbers)
	}
	if len(title) > 0 {
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: len(t.grid), content: flow{b.text(doc.RoleContentsTitle, inCell(w), title)}}}})
	}
	for from := 0; from < len(c.Entries); from += columns {
		line := rule{width: thin, color: doc.Hairline}
		if from == 0 {
			line.color = doc.Ink
		}
		last := from+columns >= len(c.Entries) // the list is not parted
		var r row
		for i := range columns {
			if i > 0 {
				r.cells = append(r.cells, cell{content: b.closed(nil)})
			}
			name, page := b.entry(c.Entries, from+i)
			top := sides[rule]{top: line}
			for k, content := range [][]inline{name, page} {
				p := b.para(paragraphID(doc.RoleContentsEntry), inCell(t.grid[k]), content...)
				p.keepNext = !last
				if k == 1 {
					p.align = ptr(doc.AlignEnd)
				}
				r.cells = append(r.cells, cell{borders: top, content: flow{p}})
			}
		}
		t.rows = append(t.rows, r)
	}
	switch {
	case len(t.rows) == 0:
	case beside:
		*f = append(*f, t)
	default:
		b.space(f, pl, b.modules(bandGap))
		*f = append(*f, t, b.gap(pl, b.modules(bandGap)))
	}
}

// surelyOver is by how much a text must be higher than the room on its first
// page before it is taken to end on a later one: heights are estimates.
const surelyOver doc.Pt = 100

// contentsAtHead sets a list of sections that follows all text of its part at
// the head of the page where the text ends, in the free columns, if that is not
// the page where it begins, which has a headline and a panel there.
func (b *builder) contentsAtHead(pl place, f *flow, a *doc.Aside, before []doc.Block) bool {
	if a.Role != doc.RoleContents || a.Place != doc.Sidebar || pl.side == 0 || len(a.Blocks) != 1 {
		return false
	}
	c, ok := a.Blocks[0].(*doc.Contents)
	if !ok || b.textEstimate(before, pl) < b.room+surelyOver {
		return false
	}
	title := c.Title
	if len(title) == 0 {
		title = a.Title
	}
	from := len(*f)
	b.contents(pl, f, c, title, true)
	for _, e := range (*f)[from:] {
		if t, ok := e.(*table); ok {
			t.float.head = true
		}
	}
	// The table hangs on the paragraph after it, which must not be the one that
	// ends the section: LibreOffice would carry it over to the next.
	*f = append(*f, b.gap(pl, 1), b.gap(pl, 1))
	return true
}

// textEstimate is about how high blocks are in a place.
func (b *builder) textEstimate(blocks []doc.Block, pl place) (h doc.Pt) {
	height := func(r doc.Role, t doc.Text) doc.Pt { return b.fonts.height(t.Plain(), b.d.Style(r), pl.width) }
	for _, blk := range blocks {
		switch blk := blk.(type) {
		case *doc.Heading:
			h += height(blk.Role, blk.Text)
		case *doc.Para:
			h += height(blk.Role, blk.Text)
		case *doc.List:
			for _, i := range blk.Items {
				h += b.textEstimate(i.Blocks, pl)
			}
		case *doc.Callout:
			h += b.textEstimate(blk.Body, pl)
			if at := blk.Attribution; at != nil {
				h += height(doc.RoleAttributionName, at.Name) + height(doc.RoleAttributionTitle, at.Title)
			}
		}
	}
	return h
}

// entry gives the name and the page of a section; nothing beyond the last.
func (b *builder) entry(entries []doc.Entry, i int) (name, page []inline) {
	if i >= len(entries) {
		return nil, nil
	}
	e := entries[i]
	name = b.runs(e.Text, doc.RoleContentsEntry)
	target, ok := b.targets[e.ID]
	if !ok {
		return name, nil
	}
	cached := ""
	if n := b.pages[e.ID]; n > 0 {
		cached = strconv.Itoa(n)
	}
	number := run{style: b.sheet.character(doc.RoleFooterStrong, doc.RoleContentsEntry).id}
	return []inline{&link{anchor: target, content: withoutLinks(name)}},
		[]inline{&field{instruction: "PAGEREF " + target + ` \h`, cached: cached, format: number}}
}

// withoutLinks takes the content out of links: links do not nest.
func withoutLinks(content []inline) (out []inline) {
	for _, i := range content {
		if l, ok := i.(*link); ok {
			out = append(out, l.content...)
			continue
		}
		out = append(out, i)
	}
	return out
}
