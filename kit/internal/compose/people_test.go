package compose

import (
	"strings"
	"testing"
)

// TestNames holds that the sidebar names those who have no card, with their titles,
// and that one of them alone is not listed.
func TestNames(t *testing.T) {
	const people = "body: B\npeople:\n  ada: {name: Ada Park, title: Chief editor}\n  bo: {name: Bo Lind, bio: Bo writes.}\n"
	const layout = "parts: {release: {slots: [lede, body, names]}}\n"
	tree, _ := composed(t, people+"  cy: {name: Cy Reed}\n", layout)
	for _, want := range []string{"aside names", "Ada Park", "Chief editor", "Cy Reed"} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %q in\n%s", want, tree)
		}
	}
	if before, _, _ := strings.Cut(tree, "section people"); strings.Contains(before, "Bo Lind") {
		t.Errorf("who has a card is named twice\n%s", tree)
	}
	if tree, _ := composed(t, people, layout); strings.Contains(tree, "aside names") {
		t.Errorf("one is listed\n%s", tree)
	}
}
