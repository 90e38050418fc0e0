package pdfwriter

import (
	"bytes"
	"container/list"
	"sync"
	"weak"

	"github.com/klauspost/compress/zlib"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// maxCacheBytes is how much a [Cache] keeps; what was not used for longest goes first.
const maxCacheBytes = 64 << 20

// Cache keeps what was compressed — font subsets, images, drawings, pages — for later documents, so that a document made
// again after a small change is not compressed again. It holds 64 MiB at most. The zero value is ready; it is safe for
// concurrent use. What it holds does not affect what is written.
type Cache struct {
	mu      sync.Mutex
	entries map[cacheKey]*list.Element
	recent  list.List // of *cacheEntry, the last used first
	size    int
	writers sync.Pool // of *zlib.Writer
}

// cacheKey names a subset of a font by its glyphs, or anything else by a hash of its content. A weak pointer does not
// keep a font alive, and stays distinct from those of later fonts.
type cacheKey struct {
	font weak.Pointer[font.Font]
	id   string
}

type cacheEntry struct {
	key  cacheKey
	data []byte
	size int // of data before compression
}

// get returns the data kept under key, or calls fill and keeps what it returns.
func (c *Cache) get(key cacheKey, fill func() ([]byte, error)) (data []byte, size int, err error) {
	c.mu.Lock()
	if el := c.entries[key]; el != nil {
		c.recent.MoveToFront(el)
		c.mu.Unlock()
		e := el.Value.(*cacheEntry)
		return e.data, e.size, nil
	}
	c.mu.Unlock()
	raw, err := fill()
	if err != nil {
		return nil, 0, err
	}
	e := &cacheEntry{key: key, data: c.deflate(raw), size: len(raw)}
	c.keep(e)
	return e.data, e.size, nil
}

// keep adds an entry and forgets those that are too much.
func (c *Cache) keep(e *cacheEntry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries == nil {
		c.entries = map[cacheKey]*list.Element{}
	}
	if c.entries[e.key] == nil && len(e.data) <= maxCacheBytes {
		c.entries[e.key] = c.recent.PushFront(e)
		c.size += len(e.data)
	}
	for c.size > maxCacheBytes {
		oldest := c.recent.Remove(c.recent.Back()).(*cacheEntry)
		delete(c.entries, oldest.key)
		c.size -= len(oldest.data)
	}
}

// deflate compresses data in the zlib format (RFC 1950), with a writer that is used again. The writer is klauspost's: of a
// kit made alone, compressing is the largest part that can be saved, and at level 5 it gives what the standard library
// gives at level 4, in less than half the time.
func (c *Cache) deflate(data []byte) []byte {
	var out bytes.Buffer
	w, _ := c.writers.Get().(*zlib.Writer)
	if w == nil {
		w, _ = zlib.NewWriterLevel(&out, deflateLevel) // a level that there is
	} else {
		w.Reset(&out)
	}
	w.Write(data) // a bytes.Buffer does not fail
	w.Close()
	c.writers.Put(w)
	return out.Bytes()
}

const deflateLevel = 5
