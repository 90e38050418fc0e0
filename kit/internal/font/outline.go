package font

import (
	"errors"
	"fmt"
)

// glyphHeader is the length of what outlines in glyf start with: the number of contours, and a box.
const glyphHeader = 10

// outline is the description of a glyph in glyf; empty for a glyph that draws nothing.
func (f *Font) outline(g uint16) ([]byte, error) {
	n, loca, glyf := int(g), f.Table("loca"), f.Table("glyf")
	if n >= f.metrics.numGlyphs {
		return nil, fmt.Errorf("there is no glyph %d", g)
	}
	var from, to uint32
	if be16(f.Table("head"), indexToLocFormat) != 0 {
		if 4*n+8 > len(loca) {
			return nil, fmt.Errorf("glyph %d: table loca is too short", g)
		}
		from, to = be32(loca, 4*n), be32(loca, 4*n+4)
	} else {
		if 2*n+4 > len(loca) {
			return nil, fmt.Errorf("glyph %d: table loca is too short", g)
		}
		from, to = 2*uint32(be16(loca, 2*n)), 2*uint32(be16(loca, 2*n+2))
	}
	if from > to || uint64(to) > uint64(len(glyf)) {
		return nil, fmt.Errorf("glyph %d lies outside table glyf", g)
	}
	return glyf[from:to], nil
}

// Flags of the parts of a composite glyph (ISO/IEC 14496-22, glyf).
const (
	argumentsAreWords = 0x0001
	haveScale         = 0x0008
	moreComponents    = 0x0020
	haveScaleXY       = 0x0040
	haveTwoByTwo      = 0x0080
	haveInstructions  = 0x0100
)

// components calls visit for each part of a composite glyph with the glyph it is and where in outline its record
// starts: flags, and then the glyph. It returns where the parts end, and does nothing for a simple glyph.
func components(outline []byte, visit func(at int, part uint16) error) (end int, err error) {
	if len(outline) == 0 {
		return 0, nil
	}
	if len(outline) < glyphHeader {
		return 0, errors.New("outline is cut off")
	}
	if int16At(outline, 0) >= 0 {
		return 0, nil
	}
	for at := glyphHeader; ; {
		if at+4 > len(outline) {
			return 0, errors.New("composite outline is cut off")
		}
		flags, record := be16(outline, at), at
		at += 6
		if flags&argumentsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveScaleXY != 0:
			at += 4
		case flags&haveTwoByTwo != 0:
			at += 8
		}
		if at > len(outline) {
			return 0, errors.New("composite outline is cut off")
		}
		if err := visit(record, be16(outline, record+2)); err != nil {
			return 0, err
		}
		if flags&moreComponents == 0 {
			return at, nil
		}
	}
}
