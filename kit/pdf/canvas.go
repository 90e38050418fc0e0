package pdf

import (
	"io"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// pdfCanvas draws pages into a PDF.
type pdfCanvas struct {
	canvas.Grid
	out   *pdfwriter.Document
	page  *pdfwriter.Page
	tree  *canvas.Tree
	elems []*pdfwriter.Element
	drawn map[canvas.Elem]*pdfwriter.Content // of each element and artifact on this page
	line  line
	rtl   bool

	inOrder []*placed
	reduced *reducedCache
	maxPPI  int // 0: no limit
	budget  int // pixels that may be unpacked
	places  map[string]pdfwriter.Dest
	inner   []innerLink
	err     error
}

var _ canvas.Canvas = (*pdfCanvas)(nil)

// innerLink waits for its destination, which may be on a later page.
type innerLink struct {
	page     *pdfwriter.Page
	elem     *pdfwriter.Element
	rect     pdfwriter.Rect
	name     string
	contents string
}

func newCanvas(d *doc.Document, f Format, cache *Cache) *pdfCanvas {
	m := d.Meta
	return &pdfCanvas{
		out: pdfwriter.New(pdfwriter.Options{
			Title: m.Title, Author: m.Author, Publisher: m.Author, Subject: m.Subject, Rights: m.Rights, RightsURL: m.RightsURL, Lang: d.Lang,
			Identifier: m.ID, Version: m.Version, Instructions: d.Embargo.Plain(),
			Creator: m.Generator, Producer: m.Generator, Keywords: m.Keywords,
			Created: m.Created, Modified: m.Modified, RightToLeft: d.RTL,
			RoleMap:      map[pdfwriter.Tag]pdfwriter.Tag{pdfwriter.Tag(canvas.Aside): pdfwriter.Sect},
			Uncompressed: f.Uncompressed, Cache: cache.writer,
		}),
		rtl:     d.RTL,
		drawn:   map[canvas.Elem]*pdfwriter.Content{},
		reduced: &cache.reduced,
		maxPPI:  f.maxPPI(),
		budget:  maxPixels,
		places:  map[string]pdfwriter.Dest{},
	}
}

// StartPage adds a page.
func (c *pdfCanvas) StartPage(width, height doc.Pt) {
	c.endLine()
	c.page = c.out.AddPage(width, height)
	clear(c.drawn)
}

// content gives what to draw on for an element or artifact: the same for all of
// it on a page, so that lines of one colour are written as one text.
func (c *pdfCanvas) content(e canvas.Elem) *pdfwriter.Content {
	to := c.drawn[e]
	if to != nil {
		return to
	}
	switch e {
	case canvas.Ground:
		to = c.page.Background()
	case canvas.Header:
		to = c.page.Artifact(pdfwriter.ArtifactHeader)
	case canvas.Footer:
		to = c.page.Artifact(pdfwriter.ArtifactFooter)
	default:
		to = c.page.Mark(c.elems[e])
	}
	c.drawn[e] = to
	return to
}

// Text draws a run of glyphs.
func (c *pdfCanvas) Text(e canvas.Elem, x, y doc.Pt, r typeset.Run, color doc.Color) {
	if n := len(c.line.runs); n > 0 && (y != c.line.y || x < c.line.runs[n-1].X) {
		c.endLine()
	}
	c.line.y = y
	c.line.runs = append(c.line.runs, placedRun{
		GlyphRun: pdfwriter.GlyphRun{
			Font: r.Font, Size: r.Size, X: x, Y: y - r.Rise, Glyphs: r.Glyphs, RightToLeft: r.RightToLeft,
			Silent: e < 0, // whoever takes the text out of the pages gets it without what repeats
		},
		elem: e, color: pdfwriter.Color(color),
	})
}

// Path fills and strokes a shape.
func (c *pdfCanvas) Path(e canvas.Elem, p canvas.Path) {
	c.endText(e)
	to := c.content(e)
	if p.Fill != nil {
		to.SetFill(pdfwriter.Color(*p.Fill))
	}
	if p.Stroke != nil {
		to.SetStroke(pdfwriter.Color(*p.Stroke))
		to.SetLineWidth(p.Width)
	}
	outline(to, p.Shape)
	switch {
	case p.Fill != nil && p.Stroke != nil:
		to.FillStroke()
	case p.Fill != nil:
		to.Fill()
	case p.Stroke != nil:
		to.Stroke()
	}
}

// outline builds the path of a shape.
func outline(to *pdfwriter.Content, s canvas.Shape) {
	r := s.Rect
	if s.Circle {
		to.Circle(r.X+r.W/2, r.Y+r.H/2, min(r.W, r.H)/2)
		return
	}
	to.Rect(r.X, r.Y, r.W, r.H)
}

// Picture draws a picture, cut to its rectangle or to a circle.
func (c *pdfCanvas) Picture(e canvas.Elem, p *picture.Picture, r canvas.Rect, f canvas.Fit) {
	crop := f.Crop
	if crop == [4]float64{} {
		crop = [4]float64{0, 0, 1, 1}
	}
	w, h := r.W/(crop[2]-crop[0]), r.H/(crop[3]-crop[1])
	x := c.place(p, w, h, crop)
	if x == nil {
		return
	}
	c.endText(e)
	to := c.content(e)
	if e > 0 && c.tree.Nodes[e].Tag == "Figure" {
		c.elems[e].SetBBox(c.page, pdfwriter.Rect(r))
	}
	whole := pdfwriter.Rect{X: r.X - crop[0]*w, Y: r.Y - crop[1]*h, W: w, H: h}
	to.Save()
	outline(to, canvas.Shape{Rect: r, Circle: f.Round})
	holed := false
	for _, h := range f.Holes {
		if h.W > 0 {
			to.Rect(h.X, h.Y, h.W, h.H)
			holed = true
		}
	}
	if holed {
		to.ClipEvenOdd()
	} else {
		to.Clip()
	}
	c.show(to, x, p, whole)
	to.Restore()
}

// Link makes a rectangle lead somewhere.
func (c *pdfCanvas) Link(e canvas.Elem, r canvas.Rect, target, contents string) {
	if target[0] == '#' {
		c.inner = append(c.inner, innerLink{c.page, c.elems[e], pdfwriter.Rect(r), target[1:], contents})
		return
	}
	c.page.Link(c.elems[e], pdfwriter.Rect(r), target, contents)
}

// Destination names a place on the page.
func (c *pdfCanvas) Destination(name string, y doc.Pt, title string, level int) {
	c.places[name] = pdfwriter.Dest{Page: c.page, Y: y}
	if title != "" {
		c.out.AddOutline(title, level, c.page, y)
	}
}

// write ends the document.
func (c *pdfCanvas) write(w io.Writer) error {
	c.endLine()
	c.planPictures()
	if c.err != nil {
		return c.err
	}
	for _, l := range c.inner {
		if dest, ok := c.places[l.name]; ok {
			l.page.LinkTo(l.elem, l.rect, dest, l.contents)
		}
	}
	_, err := c.out.WriteTo(w)
	if c.err != nil {
		return c.err // of a picture that turned out to be damaged
	}
	return err
}
