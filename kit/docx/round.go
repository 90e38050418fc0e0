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

// roundScale is the resolution of round portraits, in pixels to the point: 360
// to the inch.
const roundScale = 5

// round places a picture cropped to a circle. The pixels are cut, with a soft
// edge: a picture in an elliptic shape would keep its own, but readers other
// than Word lose such fills.
func (b *builder) round(p *doc.Picture, size doc.Pt) *drawing {
	m, err := b.roundMedium(p, size)
	if err != nil {
		b.fail(err)
		return nil
	}
	return b.placed(b.drawing(p, size, size), m)
}

func (b *builder) roundMedium(p *doc.Picture, size doc.Pt) (medium, error) {
	if len(p.Data) == 0 {
		return medium{}, fmt.Errorf("docx: picture %q is empty", p.Name)
	}
	pixels := int(math.Ceil(size * roundScale))
	key := mediaKey{&p.Data[0], len(p.Data), pixels}
	if m, ok := b.media[key]; ok {
		return m, nil
	}
	pic, err := opened(p)
	if err != nil {
		return medium{}, fmt.Errorf("docx: %w", err)
	}
	x0, y0, x1, y1 := pic.Crop(1, p.Focus)
	m := medium{picture: pic, raster: fmt.Sprintf("word/media/%s-round-%d.png", pic.Sum()[:16], pixels)}
	if p.Focus != [2]float64{.5, .5} {
		m.raster = fmt.Sprintf("word/media/%s-round-%d-%.0f-%.0f.png", pic.Sum()[:16], pixels, x0*1000, y0*1000)
	}
	err = b.made(m.raster, picture.PNG, "", func() ([]byte, error) { return disc(pic, pixels, x0, y0, x1, y1) })
	if err != nil {
		return medium{}, fmt.Errorf("docx: %s: %w", p.Name, err)
	}
	b.media[key] = m
	return m, nil
}

// disc cuts a circle of so many pixels out of a part of a picture, as PNG.
func disc(pic *picture.Picture, pixels int, x0, y0, x1, y1 float64) ([]byte, error) {
	img, err := upright(pic, 2*pixels)
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

// upright decodes a picture, a vector picture at some width.
func upright(p *picture.Picture, width int) (image.Image, error) {
	if p.Format != picture.SVG {
		return p.Pixels()
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
