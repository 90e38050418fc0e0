package picture

import (
	"image/color"
	"testing"
)

// The files show red, green, blue and white from the top left clockwise, or
// what is left of these, and were written by another program.
func TestRealFiles(t *testing.T) {
	red, green, blue, white := color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 255, 0, 255}, color.NRGBA{0, 0, 255, 255}, color.NRGBA{255, 255, 255, 255}
	for _, c := range []struct {
		name   string
		w, h   int
		alpha  bool
		direct bool // goes into a PDF as it is
		lossy  bool
		want   [4]color.NRGBA
	}{
		{"progressive.jpg", 48, 32, false, true, true, [4]color.NRGBA{red, green, blue, white}},
		{"grey.jpg", 48, 32, false, true, true, [4]color.NRGBA{{54, 54, 54, 255}, {182, 182, 182, 255}, {18, 18, 18, 255}, white}},
		{"interlaced.png", 48, 32, false, false, false, [4]color.NRGBA{red, green, blue, white}},
		{"deep.png", 48, 32, false, true, false, [4]color.NRGBA{red, green, blue, white}},
		{"deepalpha.png", 48, 32, true, false, false, [4]color.NRGBA{red, green, blue, {}}},
		{"palette.png", 48, 32, true, false, false, [4]color.NRGBA{red, green, blue, {}}},
		{"frames.gif", 48, 32, false, false, false, [4]color.NRGBA{red, green, blue, white}},
		{"alpha.webp", 48, 32, true, false, true, [4]color.NRGBA{red, green, blue, {}}},
	} {
		p := mustOpen(t, c.name, readTestdata(t, c.name))
		if p.Width != c.w || p.Height != c.h || p.Alpha != c.alpha || p.Direct() != c.direct || p.Lossy() != c.lossy || p.Warning != "" || p.Profile() != nil {
			t.Errorf("%s: %d×%d, alpha %v, direct %v, lossy %v, %q", c.name, p.Width, p.Height, p.Alpha, p.Direct(), p.Lossy(), p.Warning)
		}
		img := mustPixels(t, p)
		for i, at := range [4][2]int{{8, 6}, {40, 6}, {40, 26}, {8, 26}} {
			got := img.NRGBAAt(at[0], at[1])
			if got.A == 0 {
				got = color.NRGBA{}
			}
			if !near(got, c.want[i], 12) {
				t.Errorf("%s, corner %d: %v, want %v", c.name, i, got, c.want[i])
			}
		}
	}
}
