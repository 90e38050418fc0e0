package font

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// names are the entries of the name table that anyone asks for.
type names struct{ postScript, family string }

// Name ids of ISO/IEC 14496-22, name table.
const (
	nameFamily            = 1
	nameSubfamily         = 2
	namePostScript        = 6
	nameTypographicFamily = 16
)

// maxNameLength bounds a name, in characters; longer ones are cut.
const maxNameLength = 127

func (f *Font) readNames() {
	table := f.Table("name")
	family := lookUpName(table, nameTypographicFamily)
	if family == "" {
		family = lookUpName(table, nameFamily)
	}
	f.names.family = family
	f.names.postScript = postScriptName(lookUpName(table, namePostScript))
	if f.names.postScript == "" {
		style := lookUpName(table, nameSubfamily)
		f.names.postScript = postScriptName(family + "-" + style)
	}
	if strings.Trim(f.names.postScript, "-") == "" {
		f.names.postScript = "Unnamed"
	}
}

// lookUpName returns a name in US English or, failing that, in the first
// language that the file has it in.
func lookUpName(table []byte, id uint16) string {
	const (
		unicodePlatform, macintosh, windows = 0, 1, 3
		englishUS, macEnglish               = 0x0409, 0
	)
	best, bestRank := "", 0
	storage := int(be16(table, 4))
	for i := range int(be16(table, 2)) {
		record := 6 + 12*i
		if record+12 > len(table) {
			break
		}
		if be16(table, record+6) != id {
			continue
		}
		platform, language := be16(table, record), be16(table, record+4)
		rank := 0
		switch {
		case platform == windows && language == englishUS:
			rank = 4
		case platform == unicodePlatform:
			rank = 3
		case platform == windows:
			rank = 2
		case platform == macintosh && language == macEnglish:
			rank = 1
		}
		if rank <= bestRank {
			continue
		}
		start := storage + int(be16(table, record+10))
		end := start + int(be16(table, record+8))
		if end > len(table) {
			continue
		}
		if s := decodeName(table[start:end], platform == macintosh); s != "" {
			best, bestRank = s, rank
		}
	}
	return best
}

// decodeName decodes UTF-16, or the ASCII part of Mac Roman.
func decodeName(b []byte, mac bool) string {
	var s strings.Builder
	var text []rune
	if mac {
		for _, c := range b {
			text = append(text, rune(c))
		}
	} else {
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(b[2*i:])
		}
		text = utf16.Decode(units)
	}
	for i, r := range text {
		if i == maxNameLength {
			break
		}
		if r >= ' ' && r != 0x7F && (!mac || r < 0x7F) {
			s.WriteRune(r)
		}
	}
	return strings.TrimSpace(s.String())
}

// postScriptName keeps what name id 6 allows: printable ASCII except the ten
// delimiters of PostScript, at most 63 characters.
func postScriptName(s string) string {
	const maxPostScriptName = 63
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return -1
		}
		return r
	}, s)
	return s[:min(len(s), maxPostScriptName)]
}
