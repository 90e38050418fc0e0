package docx

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// numbering writes the list definitions: one of bullets, one of numbers, and one for
// the dots of each state of events, to which the styles refer, and one for each ordered list of the text, with its own start
// and the indents of its place.
func (m *markup) numbering(lists []orderedList) ([]byte, error) {
	return m.part("w:numbering", "", func(w *writer) {
		styleOf := func(base string, level int) string {
			id := base + strings.TrimPrefix(digit(level+1), "1")
			if m.sheet.byID[id] == nil {
				return ""
			}
			return id
		}
		w.abstractNumber(0, func() {
			for i := range listLevels {
				mark := "•"
				if i > 0 {
					mark = "–"
				}
				w.level(i, 1, "bullet", mark, styleOf(listBullet, i), listIndent*doc.Pt(i+1), 0)
			}
		})
		w.abstractNumber(1, func() {
			for i := range listLevels {
				w.level(i, 1, "decimal", "%"+digit(i+1)+".", styleOf(listNumber, i), listIndent*doc.Pt(i+1), 0)
			}
		})
		for _, dot := range timelineDots {
			w.abstractNumber(dot.list, func() { w.dot(dot, styleOf(dot.style, 0)) })
		}
		for i, list := range lists {
			w.abstractNumber(firstFreeList+i, func() {
				for l := range listLevels { // the first number is that of whatever level the list stands in
					w.level(l, list.first, "decimal", "%"+digit(l+1)+".", "", list.start+listIndent*doc.Pt(l+1), list.end)
				}
			})
		}
		w.instance(bulletList, 0)
		w.instance(numberedList, 1)
		for _, dot := range timelineDots {
			w.instance(dot.list, dot.list)
		}
		for i := range lists {
			w.instance(firstFreeList+i, firstFreeList+i)
		}
	})
}

func digit(i int) string { return string(rune('0' + i)) }

// abstractNumber writes a definition with its levels.
func (w *writer) abstractNumber(id int, levels func()) {
	w.put("<w:abstractNum")
	w.number("w:abstractNumId", int64(id))
	w.put(`><w:multiLevelType w:val="multilevel"/>`)
	levels()
	w.put("</w:abstractNum>")
}

// level writes one level of a definition, its text at start and end from the
// edges of the text area.
func (w *writer) level(i, first int, format, text, style string, start, end doc.Pt) {
	w.put("<w:lvl")
	w.number("w:ilvl", int64(i))
	w.put("><w:start")
	w.number("w:val", int64(first))
	w.put("/>")
	w.value("w:numFmt", format)
	if style != "" {
		w.value("w:pStyle", style)
	}
	w.value("w:lvlText", text)
	w.put(`<w:lvlJc w:val="left"/><w:pPr><w:ind`)
	w.number("w:left", twentieths(start))
	w.number("w:right", twentieths(end))
	w.twips("w:hanging", listIndent)
	w.put("/></w:pPr><w:rPr>")
	if base := w.m.theme.Base; format == "bullet" && w.m.rtl && w.m.sheet.fonts.latin(base) != base {
		w.fonts(wordFont{latin: true, family: doc.BaseFamily}) // see signs
	}
	w.color(doc.Primary)
	if d := w.m.sheet.d; format == "decimal" && d.RTL && d.Number(0) != "0" {
		w.put("<w:rtl/>") // see counted
	}
	w.put("</w:rPr></w:lvl>")
}

// timelineDot is the bullet of the events of a state.
type timelineDot struct {
	list        int
	style, mark string
	size        doc.Pt
	color       doc.ColorName
}

var timelineDots = [...]timelineDot{
	{pastList, "TimelineText", dotPast, dotFont, doc.Primary},
	{nowList, "TimelineTextNow", dotPast, nowDotFont, doc.Accent},
	{plannedList, "TimelineTextPlanned", dotPlanned, dotFont, doc.Primary},
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
	w.put("/></w:pPr><w:rPr><w:rFonts")
	for _, slot := range []string{"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"} {
		w.attribute(slot, dotFamily)
	}
	w.put("/>")
	w.color(d.color)
	w.fontSize(d.size)
	w.put("</w:rPr></w:lvl>")
}

// instance writes a list of a definition.
func (w *writer) instance(id, of int) {
	w.put("<w:num")
	w.number("w:numId", int64(id))
	w.put("><w:abstractNumId")
	w.number("w:val", int64(of))
	w.put("/></w:num>")
}
