package docx

import "github.com/presskit-go/presskit/kit/doc"

// shape is a rectangle on the sheet, behind the text, without words.
type shape struct {
	id               uint32
	x, width, height doc.Pt // from the left and upper edges of the sheet
	color            doc.ColorName
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
	w.put(`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1">`)
	w.put(`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>`)
	w.digits(emu(s.x))
	w.put(`</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>`)
	w.extent("wp:extent", s)
	w.put(`<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr`)
	w.number("id", int64(s.id))
	w.put(` name="Sidebar" descr="">`, decorativeExtension, `</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="`, shapeNamespace, `">`)
	w.put(`<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>`)
	w.extent("a:ext", s)
	w.put(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="`, schemeColor(s.color), `"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`)
	w.put(`</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>`)
	w.put(`<v:rect xmlns:v="urn:schemas-microsoft-com:vml" id="Sidebar`)
	w.digits(int64(s.id))
	w.put(`" alt="" style="position:absolute;margin-left:`)
	w.points(s.x)
	w.put(`;margin-top:0;width:`)
	w.points(s.width)
	w.put(`;height:`)
	w.points(s.height)
	w.put(`;z-index:-1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page" fillcolor="#`, w.m.theme.Color(s.color).Hex(), `" stroked="f"/>`)
	w.put(`</w:pict></mc:Fallback></mc:AlternateContent>`)
}

func (w *writer) extent(name string, s *shape) {
	w.put("<", name)
	w.number("cx", emu(s.width))
	w.number("cy", emu(s.height))
	w.put("/>")
}

// floatAt sets a table at its spot.
func (w *writer) floatAt(f *float) {
	anchor := "page"
	if f.at.onText {
		anchor = "text"
	}
	w.put(`<w:tblpPr w:vertAnchor="`, anchor, `" w:horzAnchor="page"`)
	w.twips("w:tblpX", f.at.x)
	w.twips("w:tblpY", f.at.y)
	w.put(`/><w:tblOverlap w:val="never"/>`)
}
