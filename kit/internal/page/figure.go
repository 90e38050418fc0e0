package page

import (
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of figures; vertical distances in modules.
const (
	heroHeight   = 108.0
	captionGap   = 3.0
	heroAfter    = 15.0
	inlineAround = 8.0
	galleryRow   = 10.0
	tallest      = 0.55 // of the sheet, for a picture in the text
)

var numberWidth = doc.MM(6) // of a picture's number in a gallery

// figureNode is the structure element of a picture.
func (b *builder) figureNode(p *doc.Picture) canvas.Node {
	if p == nil || p.Decorative {
		return canvas.Node{Tag: canvas.Plain}
	}
	return canvas.Node{Tag: "Figure", Alt: p.Alt}
}

// image draws a picture that fills a rectangle, cropped about its focus.
func (b *builder) image(p *doc.Picture, elem canvas.Elem, w, h doc.Pt, round bool) box {
	pic := b.picture(p)
	if pic == nil {
		return space(h)
	}
	if p.Decorative {
		elem = canvas.Ground
	}
	var crop [4]float64
	crop[0], crop[1], crop[2], crop[3] = pic.Crop(w/h, p.Focus)
	return box{height: h, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Picture(elem, pic, canvas.Rect{X: x, Y: y, W: w, H: h}, canvas.Fit{Crop: crop, Round: round})
	}}
}

// contained draws a whole picture in the middle of a rectangle with a hairline
// around it: a logo.
func (b *builder) contained(p *doc.Picture, elem canvas.Elem, w, h doc.Pt) box {
	pic := b.picture(p)
	if pic == nil {
		return space(h)
	}
	if p.Decorative {
		elem = canvas.Ground
	}
	const share = 0.62 // of the rectangle's width and height
	scale := min(share*w/pic.Aspect(), share*h)
	pw, ph := scale*pic.Aspect(), scale
	hair := b.ink(doc.Hairline)
	return box{height: h, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Path(canvas.Ground, canvas.Path{
			Shape:  canvas.Shape{Rect: canvas.Rect{X: x + fine/2, Y: y + fine/2, W: w - fine, H: h - fine}},
			Stroke: &hair, Width: fine,
		})
		cv.Picture(elem, pic, canvas.Rect{X: x + (w-pw)/2, Y: y + (h-ph)/2, W: pw, H: ph}, canvas.Fit{})
	}}
}

// figure sets a picture over the width of the text with its caption.
func (b *builder) figure(n *doc.Figure, elem canvas.Elem, width doc.Pt) []*item {
	w, h := width, b.modules(heroHeight)
	around := b.modules(heroAfter)
	if n.Role != doc.RoleHero {
		around = b.modules(inlineAround)
		if pic := b.picture(n.Picture); pic != nil { // shown whole, however tall it is
			h = min(width/pic.Aspect(), tallest*b.doc.Page.Height)
			w = min(width, h*pic.Aspect())
		}
	}
	it := b.whole(stack(
		b.image(n.Picture, b.tree.Add(elem, b.figureNode(n.Picture)), w, h, false),
		b.caption(n, elem, width),
	))
	it.before, it.after = around, around
	return []*item{it}
}

// caption sets caption and details under a picture, with its number before
// them.
func (b *builder) caption(n *doc.Figure, elem canvas.Elem, width doc.Pt) box {
	if len(n.Caption) == 0 && len(n.Details) == 0 {
		return box{}
	}
	e := b.tree.Add(elem, canvas.Node{Tag: "Caption"})
	var dx doc.Pt
	parts := []offset{}
	if n.Number > 0 {
		dx = numberWidth
		num := doc.Text{{Text: strconv.Itoa(n.Number), Role: doc.RoleNumber}}
		parts = append(parts, offset{box: b.text(num, doc.RoleCaption, dx, b.tree.Add(e, canvas.Node{Tag: "P"}))})
	}
	var boxes []box
	for _, t := range append([]doc.Text{n.Caption}, n.Details...) {
		if len(t) > 0 {
			boxes = append(boxes, b.text(t, doc.RoleCaption, width-dx, b.tree.Add(e, canvas.Node{Tag: "P"})))
		}
	}
	parts = append(parts, offset{dx: dx, box: stack(boxes...)})
	return stack(space(b.modules(captionGap)), beside(parts...))
}

// gallery sets rows of pictures, each row one item.
func (b *builder) gallery(n *doc.Gallery, elem canvas.Elem, width doc.Pt) []*item {
	cols := max(n.Columns, 1)
	gutter := b.doc.Page.Gutter
	w := (width - doc.Pt(cols-1)*gutter) / doc.Pt(cols)
	h := w / n.Aspect
	var items []*item
	for at := 0; at < len(n.Figures); at += cols {
		var row []offset
		for i, f := range n.Figures[at:min(at+cols, len(n.Figures))] {
			div := b.tree.Add(elem, canvas.Node{Tag: "Div"})
			fig := b.tree.Add(div, b.figureNode(f.Picture))
			var img box
			if f.Role == doc.RoleLogo {
				img = b.contained(f.Picture, fig, w, h)
			} else {
				img = b.image(f.Picture, fig, w, h, false)
			}
			row = append(row, offset{dx: doc.Pt(i) * (w + gutter), box: stack(img, b.caption(f, div, w))})
		}
		it := b.whole(beside(row...))
		if at > 0 {
			it.before = b.modules(galleryRow)
		}
		items = append(items, it)
	}
	if n := len(items); n > 0 {
		items[n-1].after = b.modules(galleryRow)
	}
	return items
}
