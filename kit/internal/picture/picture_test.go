package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/color/palette"
	"io"
	"math"
	"strings"
	"testing"
)

const plainSVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 92 28"><rect width="13" height="13" fill="#0A5058"/></svg>`

func TestOpen(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 10, 6))
	clear := image.NewNRGBA(image.Rect(0, 0, 10, 6))
	for _, c := range []struct {
		name       string
		data       []byte
		format     Format
		w, h       int
		components int
		alpha      bool
		through    bool
	}{
		{"a.jpg", encodeJPEG(t, corners(32, 16)), JPEG, 32, 16, 3, false, true},
		{"gray.jpeg", encodeJPEG(t, gray), JPEG, 10, 6, 1, false, true},
		{"turned.jpg", withExif(encodeJPEG(t, corners(32, 16)), 6), JPEG, 16, 32, 3, false, true},
		{"cmyk.jpg", readTestdata(t, "cmyk.jpg"), JPEG, 16, 8, 4, false, false},
		{"a.png", encodePNG(t, corners(32, 16)), PNG, 32, 16, 0, false, false},
		{"clear.png", encodePNG(t, clear), PNG, 10, 6, 0, true, false},
		{"a.gif", encodeGIF(t, corners(32, 16)), GIF, 32, 16, 0, false, false},
		{"a.webp", losslessWebP(7, 5, color.NRGBA{1, 2, 3, 128}), WebP, 7, 5, 0, true, false},
		{"lossy.webp", readTestdata(t, "lossy.webp"), WebP, 16, 16, 0, false, false},
		{"a.svg", []byte(plainSVG), SVG, 92, 28, 0, true, false},
		{"mm.svg", []byte(strings.Replace(plainSVG, "viewBox", `width="92mm" viewBox`, 1)), SVG, 348, 106, 0, true, false},
		{"size.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="3in" height="40"/>`), SVG, 288, 40, 0, true, false},
	} {
		p, err := Open(c.name, c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p.Format != c.format || p.Width != c.w || p.Height != c.h || p.Components != c.components || p.Alpha != c.alpha || p.Passthrough() != c.through {
			t.Errorf("%s: got %v %d×%d, %d components, alpha %v, passthrough %v", c.name, p.Format, p.Width, p.Height, p.Components, p.Alpha, p.Passthrough())
		}
		if p.Warning != "" || len(p.Sum()) != 64 {
			t.Errorf("%s: warning %q, sum %q", c.name, p.Warning, p.Sum())
		}
	}
}

func TestOpenErrors(t *testing.T) {
	whole := encodePNG(t, corners(32, 16))
	badSum := bytes.Clone(whole)
	badSum[20] ^= 1
	noPalette := append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", []byte{0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0})...)
	noPalette = append(append(noPalette, pngChunk("IDAT", []byte{0})...), pngChunk("IEND", nil)...)
	progressive12 := []byte("\xff\xd8\xff\xc2\x00\x0b\x0c\x00\x08\x00\x08\x01\x01\x11\x00\xff\xd9")
	strayMarker := encodeJPEG(t, corners(64, 48))
	copy(strayMarker[len(strayMarker)-20:], "\xff\x7b")
	animated := append([]byte("RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02"), make([]byte, 9)...)
	for _, c := range []struct {
		name string
		data []byte
		kind error
		want string
	}{
		{"empty", nil, ErrTruncated, "the file is empty"},
		{"text", []byte("hello"), ErrUnsupported, "no picture format"},
		{"tiff", []byte("II*\x00\x08\x00\x00\x00"), ErrUnsupported, "TIFF"},
		{"heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), ErrUnsupported, "HEIC"},
		{"avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), ErrUnsupported, "AVIF"},
		{"pdf", []byte("%PDF-1.7\n"), ErrUnsupported, "PDF"},
		{"svgz", []byte("\x1f\x8b\x08"), ErrUnsupported, "packed with gzip; unpack it"},
		{"html", []byte("<html><body/></html>"), ErrUnsupported, "no picture format"},
		{"checksum", badSum, ErrCorrupt, "check sum of the PNG's IHDR"},
		{"palette", noPalette, ErrCorrupt, "lacks its palette"},
		{"bomb", bigPNG(40_000, 40_000), ErrTooLarge, "40000 × 40000"},
		{"void", bigPNG(0, 10), ErrCorrupt, "no size"},
		{"stray marker", strayMarker, ErrCorrupt, "a marker that means nothing"},
		{"12 bits", progressive12, ErrUnsupported, "12 bits"},
		{"no frame", animated, ErrTruncated, "no pixels"},
		{"huge", make([]byte, MaxBytes+1), ErrTooLarge, "64 MB"},
		{"lossless jpeg", []byte("\xff\xd8\xff\xc3\x00\x02\xff\xd9"), ErrUnsupported, "lossless"},
		{"no pixels", []byte("\xff\xd8\xff\xd9"), ErrTruncated, "before its pixels"},
	} {
		_, err := Open(c.name, c.data)
		var e *Error
		if !errors.Is(err, c.kind) || !errors.As(err, &e) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.kind)
			continue
		}
		if !strings.HasPrefix(err.Error(), c.name+": ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: message %q lacks %q", c.name, err, c.want)
		}
	}
}

