package typeset

import (
	"sync"

	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
)

// Cache holds what setters share: hyphenation patterns, divided words and
// shaped words. It is safe for concurrent use. What it holds never changes
// what a setter gives, only how fast.
type Cache struct {
	hyphenators lookup[string, *hyphenator]
	styles      lookup[styleKey, *style]
	engines     sync.Pool // of *engine
}

// NewCache makes an empty cache.
func NewCache() *Cache { return &Cache{} }

// points are the byte offsets at which a word divides.
func (c *Cache) points(lang, word string, left, right int) []int {
	h := c.hyphenators.get(lang, func() *hyphenator {
		// Embedded patterns that do not parse are found by the tests of
		// package hyphen; text without patterns is not divided.
		patterns, _ := hyphen.Load(lang)
		return &hyphenator{patterns: patterns}
	})
	if h.patterns == nil {
		return nil
	}
	return h.words.get(pointsKey{word, left, right}, func() []int {
		return h.patterns.Points(nil, word, left, right)
	})
}

// maxEntries bounds a table of the cache; a full table is emptied. A press
// kit has some thousand distinct words.
const maxEntries = 1 << 16

// lookup is a bounded table filled on demand.
type lookup[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

// get returns the value of a key, made by fill the first time. Two
// goroutines may both make it; one result is kept.
func (l *lookup[K, V]) get(key K, fill func() V) V {
	l.mu.RLock()
	v, ok := l.m[key]
	l.mu.RUnlock()
	if ok {
		return v
	}
	v = fill()
	l.mu.Lock()
	defer l.mu.Unlock()
	if first, ok := l.m[key]; ok {
		return first
	}
	if l.m == nil || len(l.m) >= maxEntries {
		l.m = make(map[K]V)
	}
	l.m[key] = v
	return v
}
