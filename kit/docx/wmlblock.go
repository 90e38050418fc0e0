package docx

import (
	"cmp"
	"math"
	"strconv"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
)

// blocks writes a flow.
func (w *writer) blocks(f flow) {
	for _, e := range f {
		switch e := e.(type) {
		case *paragraph:
			w.paragraph(e)
		case *table:
			w.table(e)
		default:
			panic("docx: unknown element")
		}
	}
}

func (w *writer) paragraph(p *paragraph) {
	w.put("<w:p><w:pPr>")
	w.value("w:pStyle", p.style)
	if p.frame != nil {
		w.frame(p.frame) // LibreOffice passes over the frame of the style
	}
	if s := w.m.sheet.style(p.style); p.list != 0 && (p.list != s.list || p.level != s.level) {
		w.put("<w:numPr><w:ilvl")
		w.number("w:val", int64(p.level))
		w.put("/><w:numId")
		w.number("w:val", int64(p.list))
		w.put("/></w:numPr>")
	}
	if p.section != nil {
		w.section(p.section)
	}
	w.put("</w:pPr>")
	w.runs(p.content)
	w.put("</w:p>")
}

// frame puts a paragraph beside the next one or over its columns, level with its top.
func (m *markup) frame(f *frame) *wml.CT_FramePr {
	if f.page != nil {
		return &wml.CT_FramePr{WAttr: twips(f.width), WrapAttr: wml.ST_WrapAround,
			HAnchorAttr: wml.ST_HAnchorPage, VAnchorAttr: wml.ST_VAnchorPage, XAttr: signed(f.page.x), YAttr: signed(f.page.y)}
	}
	align := sharedTypes.ST_XAlignLeft
	if f.end != m.rtl {
		align = sharedTypes.ST_XAlignRight
	}
	out := &wml.CT_FramePr{WAttr: twips(f.width), HSpaceAttr: twips(f.gap), WrapAttr: wml.ST_WrapAround,
		HAnchorAttr: wml.ST_HAnchorMargin, VAnchorAttr: wml.ST_VAnchorText, XAlignAttr: align, YAttr: signed(max(f.drop, 0.05))}
	if f.over > 0 {
		out.HAttr, out.HRuleAttr = twips(f.over), wml.ST_HeightRuleAtLeast
	}
	if f.exact && !m.rtl { // programs do not agree on distances from right to left
		out.XAlignAttr, out.XAttr = sharedTypes.ST_XAlignUnset, signed(0.05)
	}
	return out
}

func (w *writer) frame(f *frame) {
	type made struct {
		frame       frame
		onPage, rtl bool
		page        anchor
	}
	of := made{frame: *f, onPage: f.page != nil, rtl: w.m.rtl}
	if of.onPage {
		of.frame.page, of.page = nil, *f.page
	}
	w.element(schemaElement{"w:framePr", of}, func() any { return w.m.frame(f) })
}

func (w *writer) section(s *section) {
	type made struct {
		section  section
		page     doc.Page
		headerAt doc.Pt
		rtl      bool
	}
	w.element(schemaElement{"w:sectPr", made{*s, w.m.page, w.m.headerAt, w.m.rtl}}, func() any { return w.m.section(s) })
}

