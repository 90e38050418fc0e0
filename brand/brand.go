// Package brand reads a brand: the name, logo, colours and fonts that a press
// kit is dressed in. Its files follow brand.yml, the schema that Quarto, Shiny
// and others share (https://posit-dev.github.io/brand-yml), so that one
// _brand.yml serves them all.
//
// Start here: [Default] returns the brand that is built in, and [Read] reads one
// from a file. Package brand/tokens makes such a file of design tokens.
//
// # How brand.yml is understood
//
//	meta.name, meta.link          Brand.Name, ShortName, Link
//	logo.medium, large, small     Brand.Logo, for the first page: the first of them that is given
//	logo.small                    Brand.RunningLogo, for later pages
//	color.foreground, background  Colors.Ink, Colors.Paper
//	color.primary                 Colors.Primary: rules, figures, links
//	color.secondary               Colors.Secondary; Colors.Accent, where it can be read
//	color.tertiary                Colors.Tint, where it is light enough for a ground
//	color.warning, danger         Colors.Accent, where secondary is none
//	color.link                    Colors.Link
//	typography.fonts              Brand.Faces, from files beside the brand or of the system
//	typography.base, headings     Brand.Base, Brand.Headings: families
//	typography.base               Brand.Text: size, leading, weight of what the layout sets in regular
//	typography.headings           Brand.Heading: weight, slant, leading; Colors.Headings
//	typography.monospace          of both that follow, where they do not say otherwise
//	typography.monospace-inline   Brand.Code; Colors.Code, CodeGround
//	typography.monospace-block    Brand.CodeBlock; Colors.CodeBlock, CodeBlockGround
//	typography.link               Brand.Links: weight, decoration; Colors.Link, before color.link, and LinkGround
//
// A colour of color or typography may have two variants, {light: …, dark: …}.
// Kits are light: the light one counts, unless defaults.presskit.color-scheme
// says dark. A colour that has only the other variant is as if it were not given.
//
// Sizes and leadings in units of paper (pt, mm, cm, in) count as they are. Those of
// screens (px, rem, em, %) are shares of the 16px that browsers have: of 16px the
// layout's own size comes, of 18px one that is 1.125 times as large.
//
// A font's display, which is how browsers wait for it, and success, info, light and
// dark of color have no meaning on paper: they are checked and left to other
// programs. So is all of defaults but presskit, where what brand.yml has no word for
// stands:
//
//	defaults:
//	  presskit:
//	    color-scheme: light         # or dark: which variants of colours and logos count
//	    colors: {soft: "#56625F", accent: "#C23B17", tint: "#EFF4F3", hairline: "#BFC9C6"}
//	    small-print: base           # the family of captions, labels, footers; headings if left out
//	    logo:
//	      clear-space: 0.25         # free space around the logo, in logo heights
//	      min-height: 8mm           # the logo is never drawn smaller
//
// # Contrast
//
// Which colours must stand out from which, and how far, is known to the layout:
// package kit checks it. [Color.Nearest] finds what would do, and
// [Brand.WithColors] puts it in place.
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
// are, a [Face] holds a plain static font. Of a variable font, with TrueType
// outlines or those of PostScript (CFF2), instances are made: the regular one at
// first, then, by [Brand.Fit], one for each weight and slant that a layout uses.
// What of a variable font follows the instance, and what does not, is said in
// package brand/internal/variable.
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
	// SmallBase sets small print in Base rather than in Headings.
	SmallBase bool
	// Text and Heading are what the brand says about running text, from which the
	// sizes of everything follow, and about headings. Code and CodeBlock are words in
	// a text and blocks of their own.
	Text, Heading, Code, CodeBlock, Links Setting

	// Faces are the font programs: the brand's own in the order of the file,
	// then the built-in ones. A variable font and a family of the system are
	// there in regular alone: [Brand.Fit] adds what a layout uses.
	Faces []Face

	// Logo is nil if the brand has none. RunningLogo is the one for small sizes;
	// nil if there is none of its own.
	Logo, RunningLogo *Logo
	// Logos are all that the file names, in the order small, medium, large, if
	// [Config.AllLogos] asks for them.
	Logos []Variant

	palette  map[string]shade     // the file's own names for colours
	families []*family            // of the file, in use, for Fit
	places   map[string]diag.Span // where the file gives a colour
	file     diag.Span            // the section color of the file; zero for the default brand
}

// Setting is how a brand wants one kind of text. Zero fields leave it to the
// layout.
type Setting struct {
	Family     string  // of code, which Faces has, or ""; text and headings are in Base and Headings
	Weight     int     // 100–900, or 0
	Style      string  // normal, italic or oblique, or ""
	Size       Length  // of running text a share of what the layout has, of code one of the text
	LineHeight float64 // as a share of the size, or 0
	Decoration *Decoration
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
	// MinHeight is the least height to draw it at, in points; 0 if any will do.
	MinHeight float64
}

// Variant is a logo as the file names it.
type Variant struct {
	Size string // small, medium or large
	Dark bool   // made for dark grounds
	*Logo
}
