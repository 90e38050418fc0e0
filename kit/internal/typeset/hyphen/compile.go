package hyphen

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Limits of a pattern file.
const (
	MaxSize    = 4 << 20 // bytes
	maxPattern = 25      // characters of a pattern or exception, full stops included
)

// Control words of a pattern file.
const (
	exceptionsFollow = `\hyphenation`
	leftMinimum      = `\lefthyphenmin=`
	rightMinimum     = `\righthyphenmin=`
)

// Compile packs patterns in the notation of TeX, ".hy3ph" for one, then the word
// \hyphenation, then exceptions: whole words with a hyphen wherever they may be
// divided, "ta-ble" or "project". \lefthyphenmin=2 and \righthyphenmin=3 set the
// least letters before and after a hyphen; without them they are 1. All are
// separated by white space. A percent sign begins a comment that lasts to the end of
// the line. [Open] reads the result.
func Compile(text []byte) ([]byte, error) {
	if len(text) > MaxSize {
		return nil, fmt.Errorf("pattern file larger than %d bytes", MaxSize)
	}
	c := &compiler{left: 1, right: 1, letters: map[rune]uint8{'.': 0, exceptionMark: 0}, root: &branch{}}
	exceptions := false
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "%")
		for item := range strings.FieldsSeq(line) {
			var err error
			switch {
			case item == exceptionsFollow:
				exceptions = true
			case strings.HasPrefix(item, leftMinimum):
				_, err = fmt.Sscanf(item, leftMinimum+"%d", &c.left)
			case strings.HasPrefix(item, rightMinimum):
				_, err = fmt.Sscanf(item, rightMinimum+"%d", &c.right)
			case exceptions:
				err = c.addException(item)
			default:
				err = c.addPattern(item)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return c.pack()
}

// compiler gathers the patterns of a file.
type compiler struct {
	left, right int
	letters     map[rune]uint8 // codes, once all letters are known
	root        *branch
}

// branch is a node of the trie.
type branch struct {
	children map[rune]*branch
	levels   []byte // as packed
	ends     bool
}

// add puts letters into the trie; levels[i] stands before letters[i].
func (c *compiler) add(letters []rune, levels []uint8) {
	b := c.root
	for _, r := range letters {
		c.letters[r] = 0
		next := b.children[r]
		if next == nil {
			next = &branch{}
			if b.children == nil {
				b.children = map[rune]*branch{}
			}
			b.children[r] = next
		}
		b = next
	}
	b.ends, b.levels = true, nil
	for i, v := range levels {
		if v > 0 {
			b.levels = append(b.levels, byte(len(letters)-i)*levelBase+v)
		}
	}
}

func (c *compiler) addPattern(item string) error {
	var letters []rune
	levels := []uint8{0}
	for _, r := range item {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = uint8(r - '0')
			continue
		}
		letters, levels = append(letters, unicode.ToLower(r)), append(levels, 0)
	}
	if len(letters) == 0 || len(letters) >= maxPattern || letters[0] == exceptionMark {
		return fmt.Errorf("pattern %q: fewer than %d letters are allowed, and at least one", item, maxPattern)
	}
	c.add(letters, levels)
	return nil
}

func (c *compiler) addException(item string) error {
	word, levels := []rune{exceptionMark}, []uint8{0, 0}
	for _, r := range item {
		if r == '-' {
			levels[len(levels)-1] = 1
			continue
		}
		word, levels = append(word, unicode.ToLower(r)), append(levels, 0)
	}
	word = append(word, '.')
	if len(word) == 2 || len(word) > maxPattern || slices.Contains(word[1:], exceptionMark) {
		return fmt.Errorf("exception %q: fewer than %d letters are allowed, and at least one", item, maxPattern-1)
	}
	c.add(word, levels)
	return nil
}

// pack writes the trie, each branch after those that it leads to, and equal
// branches once.
func (c *compiler) pack() ([]byte, error) {
	if c.left < 1 || c.left > maxPattern || c.right < 1 || c.right > maxPattern {
		return nil, fmt.Errorf("least letters of %d and %d: from 1 to %d are allowed", c.left, c.right, maxPattern)
	}
	alphabet := make([]rune, 0, len(c.letters))
	for r := range c.letters {
		alphabet = append(alphabet, r)
	}
	slices.Sort(alphabet)
	if len(alphabet) > maxLetters {
		return nil, fmt.Errorf("%d different letters; %d are allowed", len(alphabet), maxLetters)
	}
	for width := 2; width <= 3; width++ {
		packed := append([]byte(magic), byte(c.left), byte(c.right), byte(width), byte(len(alphabet)), 0, 0, 0, 0)
		for i, r := range alphabet {
			packed = append(packed, byte(r), byte(r>>8), byte(r>>16))
			c.letters[r] = uint8(i + 1)
		}
		w := writer{packed: packed, width: width, codes: c.letters, written: map[string]int{}}
		root := w.write(c.root)
		if len(w.packed) < 1<<(8*width) {
			binary.LittleEndian.PutUint32(w.packed[len(magic)+4:], uint32(root))
			return w.packed, nil
		}
	}
	return nil, fmt.Errorf("packed patterns larger than %d bytes", 1<<24)
}

// writer packs branches.
type writer struct {
	packed  []byte
	width   int
	codes   map[rune]uint8
	written map[string]int // offsets of nodes by their bytes
}

// write packs a branch and all that it leads to, and returns its offset.
func (w *writer) write(b *branch) int {
	letters := make([]rune, 0, len(b.children))
	for r := range b.children {
		letters = append(letters, r)
	}
	slices.Sort(letters) // and so rise the codes
	node := []byte{byte(len(letters))}
	if b.ends {
		node[0] |= endsHere
		node = append(node, byte(len(b.levels)))
		node = append(node, b.levels...)
	}
	for _, r := range letters {
		node = append(node, w.codes[r])
	}
	for _, r := range letters {
		at := w.write(b.children[r])
		node = append(node, byte(at), byte(at>>8))
		if w.width == 3 {
			node = append(node, byte(at>>16))
		}
	}
	if at, ok := w.written[string(node)]; ok {
		return at
	}
	at := len(w.packed)
	w.packed = append(w.packed, node...)
	w.written[string(node)] = at
	return at
}
