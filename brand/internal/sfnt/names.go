package sfnt

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Names are what a font calls itself in its name table.
type Names struct {
	Family     string // typographic family (id 16), or else the family (id 1)
	Legacy     string // family of four styles at most (id 1)
	Full       string // id 4
	PostScript string // id 6
}

// Name ids of ISO/IEC 14496-22, name table.
const (
	idFamily     = 1
	idFull       = 4
	idPostScript = 6
	idTypoFamily = 16
)

// Names reads the names, in English if there are such.
func (f *Font) Names() Names {
	table := f.Tables["name"]
	n := Names{
		Legacy: lookUp(table, idFamily), Full: lookUp(table, idFull),
		PostScript: lookUp(table, idPostScript), Family: lookUp(table, idTypoFamily),
	}
	if n.Family == "" {
		n.Family = n.Legacy
	}
	return n
}

// lookUp finds a name: English for Windows first, then whatever there is in
// Unicode, then what is in Latin letters for the Macintosh.
func lookUp(table []byte, id uint16) string {
	const header, record = 6, 12
	const macintosh, windows, english, longest = 1, 3, 0x409, 200
	if len(table) < header {
		return ""
	}
	storage := int(binary.BigEndian.Uint16(table[4:]))
	best, rank := "", 0
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		at := header + i*record
		if at+record > len(table) {
			break
		}
		field := func(n int) int { return int(binary.BigEndian.Uint16(table[at+2*n:])) }
		start, size := storage+field(5), field(4)
		if field(3) != int(id) || size > 2*longest || start+size > len(table) {
			continue
		}
		platform, language := field(0), field(2)
		r := 2
		switch {
		case platform == macintosh:
			r = 1
		case platform == windows && language == english:
			r = 3
		}
		if r > rank {
			if s := decode(table[start:start+size], platform == macintosh); s != "" {
				best, rank = s, r
			}
		}
	}
	return best
}

func decode(b []byte, latin bool) string {
	var runes []rune
	if latin {
		for _, c := range b {
			runes = append(runes, rune(c))
		}
	} else {
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(b[2*i:])
		}
		runes = utf16.Decode(units)
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || latin && r > '~' {
			return -1
		}
		return r
	}, string(runes)))
}
