package docx

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
)

// styleParagraph states what differs from the style that s is based on, so that
// a change there reaches s.
func (w *writer) styleParagraph(s, base *style) {
	l, bl := &s.look, &base.look
	w.flag("w:keepNext", l.KeepNext, bl.KeepNext)
	w.flag("w:keepLines", l.KeepTogether, bl.KeepTogether)
	if s.frame != nil && base.frame == nil {
		w.frame(s.frame)
	}
	if s.isDefault {
		w.put("<w:widowControl/>")
	}
	if s.list != base.list || s.level != base.level {
		w.put("<w:numPr>")
		if s.level > 0 {
			w.put("<w:ilvl")
			w.number("w:val", int64(s.level))
			w.put("/>")
		}
		w.put("<w:numId")
		w.number("w:val", int64(s.list))
		w.put("/></w:numPr>")
	}
	if s.borders != base.borders {
		w.paragraphBorders(s.borders, base.borders, s.ruled)
	}
	if s.fill != base.fill {
		w.fill(s.fill)
	}
	if (s.endTab > 0 || s.centerTab > 0) && (s.endTab != base.endTab || s.centerTab != base.centerTab) {
		w.put("<w:tabs>")
		if s.centerTab > 0 {
			w.put(`<w:tab w:val="center"`)
			w.number("w:pos", twentieths(s.centerTab))
			w.put("/>")
		}
		w.put(`<w:tab w:val="right"`)
		w.number("w:pos", twentieths(s.endTab))
		w.put("/></w:tabs>")
	}
	if own, was := s.tabAt(), base.tabAt(); own != was {
		w.put("<w:tabs>")
		if was > 0 {
			w.put(`<w:tab w:val="clear"`)
			w.number("w:pos", twentieths(was))
			w.put("/>")
		}
		if own > 0 {
			w.put(`<w:tab w:val="left"`)
			w.number("w:pos", twentieths(own))
			w.put("/>")
		}
		w.put("</w:tabs>")
	}
	if s.isDefault || l.Hyphens != bl.Hyphens {
		w.value("w:suppressAutoHyphens", strconv.FormatBool(!l.Hyphens))
	}
	if s.isDefault && isEastAsian(w.m.sheet.d.Lang) {
		w.put(`<w:autoSpaceDE w:val="false"/><w:autoSpaceDN w:val="false"/>`)
	}
	if s.isDefault && w.m.rtl {
		w.put("<w:bidi/>")
	}
	if s.ltr && !base.ltr && w.m.rtl {
		w.put(`<w:bidi w:val="false"/>`)
	}
	w.spacing(s, base)
	w.styleIndents(s, base)
	if l.Align != bl.Align {
		w.value("w:jc", justification(l.Align))
	}
	if s.outline != base.outline && s.outline > 0 {
		w.put("<w:outlineLvl")
		w.number("w:val", int64(s.outline-1))
		w.put("/>")
	}
}

// tabAt is where the tab of a style stands, which follows its indents; 0 for none. The
// end of a hang is one anyway.
func (s *style) tabAt() doc.Pt {
	if s.tab == 0 || s.tab == s.inner {
		return 0
	}
	return s.start + s.tab
}

func (w *writer) styleIndents(s, base *style) {
	start, end := s.start+s.inner, s.end+s.innerEnd
	if start == base.start+base.inner && end == base.end+base.innerEnd && s.hanging == base.hanging && s.firstLine == base.firstLine {
		return
	}
	w.put("<w:ind")
	w.number("w:left", twentieths(start))
	w.number("w:right", twentieths(end))
	switch {
	case s.hanging > 0:
		w.twips("w:hanging", s.hanging)
	case s.firstLine > 0:
		w.twips("w:firstLine", s.firstLine)
	case base.hanging != 0 || base.firstLine != 0:
		w.put(` w:firstLine="0"`)
	}
	w.put("/>")
}

// spacing states the margins and the line height that differ.
func (w *writer) spacing(s, base *style) {
	l, bl := &s.look, &base.look
	before, after := s.isDefault || l.Before != bl.Before, s.isDefault || l.After != bl.After
	loose := s.loose && !base.loose
	exact := !s.loose && (s.isDefault || l.LineHeight != bl.LineHeight || base.loose)
	if !before && !after && !loose && !exact {
		return
	}
	w.put("<w:spacing")
	if before {
		w.twips("w:before", l.Before)
	}
	if after {
		w.twips("w:after", l.After)
	}
	switch {
	case loose:
		w.put(` w:line="240" w:lineRule="auto"`) // as high as its picture
	case exact:
		w.number("w:line", twentieths(l.LineHeight))
		w.put(` w:lineRule="exact"`)
	}
	w.put("/>")
}

// justification names alignments as Word does: in a paragraph from right to left,
// "right" is the trailing side all the same.
func justification(a doc.Align) string {
	switch a {
	case doc.AlignStart:
		return "left"
	case doc.AlignEnd:
		return "right"
	case doc.AlignCenter:
		return "center"
	case doc.AlignJustify:
		return "both"
	default:
		panic("docx: unknown alignment")
	}
}
