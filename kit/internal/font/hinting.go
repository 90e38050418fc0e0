package font

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// Places in the tables that change when instructions go.
const (
	headFlags         = 16 // in head
	maxpMaxZones      = 14 // in maxp, the first field that only instructions need
	maxpStackElements = 24
	maxpMaxComponents = 28 // the first field after those
)

// machineHinted reports whether the instructions of a font were made by ttfautohint,
// whose programs begin alike: there it tells sizes for which it makes letters
// higher, and then comes its first parameter. Fonts that were hinted by hand are
// another matter: theirs are part of the design, and there are fonts of ideographs
// whose glyphs are put together by them.
func (f *Font) machineHinted() bool {
	return bytes.HasPrefix(f.Table("fpgm"), []byte("\xb0\x00\x2c\x20\xb0\x00\x55\x58\x45\x59\x20\x20\x4b\xb8"))
}

// unhintTables gives the tables without instructions that change beside glyf: those
// that are nil go. What stays of the program turns on dropout control for all sizes,
// by which no stroke that is thinner than a pixel breaks, and gasp lets it run and asks
// for smooth edges in both directions. Fonts on the web without hinting have both.
func (f *Font) unhintTables() map[string][]byte {
	const advanceByInstructions, sizeByInstructions = 1 << 4, 1 << 2
	head, maxp := slices.Clone(f.Table("head")), slices.Clone(f.Table("maxp"))
	if len(head) >= headLength {
		flags := be16(head, headFlags) &^ (advanceByInstructions | sizeByInstructions)
		binary.BigEndian.PutUint16(head[headFlags:], flags)
	}
	if len(maxp) >= maxpLength {
		clearInstructionLimits(maxp)
		maxp[maxpStackElements+1] = 1
	}
	return map[string][]byte{
		"head": head,
		"maxp": maxp,
		"gasp": {0, 1, 0, 1, 0xFF, 0xFF, 0, 0x0F},       // version 1, one range: all sizes
		"prep": {0xB8, 0x01, 0xFF, 0x85, 0xB0, 4, 0x8D}, // PUSHW 511, SCANCTRL, PUSHB 4, SCANTYPE
		"fpgm": nil, "cvt ": nil, "TTFA": nil,           // the rest of the program
		"hdmx": nil, "VDMX": nil, "LTSH": nil, // measures of what it drew
	}
}

// clearInstructionLimits says in maxp that there are no instructions.
func clearInstructionLimits(maxp []byte) {
	clear(maxp[maxpMaxZones:maxpMaxComponents])
	maxp[maxpMaxZones+1] = 1 // no twilight zone
}

// appendUnhinted appends an outline to b without its instructions (ISO/IEC 14496-22,
// glyf).
func appendUnhinted(b, outline []byte) ([]byte, error) {
	switch {
	case len(outline) == 0:
		return b, nil
	case len(outline) < glyphHeader:
		return b, errors.New("outline is cut off")
	}
	switch contours := int16At(outline, 0); {
	case contours == 0:
		return append(b, outline...), nil
	case contours > 0:
		length := glyphHeader + 2*contours // of instructions
		points := length + 2 + int(be16(outline, length))
		if points > len(outline) {
			return b, errors.New("outline is cut off")
		}
		b = append(append(b, outline[:length]...), 0, 0)
		return append(b, outline[points:]...), nil
	}
	end, err := components(outline, func(int, uint16) error { return nil })
	if err != nil {
		return b, err
	}
	at := len(b)
	b = append(b, outline[:end]...)
	_, err = components(b[at:], func(part int, _ uint16) error {
		binary.BigEndian.PutUint16(b[at+part:], be16(b, at+part)&^haveInstructions)
		return nil
	})
	return b, err
}

// outlineEnd is where an outline ends that has one of its own; what follows only
// makes the length even.
func outlineEnd(outline []byte) int {
	contours := 0
	if len(outline) >= glyphHeader {
		contours = int16At(outline, 0)
	}
	if contours <= 0 {
		return len(outline)
	}
	const repeats = 1 << 3
	size := func(flag byte, short, same byte) int { // of a coordinate
		switch {
		case flag&short != 0:
			return 1
		case flag&same != 0:
			return 0
		}
		return 2
	}
	at := glyphHeader + 2*contours
	points := int(be16(outline, at-2)) + 1
	at += 2 + int(be16(outline, at))
	coordinates := 0
	for points > 0 && at+1 < len(outline) {
		flag, times := outline[at], 1
		at++
		if flag&repeats != 0 {
			times += int(outline[at])
			at++
		}
		coordinates += times * (size(flag, 1<<1, 1<<4) + size(flag, 1<<2, 1<<5))
		points -= times
	}
	if end := at + coordinates; points == 0 && end < len(outline) {
		return end
	}
	return len(outline) // it is damaged, or ends here
}
