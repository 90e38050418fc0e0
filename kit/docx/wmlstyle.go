package docx

import (
	"slices"
	"strconv"

	"github.com/unidoc/unioffice/schema/soo/wml"
	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// stylesHead opens the styles part. It is written here because unioffice has no
// place for the typographic extensions of Word 2010, which w:ignorable readers
// pass over.
const stylesHead = opc.Header + `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">`

// proofingLanguage gives a language its region, since Word's spelling and
// hyphenation are those of a language in a place: it-IT for it.
func proofingLanguage(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return lang
	}
	if _, _, region := tag.Raw(); region != (language.Region{}) {
		return lang
	}
	region, _ := tag.Region() // the likely one
	with, err := language.Compose(tag, region)
	if err != nil {
		return lang
	}
	return with.String()
}

// styles writes the styles part. complex is the language of complex scripts.
func (m *markup) styles(d *doc.Document, complex string) ([]byte, error) {
	w := m.writer()
	w.put(stylesHead)
	lang := proofingLanguage(d.Lang)
	w.put("<w:docDefaults><w:rPrDefault><w:rPr><w:kern")
	w.number("w:val", halves(kernFrom))
	w.put("/><w:lang")
	w.attribute("w:val", lang)
	if isEastAsian(lang) {
		w.attribute("w:eastAsia", lang)
	}
	w.attribute("w:bidi", complex)
	// Word's own styles that the kit does not use stay out of its lists.
	w.put("/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
		`<w:latentStyles w:defLockedState="false" w:defUIPriority="99" w:defSemiHidden="true" w:defUnhideWhenUsed="true" w:defQFormat="false" w:count="376"/>`)
	for _, s := range m.sheet.list {
		w.style(s)
	}
	w.put(`</w:styles>`)
	return w.done()
}

// kernFrom is the least size in points at which pairs are kerned.
const kernFrom = 1.0

// fonts refers to the theme where the name is the theme's, so that a change of
// theme fonts changes the document. A cut that Word knows as a family of its own is the
// theme's if it is that of the headings.
func (w *writer) fonts(f wordFont) {
	slot := "minor"
	if f.family == doc.HeadingsFamily {
		slot = "major"
	}
	w.put("<w:rFonts")
	if f.latin {
		w.put(` w:cstheme="`, slot, `HAnsi"/>`)
		return
	}
	if f.theme {
		w.put(` w:asciiTheme="`, slot, `HAnsi" w:hAnsiTheme="`, slot, `HAnsi" w:eastAsiaTheme="`, slot, `EastAsia" w:cstheme="`, slot, `Bidi"/>`)
		return
	}
	w.attribute("w:ascii", f.name)
	w.attribute("w:hAnsi", f.name)
	w.put(` w:eastAsiaTheme="`, slot, `EastAsia" w:cstheme="`, slot, `Bidi"/>`)
}

func (w *writer) style(s *style) {
	w.put(`<w:style w:type="`, [...]string{"paragraph", "character", "table"}[s.kind], `" w:styleId="`, s.id, `"`)
	if s.isDefault {
		w.put(` w:default="true"`)
	}
	if !s.builtin {
		w.put(` w:customStyle="true"`)
	}
	w.put("><w:name")
	w.attribute("w:val", s.name)
	w.put("/>")
	basedOn := s.basedOn
	if s.kind == characterStyle && !s.isDefault && basedOn == "" {
		basedOn = "DefaultParagraphFont"
	}
	if basedOn != "" {
		w.value("w:basedOn", basedOn)
	}
	if s.next != "" && s.next != s.id {
		w.value("w:next", s.next)
	}
	w.put("<w:uiPriority")
	w.number("w:val", int64(s.priority))
	w.put("/>")
	switch {
	case s.hidden && s.builtin:
		w.put("<w:semiHidden/><w:unhideWhenUsed/>")
	case s.hidden: // used or not: what a place asks for, which nobody chooses
		w.put("<w:semiHidden/>")
	}
	if s.quick {
		w.put("<w:qFormat/>")
	}
	switch s.kind {
	case paragraphStyle:
		base := &style{look: s.look, font: s.font} // of the default style: the document's defaults
		if s.basedOn != "" {
			base = w.m.sheet.style(s.basedOn)
		}
		w.within("w:pPr", func() { w.styleParagraph(s, base) })
		w.within("w:rPr", func() { w.styleText(s, base) })
	case characterStyle:
		if !s.isDefault {
			w.within("w:rPr", func() { w.styleCharacters(s) })
		}
	case tableStyle:
		w.styleTable(s)
	}
	w.put("</w:style>")
}

// within writes an element around content, and nothing without any.
func (w *writer) within(name string, content func()) {
	before := len(w.buf)
	w.put("<", name, ">")
	empty := len(w.buf)
	content()
	if len(w.buf) == empty {
		w.buf = w.buf[:before]
		return
	}
	w.put("</", name, ">")
}

// flag writes a property that is on or off where it differs.
func (w *writer) flag(name string, v, base bool) {
	if v != base {
		w.value(name, strconv.FormatBool(v))
	}
}

func (w *writer) color(n doc.ColorName) {
	w.put("<w:color")
	w.themed(n, "w:val", "w:themeColor")
	w.put("/>")
}

