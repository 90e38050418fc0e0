package docx

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
)

// monospaced is the family of code; every system that runs Word has it or a
// metric twin.
const monospaced = "Courier New"

// wordFont is a face as Word asks for it: by the family name of name table id
// 1, which holds four styles at most. Manrope ExtraBold is a family of its own
// there, of which this is the regular style.
type wordFont struct {
	name         string
	theme        bool // the name is that of the theme's font, and follows it
	latin        bool // that for Latin serves complex scripts too
	family       doc.Family
	bold, italic bool
	weight       int
}

func (f wordFont) heavy() bool { return f.bold || f.weight >= 600 }

// cut reports whether the font is one of the brand's families and none of the theme's.
func (f wordFont) cut() bool {
	return !f.theme && (f.family == doc.HeadingsFamily || f.family == doc.BaseFamily) && f.name != monospaced
}

// fontBook knows the fonts of a theme by Word's names.
type fontBook struct {
	theme  doc.Theme
	major  string // the name of the theme's font for headings
	script string // of the document, as ISO 15924 has it
	cache  *Cache
	faces  []wordFace      // those of fallbacks are read when they are asked for
	used   map[string]bool // names that styles ask for
	chosen map[choice]*wordFace
	stands map[string]string // names of fonts for letters

	measured []measuredWord // room for them
}

// choice is what a style asks for.
type choice struct {
	family doc.Family
	weight int
	italic bool
}

type wordFace struct {
	face         doc.Face
	read         bool
	program      *font.Font              // nil if it cannot be read
	advances     *[utf8.RuneSelf]float64 // of ASCII characters, in em
	name         string
	bold, italic bool
}

func newFontBook(t doc.Theme, c *Cache) *fontBook {
	b := &fontBook{theme: t, major: t.FamilyName(doc.HeadingsFamily), cache: c, faces: make([]wordFace, len(t.Faces)), used: map[string]bool{}, chosen: map[choice]*wordFace{}, stands: map[string]string{}}
	for i, f := range t.Faces {
		b.faces[i].face = f
		if !f.Fallback {
			b.face(i)
		}
	}
	return b
}

// face gives a face, read.
func (b *fontBook) face(i int) *wordFace {
	if w := &b.faces[i]; !w.read {
		*w = b.cache.face(w.face)
	}
	return &b.faces[i]
}

// serving is the name of a font that has a letter: one of the family, else a
// fallback of the brand; "" if there is none.
func (b *fontBook) serving(family string, letter rune) string {
	if name := b.has(family, string(letter)); name != "" {
		return name
	}
	return b.fallback(string(letter))
}

// latin is the name of the font that the Latin letters of a family are in: its own, or
// if it has none, the one of the brand in which the printed kit sets them.
func (b *fontBook) latin(family string) string {
	const letter = "a"
	i := slices.IndexFunc(b.faces, func(w wordFace) bool { return w.face.Family == family })
	if i < 0 || b.face(i).program == nil || b.faces[i].sets(letter) {
		return family
	}
	return cmp.Or(b.standing(letter), family)
}

// standing is the name of a font that has all of some letters: one of the brand, in
// the order in which the printed kit tries them; "" if there is none.
func (b *fontBook) standing(letters string) string {
	if name, known := b.stands[letters]; known {
		return name
	}
	name := b.has(b.theme.Base, letters)
	if name == "" {
		name = b.has(b.theme.Headings, letters)
	}
	if name == "" {
		name = b.fallback(letters)
	}
	b.stands[letters] = name
	return name
}

// fallback is the name of the first fallback that has letters.
func (b *fontBook) fallback(letters string) string {
	last := ""
	for _, f := range b.theme.Faces {
		if !f.Fallback || f.Family == last {
			continue
		}
		last = f.Family
		if name := b.has(f.Family, letters); name != "" {
			return name
		}
	}
	return ""
}

