package docx

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
)

// Charts of statistics, in the sizes of their drawings.
const (
	ringSize  = 14 * millimetre
	ringLarge = 17 * millimetre   // of a highlighted statistic
	ringTop   = 2.5               // points from the top of a figure's line to its digits, about
	chartWide = 46.5 * millimetre // the greatest width of bars and lines

	chartTop  = 3 // modules under the label
	chartFoot = 2 // over the notes

	bandColumn = 38 * millimetre // the least width of a statistic where more than two stand side by side
	bandMost   = 4               // of them
)

// hasRing reports whether the ring of a statistic stands beside its figure, where
// each has half of a width.
func (b *builder) hasRing(s *doc.Stat, half doc.Pt) bool {
	return half >= ringWidth(s) && b.ringBeside(s, half)
}

// ringBeside reports whether the ring of a statistic stands beside its figure,
// which then has some width.
func (b *builder) ringBeside(s *doc.Stat, width doc.Pt) bool {
	return s.Chart != nil && !b.sheet.statsCentred() && s.Chart.Picture != nil && s.Chart.Kind == doc.Ring && b.statWidth(s) <= width
}

func ringWidth(s *doc.Stat) doc.Pt {
	if s.Highlight {
		return ringLarge
	}
	return ringSize
}

// ringCells sets a statistic in one cell and its ring at one side of the next.
func (b *builder) ringCells(s *doc.Stat, half doc.Pt, left, right sides[doc.Pt], at doc.Align, keep bool) []cell {
	words := *s
	words.Chart = nil
	p := b.para(b.sheet.figureInTable(), inCell(half))
	p.align = ptr(at)
	if d := b.chartDrawing(s, ringWidth(s)); d != nil {
		p.content = []inline{d}
	}
	right.top += ringTop
	return []cell{
		{margins: left, content: b.stat(inCell(half), &words, keep)},
		{margins: right, content: flow{p}},
	}
}

// chart builds the chart that stands between the label and the notes of a
// statistic; nil if there is none.
func (b *builder) chart(pl place, s *doc.Stat) *paragraph {
	if s.Chart == nil || s.Chart.Picture == nil {
		return nil
	}
	p := b.para(b.sheet.figureInTable(), pl)
	if d := b.chartDrawing(s, chartWidth(s, pl.width-pl.end)); d != nil {
		p.content = []inline{d}
	}
	if b.sheet.statsCentred() {
		p.align = ptr(doc.AlignCenter)
	}
	p.before = ptr(b.modules(chartTop))
	if len(s.Notes) > 0 {
		p.after = ptr(b.modules(chartFoot))
	}
	return p
}

// chartDrawing places the chart of a statistic: its picture, and for Word a chart
// with its numbers, if they make one.
func (b *builder) chartDrawing(s *doc.Stat, width doc.Pt) *drawing {
	d := b.picture(s.Chart.Picture, width, 0)
	if d == nil {
		return nil
	}
	frame, made := b.charts[s]
	if !made {
		book := b.newWorkbook(s)
		if book == nil {
			return d
		}
		if frame = b.chartParts(s, book); frame == nil {
			return nil
		}
		b.charts[s] = frame
	}
	b.drawings++
	d.chart = &chartFrame{id: b.drawings, name: frame.name, relationship: frame.relationship}
	return d
}

// chartParts adds the chart of a statistic and its workbook to the package; nil if that
// fails. A panel that is built anew, for another place, has those of the first.
func (b *builder) chartParts(s *doc.Stat, book *workbook) *chartFrame {
	file, err := b.cache.workbook(book)
	if err != nil {
		b.fail(err)
		return nil
	}
	n := strconv.Itoa(len(b.charts) + 1)
	part, embedded := "word/charts/chart"+n+".xml", "word/embeddings/Microsoft_Excel_Worksheet"+n+".xlsx"
	b.pkg.AddPacked(embedded, sheetType+"sheet", file)
	data := b.markup.chart(s.Chart, book, b.pkg.Relate(part, officeRel+"package", embedded), proofingLanguage(b.d.Lang))
	b.pkg.AddPacked(part, docType+"drawingml.chart+xml", b.cache.compressor.PackKnown(data))
	return &chartFrame{name: "Chart " + n, relationship: b.pkg.Relate(b.part, officeRel+"chart", part)}
}

func chartWidth(s *doc.Stat, width doc.Pt) doc.Pt {
	if s.Chart.Kind == doc.Ring {
		return min(ringWidth(s), width)
	}
	return min(chartWide, width)
}

// withChart gives the height of a statistic with its chart, from that of its
// words.
func (b *builder) withChart(s *doc.Stat, words, width, half doc.Pt) doc.Pt {
	switch {
	case s.Chart == nil || s.Chart.Picture == nil || s.Chart.Picture.Width <= 0:
		return words
	case b.hasRing(s, half):
		return max(words, ringTop+ringWidth(s))
	}
	aspect := doc.Pt(s.Chart.Picture.Height) / doc.Pt(s.Chart.Picture.Width)
	return words + b.modules(chartTop+chartFoot) + chartWidth(s, width)*aspect
}

// bandColumns sets the statistics of a group in rows of several, each in two cells
// of the grid: its words and its ring, or both for its words.
func (b *builder) bandColumns(g *doc.StatGroup, w doc.Pt, columns int) *table {
	t := b.layoutTable(place{})
	each := w / doc.Pt(columns)
	for range 2 * columns {
		t.grid = append(t.grid, each/2)
	}
	m := sides[doc.Pt]{bottom: b.modules(statRowGap)}
	end := m
	end.end = pairGap
	var r row
	used := 0 // cells of the grid in this row
	flush := func() {
		if used > 0 {
			r.fill(t.grid)
			t.rows = append(t.rows, r)
		}
		r, used = row{}, 0
	}
	for _, s := range g.Stats {
		span, measure := 2, each-pairGap
		if b.statWidth(s) > measure {
			flush()
			span, measure = 2*columns, w
		}
		if span == 2 && b.hasRing(s, each/2) {
			r.cells = append(r.cells, b.ringCells(s, each/2, m, end, doc.AlignStart, false)...)
		} else {
			r.cells = append(r.cells, cell{span: span, margins: end, content: b.stat(inCell(measure), s, false)})
		}
		if used += span; used >= 2*columns {
			flush()
		}
	}
	flush()
	return t
}
