package brand

import (
	"maps"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
)

// Colors is the palette that styles choose from.
type Colors struct {
	Paper     Color // ground of the page
	Ink       Color // text
	Soft      Color // secondary text
	Primary   Color // rules, heads, figures
	Secondary Color // second to Primary, which it is if not given
	Accent    Color // quotation marks, today's entry, embargo
	Tint      Color // ground of panels
	Hairline  Color // fine rules between rows
	Link      Color // links; Primary if not given
	Headings  Color // headings; Ink if not given

	// Words and blocks of code, and the grounds of these and of links: Ink and Paper
	// if not given.
	Code, CodeBlock                         Color
	CodeGround, CodeBlockGround, LinkGround Color
}

// ColorNames lists the names of the palette, in a fixed order. They are the
// names by which layouts choose colours.
func ColorNames() []string {
	return []string{"paper", "ink", "soft", "primary", "secondary", "accent", "tint", "hairline", "link", "headings",
		"code", "code-block", "code-ground", "code-block-ground", "link-ground"}
}

// at gives the place of a colour by its name.
func (c *Colors) at(name string) *Color {
	switch name {
	case "paper":
		return &c.Paper
	case "ink":
		return &c.Ink
	case "soft":
		return &c.Soft
	case "primary":
		return &c.Primary
	case "secondary":
		return &c.Secondary
	case "accent":
		return &c.Accent
	case "tint":
		return &c.Tint
	case "hairline":
		return &c.Hairline
	case "link":
		return &c.Link
	case "headings":
		return &c.Headings
	case "code":
		return &c.Code
	case "code-block":
		return &c.CodeBlock
	case "code-ground":
		return &c.CodeGround
	case "code-block-ground":
		return &c.CodeBlockGround
	case "link-ground":
		return &c.LinkGround
	}
	panic("brand: no colour " + name)
}

// Named gives a colour by one of [ColorNames].
func (c Colors) Named(name string) Color { return *c.at(name) }

// shade is a colour of the file's palette.
type shade struct {
	color Color
	place diag.Span
}

// Color gives a colour by one of [ColorNames], or else by its name in the palette of
// the brand's file; ok is false if there is none.
func (b *Brand) Color(name string) (c Color, ok bool) {
	if slices.Contains(ColorNames(), name) {
		return b.Colors.Named(name), true
	}
	s, ok := b.own(name)
	return s.color, ok
}

// Palette lists the names of the file's palette that are none of [ColorNames], sorted.
func (b *Brand) Palette() []string {
	names := slices.Sorted(maps.Keys(b.palette))
	return slices.DeleteFunc(names, func(name string) bool { return slices.Contains(ColorNames(), name) })
}

// WithColors returns the brand with other colours, by the names that [Brand.Color]
// takes. The brand itself does not change.
func (b *Brand) WithColors(colors map[string]Color) *Brand {
	changed := *b
	changed.palette = maps.Clone(b.palette)
	for name, c := range maps.All(colors) {
		if s, own := b.own(name); own {
			changed.palette[name] = shade{c, s.place}
			continue
		}
		*changed.Colors.at(name) = c
	}
	return &changed
}

// ColorPlace is where the brand's file gives a colour, by the names that [Brand.Color]
// takes: the section color as a whole where it is mixed from others or not given. It
// is the zero span for a brand that is not from a file.
func (b *Brand) ColorPlace(name string) diag.Span {
	if place, ok := b.places[name]; ok {
		return place
	}
	if s, own := b.own(name); own {
		return s.place
	}
	return b.file
}

// Gives reports whether the brand's file gives a colour itself, by the names that
// [Brand.Color] takes.
func (b *Brand) Gives(name string) bool {
	_, given := b.places[name]
	_, own := b.own(name)
	return given || own
}

// own gives a colour of the file's palette by a name that is none of [ColorNames].
func (b *Brand) own(name string) (s shade, ok bool) {
	s, ok = b.palette[name]
	return s, ok && !slices.Contains(ColorNames(), name)
}
