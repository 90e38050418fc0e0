package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// maxMapSteps bounds the walk through a character map, in characters: there are
// four for each glyph that a font can have.
const maxMapSteps = 4 << 16

// Reduced returns the font with fewer characters, as a document embeds it that
// somebody goes on editing: a whole font file, of the same names and metrics,
// which knows those characters only that keep wants. Glyphs stay where they are.
// Those that no text of these characters can show are empty; the rest of the layout
// works as before, but for the features of drops. Hinting that a machine made goes,
// since it is up to a third of such a file and serves coarse screens alone.
//
// Only fonts with TrueType outlines can be reduced, and of those neither
// variable ones, nor those in colour, nor those of symbols without Unicode. For
// them, and for damaged fonts, there is an error.
func (f *Font) Reduced(keep func(r rune) bool) (program []byte, err error) {
	defer func() { // the reader of character maps was not made for hostile files
		if recover() != nil {
			program, err = nil, &FileError{fmt.Errorf("font %s: a table points out of itself", f.PostScriptName())}
		}
	}()
	if program, err = f.reduced(keep); err != nil {
		return nil, &FileError{fmt.Errorf("font %s: %w", f.PostScriptName(), err)}
	}
	return program, nil
}

// character is one entry of a character map.
type character struct {
	r   rune
	gid uint16
}

func (f *Font) reduced(keep func(r rune) bool) ([]byte, error) {
	if f.cff != nil || f.hasColor || f.Table("fvar") != nil || !f.hasUnicodeMap() {
		return nil, errors.New("it cannot be reduced")
	}
	kept, err := f.characters(keep)
	if err != nil {
		return nil, err
	}
	needed := newGlyphSet(f.NumGlyphs())
	needed.add(0)
	for _, c := range kept {
		needed.add(c.gid)
	}
	tables := make(map[string][]byte, len(f.tables)+1)
	for tag := range f.tables {
		tables[tag] = f.Table(tag)
	}
	unhint := f.machineHinted()
	if unhint {
		maps.Copy(tables, f.unhintTables())
	}
	tables["DSIG"], tables["post"], tables["OS/2"] = nil, f.reducedPost(), f.reducedOS2(kept, keep)
	if gsub := tables["GSUB"]; gsub != nil {
		if tables["GSUB"], err = closeSubstitutions(gsub, needed); err != nil {
			return nil, err
		}
	}
	if err := f.addParts(needed); err != nil {
		return nil, err
	}
	if tables["cmap"], err = writeCharacterMap(kept); err != nil {
		return nil, err
	}
	var short bool
	if tables["glyf"], tables["loca"], short, err = f.reducedOutlines(needed, unhint); err != nil {
		return nil, err
	}
	tables["head"] = reducedHead(tables["head"], short)
	tables["hmtx"] = f.reducedAdvances(needed)

	maps.DeleteFunc(tables, func(_ string, data []byte) bool { return data == nil })
	file := newSFNT(len(tables), len(f.data))
	for _, tag := range slices.Sorted(maps.Keys(tables)) {
		file.add(tag, tables[tag])
	}
	return file.finish(), nil
}

// hasUnicodeMap reports whether the character map is one of Unicode, rather than
// of the numbers of a symbol font.
func (f *Font) hasUnicodeMap() bool {
	const unicode, windows, symbol = 0, 3, 0
	cmap := f.Table("cmap")
	for i := range int(be16(cmap, 2)) {
		platform, encoding := be16(cmap, 4+8*i), be16(cmap, 6+8*i)
		if platform == unicode || platform == windows && encoding != symbol {
			return true
		}
	}
	return false
}

// characters lists what the font has of the characters that are wanted, in
// order.
func (f *Font) characters(keep func(r rune) bool) ([]character, error) {
	var list []character
	steps := 0
	for it := f.cmap.Iter(); it.Next(); {
		if steps++; steps > maxMapSteps {
			return nil, errors.New("its character map is too long")
		}
		r, g := it.Char()
		if g != 0 && int(g) < f.NumGlyphs() && r >= 0 && keep(r) {
			list = append(list, character{r, uint16(g)})
		}
	}
	slices.SortStableFunc(list, func(a, b character) int { return int(a.r) - int(b.r) })
	return slices.CompactFunc(list, func(a, b character) bool { return a.r == b.r }), nil
}

