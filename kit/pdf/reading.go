package pdf

import (
	"slices"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// line gathers the runs on one baseline. They come from left to right, and are
// written in the order in which they are read.
type line struct {
	y    doc.Pt
	runs []placedRun
}

type placedRun struct {
	pdfwriter.GlyphRun
	elem  canvas.Elem
	color pdfwriter.Color
}

// endLine writes the line that is being gathered.
func (c *pdfCanvas) endLine() {
	inReadingOrder(c.line.runs, c.rtl)
	for _, r := range c.line.runs {
		to := c.content(r.elem)
		to.SetFill(r.color)
		to.Glyphs(r.GlyphRun)
	}
	c.line.runs = c.line.runs[:0]
}

// endText writes what text an element has on the line that is being gathered,
// before something else is drawn for it.
func (c *pdfCanvas) endText(e canvas.Elem) {
	if slices.ContainsFunc(c.line.runs, func(r placedRun) bool { return r.elem == e }) {
		c.endLine()
	}
}

// inReadingOrder undoes what set runs from left to right (UAX 9, rule L2), with
// the directions of the runs for levels: in a paragraph that runs from the left,
// what runs from the right is turned round, and numbers that stand within it go
// with it; in one that runs from the right everything is, but for what runs from
// the left.
func inReadingOrder(runs []placedRun, rtl bool) {
	if !rtl && !slices.ContainsFunc(runs, func(r placedRun) bool { return r.RightToLeft }) {
		return
	}
	level := make([]int, len(runs))
	for i, r := range runs {
		switch {
		case r.RightToLeft:
			level[i] = 1
		case rtl || isNumber(r.Glyphs) && (i > 0 && runs[i-1].RightToLeft || i+1 < len(runs) && runs[i+1].RightToLeft):
			level[i] = 2
		}
	}
	turn := func(least int) {
		for from := 0; from < len(runs); from++ {
			to := from
			for to < len(runs) && level[to] >= least {
				to++
			}
			if to > from {
				slices.Reverse(runs[from:to])
				slices.Reverse(level[from:to])
				from = to
			}
		}
	}
	turn(1)
	turn(2)
}

// isNumber says that glyphs are a number and nothing else. Beside words that run
// from the left it would be one run with the space between them.
func isNumber(glyphs []pdfwriter.Glyph) bool {
	digits := false
	for _, g := range glyphs {
		if strings.ContainsFunc(g.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }) {
			return false
		}
		digits = digits || strings.ContainsFunc(g.Text, unicode.IsDigit)
	}
	return digits
}
