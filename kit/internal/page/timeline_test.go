package page

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestDatesStayWhole holds that the column of dates is as wide as they need, but
// not much wider than usual: what is very long may break.
func TestDatesStayWhole(t *testing.T) {
	event := func(year, rest string) doc.Item {
		return doc.Item{
			Label:  doc.Text{{Text: year, Role: doc.RoleYear}, {Text: "\u2002" + rest}},
			Blocks: []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: doc.T("The works begin")}},
		}
	}
	// layOut gives where the text begins, and on how many lines the dates stand.
	layOut := func(dates ...string) (text doc.Pt, lines int) {
		list := &doc.List{Role: doc.RoleTimelineText}
		for _, d := range dates {
			list.Items = append(list.Items, event("2026", d))
		}
		l, inks := see(t, section(t, list))
		at := map[doc.Pt]bool{}
		for _, k := range inks {
			if k.text == "The works begin" {
				text = k.x
			}
			if k.elem > 0 && l.tree.Nodes[k.elem].Tag == "Lbl" || k.elem > 0 && l.tree.Nodes[l.tree.Nodes[k.elem].Parent].Tag == "Lbl" {
				at[k.y] = true
			}
		}
		return text, len(at)
	}
	usual, lines := layOut("9 June", "Autumn")
	if lines != 2 {
		t.Errorf("two dates stand on %d lines", lines)
	}
	if wide, lines := layOut("30 de septiembre", "Autumn"); lines != 2 || wide <= usual {
		t.Errorf("two dates stand on %d lines; text after a long one begins at %.1f, after short ones at %.1f", lines, wide, usual)
	}
	if wide, lines := layOut("from the first days of September until the opening, or somewhat later", "Autumn"); lines < 3 || wide != usual {
		t.Errorf("dates stand on %d lines; text after one that breaks anyhow begins at %.1f, after short ones at %.1f", lines, wide, usual)
	}
}
