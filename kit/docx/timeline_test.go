package docx

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestDatesStayWhole holds that the column of dates grows with them, within
// bounds.
func TestDatesStayWhole(t *testing.T) {
	dates := func(label string) doc.Pt {
		d := small(t, &doc.List{Role: doc.RoleTimelineText, Items: []doc.Item{{
			Label:  doc.Text{{Text: "2026", Role: doc.RoleYear}, {Text: "\u2002" + label}},
			Blocks: []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: doc.T("The works begin")}},
		}}})
		body, _ := newBuilder(Format{}, d).body()
		for _, e := range body {
			if x, ok := e.(*table); ok {
				return x.grid[0]
			}
		}
		t.Fatal("there is no table")
		return 0
	}
	usual := dates("9 June")
	if wide := dates("30 de septiembre"); wide <= usual {
		t.Errorf("a long date has %.1f pt, a short one %.1f pt", wide, usual)
	}
	if wide := dates("from the first days of September until the opening, or somewhat later, if it rains, or in the year after it"); wide != usual {
		t.Errorf("a date that breaks anyhow has %.1f pt, a short one %.1f pt", wide, usual)
	}
}

// Neither the first row of a timeline or of facts nor the last stands alone on a page.
func TestPairsOfRows(t *testing.T) {
	list, facts := &doc.List{Role: doc.RoleTimelineText}, &doc.Table{Role: doc.RoleFactValue}
	for range 5 {
		list.Items = append(list.Items, doc.Item{Label: doc.T("2026"), Blocks: []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: doc.T("Opened")}}})
		facts.Rows = append(facts.Rows, []doc.Cell{{Text: doc.T("Town")}, {Text: doc.T("Ghent")}})
	}
	b := newBuilder(Format{}, small(t))
	var f flow
	b.timeline(inCell(400), &f, list)
	b.facts(inCell(400), &f, facts)
	for _, e := range f {
		table, ok := e.(*table)
		if !ok {
			continue
		}
		for i, r := range table.rows {
			if kept := r.cells[0].content[0].(*paragraph).keepNext; kept != (i == 0 || i == 3) {
				t.Errorf("%s: row %d of 5 stays with the next: %v", table.style, i, kept)
			}
		}
	}
}
