package docx

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

const (
	acrossColumns = 3               // in which the entries of a band stand
	leastAcross   = 38 * millimetre // how narrow each of them may be
	acrossNumbers = 7 * millimetre  // for the number of a page
)

// contentsAcross builds the list of sections where no text stands beside it: a
// table over the width of its place, with several entries in a row, which are read
// in their order.
func (b *builder) contentsAcross(pl place, f *flow, c *doc.Contents, title doc.Text) {
	gutter := b.d.Page.Gutter
	each := (pl.width - (acrossColumns-1)*gutter) / acrossColumns
	t := &table{style: contentsTable, start: pl.start, caption: b.clean(title.Plain()), before: b.modules(bandGap), after: b.modules(bandGap)}
	for i := range acrossColumns {
		end := gutter
		if i == acrossColumns-1 {
			end = 0
		}
		t.grid = append(t.grid, each-acrossNumbers, acrossNumbers+end)
	}
	if len(title) > 0 {
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: len(t.grid), content: flow{b.text(doc.RoleContentsTitle, inCell(pl.width), title)}}}})
	}
	var names []string
	for from := 0; from < len(c.Entries); from += acrossColumns {
		var line sides[rule]
		if from == 0 {
			line.top = rule{width: thin, color: doc.Ink}
		}
		var r row
		some := c.Entries[from:min(from+acrossColumns, len(c.Entries))]
		for i, e := range some {
			name, page := b.entry(e)
			names = append(names, e.Text.Plain())
			p := b.para(paragraphID(doc.RoleContentsEntry), inCell(each-acrossNumbers), name...)
			p.unkept = from+acrossColumns >= len(c.Entries)
			number := cell{borders: line, content: flow{b.para(b.sheet.pageNumber(), inCell(acrossNumbers), page...)}}
			if i < acrossColumns-1 {
				number.margins.end = gutter
			}
			r.cells = append(r.cells, cell{borders: line, content: flow{p}}, number)
		}
		if rest := acrossColumns - len(some); rest > 0 {
			r.cells = append(r.cells, cell{span: 2 * rest, borders: line, content: b.closed(nil)})
		}
		t.rows = append(t.rows, r)
	}
	t.description = b.clean(strings.Join(names, "; "))
	if len(t.rows) > 0 {
		*f = append(*f, t)
	}
}
