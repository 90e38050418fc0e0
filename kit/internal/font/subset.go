package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// maxSubsetGlyphs is how many glyphs a font can have: glyph indices are 16 bits wide and maxp counts them in 16 bits.
const maxSubsetGlyphs = 65535

// maxCompositeDepth bounds how deep composite glyphs may be nested; ISO/IEC 14496-22 recommends no more than one,
// fonts in use have up to four.
const maxCompositeDepth = 16

// Lengths that the tables a subset patches must have at least.
const (
	headLength = 54
	hheaLength = 36
	maxpLength = 32
)

// Subset returns a font program with some of the glyphs: gids[i] becomes glyph i, and the parts of composite glyphs
// follow after them. gids[0] must be 0; a glyph may be given more than once. The program has the tables that
// ISO 32000-1, 9.9 asks of an embedded TrueType font: glyf, loca, hmtx, head, hhea, maxp and, where the font has them,
// cvt, fpgm and prep. It has no cmap: its glyphs are addressed by index.
//
// A font whose tables contradict each other is refused.
func (f *Font) Subset(gids []uint16) (program []byte, err error) {
	s := subsetter{font: f, glyf: f.Table("glyf"), loca: f.Table("loca")}
	if err := s.tables(gids); err != nil {
		return nil, fmt.Errorf("subset font %s: %w", f.PostScriptName(), err)
	}
	return s.program(), nil
}

// subsetter is one subset in the making.
type subsetter struct {
	font       *Font
	glyf, loca []byte // of the source
	longLoca   bool

	gids   []uint16          // source glyph of each new glyph
	index  map[uint16]uint16 // the first new glyph of each source glyph
	depth  map[uint16]int    // how deep a composite is nested; 0 while that is being found out
	out    []byte            // the new glyf
	starts []int             // where each new glyph starts in out, and the end

	head, hhea, maxp, hmtx []byte
}

func (s *subsetter) tables(gids []uint16) error {
	if len(gids) == 0 || gids[0] != 0 {
		return errors.New("the first glyph must be 0")
	}
	s.head = slices.Clone(s.font.Table("head"))
	s.hhea = slices.Clone(s.font.Table("hhea"))
	s.maxp = slices.Clone(s.font.Table("maxp"))
	if len(s.head) < headLength || len(s.hhea) < hheaLength || len(s.maxp) < maxpLength {
		return errors.New("table head, hhea or maxp is too short")
	}
	s.longLoca = be16(s.head, 50) != 0
	s.gids = slices.Clone(gids)
	s.index = make(map[uint16]uint16, len(gids))
	s.depth = map[uint16]int{}
	for i, g := range gids {
		if _, seen := s.index[g]; !seen && i < maxSubsetGlyphs {
			s.index[g] = uint16(i)
		}
	}
	if err := s.copyGlyphs(); err != nil {
		return err
	}
	s.copyMetrics()
	return nil
}

// copyGlyphs fills out and starts. The list of glyphs grows while composites ask for parts.
func (s *subsetter) copyGlyphs() error {
	for i := 0; i < len(s.gids); i++ {
		if len(s.gids) > maxSubsetGlyphs {
			return fmt.Errorf("more than %d glyphs", maxSubsetGlyphs)
		}
		g := s.gids[i]
		source, err := s.glyph(g)
		if err != nil {
			return err
		}
		if _, err := s.nesting(g, 0); err != nil {
			return err
		}
		start := len(s.out)
		s.starts = append(s.starts, start)
		s.out = append(s.out, source...)
		for len(s.out)%4 != 0 {
			s.out = append(s.out, 0)
		}
		if len(s.out) > MaxFileSize {
			return fmt.Errorf("outlines of more than %d bytes", MaxFileSize)
		}
		copied := s.out[start : start+len(source)]
		err = components(copied, func(at int, part uint16) error {
			n, ok := s.index[part]
			if !ok {
				n = uint16(len(s.gids))
				s.index[part] = n
				s.gids = append(s.gids, part)
			}
			binary.BigEndian.PutUint16(copied[at:], n)
			return nil
		})
		if err != nil {
			return fmt.Errorf("glyph %d: %w", g, err)
		}
	}
	s.starts = append(s.starts, len(s.out))
	return nil
}

// glyph returns the outline of a source glyph; empty for a glyph without one.
func (s *subsetter) glyph(g uint16) ([]byte, error) {
	n := int(g)
	if n >= s.font.NumGlyphs() {
		return nil, fmt.Errorf("there is no glyph %d", g)
	}
	var from, to uint32
	if s.longLoca {
		if 4*n+8 > len(s.loca) {
			return nil, fmt.Errorf("glyph %d: table loca is too short", g)
		}
		from, to = be32(s.loca, 4*n), be32(s.loca, 4*n+4)
	} else {
		if 2*n+4 > len(s.loca) {
			return nil, fmt.Errorf("glyph %d: table loca is too short", g)
		}
		from, to = 2*uint32(be16(s.loca, 2*n)), 2*uint32(be16(s.loca, 2*n+2))
	}
	if from > to || uint64(to) > uint64(len(s.glyf)) {
		return nil, fmt.Errorf("glyph %d lies outside table glyf", g)
	}
	return s.glyf[from:to], nil
}

