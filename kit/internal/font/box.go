package font

import (
	"math"

	"github.com/go-text/typesetting/font/cff"
)

// GlyphBox is the box around a glyph in design units: left, bottom, right, top.
// ok is false for a glyph that draws nothing or cannot be read. The box of a
// TrueType glyph is the one that the font states; for CFF, which states none,
// the outline has to be drawn each time.
func (f *Font) GlyphBox(gid uint16) (box [4]int, ok bool) {
	if f.cff != nil {
		return f.charstringBox(gid)
	}
	outline, err := f.outline(gid)
	if err != nil || len(outline) < glyphHeader {
		return box, false
	}
	for i := range box {
		box[i] = int16At(outline, 2+2*i)
	}
	return box, true
}

// charstringBox draws a glyph with the reader of the shaping library. That is
// not made for hostile fonts: it bounds neither what subroutines do nor the
// size of the font, so it is given a font of one glyph without subroutines.
func (f *Font) charstringBox(gid uint16) (box [4]int, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	data, err := f.Subset([]uint16{0, gid})
	if err != nil {
		return box, false
	}
	program, err := cff.Parse(data)
	if err != nil {
		return box, false
	}
	segments, bounds, err := program.LoadGlyph(1)
	if err != nil || len(segments) == 0 {
		return box, false
	}
	for i, v := range [...]float64{bounds.Min.X, bounds.Min.Y, bounds.Max.X, bounds.Max.Y} {
		if !(math.Abs(v) <= math.MaxInt16) {
			return box, false
		}
		box[i] = int(math.Round(v))
	}
	return box, true
}
