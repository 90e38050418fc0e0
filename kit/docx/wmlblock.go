package docx

import (
	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"github.com/presskit-go/presskit/kit/doc"
)

// blocks writes a flow.
func (m *markup) blocks(f flow) []*wml.EG_BlockLevelElts {
	out := make([]*wml.EG_BlockLevelElts, 0, len(f))
	for _, c := range m.content(f) {
		out = append(out, &wml.EG_BlockLevelElts{EG_ContentBlockContent: []*wml.EG_ContentBlockContent{c}})
	}
	return out
}

func (m *markup) content(f flow) []*wml.EG_ContentBlockContent {
	out := make([]*wml.EG_ContentBlockContent, 0, len(f))
	for _, e := range f {
		switch e := e.(type) {
		case *paragraph:
			out = append(out, &wml.EG_ContentBlockContent{P: []*wml.CT_P{m.paragraph(e)}})
		case *table:
			out = append(out, &wml.EG_ContentBlockContent{Tbl: []*wml.CT_Tbl{m.table(e)}})
		default:
			panic("docx: unknown element")
		}
	}
	return out
}

func (m *markup) paragraph(p *paragraph) *wml.CT_P {
	pr := &wml.CT_PPr{PStyle: str(p.style)}
	s := m.sheet.style(p.style)
	if p.keepNext && !s.look.KeepNext {
		pr.KeepNext = on()
	}
	if p.pageBreak {
		pr.PageBreakBefore = on()
	}
	if p.list != 0 && (p.list != s.list || p.level != s.level) {
		pr.NumPr = &wml.CT_NumPr{Ilvl: dec(p.level), NumId: dec(p.list)}
	}
	if f := p.frame; f != nil {
		pr.FramePr = m.frame(f)
	}
	if p.before != nil || p.after != nil || p.line != 0 {
		pr.Spacing = &wml.CT_Spacing{}
		if p.before != nil {
			pr.Spacing.BeforeAttr = twips(*p.before)
		}
		if p.after != nil {
			pr.Spacing.AfterAttr = twips(*p.after)
		}
		if p.line != 0 {
			exactly(p.line, pr.Spacing)
		}
	}
	switch {
	case p.hang != 0:
		pr.Ind = indents(p.start+s.inner, p.end+s.innerEnd, p.hang)
	case p.start != s.start || p.end != s.end:
		pr.Ind = indents(p.start+s.inner, p.end+s.innerEnd, s.hanging)
	}
	if p.align != nil && *p.align != s.look.Align {
		pr.Jc = jc(*p.align)
	}
	if p.section != nil {
		pr.SectPr = m.section(p.section)
	}
	out := &wml.CT_P{PPr: pr}
	for _, i := range p.content {
		out.EG_PContent = append(out.EG_PContent, m.inline(i))
	}
	return out
}

func indents(start, end, hanging doc.Pt) *wml.CT_Ind {
	ind := &wml.CT_Ind{LeftAttr: signed(start), RightAttr: signed(end)}
	if hanging > 0 {
		ind.HangingAttr = twips(hanging)
	}
	return ind
}

// frame puts a paragraph beside the next one, level with its top.
func (m *markup) frame(f *frame) *wml.CT_FramePr {
	align := sharedTypes.ST_XAlignLeft
	if f.end != m.rtl {
		align = sharedTypes.ST_XAlignRight
	}
	return &wml.CT_FramePr{WAttr: twips(f.width), HSpaceAttr: twips(f.gap), WrapAttr: wml.ST_WrapAround,
		HAnchorAttr: wml.ST_HAnchorMargin, VAnchorAttr: wml.ST_VAnchorText, XAlignAttr: align, YAttr: signed(0.05)}
}

