package docx

import (
	"bytes"

	"golang.org/x/text/language"

	"github.com/unidoc/unioffice/schema/soo/wml"

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

// styles writes the styles part.
func (m *markup) styles(d *doc.Document) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(stylesHead)
	base := m.sheet.style(normal)
	lang := proofingLanguage(d.Lang)
	bidi := "ar-SA"
	if d.RTL {
		bidi = lang
	}
	defaults := &wml.CT_DocDefaults{
		RPrDefault: &wml.CT_RPrDefault{RPr: &wml.CT_RPr{RFonts: fonts(base.font), Color: m.color(base.look.Color), Kern: &wml.CT_HpsMeasure{ValAttr: stHps(kernFrom)},
			Sz: hps(base.look.Size), SzCs: hps(base.look.Size), Lang: &wml.CT_Language{ValAttr: &lang, EastAsiaAttr: &lang, BidiAttr: &bidi}}},
		PPrDefault: &wml.CT_PPrDefault{},
	}
	latent := &wml.CT_LatentStyles{DefLockedStateAttr: stOnOff(false), DefUIPriorityAttr: ptr(int64(99)), DefSemiHiddenAttr: stOnOff(true),
		DefUnhideWhenUsedAttr: stOnOff(true), DefQFormatAttr: stOnOff(false), CountAttr: ptr(int64(376))}
	for _, e := range []struct {
		name string
		v    any
	}{{"w:docDefaults", defaults}, {"w:latentStyles", latent}} {
		x, err := marshalElement(e.name, e.v)
		if err != nil {
			return nil, err
		}
		b.Write(x)
	}
	for _, s := range m.sheet.list {
		x, err := marshalElement("w:style", m.style(s))
		if err != nil {
			return nil, err
		}
		b.Write(m.withFigures(x, s))
	}
	b.WriteString(`</w:styles>`)
	return b.Bytes(), nil
}

// kernFrom is the least size in points at which pairs are kerned.
const kernFrom = 1.0

// withFigures adds ligatures and the shape of digits at the end of the run
// properties of a style ([MS-DOCX] 2.6.1), where they are not those of the style
// it is based on.
func (m *markup) withFigures(x []byte, s *style) []byte {
	text := s.kind != tableStyle && s.look.Size > 0
	if !text {
		return x
	}
	if s.kind == paragraphStyle && s.basedOn != "" && m.sheet.style(s.basedOn).look.Figures == s.look.Figures {
		return x
	}
	extra := `<w14:ligatures w14:val="standard"/>`
	switch s.look.Figures {
	case doc.OldStyleFigures:
		extra += `<w14:numForm w14:val="oldStyle"/><w14:numSpacing w14:val="proportional"/>`
	case doc.ProportionalFigures:
		extra += `<w14:numForm w14:val="lining"/><w14:numSpacing w14:val="proportional"/>`
	case doc.TabularFigures:
		extra += `<w14:numForm w14:val="lining"/><w14:numSpacing w14:val="tabular"/>`
	default:
		extra += `<w14:numForm w14:val="default"/><w14:numSpacing w14:val="default"/>`
	}
	if !bytes.Contains(x, []byte(`</w:rPr>`)) {
		return bytes.Replace(x, []byte(`</w:style>`), []byte(`<w:rPr>`+extra+`</w:rPr></w:style>`), 1)
	}
	return bytes.Replace(x, []byte(`</w:rPr>`), []byte(extra+`</w:rPr>`), 1)
}

