package brand

import (
	"fmt"
	"math"
)

// Color is an opaque sRGB colour.
type Color struct{ R, G, B uint8 }

// String returns the colour as CSS writes it: "#0A5058".
func (c Color) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// Luminance returns the relative luminance by WCAG 2.2: 0 for black, 1 for white.
func (c Color) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear undoes the transfer curve of sRGB (IEC 61966-2-1) for one channel.
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// Contrast returns the contrast ratio of two colours by WCAG 2.2, from 1 to 21.
func Contrast(a, b Color) float64 {
	la, lb := a.Luminance(), b.Luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Mix returns a in the share given, from 0 to 1, and b for the rest, mixed in
// sRGB as CSS color-mix(in srgb) does.
func Mix(a, b Color, share float64) Color {
	share = min(max(share, 0), 1)
	channel := func(x, y uint8) uint8 {
		return uint8(math.Round(float64(x)*share + float64(y)*(1-share)))
	}
	return Color{channel(a.R, b.R), channel(a.G, b.G), channel(a.B, b.B)}
}

// What colours that a brand leaves out are mixed from: the share of the strong
// colour on paper.
const (
	tintShare     = 0.06
	softShare     = 0.73
	hairlineShare = 0.26
)

// minContrast is what WCAG 2.2, success criterion 1.4.3, asks of text.
const minContrast = 4.5

func (c Colors) tintFromPrimary() Color { return Mix(c.Primary, c.Paper, tintShare) }

func (c Colors) hairlineFromInk() Color { return Mix(c.Ink, c.Paper, hairlineShare) }

// softFromInk returns the faintest mix of ink that is not below softShare and
// can be read on paper and tint.
func (c Colors) softFromInk() Color {
	for share := softShare; share < 1; share += 0.03 {
		soft := Mix(c.Ink, c.Paper, share)
		if c.readable(soft) {
			return soft
		}
	}
	return c.Ink
}

// readable reports whether text in the colour can be read on paper and on tint.
func (c Colors) readable(text Color) bool {
	return Contrast(text, c.Paper) >= minContrast && Contrast(text, c.Tint) >= minContrast
}
