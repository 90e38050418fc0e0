// Package font loads font programs and answers what layout and the writers
// ask of them: names, metrics, glyphs of characters, raw tables, subsets.
//
// Start with [Parse]; it takes the bytes of a TrueType or OpenType file and
// returns a [Font]. Shaping is not done here: package typeset hands
// [Font.GoText] to a shaper. Neither does this package look for fonts; the
// caller has the bytes.
//
// Outlines may be of TrueType (table glyf) or PostScript (table CFF, name-keyed
// or CID-keyed); [Font.CFF] tells which. [Font.Subset] makes what a PDF file
// embeds: a TrueType program, or a bare CFF program whose CIDs are its glyph
// indices. Both number their glyphs as they were asked for, so that whoever
// writes text need not know which kind of font it is set in.
//
// A variable TrueType font is read as its default instance. Everything else
// (CFF2 outlines, WOFF, collections, bitmap fonts, Type 1) is refused with an
// error that says what the file is and what to use instead.
package font

import (
	"fmt"
	"sync"

	gotextfont "github.com/go-text/typesetting/font"
)

// MaxFileSize is the largest font file, in bytes, that [Parse] accepts. The
// largest pan-Unicode TrueType fonts in use are about 24 MB.
const MaxFileSize = 32 << 20

// Font is a parsed font program. It is immutable and safe for concurrent use.
type Font struct {
	data   []byte
	tables directory
	cmap   gotextfont.Cmap
	cff    *cffFont // nil if the outlines are of TrueType

	hasColor bool // there are tables of glyphs in colour

	names   names
	metrics metrics

	// What only shaping needs is read when it is first asked for.
	gotext     *gotextfont.Font
	gotextOnce sync.Once
}

// FileError says what is wrong with a font file: it is damaged, or of a kind
// that is not read.
type FileError struct{ err error }

func (e *FileError) Error() string { return e.err.Error() }

// Unwrap is the cause.
func (e *FileError) Unwrap() error { return e.err }

// Parse reads a font program in the sfnt container with TrueType or CFF
// outlines (ISO/IEC 14496-22). Data is kept and must not change afterwards.
// The error is a [*FileError].
func Parse(data []byte) (*Font, error) {
	f, err := parseFile(data)
	if err != nil {
		return nil, &FileError{err}
	}
	return f, nil
}

func parseFile(data []byte) (*Font, error) {
	if len(data) > MaxFileSize {
		return nil, fmt.Errorf("font file of %d bytes is larger than the %d allowed", len(data), MaxFileSize)
	}
	tables, err := readDirectory(data)
	if err != nil {
		return nil, err
	}
	required := [...]string{"head", "maxp", "hhea", "hmtx", "cmap", "loca", "glyf"}
	hasCFF := tables.hasCFF(data)
	for _, tag := range required {
		if _, ok := tables[tag]; !ok && !(hasCFF && (tag == "loca" || tag == "glyf")) {
			return nil, missingTable(tables, tag)
		}
	}
	f := &Font{data: data, tables: tables}
	if err := f.readMetrics(); err != nil {
		return nil, err
	}
	if hasCFF {
		if f.cff, err = readCFF(f.Table("CFF "), f.metrics.numGlyphs, f.metrics.unitsPerEm); err != nil {
			return nil, fmt.Errorf("damaged font file: table CFF: %w", err)
		}
	}
	f.readNames()
	f.readColor()
	if f.cmap, err = f.readCmap(); err != nil {
		return nil, err
	}
	f.measureHeights()
	return f, nil
}

// PostScriptName is name id 6, restricted to the characters that a PDF font
// name may have; derived from the family and style where the file has none.
func (f *Font) PostScriptName() string { return f.names.postScript }

// Family is the typographic family, name id 16, or else 1: the same for all
// weights of a family, such as "Manrope".
func (f *Font) Family() string { return f.names.family }

// Weight is the weight class of OS/2, from 1 to 1000; 400 is regular, 700 bold.
func (f *Font) Weight() int { return f.metrics.weight }

