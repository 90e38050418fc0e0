package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// The wml files are the only ones that know markup, and unioffice's schema types. Literals
// are used rather than the New functions, some of which fill required
// enumerations with their first value; an enumeration that is left zero is
// written as an empty, invalid attribute.

// markup turns the model into schema types.
type markup struct {
	theme doc.Theme
	rtl   bool
	sheet *sheet
	page  doc.Page
	// headerAt is the distance of the headers from the edge of the sheet.
	headerAt doc.Pt
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
func stOnOff(v bool) *sharedTypes.ST_OnOff { return &sharedTypes.ST_OnOff{Bool: &v} }
func str(s string) *wml.CT_String          { return &wml.CT_String{ValAttr: s} }
func twips(p doc.Pt) *sharedTypes.ST_TwipsMeasure {
	return &sharedTypes.ST_TwipsMeasure{ST_UnsignedDecimalNumber: ptr(uint64(max(twentieths(p), 0)))}
}
func signed(p doc.Pt) *wml.ST_SignedTwipsMeasure {
	return &wml.ST_SignedTwipsMeasure{Int64: ptr(twentieths(p))}
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
	case doc.Secondary:
		return wml.ST_ThemeColorAccent4
	case doc.Headings:
		return wml.ST_ThemeColorAccent5
	case doc.Link:
		return wml.ST_ThemeColorHyperlink
	default:
		panic("docx: unknown colour " + string(n))
	}
}

// schemeColor is themeColor for drawings, which have shorter words.
func schemeColor(n doc.ColorName) string {
	name := themeColor(n).String()
	for _, word := range [...]struct{ long, short string }{{"text", "tx"}, {"background", "bg"}, {"hyperlink", "hlink"}} {
		if number, ok := strings.CutPrefix(name, word.long); ok {
			return word.short + number
		}
	}
	return name
}
