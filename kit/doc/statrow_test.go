package doc

import (
	"fmt"
	"slices"
	"testing"
)

func group(n int) *StatGroup { return &StatGroup{Stats: make([]*Stat, n)} }

// TestStatBands holds which groups stand side by side.
func TestStatBands(t *testing.T) {
	for _, test := range []struct {
		sizes []int
		want  string // statistics side by side in each band, and its groups
	}{
		{[]int{4, 2, 4}, "6×2 4×1"}, {[]int{2, 4}, "6×2"}, {[]int{7}, "4×1"}, {[]int{13, 1}, "5×1 1×1"}, {[]int{0, 3}, "4×2"}, {nil, ""},
	} {
		var groups []*StatGroup
		for _, n := range test.sizes {
			groups = append(groups, group(n))
		}
		got := ""
		for i, b := range StatBands(groups, 6) {
			if i > 0 {
				got += " "
			}
			got += fmt.Sprintf("%d×%d", b.Across, len(b.Groups))
		}
		if got != test.want {
			t.Errorf("%v: %s, want %s", test.sizes, got, test.want)
		}
	}
}

// TestStatRows holds that a wide statistic has a row for itself.
func TestStatRows(t *testing.T) {
	stats := []*Stat{{ID: "a"}, {ID: "b"}, {ID: "wide"}, {ID: "c"}, {ID: "d"}, {ID: "e"}}
	got := ""
	for _, row := range StatRows(stats, 2, func(s *Stat) bool { return s.ID == "wide" }) {
		for _, s := range row {
			got += s.ID
		}
		got += "|"
	}
	if want := "ab|wide|cd|e|"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestTextsOfRows holds that labels come before what they stand beside.
func TestTextsOfRows(t *testing.T) {
	d := &Document{Parts: []Part{{Blocks: []Block{&Row{Label: []Block{&Para{Text: T("label")}}, Blocks: []Block{&Para{Text: T("text")}}}}}}}
	if got := Texts(d); !slices.Equal(got, []string{"label", "text"}) {
		t.Errorf("%q", got)
	}
}
