package docx

import (
	"github.com/presskit-go/presskit/kit/doc"
)

// Facts side by side, in modules.
const (
	cellsAround = 12.0 // over and under them
	cellsGap    = 8.0  // between rows
)

// factCell is how many columns of the grid a fact takes.
const factCell = 3

// leastFacts is how many facts a row has room for.
const leastFacts = 3

// factCells builds facts side by side, each value under its label, which is under
// a rule; false if they are no facts.
func (b *builder) factCells(pl place, f *flow, t *doc.Table) bool {
	for _, r := range t.Rows {
		if len(r) != 2 {
			return false
		}
	}
	if len(t.Rows) == 0 || len(t.Header) > 0 {
		return false
	}
	gutter := b.d.Page.Gutter
	most := max(int((pl.width+gutter+1)/(b.d.Page.SpanWidth(factCell)+gutter)), 1)
	across := max(doc.EvenColumns(len(t.Rows), most), min(most, leastFacts))
	each := max((pl.width+gutter)/doc.Pt(across)-gutter, leastWidth)
	out := &table{style: plainTable, start: pl.start, caption: b.clean(b.called(t)), description: b.clean(labelsOf(t)),
		before: b.modules(cellsAround), after: b.modules(cellsAround)}
	for i := range across {
		w := each
		if i < across-1 {
			w += gutter
		}
		out.grid = append(out.grid, w)
	}
	label := b.sheet.variant(paragraphID(doc.RoleFactLabel), "Fact Label Across", func(v *style) {
		v.borders.top = rule{width: thin, color: doc.Ink, space: v.look.Before}
		v.look.Before, v.look.KeepNext, v.innerEnd = 0, true, 0
	})
	value := b.sheet.variant(paragraphID(doc.RoleFactValue), "Fact Value Across", func(v *style) { v.look.Before, v.look.After = 0, 0 })
	for from := 0; from < len(t.Rows); from += across {
		var r row
		m := sides[doc.Pt]{}
		if from > 0 {
			m.top = b.modules(cellsGap)
		}
		end := min(from+across, len(t.Rows))
		for i, fact := range t.Rows[from:end] {
			c := cell{margins: m}
			if from+i == end-1 { // the last takes what is left of the row
				c.span = across - i
			}
			if i < across-1 {
				c.margins.end = gutter
			}
			c.margins.end = max(c.margins.end, doc.Pt(across-1-i)*(each+gutter)*doc.Pt(min(c.span, 1)))
			inner := inCell(each)
			c.content = flow{
				b.para(label.id, inner, b.runs(fact[0].Text, doc.RoleFactLabel)...),
				b.para(value.id, inner, b.runs(fact[1].Text, doc.RoleFactValue)...),
			}
			r.cells = append(r.cells, c)
		}
		out.rows = append(out.rows, r)
	}
	*f = append(*f, out)
	return true
}

// quotePair sets quotations side by side in the cells of a row.
func (b *builder) quotePair(pl place, f *flow, c *doc.Columns) {
	look := b.d.Style(doc.RoleQuote)
	t := b.layoutTable(pl)
	t.before, t.after = look.Before, look.After
	r := row{split: true}
	spans := 0
	for _, col := range c.Columns {
		spans += max(col.Span, 1)
	}
	gutter := b.d.Page.Gutter
	for i, col := range c.Columns {
		w := max((pl.width+gutter)*doc.Pt(max(col.Span, 1))/doc.Pt(spans)-gutter, leastWidth)
		margin := gutter
		if i == len(c.Columns)-1 {
			margin = 0
		}
		content := b.closed(b.blocks(inCell(w), col.Blocks))
		if p, ok := content[0].(*paragraph); ok {
			p.before = ptr(doc.Pt(0))
		}
		if p, ok := content[len(content)-1].(*paragraph); ok {
			p.after = ptr(doc.Pt(0))
		}
		t.grid = append(t.grid, w+margin)
		r.cells = append(r.cells, cell{margins: sides[doc.Pt]{end: margin}, content: content})
	}
	t.rows = []row{r}
	*f = append(*f, t)
}
