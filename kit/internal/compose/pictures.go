package compose

import (
	"bytes"
	"sync"

	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/spare"
)

// pictures keeps those of documents that were composed before: a release is made
// again in another format, layout or language, or with other words, and its
// photographs are the same. They are compared byte by byte, so that what is on the
// disk decides. Nil keeps nothing.
type pictures struct {
	spare spare.Memory // to read files into

	mu    sync.Mutex
	known map[pictureKey]*picture.Picture
	order []pictureKey // the oldest first
	size  int          // bytes of all
}

// pictureKey finds the one picture that a file may be the same as: by its name,
// its length and its end, in which even photographs of one camera differ.
type pictureKey struct {
	name string
	size int
	end  [64]byte
}

// maxKept bounds the bytes of pictures that are kept: some thirty photographs as
// large as print needs them.
const maxKept = 16 << 20

// open opens a picture, and gives the one of an earlier document if that is the
// same. Otherwise it keeps data, which must then not be written to. The name is
// that of the picture in the document.
func (p *pictures) open(name string, data []byte) (*picture.Picture, error) {
	if p == nil {
		return open(name, data)
	}
	key := pictureKey{name: name, size: len(data)}
	copy(key.end[:], data[max(0, len(data)-len(key.end)):])
	p.mu.Lock()
	known := p.known[key]
	p.mu.Unlock()
	if known != nil && bytes.Equal(known.Data, data) {
		return known, nil
	}
	if cap(data) > 2*len(data) { // read into memory that was made for a larger one
		data = bytes.Clone(data)
	}
	opened, err := open(name, data)
	if err != nil {
		return nil, err
	}
	p.keep(key, opened)
	return opened, nil
}

func (p *pictures) keep(key pictureKey, opened *picture.Picture) {
	size := footprint(opened)
	if size > maxKept {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil {
		p.known = map[pictureKey]*picture.Picture{}
	}
	if old := p.known[key]; old != nil { // another with the same end
		p.size -= footprint(old)
	} else {
		p.order = append(p.order, key)
	}
	p.known[key] = opened
	for p.size += size; p.size > maxKept; {
		p.size -= footprint(p.known[p.order[0]])
		delete(p.known, p.order[0])
		p.order = p.order[1:]
	}
}

// footprint is about how much memory a picture takes: a drawing is kept as a tree
// besides, and so that small ones are not too many, each counts for a little.
func footprint(p *picture.Picture) int {
	const each, tree = 4 << 10, 16
	if p.Format == picture.SVG {
		return each + len(p.Data)*(1+tree)
	}
	return each + cap(p.Data)
}

// room gives an empty buffer to read a file into.
func (p *pictures) room() *bytes.Buffer {
	if p == nil {
		return new(bytes.Buffer)
	}
	return bytes.NewBuffer(p.spare.Take())
}

// giveBack takes a buffer back if opened does not lie in it.
func (p *pictures) giveBack(b *bytes.Buffer, opened *picture.Picture) {
	if p == nil || opened != nil && b.Len() > 0 && &opened.Data[0] == &b.Bytes()[0] {
		return
	}
	b.Reset()
	p.spare.Give(b.AvailableBuffer())
}
