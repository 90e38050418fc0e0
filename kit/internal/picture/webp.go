package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"io"
	"math"

	"golang.org/x/image/webp"
)

// readWebP walks the chunks of the RIFF container (RFC 9649, 2). Still
// pictures, lossy and lossless, are accepted.
func (p *Picture) readWebP() error {
	d := p.Data
	if len(d) < 20 {
		return truncated("the WebP ends within its header")
	}
	size := uint64(binary.LittleEndian.Uint32(d[4:]))
	if size+8 > uint64(len(d)) {
		return truncated("the WebP has %d of %d bytes", len(d), size+8)
	}
	d = d[:8+size]
	found := false
	for at := 12; at < len(d); {
		if at+8 > len(d) {
			return truncated("the WebP ends within a chunk")
		}
		kind := string(d[at : at+4])
		n := uint64(binary.LittleEndian.Uint32(d[at+4:]))
		if n > uint64(len(d)-at-8) {
			return truncated("the WebP ends within a chunk")
		}
		body := d[at+8 : at+8+int(n)]
		at += 8 + int(n+n&1)
		switch kind {
		case "VP8X":
			if len(body) < 10 {
				return corrupt("the WebP has a short header")
			}
			if body[0]&0x02 != 0 {
				return unsupported("export a still picture", "the WebP is animated")
			}
			p.Alpha = p.Alpha || body[0]&0x10 != 0
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
			found, p.lossy = true, true
		case "VP8L":
			// Lossless header (RFC 9649, 3.4).
			if len(body) < 5 || body[0] != 0x2f {
				return corrupt("the WebP has a wrong signature")
			}
			bits := binary.LittleEndian.Uint32(body[1:])
			p.Width, p.Height = int(bits&0x3fff)+1, int(bits>>14&0x3fff)+1
			p.Alpha = p.Alpha || bits>>28&1 != 0
			found = true
		case "ICCP":
			p.profile = usefulProfile(body, 3)
		case "EXIF":
			p.Orientation = exifOrientation(bytes.TrimPrefix(body, []byte("Exif\x00\x00")))
		}
	}
	if !found {
		return truncated("the WebP has no pixels")
	}
	return nil
}

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
