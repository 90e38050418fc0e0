package docx

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestFittedKitsCloseUp holds that larger spaces give way where a kit was made to fit
// on its pages, and only there; those between paragraphs stay, and the document too.
func TestFittedKitsCloseUp(t *testing.T) {
	d := small(t)
	least := leastClosed * d.Page.Module()
	for _, tt := range []struct {
		pages       int
		space, want doc.Pt
	}{{0, 5 * least, 5 * least}, {1, 5 * least, 2.5 * least}, {1, 1.2 * least, least}, {1, least / 2, least / 2}, {1, 0, 0}} {
		d.Pages = tt.pages
		look := d.Styles[doc.RoleSubhead]
		look.Before, look.After = tt.space, tt.space
		d.Styles[doc.RoleSubhead] = look
		b := newBuilder(Format{}, d)
		got := b.sheet.style(paragraphID(doc.RoleSubhead)).look
		for _, got := range []doc.Pt{got.Before, got.After, b.between(tt.space / d.Page.Module())} {
			if diff := got - tt.want; diff > 0.01 || diff < -0.01 {
				t.Errorf("%d pages: %.2f points of %.2f, want %.2f", tt.pages, got, tt.space, tt.want)
			}
		}
		if d.Styles[doc.RoleSubhead].Before != tt.space {
			t.Error("the document has changed")
		}
	}
}