// Italic reports whether the font is italic or oblique.
func (f *Font) Italic() bool { return f.metrics.italic }

// UnitsPerEm is the number of design units in one em, from 16 to 16384.
func (f *Font) UnitsPerEm() int { return f.metrics.unitsPerEm }

// Ascent is the ascender of hhea in em.
func (f *Font) Ascent() float64 { return f.em(f.metrics.ascender) }

// Descent is the descender of hhea in em: negative below the baseline.
func (f *Font) Descent() float64 { return f.em(f.metrics.descender) }

// CapHeight is the height of the flat capitals in em, from OS/2 or else
// measured on the letter H.
func (f *Font) CapHeight() float64 { return f.em(f.metrics.capHeight) }

// XHeight is the height of the flat small letters in em, from OS/2 or else
// measured on the letter x.
func (f *Font) XHeight() float64 { return f.em(f.metrics.xHeight) }

// UnderlinePosition is the distance in em from the baseline to the middle of
// the underline, negative below the baseline.
func (f *Font) UnderlinePosition() float64 { return f.em(f.metrics.underlinePosition) }

// UnderlineThickness is the thickness of the underline in em.
func (f *Font) UnderlineThickness() float64 { return f.em(f.metrics.underlineThickness) }

// BBox is the box around all glyphs in design units: left, bottom, right, top.
func (f *Font) BBox() [4]int { return f.metrics.bbox }

// ItalicAngle is the slope in degrees counter-clockwise from the vertical:
// negative for fonts that lean to the right.
func (f *Font) ItalicAngle() float64 { return f.metrics.italicAngle }

// FixedPitch reports whether all characters have the same width.
func (f *Font) FixedPitch() bool { return f.metrics.fixedPitch }

// Embeddable reports whether fsType of OS/2 lets the font be embedded in a
// document. A font without OS/2 has stated no restriction.
func (f *Font) Embeddable() bool {
	const restricted, bitmapOnly = 0x0002, 0x0200
	return f.metrics.fsType&0x000F != restricted && f.metrics.fsType&bitmapOnly == 0
}

// Subsettable reports whether fsType of OS/2 lets a part of the font be
// embedded instead of the whole.
func (f *Font) Subsettable() bool {
	const noSubsetting = 0x0100
	return f.metrics.fsType&noSubsetting == 0
}

// CFF reports whether the outlines are those of PostScript, in a table CFF,
// rather than of TrueType.
func (f *Font) CFF() bool { return f.cff != nil }

// NumGlyphs is the number of glyphs, at least 1: glyph 0 is .notdef.
func (f *Font) NumGlyphs() int { return f.metrics.numGlyphs }

// Advance is the horizontal advance of a glyph in design units; 0 for a
// glyph that the font has not.
func (f *Font) Advance(gid uint16) int {
	g := int(gid)
	if g >= f.metrics.numGlyphs {
		return 0
	}
	if last := f.metrics.numHMetrics - 1; g > last {
		g = last // monospaced tail, ISO/IEC 14496-22 hmtx
	}
	return int(be16(f.Table("hmtx"), 4*g))
}

// Glyph is the glyph of a character by the font's character map; ok is false
// where the font lacks the character, or has it in colour alone.
func (f *Font) Glyph(r rune) (gid uint16, ok bool) {
	g, ok := f.cmap.Lookup(r)
	if !ok || g == 0 || int(g) >= f.metrics.numGlyphs || f.ColorOnly(uint16(g)) {
		return 0, false
	}
	return uint16(g), true
}

// Table is the content of an sfnt table, such as "glyf"; nil if absent. It
// shares memory with the font and must not be changed.
func (f *Font) Table(tag string) []byte {
	t, ok := f.tables[tag]
	if !ok {
		return nil
	}
	return f.data[t.offset : t.offset+t.length : t.offset+t.length]
}

// String is the PostScript name, for messages.
func (f *Font) String() string { return f.names.postScript }

func (f *Font) em(units int) float64 { return float64(units) / float64(f.metrics.unitsPerEm) }