// fonts refers to the theme where the name is the theme's, so that a change of
// theme fonts changes the document.
func fonts(f wordFont) *wml.CT_Fonts {
	if !f.theme {
		return literalFont(f.name)
	}
	if f.family == doc.HeadingsFamily {
		return &wml.CT_Fonts{AsciiThemeAttr: wml.ST_ThemeMajorHAnsi, HAnsiThemeAttr: wml.ST_ThemeMajorHAnsi,
			EastAsiaThemeAttr: wml.ST_ThemeMajorEastAsia, CsthemeAttr: wml.ST_ThemeMajorBidi}
	}
	return &wml.CT_Fonts{AsciiThemeAttr: wml.ST_ThemeMinorHAnsi, HAnsiThemeAttr: wml.ST_ThemeMinorHAnsi,
		EastAsiaThemeAttr: wml.ST_ThemeMinorEastAsia, CsthemeAttr: wml.ST_ThemeMinorBidi}
}

func (m *markup) style(s *style) *wml.CT_Style {
	out := &wml.CT_Style{TypeAttr: wml.ST_StyleTypeParagraph, StyleIdAttr: &s.id, Name: str(s.name), UiPriority: dec(s.priority)}
	if s.isDefault {
		out.DefaultAttr = stOnOff(true)
	}
	if !s.builtin {
		out.CustomStyleAttr = stOnOff(true)
	}
	if s.basedOn != "" {
		out.BasedOn = str(s.basedOn)
	}
	if s.next != "" && s.next != s.id {
		out.Next = str(s.next)
	}
	if s.quick {
		out.QFormat = on()
	}
	switch s.kind {
	case paragraphStyle:
		base := &style{look: s.look, font: s.font} // of the default style: the document's defaults
		if s.basedOn != "" {
			base = m.sheet.style(s.basedOn)
		}
		out.PPr, out.RPr = m.styleParagraph(s, base), m.styleText(s, base)
	case characterStyle:
		out.TypeAttr = wml.ST_StyleTypeCharacter
		if !s.isDefault {
			out.BasedOn = str("DefaultParagraphFont")
			out.RPr = m.styleCharacters(s)
		}
	case tableStyle:
		out.TypeAttr = wml.ST_StyleTypeTable
		m.styleTable(s, out)
	}
	return out
}

// styleParagraph states what differs from the style that s is based on, so that
// a change there reaches s.
func (m *markup) styleParagraph(s, base *style) *wml.CT_PPrGeneral {
	l, bl := s.look, base.look
	p := &wml.CT_PPrGeneral{Spacing: spacing(s, base)}
	if l.KeepNext != bl.KeepNext {
		p.KeepNext = onOff(l.KeepNext)
	}
	if l.KeepTogether != bl.KeepTogether {
		p.KeepLines = onOff(l.KeepTogether)
	}
	if s.isDefault {
		p.WidowControl = on()
		if m.rtl {
			p.Bidi = on()
		}
	}
	if s.list != base.list || s.level != base.level {
		p.NumPr = &wml.CT_NumPr{NumId: dec(s.list)}
		if s.level > 0 {
			p.NumPr.Ilvl = dec(s.level)
		}
	}
	if s.borders != base.borders {
		p.PBdr = m.paragraphBorders(s.borders, base.borders)
	}
	if s.fill != base.fill {
		p.Shd = m.fill(s.fill)
	}
	if s.endTab > 0 && s.endTab != base.endTab {
		p.Tabs = &wml.CT_Tabs{Tab: []*wml.CT_TabStop{{ValAttr: wml.ST_TabJcRight, PosAttr: *signed(s.endTab)}}}
	}
	if s.isDefault || l.Hyphens != bl.Hyphens {
		p.SuppressAutoHyphens = onOff(!l.Hyphens)
	}
	start, end := s.start+s.inner, s.end+s.innerEnd
	if start != base.start+base.inner || end != base.end+base.innerEnd || s.hanging != base.hanging {
		p.Ind = indents(start, end, s.hanging)
		if s.hanging == 0 && base.hanging != 0 {
			p.Ind.FirstLineAttr = twips(0)
		}
	}
	if l.Align != bl.Align {
		p.Jc = jc(l.Align)
	}
	if s.outline != base.outline && s.outline > 0 {
		p.OutlineLvl = dec(s.outline - 1)
	}
	return p
}

