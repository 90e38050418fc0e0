package docx

import (
	"maps"

	"github.com/presskit-go/presskit/kit/doc"
)

const (
	closeShare  = 0.5 // of larger spaces that is left
	leastClosed = 4   // modules: the space between paragraphs does not give way
)

// closedUp is a document whose larger spaces give way if it was made to fit on so many
// pages. Printed it fills them to the last line, and Word may need some more: it sets
// no lines of a paragraph closer to save one, and hyphenates only in languages that it
// was installed for.
func closedUp(d *doc.Document) *doc.Document {
	if d.Pages == 0 {
		return d
	}
	out := *d
	out.Styles = maps.Clone(d.Styles)
	for role, s := range out.Styles {
		s.Before, s.After = closer(d, s.Before), closer(d, s.After)
		out.Styles[role] = s
	}
	return &out
}

// closer is a space of such a document.
func closer(d *doc.Document, space doc.Pt) doc.Pt {
	if d.Pages == 0 {
		return space
	}
	return max(min(space, leastClosed*d.Page.Module()), closeShare*space)
}

// between is a space between blocks, in modules.
func (b *builder) between(n float64) doc.Pt { return closer(b.d, b.modules(n)) }
