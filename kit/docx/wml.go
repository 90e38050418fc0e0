package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// The wml files are the only ones that know unioffice's schema types. Literals
// are used rather than the New functions, some of which fill required
// enumerations with their first value; an enumeration that is left zero is
// written as an empty, invalid attribute.

// markup turns the model into schema types.
type markup struct {
	theme doc.Theme
	rtl   bool
	sheet *sheet
	page  doc.Page
}

// marshal encodes a root element as a part.
func marshal(v any, attrs ...xml.Attr) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(opc.Header)
	err := xml.NewEncoder(&b).EncodeElement(v, xml.StartElement{Name: xml.Name{Local: "root"}, Attr: attrs})
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return b.Bytes(), nil
}

// marshalElement encodes an element under a qualified name, without a header.
func marshalElement(name string, v any) ([]byte, error) {
	var b bytes.Buffer
	if err := xml.NewEncoder(&b).EncodeElement(v, xml.StartElement{Name: xml.Name{Local: name}}); err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return b.Bytes(), nil
}

// twentieths, halves and eighths are the units of WordprocessingML, of a point.
func twentieths(p doc.Pt) int64 { return int64(math.Round(p * 20)) }
func halves(p doc.Pt) int64     { return int64(math.Round(p * 2)) }
func eighths(p doc.Pt) int64    { return int64(math.Round(p * 8)) }

func on() *wml.CT_OnOff                    { return &wml.CT_OnOff{} }
func onOff(v bool) *wml.CT_OnOff           { return &wml.CT_OnOff{ValAttr: stOnOff(v)} }
func stOnOff(v bool) *sharedTypes.ST_OnOff { return &sharedTypes.ST_OnOff{Bool: &v} }
func str(s string) *wml.CT_String          { return &wml.CT_String{ValAttr: s} }
func dec(n int) *wml.CT_DecimalNumber      { return &wml.CT_DecimalNumber{ValAttr: int64(n)} }
func hps(p doc.Pt) *wml.CT_HpsMeasure      { return &wml.CT_HpsMeasure{ValAttr: stHps(p)} }
func stHps(p doc.Pt) wml.ST_HpsMeasure {
	return wml.ST_HpsMeasure{ST_UnsignedDecimalNumber: ptr(uint64(max(halves(p), 1)))}
}
func twips(p doc.Pt) *sharedTypes.ST_TwipsMeasure {
	return &sharedTypes.ST_TwipsMeasure{ST_UnsignedDecimalNumber: ptr(uint64(max(twentieths(p), 0)))}
}
func signed(p doc.Pt) *wml.ST_SignedTwipsMeasure {
	return &wml.ST_SignedTwipsMeasure{Int64: ptr(twentieths(p))}
}
func width(p doc.Pt) *wml.CT_TblWidth {
	return &wml.CT_TblWidth{TypeAttr: wml.ST_TblWidthDxa, WAttr: &wml.ST_MeasurementOrPercent{
		ST_DecimalNumberOrPercent: &wml.ST_DecimalNumberOrPercent{ST_UnqualifiedPercentage: ptr(twentieths(p))}}}
}

// themeColor maps the palette to the theme that theme.go writes.
func themeColor(n doc.ColorName) wml.ST_ThemeColor {
	switch n {
	case doc.Paper:
		return wml.ST_ThemeColorBackground1
	case doc.Ink:
		return wml.ST_ThemeColorText1
	case doc.Soft:
		return wml.ST_ThemeColorText2
	case doc.Tint:
		return wml.ST_ThemeColorBackground2
	case doc.Primary:
		return wml.ST_ThemeColorAccent1
	case doc.Accent:
		return wml.ST_ThemeColorAccent2
	case doc.Hairline:
		return wml.ST_ThemeColorAccent3
	default:
		panic("docx: unknown colour " + string(n))
	}
}

func (m *markup) hex(n doc.ColorName) *wml.ST_HexColor {
	return &wml.ST_HexColor{ST_HexColorRGB: ptr(m.theme.Color(n).Hex())}
}

func (m *markup) color(n doc.ColorName) *wml.CT_Color {
	return &wml.CT_Color{ValAttr: *m.hex(n), ThemeColorAttr: themeColor(n)}
}

func (m *markup) fill(n doc.ColorName) *wml.CT_Shd {
	if n == "" {
		return nil
	}
	return &wml.CT_Shd{ValAttr: wml.ST_ShdClear, ColorAttr: &wml.ST_HexColor{ST_HexColorAuto: wml.ST_HexColorAutoAuto},
		FillAttr: m.hex(n), ThemeFillAttr: themeColor(n)}
}

func (m *markup) border(r rule) *wml.CT_Border {
	if r.width == 0 {
		return nil
	}
	const maxSpace = 31 // points, of w:space
	return &wml.CT_Border{ValAttr: wml.ST_BorderSingle, ColorAttr: m.hex(r.color), ThemeColorAttr: themeColor(r.color),
		SzAttr: ptr(uint64(max(eighths(r.width), 2))), SpaceAttr: ptr(uint64(max(0, min(maxSpace, math.Round(r.space)))))}
}

// paragraphBorders turns logical sides into physical ones: Word does not mirror
// the borders of paragraphs.
// What base has and s has not is taken away.
func (m *markup) paragraphBorders(s, base sides[rule]) *wml.CT_PBdr {
	side := func(r, was rule) *wml.CT_Border {
		if r.width == 0 && was.width != 0 {
			return &wml.CT_Border{ValAttr: wml.ST_BorderNone}
		}
		return m.border(r)
	}
	b := &wml.CT_PBdr{Top: side(s.top, base.top), Left: side(s.start, base.start), Bottom: side(s.bottom, base.bottom), Right: side(s.end, base.end)}
	if m.rtl {
		b.Left, b.Right = b.Right, b.Left
	}
	return b
}

// jc names alignments as Word does: in a paragraph from right to left, "right"
// is the trailing side all the same.
func jc(a doc.Align) *wml.CT_Jc {
	switch a {
	case doc.AlignStart:
		return &wml.CT_Jc{ValAttr: wml.ST_JcLeft}
	case doc.AlignEnd:
		return &wml.CT_Jc{ValAttr: wml.ST_JcRight}
	case doc.AlignCenter:
		return &wml.CT_Jc{ValAttr: wml.ST_JcCenter}
	case doc.AlignJustify:
		return &wml.CT_Jc{ValAttr: wml.ST_JcBoth}
	default:
		panic("docx: unknown alignment")
	}
}

func exactly(line doc.Pt, s *wml.CT_Spacing) *wml.CT_Spacing {
	s.LineAttr, s.LineRuleAttr = signed(line), wml.ST_LineSpacingRuleExact
	return s
}