// addParts adds the glyphs that composite glyphs are made of.
func (f *Font) addParts(needed *glyphSet) error {
	for i := 0; i < len(needed.list); i++ { // which grows
		outline, err := f.outline(needed.list[i])
		if err != nil {
			return err
		}
		if len(outline) < glyphHeader || int16At(outline, 0) >= 0 {
			continue
		}
		if _, err := components(outline, func(_ int, part uint16) error {
			needed.add(part)
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// reducedOutlines makes the tables glyf and loca, and says whether the latter is the
// short one.
func (f *Font) reducedOutlines(needed *glyphSet, unhint bool) (glyf, loca []byte, short bool, err error) {
	starts := make([]int, 0, f.NumGlyphs()+1)
	glyf = make([]byte, 0, len(f.Table("glyf")))
	for g := range f.NumGlyphs() {
		starts = append(starts, len(glyf))
		if !needed.has(uint16(g)) {
			continue
		}
		outline, err := f.outline(uint16(g))
		if err != nil {
			return nil, nil, false, err
		}
		if !unhint {
			glyf = append(glyf, outline...)
		} else if glyf, err = appendUnhinted(glyf, outline[:outlineEnd(outline)]); err != nil {
			return nil, nil, false, fmt.Errorf("glyph %d: %w", g, err)
		}
		if len(glyf) > MaxFileSize {
			return nil, nil, false, fmt.Errorf("outlines of more than %d bytes", MaxFileSize)
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	starts = append(starts, len(glyf))
	short = len(glyf) <= 2*0xFFFF
	for _, at := range starts {
		if short {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		} else {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		}
	}
	return glyf, loca, short, nil
}

// reducedHead says which kind of loca there is.
func reducedHead(head []byte, short bool) []byte {
	head = slices.Clone(head)
	clear(head[checkSumAdjustment : checkSumAdjustment+4])
	format := uint16(1)
	if short {
		format = 0
	}
	binary.BigEndian.PutUint16(head[indexToLocFormat:], format)
	return head
}

// reducedAdvances is hmtx without the advances of glyphs that are gone: a row of
// zeros takes no room in a compressed file. The last is that of all further
// glyphs, and stays.
func (f *Font) reducedAdvances(needed *glyphSet) []byte {
	hmtx := slices.Clone(f.Table("hmtx"))
	for g := range f.metrics.numHMetrics - 1 {
		if !needed.has(uint16(g)) {
			clear(hmtx[4*g : 4*g+4])
		}
	}
	return hmtx
}

// reducedPost is the table without the names of glyphs (version 3), which are
// for printers of another age.
func (f *Font) reducedPost() []byte {
	const length = 32
	post := f.Table("post")
	if len(post) < length {
		return nil
	}
	post = slices.Clone(post[:length])
	binary.BigEndian.PutUint32(post, 0x00030000)
	return post
}

// scriptBit tells how OS/2 says that a font has a script: the bit of its block
// in ulUnicodeRange, and those of its code pages in ulCodePageRange. The letter
// stands for the script.
type scriptBit struct {
	letter    rune
	block     int
	codePages []int
}

// scriptBits lists the scripts for which programs look there: those with code
// pages, and their kin.
func scriptBits() []scriptBit {
	return []scriptBit{
		{'α', 7, []int{3, 48, 60}},
		{'ἀ', 30, nil},
		{'а', 9, []int{2, 49, 57}},
		{'ա', 10, nil},
		{'א', 11, []int{5, 53}},
		{'ا', 13, []int{6, 51, 61}},
		{'क', 15, nil},
		{'ก', 24, []int{16}},
		{'ა', 26, nil},
		{'가', 56, []int{19, 21}},
		{'あ', 49, []int{17}},
		{'ア', 50, nil},
		{'一', 59, []int{17, 18, 20}},
	}
}

// reducedOS2 no longer claims the scripts that are gone.
func (f *Font) reducedOS2(kept []character, keep func(r rune) bool) []byte {
	const ranges, first, last, pages = 42, 64, 66, 78
	os2 := slices.Clone(f.Table("OS/2"))
	if len(os2) < last+2 || len(kept) == 0 {
		return os2
	}
	unset := func(at, bit int) {
		at += 4 * (bit / 32)
		if at+4 <= len(os2) {
			binary.BigEndian.PutUint32(os2[at:], be32(os2, at)&^(1<<(bit%32)))
		}
	}
	for _, s := range scriptBits() {
		if _, had := f.cmap.Lookup(s.letter); !had || keep(s.letter) {
			continue
		}
		unset(ranges, s.block)
		for _, p := range s.codePages {
			if be16(os2, 0) >= 1 {
				unset(pages, p)
			}
		}
	}
	binary.BigEndian.PutUint16(os2[first:], uint16(min(kept[0].r, 0xFFFF)))
	binary.BigEndian.PutUint16(os2[last:], uint16(min(kept[len(kept)-1].r, 0xFFFF)))
	return os2
}

// writeCharacterMap writes a cmap for Windows and for everybody else (ISO/IEC
// 14496-22, 5.2): of format 4, and of format 12 if there are characters beyond
// the first plane.
func writeCharacterMap(list []character) ([]byte, error) {
	const lastOfPlane = 0xFFFF
	bmp, full := make([]span, 0, 64), make([]span, 0, 64)
	beyond := false
	for _, c := range list {
		full = extend(full, c)
		if c.r < lastOfPlane {
			bmp = extend(bmp, c)
		}
		beyond = beyond || c.r > lastOfPlane
	}
	first := formatFour(append(bmp, span{lastOfPlane, lastOfPlane, 0}))
	if len(first) > 0xFFFF {
		return nil, errors.New("its characters are in no order")
	}
	type record struct {
		platform, encoding uint16
		second             bool
	}
	records := []record{{0, 3, false}, {3, 1, false}}
	if beyond {
		records = append(records, record{3, 10, true})
	}
	out := binary.BigEndian.AppendUint16([]byte{0, 0}, uint16(len(records)))
	at := 4 + 8*len(records)
	for _, r := range records {
		offset := at
		if r.second {
			offset += len(first)
		}
		out = binary.BigEndian.AppendUint16(out, r.platform)
		out = binary.BigEndian.AppendUint16(out, r.encoding)
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
	}
	out = append(out, first...)
	if beyond {
		out = append(out, formatTwelve(full)...)
	}
	return out, nil
}

// span is a run of characters whose glyphs follow one another too.
type span struct {
	from, to rune
	gid      uint16 // of from
}

func extend(spans []span, c character) []span {
	if n := len(spans) - 1; n >= 0 {
		if s := &spans[n]; s.to+1 == c.r && int(s.gid)+int(c.r-s.from) == int(c.gid) {
			s.to = c.r
			return spans
		}
	}
	return append(spans, span{c.r, c.r, c.gid})
}

// formatFour writes spans of the first plane, the last of which is U+FFFF.
func formatFour(spans []span) []byte {
	n := len(spans)
	power, selector := 1, 0
	for power*2 <= n {
		power, selector = power*2, selector+1
	}
	var out []byte
	put := func(v int) { out = binary.BigEndian.AppendUint16(out, uint16(v)) }
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * power, selector, 2 * (n - power)} {
		put(v)
	}
	for _, s := range spans {
		put(int(s.to))
	}
	put(0)
	for _, s := range spans {
		put(int(s.from))
	}
	for _, s := range spans {
		put(int(s.gid) - int(s.from)) // modulo 65536
	}
	for range spans {
		put(0)
	}
	return out
}

func formatTwelve(spans []span) []byte {
	out := []byte{0, 12, 0, 0}
	for _, v := range []int{16 + 12*len(spans), 0, len(spans)} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	for _, s := range spans {
		for _, v := range []uint32{uint32(s.from), uint32(s.to), uint32(s.gid)} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
	}
	return out
}
