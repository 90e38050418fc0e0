package docx

import (
	"fmt"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// themePart writes the theme (ISO/IEC 29500-1, 20.1.6): the palette under the
// names that themeColor uses, and the two families, with what each has for other
// scripts. What the palette has no
// colour for repeats one.
func themePart(t doc.Theme, complexScript, eastAsian func(family string) string) []byte {
	var b strings.Builder
	name := opc.Escape(t.Name)
	if name == "" {
		name = "Brand"
	}
	fmt.Fprintf(&b, opc.Header+`<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="%s"><a:themeElements><a:clrScheme name="%[1]s">`, name)
	for _, c := range []struct {
		slot  string
		color doc.ColorName
	}{
		{"dk1", doc.Ink}, {"lt1", doc.Paper}, {"dk2", doc.Soft}, {"lt2", doc.Tint},
		{"accent1", doc.Primary}, {"accent2", doc.Accent}, {"accent3", doc.Hairline},
		{"accent4", doc.Secondary}, {"accent5", doc.Headings}, {"accent6", doc.Tint},
		{"hlink", doc.Link}, {"folHlink", doc.Link},
	} {
		fmt.Fprintf(&b, `<a:%s><a:srgbClr val="%s"/></a:%[1]s>`, c.slot, t.Color(c.color).Hex())
	}
	fmt.Fprintf(&b, `</a:clrScheme><a:fontScheme name="%s">`, name)
	for _, f := range []struct {
		slot   string
		family doc.Family
	}{{"majorFont", doc.HeadingsFamily}, {"minorFont", doc.BaseFamily}} {
		family := t.FamilyName(f.family)
		fmt.Fprintf(&b, `<a:%s><a:latin typeface="%s"/><a:ea typeface="%s"/><a:cs typeface="%s"/></a:%[1]s>`,
			f.slot, opc.Escape(family), opc.Escape(eastAsian(family)), opc.Escape(complexScript(family)))
	}
	const (
		fill   = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
		line   = `<a:ln w="6350">` + fill + `<a:prstDash val="solid"/></a:ln>`
		effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	)
	// A theme has to name three of each, from subtle to intense; a press kit
	// knows one.
	fmt.Fprintf(&b, `</a:fontScheme><a:fmtScheme name="%s"><a:fillStyleLst>`+fill+fill+fill+`</a:fillStyleLst><a:lnStyleLst>`+line+line+line+
		`</a:lnStyleLst><a:effectStyleLst>`+effect+effect+effect+`</a:effectStyleLst><a:bgFillStyleLst>`+fill+fill+fill+
		`</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`, name)
	return []byte(b.String())
}
