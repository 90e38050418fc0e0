package pdfwriter

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// shaded draws squares with shadings and gives the file as text.
func shaded(t *testing.T, draw func(*Content)) string {
	t.Helper()
	d := New(Options{Title: "Shadings", Lang: "en", Uncompressed: true})
	d.AddPage(200, 100).Background().Draw(d.AddForm(100, 50, draw), Rect{W: 200, H: 100})
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var redToBlue = []Stop{{0, Color{R: 255}, 1}, {1, Color{B: 255}, 1}}

func TestShading(t *testing.T) {
	box := Rect{X: 10, Y: 10, W: 20, H: 20}
	fill := func(s Shading) func(*Content) {
		return func(c *Content) {
			c.Save()
			if !c.SetFillShading(s, box) {
				t.Errorf("%+v is refused", s)
			}
			c.Rect(box.X, box.Y, box.W, box.H)
			c.Fill()
			c.Restore()
		}
	}
	axial := Shading{X0: 10, X1: 30, Matrix: Scale(1, 1), Stops: redToBlue}
	for _, test := range []struct {
		name string
		draw func(*Content)
		want []string
		not  []string
	}{
		{"axial", fill(axial), []string{
			"/PatternType 2", "/Matrix [20 0 0 -20 10 50]", "/ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] /Extend [true true]",
			"<</FunctionType 2 /Domain [0 1] /N 1 /C0 [1 0 0] /C1 [0 0 1]>>", "/Pattern cs /P0 scn", "/Pattern << /P0 ",
		}, []string{"FunctionType 3", "SMask", "Transparency"}},
		{"radial", fill(Shading{Radial: true, X0: 15, Y0: 20, X1: 20, Y1: 20, R0: 2, R1: 10, Matrix: Scale(1, 1), Stops: redToBlue}), []string{
			"/ShadingType 3", "/Coords [-0.5 0 0.2 0 0 1]", "/Matrix [10 0 0 -10 20 30]",
		}, nil},
		{"transformed", func(c *Content) {
			c.Save()
			c.Transform(Translate(5, 7))
			fill(axial)(c)
			c.Restore()
			fill(axial)(c)
			fill(axial)(c)
		}, []string{"/Matrix [20 0 0 -20 15 43]", "/Matrix [20 0 0 -20 10 50]", "/P0 scn", "/P1 scn"}, []string{"/P2"}},
		{"stops", fill(Shading{X1: 1, Matrix: Scale(20, 20), Stops: []Stop{
			{0.25, Color{R: 255}, 1}, {0.5, Color{G: 255}, 1}, {0.5, Color{R: 9}, 1}, {0.5, Color{B: 255}, 1}, {0.75, Color{}, 1},
		}}), []string{"/Bounds [0.25 0.5 0.75 ]", "/Encode [0 1 0 1 0 1 0 1 ]", "/C0 [1 0 0] /C1 [1 0 0]", "/C0 [1 0 0] /C1 [0 1 0]", "/C0 [0 0 1] /C1 [0 0 0]"}, nil},
		{"even opacity", fill(Shading{X1: 1, Matrix: Scale(20, 20), Stops: []Stop{{0, Color{R: 255}, 0.5}, {1, Color{}, 0.5}}}),
			[]string{"/A500 gs", "/S /Transparency"}, []string{"SMask"}},
		{"changing opacity", fill(Shading{X1: 1, Matrix: Scale(20, 20), Stops: []Stop{{0, Color{R: 255}, 1}, {1, Color{R: 255}, 0}}}), []string{
			"/SMask <</S /Luminosity /G ", "/M1 gs", "/ShadingType 2 /ColorSpace /DeviceGray", "/C0 [1] /C1 [0]", "/BBox [10 20 30 40]", "20 0 0 -20 0 50 cm\n/S sh",
		}, nil},
		{"stroke, then plain", func(c *Content) {
			c.SetStrokeShading(axial, box)
			c.SetStroke(Color{})
			c.SetFillShading(axial, box)
			c.SetFill(Color{})
			c.Rect(1, 1, 2, 2)
			c.FillStroke()
		}, []string{"/Pattern CS /P0 SCN\n0 G", "/Pattern cs /P0 scn\n0 g"}, nil},
	} {
		out := shaded(t, test.draw)
		for _, want := range test.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: the file lacks %q", test.name, want)
			}
		}
		for _, not := range test.not {
			if strings.Contains(out, not) {
				t.Errorf("%s: the file has %q", test.name, not)
			}
		}
	}
}

