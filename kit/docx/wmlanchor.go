package docx

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
)

// anchored opens a drawing that is anchored to the page (ISO/IEC 29500-1,
// 20.4.2.3), up to its size.
func (w *writer) anchored(a *anchor, width, height doc.Pt) {
	w.put(`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"`)
	w.number("relativeHeight", a.layer)
	w.put(` behindDoc="`, strconv.FormatBool(a.behind), `" locked="false" layoutInCell="false" allowOverlap="true"><wp:simplePos x="0" y="0"/>`)
	w.offset("wp:positionH", a.x)
	w.offset("wp:positionV", a.y)
	w.size("wp:extent", width, height)
	w.put(`<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`)
}

func (w *writer) offset(name string, p doc.Pt) {
	w.put("<", name, ` relativeFrom="page"><wp:posOffset>`, strconv.FormatInt(emu(p), 10), "</wp:posOffset></", name, ">")
}

const shapeNamespace = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

// shape writes a rectangle. Its kind is younger than the format, so it stands in a
// choice; who does not know it shows nothing.
func (w *writer) shape(s *shape) {
	w.put(`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="`, shapeNamespace, `" Requires="wps"><w:drawing>`)
	w.anchored(s.anchor, s.width, s.height)
	w.put("<wp:docPr")
	w.number("id", int64(s.id))
	w.put(` name="Ground `, strconv.Itoa(int(s.id)), `" descr="">`, decorativeExtension, `</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="`, shapeNamespace,
		`"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>`)
	w.size("a:ext", s.width, s.height)
	w.put(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="`, schemeColor(s.fill),
		`"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>`)
}
