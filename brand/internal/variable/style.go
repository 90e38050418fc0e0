package variable

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

// Style is what an instance is called and what it says of itself.
type Style struct {
	Family string
	Weight int // 100–900
	Italic bool
}

// name is the usual name of a weight and slant: "SemiBold Italic".
func (s Style) name() string {
	names := [...]string{"Thin", "ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold", "Black"}
	name := names[min(max(s.Weight/100, 1), len(names))-1]
	if s.Italic {
		name = strings.TrimPrefix(name+" Italic", "Regular ")
	}
	return name
}

// legacy gives the family of at most four styles that the instance is in, and
// its style there (name ids 1 and 2). Weights besides regular and bold have a
// family of their own, as foundries have it.
func (s Style) legacy() (family, style string) {
	switch {
	case s.Weight == 400 && s.Italic:
		return s.Family, "Italic"
	case s.Weight == 400:
		return s.Family, "Regular"
	case s.Weight == 700 && s.Italic:
		return s.Family, "Bold Italic"
	case s.Weight == 700:
		return s.Family, "Bold"
	}
	upright := Style{Weight: s.Weight}.name()
	if s.Italic {
		return s.Family + " " + upright, "Italic"
	}
	return s.Family + " " + upright, "Regular"
}

// postScript is the PostScript name: printable ASCII without delimiters, of 63
// characters at most.
func (s Style) postScript() string {
	const longest = 63
	name := strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return -1
		}
		return r
	}, s.Family+"-"+s.name())
	return name[:min(len(name), longest)]
}

// apply writes names and marks into a font.
func (s Style) apply(f *sfnt.Font) {
	bold, italic := s.Weight == 700, s.Italic
	const weight, selection, macStyle = 4, 62, 44
	set := func(v int, bit int, on bool) uint16 {
		if on {
			return uint16(v | bit)
		}
		return uint16(v &^ bit)
	}
	if os2 := table(append([]byte(nil), f.Tables["OS/2"]...)); len(os2) >= selection+2 {
		const italicBit, boldBit, regularBit, obliqueBit = 1, 1 << 5, 1 << 6, 1 << 9
		binary.BigEndian.PutUint16(os2[weight:], uint16(s.Weight))
		v := os2.u16(selection)
		v = int(set(v, italicBit, italic))
		v = int(set(v, boldBit, bold))
		v = int(set(v, regularBit, !bold && !italic))
		if !italic {
			v = int(set(v, obliqueBit, false))
		}
		binary.BigEndian.PutUint16(os2[selection:], uint16(v))
		f.Tables["OS/2"] = os2
	}
	if head := table(append([]byte(nil), f.Tables["head"]...)); len(head) >= macStyle+2 {
		v := int(set(head.u16(macStyle), 1, bold))
		binary.BigEndian.PutUint16(head[macStyle:], set(v, 2, italic))
		f.Tables["head"] = head
	}
	f.Tables["name"] = s.names(f.Tables["name"])
}

// names writes a name table: the names of the instance, and of the old ones
// those that say whose the font is and under what licence.
func (s Style) names(old table) []byte {
	const windows, unicodeBMP, english = 3, 1, 0x409
	names := map[int][]byte{}
	for i := range old.u16(2) { // licence and makers, in English
		at := 6 + 12*i
		id, size, start := old.u16(at+6), old.u16(at+8), old.u16(4)+old.u16(at+10)
		keep := id == 0 || id == 5 || id >= 7 && id <= 14
		if at+12 <= len(old) && keep && old.u16(at) == windows && old.u16(at+4) == english && start+size <= len(old) {
			names[id] = old[start : start+size]
		}
	}
	family, style := s.legacy()
	full := s.Family + " " + s.name()
	for id, text := range map[int]string{
		1: family, 2: style, 3: full, 4: full, 6: s.postScript(), 16: s.Family, 17: s.name(),
	} {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = binary.BigEndian.AppendUint16(b, unit)
		}
		names[id] = b
	}
	const last = 17
	u16 := binary.BigEndian.AppendUint16
	var records, storage []byte
	for id := range last + 1 {
		text, ok := names[id]
		if !ok || len(storage)+len(text) > 0xFFFF {
			continue
		}
		records = u16(u16(u16(u16(records, windows), unicodeBMP), english), uint16(id))
		records = u16(u16(records, uint16(len(text))), uint16(len(storage)))
		storage = append(storage, text...)
	}
	out := u16(u16(u16(nil, 0), uint16(len(records)/12)), uint16(6+len(records)))
	return append(append(out, records...), storage...)
}
