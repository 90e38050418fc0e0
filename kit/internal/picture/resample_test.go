package picture

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// noise is an image without two equal pixels in a row, the same every time.
func noise(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	v := uint32(1)
	for i := range img.Pix {
		v = v*1664525 + 1013904223
		img.Pix[i] = uint8(v >> 24)
		if i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	return img
}

// meanLight averages what an image emits, channel by channel.
func meanLight(img *image.NRGBA) (sum [3]float64) {
	for i := 0; i < len(img.Pix); i += 4 {
		for k := range 3 {
			sum[k] += toLight(float64(img.Pix[i+k]) / 255)
		}
	}
	for k := range sum {
		sum[k] /= float64(len(img.Pix) / 4)
	}
	return sum
}

// A checkerboard of black and white is half as bright as white, whatever its
// size; averaged as sRGB values it would come out far too dark.
func TestReduceKeepsLight(t *testing.T) {
	board := image.NewNRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			v := uint8(255 * ((x + y) % 2))
			board.SetNRGBA(x, y, color.NRGBA{v, v, v, 255})
		}
	}
	img := reduce(board, board.Rect, 15, 10, false)
	for y := 2; y < 8; y++ {
		for x := 2; x < 13; x++ {
			if got := img.NRGBAAt(x, y); !near(got, color.NRGBA{188, 188, 188, 255}, 2) {
				t.Fatalf("%v at %d, %d", got, x, y)
			}
		}
	}
	src := noise(300, 200)
	for _, size := range []image.Point{{239, 160}, {100, 67}, {7, 5}, {1, 1}, {300, 50}} {
		got, want := meanLight(reduce(src, src.Rect, size.X, size.Y, false)), meanLight(src)
		for k := range got {
			if math.Abs(got[k]-want[k]) > 0.02 {
				t.Errorf("%v: light %v, want %v", size, got, want)
			}
		}
	}
}

// Every kind of image that decoders give is reduced like its plain copy.
func TestReduceKinds(t *testing.T) {
	ground := image.Rect(0, 0, 48, 32)
	plain := corners(48, 32)
	ycc := image.NewYCbCr(ground, image.YCbCrSubsampleRatio444)
	pal := image.NewPaletted(ground, color.Palette{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 255, 0, 255}, color.NRGBA{0, 0, 255, 255}, color.White})
	grey, grey16 := image.NewGray(ground), image.NewGray16(ground)
	deep := image.NewNRGBA64(ground)
	for y := range 32 {
		for x := range 48 {
			c := plain.NRGBAAt(x, y)
			at := ycc.YOffset(x, y)
			ycc.Y[at], ycc.Cb[at], ycc.Cr[at] = color.RGBToYCbCr(c.R, c.G, c.B)
			pal.Set(x, y, c)
			grey.Set(x, y, c)
			grey16.Set(x, y, c)
			deep.Set(x, y, c)
		}
	}
	for _, src := range []image.Image{plain, ycc, pal, grey, grey16, deep} {
		full := toNRGBA(src, ground)
		for _, alpha := range []bool{false, true} {
			got := reduce(src, image.Rect(4, 2, 44, 30), 10, 7, alpha)
			want := reduce(full, image.Rect(4, 2, 44, 30), 10, 7, alpha)
			for i := range got.Pix {
				if math.Abs(float64(got.Pix[i])-float64(want.Pix[i])) > 1 {
					t.Errorf("%T, alpha %v: byte %d is %d, want %d", src, alpha, i, got.Pix[i], want.Pix[i])
					break
				}
			}
		}
	}
}

// A photograph that is halved on the way looks the same.
func TestReduceHalved(t *testing.T) {
	for _, size := range []image.Point{{96, 64}, {97, 65}, {99, 63}} {
		img := corners(size.X, size.Y)
		for y := range size.Y {
			for x := range size.X {
				c := img.NRGBAAt(x, y)
				c.B = uint8(max(int(c.B), 2*x))
				img.SetNRGBA(x, y, c)
			}
		}
		p := mustOpen(t, "a.jpg", encodeJPEG(t, img))
		src, err := p.decode()
		if err != nil {
			t.Fatal(err)
		}
		part := image.Rect(5, 4, size.X, size.Y)
		want := reduce(toNRGBA(src, img.Rect), part, 16, 12, false)
		got, err := p.Scaled(part, 16, 12)
		if err != nil {
			t.Fatal(err)
		}
		for y := range 12 {
			for x := range 16 {
				if edge := x >= 6 && x <= 9 || y >= 4 && y <= 7; !edge && !near(got.NRGBAAt(x, y), want.NRGBAAt(x, y), 6) {
					t.Errorf("%v at %d, %d: %v, want %v", size, x, y, got.NRGBAAt(x, y), want.NRGBAAt(x, y))
				}
			}
		}
	}
}

// What is transparent has no colour: it must not bleed into what is not.
func TestReduceAlpha(t *testing.T) {
	src := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for y := range 40 {
		for x := range 40 {
			c := color.NRGBA{0, 255, 0, 0}
			if x < 20 {
				c = color.NRGBA{200, 0, 0, 255}
			}
			src.SetNRGBA(x, y, c)
		}
	}
	img := reduce(src, src.Rect, 9, 9, true)
	for x := range 9 {
		c := img.NRGBAAt(x, 4)
		if c.A > 0 && (c.G > 0 || c.R < 198) {
			t.Errorf("column %d: %v", x, c)
		}
	}
	if a, b := img.NRGBAAt(4, 4).A, img.NRGBAAt(8, 4).A; a < 100 || a > 155 || b != 0 {
		t.Errorf("the edge has opacity %d, the far side %d", a, b)
	}
}

func TestScaled(t *testing.T) {
	p := mustOpen(t, "a.jpg", withExif(encodeJPEG(t, corners(64, 32)), 6))
	img, err := p.Scaled(image.Rect(0, 0, 32, 32), 8, 8)
	if err != nil {
		t.Fatal(err)
	}
	// As it lies in the file: the left half is red above white.
	if !near(img.NRGBAAt(4, 1), color.NRGBA{255, 0, 0, 255}, 12) || !near(img.NRGBAAt(4, 6), color.NRGBA{255, 255, 255, 255}, 12) {
		t.Errorf("%v above %v", img.NRGBAAt(4, 1), img.NRGBAAt(4, 6))
	}
	for _, c := range []struct {
		part image.Rectangle
		w, h int
	}{
		{image.Rect(0, 0, 65, 32), 8, 8}, {image.Rect(0, 0, 0, 0), 1, 1}, {image.Rect(0, 0, 8, 8), 9, 8}, {image.Rect(0, 0, 8, 8), 0, 8},
	} {
		if _, err := p.Scaled(c.part, c.w, c.h); err == nil {
			t.Errorf("%+v is accepted", c)
		}
	}
	if _, err := mustOpen(t, "a.svg", svg("")).Scaled(image.Rect(0, 0, 9, 9), 3, 3); err == nil {
		t.Error("an SVG is scaled")
	}
}

func BenchmarkScaled(b *testing.B) {
	p := mustOpen(b, "a.jpg", encodeJPEG(b, corners(3000, 2000)))
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.decode()
		}
	})
	b.Run("scaled", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := p.Scaled(image.Rect(0, 0, 3000, 2000), 700, 467); err != nil {
				b.Fatal(err)
			}
		}
	})
}
