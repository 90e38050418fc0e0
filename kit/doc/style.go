package doc

import (
	"math"
	"slices"
)

// Family says which of the theme's font families a style uses.
type Family uint8

// The families of a theme. SmallFamily, of small print, is one of the first two, which
// the brand says: layouts have it, the styles of a document do not. Those of code are
// there only where the brand has them.
const (
	BaseFamily Family = iota
	HeadingsFamily
	SmallFamily
	CodeFamily
	CodeBlockFamily
)

// Align is the alignment of lines; start and end follow the direction of the
// text.
type Align uint8

// Alignments, as CSS text-align.
const (
	AlignStart Align = iota
	AlignEnd
	AlignCenter
	AlignJustify
)

// Figures chooses the shape of digits (OpenType features in brackets).
type Figures uint8

// Shapes of digits.
const (
	DefaultFigures      Figures = iota
	OldStyleFigures             // in text (onum, pnum)
	ProportionalFigures         // lining, in statistics and headings (lnum, pnum)
	TabularFigures              // lining, in tables and footers (lnum, tnum)
)

// Style is how a role is set. The vocabulary is that of CSS.
type Style struct {
	Family     Family
	Weight     int // 100–900
	Italic     bool
	Size       Pt
	LineHeight Pt
	Tracking   float64 // letter-spacing in em
	Caps       bool    // text-transform: uppercase
	SmallCaps  bool    // font-variant-caps: small-caps, where the font has them; never faked
	Color      ColorName
	Ground     ColorName // behind a block or a mark; "" for none
	Figures    Figures
	Decoration Decoration

	// For character roles Size may be 0; then Scale times the size of the
	// surrounding text counts.
	Scale float64

	Before, After Pt   // margins above and below the block
	Indent        Pt   // text-indent of a paragraph that follows another one, see [Para]
	SpanAll       bool // column-span: all; over all columns of running text
	Measure       int  // most columns of the grid that its lines take; 0: as many as there are
	Align         Align
	Hyphens       bool // hyphenated; otherwise never
	HangFirst     bool // hanging-punctuation: first; an opening quotation mark stands outside the measure
	HangEnd       bool // hanging-punctuation: allow-end; so do stops, commas and hyphens at the ends of lines
	Balance       bool // lines of even length, for headings and captions
	KeepNext      bool // not parted from the block that follows
	KeepTogether  bool // lines not parted (break-inside: avoid)
	Orphans       int  // least lines left at the foot of a page
	Widows        int  // least lines carried to the next

	// Steps are smaller settings to try in turn while the text takes more than
	// MaxLines lines; empty if the size is fixed.
	MaxLines int
	Steps    []Step
}

// Step is one smaller setting of a headline.
type Step struct{ Size, LineHeight Pt }

// Resized is the style in type of another size, its lines and the spaces around it
// farther apart by another factor.
func (s Style) Resized(size, leading float64) Style {
	s.Size *= size
	s.Indent *= size
	s.LineHeight *= leading
	s.Before *= leading
	s.After *= leading
	s.Steps = slices.Clone(s.Steps)
	for i := range s.Steps {
		s.Steps[i].Size *= size
		s.Steps[i].LineHeight *= leading
	}
	return s
}

// Rounded is the style in half points, in which Word counts: all formats then set
// the same size.
func (s Style) Rounded() Style {
	half := func(size Pt) Pt { return math.Round(size*2) / 2 }
	s.Size = half(s.Size)
	s.Steps = slices.Clone(s.Steps)
	for i := range s.Steps {
		s.Steps[i].Size = half(s.Steps[i].Size)
	}
	return s
}
