package docx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// The list of sections is a field that Word fills anew when it is asked to (ISO/IEC
// 29500-1, 17.16.5.68). It stands as Word will write it, so that only numbers of pages
// change then: all entries in its own style, without formatting of theirs; each a link
// from its name to its number; the end of the field in a paragraph of its own. What
// Word gathers is what is listed: all paragraphs of the first level between the list
// and the end of the document.

// listed gives the IDs of the sections that a document lists; nil if it has no list of
// them.
func listed(d *doc.Document) (ids map[string]bool) {
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		c, ok := b.(*doc.Contents)
		if !ok {
			return
		}
		if ids == nil {
			ids = map[string]bool{}
		}
		for _, e := range c.Entries {
			if e.ID != "" {
				ids[e.ID] = true
			}
		}
	})
	return ids
}

// contents builds the list of sections in a panel; beside puts it next to the text.
// Where no text stands beside it, it is a band of columns under its title: in the panel
// that is a row, which floats with the others.
func (b *builder) contents(pl place, f *flow, c *doc.Contents, title doc.Text, beside bool) {
	w, columns := min(pl.width, b.titleWidth()), 1
	switch {
	case beside:
		w = pl.side
	case pl.width >= acrossColumns*leastAcross:
		w, columns = pl.width, b.contentsColumns(c, pl.width)
	case b.d.Page.Main.Offset > 0: // there is no panel beside the text
		w = pl.width
	}
	t := &table{style: contentsTable, start: pl.start, caption: b.clean(title.Plain())}
	if columns == 1 {
		t.gallery = "Table of Contents" // which is one field
	}
	if beside {
		t.float, t.start = b.float(pl), 0
	} else {
		t.before, t.after = b.between(bandGap), b.between(bandGap)
	}
	switch {
	case len(title) == 0:
	case beside:
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: columns, content: flow{b.text(doc.RoleContentsTitle, inCell(w), title)}}}})
	default:
		b.space(f, t.before)
		over := pl
		over.width, over.end = w, pl.end+pl.width-w
		p := b.text(doc.RoleContentsTitle, over, title)
		p.before, p.keepNext = ptr(doc.Pt(0)), true
		t.before = 0
		*f = append(*f, p)
	}
	gutter := doc.Pt(0)
	if columns > 1 { // below the last column too: all entries must have the same indents
		gutter = b.d.Page.Gutter
	}
	each := w/doc.Pt(columns) - gutter
	b.sheet.style(paragraphID(doc.RoleContentsEntry)).endTab = each
	high := (len(c.Entries) + columns - 1) / columns
	var entries row
	var names []string
	for i := range columns {
		some := c.Entries[min(i*high, len(c.Entries)):min((i+1)*high, len(c.Entries))]
		for _, e := range some {
			names = append(names, e.Text.Plain())
		}
		column := cell{content: b.closed(b.entries(some, each, i == 0))}
		column.margins.end = gutter
		t.grid = append(t.grid, each+column.margins.end)
		entries.cells = append(entries.cells, column)
	}
	if len(names) > 0 {
		t.rows = append(t.rows, entries)
	}
	t.description = b.clean(strings.Join(names, "; "))
	if len(t.rows) > 0 {
		*f = append(*f, t)
	}
}

// contentsColumns is in how many columns the entries of a band stand: in fewer where one
// of them would have its number alone on a second line.
func (b *builder) contentsColumns(c *doc.Contents, width doc.Pt) int {
	look := b.d.Style(doc.RoleContentsEntry)
	number := b.fonts.advance("0", look, look.Size)
	columns := acrossColumns
	for columns > 2 {
		each := width/doc.Pt(columns) - b.d.Page.Gutter
		if b.d.RTL {
			each *= joined
		}
		if !slices.ContainsFunc(c.Entries, func(e doc.Entry) bool {
			name := b.fonts.advance(e.Text.Plain(), look, look.Size)
			return name <= each && name+number > each
		}) {
			break
		}
		columns--
	}
	return columns
}

const (
	acrossColumns = 3               // in which the entries of a band stand, at most
	leastAcross   = 38 * millimetre // how narrow each of them may be
)

// entries builds a column of the list of sections. Each is a field of its own, since
// Word knows none over several cells, for the part of the document from its first
// section, or for the first column from the list, to the first section of the next
// column.
func (b *builder) entries(some []doc.Entry, width doc.Pt, first bool) (f flow) {
	if len(some) == 0 {
		return nil
	}
	instruction := `TOC \o "1-1" \h \u`
	switch id := some[0].ID; {
	case first:
		b.bookmarks++
		b.openRange = b.bookmarks
		b.firstRange = &rangeEdge{b.openRange, "_Contents1"}
		instruction += ` \b ` + b.firstRange.name
	case b.targets[id] != "":
		b.ranges[id] = "_Contents" + strconv.Itoa(len(b.ranges)+2)
		instruction += ` \b ` + b.ranges[id]
	}
	for i, e := range some {
		p := b.para(paragraphID(doc.RoleContentsEntry), inCell(width), b.entry(e)...)
		if i == 0 {
			p.content = append([]inline{&fieldEdge{instruction}}, p.content...)
		}
		f = append(f, p)
	}
	end := b.gap(inCell(width))
	end.content = []inline{&fieldEdge{}}
	return append(f, end)
}

