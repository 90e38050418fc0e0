package docx

import (
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
)

// Word breaks lines itself; what is measured here only helps to choose: the
// step of a headline, the hang of a quotation mark, whether a panel is too tall.

// averageAdvance is the width of a character in em where the font is unknown.
const averageAdvance = 0.52

// advance is the width of a text in one style.
func (b *fontBook) advance(s string, l doc.Style, size doc.Pt) doc.Pt {
	if l.Caps {
		s = strings.ToUpper(s)
	}
	w := b.find(l.Family, l.Weight, l.Italic)
	total := 0.0
	for _, r := range s {
		em := averageAdvance
		if w != nil && w.program != nil {
			if gid, ok := w.program.Glyph(r); ok {
				em = float64(w.program.Advance(gid)) / float64(w.program.UnitsPerEm())
			}
		}
		total += (em + l.Tracking) * size
	}
	return total
}

// lineCount is how many lines a text takes in a measure when broken greedily.
func (b *fontBook) lineCount(s string, l doc.Style, size, measure doc.Pt) int {
	lines := 0
	for _, forced := range strings.Split(s, "\n") {
		lines++
		x := doc.Pt(0)
		space := b.advance(" ", l, size)
		for _, word := range strings.Fields(forced) {
			w := b.advance(word, l, size)
			switch {
			case x == 0:
				x = w
			case x+space+w > measure:
				lines++
				x = w
			default:
				x += space + w
			}
			for x > measure && measure > 0 && utf8.RuneCountInString(word) > 1 {
				lines++
				x -= measure
			}
		}
	}
	return lines
}

// height is what a paragraph takes with its margins.
func (b *fontBook) height(s string, l doc.Style, measure doc.Pt) doc.Pt {
	if s == "" {
		return 0
	}
	return l.Before + l.LineHeight*doc.Pt(b.lineCount(s, l, l.Size, measure)) + l.After
}

// fit chooses the first step of a style in which a text keeps to MaxLines.
func (b *fontBook) fit(s string, l doc.Style, measure doc.Pt) doc.Style {
	if l.MaxLines == 0 {
		return l
	}
	for _, step := range l.Steps {
		if b.lineCount(s, l, l.Size, measure) <= l.MaxLines {
			break
		}
		l.Size, l.LineHeight = step.Size, step.LineHeight
	}
	return l
}

// spare is what can be taken from a measure without another line: an indent by
// which the lines of a heading come out even, as Word cannot balance them.
func (b *fontBook) spare(s string, l doc.Style, measure doc.Pt) doc.Pt {
	lines := b.lineCount(s, l, l.Size, measure)
	if !l.Balance || lines < 2 {
		return 0
	}
	low, high := measure/doc.Pt(lines), measure // high always fits
	for high-low > 0.5 {
		mid := (low + high) / 2
		if b.lineCount(s, l, l.Size, mid) > lines {
			low = mid
		} else {
			high = mid
		}
	}
	const sure = 1.03 // Word sets a little wider or narrower
	return max(0, measure-high*sure)
}
