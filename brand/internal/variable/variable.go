// Package variable makes static fonts out of variable ones: it takes the
// instance of a font at a place on its axes (ISO/IEC 14496-22, 7) and writes
// that as a font without axes.
//
// Start with [Axes], which says what a font can be varied in, then [Instance].
//
// What follows the instance: outlines and advance widths (gvar; CFF2 and HVAR),
// the heights and lines that MVAR varies, hints (cvar, or those of CFF2),
// kerning and anchors in GPOS, and glyphs that are exchanged along an axis
// (feature variations of GSUB). Vertical metrics and the carets inside of
// ligatures stay those of the default master.
//
// TrueType outlines stay such. Those of PostScript become the table CFF that
// static fonts have, for hardly any program reads a CFF2 of its own: so a font
// with CFF2 is one to take an instance of even if it has no axes.
//
// Fonts are hostile: the work on one is bounded. The same font at the same
// place gives the same bytes. Errors are worded so that the name of the file
// can stand before them.
package variable

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

// Axis is something that a font varies in.
type Axis struct {
	Tag               string // "wght", "opsz", "slnt", "ital"…
	Min, Default, Max float64
}

// Clamp gives the value nearest to v that the axis has.
func (a Axis) Clamp(v float64) float64 { return min(max(v, a.Min), a.Max) }

var (
	errDamaged = errors.New("has damaged tables of variation")
	errWork    = errors.New("asks for too much work to be taken an instance of")
	errNoGvar  = errors.New("is a variable font without varied outlines (gvar)")
	errAvar    = errors.New("has axes that depend on each other (avar, version 2)")
)

// maxAxes is how many axes a font may have.
const maxAxes = 64

// Axes reads the axes of a font; none if it is static.
func Axes(f *sfnt.Font) ([]Axis, error) {
	t := table(f.Tables["fvar"])
	if len(t) == 0 {
		return nil, nil
	}
	const arrayOffset, axisCount, axisSize, leastSize = 4, 8, 10, 20
	at, count, size := t.u16(arrayOffset), t.u16(axisCount), t.u16(axisSize)
	if count == 0 || count > maxAxes || size < leastSize || at+count*size > len(t) {
		return nil, errDamaged
	}
	axes := make([]Axis, count)
	for i := range axes {
		r := t[at+i*size:]
		axes[i] = Axis{string(r[:4]), r.fixed(4), r.fixed(8), r.fixed(12)}
		if a := axes[i]; a.Min > a.Default || a.Default > a.Max {
			return nil, errDamaged
		}
	}
	return axes, nil
}

// Static reports whether a font can be used as it is, rather than through an
// instance.
func Static(f *sfnt.Font) bool { return f.Tables["fvar"] == nil && !isPostScript(f) }

// Check reports whether a font that is not static is of a kind that instances
// can be taken of. Damage is found by [Instance].
func Check(f *sfnt.Font) error {
	switch avar := table(f.Tables["avar"]); {
	case !isPostScript(f) && (f.Tables["gvar"] == nil || f.Tables["glyf"] == nil):
		return errNoGvar
	case len(avar) > 0 && avar.u16(0) != 1:
		return errAvar
	}
	return nil
}

// Instance gives the static font at a place, by axis; axes that are not given
// stay at their default. Names, and the marks of weight and slant, are those of
// style.
func Instance(f *sfnt.Font, place map[string]float64, style Style) (*sfnt.Font, error) {
	if err := Check(f); err != nil {
		return nil, err
	}
	axes, err := Axes(f)
	if err != nil {
		return nil, err
	}
	in := &instancer{from: f, style: style, work: maxWork, to: &sfnt.Font{Flavor: f.Flavor, Tables: maps.Clone(f.Tables)}}
	if in.place, err = normalize(f, axes, place); err != nil {
		return nil, err
	}
	draw := in.outlines
	if isPostScript(f) {
		draw = in.postScript
	}
	for _, step := range [...]func() error{draw, in.hints, in.metrics, in.layout} {
		if err := step(); err != nil {
			return nil, err
		}
		if in.work < 0 {
			return nil, errWork
		}
	}
	if slope, ok := place["slnt"]; ok {
		in.slope(axes, slope)
	}
	style.apply(in.to)
	for _, tag := range [...]string{"fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT", "DSIG", "hdmx", "LTSH", "VDMX"} {
		delete(in.to.Tables, tag)
	}
	return in.to, nil
}

