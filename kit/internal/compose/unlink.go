package compose

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// unlink makes pictures that links lead to targets, each where it stands first, and
// takes links away that lead to what the layout leaves out; that it does so is
// reported of the section.
func (c *composer) unlink(d *doc.Document) {
	wanted, there := map[string]bool{}, map[string]bool{}
	doc.WalkTexts(d, func(_ doc.Role, t doc.Text) {
		for _, r := range t {
			if id, ok := strings.CutPrefix(r.Link, "#"); ok {
				wanted[id] = true
			}
		}
	})
	if len(wanted) == 0 {
		return
	}
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		switch b := b.(type) {
		case *doc.Heading:
			there[b.ID] = true
		case *doc.Section:
			there[b.ID] = true
		}
	})
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if f, ok := b.(*doc.Figure); ok && f.Picture != nil && wanted[f.Picture.ID] && !there[f.Picture.ID] {
			f.ID = f.Picture.ID
			there[f.ID] = true
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
