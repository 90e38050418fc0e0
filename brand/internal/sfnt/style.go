package sfnt

import "encoding/binary"

// Style is how a font places itself in its family, and what its licence flags
// allow.
type Style struct {
	Weight     int  // usWeightClass of OS/2, rounded to hundreds from 100 to 900
	Italic     bool // italic or oblique
	Width      int  // usWidthClass of OS/2: 5 is normal
	Variable   bool // has axes of variation
	Restricted bool // fsType of OS/2 forbids to embed the font, or a part of it
}

// Style reads the tables OS/2 and head.
func (f *Font) Style() Style {
	s := Style{Weight: 400, Width: 5}
	_, s.Variable = f.Tables["fvar"]
	const macStyle, boldBit, italicBit = 44, 1 << 0, 1 << 1 // of head
	if head := f.Tables["head"]; len(head) >= macStyle+2 {
		style := binary.BigEndian.Uint16(head[macStyle:])
		s.Italic = style&italicBit != 0
		if style&boldBit != 0 {
			s.Weight = 700
		}
	}
	const usWeightClass, usWidthClass, fsType, fsSelection, selectionEnd = 4, 6, 8, 62, 64 // of OS/2
	if os2 := f.Tables["OS/2"]; len(os2) >= selectionEnd {
		s.Weight = int(binary.BigEndian.Uint16(os2[usWeightClass:]))
		s.Width = int(binary.BigEndian.Uint16(os2[usWidthClass:]))
		const restricted, noSubsetting, bitmapOnly = 0x2, 0x100, 0x200
		flags := binary.BigEndian.Uint16(os2[fsType:])
		s.Restricted = flags&0xF == restricted || flags&(noSubsetting|bitmapOnly) != 0
		const italic, oblique = 1 << 0, 1 << 9
		s.Italic = binary.BigEndian.Uint16(os2[fsSelection:])&(italic|oblique) != 0
	}
	s.Weight = min(max((s.Weight+50)/100*100, 100), 900)
	return s
}

// WeightDistance says how far a weight is from the one that is wanted, by the
// font matching of CSS Fonts 4, 5.2: from 400 to 500 the next heavier ones up
// to 500 are near; then, up to 500, lighter ones; above, heavier ones.
func WeightDistance(want, weight int) int {
	const other, far = 1_000, 10_000
	switch d := max(weight-want, want-weight); {
	case weight == want, want >= 400 && weight > want && weight <= 500:
		return d
	case want <= 500 && weight < want, want > 500 && weight > want:
		return other + d
	default:
		return far + d
	}
}
