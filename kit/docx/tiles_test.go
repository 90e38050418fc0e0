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
	if f := b.tileFigures(g, []doc.Pt{b.statWidth(s) + ringWidth(s) + pairGap}, nil); f.grid[0]-pairGap/2 < b.statWidth(s) {
		t.Errorf("a figure that takes %.1f points has %.1f beside its ring", b.statWidth(s), f.grid[0]-pairGap/2)
	}
	d := withStrip(t, 1)
	b = newBuilder(Format{}, d)
	list, _ := b.listGroup(g, nil)
	last := list.rows[len(list.rows)-1]
	if len(last.cells) != 2 || list.grid[1] != ringWidth(s)+pairGap {
		t.Errorf("%d cells, %v", len(last.cells), list.grid)
	}
}

// TestRowsHaveNoEmptyCells holds that the last cell of a short row takes what is left of
// it, and that in a band a short row stands in the middle.
func TestRowsHaveNoEmptyCells(t *testing.T) {
	stats := func(n int) *doc.StatGroup {
		g := &doc.StatGroup{Title: doc.T("Figures")}
		for range n {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T("12"), Label: doc.T("boats")})
		}
		return g
	}
	for look, n := range map[doc.StatisticsLook]int{doc.StatsBand: 5, doc.StatsGrid: 5, doc.Tiles: 5} {
		d := small(t, &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band, Blocks: []doc.Block{stats(n)}})
		d.Looks.Statistics, d.Looks.Across = look, 3
		b := newBuilder(Format{}, d)
		flow, _ := b.body()
		found := false
		for _, e := range flow {
			x, ok := e.(*table)
			if !ok {
				continue
			}
			found = true
			for _, r := range x.rows {
				columns := 0
				for _, c := range r.cells {
					columns += max(c.span, 1)
					if p, ok := first(c.content); ok && len(p.content) == 0 {
						t.Errorf("look %v: an empty cell", look)
					}
				}
				if columns != len(x.grid) {
					t.Errorf("look %v: a row of %d columns in a table of %d", look, columns, len(x.grid))
				}
			}
			if look == doc.StatsBand {
				last := x.rows[len(x.rows)-1].cells
				if got, want := last[0].margins.start, last[len(last)-1].margins.end; len(last) != 2 || got != want || got <= cellSide {
					t.Errorf("the last of two in a row of three has %.1f points before it and %.1f after it", got, want)
				}
			}
		}
		if !found {
			t.Errorf("look %v: no table", look)
		}
	}
}
