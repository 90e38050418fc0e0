package tokens

import (
	"math"
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// colorValue is a colour of a token.
type colorValue struct {
	color brand.Color
	given bool
}

// spaces are the colour spaces of the Color Module 2025.10, 4.2, with the bounds of
// their components; an unbounded one is infinite.
func spaces() map[string][3][2]float64 {
	inf := math.Inf(1)
	any := [2]float64{-inf, inf}
	unit, percent, hue := [2]float64{0, 1}, [2]float64{0, 100}, [2]float64{0, 360}
	rgb := [3][2]float64{unit, unit, unit}
	return map[string][3][2]float64{
		"srgb": rgb, "srgb-linear": rgb, "display-p3": rgb, "a98-rgb": rgb, "prophoto-rgb": rgb, "rec2020": rgb, "xyz-d65": rgb, "xyz-d50": rgb,
		"hsl": {hue, percent, percent}, "hwb": {hue, percent, percent},
		"lab": {percent, any, any}, "lch": {percent, {0, inf}, hue}, "oklab": {unit, any, any}, "oklch": {unit, {0, inf}, hue},
	}
}

func spaceNames() []string {
	return []string{"srgb", "srgb-linear", "hsl", "hwb", "lab", "lch", "oklab", "oklch", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d65", "xyz-d50"}
}

// color reads a colour (Color Module, 4.1), or the hex triplet of older drafts.
func (r *reader) color(n *source.Node, into *colorValue) bool {
	const hint = `write {"colorSpace": "srgb", "components": [0.04, 0.31, 0.35], "hex": "#0A5058"}`
	if n.Kind == source.StringKind && strings.HasPrefix(n.Text.Value, "#") {
		c, err := brand.ParseColor(n.Text.Value)
		if err != nil {
			r.add(n, "bad-color", "%q is no opaque colour", n.Text.Value).Hint = hint
			return false
		}
		d := r.add(n, "old-form", "colours are maps of colorSpace and components since 2025.10")
		d.Severity, d.Hint = diag.Warning, hint
		*into = colorValue{c, true}
		return true
	}
	if n.Kind != source.MapKind {
		r.add(n, "wrong-type", "a colour must be a map of colorSpace and components, not %s", n.Kind).Hint = hint
		return false
	}
	ok := true
	for _, e := range n.Entries {
		switch e.Key {
		case "colorSpace", "components", "hex":
		case "alpha":
			v, fine := number(e.Value)
			switch {
			case !fine || v < 0 || v > 1:
				r.add(e.Value, "bad-value", "alpha is a number from 0 to 1")
				ok = false
			case v < 1: // shadows and the like; no colour of a brand
				d := r.add(e.Value, "translucent", "a translucent colour has no place on paper, and is passed over")
				d.Severity = diag.Note
				return ok
			}
		default:
			r.list.Add(e.KeySpan, "unknown-field", "a colour has no %q", e.Key).Hint = source.Hint(e.Key, []string{"colorSpace", "components", "alpha", "hex"})
			ok = false
		}
	}
	c, fine := r.components(n)
	if hex := n.Get("hex"); hex != nil {
		exact, err := brand.ParseColor(hex.Text.Value)
		if hex.Kind != source.StringKind || len(hex.Text.Value) != len("#rrggbb") || err != nil {
			r.add(hex, "bad-value", "hex is a # and six digits")
			return false
		}
		c = exact
	}
	*into = colorValue{c, ok && fine}
	return ok && fine
}

// components reads and converts the components of a colour.
func (r *reader) components(n *source.Node) (brand.Color, bool) {
	space, list := n.Get("colorSpace"), n.Get("components")
	if space == nil || list == nil {
		r.add(n, "missing-field", "a colour needs colorSpace and components")
		return brand.Color{}, false
	}
	bounds, known := spaces()[space.Text.Value]
	if space.Kind != source.StringKind || !known {
		r.add(space, "bad-value", "there is no colour space %q", space.Text.Value).Hint = source.Hint(space.Text.Value, spaceNames())
		return brand.Color{}, false
	}
	if list.Kind != source.ListKind || len(list.Items) != 3 {
		r.add(list, "wrong-type", "components are a list of three numbers")
		return brand.Color{}, false
	}
	var v [3]float64
	for i, item := range list.Items {
		if item.Kind == source.StringKind && item.Text.Value == "none" {
			continue // counts as 0 (CSS Color 4, 4.4)
		}
		x, ok := number(item)
		if !ok {
			r.add(item, "wrong-type", `a component is a number or "none"`)
			return brand.Color{}, false
		}
		if b := bounds[i]; x < b[0] || x > b[1] {
			d := r.add(item, "bad-value", "this component of %s must be from %g to %g", space.Text.Value, b[0], b[1])
			if space.Text.Value == "srgb" && x > 1 && x <= 255 {
				d.Hint = "components of srgb are counted from 0 to 1, not to 255"
			}
			return brand.Color{}, false
		}
		v[i] = x
	}
	c, inside := convert(space.Text.Value, v)
	if !inside && n.Get("hex") == nil {
		d := r.add(n, "out-of-gamut", "sRGB does not have this colour; %s is the nearest of its lightness and hue", c)
		d.Severity = diag.Note
	}
	return c, true
}

// convert gives the sRGB colour of components, by CSS Color 4, 10 to 18. inside is
// false if sRGB does not have it.
func convert(space string, v [3]float64) (c brand.Color, inside bool) {
	switch space {
	case "srgb":
		return brand.FromLinear(each(v, gamma))
	case "srgb-linear":
		return brand.FromLinear(v)
	case "hsl":
		return brand.FromLinear(each(hsl(v[0], v[1]/100, v[2]/100), gamma))
	case "hwb":
		white, black := v[1]/100, v[2]/100
		if sum := white + black; sum >= 1 {
			grey := white / sum
			return brand.FromLinear(each([3]float64{grey, grey, grey}, gamma))
		}
		rgb := hsl(v[0], 1, 0.5)
		return brand.FromLinear(each(each(rgb, func(x float64) float64 { return x*(1-white-black) + white }), gamma))
	case "oklab":
		return brand.FromOKLab(v[0], v[1], v[2])
	case "oklch":
		return brand.FromOKLab(v[0], v[1]*math.Cos(v[2]*math.Pi/180), v[1]*math.Sin(v[2]*math.Pi/180))
	case "lab":
		return brand.FromLinear(fromXYZ(adapt(lab(v[0], v[1], v[2]))))
	case "lch":
		return brand.FromLinear(fromXYZ(adapt(lab(v[0], v[1]*math.Cos(v[2]*math.Pi/180), v[1]*math.Sin(v[2]*math.Pi/180)))))
	case "display-p3":
		return brand.FromLinear(fromXYZ(times([3][3]float64{
			{0.4865709486482162, 0.26566769316909306, 0.1982172852343625},
			{0.2289745640697488, 0.6917385218365064, 0.079286914093745},
			{0, 0.04511338185890264, 1.043944368900976},
		}, each(v, gamma))))
	case "a98-rgb":
		return brand.FromLinear(fromXYZ(times([3][3]float64{
			{0.5766690429101305, 0.1855582379065463, 0.1882286462349947},
			{0.29734497525053605, 0.6273635662554661, 0.07529145849399788},
			{0.02703136138641234, 0.07068885253582723, 0.9913375368376388},
		}, each(v, func(x float64) float64 { return math.Pow(x, 563.0/256) }))))
	case "prophoto-rgb":
		return brand.FromLinear(fromXYZ(adapt(times([3][3]float64{
			{0.7977604896723027, 0.13518583717574031, 0.0313493495815248},
			{0.2880711282292934, 0.7118432178101014, 0.00008565396060525902},
			{0, 0, 0.8251046025104601},
		}, each(v, prophoto)))))
	case "rec2020":
		return brand.FromLinear(fromXYZ(times([3][3]float64{
			{0.6369580483012914, 0.14461690358620832, 0.1688809751641721},
			{0.2627002120112671, 0.6779980715188708, 0.05930171646986196},
			{0, 0.028072693049087428, 1.060985057710791},
		}, each(v, func(x float64) float64 {
			const a, b = 1.09929682680944, 0.018053968510807
			if x < b*4.5 {
				return x / 4.5
			}
			return math.Pow((x+a-1)/a, 1/0.45)
		}))))
	case "xyz-d65":
		return brand.FromLinear(fromXYZ(v))
	case "xyz-d50":
		return brand.FromLinear(fromXYZ(adapt(v)))
	}
	panic("tokens: no colour space " + space)
}

// gamma undoes the transfer curve of sRGB, which display-p3 shares.
func gamma(x float64) float64 {
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

func prophoto(x float64) float64 {
	if x <= 16.0/512 {
		return x / 16
	}
	return math.Pow(x, 1.8)
}

// hsl converts by CSS Color 4, 7.1.
func hsl(h, s, l float64) [3]float64 {
	a := s * min(l, 1-l)
	f := func(n float64) float64 {
		k := math.Mod(n+h/30, 12)
		return l - a*max(-1, min(k-3, 9-k, 1))
	}
	return [3]float64{f(0), f(8), f(4)}
}

// lab converts to XYZ under D50 (CSS Color 4, 9.3).
func lab(l, a, b float64) [3]float64 {
	const kappa, epsilon = 24389.0 / 27, 216.0 / 24389
	fy := (l + 16) / 116
	fx, fz := a/500+fy, fy-b/200
	unfold := func(f float64) float64 {
		if cube := f * f * f; cube > epsilon {
			return cube
		}
		return (116*f - 16) / kappa
	}
	y := l / kappa
	if l > kappa*epsilon {
		y = fy * fy * fy
	}
	return [3]float64{unfold(fx) * 0.3457 / 0.3585, y, unfold(fz) * (1 - 0.3457 - 0.3585) / 0.3585}
}

// adapt brings XYZ from D50 to D65 by Bradford's method.
func adapt(v [3]float64) [3]float64 {
	return times([3][3]float64{
		{0.955473421488075, -0.02309845494876471, 0.06325924320057072},
		{-0.0283697093338637, 1.0099953980813041, 0.021041441191917323},
		{0.012314014864481998, -0.020507649298898964, 1.330365926242124},
	}, v)
}

// fromXYZ gives linear sRGB of XYZ under D65.
func fromXYZ(v [3]float64) [3]float64 {
	return times([3][3]float64{
		{3.2409699419045226, -1.537383177570094, -0.4986107602930034},
		{-0.9692436362808796, 1.8759675015077202, 0.04155505740717559},
		{0.05563007969699366, -0.20397695888897652, 1.0569715142428786},
	}, v)
}

func times(m [3][3]float64, v [3]float64) [3]float64 {
	var out [3]float64
	for i, row := range m {
		out[i] = row[0]*v[0] + row[1]*v[1] + row[2]*v[2]
	}
	return out
}

func each(v [3]float64, f func(float64) float64) [3]float64 {
	return [3]float64{f(v[0]), f(v[1]), f(v[2])}
}
