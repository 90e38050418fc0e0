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
	theme := doc.Theme{Headings: b.Headings, Base: b.Base, Code: b.Code.Family, CodeBlock: b.CodeBlock.Family}
	uses := make([]brand.Use, 0, 5*len(l.Styles))
	add := func(name string, s doc.Style) {
		use := brand.Use{Role: name, Family: theme.FamilyName(s.Family), Weight: s.Weight, Italic: s.Italic && !upright, Size: s.Size}
		uses = append(uses, use)
		use.Emphasis = true
		for _, weight := range [...]int{s.Weight, max(s.Weight, strong)} {
			for _, italic := range [...]bool{s.Italic, !s.Italic} {
				use.Weight, use.Italic = weight, italic && !upright
				uses = append(uses, use)
			}
		}
	}
	for _, role := range slices.Sorted(maps.Keys(l.Styles)) {
		add(string(role), branded(b, l, role))
	}
	links, code := Marks(b, l)
	if code.Code {
		add("monospace-inline", code.On(branded(b, l, doc.RoleBody)))
	}
	if links.Weight > 0 {
		add("link", links.On(branded(b, l, doc.RoleBody)))
		add("link", links.On(branded(b, l, doc.RoleContact)))
	}
	return uses
}
