package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// tabWidth is how many columns a tab takes in a snippet.
const tabWidth = 4

// Visible returns s fit to be shown to a person at a terminal: see [WriteText].
// It is for programs that show text of the input or of the command line beside
// diagnostics. A line break is written out too.
func Visible(s string) string { return visible(s) }

// visible returns s with everything that could drive a terminal, or hide text
// from a reader, written out: C0 controls as control pictures, other controls
// and bidirectional formatting as <U+202E>, broken bytes as <FF>.
func visible(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= 0x20 && s[i] < 0x7f
	}
	if plain {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		cell, size := cellAt(s[i:])
		b.WriteString(cell.text)
		i += size
	}
	return b.String()
}

// cell is one code point as shown: its text and how many columns it takes.
type cell struct {
	text    string
	columns int
}

// cellAt returns how the first code point of s is shown, and its size in bytes.
func cellAt(s string) (cell, int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		return cell{fmt.Sprintf("<%02X>", s[0]), 4}, 1
	case r < 0x20:
		return cell{string(rune(0x2400 + r)), 1}, size
	case r == 0x7f:
		return cell{"\u2421", 1}, size
	case hidden(r):
		text := fmt.Sprintf("<U+%04X>", r)
		return cell{text, len(text)}, size
	}
	return cell{s[:size], columns(r)}, size
}

// hidden reports whether r is shown by its number. Joiners stay: Arabic, Indic
// scripts and emoji need them.
func hidden(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) || noncharacter(r)
}

func noncharacter(r rune) bool {
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

// columns returns how many terminal columns r takes, by UAX #11 and the usual
// zero width of combining marks.
func columns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200c' || r == '\u200d' {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
