package picture

import "math"

// Blend is how a group mixes with what lies under it in the same picture, named as in
// CSS; "" is normal (Compositing and Blending 1, 9).
type Blend string

// blends are the separable modes: what comes of the colours of the backdrop and of the
// source, each from 0 to 1. It is never written to.
var blends = map[Blend]func(b, s float64) float64{
	"multiply":    func(b, s float64) float64 { return b * s },
	"screen":      screen,
	"overlay":     func(b, s float64) float64 { return hardLight(s, b) },
	"darken":      math.Min,
	"lighten":     math.Max,
	"color-dodge": dodge,
	"color-burn":  func(b, s float64) float64 { return 1 - dodge(1-b, 1-s) },
	"hard-light":  hardLight,
	"soft-light":  softLight,
	"difference":  func(b, s float64) float64 { return math.Abs(b - s) },
	"exclusion":   func(b, s float64) float64 { return b + s - 2*b*s },
}

func screen(b, s float64) float64 { return b + s - b*s }

func dodge(b, s float64) float64 {
	switch {
	case b == 0:
		return 0
	case b >= 1-s:
		return 1
	}
	return b / (1 - s)
}

func hardLight(b, s float64) float64 {
	if s <= 0.5 {
		return b * 2 * s
	}
	return screen(b, 2*s-1)
}

func softLight(b, s float64) float64 {
	if s <= 0.5 {
		return b - (1-2*s)*b*(1-b)
	}
	d := math.Sqrt(b)
	if b <= 0.25 {
		d = ((16*b-12)*b + 4) * b
	}
	return b + (2*s-1)*(d-b)
}

// blend lays a premultiplied colour over a pixel and mixes the two.
func (c *canvas) blend(at int, colour []uint8, k uint8, mix func(b, s float64) float64) {
	d := c.pix[at : at+4 : at+4]
	if colour[3] == 0 || d[3] == 0 {
		c.lay(at, colour, k)
		return
	}
	source, backdrop := float64(colour[3])/255*float64(k)/255, float64(d[3])/255
	for i := range 3 {
		s, b := float64(colour[i])/float64(colour[3]), float64(d[i])/float64(d[3])
		v := s*source*(1-backdrop) + b*backdrop*(1-source) + source*backdrop*mix(b, s)
		d[i] = channel(math.Round(v * 255))
	}
	d[3] = channel(math.Round((source + backdrop - source*backdrop) * 255))
}
