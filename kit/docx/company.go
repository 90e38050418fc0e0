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
	if at == 0 || at >= end {
		return // nothing goes before, or it is higher than what is kept together
	}
	at = b.withNote(f, at)
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

// withNote begins earlier where a few lines between a table and what is kept together
// would be left alone in its place: the note under pictures.
func (b *builder) withNote(f flow, at int) int {
	note := at - 1
	for ; note > 0; note-- { // over the headings, which stay with what is kept anyway
		if p, ok := f[note].(*paragraph); !ok || p.frame == nil && !p.keepNext && !b.sheet.style(p.style).look.KeepNext {
			break
		}
	}
	if note < 1 {
		return at
	}
	p, ok := f[note].(*paragraph)
	_, under := f[note-1].(*table)
	if !ok || !under || p.section != nil || b.flowHeight(flow{p}, b.widthOf(p)) > leastParted*b.d.Page.Baseline {
		return at
	}
	return note
}

// keep keeps a paragraph with the next one and, if it is short, in one piece.
func (b *builder) keep(p *paragraph, last bool) {
	if !last {
		p.keepNext, p.unkept = true, false
	}
	lines := b.flowHeight(flow{p}, b.widthOf(p)) / b.sheet.style(p.style).look.LineHeight
	p.whole = lines >= leastParted && lines <= leastCompany
}

// keepTable does so with a table. Word asks the paragraphs of its rows, and so does
// LibreOffice where rows may be parted: the paragraphs keep these in one piece too.
func (b *builder) keepTable(t *table, last bool) {
	for i := range t.rows {
		t.rows[i].split = !last
		for _, c := range t.rows[i].cells {
			for _, e := range c.content {
				switch e := e.(type) {
				case *paragraph:
					if !last {
						b.keep(e, false)
					}
				case *table:
					b.keepTable(e, last)
				}
			}
		}
	}
}
