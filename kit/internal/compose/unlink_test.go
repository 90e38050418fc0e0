package compose

import (
	"strings"
	"testing"
)

// Links to sections stand in the document where the layout prints the section, and
// are plain words elsewhere.
func TestLinksToSections(t *testing.T) {
	const yaml = "body: |\n  Words, and [the awards](#awards), and [the dates](#timeline).\n" +
		"timeline:\n  - date: 2024\n    text: Began.\nawards:\n  - name: Prize\n    by: A jury\n    year: 2024\n"
	for layout, want := range map[string]int{"": 2, "parts:\n  kit:\n    slots: []\n": 0} {
		tree, _ := composed(t, yaml, layout)
		if got := strings.Count(tree, "link=#"); got != want {
			t.Errorf("%s: %d links to sections, want %d\n%s", layout, got, want, tree)
		}
	}
}
