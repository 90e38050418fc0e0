package docx

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// numbering writes the list definitions: of bullets, of numbers, and of the dots of each
// state of events, to which the styles refer. Each ordered list of the text is an
// instance of the numbers that begins anew, so that a change of theirs reaches all. The
// indents are those of the styles, by place.
func (m *markup) numbering(lists []orderedList) ([]byte, error) {
	return m.part("w:numbering", "", func(w *writer) {
		styleOf := func(base string, level int) string {
			id := base + strings.TrimPrefix(digit(level+1), "1")
			if m.sheet.byID[id] == nil {
				return ""
			}
			return id
		}
		w.abstractNumber(bullets, func() {
			for i := range listLevels {
				w.level(i, "bullet", "•", styleOf(listBullet, i))
			}
		})
		w.abstractNumber(numbers, func() {
			for i := range listLevels {
				w.level(i, "decimal", "%"+digit(i+1)+".", styleOf(listNumber, i))
			}
		})
		for _, dot := range timelineDots {
			w.abstractNumber(dot.list, func() { w.dot(dot, styleOf(dot.style, 0)) })
		}
		w.instance(bulletList, bullets, nil)
		w.instance(numberedList, numbers, nil)
		for _, dot := range timelineDots {
			w.instance(dot.list, dot.list, nil)
		}
		for i := range lists {
			w.instance(firstFreeList+i, numbers, &lists[i])
		}
	})
}

// Definitions of lists beside those of dots, which have the number of their instance.
const (
	bullets = 0
	numbers = 1
)

func digit(i int) string { return string(rune('0' + i)) }

// abstractNumber writes a definition with its levels. Word takes those of the same nsid,
// in all documents, for one.
func (w *writer) abstractNumber(id int, levels func()) {
	w.put("<w:abstractNum")
	w.number("w:abstractNumId", int64(id))
	w.put(`><w:nsid w:val="5B1D3A0`, digit(id), `"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5B1D3A1`, digit(id), `"/>`)
	levels()
	w.put("</w:abstractNum>")
}

// level writes one level of a definition. A level that no style has stands where that
// of the level before it would.
func (w *writer) level(i int, format, text, style string) {
	w.put("<w:lvl")
	w.number("w:ilvl", int64(i))
	w.put(`><w:start w:val="1"/>`)
	w.value("w:numFmt", format)
	if style != "" {
		w.value("w:pStyle", style)
	}
	w.value("w:lvlText", text)
	w.put(`<w:lvlJc w:val="left"/>`)
	if style == "" {
		w.put("<w:pPr><w:ind")
		w.number("w:left", twentieths(listIndent*doc.Pt(i+1)))
		w.twips("w:hanging", listIndent)
		w.put("/></w:pPr>")
	}
	switch d, base := w.m.sheet.d, w.m.theme.Base; {
	case format == "bullet" && w.m.rtl && w.m.sheet.fonts.latin(base) != base: // see signs
		w.put("<w:rPr>")
		w.fonts(wordFont{latin: true, family: doc.BaseFamily})
		w.put("</w:rPr>")
	case format == "decimal" && d.RTL && d.Number(0) != "0":
		w.put("<w:rPr><w:rtl/></w:rPr>") // see counted
	}
	w.put("</w:lvl>")
}

// timelineDot is the bullet of the events of a state.
type timelineDot struct {
	list                int
	style, family, mark string
	size                doc.Pt
	color, ground       doc.ColorName
}

var timelineDots = [...]timelineDot{
	{pastList, "TimelineText", dotFamily, dotPast, dotFont, doc.Primary, ""},
	{nowList, "TimelineTextNow", dotFamily, dotPast, nowDotFont, doc.Accent, ""},
	{plannedList, "TimelineTextPlanned", ringFamily, dotPlanned, ringFont, doc.Primary, doc.Paper},
}

// dot writes the level of a dot.
func (w *writer) dot(d timelineDot, style string) {
	w.put(`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>`)
	if style != "" {
		w.value("w:pStyle", style)
	}
	w.value("w:lvlText", d.mark)
	// In the middle of where it hangs from right to left too, of which programs have
	// notions of their own.
	w.put(`<w:lvlJc w:val="center"/><w:pPr><w:tabs><w:tab w:val="num"`)
	w.number("w:pos", twentieths(axisFrom))
	w.put("/></w:tabs><w:ind")
	w.number("w:left", twentieths(axisFrom))
	w.twips("w:hanging", axisFrom)
	w.put("/></w:pPr><w:rPr>")
	w.put("<w:rFonts")
	for _, slot := range []string{"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"} {
		w.attribute(slot, d.family)
	}
	w.put("/>")
	w.color(d.color)
	w.fontSize(d.size)
	w.fill(d.ground)
	w.put("</w:rPr></w:lvl>")
}

// instance writes a list of a definition, which begins anew if it is one of the text.
func (w *writer) instance(id, of int, anew *orderedList) {
	w.put("<w:num")
	w.number("w:numId", int64(id))
	w.put("><w:abstractNumId")
	w.number("w:val", int64(of))
	w.put("/>")
	if anew != nil {
		w.put("<w:lvlOverride")
		w.number("w:ilvl", int64(anew.level))
		w.put("><w:startOverride")
		w.number("w:val", int64(anew.first))
		w.put("/></w:lvlOverride>")
	}
	w.put("</w:num>")
}
