package page

import (
	"fmt"
	"slices"
	"sync"
	"weak"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// Cache holds what several documents can share: parsed fonts, shaped words,
// pictures that were looked at. It belongs to the caller and is safe for
// concurrent use.
type Cache struct {
	Typeset *typeset.Cache

	mu       sync.Mutex
	fonts    map[*byte]*font.Font
	reserves []reserve
	pictures map[weak.Pointer[byte]]weak.Pointer[picture.Picture]
}

// A cache that is kept for long must not hold what nobody uses any more: at
// these numbers it starts anew.
const (
	maxFonts    = 64
	maxPictures = 256
)

// NewCache makes an empty cache.
func NewCache() *Cache {
	return &Cache{
		Typeset:  typeset.NewCache(),
		fonts:    map[*byte]*font.Font{},
		pictures: map[weak.Pointer[byte]]weak.Pointer[picture.Picture]{},
	}
}

// font parses a face once. Faces are told apart by where their data lies, since
// doc.Face promises that it is shared and never written to.
func (c *Cache) font(f doc.Face) (*font.Font, error) {
	if len(f.Data) == 0 {
		return nil, fmt.Errorf("font %s is empty", f.Name)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.fonts[&f.Data[0]]; p != nil {
		return p, nil
	}
	p, err := font.Parse(f.Data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.Name, err)
	}
	if !p.Embeddable() {
		return nil, fmt.Errorf("font %s: its licence bits (OS/2 fsType) forbid embedding", f.Name)
	}
	if len(c.fonts) >= maxFonts {
		clear(c.fonts)
	}
	c.fonts[&f.Data[0]] = p
	return p, nil
}

// reserve is the one for fallbacks, told apart as fonts are.
type reserve struct {
	faces []*byte
	fonts *typeset.Reserve
}

// reserve gives faces to be parsed when they are needed. Those that cannot be are
// left out: other fonts have the characters, or their lack is reported.
func (c *Cache) reserve(faces []doc.Face) *typeset.Reserve {
	faces = slices.DeleteFunc(faces, func(f doc.Face) bool { return len(f.Data) == 0 })
	key := make([]*byte, len(faces))
	for i, f := range faces {
		key[i] = &f.Data[0]
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, r := range c.reserves {
		if slices.Equal(r.faces, key) {
			return r.fonts
		}
	}
	if len(c.reserves) >= maxFonts {
		clear(c.reserves)
		c.reserves = c.reserves[:0]
	}
	fonts := typeset.NewReserve(func() (fonts []*font.Font) {
		for _, f := range faces {
			if p, err := c.font(f); err == nil {
				fonts = append(fonts, p)
			}
		}
		return fonts
	})
	c.reserves = append(c.reserves, reserve{key, fonts})
	return fonts
}

// picture opens a picture once for all who use it at the same time. It is not
// kept for them: a server reads its photographs anew for each kit, and those of
// hundreds would stay in memory.
func (c *Cache) picture(p *doc.Picture) (*picture.Picture, error) {
	if len(p.Data) == 0 {
		return nil, fmt.Errorf("picture %s is empty", p.Name)
	}
	if pic := picture.Known(p.Opened, p.Data); pic != nil {
		return pic, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	key := weak.Make(&p.Data[0])
	if pic := c.pictures[key].Value(); pic != nil {
		return pic, nil
	}
	pic, err := picture.Open(p.Name, p.Data)
	if err != nil {
		return nil, err
	}
	if len(c.pictures) >= maxPictures {
		clear(c.pictures)
	}
	c.pictures[key] = weak.Make(pic)
	return pic, nil
}
