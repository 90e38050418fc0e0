package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"
)

// draw rasterizes a body at 100 × 100 and gives a function to look at pixels.
func draw(t testing.TB, body string) func(x, y int) color.NRGBA {
	t.Helper()
	img := mustPixels(t, mustOpen(t, "a.svg", svg(body)))
	return img.NRGBAAt
}

func TestRaster(t *testing.T) {
	red, none := color.NRGBA{255, 0, 0, 255}, color.NRGBA{}
	for _, c := range []struct {
		name, body string
		x, y       int
		want       color.NRGBA
	}{
		{"inside", `<rect x="10" y="10" width="50" height="50" fill="red"/>`, 10, 10, red},
		{"last", `<rect x="10" y="10" width="50" height="50" fill="red"/>`, 59, 59, red},
		{"outside", `<rect x="10" y="10" width="50" height="50" fill="red"/>`, 60, 59, none},
		{"half a pixel", `<rect x="10.5" y="10" width="50" height="50" fill="red"/>`, 10, 20, color.NRGBA{255, 0, 0, 128}},
		{"quarter down", `<rect x="10" y="10.75" width="50" height="50" fill="red"/>`, 20, 10, color.NRGBA{255, 0, 0, 64}},
		{"beyond the edges", `<rect x="-50" y="-50" width="500" height="500" fill="red"/>`, 99, 99, red},
		{"opacity", `<rect width="50" height="50" fill="red" opacity=".5"/>`, 9, 9, color.NRGBA{255, 0, 0, 128}},
		{"over", `<rect width="50" height="50"/><rect width="50" height="50" fill="red" fill-opacity=".5"/>`, 9, 9, color.NRGBA{128, 0, 0, 255}},
		{"non-zero", `<path fill="red" d="M0 0h90v90H0zM20 20h50v50H20z"/>`, 45, 45, red},
		{"even-odd", `<path fill="red" fill-rule="evenodd" d="M0 0h90v90H0zM20 20h50v50H20z"/>`, 45, 45, none},
		{"hole", `<path fill="red" d="M0 0h90v90H0zM20 20v50h50v-50z"/>`, 45, 45, none},
		{"clip in", `<clipPath id="c"><circle cx="50" cy="50" r="20"/></clipPath><rect clip-path="url(#c)" width="100" height="100" fill="red"/>`, 50, 50, red},
		{"clip out", `<clipPath id="c"><circle cx="50" cy="50" r="20"/></clipPath><rect clip-path="url(#c)" width="100" height="100" fill="red"/>`, 20, 50, none},
		{"stroke", `<path d="M10 50h80" stroke="red" stroke-width="4"/>`, 50, 51, red},
		{"beside a stroke", `<path d="M10 50h80" stroke="red" stroke-width="4"/>`, 50, 52, none},
		{"butt", `<path d="M10 50h80" stroke="red" stroke-width="10"/>`, 92, 50, none},
		{"square", `<path d="M10 50h80" stroke="red" stroke-width="10" stroke-linecap="square"/>`, 93, 53, red},
		{"round", `<path d="M10 50h80" stroke="red" stroke-width="10" stroke-linecap="round"/>`, 93, 50, red},
		{"round corner", `<path d="M10 50h80" stroke="red" stroke-width="10" stroke-linecap="round"/>`, 94, 54, none},
		{"miter", `<path d="M10 90V10h80" fill="none" stroke="red" stroke-width="10"/>`, 5, 5, red},
		{"bevel", `<path d="M10 90V10h80" fill="none" stroke="red" stroke-width="10" stroke-linejoin="bevel"/>`, 5, 5, none},
		{"dash", `<path d="M10 50h80" stroke="red" stroke-width="4" stroke-dasharray="10 5"/>`, 15, 50, red},
		{"gap", `<path d="M10 50h80" stroke="red" stroke-width="4" stroke-dasharray="10 5"/>`, 22, 50, none},
		{"dot", `<path d="M50 50z" stroke="red" stroke-width="10" stroke-linecap="round"/>`, 50, 50, red},
		{"closed", `<rect x="10" y="10" width="50" height="50" fill="none" stroke="red" stroke-width="4"/>`, 8, 8, red},
	} {
		if got := draw(t, c.body)(c.x, c.y); !near(got, c.want, 2) && (got.A != 0 || c.want.A != 0) {
			t.Errorf("%s: %v at %d, %d, want %v", c.name, got, c.x, c.y, c.want)
		}
	}
}

// The area that a circle covers shows whether anti-aliasing is fair.
func TestRasterArea(t *testing.T) {
	at := draw(t, `<circle cx="50" cy="50" r="33.3"/>`)
	sum := 0.0
	for y := range 100 {
		for x := range 100 {
			sum += float64(at(x, y).A) / 255
		}
	}
	if want := math.Pi * 33.3 * 33.3; math.Abs(sum-want) > 2 {
		t.Errorf("area %g, want %g", sum, want)
	}
}

func TestRasterize(t *testing.T) {
	p := mustOpen(t, "a.svg", []byte(plainSVG))
	a, err := p.Rasterize(920)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := p.Rasterize(920)
	if !bytes.Equal(a, b) {
		t.Error("two runs differ")
	}
	q := mustOpen(t, "a.png", a)
	if q.Width != 920 || q.Height != 280 || !q.Alpha {
		t.Errorf("%d×%d, alpha %v", q.Width, q.Height, q.Alpha)
	}
	for _, width := range []int{0, -1, 1 << 20, math.MaxInt} {
		if _, err := p.Rasterize(width); !errors.Is(err, ErrTooLarge) {
			t.Errorf("width %d: %v", width, err)
		}
	}
}

func TestTooIntricate(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<path d="M0 0`)
	for i := range 60_000 {
		fmt.Fprintf(&b, "L%d 0L%d 100", i%97, i%89)
	}
	b.WriteString(`"/>`)
	p := mustOpen(t, "a.svg", svg(b.String()))
	if _, err := p.Rasterize(2000); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkRasterize(b *testing.B) {
	p := mustOpen(b, "a.svg", svg(`<path d="M5 5C50 95 80 0 95 95S20 80 5 5z" stroke="red" stroke-width="3"/>`))
	for b.Loop() {
		if _, err := p.Rasterize(800); err != nil {
			b.Fatal(err)
		}
	}
}
