package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/internal/typeset/bidi"
)

// paragraph is the text of all spans up to a hard line break, without the
// characters that have no glyph: soft hyphens, word joiners, zero-width spaces
// and directional marks live on as opportunities and levels.
type paragraph struct {
	text   string  // of all ranges, one after the other
	runes  []rune  // of text
	bytes  []int32 // byte offset of each rune into text; one more at the end
	ranges []textRange
	breaks []opportunity // before each rune, and at the end: len(runes)+1
	levels []uint8       // bidi level of each rune; nil: all 0

	raw      []rune  // with directional marks, for the bidi algorithm
	rawIndex []int32 // index into raw of each rune
	mixed    bool    // some character runs from right to left or marks direction
	hard     bool    // ended by a hard line break
}

// textRange is the part of a paragraph that comes from one span.
type textRange struct {
	span       int // index into the spans
	start, end int // runes of the paragraph
	source     int // byte offset into the span's text where the range begins
}

// spacerRune stands for the space that Span.Advance asks for. As a word
// joiner it keeps lines from breaking on either side.
const spacerRune = '\u2060'

const (
	softHyphen     = '\u00AD'
	zeroWidthSpace = '\u200B'
	wordJoiner     = '\u2060'
	byteOrderMark  = '\uFEFF'
	noBreakSpace   = '\u00A0'
	narrowNoBreak  = '\u202F'
)

func (p *paragraph) reset() {
	*p = paragraph{
		runes: p.runes[:0], bytes: p.bytes[:0], ranges: p.ranges[:0], breaks: p.breaks[:0],
		raw: p.raw[:0], rawIndex: p.rawIndex[:0],
	}
}

// read fills the paragraph from spans[at.span].Text[at.offset:] and returns
// where the next paragraph begins; ok is false at the end of the spans.
func (p *paragraph) read(spans []Span, at position) (next position, ok bool) {
	p.reset()
	var text strings.Builder
	whole := "" // the text as long as it is one unchanged piece of a span
	for ; at.span < len(spans); at = (position{span: at.span + 1}) {
		span := &spans[at.span]
		r := textRange{span: at.span, start: len(p.runes), source: at.offset}
		if at.offset == 0 && span.Advance != 0 {
			p.flush(&text, &whole)
			text.WriteRune(spacerRune)
			p.add(spacerRune, text.Len()-utf8.RuneLen(spacerRune))
		}
		stop := p.readSpan(span.Text, at.offset, &text, &whole)
		r.end = len(p.runes)
		if r.end > r.start {
			p.ranges = append(p.ranges, r)
		}
		if stop >= 0 {
			p.hard = true
			p.finish(&text, whole)
			return position{at.span, stop}, true
		}
	}
	p.finish(&text, whole)
	return position{}, false
}

// position is a place in the spans.
type position struct{ span, offset int }

// flush turns the text into a builder's when it can no longer be a piece of
// one span.
func (p *paragraph) flush(text *strings.Builder, whole *string) {
	text.WriteString(*whole)
	*whole = ""
}

func (p *paragraph) finish(text *strings.Builder, whole string) {
	if p.text = whole; whole == "" {
		p.text = text.String()
	}
	p.bytes = append(p.bytes, int32(len(p.text)))
	for len(p.breaks) <= len(p.runes) {
		p.breaks = append(p.breaks, never)
	}
}

// add appends a character at a byte offset of the text.
func (p *paragraph) add(r rune, offset int) {
	p.rawIndex = append(p.rawIndex, int32(len(p.raw)))
	p.raw = append(p.raw, r)
	p.runes = append(p.runes, r)
	p.bytes = append(p.bytes, int32(offset))
	for len(p.breaks) < len(p.runes) {
		p.breaks = append(p.breaks, never)
	}
	if r >= 0x0590 && bidi.IsRightToLeft(r) {
		p.mixed = true
	}
}

