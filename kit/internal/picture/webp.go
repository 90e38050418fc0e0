package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"io"
	"math"

	"golang.org/x/image/webp"
)

// readWebP walks the chunks of the RIFF container (RFC 9649, 2). Of moving pictures
// the first frame counts, on the whole canvas.
func (p *Picture) readWebP() error {
	d := p.Data
	if len(d) < 20 {
		return truncated("the WebP ends within its header")
	}
	size := uint64(binary.LittleEndian.Uint32(d[4:]))
	if size+8 > uint64(len(d)) {
		return truncated("the WebP has %d of %d bytes", len(d), size+8)
	}
	r := webpReader{Picture: p}
	if err := r.chunks(d[12 : 8+size]); err != nil {
		return err
	}
	if !r.found {
		return truncated("the WebP has no pixels")
	}
	return nil
}

// webpReader is what is known of a file so far.
type webpReader struct {
	*Picture
	found    bool
	animated bool
	inFrame  bool
}

// chunks reads what is in the file, or in a frame of it.
func (p *webpReader) chunks(d []byte) error {
	for at := 0; at < len(d); {
		if at+8 > len(d) {
			return truncated("the WebP ends within a chunk")
		}
		kind := string(d[at : at+4])
		n := uint64(binary.LittleEndian.Uint32(d[at+4:]))
		if n > uint64(len(d)-at-8) {
			return truncated("the WebP ends within a chunk")
		}
		if err := p.chunk(kind, d[at+8:at+8+int(n)]); err != nil {
			return err
		}
		at += 8 + int(n+n&1)
	}
	return nil
}

func (p *webpReader) chunk(kind string, body []byte) error {
	if p.inFrame && (kind == "VP8X" || kind == "ANMF") {
		return corrupt("the WebP has a frame within a frame")
	}
	switch kind {
	case "VP8X":
		if len(body) < 10 {
			return corrupt("the WebP has a short header")
		}
		p.animated = body[0]&0x02 != 0
		if p.animated {
			p.Width, p.Height = uint24(body[4:])+1, uint24(body[7:])+1
		}
		p.Alpha = p.Alpha || body[0]&0x10 != 0
	case "ANMF":
		if !p.animated || p.found {
			return nil
		}
		return p.firstFrame(body)
	case "ALPH":
		p.Alpha = true
	case "VP8 ":
		// Key frame header (RFC 6386, 9.1).
		if len(body) < 10 || body[0]&1 != 0 || !bytes.Equal(body[3:6], []byte{0x9d, 0x01, 0x2a}) {
			return corrupt("the WebP has no key frame")
		}
		if partition := int(body[0])>>5 | int(body[1])<<3 | int(body[2])<<11; partition > len(body)-10 {
			return truncated("the WebP ends within its pixels")
		}
		p.Width = int(binary.LittleEndian.Uint16(body[6:]) & 0x3fff)
		p.Height = int(binary.LittleEndian.Uint16(body[8:]) & 0x3fff)
		p.found, p.lossy = true, true
	case "VP8L":
		// Lossless header (RFC 9649, 3.4).
		if len(body) < 5 || body[0] != 0x2f {
			return corrupt("the WebP has a wrong signature")
		}
		bits := binary.LittleEndian.Uint32(body[1:])
		p.Width, p.Height = int(bits&0x3fff)+1, int(bits>>14&0x3fff)+1
		p.Alpha = p.Alpha || bits>>28&1 != 0
		p.found = true
	case "ICCP":
		p.profile = usefulProfile(body, 3)
	case "EXIF":
		p.Orientation = exifOrientation(bytes.TrimPrefix(body, []byte("Exif\x00\x00")))
	}
	return nil
}

// webpFrame is the first frame of a moving picture: a file of its own, and where it
// lies on the canvas.
type webpFrame struct {
	data []byte
	at   image.Point
}

// firstFrame reads a frame (RFC 9649, 2.7.1.1).
func (p *webpReader) firstFrame(body []byte) error {
	if len(body) < 16 {
		return truncated("the WebP ends within a frame")
	}
	width, height := p.Width, p.Height
	at := image.Pt(2*uint24(body), 2*uint24(body[3:]))
	alpha := p.Alpha
	p.Alpha, p.inFrame = false, true
	if err := p.chunks(body[16:]); err != nil {
		return err
	}
	if !p.found {
		return truncated("the WebP has a frame without pixels")
	}
	w, h := p.Width, p.Height
	if at.X+w > width || at.Y+h > height {
		return corrupt("the WebP's first frame reaches beyond its edges")
	}
	still := []byte("WEBP")
	if p.Alpha && p.lossy { // whose transparency is a chunk of its own
		const transparent = 0x10
		still = append(still, "VP8X\x0a\x00\x00\x00"...)
		still = append(still, transparent, 0, 0, 0, byte(w-1), byte((w-1)>>8), byte((w-1)>>16), byte(h-1), byte((h-1)>>8), byte((h-1)>>16))
	}
	still = append(still, body[16:]...)
	p.frame = &webpFrame{append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(still))), still...), at}
	// What the frame leaves open is transparent.
	p.Alpha = alpha || p.Alpha || w < width || h < height
	p.Width, p.Height, p.inFrame = width, height, false
	return nil
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// decodeWebP decodes and widens the range of lossy pictures: black is 16 and
// white 235 in them (RFC 6386, 9.2, after ITU-R BT.601), while image.YCbCr
// stands for the full range of JPEG and the decoder leaves it at that.
func decodeWebP(r io.Reader) (image.Image, error) {
	img, err := webp.Decode(r)
	if err != nil {
		return nil, err
	}
	switch s := img.(type) {
	case *image.YCbCr:
		fullRange(s)
	case *image.NYCbCrA:
		fullRange(&s.YCbCr)
	}
	return img, nil
}

// decode gives the frame in its place. It stands at even pixels, so that colours that
// are stored for two of them stay where they are.
func (f *webpFrame) decode() (image.Image, error) {
	img, err := decodeWebP(bytes.NewReader(f.data))
	switch s := img.(type) {
	case *image.YCbCr:
		s.Rect = s.Rect.Add(f.at)
	case *image.NYCbCrA:
		s.Rect = s.Rect.Add(f.at)
	case *image.NRGBA:
		s.Rect = s.Rect.Add(f.at)
	}
	return img, err
}

func fullRange(img *image.YCbCr) {
	var luma, chroma [256]uint8
	for i := range luma {
		luma[i] = channel(math.Round(float64(i-16) * 255 / 219))
		chroma[i] = channel(math.Round(float64(i-128)*255/224) + 128)
	}
	for i, v := range img.Y {
		img.Y[i] = luma[v]
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = chroma[img.Cb[i]], chroma[img.Cr[i]]
	}
}
