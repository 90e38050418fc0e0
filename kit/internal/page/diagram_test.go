package page

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// framed is a canvas that remembers pictures, and the ground painted before each.
type framed struct {
	*canvas.Recorder
	ground         canvas.Rect
	rects, grounds []canvas.Rect
	fits           []canvas.Fit
}

func (f *framed) Path(e canvas.Elem, p canvas.Path) {
	if p.Fill != nil {
		f.ground = p.Shape.Rect
	}
	f.Recorder.Path(e, p)
}

func (f *framed) Picture(e canvas.Elem, p *picture.Picture, r canvas.Rect, fit canvas.Fit) {
	if p.Format == picture.SVG && e > 0 {
		f.rects, f.grounds, f.fits = append(f.rects, r), append(f.grounds, f.ground), append(f.fits, fit)
	}
	f.Recorder.Picture(e, p, r, fit)
}

// TestDiagramsAreWhole holds that a gallery shows all of a diagram, in the middle
// of its frame, however wide or high it is.
func TestDiagramsAreWhole(t *testing.T) {
	for _, size := range [][2]int{{1200, 100}, {300, 200}, {100, 1200}} {
		wide := &doc.Picture{Name: "plan.svg", Vector: true, Width: size[0], Height: size[1], Alt: "plan",
			Data: fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d"><rect width="10" height="10"/></svg>`, size[0], size[1])}
		d := section(t, &doc.Gallery{Columns: 3, Aspect: 1.5, Figures: []*doc.Figure{{Role: doc.RoleGallery, Picture: wide}}})
		l, err := New(t.Context(), d, nil)
		if err != nil {
			t.Fatal(err)
		}
		f := &framed{Recorder: canvas.NewRecorder(&bytes.Buffer{})}
		if err := l.Render(f); err != nil {
			t.Fatal(err)
		}
		if len(f.rects) == 0 {
			t.Fatalf("%v: no picture", size)
		}
		last := len(f.rects) - 1 // after the logos of the masthead
		r, g := f.rects[last], f.grounds[last]
		if got, want := r.W/r.H, float64(size[0])/float64(size[1]); abs(got-want) > 0.01*want || f.fits[last].Crop != ([4]float64{}) {
			t.Errorf("%v: shown at %.2f, want %.2f, fit %v", size, got, want, f.fits[last])
		}
		if r.X < g.X-slack || r.Y < g.Y-slack || r.X+r.W > g.X+g.W+slack || r.Y+r.H > g.Y+g.H+slack || abs(g.W/g.H-1.5) > 0.01 {
			t.Errorf("%v: %v in the frame %v", size, r, g)
		}
		if abs((r.X-g.X)-(g.X+g.W-r.X-r.W)) > slack || abs((r.Y-g.Y)-(g.Y+g.H-r.Y-r.H)) > slack {
			t.Errorf("%v: %v is not in the middle of %v", size, r, g)
		}
	}
}