// slope says in post how far the instance leans, in degrees counter-clockwise.
func (in *instancer) slope(axes []Axis, v float64) {
	const italicAngle = 4
	for _, a := range axes {
		if a.Tag == "slnt" && len(in.to.Tables["post"]) >= italicAngle+4 {
			binary.BigEndian.PutUint32(in.own("post")[italicAngle:], uint32(int32(a.Clamp(v)*(1<<16))))
		}
	}
}

// maxWork bounds the work on one instance, in points moved by a tuple of
// deltas. A font of 65,535 ideographs of 60 points and eight masters needs 30
// million.
const maxWork = 1 << 26

// instancer takes one instance.
type instancer struct {
	from, to *sfnt.Font
	style    Style
	place    []float64 // by axis, from -1 to 1
	work     int       // that is left
}

// spend notes work; false if there was too much of it.
func (in *instancer) spend(n int) bool {
	in.work -= n
	return in.work >= 0
}

// pay notes work; the error says that there was too much of it.
func (in *instancer) pay(n int) error {
	if !in.spend(n) {
		return errWork
	}
	return nil
}

// normalize gives the place from -1 to 1 on each axis (7.1), with avar, as
// multiples of 1/16384.
func normalize(f *sfnt.Font, axes []Axis, place map[string]float64) ([]float64, error) {
	out := make([]float64, len(axes))
	for i, a := range axes {
		v, ok := place[a.Tag]
		if !ok {
			continue
		}
		v = a.Clamp(v)
		switch {
		case v < a.Default:
			out[i] = (v - a.Default) / (a.Default - a.Min)
		case v > a.Default:
			out[i] = (v - a.Default) / (a.Max - a.Default)
		}
	}
	if avar := table(f.Tables["avar"]); len(avar) > 0 && !avar.remap(out) {
		return nil, errDamaged
	}
	const one = 1 << 14
	for i, v := range out {
		out[i] = math.Floor(v*one+0.5) / one
	}
	return out, nil
}

// remap bends the axes as avar says (7.3.1).
func (t table) remap(place []float64) bool {
	const axisCount, header = 6, 8
	at := header
	for i := range min(t.u16(axisCount), len(place)) {
		pairs := t.u16(at)
		at += 2
		if at+4*pairs > len(t) {
			return false
		}
		from := func(n int) float64 { return t.f2dot14(at + 4*n) }
		to := func(n int) float64 { return t.f2dot14(at + 4*n + 2) }
		for n := 1; n < pairs; n++ {
			if v := place[i]; v >= from(n-1) && v <= from(n) {
				if from(n) > from(n-1) {
					v = to(n-1) + (to(n)-to(n-1))*(v-from(n-1))/(from(n)-from(n-1))
				} else {
					v = to(n)
				}
				place[i] = min(max(v, -1), 1)
				break
			}
		}
		at += 4 * pairs
	}
	return true
}

// round rounds half up, as the makers of fonts do.
func round(v float64) int { return int(math.Floor(v + 0.5)) }

// table reads big-endian numbers; past the end they are 0.
type table []byte

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[at:]))
}

func (t table) fixed(at int) float64   { return float64(int32(t.u32(at))) / (1 << 16) }
func (t table) f2dot14(at int) float64 { return float64(t.i16(at)) / (1 << 14) }

// from gives the table from an offset on; empty if that is past its end.
func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}
