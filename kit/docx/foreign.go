package docx

import (
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/doc"
)

// Letters that a font lacks Word takes from another, of its own choice, and so does
// LibreOffice. Words with such letters name the font that the printed kit has them
// from, which travels with the document. Two kinds of letters need none, for the theme
// names a font for them: those of East Asia and those of complex scripts. Symbols are
// left to the programs, which have fonts for them everywhere.

// sure are the characters below which text fonts for Latin have all letters.
const sure = 0x180

// part is a stretch of text in a font; "" is that of the styles.
type part struct{ text, font string }

// byFont cuts text in a face where its letters need another font.
func (b *builder) byFont(s string, w *wordFace) []part {
	if w == nil || w.program == nil || strings.IndexFunc(s, func(r rune) bool { return b.lacks(w, r) }) < 0 {
		return []part{{text: s}}
	}
	var out []part
	add := func(text, font string) {
		switch n := len(out) - 1; {
		case text == "":
		case n >= 0 && out[n].font == font:
			out[n].text += text
		// what stands between two words of a font is set in it
		case n >= 1 && font != "" && out[n-1].font == font && b.fonts.setsBetween(font, out[n].text):
			out[n-1].text += out[n].text + text
			out = out[:n]
		default:
			out = append(out, part{text, font})
		}
	}
	for s != "" {
		n := strings.IndexFunc(s, inWord)
		if n < 0 {
			n = len(s)
		}
		add(s[:n], "")
		s = s[n:]
		if n = strings.IndexFunc(s, func(r rune) bool { return !inWord(r) }); n < 0 {
			n = len(s)
		}
		b.word(s[:n], w, add)
		s = s[n:]
	}
	return out
}

// inWord reports whether a character is a part of a word, or a sign of one script or of a
// currency.
func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M) || r >= sure && (unicode.Is(unicode.Sc, r) || !unicode.In(r, unicode.Common, unicode.Inherited, unicode.Z, unicode.C))
}

// word gives a word to add: in one other font if that has all of it, else letter by
// letter.
func (b *builder) word(s string, w *wordFace, add func(text, font string)) {
	if strings.IndexFunc(s, func(r rune) bool { return b.lacks(w, r) }) < 0 {
		add(s, "")
		return
	}
	if name := b.fonts.standing(s); name != "" {
		add(s, name)
		return
	}
	for _, r := range s {
		if b.lacks(w, r) {
			add(string(r), b.fonts.standing(string(r)))
		} else {
			add(string(r), "")
		}
	}
}

// lacks reports whether a letter needs a font that has to be named.
func (b *builder) lacks(w *wordFace, r rune) bool {
	const lastOfLatin, nextOfLatin = '\u036F', '\u1AB0' // marks that several scripts share; those between are of complex ones
	switch {
	case r < sure || !inWord(r) || ideograph(r) || unicode.Is(unicode.Hangul, r),
		r > lastOfLatin && r < nextOfLatin && unicode.Is(unicode.Inherited, r):
		return false
	}
	if _, has := w.program.Glyph(r); has {
		return false
	}
	return !b.themed(r)
}

// themed reports whether the theme names a font for a letter of a complex script.
func (b *builder) themed(r rune) bool {
	for _, s := range complexScripts {
		if unicode.Is(s.table, r) {
			return s.letter == b.complexLetter()
		}
	}
	return false
}

// setIn sets a run in a font instead of a face. What the face is by itself, heavy, the
// font is told to be; Word would slant one that has no italic.
func (b *builder) setIn(r *run, font string, instead *wordFace, slanted bool) {
	r.font = font
	if !instead.bold && instead.face.Weight >= 600 {
		r.bold = ptr(true)
	}
	if _, italic := b.fonts.cuts(font); slanted && !italic {
		r.italic = ptr(false)
	}
}

// faceOf is the face of a run in a paragraph of a style; nil if it is not known.
func (b *builder) faceOf(r doc.Run, st *style) *wordFace {
	if r.Code {
		return nil
	}
	family := st.font.family
	if r.Role != "" && r.Role != doc.RoleSoft {
		family = b.d.Style(r.Role).Family
	}
	return b.fonts.find(family, st.font.weight, st.font.italic)
}

// signs cuts a run from right to left, all of which is set in the font for complex
// scripts, where that lacks signs which are in the one that the theme has for Latin:
// brackets and dashes, in many an Arabic font. A style names it for them.
func (b *builder) signs(r run, w *wordFace) (out []inline) {
	latin := ""
	if w != nil {
		latin = b.fonts.latin(w.face.Family)
	}
	if latin == "" || latin == w.face.Family {
		return []inline{&r}
	}
	plain, rest := r.style, r.text
	for rest != "" {
		n := strings.IndexFunc(rest, func(c rune) bool { return b.elsewhere(c, w, latin) })
		at := n == 0
		if at {
			n = strings.IndexFunc(rest, func(c rune) bool { return !b.elsewhere(c, w, latin) })
		}
		if n < 0 {
			n = len(rest)
		}
		piece := r
		piece.text, rest = rest[:n], rest[n:]
		if at {
			piece.style = b.sheet.sign(plain, w.face.Family == b.d.Theme.Headings)
		}
		out = append(out, &piece)
	}
	return out
}

// elsewhere says that a face has no glyph for a sign, but another font has.
func (b *builder) elsewhere(r rune, w *wordFace, font string) bool {
	if !unicode.In(r, unicode.P, unicode.S) {
		return false
	}
	_, has := w.program.Glyph(r)
	return !has && b.fonts.has(font, string(r)) != ""
}