// rank gives a heading of the end matter the level of sections if it is listed with
// them.
func (b *builder) rank(p *paragraph, h *doc.Heading) {
	if h.Role == doc.RoleEndHeading && b.listed[h.ID] {
		p.style = b.sheet.variant(p.style, "End Heading Listed", func(v *style) { v.outline = 1 }).id
	}
}

// openContents begins the range of the first sections with the text after their list.
// Whatever title is put between the list and the first section is so in the list.
func (b *builder) openContents(f flow) {
	if b.firstRange == nil {
		return
	}
	i := max(slices.IndexFunc(f, holdsContents), 0)
	for _, e := range f[i:] {
		if p, ok := e.(*paragraph); ok {
			p.content = append([]inline{b.firstRange}, p.content...)
			return
		}
	}
}

// holdsContents says that an element is the list of sections, or has it in a cell.
func holdsContents(e element) bool {
	t, ok := e.(*table)
	if !ok || t.style == contentsTable {
		return ok
	}
	for _, r := range t.rows {
		for _, c := range r.cells {
			if slices.ContainsFunc(c.content, holdsContents) {
				return true
			}
		}
	}
	return false
}

// opens ends the range of sections before a heading and begins that of its own, if a
// column of the list of sections begins with it.
func (b *builder) opens(id string) (edges []inline) {
	name := b.ranges[id]
	if name == "" {
		return nil
	}
	b.ranges[id] = ""
	edges = b.closeRange()
	b.bookmarks++
	b.openRange = b.bookmarks
	return append(edges, &rangeEdge{b.openRange, name})
}

// closeRange ends the range of sections that is open.
func (b *builder) closeRange() []inline {
	if b.openRange == 0 {
		return nil
	}
	edge := &rangeEdge{id: b.openRange}
	b.openRange = 0
	return []inline{edge}
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
	if !ok || b.textEstimate(before, pl) < b.room+surelyOver || b.wideAtEnd(pl, *f) {
		return false
	}
	title := c.Title
	if len(title) == 0 {
		title = a.Title
	}
	pl.head = true
	b.contents(pl, f, c, title, true)
	// The table hangs on the paragraph after it, which must not be the one that
	// ends the section: LibreOffice would carry it over to the next.
	*f = append(*f, b.gap(pl), b.gap(pl))
	return true
}

// wideAtEnd reports whether a table over the text and the free columns may stand on the
// page where a flow ends, which a panel in these could meet.
func (b *builder) wideAtEnd(pl place, f flow) bool {
	room := b.textHeight()
	for i := len(f) - 1; i >= 0 && room > 0; i-- {
		if t, ok := f[i].(*table); ok && t.float == nil && t.start+t.width() > pl.start+pl.width+1 {
			return true
		}
		room -= b.flowHeight(f[i:i+1], b.widthOf(f[i]))
	}
	return false
}

// estimate is a text of a role in a measure, whose height is asked for more than once.
type estimate struct {
	role  doc.Role
	width doc.Pt
	text  string
}

// textEstimate is about how high blocks are in a place.
func (b *builder) textEstimate(blocks []doc.Block, pl place) (h doc.Pt) {
	height := func(r doc.Role, t doc.Text) doc.Pt {
		e := estimate{r, pl.width, t.Plain()}
		h, ok := b.heights[e]
		if !ok {
			h = b.fonts.height(e.text, b.d.Style(r), pl.width)
			b.heights[e] = h
		}
		return h
	}
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
		case *doc.Table: // at least
			h += doc.Pt(len(blk.Header)+len(blk.Rows)) * height(blk.Role, doc.T("0"))
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
		h = pl.width*doc.Pt(p.Height)/doc.Pt(p.Width) + 2*b.between(figureFoot)
		if fig.Role == doc.RoleHero {
			h = b.d.Page.HeroHeight() + b.modules(heroFoot)
		}
	}
	return h + b.fonts.height(fig.Caption.Plain(), b.d.Style(doc.RoleCaption), pl.width)
}

// entry gives the name and the page of a section.
func (b *builder) entry(e doc.Entry) []inline {
	name := b.runs(e.Text, doc.RoleContentsEntry)
	target, ok := b.targets[e.ID]
	if !ok {
		return name
	}
	cached := ""
	if n := b.pages[e.ID]; n > 0 {
		cached = b.d.Number(n)
	}
	// In a style of characters LibreOffice would show the link in blue, and with a line.
	return []inline{&link{anchor: target, content: append(withoutLinks(name), &run{text: "\t"},
		&field{instruction: "PAGEREF " + target + ` \h`, cached: cached, format: b.counted(run{})})}}
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
