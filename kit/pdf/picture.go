package pdf

import (
	"fmt"
	"math"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// pictureKey tells pictures apart by their content.
type pictureKey string

// xobject gives the picture as it is stored in the file, once however often it
// is shown: a JPEG untouched, a vector as paths, anything else as pixels.
func (c *pdfCanvas) xobject(p *picture.Picture) *pdfwriter.XObject {
	key := pictureKey(p.Sum)
	if x, ok := c.pictures[key]; ok {
		return x
	}
	x, err := c.store(p)
	if err != nil && c.err == nil {
		c.err = err
	}
	c.pictures[key] = x
	return x
}

func (c *pdfCanvas) store(p *picture.Picture) (*pdfwriter.XObject, error) {
	if p.Format == picture.SVG {
		v, err := p.Vector()
		if err != nil {
			return nil, err
		}
		return c.vector(p.Name, v)
	}
	w, h := p.Stored()
	if p.Passthrough() {
		return c.out.AddImage(pdfwriter.Image{Width: w, Height: h, JPEG: p.Data, Key: p.Sum}), nil
	}
	if f, ok := p.Flate(); ok {
		return c.out.AddImage(pdfwriter.Image{Width: w, Height: h, Key: p.Sum,
			Packed: &pdfwriter.Packed{Data: f.Data, Colors: f.Colors, Bits: f.Bits, Palette: f.Palette}}), nil
	}
	if c.pixels += p.Width * p.Height; c.pixels > maxPixels {
		return nil, badPicture("the pictures of this kit have more than %d million pixels together that must be unpacked", maxPixels/1_000_000).
			with("export them smaller, or photographs as JPEG: " + p.Name)
	}
	img, err := p.Pixels()
	if err != nil {
		return nil, err
	}
	im := pdfwriter.Image{Width: p.Width, Height: p.Height, Key: p.Sum}
	n := im.Width * im.Height
	im.Pixels = make([]byte, 0, 3*n)
	alpha := make([]byte, 0, n)
	opaque := true
	for y := range im.Height {
		row := img.Pix[y*img.Stride : y*img.Stride+4*im.Width]
		for i := 0; i < len(row); i += 4 {
			im.Pixels = append(im.Pixels, row[i], row[i+1], row[i+2])
			alpha = append(alpha, row[i+3])
			opaque = opaque && row[i+3] == 0xff
		}
	}
	if !opaque {
		im.Alpha = alpha
	}
	return c.out.AddImage(im), nil
}

// maxPixels bounds what is unpacked for one kit, and so its memory. JPEG and
// plain PNG files are not unpacked.
const maxPixels = 60_000_000

// trouble is a picture that cannot be drawn.
type trouble struct{ diag.Diagnostic }

func badPicture(format string, args ...any) trouble {
	return trouble{diag.Diagnostic{Rule: "bad-picture", Severity: diag.Error, Kind: diag.Invalid, Message: fmt.Sprintf(format, args...)}}
}

func (t trouble) with(hint string) diag.List {
	t.Hint = hint
	return diag.List{t.Diagnostic}
}

// A drawing is stored at this size, since forms have limits; coordinates are
// taken up to so many times of it.
const (
	formSize   = 1000.0
	farOutside = 1000.0
)

// vector stores a drawing as paths.
func (c *pdfCanvas) vector(name string, v *picture.Vector) (*pdfwriter.XObject, error) {
	scale := formSize / max(v.Width, v.Height)
	for _, s := range v.Shapes {
		for _, seg := range s.Path {
			for _, p := range seg.P {
				if far := max(math.Abs(p.X), math.Abs(p.Y)) * scale; !(far < formSize*farOutside) {
					return nil, badPicture("%s has a shape that reaches far outside of the picture", name).with("crop the drawing to its view and export it again")
				}
			}
		}
	}
	w, h := max(v.Width*scale, 1), max(v.Height*scale, 1)
	return c.out.AddForm(w, h, func(to *pdfwriter.Content) {
		to.Transform(pdfwriter.Matrix{A: w / v.Width, D: h / v.Height})
		drawVector(to, v)
	}), nil
}

// show draws a stored picture into a rectangle, turned upright.
func (c *pdfCanvas) show(to *pdfwriter.Content, x *pdfwriter.XObject, p *picture.Picture, r pdfwriter.Rect) {
	if !p.Passthrough() || p.Orientation == 1 {
		to.Draw(x, r)
		return
	}
	// The turn is given for a unit square whose y grows upwards.
	m := p.Matrix()
	to.Save()
	to.Transform(pdfwriter.Matrix{A: r.W, D: r.H, E: r.X, F: r.Y})
	to.Transform(pdfwriter.Matrix{A: m[0], B: -m[1], C: -m[2], D: m[3], E: m[2] + m[4], F: 1 - m[3] - m[5]})
	to.Draw(x, pdfwriter.Rect{W: 1, H: 1})
	to.Restore()
}

// drawVector paints the shapes of an SVG in their order. Gradients are painted
// as their average colour.
func drawVector(to *pdfwriter.Content, v *picture.Vector) {
	for _, s := range v.Shapes {
		to.Save()
		for _, cl := range s.Clip {
			path(to, cl.Path)
			if cl.EvenOdd {
				to.ClipEvenOdd()
			} else {
				to.Clip()
			}
		}
		if f := s.Fill; f != nil {
			to.Save()
			to.SetFill(pdfwriter.Color{R: f.R, G: f.G, B: f.B})
			to.SetAlpha(f.A)
			path(to, s.Path)
			if s.EvenOdd {
				to.FillEvenOdd()
			} else {
				to.Fill()
			}
			to.Restore()
		}
		if p := s.Stroke; p != nil && s.StrokeWidth > 0 {
			to.Save()
			to.SetStroke(pdfwriter.Color{R: p.R, G: p.G, B: p.B})
			to.SetAlpha(p.A)
			to.SetLineWidth(s.StrokeWidth)
			to.SetCap(pdfwriter.LineCap(s.Cap))
			to.SetJoin(pdfwriter.LineJoin(s.Join))
			if len(s.Dash) > 0 {
				to.SetDash(s.DashOffset, s.Dash...)
			}
			path(to, s.Path)
			to.Stroke()
			to.Restore()
		}
		to.Restore()
	}
}

func path(to *pdfwriter.Content, segs []picture.Segment) {
	for _, s := range segs {
		switch s.Op {
		case picture.MoveTo:
			to.MoveTo(s.P[0].X, s.P[0].Y)
		case picture.LineTo:
			to.LineTo(s.P[0].X, s.P[0].Y)
		case picture.CubicTo:
			to.CurveTo(s.P[0].X, s.P[0].Y, s.P[1].X, s.P[1].Y, s.P[2].X, s.P[2].Y)
		case picture.Close:
			to.Close()
		}
	}
}
