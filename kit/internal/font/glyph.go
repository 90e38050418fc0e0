package font

// Glyph is one glyph in place. Lines are set in glyphs, and those are what is
// written, so that both share them without a copy.
type Glyph struct {
	ID      uint16
	Advance float64 // points to the next glyph's origin: kerning, tracking and justification included
	DX, DY  float64 // points by which the glyph alone is moved, right and up

	// Text is the source text of the glyph's cluster, "" on all but the first
	// glyph of a cluster from left to right.
	Text string
}
