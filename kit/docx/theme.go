package docx

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// themePart writes the theme (ISO/IEC 29500-1, 20.1.6): the palette under the
// names that themeColor uses, and the two families, with what each has for other
// scripts; major is the font of the headings. What the palette has no colour for repeats
// one.
func themePart(t doc.Theme, major string, latin, complexScript, eastAsian func(family string) string) []byte {
	b := make([]byte, 0, 2<<10)
	put := func(parts ...string) {
		for _, s := range parts {
			b = append(b, s...)
		}
	}
	name := opc.Escape(t.Name)
	if name == "" {
		name = "Brand"
	}
	put(opc.Header, `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="`, name, `"><a:themeElements><a:clrScheme name="`, name, `">`)
	for _, c := range []struct {
		slot  string
		color doc.ColorName
	}{
		{"dk1", doc.Ink}, {"lt1", doc.Paper}, {"dk2", doc.Soft}, {"lt2", doc.Tint},
		{"accent1", doc.Primary}, {"accent2", doc.Accent}, {"accent3", doc.Hairline},
		{"accent4", doc.Secondary}, {"accent5", doc.Headings}, {"accent6", doc.Tint},
		{"hlink", doc.Link}, {"folHlink", doc.Link},
	} {
		put("<a:", c.slot, `><a:srgbClr val="`, t.Color(c.color).Hex(), `"/></a:`, c.slot, ">")
	}
	put(`</a:clrScheme><a:fontScheme name="`, name, `">`)
	for _, f := range []struct{ slot, family, latin string }{
		{"majorFont", t.FamilyName(doc.HeadingsFamily), major},
		{"minorFont", t.FamilyName(doc.BaseFamily), t.FamilyName(doc.BaseFamily)},
	} {
		put("<a:", f.slot, `><a:latin typeface="`, opc.Escape(latin(f.latin)), `"/><a:ea typeface="`, opc.Escape(eastAsian(f.family)),
			`"/><a:cs typeface="`, opc.Escape(complexScript(f.family)), `"/></a:`, f.slot, ">")
	}
	const (
		fill   = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
		line   = `<a:ln w="6350">` + fill + `<a:prstDash val="solid"/></a:ln>`
		effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	)
	// A theme has to name three of each, from subtle to intense; a press kit
	// knows one.
	put(`</a:fontScheme><a:fmtScheme name="`, name, `"><a:fillStyleLst>`+fill+fill+fill+`</a:fillStyleLst><a:lnStyleLst>`+line+line+line+
		`</a:lnStyleLst><a:effectStyleLst>`+effect+effect+effect+`</a:effectStyleLst><a:bgFillStyleLst>`+fill+fill+fill+
		`</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`)
	return b
}

// settleMajor makes the cut of the headings the theme's font for them, if they have one
// together and Word knows it as a family of its own: who changes the fonts of the theme
// means the headings. What else is in their family names it then (see addLabels).
func (b *fontBook) settleMajor(d *doc.Document) {
	family, cut := b.major, ""
	for _, r := range [...]doc.Role{doc.RoleHeadline, doc.RoleSectionTitle, doc.RoleSubhead} {
		look := d.Style(r)
		w := b.find(look.Family, look.Weight, look.Italic)
		if look.Family != doc.HeadingsFamily || w == nil || cut != "" && w.name != cut {
			return
		}
		cut = w.name
	}
	if b.latin(family) == family { // else the theme has another in its place
		b.major = cut
	}
}