// has gives the name of a family, which is then used, if its first face has letters.
func (b *fontBook) has(family, letters string) (name string) {
	for i := range b.faces {
		if b.faces[i].face.Family != family {
			continue
		}
		w := b.face(i)
		if name == "" && !w.sets(letters) {
			return ""
		}
		if name == "" {
			name = w.name
		}
		if w.name == name {
			b.used[name] = true
		}
	}
	return name
}

// sets reports whether a face has all of some characters.
func (w *wordFace) sets(text string) bool {
	return w.program != nil && strings.IndexFunc(text, func(r rune) bool {
		_, has := w.program.Glyph(r)
		return !has
	}) < 0
}

// setsBetween reports whether what stands between words, without figures, can be set
// in a font.
func (b *fontBook) setsBetween(name, text string) bool {
	if strings.IndexFunc(text, func(r rune) bool { return unicode.In(r, unicode.L, unicode.N) }) >= 0 {
		return false
	}
	i := slices.IndexFunc(b.faces, func(w wordFace) bool { return w.read && w.name == name })
	return i >= 0 && b.faces[i].sets(text)
}

func readFace(f doc.Face) wordFace {
	w := wordFace{face: f, read: true, program: program(f), name: f.Family, bold: f.Weight >= 600, italic: f.Italic}
	if w.program == nil {
		return w
	}
	w.advances = new([utf8.RuneSelf]float64)
	for r := range w.advances {
		w.advances[r] = w.measure(rune(r))
	}
	if family, style, ok := legacyNames(f.Data); ok {
		w.name, w.bold, w.italic = family, strings.Contains(style, "Bold"), strings.Contains(style, "Italic")
	}
	return w
}

// legacyNames reads name ids 1 and 2 (ISO/IEC 14496-22), by which Word finds
// fonts.
func legacyNames(data []byte) (family, style string, ok bool) {
	defer func() { // the reader was not made for hostile files
		if recover() != nil {
			ok = false
		}
	}()
	f, err := sfnt.Parse(data)
	if err != nil {
		return "", "", false
	}
	if family, err = f.Name(nil, sfnt.NameIDFamily); err != nil || family == "" {
		return "", "", false
	}
	style, err = f.Name(nil, sfnt.NameIDSubfamily)
	return family, style, err == nil
}

// find gives the face for a style, nil if the family has none.
func (b *fontBook) find(f doc.Family, weight int, italic bool) *wordFace {
	c := choice{f, weight, italic}
	w, ok := b.chosen[c]
	if !ok {
		w = b.choose(f, weight, italic)
		b.chosen[c] = w
	}
	return w
}

func (b *fontBook) choose(f doc.Family, weight int, italic bool) *wordFace {
	face, ok := b.theme.Face(b.theme.FamilyName(f), weight, italic)
	if !ok {
		return nil
	}
	for i := range b.faces {
		w := &b.faces[i]
		if w.face.Family == face.Family && w.face.Weight == face.Weight && w.face.Italic == face.Italic && w.face.Name == face.Name {
			return b.face(i)
		}
	}
	return nil
}

// word gives the font of a style and notes that it is used.
func (b *fontBook) word(f doc.Family, weight int, italic bool) wordFont {
	family := b.theme.FamilyName(f)
	themed := f == doc.BaseFamily || f == doc.HeadingsFamily // themes have no third font
	out := wordFont{name: family, theme: themed, family: f, bold: weight >= 600, italic: italic, weight: weight}
	if w := b.find(f, weight, italic); w != nil && (!themed || w.name == family || b.latin(family) == family) {
		out.name, out.bold, out.italic, out.weight = w.name, w.bold, w.italic, w.face.Weight
		switch text := b.theme.FamilyName(doc.BaseFamily); {
		case f == doc.HeadingsFamily && w.name == b.major:
		case f == doc.HeadingsFamily && w.name == text: // of a brand with one family
			out.family = doc.BaseFamily
		default:
			out.theme = f == doc.BaseFamily && w.name == text
		}
	}
	b.used[out.name] = true
	return out
}

// cuts reports whether the family of a name, as Word knows it, has bold and italic
// faces; Word would fake them. A family without faces is left to Word.
func (b *fontBook) cuts(name string) (bold, italic bool) {
	known := false
	for i := range b.faces {
		if w := &b.faces[i]; w.read && w.name == name {
			known, bold, italic = true, bold || w.bold, italic || w.italic
		}
	}
	return bold || !known, italic || !known
}

