package page

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/golden"
)

// covered makes a document with a cover, with a hero picture or without.
func covered(t testing.TB, hero bool) *doc.Document {
	d := release(t, 1)
	r := rand.New(rand.NewPCG(3, 3))
	quote := pull(r)
	quote.Attribution.Title = doc.T("Librarian")
	head := doc.Part{Role: doc.RoleHead, Span: 12, Cover: true}
	if hero {
		f := figure(t, r, doc.NoFloat, "hero")
		f.Role, f.Caption, f.Picture.Alt = doc.RoleHero, nil, "A river"
		head.Blocks = append(head.Blocks, f)
	}
	head.Blocks = append(head.Blocks,
		&doc.Para{Role: doc.RoleKicker, Text: doc.T("Press release")},
		&doc.Heading{Level: 1, Role: doc.RoleHeadline, ID: "top", Text: doc.T("The river rises faster than the town")},
		quote,
		&doc.Para{Role: doc.RoleDate, Text: doc.T("Ghent, 9 June 2026")},
		&doc.Para{Role: doc.RoleCaption, Text: doc.T("A river in flood")},
	)
	d.Parts[0] = head
	d.Parts[1].NewPage = true
	return d
}

// TestCover records what a cover is like.
func TestCover(t *testing.T) {
	d := covered(t, true)
	d.Embargo = doc.T("Embargoed until 9 June")
	d.Parts = d.Parts[:1]
	golden.Check(t, "testdata/cover.txt", record(t, d))
}

// TestCoverKeepsItsWords holds that the words of a cover stand on its panel, in
// the order of the tree, with nothing of the other pages' furniture; and that what
// the panel has no room for goes on to the next page.
func TestCoverKeepsItsWords(t *testing.T) {
	for _, hero := range []bool{true, false} {
		for _, words := range []int{5, 60, 400, 2000} {
			d := covered(t, hero)
			r := rand.New(rand.NewPCG(4, 4))
			standfirst := &doc.Para{Role: doc.RoleStandfirst, Text: doc.T(prose(r, words))}
			d.Parts[0].Blocks = append(d.Parts[0].Blocks, standfirst)
			l, inks := see(t, d)
			everyWordInOrder(t, d, l, inks)
			boxesStandApart(t, l)
			cover := l.b.cover
			if top := d.Page.Height - cover.height; top < l.b.tagHeight() {
				t.Errorf("%d words: the panel begins at %.0f, the tag ends at %.0f", words, top, l.b.tagHeight())
			}
			for _, k := range inks {
				if k.page > 1 {
					break
				}
				if k.elem < 0 {
					t.Errorf("%q stands on the cover", k.text)
				}
				if k.y < d.Page.Height-cover.height && k.y > l.b.tagHeight() || k.y > d.Page.Height {
					t.Errorf("%d words: %q stands at %.0f, beside the panel", words, k.text, k.y)
				}
			}
			if got := l.Places()["top"]; got != 1 {
				t.Errorf("the headline is found on page %d", got)
			}
		}
	}
}

// TestCoverGround holds that a cover without a picture has a ground, and
// one with a picture leaves out of it what stands on it, from right to left too.
func TestCoverGround(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		for _, hero := range []bool{true, false} {
			d := covered(t, hero)
			d.RTL = rtl
			first, _, _ := strings.Cut(record(t, d), "\npage 2")
			if holes := strings.Count(first, " but "); hero != (holes == 2) {
				t.Errorf("hero %v: %d places are left out of the picture", hero, holes)
			}
			if primary := "0 0 rect 595.28 × 841.89 fill #" + d.Theme.Color(doc.Primary).Hex(); hero == strings.Contains(first, primary) {
				t.Errorf("hero %v: want a ground of the primary colour without a picture only", hero)
			}
		}
	}
}
