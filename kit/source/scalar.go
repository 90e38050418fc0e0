package source

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
)

// style says how the bytes of a string are written.
type style int

const (
	plainStyle   style = iota // YAML, without quotes
	singleStyle               // YAML 'it''s'
	doubleStyle               // YAML "…"
	literalStyle              // YAML |
	foldedStyle               // YAML >
	jsonStyle                 // JSON "…", TOML "…" and """…"""
	rawStyle                  // TOML '…' and '''…'''
)

// align finds where each byte of a decoded value is written, by walking along
// the value and the bytes of the file from offset start up to end together. It
// does not decode on its own: when the two cannot be brought together, the
// whole value maps to the whole of what is written.
func align(src *diag.Source, start, end int, value string, st style) Text {
	if st == plainStyle && len(value) <= end-start && value == string(src.Data[start:start+len(value)]) {
		return Text{Value: value, Span: diag.Span{Source: src, Start: start, End: start + len(value)}} // most are
	}
	a := aligner{data: src.Data[:end], at: start, value: value}
	ok := false
	switch st {
	case plainStyle:
		ok = a.flow(0)
	case singleStyle:
		a.at++
		ok = a.flow('\'')
	case doubleStyle:
		a.at++
		ok = a.flow('"')
	case literalStyle, foldedStyle:
		ok = a.block(st == foldedStyle)
	case jsonStyle, rawStyle:
		ok = a.quoted(st == jsonStyle)
	}
	span := diag.Span{Source: src, Start: start, End: min(max(a.at, start), end)}
	if !ok || a.done != len(value) {
		span.End = end
		return Made(value, diag.Span{Source: src, Start: start, End: end})
	}
	return a.out.text(value, span)
}

// aligner walks along a value and its bytes in the file.
type aligner struct {
	data  []byte
	at    int // in data
	value string
	done  int // of value
	out   places
}

func (a *aligner) byte() byte {
	if a.at < len(a.data) {
		return a.data[a.at]
	}
	return 0
}

// same takes n bytes that read as they are written.
func (a *aligner) same(n int) bool {
	if a.at+n > len(a.data) || a.done+n > len(a.value) || a.value[a.done:a.done+n] != string(a.data[a.at:a.at+n]) {
		return false
	}
	a.out.plain(n, a.at)
	a.at += n
	a.done += n
	return true
}

// run returns how many bytes from here on hold none that may need more than
// being taken: at least one, and no more than are left of the value.
func (a *aligner) run(special string) int {
	n, most := 1, min(len(a.value)-a.done, len(a.data)-a.at)
	for n < most && strings.IndexByte(special, a.data[a.at+n]) < 0 {
		n++
	}
	return n
}

// other takes n bytes of the file that read as s.
func (a *aligner) other(s string, n int) bool {
	if !strings.HasPrefix(a.value[a.done:], s) {
		return false
	}
	a.out.rigid(len(s), a.at, a.at+n)
	a.at += n
	a.done += len(s)
	return true
}

// lineBreak returns the size of a line break at offset i: 0, 1, or 2 for CR LF.
func (a *aligner) lineBreak(i int) int {
	switch {
	case i >= len(a.data):
		return 0
	case a.data[i] == '\n':
		return 1
	case a.data[i] == '\r' && i+1 < len(a.data) && a.data[i+1] == '\n':
		return 2
	case a.data[i] == '\r':
		return 1
	}
	return 0
}

func (a *aligner) blanks(i int) int {
	for i < len(a.data) && (a.data[i] == ' ' || a.data[i] == '\t') {
		i++
	}
	return i
}

// flow walks along a YAML plain or quoted scalar: YAML 1.2.2, 7.3 and 6.5.
func (a *aligner) flow(mark byte) bool {
	for a.at < len(a.data) {
		c := a.data[a.at]
		switch {
		case mark != 0 && c == mark:
			if mark == '\'' && a.at+1 < len(a.data) && a.data[a.at+1] == '\'' {
				if !a.other("'", 2) {
					return false
				}
				continue
			}
			a.at++
			return true
		case mark == 0 && a.done == len(a.value):
			return true
		case mark == '"' && c == '\\':
			if !a.yamlEscape() {
				return false
			}
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			if !a.fold() {
				return false
			}
		default:
			if !a.same(a.run(" \t\n\r\\'\"")) {
				return false
			}
		}
	}
	return mark == 0 && a.done == len(a.value)
}

// fold takes a run of white space, in which one line break reads as a space and
// more read as one break less.
func (a *aligner) fold() bool {
	end, breaks := a.blanks(a.at), 0
	if a.lineBreak(end) == 0 {
		return a.same(end - a.at)
	}
	for n := a.lineBreak(end); n > 0; n = a.lineBreak(end) {
		breaks++
		end = a.blanks(end + n)
	}
	if breaks == 1 {
		return a.other(" ", end-a.at)
	}
	return a.other(strings.Repeat("\n", breaks-1), end-a.at)
}

// yamlEscape takes an escape of a double-quoted scalar: YAML 1.2.2, 5.7.
func (a *aligner) yamlEscape() bool {
	if a.at+1 >= len(a.data) {
		return false
	}
	c := a.data[a.at+1]
	if n := a.lineBreak(a.at + 1); n > 0 {
		end := a.blanks(a.at + 1 + n)
		breaks := 0
		for n := a.lineBreak(end); n > 0; n = a.lineBreak(end) {
			breaks++
			end = a.blanks(end + n)
		}
		return a.other(strings.Repeat("\n", breaks), end-a.at)
	}
	const names, reads = "0abt\tnvfre \"/\\N_LP", "\x00\a\b\t\t\n\v\f\r\x1b \"/\\\u0085\u00a0\u2028\u2029"
	if i := strings.IndexByte(names, c); i >= 0 {
		return a.other(string([]rune(reads)[i]), 2)
	}
	if r, ok := surrogatePair(a.data[a.at:]); ok {
		return a.other(string(r), pairSize)
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	r, ok := a.hex(a.at+2, digits)
	return ok && a.other(string(r), 2+digits)
}

func (a *aligner) hex(at, digits int) (rune, bool) {
	if digits == 0 || at+digits > len(a.data) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(a.data[at:at+digits]), 16, 32)
	return rune(n), err == nil
}

