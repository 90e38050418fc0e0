package docx

import (
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
)

// document writes the main part.
func (m *markup) document(body flow, last *section) ([]byte, error) {
	return m.part("w:document", ` w:conformance="transitional"`, 96<<10, func(w *writer) {
		if m.theme.PaintsPaper() { // ISO/IEC 29500-1, 17.2.1; shown because of displayBackgroundShape
			w.put(`<w:background w:color="`, m.theme.Color(doc.Paper).Hex(), `" w:themeColor="`, themeColor(doc.Paper).String(), `"/>`)
		}
		w.put("<w:body>")
		w.blocks(body)
		w.element("w:sectPr", m.section(last))
		w.put("</w:body>")
	})
}

func (m *markup) header(f flow) ([]byte, error) {
	return m.part("w:hdr", "", 6<<10, func(w *writer) { w.blocks(f) })
}

func (m *markup) footer(f flow) ([]byte, error) {
	return m.part("w:ftr", "", 3<<10, func(w *writer) { w.blocks(f) })
}

// settings writes the settings part.
func (m *markup) settings(d *doc.Document, embeds bool) ([]byte, error) {
	var s wml.CT_Settings
	s.Zoom = &wml.CT_Zoom{PercentAttr: wml.ST_DecimalNumberOrPercent{ST_UnqualifiedPercentage: ptr(int64(100))}}
	if d.Theme.PaintsPaper() {
		s.DisplayBackgroundShape = on()
	}
	if embeds {
		s.EmbedTrueTypeFonts = on()
	}
	s.DefaultTabStop = &wml.CT_TwipsMeasure{ValAttr: *twips(listIndent)}
	if d.Style(doc.RoleBody).Hyphens {
		s.AutoHyphenation = on()
		s.ConsecutiveHyphenLimit = dec(consecutiveHyphens)
		s.HyphenationZone = &wml.CT_TwipsMeasure{ValAttr: *twips(hyphenationZone)}
		s.DoNotHyphenateCaps = on()
	}
	s.CharacterSpacingControl = &wml.CT_CharacterSpacing{ValAttr: wml.ST_CharacterSpacingDoNotCompress}
	s.Compat = &wml.CT_Compat{}
	for _, c := range [][2]string{
		{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"}, {"enableOpenTypeFeatures", "1"},
		{"doNotFlipMirrorIndents", "1"}, {"differentiateMultirowTableHeaders", "1"}, {"useWord2013TrackBottomHyphenation", "0"},
	} {
		s.Compat.CompatSetting = append(s.Compat.CompatSetting, &wml.CT_CompatSetting{
			NameAttr: ptr(c[0]), UriAttr: ptr("http://schemas.microsoft.com/office/word"), ValAttr: ptr(c[1])})
	}
	lang := proofingLanguage(d.Lang)
	s.ThemeFontLang = &wml.CT_Language{ValAttr: &lang}
	if d.RTL {
		s.ThemeFontLang.BidiAttr = &lang
	}
	if isEastAsian(lang) {
		s.ThemeFontLang.EastAsiaAttr = &lang
	}
	s.ClrSchemeMapping = &wml.CT_ColorSchemeMapping{
		Bg1Attr: wml.ST_WmlColorSchemeIndexLight1, T1Attr: wml.ST_WmlColorSchemeIndexDark1,
		Bg2Attr: wml.ST_WmlColorSchemeIndexLight2, T2Attr: wml.ST_WmlColorSchemeIndexDark2,
		Accent1Attr: wml.ST_WmlColorSchemeIndexAccent1, Accent2Attr: wml.ST_WmlColorSchemeIndexAccent2,
		Accent3Attr: wml.ST_WmlColorSchemeIndexAccent3, Accent4Attr: wml.ST_WmlColorSchemeIndexAccent4,
		Accent5Attr: wml.ST_WmlColorSchemeIndexAccent5, Accent6Attr: wml.ST_WmlColorSchemeIndexAccent6,
		HyperlinkAttr: wml.ST_WmlColorSchemeIndexHyperlink, FollowedHyperlinkAttr: wml.ST_WmlColorSchemeIndexFollowedHyperlink,
	}
	s.DecimalSymbol, s.ListSeparator = str("."), str(",")
	return marshal(&wml.Settings{CT_Settings: s})
}

const (
	consecutiveHyphens = 2
	hyphenationZone    = doc.Pt(18) // of ragged lines that are left unhyphenated
)

// numbering writes the list definitions: one of bullets, one of numbers, to which
// the styles refer, and one for each ordered list of the text, with its own start
// and the indents of its place.
func (m *markup) numbering(lists []orderedList) ([]byte, error) {
	level := func(i int, format wml.ST_NumberFormat, text, style string) *wml.CT_Lvl {
		l := &wml.CT_Lvl{IlvlAttr: int64(i), Start: dec(1), NumFmt: &wml.CT_NumFmt{ValAttr: format},
			LvlText: &wml.CT_LevelText{ValAttr: &text}, LvlJc: &wml.CT_Jc{ValAttr: wml.ST_JcLeft},
			PPr: &wml.CT_PPrGeneral{Ind: indents(listIndent*doc.Pt(i+1), 0, listIndent)},
			RPr: &wml.CT_RPr{Color: m.color(doc.Primary)}}
		if style != "" {
			l.PStyle = str(style)
		}
		return l
	}
	const levels = 9
	bullets := &wml.CT_AbstractNum{AbstractNumIdAttr: 0, MultiLevelType: &wml.CT_MultiLevelType{ValAttr: wml.ST_MultiLevelTypeMultilevel}}
	numbers := &wml.CT_AbstractNum{AbstractNumIdAttr: 1, MultiLevelType: &wml.CT_MultiLevelType{ValAttr: wml.ST_MultiLevelTypeMultilevel}}
	for i := range levels {
		mark := "•"
		if i > 0 {
			mark = "–"
		}
		var bulletOf, numberOf string
		if i < listLevels && m.sheet.byID["ListBullet"] != nil {
			suffix := strings.TrimPrefix(string(rune('1'+i)), "1")
			bulletOf, numberOf = "ListBullet"+suffix, listNumber+suffix
		}
		bullets.Lvl = append(bullets.Lvl, level(i, wml.ST_NumberFormatBullet, mark, bulletOf))
		numbers.Lvl = append(numbers.Lvl, level(i, wml.ST_NumberFormatDecimal, "%"+string(rune('1'+i))+".", numberOf))
	}
	var n wml.CT_Numbering
	n.AbstractNum = []*wml.CT_AbstractNum{bullets, numbers}
	n.Num = []*wml.CT_Num{{NumIdAttr: bulletList, AbstractNumId: dec(0)}, {NumIdAttr: numberedList, AbstractNumId: dec(1)}}
	for i, list := range lists {
		id := int64(firstFreeList + i)
		own := &wml.CT_AbstractNum{AbstractNumIdAttr: id, MultiLevelType: &wml.CT_MultiLevelType{ValAttr: wml.ST_MultiLevelTypeMultilevel}}
		for l := range listLevels {
			at := level(l, wml.ST_NumberFormatDecimal, "%"+string(rune('1'+l))+".", "")
			at.Start = dec(list.first) // in whatever level the list stands
			at.PPr.Ind = indents(list.start+listIndent*doc.Pt(l+1), list.end, listIndent)
			own.Lvl = append(own.Lvl, at)
		}
		n.AbstractNum = append(n.AbstractNum, own)
		n.Num = append(n.Num, &wml.CT_Num{NumIdAttr: id, AbstractNumId: dec(int(id))})
	}
	return marshal(&wml.Numbering{CT_Numbering: n})
}

// fontTable writes the font table. embed stores a font program and gives its
// relationship and key.
func (m *markup) fontTable(list []embedded, embed func(data []byte) (id, key string)) ([]byte, error) {
	var t wml.CT_FontsList
	for _, e := range list {
		f := &wml.CT_Font{NameAttr: e.name, Charset: &wml.CT_Charset{ValAttr: ptr("00")},
			Family: &wml.CT_FontFamily{ValAttr: wml.ST_FontFamilyAuto}, Pitch: &wml.CT_Pitch{ValAttr: wml.ST_PitchVariable}}
		if e.panose != "" {
			f.Panose1 = &wml.CT_Panose{ValAttr: e.panose}
		}
		switch {
		case e.name == monospaced:
			f.Family.ValAttr, f.Pitch.ValAttr = wml.ST_FontFamilyModern, wml.ST_PitchFixed
		case e.known && e.serif:
			f.Family.ValAttr, f.AltName = wml.ST_FontFamilyRoman, str("Cambria")
		case e.known:
			f.Family.ValAttr, f.AltName = wml.ST_FontFamilySwiss, str("Calibri")
		}
		refer := func(data []byte) *wml.CT_FontRel {
			if data == nil {
				return nil
			}
			id, key := embed(data)
			return &wml.CT_FontRel{IdAttr: id, FontKeyAttr: key, SubsettedAttr: *stOnOff(false)}
		}
		f.EmbedRegular, f.EmbedBold, f.EmbedItalic, f.EmbedBoldItalic = refer(e.regular), refer(e.bold), refer(e.italic), refer(e.boldItalic)
		t.Font = append(t.Font, f)
	}
	return marshal(&wml.Fonts{CT_FontsList: t})
}
