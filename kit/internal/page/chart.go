package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of the charts of statistics; vertical distances in modules.
const (
	chartTop    = 3.0 // under the label
	chartBottom = 2.0 // over the notes
)

var (
	ringSize  = doc.MM(14) // as high as a figure with its label
	ringLarge = doc.MM(17) // of a highlighted statistic
	ringGap   = doc.MM(3)
	chartWide = doc.MM(46.5) // the greatest width of bars and lines
)

// ring says how large the ring of a statistic is, and whether it stands at the
// end of its figure's line: there must be room for both. Otherwise it stands
// under the label. The size is 0 if there is no ring.
func (b *builder) ring(s *doc.Stat, width doc.Pt) (size doc.Pt, beside bool) {
	if s.Chart == nil || s.Chart.Kind != doc.Ring {
		return 0, false
	}
	size = ringSize
	if s.Highlight {
		size = ringLarge
	}
	size = min(size, width)
	return size, b.statWidth(s) <= width-size-ringGap && !b.statsCentred()
}

// chart draws the chart of a statistic over a width, or as high as it is wide if
// it is a ring of a size.
func (b *builder) chart(s *doc.Stat, elem canvas.Elem, width, ring doc.Pt) box {
	w := min(width, chartWide)
	if ring > 0 {
		w = ring
	}
	pic := b.picture(s.Chart.Picture)
	if pic == nil {
		return box{}
	}
	return b.image(s.Chart.Picture, b.tree.Add(elem, b.figureNode(s.Chart.Picture)), w, w/pic.Aspect(), false)
}

// charted sets the words of a statistic with its chart: a ring at their end side,
// anything else between the label and the notes. Where another statistic may
// follow in the row, the ring keeps close to its words.
func (b *builder) charted(s *doc.Stat, elem canvas.Elem, width doc.Pt, alone bool) box {
	ring, atEnd := b.ring(s, width)
	if !atEnd {
		words := b.words(s, elem, width)
		drawing := b.chart(s, elem, width, ring)
		if b.statsCentred() {
			wide := min(width, chartWide)
			if ring > 0 {
				wide = ring
			}
			drawing = padded((width-wide)/2, drawing)
		}
		parts := append(words, space(b.modules(chartTop)), drawing)
		if len(s.Notes) > 0 {
			parts = append(parts, space(b.modules(chartBottom)))
		}
		return stack(append(parts, b.statNotes(s, elem, width)...)...)
	}
	inner := width - ring - ringGap
	words := b.words(s, elem, inner)
	drawing := b.chart(s, elem, width, ring)
	value, label := b.statStyles(s)
	at := width - ring
	if !alone {
		words := max(b.statWidth(s), min(b.labelWidth(s, label), inner))
		at = min(at, words+1.5*ringGap)
	}
	// The ring begins where the digits of the figure do.
	top := max((value.LineHeight-value.Size)/2+digitTop*value.Size, 0)
	return beside(
		offset{box: stack(append(words, b.statNotes(s, elem, inner)...)...)},
		offset{dx: at, dy: top, box: drawing},
	)
}

// labelWidth is the natural width of the label of a statistic.
func (b *builder) labelWidth(s *doc.Stat, st doc.Style) doc.Pt {
	return b.set.Width(b.spans(&paragraph{b: b}, s.Label, st, canvas.Ground))
}

// code moves a QR code so that its modules begin where the words around it do: the
// free space at its edges stands in the margin, over it and between it and its
// caption.
func (b *builder) code(p *doc.Picture, image box, width doc.Pt) box {
	quiet := p.Quiet() * width
	over := max(quiet-b.modules(codeTop), 0)
	moved := beside(offset{dx: -quiet, dy: -over, box: image})
	moved.height = max(image.height-over-b.modules(captionGap), 0)
	return moved
}

// codeTop is the distance of a QR code's modules from the top of its place: as far
// as capitals stand from the top of their line.
const codeTop = 1.5

// digitTop is the space over digits, as a share of the size of their font.
const digitTop = 0.12
