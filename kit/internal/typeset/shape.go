package typeset

import (
	"strings"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	gotextlang "github.com/go-text/typesetting/language"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// styleKey is all that decides which glyphs a text gets, but for size.
type styleKey struct {
	font        *font.Font
	features    string // tags and values, see featureKey
	lang        string
	script      gotextlang.Script
	rightToLeft bool
}

// style is a styleKey with the words shaped in it so far.
type style struct {
	styleKey
	language gotextlang.Language
	shaping  []harfbuzz.Feature
	words    lookup[string, *word]
}

// word is shaped text, in design units of its font. It is immutable.
type word struct {
	glyphs   []shapedGlyph // from left to right
	clusters []cluster     // in reading order
	width    int32
	missing  bool // some character has no glyph
}

type shapedGlyph struct {
	id              uint16
	advance, dx, dy int32
}

// cluster is the least part of a text that has glyphs of its own (UAX 29
// graphemes, ligatures and more).
type cluster struct {
	rune, byte  int32 // where it begins in the text
	first, last int32 // its glyphs: glyphs[first:last]
	before      int32 // width of the text before it
	unsafe      bool  // to break the text here changes the glyphs
}

// engine is the shaping state of one goroutine.
type engine struct {
	buffer *harfbuzz.Buffer
	fonts  map[*font.Font]*harfbuzz.Font
	runes  []rune
	left   int // uses of the buffer left
}

// bufferUses is how often a buffer is used before it is renewed: its budget
// of operations, a guard against hostile fonts, is for its life.
const bufferUses = 1 << 12

func (c *Cache) engine() *engine {
	if e, ok := c.engines.Get().(*engine); ok {
		return e
	}
	return &engine{fonts: map[*font.Font]*harfbuzz.Font{}}
}

// style is the shared style for a key.
func (c *Cache) style(key styleKey) *style {
	return c.styles.get(key, func() *style {
		st := &style{styleKey: key, language: gotextlang.NewLanguage(key.lang), shaping: parseFeatureKey(key.features)}
		st.words.most = maxWords
		return st
	})
}

// featureKey writes the features of a face, later ones overriding earlier
// ones. Ligatures are off in tracked text, whose letters must be evenly spaced.
func featureKey(face *Face) string {
	if len(face.Features) == 0 && face.Tracking == 0 {
		return ""
	}
	var b strings.Builder
	if face.Tracking != 0 {
		for _, tag := range [...]string{"liga", "clig", "dlig", "hlig"} {
			writeFeature(&b, tag, 0)
		}
	}
	for _, f := range face.Features {
		if len(f.Tag) == 4 {
			writeFeature(&b, f.Tag, f.Value)
		}
	}
	return b.String()
}

// A feature of the key is its tag and one byte of value.
const featureKeySize = 5

func writeFeature(b *strings.Builder, tag string, value uint32) {
	b.WriteString(tag)
	b.WriteByte(byte(min(value, 255)))
}

func parseFeatureKey(key string) []harfbuzz.Feature {
	var features []harfbuzz.Feature
	for ; len(key) >= featureKeySize; key = key[featureKeySize:] {
		features = append(features, harfbuzz.Feature{
			Tag:   opentype.NewTag(key[0], key[1], key[2], key[3]),
			Value: uint32(key[4]),
			Start: harfbuzz.FeatureGlobalStart,
			End:   harfbuzz.FeatureGlobalEnd,
		})
	}
	return features
}

// shape returns the glyphs of a text that contains no spaces. Text of a
// cursive script must be whole words: its letters join.
func (s *Setter) shape(st *style, text string) *word {
	if w, ok := st.words.find(text); ok {
		return w
	}
	s.cache.count(text)
	return st.words.put(strings.Clone(text), s.engine.shape(st, text))
}

func (e *engine) shape(st *style, text string) (w *word) {
	e.runes = e.runes[:0]
	for _, r := range text {
		e.runes = append(e.runes, substitute(st.font, r))
	}
	defer func() {
		// The shaper was not written for hostile fonts.
		if recover() != nil {
			e.buffer = nil
			w = plainWord(st, text, e.runes)
		}
	}()
	if e.buffer == nil || e.left == 0 {
		e.buffer, e.left = harfbuzz.NewBuffer(), bufferUses
	}
	e.left--
	b := e.buffer
	b.Clear()
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	b.AddRunes(e.runes, 0, len(e.runes))
	b.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight,
		Script:    st.script,
		Language:  st.language,
	}
	if st.rightToLeft {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	hb := e.fonts[st.font]
	if hb == nil {
		hb = harfbuzz.NewFont(gotextfont.NewFace(st.font.GoText()))
		e.fonts[st.font] = hb
	}
	b.Shape(hb, st.shaping)
	return collect(st, text, b)
}

// collect copies the shaper's result into a word.
func collect(st *style, text string, b *harfbuzz.Buffer) *word {
	w := &word{glyphs: make([]shapedGlyph, 0, len(b.Info)), clusters: make([]cluster, 0, len(b.Info))}
	numGlyphs := st.font.NumGlyphs()
	for i := range b.Info {
		info, pos := &b.Info[i], &b.Pos[i]
		g := shapedGlyph{advance: pos.XAdvance, dx: pos.XOffset, dy: pos.YOffset}
		if int(info.Glyph) < numGlyphs {
			g.id = uint16(info.Glyph)
		}
		if g.id == 0 || st.font.ColorOnly(g.id) {
			w.missing = true
		}
		w.glyphs = append(w.glyphs, g)
		unsafe := info.Mask&harfbuzz.GlyphUnsafeToBreak != 0
		n := len(w.clusters)
		if n > 0 && w.clusters[n-1].rune == int32(info.Cluster) {
			c := &w.clusters[n-1]
			c.last++
			c.unsafe = c.unsafe || unsafe
			continue
		}
		w.clusters = append(w.clusters, cluster{rune: int32(info.Cluster), first: int32(i), last: int32(i + 1), unsafe: unsafe})
	}
	if st.rightToLeft {
		for i, j := 0, len(w.clusters)-1; i < j; i, j = i+1, j-1 {
			w.clusters[i], w.clusters[j] = w.clusters[j], w.clusters[i]
		}
	}
	w.finish(text)
	return w
}

// finish fills the byte offsets and widths of the clusters.
func (w *word) finish(text string) {
	index, next := int32(0), 0
	for i := range text {
		if next < len(w.clusters) && w.clusters[next].rune == index {
			w.clusters[next].byte = int32(i)
			next++
		}
		index++
	}
	for i := range w.clusters {
		c := &w.clusters[i]
		c.before = w.width
		for _, g := range w.glyphs[c.first:c.last] {
			w.width += g.advance
		}
	}
	if len(w.clusters) > 0 { // characters removed by the shaper go with the first
		w.clusters[0].rune, w.clusters[0].byte = 0, 0
	}
}

// plainWord maps characters to glyphs one by one.
func plainWord(st *style, text string, runes []rune) *word {
	w := &word{}
	for i, r := range runes {
		id, ok := st.font.Glyph(r)
		w.missing = w.missing || !ok && !isIgnorable(r)
		w.glyphs = append(w.glyphs, shapedGlyph{id: id, advance: int32(st.font.Advance(id))})
		w.clusters = append(w.clusters, cluster{rune: int32(i), first: int32(i), last: int32(i + 1)})
	}
	if st.rightToLeft {
		n := len(w.glyphs)
		for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
			w.glyphs[i], w.glyphs[j] = w.glyphs[j], w.glyphs[i]
		}
		for i := range w.clusters {
			w.clusters[i].first, w.clusters[i].last = int32(n-1-i), int32(n-i)
		}
	}
	w.finish(text)
	return w
}

// substitute is the character whose glyph stands for one the font lacks.
func substitute(f *font.Font, r rune) rune {
	if r != '\u2010' && r != '\u2011' {
		return r
	}
	for _, other := range [...]rune{r, '\u2010', '-'} {
		if _, ok := f.Glyph(other); ok {
			return other
		}
	}
	return r
}
