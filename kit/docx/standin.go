package docx

import "github.com/presskit-go/presskit/kit/internal/font"

// standIn is what Word is told of a font so that it finds another where there is
// none: a set of characters, as Windows numbers them (ISO/IEC 29500-1, 17.8.3.2), and
// families that every Word has for them.
type standIn struct{ charset, serif, sans string }

// latinStandIn is for fonts of Latin letters, and of Greek and Cyrillic ones, which
// the same families have.
var latinStandIn = standIn{"00", "Cambria", "Calibri"}

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
