package docx

import "github.com/presskit-go/presskit/kit/doc"

func (w *writer) styleTable(s *style) {
	w.put("<w:tblPr>")
	if s.isDefault {
		w.width("w:tblInd", 0)
		w.put("<w:tblCellMar>")
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
			w.width(side, 0)
		}
		w.put("</w:tblCellMar>")
	}
	if l := s.rows; l != nil {
		if l.listed.width > 0 {
			w.put(`<w:tblStyleRowBandSize w:val="1"/>`)
		}
		if s.start != 0 {
			w.width("w:tblInd", s.start)
		}
		w.put("<w:tblBorders>")
		w.border("w:top", l.borders.top)
		w.border("w:bottom", l.borders.bottom)
		w.border("w:insideH", l.inside)
		w.border("w:insideV", l.axis)
		w.put("</w:tblBorders>")
		if l.margin > 0 {
			w.put("<w:tblCellMar>")
			w.width("w:left", l.margin)
			w.width("w:right", l.margin)
			w.put("</w:tblCellMar>")
		}
	}
	w.put("</w:tblPr>")
	l := s.rows
	if l == nil {
		return
	}
	if l.fill != "" {
		w.put("<w:tcPr>")
		w.fill(l.fill)
		w.put("</w:tcPr>")
	}
	part := func(kind, side string, r rule) {
		w.put(`<w:tblStylePr w:type="`, kind, `"><w:tblPr/><w:tcPr><w:tcBorders>`)
		w.border(side, r)
		w.put("</w:tcBorders></w:tcPr></w:tblStylePr>")
	}
	none := rule{width: thin, kind: noRuleKind}
	switch {
	case l.ends:
		part("lastRow", "w:insideV", none)
	case l.listed.width > 0: // below each row, since none between rows can be taken away
		part("firstRow", "w:bottom", none)
		part("lastRow", "w:bottom", none)
		part("band1Horz", "w:bottom", l.listed)
		part("band2Horz", "w:bottom", l.listed)
	}
}

func (w *writer) fill(n doc.ColorName) {
	if n == "" {
		return
	}
	w.put(`<w:shd w:val="clear" w:color="auto"`)
	w.themed(n, "w:fill", "w:themeFill")
	w.put("/>")
}

// paragraphBorders turns logical sides into physical ones: Word does not mirror
// the borders of paragraphs. What base has and s has not is taken away. A ruled
// style has its upper border between paragraphs too, which would share one.
func (w *writer) paragraphBorders(s, base sides[rule], ruled bool) {
	if w.m.rtl {
		s.start, s.end, base.start, base.end = s.end, s.start, base.end, base.start
	}
	w.put("<w:pBdr>")
	for _, side := range []struct {
		name   string
		r, was rule
	}{{"w:top", s.top, base.top}, {"w:left", s.start, base.start}, {"w:bottom", s.bottom, base.bottom}, {"w:right", s.end, base.end}} {
		if side.r.width == 0 && side.was.width != 0 {
			w.value(side.name, "none")
			continue
		}
		w.border(side.name, side.r)
	}
	if ruled {
		w.border("w:between", s.top)
	}
	w.put("</w:pBdr>")
}
