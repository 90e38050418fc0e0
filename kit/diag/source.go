package diag

import (
	"sort"
	"sync"
	"unicode/utf8"
)

// Source is the text of one input file. Name is what messages show: a
// slash-separated path, as given to the fs.FS it was read from.
// Use it by pointer; it is safe for concurrent use as long as Data is not changed.
type Source struct {
	Name string
	Data []byte

	once  sync.Once
	lines []int // byte offset of the first byte of each line
}

// NewSource returns a Source over data, which must not be changed afterwards.
func NewSource(name string, data []byte) *Source {
	return &Source{Name: name, Data: data}
}

// Position is a place in a Source. Line and Column start at 1; Column counts
// Unicode code points, and a byte that is not part of valid UTF-8 counts as one.
type Position struct {
	Line, Column int
}

// table builds the line table on first use. A line ends at LF, CR LF or a lone CR.
func (s *Source) table() []int {
	s.once.Do(func() {
		s.lines = append(s.lines, 0)
		for i, c := range s.Data {
			lone := c == '\r' && (i+1 == len(s.Data) || s.Data[i+1] != '\n')
			if c == '\n' || lone {
				s.lines = append(s.lines, i+1)
			}
		}
	})
	return s.lines
}

// Lines returns the number of lines; a file that ends in a line break has an
// empty last line.
func (s *Source) Lines() int { return len(s.table()) }

// Position returns the place of a byte offset, which is clamped to the data.
func (s *Source) Position(offset int) Position {
	offset = min(max(offset, 0), len(s.Data))
	table := s.table()
	line := sort.SearchInts(table, offset+1) - 1
	start := table[line]
	if line == 0 && hasBOM(s.Data) {
		start = min(len(bom), offset)
	}
	return Position{Line: line + 1, Column: utf8.RuneCount(s.Data[start:offset]) + 1}
}

// Offset returns the byte offset of a position, clamped to its line and to the data.
func (s *Source) Offset(p Position) int {
	if p.Line < 1 {
		return 0
	}
	if p.Line > s.Lines() {
		return len(s.Data)
	}
	start, end := s.LineBounds(p.Line)
	for ; p.Column > 1 && start < end; p.Column-- {
		_, size := utf8.DecodeRune(s.Data[start:end])
		start += size
	}
	return start
}

// LineBounds returns the byte offsets of line n (from 1) without its line break
// and, in the first line, without a byte order mark.
func (s *Source) LineBounds(n int) (start, end int) {
	table := s.table()
	if n < 1 || n > len(table) {
		return len(s.Data), len(s.Data)
	}
	start, end = table[n-1], len(s.Data)
	if n < len(table) {
		end = table[n]
	}
	for end > start && (s.Data[end-1] == '\n' || s.Data[end-1] == '\r') {
		end--
	}
	if n == 1 && hasBOM(s.Data) {
		start = min(len(bom), end)
	}
	return start, end
}

const bom = "\ufeff"

func hasBOM(data []byte) bool {
	return len(data) >= len(bom) && string(data[:len(bom)]) == bom
}

// Span is a range of bytes of a Source: [Start, End). The zero Span is no place
// at all; a span made by [File] names a file without a place inside it.
type Span struct {
	Source     *Source
	Start, End int
}

// File returns the span that stands for a file as a whole.
func File(s *Source) Span { return Span{Source: s, Start: -1, End: -1} }

// Start returns the span that stands for a file as a whole, for which line 1,
// column 1 is named so that programs that want a place have one.
func Start(s *Source) Span { return Span{Source: s} }

// IsZero reports whether the span names neither a file nor a place.
func (s Span) IsZero() bool { return s.Source == nil }

// IsPlace reports whether the span points at bytes of a file.
func (s Span) IsPlace() bool { return s.Source != nil && s.Start >= 0 }

// Name returns the file's name, or "".
func (s Span) Name() string {
	if s.Source == nil {
		return ""
	}
	return s.Source.Name
}

// Text returns the bytes that the span covers, as a string.
func (s Span) Text() string {
	if !s.IsPlace() {
		return ""
	}
	start := min(s.Start, len(s.Source.Data))
	return string(s.Source.Data[start:min(max(s.End, start), len(s.Source.Data))])
}

// Position returns the place of the first byte; the zero Position for a span without a place.
func (s Span) Position() Position {
	if !s.IsPlace() {
		return Position{}
	}
	return s.Source.Position(s.Start)
}

// EndPosition returns the place just after the last byte.
func (s Span) EndPosition() Position {
	if !s.IsPlace() {
		return Position{}
	}
	return s.Source.Position(max(s.End, s.Start))
}
