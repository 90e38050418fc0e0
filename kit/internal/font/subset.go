package font

import (
	"errors"
	"fmt"
)

// maxSubsetGlyphs is how many glyphs a font can have: glyph indices are 16 bits wide and maxp counts them in 16 bits.
const maxSubsetGlyphs = 65535

// Subset returns a font program with some of the glyphs, as PDF files embed it (ISO 32000-1, 9.9): gids[i] becomes
// glyph i. gids[0] must be 0; a glyph may be given more than once.
//
// Of a TrueType font it is a file with the tables glyf, loca, hmtx, head, hhea and maxp, in which the parts of composite
// glyphs follow after the glyphs asked for. It has no cmap, since its glyphs are addressed by index, and no instructions
// that fit glyphs to pixels, on which hardly any reader of PDF files acts. Of a CFF font it is a bare CFF program,
// CID-keyed, in which glyph i has CID i.
//
// A font whose tables contradict each other is refused with a [*FileError].
func (f *Font) Subset(gids []uint16) (program []byte, err error) {
	if len(gids) == 0 || gids[0] != 0 {
		return nil, errors.New("the first glyph of a subset must be 0")
	}
	if f.cff != nil {
		program, err = f.subsetCFF(gids)
	} else {
		program, err = f.subsetTrueType(gids)
	}
	if err != nil {
		return nil, &FileError{fmt.Errorf("font %s: %w", f.PostScriptName(), err)}
	}
	return program, nil
}
