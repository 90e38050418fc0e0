package kit

import (
	"bytes"
	"io"
	"io/fs"
	"slices"
	"sync"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/compose"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// A brand is read once for all kits that wear it, and its fonts are the same
// memory in each, by which formats know what they made of them. Its files are
// still read for each kit, and compared: what is on the disk decides.

// keptBrand is a brand of earlier kits, with what it was made of.
type keptBrand struct {
	brand *brand.Brand // nobody changes one
	list  diag.List
	files []*keptFile // the brand's own file first
	size  int         // bytes of them, and of fonts that were made of them; the cache's to change

	mu      sync.Mutex
	dressed map[dress]dressed
}

// keptFile is a file as it was read.
type keptFile struct {
	name string
	data []byte
}

// brandKey finds the brand that a file may be.
type brandKey struct{ name, text string }

// Bounds of the brands that are kept, beyond which all are forgotten: how many,
// and the bytes of their files.
const (
	maxBrands     = 64
	maxBrandBytes = 32 << 20
)

// brand reads a brand, or gives the one of an earlier kit if no file of it has
// changed. A nil cache reads it each time; so does any for fonts of the system,
// which may change without a file.
func (c *Cache) brand(fsys fs.FS, name string, how brand.Config) (*brand.Brand, *keptBrand, diag.List) {
	info, err := fs.Stat(fsys, name)
	if c == nil || how != (brand.Config{}) || err != nil || !info.Mode().IsRegular() || info.Size() > maxBrandBytes {
		b, list := how.Read(fsys, name)
		return b, nil, list
	}
	room, done := c.buffer()
	defer done()
	if readInto(room, fsys, name, int(info.Size())) == nil {
		c.mu.Lock()
		kept := c.brands[brandKey{name, room.String()}]
		c.mu.Unlock()
		if kept != nil && kept.unchanged(fsys, room) {
			return kept.brand, kept, slices.Clone(kept.list)
		}
	}
	read := &recorder{FS: fsys}
	b, list := how.Read(read, name)
	if b == nil || list.HasErrors() || read.failed {
		return b, nil, list
	}
	kept := &keptBrand{brand: b, list: list, files: read.files, size: newBytes(b.Faces, brand.Default().Faces)}
	for _, f := range kept.files {
		kept.size += len(f.data)
	}
	c.keepBrand(kept)
	return b, kept, slices.Clone(list)
}

func (c *Cache) keepBrand(kept *keptBrand) {
	key := kept.key()
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.brands[key]; old != nil {
		c.brandBytes -= old.size
	}
	if c.brandBytes+kept.size > maxBrandBytes || len(c.brands) >= maxBrands || c.brands == nil {
		c.brands, c.brandBytes = map[brandKey]*keptBrand{}, 0
	}
	if kept.size <= maxBrandBytes {
		c.brands[key] = kept
		c.brandBytes += kept.size
	}
}

func (k *keptBrand) key() brandKey { return brandKey{k.files[0].name, string(k.files[0].data)} }

// unchanged reports whether the other files of a brand are what they were.
func (k *keptBrand) unchanged(fsys fs.FS, room *bytes.Buffer) bool {
	for _, f := range k.files[1:] {
		if readInto(room, fsys, f.name, len(f.data)) != nil || !bytes.Equal(room.Bytes(), f.data) {
			return false
		}
	}
	return true
}

// readInto reads a file that should have so many bytes, and one more at most.
func readInto(b *bytes.Buffer, fsys fs.FS, name string, size int) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	b.Reset()
	b.Grow(size + 1 + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, int64(size)+1))
	return err
}

// recorder keeps what is read through it.
type recorder struct {
	fs.FS
	files  []*keptFile
	failed bool // a file was not there, or could not be read to its end, or a folder was listed
}

func (r *recorder) Open(name string) (fs.File, error) {
	f, err := r.FS.Open(name)
	if err != nil {
		r.failed = true
		return nil, err
	}
	kept := &keptFile{name: name}
	r.files = append(r.files, kept)
	return recorded{f, r, kept}, nil
}

// ReadDir lists a folder. What stands in it tomorrow is not known, so that such a
// brand is not kept.
func (r *recorder) ReadDir(name string) ([]fs.DirEntry, error) {
	r.failed = true
	return fs.ReadDir(r.FS, name)
}

// Stat does not open the file, which could wait for ever.
func (r *recorder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.FS, name) }

type recorded struct {
	fs.File
	by   *recorder
	kept *keptFile
}

func (f recorded) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	f.kept.data = append(f.kept.data, b[:n]...)
	if err != nil && err != io.EOF {
		f.by.failed = true
	}
	return n, err
}

// dress is how a brand may be worn.
type dress struct {
	layout       *layouts.Layout
	upright, fix bool
}

// dressed is a brand with the fonts and colours for a layout, the layout in the type
// that the brand wants, and what was found.
type dressed struct {
	brand  *brand.Brand
	layout *layouts.Layout
	list   diag.List
	shared *compose.Shared // by the documents; nil if it is for one
}

// dress fits a layout to the brand, by the size and leading of its type, and the brand
// to the layout, by its fonts and the contrast of its colours. The brand is nil if
// there are errors in the list.
func (p *Project) dress(l *layouts.Layout, fix bool) dressed {
	if p.kept == nil || !p.config.Cache.shares(l) {
		return fitted(p.brand, l, p.release, fix)
	}
	how := dress{l, compose.Upright(p.release.Tag), fix}
	p.kept.mu.Lock()
	d, ok := p.kept.dressed[how]
	p.kept.mu.Unlock()
	if ok {
		return d
	}
	if d = fitted(p.brand, l, p.release, fix); d.brand == nil {
		return d
	}
	d.shared = &compose.Shared{}
	p.kept.mu.Lock()
	if p.kept.dressed == nil {
		p.kept.dressed = map[dress]dressed{}
	}
	p.kept.dressed[how] = d // few: layouts that are built in, each in four ways
	p.kept.mu.Unlock()
	p.config.Cache.countFaces(p.kept, d.brand)
	return d
}

// countFaces counts the instances of variable fonts that a kept brand has made.
func (c *Cache) countFaces(kept *keptBrand, worn *brand.Brand) {
	size := newBytes(worn.Faces, kept.brand.Faces)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.brands[kept.key()] != kept {
		return
	}
	kept.size += size
	if c.brandBytes += size; c.brandBytes > maxBrandBytes {
		c.brands, c.brandBytes = nil, 0
	}
}

// newBytes is how much memory faces take that others do not.
func newBytes(faces, others []brand.Face) (size int) {
	for _, f := range faces {
		there := func(o brand.Face) bool {
			return len(o.Data) == len(f.Data) && (len(f.Data) == 0 || &o.Data[0] == &f.Data[0])
		}
		if !slices.ContainsFunc(others, there) {
			size += len(f.Data)
		}
	}
	return size
}

func fitted(b *brand.Brand, l *layouts.Layout, r *release.Release, fix bool) dressed {
	l, list := compose.Typed(b, l)
	b, problems := b.Fit(compose.FontUses(b, l, r.Tag))
	list = append(list, problems...)
	if list.HasErrors() {
		return dressed{list: list}
	}
	b, problems = compose.Contrast(b, l, fix)
	return dressed{brand: b, layout: l, list: append(list, problems...)}
}
