package kit

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

// fontUses lists the ways that a layout sets text, and what emphasis in the text
// may ask for besides.
func fontUses(b *brand.Brand, l *layouts.Layout) []brand.Use {
	theme := doc.Theme{Headings: b.Headings, Base: b.Base}
	uses := make([]brand.Use, 0, 5*len(l.Styles))
	for _, role := range slices.Sorted(maps.Keys(l.Styles)) {
		s := l.Styles[role]
		use := brand.Use{Family: theme.FamilyName(s.Family), Weight: s.Weight, Italic: s.Italic, Size: s.Size}
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
