package brand

import "math"

// oklch is a colour by lightness from 0 to 1, chroma from 0 and hue in radians,
// in the polar form of Oklab (CSS Color 4, 9.2; Ottosson, “A perceptual color
// space for image processing”, 2020). Equal steps of lightness look equal.
type oklch struct{ l, c, h float64 }

// oklch converts by CSS Color 4, 10.
func (c Color) oklch() oklch {
	return oklchOf([3]float64{linear(c.R), linear(c.G), linear(c.B)})
}

// oklchOf converts from linear light.
func oklchOf(rgb [3]float64) oklch {
	r, g, b := rgb[0], rgb[1], rgb[2]
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	a := 1.9779984951*l - 2.4285922050*m + 0.4505937099*s
	bb := 0.0259040371*l + 0.7827717662*m - 0.8086757660*s
	return oklch{
		l: 0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		c: math.Hypot(a, bb),
		h: math.Atan2(bb, a),
	}
}

// linearRGB converts to linear light, which may lie outside of sRGB.
func (c oklch) linearRGB() [3]float64 {
	a, b := c.c*math.Cos(c.h), c.c*math.Sin(c.h)
	cube := func(v float64) float64 { return v * v * v }
	l := cube(c.l + 0.3963377774*a + 0.2158037573*b)
	m := cube(c.l - 0.1055613458*a - 0.0638541728*b)
	s := cube(c.l - 0.0894841775*a - 1.2914855480*b)
	return [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
}

// inGamut reports whether sRGB has the colour, but for what rounding takes away.
func inGamut(rgb [3]float64) bool {
	const slack = 1e-4
	for _, v := range rgb {
		if !(v >= -slack && v <= 1+slack) { // nor what is no number
			return false
		}
	}
	return true
}

// rgb converts to sRGB. Of a colour that sRGB does not have, lightness and hue
// are kept and chroma is taken away, as CSS Color 4, 13.2, does.
func (c oklch) rgb() Color {
	linear := c.linearRGB()
	if !inGamut(linear) {
		c.l = min(max(c.l, 0), 1)
		const halvings = 16
		low, high := 0.0, c.c
		for range halvings {
			c.c = (low + high) / 2
			if inGamut(c.linearRGB()) {
				low = c.c
			} else {
				high = c.c
			}
		}
		c.c = low
		linear = c.linearRGB()
	}
	return Color{encoded(linear[0]), encoded(linear[1]), encoded(linear[2])}
}

// FromLinear gives the colour of linear sRGB light, each channel from 0 to 1. Of
// what lies outside of sRGB, inside is false, and the nearest colour of the same
// lightness and hue is given.
func FromLinear(rgb [3]float64) (c Color, inside bool) {
	if inGamut(rgb) {
		return Color{encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2])}, true
	}
	return oklchOf(rgb).rgb(), false
}

// FromOKLab gives the colour of Oklab coordinates, as [FromLinear] does.
func FromOKLab(l, a, b float64) (c Color, inside bool) {
	return FromLinear(oklch{l: l, c: math.Hypot(a, b), h: math.Atan2(b, a)}.linearRGB())
}

// encoded applies the transfer curve of sRGB (IEC 61966-2-1) to one channel.
func encoded(v float64) uint8 {
	if !(v > 0) {
		return 0
	}
	v = min(v, 1)
	if v <= 0.0031308 {
		v *= 12.92
	} else {
		v = 1.055*math.Pow(v, 1/2.4) - 0.055
	}
	return uint8(math.Round(v * 255))
}

// Need is a colour that another must stand out from, and by how much.
type Need struct {
	From  Color
	Ratio float64 // of contrast, as [Contrast] gives it
}

// Meets reports whether the colour stands out as is needed.
func (c Color) Meets(needs ...Need) bool {
	for _, n := range needs {
		if Contrast(c, n.From) < n.Ratio {
			return false
		}
	}
	return true
}

// Nearest returns the colour of the same hue whose lightness is nearest and that
// meets all needs; the colour itself if it does. It is false where no lightness
// does. Chroma changes only where sRGB has less of it.
func (c Color) Nearest(needs ...Need) (Color, bool) {
	if c.Meets(needs...) {
		return c, true
	}
	const steps = 1000
	start := c.oklch()
	for i := range steps + 1 {
		for _, l := range [...]float64{start.l - float64(i)/steps, start.l + float64(i)/steps} {
			if l < 0 || l > 1 {
				continue
			}
			if near := (oklch{l: l, c: start.c, h: start.h}).rgb(); near.Meets(needs...) {
				return near, true
			}
		}
	}
	return Color{}, false
}
