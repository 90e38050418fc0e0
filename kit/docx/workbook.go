package docx

import (
	"bytes"
	"crypto/sha256"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// workbook holds the numbers of a chart as they stand on its only sheet, labels in
// column A and values in column B, under the title in B1. The chart repeats them
// as they are written here.
type workbook struct {
	title  string
	labels []string
	values []string
	// format is how labels are shown that are numbers, which a chart spaces by; "" if
	// they are words.
	format string
	// formula gives the last value from the others; "" if it is a number of its own.
	formula string
}

// Formats of numbers: as they are, and dates, which are numbers of days, as far as
// they are known. These have no words, so that they are those of no language.
const (
	generalFormat = "General"
	monthFormat   = `yyyy\-mm`
	dayFormat     = `yyyy\-mm\-dd`
)

// What a sheet takes. A workbook that holds more could not be opened.
const (
	mostRows   = 32_000 // of a series of a chart, in older versions
	mostLetter = 32_767 // of a cell
	mostNumber = 9e307
)

// newWorkbook gives the workbook of a statistic with a chart; nil if the numbers
// make none.
func (b *builder) newWorkbook(s *doc.Stat) *workbook {
	points := s.Chart.Points
	if len(points) < 2 || len(points) > mostRows || s.Chart.Kind != doc.Spark && len(points) != 2 {
		return nil
	}
	w := &workbook{title: b.clean(s.Label.Plain())}
	letters := len(w.title)
	for _, p := range points {
		if math.IsNaN(p.Value) || math.Abs(p.Value) > mostNumber {
			return nil
		}
		w.labels, w.values = append(w.labels, b.clean(p.Label)), append(w.values, cellNumber(p.Value))
		letters = max(letters, len(p.Label))
	}
	if letters > mostLetter {
		return nil
	}
	switch s.Chart.Kind {
	case doc.Ring:
		share, rest := points[0].Value, points[1].Value
		if share < 0 || rest < 0 || share+rest == 0 {
			return nil
		}
		if math.Abs(share+rest-100) < 1e-6 {
			w.formula = "100-B2" // who changes the share in Word has the rest follow
		}
	case doc.Spark:
		w.space(s.Chart)
	}
	return w
}

// space makes numbers of the labels of points that are spaced by time: years, or
// days as a sheet counts them. Where it cannot, points are spaced evenly.
func (w *workbook) space(c *doc.Chart) {
	format := map[doc.Spacing]string{doc.ByYear: generalFormat, doc.ByMonth: monthFormat, doc.ByDay: dayFormat}[c.Spacing]
	if format == "" {
		return
	}
	numbers := make([]string, len(c.Points))
	last := 0
	for i, p := range c.Points {
		n := p.At.Year()
		if c.Spacing != doc.ByYear {
			n = dayNumber(p.At)
		}
		if n <= last {
			return
		}
		numbers[i], last = strconv.Itoa(n), n
	}
	w.labels, w.format = numbers, format
}

// dayNumber counts days as spreadsheets do (ISO/IEC 29500-1, 18.17.4.1), from
// March 1900, before which they take 1900 for a leap year; 0 for earlier ones.
func dayNumber(t time.Time) int {
	const firstDay = 61
	day := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	n := (day.Unix() - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()) / (24 * 60 * 60)
	if n < firstDay {
		return 0
	}
	return int(n)
}

// cellNumber writes a number for a cell.
func cellNumber(v float64) string {
	const plain, tiny = 1e15, 1e-9
	form := byte('f')
	if a := math.Abs(v); a >= plain || a > 0 && a < tiny {
		form = 'E'
	}
	return strconv.FormatFloat(v+0, form, -1, 64) // +0: never −0
}

// Ranges of the sheet, as formulas name them.
const titleCell = "Sheet1!$B$1"

func (w *workbook) labelCells() string { return "Sheet1!$A$2:$A$" + strconv.Itoa(len(w.labels)+1) }
func (w *workbook) valueCells() string { return "Sheet1!$B$2:$B$" + strconv.Itoa(len(w.values)+1) }

const (
	sheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetType      = docType + "spreadsheetml."
)

// sheet writes the worksheet (ISO/IEC 29500-1, 18.3.1.99). Words stand in their
// cells, rather than in a part of their own.
func (w *workbook) sheet() []byte {
	x := &writer{buf: make([]byte, 0, 512+96*len(w.values))}
	words := func(cell, s string) {
		if s != "" {
			x.put(`<c r="`, cell, `" t="inlineStr"><is>`)
			x.words("t", cellText(s))
			x.put("</is></c>")
		}
	}
	x.put(opc.Header, `<worksheet xmlns="`, sheetNamespace, `"><cols><col min="1" max="2" width="28" customWidth="1"/></cols><sheetData><row r="1">`)
	words("B1", w.title)
	x.put("</row>")
	for i, label := range w.labels {
		n := strconv.Itoa(i + 2)
		x.put(`<row r="`, n, `">`)
		switch w.format {
		case "":
			words("A"+n, label)
		case generalFormat:
			x.put(`<c r="A`, n, `"><v>`, label, "</v></c>")
		default:
			x.put(`<c r="A`, n, `" s="1"><v>`, label, "</v></c>")
		}
		x.put(`<c r="B`, n, `">`)
		if w.formula != "" && i == len(w.labels)-1 {
			x.put("<f>", w.formula, "</f>")
		}
		x.put("<v>", w.values[i], "</v></c></row>")
	}
	x.put("</sheetData></worksheet>")
	return x.buf
}

// escaped is what a cell takes for a character by its number (ISO/IEC 29500-1,
// 22.9.2.19).
var escaped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`) })

// cellText escapes what only looks like an escape.
func cellText(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped().ReplaceAllString(s, "_x005F$0")
}

// styles writes the formats of cells: the first is that of every cell, the second
// that of dates.
func (w *workbook) styles() []byte {
	const none = `numFmtId="0" fontId="0" fillId="0" borderId="0"`
	x := &writer{buf: make([]byte, 0, 1<<10)}
	x.put(opc.Header, `<styleSheet xmlns="`, sheetNamespace, `"><numFmts count="1"><numFmt numFmtId="164"`)
	x.attribute("formatCode", w.format)
	x.put(`/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>`,
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`,
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf `, none, `/></cellStyleXfs>`,
		`<cellXfs count="2"><xf `, none, ` xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`,
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return x.buf
}

// workbook writes the file of a workbook, once for the same numbers.
func (c *Cache) workbook(w *workbook) (*opc.Packed, error) {
	sheet := w.sheet()
	sum := sha256.Sum256(append(sheet, w.format...))
	return lookup(c, &c.files, "workbook "+string(sum[:]), (*opc.Packed).Len, func() (*opc.Packed, error) {
		const book, first, styles = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
		p := opc.Package{Compressor: &c.compressor}
		p.Relate("", officeRel+"officeDocument", book)
		p.Add(book, sheetType+"sheet.main+xml", []byte(opc.Header+`<workbook xmlns="`+sheetNamespace+`" xmlns:r="`+strings.TrimSuffix(officeRel, "/")+
			`"><sheets><sheet name="Sheet1" sheetId="1" r:id="`+p.Relate(book, officeRel+"worksheet", first)+`"/></sheets></workbook>`))
		p.Add(first, sheetType+"worksheet+xml", sheet)
		if w.format != "" && w.format != generalFormat {
			p.Relate(book, officeRel+"styles", styles)
			p.Add(styles, sheetType+"styles+xml", w.styles())
		}
		var file bytes.Buffer
		if _, err := p.WriteTo(&file); err != nil {
			return nil, err
		}
		return opc.Store(file.Bytes()), nil
	})
}
