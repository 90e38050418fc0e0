package pdfwriter

import (
	"math"
	"strconv"
	"unicode/utf16"
)

// maxNumber bounds what is written as a number: every reader holds it, and it is further than any page goes.
const maxNumber = 1 << 24

// ref is the number of an indirect object, from 1. Generations are always 0.
type ref int

// object is the text of an object being built. Keys start a line, so that plain files can be read.
type object struct{ b []byte }

func (o *object) raw(s string) *object { o.b = append(o.b, s...); return o }
func (o *object) begin() *object       { return o.raw("<<") }
func (o *object) end() *object         { return o.raw("\n>>") }

// key starts an entry of a dictionary.
func (o *object) key(k string) *object {
	o.b = append(o.b, '\n', '/')
	o.b = append(o.b, k...)
	o.b = append(o.b, ' ')
	return o
}

func (o *object) name(n string) *object { o.b = appendName(o.b, n); return o }
func (o *object) int(n int) *object     { o.b = appendInt(o.b, n); return o }
func (o *object) num(f float64) *object { o.b = appendNum(o.b, f); return o }
func (o *object) text(s string) *object { o.b = appendText(o.b, s); return o }
func (o *object) ref(r ref) *object     { o.b = append(appendInt(o.b, int(r)), " 0 R"...); return o }

// nums writes an array of numbers.
func (o *object) nums(v ...float64) *object {
	o.raw("[")
	for i, f := range v {
		if i > 0 {
			o.raw(" ")
		}
		o.num(f)
	}
	return o.raw("]")
}

// refs writes an array of references, some to a line.
func (o *object) refs(v []ref) *object {
	o.raw("[")
	for i, r := range v {
		if i > 0 {
			o.raw(" ")
		}
		if i%16 == 15 {
			o.raw("\n")
		}
		o.ref(r)
	}
	return o.raw("]")
}

// textKey writes an entry whose value is a text string, unless it is empty.
func (o *object) textKey(k, s string) *object {
	if s != "" {
		o.key(k).text(s)
	}
	return o
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// appendNum writes f with at most three decimals: a thousandth of a point is 0.35 µm.
func appendNum(b []byte, f float64) []byte { return appendNumDigits(b, f, 3) }

// appendNumDigits writes f with at most the given number of decimals (1 to 6), without an exponent, which PDF does
// not have. What is not finite or too large was reported before; it is written as a number all the same.
func appendNumDigits(b []byte, f float64, digits int) []byte {
	if math.IsNaN(f) {
		f = 0
	}
	f = min(max(f, -maxNumber), maxNumber)
	scale := int64(1)
	for range digits {
		scale *= 10
	}
	n := int64(math.Round(f * float64(scale)))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/scale, 10)
	if n %= scale; n == 0 {
		return b
	}
	b = append(b, '.')
	for n > 0 {
		scale /= 10
		b = append(b, byte('0'+n/scale))
		n %= scale
	}
	return b
}

// appendName writes a name (ISO 32000-1, 7.3.5).
func appendName(b []byte, n string) []byte {
	b = append(b, '/')
	for i := range len(n) {
		c := n[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '.', c == '+':
			b = append(b, c)
		default:
			b = append(b, '#', upperHex[c>>4], upperHex[c&15])
		}
	}
	return b
}

const upperHex = "0123456789ABCDEF"

// appendText writes a text string (ISO 32000-1, 7.9.2.2): literal if it is plain ASCII, else UTF-16BE.
func appendText(b []byte, s string) []byte {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= ' ' && s[i] <= '~'
	}
	if !ascii {
		b = append(b, "<FEFF"...)
		b = appendUTF16(b, s)
		return append(b, '>')
	}
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

// appendUTF16 writes s in hexadecimal UTF-16BE.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != '\ufffd' {
			b = appendHex16(appendHex16(b, uint16(hi)), uint16(lo))
		} else {
			b = appendHex16(b, uint16(r))
		}
	}
	return b
}

func appendHex16(b []byte, v uint16) []byte {
	return append(b, upperHex[v>>12], upperHex[v>>8&15], upperHex[v>>4&15], upperHex[v&15])
}