// embedded is a font of the font table.
type embedded struct {
	name                              string
	panose                            string // hexadecimal, "" if unknown
	standIn                           standIn
	serif                             bool
	known                             bool // serif is certain
	fixed                             bool // in pitch
	width                             float64
	signature                         signature
	regular, bold, italic, boldItalic *wordFace
}

// table lists the used fonts with the programs that may be embedded.
func (b *fontBook) table() []embedded {
	var out []embedded
	for _, name := range sortedKeys(b.used) {
		e := embedded{name: name}
		for i := range b.faces {
			w := &b.faces[i]
			if w.name != name || w.program == nil {
				continue
			}
			e.classify(w.program)
			if e.width == 0 || !w.bold && !w.italic {
				e.width = w.usualWidth()
			}
			e.standIn, e.signature, e.fixed = b.standIn(w.program), signatureOf(w.program), e.fixed || w.program.FixedPitch()
			if w.program.CFF() || !mayEdit(w.program) { // Word embeds fonts with TrueType outlines alone
				continue
			}
			slot := &e.regular
			switch {
			case w.bold && w.italic:
				slot = &e.boldItalic
			case w.bold:
				slot = &e.bold
			case w.italic:
				slot = &e.italic
			}
			if *slot == nil {
				*slot = w
			}
		}
		out = append(out, e)
	}
	return out
}

// mayEdit reports whether fsType of OS/2 lets the font travel in a document
// that is edited: installable or editable embedding.
func mayEdit(f *font.Font) bool {
	const printOnly, editable = 0x0004, 0x0008
	os2 := f.Table("OS/2")
	if len(os2) < 10 {
		return f.Embeddable()
	}
	kind := int(os2[8])<<8 | int(os2[9])
	return f.Embeddable() && (kind&printOnly == 0 || kind&editable != 0)
}

// classify finds out what may stand in for a font. In PANOSE numbers of Latin
// text fonts the second tells serif faces (2 to 10) from others (11 to 15); many
// fonts leave it open, and then the letter I tells: it is wide with serifs.
func (e *embedded) classify(f *font.Font) {
	if e.known {
		return
	}
	const at, size = 32, 10 // of the numbers in OS/2
	if os2 := f.Table("OS/2"); len(os2) >= at+size {
		p := os2[at : at+size]
		if e.panose == "" && p[0] > 0 {
			e.panose = fmt.Sprintf("%X", p)
		}
		if p[0] == 2 && p[1] >= 2 && p[1] <= 15 {
			e.known, e.serif = true, p[1] <= 10
			return
		}
	}
	if w, ok := inkWidth(f, 'I'); ok {
		// Some give the I bars so that it is no l, which has none then.
		l, _ := inkWidth(f, 'l')
		e.known, e.serif = true, w > 0.22 && l > w/2
	}
}

// inkWidth is the width of what is drawn of a character, in em.
func inkWidth(f *font.Font, r rune) (em float64, ok bool) {
	gid, ok := f.Glyph(r)
	if !ok {
		return 0, false
	}
	box, ok := f.GlyphBox(gid)
	width := box[2] - box[0]
	return float64(width) / float64(f.UnitsPerEm()), ok && width > 0
}

// obfuscate hides the first 32 bytes of a font behind a key made from its
// content, as embedded fonts have to be (ISO/IEC 29500-4, 9.1). The key reads
// {8-4-4-4-12}; its bytes are used from the end.
func obfuscate(data []byte) (hidden []byte, key string) {
	sum := sha256.Sum256(data)
	guid := sum[:16]
	key = fmt.Sprintf("{%X-%X-%X-%X-%X}", guid[:4], guid[4:6], guid[6:8], guid[8:10], guid[10:])
	hidden = slices.Clone(data)
	for i := range min(32, len(hidden)) {
		hidden[i] ^= guid[15-i%16]
	}
	return hidden, key
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
