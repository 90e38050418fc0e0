package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// use is one showing of a picture.
type use struct {
	p    *picture.Picture
	w, h doc.Pt
	fit  canvas.Fit
}

// render draws each use on a page of its own.
func render(t testing.TB, f Format, cache *Cache, uses ...use) (string, error) {
	t.Helper()
	f.Uncompressed = true
	c := newCanvas(&doc.Document{Lang: "en", Meta: doc.Meta{Title: "Pictures"}}, f, cache)
	for _, u := range uses {
		c.StartPage(600, 600)
		c.Picture(canvas.Ground, u.p, canvas.Rect{X: 20, Y: 20, W: u.w, H: u.h}, u.fit)
	}
	var b bytes.Buffer
	err := c.write(&b)
	return b.String(), err
}

// sizes lists the images of a file.
func sizes(file string) string {
	var out []string
	for _, m := range regexp.MustCompile(`/Subtype /Image\n/Width (\d+)\n/Height (\d+)\n/BitsPerComponent (\d+)`).FindAllStringSubmatch(file, -1) {
		out = append(out, m[1]+"×"+m[2]+"×"+m[3])
	}
	return strings.Join(out, " ")
}

// busy is an image with enough in it to be worth reducing.
func busy(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	v := uint32(7)
	for i := range img.Pix {
		v = v*1664525 + 1013904223
		img.Pix[i] = uint8(v>>26) + uint8(i/4%w/8)
		if i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	return img
}

func open(t testing.TB, name string, img image.Image) *picture.Picture {
	t.Helper()
	var b bytes.Buffer
	var err error
	if strings.HasSuffix(name, ".jpg") {
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 95})
	} else {
		err = png.Encode(&b, img)
	}
	if err != nil {
		t.Fatal(err)
	}
	p, err := picture.Open(name, b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// turned puts an EXIF orientation into a JPEG.
func turned(t testing.TB, p *picture.Picture, orientation byte) *picture.Picture {
	t.Helper()
	exif := []byte{0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0}
	q, err := picture.Open(p.Name, append(append([]byte{0xff, 0xd8}, exif...), p.Data[2:]...))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestReduce(t *testing.T) {
	photo, alpha, grey := busy(800, 600), busy(800, 600), image.NewGray(image.Rect(0, 0, 800, 600))
	alpha.SetNRGBA(3, 3, color.NRGBA{1, 2, 3, 40})
	for i := range grey.Pix {
		grey.Pix[i] = photo.Pix[4*i]
	}
	deep := image.NewNRGBA64(photo.Rect)
	for y := range 600 {
		for x := range 800 {
			deep.Set(x, y, photo.At(x, y))
		}
	}
	jpg, pngPhoto := open(t, "a.jpg", photo), open(t, "a.png", photo)
	left := canvas.Fit{Crop: [4]float64{0, 0, 0.25, 1}}
	for _, c := range []struct {
		name      string
		f         Format
		uses      []use
		want      string
		untouched bool
	}{
		{"as large as it may be", Format{}, []use{{jpg, 192, 144, canvas.Fit{}}}, "800×600×8", true},
		{"a little larger", Format{}, []use{{jpg, 155, 116, canvas.Fit{}}}, "800×600×8", true},
		{"far larger", Format{}, []use{{jpg, 72, 54, canvas.Fit{}}}, "300×225×8", false},
		{"another limit", Format{MaxPPI: 150}, []use{{jpg, 72, 54, canvas.Fit{}}}, "150×113×8", false},
		{"no limit", Format{MaxPPI: -1}, []use{{jpg, 7, 5, canvas.Fit{}}}, "800×600×8", true},
		{"the largest use counts", Format{}, []use{{jpg, 24, 18, canvas.Fit{}}, {jpg, 72, 54, canvas.Fit{}}, {jpg, 36, 27, canvas.Fit{}}}, "300×225×8", false},
		{"cut, but not too large", Format{}, []use{{jpg, 48, 144, left}}, "800×600×8", true},
		// A quarter of the width and 2 pixels for the edge, at 3/8 of the pixels.
		{"cut and reduced", Format{}, []use{{jpg, 18, 54, left}}, "76×225×8", false},
		{"cut in two ways", Format{}, []use{{jpg, 18, 54, left}, {jpg, 18, 54, canvas.Fit{Crop: [4]float64{0.25, 0, 0.5, 1}}}}, "151×225×8", false},
		{"turned", Format{}, []use{{turned(t, jpg, 6), 54, 72, canvas.Fit{}}}, "300×225×8", false},
		// Upright the top quarter; in the file, which is to be turned clockwise, the left one.
		{"turned and cut", Format{}, []use{{turned(t, jpg, 6), 54, 18, canvas.Fit{Crop: [4]float64{0, 0, 1, 0.25}}}}, "76×225×8", false},
		{"PNG", Format{}, []use{{pngPhoto, 72, 54, canvas.Fit{}}}, "300×225×8", false},
		{"PNG as it is", Format{}, []use{{pngPhoto, 192, 144, canvas.Fit{}}}, "800×600×8", false},
		{"PNG of 16 bits", Format{}, []use{{open(t, "a.png", opaque16{deep}), 192, 144, canvas.Fit{}}}, "800×600×16", false},
		{"PNG of 16 bits, reduced", Format{}, []use{{open(t, "a.png", opaque16{deep}), 72, 54, canvas.Fit{}}}, "300×225×8", false},
		{"PNG with alpha", Format{}, []use{{open(t, "a.png", alpha), 72, 54, canvas.Fit{}}}, "300×225×8 300×225×8", false},
		{"grey JPEG", Format{}, []use{{open(t, "a.jpg", grey), 72, 54, canvas.Fit{}}}, "300×225×8", false},
		{"grey PNG", Format{}, []use{{open(t, "a.png", grey), 72, 54, canvas.Fit{}}}, "300×225×8", false},
	} {
		out, err := render(t, c.f, NewCache(), c.uses...)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := sizes(out); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if n := strings.Count(out, string(c.uses[0].p.Data)); (n == 1) != c.untouched {
			t.Errorf("%s: the file is in the PDF %d times", c.name, n)
		}
		if strings.Contains(c.name, "grey") != strings.Contains(out, "/DeviceGray") && !strings.Contains(c.name, "alpha") {
			t.Errorf("%s: colour and grey are mixed up", c.name)
		}
		if cut := strings.Contains(out, "/I Do"); cut != strings.Contains(c.want, "76×") && c.name != "cut in two ways" {
			t.Errorf("%s: part of a picture: %v", c.name, cut)
		}
	}
}

// opaque16 hides that an image could have alpha.
type opaque16 struct{ *image.NRGBA64 }

func (opaque16) Opaque() bool { return true }

// A flat drawing is smaller than what reducing makes of it.
func TestReduceNotWorthIt(t *testing.T) {
	img := image.NewPaletted(image.Rect(0, 0, 3000, 2000), color.Palette{color.Black, color.White})
	for i := range img.Pix {
		img.Pix[i] = uint8((i%3000/11 + i/3000/7) % 2)
	}
	out, err := render(t, Format{}, NewCache(), use{open(t, "a.png", img), 72, 48, canvas.Fit{}})
	if err != nil || sizes(out) != "3000×2000×1" {
		t.Errorf("%s, %v", sizes(out), err)
	}
}

// The same bytes under two names are one picture, also where one of them is the
// logo of every page.
func TestStoredOnce(t *testing.T) {
	a := open(t, "a.jpg", busy(80, 60))
	b, err := picture.Open("b.jpg", bytes.Clone(a.Data))
	if err != nil {
		t.Fatal(err)
	}
	c := newCanvas(&doc.Document{Lang: "en", Meta: doc.Meta{Title: "Pictures"}}, Format{Uncompressed: true}, NewCache())
	for range 5 {
		c.StartPage(600, 600)
		c.Picture(canvas.Ground, a, canvas.Rect{X: 20, Y: 120, W: 72, H: 54}, canvas.Fit{})
		c.Picture(canvas.Header, b, canvas.Rect{X: 20, Y: 20, W: 36, H: 27}, canvas.Fit{})
	}
	var out bytes.Buffer
	if err := c.write(&out); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(out.Bytes(), a.Data); n != 1 || sizes(out.String()) != "80×60×8" {
		t.Errorf("%d copies: %s", n, sizes(out.String()))
	}
}

func TestReducedCache(t *testing.T) {
	p := open(t, "a.jpg", busy(800, 600))
	cache := NewCache()
	first, _ := render(t, Format{}, cache, use{p, 72, 54, canvas.Fit{}})
	if len(cache.reduced.files) != 1 {
		t.Fatalf("the cache has %d files", len(cache.reduced.files))
	}
	again, _ := render(t, Format{}, cache, use{p, 72, 54, canvas.Fit{}})
	fresh, _ := render(t, Format{}, NewCache(), use{p, 72, 54, canvas.Fit{}})
	if first != again || first != fresh {
		t.Error("what the cache holds changes the file")
	}
	var c reducedCache
	for i := range 20 {
		c.get(reducedKey{w: i}, func() ([]byte, error) { return make([]byte, maxReduced/8), nil })
	}
	if c.size > maxReduced || len(c.files) != 8 || len(c.order) != 8 {
		t.Errorf("%d bytes in %d files", c.size, len(c.files))
	}
	if _, err := c.get(reducedKey{w: 99}, func() ([]byte, error) { return nil, errors.New("no") }); err == nil || len(c.files) != 8 {
		t.Error("an error is lost")
	}
}

// Pictures that need not be unpacked stay as they are when there are too many;
// others are an error.
func TestUnpackBudget(t *testing.T) {
	write := func(name func(i int) string, img func(i int) image.Image) (string, error) {
		c := newCanvas(&doc.Document{Lang: "en", Meta: doc.Meta{Title: "Pictures"}}, Format{Uncompressed: true}, NewCache())
		c.budget = 1_000_000
		c.StartPage(600, 600)
		for i := range 4 {
			c.Picture(canvas.Ground, open(t, name(i), img(i)), canvas.Rect{X: 20, Y: 20, W: 72, H: 72}, canvas.Fit{})
		}
		var b bytes.Buffer
		err := c.write(&b)
		return b.String(), err
	}
	out, err := write(func(i int) string { return fmt.Sprint(i, ".jpg") }, func(i int) image.Image {
		img := busy(550, 550)
		img.Pix = append(img.Pix[400*i:], img.Pix[:400*i]...)
		return img
	})
	if err != nil || strings.Count(sizes(out), "300×300×8") != 3 || strings.Count(sizes(out), "550×550×8") != 1 {
		t.Errorf("%s, %v, want three of them reduced", sizes(out), err)
	}
	_, err = write(func(i int) string { return fmt.Sprint(i, ".png") }, func(i int) image.Image {
		img := image.NewNRGBA(image.Rect(0, 0, 550, 550))
		img.Pix[0] = byte(i)
		return img
	})
	var list diag.List
	if !errors.As(err, &list) || !strings.Contains(err.Error(), "million pixels") {
		t.Errorf("got %v", err)
	}
}

// Damage that is found late is told in the picture's own words.
func TestDamagedLate(t *testing.T) {
	p := open(t, "a.png", busy(100, 100))
	bad := bytes.Clone(p.Data)
	bad[28] = 1 // interlaced, which it is not
	binary.BigEndian.PutUint32(bad[29:], crc32.ChecksumIEEE(bad[12:29]))
	q, err := picture.Open("a.png", bad)
	if err != nil {
		t.Fatal(err)
	}
	_, err = render(t, Format{}, NewCache(), use{q, 72, 72, canvas.Fit{}})
	var e *picture.Error
	if !errors.As(err, &e) || e.Name != "a.png" {
		t.Errorf("got %v", err)
	}
}

func TestProfileEmbedded(t *testing.T) {
	data, err := os.ReadFile("testdata/p3.jpg")
	if err != nil {
		t.Fatal(err)
	}
	p, err := picture.Open("p3.jpg", data)
	if err != nil {
		t.Fatal(err)
	}
	out, err := render(t, Format{}, NewCache(), use{p, 72, 72, canvas.Fit{}}, use{p, 36, 36, canvas.Fit{}})
	if err != nil {
		t.Fatal(err)
	}
	// Once as the colour space, and once in the JPEG file, which is untouched.
	if strings.Count(out, "/ColorSpace [/ICCBased ") != 1 || strings.Count(out, string(p.Profile())) != 2 || p.Profile() == nil {
		t.Errorf("%d spaces, %d copies of a profile of %d bytes", strings.Count(out, "/ColorSpace [/ICCBased "), strings.Count(out, string(p.Profile())), len(p.Profile()))
	}
}

// Whatever the turn, the part that is kept is the one that is seen.
func TestStoredPart(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 96, 64))
	for y := range 64 {
		for x := range 96 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(80 * (x / 32)), uint8(200 * (y / 32)), 90, 255})
		}
	}
	plain := open(t, "a.jpg", img)
	for orientation := byte(1); orientation <= 8; orientation++ {
		p := turned(t, plain, orientation)
		px, err := p.Pixels()
		if err != nil {
			t.Fatal(err)
		}
		nx, ny := 3, 2
		if orientation >= 5 {
			nx, ny = 2, 3
		}
		for i := range nx * ny {
			x, y := float64(i%nx), float64(i/nx)
			s := &placed{Picture: p, part: [4]float64{x / float64(nx), y / float64(ny), (x + 1) / float64(nx), (y + 1) / float64(ny)}}
			part := s.storedPart()
			if part.Dx() > 38 || part.Dy() > 38 || part.Dx() < 32 || part.Dy() < 32 {
				t.Errorf("orientation %d, part %d: %v", orientation, i, part)
			}
			got, err := p.Scaled(part, 1, 1)
			if err != nil {
				t.Fatal(err)
			}
			want := px.NRGBAAt(int(x)*32+16, int(y)*32+16)
			for _, d := range [3]int{int(got.Pix[0]) - int(want.R), int(got.Pix[1]) - int(want.G), int(got.Pix[2]) - int(want.B)} {
				if d < -50 || d > 50 {
					t.Errorf("orientation %d, part %d: %v, want %v", orientation, i, got.Pix, want)
				}
			}
		}
	}
}
