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
		w.element("w:sectPr", m.section(last))
		w.put("</w:body>")
	})
}

func (m *markup) header(f flow) ([]byte, error) {
	return m.part("w:hdr", "", func(w *writer) { w.blocks(f) })
}

func (m *markup) footer(f flow) ([]byte, error) {
	return m.part("w:ftr", "", func(w *writer) { w.blocks(f) })
}

// fontTable writes the font table. embed stores the program of a face and gives
// its relationship and key. A font with whole scripts is not called a subset,
// which would be one for looking at the text only.
func (m *markup) fontTable(list []embedded, embed func(*wordFace) (id, key string)) ([]byte, error) {
	var t wml.CT_FontsList
	for _, e := range list {
		f := &wml.CT_Font{NameAttr: e.name, Charset: &wml.CT_Charset{ValAttr: ptr(cmp.Or(e.standIn.charset, latinStandIn.charset))},
			Family: &wml.CT_FontFamily{ValAttr: wml.ST_FontFamilyAuto}, Pitch: &wml.CT_Pitch{ValAttr: wml.ST_PitchVariable}}
		if e.panose != "" {
			f.Panose1 = &wml.CT_Panose{ValAttr: e.panose}
		}
		switch {
		case e.name == monospaced || e.name == m.theme.Code || e.name == m.theme.CodeBlock:
			f.Family.ValAttr, f.Pitch.ValAttr = wml.ST_FontFamilyModern, wml.ST_PitchFixed
		case e.known && e.serif:
			f.Family.ValAttr, f.AltName = wml.ST_FontFamilyRoman, str(e.standIn.serif)
		case e.known:
			f.Family.ValAttr, f.AltName = wml.ST_FontFamilySwiss, str(e.standIn.sans)
		case e.standIn.sans != "" && e.standIn != latinStandIn: // of a script whose forms these words do not tell apart
			f.AltName = str(e.standIn.serif)
		}
		refer := func(w *wordFace) *wml.CT_FontRel {
			if w == nil {
				return nil
			}
			id, key := embed(w)
			return &wml.CT_FontRel{IdAttr: id, FontKeyAttr: key, SubsettedAttr: *stOnOff(false)}
		}
		f.EmbedRegular, f.EmbedBold, f.EmbedItalic, f.EmbedBoldItalic = refer(e.regular), refer(e.bold), refer(e.italic), refer(e.boldItalic)
		t.Font = append(t.Font, f)
	}
	w := m.writer()
	w.put(opc.Header)
	w.element("root", &wml.Fonts{CT_FontsList: t}) // which names itself
	return w.done()
}
