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
)

// The wml files are the only ones that know unioffice's schema types and, beside theme.go,
// tint.go, workbook.go and property.go, markup. Literals are used rather than the
// New functions, some of which fill required enumerations with their first value; an
// enumeration that is left zero is written as an empty, invalid attribute.

// markup writes the model as markup.
type markup struct {
	theme doc.Theme
	rtl   bool
	sheet *sheet
	page  doc.Page
	// headerAt is the distance of the headers from the edge of the sheet.
	headerAt doc.Pt

	cache *Cache
	room  []byte // that parts are written into
}

// schemaElement is an element of a schema type, by its name and what it is made of, a
// comparable value.
type schemaElement struct {
	name string
	of   any
}

// marshal encodes an element of a schema type, once for what it is made of: kits
// that are alike have the same sections, frames and fonts.
func (m *markup) marshal(e schemaElement, typed func() any) (string, error) {
	return lookup(m.cache, &m.cache.elements, e, func(s string) int { return len(s) }, func() (string, error) {
		var b bytes.Buffer
		if err := xml.NewEncoder(&b).EncodeElement(typed(), xml.StartElement{Name: xml.Name{Local: e.name}}); err != nil {
			return "", fmt.Errorf("docx: %w", err)
		}
		return b.String(), nil
	})
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
	}
	return wml.ST_ThemeColorUnset // of code, links' grounds or the brand's own palette, for which a theme has no place
}

// solid fills a drawing with a colour.
func (w *writer) solid(n doc.ColorName) {
	if themeColor(n) == wml.ST_ThemeColorUnset {
		w.put(`<a:solidFill><a:srgbClr val="`, w.m.theme.Color(n).Hex(), `"/></a:solidFill>`)
		return
	}
	w.put(`<a:solidFill><a:schemeClr val="`, schemeColor(n), `"/></a:solidFill>`)
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
