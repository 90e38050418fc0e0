package docx

import "github.com/presskit-go/presskit/kit/doc"

// The lines with which the text ends before a new page do not stand alone on theirs,
// and nor does the end matter: they keep others with them. Where a page ends Word
// finds out by itself, and anew with every edit.

const (
	leastCompany = 8   // lines that stand together at an end
	leastParted  = 3   // lines of a paragraph that may come apart, or nearly so many
	endCompany   = 4   // of what goes before, with end matter
	mostCompany  = 0.5 // share of the height of a page that is kept together for that
)

// company keeps the end of a flow together, of which the elements from end on are end
// matter.
func (b *builder) company(f flow, end int) {
	line, most := b.d.Page.Baseline, mostCompany*b.textHeight()
	least := leastCompany * line
	at := len(f)
	for h := doc.Pt(0); at > 0 && h < least; at-- {
		p, ok := f[at-1].(*paragraph)
		if ok && p.section != nil || !ok && f[at-1].(*table).float != nil {
			break
		}
		if !ok || p.frame == nil {
			h += b.flowHeight(f[at-1:at], b.widthOf(f[at-1])) + b.spaceAfter(f[:at])
		}
		if h > most {
			break
		}
		if at-1 >= end {
			least = max(least, h+endCompany*line)
		}
	}
	if at == 0 || at > end {
		return // nothing goes before, or the end matter is higher than what is kept together
	}
	if b.noteUnder(f, at) {
		at++ // it has company above
	}
	for i := at; i < len(f); i++ {
		last := i == len(f)-1
		switch e := f[i].(type) {
		case *paragraph:
			if e.frame == nil && e.section == nil {
				b.keep(e, last)
			}
		case *table:
			if e.float == nil {
				b.keepTable(e, last)
			}
		}
	}
}

// noteUnder says that an element of a flow is the note under a table, which says nothing
// without it: who took the pictures of a gallery.
func (b *builder) noteUnder(f flow, at int) bool {
	if at == 0 || at == len(f) {
		return false
	}
	p, ok := f[at].(*paragraph)
	t, under := f[at-1].(*table)
	return ok && under && t.float == nil && p.style == paragraphID(doc.RoleNote)
}

// leastKept is how many rows a table has that is kept with the note under it. A lower
// one LibreOffice leaves on the page to which it moved it first, and half of the page
// before empty.
const leastKept = 3

// keepNotes keeps the last row of a table with the note under it.
func (b *builder) keepNotes(f flow) {
	for i := range f {
		if !b.noteUnder(f, i) {
			continue
		}
		if t := f[i-1].(*table); len(t.rows) >= leastKept {
			b.keepRow(&t.rows[len(t.rows)-1])
		}
	}
}

// keepPairs lets no row of facts, events or data stand alone at either end of its table,
// and keeps small tables of data whole. Columns are filled
// evenly only if what stands in them can be parted.
func (b *builder) keepPairs(f flow) {
	left, s := 0, b.current // of the section
	for i, e := range f {
		if left == 0 {
			left, s = b.sectionOf(f[i:])
		}
		left--
		t, ok := e.(*table)
		if !ok || t.float != nil || len(t.rows) < 2 {
			continue
		}
		last := len(t.rows) - 1
		switch t.style {
		case dataTable:
			if s.columns < 2 && b.flowHeight(flow{t}, b.measure) <= b.d.Page.SmallTable() {
				for i := range last {
					b.keepRow(&t.rows[i])
				}
				continue
			}
		case factTable, timelineTable:
		default:
			continue
		}
		b.keepRow(&t.rows[0])
		b.keepRow(&t.rows[last-1])
	}
}

// keep keeps a paragraph with the next one and, if it is short, in one piece.
func (b *builder) keep(p *paragraph, last bool) {
	if !last {
		p.keepNext, p.unkept = true, false
	}
	st := b.sheet.style(p.style)
	lines := b.flowHeight(flow{p}, b.widthOf(p)) / st.look.LineHeight
	p.whole = !st.loose && lines >= leastParted && lines <= leastCompany
}

// keepTable does so with a table.
func (b *builder) keepTable(t *table, last bool) {
	for i := range t.rows {
		if !last {
			b.keepRow(&t.rows[i])
		}
	}
}

// keepRow does so with a row. Word asks its paragraphs, and so does LibreOffice where
// rows may be parted: the paragraphs keep this one in one piece too.
func (b *builder) keepRow(r *row) {
	r.split = true
	for _, c := range r.cells {
		for _, e := range c.content {
			switch e := e.(type) {
			case *paragraph:
				b.keep(e, false)
			case *table:
				b.keepTable(e, false)
			}
		}
	}
}
