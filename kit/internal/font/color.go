package font

import "sort"

// ColorOnly reports whether a glyph is drawn by the tables of colour alone:
// layers (COLR), SVG or bitmaps (sbix). Neither PDF nor this package shows these,
// so to a reader the glyph would be blank.
func (f *Font) ColorOnly(g uint16) bool {
	return f.hasColor && (f.inCOLR(g) || f.inSVG(g) || f.inSbix(g)) && f.drawsNothing(g)
}

// readColor looks whether there are tables of colour: most fonts have none.
func (f *Font) readColor() {
	for _, tag := range [...]string{"COLR", "SVG ", "sbix"} {
		f.hasColor = f.hasColor || f.Table(tag) != nil
	}
}

// drawsNothing reports whether a glyph has no outline.
func (f *Font) drawsNothing(g uint16) bool {
	if f.cff != nil {
		_, ok := f.GlyphBox(g)
		return !ok
	}
	outline, err := f.outline(g)
	return err == nil && (len(outline) < glyphHeader || int16At(outline, 0) == 0)
}

// inCOLR looks for a glyph that is made of layers (version 0) or painted
// (version 1); both lists are sorted by glyph.
func (f *Font) inCOLR(g uint16) bool {
	const layered, layeredSize, painted, paintedSize = 4, 6, 14, 6
	colr := f.Table("COLR")
	if at := int(be32(colr, layered)); at > 0 && listed(colr, at, int(be16(colr, 2)), layeredSize, g) {
		return true
	}
	if be16(colr, 0) == 0 {
		return false
	}
	at := int(be32(colr, painted))
	return at > 0 && listed(colr, at+4, int(be32(colr, at)), paintedSize, g)
}

// listed looks a glyph up in a list of records that begin with one.
func listed(table []byte, at, count, size int, g uint16) bool {
	if at > len(table) {
		return false
	}
	count = min(count, (len(table)-at)/size)
	i := sort.Search(count, func(i int) bool { return be16(table, at+size*i) >= g })
	return i < count && be16(table, at+size*i) == g
}

// inSVG looks for a glyph among the ranges of the SVG documents, which are
// sorted.
func (f *Font) inSVG(g uint16) bool {
	const size, last = 12, 2
	svg := f.Table("SVG ")
	at := int(be32(svg, 2))
	if at == 0 || at > len(svg)-2 {
		return false
	}
	count := min(int(be16(svg, at)), (len(svg)-at-2)/size)
	at += 2
	i := sort.Search(count, func(i int) bool { return be16(svg, at+size*i+last) >= g })
	return i < count && be16(svg, at+size*i) <= g
}

// inSbix looks for a picture of a glyph in the first size that there is.
func (f *Font) inSbix(g uint16) bool {
	const firstStrike, offsets = 8, 4
	sbix := f.Table("sbix")
	at := int(be32(sbix, firstStrike))
	if at == 0 {
		return false
	}
	at += offsets + 4*int(g)
	return be32(sbix, at+4) > be32(sbix, at)
}
