package pdfwriter

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
)

// file is the objects of a PDF file; object n is at n-1.
type file struct {
	cache   *Cache
	plain   bool // neither compressed streams nor object streams
	objects []fileObject
	id      digest
	room    room
}

// room gives empty memory for so many bytes: that to which a bytes.Buffer would copy what is written to it next, so that a
// file with photographs is not there twice. Other writers give none.
type room struct{ buffer *bytes.Buffer }

func roomIn(w io.Writer) room {
	b, _ := w.(*bytes.Buffer)
	return room{b}
}

func (r room) bytes(size int) []byte {
	if r.buffer == nil {
		return make([]byte, 0, size)
	}
	r.buffer.Grow(size)
	return r.buffer.AvailableBuffer()
}

// digest is what a file consists of, hashed: the same content has the same, and any change another.
type digest [sha256.Size]byte

// largeStream is from what size on a stream counts by checksums in the digest: a photograph is hashed in no time that way,
// and the digest tells versions of a file apart, it does not protect them.
const largeStream = 64 << 10

// sum sets the file's digest from all objects so far and from more.
func (f *file) sum(more []byte) {
	h := sha256.New()
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	var sums []byte
	for _, o := range f.objects {
		h.Write(o.body)
		if len(o.data) >= largeStream {
			sums = binary.BigEndian.AppendUint32(sums[:0], crc32.ChecksumIEEE(o.data))
			h.Write(binary.BigEndian.AppendUint32(sums, crc32.Checksum(o.data, castagnoli)))
		} else {
			h.Write(o.data)
		}
		h.Write([]byte{0})
	}
	h.Write(more)
	h.Sum(f.id[:0])
}

// fileObject is an object: a stream with the data, which it shares with whoever gave it, or anything else.
type fileObject struct {
	body   []byte // of a stream all before the data
	data   []byte
	stream bool
}

// size is how many bytes the object takes in the file, at most.
func (o *fileObject) size() int { return len(o.body) + len(o.data) + len("\nendstream") + 32 }

func (f *file) alloc() ref {
	f.objects = append(f.objects, fileObject{})
	return ref(len(f.objects))
}

func (f *file) set(r ref, o *object) { f.objects[r-1] = fileObject{body: o.b} }

// setStream sets a stream, compressed unless the file is plain. dict has the entries beside Length and Filter. Streams of
// text are kept in the cache too: a kit that is made again has most of its pages, drawings and maps unchanged, and to
// compare a hash takes a small part of the time that compressing does.
func (f *file) setStream(r ref, dict *object, data []byte) {
	if f.plain {
		f.setRaw(r, dict, data)
		return
	}
	sum := sha256.Sum256(data)
	packed, _, _ := f.cache.get(cacheKey{id: "stream " + string(sum[:])}, func() ([]byte, error) { return data, nil })
	f.setRaw(r, dict.key("Filter").name("FlateDecode"), packed)
}

// setRaw sets a stream whose data is already as dict says.
func (f *file) setRaw(r ref, dict *object, data []byte) {
	b := make([]byte, 0, len(dict.b)+48)
	b = append(append(b, "<<"...), dict.b...)
	b = append(appendInt(append(b, "\n/Length "...), len(data)), "\n>>\nstream\n"...)
	f.objects[r-1] = fileObject{b, data, true}
}

// packed returns the stream data for what fill returns, and its size before compression. What is compressed is kept in
// the cache under key.
func (f *file) packed(key cacheKey, fill func() ([]byte, error)) (data []byte, size int, err error) {
	if f.plain {
		data, err = fill()
		return data, len(data), err
	}
	return f.cache.get(key, fill)
}

// setPacked sets a stream whose data packed returned.
func (f *file) setPacked(r ref, dict *object, data []byte) {
	if !f.plain {
		dict.key("Filter").name("FlateDecode")
	}
	f.setRaw(r, dict, data)
}

// header names the version; the four bytes after it mark the file as binary (ISO 32000-1, 7.5.2).
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// bytes returns the file.
func (f *file) bytes(catalog, info ref) []byte {
	if f.plain {
		return f.classic(catalog, info)
	}
	return f.packedFile(catalog, info)
}

