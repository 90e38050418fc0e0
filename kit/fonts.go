package kit

import (
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose"
	"github.com/presskit-go/presskit/layouts"
)

// strong is the weight of words that are emphasised strongly, where the text
// around them is not heavier.
const strong = 700

// fontUses lists the ways that a layout sets text, and what emphasis in the text
// may ask for besides. A script without italics does not ask for them.
func fontUses(b *brand.Brand, l *layouts.Layout, tag language.Tag) []brand.Use {
	upright := compose.Upright(tag)
	theme := doc.Theme{Headings: b.Headings, Base: b.Base}
	var uses []brand.Use
	for _, role := range slices.Sorted(maps.Keys(l.Styles)) {
		s := l.Styles[role]
		use := brand.Use{Family: theme.FamilyName(s.Family), Weight: s.Weight, Italic: s.Italic && !upright, Size: s.Size}
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
