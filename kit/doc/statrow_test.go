package doc

import (
	"fmt"
	"slices"
	"strings"
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

// TestStatRows holds which columns statistics take: W needs two of them, X more than
// there are.
func TestStatRows(t *testing.T) {
	for _, test := range []struct {
		columns     int
		stats, want string
	}{
		{4, "a", "a02|"}, {4, "ab", "a02 b22|"}, {4, "abc", "a01 b11 c21|"}, {4, "abcd", "a01 b11 c21 d31|"},
		{4, "abcde", "a01 b11 c21 d31|e01|"}, {6, "abc", "a02 b22 c42|"}, {2, "a", "a01|"}, {1, "ab", "a01|b01|"}, {3, "", ""},
		{4, "aWb", "a01 W12 b31|"}, {4, "abcW", "a01 b11 c21|W02|"}, {4, "W", "W02|"}, {4, "aX", "a01|X04|"}, {2, "aWb", "a01|W02|b01|"},
	} {
		var stats []*Stat
		for _, r := range test.stats {
			stats = append(stats, &Stat{ID: string(r)})
		}
		got := ""
		for _, row := range StatRows(stats, test.columns, func(s *Stat) int { return map[string]int{"W": 2, "X": 9}[s.ID] }) {
			var cells []string
			for _, c := range row {
				cells = append(cells, fmt.Sprint(c.ID, c.At, c.Span))
			}
			got += strings.ReplaceAll(strings.Join(cells, ","), " ", "")
			got = strings.ReplaceAll(got, ",", " ") + "|"
		}
		if got != test.want {
			t.Errorf("%q in %d columns: %s, want %s", test.stats, test.columns, got, test.want)
		}
	}
}

// TestTextsOfRows holds that labels come before what they stand beside.
func TestTextsOfRows(t *testing.T) {
	d := &Document{Parts: []Part{{Blocks: []Block{&Row{Label: []Block{&Para{Text: T("label")}}, Blocks: []Block{&Para{Text: T("text")}}}}}}}
	if got := Texts(d); !slices.Equal(got, []string{"label", "text"}) {
		t.Errorf("%q", got)
	}
}
