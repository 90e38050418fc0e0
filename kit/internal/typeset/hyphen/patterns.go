package hyphen

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits of a pattern file.
const (
	MaxSize    = 4 << 20 // bytes
	maxPattern = 64      // letters of a pattern or exception
)

// maxWord is the longest word, in letters, that is divided. Nothing longer
// is in a dictionary.
const maxWord = 100

// Patterns are the patterns and exceptions of a language. They are immutable
// and safe for concurrent use.
type Patterns struct {
	nodes      []node               // trie of the letters of all patterns; nodes[0] is the root
	ascii      [utf8.RuneSelf]int32 // children of the root, by letter
	levels     []uint8              // digits of all patterns, one after the other
	exceptions map[string][]int     // points as indices of letters
}

// node is a letter of the trie.
type node struct {
	letter         rune
	child, sibling int32 // 0: none
	level          int32 // start in levels, -1: no pattern ends here
	count          uint8 // number of levels
}

// exceptionsFollow stands between the patterns and the exceptions.
const exceptionsFollow = `\hyphenation`

// Parse reads patterns in the notation of TeX, ".hy3ph" for one, then the word
// \hyphenation, then exceptions: whole words with a hyphen wherever they may be
// divided, "ta-ble" or "project". All are separated by white space. A percent sign
// begins a comment that lasts to the end of the line.
func Parse(text []byte) (*Patterns, error) {
	if len(text) > MaxSize {
		return nil, fmt.Errorf("pattern file larger than %d bytes", MaxSize)
	}
	p := &Patterns{exceptions: map[string][]int{}}
	p.nodes = make([]node, 1, len(text)/2+1)
	p.nodes[0].level = -1
	letters := make([]rune, 0, maxPattern)
	levels := make([]uint8, 0, maxPattern+1)
	exceptions := false
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "%")
		for item := range strings.FieldsSeq(line) {
			if item == exceptionsFollow {
				exceptions = true
				continue
			}
			if exceptions {
				if err := p.addException(item); err != nil {
					return nil, err
				}
				continue
			}
			letters, levels = letters[:0], append(levels[:0], 0)
			for _, r := range item {
				if r >= '0' && r <= '9' {
					levels[len(levels)-1] = uint8(r - '0')
					continue
				}
				letters, levels = append(letters, unicode.ToLower(r)), append(levels, 0)
			}
			if len(letters) == 0 || len(letters) > maxPattern {
				return nil, fmt.Errorf("pattern %q: from 1 to %d letters are allowed", item, maxPattern)
			}
			p.add(letters, levels)
		}
	}
	return p, nil
}

// add puts one pattern into the trie.
func (p *Patterns) add(letters []rune, levels []uint8) {
	at := int32(0)
	for _, r := range letters {
		next := p.next(at, r)
		if next == 0 {
			next = int32(len(p.nodes))
			p.nodes = append(p.nodes, node{letter: r, sibling: p.nodes[at].child, level: -1})
			p.nodes[at].child = next
			if at == 0 && r < utf8.RuneSelf {
				p.ascii[r] = next
			}
		}
		at = next
	}
	n := &p.nodes[at]
	n.level, n.count = int32(len(p.levels)), uint8(len(levels))
	p.levels = append(p.levels, levels...)
}

// next is the child of a node for a letter, 0 if there is none.
func (p *Patterns) next(at int32, letter rune) int32 {
	if at == 0 && letter < utf8.RuneSelf {
		return p.ascii[letter]
	}
	c := p.nodes[at].child
	for c != 0 && p.nodes[c].letter != letter {
		c = p.nodes[c].sibling
	}
	return c
}

func (p *Patterns) addException(item string) error {
	var word []rune
	points := []int{}
	for _, r := range item {
		if r == '-' {
			points = append(points, len(word))
			continue
		}
		word = append(word, unicode.ToLower(r))
	}
	if len(word) == 0 || len(word) > maxPattern {
		return fmt.Errorf("exception %q: from 1 to %d letters are allowed", item, maxPattern)
	}
	p.exceptions[string(word)] = points
	return nil
}

// Points appends to dst the byte offsets at which a word may be divided,
// rising, with at least left letters before and right letters after each.
// The word must consist of letters and combining marks; its case does not
// matter. Letters are counted with their marks.
func (p *Patterns) Points(dst []int, word string, left, right int) []int {
	var lettersBuf [maxWord + 2]rune
	var offsetsBuf [maxWord + 2]int
	letters, offsets := append(lettersBuf[:0], '.'), append(offsetsBuf[:0], 0)
	for i, r := range word {
		if unicode.Is(unicode.Mn, r) && len(letters) > 1 {
			// A decomposed letter: patterns hold the composed one.
			start := offsets[len(offsets)-1]
			composed := norm.NFC.String(word[start : i+utf8.RuneLen(r)])
			first, _ := utf8.DecodeRuneInString(composed)
			letters[len(letters)-1] = unicode.ToLower(first)
			continue
		}
		if len(letters) > maxWord {
			return dst
		}
		letters, offsets = append(letters, unicode.ToLower(r)), append(offsets, i)
	}
	letters = append(letters, '.')
	n := len(letters) - 2
	left, right = max(left, 1), max(right, 1)
	if n < left+right {
		return dst
	}
	if points, ok := p.exceptions[string(letters[1:n+1])]; ok {
		for _, k := range points {
			if k >= left && k <= n-right {
				dst = append(dst, offsets[k+1])
			}
		}
		return dst
	}
	var levels [maxWord + 3]uint8 // levels[i]: before letters[i]
	for i := range letters {
		at := int32(0)
		for j := i; j < len(letters); j++ {
			if at = p.next(at, letters[j]); at == 0 {
				break
			}
			if nd := &p.nodes[at]; nd.level >= 0 {
				for k, v := range p.levels[nd.level : nd.level+int32(nd.count)] {
					levels[i+k] = max(levels[i+k], v)
				}
			}
		}
	}
	for k := left; k <= n-right; k++ {
		if levels[k+1]%2 == 1 {
			dst = append(dst, offsets[k+1])
		}
	}
	return dst
}
