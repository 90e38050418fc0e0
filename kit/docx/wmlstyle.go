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
		b.Write(withFigures(x, s.look.Figures, s.kind != tableStyle && s.look.Size > 0))
	}
	b.WriteString(`</w:styles>`)
	return b.Bytes(), nil
}

// kernFrom is the least size in points at which pairs are kerned.
const kernFrom = 1.0

// withFigures adds ligatures and the shape of digits at the end of the run
// properties of a style ([MS-DOCX] 2.6.1).
func withFigures(style []byte, f doc.Figures, text bool) []byte {
	if !text {
		return style
	}
	extra := `<w14:ligatures w14:val="standard"/>`
	switch f {
	case doc.OldStyleFigures:
		extra += `<w14:numForm w14:val="oldStyle"/><w14:numSpacing w14:val="proportional"/>`
	case doc.ProportionalFigures:
		extra += `<w14:numForm w14:val="lining"/><w14:numSpacing w14:val="proportional"/>`
	case doc.TabularFigures:
		extra += `<w14:numForm w14:val="lining"/><w14:numSpacing w14:val="tabular"/>`
	}
	return bytes.Replace(style, []byte(`</w:rPr>`), []byte(extra+`</w:rPr>`), 1)
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
		out.PPr, out.RPr = m.styleParagraph(s), m.styleText(s)
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

func (m *markup) styleParagraph(s *style) *wml.CT_PPrGeneral {
	l := s.look
	p := &wml.CT_PPrGeneral{Spacing: &wml.CT_Spacing{BeforeAttr: twips(l.Before), AfterAttr: twips(l.After)}}
	if s.loose {
		p.Spacing.LineAttr, p.Spacing.LineRuleAttr = signed(12), wml.ST_LineSpacingRuleAuto // 240ths of a line
	} else {
		exactly(l.LineHeight, p.Spacing)
	}
	if l.KeepNext {
		p.KeepNext = on()
	}
	if l.KeepTogether {
		p.KeepLines = on()
	}
	if s.isDefault {
		p.WidowControl = on()
		if m.rtl {
			p.Bidi = on()
		}
	}
	if s.list != 0 {
		p.NumPr = &wml.CT_NumPr{NumId: dec(s.list)}
		if s.level > 0 {
			p.NumPr.Ilvl = dec(s.level)
		}
	}
	p.PBdr = m.paragraphBorders(s.borders)
	p.Shd = m.fill(s.fill)
	if s.endTab > 0 {
		p.Tabs = &wml.CT_Tabs{Tab: []*wml.CT_TabStop{{ValAttr: wml.ST_TabJcRight, PosAttr: *signed(s.endTab)}}}
	}
	p.SuppressAutoHyphens = onOff(!l.Hyphens)
	if s.start+s.inner != 0 || s.end+s.innerEnd != 0 || s.hanging != 0 {
		p.Ind = indents(s.start+s.inner, s.end+s.innerEnd, s.hanging)
	}
	if l.Align != doc.AlignStart {
		p.Jc = jc(l.Align)
	}
	if s.outline > 0 {
		p.OutlineLvl = dec(s.outline - 1)
	}
	return p
}

// styleText states everything: a style must not change with the one it is based
// on.
func (m *markup) styleText(s *style) *wml.CT_RPr {
	l, f := s.look, s.font
	r := &wml.CT_RPr{RFonts: fonts(f), B: onOff(f.bold), BCs: onOff(f.bold), I: onOff(f.italic), ICs: onOff(f.italic),
		Color: m.color(l.Color), Sz: hps(l.Size), SzCs: hps(l.Size)}
	if l.Caps {
		r.Caps = on()
	}
	if l.Tracking != 0 {
		r.Spacing = &wml.CT_SignedTwipsMeasure{ValAttr: *signed(l.Tracking * l.Size)}
	}
	if l.Underline {
		r.U = &wml.CT_Underline{ValAttr: wml.ST_UnderlineSingle}
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
