package picture

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"
)

// wrapped brings a parameter into a gradient that repeats itself.
func wrapped(t float64, mirrored bool) float64 {
	period := math.Floor(t)
	if t -= period; mirrored && math.Mod(period, 2) != 0 {
		return 1 - t
	}
	return t
}

// A gradient that was extended looks the same as one that is wrapped at each
// point.
func TestExtend(t *testing.T) {
	stops := []Stop{{0.1, 255, 0, 0, 1}, {0.6, 0, 255, 0, 0.5}, {0.6, 10, 20, 30, 1}, {1, 0, 0, 255, 1}}
	for _, g := range []Gradient{
		{From: Point{20, 30}, To: Point{45, 41}},
		{From: Point{90, 10}, To: Point{70, 10}},
		{From: Point{500, 0}, To: Point{520, 5}}, // far beside the area
		{Radial: true, From: Point{50, 50}, To: Point{50, 50}, ToR: 11},
		{Radial: true, From: Point{46, 50}, To: Point{50, 52}, FromR: 3, ToR: 14},
	} {
		for _, mirrored := range []bool{false, true} {
			g.Stops, g.Matrix = stops, Matrix{1, 0.2, -0.1, 1, 3, 4}
			e := g
			if !e.extend(identity(), rect{0, 0, 100, 100}, mirrored) {
				t.Errorf("%+v cannot be extended", g)
				continue
			}
			back, _ := g.Matrix.inverse()
			seen, bad := 0, 0
			for y := 0.5; y < 100; y += 3 {
				for x := 0.5; x < 100; x += 3 {
					p := back.Apply(Point{x, y})
					at, ok := g.parameter(p)
					if !ok || math.Abs(wrapped(at, mirrored)-0.6) < 0.01 || math.Abs(at-math.Round(at)) < 0.01 {
						continue // at a jump
					}
					if g.Radial && g.FromR+at*(g.ToR-g.FromR) < 0.05 {
						continue
					}
					seen++
					want := g.at(wrapped(at, mirrored))
					now, ok := e.parameter(p)
					got := e.at(now)
					for k := range got {
						if !ok || math.Abs(got[k]-want[k]) > 0.01 {
							bad++
							break
						}
					}
				}
			}
			if bad > 0 || seen < 500 {
				t.Errorf("%+v, mirrored %v: %d of %d points differ", g, mirrored, bad, seen)
			}
		}
	}
}

// What repeats too often to be seen becomes its average; nothing takes long.
func TestExtendBounds(t *testing.T) {
	for _, c := range []struct {
		name, attributes string
		stops            int
		plain            bool
	}{
		{"few", `x2="10"`, 2, false},
		{"many", `x2=".5"`, 2, false},
		{"too many", `x2=".01"`, 2, true},
		{"tiny", `x2="1e-9"`, 2, true},
		{"stops", `x2="10"`, 900, true},
		{"far away", `x1="1e9" x2="999999999"`, 2, true},
	} {
		stops := strings.Repeat(`<stop offset=".5" stop-color="red"/><stop offset=".6" stop-color="blue"/>`, c.stops/2)
		v := mustVector(t, fmt.Sprintf(`<linearGradient id="g" gradientUnits="userSpaceOnUse" spreadMethod="repeat" %s>%s</linearGradient><rect width="100" height="100" fill="url(#g)"/>`, c.attributes, stops))
		if got := v.Shapes[0].Fill.Gradient == nil; got != c.plain {
			t.Errorf("%s: plain is %v", c.name, got)
		} else if !got && len(v.Shapes[0].Fill.Gradient.Stops) > maxStops {
			t.Errorf("%s: %d stops", c.name, len(v.Shapes[0].Fill.Gradient.Stops))
		}
	}
}

// The sheet is drawn with every kind of gradient; the colours were read off the
// drawing of another program.
func TestGradientSheet(t *testing.T) {
	img := mustPixels(t, mustOpen(t, "gradients.svg", readTestdata(t, "gradients.svg")))
	for _, c := range []struct {
		what string
		x, y int
		want color.NRGBA
	}{
		{"two", 30, 50, color.NRGBA{74, 90, 108, 255}},
		{"two", 80, 50, color.NRGBA{226, 162, 17, 255}},
		{"down", 150, 80, color.NRGBA{226, 162, 17, 255}},
		{"hard stop left", 245, 50, color.NRGBA{221, 0, 0, 255}},
		{"hard stop right", 255, 50, color.NRGBA{197, 197, 247, 255}},
		{"hard stop blue", 285, 50, color.NRGBA{0, 0, 221, 255}},
		{"user space", 350, 50, color.NRGBA{0, 168, 118, 255}},
		{"user space, start", 330, 30, color.NRGBA{124, 211, 185, 255}},
		{"transformed", 470, 30, color.NRGBA{182, 142, 43, 255}},
		{"stroke", 572, 20, color.NRGBA{202, 151, 32, 255}},
		{"reflected", 40, 150, color.NRGBA{14, 63, 143, 255}},
		{"reflected again", 70, 180, color.NRGBA{54, 81, 119, 255}},
		{"repeated", 125, 150, color.NRGBA{125, 115, 77, 255}},
		{"repeated again", 172, 150, color.NRGBA{110, 108, 86, 255}},
		{"round", 250, 150, color.NRGBA{15, 63, 142, 255}},
		{"round, edge", 215, 115, color.NRGBA{255, 176, 0, 255}},
		{"oval", 350, 150, color.NRGBA{254, 249, 251, 255}},
		{"oval, along", 375, 165, color.NRGBA{233, 31, 100, 255}},
		{"focus", 430, 134, color.NRGBA{14, 62, 143, 255}},
		{"focus, far", 480, 180, color.NRGBA{255, 176, 0, 255}},
		{"ring, inside", 550, 150, color.NRGBA{11, 61, 145, 255}},
		{"ring", 550, 120, color.NRGBA{176, 139, 47, 255}},
		{"fading", 30, 220, color.NRGBA{192, 56, 43, 190}},
		{"fading, over grey", 50, 255, color.NRGBA{207, 140, 133, 255}},
		{"fading, end", 85, 220, color.NRGBA{200, 55, 36, 14}},
		{"glow", 150, 250, color.NRGBA{254, 210, 79, 255}},
		{"glow, side", 175, 250, color.NRGBA{236, 170, 120, 255}},
		{"ripples", 250, 230, color.NRGBA{102, 104, 91, 255}},
		{"waves", 330, 262, color.NRGBA{40, 75, 127, 255}},
		{"clipped", 450, 240, color.NRGBA{94, 100, 96, 255}},
		{"skewed", 80, 345, color.NRGBA{126, 115, 77, 255}},
		{"group opacity", 240, 320, color.NRGBA{135, 120, 72, 128}},
		{"bottom, left", 100, 450, color.NRGBA{221, 0, 0, 178}},
		{"bottom, right", 360, 450, color.NRGBA{166, 166, 244, 178}},
	} {
		if got := img.NRGBAAt(c.x, c.y); !near(got, c.want, 6) {
			t.Errorf("%s at %d, %d: %v, want %v", c.what, c.x, c.y, got, c.want)
		}
	}
}
