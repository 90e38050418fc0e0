package docx

import (
	"cmp"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// document writes the main part.
func (m *markup) document(body flow, last *section) ([]byte, error) {
	return m.part("w:document", ` w:conformance="transitional"`, func(w *writer) {
		if m.theme.PaintsPaper() { // ISO/IEC 29500-1, 17.2.1; shown because of displayBackgroundShape
			w.put(`<w:background w:color="`, m.theme.Color(doc.Paper).Hex(), `" w:themeColor="`, themeColor(doc.Paper).String(), `"/>`)
		}
		w.put("<w:body>")
		w.blocks(body)
		w.section(last)
		w.put("</w:body>")
	})
}

func (m *markup) header(f flow) ([]byte, error) {
	return m.part("w:hdr", "", func(w *writer) { w.blocks(f) })
}

func (m *markup) footer(f flow) ([]byte, error) {
	return m.part("w:ftr", "", func(w *writer) { w.blocks(f) })
}

// fontEntry is what an entry of the font table is made of.
type fontEntry struct {
	name, altName, charset, panose    string
	signature                         signature
	family                            wml.ST_FontFamily
	pitch                             wml.ST_Pitch
	regular, bold, italic, boldItalic fontProgram
}

// fontProgram is a program in the package: its relationship and key; "" for none.
type fontProgram struct{ id, key string }

// fontTable writes the font table. embed stores the program of a face and gives
// its relationship and key.
func (m *markup) fontTable(list []embedded, embed func(*wordFace) fontProgram) ([]byte, error) {
	w := m.writer()
	w.put(opc.Header, fontsHead)
	for _, e := range list {
		f := fontEntry{name: e.name, altName: e.altName(), panose: e.panose, signature: e.signature, charset: cmp.Or(e.standIn.charset, latinStandIn.charset), family: wml.ST_FontFamilyAuto, pitch: wml.ST_PitchVariable}
		switch {
		case e.fixed || e.name == monospaced:
			f.family, f.pitch = wml.ST_FontFamilyModern, wml.ST_PitchFixed
		case e.known && e.serif:
			f.family = wml.ST_FontFamilyRoman
		case e.known:
			f.family = wml.ST_FontFamilySwiss
		}
		for _, slot := range [...]struct {
			face *wordFace
			to   *fontProgram
		}{{e.regular, &f.regular}, {e.bold, &f.bold}, {e.italic, &f.italic}, {e.boldItalic, &f.boldItalic}} {
			if slot.face != nil {
				*slot.to = embed(slot.face)
			}
		}
		w.element(schemaElement{"w:font", f}, func() any { return f.typed() })
	}
	w.put("</w:fonts>")
	return w.done()
}

// typed gives the schema type. A font with whole scripts is not called a subset,
// which would be one for looking at the text only.
func (f fontEntry) typed() *wml.CT_Font {
	out := &wml.CT_Font{NameAttr: f.name, Charset: &wml.CT_Charset{ValAttr: ptr(f.charset)},
		Family: &wml.CT_FontFamily{ValAttr: f.family}, Pitch: &wml.CT_Pitch{ValAttr: f.pitch}}
	if f.panose != "" {
		out.Panose1 = &wml.CT_Panose{ValAttr: f.panose}
	}
	if f.altName != "" {
		out.AltName = str(f.altName)
	}
	if s := f.signature; s != (signature{}) {
		out.Sig = &wml.CT_FontSig{Usb0Attr: hex(s.blocks[0]), Usb1Attr: hex(s.blocks[1]), Usb2Attr: hex(s.blocks[2]), Usb3Attr: hex(s.blocks[3]),
			Csb0Attr: hex(s.pages[0]), Csb1Attr: hex(s.pages[1])}
	}
	refer := func(p fontProgram) *wml.CT_FontRel {
		if p.id == "" {
			return nil
		}
		return &wml.CT_FontRel{IdAttr: p.id, FontKeyAttr: p.key, SubsettedAttr: *stOnOff(false)}
	}
	out.EmbedRegular, out.EmbedBold, out.EmbedItalic, out.EmbedBoldItalic = refer(f.regular), refer(f.bold), refer(f.italic), refer(f.boldItalic)
	return out
}

// fontsHead opens the font table, with the name spaces that unioffice gives it.
const fontsHead = `<w:fonts xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:ma="http://schemas.openxmlformats.org/schemaLibrary/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:s="http://schemas.openxmlformats.org/officeDocument/2006/sharedTypes"` +
	` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:xml="http://www.w3.org/XML/1998/namespace">`
