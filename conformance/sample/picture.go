package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"slices"
)

// The size of a photograph in pixels. With the noise in it, its JPEG has some
// 240 KB.
const (
	photoWidth, photoHeight = 780, 520

	photoNoise   = 80
	photoQuality = 94
)

// photograph makes a JPEG: a gradient under noise in squares of 2 × 2 pixels, which
// compresses about as much as a photograph does.
func photograph(seed uint64) []byte {
	random := rand.New(rand.NewPCG(seed, 1))
	m := image.NewYCbCr(image.Rect(0, 0, photoWidth, photoHeight), image.YCbCrSubsampleRatio420)
	for y := 0; y < photoHeight; y += 2 {
		for x := 0; x < photoWidth; x += 2 {
			noise := random.IntN(photoNoise)
			luma := uint8(40 + 150*y/photoHeight + noise)
			at := m.YOffset(x, y)
			m.Y[at], m.Y[at+1] = luma, luma
			m.Y[at+m.YStride], m.Y[at+m.YStride+1] = luma, luma
			c := m.COffset(x, y)
			m.Cb[c], m.Cr[c] = uint8(100+40*x/photoWidth), uint8(140-30*y/photoHeight)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: photoQuality}); err != nil {
		panic("sample: " + err.Error()) // a picture in memory always encodes
	}
	// The encoder leaves out the segment that most programs know a JPEG by.
	return slices.Insert(b.Bytes(), 2, []byte("\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x01\x2c\x01\x2c\x00\x00")...)
}

// logo is three leaves and a stem.
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
<path fill="#2c6e3f" d="M10 36C10 18 18 8 36 6C36 24 28 32 12 34Z"/>
<path fill="#6fae57" d="M44 36C44 18 52 8 70 6C70 24 62 32 46 34Z"/>
<path fill="#b7cf6a" d="M78 36C78 18 86 8 104 6C104 24 96 32 80 34Z"/>
<rect fill="#1d2a1f" x="8" y="37" width="100" height="2"/>
</svg>
`

// logoPNG is a drawing of the same size as the logo.
func logoPNG() []byte {
	m := image.NewNRGBA(image.Rect(0, 0, 240, 80))
	for y := range 80 {
		for x := range 240 {
			if (x/80*80+80-x)*2 > y+(x%80)/2 && y < 74 || y >= 76 {
				m.Set(x, y, color.NRGBA{R: 0x2c, G: 0x6e, B: 0x3f, A: 0xff})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic("sample: " + err.Error())
	}
	return b.Bytes()
}
