package compose

import (
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// strong is the weight of words that are emphasised strongly, where the text
// around them is not heavier.
const strong = 700

// FontUses lists the ways that a layout sets text, and what emphasis in the text
// may ask for besides. A script without italics does not ask for them.
func FontUses(b *brand.Brand, l *layouts.Layout, tag language.Tag) []brand.Use {
	upright := Upright(tag)
	theme := doc.Theme{Headings: b.Headings, Base: b.Base}
	uses := make([]brand.Use, 0, 5*len(l.Styles))
	for _, role := range slices.Sorted(maps.Keys(l.Styles)) {
		s := branded(b, role, l.Styles[role])
		use := brand.Use{Role: string(role), Family: theme.FamilyName(s.Family), Weight: s.Weight, Italic: s.Italic && !upright, Size: s.Size}
		uses = append(uses, use)
		use.Emphasis = true
		for _, weight := range [...]int{s.Weight, max(s.Weight, strong)} {
			for _, italic := range [...]bool{s.Italic, !s.Italic} {
				use.Weight, use.Italic = weight, italic && !upright
				uses = append(uses, use)
			}
		}
	}
	return uses
}
