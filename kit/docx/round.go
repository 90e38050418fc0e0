package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"

	"golang.org/x/image/draw"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// cutPixels is how many pixels a portrait has across that is cut to a circle: about 350
// to the inch.
const cutPixels = 300

// Portraits are small on the page, and often large as files. One of more bytes than
// portraitBytes is stored anew, whole, with as many pixels as print shows at half the
// width of a sheet.
const (
	portraitBytes  = 1 << 20
	portraitPixels = 1240
)

// round places a portrait in a circle. For Word that is the shape of a picture, which is
// cropped to its focus: who changes the picture keeps the circle, and can move the crop.
// For others its pixels are cut (see rounded).
func (b *builder) round(p *doc.Picture, size doc.Pt) *drawing {
	across := 0
	if len(p.Data) > portraitBytes && p.Width > portraitPixels && !b.stands(p) {
		across = portraitPixels
	}
	m, err := b.mediumWithin(p, size, across)
	if err != nil {
		b.fail(err)
		return nil
	}
	d := b.drawing(p, size, size)
	d.cropTo(m.picture, p.Focus)
	cut, err := b.cut(p, m.picture)
	if err != nil {
		b.fail(err)
		return nil
	}
	b.drawings++
	d.cut = &cutPicture{b.drawings, b.pkg.Relate(b.part, officeRel+"image", cut)}
	return b.placed(d, m)
}

// stands reports whether a picture is in the package whatever its size.
func (b *builder) stands(p *doc.Picture) bool {
	_, ok := b.media[mediaKey{&p.Data[0], len(p.Data), 0}]
	return ok
}

// cut puts a portrait into the package whose pixels are cut to a circle, with a soft
// edge.
func (b *builder) cut(p *doc.Picture, pic *picture.Picture) (part string, err error) {
	x0, y0, x1, y1 := pic.Crop(1, p.Focus)
	part = mediaFolder + pic.Sum()[:16] + "-round"
	if p.Focus != [2]float64{.5, .5} {
		part += fmt.Sprintf("-%.0f-%.0f", x0*1000, y0*1000)
	}
	part += ".png"
	if err = b.made(part, picture.PNG, "", func() ([]byte, error) { return disc(pic, cutPixels, x0, y0, x1, y1) }); err != nil {
		return "", fmt.Errorf("docx: %s: %w", p.Name, err)
	}
	return part, nil
}

// disc cuts a circle of so many pixels out of a part of a picture, as PNG.
func disc(pic *picture.Picture, pixels int, x0, y0, x1, y1 float64) ([]byte, error) {
	img, err := upright(pic, int(2*float64(pixels)/(x1-x0)))
	if err != nil {
		return nil, err
	}
	w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	from := image.Rect(int(x0*w), int(y0*h), max(int(x1*w), int(x0*w)+1), max(int(y1*h), int(y0*h)+1)).Add(img.Bounds().Min)
	pixels = max(1, min(pixels, from.Dx()))
	out := image.NewNRGBA(image.Rect(0, 0, pixels, pixels))
	draw.CatmullRom.Scale(out, out.Bounds(), img, from, draw.Src, nil)
	cutCircle(out)
	var file bytes.Buffer
	err = png.Encode(&file, out)
	return file.Bytes(), err
}

// upright decodes a picture of at most some width, a vector picture at it.
func upright(p *picture.Picture, width int) (image.Image, error) {
	if p.Format != picture.SVG {
		return p.PixelsWithin(width)
	}
	data, err := p.Rasterize(width)
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(data))
}

// cutCircle makes transparent what lies outside of the largest circle.
func cutCircle(img *image.NRGBA) {
	r := float64(img.Rect.Dx()) / 2
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			d := math.Hypot(float64(x)+.5-r, float64(y)+.5-r)
			cover := math.Max(0, math.Min(1, r-d+.5))
			a := &img.Pix[img.PixOffset(x, y)+3]
			*a = uint8(math.Round(float64(*a) * cover))
		}
	}
}
