package pdfwriter

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// fontUse is a font as one document uses it: which of its glyphs stand for which text.
type fontUse struct {
	font    *font.Font
	number  int // its resource name is F and this number
	ref     ref // of the Type 0 font
	entries []entry
	index   map[entry]int32
	common  []int32   // by glyph, 1 + the index of the entry it was given first, which most often is that it needs again
	codes   []uint16  // of each entry
	widths  []float64 // of each entry, thousandths of an em, as the reader of the file will know them
}

// Of a font, documents of a few pages in one script seldom use more glyphs, or glyphs with higher numbers.
const (
	usualEntries = 96
	usualGlyphs  = 1024
)

func newFontUse(f *font.Font, number int, r ref) *fontUse {
	return &fontUse{
		font: f, number: number, ref: r,
		entries: make([]entry, 0, usualEntries), index: make(map[entry]int32, usualEntries), common: make([]int32, 0, min(f.NumGlyphs(), usualGlyphs)),
	}
}

// entry is a glyph with the text it stands for. Each has its own code.
type entry struct {
	glyph uint16
	text  string
}

// noText is what a code extracts as that has no text of its own, since PDF/A wants something for every code
// (ISO 19005-2, 6.2.11.7.2): a zero-width space. It stands only where ActualText replaces it.
const noText = "\u200b"

func (u *fontUse) entry(glyph uint16, text string) int32 {
	if text == "" {
		text = noText
	}
	if int(glyph) < len(u.common) {
		if i := u.common[glyph]; i > 0 && u.entries[i-1].text == text {
			return i - 1
		}
	}
	key := entry{glyph, text}
	i, ok := u.index[key]
	if !ok {
		i = int32(len(u.entries))
		u.index[key] = i
		u.entries = append(u.entries, key)
		if more := int(glyph) + 1 - len(u.common); more > 0 {
			u.common = append(u.common, make([]int32, more)...)
		}
		if u.common[glyph] == 0 {
			u.common[glyph] = i + 1
		}
	}
	return i
}

// splitRun adds a run to c in parts, so that each part either is mapped glyph by glyph or is a single cluster that
// needs replacement text: one with more glyphs than characters, or none. Most runs are one part.
func (c *Content) splitRun(run GlyphRun) {
	if run.Silent {
		c.addRun(run, 0, len(run.Glyphs), run.X, true, "")
		return
	}
	first := len(c.runs)
	x, start, startX := run.X, 0, run.X
	for from := 0; from < len(run.Glyphs); {
		to := clusterEnd(run.Glyphs, from)
		end := x
		for _, g := range run.Glyphs[from:to] {
			end += g.Advance
		}
		if text := extractable(run.Glyphs[from].Text); utf8.RuneCountInString(text) < to-from || !run.RightToLeft && stacked(run.Glyphs[from:to]) {
			c.addRun(run, start, from, startX, false, "")
			c.addRun(run, from, to, x, true, text)
			start, startX = to, end
		}
		from, x = to, end
	}
	c.addRun(run, start, len(run.Glyphs), startX, false, "")
	if run.RightToLeft {
		slices.Reverse(c.runs[first:])
	}
}

// stacked reports whether a glyph of a cluster stands over or under another, as vowels
// of Devanagari do: readers that go by the look of the page take it for a word.
func stacked(cluster []Glyph) bool {
	return len(cluster) > 1 && slices.ContainsFunc(cluster, func(g Glyph) bool { return g.Advance == 0 })
}

func (c *Content) addRun(run GlyphRun, from, to int, x float64, replaced bool, text string) {
	if from < to {
		run.Glyphs, run.X = run.Glyphs[from:to], x
		c.runs = append(c.runs, placedRun{GlyphRun: run, at: len(c.buf), replaced: replaced, text: text})
	}
}

// survey notes the glyphs of a run. Codes come later: they are given in the order of glyphs, so that the same set of
// glyphs makes the same font whatever the text.
func (u *fontUse) survey(r *placedRun) {
	r.use = u
	r.entries = slices.Grow(r.entries[:0], len(r.Glyphs))
	for from := 0; from < len(r.Glyphs); {
		to := clusterEnd(r.Glyphs, from)
		switch text := extractable(r.Glyphs[from].Text); {
		case r.Silent, r.replaced && utf8.RuneCountInString(text) < to-from:
			r.entries = append(r.entries, u.entry(r.Glyphs[from].ID, r.text))
			for _, g := range r.Glyphs[from+1 : to] {
				r.entries = append(r.entries, u.entry(g.ID, ""))
			}
		case to-from == 1:
			r.entries = append(r.entries, u.entry(r.Glyphs[from].ID, text))
		default:
			u.surveyCluster(r, r.Glyphs[from:to], []rune(text))
		}
		from = to
	}
}

// surveyCluster gives each glyph of a cluster one character, and the last in reading order the rest.
func (u *fontUse) surveyCluster(r *placedRun, glyphs []Glyph, text []rune) {
	last := len(glyphs) - 1
	for i, g := range glyphs {
		if r.RightToLeft {
			i = last - i
		}
		end := i + 1
		if i == last {
			end = len(text)
		}
		r.entries = append(r.entries, u.entry(g.ID, string(text[i:end])))
	}
}

