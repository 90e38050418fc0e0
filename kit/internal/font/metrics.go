package font

import "fmt"

// metrics are the numbers read once from head, hhea, maxp, OS/2 and post;
// lengths in design units.
type metrics struct {
	unitsPerEm, numGlyphs, numHMetrics    int
	ascender, descender                   int
	capHeight, xHeight                    int
	underlinePosition, underlineThickness int
	bbox                                  [4]int
	italicAngle                           float64
	weight                                int
	italic, fixedPitch                    bool
	fsType                                uint16
}

func (f *Font) readMetrics() error {
	m := &f.metrics
	head, hhea, maxp := f.Table("head"), f.Table("hhea"), f.Table("maxp")
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return fmt.Errorf("damaged font file: head, hhea or maxp table is cut off")
	}
	m.unitsPerEm = int(be16(head, 18))
	if m.unitsPerEm < 16 || m.unitsPerEm > 16384 {
		return fmt.Errorf("damaged font file: %d units per em, allowed are 16 to 16384", m.unitsPerEm)
	}
	for i := range m.bbox {
		m.bbox[i] = int16At(head, 36+2*i)
	}
	m.numGlyphs = int(be16(maxp, 4))
	if m.numGlyphs == 0 {
		return fmt.Errorf("damaged font file: it has no glyphs")
	}
	m.ascender, m.descender = int16At(hhea, 4), int16At(hhea, 6)
	m.numHMetrics = int(be16(hhea, 34))
	if m.numHMetrics == 0 || m.numHMetrics > m.numGlyphs || 4*m.numHMetrics > len(f.Table("hmtx")) {
		return fmt.Errorf("damaged font file: %d advances for %d glyphs", m.numHMetrics, m.numGlyphs)
	}
	f.readStyle(head)

	post := f.Table("post")
	m.italicAngle = float64(int32(be32(post, 4))) / 65536
	m.underlineThickness = int16At(post, 10)
	if m.underlineThickness <= 0 {
		m.underlineThickness = m.unitsPerEm / 20
	}
	// post places the top of the underline; the middle is what a pen draws.
	m.underlinePosition = int16At(post, 8) - m.underlineThickness/2
	if int16At(post, 8) == 0 {
		m.underlinePosition = -m.unitsPerEm / 8
	}
	m.fixedPitch = be32(post, 12) != 0
	return nil
}

// readStyle takes weight, slant and licence bits from OS/2, or weight and
// slant from head in the old fonts without it.
func (f *Font) readStyle(head []byte) {
	const bold, italic = 1, 2 // head.macStyle
	m := &f.metrics
	m.weight = 400
	os2 := f.Table("OS/2")
	if len(os2) < 68 {
		macStyle := be16(head, 44)
		m.italic = macStyle&italic != 0
		if macStyle&bold != 0 {
			m.weight = 700
		}
		return
	}
	switch w := int(be16(os2, 4)); {
	case w >= 1 && w <= 9: // an old habit: hundreds written as units
		m.weight = w * 100
	case w >= 1 && w <= 1000:
		m.weight = w
	}
	m.fsType = be16(os2, 8)
	const fsItalic, fsOblique = 1, 1 << 9
	m.italic = be16(os2, 62)&(fsItalic|fsOblique) != 0
	if version := be16(os2, 0); version >= 2 && len(os2) >= 90 {
		m.xHeight, m.capHeight = int16At(os2, 86), int16At(os2, 88)
	}
}

// measureHeights fills the heights that OS/2 did not state from the outlines
// of H and x, and failing that by the usual proportions.
func (f *Font) measureHeights() {
	m := &f.metrics
	if m.capHeight <= 0 {
		if m.capHeight = f.top('H'); m.capHeight <= 0 {
			m.capHeight = m.unitsPerEm * 7 / 10
		}
	}
	if m.xHeight <= 0 {
		if m.xHeight = f.top('x'); m.xHeight <= 0 {
			m.xHeight = m.unitsPerEm / 2
		}
	}
}

// top is the upper edge of a character's outline in design units, 0 if
// unknown.
func (f *Font) top(r rune) int {
	if gid, ok := f.Glyph(r); ok {
		if box, ok := f.GlyphBox(gid); ok {
			return box[3]
		}
	}
	return 0
}
