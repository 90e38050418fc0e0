package docx

import (
	"math"

	"github.com/presskit-go/presskit/kit/doc"
)

// hsl is a colour by hue in degrees, saturation and lightness from 0 to 1, as the
// transforms of DrawingML have it.
type hsl struct{ h, s, l float64 }

func toHSL(c doc.Color) hsl {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	high, low := max(r, g, b), min(r, g, b)
	out := hsl{l: (high + low) / 2}
	span := high - low
	if span == 0 {
		return out
	}
	out.s = span / (1 - math.Abs(2*out.l-1))
	switch high {
	case r:
		out.h = (g - b) / span
	case g:
		out.h = 2 + (b-r)/span
	default:
		out.h = 4 + (r-g)/span
	}
	out.h *= 60
	return out
}

// tinted writes a colour as one of the theme and what sets it apart from that
// (ISO/IEC 29500-1, 20.1.2.3): with the theme as it is, this is the colour itself,
// and with another one a tint of the same kind.
func (w *writer) tinted(n doc.ColorName, c doc.Color) {
	from, to := toHSL(w.m.theme.Color(n)), toHSL(c)
	w.put(`<a:solidFill><a:schemeClr val="`, schemeColor(n), `">`)
	transform := func(name string, value, unit float64) {
		w.put("<a:", name)
		w.number("val", int64(math.Round(value*unit)))
		w.put("/>")
	}
	const degree, whole = 60_000, 100_000
	if to.s > 0 { // grey has no hue
		transform("hueOff", to.h-from.h, degree)
	}
	if from.s > 0 {
		transform("satMod", to.s/from.s, whole)
	} else {
		transform("satOff", to.s, whole)
	}
	if to.l > from.l {
		share := (1 - to.l) / (1 - from.l)
		transform("lumMod", share, whole)
		transform("lumOff", 1-share, whole)
	} else if from.l > 0 {
		transform("lumMod", to.l/from.l, whole)
	}
	w.put("</a:schemeClr></a:solidFill>")
}
