package pdf

import (
	"image"
	"sync"
)

// maxReduced is how many bytes of reduced pictures a Cache keeps.
const maxReduced = 48 << 20

// reducedCache keeps pictures that were reduced, so that a kit that is made
// again need not unpack its photographs. It is safe for concurrent use.
type reducedCache struct {
	mu    sync.Mutex
	files map[reducedKey][]byte
	order []reducedKey // the oldest first
	size  int
}

// reducedKey says what was made of which file.
type reducedKey struct {
	sum  string
	part image.Rectangle
	w, h int
}

// get gives the file under key, or makes and keeps it.
func (c *reducedCache) get(key reducedKey, fill func() ([]byte, error)) ([]byte, error) {
	c.mu.Lock()
	file, known := c.files[key]
	c.mu.Unlock()
	if known {
		return file, nil
	}
	file, err := fill()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, known := c.files[key]; known || len(file) > maxReduced {
		return file, nil
	}
	if c.files == nil {
		c.files = map[reducedKey][]byte{}
	}
	c.files[key] = file
	c.order = append(c.order, key)
	for c.size += len(file); c.size > maxReduced; {
		c.size -= len(c.files[c.order[0]])
		delete(c.files, c.order[0])
		c.order = c.order[1:]
	}
	return file, nil
}
