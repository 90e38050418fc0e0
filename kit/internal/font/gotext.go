package font

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// GoText is the font as the shaping library holds it, read when it is first
// asked for. It can shape horizontal text and nothing else: it has no outlines
// and no names, and glyphs have extents ([Font.GlyphBox]) only if the shaper
// places accents by them. Where the layout tables are so damaged that the
// library cannot read them, the font has none.
func (f *Font) GoText() *gotextfont.Font {
	f.gotextOnce.Do(func() { f.gotext = f.loadGoText() })
	return f.gotext
}

// loadGoText gives the library as few tables as the font can do with: it reads
// every glyph of glyf and every name of post as soon as it sees them, which
// would take most of its time.
func (f *Font) loadGoText() *gotextfont.Font {
	placing := []string{
		"GDEF", "GPOS", "GSUB", "OS/2", "STAT", "ankr", "feat", "fvar", "head", "hhea", "hmtx", "kern", "kerx",
		"ltag", "maxp", "morx", "trak",
	}
	cmap := taggedTable{"cmap", f.variationsOnly()}
	ft, err := parseGoText(f.part(placing, cmap), f.Table("GPOS"))
	if err == nil && f.placesMarksByExtents(ft) {
		ft, err = parseGoText(f.part(placing, append(f.extents(), cmap)...), f.Table("GPOS"))
	}
	if err != nil {
		ft, err = parseGoText(f.part([]string{"OS/2", "head", "hhea", "hmtx", "maxp"}, cmap), nil)
	}
	if err != nil { // readCmap has tried the same
		panic("font: " + err.Error())
	}
	ft.Cmap = f.cmap
	return ft
}

// placesMarksByExtents tells whether the shaper may have to place accents by
// the boxes around glyphs: it does so in fonts without GPOS, and in Hebrew if
// GPOS does not know that script.
func (f *Font) placesMarksByExtents(ft *gotextfont.Font) bool {
	if ft.GPOS.Lookups == nil {
		return true
	}
	const alef = 0x05D0
	if _, hasHebrew := f.Glyph(alef); !hasHebrew {
		return false
	}
	return ft.GPOS.FindScript(opentype.MustNewTag("hebr")) < 0
}

// extents are the tables from which the library takes the boxes around glyphs,
// with as little else in them as can be. What they cost to read grows with the
// number of glyphs alone, whatever the font says.
func (f *Font) extents() []taggedTable {
	if f.cff != nil {
		gids := make([]uint16, f.metrics.numGlyphs)
		for i := range gids {
			gids[i] = uint16(i)
		}
		program, err := f.Subset(gids)
		if err != nil {
			return nil
		}
		return []taggedTable{{"CFF ", program}}
	}
	const boxOnly = glyphHeader + 2 // a glyph without contours and without instructions
	n := f.metrics.numGlyphs
	head := bytes.Clone(f.Table("head"))
	binary.BigEndian.PutUint16(head[indexToLocFormat:], 1)
	glyf, loca := make([]byte, 0, boxOnly*n), make([]byte, 4, 4*n+4)
	for g := range n {
		if box, ok := f.GlyphBox(uint16(g)); ok {
			glyf = append(glyf, 0, 0)
			for _, v := range box {
				glyf = binary.BigEndian.AppendUint16(glyf, uint16(int16(v)))
			}
			glyf = append(glyf, 0, 0)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	}
	return []taggedTable{{"glyf", glyf}, {"head", head}, {"loca", loca}}
}

// parseGoText hands a file, with its table GPOS, to the shaping library, whose parser
// was not written for hostile files: a panic becomes an error.
func parseGoText(file opentype.Resource, gpos []byte) (ft *gotextfont.Font, err error) {
	defer func() {
		if recover() != nil {
			ft, err = nil, errors.New("damaged font file: a table points out of itself")
		}
	}()
	loader, err := opentype.NewLoader(file)
	if err != nil {
		return nil, fmt.Errorf("damaged font file: %w", err)
	}
	if ft, err = gotextfont.NewFont(loader); err != nil {
		return nil, fmt.Errorf("damaged font file: %w", err)
	}
	listCoverages(ft, gpos)
	return ft, nil
}

// taggedTable is a table that is not in the file.
type taggedTable struct {
	tag  string
	data []byte
}

// part is the font file with some of its tables only, and others instead or in
// addition. Nothing is copied: a new directory stands before the old file, and
// the new tables after it.
func (f *Font) part(tags []string, added ...taggedTable) opentype.Resource {
	var header []byte
	record := func(tag string, offset, length int) {
		header = append(header, tag...)
		header = binary.BigEndian.AppendUint32(header, 0) // checksum, which nobody looks at
		header = binary.BigEndian.AppendUint32(header, uint32(offset))
		header = binary.BigEndian.AppendUint32(header, uint32(length))
	}
	size := headerSize + recordSize*(len(tags)+len(added))
	header = append(make([]byte, 0, size), f.data[:headerSize]...)
	file := spliced{nil, f.data}
	end := size + len(f.data)
	for _, t := range added { // the first of a name counts
		record(t.tag, end, len(t.data))
		file = append(file, t.data)
		end += len(t.data)
	}
	for _, tag := range tags {
		if t, ok := f.tables[tag]; ok {
			record(tag, size+t.offset, t.length)
		}
	}
	binary.BigEndian.PutUint16(header[4:], uint16((len(header)-headerSize)/recordSize))
	file[0] = header[:size]
	return io.NewSectionReader(file, 0, int64(end))
}

// spliced reads as its parts, one after the other.
type spliced [][]byte

func (s spliced) ReadAt(p []byte, at int64) (n int, err error) {
	for _, part := range s {
		if at < int64(len(part)) {
			n += copy(p[n:], part[at:])
			at = 0
		} else {
			at -= int64(len(part))
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