// readSpan appends the text of a span from an offset. It returns the offset
// after a hard line break, -1 if there is none.
func (p *paragraph) readSpan(source string, from int, text *strings.Builder, whole *string) int {
	// Text without invisible characters, in one span, is not copied.
	if text.Len() == 0 && *whole == "" && len(p.runes) == 0 {
		end := from
		for end < len(source) {
			r, size := utf8.DecodeRuneInString(source[end:])
			if kind := classify(r, size); kind != visible {
				break
			}
			p.add(r, end-from)
			end += size
		}
		*whole = source[from:end]
		if from = end; from == len(source) {
			return -1
		}
	}
	if from < len(source) {
		p.flush(text, whole)
	}
	for from < len(source) {
		r, size := utf8.DecodeRuneInString(source[from:])
		from += size
		switch classify(r, size) {
		case visible:
			p.add(r, text.Len())
			text.WriteRune(r)
		case damaged:
			p.add(utf8.RuneError, text.Len())
			text.WriteRune(utf8.RuneError)
		case blank:
			p.add(' ', text.Len())
			text.WriteByte(' ')
		case newline:
			if r == '\r' && strings.HasPrefix(source[from:], "\n") {
				from++
			}
			return from
		case opportunityMark:
			p.mark(r)
		case directional:
			p.raw = append(p.raw, r)
			p.mixed = true
		case ignored:
		}
	}
	return -1
}

// mark notes a soft hyphen and the like before the next character.
func (p *paragraph) mark(r rune) {
	for len(p.breaks) <= len(p.runes) {
		p.breaks = append(p.breaks, never)
	}
	b := &p.breaks[len(p.runes)]
	switch r {
	case softHyphen:
		if *b == never {
			*b = markedSoft
		}
	case zeroWidthSpace:
		*b = markedSpace
	case wordJoiner, byteOrderMark:
		*b = markedJoin
	}
}

// runeClass says what becomes of a source character.
type runeClass uint8

const (
	visible         runeClass = iota
	blank                     // set as a space
	newline                   // hard line break
	opportunityMark           // no glyph; allows or forbids a break
	directional               // no glyph; for the bidi algorithm
	ignored                   // no glyph, no effect
	damaged                   // not UTF-8
)

func classify(r rune, size int) runeClass {
	switch {
	case r == utf8.RuneError && size == 1:
		return damaged
	case r >= ' ' && r < 0x7F:
		return visible
	case r == '\t':
		return blank
	case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return newline
	case r < ' ', r >= 0x7F && r < 0xA0:
		return ignored
	case r == softHyphen, r == zeroWidthSpace, r == wordJoiner, r == byteOrderMark:
		return opportunityMark
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return directional
	case r >= 0xFFF9 && r <= 0xFFFB:
		return ignored
	}
	return visible
}

// sourceOffset is the byte offset of a character into the text of its span.
func (p *paragraph) sourceOffset(spans []Span, r textRange, index int) int {
	text, from := spans[r.span].Text, r.source
	left := index - r.start
	if r.source == 0 && spans[r.span].Advance != 0 {
		left-- // the spacer is not in the text
	}
	for i, c := range text[from:] {
		_, size := utf8.DecodeRuneInString(text[from+i:])
		if k := classify(c, size); k == visible || k == blank || k == damaged {
			if left <= 0 {
				return from + i
			}
			left--
		}
	}
	return len(text)
}

// isDiscardable reports whether a space vanishes at the end of a line.
func isDiscardable(r rune) bool {
	switch {
	case r == ' ':
		return true
	case r == 0x2007: // figure space: glue to numbers
		return false
	}
	return r == 0x1680 || r >= 0x2000 && r <= 0x200A || r == 0x205F || r == 0x3000
}

// isStretchable reports whether justification widens a space.
func isStretchable(r rune) bool { return r == ' ' || r == noBreakSpace }

// isSpace reports whether a character is set as white space.
func isSpace(r rune) bool {
	return isDiscardable(r) || r == noBreakSpace || r == narrowNoBreak || r == 0x2007
}
