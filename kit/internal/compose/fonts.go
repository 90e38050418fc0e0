package compose

import (
	"maps"
	"slices"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// strong is the weight of words that are emphasised strongly, where the text
// around them is not heavier.
const strong = 700

// FontUses lists the ways that a layout sets text, and what emphasis in the text
// may ask for besides.
func FontUses(b *brand.Brand, l *layouts.Layout) []brand.Use {
	theme := doc.Theme{Headings: b.Headings, Base: b.Base}
	styles := Styles(b, l)
	uses := make([]brand.Use, 0, 5*len(styles))
	for _, role := range slices.Sorted(maps.Keys(styles)) {
		s := styles[role]
		use := brand.Use{Role: string(role), Family: theme.FamilyName(s.Family), Weight: s.Weight, Italic: s.Italic, Size: s.Size}
		uses = append(uses, use)
		use.Emphasis = true
		for _, weight := range [...]int{s.Weight, max(s.Weight, strong)} {
			for _, italic := range [...]bool{s.Italic, !s.Italic} {
				use.Weight, use.Italic = weight, italic
				uses = append(uses, use)
			}
		}
	}
	return uses
}
