package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// tiled is a document whose second part opens with groups of so many statistics
// side by side.
func tiled(t testing.TB, sizes ...int) *doc.Document {
	d := release(t, 1)
	d.Looks.Statistics, d.Looks.Ground = doc.Tiles, true
	a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band}
	for i, n := range sizes {
		g := &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", i))}
		for k := range n {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(fmt.Sprintf("%d%02d", i+1, k)), Label: doc.T("towns")})
		}
		a.Blocks = append(a.Blocks, g)
	}
	d.Parts[1].Blocks = []doc.Block{a, lines(3)}
	return d
}

// TestTilesAreAsHighAsTheirRows holds that a panel of groups side by side is as high as
// one of the highest of them.
func TestTilesAreAsHighAsTheirRows(t *testing.T) {
	high := func(sizes ...int) doc.Pt {
		l, _ := see(t, tiled(t, sizes...))
		panel := l.sheets[0].bands[0].main
		return panel[len(panel)-1].height
	}
	if one, three := high(2), high(2, 2, 1); one != three {
		t.Errorf("one group is %.1f pt high, three are %.1f", one, three)
	}
}

// TestTilesAreInLine holds that groups stand side by side, as wide as the number
// of their columns, and that their rows are in line.
func TestTilesAreInLine(t *testing.T) {
	d := tiled(t, 4, 2, 4)
	d.Looks.Across = 5
	at := map[string]ink{}
	_, inks := see(t, d)
	for _, k := range inks {
		at[k.text] = k
	}
	for _, row := range [][]string{{"Group 0", "Group 1", "Group 2"}, {"100", "101", "200", "300", "301"}, {"102", "103", "201", "302", "303"}} {
		for i, s := range row {
			k, ok := at[s]
			if !ok {
				t.Fatalf("%s is not on the page", s)
			}
			if first := at[row[0]]; k.y != first.y {
				t.Errorf("%s stands at %v, and %s at %v", s, k.y, row[0], first.y)
			}
			if i > 0 && k.x <= at[row[i-1]].x {
				t.Errorf("%s stands at %v, before %s", s, k.x, row[i-1])
			}
		}
	}
	step := func(a, b string) int { return int(at[b].x - at[a].x + 0.5) }
	if one, two := step("100", "101"), step("300", "301"); one != two {
		t.Errorf("columns of %d and %d points", one, two)
	}
	if one, two := step("Group 0", "Group 1"), step("Group 1", "Group 2"); one <= two {
		t.Errorf("a group of four takes %d points, and one of two %d", one, two)
	}
}

// TestTilesGoOn holds that more groups than fit go to a second row, and a long
// group to a second page under its heading.
func TestTilesGoOn(t *testing.T) {
	_, inks := see(t, tiled(t, 2, 2, 2, 2, 2, 2, 2))
	var ys []doc.Pt
	for _, k := range inks {
		if strings.HasPrefix(k.text, "Group") && !slices.Contains(ys, k.y) {
			ys = append(ys, k.y)
		}
	}
	if len(ys) != 2 {
		t.Errorf("seven groups stand in %d rows, want 2", len(ys))
	}
	l, inks := see(t, tiled(t, 1, 99))
	read, shown := 0, 0
	for _, k := range inks {
		switch {
		case k.text == "Group 1" && k.elem > 0:
			read++
		case k.text == "Group 1" && k.elem == canvas.Header:
			shown++
		}
	}
	if l.Pages() < 2 || read != 1 || shown == 0 {
		t.Errorf("on %d pages, with its heading read %d times and shown %d times more", l.Pages(), read, shown)
	}
}

// TestTilesLead holds that the first group stands over the others if it leads.
func TestTilesLead(t *testing.T) {
	d := tiled(t, 2, 2, 3)
	d.Looks.Lead = true
	ys := map[string]doc.Pt{}
	_, inks := see(t, d)
	for _, k := range inks {
		ys[k.text] = k.y
	}
	if !(ys["100"] < ys["Group 1"] && ys["Group 1"] == ys["Group 2"]) {
		t.Errorf("first group at %v, the others at %v and %v", ys["100"], ys["Group 1"], ys["Group 2"])
	}
}
