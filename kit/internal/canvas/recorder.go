package canvas

import (
	"fmt"
	"io"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// Recorder writes down what is drawn, a line for each call, in the order in
// which it is drawn. It stands in for a PDF in tests of layouts.
type Recorder struct {
	Grid
	w    io.Writer
	tree *Tree
	page int
}

// NewRecorder makes a recorder that writes to w. Errors of w are lost: give it
// a buffer.
func NewRecorder(w io.Writer) *Recorder { return &Recorder{w: w} }

// Begin keeps the tree, to name elements.
func (r *Recorder) Begin(t *Tree) { r.tree = t }

// StartPage writes the number and size of the page.
func (r *Recorder) StartPage(w, h doc.Pt) {
	r.page++
	fmt.Fprintf(r.w, "page %d %s × %s\n", r.page, pt(w), pt(h))
}

// Text writes the place, font, size and words of a run.
func (r *Recorder) Text(e Elem, x, y doc.Pt, run typeset.Run, c doc.Color) {
	var s strings.Builder
	for _, g := range run.Glyphs {
		s.WriteString(g.Text)
	}
	fmt.Fprintf(r.w, "  %s %s text %s %s #%s %q %s\n", pt(x), pt(y-run.Rise), run.Font.PostScriptName(), pt(run.Size), c.Hex(), s.String(), r.name(e))
}

// Path writes a shape.
func (r *Recorder) Path(e Elem, p Path) {
	q := p.Shape.Rect
	kind := "rect"
	if p.Shape.Circle {
		kind = "circle"
	}
	fmt.Fprintf(r.w, "  %s %s %s %s × %s", pt(q.X), pt(q.Y), kind, pt(q.W), pt(q.H))
	if p.Fill != nil {
		fmt.Fprintf(r.w, " fill #%s", p.Fill.Hex())
	}
	if p.Stroke != nil {
		fmt.Fprintf(r.w, " stroke #%s %s", p.Stroke.Hex(), pt(p.Width))
	}
	fmt.Fprintf(r.w, " %s\n", r.name(e))
}

// Picture writes a picture's name, place and crop.
func (r *Recorder) Picture(e Elem, p *picture.Picture, q Rect, f Fit) {
	fmt.Fprintf(r.w, "  %s %s picture %s %s × %s", pt(q.X), pt(q.Y), p.Name, pt(q.W), pt(q.H))
	if f.Crop != [4]float64{} {
		fmt.Fprintf(r.w, " crop %.3f", f.Crop)
	}
	if f.Round {
		fmt.Fprint(r.w, " round")
	}
	for _, h := range f.Holes {
		if h.W == 0 {
			continue
		}
		fmt.Fprintf(r.w, " but %s %s %s × %s", pt(h.X), pt(h.Y), pt(h.W), pt(h.H))
	}
	fmt.Fprintf(r.w, " %s\n", r.name(e))
}

// Link writes a link.
func (r *Recorder) Link(e Elem, q Rect, target, contents string) {
	fmt.Fprintf(r.w, "  %s %s link %s × %s %s %q %s\n", pt(q.X), pt(q.Y), pt(q.W), pt(q.H), target, contents, r.name(e))
}

// Destination writes a destination.
func (r *Recorder) Destination(name string, y doc.Pt, title string, level int) {
	fmt.Fprintf(r.w, "  - %s destination #%s %d %q\n", pt(y), name, level, title)
}

// name gives the path of an element, as in "Sect/P.12".
func (r *Recorder) name(e Elem) string {
	switch e {
	case Ground:
		return "[ground]"
	case Header:
		return "[header]"
	case Footer:
		return "[footer]"
	}
	at := e
	for r.tree.Nodes[at].Tag == Plain && at != Root {
		at = r.tree.Nodes[at].Parent
	}
	n := r.tree.Nodes[at]
	s := fmt.Sprintf("%s.%d", n.Tag, at)
	if n.Parent != Root {
		s = string(r.tree.Nodes[n.Parent].Tag) + "/" + s
	}
	return "<" + s + ">"
}

// pt writes a length with at most two decimals.
func pt(v doc.Pt) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
