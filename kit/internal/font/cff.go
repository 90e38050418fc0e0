package font

import (
	"errors"
	"fmt"
	"math"
)

// cffFont is a font in the Compact Font Format (Adobe Technical Note 5176), as the
// table CFF of an OpenType font holds it. Charstrings and subroutines are looked up when
// they are needed, so that reading a large font takes little longer than reading
// a small one.
type cffFont struct {
	charstrings cffIndex
	globalSubrs cffIndex
	fds         []fontDict // one, or those of FDArray in a CID-keyed font
	fdSelect    []byte     // nil for a single font dict
}

// fontDict is what glyphs share that were designed together: hints, widths,
// subroutines.
type fontDict struct {
	hints                       []byte // entries of the Private DICT that hinting goes by
	subrs                       cffIndex
	defaultWidthX, nominalWidth float64
}

// maxFontDicts is how many font dicts FDSelect can tell apart.
const maxFontDicts = 256

// readCFF reads a font that has the numbers of glyphs and of units per em that
// the other tables say.
func readCFF(data []byte, numGlyphs, unitsPerEm int) (*cffFont, error) {
	if len(data) < 4 {
		return nil, errors.New("it is cut off")
	}
	if data[0] != 1 {
		return nil, fmt.Errorf("version %d of the format is not supported", data[0])
	}
	// The header is followed by the INDEXes of names, of top DICTs, of strings and of global subroutines.
	at := int(data[2])
	var c cffFont
	var tops, skipped cffIndex
	for _, index := range []*cffIndex{&skipped, &tops, &skipped, &c.globalSubrs} {
		var err error
		if *index, at, err = readIndex(data, at); err != nil {
			return nil, err
		}
	}
	if tops.count != 1 {
		return nil, fmt.Errorf("it has %d fonts, where one is allowed", tops.count)
	}
	object, err := tops.object(0)
	if err != nil {
		return nil, err
	}
	top, err := readDict(object)
	if err != nil {
		return nil, err
	}
	if kind := top.number(opCharstringType, 2); kind != 2 {
		return nil, fmt.Errorf("charstrings of type %v are not supported", kind)
	}
	if c.charstrings, _, err = readIndex(data, top.offset(opCharStrings)); err != nil {
		return nil, fmt.Errorf("charstrings: %w", err)
	}
	if c.charstrings.count != numGlyphs {
		return nil, fmt.Errorf("it has %d glyphs, table maxp counts %d", c.charstrings.count, numGlyphs)
	}
	if _, keyed := top[opROS]; !keyed {
		if err := checkMatrix(top.matrix(), nil, unitsPerEm); err != nil {
			return nil, err
		}
		fd, err := readPrivate(data, top)
		c.fds = []fontDict{fd}
		return &c, err
	}
	return &c, c.readFontDicts(data, top, unitsPerEm)
}

// readFontDicts reads FDArray and FDSelect of a CID-keyed font.
func (c *cffFont) readFontDicts(data []byte, top cffDict, unitsPerEm int) error {
	array, _, err := readIndex(data, top.offset(opFDArray))
	if err != nil {
		return fmt.Errorf("font dicts: %w", err)
	}
	if array.count == 0 || array.count > maxFontDicts {
		return fmt.Errorf("it has %d font dicts, allowed are 1 to %d", array.count, maxFontDicts)
	}
	for i := range array.count {
		object, err := array.object(i)
		if err != nil {
			return err
		}
		dict, err := readDict(object)
		if err != nil {
			return err
		}
		if err := checkMatrix(top.matrix(), dict.matrix(), unitsPerEm); err != nil {
			return err
		}
		fd, err := readPrivate(data, dict)
		if err != nil {
			return err
		}
		c.fds = append(c.fds, fd)
	}
	if c.fdSelect, err = readFDSelect(data, top.offset(opFDSelect), c.charstrings.count); err != nil {
		return err
	}
	for g, fd := range c.fdSelect {
		if int(fd) >= array.count {
			return fmt.Errorf("glyph %d: there is no font dict %d", g, fd)
		}
	}
	return nil
}

// readFDSelect expands the table that gives each glyph its font dict.
func readFDSelect(data []byte, at, numGlyphs int) ([]byte, error) {
	if at <= 0 || at >= len(data) {
		return nil, errors.New("FDSelect lies outside the table")
	}
	format, at := data[at], at+1
	switch format {
	case 0:
		if at+numGlyphs > len(data) {
			return nil, errors.New("FDSelect is cut off")
		}
		return data[at : at+numGlyphs], nil
	case 3:
		out := make([]byte, numGlyphs)
		next := 0
		for i := range int(be16(data, at)) {
			from := at + 2 + 3*i
			if from+5 > len(data) {
				return nil, errors.New("FDSelect is cut off")
			}
			first, end := int(be16(data, from)), int(be16(data, from+3))
			if first != next || end < first || end > numGlyphs {
				return nil, errors.New("FDSelect has ranges that do not follow each other")
			}
			for g := first; g < end; g++ {
				out[g] = data[from+2]
			}
			next = end
		}
		if next != numGlyphs {
			return nil, errors.New("FDSelect does not cover all glyphs")
		}
		return out, nil
	}
	return nil, fmt.Errorf("FDSelect has the unknown format %d", format)
}

// readPrivate reads the Private DICT that a top or font DICT points at.
func readPrivate(data []byte, dict cffDict) (fontDict, error) {
	var fd fontDict
	entry, ok := dict[opPrivate]
	if !ok || len(entry.operands) != 2 {
		return fd, errors.New("a font dict has no Private DICT")
	}
	size, at := entry.operands[0], entry.operands[1]
	if !(size >= 0 && at >= 0 && at+size <= float64(len(data))) {
		return fd, errors.New("a Private DICT lies outside the table")
	}
	private, err := readDict(data[int(at) : int(at)+int(size)])
	if err != nil {
		return fd, err
	}
	for _, op := range hintOperators {
		fd.hints = append(fd.hints, private[op].raw...)
	}
	fd.defaultWidthX, fd.nominalWidth = private.number(opDefaultWidthX, 0), private.number(opNominalWidthX, 0)
	if subrs := private.offset(opSubrs); subrs > 0 {
		if fd.subrs, _, err = readIndex(data, int(at)+subrs); err != nil {
			return fd, fmt.Errorf("subroutines: %w", err)
		}
	}
	return fd, nil
}

// checkMatrix makes sure that charstrings have the units of the rest of the
// font. The matrix of a font dict, if there is one, is applied before that of
// the font.
func checkMatrix(top, fd []float64, unitsPerEm int) error {
	scale := [4]float64{1e-3, 0, 0, 1e-3}
	switch {
	case top != nil && fd != nil:
		scale = [4]float64{
			fd[0]*top[0] + fd[1]*top[2], fd[0]*top[1] + fd[1]*top[3],
			fd[2]*top[0] + fd[3]*top[2], fd[2]*top[1] + fd[3]*top[3],
		}
	case top != nil:
		scale = [4]float64(top[:4])
	case fd != nil:
		scale = [4]float64(fd[:4])
	}
	const tolerance = 1e-3 // fonts write 0.000488 for 1/2048
	for i, want := range [4]float64{1, 0, 0, 1} {
		if !(math.Abs(scale[i]*float64(unitsPerEm)-want) <= tolerance) {
			return fmt.Errorf("FontMatrix does not agree with the %d units per em of the font", unitsPerEm)
		}
	}
	return nil
}

// fd is the font dict of a glyph.
func (c *cffFont) fd(gid uint16) int {
	if c.fdSelect == nil {
		return 0
	}
	return int(c.fdSelect[gid])
}
