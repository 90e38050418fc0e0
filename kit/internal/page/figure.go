package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of figures; vertical distances in modules.
const (
	captionGap   = 3.0
	heroAfter    = 15.0
	inlineAround = 8.0
	galleryRow   = 10.0
	qrCode       = 72.0 // points: the greatest width of an address for telephones
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

// wholeOnTint draws a whole picture as large as a rectangle takes it, which it
// tints where the picture does not fill it: a diagram, of which no part can be
// spared.
func (b *builder) wholeOnTint(p *doc.Picture, elem canvas.Elem, w, h doc.Pt) box {
	pic := b.picture(p)
	if pic == nil {
		return space(h)
	}
	if p.Decorative {
		elem = canvas.Ground
	}
	ph := min(w/pic.Aspect(), h)
	pw := min(ph*pic.Aspect(), w)
	tint := b.ink(doc.Tint)
	return box{height: h, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Path(canvas.Ground, canvas.Filled(x, y, w, h, tint))
		cv.Picture(elem, pic, canvas.Rect{X: x + (w-pw)/2, Y: y + (h-ph)/2, W: pw, H: ph}, canvas.Fit{})
	}}
}

// aimed makes a box the place of a figure that links lead to.
func aimed(n *doc.Figure, bx box) box {
	if n == nil || n.ID == "" {
		return bx
	}
	draw := bx.draw
	bx.draw = func(cv canvas.Canvas, x, y doc.Pt) {
		cv.Destination(n.ID, y, "", 0)
		if draw != nil {
			draw(cv, x, y)
		}
	}
	return bx
}

// figure sets a picture over the width of the text with its caption.
func (b *builder) figure(n *doc.Figure, elem canvas.Elem, width doc.Pt) []*item {
	w, h := width, b.doc.Page.HeroHeight()
	around := b.modules(heroAfter)
	if n.Role != doc.RoleHero {
		around = b.modules(inlineAround)
		if pic := b.picture(n.Picture); pic != nil { // shown whole, however tall it is
			most := width
			if n.Role == doc.RoleQRCode {
				most = min(most, qrCode)
			}
			h = min(most/pic.Aspect(), doc.TallestPicture*b.doc.Page.Height)
			w = min(most, h*pic.Aspect())
		}
	}
	image := b.image(n.Picture, b.tree.Add(elem, b.figureNode(n.Picture)), w, h, false)
	caption := b.caption(n, elem, width)
	if n.Role == doc.RoleQRCode {
		image = b.code(n.Picture, image, w)
	}
	image = aimed(n, image)
	items := []*item{b.whole(stack(append([]box{image}, caption...)...))}
	if few := min(2, len(caption)); items[0].height > highest*b.doc.Page.Height {
		items[0].box = stack(append([]box{image}, caption[:few]...)...)
		for _, line := range caption[few:] {
			items = append(items, b.whole(line))
		}
	} else {
		items[0].figure, items[0].float = true, n.Float
	}
	items[0].before, items[len(items)-1].after = around, around
	return items
}

// highest is how high a picture with its caption, or things side by side, may be
// that are not parted, as a share of the sheet.
const highest = 0.7

// caption sets caption and details under a picture, with its number before
// them: line by line.
func (b *builder) caption(n *doc.Figure, elem canvas.Elem, width doc.Pt) []box {
	if len(n.Caption) == 0 && len(n.Details) == 0 {
		return nil
	}
	e := b.tree.Add(elem, canvas.Node{Tag: "Caption"})
	var dx doc.Pt
	var number box
	if n.Number > 0 {
		dx = numberWidth
		num := doc.Text{{Text: b.doc.Number(n.Number), Role: doc.RoleNumber}}
		number = b.text(num, doc.RoleCaption, dx, b.tree.Add(e, canvas.Node{Tag: "P"}))
	}
	var lines []box
	for _, t := range append([]doc.Text{n.Caption}, n.Details...) {
		if len(t) == 0 {
			continue
		}
		p := b.paragraph(t, b.doc.Style(doc.RoleCaption), width-dx, b.tree.Add(e, canvas.Node{Tag: "P"}), setOptions{})
		for i := range p.lines {
			lines = append(lines, padded(dx, p.lineBox(i)))
		}
	}
	if len(lines) == 0 {
		lines = []box{{}}
	}
	lines[0] = stack(space(b.modules(captionGap)), beside(offset{box: number}, offset{box: lines[0]}))
	return lines
}

// gallery sets rows of pictures, each row one item.
func (b *builder) gallery(n *doc.Gallery, elem canvas.Elem, width doc.Pt) []*item {
	cols := max(n.Columns, 1)
	gutter := b.doc.Page.Gutter
	w := (width - doc.Pt(cols-1)*gutter) / doc.Pt(cols)
	h := w / n.Aspect
	var items []*item
	for at := 0; at < len(n.Figures); at += cols {
		var row []column
		for i, f := range n.Figures[at:min(at+cols, len(n.Figures))] {
			div := b.tree.Add(elem, canvas.Node{Tag: "Div"})
			fig := b.tree.Add(div, b.figureNode(f.Picture))
			var img box
			switch {
			case f.Role == doc.RoleLogo:
				img = b.contained(f.Picture, fig, w, h)
			case f.Picture != nil && f.Picture.Vector:
				img = b.wholeOnTint(f.Picture, fig, w, h)
			default:
				img = b.image(f.Picture, fig, w, h, false)
			}
			row = append(row, column{doc.Pt(i) * (w + gutter), append([]box{aimed(f, img)}, b.caption(f, div, w)...)})
		}
		its := b.sideBySide(row)
		if at > 0 {
			its[0].before = b.modules(galleryRow)
		}
		items = append(items, its...)
	}
	if n := len(items); n > 0 {
		items[n-1].after = b.modules(galleryRow)
	}
	return items
}

// column is a pile of boxes at a distance from the start.
type column struct {
	dx     doc.Pt
	pieces []box
}

// sideBySide sets columns beside each other as one item. If that is very high,
// each of several takes from every column what there is room for.
func (b *builder) sideBySide(cols []column) []*item {
	most := highest * b.doc.Page.Height
	var parts []offset
	for _, c := range cols {
		parts = append(parts, offset{dx: c.dx, box: stack(c.pieces...)})
	}
	if whole := beside(parts...); whole.height <= most {
		return []*item{b.whole(whole)}
	}
	var items []*item
	for left := true; left; {
		left = false
		parts = nil
		for i := range cols {
			c := &cols[i]
			n, height := 0, doc.Pt(0)
			for n < len(c.pieces) && (n == 0 || height+c.pieces[n].height <= most/2) {
				height += c.pieces[n].height
				n++
			}
			parts = append(parts, offset{dx: c.dx, box: stack(c.pieces[:n]...)})
			c.pieces = c.pieces[n:]
			left = left || len(c.pieces) > 0
		}
		items = append(items, b.whole(beside(parts...)))
	}
	return items
}