// Old editors write SVG in the encoding of their system.
func TestSVGInLatin1(t *testing.T) {
	for _, label := range []string{"ISO-8859-1", "windows-1252", "us-ascii"} {
		data := "<?xml version='1.0' encoding='" + label + "'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>" +
			"<title>caf\xe9 \x93a\x94</title><rect id='\xfc' width='9' height='9'/></svg>"
		p, err := Open("a.svg", []byte(data))
		if err != nil {
			t.Errorf("%s: %v", label, err)
			continue
		}
		if p.tree.ids["ü"] == nil || p.tree.ids["ü"].line != 2 {
			t.Errorf("%s: the names in it are not read", label)
		}
	}
	_, err := Open("a.svg", []byte("<?xml version='1.0' encoding='KOI8-R'?><svg/>"))
	if err == nil || err.Error() != "a.svg:1: the SVG is encoded in KOI8-R; save it as UTF-8" {
		t.Errorf("unknown encoding: %v", err)
	}
}

// Every prefix of a complete file must be refused, and none may be taken for a
// whole picture: that is how interrupted copies look.
func TestTruncated(t *testing.T) {
	for name, data := range map[string][]byte{
		"jpeg":  withExif(encodeJPEG(t, corners(64, 48)), 3),
		"cmyk":  readTestdata(t, "cmyk.jpg"),
		"png":   encodePNG(t, corners(64, 48)),
		"gif":   encodeGIF(t, corners(64, 48)),
		"webp":  losslessWebP(9, 9, color.NRGBA{1, 2, 3, 4}),
		"lossy": readTestdata(t, "lossy.webp"),
		"svg":   []byte(plainSVG),
	} {
		if _, err := Open(name, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for n := 24; n < len(data); n++ {
			if _, err := Open(name, data[:n]); !errors.Is(err, ErrTruncated) {
				t.Errorf("%s cut to %d of %d bytes: %v", name, n, len(data), err)
			}
		}
	}
}

func TestJPEGTrailer(t *testing.T) {
	data := append(encodeJPEG(t, corners(32, 16)), "a second picture"...)
	if _, err := Open("a.jpg", data); err != nil {
		t.Error(err)
	}
}

func TestWarning(t *testing.T) {
	data := encodeJPEG(t, corners(8, 8))
	for name, want := range map[string]string{
		"a.jpg": "", "A.JPEG": "", "a": "",
		"a.png": "the name says PNG, but the content is JPEG",
		"a.txt": "the name ends in .txt, but the content is JPEG",
	} {
		if got := mustOpen(t, name, data).Warning; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// What Pixels turns upright in memory and what Matrix does on a page must agree
// for every orientation.
func TestOrientation(t *testing.T) {
	stored := corners(32, 16)
	for orientation := 1; orientation <= 8; orientation++ {
		p := mustOpen(t, "a.jpg", withExif(encodeJPEG(t, stored), orientation))
		if p.Orientation != orientation {
			t.Fatalf("orientation %d read as %d", orientation, p.Orientation)
		}
		if w, h := p.Stored(); w != 32 || h != 16 {
			t.Errorf("%d: stored size %d×%d", orientation, w, h)
		}
		img := mustPixels(t, p)
		if img.Rect.Dx() != p.Width || img.Rect.Dy() != p.Height {
			t.Errorf("%d: %v for %d×%d", orientation, img.Rect, p.Width, p.Height)
		}
		for _, at := range []Point{{0.25, 0.25}, {0.75, 0.25}, {0.75, 0.75}, {0.25, 0.75}} {
			want := stored.NRGBAAt(int(at.X*32), int(at.Y*16))
			on := p.Matrix().Apply(Point{at.X, 1 - at.Y}) // y is upward on a page
			got := img.NRGBAAt(int(on.X*float64(p.Width)), int((1-on.Y)*float64(p.Height)))
			if !near(got, want, 12) {
				t.Errorf("orientation %d: %v went to %v, where there is %v, not %v", orientation, at, on, got, want)
			}
		}
	}
}

func TestExif(t *testing.T) {
	little := tiffOrientation(binary.LittleEndian, "II", 8)
	if got := exifOrientation(little); got != 8 {
		t.Errorf("little-endian: %d", got)
	}
	for n := range little[:len(little)-4] {
		if got := exifOrientation(little[:n]); got != 1 && n < 20 {
			t.Errorf("cut to %d bytes: %d", n, got)
		}
	}
	if got := exifOrientation(tiffOrientation(binary.BigEndian, "MM", 9)); got != 1 {
		t.Errorf("orientation 9 read as %d", got)
	}
}

func TestPixels(t *testing.T) {
	src := corners(32, 16)
	half := image.NewNRGBA(src.Rect)
	deep := image.NewNRGBA64(src.Rect)
	deepGray := image.NewGray16(src.Rect)
	pal := image.NewPaletted(src.Rect, palette.WebSafe)
	for y := range 16 {
		for x := range 32 {
			c := src.NRGBAAt(x, y)
			pal.Set(x, y, c)
			c.A = 100
			half.SetNRGBA(x, y, c)
			deep.Set(x, y, c)
			deepGray.SetGray16(x, y, color.Gray16{uint16(x * 2048)})
		}
	}
	check := func(name string, data []byte, want image.Image) {
		t.Helper()
		img := mustPixels(t, mustOpen(t, name, data))
		for _, at := range []image.Point{{3, 3}, {28, 3}, {28, 12}, {3, 12}} {
			w := color.NRGBAModel.Convert(want.At(at.X, at.Y)).(color.NRGBA)
			if got := img.NRGBAAt(at.X, at.Y); !near(got, w, 12) {
				t.Errorf("%s at %v: %v, want %v", name, at, got, w)
			}
		}
	}
	check("rgb.png", encodePNG(t, src), src)
	check("alpha.png", encodePNG(t, half), half)
	check("deep.png", encodePNG(t, deep), deep)
	check("deepgray.png", encodePNG(t, deepGray), deepGray)
	check("palette.png", encodePNG(t, pal), pal)
	check("a.gif", encodeGIF(t, pal), src)
	check("a.jpg", encodeJPEG(t, src), src)

	webp := mustPixels(t, mustOpen(t, "a.webp", losslessWebP(7, 5, color.NRGBA{10, 20, 30, 128})))
	if got := webp.NRGBAAt(6, 4); got != (color.NRGBA{10, 20, 30, 128}) {
		t.Errorf("lossless WebP: %v", got)
	}
	// The first frame of a moving picture lies on a canvas of 12 × 9.
	moving := mustPixels(t, mustOpen(t, "a.webp", animatedWebP(losslessWebP(6, 5, color.NRGBA{10, 20, 30, 255}), losslessWebP(12, 9, color.NRGBA{1, 1, 1, 255}))))
	if moving.Rect != image.Rect(0, 0, 12, 9) || moving.NRGBAAt(4, 2) != (color.NRGBA{10, 20, 30, 255}) || moving.NRGBAAt(9, 6) != (color.NRGBA{10, 20, 30, 255}) ||
		moving.NRGBAAt(3, 2).A != 0 || moving.NRGBAAt(10, 6).A != 0 {
		t.Errorf("moving WebP: %v", moving)
	}
	lossy := mustPixels(t, mustOpen(t, "a.webp", readTestdata(t, "lossy.webp")))
	if got := lossy.NRGBAAt(8, 8); !near(got, color.NRGBA{200, 40, 20, 255}, 20) {
		t.Errorf("lossy WebP: %v", got)
	}
	svg := mustPixels(t, mustOpen(t, "a.svg", []byte(plainSVG)))
	if got := svg.NRGBAAt(5, 5); got != (color.NRGBA{0x0a, 0x50, 0x58, 255}) || svg.NRGBAAt(20, 5).A != 0 {
		t.Errorf("SVG: %v", got)
	}
}

func TestCMYK(t *testing.T) {
	adobe := readTestdata(t, "cmyk.jpg")
	check := func(name string, data []byte, left, right color.NRGBA) {
		t.Helper()
		img := mustPixels(t, mustOpen(t, name, data))
		if got := img.NRGBAAt(2, 4); !near(got, left, 8) {
			t.Errorf("%s, left: %v, want %v", name, got, left)
		}
		if got := img.NRGBAAt(13, 4); !near(got, right, 8) {
			t.Errorf("%s, right: %v, want %v", name, got, right)
		}
	}
	check("adobe", adobe, color.NRGBA{255, 0, 255, 255}, color.NRGBA{0, 127, 127, 255})

	// Without its Adobe segment the same file means its values as they are.
	at := bytes.Index(adobe, []byte("\xff\xee\x00\x0eAdobe"))
	if at < 0 {
		t.Fatal("no Adobe segment in the test picture")
	}
	plain := append(bytes.Clone(adobe[:at]), adobe[at+16:]...)
	// Stored are 255,0,255,255 on the left: nothing but black; 0,255,255,127 on
	// the right: magenta and yellow with half black.
	check("plain", plain, color.NRGBA{0, 0, 0, 255}, color.NRGBA{128, 0, 0, 255})
}

func TestPixelsDamaged(t *testing.T) {
	// The check sums are right, and what they sum up is nonsense.
	data := bytes.Clone(bigPNG(64, 64))
	p := mustOpen(t, "a.png", data)
	if _, err := p.Pixels(); !errors.Is(err, ErrCorrupt) && !errors.Is(err, ErrTruncated) {
		t.Errorf("a damaged PNG gives %v", err)
	}
	if _, ok := p.Flate(); ok {
		t.Error("a damaged PNG is offered for embedding")
	}
}

func TestFlate(t *testing.T) {
	img := corners(33, 17)
	pal := image.NewPaletted(img.Rect, color.Palette{color.NRGBA{1, 2, 3, 255}, color.NRGBA{4, 5, 6, 255}})
	pal.SetColorIndex(3, 3, 1)
	for _, c := range []struct {
		img          image.Image
		colors, bits int
		palette      string
	}{
		{img, 3, 8, ""},
		{image.NewGray(img.Rect), 1, 8, ""},
		{image.NewGray16(img.Rect), 1, 16, ""},
		{pal, 1, 1, "\x01\x02\x03\x04\x05\x06"},
	} {
		f, ok := mustOpen(t, "a.png", encodePNG(t, c.img)).Flate()
		if !ok {
			t.Errorf("%T is not offered", c.img)
			continue
		}
		if f.Colors != c.colors || f.Bits != c.bits || f.Columns != 33 || f.Rows != 17 || string(f.Palette) != c.palette {
			t.Errorf("%T: %d colours of %d bits, %d×%d, palette %x", c.img, f.Colors, f.Bits, f.Columns, f.Rows, f.Palette)
		}
		z, err := zlib.NewReader(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(z)
		if want := 17 * (1 + (33*c.colors*c.bits+7)/8); err != nil || len(raw) != want {
			t.Errorf("%T: %d bytes, want %d, %v", c.img, len(raw), want, err)
		}
	}
	for _, img := range []image.Image{image.NewNRGBA(img.Rect), image.NewNRGBA64(img.Rect)} {
		if _, ok := mustOpen(t, "a.png", encodePNG(t, img)).Flate(); ok {
			t.Errorf("%T is offered", img)
		}
	}
}

func TestCrop(t *testing.T) {
	p := &Picture{aspect: 2}
	for _, c := range []struct {
		aspect float64
		focus  [2]float64
		want   [4]float64
	}{
		{2, [2]float64{0.5, 0.5}, [4]float64{0, 0, 1, 1}},
		{1, [2]float64{0.5, 0.5}, [4]float64{0.25, 0, 0.75, 1}},
		{1, [2]float64{0, 0}, [4]float64{0, 0, 0.5, 1}},
		{1, [2]float64{0.9, 0.5}, [4]float64{0.5, 0, 1, 1}},
		{4, [2]float64{0.5, 0.3}, [4]float64{0, 0.05, 1, 0.55}},
		{4, [2]float64{0.5, 1}, [4]float64{0, 0.5, 1, 1}},
		{1, [2]float64{math.NaN(), 5}, [4]float64{0.25, 0, 0.75, 1}},
		{0, [2]float64{0.5, 0.5}, [4]float64{0, 0, 1, 1}},
		{math.NaN(), [2]float64{0.5, 0.5}, [4]float64{0, 0, 1, 1}},
		{math.Inf(1), [2]float64{0.5, 0.5}, [4]float64{0, 0, 1, 1}},
	} {
		x0, y0, x1, y1 := p.Crop(c.aspect, c.focus)
		for i, got := range []float64{x0, y0, x1, y1} {
			if math.Abs(got-c.want[i]) > 1e-9 {
				t.Errorf("aspect %g, focus %v: %g %g %g %g, want %v", c.aspect, c.focus, x0, y0, x1, y1, c.want)
				break
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(withExif(encodeJPEG(f, corners(16, 16)), 6))
	f.Add(readTestdata(f, "cmyk.jpg"))
	f.Add(encodePNG(f, corners(16, 16)))
	f.Add(encodeGIF(f, corners(16, 16)))
	f.Add(losslessWebP(9, 9, color.NRGBA{1, 2, 3, 4}))
	f.Add(animatedWebP(losslessWebP(9, 9, color.NRGBA{1, 2, 3, 4})))
	f.Add(readTestdata(f, "lossy.webp"))
	f.Add([]byte(plainSVG))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Open("fuzz", data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("not of this package: %v", err)
			}
			return
		}
		if p.Width < 1 || p.Height < 1 || p.Orientation < 1 || p.Orientation > 8 || !(p.Aspect() > 0) {
			t.Fatalf("impossible: %+v", p)
		}
		if p.Width*p.Height > 1<<20 {
			return // allowed, but too slow to decode here
		}
		img, err := p.Pixels()
		if err == nil && (img.Rect.Dx() != p.Width || img.Rect.Dy() != p.Height) {
			t.Fatalf("%v for %d×%d", img.Rect, p.Width, p.Height)
		}
		p.Flate()
	})
}

func BenchmarkOpen(b *testing.B) {
	img := image.NewNRGBA(image.Rect(0, 0, 2400, 1600))
	for i := range img.Pix {
		img.Pix[i] = uint8(i*i>>7) | 3
	}
	for name, data := range map[string][]byte{"jpeg": encodeJPEG(b, img), "png": encodePNG(b, corners(2400, 1600))} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				mustOpen(b, "a", data)
			}
		})
	}
}

func BenchmarkPixels(b *testing.B) {
	for name, data := range map[string][]byte{
		"jpeg":   encodeJPEG(b, corners(1200, 800)),
		"turned": withExif(encodeJPEG(b, corners(1200, 800)), 6),
		"png":    encodePNG(b, corners(1200, 800)),
	} {
		p := mustOpen(b, "a", data)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				mustPixels(b, p)
			}
		})
	}
}

func BenchmarkFlate(b *testing.B) {
	p := mustOpen(b, "a", encodePNG(b, corners(1200, 800)))
	for b.Loop() {
		if _, ok := p.Flate(); !ok {
			b.Fatal("not offered")
		}
	}
}
