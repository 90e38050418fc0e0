package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"io"
	"math"
)

// pngHeader keeps what decides about embedding the pixel stream untouched.
type pngHeader struct {
	depth, colour byte
	interlaced    bool
	palette       []byte
	data          [][]byte // the bodies of the IDAT chunks
	gamma         float64  // 0: that of sRGB, or near it
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

// readPNG walks the chunks to IEND and verifies their check sums.
func (p *Picture) readPNG() error {
	h := &pngHeader{}
	p.png = h
	d := p.Data
	var srgb bool
	var profile []byte
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
		if crc32.ChecksumIEEE(d[at+4:end]) != binary.BigEndian.Uint32(d[end:]) {
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
		case "sRGB":
			srgb = true
		case "iCCP":
			profile = body
		case "gAMA":
			if len(body) == 4 {
				h.gamma = float64(binary.BigEndian.Uint32(body)) / 100_000
			}
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
			h.settleColour(srgb, profile != nil)
			if profile != nil && !srgb {
				p.profile = usefulProfile(pngProfile(profile), h.components())
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

// components is 1 for grey and 3 for colour.
func (h *pngHeader) components() int {
	if h.colour == pngGrey || h.colour == pngGreyAlpha {
		return 1
	}
	return 3
}

// settleColour forgets a gamma that is overruled, makes no sense, or is so near
// to that of sRGB that nobody sees the difference (ISO/IEC 15948, 11.3.3).
func (h *pngHeader) settleColour(srgb, profile bool) {
	const usual, slack = 1 / 2.2, 0.03
	if srgb || profile || h.gamma < 0.1 || h.gamma > 3 || math.Abs(h.gamma-usual) < slack {
		h.gamma = 0
	}
}

// applyGamma turns the samples of a file of another gamma into those of sRGB.
func (h *pngHeader) applyGamma(img *image.NRGBA) {
	var to [256]uint8
	for i := range to {
		to[i] = channel(255 * fromLight(math.Pow(float64(i)/255, 1/h.gamma)))
	}
	for i := 0; i < len(img.Pix); i += 4 {
		for k := range 3 {
			img.Pix[i+k] = to[img.Pix[i+k]]
		}
	}
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
	Colors, Bits  int    // per pixel; per component: 1, 2, 4, 8 or 16
	Palette       []byte // R G B R G B …; nil for grey and RGB
}

// Flate gives the pixels of an opaque PNG for embedding without unpacking and
// packing them again, which is most of the work of writing a picture into a
// PDF. It reports false where that is impossible: other formats, transparency,
// interlacing, an unusual gamma, a stream that cannot be right. The back end
// must turn it by Matrix when Orientation is not 1.
//
// Open has verified the check sums of all chunks, so that damage on the way is
// ruled out. The stream is not unpacked again just to catch an encoder that
// wrote nonsense and summed it up correctly; only its beginning is.
func (p *Picture) Flate() (*Flate, bool) {
	f, ok := p.flate()
	if ok {
		f.Data = bytes.Join(p.png.data, nil)
	}
	return f, ok
}

// flate gives all but the data.
func (p *Picture) flate() (*Flate, bool) {
	h := p.png
	if h == nil || p.Alpha || h.interlaced || h.gamma != 0 {
		return nil, false
	}
	f := &Flate{Colors: 1, Bits: int(h.depth)}
	f.Columns, f.Rows = p.Stored()
	switch h.colour {
	case pngTrue:
		f.Colors = 3
	case pngPalette:
		f.Palette = h.palette
	}
	if !f.plausible(h.data) {
		return nil, false
	}
	return f, true
}

// plausible unpacks the first rows of the stream and looks at their filters,
// and at whether the stream is long enough for the rest.
func (f *Flate) plausible(data [][]byte) bool {
	const (
		sample   = 16 << 10 // bytes to unpack
		maxRatio = 1032     // of deflate
	)
	stride := 1 + (f.Columns*f.Colors*f.Bits+7)/8
	size := 0
	parts := make([]io.Reader, len(data))
	for i, d := range data {
		size += len(d)
		parts[i] = bytes.NewReader(d)
	}
	if size < f.Rows*stride/maxRatio {
		return false
	}
	z, err := zlib.NewReader(io.MultiReader(parts...))
	if err != nil {
		return false
	}
	row := make([]byte, stride)
	for range min(f.Rows, 1+sample/stride) {
		if _, err := io.ReadFull(z, row); err != nil || row[0] > 4 {
			return false
		}
	}
	return true
}
