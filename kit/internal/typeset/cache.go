package typeset

import (
	"hash/maphash"
	"maps"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
)

// Cache holds what setters share: hyphenation patterns, divided words, shaped
// words and the lines of paragraphs. It is safe for concurrent use, and bounded. What it holds never
// changes what a setter gives, only how fast.
type Cache struct {
	hyphenators lookup[hyphenatorKey, *hyphenator]
	bindings    lookup[string, *bind.Rules]
	styles      lookup[styleKey, *style]
	inks        lookup[inkKey, ink]
	paragraphs  paragraphs
	engines     sync.Pool    // of *engine
	shaped      atomic.Int64 // bytes of text in all styles
}

// Bounds of a cache. What is full is emptied.
const (
	maxLanguages   = 64
	maxHyphenators = 256
	maxStyles      = 4_096
	maxInks        = 1_024   // of marks that close up
	maxWords       = 1 << 16 // divided words of a language; a press kit has some thousand
	maxShaped      = 1 << 20 // bytes of shaped text, which takes some fifty times the memory
)

// NewCache makes an empty cache.
func NewCache() *Cache {
	c := &Cache{paragraphs: paragraphs{seed: maphash.MakeSeed()}}
	c.hyphenators.most, c.bindings.most, c.styles.most, c.inks.most = maxHyphenators, maxLanguages, maxStyles, maxInks
	return c
}

// rules are the binding rules of a language.
func (c *Cache) rules(lang string) *bind.Rules {
	return c.bindings.get(lang, func() *bind.Rules { return bind.For(lang) })
}

// hyphenator gives the patterns of a language with the words divided so far.
// Languages of the same patterns share them.
func (c *Cache) hyphenator(lang string, left, right int) *hyphenator {
	return c.hyphenators.get(hyphenatorKey{lang, left, right}, func() *hyphenator {
		if tag := hyphen.Resolve(lang); tag != lang && tag != "" {
			return c.hyphenator(tag, left, right)
		}
		// Embedded patterns that do not open are found by the tests of
		// package hyphen; text without patterns is not divided.
		patterns, _ := hyphen.Load(lang)
		h := &hyphenator{hyphenatorKey: hyphenatorKey{lang, left, right}, patterns: patterns}
		h.words.most = maxWords
		return h
	})
}

// inkKey is a glyph of a font, ink where it is black from left to right, in design
// units.
type (
	inkKey struct {
		font *font.Font
		id   uint16
	}
	ink struct {
		left, right float64
		known       bool
	}
)

// ink measures a glyph.
func (c *Cache) ink(f *font.Font, id uint16) ink {
	return c.inks.get(inkKey{f, id}, func() ink {
		box, ok := f.GlyphBox(id)
		return ink{float64(box[0]), float64(box[2]), ok}
	})
}

// count notes that text has been shaped, and forgets all if it is too much.
func (c *Cache) count(text string) {
	if c.shaped.Add(int64(len(text))) > maxShaped {
		c.shaped.Store(0)
		c.styles.empty()
	}
}

// hyphenatorKey is a language with the least letters before and after a
// hyphen.
type hyphenatorKey struct {
	lang        string
	left, right int
}

// hyphenator is a language's patterns with the words divided so far.
type hyphenator struct {
	hyphenatorKey
	patterns *hyphen.Patterns // nil: none
	words    lookup[string, []int]
}

// points are the byte offsets at which a word divides.
func (h *hyphenator) points(word string) []int {
	if h.patterns == nil {
		return nil
	}
	if found, ok := h.words.find(word); ok {
		return found
	}
	return h.words.put(strings.Clone(word), h.patterns.Points(nil, word, h.left, h.right))
}

// lookup is a bounded table filled on demand. What has been there for a while
// is read without a lock.
type lookup[K comparable, V any] struct {
	most    int                     // entries
	settled atomic.Pointer[map[K]V] // never written to

	mu     sync.Mutex
	recent map[K]V // what settled has not
	misses int     // finds in recent since it was begun
}

// find returns the value of a key, if there is one.
func (l *lookup[K, V]) find(key K) (v V, ok bool) {
	if m := l.settled.Load(); m != nil {
		if v, ok = (*m)[key]; ok {
			return v, true
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if v, ok = l.recent[key]; ok {
		if l.misses++; l.misses > len(l.recent) {
			l.settle()
		}
	}
	return v, ok
}

// put adds the value of a key. Where two goroutines have made one, the first
// is kept and returned.
func (l *lookup[K, V]) put(key K, v V) V {
	l.mu.Lock()
	defer l.mu.Unlock()
	if m := l.settled.Load(); m != nil {
		if first, ok := (*m)[key]; ok {
			return first
		}
	}
	if first, ok := l.recent[key]; ok {
		return first
	}
	if l.size() >= l.most {
		l.settled.Store(nil)
		l.recent = nil
	}
	if l.recent == nil {
		l.recent = make(map[K]V)
	}
	l.recent[key] = v
	return v
}

// size is the number of entries.
func (l *lookup[K, V]) size() int {
	n := len(l.recent)
	if m := l.settled.Load(); m != nil {
		n += len(*m)
	}
	return n
}

// empty forgets all.
func (l *lookup[K, V]) empty() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.settled.Store(nil)
	l.recent, l.misses = nil, 0
}

// settle moves what is recent to what is settled.
func (l *lookup[K, V]) settle() {
	all := l.recent
	if m := l.settled.Load(); m != nil {
		all = make(map[K]V, len(*m)+len(l.recent))
		maps.Copy(all, *m)
		maps.Copy(all, l.recent)
	}
	l.settled.Store(&all)
	l.recent, l.misses = nil, 0
}

// get returns the value of a key, made by fill the first time.
func (l *lookup[K, V]) get(key K, fill func() V) V {
	if v, ok := l.find(key); ok {
		return v
	}
	return l.put(key, fill())
}