// nesting finds how deep a glyph's parts are nested, 1 for a glyph without parts. A glyph that is part of itself
// would send a reader round in circles.
func (s *subsetter) nesting(g uint16, above int) (int, error) {
	depth, seen := s.depth[g]
	switch {
	case depth > 0 && depth+above <= maxCompositeDepth:
		return depth, nil
	case seen && depth == 0:
		return 0, fmt.Errorf("glyph %d is part of itself", g)
	case above >= maxCompositeDepth || depth > 0:
		return 0, fmt.Errorf("glyph %d: parts are nested deeper than %d", g, maxCompositeDepth)
	}
	s.depth[g] = 0
	source, err := s.glyph(g)
	if err != nil {
		return 0, err
	}
	deepest := 0
	err = components(source, func(_ int, part uint16) error {
		d, err := s.nesting(part, above+1)
		deepest = max(deepest, d)
		return err
	})
	if err != nil {
		return 0, err
	}
	s.depth[g] = deepest + 1
	return deepest + 1, nil
}

// Flags of the parts of a composite glyph (ISO/IEC 14496-22, glyf).
const (
	argumentsAreWords = 0x0001
	haveScale         = 0x0008
	moreComponents    = 0x0020
	haveScaleXY       = 0x0040
	haveTwoByTwo      = 0x0080
)

// components calls visit for each part of a composite glyph with its index and where in outline that index stands.
// It does nothing for a simple glyph.
func components(outline []byte, visit func(at int, part uint16) error) error {
	const glyphHeader = 10
	if len(outline) == 0 {
		return nil
	}
	if len(outline) < glyphHeader {
		return errors.New("outline is cut off")
	}
	if int16At(outline, 0) >= 0 {
		return nil
	}
	for at := glyphHeader; ; {
		if at+4 > len(outline) {
			return errors.New("composite outline is cut off")
		}
		flags := be16(outline, at)
		if err := visit(at+2, be16(outline, at+2)); err != nil {
			return err
		}
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
			return errors.New("composite outline is cut off")
		}
		if flags&moreComponents == 0 {
			return nil
		}
	}
}

// copyMetrics fills hmtx, one full record for each glyph, and the counts in hhea and maxp.
func (s *subsetter) copyMetrics() {
	source, full := s.font.Table("hmtx"), max(int(be16(s.hhea, 34)), 1)
	s.hmtx = make([]byte, 0, 4*len(s.gids))
	for _, g := range s.gids {
		bearing := 4*int(g) + 2
		if int(g) >= full {
			bearing = 4*full + 2*(int(g)-full)
		}
		s.hmtx = binary.BigEndian.AppendUint16(s.hmtx, uint16(s.font.Advance(g)))
		s.hmtx = binary.BigEndian.AppendUint16(s.hmtx, be16(source, bearing))
	}
	binary.BigEndian.PutUint16(s.hhea[34:], uint16(len(s.gids)))
	binary.BigEndian.PutUint16(s.maxp[4:], uint16(len(s.gids)))
}

// program puts the tables together.
func (s *subsetter) program() []byte {
	short := len(s.out) <= 2*0xFFFF
	loca := make([]byte, 0, 4*len(s.starts))
	for _, at := range s.starts {
		if short {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		} else {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		}
	}
	format := uint16(1)
	if short {
		format = 0
	}
	binary.BigEndian.PutUint16(s.head[50:], format)
	// A table directory is sorted by tag.
	return buildSFNT([]taggedTable{
		{"cvt ", s.font.Table("cvt ")},
		{"fpgm", s.font.Table("fpgm")},
		{"glyf", s.out},
		{"head", s.head},
		{"hhea", s.hhea},
		{"hmtx", s.hmtx},
		{"loca", loca},
		{"maxp", s.maxp},
		{"prep", s.font.Table("prep")},
	})
}

type taggedTable struct {
	tag  string
	data []byte
}

// buildSFNT writes a font file (ISO/IEC 14496-22, 4.5) with checksums. Empty optional tables are left out; the glyf
// table stays, since a font of blanks has an empty one.
func buildSFNT(tables []taggedTable) []byte {
	tables = slices.DeleteFunc(tables, func(t taggedTable) bool { return len(t.data) == 0 && t.tag != "glyf" })
	n, power, selector := len(tables), 1, 0
	for 2*power <= n {
		power, selector = 2*power, selector+1
	}
	size := headerSize + recordSize*n
	for _, t := range tables {
		size += len(t.data) + 3
	}
	out := make([]byte, headerSize+recordSize*n, size)
	binary.BigEndian.PutUint32(out, 0x00010000)
	binary.BigEndian.PutUint16(out[4:], uint16(n))
	binary.BigEndian.PutUint16(out[6:], uint16(power*recordSize))
	binary.BigEndian.PutUint16(out[8:], uint16(selector))
	binary.BigEndian.PutUint16(out[10:], uint16((n-power)*recordSize))
	adjustment := -1
	for i, t := range tables {
		start := len(out)
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		if t.tag == "head" && len(t.data) >= headLength {
			adjustment = start + 8
			binary.BigEndian.PutUint32(out[adjustment:], 0)
		}
		record := out[headerSize+recordSize*i:]
		copy(record, t.tag)
		binary.BigEndian.PutUint32(record[4:], checksum(out[start:]))
		binary.BigEndian.PutUint32(record[8:], uint32(start))
		binary.BigEndian.PutUint32(record[12:], uint32(len(t.data)))
	}
	if adjustment >= 0 {
		binary.BigEndian.PutUint32(out[adjustment:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// checksum is the sum of the big-endian 32-bit words; the length of b must be a multiple of 4.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}
