package docx

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// Where no text stands beside it, the list of sections is a band of three columns;
// all rows fill its grid.
func TestContentsInABand(t *testing.T) {
	for entries, rows := range map[int]int{1: 1, 3: 1, 4: 2, 9: 3} {
		d := small(t)
		d.Page.Main.Offset, d.Page.Main.Span = 0, d.Page.Columns
		b := newBuilder(Format{}, d)
		c := &doc.Contents{}
		for range entries {
			c.Entries = append(c.Entries, doc.Entry{Text: doc.T("Section"), ID: "x"})
		}
		var f flow
		b.contents(place{width: 480, full: 480}, &f, c, doc.T("In this kit"), false)
		table := f[0].(*table)
		if len(table.rows) != rows+1 {
			t.Errorf("%d entries: %d rows under the title, want %d", entries, len(table.rows)-1, rows)
		}
		for i, r := range table.rows {
			n := 0
			for _, c := range r.cells {
				n += max(c.span, 1)
			}
			if n != len(table.grid) {
				t.Errorf("%d entries: row %d fills %d of %d columns", entries, i, n, len(table.grid))
			}
		}
	}
}
