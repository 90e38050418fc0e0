package brand

import (
	"math"
	"testing"
)

// The values are those that CSS Color 4 and its reference converter give.
func TestOKLCH(t *testing.T) {
	for _, test := range []struct {
		color   Color
		l, c, h float64 // the hue in degrees
	}{
		{Color{0xFF, 0xFF, 0xFF}, 1, 0, -1},
		{Color{}, 0, 0, -1},
		{Color{0xFF, 0, 0}, 0.62796, 0.25768, 29.234},
		{Color{0, 0xFF, 0}, 0.86644, 0.29483, 142.495},
		{Color{0, 0, 0xFF}, 0.45201, 0.31321, 264.052},
		{Color{0x66, 0x33, 0x99}, 0.44027, 0.16030, 303.373},
	} {
		got := test.color.oklch()
		degrees := math.Mod(got.h*180/math.Pi+360, 360)
		if math.Abs(got.l-test.l) > 1e-3 || math.Abs(got.c-test.c) > 1e-3 || test.h >= 0 && math.Abs(degrees-test.h) > 0.1 {
			t.Errorf("%v is %.5f %.5f %.3f", test.color, got.l, got.c, degrees)
		}
	}
}

// TestOKLCHRoundTrip converts a grid of colours there and back.
func TestOKLCHRoundTrip(t *testing.T) {
	for v := range 17 * 17 * 17 {
		c := Color{uint8(v % 17 * 15), uint8(v / 17 % 17 * 15), uint8(v / 289 * 15)}
		if got := c.oklch().rgb(); got != c {
			t.Fatalf("%v came back as %v", c, got)
		}
	}
}

// The nearest colour meets what is asked for, keeps its hue, and the next step
// back towards the colour that was given does not meet it.
func TestNearest(t *testing.T) {
	white, tint := Color{0xFF, 0xFF, 0xFF}, Color{0xF0, 0xF5, 0xF5}
	for _, hex := range []string{"#7FB5C0", "#FFD400", "#FF5A36", "#00E676", "#C0C0C0", "#E85DFF"} {
		c, err := ParseColor(hex)
		if err != nil {
			t.Fatal(err)
		}
		needs := []Need{{white, 4.5}, {tint, 4.5}}
		near, ok := c.Nearest(needs...)
		if !ok || !near.Meets(needs...) {
			t.Fatalf("%s: %v, %v", hex, near, ok)
		}
		a, b := c.oklch(), near.oklch()
		if turn := math.Abs(math.Remainder(a.h-b.h, 2*math.Pi)); a.c > 0.02 && turn > 0.05 {
			t.Errorf("%s: %v has another hue, by %.3f", hex, near, turn)
		}
		if back := (oklch{l: b.l + 0.01, c: a.c, h: a.h}).rgb(); back.Meets(needs...) {
			t.Errorf("%s: %v goes further than it must, %v would do", hex, near, back)
		}
	}
	ink := Color{0x16, 0x1C, 0x24}
	if got, ok := ink.Nearest(Need{white, 7}); !ok || got != ink {
		t.Errorf("a sound colour became %v, %v", got, ok)
	}
	// Between black and white nothing is far enough from both.
	if got, ok := ink.Nearest(Need{white, 7}, Need{Color{}, 7}); ok {
		t.Errorf("%v cannot be", got)
	}
	// On a dark ground the way leads to lighter colours.
	if got, ok := (Color{0x1B, 0x4F, 0x8A}).Nearest(Need{Color{0x10, 0x18, 0x20}, 4.5}); !ok || got.Luminance() < 0.2 {
		t.Errorf("on a dark ground: %v, %v", got, ok)
	}
}
