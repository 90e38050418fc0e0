package docx

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// standIn is what Word is told of a font so that it finds another where there is
// none: a set of characters, as Windows numbers them (ISO/IEC 29500-1, 17.8.3.2), and
// families that every Word has for them.
type standIn struct{ charset, serif, sans string }

// latinStandIn is for fonts of Latin letters, and of Greek and Cyrillic ones, which
// the same families have: that which is most alike.
var latinStandIn = standIn{charset: "00"}

// latinFamilies are those that Word has on every system, with how wide usualLetters are
// in them, on average, in em. Those of the first four are measured in fonts made to be
// as wide: Carlito, Caladea and the Liberation fonts.
var latinFamilies = [...]struct {
	name  string
	serif bool
	width float64
}{
	{"Calibri", false, 0.412}, {"Cambria", true, 0.413}, {"Arial", false, 0.445}, {"Times New Roman", true, 0.403},
	{"Georgia", true, 0.444}, {"Tahoma", false, 0.448}, {"Trebuchet MS", false, 0.457}, {"Verdana", false, 0.512},
}

// usualLetters are letters and spaces about as often as they stand in English.
const usualLetters = "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummwwffggyyppbvk" +
	"                  "

// usualWidth is how wide they are in a face.
func (w *wordFace) usualWidth() (em float64) {
	for i := range len(usualLetters) {
		em += w.advances[usualLetters[i]]
	}
	return em / float64(len(usualLetters))
}

// alike is the family whose letters are as wide as those of a font, or nearly so: lines
// end where they did.
func alike(width float64, serif bool) (name string) {
	least := math.Inf(1)
	for _, f := range latinFamilies {
		if d := math.Abs(f.width - width); f.serif == serif && d < least {
			name, least = f.name, d
		}
	}
	return name
}

// altName is the font that stands in for another one; "" if that is not known.
func (e *embedded) altName() string {
	switch {
	case e.fixed && e.name != monospaced:
		return monospaced
	case e.standIn == latinStandIn && e.known:
		return alike(e.width, e.serif)
	case e.known && !e.serif:
		return e.standIn.sans
	}
	return e.standIn.serif // also of a script whose forms these words do not tell apart
}

// signature is what a font says that it is for: the blocks of Unicode and the code pages
// (ISO/IEC 29500-1, 17.8.3.16), from OS/2 (ISO/IEC 14496-22).
type signature struct{ blocks, pages [4]uint32 }

// signatureOf reads that of a font. Old ones name no code pages.
func signatureOf(f *font.Font) (s signature) {
	const blocks, pages = 42, 78
	os2 := f.Table("OS/2")
	read := func(from, n int, into *[4]uint32) {
		for i := range n {
			if at := from + 4*i; at+4 <= len(os2) {
				into[i] = binary.BigEndian.Uint32(os2[at:])
			}
		}
	}
	read(blocks, 4, &s.blocks)
	if len(os2) > 2 && binary.BigEndian.Uint16(os2) > 0 {
		read(pages, 2, &s.pages)
	}
	return s
}

// hex writes a field of bits as w:sig has it.
func hex(bits uint32) string { return fmt.Sprintf("%08X", bits) }

// standIns are for the scripts by a letter that their fonts have.
var standIns = []struct {
	script string
	letter rune
	standIn
}{
	{"Jpan", '\u3042', standIn{"80", "Yu Mincho", "Yu Gothic"}},
	{"Kore", '\uAC00', standIn{"81", "Batang", "Malgun Gothic"}},
	{"Hant", '\u4E00', standIn{"88", "PMingLiU", "Microsoft JhengHei"}},
	{"Hans", '\u4E00', standIn{"86", "SimSun", "Microsoft YaHei"}},
	{"Arab", '\u0627', standIn{"B2", "Sakkal Majalla", "Segoe UI"}},
	{"Hebr", '\u05D0', standIn{"B1", "David", "Arial"}},
	{"Thai", '\u0E01', standIn{"DE", "Leelawadee UI", "Leelawadee UI"}},
	{"Laoo", '\u0E81', standIn{"00", "Leelawadee UI", "Leelawadee UI"}},
	{"Deva", '\u0915', standIn{"00", "Nirmala UI", "Nirmala UI"}},
	{"Beng", '\u0995', standIn{"00", "Nirmala UI", "Nirmala UI"}},
	{"Guru", '\u0A15', standIn{"00", "Nirmala UI", "Nirmala UI"}},
	{"Taml", '\u0B95', standIn{"00", "Nirmala UI", "Nirmala UI"}},
	{"Geor", '\u10D0', standIn{"00", "Sylfaen", "Segoe UI"}},
	{"Armn", '\u0531', standIn{"00", "Sylfaen", "Segoe UI"}},
}

// standIn is that of a font: for the script of the document if the font has it, and
// of a font without Latin letters for the script that it has.
func (b *fontBook) standIn(f *font.Font) standIn {
	_, latin := f.Glyph('a')
	for _, s := range standIns {
		if _, has := f.Glyph(s.letter); has && (s.script == b.script || !latin) {
			return s.standIn
		}
	}
	return latinStandIn
}
