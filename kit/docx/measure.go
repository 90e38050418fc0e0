package docx

import (
	"slices"
	"strings"
	"unicode"
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
	total, last := 0.0, ' '
	for _, r := range s {
		em := averageAdvance
		if w != nil && w.program != nil {
			em = w.advance(r)
		}
		if spaced(last, r) {
			em += autoSpace
		}
		total += (em + l.Tracking) * size
		last = r
	}
	return total
}

// advance is the width of a character in em.
func (w *wordFace) advance(r rune) float64 {
	if r < utf8.RuneSelf {
		return w.advances[r]
	}
	return w.measure(r)
}

func (w *wordFace) measure(r rune) float64 {
	gid, ok := w.program.Glyph(r)
	switch {
	case !ok && ideograph(r):
		return 1
	case !ok:
		return averageAdvance
	}
	return float64(w.program.Advance(gid)) / float64(w.program.UnitsPerEm())
}

// lineCount is how many lines a text takes in a measure when broken greedily.
func (b *fontBook) lineCount(s string, l doc.Style, size, measure doc.Pt) int {
	lines := 0
	for _, forced := range strings.Split(s, "\n") {
		lines++
		x := doc.Pt(0)
		space := b.advance(" ", l, size)
		for word := range strings.FieldsFuncSeq(forced, breaks) {
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

// breaks reports whether a line may end at a character; at a no-break space it
// may not.
func breaks(r rune) bool { return r == ' ' || r == '\t' }

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
	if !l.Balance || b.lineCount(s, l, l.Size, measure) < 2 {
		return 0
	}
	return b.slack(s, l, measure)
}

// slack is what can be taken from a measure without another line. Letters that
// join are not as wide as each of them alone, and lines of ideographs end at rules of
// their own, so that nothing is known of those.
func (b *fontBook) slack(s string, l doc.Style, measure doc.Pt) doc.Pt {
	if strings.ContainsFunc(s, unmeasured) {
		return 0
	}
	lines := b.lineCount(s, l, l.Size, measure)
	low, high := doc.Pt(0), measure // high always fits
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

// unmeasured says that nothing is known of the lines of a character's script.
func unmeasured(r rune) bool { return unicode.Is(unicode.Arabic, r) || ideograph(r) }

// evenly binds the last words of a text whose style balances its lines, where the
// last line would be a single word, so that two stand there.
func (b *builder) evenly(t doc.Text, l doc.Style, measure doc.Pt) doc.Text {
	plain := t.Plain()
	at := strings.LastIndexByte(plain, ' ')
	if at <= 0 || strings.Contains(plain, "\n") {
		return t
	}
	// The last word stands alone if the text without it takes a line less.
	lines := b.fonts.lineCount(plain, l, l.Size, measure)
	if lines < 2 || b.fonts.lineCount(plain[:at], l, l.Size, measure) == lines {
		return t
	}
	const most = 0.6 // of the measure: longer endings may not fit
	start := strings.LastIndexByte(plain[:at], ' ') + 1
	if b.fonts.advance(plain[start:], l, l.Size) > most*measure {
		return t
	}
	out := slices.Clone(t)
	for i := len(out) - 1; i >= 0; i-- {
		if k := strings.LastIndexByte(out[i].Text, ' '); k >= 0 {
			out[i].Text = out[i].Text[:k] + "\u00a0" + out[i].Text[k+1:]
			break
		}
	}
	return out
}
