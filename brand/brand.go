// Package brand reads a brand: the name, logo, colours and fonts that a press
// kit is dressed in. Its files follow brand.yml, the schema that Quarto, Shiny
// and others share (https://posit-dev.github.io/brand-yml), so that one
// _brand.yml serves them all.
//
// Start here: [Default] returns the brand that is built in, [Read] reads one
// from a file, and [Check] says which of its colours are too faint to read.
//
// # How brand.yml is understood
//
//	meta.name, meta.link          Brand.Name, ShortName, Link
//	logo.medium, large, small     Brand.Logo: the first of them that is given
//	color.foreground, background  Colors.Ink, Colors.Paper
//	color.primary                 Colors.Primary: rules, figures, links
//	color.secondary               Colors.Secondary
//	color.tertiary                Colors.Tint, where it is light enough for a ground
//	color.link                    Colors.Link
//	typography.fonts              Brand.Faces, from files beside the brand or of the system
//	typography.base, headings     Brand.Base, Brand.Headings
//
// Colors.Secondary, Colors.Link and the clear space of the logo are there for
// programs that use this package; the layouts that are built in draw on none of them:
// links have the colour of the text around them.
//
// What else the schema allows is checked and then left to other programs: sizes
// and weights of text belong to the layout. What brand.yml has no word for
// stands under defaults.presskit:
//
//	defaults:
//	  presskit:
//	    colors: {soft: "#56625F", accent: "#C23B17", tint: "#EFF4F3", hairline: "#BFC9C6"}
//	    logo: {clear-space: 0.25}   # free space around the logo, in logo heights
//
// # Fonts
//
// Nothing is fetched: every font is a file beside the brand, one of the machine's
// ([Config] takes what finds those), or one of the families that are built in:
// Manrope and Vollkorn for Latin, Greek and Cyrillic, Noto Naskh Arabic, Noto
// Sans Hebrew, then symbols and emoji of the Noto fonts. Families that are not
// chosen serve the characters that the chosen ones lack.
//
// Files may be plain (.ttf, .otf), web fonts (.woff2, .woff) or collections
// (.ttc, .otc), of which # and a PostScript name choose a font. Whatever they
// are, a [Face] holds a plain static font. Of a variable font instances are made:
// the regular one at first, then, by [Brand.Fit], one for each weight and slant
// that a layout uses. What of a variable font follows the instance, and what does
// not, is said in package brand/internal/variable; those with CFF2 outlines are
// refused.
package brand

import "github.com/presskit-go/presskit/kit/diag"

// Brand is what a press kit is dressed in. Share it, but do not change it.
type Brand struct {
	Name      string // the full name; "" for the default brand
	ShortName string // the short name, or Name
	Link      string // the home page, or ""

	Colors Colors

	// Headings and Base are font families that Faces has.
	Headings, Base string

	// Faces are the font programs: the brand's own in the order of the file,
	// then the built-in ones. A variable font and a family of the system are
	// there in regular alone: [Brand.Fit] adds what a layout uses.
	Faces []Face

	// Logo is nil if the brand has none.
	Logo *Logo

	families []*family            // of the file, in use, for Fit
	places   map[string]diag.Span // where the file gives a colour, for Check
	file     diag.Span            // the section color of the file; zero for the default brand
}

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
}

// Face is one font program. Data is shared and must not be written to.
type Face struct {
	Family string
	Weight int // 100–900, as in CSS
	Italic bool
	Name   string // the path of its file, and which instance, for messages
	Data   []byte // a static OpenType font: TrueType outlines or CFF

	// Fallback marks a face of a family that the brand does not use. It serves
	// characters that the families in use lack.
	Fallback bool
}

// Logo is a picture in SVG, PNG, JPEG, WebP or GIF, made for a light ground.
type Logo struct {
	Path string    // as found in the file system that the brand was read from
	Span diag.Span // where the brand's file names it
	Data []byte
	Alt  string // what it says to those who cannot see it; never empty

	// ClearSpace is the free space that the logo wants on all sides, as a part
	// of its height.
	ClearSpace float64
}
