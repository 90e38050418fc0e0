package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestHeadingsOfRowsAreNamed holds that screen readers find the names of rows, by a
// bookmark that is no other's.
func TestHeadingsOfRowsAreNamed(t *testing.T) {
	cells := func(words ...string) (row []doc.Cell) {
		for _, w := range words {
			row = append(row, doc.Cell{Text: doc.T(w)})
		}
		return row
	}
	table := func(column bool, head ...[]doc.Cell) doc.Block {
		return &doc.Table{Role: doc.RoleTableCell, HeaderColumn: column, Header: head, Rows: [][]doc.Cell{cells("Kent", "12")}}
	}
	out := render(t, Format{}, small(t, &doc.Heading{Level: 2, Role: doc.RoleSubhead, ID: "title2", Text: doc.T("Rivers")},
		table(true), table(true, cells("County", "Gauges")), table(false, cells("County", "Gauges"))))[documentPart]
	for _, name := range []string{"RowTitle1", "title2", "Title3"} {
		if strings.Count(out, `<w:bookmarkStart w:name="`+name+`"`) != 1 {
			t.Errorf("no bookmark %s", name)
		}
	}
	if got := strings.Count(out, "<w:bookmarkStart "); got != 3 {
		t.Errorf("%d bookmarks, want 3", got)
	}
}