func (m *markup) section(s *section) *wml.CT_SectPr {
	pg := m.page
	out := &wml.CT_SectPr{
		Type: &wml.CT_SectType{ValAttr: wml.ST_SectionMarkContinuous},
		PgSz: &wml.CT_PageSz{WAttr: twips(pg.Width), HAttr: twips(pg.Height)},
		PgMar: &wml.CT_PageMar{TopAttr: *signed(s.textDistance), BottomAttr: *signed(pg.Bottom), LeftAttr: *twips(pg.Start), RightAttr: *twips(pg.End),
			HeaderAttr: *twips(m.headerAt), FooterAttr: *twips(pg.FooterFromEdge), GutterAttr: *twips(0)},
		Cols: &wml.CT_Columns{SpaceAttr: twips(pg.Gutter)},
	}
	if s.bottom > 0 {
		out.PgMar.BottomAttr = *signed(s.bottom)
	}
	if s.columns > 1 {
		out.Cols.NumAttr = ptr(int64(s.columns))
		out.PgMar.LeftAttr, out.PgMar.RightAttr = *twips(pg.Start + s.start), *twips(pg.End + s.end)
	}
	if m.rtl {
		out.PgMar.LeftAttr, out.PgMar.RightAttr = out.PgMar.RightAttr, out.PgMar.LeftAttr
		out.Bidi = on()
	}
	if s.newPage {
		out.Type.ValAttr = wml.ST_SectionMarkNextPage
	}
	if s.titlePage {
		out.TitlePg = on()
	}
	refer := func(id string, kind wml.ST_HdrFtr, footer bool) {
		if id == "" {
			return
		}
		ref := &wml.CT_HdrFtrRef{TypeAttr: kind, IdAttr: id}
		if footer {
			out.EG_HdrFtrReferences = append(out.EG_HdrFtrReferences, &wml.EG_HdrFtrReferences{FooterReference: ref})
		} else {
			out.EG_HdrFtrReferences = append(out.EG_HdrFtrReferences, &wml.EG_HdrFtrReferences{HeaderReference: ref})
		}
	}
	refer(s.header, wml.ST_HdrFtrDefault, false)
	refer(s.firstHeader, wml.ST_HdrFtrFirst, false)
	refer(s.footer, wml.ST_HdrFtrDefault, true)
	refer(s.firstFooter, wml.ST_HdrFtrFirst, true)
	return out
}

func (w *writer) table(t *table) {
	if t.gallery != "" {
		w.put("<w:sdt><w:sdtPr><w:docPartObj>")
		w.value("w:docPartGallery", t.gallery)
		w.put("<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>")
		defer w.put("</w:sdtContent></w:sdt>")
	}
	w.put("<w:tbl><w:tblPr>")
	w.value("w:tblStyle", t.style)
	if t.float != nil {
		w.float(t.float)
	}
	// One column has no order, and LibreOffice sets such a table on the wrong side.
	if w.m.rtl && (t.float == nil || t.float.at == nil || len(t.grid) > 1) {
		w.put("<w:bidiVisual/>")
	}
	total := t.lead + t.width() + t.trail
	w.width("w:tblW", total)
	switch {
	case t.float != nil || twentieths(t.start) == twentieths(w.m.sheet.style(t.style).start):
	case w.m.rtl && math.Abs(t.start+total-w.m.page.TextWidth()) < nearEdge:
		// LibreOffice takes the indent of such a table from the left. This one ends
		// where the text does: "right" is the trailing side of a table from right
		// to left (ISO/IEC 29500-1, 17.4.28).
		w.value("w:jc", "right")
	default:
		w.width("w:tblInd", t.start)
	}
	w.put(`<w:tblLayout w:type="fixed"/>`)
	w.tableLookFlags(t)
	for _, d := range [][2]string{{"w:tblCaption", t.caption}, {"w:tblDescription", t.description}} {
		if d[1] != "" {
			w.put("<", d[0])
			w.attribute("w:val", d[1])
			w.put("/>")
		}
	}
	w.put("</w:tblPr><w:tblGrid>")
	if t.lead > 0 {
		w.gridColumn(t.lead)
	}
	for _, g := range t.grid {
		w.gridColumn(g)
	}
	if t.trail > 0 {
		w.gridColumn(t.trail)
	}
	w.put("</w:tblGrid>")
	for _, r := range t.rows {
		w.row(t, r)
	}
	w.put("</w:tbl>")
}

func (w *writer) gridColumn(p doc.Pt) {
	w.put("<w:gridCol")
	w.twips("w:w", p)
	w.put("/>")
}

