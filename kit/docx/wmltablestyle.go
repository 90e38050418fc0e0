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
		w.put("<w:tblBorders>")
		w.border("w:top", l.borders.top)
		w.border("w:bottom", l.borders.bottom)
		w.border("w:insideH", l.inside)
		w.border("w:insideV", l.axis)
		w.put("</w:tblBorders>")
		w.margins("w:tblCellMar", l.margins, sides[doc.Pt]{})
	}
	w.put("</w:tblPr>")
	if l := s.rows; l != nil && l.fill != "" {
		w.put("<w:tcPr>")
		w.fill(l.fill)
		w.put("</w:tcPr>")
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
