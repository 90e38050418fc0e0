package pdf

import (
	"bytes"
	"fmt"
	"math"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/damage"
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
	ppi  float64    // pixels per inch where it is shown largest
	plan plan
}

// place takes note of a use: of a part of the picture, w × h points large, were
// it shown whole. It gives the form or image to draw.
func (c *pdfCanvas) place(p *picture.Picture, w, h float64, part [4]float64) *pdfwriter.XObject {
	s := c.stored(p)
	if s == nil {
		s = &placed{Picture: p, part: part, ppi: math.Inf(1)}
		c.inOrder = append(c.inOrder, s)
		if p.Format == picture.SVG {
			s.x = c.storeVector(p)
		} else {
			s.x = c.out.AddLater(func() (pdfwriter.Image, error) { return c.image(s) })
		}
	}
	s.part = [4]float64{min(s.part[0], part[0]), min(s.part[1], part[1]), max(s.part[2], part[2]), max(s.part[3], part[3])}
	s.ppi = min(s.ppi, 72*float64(p.Width)/w, 72*float64(p.Height)/h)
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

// The resolutions, in pixels per inch, below which a picture looks coarse in print,
// and from which on it looks fair.
const (
	coarsePPI = 100
	fairPPI   = 150
)

// coarse warns of pictures that have too few pixels for their size on the page.
func (c *pdfCanvas) coarse() (list diag.List) {
	for _, s := range c.inOrder {
		if s.Format == picture.SVG || s.ppi >= coarsePPI {
			continue
		}
		d := list.Add(damage.File(s.Name), "low-resolution", "%s is printed with only %.0f pixels per inch", s.Name, s.ppi)
		d.Severity = diag.Warning
		width := math.Ceil(float64(s.Width)*fairPPI/s.ppi/10) * 10
		d.Hint = fmt.Sprintf("it is %d pixels wide; use a file of %.0f or more", s.Width, width)
	}
	return list
}

// trouble is a picture that cannot be drawn.
type trouble struct{ diag.Diagnostic }

// badPicture names the file of the picture, or none if it is about all of them.
func badPicture(file, format string, args ...any) trouble {
	d := diag.Diagnostic{Rule: "bad-picture", Severity: diag.Error, Kind: diag.Invalid, Message: fmt.Sprintf(format, args...)}
	if file != "" {
		d.Span = damage.File(file)
	}
	return trouble{d}
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