// block walks along a literal or folded block scalar: YAML 1.2.2, 8.1. In a
// folded one it goes by the value, which says how breaks were folded.
func (a *aligner) block(folded bool) bool {
	indent := 0
	for ; a.at < len(a.data) && a.lineBreak(a.at) == 0; a.at++ {
		if c := a.data[a.at]; c >= '1' && c <= '9' && indent == 0 {
			indent = -1 // told by number, relative to a parent that is not known here
		} else if c == '#' {
			for a.at < len(a.data) && a.lineBreak(a.at) == 0 {
				a.at++
			}
			break
		}
	}
	a.at += a.lineBreak(a.at)
	if indent < 0 {
		indent = a.toldIndent()
	} else {
		indent = a.firstIndent()
	}
	for a.done < len(a.value) {
		for i := 0; i < indent && a.byte() == ' '; i++ {
			a.at++
		}
		stop := a.at
		for stop < len(a.data) && a.lineBreak(stop) == 0 {
			stop++
		}
		if !a.same(stop - a.at) {
			return false
		}
		if a.done == len(a.value) {
			break
		}
		if folded {
			if !a.foldBlock(indent) {
				return false
			}
		} else if !a.other("\n", max(a.lineBreak(a.at), 0)) {
			return false
		}
	}
	return true
}

// firstIndent returns the indentation of the first line that is not empty.
func (a *aligner) firstIndent() int {
	for i := a.at; i < len(a.data); {
		start := i
		for i < len(a.data) && a.data[i] == ' ' {
			i++
		}
		n := a.lineBreak(i)
		if n == 0 {
			return i - start
		}
		i += n
	}
	return 0
}

// toldIndent returns the indentation at which the first line reads as the value begins.
func (a *aligner) toldIndent() int {
	blank := a.blanks(a.at) - a.at
	inValue := len(a.value) - len(strings.TrimLeft(a.value, " \t"))
	return max(blank-inValue, 0)
}

// foldBlock takes the line breaks between two lines of a folded scalar.
func (a *aligner) foldBlock(indent int) bool {
	end := a.at
	for n := a.lineBreak(end); n > 0; n = a.lineBreak(end) {
		end += n
		// An empty line may be indented, by no more than the block.
		i := end
		for i < len(a.data) && a.data[i] == ' ' && i-end < indent {
			i++
		}
		if a.lineBreak(i) > 0 {
			end = i
		}
	}
	if a.value[a.done] == ' ' {
		return a.other(" ", end-a.at)
	}
	n := len(a.value[a.done:]) - len(strings.TrimLeft(a.value[a.done:], "\n"))
	return n > 0 && a.other(a.value[a.done:a.done+n], end-a.at)
}

// quoted walks along a JSON or TOML string, of one line or of several.
func (a *aligner) quoted(escapes bool) bool {
	mark := a.byte()
	a.at++
	long := a.at+1 < len(a.data) && a.data[a.at] == mark && a.data[a.at+1] == mark
	if long {
		a.at += 2
		a.at += a.lineBreak(a.at)
	}
	for a.at < len(a.data) {
		switch c := a.data[a.at]; {
		case c == mark && !long:
			a.at++
			return true
		case c == mark && a.done == len(a.value):
			a.at = min(a.at+3, len(a.data))
			return true
		case c == '\\' && escapes:
			if !a.jsonEscape() {
				return false
			}
		case c == '\r' && a.lineBreak(a.at) == 2 && !strings.HasPrefix(a.value[a.done:], "\r"):
			if !a.other("\n", 2) {
				return false
			}
		default:
			if !a.same(a.run("\r\\'\"")) {
				return false
			}
		}
	}
	return false
}

// jsonEscape takes an escape of JSON (RFC 8259, 7) or TOML.
func (a *aligner) jsonEscape() bool {
	if a.at+1 >= len(a.data) {
		return false
	}
	c := a.data[a.at+1]
	const names, reads = "btnfre\"/\\", "\b\t\n\f\r\x1b\"/\\"
	if i := strings.IndexByte(names, c); i >= 0 {
		return a.other(reads[i:i+1], 2)
	}
	if r, ok := surrogatePair(a.data[a.at:]); ok {
		return a.other(string(r), pairSize)
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	if r, ok := a.hex(a.at+2, digits); ok {
		size := 2 + digits
		if utf16.IsSurrogate(r) {
			low, ok := a.hex(a.at+size+2, 4)
			if full := utf16.DecodeRune(r, low); ok && full != utf8.RuneError && string(a.data[a.at+size:a.at+size+2]) == `\u` {
				return a.other(string(full), 12)
			}
			return a.other("\ufffd", size)
		}
		return a.other(string(r), size)
	}
	// TOML: a backslash at the end of a line takes all white space after it.
	end := a.at + 1
	for end < len(a.data) && strings.IndexByte(" \t\r\n", a.data[end]) >= 0 {
		end++
	}
	if end == a.at+1 {
		return false
	}
	a.at = end
	return true
}
