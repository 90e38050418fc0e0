package opc

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"path"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Compressor compresses parts. The zero value is ready; it keeps what is dear to
// set up, and is safe for concurrent use.
type Compressor struct {
	writers sync.Pool // of *flate.Writer

	mu         sync.Mutex
	known      map[string]*Packed // by content
	knownBytes int                // of it
}

// maxKnown bounds the bytes of parts that are remembered.
const maxKnown = 4 << 20

// Packed is a compressed part. It can be put into many packages.
type Packed struct {
	data   []byte
	method uint16
	sum    uint32 // CRC-32
	size   uint64 // before compression
}

// large is the size in bytes from which a part is compressed with care: that of
// fonts, rather than of markup.
const large = 64 << 10

// careful is the level for them. The next saves one byte of a hundred, and takes
// a third longer.
const careful = 5

// Pack compresses a part. The writer is klauspost's, which takes half the time of
// the standard library, and for markup has nothing to set up.
func (c *Compressor) Pack(data []byte) *Packed {
	var out bytes.Buffer
	out.Grow(len(data)*2/5 + 128)
	// The level is known, and a buffer takes all: nothing here can fail.
	if len(data) < large {
		_ = flate.StatelessDeflate(&out, data, true, nil)
	} else {
		w, ok := c.writers.Get().(*flate.Writer)
		if ok {
			w.Reset(&out)
		} else {
			w, _ = flate.NewWriter(&out, careful)
		}
		_, _ = w.Write(data)
		_ = w.Close()
		c.writers.Put(w)
	}
	return &Packed{data: out.Bytes(), method: zip.Deflate, sum: crc32.ChecksumIEEE(data), size: uint64(len(data))}
}

// Sum is the CRC-32 of the part before compression.
func (p *Packed) Sum() uint32 { return p.sum }

// Len is the size of the part in the package.
func (p *Packed) Len() int { return len(p.data) }

// Store packs what is compressed already, as pictures are.
func Store(data []byte) *Packed {
	return &Packed{data: data, method: zip.Store, sum: crc32.ChecksumIEEE(data), size: uint64(len(data))}
}

// Packs gives the files of a ZIP archive as parts, by name, without unpacking
// them. The archive is kept; where it is damaged, files are missing.
func Packs(archive []byte) map[string]*Packed {
	parts := map[string]*Packed{}
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return parts
	}
	for _, f := range z.File {
		from, err := f.DataOffset()
		to := from + int64(f.CompressedSize64)
		if err != nil || to < from || to > int64(len(archive)) {
			continue
		}
		parts[f.Name] = &Packed{data: archive[from:to:to], method: f.Method, sum: f.CRC32, size: f.UncompressedSize64}
	}
	return parts
}

// worthwhile is the size in bytes from which a part is compressed. A shorter one
// would lose half of it, which is not worth the time to find codes for it.
const worthwhile = 1 << 10

// packNamed chooses by the name of the part and by its size.
func (c *Compressor) packNamed(name string, data []byte) *Packed {
	switch path.Ext(name) {
	case ".jpeg", ".jpg", ".png":
		return Store(data)
	}
	return c.PackMarkup(data)
}

// PackMarkup is Pack for all but short parts, which are stored. Data is not kept,
// so that the next part can be written into its memory.
func (c *Compressor) PackMarkup(data []byte) *Packed {
	if len(data) < worthwhile {
		return Store(bytes.Clone(data))
	}
	return c.Pack(data)
}

// PackKnown is PackMarkup, once for the same content: kits that are alike, if not in
// their words, have the same styles, settings and relationships. Data is copied.
func (c *Compressor) PackKnown(data []byte) *Packed {
	c.mu.Lock()
	packed, ok := c.known[string(data)]
	c.mu.Unlock()
	if ok {
		return packed
	}
	packed = c.PackMarkup(data)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.knownBytes += len(data); c.known == nil || c.knownBytes > maxKnown {
		c.known, c.knownBytes = map[string]*Packed{}, len(data)
	}
	c.known[string(data)] = packed
	return packed
}
