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

// shape writes a rectangle: a picture of one pixel. Shapes of Word's own are younger
// than the format (ISO/IEC 29500), and grounds of pictures LibreOffice passes over.
func (w *writer) shape(s *shape) {
	w.put("<w:drawing>")
	w.anchored(s.anchor, s.width, s.height)
	name := `Ground ` + strconv.Itoa(int(s.id))
	w.put("<wp:docPr")
	w.number("id", int64(s.id))
	w.put(` name="`, name, `" descr="">`, decorativeExtension, `</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="`, pictureNamespace,
		`"><pic:pic><pic:nvPicPr><pic:cNvPr`)
	w.number("id", int64(s.id))
	w.put(` name="`, name, `"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="`, s.raster,
		`"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>`)
	w.size("a:ext", s.width, s.height)
	w.put(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing>`)
}
