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

	pictures map[pictureKey]*pdfwriter.XObject
	places   map[string]pdfwriter.Dest
	inner    []innerLink
	pixels   int // unpacked so far
	err      error
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

func newCanvas(d *doc.Document, cache *pdfwriter.Cache, plain bool) *pdfCanvas {
	m := d.Meta
	return &pdfCanvas{
		out: pdfwriter.New(pdfwriter.Options{
			Title: m.Title, Author: m.Author, Subject: m.Subject, Rights: m.Rights, Lang: d.Lang,
			Creator: m.Generator, Producer: m.Generator, Keywords: m.Keywords,
			Created: m.Created, Modified: m.Modified, RightToLeft: d.RTL,
			RoleMap:      map[pdfwriter.Tag]pdfwriter.Tag{pdfwriter.Tag(canvas.Aside): pdfwriter.Sect},
			Uncompressed: plain, Cache: cache,
		}),
		pictures: map[pictureKey]*pdfwriter.XObject{},
		places:   map[string]pdfwriter.Dest{},
	}
}

// Begin makes the structure tree.
func (c *pdfCanvas) Begin(t *canvas.Tree) {
	c.tree = t
	c.elems = make([]*pdfwriter.Element, len(t.Nodes))
	c.elems[canvas.Root] = c.out.Root()
	for i, n := range t.Nodes {
		if i == int(canvas.Root) {
			continue
		}
		parent := c.elems[n.Parent]
		if n.Tag == canvas.Plain {
			c.elems[i] = parent.AddText()
			continue
		}
		e := parent.Add(pdfwriter.Tag(n.Tag))
		e.Alt, e.Lang = n.Alt, n.Lang
		switch n.Scope {
		case canvas.RowScope:
			e.Attr.Scope = pdfwriter.ScopeRow
		case canvas.ColumnScope:
			e.Attr.Scope = pdfwriter.ScopeColumn
		}
		switch {
		case n.Tag == "L" && n.Numbered:
			e.Attr.Numbering = pdfwriter.NumberingDecimal
		case n.Tag == "L" && n.Bulleted:
			e.Attr.Numbering = pdfwriter.NumberingDisc
		}
		if n.Tag == "Figure" {
			e.Attr.Placement = pdfwriter.PlacementBlock
		}
		c.elems[i] = e
	}
}

// StartPage adds a page.
func (c *pdfCanvas) StartPage(width, height doc.Pt) { c.page = c.out.AddPage(width, height) }

// content gives what to draw on for an element or artifact.
func (c *pdfCanvas) content(e canvas.Elem) *pdfwriter.Content {
	switch e {
	case canvas.Ground:
		return c.page.Background()
	case canvas.Header:
		return c.page.Artifact(pdfwriter.ArtifactHeader)
	case canvas.Footer:
		return c.page.Artifact(pdfwriter.ArtifactFooter)
	}
	return c.page.Mark(c.elems[e])
}

// Text draws a run of glyphs.
func (c *pdfCanvas) Text(e canvas.Elem, x, y doc.Pt, r typeset.Run, color doc.Color) {
	glyphs := make([]pdfwriter.Glyph, len(r.Glyphs))
	for i, g := range r.Glyphs {
		glyphs[i] = pdfwriter.Glyph{ID: g.ID, Advance: g.Advance, DX: g.DX, DY: -g.DY, Text: g.Text}
	}
	to := c.content(e)
	to.SetFill(pdfwriter.Color(color))
	to.Glyphs(pdfwriter.GlyphRun{
		Font: r.Font, Size: r.Size, X: x, Y: y - r.Rise, Glyphs: glyphs, RightToLeft: r.RightToLeft,
	})
}

// Path fills and strokes a shape.
func (c *pdfCanvas) Path(e canvas.Elem, p canvas.Path) {
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
	x := c.xobject(p)
	if x == nil {
		return
	}
	to := c.content(e)
	if e > 0 && c.tree.Nodes[e].Tag == "Figure" {
		c.elems[e].SetBBox(c.page, pdfwriter.Rect(r))
	}
	crop := f.Crop
	if crop == [4]float64{} {
		crop = [4]float64{0, 0, 1, 1}
	}
	w, h := r.W/(crop[2]-crop[0]), r.H/(crop[3]-crop[1])
	whole := pdfwriter.Rect{X: r.X - crop[0]*w, Y: r.Y - crop[1]*h, W: w, H: h}
	to.Save()
	outline(to, canvas.Shape{Rect: r, Circle: f.Round})
	to.Clip()
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
	if c.err != nil {
		return c.err
	}
	for _, l := range c.inner {
		if dest, ok := c.places[l.name]; ok {
			l.page.LinkTo(l.elem, l.rect, dest, l.contents)
		}
	}
	_, err := c.out.WriteTo(w)
	return err
}
