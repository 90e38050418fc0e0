package source

import (
	"sort"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// Text is text from a file that remembers where each of its bytes was written,
// through escapes, indentation, folding and the variables put into it.
// The zero Text is a field that was not given.
type Text struct {
	Value string    // the text itself
	Span  diag.Span // where it is written, with its quotation marks

	segments []segment // sorted by text; empty: Value is written as it is at Span.Start
}

// segment maps the bytes of a Text from offset text on to bytes of the file
// from offset file on. A rigid segment was written otherwise than it reads: all
// of it maps to all width bytes of the file. In other segments byte i of the
// text is byte i of the file.
type segment struct {
	text, file, width int
	rigid             bool
}

// NewText returns a Text for a value that is in no file, such as one set by a program.
func NewText(value string) Text { return Text{Value: value} }

// Given reports whether the field was written in the file or set otherwise.
func (t Text) Given() bool { return t.Span.Source != nil || t.Value != "" }

// String returns the value.
func (t Text) String() string { return t.Value }

// At returns where the bytes from offset start to offset end of the value are written.
func (t Text) At(start, end int) diag.Span {
	if !t.Span.IsPlace() {
		return t.Span
	}
	start = min(max(start, 0), len(t.Value))
	end = min(max(end, start), len(t.Value))
	from, _ := t.locate(start)
	to := from
	if end > start {
		_, to = t.locate(end - 1)
	}
	return diag.Span{Source: t.Span.Source, Start: from, End: max(from, to)}
}

// locate returns the bytes of the file that byte i of the value is written as.
func (t Text) locate(i int) (start, end int) {
	if len(t.segments) == 0 {
		return t.Span.Start + i, t.Span.Start + i + 1
	}
	n := sort.Search(len(t.segments), func(n int) bool { return t.segments[n].text > i }) - 1
	if n < 0 {
		return t.Span.Start, t.Span.Start
	}
	s := t.segments[n]
	if s.rigid {
		return s.file, s.file + s.width
	}
	at := s.file + i - s.text
	return at, at + 1
}

// Slice returns the part of the text from byte start to byte end.
func (t Text) Slice(start, end int) Text {
	if start >= end {
		return Text{Span: t.At(start, end)}
	}
	var p places
	p.copy(t, start, end)
	return p.text(t.Value[start:end], t.At(start, end))
}

// Trim returns the text without white space at its ends.
func (t Text) Trim() Text {
	left := len(t.Value) - len(strings.TrimLeft(t.Value, " \t\r\n"))
	right := max(left, len(strings.TrimRight(t.Value, " \t\r\n")))
	return t.Slice(left, right)
}

// Replacement puts Value in the place of the bytes from Start to End of a Text.
type Replacement struct {
	Start, End int
	Value      string
}

// Replace returns the text with the replacements made, which must be in order
// and apart. What is put in maps to the whole of what it replaces.
func (t Text) Replace(list []Replacement) Text {
	if len(list) == 0 {
		return t
	}
	var b textBuilder
	at := 0
	for _, r := range list {
		b.copy(t, at, r.Start)
		place := t.At(r.Start, r.End)
		b.rigid(r.Value, place.Start, place.End)
		at = r.End
	}
	b.copy(t, at, len(t.Value))
	return b.text(t.Span)
}

// places collects the segments of a value whose bytes are at hand.
type places struct {
	segments []segment
	size     int // bytes of the value so far
}

// plain adds bytes of the value that are written at offset file exactly as they read.
func (p *places) plain(size, file int) {
	if size == 0 {
		return
	}
	n := len(p.segments)
	if n == 0 || p.segments[n-1].rigid || p.segments[n-1].file+p.size-p.segments[n-1].text != file {
		p.segments = append(p.segments, segment{text: p.size, file: file})
	}
	p.size += size
}

// rigid adds bytes of the value that are written as those from start to end of
// the file.
func (p *places) rigid(size, start, end int) {
	if size == 0 {
		return
	}
	p.segments = append(p.segments, segment{text: p.size, file: start, width: end - start, rigid: true})
	p.size += size
}

// copy adds the places of the part of t from byte start to byte end.
func (p *places) copy(t Text, start, end int) {
	if start >= end {
		return
	}
	if len(t.segments) == 0 {
		p.plain(end-start, t.Span.Start+start)
		return
	}
	n := max(sort.Search(len(t.segments), func(n int) bool { return t.segments[n].text > start })-1, 0)
	for ; n < len(t.segments) && t.segments[n].text < end; n++ {
		s := t.segments[n]
		from, to := max(s.text, start), end
		if n+1 < len(t.segments) {
			to = min(end, t.segments[n+1].text)
		}
		if s.rigid {
			p.rigid(to-from, s.file, s.file+s.width)
		} else {
			p.plain(to-from, s.file+from-s.text)
		}
	}
}

// text returns a value with the places that were collected, as written at span.
func (p *places) text(value string, span diag.Span) Text {
	t := Text{Value: value, Span: span, segments: p.segments}
	if len(t.segments) == 1 && !t.segments[0].rigid && t.segments[0].file == span.Start {
		t.segments = nil
	}
	return t
}

// textBuilder collects a value with its places.
type textBuilder struct {
	value  strings.Builder
	places places
}

func (b *textBuilder) plain(s string, file int) {
	b.places.plain(len(s), file)
	b.value.WriteString(s)
}

func (b *textBuilder) rigid(s string, start, end int) {
	b.places.rigid(len(s), start, end)
	b.value.WriteString(s)
}

func (b *textBuilder) copy(t Text, start, end int) {
	if start >= end {
		return
	}
	b.places.copy(t, start, end)
	b.value.WriteString(t.Value[start:end])
}

func (b *textBuilder) text(span diag.Span) Text { return b.places.text(b.value.String(), span) }

// Join returns the texts one after another. The result stands where the first does.
func Join(parts ...Text) Text {
	var b textBuilder
	span := diag.Span{}
	for i, t := range parts {
		switch {
		case i == 0:
			span = t.Span
		case t.Span.IsPlace() && t.Span.Source == span.Source:
			span.Start, span.End = min(span.Start, t.Span.Start), max(span.End, t.Span.End)
		}
		b.copy(t, 0, len(t.Value))
	}
	return b.text(span)
}

// Made returns a text that reads as value and is written as span.
func Made(value string, span diag.Span) Text {
	var p places
	p.rigid(len(value), span.Start, span.End)
	return p.text(value, span)
}