func appendObject(out []byte, n int, o *fileObject) []byte {
	out = append(appendInt(out, n), " 0 obj\n"...)
	out = append(out, o.body...)
	if o.stream {
		out = append(append(out, o.data...), "\nendstream"...)
	}
	return append(out, "\nendobj\n"...)
}

func (f *file) trailer(size int, catalog, info ref) *object {
	id := hex.EncodeToString(f.id[:16])
	o := new(object).key("Size").int(size).key("Root").ref(catalog).key("Info").ref(info)
	return o.key("ID").raw("[<" + id + "> <" + id + ">]")
}

// classic writes each object on its own and a cross-reference table (ISO 32000-1, 7.5.4).
func (f *file) classic(catalog, info ref) []byte {
	out := []byte(header)
	offsets := make([]int, len(f.objects))
	for i := range f.objects {
		offsets[i] = len(out)
		out = appendObject(out, i+1, &f.objects[i])
	}
	trailer := f.trailer(len(f.objects)+1, catalog, info)
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, at := range offsets {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	out = append(append(out, "trailer\n<<"...), trailer.b...)
	return fmt.Appendf(out, "\n>>\nstartxref\n%d\n%%%%EOF\n", start)
}

// perObjectStream is how many objects share a stream: enough to compress well, few enough to unpack for just one.
const perObjectStream = 256

// trailerSize is more than what follows the cross-reference stream, and its dictionary.
const trailerSize = 512

// packedFile writes all but the streams into object streams, and a cross-reference stream (ISO 32000-1, 7.5.7, 7.5.8).
func (f *file) packedFile(catalog, info ref) []byte {
	size := len(header)
	loose, looseSize := make([]ref, 0, len(f.objects)), 0
	for i := range f.objects {
		if o := &f.objects[i]; o.stream {
			size += o.size()
		} else {
			loose = append(loose, ref(i+1))
			looseSize += len(o.body) + 1
		}
	}
	type place struct{ kind, a, b int }
	places := make([]place, len(f.objects)+1, len(f.objects)+2+len(loose)/perObjectStream+1)
	places[0] = place{0, 0, 65535}

	const perIndex = 16 // bytes of an index for each object, about
	index := object{make([]byte, 0, looseSize+perIndex*len(loose))}
	bodies := object{make([]byte, 0, looseSize)}
	for len(loose) > 0 {
		n := min(len(loose), perObjectStream)
		container := f.alloc()
		places = append(places, place{})
		index.b, bodies.b = index.b[:0], bodies.b[:0]
		for i, r := range loose[:n] {
			index.int(int(r)).raw(" ").int(len(bodies.b)).raw(" ")
			bodies.b = append(append(bodies.b, f.objects[r-1].body...), '\n')
			places[r] = place{2, int(container), i}
		}
		first := len(index.b)
		dict := new(object).key("Type").name("ObjStm").key("N").int(n).key("First").int(first)
		index.b = append(index.b, bodies.b...)
		f.setStream(container, dict, index.b)
		size += f.objects[container-1].size()
		loose = loose[n:]
	}
	out := append(f.room.bytes(size+8*len(places)+trailerSize), header...)
	for i := range f.objects {
		if o := &f.objects[i]; o.stream {
			places[i+1] = place{1, len(out), 0}
			out = appendObject(out, i+1, o)
		}
	}
	table := f.alloc()
	start := len(out)
	places = append(places, place{1, start, 0})
	rows := make([]byte, 0, 7*len(places))
	for _, p := range places {
		rows = append(rows, byte(p.kind))
		rows = binary.BigEndian.AppendUint32(rows, uint32(p.a))
		rows = binary.BigEndian.AppendUint16(rows, uint16(p.b))
	}
	dict := f.trailer(len(places), catalog, info)
	f.setStream(table, dict.key("Type").name("XRef").key("W").raw("[1 4 2]"), rows)
	out = appendObject(out, int(table), &f.objects[table-1])
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", start)
}
