// Package typeset turns inline content into lines of positioned glyphs.
//
// Start with [New], which gives a [Setter], and [Setter.Lines]:
//
//	setter := typeset.New(cache)
//	face := typeset.Face{Fonts: []*font.Font{vollkorn, dejavu}, Size: 10.5}
//	lines, missing := setter.Lines([]typeset.Span{{Text: text, Face: face}},
//		typeset.Options{Width: 324, Lang: "it", Hyphenate: true})
//
// The order of work: the spans become one paragraph of characters
// (paragraph.go), break opportunities are found by the rules of Unicode and
// of the language (opportunity.go, linebreak.go, packages bind and hyphen), words
// are shaped one by one (measure.go, shape.go, fallback.go), breaks are chosen for
// the paragraph as a whole (breaker.go, balance.go), and the chosen lines are set
// (line.go). Chinese, Japanese, Korean and Thai: see ideograph.go.
//
// Standards followed: Unicode line breaking (UAX 14), grapheme clusters
// (UAX 29) and the bidirectional algorithm (UAX 9) through go-text; OpenType
// shaping through its port of HarfBuzz; "Breaking Paragraphs into Lines",
// Knuth and Plass, 1981; "Word Hy-phen-a-tion by Com-put-er", Liang, 1983.
//
// All lengths are PostScript points (1/72 inch) unless they say otherwise.
package typeset

import (
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
)

// Face says how characters look.
type Face struct {
	Fonts    []*font.Font // the font, then those to try for characters it lacks; at least one
	Reserve  *Reserve     // those to try then; may be nil
	Size     float64      // points
	Tracking float64      // space added after every cluster, em
	Features []Feature    // in addition to the defaults: kerning, standard ligatures
	Rise     float64      // points above the baseline; negative below
	Lang     string       // BCP 47; empty: the language of Options
}

// Feature turns an OpenType feature on or off, such as "onum" (old-style
// figures), "lnum", "tnum", "pnum", "smcp". Tags that the font has not, or
// that are not four characters long, do nothing.
type Feature struct {
	Tag   string
	Value uint32 // 0 off, 1 on, or the number of an alternate
}

// Span is text in one face. A line feed in Text is a hard line break.
// Soft hyphens, no-break spaces and word joiners in Text are obeyed.
type Span struct {
	Text     string
	Face     Face
	Tag      int     // opaque; carried to the runs, for colour or link
	NoBreak  bool    // no line break within the span unless it is wider than a line
	NoHyphen bool    // no automatic hyphenation within the span
	Advance  float64 // points of empty space before Text, at which no line breaks; may be negative
}

// Align is where lines stand between the edges of the measure.
type Align uint8

// Alignments, as text-align of CSS.
const (
	Start   Align = iota // left in text that runs from left to right
	End                  // right in text that runs from left to right
	Center               // centred
	Justify              // both edges; the last line and those before a hard break as Start
)

// Binding says which spaces between words no line breaks at. With any but
// none, text in French also gets the spaces before its marks: [bind.French].
type Binding = bind.Level

// Bindings, each including the one before; package bind says what they bind.
const (
	BindNone     = bind.None
	BindText     = bind.Running  // numbers with units, abbreviations, initials
	BindHeadline = bind.Headline // also articles and prepositions with the next word
)

// Options say how a paragraph is broken. The zero value with a Width sets
// ragged lines without hyphenation.
type Options struct {
	Width  float64                // measure
	Widths func(line int) float64 // measure of each line, from 0; overrides Width
	Align  Align
	Lang   string // BCP 47, such as "it" or "en-GB"
	Bind   Binding

	Hyphenate           bool // where patterns for the language exist
	MinWord             int  // letters of the shortest word hyphenated; 0 means 7
	Left, Right         int  // least letters before and after a hyphen; 0 means 3, and 2 before it in justified text; never fewer than the language wants
	NoHyphenCapitalized bool // leave alone words that begin with a capital: names; not in German, which writes all nouns so
	MaxHyphens          int  // consecutive lines that may end in a hyphen, unless there is no other way; 0 means 2

	// Balance makes lines of even length, of the fewest that are possible,
	// and never hyphenates: for headings and captions.
	Balance bool

	FirstIndent float64 // indent of the first line; negative: hanging

	// Hanging punctuation, as hanging-punctuation of CSS Text 3: of the width of a
	// mark a part stands out of the measure.
	HangFirst bool // first: an opening quotation mark at the start of the first line
	HangEnd   bool // allow-end: stops, commas, hyphens, closing marks at the ends of lines

	RightToLeft bool    // base direction of the paragraph
	LastLineMin float64 // avoid a last line shorter than this
}

// Line is one line of glyphs, ready to be drawn.
type Line struct {
	Runs       []Run   // from left to right
	X          float64 // from the left edge of the measure to the left edge of the line: alignment, indent, hanging
	Width      float64 // from the left edge of the first glyph to the end of the last, spaces at the end excluded
	Natural    float64 // Width before justification
	Ascent     float64 // of the tallest run, above the baseline
	Descent    float64 // of the deepest run; negative below the baseline
	Hyphenated bool    // a hyphen was added at the end
	Overfull   bool    // wider than the measure: a single cluster or spacer does not fit
	HardBreak  bool    // ended by a line feed
}

// Run is a sequence of glyphs of one font, size, direction and tag.
type Run struct {
	Font        *font.Font
	Size, Rise  float64
	Tag         int     // of the span
	X           float64 // from the left edge of the line
	Width       float64 // sum of the advances
	Glyphs      []Glyph // from left to right
	RightToLeft bool
	Lang        string // BCP 47, of the face or else of Options
}

// Glyph is one glyph in place. A hyphen added at the end of a line has the text
// "\u00ad". The space at which a line was broken is kept as the last glyph, in
// reading order, with its text; a hard line break is kept the same way as " ". It
// lies outside Line.Width. So the texts of all glyphs in reading order are the
// source text, less invisible characters such as soft hyphens and directional
// marks.
type Glyph = font.Glyph

// Missing is the first place of a character that no font of its face has; the
// .notdef glyph of the first font stands in its place.
type Missing struct {
	Rune   rune
	Span   int // index into the spans
	Offset int // byte offset into the span's text, which in French may have got spaces
}