// float sets a table beside the text. A vertical offset of zero would mean that it
// does not float.
func (w *writer) float(f *float) {
	if f.at != nil {
		w.floatAt(f)
		return
	}
	left, right, align, anchor := f.gap, doc.Pt(0), "right", "text"
	if w.m.rtl != f.first {
		left, right, align = right, left, "left"
	}
	if f.head {
		anchor = "margin"
	}
	w.put("<w:tblpPr")
	w.twips("w:leftFromText", left)
	w.twips("w:rightFromText", right)
	w.twips("w:bottomFromText", f.below)
	w.put(` w:vertAnchor="`, anchor, `" w:horzAnchor="margin" w:tblpXSpec="`, align, `" w:tblpY="1"/><w:tblOverlap w:val="never"/>`)
}

// tableLookFlags says which conditional formatting counts, as a bit field
// (ISO/IEC 29500-1, 17.4.55) and spelled out.
func (w *writer) tableLookFlags(t *table) {
	look := w.m.sheet.tableLook(t.style)
	bits := 0
	w.put("<w:tblLook")
	for _, f := range [...]struct {
		name string
		bit  int
		on   bool
	}{
		{"firstRow", 0x20, len(t.rows) > 0 && t.rows[0].header},
		{"lastRow", 0x40, look.ends || look.listed.width > 0},
		{"firstColumn", 0x80, t.headerColumn},
		{"lastColumn", 0x100, false},
		{"noHBand", 0x200, look.listed.width == 0},
		{"noVBand", 0x400, true},
	} {
		w.put(" w:", f.name, `="`, strconv.FormatBool(f.on), `"`)
		if f.on {
			bits |= f.bit
		}
	}
	const hex = "0123456789ABCDEF"
	w.put(` w:val="0`, hex[bits>>8:bits>>8+1], hex[bits>>4&15:bits>>4&15+1], `0"/>`)
}

func (w *writer) row(t *table, r row) {
	w.put("<w:tr>")
	if !r.split || r.header || r.height > 0 || t.lead > 0 || t.trail > 0 {
		w.put("<w:trPr>")
		for _, free := range []struct {
			name string
			wide doc.Pt
		}{{"Before", t.lead}, {"After", t.trail}} {
			if free.wide > 0 {
				w.put("<w:grid", free.name, ` w:val="1"/>`)
				w.width("w:w"+free.name, free.wide)
			}
		}
		if !r.split {
			w.put("<w:cantSplit/>")
		}
		if r.height > 0 {
			w.put("<w:trHeight")
			w.twips("w:val", r.height)
			w.put(` w:hRule="atLeast"/>`)
		}
		if r.header {
			w.put("<w:tblHeader/>")
		}
		w.put("</w:trPr>")
	}
	column := 0
	for _, c := range r.cells {
		span := max(c.span, 1)
		var wide doc.Pt
		for _, g := range t.grid[column : column+span] {
			wide += g
		}
		column += span
		w.cell(c, wide)
	}
	w.put("</w:tr>")
}

func (w *writer) cell(c cell, wide doc.Pt) {
	w.put("<w:tc><w:tcPr>")
	w.width("w:tcW", wide)
	if c.span > 1 {
		w.put("<w:gridSpan")
		w.number("w:val", int64(c.span))
		w.put("/>")
	}
	w.put("</w:tcPr>")
	w.blocks(c.content)
	w.put("</w:tc>")
}

func (w *writer) width(name string, p doc.Pt) {
	w.put("<", name)
	w.number("w:w", twentieths(p))
	w.put(` w:type="dxa"/>`)
}

func (w *writer) border(name string, r rule) {
	if r.width == 0 {
		return
	}
	if r.kind == noRuleKind {
		w.value(name, noRuleKind)
		return
	}
	w.put("<", name, ` w:val="`, cmp.Or(r.kind, "single"), `"`)
	w.themed(r.color, "w:color", "w:themeColor")
	w.number("w:sz", max(eighths(r.width), 2))
	w.number("w:space", int64(max(0, min(mostBorderSpace, math.Round(r.space)))))
	w.put("/>")
}

// noRuleKind takes a rule of a table's style away.
const noRuleKind = "nil"

// mostBorderSpace is the most that a border may stand from the text (w:space), in
// points.
const mostBorderSpace = 31
