package typeset

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"
)

// Bounds of the paragraphs that a cache keeps, in glyphs: those of some ten kits
// of four pages, and of one paragraph. What is full is emptied.
const (
	maxKept          = 1 << 16
	maxKeptParagraph = 1 << 12
)

// paragraphs are the lines of texts that were set before. Most of a kit that is
// made again, on another day or in another format, is set as it was: to find it
// takes a small part of the time that it takes to break it into lines.
type paragraphs struct {
	seed maphash.Seed

	mu     sync.Mutex
	byHash map[uint64]*kept
	glyphs int // in all of them
}

// kept is what was asked for, in a copy of its text, and what came of it. Its
// lines are copied for each who asks; their glyphs are not.
type kept struct {
	spans   []Span
	options Options
	lines   []Line
	missing []Missing
}

// hash mixes what most often tells two paragraphs apart. The rest is compared.
func (k *paragraphs) hash(spans []Span, o *Options) uint64 {
	var h maphash.Hash
	h.SetSeed(k.seed)
	for i := range spans {
		h.WriteString(spans[i].Text)
		maphash.WriteComparable(&h, [2]float64{spans[i].Face.Size, float64(spans[i].Tag)})
	}
	maphash.WriteComparable(&h, [2]float64{o.Width, float64(o.Align)})
	return h.Sum64()
}

// find returns the lines of a paragraph, if they are kept.
func (k *paragraphs) find(hash uint64, spans []Span, o *Options) *kept {
	k.mu.Lock()
	found := k.byHash[hash]
	k.mu.Unlock()
	if found != nil && found.options.same(o) && slices.EqualFunc(found.spans, spans, sameSpan) {
		return found
	}
	return nil
}

// put keeps the lines of a paragraph. It reports whether it does, so that others
// need a copy.
func (k *paragraphs) put(hash uint64, p *kept) bool {
	glyphs := 0
	for i := range p.lines {
		for j := range p.lines[i].Runs {
			glyphs += len(p.lines[i].Runs[j].Glyphs)
		}
	}
	if glyphs > maxKeptParagraph {
		return false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.byHash == nil || k.glyphs+glyphs > maxKept {
		k.byHash, k.glyphs = map[uint64]*kept{}, 0
	}
	k.byHash[hash] = p
	k.glyphs += glyphs
	return true
}

// copy gives lines that may be moved and whose runs may be changed.
func (p *kept) copy() []Line {
	n := 0
	for i := range p.lines {
		n += len(p.lines[i].Runs)
	}
	lines, runs := slices.Clone(p.lines), make([]Run, 0, n)
	for i := range lines {
		from := len(runs)
		runs = append(runs, lines[i].Runs...)
		lines[i].Runs = slices.Clip(runs[from:])
	}
	return lines
}

// own copies spans with their text, so that a paragraph does not keep the
// document alive from which it was cut.
func own(spans []Span) []Span {
	spans = slices.Clone(spans)
	for i := range spans {
		spans[i].Text = strings.Clone(spans[i].Text)
	}
	return spans
}

func sameSpan(a, b Span) bool {
	return a.Text == b.Text && a.Tag == b.Tag && a.NoBreak == b.NoBreak && a.NoHyphen == b.NoHyphen && a.Advance == b.Advance &&
		a.Face.Size == b.Face.Size && a.Face.Tracking == b.Face.Tracking && a.Face.Rise == b.Face.Rise && a.Face.Lang == b.Face.Lang &&
		slices.Equal(a.Face.Fonts, b.Face.Fonts) && a.Face.Reserve == b.Face.Reserve && slices.Equal(a.Face.Features, b.Face.Features)
}

// same reports whether options ask for the same. Measures of each line cannot be
// compared, and are never the same.
func (o *Options) same(p *Options) bool {
	return o.Widths == nil && p.Widths == nil &&
		o.Width == p.Width && o.Align == p.Align && o.Lang == p.Lang && o.Bind == p.Bind && o.Hyphenate == p.Hyphenate &&
		o.MinWord == p.MinWord && o.Left == p.Left && o.Right == p.Right && o.NoHyphenCapitalized == p.NoHyphenCapitalized &&
		o.MaxHyphens == p.MaxHyphens && o.Balance == p.Balance && o.FirstIndent == p.FirstIndent &&
		o.HangFirst == p.HangFirst && o.HangEnd == p.HangEnd && o.RightToLeft == p.RightToLeft && o.LastLineMin == p.LastLineMin
}
