package pdf

import (
	"bytes"
	"cmp"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

const (
	// defaultPPI is the resolution above which pictures are reduced: what
	// offset printing with a screen of 150 lines to the inch takes in.
	defaultPPI = 300

	// slack is how far above the limit a picture may be and stay untouched:
	// reducing it by less would cost sharpness and save little.
	slack = 1.25

	// quality of JPEG files made anew.
	quality = 89

	// maxPixels bounds what is unpacked for one kit, and so the time it takes.
	// JPEG and plain PNG files need not be unpacked; those that would be too
	// many are left as large as they are.
	maxPixels = 60_000_000

	// maxDecoding bounds the memory for a picture that need not be unpacked.
	maxDecoding = 48 << 20

	// smallFile is what is not worth reducing, in bytes.
	smallFile = 48 << 10
)

// plan is what becomes of a raster picture.
type plan struct {
	unpack bool            // its file cannot go into a PDF as it is
	reduce bool            // it has more pixels than anyone sees
	part   image.Rectangle // to be kept, of the pixels as they are stored
	w, h   int             // to which that is brought
}

// planPictures decides about all raster pictures, when the last page has been
// drawn. Those that must be unpacked come first.
func (c *pdfCanvas) planPictures() {
	pixels := 0
	for _, s := range c.inOrder {
		if s.Format == picture.SVG {
			continue
		}
		if s.plan = s.decide(c.maxPPI > 0); !s.plan.unpack {
			continue
		}
		if pixels += s.Width * s.Height; pixels > c.budget {
			c.fail(badPicture(s.Name, "the pictures of this kit have more than %d million pixels together that must be unpacked", c.budget/1_000_000).
				with("export them smaller, or photographs as JPEG: " + s.Name))
			return
		}
	}
	var rest []*placed
	for _, s := range c.inOrder {
		if s.plan.reduce && !s.plan.unpack {
			rest = append(rest, s)
		}
	}
	// Where not all can be reduced, those that save most for the work come first.
	slices.SortStableFunc(rest, func(a, b *placed) int { return cmp.Compare(b.gain(), a.gain()) })
	for _, s := range rest {
		if n := s.Width * s.Height; pixels+n <= c.budget {
			pixels += n
		} else {
			s.plan.reduce = false
		}
	}
}

// usualBytes is how many bytes a pixel of a photograph takes about.
const usualBytes = 0.2

// gain estimates how many bytes each pixel that is unpacked saves.
func (s *placed) gain() float64 {
	return (float64(len(s.Data)) - usualBytes*float64(s.plan.w*s.plan.h)) / float64(s.Width*s.Height)
}

// decide finds out what should become of a picture.
func (s *placed) decide(limited bool) plan {
	w, h := s.Stored()
	p := plan{part: image.Rect(0, 0, w, h), w: w, h: h}
	p.unpack = !s.Direct()
	if !limited || s.need*slack >= 1 {
		return p
	}
	part := s.storedPart()
	p.w, p.h = reduced(part.Dx(), s.need), reduced(part.Dy(), s.need)
	p.part, p.reduce = part, true
	if !p.unpack && (len(s.Data) < smallFile || s.Decoding() > maxDecoding || float64(len(s.Data)) < usualBytes*float64(p.w*p.h)) {
		return plan{part: image.Rect(0, 0, w, h), w: w, h: h}
	}
	return p
}

// reduced gives the length of n pixels for that share of them.
func reduced(n int, share float64) int {
	return min(n, max(1, int(math.Ceil(float64(n)*share-1e-6))))
}

// storedPart gives the pixels that are shown, as they lie in the file: all of
// them where hardly any are cut off.
func (s *placed) storedPart() image.Rectangle {
	w, h := s.Stored()
	whole := image.Rect(0, 0, w, h)
	// The turn is for a unit square whose y grows upwards; this undoes it.
	m := s.Matrix()
	det := m[0]*m[3] - m[1]*m[2]
	back := func(x, y float64) (float64, float64) {
		x, y = x-m[4], 1-y-m[5]
		return (m[3]*x - m[2]*y) / det, 1 - (m[0]*y-m[1]*x)/det
	}
	x0, y0 := back(s.part[0], s.part[1])
	x1, y1 := back(s.part[2], s.part[3])
	part := image.Rect(
		int(math.Floor(min(x0, x1)*float64(w))), int(math.Floor(min(y0, y1)*float64(h))),
		int(math.Ceil(max(x0, x1)*float64(w))), int(math.Ceil(max(y0, y1)*float64(h))),
	).Inset(-2).Intersect(whole) // a margin, for what readers blend at the edges
	const mostOfIt = 0.9
	if part.Empty() || float64(part.Dx()*part.Dy()) > mostOfIt*float64(w*h) {
		return whole
	}
	return part
}

// image gives a raster picture as it is stored. The document asks for one after
// the other, so that only one is unpacked at a time.
func (c *pdfCanvas) image(s *placed) (pdfwriter.Image, error) {
	if !s.plan.unpack && !s.plan.reduce {
		return s.untouched(), nil
	}
	im := pdfwriter.Image{Width: s.plan.w, Height: s.plan.h, Profile: s.Profile(), Part: s.plan.fractions(s.Picture)}
	if !s.Alpha {
		key := reducedKey{s.Sum(), s.plan.part, s.plan.w, s.plan.h}
		file, err := c.reduced.get(key, s.encode)
		switch {
		case err != nil:
			c.fail(err)
			return im, err
		case !s.plan.unpack && len(file) > len(s.Data)*9/10:
			return s.untouched(), nil // so well packed that reducing it gains nothing
		case s.Lossy():
			im.JPEG = file
			return im, nil
		}
		if p, err := picture.Open("", file); err == nil {
			if f, ok := p.Flate(); ok {
				im.Packed = packed(f)
				return im, nil
			}
		}
		panic("pdf: a PNG just made cannot be read")
	}
	px, err := s.Scaled(s.plan.part, s.plan.w, s.plan.h)
	if err != nil {
		c.fail(err)
		return im, err
	}
	im.Pixels, im.Alpha = split(px)
	return im, nil
}

// untouched gives a picture as its file has it.
func (s *placed) untouched() pdfwriter.Image {
	w, h := s.Stored()
	im := pdfwriter.Image{Width: w, Height: h, Profile: s.Profile()}
	if f, ok := s.Flate(); ok {
		im.Packed = packed(f)
	} else {
		im.JPEG = s.Data
	}
	return im
}

func packed(f *picture.Flate) *pdfwriter.Packed {
	return &pdfwriter.Packed{Data: f.Data, Colors: f.Colors, Bits: f.Bits, Palette: f.Palette}
}

// encode unpacks an opaque picture, reduces it, and packs it again: what lost
// detail before as JPEG, anything else as PNG.
func (s *placed) encode() ([]byte, error) {
	px, err := s.Scaled(s.plan.part, s.plan.w, s.plan.h)
	if err != nil {
		return nil, err
	}
	// Opaque pixels are the same with and without premultiplication.
	var im image.Image = &image.RGBA{Pix: px.Pix, Stride: px.Stride, Rect: px.Rect}
	if grey, ok := greyscale(px, s.Components == 1); ok {
		im = grey
	}
	var out bytes.Buffer
	if s.Lossy() {
		err = jpeg.Encode(&out, im, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, im)
	}
	return out.Bytes(), err
}

// greyscale gives the pixels as grey if they are, or are known to be.
func greyscale(px *image.NRGBA, known bool) (*image.Gray, bool) {
	for i := 0; i < len(px.Pix) && !known; i += 4 {
		if px.Pix[i] != px.Pix[i+1] || px.Pix[i] != px.Pix[i+2] {
			return nil, false
		}
	}
	grey := image.NewGray(px.Rect)
	for i := range grey.Pix {
		grey.Pix[i] = px.Pix[4*i]
	}
	return grey, true
}

// split parts colours from opacity; the latter is nil if all is opaque.
func split(px *image.NRGBA) (rgb, alpha []byte) {
	n := len(px.Pix) / 4
	rgb, alpha = make([]byte, 0, 3*n), make([]byte, 0, n)
	opaque := true
	for i := 0; i < len(px.Pix); i += 4 {
		rgb = append(rgb, px.Pix[i], px.Pix[i+1], px.Pix[i+2])
		alpha = append(alpha, px.Pix[i+3])
		opaque = opaque && px.Pix[i+3] == 0xff
	}
	if opaque {
		return rgb, nil
	}
	return rgb, alpha
}

// fractions gives the part as the writer takes it; zero for the whole.
func (p *plan) fractions(of *picture.Picture) [4]float64 {
	w, h := of.Stored()
	if p.part == image.Rect(0, 0, w, h) {
		return [4]float64{}
	}
	x, y := float64(w), float64(h)
	return [4]float64{float64(p.part.Min.X) / x, float64(p.part.Min.Y) / y, float64(p.part.Max.X) / x, float64(p.part.Max.Y) / y}
}
