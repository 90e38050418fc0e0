package page

import (
	"strings"
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

// TestEndMatterHasCompany holds that the end matter does not stand alone on a page,
// at the foot or after the text, and that no more goes on with it than need be.
func TestEndMatterHasCompany(t *testing.T) {
	for _, foot := range []bool{true, false} {
		most := map[bool]int{true: 33, false: 35}[foot] // lines that stand on one page with it, in smaller spaces
		for n := 24; n < 52; n++ {
			end := []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: doc.T("About")}, lines(4)}
			d := bare(t, 0, lines(3), voice("The sea keeps no archive", nil), lines(n))
			d.Parts = append(d.Parts, doc.Part{Role: doc.RoleEnd, Span: 9, Foot: foot, Blocks: end})
			l, inks := see(t, d)
			if n <= most != (l.Pages() == 1) {
				t.Errorf("%d lines, at the foot %v: %d pages", n, foot, l.Pages())
			}
			if l.Pages() == 1 {
				continue
			}
			text := 0
			for _, k := range inks {
				if k.page == 2 && k.size == d.Style(doc.RoleBody).Size {
					text++
				}
			}
			if text -= 4; text <= 0 {
				t.Errorf("%d lines, at the foot %v: the end matter stands alone", n, foot)
			}
			if left := l.hole(l.sheets[0]); n < 44 && left > 20*d.Page.Baseline {
				t.Errorf("%d lines, at the foot %v: %.0f pt are empty on the first page", n, foot, left)
			}
		}
	}
}

// TestQuotationsStayFromTheirWords holds that a quotation that moves on to the next page
// does not come to stand right above the words that it repeats.
func TestQuotationsStayFromTheirWords(t *testing.T) {
	for n := 41; n < 50; n++ {
		words := &doc.Para{Role: doc.RoleBody, Text: doc.T("“The sea keeps no archive,” says Ada Park.")}
		q := voice("The sea keeps no archive", nil)
		q.Repeats = words
		d := bare(t, 0, lines(n), q, lines(9), words, lines(9), lines(9), lines(9), lines(9))
		_, inks := see(t, d)
		var quote, text ink
		for _, k := range inks {
			switch {
			case strings.HasPrefix(k.text, "“The sea keeps"):
				text = k
			case strings.HasPrefix(k.text, "The sea keeps"):
				quote = k
			}
		}
		if quote.page == text.page && abs(quote.y-text.y) < nearWords*d.Page.Baseline {
			t.Errorf("%d lines: the quotation stands %.0f pt from its words", n, abs(quote.y-text.y))
		}
	}
}
