package docx

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

const (
	chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	// word2010 is known to Word from 2010 on. LibreOffice knows it too, but takes no
	// choice that requires it.
	word2010 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
)

// chartFrame is what a drawing has for Word: a chart in place of the picture.
type chartFrame struct {
	id           uint32
	name         string
	relationship string
}

// chooseWord opens a choice (ISO/IEC 29500-3, 9.3) for readers that know what Word 2010
// brought.
func (w *writer) chooseWord() {
	w.put(`<mc:AlternateContent xmlns:mc="`, compatibilityNamespace, `"><mc:Choice xmlns:wp14="`, word2010, `" Requires="wp14">`)
}

// charted writes a drawing as a choice: the chart for Word, and the picture for all
// others.
func (w *writer) charted(d *drawing) {
	w.chooseWord()
	w.put(`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`)
	w.size("wp:extent", d.width, d.height)
	w.named("wp:docPr", d.chart.id, d.chart.name)
	w.described(d)
	w.put(`<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="`, chartNamespace, `"><c:chart xmlns:c="`, chartNamespace, `" r:id="`, d.chart.relationship,
		`"/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>`)
	w.picture(d)
	w.put(`</mc:Fallback></mc:AlternateContent>`)
}

// chart writes a chart part (ISO/IEC 29500-1, 21.2): one that looks as the drawing
// does, as far as a chart can, without title, legend, labels and axes. external is
// the relationship to the workbook.
func (m *markup) chart(c *doc.Chart, book *workbook, external, lang string) []byte {
	const (
		bare = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`
		main = "http://schemas.openxmlformats.org/drawingml/2006/main"
		rel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	)
	w := &writer{m: m, buf: make([]byte, 0, 4<<10+128*len(book.values))}
	w.put(opc.Header, `<c:chartSpace xmlns:c="`, chartNamespace, `" xmlns:a="`, main, `" xmlns:r="`, rel, `"><c:date1904 val="0"/><c:lang`)
	w.attribute("val", lang)
	w.put(`/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>`)
	switch c.Kind {
	case doc.Ring:
		w.ring(c, book)
	case doc.Bars:
		w.bars(c, book)
	case doc.Spark:
		w.spark(c, book)
	}
	w.put(bare, `</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`, bare,
		// Of words that an editor adds.
		`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800"><a:solidFill><a:schemeClr val="`, schemeColor(doc.Ink),
		`"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr><a:endParaRPr`)
	w.attribute("lang", lang)
	w.put(`/></a:p></c:txPr><c:externalData r:id="`, external, `"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return w.buf
}

// Anatomy of charts: that of the drawings (kit/internal/chart), in the units of
// DrawingML.
const (
	ringHole   = 75 // per cent of the ring's width
	ringParted = 70 // of one with outlines, which take of it at both edges
	ringGap    = doc.Pt(1.4)
	barsGap    = 33 // per cent of a bar's height

	sparkStroke   = doc.Pt(1.5)
	sparkFirst    = 4 // points across
	sparkLast     = 5
	sparkRim      = doc.Pt(0.8)
	sparkAcross   = 0.0243 // the free space at the start and the end, as a share of the width
	sparkUpright  = 0.1026 // over and under it
	zeroLineWidth = doc.Pt(0.5)
)

// ring writes a doughnut (21.2.2.50): the share and the rest, parted by outlines in
// the colour of the ground.
func (w *writer) ring(c *doc.Chart, book *workbook) {
	w.layout(0, 0)
	w.put(`<c:doughnutChart><c:varyColors val="1"/>`)
	w.series(book)
	parted := c.Points[0].Value > 0 && c.Points[1].Value > 0
	hole := ringHole
	if parted {
		hole = ringParted
	}
	for i := range c.Points {
		w.put(`<c:dPt><c:idx val="`, strconv.Itoa(i), `"/><c:bubble3D val="0"/><c:spPr>`)
		if i == 0 {
			w.solid(doc.Primary)
		} else {
			w.tinted(doc.Primary, c.Muted)
		}
		if parted {
			w.outline(doc.Tint, ringGap)
		} else {
			w.put("<a:ln><a:noFill/></a:ln>")
		}
		w.put("</c:spPr></c:dPt>")
	}
	w.data(book)
	w.put(`</c:ser><c:firstSliceAng val="0"/><c:holeSize val="`, strconv.Itoa(hole), `"/></c:doughnutChart>`)
}

// bars writes two bars from a line of zero (21.2.2.16), the value over the one
// before it. The far end of the scale is left to Word: an end that is fixed would
// cut a bar off when its number is changed.
func (w *writer) bars(c *doc.Chart, book *workbook) {
	before, value := c.Points[0].Value, c.Points[1].Value
	w.layout(0, 0)
	w.put(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	w.series(book)
	w.put("<c:spPr>")
	w.solid(doc.Primary)
	w.put(`</c:spPr><c:invertIfNegative val="0"/><c:dPt><c:idx val="0"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>`)
	w.tinted(doc.Primary, c.Muted)
	w.put("</c:spPr></c:dPt>")
	w.data(book)
	w.put(`</c:ser><c:gapWidth val="`, strconv.Itoa(barsGap), `"/>`, axisIDs, `</c:barChart>`)
	labels, values := axis{at: "l", zero: doc.Primary}, axis{at: "b", backwards: w.m.rtl}
	switch {
	case min(before, value) >= 0:
		labels.zero, values.from = "", "0"
	case max(before, value) <= 0:
		labels.zero, values.to = "", "0"
	}
	w.labelAxis(labels, "")
	w.valueAxis(values, "between")
}

// spark writes a line (21.2.2.97) from the lowest of its values on, with a hollow
// dot at the first and a full one at the last. A new highest value has room, since
// the upper end of the scale is left to Word.
func (w *writer) spark(c *doc.Chart, book *workbook) {
	low, high, lowest := c.Points[0].Value, c.Points[0].Value, 0
	for i, p := range c.Points {
		if p.Value < low {
			low, lowest = p.Value, i
		}
		high = max(high, p.Value)
	}
	stroke := func() {
		w.put("<c:spPr>")
		w.outline(doc.Primary, sparkStroke)
		w.put("</c:spPr>")
	}
	dot := func(point, size int, fill, rim doc.ColorName, width doc.Pt) {
		w.put(`<c:dPt><c:idx val="`, strconv.Itoa(point), `"/><c:marker><c:symbol val="circle"/><c:size val="`, strconv.Itoa(size), `"/><c:spPr>`)
		w.solid(fill)
		w.outline(rim, width)
		w.put(`</c:spPr></c:marker><c:bubble3D val="0"/>`)
		stroke()
		w.put("</c:dPt>")
	}
	w.layout(sparkAcross, sparkUpright)
	w.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	w.series(book)
	stroke()
	w.put(`<c:marker><c:symbol val="none"/></c:marker>`)
	dot(0, sparkFirst, doc.Tint, doc.Primary, sparkStroke)
	dot(len(c.Points)-1, sparkLast, doc.Primary, doc.Tint, sparkRim)
	w.data(book)
	w.put(`<c:smooth val="0"/></c:ser><c:marker val="1"/>`, axisIDs, `</c:lineChart>`)
	labels, values := axis{at: "b", backwards: w.m.rtl}, axis{at: "l"}
	if low < 0 && high > 0 {
		labels.zero = doc.Hairline
	}
	if low < high {
		values.from = book.values[lowest]
	}
	w.labelAxis(labels, book.format)
	w.valueAxis(values, "midCat")
}

// layout sets the inside of the axes into the middle of the frame, with some of its
// width and height free at each side.
func (w *writer) layout(across, upright float64) {
	w.put(`<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>`)
	for _, part := range []struct {
		name  string
		value float64
	}{{"x", across}, {"y", upright}, {"w", 1 - 2*across}, {"h", 1 - 2*upright}} {
		w.put("<c:", part.name, ` val="`, strconv.FormatFloat(part.value, 'f', -1, 64), `"/>`)
	}
	w.put("</c:manualLayout></c:layout>")
}

// series opens the only series of a chart, with its name.
func (w *writer) series(book *workbook) {
	w.put(`<c:ser><c:idx val="0"/><c:order val="0"/><c:tx>`)
	w.cached("c:str", titleCell, "", []string{book.title})
	w.put("</c:tx>")
}

// data writes the labels and the values of a series, by their cells and as these
// are.
func (w *writer) data(book *workbook) {
	w.put("<c:cat>")
	if book.format == "" {
		w.cached("c:str", book.labelCells(), "", book.labels)
	} else {
		w.cached("c:num", book.labelCells(), book.format, book.labels)
	}
	w.put("</c:cat><c:val>")
	w.cached("c:num", book.valueCells(), generalFormat, book.values)
	w.put("</c:val>")
}

// cached writes a range of cells and what they hold: words, or numbers in a
// format.
func (w *writer) cached(kind, cells, format string, values []string) {
	w.put("<", kind, "Ref><c:f>", cells, "</c:f><", kind, "Cache>")
	if format != "" {
		w.put("<c:formatCode>", format, "</c:formatCode>")
	}
	w.put("<c:ptCount")
	w.number("val", int64(len(values)))
	w.put("/>")
	for i, v := range values {
		if v != "" {
			w.put("<c:pt")
			w.number("idx", int64(i))
			w.put("><c:v>")
			w.text(cellText(v))
			w.put("</c:v></c:pt>")
		}
	}
	w.put("</", kind, "Cache></", kind, "Ref>")
}

// outline writes a line with round ends.
func (w *writer) outline(n doc.ColorName, width doc.Pt) {
	w.put("<a:ln")
	w.number("w", emu(width))
	w.put(` cap="rnd">`)
	w.solid(n)
	w.put("<a:round/></a:ln>")
}
