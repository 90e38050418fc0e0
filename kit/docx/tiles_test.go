package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestTiles holds that groups side by side are one table whose grid all rows
// fill, under headings over the columns of their group.
func TestTiles(t *testing.T) {
	for _, looks := range []doc.Looks{{}, {Ground: true}, {Ground: true, Bleed: true}, {Ground: true, Lead: true}} {
		d := specimen(t)
		d.Looks = looks
		d.Looks.Statistics, d.Looks.Across = doc.Tiles, 5
		a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band}
		for i, n := range []int{4, 2, 4} {
			g := &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", i))}
			for range n {
				g.Stats = append(g.Stats, &doc.Stat{Value: doc.T("12"), Label: doc.T("towns")})
			}
			a.Blocks = append(a.Blocks, g)
		}
		d.Parts = []doc.Part{{Role: doc.RoleRelease, Span: 12, Blocks: []doc.Block{a}}}
		b := newBuilder(Format{}, d)
		body, _ := b.body()
		var tables []*table
		for _, e := range body {
			if x, ok := e.(*table); ok {
				tables = append(tables, x)
			}
		}
		if len(tables) != 1 {
			t.Fatalf("%+v: %d tables, want 1", looks, len(tables))
		}
		total := doc.Pt(0)
		for _, g := range tables[0].grid {
			total += g
		}
		want := d.Page.TextWidth()
		if looks.Bleed {
			want = d.Page.Width
		}
		if total < want-1 || total > want+1 {
			t.Errorf("%+v: the table is %v wide, want %v", looks, total, want)
		}
		for i, r := range tables[0].rows {
			n := 0
			for _, c := range r.cells {
				n += max(c.span, 1)
				if len(c.content) == 0 {
					t.Errorf("%+v: row %d has an empty cell", looks, i)
				}
			}
			if n != len(tables[0].grid) {
				t.Errorf("%+v: row %d fills %d of %d columns", looks, i, n, len(tables[0].grid))
			}
		}
		parts := render(t, Format{}, d)
		if got := strings.Count(parts["word/document.xml"], ">towns<"); got != 10 {
			t.Errorf("%+v: %d statistics, want 10", looks, got)
		}
	}
}
