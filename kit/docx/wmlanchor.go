package docx

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
)

// anchored opens a drawing that is anchored to the page or to a line (ISO/IEC
// 29500-1, 20.4.2.3), up to its size.
func (w *writer) anchored(a *anchor, width, height doc.Pt) {
	w.put(`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"`)
	w.number("relativeHeight", a.layer)
	w.put(` behindDoc="`, strconv.FormatBool(a.behind), `" locked="false" layoutInCell="`, strconv.FormatBool(a.line), `" allowOverlap="true"><wp:simplePos x="0" y="0"/>`)
	horizontal, vertical := "page", "page"
	if a.line {
		horizontal, vertical = "column", "line"
	}
	if a.align != "" {
		from := "margin"
		if a.sheet {
			from = "page"
		}
		w.put(`<wp:positionH relativeFrom="`, from, `"><wp:align>`, a.align, `</wp:align></wp:positionH>`)
	} else {
		w.offset("wp:positionH", horizontal, a.x)
	}
	w.offset("wp:positionV", vertical, a.y)
	w.size("wp:extent", width, height)
	w.put(`<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`)
}

func (w *writer) offset(name, from string, p doc.Pt) {
	w.put("<", name, ` relativeFrom="`, from, `"><wp:posOffset>`, strconv.FormatInt(emu(p), 10), "</wp:posOffset></", name, ">")
}

const (
	compatibilityNamespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	shapeNamespace         = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
)

// shape writes a rectangle as DrawingML (ISO/IEC 29500-1, 20.4; [MS-DOCX], 2.6.1.8),
// and for readers that do not know its shapes as VML (ISO/IEC 29500-4, 19.1), in a
// choice between the two (ISO/IEC 29500-3, 9.3).
func (w *writer) shape(s *shape) {
	w.put(`<mc:AlternateContent xmlns:mc="`, compatibilityNamespace, `"><mc:Choice xmlns:wps="`, shapeNamespace, `" Requires="wps"><w:drawing>`)
	w.anchored(s.anchor, s.width, s.height)
	w.put("<wp:docPr")
	w.number("id", int64(s.id))
	w.put(` name="Ground `, strconv.Itoa(int(s.id)), `" descr="">`, decorativeExtension, `</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="`, shapeNamespace,
		`"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>`)
	w.size("a:ext", s.width, s.height)
	w.put(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
	w.solid(s.fill)
	w.put(`<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>`)
	w.put(`<mc:Fallback><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" id="Ground`)
	w.digits(int64(s.id))
	w.put(`" alt="" style="position:absolute;margin-left:`)
	w.points(s.anchor.x)
	w.put(";margin-top:")
	w.points(s.anchor.y)
	w.put(";width:")
	w.points(s.width)
	w.put(";height:")
	w.points(s.height)
	w.put(";z-index:")
	w.digits(s.anchor.layer - behindText)
	w.put(`;mso-position-horizontal-relative:page;mso-position-vertical-relative:page" fillcolor="#`, w.m.theme.Color(s.fill).Hex(), `" stroked="f"/>`)
	w.put(`</w:pict></mc:Fallback></mc:AlternateContent>`)
}

// behindText lets a shape of VML stand behind the text, which is at 0.
const behindText = 1 << 20

// floatAt sets a table at its spot.
func (w *writer) floatAt(f *float) {
	w.put(`<w:tblpPr w:vertAnchor="`, f.at.from, `" w:horzAnchor="page"`)
	w.twips("w:tblpX", f.at.x)
	w.twips("w:tblpY", f.at.y)
	w.put(`/><w:tblOverlap w:val="never"/>`)
}
