package docx

import (
	"sync"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/opc"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/spare"
)

// Cache keeps what is dear to make for later documents: fonts that were read,
// fonts made ready to travel, pictures that were converted, parts that many
// documents have alike. It belongs to the caller, is safe for concurrent use, and
// does not change what is written.
type Cache struct {
	compressor opc.Compressor
	spare      spare.Memory // to write parts into
	readyOnce  sync.Once
	ready      map[string]hiddenFont // fonts that the program has ready, by identity

	mu       sync.Mutex
	faces    store[*byte, *wordFace]
	fonts    store[fontKey, hiddenFont]
	files    store[string, *opc.Packed]
	elements store[schemaElement, string] // of schema types
}

// A cache that is kept for long must not hold what nobody uses any more: beyond
// these bounds a store begins anew.
const (
	maxStoreBytes   = 24 << 20
	maxStoreEntries = 512
)

// NewCache makes an empty cache.
func NewCache() *Cache { return &Cache{} }

// store holds one kind of things, and knows about how many bytes it keeps alive.
type store[K comparable, V any] struct {
	entries map[K]V
	bytes   int
}

func (s *store[K, V]) put(key K, v V, size int) {
	if s.bytes += size; s.entries == nil || s.bytes > maxStoreBytes || len(s.entries) >= maxStoreEntries {
		s.entries, s.bytes = map[K]V{}, size
	}
	s.entries[key] = v
}

// fontKey is a font program, by where it lies, and the scripts of it that travel.
type fontKey struct {
	first   *byte
	scripts string
}

// hiddenFont is a font program as it stands in a package, with the key it is
// hidden behind.
type hiddenFont struct {
	key    string
	packed *opc.Packed
}

// lookup gives what a store of the cache holds under a key, or makes it without
// holding others up. size is what it counts.
func lookup[K comparable, V any](c *Cache, s *store[K, V], key K, size func(V) int, fill func() (V, error)) (V, error) {
	c.mu.Lock()
	v, ok := s.entries[key]
	c.mu.Unlock()
	if ok {
		return v, nil
	}
	v, err := fill()
	if err != nil {
		return v, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	s.put(key, v, size(v))
	return v, nil
}

// face reads a font once. Faces are told apart by where their data lie, since
// doc.Face promises that they are shared and never written to.
func (c *Cache) face(f doc.Face) wordFace {
	if len(f.Data) == 0 {
		return readFace(f)
	}
	w, _ := lookup(c, &c.faces, &f.Data[0], func(*wordFace) int { return len(f.Data) },
		func() (*wordFace, error) { w := readFace(f); return &w, nil })
	out := *w
	out.face = f
	return out
}

// hidden makes the font of a face ready to travel, with the characters that keep
// wants; scripts names those. No scripts but Latin are "".
func (c *Cache) hidden(w *wordFace, scripts string, keep func(rune) bool) hiddenFont {
	data := w.face.Data
	h, _ := lookup(c, &c.fonts, fontKey{&data[0], scripts},
		func(h hiddenFont) int { return h.packed.Len() },
		func() (hiddenFont, error) {
			if scripts == "" {
				c.readyOnce.Do(func() { c.ready = ready() })
				if h, ok := c.ready[identity(data)]; ok {
					return h, nil
				}
			}
			hidden, key := obfuscate(carried(w, keep))
			return hiddenFont{key, c.compressor.Pack(hidden)}, nil
		})
	return h
}

// opened gives a picture as it was found when the document was made, or looks at it.
func opened(p *doc.Picture) (*picture.Picture, error) {
	if pic := picture.Known(p.Opened, p.Data); pic != nil {
		return pic, nil
	}
	return picture.Open(p.Name, p.Data)
}

// file makes a picture file that is compressed by itself, once for each name.
func (c *Cache) file(name string, fill func() ([]byte, error)) (*opc.Packed, error) {
	return lookup(c, &c.files, name, (*opc.Packed).Len,
		func() (*opc.Packed, error) {
			data, err := fill()
			if err != nil {
				return nil, err
			}
			return opc.Store(data), nil
		})
}

// text makes a file that has yet to be compressed, once for each name.
func (c *Cache) text(name string, data []byte) *opc.Packed {
	packed, _ := lookup(c, &c.files, name, (*opc.Packed).Len,
		func() (*opc.Packed, error) { return c.compressor.Pack(data), nil })
	return packed
}

// program is the font program of a face, nil if it cannot be read.
func program(f doc.Face) *font.Font {
	p, err := font.Parse(f.Data)
	if err != nil {
		return nil
	}
	return p
}
