package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"
)

// svg wraps shapes into a document of 100 × 100.
func svg(body string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">` + body + `</svg>`)
}

func mustVector(t testing.TB, body string) *Vector {
	t.Helper()
	v, err := mustOpen(t, "a.svg", svg(body)).Vector()
	if err != nil {
		t.Fatalf("%s\n%v", body, err)
	}
	return v
}

// pathString writes a path as SVG path data, rounded.
func pathString(path []Segment) string {
	var b strings.Builder
	for i, s := range path {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(byte(s.Op))
		n := map[Op]int{MoveTo: 1, LineTo: 1, CubicTo: 3}[s.Op]
		for k := range n {
			fmt.Fprintf(&b, " %g,%g", math.Round(s.P[k].X*100)/100+0, math.Round(s.P[k].Y*100)/100+0)
		}
	}
	return b.String()
}

func TestPath(t *testing.T) {
	for data, want := range map[string]string{
		"M1 2L3 4":                 "M 1,2 L 3,4",
		"m1 2 3 4 5 6z":            "M 1,2 L 4,6 L 9,12 Z",
		"M1-2.5.5.25L-1e1,+2":      "M 1,-2.5 L 0.5,0.25 L -10,2",
		"M0 0h10v10H0z":            "M 0,0 L 10,0 L 10,10 L 0,10 Z",
		"M0 0zl5 5":                "M 0,0 Z M 0,0 L 5,5",
		"M0 0Q3 3 6 0T12 0":        "M 0,0 C 2,2 4,2 6,0 C 8,-2 10,-2 12,0",
		"M0 0c1 1 2 1 3 0s2-1 3":   "",
		"M0 0C1 1 2 1 3 0S5-1 6 0": "M 0,0 C 1,1 2,1 3,0 C 4,-1 5,-1 6,0",
		"M0 0a5 5 0 0110 0":        "M 0,0 C 0,-2.76 2.24,-5 5,-5 C 7.76,-5 10,-2.76 10,0",
		"M0 0A5 5 0 1 0 10 0":      "M 0,0 C 0,2.76 2.24,5 5,5 C 7.76,5 10,2.76 10,0",
		"M0 0A1 1 0 0 1 10 0":      "M 0,0 C 0,-2.76 2.24,-5 5,-5 C 7.76,-5 10,-2.76 10,0",
		"M0 0A0 5 0 0 1 10 0":      "M 0,0 L 10,0",
		"":                         "",
		"L1 2":                     "",
		"M1":                       "",
		"M1 2 X":                   "",
		"M1 2 L1e99 0":             "",
		"M0 0A5 5 0 2 0 10 0":      "",
	} {
		path, err := parsePath(data)
		if bad := want == "" && data != ""; bad != (err != nil) {
			t.Errorf("%q: error %v", data, err)
		} else if got := pathString(path); err == nil && got != want {
			t.Errorf("%q: %s, want %s", data, got, want)
		}
	}
}

// Every arc must start and end where it should and stay on its ellipse.
func TestArcOnEllipse(t *testing.T) {
	for _, large := range []bool{false, true} {
		for _, sweep := range []bool{false, true} {
			var p pen
			p.move(Point{3, 1})
			p.arc(7, 7, 30, large, sweep, Point{10, 6})
			// The centres of both circles through the two ends.
			mid, half := Point{6.5, 3.5}, math.Hypot(7, 5)/2
			k := math.Sqrt(49-half*half) / (2 * half)
			if large != sweep {
				k = -k
			}
			c := Point{mid.X + k*5, mid.Y - k*7}
			from := p.path[0].P[0]
			for _, s := range p.path[1:] {
				for i := range 11 {
					at := cubicAt(from, s.P, float64(i)/10)
					if r := math.Hypot(at.X-c.X, at.Y-c.Y); math.Abs(r-7) > 0.01 {
						t.Errorf("large %v, sweep %v: %v is %g from the centre", large, sweep, at, r)
					}
				}
				from = s.P[2]
			}
			if from != (Point{10, 6}) {
				t.Errorf("ends at %v", from)
			}
		}
	}
}

