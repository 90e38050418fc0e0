package docx

import (
	_ "embed" // fonts.zip
	"fmt"
	"hash/crc32"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// Fonts says how much of its fonts a document carries.
type Fonts uint8

const (
	// FontsByScript carries of each font the characters of the scripts that the
	// document is written in: all of them, and all of Latin, with figures,
	// punctuation and symbols, so that whoever edits the text can type any word of
	// its languages. It takes about half of the room. The glyphs of features that
	// Word has no switch for, such as true small capitals, stay behind too, and so
	// does hinting that a program made (ttfautohint): it makes letters crisper on
	// screens of few pixels, and nothing in print; fonts on the web have none. What was
	// hinted by hand stays so. A font whose licence forbids to take it apart is
	// carried whole.
	FontsByScript Fonts = iota
	// FontsWhole carries the font files as they are.
	FontsWhole
	// FontsNone carries no fonts: the document looks right only where they are
	// installed.
	FontsNone
)

// script is a script that a document is written in, beside Latin, with the
// characters of it that occur.
type script struct {
	name   string
	table  *unicode.RangeTable
	letter map[rune]bool
}

// everywhere are the characters that every font keeps: Latin, and what belongs to
// no script.
func everywhere(r rune) bool {
	return r < 0x250 || unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited) ||
		!unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) // private use, or newer than the tables
}

// scriptsOf lists the scripts of texts beside Latin, by name.
func scriptsOf(texts []string) []script {
	foreign := map[rune]bool{}
	for _, s := range texts {
		for _, r := range s {
			if r >= 0x250 && !foreign[r] && !everywhere(r) {
				foreign[r] = true
			}
		}
	}
	var out []script
	for len(foreign) > 0 {
		r := slices.Min(slices.Collect(maps.Keys(foreign)))
		delete(foreign, r)
		for _, name := range sortedKeys(unicode.Scripts) {
			table := unicode.Scripts[name]
			if !unicode.Is(table, r) {
				continue
			}
			s := script{name, table, map[rune]bool{r: true}}
			for other := range foreign {
				if unicode.Is(table, other) {
					s.letter[other] = true
					delete(foreign, other)
				}
			}
			out = append(out, s)
			break
		}
	}
	slices.SortFunc(out, func(a, b script) int { return strings.Compare(a.name, b.name) })
	return out
}

// writtenIn gives the scripts of the document beside Latin.
func (b *builder) writtenIn() []script {
	if !b.scriptsKnown {
		b.scripts, b.scriptsKnown = scriptsOf(doc.Texts(b.d)), true
	}
	return b.scripts
}

// uses reports whether the document has letters of a script.
func (b *builder) uses(tables ...*unicode.RangeTable) bool {
	return slices.ContainsFunc(b.writtenIn(), func(s script) bool { return slices.Contains(tables, s.table) })
}

// served are those of the scripts that a font has letters of in the text.
func served(f *font.Font, scripts []script) (out []script) {
	for _, s := range scripts {
		for r := range s.letter {
			if _, ok := f.Glyph(r); ok {
				out = append(out, s)
				break
			}
		}
	}
	return out
}

// embedding makes the program of a face that travels with the document.
func (b *builder) embedding(w *wordFace) hiddenFont {
	if b.format.Fonts == FontsWhole || !w.program.Subsettable() {
		return b.cache.hidden(w, "whole", nil)
	}
	scripts := served(w.program, b.writtenIn())
	var names string
	for _, s := range scripts {
		names += s.name + " "
	}
	return b.cache.hidden(w, names, func(r rune) bool {
		return everywhere(r) || slices.ContainsFunc(scripts, func(s script) bool { return unicode.Is(s.table, r) })
	})
}

// carried is the program with the characters that keep wants, all if it is nil.
// A font that cannot be reduced, or is no smaller then, is carried whole.
func carried(w *wordFace, keep func(rune) bool) []byte {
	if keep == nil {
		return w.face.Data
	}
	reduced, err := w.program.Reduced(keep)
	if err != nil || len(reduced) >= len(w.face.Data) {
		return w.face.Data
	}
	return reduced
}

// readyFonts has the fonts of the built-in brand as they stand in documents
// written in Latin, since to compress them takes longer than all the rest. A test
// keeps it up to date: go test ./kit/docx -run TestReadyFonts -update.
//
//go:embed fonts.zip
var readyFonts []byte

// identity tells font files apart: by their length and check sum.
func identity(data []byte) string { return fmt.Sprintf("%d-%08X", len(data), crc32.ChecksumIEEE(data)) }

// ready finds fonts that are compressed already, by identity. The files of the
// archive are named by the font that they were made of, and by the key:
// "435536-60DD5B28/{33C0E474-…}.odttf".
func ready() map[string]hiddenFont {
	out := map[string]hiddenFont{}
	for name, packed := range opc.Packs(readyFonts) {
		source, key := path.Split(strings.TrimSuffix(name, ".odttf"))
		out[path.Clean(source)] = hiddenFont{key, packed}
	}
	return out
}
