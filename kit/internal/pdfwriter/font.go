package pdfwriter

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"weak"
)

// writeFont writes a font as a Type 0 font (ISO 32000-1, 9.7) whose codes are the glyphs of the subset: over a
// CIDFontType2 if its outlines are of TrueType, over a CIDFontType0 if they are of CFF.
func (a *assembly) writeFont(u *fontUse) error {
	if len(u.entries) >= math.MaxUint16 {
		return fmt.Errorf("font %s: more than %d glyphs", u.font, math.MaxUint16)
	}
	if !u.font.Embeddable() || !u.font.Subsettable() {
		return fmt.Errorf("font %s does not permit embedding of a subset (OS/2 fsType)", u.font)
	}
	gids := u.finish()
	id := make([]byte, 0, 2*len(gids))
	for _, g := range gids {
		id = binary.BigEndian.AppendUint16(id, g)
	}
	program, size, err := a.packed(cacheKey{font: weak.Make(u.font), id: string(id)}, func() ([]byte, error) {
		return u.font.Subset(gids)
	})
	if err != nil {
		return err
	}
	name := u.font.PostScriptName()
	name = subsetTag(name, id) + "+" + name[:min(len(name), maxName-len("ABCDEF+"))]
	file, descriptor, cid, toUnicode := a.alloc(), a.alloc(), a.alloc(), a.alloc()

	subtype, fileKey, fileDict := "CIDFontType2", "FontFile2", new(object).key("Length1").int(size)
	if u.font.CFF() {
		subtype, fileKey, fileDict = "CIDFontType0", "FontFile3", new(object).key("Subtype").name("CIDFontType0C")
	}
	a.setPacked(file, fileDict, program)
	a.set(descriptor, u.descriptor(name, fileKey, file))

	o := new(object).begin().key("Type").name("Font").key("Subtype").name(subtype).key("BaseFont").name(name)
	o.key("CIDSystemInfo").raw("<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>")
	o.key("FontDescriptor").ref(descriptor)
	if !u.font.CFF() {
		o.key("CIDToGIDMap").name("Identity")
	}
	widths := make([]float64, len(gids))
	for i, g := range gids {
		widths[i] = u.width(g)
	}
	a.set(cid, o.key("W").raw("[0 ").nums(widths...).raw("]").end())

	a.setStream(toUnicode, new(object), u.toUnicode())
	o = new(object).begin().key("Type").name("Font").key("Subtype").name("Type0").key("BaseFont").name(name)
	o.key("Encoding").name("Identity-H").key("DescendantFonts").refs([]ref{cid}).key("ToUnicode").ref(toUnicode)
	a.set(u.ref, o.end())
	return nil
}

// subsetTag returns the six letters that tell subsets of one font apart (ISO 32000-1, 9.6.4).
func subsetTag(name string, id []byte) string {
	sum := sha256.Sum256(append([]byte(name+"\x00"), id...))
	n := binary.BigEndian.Uint64(sum[:])
	var tag [6]byte
	for i := range tag {
		tag[i] = byte('A' + n%26)
		n /= 26
	}
	return string(tag[:])
}

// Flags of a font descriptor (ISO 32000-1, table 123).
const (
	flagFixedPitch = 1 << 0
	flagSymbolic   = 1 << 2
	flagItalic     = 1 << 6
)

// descriptor describes the font program. The font counts as symbolic: its codes are not those of any standard
// encoding.
func (u *fontUse) descriptor(name, fileKey string, file ref) *object {
	f := u.font
	flags := flagSymbolic
	if f.FixedPitch() {
		flags |= flagFixedPitch
	}
	if f.Italic() {
		flags |= flagItalic
	}
	em := 1000 / float64(f.UnitsPerEm())
	box := f.BBox()
	o := new(object).begin().key("Type").name("FontDescriptor").key("FontName").name(name)
	o.textKey("FontFamily", f.Family()).key("FontWeight").int(fontWeight(f.Weight())).key("Flags").int(flags)
	o.key("FontBBox").nums(math.Floor(float64(box[0])*em), math.Floor(float64(box[1])*em),
		math.Ceil(float64(box[2])*em), math.Ceil(float64(box[3])*em))
	o.key("ItalicAngle").num(f.ItalicAngle()).key("Ascent").num(math.Round(1000 * f.Ascent()))
	o.key("Descent").num(math.Round(1000 * f.Descent())).key("CapHeight").num(math.Round(1000 * f.CapHeight()))
	o.key("XHeight").num(math.Round(1000 * f.XHeight())).key("StemV").num(stemV(f.Weight()))
	return o.key(fileKey).ref(file).end()
}

// fontWeight returns the nearest weight class that a descriptor may state.
func fontWeight(w int) int { return min(max((w+50)/100*100, 100), 900) }

// stemV estimates the width of vertical stems from the weight class, in thousandths of an em. Fonts do not state it;
// readers use it only when they replace the font. The line goes through a light face's 50 and a bold one's 140.
func stemV(weight int) float64 { return math.Round(50 + float64(weight-300)*90/400) }

// toUnicode maps codes to text (ISO 32000-1, 9.10.3).
func (u *fontUse) toUnicode() []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	byCode := make([]int32, len(u.entries))
	for i, code := range u.codes {
		byCode[code-1] = int32(i)
	}
	const perBlock = 100 // Adobe Technical Note 5411
	code := uint16(0)
	for block := range slices.Chunk(byCode, perBlock) {
		b = append(appendInt(b, len(block)), " beginbfchar\n"...)
		for _, i := range block {
			code++
			b = append(appendHex16(append(b, '<'), code), "> <"...)
			b = append(appendUTF16(b, u.entries[i].text), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
