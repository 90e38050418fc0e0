package chart

import (
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/golden"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

var colors = Colors{
	Value: doc.Color{R: 0x0A, G: 0x50, B: 0x58}, Other: doc.Color{R: 0x82, G: 0x93, B: 0x92},
	Ground: doc.Color{R: 0xEF, G: 0xF4, B: 0xF3}, Rest: doc.Color{R: 0xC1, G: 0xD3, B: 0xD4}, Hairline: doc.Color{R: 0xBF, G: 0xC9, B: 0xC6},
}

func values(v ...float64) []Point {
	out := make([]Point, len(v))
	for i := range v {
		out[i] = Point{float64(i), v[i]}
	}
	return out
}

// long is a wave of n values.
func long(n int) []Point {
	out := make([]Point, n)
	for i := range out {
		out[i] = Point{float64(i), math.Sin(float64(i)/9) * float64(i)}
	}
	return out
}

// drawings are the charts that have a golden each.
func drawings() map[string][]byte {
	return map[string][]byte{
		"ring-76":        Ring(76, colors),
		"ring-0":         Ring(0, colors),
		"ring-100":       Ring(100, colors),
		"ring-99.9":      Ring(99.9, colors),
		"bars-up":        Bars(5900, 6500, colors, false),
		"bars-down-rtl":  Bars(6500, 5900, colors, true),
		"bars-negative":  Bars(-40, 60, colors, false),
		"bars-below":     Bars(-40, -60, colors, false),
		"bars-zero":      Bars(0, 3, colors, false),
		"line-up":        Line(values(1200, 1900, 1700, 2600, 3100, 3400), colors, false),
		"line-rtl":       Line(values(1200, 1900, 1700, 2600, 3100, 3400), colors, true),
		"line-negative":  Line(values(-3, 2, 5, -1), colors, false),
		"line-flat":      Line(values(7, 7, 7), colors, false),
		"line-uneven":    Line([]Point{{2000, 1}, {2019, 2}, {2020, 8}, {2024, 9}}, colors, false),
		"line-backwards": Line([]Point{{2024, 1}, {2019, 2}, {2020, 8}}, colors, false),
		"line-long":      Line(long(1000), colors, false),
	}
}

func TestDrawings(t *testing.T) {
	for name, svg := range drawings() {
		golden.Check(t, filepath.Join("testdata", name+".svg"), string(svg))
		p, err := picture.Open(name+".svg", svg)
		if err != nil {
			t.Fatal(name, err)
		}
		v, err := p.Vector()
		if err != nil || len(v.Shapes) == 0 {
			t.Fatal(name, err)
		}
		for _, s := range v.Shapes {
			for _, seg := range s.Path {
				for _, at := range seg.P {
					if at.X < -1 || at.Y < -1 || at.X > v.Width+1 || at.Y > v.Height+1 {
						t.Errorf("%s: %v lies outside of %v × %v", name, at, v.Width, v.Height)
					}
				}
			}
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for name, got := range map[string][]byte{
		"ring of no number": Ring(nan, colors), "bars of no number": Bars(1, inf, colors, false),
		"no points": Line(nil, colors, false), "one point": Line(values(1), colors, false),
		"a point of no number": Line(values(1, nan), colors, false),
	} {
		if got != nil {
			t.Errorf("%s: %s", name, got)
		}
	}
}

var rects = regexp.MustCompile(`<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" fill="#(\w+)"`)

// Bars are as long as their values, from one line.
func TestBarsAreInProportion(t *testing.T) {
	for _, c := range []struct{ before, value float64 }{{1, 2}, {100, 100}, {-3, 6}, {-10, -5}, {1e300, 5e299}, {-1e308, 1e308}} {
		for _, rtl := range []bool{false, true} {
			m := rects.FindAllStringSubmatch(string(Bars(c.before, c.value, colors, rtl)), -1)
			if len(m) < 2 || m[0][5] != colors.Value.Hex() || m[1][5] != colors.Other.Hex() {
				t.Fatal(c, m)
			}
			number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
			got, want := number(m[0][3])/number(m[1][3]), math.Abs(c.value/c.before)
			if math.Abs(got-want) > 0.01*want {
				t.Errorf("%v: lengths are as %.3f, want %.3f", c, got, want)
			}
		}
	}
}

func TestThinned(t *testing.T) {
	for _, n := range []int{2, 60, 61, 62, 119, 120, 1000} {
		in := long(n)
		in[n/2].Value = 1e6
		out := thinned(in, mostPoints)
		if len(out) > mostPoints || out[0] != in[0] || out[len(out)-1] != in[n-1] {
			t.Errorf("%d: %d points", n, len(out))
		}
		peak := false
		for i, p := range out {
			peak = peak || p.Value == 1e6
			if i > 0 && p.At <= out[i-1].At {
				t.Errorf("%d: point %d does not run forward", n, i)
			}
		}
		if !peak {
			t.Errorf("%d: the highest value is lost", n)
		}
	}
}

func FuzzChart(f *testing.F) {
	f.Add(1.0, 2.0, 3.0, 4.0)
	f.Add(-1e308, 1e308, 0.0, 5e-324)
	f.Add(math.Inf(1), math.NaN(), 0.0, 1e-300)
	f.Fuzz(func(t *testing.T, a, b, c, d float64) {
		for i, svg := range [][]byte{
			Ring(a, colors), Bars(a, b, colors, false), Bars(c, d, colors, true),
			Line([]Point{{a, b}, {c, d}, {d, a}}, colors, false), Line(values(a, b, c, d), colors, true),
		} {
			if svg == nil {
				continue
			}
			if strings.Contains(string(svg), "NaN") || strings.Contains(string(svg), "Inf") {
				t.Fatalf("%d: %s", i, svg)
			}
			p, err := picture.Open("chart.svg", svg)
			if err == nil {
				_, err = p.Vector()
			}
			if err != nil {
				t.Fatal(fmt.Errorf("%d: %w\n%s", i, err, svg))
			}
		}
	})
}

func BenchmarkLine(b *testing.B) {
	points := long(1000)
	for b.Loop() {
		Line(points, colors, false)
	}
}
