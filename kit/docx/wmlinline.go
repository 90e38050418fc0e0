package docx

import (
	"encoding/xml"
	"math"
	"strings"

	"github.com/unidoc/unioffice"
	"github.com/unidoc/unioffice/schema/soo/dml"
	"github.com/unidoc/unioffice/schema/soo/dml/picture"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
)

func (m *markup) inline(i inline) *wml.EG_PContent {
	if l, ok := i.(*link); ok {
		h := &wml.CT_Hyperlink{HistoryAttr: stOnOff(true)}
		if l.relationship != "" {
			h.IdAttr = &l.relationship
		} else {
			h.AnchorAttr = &l.anchor
		}
		for _, c := range l.content {
			h.EG_ContentRunContent = append(h.EG_ContentRunContent, m.runs(c)...)
		}
		return &wml.EG_PContent{Hyperlink: h}
	}
	if b, ok := i.(*bookmark); ok {
		out := &wml.EG_PContent{}
		mark := func(e *wml.EG_RangeMarkupElements) {
			out.EG_ContentRunContent = append(out.EG_ContentRunContent, &wml.EG_ContentRunContent{
				EG_RunLevelElts: []*wml.EG_RunLevelElts{{EG_RangeMarkupElements: []*wml.EG_RangeMarkupElements{e}}}})
		}
		mark(&wml.EG_RangeMarkupElements{BookmarkStart: &wml.CT_Bookmark{IdAttr: b.id, NameAttr: b.name}})
		for _, c := range b.content {
			out.EG_ContentRunContent = append(out.EG_ContentRunContent, m.runs(c)...)
		}
		mark(&wml.EG_RangeMarkupElements{BookmarkEnd: &wml.CT_MarkupRange{IdAttr: b.id}})
		return out
	}
	return &wml.EG_PContent{EG_ContentRunContent: m.runs(i)}
}

func (m *markup) runs(i inline) []*wml.EG_ContentRunContent {
	wrap := func(rs ...*wml.CT_R) (out []*wml.EG_ContentRunContent) {
		for _, r := range rs {
			out = append(out, &wml.EG_ContentRunContent{R: r})
		}
		return out
	}
	switch i := i.(type) {
	case *run:
		return wrap(&wml.CT_R{RPr: m.format(i), EG_RunInnerContent: characters(i)})
	case *drawing:
		r := &wml.CT_R{EG_RunInnerContent: []*wml.EG_RunInnerContent{{Drawing: &wml.CT_Drawing{Inline: []*wml.WdInline{m.drawing(i)}}}}}
		r.RPr = &wml.CT_RPr{NoProof: on()}
		if i.raise != 0 {
			r.RPr.Position = position(i.raise)
		}
		return wrap(r)
	case *field:
		format := m.format(&i.format)
		char := func(t wml.ST_FldCharType) *wml.CT_R {
			return &wml.CT_R{RPr: format, EG_RunInnerContent: []*wml.EG_RunInnerContent{{FldChar: &wml.CT_FldChar{FldCharTypeAttr: t}}}}
		}
		out := wrap(char(wml.ST_FldCharTypeBegin),
			&wml.CT_R{RPr: format, EG_RunInnerContent: []*wml.EG_RunInnerContent{{InstrText: preserved(" " + i.instruction + " ")}}},
			char(wml.ST_FldCharTypeSeparate))
		if i.cached != "" {
			out = append(out, wrap(&wml.CT_R{RPr: format, EG_RunInnerContent: []*wml.EG_RunInnerContent{{T: preserved(i.cached)}}})...)
		}
		return append(out, wrap(char(wml.ST_FldCharTypeEnd))...)
	default:
		panic("docx: links and bookmarks are not nested")
	}
}

func position(raise doc.Pt) *wml.CT_SignedHpsMeasure {
	return &wml.CT_SignedHpsMeasure{ValAttr: wml.ST_SignedHpsMeasure{Int64: ptr(halves(raise))}}
}

func preserved(s string) *wml.CT_Text {
	return &wml.CT_Text{Content: s, SpaceAttr: ptr("preserve")}
}

// characters splits text at tabs and line breaks, which have elements of their
// own.
func characters(r *run) (out []*wml.EG_RunInnerContent) {
	if r.pageBreak {
		return []*wml.EG_RunInnerContent{{Br: &wml.CT_Br{TypeAttr: wml.ST_BrTypePage}}}
	}
	rest := r.text
	for rest != "" {
		switch rest[0] {
		case '\n':
			out, rest = append(out, &wml.EG_RunInnerContent{Br: &wml.CT_Br{}}), rest[1:]
		case '\t':
			out, rest = append(out, &wml.EG_RunInnerContent{Tab: &wml.CT_Empty{}}), rest[1:]
		default:
			n := strings.IndexAny(rest, "\n\t")
			if n < 0 {
				n = len(rest)
			}
			out, rest = append(out, &wml.EG_RunInnerContent{T: preserved(rest[:n])}), rest[n:]
		}
	}
	return out
}

// format is nil for a run that its paragraph's style says all about.
func (m *markup) format(r *run) *wml.CT_RPr {
	if *r == (run{text: r.text, pageBreak: r.pageBreak}) {
		return nil
	}
	pr := &wml.CT_RPr{}
	if r.style != "" {
		pr.RStyle = str(r.style)
	}
	if r.mono {
		pr.RFonts = literalFont(monospaced)
	}
	if r.bold != nil {
		pr.B, pr.BCs = onOff(*r.bold), onOff(*r.bold)
	}
	if r.italic != nil {
		pr.I, pr.ICs = onOff(*r.italic), onOff(*r.italic)
	}
	if r.color != "" {
		pr.Color = m.color(r.color)
	}
	if r.tracking != 0 {
		pr.Spacing = &wml.CT_SignedTwipsMeasure{ValAttr: *signed(r.tracking)}
	}
	if r.raise != 0 {
		pr.Position = position(r.raise)
	}
	if r.rtl {
		pr.Rtl = on()
	}
	if r.lang != "" {
		pr.Lang = &wml.CT_Language{ValAttr: &r.lang}
		if r.rtl {
			pr.Lang = &wml.CT_Language{BidiAttr: &r.lang}
		}
	}
	return pr
}

