package pdf

import (
	"bytes"
	"fmt"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// placed is a picture with all that the pages ask of it. It is stored once,
// however often and under however many names it is shown.
type placed struct {
	*picture.Picture
	x    *pdfwriter.XObject
	need float64    // pixels needed for each that there is, for the largest use; at most 1
	part [4]float64 // around all that is shown of it, upright
	plan plan
}

// place takes note of a use: of a part of the picture, w × h points large, were
// it shown whole. It gives the form or image to draw.
func (c *pdfCanvas) place(p *picture.Picture, w, h float64, part [4]float64) *pdfwriter.XObject {
	s := c.stored(p)
	if s == nil {
		s = &placed{Picture: p, part: part}
		c.inOrder = append(c.inOrder, s)
		if p.Format == picture.SVG {
			s.x = c.storeVector(p)
		} else {
			s.x = c.out.AddLater(func() (pdfwriter.Image, error) { return c.image(s) })
		}
	}
	s.part = [4]float64{min(s.part[0], part[0]), min(s.part[1], part[1]), max(s.part[2], part[2]), max(s.part[3], part[3])}
	perPoint := float64(c.maxPPI) / 72
	s.need = min(1, max(s.need, w*perPoint/float64(p.Width), h*perPoint/float64(p.Height)))
	return s.x
}

// stored finds a picture of the same content. Few files are of one size but
// those that are the same.
func (c *pdfCanvas) stored(p *picture.Picture) *placed {
	for _, s := range c.inOrder {
		if s.Picture == p || len(s.Data) == len(p.Data) && bytes.Equal(s.Data, p.Data) {
			return s
		}
	}
	return nil
}

func (c *pdfCanvas) storeVector(p *picture.Picture) *pdfwriter.XObject {
	v, err := p.Vector()
	if err != nil {
		c.fail(err)
		return nil
	}
	x, err := c.vector(p.Name, v)
	if err != nil {
		c.fail(err)
	}
	return x
}

func (c *pdfCanvas) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// trouble is a picture that cannot be drawn.
type trouble struct{ diag.Diagnostic }

func badPicture(format string, args ...any) trouble {
	return trouble{diag.Diagnostic{Rule: "bad-picture", Severity: diag.Error, Kind: diag.Invalid, Message: fmt.Sprintf(format, args...)}}
}

func (t trouble) with(hint string) diag.List {
	t.Hint = hint
	return diag.List{t.Diagnostic}
}

// show draws a stored picture into a rectangle, turned upright.
func (c *pdfCanvas) show(to *pdfwriter.Content, x *pdfwriter.XObject, p *picture.Picture, r pdfwriter.Rect) {
	if p.Orientation == 1 {
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
