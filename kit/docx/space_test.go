package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// spaceBetween is the space between two paragraphs of a flow, or before the second of
// them the space at the end of a table: whatever stands between them that is made
// for it, what the first has below it and the second over it.
func (b *builder) spaceBetween(f flow, from, to int) (space doc.Pt) {
	below := func(e element) doc.Pt {
		switch e := e.(type) {
		case *paragraph:
			return b.spaceAfter(flow{e})
		case *table:
			return e.rows[len(e.rows)-1].cells[0].margins.bottom
		}
		return 0
	}
	space = below(f[from])
	for _, e := range f[from+1 : to] {
		if p, ok := e.(*paragraph); ok && p.style == gap {
			space += p.line
		}
	}
	if p, ok := f[to].(*paragraph); ok && p.frame == nil {
		before := b.sheet.style(p.style).look.Before
		if p.before != nil {
			before = *p.before
		}
		space += before
	}
	return space
}

// Sections and parts are parted from what goes before them on their page, whatever
// ends there: text in columns, or a table before columns begin.
func TestSpaceAtSeams(t *testing.T) {
	text := &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}
	beside := &doc.Section{Title: doc.T("People"), Beside: true, Blocks: []doc.Block{text}}
	data := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}}}}
	for _, tt := range []struct {
		name  string
		parts []doc.Part
		least float64 // modules
	}{
		{"a title beside its text after columns", []doc.Part{
			{Role: doc.RoleRelease, Columns: 2, Blocks: []doc.Block{text, beside}}}, sectionGap},
		{"the same in the next part", []doc.Part{
			{Role: doc.RoleRelease, Columns: 2, Blocks: []doc.Block{text}}, {Role: doc.RoleKit, Blocks: []doc.Block{beside}}}, sectionGap},
		{"a part after another", []doc.Part{
			{Role: doc.RoleRelease, Blocks: []doc.Block{text}}, {Role: doc.RoleKit, Blocks: []doc.Block{beside}}}, sectionGap},
		{"columns after a table", []doc.Part{
			{Role: doc.RoleRelease, Columns: 2, Blocks: []doc.Block{data, text}}}, tableFoot},
	} {
		d := small(t)
		d.Parts = tt.parts
		b := newBuilder(Format{}, d)
		f, _ := b.body()
		from, to := -1, -1
		for i, e := range f { // the first two that are no gaps
			if p, ok := e.(*paragraph); ok && p.style == gap {
				continue
			}
			if from < 0 {
				from = i
			} else if to < 0 {
				to = i
			}
		}
		if got, want := b.spaceBetween(f, from, to), b.modules(tt.least); got < want {
			t.Errorf("%s: %.1f points, want %.1f", tt.name, got, want)
		}
	}
}

// A page needs no space at its head, nor at the end of the one before it.
func TestNoSpaceAtPages(t *testing.T) {
	data := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}}}}
	beside := &doc.Section{Title: doc.T("People"), Beside: true, Blocks: []doc.Block{data}}
	d := small(t)
	d.Parts = []doc.Part{{Role: doc.RoleRelease, Blocks: []doc.Block{data}}, {Role: doc.RoleKit, NewPage: true, Blocks: []doc.Block{beside}}}
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	for _, e := range f[:3] {
		if p, ok := e.(*paragraph); ok && p.line > 0 {
			t.Errorf("a gap of %.1f points", p.line)
		}
	}
}

// Over the border of sections the larger of two spaces counts as well.
func TestSpacesMeetOverSections(t *testing.T) {
	d := small(t)
	data := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}}}}
	d.Parts[0].Columns = 2
	look := d.Styles[doc.RoleTableCell]
	look.SpanAll = true
	d.Styles[doc.RoleTableCell] = look
	d.Parts[0].Blocks = []doc.Block{panelOf(1), &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Next")}, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}, data}
	d.Parts[0].Blocks[0].(*doc.Aside).Place = doc.Band
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	for i, e := range f {
		if p, ok := e.(*paragraph); ok && p.style == paragraphID(doc.RoleSubhead) {
			foot := b.modules(panelFoot - statRowGap) // which is the band's
			if got, most := b.spaceBetween(f, 0, i)-foot, max(b.modules(bandGap), b.d.Style(doc.RoleSubhead).Before); got > most+0.01 {
				t.Errorf("%.1f points over the heading, want %.1f", got, most)
			}
			return
		}
	}
	t.Error("no heading")
}

// The space over a section never takes a row of a table along to its page; but no row is
// parted between its lines.
func TestSpaceBelowTablesHangsOver(t *testing.T) {
	text := &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}
	for _, tt := range []struct {
		value string
		want  bool
	}{{"A line.", true}, {strings.Repeat("Some more lines. ", 20), false}} {
		facts := &doc.Table{Role: doc.RoleFactValue, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}, {{Text: doc.T("c")}, {Text: doc.T(tt.value)}}}}
		d := small(t, facts, &doc.Section{Title: doc.T("People"), Beside: true, Blocks: []doc.Block{text}})
		f, _ := newBuilder(Format{}, d).body()
		rows := f[0].(*table).rows
		if got := rows[1].split; got != tt.want {
			t.Errorf("%.7s: the last row may be parted: %v, want %v", tt.value, got, tt.want)
		}
	}
}