func literalFont(name string) *wml.CT_Fonts {
	return &wml.CT_Fonts{AsciiAttr: &name, HAnsiAttr: &name, CsAttr: &name}
}

// rawElement stands in a slot for elements of other namespaces.
type rawElement struct {
	name  string
	attrs [][2]string
}

// MarshalXML writes the element; the name it is given does not count.
func (r rawElement) MarshalXML(e *xml.Encoder, _ xml.StartElement) error {
	start := xml.StartElement{Name: xml.Name{Local: r.name}}
	for _, a := range r.attrs {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: a[0]}, Value: a[1]})
	}
	if err := e.EncodeToken(start); err != nil {
		return err
	}
	return e.EncodeToken(start.End())
}

// UnmarshalXML is there for the interface; nothing is read.
func (r rawElement) UnmarshalXML(d *xml.Decoder, _ xml.StartElement) error { return d.Skip() }

// Extensions of DrawingML and their identifiers.
const (
	svgExtension        = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
	svgNamespace        = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
	decorativeExtension = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
	decorativeNamespace = "http://schemas.microsoft.com/office/drawing/2017/decorative"
	pictureNamespace    = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

func extension(uri string, e rawElement) *dml.CT_OfficeArtExtensionList {
	return &dml.CT_OfficeArtExtensionList{Ext: []*dml.CT_OfficeArtExtension{{UriAttr: uri, Any: []unioffice.Any{e}}}}
}

// emu converts to English Metric Units, of which 12,700 make a point.
func emu(p doc.Pt) int64 { return int64(math.Round(p * 12700)) }

func (m *markup) drawing(d *drawing) *wml.WdInline {
	blip := &dml.CT_Blip{EmbedAttr: &d.raster}
	if d.svg != "" {
		blip.ExtLst = extension(svgExtension, rawElement{"asvg:svgBlip", [][2]string{{"xmlns:asvg", svgNamespace}, {"r:embed", d.svg}}})
	}
	fill := &dml.CT_BlipFillProperties{Blip: blip, Stretch: &dml.CT_StretchInfoProperties{FillRect: &dml.CT_RelativeRect{}}}
	if d.crop != ([4]float64{}) {
		cut := func(f float64) *dml.ST_Percentage { // thousandths of a percent
			return &dml.ST_Percentage{ST_PercentageDecimal: ptr(int32(math.Round(f * 100_000)))}
		}
		fill.SrcRect = &dml.CT_RelativeRect{LAttr: cut(d.crop[0]), TAttr: cut(d.crop[1]), RAttr: cut(d.crop[2]), BAttr: cut(d.crop[3])}
	}
	size := &dml.CT_PositiveSize2D{CxAttr: emu(d.width), CyAttr: emu(d.height)}
	zero := dml.ST_Coordinate{ST_CoordinateUnqualified: ptr(int64(0))}
	shape := &dml.CT_ShapeProperties{
		Xfrm:     &dml.CT_Transform2D{Off: &dml.CT_Point2D{XAttr: zero, YAttr: zero}, Ext: size},
		PrstGeom: &dml.CT_PresetGeometry2D{PrstAttr: dml.ST_ShapeTypeRect, AvLst: &dml.CT_GeomGuideList{}},
	}
	if d.ellipse {
		shape.PrstGeom.PrstAttr = dml.ST_ShapeTypeEllipse
	}
	if d.line != "" {
		shape.Ln = &dml.CT_LineProperties{WAttr: ptr(int32(emu(d.lineWidth))), SolidFill: &dml.CT_SolidColorFillProperties{
			SrgbClr: &dml.CT_SRgbColor{ValAttr: m.theme.Color(d.line).Hex()}}}
	}
	// alt text stands at wp:docPr; repeating it at pic:cNvPr makes some readers
	// say it twice.
	inner := &dml.CT_NonVisualDrawingProps{IdAttr: d.id, NameAttr: d.name}
	pic := &picture.Pic{CT_Picture: picture.CT_Picture{
		NvPicPr:  &picture.CT_PictureNonVisual{CNvPr: inner, CNvPicPr: &dml.CT_NonVisualPictureProperties{}},
		BlipFill: fill, SpPr: shape,
	}}
	props := &dml.CT_NonVisualDrawingProps{IdAttr: d.id, NameAttr: d.name, DescrAttr: &d.alt}
	if d.decorative {
		props.DescrAttr = ptr("")
		props.ExtLst = extension(decorativeExtension, rawElement{"adec:decorative", [][2]string{{"xmlns:adec", decorativeNamespace}, {"val", "1"}}})
	}
	distance := ptr(uint32(0))
	out := &wml.WdInline{WdCT_Inline: wml.WdCT_Inline{
		DistTAttr: distance, DistBAttr: distance, DistLAttr: distance, DistRAttr: distance,
		Extent: size, DocPr: props, CNvGraphicFramePr: &dml.CT_NonVisualGraphicFrameProperties{},
		Graphic: &dml.Graphic{CT_GraphicalObject: dml.CT_GraphicalObject{
			GraphicData: &dml.CT_GraphicalObjectData{UriAttr: pictureNamespace, Any: []unioffice.Any{pic}}}},
	}}
	return out
}