func TestColor(t *testing.T) {
	for s, want := range map[string]tone{
		"#0A5058": {0x0a, 0x50, 0x58, 1}, "#abc": {0xaa, 0xbb, 0xcc, 1}, "#11223380": {0x11, 0x22, 0x33, 128. / 255},
		"Navy": {0, 0, 128, 1}, "rgb(1, 2,3)": {1, 2, 3, 1}, "rgb(100%,0%,50%)": {255, 0, 128, 1},
		"rgba(1,2,3,.5)": {1, 2, 3, .5}, "rgb(1 2 3 / 50%)": {1, 2, 3, .5}, "rgb(300,-4,0)": {255, 0, 0, 1},
		"hsl(120,100%,25%)": {0, 128, 0, 1}, "hsl(-120deg 100% 50%)": {0, 0, 255, 1}, "transparent": {},
	} {
		if got, ok := parseColor(s); !ok || got != want {
			t.Errorf("%s: %v %v, want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "#12", "#ggg", "rgb(1,2)", "blau", "hsl(1,2,3)", "rgb(1,2,x)", "url(#a)"} {
		if got, ok := parseColor(s); ok {
			t.Errorf("%q read as %v", s, got)
		}
	}
}

func TestTransform(t *testing.T) {
	for s, want := range map[string]Point{ // of the point 1, 2
		"":                              {1, 2},
		"none":                          {1, 2},
		"translate(3)":                  {4, 2},
		"translate(3,-1) scale(2)":      {5, 3},
		"scale(2) translate(3 -1)":      {8, 2},
		"rotate(90)":                    {-2, 1},
		"rotate(90, 1, 1)":              {0, 1},
		"rotate(90deg)":                 {-2, 1},
		"matrix(1 2 3 4 5 6)":           {12, 16},
		"skewX(45)":                     {3, 2},
		"translate(1px,1px),scale(2 3)": {3, 7},
	} {
		m, ok := parseTransform(s)
		got := m.Apply(Point{1, 2})
		if !ok || math.Hypot(got.X-want.X, got.Y-want.Y) > 1e-9 {
			t.Errorf("%q: %v %v, want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"turn(1)", "scale()", "scale(1", "rotate(1,2)", "matrix(1,2,3)", "scale(1e9) scale(1e9)", "xx"} {
		if _, ok := parseTransform(s); ok {
			t.Errorf("%q is accepted", s)
		}
	}
}

func TestVector(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"rect", `<rect x="1" y="2" width="3" height="4"/>`, "M 1,2 L 4,2 L 4,6 L 1,6 Z"},
		{"percent", `<rect width="50%" height="10%"/>`, "M 0,0 L 50,0 L 50,10 L 0,10 Z"},
		{"line", `<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>`, "M 1,2 L 3,4"},
		{"polygon", `<polygon points="0,0 10,0 5,5"/>`, "M 0,0 L 10,0 L 5,5 Z"},
		{"polyline", `<polyline points="0 0 10 0 5 5"/>`, "M 0,0 L 10,0 L 5,5"},
		{"circle", `<circle cx="5" cy="5" r="5"/>`, "M 10,5 C 10,7.76 7.76,10 5,10 C 2.24,10 0,7.76 0,5 C 0,2.24 2.24,0 5,0 C 7.76,0 10,2.24 10,5 Z"},
		{"group", `<g transform="translate(10 0)"><g transform="scale(2)"><path d="M1 1h1"/></g></g>`, "M 12,2 L 14,2"},
		{"use", `<defs><path id="p" d="M0 0h1v1z"/></defs><use href="#p" x="5" y="6"/>`, "M 5,6 L 6,6 L 6,7 Z"},
		{"xlink", `<path id="p" d="M0 0h1v1z" display="none"/><use xlink:href="#q"/><path id="q" d="M2 2h1v1z" visibility="hidden"/><use xlink:href="#r"/><g display="none"><path id="r" d="M3 3h1v1z"/></g>`, "M 3,3 L 4,3 L 4,4 Z"},
		{"symbol", `<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></symbol><use href="#s" x="10" y="10" width="20" height="40"/>`, "M 10,20 L 30,20 L 30,40 Z"},
		{"inner svg", `<svg x="50" width="50" height="50" viewBox="0 0 5 5"><path d="M1 1h1"/></svg>`, "M 60,10 L 70,10"},
		{"foreign", `<sodipodi:x xmlns:sodipodi="urn:x"><path d="M9 9h9"/></sodipodi:x><path d="M1 1h1"/>`, "M 1,1 L 2,1"},
		{"nothing", `<path d=""/><rect width="0" height="5"/><circle r="-1"/><g transform="scale(0)"><rect width="9" height="9"/></g><rect width="9" height="9" fill="none"/><rect width="9" height="9" opacity="0"/>`, ""},
	} {
		v := mustVector(t, c.body)
		var got []string
		for _, s := range v.Shapes {
			got = append(got, pathString(s.Path))
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

func TestViewBoxOrigin(t *testing.T) {
	p := mustOpen(t, "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" viewBox="-5 -6 20 40"><path d="M0 0h1"/></svg>`))
	v, err := p.Vector()
	if err != nil || v.Width != 20 || v.Height != 40 || pathString(v.Shapes[0].Path) != "M 5,6 L 6,6" {
		t.Errorf("%+v, %v", v, err)
	}
	if p.Width != 10 || p.Height != 20 || p.Aspect() != 0.5 {
		t.Errorf("%d×%d, aspect %g", p.Width, p.Height, p.Aspect())
	}
}

// Drawing programs declare the names of formats as entities, and put their own beside
// the drawing.
func TestNamesOfDrawingPrograms(t *testing.T) {
	p := mustOpen(t, "a.svg", []byte(`<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY ns_ai 'http://ns.adobe.com/AdobeIllustrator/10.0/'>
]>
<svg xmlns:i="&ns_ai;" xmlns="&ns_svg;" viewBox="0 0 10 10"><switch><foreignObject requiredExtensions="&ns_ai;"><i:pgfRef/></foreignObject>
<g i:extraneous="self"><path d="M1 1h1"/></g></switch></svg>`))
	if v, err := p.Vector(); err != nil || len(v.Shapes) != 1 || pathString(v.Shapes[0].Path) != "M 1,1 L 2,1" {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestCascade(t *testing.T) {
	sheet := `<style>/* exported */ @charset "utf-8"; .a, .b { fill: #010101 } path.b{fill:#020202;} #id { fill:#030303 !important }
		@media print { .a { fill: red } } * { stroke: none } <![CDATA[ .c{fill:#040404} ]]></style>`
	for body, want := range map[string]uint8{
		`<path class="a" fill="red" d="M0 0h9v9z"/>`:                       1,
		`<path class="x b" d="M0 0h9v9z"/>`:                                2,
		`<path id="id" class="b" d="M0 0h9v9z"/>`:                          3,
		`<path class="c" d="M0 0h9v9z"/>`:                                  4,
		`<path class="a" style="fill:#050505" d="M0 0h9v9z"/>`:             5,
		`<g fill="#060606"><path d="M0 0h9v9z"/></g>`:                      6,
		`<g color="#070707"><path fill="currentColor" d="M0 0h9v9z"/></g>`: 7,
		`<g style="fill:#080808"><path fill="inherit" d="M0 0h9v9z"/></g>`: 8,
		`<path d="M0 0h9v9z"/>`:                                            0,
		`<path fill="url(#none) #090909" d="M0 0h9v9z"/>`:                  9,
	} {
		v := mustVector(t, sheet+body)
		if len(v.Shapes) != 1 || v.Shapes[0].Fill.R != want || v.Shapes[0].Stroke != nil {
			t.Errorf("%s: %+v", body, v.Shapes)
		}
	}
}

func TestStroke(t *testing.T) {
	v := mustVector(t, `<g transform="scale(2)" opacity=".5"><path d="M0 0h9" fill="none" stroke="red" stroke-width="3" stroke-opacity=".5"
		stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="7" stroke-dasharray="1,2,3" stroke-dashoffset="-1"/></g>`)
	s := v.Shapes[0]
	if s.Stroke.A != .25 || s.StrokeWidth != 6 || s.Cap != RoundCap || s.Join != BevelJoin || s.Miter != 7 || fmt.Sprint(s.Dash, s.DashOffset) != "[2 4 6 2 4 6] 22" {
		t.Errorf("%+v %+v", s, s.Stroke)
	}
	// An uneven transform makes an outline: 4 wide, 1 high.
	v = mustVector(t, `<path transform="scale(4 1)" d="M5 10v20" stroke="red"/>`)
	if s = v.Shapes[len(v.Shapes)-1]; s.Stroke != nil || s.Fill == nil {
		t.Fatalf("%+v", s)
	}
	if b, _ := bounds(s.Path); b != (rect{18, 10, 4, 20}) {
		t.Errorf("outline %v", b)
	}
	v = mustVector(t, `<path transform="scale(4 1)" d="M5 10v20" stroke="red" fill="none" vector-effect="non-scaling-stroke"/>`)
	if s = v.Shapes[0]; s.StrokeWidth != 1 {
		t.Errorf("fixed width: %g", s.StrokeWidth)
	}
	v = mustVector(t, `<path d="M5 10v20h9z" stroke="red" paint-order="stroke"/>`)
	if len(v.Shapes) != 2 || v.Shapes[0].Stroke == nil || v.Shapes[1].Fill == nil {
		t.Errorf("stroke first: %+v", v.Shapes)
	}
}

func TestClip(t *testing.T) {
	v := mustVector(t, `<clipPath id="c"><rect width="10" height="10" fill="none"/></clipPath>
		<g clip-path="url(#c)" transform="translate(5 5)"><path d="M0 0h9v9z"/><path d="M0 0h9v9z" clip-path="url('#c')" transform="scale(2)"/></g>`)
	if len(v.Shapes) != 2 || len(v.Shapes[0].Clip) != 1 || len(v.Shapes[1].Clip) != 2 {
		t.Fatalf("%+v", v.Shapes)
	}
	if got := pathString(v.Shapes[0].Clip[0].Path); got != "M 5,5 L 15,5 L 15,15 L 5,15 Z" {
		t.Error(got)
	}
	if got := pathString(v.Shapes[1].Clip[1].Path); got != "M 5,5 L 25,5 L 25,25 L 5,25 Z" {
		t.Error(got)
	}
	// The box of a shape as the measure.
	v = mustVector(t, `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath><rect x="10" y="10" width="20" height="10" clip-path="url(#c)"/>`)
	if got := pathString(v.Shapes[0].Clip[0].Path); got != "M 10,10 L 20,10 L 20,20 L 10,20 Z" {
		t.Error(got)
	}
	// Opposite senses must not cut a hole into their union.
	img := draw(t, `<clipPath id="c"><path d="M0 0h60v100h-60z"/><path d="M40 0v100h60v-100z"/></clipPath><rect width="100" height="100" clip-path="url(#c)"/>`)
	if img(50, 50).A != 255 {
		t.Error("the union of two clips has a hole")
	}
}

// Every feature that is more than a path, at places that show whether it was drawn.
func TestFeatures(t *testing.T) {
	p := mustOpen(t, "features.svg", readTestdata(t, "features.svg"))
	data, err := p.Rasterize(300)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	none := color.NRGBA{}
	for _, c := range []struct {
		name string
		x, y int
		want color.NRGBA
	}{
		{"mask, light", 90, 80, color.NRGBA{0xc2, 0x41, 0x0c, 230}},
		{"mask, dark", 10, 20, color.NRGBA{0x25, 0x40, 0xbd, 27}},
		{"masked shapes do not show through each other", 45, 45, color.NRGBA{0xc2, 0x41, 0x0c, 116}},
		{"mask in units of the box", 150, 20, color.NRGBA{0x25, 0x40, 0xbd, 255}},
		{"its hole", 150, 50, none},
		{"its corner", 108, 8, none},
		{"mask by opacity", 250, 50, color.NRGBA{0x25, 0x40, 0xbd, 128}},
		{"pattern, ground", 29, 110, color.NRGBA{0xfd, 0xe7, 0xc8, 255}},
		{"pattern in units of the box", 10, 152, color.NRGBA{0x0a, 0x50, 0x58, 153}},
		{"its gap", 17, 152, none},
		{"symbol", 80, 115, color.NRGBA{0x3f, 0x62, 0x12, 255}},
		{"symbol within a symbol", 100, 135, color.NRGBA{0x3f, 0x62, 0x12, 102}},
		{"switch", 75, 170, color.NRGBA{0xc2, 0x41, 0x0c, 128}},
		{"opacity of a group", 92, 170, color.NRGBA{0x25, 0x40, 0xbd, 128}},
		{"marker in the middle", 140, 120, color.NRGBA{0x0a, 0x50, 0x58, 255}},
		{"marker at the end", 180, 118, color.NRGBA{0xc2, 0x41, 0x0c, 255}},
		{"marker at the start", 131, 180, color.NRGBA{0xc2, 0x41, 0x0c, 255}},
		{"clip by two rules", 210, 150, color.NRGBA{0x3f, 0x62, 0x12, 255}},
		{"its hole", 225, 150, none},
		{"what stands in it", 240, 150, color.NRGBA{0x3f, 0x62, 0x12, 255}},
	} {
		if got := color.NRGBAModel.Convert(img.At(c.x, c.y)).(color.NRGBA); !near(got, c.want, 4) {
			t.Errorf("%s: %v at %d, %d, want %v", c.name, got, c.x, c.y, c.want)
		}
	}
}

// Modes by which a half-transparent blue is mixed with an orange: as a browser shows
// them, and not with what is outside of the picture.
func TestBlend(t *testing.T) {
	for mode, want := range map[string]color.NRGBA{
		"normal": {116, 137, 101, 255}, "multiply": {111, 101, 11, 255}, "screen": {198, 165, 102, 255}, "darken": {116, 129, 12, 255},
		"lighten": {194, 137, 101, 255}, "difference": {176, 72, 95, 255}, "exclusion": {184, 128, 98, 255},
	} {
		at := draw(t, `<rect width="50" height="50" fill="#c2810c"/><rect width="100" height="50" fill="#2590bd" opacity=".5" style="mix-blend-mode:`+mode+`"/>`)
		if got := at(20, 20); !near(got, want, 2) {
			t.Errorf("%s: %v, want %v", mode, got, want)
		}
		if got := at(80, 20); !near(got, color.NRGBA{0x25, 0x90, 0xbd, 128}, 2) {
			t.Errorf("%s on nothing: %v", mode, got)
		}
	}
}

func TestGradient(t *testing.T) {
	v := mustVector(t, `<linearGradient id="a"><stop stop-color="#000"/><stop offset="50%" stop-color="#000"/><stop offset="1" style="stop-color:#fff;stop-opacity:.5"/></linearGradient>
		<linearGradient id="b" href="#a" x2="0" y2="1"/><rect x="10" y="20" width="30" height="40" fill="url(#b)" opacity=".5"/>`)
	p := v.Shapes[0].Fill
	g := p.Gradient
	if g == nil || g.Radial || len(g.Stops) != 3 || g.Stops[2].A != .25 || g.Matrix.Apply(g.From) != (Point{10, 20}) || g.Matrix.Apply(g.To) != (Point{10, 60}) {
		t.Fatalf("%+v %+v", p, g)
	}
	if p.R != 64 || math.Abs(p.A-(.5*.75+.375*.25)*1) > .1 {
		t.Errorf("average %+v", p)
	}
	at := draw(t, `<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="40"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></radialGradient><rect width="100" height="100" fill="url(#a)"/>`)
	for _, c := range []struct {
		x, y int
		want color.NRGBA
	}{{50, 50, color.NRGBA{255, 0, 0, 255}}, {70, 50, color.NRGBA{128, 0, 128, 255}}, {1, 1, color.NRGBA{0, 0, 255, 255}}} {
		if got := at(c.x, c.y); !near(got, c.want, 6) {
			t.Errorf("at %d, %d: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// manyAttributes gives more of them than any element may have.
func manyAttributes() string {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, " a%d='1'", i)
	}
	return b.String()
}

func TestSVGErrors(t *testing.T) {
	for _, c := range []struct {
		body, element, want string
		line                int
		kind                error
	}{
		{"<g>\n<text x='1'>MADE</text></g>", "text", "convert text to outlines", 2, ErrUnsupported},
		{"\n\n<image href='#x'/>", "image", "PNG or JPEG", 3, ErrUnsupported},
		{"<image href='data:image/png;base64,AA'/>", "image", "a picture inside", 1, ErrUnsupported},
		{"<use href='other.svg#a'/>", "use", "out of the file", 1, ErrUnsupported},
		{"<use href='#a'/>", "use", "#a, which does not exist", 1, ErrCorrupt},
		{"<g id='a'><use href='#a'/></g>", "", "contains itself", 1, ErrTooLarge},
		{"<script>alert(1)</script>", "script", "no place", 1, ErrUnsupported},
		{"<rect onclick='x()'/>", "rect", "onclick", 1, ErrUnsupported},
		{"<a href='JavaScript:x()'/>", "a", "script", 1, ErrUnsupported},
		{"<rect width='1' height='1' filter='url(#f)'/>", "rect", "has a filter", 1, ErrUnsupported},
		{"<g style='mask:url(#m)'/>", "g", "#m, which does not exist", 1, ErrCorrupt},
		{"<g id='m'/><g mask='url(#m)'/>", "g", "no mask", 1, ErrCorrupt},
		{"<g mask='linear-gradient(red)'/>", "g", "has the mask", 1, ErrUnsupported},
		{"<mask id='m' x='a'/><rect mask='url(#m)' width='1' height='1'/>", "mask", `the x "a"`, 1, ErrCorrupt},
		{"<mask id='m'><rect width='1' height='1' mask='url(#m)'/></mask><rect mask='url(#m)' width='1' height='1'/>", "rect", "contains itself", 1, ErrTooLarge},
		{"<pattern id='p' width='x'/><rect width='1' height='1' fill='url(#p)'/>", "pattern", `the width "x"`, 1, ErrCorrupt},
		{"<pattern id='p' width='1' height='1'><rect width='1' height='1' fill='url(#p)'/></pattern><rect width='1' height='1' fill='url(#p)'/>", "pattern", "contains itself", 1, ErrTooLarge},
		{"<pattern id='p' href='#p'/><rect width='1' height='1' fill='url(#p)'/>", "pattern", "no pattern in the end", 1, ErrCorrupt},
		{"<rect id='r' width='1' height='1' fill='url(#r)'/>", "rect", "painted with a <rect>", 1, ErrUnsupported},
		{"<path d='M0 0h1' marker-end='url(#q)'/>", "path", "#q, which does not exist", 1, ErrCorrupt},
		{"<marker id='m' orient='up'/><path d='M0 0h1' marker-end='url(#m)'/>", "marker", `the orient "up"`, 1, ErrCorrupt},
		{"<marker id='m'/><path d='M0 0a1 1 0 0 1 2 2' marker='url(#m)'/>", "path", "corners of arcs", 1, ErrUnsupported},
		{"<marker id='m'><path id='p' d='M0 0" + strings.Repeat("h1", 300) + "' marker-mid='url(#m)'/></marker><path d='M0 0" + strings.Repeat("h1", 300) + "' marker-mid='url(#m)'/>", "", "", 1, ErrTooLarge},
		{"<rect width='1' height='1' fill='bleu'/>", "rect", `"bleu"`, 1, ErrCorrupt},
		{"<rect width='abc' height='1'/>", "rect", `"abc"`, 1, ErrCorrupt},
		{"<path d='M0 0 L1'/>", "path", "position", 1, ErrCorrupt},
		{"<g transform='spin(3)'/>", "g", "spin", 1, ErrCorrupt},
		{"<foreignObject/>", "foreignObject", "plain", 1, ErrUnsupported},
		{"<animate/>", "animate", "moves", 1, ErrUnsupported},
		{"<style>g &gt; .a{fill:red}</style>", "style", "selector", 1, ErrUnsupported},
		{"<style>@import url(x.css);</style>", "style", "imports", 1, ErrUnsupported},
		{"<style>.a{fill:red</style>", "style", "open block", 1, ErrCorrupt},
		{"<rect clip-path='circle(5)' width='1' height='1'/>", "rect", "clip-path", 1, ErrUnsupported},
		{"<clipPath id='c'><text>x</text></clipPath><rect clip-path='url(#c)' width='1' height='1'/>", "text", "outlines", 1, ErrUnsupported},
		{"<clipPath id='c' clip-path='url(#c)'/><rect clip-path='url(#c)' width='1' height='1'/>", "", "contains itself", 1, ErrTooLarge},
		{"<rect width='9' height='9' style='mix-blend-mode:hue'/>", "rect", `blended by "hue"`, 1, ErrUnsupported},
		{"<rect width='9' height='9' style='fill:var(--x)'/>", "rect", "variable", 1, ErrUnsupported},
		{strings.Repeat("<g>", 70) + strings.Repeat("</g>", 70), "g", "nested", 1, ErrTooLarge},
		{"<g style='" + strings.Repeat("a:b;", 9000) + "'/>", "g", "35 KB in its attribute style", 1, ErrTooLarge},
		{"<g " + manyAttributes() + "/>", "g", "attributes", 1, ErrTooLarge},
		{"<path id='p' d='M0 0" + strings.Repeat(" ", 1<<20) + "h1'/>" + strings.Repeat("<use href='#p'/>", 100), "path", "segments", 1, ErrTooLarge},
		{"<style>" + strings.Repeat("g{a:b}", 900) + "</style><g>" + strings.Repeat("<g/>", 49_000) + "</g>", "g", "intricate styles", 1, ErrTooLarge},
		{"<linearGradient id='g'>" + strings.Repeat("<stop/>", 1001) + "</linearGradient><rect width='1' height='1' fill='url(#g)'/>", "stop", "more than 1000 stops", 1, ErrTooLarge},
		{"<linearGradient id='g'>" + strings.Repeat("<stop/>", 1000) + "</linearGradient>" + strings.Repeat("<rect width='1' height='1' fill='url(#g)'/>", 1000), "", "segments", 1, ErrTooLarge},
		{"<linearGradient id='g' href='#h'/><linearGradient id='h' href='#g'/><rect width='1' height='1' fill='url(#g)'/>", "linearGradient", "no gradient in the end", 1, ErrCorrupt},
		{"<linearGradient id='g' spreadMethod='mirror'><stop/><stop/></linearGradient><rect width='1' height='1' fill='url(#g)'/>", "linearGradient", "spreadMethod", 1, ErrCorrupt},
		{"<rect transform='scale(1e8)' width='100' height='100'/>", "rect", "too far", 1, ErrCorrupt},
	} {
		p, err := Open("x.svg", svg(c.body))
		if err == nil {
			_, err = p.Vector()
		}
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, c.kind) {
			t.Errorf("%.200s: %v", c.body, err)
			continue
		}
		if c.element != "" && e.Element != c.element || e.Line != c.line || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "x.svg:") {
			t.Errorf("%.200s: %s (element %q)", c.body, err, e.Element)
		}
	}
	for name, data := range map[string]string{
		"entity":     `<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><svg viewBox="0 0 1 1"/>`,
		"a file":     `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1"/>`,
		"parameter":  `<!DOCTYPE svg [<!ENTITY % a "b">]><svg viewBox="0 0 1 1"/>`,
		"long":       `<!DOCTYPE svg [<!ENTITY a "` + strings.Repeat("b", 65) + `">]><svg viewBox="0 0 1 1"/>`,
		"stylesheet": `<?xml-stylesheet href="x.css"?><svg/>`,
		"charset":    `<?xml version="1.0" encoding="utf-7"?><svg/>`,
		"undeclared": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&a;</svg>`,
		"no size":    `<svg xmlns="http://www.w3.org/2000/svg"/>`,
		"two roots":  `<svg viewBox="0 0 1 1"/><svg/>`,
		"zero":       `<svg viewBox="0 0 0 1"/>`,
		"endless":    `<svg viewBox="0 0 1e8 1"/>`,
		"elements":   `<svg viewBox="0 0 1 1">` + strings.Repeat("<g/>", MaxElements) + `</svg>`,
	} {
		if _, err := Open("x.svg", []byte(data)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	// Ten levels of ten uses each are ten thousand million elements.
	var bomb strings.Builder
	bomb.WriteString(`<path id="l0" d="M0 0h1v1z"/>`)
	for i := 1; i <= 10; i++ {
		fmt.Fprintf(&bomb, `<g id="l%d">%s</g>`, i, strings.Repeat(fmt.Sprintf(`<use href="#l%d"/>`, i-1), 10))
	}
	if _, err := mustOpen(t, "bomb.svg", svg(bomb.String())).Vector(); !errors.Is(err, ErrTooLarge) {
		t.Errorf("the bomb gives %v", err)
	}
	if _, err := mustOpen(t, "a.png", encodePNG(t, corners(4, 4))).Vector(); !errors.Is(err, ErrUnsupported) {
		t.Errorf("a PNG as paths: %v", err)
	}
}

// sound reports whether a back end can rely on what is said of gradients.
func sound(g *Gradient) bool {
	last := 0.0
	for _, s := range g.Stops {
		if !(s.Offset >= last && s.Offset <= 1 && s.A >= 0 && s.A <= 1) {
			return false
		}
		last = s.Offset
	}
	if g.Radial && !(g.FromR >= 0 && g.ToR > 0) {
		return false
	}
	return len(g.Stops) >= 2 && len(g.Stops) <= maxStops && g.Matrix.finite() && g.Matrix.det() != 0
}

func FuzzVector(f *testing.F) {
	for _, s := range []string{
		`<rect width="9" height="9" rx="2" transform="rotate(3)" stroke="red" stroke-dasharray="1 2"/>`,
		`<style>.a{fill:red}</style><path class="a" d="M0 0a5 5 0 0110 0q1 1 2 2t3 3s1 1 2 2z"/>`,
		`<clipPath id="c"><circle r="5"/></clipPath><use href="#p" clip-path="url(#c)"/><path id="p" d="M0 0h9v9z"/>`,
		`<linearGradient id="g"><stop offset="0"/><stop offset="1" stop-color="#fff"/></linearGradient><circle r="9" fill="url(#g)" stroke="url(#g)" stroke-linejoin="round"/>`,
		`<radialGradient id="g" fx="2" r="3"><stop/><stop offset="1"/></radialGradient><ellipse rx="9" ry="3" transform="skewX(20)" stroke="blue" fill="url(#g)"/>`,
		`<radialGradient id="g" r=".1" fr=".02" fx=".4" spreadMethod="reflect"><stop/><stop offset=".5"/></radialGradient><rect width="9" height="9" fill="url(#g)" stroke="url(#g)"/>`,
		`<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="3" gradientTransform="rotate(9)" spreadMethod="repeat" href="#h"/><linearGradient id="h"><stop stop-opacity="0"/><stop offset="1"/></linearGradient><path d="M0 0h9v9" stroke="url(#g)" fill="url(#h)"/>`,
		`<symbol id="s" viewBox="0 0 1 1"><polygon points="0 0 1 1 0 1"/></symbol><use href="#s" width="5"/>`,
	} {
		f.Add(svg(s))
	}
	f.Add(readTestdata(f, "features.svg"))
	f.Add(svg(`<mask id="m" mask="url(#n)"><rect width="9" height="9" fill="red" opacity=".5"/></mask><mask id="n" maskUnits="userSpaceOnUse" width="8" height="8"><path d="M0 0h9v9z" fill="#fff" stroke="red"/></mask><use href="#a" mask="url(#m)"/><g id="a" opacity=".3"><path d="M0 0h9v9z" stroke="url(#p)" marker="url(#k)"/></g><pattern id="p" width=".1" height="1e-3" patternContentUnits="objectBoundingBox"><path d="M0 0h1v1z"/></pattern><marker id="k" orient="auto" viewBox="0 0 1 1"><path d="M0 0h1v1z" fill="context-fill"/></marker>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Open("fuzz.svg", data)
		if err != nil || p.Format != SVG {
			return
		}
		v, err := p.Vector()
		if err != nil {
			return
		}
		var check func(shapes []Shape)
		check = func(shapes []Shape) {
			for _, s := range shapes {
				for _, p := range []*Paint{s.Fill, s.Stroke} {
					if p != nil && p.Gradient != nil && !sound(p.Gradient) {
						t.Fatalf("impossible gradient %+v", p.Gradient)
					}
					if p != nil && p.Pattern != nil {
						check(p.Pattern.Shapes)
					}
				}
				if s.Group != nil {
					check(s.Group.Shapes)
					check(s.Group.Mask)
				} else if len(s.Path) == 0 || s.Path[0].Op != MoveTo || !within(s.Path) || s.Fill == nil && s.Stroke == nil {
					t.Fatalf("impossible shape %+v", s)
				}
			}
		}
		check(v.Shapes)
		if p.Aspect() > 0.01 && p.Aspect() < 100 {
			if _, err := p.Rasterize(64); err != nil && !errors.Is(err, ErrTooLarge) {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkVector(b *testing.B) {
	p := mustOpen(b, "a.svg", svg(strings.Repeat(`<circle cx="15" cy="45" r="2.25" fill="#2A3B78"/>`, 1334)))
	for b.Loop() {
		if _, err := p.Vector(); err != nil {
			b.Fatal(err)
		}
	}
}
