package docx

import (
	"math"
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
	m := b.meter(l, size)
	return m.advance(s)
}

// meter measures texts in one style and size.
type meter struct {
	face           *wordFace               // nil if it is unknown
	ascii          *[utf8.RuneSelf]float64 // its advances of characters as they are; nil if they are not known, or set in capitals
	caps           bool
	tracking, size doc.Pt
	last           rune // the letter before, from which space may part the next one
}

func (b *fontBook) meter(l doc.Style, size doc.Pt) meter {
	m := meter{face: b.find(l.Family, l.Weight, l.Italic), caps: l.Caps, tracking: l.Tracking, size: size}
	if m.face != nil && m.face.program == nil {
		m.face = nil
	}
	if m.face != nil && !m.caps {
		m.ascii = m.face.advances
	}
	return m
}

func (m *meter) advance(s string) doc.Pt {
	total := 0.0
	for _, r := range s {
		total += m.letter(r)
	}
	return total
}

func (m *meter) letter(r rune) doc.Pt {
	last := m.last
	m.last = r
	if m.ascii != nil && r < utf8.RuneSelf && last < utf8.RuneSelf {
		return (m.ascii[r] + m.tracking) * m.size
	}
	if spaced(last, r) {
		return m.other(r) + autoSpace*m.size
	}
	return m.other(r)
}

func (m *meter) other(r rune) doc.Pt {
	if m.caps {
		r = unicode.ToUpper(r)
	}
	em := averageAdvance
	if m.face != nil {
		em = m.face.advance(r)
	}
	return (em + m.tracking) * m.size
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
	case !ok && unicode.Is(unicode.Mn, r):
		return 0 // above or below a letter
	case !ok:
		return averageAdvance
	}
	return float64(w.program.Advance(gid)) / float64(w.program.UnitsPerEm())
}

// measuredWord is a word of a text, by its width. Without letters it is the end of a line.
type measuredWord struct {
	width   doc.Pt
	letters int
}

// words measures the words of a text; space is the width of one between them. The list
// is good until the next text is measured.
func (b *fontBook) words(s string, l doc.Style, size doc.Pt) (list []measuredWord, space doc.Pt) {
	in := b.meter(l, size)
	space = in.letter(' ')
	list = b.measured[:0]
	var word measuredWord
	end := func() {
		if word.letters > 0 {
			list = append(list, word)
		}
		word, in.last = measuredWord{}, ' '
	}
	for _, r := range s {
		switch r {
		case ' ', '\t': // at a no-break space no line may end
			end()
		case '\n':
			end()
			list = append(list, measuredWord{})
		default:
			word.width += in.letter(r)
			word.letters++
		}
	}
	end()
	b.measured = list
	return list, space
}

// greedyLines is how many lines words take in a measure when broken greedily.
func greedyLines(words []measuredWord, space, measure doc.Pt) int {
	lines, x := 1, doc.Pt(0)
	for _, w := range words {
		switch {
		case w.letters == 0:
			lines++
			x = 0
			continue
		case x == 0:
			x = w.width
		case x+space+w.width > measure:
			lines++
			x = w.width
		default:
			x += space + w.width
		}
		if x > measure && measure > 0 {
			parts := min(math.Ceil(x/measure)-1, float64(w.letters-1)) // at letters
			lines += int(parts)
			x -= parts * measure
		}
	}
	return lines
}

// lineCount is how many lines a text takes in a measure.
func (b *fontBook) lineCount(s string, l doc.Style, size, measure doc.Pt) int {
	words, space := b.words(s, l, size)
	return greedyLines(words, space, measure)
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
	words, space := b.words(s, l, l.Size)
	lines := greedyLines(words, space, measure)
	low, high := doc.Pt(0), measure // high always fits
	for high-low > 0.5 {
		mid := (low + high) / 2
		if greedyLines(words, space, mid) > lines {
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
