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

// A row of figures is as high as the ring beside one of them, not as both, and the
// ring stands close to the words where others follow, at the end of a line of its
// own.
func TestRingsBesideFigures(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	s := &doc.Stat{Value: doc.T("91"), Unit: doc.T("%"), Label: doc.T("of all"), Chart: specimenChart(t, doc.Ring)}
	g := &doc.StatGroup{Title: doc.T("Group"), Stats: []*doc.Stat{s}}
	const each = 200.0
	heights := b.tileHeights([]*doc.StatGroup{g}, [][]doc.Pt{{each}})
	if want := max(b.wordsHeight(s, b.besideRing(s, each)), ringTop+ringWidth(s)); heights[0] != want {
		t.Errorf("%.1f points high, want %.1f", heights[0], want)
	}
	figures := b.tileFigures(g, []doc.Pt{each}, heights)
	if len(figures.grid) != 2 || figures.grid[0] >= each-ringWidth(s)-pairGap || figures.grid[0] < b.statWidth(s)+pairGap {
		t.Errorf("the words have %.1f of %v points, of which they take %.1f", figures.grid[0], each, b.statWidth(s))
	}
	d := withStrip(t, 1)
	b = newBuilder(Format{}, d)
	list, _ := b.listGroup(g, nil)
	last := list.rows[len(list.rows)-1]
	if len(last.cells) != 2 || list.grid[1] != ringWidth(s)+pairGap {
		t.Errorf("%d cells, %v", len(last.cells), list.grid)
	}
}
