package source

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// invalidEscape is what the YAML package says of an escape that is no character.
const invalidEscape = "invalid Unicode character escape code"

// JSON escapes a character beyond U+FFFF as two surrogates (RFC 8259, 7), and
// JSON is meant to be YAML, but the YAML package refuses them. Where it does, the
// text is decoded with as many characters of the private use area in their place,
// which are then put together again.
const (
	surrogateMin = 0xd800
	standInMin   = 0xe000
	standInMax   = standInMin + 0x7ff
)

// pairSize is the length of two escapes such as \ud83d\ude00.
const pairSize = len(`\ud83d\ude00`)

// surrogatePair reads two escapes at the start of data.
func surrogatePair(data []byte) (r rune, ok bool) {
	if len(data) < pairSize || string(data[6:8]) != `\u` {
		return 0, false
	}
	high, okHigh := escapedCode(data)
	low, okLow := escapedCode(data[6:])
	r = utf16.DecodeRune(high, low)
	return r, okHigh && okLow && r != utf8.RuneError
}

// escapedCode reads an escape with u or U at the start of data.
func escapedCode(data []byte) (rune, bool) {
	a := aligner{data: data}
	switch {
	case bytes.HasPrefix(data, []byte(`\u`)):
		return a.hex(2, 4)
	case bytes.HasPrefix(data, []byte(`\U`)):
		return a.hex(2, 8)
	}
	return 0, false
}

// withStandIns gives data of the same length without surrogate pairs. It is not
// ok if there are none, or if the text has characters that stand in for others.
func withStandIns(data []byte) (_ []byte, ok bool) {
	if bytes.ContainsFunc(data, isStandIn) {
		return nil, false
	}
	out := bytes.Clone(data)
	for i := 0; i+1 < len(data); {
		if data[i] != '\\' {
			i++
			continue
		}
		if r, isCode := escapedCode(data[i:]); isCode && isStandIn(r) {
			return nil, false
		}
		if _, pair := surrogatePair(data[i:]); pair {
			for _, digit := range []int{i + 2, i + 8} { // of D800 to DFFF the first two digits tell which
				out[digit] = 'e'
				second := strings.IndexByte("89abcdef89ABCDEF", data[digit+1])
				out[digit+1] = '0' + byte(second%8)
			}
			i, ok = i+pairSize, true
			continue
		}
		i += 2
	}
	return out, ok
}

func isStandIn(r rune) bool { return r >= standInMin && r <= standInMax }

// restorePairs puts the characters together that were taken apart.
func restorePairs(n *yaml.Node) {
	if strings.ContainsFunc(n.Value, isStandIn) {
		var b strings.Builder
		for high, rest := rune(0), n.Value; rest != ""; {
			r, size := utf8.DecodeRuneInString(rest)
			switch {
			case !isStandIn(r):
				b.WriteString(rest[:size])
			case high == 0:
				high = r
			default:
				b.WriteRune(utf16.DecodeRune(high-standInMin+surrogateMin, r-standInMin+surrogateMin))
				high = 0
			}
			rest = rest[size:]
		}
		n.Value = b.String()
	}
	for _, child := range n.Content {
		restorePairs(child)
	}
}

// badEscape gives the first escape from an offset on that is no character, nor
// one of a pair where those are read; -1 if there is none.
func badEscape(data []byte, from int, pairs bool) (start, end int) {
	for i := from; i+1 < len(data); {
		if data[i] != '\\' {
			i++
			continue
		}
		if _, pair := surrogatePair(data[i:]); pair && pairs {
			i += pairSize
			continue
		}
		if r, ok := escapedCode(data[i:]); ok && !utf8.ValidRune(r) {
			return i, i + map[byte]int{'u': 6, 'U': 10}[data[i+1]]
		}
		i += 2
	}
	return -1, -1
}
