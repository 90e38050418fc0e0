package pdfwriter

import "github.com/presskit-go/presskit/kit/internal/font"

// SoftHyphen is the text of the hyphen drawn at the end of a hyphenated line (ISO 32000-1, 14.8.2.2.3). It is not part
// of the source: whoever reads by tags joins the word again and drops it. Extraction that goes by the look of the page
// keeps it before the line break, where it cannot be taken for a hyphen of the text.
const SoftHyphen = "\u00ad"

// GlyphRun is a line, or part of a line, of shaped text in one font and size.
type GlyphRun struct {
	Font *font.Font
	Size float64 // points to the em
	X, Y float64 // where the baseline starts

	// Glyphs are in the order they stand on the page, from left to right.
	Glyphs []Glyph

	// RightToLeft says that the text is read from right to left, so that the last glyph is read first. Runs of either
	// direction on one line are drawn in the order they are read.
	RightToLeft bool

	// Silent draws the glyphs without any text: ornaments, leaders, pictures from an icon font.
	Silent bool
}

// Glyph is one glyph of a [GlyphRun]. Where several glyphs make up a cluster, the first in the run has the text and the
// others have none.
type Glyph = font.Glyph
