package docx

import (
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// hasContents reports whether a document has a list of sections.
func hasContents(d *doc.Document) (has bool) {
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if _, ok := b.(*doc.Contents); ok {
			has = true
		}
	})
	return has
}

// contents builds the list of sections: a table of linked names and the numbers
// of their pages, which are fields that Word counts. It is as wide as a panel.
// beside puts it next to the text.
func (b *builder) contents(pl place, f *flow, c *doc.Contents, title doc.Text, beside bool) {
	if main := b.d.Page.Main; !beside && (main.Offset > 0 || main.Span >= b.d.Page.Columns) && pl.width >= acrossColumns*leastAcross {
		b.contentsAcross(pl, f, c, title)
		return
	}
	const numbers = 10 * millimetre
	w := min(pl.width, b.titleWidth())
	switch {
	case beside:
		w = pl.side
	case b.d.Page.Main.Offset > 0: // there is no panel beside the text
		w = pl.width
	}
	t := &table{style: contentsTable, start: pl.start, grid: []doc.Pt{w - numbers, numbers}, caption: b.clean(title.Plain())}
	if beside {
		t.float, t.start = b.float(pl), 0
	} else {
		t.before, t.after = b.modules(bandGap), b.modules(bandGap)
	}
	if len(title) > 0 {
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: len(t.grid), content: flow{b.text(doc.RoleContentsTitle, inCell(w), title)}}}})
	}
	var names []string
	for i, e := range c.Entries {
		line := sides[rule]{top: rule{width: thin, color: doc.Ink}}
		if i > 0 {
			line = sides[rule]{} // the table's own
		}
		name, page := b.entry(e)
		names = append(names, e.Text.Plain())
		p := b.para(paragraphID(doc.RoleContentsEntry), inCell(t.grid[0]), name...)
		p.unkept = i == len(c.Entries)-1
		t.rows = append(t.rows, row{cells: []cell{
			{borders: line, content: flow{p}},
			{borders: line, content: flow{b.para(b.sheet.pageNumber(), inCell(t.grid[1]), page...)}},
		}})
	}
	t.description = b.clean(strings.Join(names, "; "))
	if len(t.rows) > 0 {
		*f = append(*f, t)
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
	*f = append(*f, b.gap(pl), b.gap(pl))
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
		case *doc.Figure:
			h += b.figureEstimate(blk, pl)
		case *doc.Callout:
			h += b.textEstimate(blk.Body, pl)
			if at := blk.Attribution; at != nil {
				h += height(doc.RoleAttributionName, at.Name) + height(doc.RoleAttributionTitle, at.Title)
			}
		case *doc.Row:
			h += max(b.textEstimate(blk.Label, inCell(b.titleWidth())), b.textEstimate(blk.Blocks, pl))
		case *doc.Columns:
			highest := doc.Pt(0)
			for _, c := range blk.Columns {
				highest = max(highest, b.textEstimate(c.Blocks, pl))
			}
			h += highest
		}
	}
	return h
}

func (b *builder) figureEstimate(fig *doc.Figure, pl place) (h doc.Pt) {
	if p := fig.Picture; p != nil && p.Width > 0 {
		h = pl.width*doc.Pt(p.Height)/doc.Pt(p.Width) + 2*b.modules(figureFoot)
		if fig.Role == doc.RoleHero {
			h = b.modules(heroHeight + heroFoot)
		}
	}
	return h + b.fonts.height(fig.Caption.Plain(), b.d.Style(doc.RoleCaption), pl.width)
}

// entry gives the name and the page of a section.
func (b *builder) entry(e doc.Entry) (name, page []inline) {
	name = b.runs(e.Text, doc.RoleContentsEntry)
	target, ok := b.targets[e.ID]
	if !ok {
		return name, nil
	}
	cached := ""
	if n := b.pages[e.ID]; n > 0 {
		cached = strconv.Itoa(n)
	}
	number := run{style: b.sheet.character(doc.RoleFooterStrong, doc.RoleContentsEntry, nil).id}
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
