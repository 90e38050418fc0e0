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

// A picture that a link leads to is a target where it stands first, and there alone;
// others are none.
func TestLinksToPictures(t *testing.T) {
	const yaml = "body: |\n  Words, and [the pump](#pump).\n\n  {{figure: pump}}\n\n  More words.\n" +
		"media:\n  pump: {path: a.svg, alt: A pump}\n  pipe: {path: b.svg, alt: A pipe}\n"
	tree, _ := composed(t, yaml, "")
	if got := strings.Count(tree, "link=#pump"); got != 1 {
		t.Errorf("%d links to the picture\n%s", got, tree)
	}
	if got := strings.Count(tree, " #pump"); got != 1 {
		t.Errorf("%d targets of its name\n%s", got, tree)
	}
	if strings.Contains(tree, " #pipe") {
		t.Errorf("a target that nothing leads to\n%s", tree)
	}
}
