package doc

// Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// Hex writes the colour as RRGGBB, as OOXML wants it.
func (c Color) Hex() string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

// ColorName names a colour of the palette. Word maps the names to its theme
// colours, so that a change of theme changes the document.
type ColorName string

// The palette. Styles name colours; they never hold values.
const (
	Paper     ColorName = "paper"     // ground of the page
	Ink       ColorName = "ink"       // text
	Soft      ColorName = "soft"      // secondary text
	Primary   ColorName = "primary"   // figures, rules, labels
	Secondary ColorName = "secondary" // for layouts that want a second strong colour
	Accent    ColorName = "accent"    // quotation marks, today, embargo
	Tint      ColorName = "tint"      // ground of panels
	Hairline  ColorName = "hairline"  // fine rules between rows
	Link      ColorName = "link"      // links
	Headings  ColorName = "headings"  // headings, where the brand has a colour for them

	// Of words and blocks of code, and behind these and links, where the brand has
	// colours for them.
	CodeText        ColorName = "code"
	CodeBlockText   ColorName = "code-block"
	CodeGround      ColorName = "code-ground"
	CodeBlockGround ColorName = "code-block-ground"
	LinkGround      ColorName = "link-ground"
)

// ColorNames lists the palette in its fixed order.
func ColorNames() []ColorName {
	return append(ThemeColors(), CodeText, CodeBlockText, CodeGround, CodeBlockGround, LinkGround)
}

// ThemeColors are those of the palette that everything but code is set in, for which
// Word has room in its themes.
func ThemeColors() []ColorName {
	return []ColorName{Paper, Ink, Soft, Primary, Secondary, Accent, Tint, Hairline, Link, Headings}
}

// Theme is what the brand gives: colours and fonts.
type Theme struct {
	Name   string
	Colors map[ColorName]Color
	// Headings and Base are the family names of the two fonts, Code and CodeBlock
	// those of code, "" for none; a [Style] refers to one of them by [Family].
	Headings, Base, Code, CodeBlock string
	// Faces are the font programs at hand, the brand's own first, then the
	// fallbacks for scripts that the brand's fonts lack.
	Faces []Face
}

// Face is one font program. Data is shared and must not be written to.
type Face struct {
	Family string
	Weight int // 100–900, as in CSS
	Italic bool
	Name   string // where it came from, for messages: a file name
	Data   []byte // a static OpenType font: TrueType outlines or CFF
	// Fallback marks a face that only serves characters which the family asked
	// for does not have.
	Fallback bool
}

// Color gives a colour of the palette. Every name has one: a missing entry is a
// bug in compose.
func (t Theme) Color(n ColorName) Color {
	c, ok := t.Colors[n]
	if !ok {
		panic("doc: no colour " + string(n))
	}
	return c
}

// PaintsPaper reports whether the paper has a colour of its own, which formats
// then paint: sheets and screens are white by themselves.
func (t Theme) PaintsPaper() bool { return t.Color(Paper) != Color{0xFF, 0xFF, 0xFF} }

// FamilyName gives the name of the font family that a style refers to.
func (t Theme) FamilyName(f Family) string {
	switch f {
	case HeadingsFamily:
		return t.Headings
	case CodeFamily:
		return t.Code
	case CodeBlockFamily:
		return t.CodeBlock
	}
	return t.Base
}

// Face finds the face of a family that is nearest to a weight and slant, by the
// font matching of CSS Fonts 4, 5.2: slant first, then weight. ok is false if
// the family has no face at all. Slant is never faked: where a family has no
// italic, the upright face is given.
func (t Theme) Face(family string, weight int, italic bool) (face Face, ok bool) {
	best := 1 << 30
	for _, f := range t.Faces {
		if f.Family != family {
			continue
		}
		if d := faceDistance(f, weight, italic); d < best {
			best, face, ok = d, f, true
		}
	}
	return face, ok
}

func faceDistance(f Face, weight int, italic bool) int {
	d := 0
	if f.Italic != italic {
		d += 100_000
	}
	switch {
	case f.Weight == weight:
	case weight >= 400 && weight <= 500 && f.Weight >= weight && f.Weight <= 500:
		d += f.Weight - weight
	case weight <= 500 && f.Weight < weight, weight > 500 && f.Weight > weight:
		d += 1_000 + abs(f.Weight-weight)
	default:
		d += 10_000 + abs(f.Weight-weight)
	}
	return d
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
