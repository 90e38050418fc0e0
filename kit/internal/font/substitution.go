package font

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// maxLayoutSteps bounds what is read of a table GSUB, in glyphs and rules: text
// fonts in use take some thousands.
const maxLayoutSteps = 1_000_000

// drops lists the features of GSUB that a reduced font is without: those that
// only programs for typesetting offer, such as true small capitals, whose glyphs
// are as many as the letters. What a word processor offers stays (ligatures,
// figures, contextual alternates, stylistic sets), and so does what scripts need
// to be written right.
func drops(tag string) bool {
	switch tag {
	case "aalt", "afrc", "c2pc", "c2sc", "case", "cpsp", "cswh", "dnom", "falt", "frac", "hist", "mgrk", "nalt", "numr",
		"ordn", "ornm", "pcap", "salt", "sinf", "smcp", "subs", "sups", "swsh", "titl", "unic", "zero":
		return true
	}
	return strings.HasPrefix(tag, "cv") && tag[2] >= '0' && tag[2] <= '9'
}

// glyphSet is a set of glyphs that remembers the order in which they came.
type glyphSet struct {
	in   []bool
	list []uint16
}

func newGlyphSet(n int) *glyphSet { return &glyphSet{in: make([]bool, n)} }

func (s *glyphSet) has(g uint16) bool { return int(g) < len(s.in) && s.in[g] }

func (s *glyphSet) add(g uint16) {
	if int(g) < len(s.in) && !s.in[g] {
		s.in[g] = true
		s.list = append(s.list, g)
	}
}

// substitutions is a table GSUB (ISO/IEC 14496-22, 6.3) that is read for the
// glyphs that it can put in the place of others.
type substitutions struct {
	data   []byte
	glyphs *glyphSet
	queue  []int // lookups that count
	queued map[int]bool
	steps  int
}

// closeSubstitutions adds to a set of glyphs what the table can make of them, and
// returns the table with the features of drops emptied. It takes the conditions
// of contextual lookups for fulfilled.
func closeSubstitutions(gsub []byte, glyphs *glyphSet) ([]byte, error) {
	s := &substitutions{data: slices.Clone(gsub), glyphs: glyphs, queued: map[int]bool{}}
	s.features()
	for i := 0; i < len(s.queue) && s.step(); i++ { // which grows
		s.each(s.queue[i], func(kind int, b []byte) {
			if kind == 5 || kind == 6 {
				s.nested(kind, b)
			}
		})
	}
	for before := -1; before != len(glyphs.list) && s.steps < maxLayoutSteps; {
		before = len(glyphs.list)
		for _, l := range s.queue {
			if s.step() {
				s.each(l, s.apply)
			}
		}
	}
	if s.steps >= maxLayoutSteps {
		return nil, errors.New("its table GSUB is too intricate")
	}
	return s.data, nil
}

// step counts, and reports whether to go on.
func (s *substitutions) step() bool {
	s.steps++
	return s.steps < maxLayoutSteps
}

// rest is the rest of a table at an offset; empty where it points out of it.
func rest(b []byte, at int) []byte {
	if at <= 0 || at >= len(b) {
		return nil
	}
	return b[at:]
}

// features queues the lookups of features, and empties the features of drops.
func (s *substitutions) features() {
	const variations = 10
	list := rest(s.data, int(be16(s.data, 6)))
	n := int(be16(list, 0))
	wanted := map[int]bool{} // offsets of feature tables
	// Under conditions, a font has other lookups in a feature than those listed
	// there.
	all := be16(s.data, 2) >= 1 && be32(s.data, variations) != 0
	at := func(i int) (tag string, offset int) {
		record := rest(list, 2+6*i)
		if len(record) < 6 {
			return "", 0
		}
		return string(record[:4]), int(be16(record, 4))
	}
	for i := range n {
		if tag, offset := at(i); all || !drops(tag) {
			wanted[offset] = true
		}
	}
	for i := range n {
		_, offset := at(i)
		feature := rest(list, offset)
		if len(feature) < 4 {
			continue
		}
		if !wanted[offset] {
			binary.BigEndian.PutUint16(feature[2:], 0)
			continue
		}
		for l := range int(be16(feature, 2)) {
			if !s.step() {
				return
			}
			s.enqueue(int(be16(feature, 4+2*l)))
		}
	}
	if all {
		for l := range int(be16(rest(s.data, int(be16(s.data, 8))), 0)) {
			s.enqueue(l)
		}
	}
}

func (s *substitutions) enqueue(lookup int) {
	if !s.queued[lookup] {
		s.queued[lookup] = true
		s.queue = append(s.queue, lookup)
	}
}

// each calls visit for the subtables of a lookup.
func (s *substitutions) each(lookup int, visit func(kind int, b []byte)) {
	const extension = 7
	list := rest(s.data, int(be16(s.data, 8)))
	if lookup >= int(be16(list, 0)) {
		return
	}
	table := rest(list, int(be16(list, 2+2*lookup)))
	for i := range int(be16(table, 4)) {
		if !s.step() {
			return
		}
		kind, b := int(be16(table, 0)), rest(table, int(be16(table, 6+2*i)))
		if kind == extension {
			kind, b = int(be16(b, 2)), rest(b, int(be32(b, 4)))
		}
		visit(kind, b)
	}
}