func (m *markup) section(s *section) *wml.CT_SectPr {
	pg := m.page
	out := &wml.CT_SectPr{
		Type: &wml.CT_SectType{ValAttr: wml.ST_SectionMarkContinuous},
		PgSz: &wml.CT_PageSz{WAttr: twips(pg.Width), HAttr: twips(pg.Height)},
		PgMar: &wml.CT_PageMar{TopAttr: *signed(s.textDistance), BottomAttr: *signed(pg.Bottom), LeftAttr: *twips(pg.Start), RightAttr: *twips(pg.End),
			HeaderAttr: *twips(pg.Top), FooterAttr: *twips(pg.FooterFromEdge), GutterAttr: *twips(0)},
		Cols: &wml.CT_Columns{SpaceAttr: twips(pg.Gutter)},
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

func (m *markup) table(t *table) *wml.CT_Tbl {
	var total doc.Pt
	grid := &wml.CT_TblGrid{}
	for _, w := range t.grid {
		grid.GridCol = append(grid.GridCol, &wml.CT_TblGridCol{WAttr: twips(w)})
		total += w
	}
	hasHeader := len(t.rows) > 0 && t.rows[0].header
	pr := &wml.CT_TblPr{
		TblStyle: str(t.style),
		TblW:     width(total),
		TblLayout: &wml.CT_TblLayoutType{
			TypeAttr: wml.ST_TblLayoutTypeFixed,
		},
		TblLook: tableLookFlags(hasHeader, t.headerColumn),
	}
	if m.rtl {
		pr.BidiVisual = on()
	}
	if t.caption != "" {
		pr.TblCaption = str(t.caption)
	}
	if t.description != "" {
		pr.TblDescription = str(t.description)
	}
	if f := t.float; f != nil {
		align := sharedTypes.ST_XAlignRight
		if m.rtl {
			align = sharedTypes.ST_XAlignLeft
		}
		// A vertical offset of zero would mean that the table does not float.
		pr.TblpPr = &wml.CT_TblPPr{LeftFromTextAttr: twips(f.gap), RightFromTextAttr: twips(0), BottomFromTextAttr: twips(f.below),
			VertAnchorAttr: wml.ST_VAnchorText, HorzAnchorAttr: wml.ST_HAnchorMargin, TblpXSpecAttr: align, TblpYAttr: signed(0.05)}
		if f.head {
			pr.TblpPr.VertAnchorAttr = wml.ST_VAnchorMargin
		}
		if m.rtl {
			pr.TblpPr.LeftFromTextAttr, pr.TblpPr.RightFromTextAttr = pr.TblpPr.RightFromTextAttr, pr.TblpPr.LeftFromTextAttr
		}
		pr.TblOverlap = &wml.CT_TblOverlap{ValAttr: wml.ST_TblOverlapNever}
	} else if t.start != 0 {
		pr.TblInd = width(t.start)
	}
	out := &wml.CT_Tbl{TblPr: pr, TblGrid: grid}
	for _, r := range t.rows {
		out.EG_ContentRowContent = append(out.EG_ContentRowContent, &wml.EG_ContentRowContent{Tr: []*wml.CT_Row{m.row(t, r)}})
	}
	return out
}

// tableLookFlags says which conditional formatting counts, as a bit field
// (ISO/IEC 29500-1, 17.4.55) and spelled out.
func tableLookFlags(header, column bool) *wml.CT_TblLook {
	val := "0600" // no bands of rows or columns
	switch {
	case header && column:
		val = "06A0"
	case header:
		val = "0620"
	case column:
		val = "0680"
	}
	return &wml.CT_TblLook{ValAttr: &val, FirstRowAttr: stOnOff(header), LastRowAttr: stOnOff(false), FirstColumnAttr: stOnOff(column),
		LastColumnAttr: stOnOff(false), NoHBandAttr: stOnOff(true), NoVBandAttr: stOnOff(true)}
}

func (m *markup) row(t *table, r row) *wml.CT_Row {
	out := &wml.CT_Row{TrPr: &wml.CT_TrPr{}}
	if !r.split {
		out.TrPr.CantSplit = []*wml.CT_OnOff{on()}
	}
	if r.header {
		out.TrPr.TblHeader = []*wml.CT_OnOff{on()}
	}
	if r.height > 0 {
		out.TrPr.TrHeight = []*wml.CT_Height{{ValAttr: twips(r.height), HRuleAttr: wml.ST_HeightRuleAtLeast}}
	}
	column := 0
	for _, c := range r.cells {
		span := max(c.span, 1)
		var w doc.Pt
		for _, g := range t.grid[column : column+span] {
			w += g
		}
		column += span
		out.EG_ContentCellContent = append(out.EG_ContentCellContent, &wml.EG_ContentCellContent{Tc: []*wml.CT_Tc{m.cell(c, w)}})
	}
	return out
}

func (m *markup) cell(c cell, w doc.Pt) *wml.CT_Tc {
	pr := &wml.CT_TcPr{TcW: width(w), Shd: m.fill(c.fill)}
	if c.span > 1 {
		pr.GridSpan = dec(c.span)
	}
	if c.borders != (sides[rule]{}) {
		pr.TcBorders = &wml.CT_TcBorders{Top: m.border(c.borders.top), Left: m.border(c.borders.start), Bottom: m.border(c.borders.bottom), Right: m.border(c.borders.end)}
	}
	if c.margins != (sides[doc.Pt]{}) {
		pr.TcMar = &wml.CT_TcMar{Top: width(c.margins.top), Left: width(c.margins.start), Bottom: width(c.margins.bottom), Right: width(c.margins.end)}
	}
	if c.bottom {
		pr.VAlign = &wml.CT_VerticalJc{ValAttr: wml.ST_VerticalJcBottom}
	}
	return &wml.CT_Tc{TcPr: pr, EG_BlockLevelElts: m.blocks(c.content)}
}
