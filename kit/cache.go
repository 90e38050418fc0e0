package kit

import (
	"bytes"
	"sync"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/layouts"
)

// A Cache holds what kits have in common, so that a program that makes many
// reads it once: the built-in layouts, and memory to write to. Give it to [Config.Cache], and the one of
// the format to the format. The zero value is ready to use; it is safe for
// concurrent use, and must not be copied.
//
//	shared := kit.Config{Cache: &kit.Cache{}}
//	pages := pdf.Format{Cache: pdf.NewCache()}
//	for … {
//		p, err := shared.Open(fsys, name)
//		err = p.Write(w, pages, kit.Options{})
//	}
type Cache struct {
	buffers sync.Pool // of *bytes.Buffer

	mu      sync.Mutex
	layouts map[string]*layouts.Layout // by name; nobody changes one
}

// layout gives a built-in layout. A nil cache reads it each time.
func (c *Cache) layout(name string) (*layouts.Layout, diag.List) {
	if c == nil {
		return layouts.Load(name)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if l, ok := c.layouts[name]; ok {
		return l, nil
	}
	l, list := layouts.Load(name)
	if len(list) == 0 { // so that what is kept is bounded by what is built in
		if c.layouts == nil {
			c.layouts = map[string]*layouts.Layout{}
		}
		c.layouts[name] = l
	}
	return l, list
}

// buffer gives an empty buffer, and a function that takes it back.
func (c *Cache) buffer() (b *bytes.Buffer, done func()) {
	if c == nil {
		return new(bytes.Buffer), func() {}
	}
	b, ok := c.buffers.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	return b, func() {
		if b.Cap() <= maxBuffer {
			b.Reset()
			c.buffers.Put(b)
		}
	}
}

// maxBuffer bounds the memory that is kept for the next kit.
const maxBuffer = 16 << 20