// clusterEnd returns the end of the cluster that starts at from.
func clusterEnd(glyphs []Glyph, from int) int {
	to := from + 1
	for to < len(glyphs) && glyphs[to].Text == "" {
		to++
	}
	return to
}

// extractable replaces what a ToUnicode map must not contain: U+0000, U+FEFF and U+FFFE are ruled out, and characters
// for private use have no meaning outside the font (ISO 19005-2, 6.2.11.7).
func extractable(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] >= ' ' && s[i] < 0x7f
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0xfeff, r == 0xfffe, r == 0xffff:
			return -1
		case r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000:
			return utf8.RuneError
		}
		return r
	}, s)
}

// finish gives out the codes. Code 0 stays free, being .notdef; where a text has no glyph, its code leads to a second
// copy of .notdef, so that the text is extracted all the same.
func (u *fontUse) finish() (gids []uint16) {
	order := make([]int32, len(u.entries))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := u.entries[a], u.entries[b]
		if x.glyph != y.glyph {
			return int(x.glyph) - int(y.glyph)
		}
		return strings.Compare(x.text, y.text)
	})
	gids = make([]uint16, 1, len(order)+1)
	u.codes = make([]uint16, len(order))
	u.widths = make([]float64, len(order))
	for _, i := range order {
		g := u.entries[i].glyph
		u.codes[i] = uint16(len(gids))
		u.widths[i] = u.width(g)
		gids = append(gids, g)
	}
	return gids
}

// width returns the advance of a glyph in thousandths of an em, rounded as it is written.
func (u *fontUse) width(glyph uint16) float64 {
	return math.Round(float64(u.font.Advance(glyph))*1e6/float64(u.font.UnitsPerEm())) / 1000
}

// appendRun writes a run as text-showing operators, within BT and ET (ISO 32000-1, 9.4). before is the run before it in
// the same text object, if any.
func appendRun(b []byte, r, before *placedRun, height float64) []byte {
	if before == nil || before.use != r.use || before.Size != r.Size {
		b = appendInt(append(b, "/F"...), r.use.number)
		b = appendNum(append(b, ' '), r.Size)
		b = append(b, " Tf\n"...)
	}
	b = append(b, "1 0 0 1 "...)
	b = appendNum(b, r.X)
	b = append(b, ' ')
	b = appendNum(b, height-r.Y)
	b = append(b, " Tm\n"...)
	s := shower{b: b, run: r}
	s.all()
	s.flush()
	if s.rise != 0 {
		s.b = append(s.b, "0 Ts\n"...)
	}
	return s.b
}

// maxShown is how many glyphs one string shows: a string has at most 32767 bytes (ISO 19005-2, 6.1.13).
const maxShown = 4096

// shower builds TJ arrays.
type shower struct {
	b       []byte
	run     *placedRun
	pen     float64 // where a reader's pen is, thousandths of an em from the start
	rise    float64
	array   bool // an array is open
	str     bool // a string is open
	inArray int
}

// all shows the glyphs in the order they are read (ISO 32000-1, 14.8.2.3). From right to left the pen moves back, and
// each glyph has an operator of its own, see the package documentation.
func (s *shower) all() {
	perPoint := 1000 / s.run.Size
	x := 0.0
	if !s.run.RightToLeft {
		for i, g := range s.run.Glyphs {
			s.show(i, (x+g.DX)*perPoint)
			x += g.Advance
		}
		return
	}
	for _, g := range s.run.Glyphs {
		x += g.Advance
	}
	for i, g := range slices.Backward(s.run.Glyphs) {
		x -= g.Advance
		s.show(i, (x+g.DX)*perPoint)
		s.flush()
	}
}

// show shows a glyph at x, in thousandths of an em from the start.
func (s *shower) show(i int, x float64) {
	g, e := &s.run.Glyphs[i], s.run.entries[i]
	if rise := g.DY; rise != s.rise {
		s.flush()
		s.rise = rise
		s.b = append(appendNum(s.b, rise), " Ts\n"...)
	}
	if s.inArray >= maxShown {
		s.flush()
	}
	if !s.array {
		s.b = append(s.b, '[')
		s.array = true
	}
	// Whole thousandths are fine enough, since what rounding leaves over is carried on to the next glyph.
	if move := math.Round(s.pen - x); move != 0 {
		s.endString()
		s.b = appendNum(s.b, move)
		s.pen -= move
	}
	if !s.str {
		s.b = append(s.b, '<')
		s.str = true
	}
	s.b = appendHex16(s.b, s.run.use.codes[e])
	s.inArray++
	s.pen += s.run.use.widths[e]
}

func (s *shower) endString() {
	if s.str {
		s.b = append(s.b, '>')
		s.str = false
	}
}

func (s *shower) flush() {
	if s.array {
		s.endString()
		s.b = append(s.b, "]TJ\n"...)
		s.array = false
		s.inArray = 0
	}
}
