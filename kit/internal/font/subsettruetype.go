package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// maxCompositeDepth bounds how deep composite glyphs may be nested; ISO/IEC 14496-22 recommends no more than one,
// fonts in use have up to four.
const maxCompositeDepth = 16

// Lengths that the tables a subset patches must have at least, and places in them.
const (
	headLength = 54
	hheaLength = 36
	maxpLength = 32

	checkSumAdjustment = 8  // in head
	indexToLocFormat   = 50 // in head
	numberOfHMetrics   = 34 // in hhea
	maxpNumGlyphs      = 4  // in maxp
)

// truetypeSubset is one subset in the making.
type truetypeSubset struct {
	font   *Font
	gids   []uint16          // source glyph of each new glyph
	index  map[uint16]uint16 // the first new glyph of each source glyph; nil until a composite asks for it
	depth  map[uint16]int    // how deep a composite is nested; 0 while that is being found out
	file   sfntFile
	starts []int // where each new glyph starts in glyf, and the end
}

// subsetTrueType puts the new file together from front to back; a table directory is sorted by tag, and so are the
// tables.
func (f *Font) subsetTrueType(gids []uint16) ([]byte, error) {
	head, hhea, maxp := f.Table("head"), f.Table("hhea"), f.Table("maxp")
	if len(head) < headLength || len(hhea) < hheaLength || len(maxp) < maxpLength {
		return nil, errors.New("table head, hhea or maxp is too short")
	}
	s := truetypeSubset{font: f, gids: gids[:len(gids):len(gids)], starts: make([]int, 0, len(gids)+1)}
	const averageOutline, numTables = 200, 6
	s.file = newSFNT(numTables, (averageOutline+8)*len(gids)+256)
	s.file.begin("glyf")
	if err := s.glyphs(); err != nil {
		return nil, err
	}
	short := s.starts[len(s.gids)] <= 2*0xFFFF

	b := s.file.add("head", head)
	clear(b[checkSumAdjustment : checkSumAdjustment+4])
	format := uint16(1)
	if short {
		format = 0
	}
	binary.BigEndian.PutUint16(b[indexToLocFormat:], format)
	binary.BigEndian.PutUint16(s.file.add("hhea", hhea)[numberOfHMetrics:], uint16(len(s.gids)))
	s.hmtx(int(be16(hhea, numberOfHMetrics)))
	s.loca(short)
	b = s.file.add("maxp", maxp)
	binary.BigEndian.PutUint16(b[maxpNumGlyphs:], uint16(len(s.gids)))
	clearInstructionLimits(b)
	return s.file.finish(), nil
}

// glyphs writes glyf. The list of glyphs grows while composites ask for parts.
func (s *truetypeSubset) glyphs() error {
	first := len(s.file.data)
	for i := 0; i < len(s.gids); i++ {
		if len(s.gids) > maxSubsetGlyphs {
			return fmt.Errorf("more than %d glyphs", maxSubsetGlyphs)
		}
		g := s.gids[i]
		outline, err := s.font.outline(g)
		if err != nil {
			return err
		}
		s.starts = append(s.starts, len(s.file.data)-first)
		if s.file.data, err = appendUnhinted(s.file.data, outline); err == nil && len(outline) > 0 && int16At(outline, 0) < 0 {
			err = s.composite(g, s.file.data[first+s.starts[i]:])
		}
		if err != nil {
			return fmt.Errorf("glyph %d: %w", g, err)
		}
		s.file.pad()
		if len(s.file.data) > MaxFileSize {
			return fmt.Errorf("outlines of more than %d bytes", MaxFileSize)
		}
	}
	s.starts = append(s.starts, len(s.file.data)-first)
	return nil
}

// composite renumbers the glyphs that an outline is made of, and puts them on the list.
func (s *truetypeSubset) composite(g uint16, outline []byte) error {
	if _, err := s.nesting(g, 0); err != nil {
		return err
	}
	if s.index == nil {
		s.index = make(map[uint16]uint16, 2*len(s.gids))
		for i, g := range s.gids {
			if _, seen := s.index[g]; !seen {
				s.index[g] = uint16(i)
			}
		}
	}
	_, err := components(outline, func(at int, part uint16) error {
		n, ok := s.index[part]
		if !ok {
			n = uint16(len(s.gids))
			s.index[part] = n
			s.gids = append(s.gids, part)
		}
		binary.BigEndian.PutUint16(outline[at+2:], n)
		return nil
	})
	return err
}

// nesting finds how deep a glyph's parts are nested, 1 for a glyph without parts. A glyph that is part of itself
// would send a reader round in circles.
func (s *truetypeSubset) nesting(g uint16, above int) (int, error) {
	depth, seen := s.depth[g]
	switch {
	case depth > 0 && depth+above <= maxCompositeDepth:
		return depth, nil
	case seen && depth == 0:
		return 0, fmt.Errorf("glyph %d is part of itself", g)
	case above >= maxCompositeDepth || depth > 0:
		return 0, fmt.Errorf("glyph %d: parts are nested deeper than %d", g, maxCompositeDepth)
	}
	outline, err := s.font.outline(g)
	if err != nil {
		return 0, err
	}
	if s.depth == nil {
		s.depth = map[uint16]int{}
	}
	s.depth[g] = 0
	deepest := 0
	_, err = components(outline, func(_ int, part uint16) error {
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

// hmtx writes one full record for each glyph.
func (s *truetypeSubset) hmtx(full int) {
	source := s.font.Table("hmtx")
	full = max(full, 1)
	s.file.begin("hmtx")
	for _, g := range s.gids {
		bearing := 4*int(g) + 2
		if int(g) >= full {
			bearing = 4*full + 2*(int(g)-full)
		}
		s.file.data = binary.BigEndian.AppendUint16(s.file.data, uint16(s.font.Advance(g)))
		s.file.data = binary.BigEndian.AppendUint16(s.file.data, be16(source, bearing))
	}
}

func (s *truetypeSubset) loca(short bool) {
	s.file.begin("loca")
	for _, at := range s.starts {
		if short {
			s.file.data = binary.BigEndian.AppendUint16(s.file.data, uint16(at/2))
		} else {
			s.file.data = binary.BigEndian.AppendUint32(s.file.data, uint32(at))
		}
	}
}
