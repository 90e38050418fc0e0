package docx

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// held is a photograph of 3000 × 2000 pixels as a camera stores it that was held in
// one of the eight ways of EXIF: red in the corner that is stored first.
func held(t *testing.T, orientation int) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 3000, 2000))
	draw.Draw(img, img.Bounds(), image.NewUniform(color.NRGBA{60, 60, 200, 255}), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(0, 0, 600, 400), image.NewUniform(color.NRGBA{220, 30, 30, 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation)) + "\x00\x00\x00\x00\x00\x00")
	out := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(out, exif...), b.Bytes()[2:]...)
}

// Photographs that Word would show turned, or not at all, are stored anew as
// photographs, upright, with no more pixels than print can show.
func TestPhotosStayPhotos(t *testing.T) {
	stored := func(p *doc.Picture) (image.Image, string) {
		t.Helper()
		parts := render(t, Format{}, small(t, &doc.Figure{Picture: p}))
		for name, data := range parts {
			if strings.HasPrefix(name, mediaFolder) {
				img, err := jpeg.Decode(strings.NewReader(data))
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				return img, path.Ext(name)
			}
		}
		t.Fatal("no picture")
		return nil, ""
	}
	// Where the first stored corner is to be seen: across and down.
	for orientation, corner := range map[int][2]float64{2: {1, 0}, 3: {1, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 1}, 8: {0, 1}} {
		if underRace && orientation != 6 { // one goroutine turns a picture, whichever way
			continue
		}
		p := &doc.Picture{Name: "photo.jpg", Data: held(t, orientation), Width: 3000, Height: 2000}
		if orientation > 4 {
			p.Width, p.Height = p.Height, p.Width
		}
		img, extension := stored(p)
		size := img.Bounds().Size()
		if extension != ".jpeg" || (size.X > size.Y) != (p.Width > p.Height) || size.X > 2481 {
			t.Errorf("orientation %d: %s of %v", orientation, extension, size)
		}
		r, _, b, _ := img.At(int((0.05+0.9*corner[0])*float64(size.X)), int((0.05+0.9*corner[1])*float64(size.Y))).RGBA()
		if r < 2*b {
			t.Errorf("orientation %d: the corner at %v is not where it was photographed", orientation, corner)
		}
	}
	data, err := os.ReadFile("../internal/picture/testdata/lossy.webp")
	if err != nil {
		t.Fatal(err)
	}
	if _, extension := stored(&doc.Picture{Name: "photo.webp", Data: data, Width: 16, Height: 16}); extension != ".jpeg" {
		t.Errorf("a photograph in WebP is stored as %s", extension)
	}
}

// The numbers of a gallery count on in Word, where it knows the digits.
func TestPicturesAreCounted(t *testing.T) {
	photo := &doc.Picture{Name: "p.png", Alt: "p", Data: tinyPNG, Width: 3, Height: 2}
	for lang, want := range map[string]int{"en": 2, "fa": 0} {
		d := small(t, &doc.Gallery{Columns: 2, Figures: []*doc.Figure{
			{Picture: photo, Caption: doc.T("One"), Number: 1}, {Picture: photo, Caption: doc.T("Two"), Number: 2}}})
		d.Lang = lang
		if lang == "fa" {
			d.RTL, d.Zero = true, 0x6F0
		}
		s := render(t, Format{}, d)[documentPart]
		if n := strings.Count(s, ` SEQ Figure \* ARABIC `); n != want {
			t.Errorf("%s: %d fields count the pictures, want %d", lang, n, want)
		}
		if number := d.Number(2); !strings.Contains(s, ">"+number+"<") {
			t.Errorf("%s: the second picture is not %s", lang, number)
		}
	}
}
