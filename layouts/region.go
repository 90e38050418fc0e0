package layouts

import (
	"fmt"

	"github.com/presskit-go/presskit/kit/doc"
)

// regions reads the columns of the text and those of the sidebar, which may stand
// on either side of it.
func (r *reader) regions(p *Page, main, sidebar *regionFile) {
	p.Main, p.Sidebar = r.region(main, "page.regions.main", p.Columns), r.region(sidebar, "page.regions.sidebar", p.Columns)
	if p.Main.Span == 0 {
		p.Main.Span = p.Columns
	}
	text, side := p.Main, p.Sidebar
	if side.Span == 0 || side.Offset >= text.End() || side.End() <= text.Offset {
		return
	}
	hint := fmt.Sprintf("the text takes columns %s of %d: give main a start and a span beside it", columnsOf(text), p.Columns)
	switch span := float64(side.Span); {
	case text.End()+span <= float64(p.Columns):
		hint = fmt.Sprintf("the text takes columns %s: write start: %g", columnsOf(text), text.End()+1)
	case text.Offset >= span:
		hint = fmt.Sprintf("the text takes columns %s: write start: 1", columnsOf(text))
	}
	r.list.Add(r.topmost("page.regions.sidebar.start", "page.regions.sidebar.span", "page.regions.main.start", "page.regions.main.span"),
		"bad-region", "the sidebar overlaps the columns of the text").Hint = hint
}

// panels says where panels stand: in a sidebar on every page, or, if that stands
// before the text, or a part takes its columns, beside the parts that leave them
// free. Text that was moved to the end makes room for them before it, unless what
// stands beside it needs that.
func (l *Layout) panels() {
	page, taken := &l.Page, false
	for _, p := range l.Parts.named() {
		taken = taken || !p.Cover && page.Sidebar.Over(p.columns())
	}
	text := l.Parts.Release.columns()
	labels := l.Sections.Subheads || l.Sections.Date || l.Sections.End || l.Quotes.Beside
	switch {
	case page.Sidebar.Span > 0:
		if taken || page.Sidebar.Offset < page.Main.Offset {
			page.Panels, page.Sidebar = page.Sidebar, doc.Region{}
			if taken { // what stands there would stand on it
				page.Panels.Ground = ""
			}
		}
	case !labels && text.Offset >= leastSide && float64(page.Columns)-text.End() < leastSide:
		page.Panels = doc.Region{Span: int(text.Offset)}
	}
}

// leastSide is how many columns a panel needs.
const leastSide = 3

// columnsOf names the columns of a region: "2.5 to 8.5".
func columnsOf(region doc.Region) string {
	return fmt.Sprintf("%g to %g", region.Offset+1, region.End())
}

// region reads a run of columns.
func (r *reader) region(f *regionFile, field string, columns int) doc.Region {
	if !f.Span.Given() && !f.Start.Given() {
		return doc.Region{}
	}
	out := doc.Region{Offset: r.number(f.Start, 1, 1, maxColumns) - 1}
	out.Span = r.integer(f.Span, max(columns-int(out.Offset), 1), 1, maxColumns)
	r.reaches(out, columns, field, ".start", ".span")
	if f.Ground.Given() {
		out.Ground = r.color(f.Ground)
	}
	return out
}

// reaches reports a run of columns that the grid does not have.
func (r *reader) reaches(region doc.Region, columns int, field, start, span string) {
	if region.End() <= float64(columns) {
		return
	}
	r.list.Add(r.topmost(field+span, field+start, "page.columns"), "out-of-range", "%s takes columns %s, and the grid has %d", field, columnsOf(region), columns).
		Hint = "choose another " + field + start + " or " + field + span + ", or more page.columns"
}