// themed writes a colour, and beside it the theme's colour that it follows: one of
// the same value for colours that themes have no room for, if there is one.
func (w *writer) themed(n doc.ColorName, literal, theme string) {
	c := w.m.theme.Color(n)
	w.attribute(literal, c.Hex())
	place := themeColor(n)
	if place == wml.ST_ThemeColorUnset {
		all := doc.ThemeColors()
		i := slices.IndexFunc(all, func(other doc.ColorName) bool { return w.m.theme.Color(other) == c })
		if i < 0 {
			return
		}
		place = themeColor(all[i])
	}
	w.attribute(theme, place.String())
}

func (w *writer) fontSize(p doc.Pt) {
	for _, name := range []string{"w:sz", "w:szCs"} {
		w.put("<", name)
		w.number("w:val", max(halves(p), 1))
		w.put("/>")
	}
}

func (w *writer) tracking(p doc.Pt) {
	w.put("<w:spacing")
	w.number("w:val", twentieths(p))
	w.put("/>")
}

// styleText states what differs from the text of the style that s is based on.
func (w *writer) styleText(s, base *style) {
	l, f, bl, bf := &s.look, &s.font, &base.look, &base.font
	// Font, size and colour of the document's defaults would be taken for those of
	// the table in its cells, by LibreOffice: so the default style has them.
	if f.name != bf.name || f.theme != bf.theme || s.isDefault {
		w.fonts(*f)
	}
	// A heavy cut has no letters of complex scripts, which are bold instead; they
	// have no italics.
	w.flag("w:b", f.bold, bf.bold)
	w.flag("w:bCs", f.heavy(), bf.heavy())
	w.flag("w:i", f.italic, bf.italic)
	w.flag("w:caps", l.Caps, bl.Caps)
	w.flag("w:smallCaps", l.SmallCaps, bl.SmallCaps)
	w.strike(l.Decoration, bl.Decoration)
	w.flag("w:noProof", s.noProof, base.noProof)
	if l.Color != bl.Color || s.isDefault {
		w.color(l.Color)
	}
	if t := l.Tracking * l.Size; t != bl.Tracking*bl.Size {
		w.tracking(t)
	}
	if l.Size != bl.Size || s.isDefault {
		w.fontSize(l.Size)
	}
	if l.Decoration != bl.Decoration {
		w.underline(l.Decoration)
	}
	if s.basedOn == "" || w.m.sheet.style(s.basedOn).look.Figures != l.Figures {
		w.figures(l.Figures)
	}
}

func (w *writer) underline(d doc.Decoration) {
	kind := "none"
	if d.Underline {
		kind = map[string]string{"": "single", "solid": "single", "double": "double", "dotted": "dotted", "dashed": "dash", "wavy": "wave"}[d.Line]
	}
	w.value("w:u", kind)
}

// strike strikes words through. Word has no lines over them.
func (w *writer) strike(d, base doc.Decoration) {
	double := func(d doc.Decoration) bool { return d.LineThrough && d.Line == "double" }
	w.flag("w:strike", d.LineThrough && !double(d), base.LineThrough && !double(base))
	w.flag("w:dstrike", double(d), double(base))
}

// figures writes ligatures and the shape of digits ([MS-DOCX] 2.6.1).
func (w *writer) figures(f doc.Figures) {
	form, spacing := "default", "default"
	switch f {
	case doc.OldStyleFigures:
		form, spacing = "oldStyle", "proportional"
	case doc.ProportionalFigures:
		form, spacing = "lining", "proportional"
	case doc.TabularFigures:
		form, spacing = "lining", "tabular"
	}
	w.put(`<w14:ligatures w14:val="standard"/><w14:numForm w14:val="`, form, `"/><w14:numSpacing w14:val="`, spacing, `"/>`)
}

// styleCharacters states what differs from the text around. Bold and italic are
// toggles there: together with a style that has them they cancel out.
func (w *writer) styleCharacters(s *style) {
	l := &s.look
	if s.font.name != "" || s.font.latin {
		w.fonts(s.font)
	}
	for _, t := range []struct {
		name string
		on   bool
	}{{"w:b", s.toggle.bold}, {"w:i", s.toggle.italic}} {
		if t.on {
			w.put("<", t.name, "/><", t.name, "Cs/>")
		}
	}
	if l.Caps {
		w.put("<w:caps/>")
	}
	w.strike(l.Decoration, doc.Decoration{})
	w.flag("w:noProof", s.noProof, false)
	if l.Color != "" {
		w.color(l.Color)
	}
	if s.size > 0 || s.tracking != 0 {
		w.tracking(l.Tracking*s.size + s.tracking)
	}
	if s.scale != 0 {
		w.put("<w:w")
		w.number("w:val", int64(s.scale))
		w.put("/>")
	}
	if s.raise != 0 {
		w.put("<w:position")
		w.number("w:val", halves(s.raise))
		w.put("/>")
	}
	if s.size > 0 {
		w.fontSize(s.size)
	}
	if l.Decoration.Underline {
		w.underline(l.Decoration)
	}
	w.fill(l.Ground)
	if s.noProof {
		w.put(`<w:lang w:val="zxx"/>`) // of no language (BCP 47): LibreOffice does not hear of the other in styles
	}
	if l.Size > 0 {
		w.figures(l.Figures)
	}
}
