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
