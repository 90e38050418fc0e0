package page

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestQuotationsLeaveNoHole holds that the text goes on where a quotation does not
// fit, though the paragraph after it is followed by a heading or a figure.
func TestQuotationsLeaveNoHole(t *testing.T) {
	heading := &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("More")}
	for _, n := range []int{40, 42, 44} {
		d := bare(t, 0, lines(n), voice("The sea keeps no archive, and so the town must keep one of its own, with every flood in it", nil),
			lines(5), heading, lines(2), heading, lines(40))
		l, _ := see(t, d)
		s := l.sheets[0]
		if left := d.Page.Height - d.Page.Top - d.Page.Bottom - s.bottom(); left > mostHole*d.Page.Baseline {
			t.Errorf("%d lines: %.0f pt are left on the first page", n, left)
		}
		if first := l.sheets[1].bands[0].main[0].item; !first.quote && !first.line {
			t.Errorf("%d lines: the second page begins with neither a quotation nor text", n)
		}
	}
}