// nested queues the lookups that a contextual one calls: formats 1 and 2 have
// them in rules, format 3 at its end.
func (s *substitutions) nested(kind int, b []byte) {
	format := int(be16(b, 0))
	chained := kind == 6
	switch {
	case format == 3:
		s.rule(b, 2, chained, true)
		return
	case format != 1 && format != 2:
		return
	}
	sets := 4 // where the rules begin: after the coverage, and the classes
	if format == 2 {
		sets += 2
		if chained {
			sets += 4
		}
	}
	for i := range int(be16(b, sets)) {
		set := rest(b, int(be16(b, sets+2+2*i)))
		for j := range int(be16(set, 0)) {
			if !s.step() {
				return
			}
			s.rule(rest(set, int(be16(set, 2+2*j))), 0, chained, false)
		}
	}
}

// rule queues the lookups of a rule, whose first field is at. In rules of format
// 3 each sequence is in full; in the others the input lacks its first glyph.
func (s *substitutions) rule(b []byte, at int, chained, full bool) {
	skip := func(n int) { at += 2 * n }
	one := 1
	if full {
		one = 0
	}
	var records int
	if chained {
		skip(1 + int(be16(b, at)))
		skip(1 + max(int(be16(b, at))-one, 0))
		skip(1 + int(be16(b, at)))
		records = int(be16(b, at))
		skip(1)
	} else {
		input := int(be16(b, at))
		records = int(be16(b, at+2))
		skip(2 + max(input-one, 0))
	}
	for i := range records {
		if at+4*i+4 > len(b) || !s.step() {
			return
		}
		s.enqueue(int(be16(b, at+4*i+2)))
	}
}

// apply adds what one subtable makes of the glyphs.
func (s *substitutions) apply(kind int, b []byte) {
	format := be16(b, 0)
	covered := func(visit func(i int)) { s.covered(rest(b, int(be16(b, 2))), func(i int, _ uint16) { visit(i) }) }
	switch {
	case kind == 1 && format == 1:
		s.covered(rest(b, int(be16(b, 2))), func(_ int, g uint16) { s.glyphs.add(g + be16(b, 4)) })
	case kind == 1 && format == 2:
		covered(func(i int) { s.addAt(b, 4, i) })
	case kind == 2 || kind == 3: // sequences, alternates
		covered(func(i int) {
			if i >= int(be16(b, 4)) {
				return
			}
			sequence := rest(b, int(be16(b, 6+2*i)))
			for j := range int(be16(sequence, 0)) {
				if !s.step() {
					return
				}
				s.addAt(sequence, 0, j)
			}
		})
	case kind == 4:
		covered(func(i int) {
			if i < int(be16(b, 4)) {
				s.ligatures(rest(b, int(be16(b, 6+2*i))))
			}
		})
	case kind == 8: // the glyphs stand after two contexts
		at := 4
		at += 2 + 2*int(be16(b, at))
		at += 2 + 2*int(be16(b, at))
		covered(func(i int) { s.addAt(b, at, i) })
	}
}

// addAt adds the glyph i of an array whose length stands at a place.
func (s *substitutions) addAt(b []byte, at, i int) {
	if i < int(be16(b, at)) && at+4+2*i <= len(b) {
		s.glyphs.add(be16(b, at+2+2*i))
	}
}

// ligatures adds those whose parts are all there.
func (s *substitutions) ligatures(set []byte) {
	for i := range int(be16(set, 0)) {
		ligature := rest(set, int(be16(set, 2+2*i)))
		whole := len(ligature) >= 4
		if !s.step() {
			return
		}
		for j := range int(be16(ligature, 2)) - 1 {
			if !s.step() {
				return
			}
			if whole = whole && s.glyphs.has(be16(ligature, 4+2*j)); !whole {
				break
			}
		}
		if whole {
			s.glyphs.add(be16(ligature, 0))
		}
	}
}

// covered calls visit for the glyphs of the set that a coverage table has, with
// their numbers there.
func (s *substitutions) covered(b []byte, visit func(i int, g uint16)) {
	glyph := func(i int, g uint16) bool {
		if !s.step() {
			return false
		}
		if s.glyphs.has(g) {
			visit(i, g)
		}
		return true
	}
	switch be16(b, 0) {
	case 1:
		for i := range int(be16(b, 2)) {
			if 6+2*i > len(b) || !glyph(i, be16(b, 4+2*i)) {
				return
			}
		}
	case 2:
		for i := range int(be16(b, 2)) {
			if 10+6*i > len(b) || !s.step() {
				return
			}
			start, end, index := int(be16(b, 4+6*i)), int(be16(b, 6+6*i)), int(be16(b, 8+6*i))
			for g := start; g <= end; g++ {
				if !glyph(index+g-start, uint16(g)) {
					return
				}
			}
		}
	}
}
