package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"testing"
)

// corners draws a picture whose four corners differ: red, green, blue, white
// from the top left clockwise, large enough to survive JPEG.
func corners(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{255, 0, 0, 255}
			switch {
			case x >= w/2 && y < h/2:
				c = color.NRGBA{0, 255, 0, 255}
			case x >= w/2:
				c = color.NRGBA{0, 0, 255, 255}
			case y >= h/2:
				c = color.NRGBA{255, 255, 255, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func encodeJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodePNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodeGIF(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tiffOrientation is the smallest EXIF block with an orientation.
func tiffOrientation(order binary.AppendByteOrder, mark string, orientation int) []byte {
	b := []byte(mark)
	b = order.AppendUint16(b, 42)
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 1) // entries
	b = order.AppendUint16(b, 0x0112)
	b = order.AppendUint16(b, 3) // SHORT
	b = order.AppendUint32(b, 1)
	b = order.AppendUint16(b, uint16(orientation))
	return append(b, 0, 0, 0, 0, 0, 0)
}

// withExif puts an EXIF segment behind the start of a JPEG.
func withExif(data []byte, orientation int) []byte {
	body := append([]byte("Exif\x00\x00"), tiffOrientation(binary.BigEndian, "MM", orientation)...)
	out := []byte{0xff, 0xd8, 0xff, 0xe1}
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	out = append(out, body...)
	return append(out, data[2:]...)
}

func pngChunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(out, kind...)
	out = append(out, body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// bigPNG is a header that promises w × h pixels.
func bigPNG(w, h uint32) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, w)
	head = binary.BigEndian.AppendUint32(head, h)
	out = append(out, pngChunk("IHDR", append(head, 8, 2, 0, 0, 0))...)
	out = append(out, pngChunk("IDAT", []byte{0})...)
	return append(out, pngChunk("IEND", nil)...)
}

// losslessWebP is a picture of one colour in the lossless format: every prefix
// code has a single symbol, so that pixels take no bits at all.
func losslessWebP(w, h int, c color.NRGBA) []byte {
	var bits []byte
	n := 0
	put := func(v uint32, count int) {
		for i := range count {
			if n%8 == 0 {
				bits = append(bits, 0)
			}
			bits[n/8] |= byte(v>>i&1) << (n % 8)
			n++
		}
	}
	put(0x2f, 8)
	put(uint32(w-1), 14)
	put(uint32(h-1), 14)
	put(1, 1) // alpha is used
	put(0, 3) // version
	put(0, 1) // no transform
	put(0, 1) // no colour cache
	put(0, 1) // one set of codes
	for _, v := range []uint8{c.G, c.R, c.B, c.A} {
		put(1, 1) // simple code
		put(0, 1) // of one symbol
		put(1, 1) // eight bits long
		put(uint32(v), 8)
	}
	put(1, 1) // distances: symbol 0
	put(0, 1)
	put(0, 1)
	put(0, 1)
	put(0, 32) // the decoder reads ahead
	body := append([]byte("WEBPVP8L"), binary.LittleEndian.AppendUint32(nil, uint32(len(bits)))...)
	body = append(body, bits...)
	if len(bits)%2 == 1 {
		body = append(body, 0)
	}
	out := append([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(len(body)))...)
	return append(out, body...)
}

// animatedWebP moves through still ones on a canvas of 12 × 9, each at 4, 2.
func animatedWebP(stills ...[]byte) []byte {
	chunk := func(kind string, body []byte) []byte {
		return append(binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(body))), body...)
	}
	body := append([]byte("WEBP"), chunk("VP8X", []byte{0x12, 0, 0, 0, 11, 0, 0, 8, 0, 0})...)
	body = append(body, chunk("ANIM", make([]byte, 6))...)
	for _, s := range stills {
		bits := binary.LittleEndian.Uint32(s[21:])
		frame := []byte{2, 0, 0, 1, 0, 0, byte(bits & 0x3fff), 0, 0, byte(bits >> 14 & 0x3fff), 0, 0, 100, 0, 0, 0}
		body = append(body, chunk("ANMF", append(frame, s[12:]...))...)
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func readTestdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustOpen(t testing.TB, name string, data []byte) *Picture {
	t.Helper()
	p, err := Open(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func mustPixels(t testing.TB, p *Picture) *image.NRGBA {
	t.Helper()
	img, err := p.Pixels()
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// near reports whether two colours look alike.
func near(a, b color.NRGBA, slack int) bool {
	d := func(x, y uint8) bool { return int(x)-int(y) <= slack && int(y)-int(x) <= slack }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B) && d(a.A, b.A)
}
