package docx

import "github.com/presskit-go/presskit/kit/doc"

// axis is an axis of a chart, which is not seen but for its line.
type axis struct {
	at        string        // side of the chart: "l", "b"
	backwards bool          // from right to left
	from, to  string        // ends of the scale; "" leaves them to Word
	zero      doc.ColorName // of a line where the values are zero; "" for none
}

// axisIDs tell a chart which axes it has.
const axisIDs = `<c:axId val="1"/><c:axId val="2"/>`

// labelAxis writes the axis that points stand along: evenly, or by their labels if
// these are numbers in a format (ISO/IEC 29500-1, 21.2.2.25 and 21.2.2.39).
func (w *writer) labelAxis(a axis, format string) {
	if format == "" {
		w.put("<c:catAx>")
		w.axis(a, "1", "2", generalFormat)
		w.put(`<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`)
		return
	}
	w.put("<c:dateAx>")
	w.axis(a, "1", "2", format)
	// Years are numbers too, and a day of each stands for them.
	w.put(`<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/></c:dateAx>`)
}

// valueAxis writes the axis of the values (21.2.2.226). Points stand between marks
// of the other axis, or on them ("midCat").
func (w *writer) valueAxis(a axis, between string) {
	w.put("<c:valAx>")
	w.axis(a, "2", "1", generalFormat)
	w.put(`<c:crossBetween val="`, between, `"/></c:valAx>`)
}

// axis writes what all axes have.
func (w *writer) axis(a axis, id, other, format string) {
	orientation := "minMax"
	if a.backwards {
		orientation = "maxMin"
	}
	w.put(`<c:axId val="`, id, `"/><c:scaling><c:orientation val="`, orientation, `"/>`)
	if a.to != "" {
		w.put(`<c:max val="`, a.to, `"/>`)
	}
	if a.from != "" {
		w.put(`<c:min val="`, a.from, `"/>`)
	}
	hidden := "1"
	if a.zero != "" {
		hidden = "0"
	}
	w.put(`</c:scaling><c:delete val="`, hidden, `"/><c:axPos val="`, a.at, `"/><c:numFmt formatCode="`, format, `" sourceLinked="1"/>`,
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>`)
	if a.zero != "" {
		w.put("<c:spPr>")
		w.outline(a.zero, zeroLineWidth)
		w.put("</c:spPr>")
	}
	w.put(`<c:crossAx val="`, other, `"/><c:crosses val="autoZero"/>`)
}