// spacing states the margins and the line height that differ; nil if none does.
func spacing(s, base *style) *wml.CT_Spacing {
	l, bl := s.look, base.look
	out := &wml.CT_Spacing{}
	if s.isDefault || l.Before != bl.Before {
		out.BeforeAttr = twips(l.Before)
	}
	if s.isDefault || l.After != bl.After {
		out.AfterAttr = twips(l.After)
	}
	switch {
	case s.loose:
		out.LineAttr, out.LineRuleAttr = signed(12), wml.ST_LineSpacingRuleAuto // 240ths of a line
	case s.isDefault || l.LineHeight != bl.LineHeight || base.loose:
		exactly(l.LineHeight, out)
	case out.BeforeAttr == nil && out.AfterAttr == nil:
		return nil
	}
	return out
}

// styleText states what differs from the text of the style that s is based on.
func (m *markup) styleText(s, base *style) *wml.CT_RPr {
	l, f, bl, bf := s.look, s.font, base.look, base.font
	r := &wml.CT_RPr{}
	if f.name != bf.name || f.theme != bf.theme {
		r.RFonts = fonts(f)
	}
	if f.bold != bf.bold {
		r.B, r.BCs = onOff(f.bold), onOff(f.bold)
	}
	if f.italic != bf.italic {
		r.I, r.ICs = onOff(f.italic), onOff(f.italic)
	}
	if l.Caps != bl.Caps {
		r.Caps = onOff(l.Caps)
	}
	if l.SmallCaps != bl.SmallCaps {
		r.SmallCaps = onOff(l.SmallCaps)
	}
	if l.Color != bl.Color {
		r.Color = m.color(l.Color)
	}
	if l.Size != bl.Size {
		r.Sz, r.SzCs = hps(l.Size), hps(l.Size)
	}
	if t := l.Tracking * l.Size; t != bl.Tracking*bl.Size {
		r.Spacing = &wml.CT_SignedTwipsMeasure{ValAttr: *signed(t)}
	}
	if l.Underline != bl.Underline {
		r.U = &wml.CT_Underline{ValAttr: wml.ST_UnderlineNone}
		if l.Underline {
			r.U.ValAttr = wml.ST_UnderlineSingle
		}
	}
	return r
}

// styleCharacters states what differs from the text around. Bold and italic are
// toggles there: together with a style that has them they cancel out.
func (m *markup) styleCharacters(s *style) *wml.CT_RPr {
	l, f := s.look, s.font
	r := &wml.CT_RPr{}
	if f.name != "" {
		r.RFonts = fonts(f)
	}
	if f.bold {
		r.B, r.BCs = on(), on()
	}
	if f.italic {
		r.I, r.ICs = on(), on()
	}
	if l.Caps {
		r.Caps = on()
	}
	if l.Color != "" {
		r.Color = m.color(l.Color)
	}
	if s.size > 0 {
		r.Sz, r.SzCs = hps(s.size), hps(s.size)
		r.Spacing = &wml.CT_SignedTwipsMeasure{ValAttr: *signed(l.Tracking * s.size)}
	}
	if l.Underline {
		r.U = &wml.CT_Underline{ValAttr: wml.ST_UnderlineSingle}
	}
	return r
}

func (m *markup) styleTable(s *style, out *wml.CT_Style) {
	pr := &wml.CT_TblPrBase{}
	if s.isDefault {
		pr.TblInd = width(0)
		pr.TblCellMar = &wml.CT_TblCellMar{Top: width(0), Left: width(0), Bottom: width(0), Right: width(0)}
	}
	if l := s.rows; l != nil {
		pr.TblBorders = &wml.CT_TblBorders{Top: m.border(l.borders.top), Bottom: m.border(l.borders.bottom), InsideH: m.border(l.inside)}
		if l.fill != "" {
			out.TcPr = &wml.CT_TcPr{Shd: m.fill(l.fill)}
		}
	}
	out.TblPr = pr
}
