package doc

import (
	"fmt"
	"slices"
	"testing"
)

func TestTileRows(t *testing.T) {
	for _, test := range []struct {
		sizes   []int
		columns int
		want    string // first group: columns of each
	}{
		{[]int{4, 2, 4}, 5, "[{0 [2 1 2]}]"},
		{[]int{4, 2, 4}, 6, "[{0 [2 2 2]}]"},
		{[]int{3, 3}, 5, "[{0 [2 2]}]"},
		{[]int{2, 4}, 6, "[{0 [2 4]}]"},
		{[]int{1}, 5, "[{0 [1]}]"},
		{[]int{4}, 4, "[{0 [4]}]"},
		{[]int{24}, 5, "[{0 [5]}]"},
		{[]int{1, 1, 1, 1, 1, 1, 1}, 5, "[{0 [1 1 1 1]} {4 [1 1 1]}]"},
		{[]int{4, 2, 4, 1}, 5, "[{0 [2 2]} {2 [4 1]}]"},
		{[]int{0, 3}, 3, "[{0 [1 2]}]"},
		{[]int{3, 3}, 1, "[{0 [1]} {1 [1]}]"},
		{nil, 5, "[]"},
	} {
		if got := fmt.Sprint(TileRows(test.sizes, test.columns)); got != test.want {
			t.Errorf("%v in %d columns: %s, want %s", test.sizes, test.columns, got, test.want)
		}
	}
}

// TestLeadWidths holds that columns are even unless a figure comes near the next one.
func TestLeadWidths(t *testing.T) {
	for _, test := range []struct {
		figures []Pt
		columns int
		want    string
	}{
		{[]Pt{10, 20, 5}, 3, "[30 30 30]"},
		{[]Pt{29, 20, 5}, 3, "[41 32 17]"},
		{[]Pt{29, 40, 30}, 3, "[30 30 30]"}, // no room
		{[]Pt{29, 20, 5, 5}, 3, "[30 30 30]"},
	} {
		var stats []*Stat
		for range test.figures {
			stats = append(stats, &Stat{})
		}
		width := func(s *Stat) Pt { return test.figures[slices.Index(stats, s)] }
		if got := fmt.Sprint(LeadWidths(stats, test.columns, 100, 5, width)); got != test.want {
			t.Errorf("%v in %d columns: %s, want %s", test.figures, test.columns, got, test.want)
		}
	}
}

// TestTileColumns holds that a column is added for the last figure of several groups,
// if all have room, and taken away where a figure has none.
func TestTileColumns(t *testing.T) {
	for _, test := range []struct {
		sizes []int
		width Pt
		want  int
	}{
		{[]int{3, 3}, 14, 6}, {[]int{3, 3}, 15, 5}, {[]int{3, 3}, 17, 5}, {[]int{6}, 15, 5}, {[]int{4, 3}, 12, 5}, {[]int{2, 2}, 15, 5}, {[]int{3, 3}, 22, 5}, {[]int{3, 3}, 23, 4},
	} {
		var groups []*StatGroup
		for _, n := range test.sizes {
			groups = append(groups, group(n))
		}
		got := TileColumns(groups, 5, 2, func(n int) Pt { return 100 / Pt(n) }, func(*Stat) Pt { return test.width })
		if got != test.want {
			t.Errorf("%v, figures %g wide: %d columns, want %d", test.sizes, test.width, got, test.want)
		}
	}
}

func TestEvenColumns(t *testing.T) {
	for _, test := range [][3]int{{0, 4, 1}, {3, 4, 3}, {4, 4, 4}, {5, 4, 3}, {6, 4, 3}, {9, 4, 3}, {7, 1, 1}, {2, 0, 1}} {
		if got := EvenColumns(test[0], test[1]); got != test[2] {
			t.Errorf("%d in %d columns: %d, want %d", test[0], test[1], got, test[2])
		}
	}
}

// TestTileRowsHoldAll holds that no group is lost, and no row is too wide, however
// many there are.
func TestTileRowsHoldAll(t *testing.T) {
	for columns := 1; columns <= 12; columns++ {
		var sizes []int
		for n := range 60 {
			sizes = append(sizes, n*n%17)
			next := 0
			for _, r := range TileRows(sizes, columns) {
				if r.First != next || r.Width() > columns || len(r.Columns) == 0 {
					t.Fatalf("%v in %d columns: row %v, want it to begin at group %d", sizes, columns, r, next)
				}
				next += len(r.Columns)
			}
			if next != len(sizes) {
				t.Fatalf("%v in %d columns: %d groups of %d", sizes, columns, next, len(sizes))
			}
		}
	}
}