func TestShadingRefused(t *testing.T) {
	for name, s := range map[string]Shading{
		"one stop":  {X1: 1, Matrix: Scale(1, 1), Stops: redToBlue[:1]},
		"no line":   {Matrix: Scale(1, 1), Stops: redToBlue},
		"no circle": {Radial: true, Matrix: Scale(1, 1), Stops: redToBlue},
		"huge":      {X1: 1e9, Matrix: Scale(1, 1), Stops: redToBlue},
		"tiny":      {X1: 1e-7, Matrix: Scale(1, 1), Stops: redToBlue},
		"flat":      {X1: 1, Matrix: Matrix{A: 1}, Stops: redToBlue},
		"NaN":       {X1: math.NaN(), Matrix: Scale(1, 1), Stops: redToBlue},
		"infinite":  {X1: math.Inf(1), Matrix: Scale(1, 1), Stops: redToBlue},
	} {
		out := shaded(t, func(c *Content) {
			if c.SetFillShading(s, Rect{}) || c.SetStrokeShading(s, Rect{}) {
				t.Errorf("%s is accepted", name)
			}
		})
		if strings.Contains(out, "Pattern") {
			t.Errorf("%s leaves a pattern", name)
		}
	}
}

func TestMiterLimit(t *testing.T) {
	out := shaded(t, func(c *Content) {
		c.SetMiterLimit(10)
		c.SetMiterLimit(4)
		c.SetMiterLimit(4)
		c.SetMiterLimit(0)
		c.Rect(1, 1, 2, 2)
		c.Stroke()
	})
	if strings.Count(out, " M\n") != 2 || !strings.Contains(out, "4 M\n1 M\n") {
		t.Error("the limits are not 4 and 1")
	}
}

func TestAddLater(t *testing.T) {
	profile := make([]byte, 128)
	copy(profile[16:], "RGB ")
	for _, test := range []struct {
		name string
		im   Image
		err  error
		want []string
		fail string
	}{
		{"plain", Image{Width: 1, Height: 1, Pixels: []byte{1, 2, 3}}, nil, []string{"/DeviceRGB"}, ""},
		{"see-through", Image{Width: 1, Height: 1, Pixels: []byte{1, 2, 3}, Alpha: []byte{9}}, nil, []string{"/SMask", "/Transparency"}, ""},
		{"profile", Image{Width: 1, Height: 1, Pixels: []byte{7, 7, 7}, Profile: profile}, nil, []string{"[/ICCBased ", "/N 3"}, ""},
		{"part", Image{Width: 1, Height: 1, Pixels: []byte{7, 7, 7}, Part: [4]float64{0.25, 0.5, 0.75, 1}}, nil, []string{"0.5 0 0 0.5 0.25 0 cm\n/I Do"}, ""},
		{"error", Image{}, bytes.ErrTooLarge, nil, bytes.ErrTooLarge.Error()},
		{"nothing", Image{}, nil, nil, "size 0"},
		{"odd profile", Image{Width: 1, Height: 1, Pixels: []byte{7, 7, 7}, Profile: profile[:9]}, nil, nil, "profile"},
	} {
		d := New(Options{Title: "Later", Lang: "en", Uncompressed: true})
		x := d.AddLater(func() (Image, error) { return test.im, test.err })
		d.AddPage(100, 100).Background().Draw(x, Rect{W: 9, H: 9})
		var b bytes.Buffer
		_, err := d.WriteTo(&b)
		if (err != nil) != (test.fail != "") || err != nil && !strings.Contains(err.Error(), test.fail) {
			t.Errorf("%s: %v", test.name, err)
		}
		for _, want := range test.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: the file lacks %q", test.name, want)
			}
		}
	}
}
