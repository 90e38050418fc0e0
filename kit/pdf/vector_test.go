package pdf

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

func openSVG(t testing.TB, body string) *picture.Picture {
	t.Helper()
	p, err := picture.Open("a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">`+body+`</svg>`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestVector(t *testing.T) {
	const gradient = `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>`
	for _, c := range []struct {
		name, body string
		want, not  []string
	}{
		{"on the grid", `<path d="M1.23456 2L3 4.98765z"/>`, []string{"12.35 480 m\n30 450.12 l\nh\nf"}, []string{"q\n12.35"}},
		{"stroke", `<path d="M0 0h9" stroke="red" stroke-width="2" stroke-dasharray="1 2" stroke-miterlimit="3"/>`, []string{"20 w", "[10 20] 0 d", "3 M"}, nil},
		{"colours are set once", `<path fill="red" d="M0 0h9v9"/><path fill="red" d="M0 0h9v9"/>`, []string{"1 0 0 rg"}, nil},
		{"gradient", gradient + `<rect width="50" height="20" fill="url(#g)" stroke="url(#g)"/>`, []string{"/Pattern cs /P0 scn", "/Pattern CS /P0 SCN", "/Matrix [500 0 0 -200 0 500]"}, nil},
		{"gradient that is too fine", strings.Replace(gradient, "<stop", `<stop offset="0"/><stop`, 1) + `<rect width="50" height="1e-6" fill="url(#g)"/>`, []string{" rg\n"}, []string{"scn"}},
		{"plain after a gradient", gradient + `<rect width="5" height="2" fill="url(#g)"/><rect width="50" height="20" fill="#010203"/>`, []string{"Q\n0.004 0.008 0.012 rg"}, nil},
		{"clip", `<clipPath id="c"><rect width="9" height="9"/></clipPath><rect clip-path="url(#c)" width="50" height="20"/>`, []string{"W n", "Q\n"}, nil},
		{"opacity of a group", `<g opacity=".5"><path d="M0 0h9v9"/><path d="M2 0h9v9"/></g>`, []string{"/Group <</S /Transparency /I true /CS /DeviceRGB", "/A500 gs\nq\n1 0 0 1 0 0 cm\n/X"}, nil},
		{"opacity of one path", `<g opacity=".5"><path d="M0 0h9v9"/></g>`, []string{"/A500 gs\n0 500 m"}, []string{"/DeviceRGB /I"}},
		{"mask", `<mask id="m"><circle r="9" fill="#fff"/></mask><rect width="9" height="9" mask="url(#m)"/>`, []string{"/CS /DeviceGray", "/SMask <</S /Luminosity /G ", "/M0 gs"}, nil},
		{"blend", `<path d="M0 0h9v9"/><path d="M2 0h9v9" style="mix-blend-mode:multiply"/>`, []string{"/BMultiply <</BM /Multiply>>", "/BMultiply gs\nq\n"}, nil},
		{"pattern", `<pattern id="p" patternUnits="userSpaceOnUse" width="5" height="4"><path d="M0 0h2v2z"/></pattern><rect width="9" height="9" fill="url(#p)" stroke="url(#p)"/>`,
			[]string{"/PatternType 1\n/PaintType 1\n/TilingType 1\n/XStep 50\n/YStep 40", "/Pattern cs /P0 scn", "/Pattern CS /P0 SCN"}, nil},
	} {
		out, err := render(t, Format{}, NewCache(), use{openSVG(t, c.body), 100, 50, canvas.Fit{}})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: the file lacks %q", c.name, want)
			}
		}
		for _, not := range c.not {
			if strings.Contains(out, not) {
				t.Errorf("%s: the file has %q", c.name, not)
			}
		}
	}
	_, err := render(t, Format{}, NewCache(), use{openSVG(t, `<path d="M0 0h1e7"/>`), 100, 50, canvas.Fit{}})
	var list diag.List
	if !errors.As(err, &list) {
		t.Errorf("a shape far outside: %v", err)
	}
}

// Whatever can be read as a drawing can be written.
func FuzzDrawing(f *testing.F) {
	sheet, err := os.ReadFile("../internal/picture/testdata/gradients.svg")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sheet)
	if sheet, err = os.ReadFile("../internal/picture/testdata/features.svg"); err != nil {
		f.Fatal(err)
	}
	f.Add(sheet)
	f.Add([]byte(`<svg viewBox="0 0 1e5 1"><radialGradient id="g" fx="0" spreadMethod="repeat"><stop stop-opacity=".1"/><stop offset="1"/></radialGradient><rect width="9" height="1" stroke="url(#g)" fill="url(#g)" transform="scale(1e-4 9)"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := picture.Open("fuzz.svg", data)
		if err != nil || p.Format != picture.SVG {
			return
		}
		c := newCanvas(&doc.Document{Lang: "en", Meta: doc.Meta{Title: "Drawing"}}, Format{Uncompressed: true}, NewCache())
		c.StartPage(600, 600)
		c.Picture(canvas.Ground, p, canvas.Rect{W: 100, H: 100}, canvas.Fit{})
		var b bytes.Buffer
		var known *picture.Error
		var list diag.List
		if err := c.write(&b); err != nil && !errors.As(err, &known) && !errors.As(err, &list) {
			t.Fatal(err)
		}
	})
}
