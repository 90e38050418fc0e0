package kit

import (
	"bytes"
	"sync"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/compose"
	"github.com/presskit-go/presskit/kit/internal/spare"
	"github.com/presskit-go/presskit/layouts"
)

// A Cache holds what kits have in common, so that a program that makes many
// reads it once: the built-in layouts, the brands and pictures of the last kits, up
// to 32 and 16 MB of them, and memory to write to. Files are read for each kit all
// the same, and compared. Give it to [Config.Cache], and the one of the format to
// the format. The zero value is ready to use; it is safe for concurrent use, and
// must not be copied.
//
//	shared := kit.Config{Cache: &kit.Cache{}}
//	pages := pdf.Format{Cache: pdf.NewCache()}
//	for … {
//		p, err := shared.Open(fsys, name)
//		err = p.Write(w, pages, kit.Options{})
//	}
type Cache struct {
	composed compose.Cache
	spare    spare.Memory // to write files into

	mu         sync.Mutex
	layouts    map[string]*layouts.Layout // by name; nobody changes one
	brands     map[brandKey]*keptBrand
	brandBytes int
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

// shares reports whether a layout is one that the cache gives to all.
func (c *Cache) shares(l *layouts.Layout) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, kept := range c.layouts {
		if kept == l {
			return true
		}
	}
	return false
}

// parts gives what earlier kits are composed of; nil if nothing is kept.
func (c *Cache) parts() *compose.Cache {
	if c == nil {
		return nil
	}
	return &c.composed
}

// buffer gives an empty buffer, and a function that takes it back.
func (c *Cache) buffer() (b *bytes.Buffer, done func()) {
	if c == nil {
		return new(bytes.Buffer), func() {}
	}
	b = bytes.NewBuffer(c.spare.Take())
	return b, func() {
		b.Reset()
		c.spare.Give(b.AvailableBuffer())
	}
}
