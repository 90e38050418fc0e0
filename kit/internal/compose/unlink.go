package compose

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// unlink takes links away that lead to a section which the layout leaves out; that
// it does so is reported of the section.
func (c *composer) unlink(d *doc.Document) {
	there := map[string]bool{}
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		switch b := b.(type) {
		case *doc.Heading:
			there[b.ID] = true
		case *doc.Section:
			there[b.ID] = true
		}
	})
	doc.WalkTexts(d, func(_ doc.Role, t doc.Text) {
		for i := range t {
			if id, ok := strings.CutPrefix(t[i].Link, "#"); ok && !there[id] {
				t[i].Link = ""
			}
		}
	})
}
