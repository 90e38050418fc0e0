package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// dot is a mark on the axis of a timeline.
type dot struct {
	size       doc.Pt
	fill, line doc.ColorName // line is "" for none
	end        axisEnd
}

// axisEnd says whether the axis begins or ends at a dot. The axis is a border of
// cells, which begin above the first dot and end above the last: the picture of
// the first covers what is too much, and that of the last draws what is missing.
type axisEnd struct{ first, last bool }

const (
	dotScale = 8   // pixels to the point
	dotReach = 9.0 // points from the middle of a dot to the top of its line, more than enough
)

// dot places the picture of a dot. Each has a file of its own: LibreOffice fills
// the second of two shapes with the same picture wrongly.
func (b *builder) dot(d dot) *drawing {
	above := doc.Pt(0)
	if d.end.first || d.end.last {
		above = dotReach - d.size/2
	}
	palette := dotColors{fill: b.rgb(d.fill), axis: b.rgb(doc.Primary), paper: b.rgb(doc.Paper), edge: b.rgb(d.fill)}
	if d.line != "" {
		palette.edge = b.rgb(d.line)
	}
	b.dots++
	name := fmt.Sprintf("word/media/dot%d.png", b.dots)
	err := b.made(name, picture.PNG, fmt.Sprint(d, palette), func() ([]byte, error) {
		var out bytes.Buffer
		err := png.Encode(&out, dotImage(d, above, palette))
		return out.Bytes(), err
	})
	if err != nil {
		panic(err) // a few pixels can be encoded into memory
	}
	out := b.drawing(&doc.Picture{Name: "Dot", Decorative: true}, d.size, d.size+above)
	out.free = true
	out.raster = b.pkg.Relate(b.part, officeRel+"image", name)
	return out
}

func (b *builder) rgb(n doc.ColorName) color.NRGBA {
	c := b.d.Theme.Color(n)
	return color.NRGBA{c.R, c.G, c.B, 255}
}

type dotColors struct{ fill, edge, axis, paper color.NRGBA }

// dotImage draws a dot below some free height.
func dotImage(d dot, above doc.Pt, c dotColors) image.Image {
	const edge = 1.0 // points, of an outline
	w, h := int(d.size*dotScale), int((d.size+above)*dotScale)
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	r := d.size / 2
	for y := range h {
		for x := range w {
			px, py := (doc.Pt(x)+.5)/dotScale-r, (doc.Pt(y)+.5)/dotScale-above-r
			at := color.NRGBA{}
			switch {
			case py < 0 && d.end.first:
				at = c.paper
			case py < 0 && d.end.last && math.Abs(px) <= thin/2:
				at = c.axis
			}
			distance := math.Hypot(px, py)
			at = over(at, c.edge, (r-distance)*dotScale+.5)
			at = over(at, c.fill, (r-edge-distance)*dotScale+.5)
			img.SetNRGBA(x, y, at)
		}
	}
	return img
}

// over puts a colour over another as far as it covers a pixel.
func over(under, c color.NRGBA, cover float64) color.NRGBA {
	cover = max(0, min(1, cover))
	if under.A == 0 {
		c.A = uint8(math.Round(cover * 255))
		return c
	}
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-cover) + float64(b)*cover)) }
	return color.NRGBA{mix(under.R, c.R), mix(under.G, c.G), mix(under.B, c.B), under.A}
}
