package hyphen

import (
	"bytes"
	"encoding/binary"
	"errors"
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is the longest word, in letters, that is divided. Nothing longer
// is in a dictionary.
const maxWord = 100

// Patterns are the patterns and exceptions of a language, packed as a trie
// whose like branches are one. They are immutable and safe for concurrent use.
//
// The packed form, all numbers little-endian:
//
//	"HYP1", left, right, width, number of letters n: one byte each
//	root: 4 bytes
//	n letters, rising, 3 bytes each; the i-th letter has the code i+1
//	nodes
//
// A node has its number of children, one byte, whose highest bit says that a
// pattern ends here; then, for such a node, the number of its levels and each
// level as 10·d+v, the value v standing d letters before the last; then the codes of
// the children, rising; then their offsets, width bytes each.
//
// Exceptions are branches too: they begin with exceptionMark, end with a full
// stop, and have the level 1 wherever the word divides.
type Patterns struct {
	packed  []byte
	letters []byte               // three bytes each
	ascii   [utf8.RuneSelf]uint8 // codes; 0: no such letter
	root    int
	width   int
	turkish bool // I and İ are two letters

	// Left and Right are the least letters that the language leaves before
	// and after a hyphen.
	Left, Right int
}

const (
	magic         = "HYP1"
	headerSize    = len(magic) + 4 + 4
	letterSize    = 3
	maxLetters    = 120 // of an alphabet
	levelBase     = 10
	endsHere      = 0x80 // flag of a node's first byte
	exceptionMark = '!'
)

var errDamaged = errors.New("damaged packed patterns")

// Open reads packed patterns, which [Compile] makes. They are not copied and
// must not change afterwards.
func Open(packed []byte) (*Patterns, error) {
	if len(packed) < headerSize || string(packed[:len(magic)]) != magic {
		return nil, errDamaged
	}
	h := packed[len(magic):]
	n := int(h[3])
	p := &Patterns{
		packed: packed, Left: int(h[0]), Right: int(h[1]), width: int(h[2]),
		root: int(binary.LittleEndian.Uint32(h[4:])),
	}
	if p.width < 2 || p.width > 3 || n > maxLetters || headerSize+letterSize*n > len(packed) || p.root >= len(packed) {
		return nil, errDamaged
	}
	p.letters = packed[headerSize : headerSize+letterSize*n]
	for i := range n {
		if r := p.letter(i); r < utf8.RuneSelf {
			p.ascii[r] = uint8(i + 1)
		}
	}
	return p, nil
}

// letter is the letter with the code i+1.
func (p *Patterns) letter(i int) rune {
	l := p.letters[letterSize*i:]
	return rune(l[0]) | rune(l[1])<<8 | rune(l[2])<<16
}

// code is the code of a letter; 0 if no pattern has it.
func (p *Patterns) code(r rune) uint8 {
	if r < utf8.RuneSelf {
		return p.ascii[r]
	}
	n := len(p.letters) / letterSize
	i := sort.Search(n, func(i int) bool { return p.letter(i) >= r })
	if i == n || p.letter(i) != r {
		return 0
	}
	return uint8(i + 1)
}

// next is the offset of a node's child, 0 if there is none.
func (p *Patterns) next(at int, code uint8) int {
	count, at := int(p.packed[at]), at+1
	if count&endsHere != 0 {
		at += 1 + int(p.packed[at])
		count &^= endsHere
	}
	k := bytes.IndexByte(p.packed[at:at+count], code)
	if k < 0 {
		return 0
	}
	target := p.packed[at+count+k*p.width:]
	next := int(target[0]) | int(target[1])<<8
	if p.width == 3 {
		next |= int(target[2]) << 16
	}
	return next
}

// levels are the levels of a node; ok is false if no pattern ends there.
func (p *Patterns) levels(at int) (levels []byte, ok bool) {
	if p.packed[at]&endsHere == 0 {
		return nil, false
	}
	n := int(p.packed[at+1])
	return p.packed[at+2 : at+2+n], true
}

// Points appends to dst the byte offsets at which a word may be divided,
// rising, with at least left letters before and right letters after each, and
// never fewer than the language wants. The word must consist of letters and
// combining marks; its case does not matter. Letters are counted with their
// marks.
func (p *Patterns) Points(dst []int, word string, left, right int) []int {
	var codesBuf [maxWord + 2]uint8
	var offsetsBuf [maxWord + 2]int
	stop := p.code('.')
	codes, offsets := append(codesBuf[:0], stop), append(offsetsBuf[:0], 0)
	for i, r := range word {
		if r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r) && len(codes) > 1 {
			// A decomposed letter: patterns hold the composed one.
			start := offsets[len(offsets)-1]
			composed := norm.NFC.String(word[start : i+utf8.RuneLen(r)])
			first, _ := utf8.DecodeRuneInString(composed)
			codes[len(codes)-1] = p.code(p.lower(first))
			continue
		}
		if len(codes) > maxWord {
			return dst
		}
		codes, offsets = append(codes, p.code(p.lower(r))), append(offsets, i)
	}
	codes = append(codes, stop)
	n := len(codes) - 2
	left, right = max(left, p.Left, 1), max(right, p.Right, 1)
	if n < left+right {
		return dst
	}
	var levels [maxWord + 3]uint8 // levels[i]: before letter i
	if !p.exception(codes[1:], levels[1:]) {
		p.match(codes, levels[:])
	}
	for k := left; k <= n-right; k++ {
		if levels[k+1]%2 == 1 {
			dst = append(dst, offsets[k+1])
		}
	}
	return dst
}

// match fills the levels of a word that has full stops at both ends.
func (p *Patterns) match(codes, levels []uint8) {
	for i := range codes {
		at := p.root
		for j := i; j < len(codes); j++ {
			if codes[j] == 0 {
				break
			}
			if at = p.next(at, codes[j]); at == 0 {
				break
			}
			found, _ := p.levels(at)
			for _, level := range found {
				k := max(j+1-int(level/levelBase), 0)
				levels[k] = max(levels[k], level%levelBase)
			}
		}
	}
}

// exception fills the levels of a word, with a full stop at its end, that is
// an exception, and reports whether it is one.
func (p *Patterns) exception(codes, levels []uint8) bool {
	at := p.code(exceptionMark)
	if at == 0 {
		return false
	}
	node := p.next(p.root, at)
	for _, c := range codes {
		if node == 0 || c == 0 {
			return false
		}
		node = p.next(node, c)
	}
	if node == 0 {
		return false
	}
	found, _ := p.levels(node)
	for _, level := range found {
		levels[max(len(codes)-int(level/levelBase), 0)] = level % levelBase
	}
	return true
}

func (p *Patterns) lower(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r
	case p.turkish:
		return unicode.TurkishCase.ToLower(r)
	}
	return unicode.ToLower(r)
}
