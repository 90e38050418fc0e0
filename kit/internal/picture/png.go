package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// pngHeader keeps what decides about embedding the pixel stream untouched.
type pngHeader struct {
	depth, colour byte
	interlaced    bool
	palette       []byte
	data          [][]byte // the bodies of the IDAT chunks
}

// Colour types of PNG (ISO/IEC 15948, 11.2.2).
const (
	pngGrey      = 0
	pngTrue      = 2
	pngPalette   = 3
	pngGreyAlpha = 4
	pngTrueAlpha = 6
)

const pngSignature = 8 // bytes

// readPNG walks the chunks to IEND. Check sums are verified for all chunks but
// the pixels, which the decoder verifies when it comes to them.
func (p *Picture) readPNG() error {
	h := &pngHeader{}
	p.png = h
	d := p.Data
	for at, first := pngSignature, true; ; first = false {
		if at+12 > len(d) {
			return truncated("the PNG ends without its end chunk")
		}
		size := uint64(binary.BigEndian.Uint32(d[at:]))
		kind := string(d[at+4 : at+8])
		if size > 1<<31-1 {
			return corrupt("the PNG has a chunk of impossible length")
		}
		if size > uint64(len(d)-at-12) {
			return truncated("the PNG ends within its %s chunk", printable(kind))
		}
		end := at + 8 + int(size)
		body := d[at+8 : end]
		if kind != "IDAT" && crc32.ChecksumIEEE(d[at+4:end]) != binary.BigEndian.Uint32(d[end:]) {
			return corrupt("the check sum of the PNG's %s chunk is wrong", printable(kind))
		}
		if first != (kind == "IHDR") {
			return corrupt("the PNG has its header out of place")
		}
		switch kind {
		case "IHDR":
			if err := p.readPNGHeader(body); err != nil {
				return err
			}
		case "PLTE":
			if len(body) == 0 || len(body)%3 != 0 || len(body) > 768 {
				return corrupt("the PNG has a palette of %d bytes", len(body))
			}
			h.palette = body
		case "tRNS":
			p.Alpha = true
		case "eXIf":
			p.Orientation = exifOrientation(body)
		case "IDAT":
			h.data = append(h.data, body)
		case "IEND":
			if len(h.data) == 0 {
				return truncated("the PNG has no pixels")
			}
			if h.colour == pngPalette && h.palette == nil {
				return corrupt("the PNG lacks its palette")
			}
			return nil
		}
		at = end + 4
	}
}

// readPNGHeader reads IHDR (ISO/IEC 15948, 11.2.2).
func (p *Picture) readPNGHeader(b []byte) error {
	if len(b) != 13 {
		return corrupt("the PNG has a header of %d bytes", len(b))
	}
	w, h := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	if w > 1<<31-1 || h > 1<<31-1 {
		return corrupt("the PNG has an impossible size")
	}
	p.Width, p.Height = int(w), int(h)
	p.png.depth, p.png.colour, p.png.interlaced = b[8], b[9], b[12] == 1
	ok := false
	switch p.png.colour {
	case pngGrey:
		ok = b[8] == 1 || b[8] == 2 || b[8] == 4 || b[8] == 8 || b[8] == 16
	case pngPalette:
		ok = b[8] == 1 || b[8] == 2 || b[8] == 4 || b[8] == 8
	case pngTrue, pngGreyAlpha, pngTrueAlpha:
		ok = b[8] == 8 || b[8] == 16
	}
	if !ok || b[10] != 0 || b[11] != 0 || b[12] > 1 {
		return corrupt("the PNG's header holds impossible values")
	}
	p.Alpha = p.png.colour == pngGreyAlpha || p.png.colour == pngTrueAlpha
	return nil
}

// printable makes a chunk's name fit for a message.
func printable(kind string) string {
	for _, c := range []byte(kind) {
		if c < 'A' || c > 'z' {
			return "unnamed"
		}
	}
	return kind
}

// Flate is a pixel stream that PDF reads as it is, with FlateDecode and a
// predictor (ISO 32000-2, 7.4.4): DecodeParms are Predictor 15, Colors, Bits as
// BitsPerComponent, and Columns.
type Flate struct {
	Data          []byte // zlib
	Columns, Rows int    // pixels
	Colors, Bits  int    // per pixel, per component
	Palette       []byte // R G B R G B …; nil for grey and RGB
}

// Flate gives the pixels of an opaque PNG for embedding without unpacking and
// packing them again, which is most of the work of writing a picture into a
// PDF. It reports false where that is impossible: other formats, transparency,
// interlacing, 16 bits, an orientation other than 1, damaged data. The stream
// has been unpacked once, to be sure of it.
func (p *Picture) Flate() (*Flate, bool) {
	h := p.png
	if h == nil || p.Alpha || h.interlaced || h.depth > 8 || p.Orientation != 1 {
		return nil, false
	}
	f := &Flate{Columns: p.Width, Rows: p.Height, Colors: 1, Bits: int(h.depth)}
	switch h.colour {
	case pngTrue:
		f.Colors = 3
	case pngPalette:
		f.Palette = bytes.Clone(h.palette)
	}
	f.Data = bytes.Join(h.data, nil)
	if !f.sound() {
		return nil, false
	}
	return f, true
}

// sound unpacks the stream and checks length, row filters and check sum.
func (f *Flate) sound() bool {
	in := bytes.NewReader(f.Data)
	z, err := zlib.NewReader(in)
	if err != nil {
		return false
	}
	row := make([]byte, 1+(f.Columns*f.Colors*f.Bits+7)/8)
	for range f.Rows {
		if _, err := io.ReadFull(z, row); err != nil || row[0] > 4 {
			return false
		}
		if f.Palette != nil && f.Bits == 8 && len(f.Palette) < 768 && row[0] == 0 && !indexed(row[1:], len(f.Palette)/3) {
			return false
		}
	}
	n, err := z.Read(row[:1]) // the check sum is verified at the end
	return n == 0 && err == io.EOF && in.Len() == 0
}

// indexed reports whether all indices are within a palette of n colours.
func indexed(row []byte, n int) bool {
	for _, i := range row {
		if int(i) >= n {
			return false
		}
	}
	return true
}
