package pdfwriter

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
)

func regular(t testing.TB) *font.Font {
	t.Helper()
	f, err := font.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// encode writes runs as one content and returns the font as the document uses it.
func encode(t testing.TB, runs ...GlyphRun) (string, *fontUse) {
	t.Helper()
	d := New(Options{})
	c := d.newContent(100)
	for _, r := range runs {
		c.Glyphs(r)
	}
	if c.bad != "" {
		t.Fatal(c.bad)
	}
	u := &fontUse{font: runs[0].Font, index: map[entry]int32{}}
	for i := range c.runs {
		u.survey(&c.runs[i])
	}
	u.finish()
	return string(new(resources).append(nil, c, &sequence{tag: P, marked: true})), u
}

// A reader that goes by the widths of the font finds each glyph where it was put.
func TestGlyphPositions(t *testing.T) {
	f := regular(t)
	token := regexp.MustCompile(`[0-9A-F]{4}|[<>]|-?[0-9.]+`)
	random := rand.New(rand.NewPCG(7, 7))
	for _, rightToLeft := range []bool{false, true} {
		run := GlyphRun{Font: f, Size: 9.5, X: 3, Y: 40, RightToLeft: rightToLeft}
		for i := range 500 {
			g := Glyph{ID: uint16(3 + i%90), Text: "x", DX: float64(i%7) / 10}
			natural := float64(f.Advance(g.ID)) * run.Size / float64(f.UnitsPerEm())
			g.Advance = natural + random.Float64() - 0.5
			run.Glyphs = append(run.Glyphs, g)
		}
		text, u := encode(t, run)
		width := map[uint16]float64{}
		for i, code := range u.codes {
			width[code] = u.widths[i]
		}
		var want []float64
		x := 0.0
		for _, g := range run.Glyphs {
			want = append(want, x+g.DX)
			x += g.Advance
		}
		pen, i, inString := 0.0, 0, false
		arrays := strings.Split(text[strings.Index(text, "[")+1:strings.LastIndex(text, "]")], "]TJ\n[")
		if rightToLeft != (len(arrays) == len(run.Glyphs)) {
			t.Errorf("right to left %t: %d operators show %d glyphs", rightToLeft, len(arrays), len(run.Glyphs))
		}
		for _, tok := range token.FindAllString(strings.Join(arrays, " "), -1) {
			switch {
			case tok == "<" || tok == ">":
				inString = tok == "<"
			case !inString:
				n, _ := strconv.ParseFloat(tok, 64)
				pen -= n * run.Size / 1000
			default:
				at := i
				if rightToLeft {
					at = len(want) - 1 - i
				}
				if math.Abs(pen-want[at]) > 0.51*run.Size/1000 {
					t.Fatalf("right to left %t: glyph %d is at %g, want %g", rightToLeft, at, pen, want[at])
				}
				code, _ := strconv.ParseUint(tok, 16, 16)
				pen += width[uint16(code)] * run.Size / 1000
				i++
			}
		}
		if i != len(run.Glyphs) {
			t.Fatalf("%d glyphs of %d", i, len(run.Glyphs))
		}
	}
}

// A cluster whose marks stand over it is replaced as a whole, and its glyphs have its
// characters all the same; one that stands in a row is not.
func TestStackedClusters(t *testing.T) {
	f := regular(t)
	for advance, want := range map[float64]int{0: 1, 2: 0} {
		text, u := encode(t, GlyphRun{Font: f, Size: 10, Glyphs: []Glyph{
			{ID: 10, Advance: 6, Text: "k"}, {ID: 11, Advance: 6, Text: "ke"}, {ID: 12, Advance: advance, DX: -2}, {ID: 13, Advance: 6, Text: "r"},
		}})
		if got := strings.Count(text, "/ActualText (ke)"); got != want {
			t.Errorf("a mark of width %v: %d replacements in\n%s", advance, got, text)
		}
		for _, e := range u.entries {
			if e.text == noText {
				t.Errorf("a mark of width %v: glyph %d has no text", advance, e.glyph)
			}
		}
	}
}

// extract reads a content stream the way a program does that goes by ToUnicode and ActualText.
func extract(t testing.TB, text string, u *fontUse) string {
	t.Helper()
	byCode := map[string]string{}
	for i, code := range u.codes {
		byCode[fmt.Sprintf("%04X", code)] = u.entries[i].text
	}
	actual := regexp.MustCompile(`/ActualText (\(.*?\)|<[0-9A-F]*>)>> BDC`)
	shown := regexp.MustCompile(`<([0-9A-F]+)>`)
	var out strings.Builder
	for _, sequence := range strings.SplitAfter(text, "EMC\n") {
		if m := actual.FindStringSubmatch(sequence); m != nil {
			out.WriteString("{" + m[1] + "}")
			continue
		}
		for _, m := range shown.FindAllStringSubmatch(sequence, -1) {
			for hex := m[1]; hex != ""; hex = hex[4:] {
				s, ok := byCode[hex[:4]]
				if !ok {
					t.Fatalf("code %s has no text", hex[:4])
				}
				out.WriteString(s)
			}
		}
	}
	return out.String()
}

func TestTextOfClusters(t *testing.T) {
	f := regular(t)
	g := func(id uint16, text string) Glyph { return Glyph{ID: id, Text: text, Advance: 5} }
	tests := []struct {
		name   string
		run    GlyphRun
		want   string
		glyphs int // in the subset, with .notdef
	}{
		{"plain", GlyphRun{Glyphs: []Glyph{g(5, "a"), g(6, "b"), g(5, "a")}}, "aba", 3},
		{"ligature", GlyphRun{Glyphs: []Glyph{g(5, "ffi"), g(6, "x")}}, "ffix", 3},
		{"one glyph, two texts", GlyphRun{Glyphs: []Glyph{g(5, "-"), g(5, SoftHyphen), g(5, "-")}}, "-\u00ad-", 3},
		{"as many glyphs as characters", GlyphRun{Glyphs: []Glyph{g(5, "e\u0301"), g(6, ""), g(7, "x")}}, "e\u0301x", 4},
		{"fewer glyphs than characters", GlyphRun{Glyphs: []Glyph{g(5, "abc"), g(6, "")}}, "abc", 3},
		{"more glyphs than characters", GlyphRun{Glyphs: []Glyph{g(4, "n"), g(5, "é"), g(6, ""), g(7, "x")}}, "n{<FEFF00E9>}x", 5},
		{"right to left", GlyphRun{RightToLeft: true, Glyphs: []Glyph{g(5, "c"), g(6, "bB"), g(7, ""), g(8, "a")}}, "abBc", 5},
		{"right to left, replaced", GlyphRun{RightToLeft: true, Glyphs: []Glyph{g(5, "c"), g(6, "b"), g(7, ""), g(8, "a")}}, "a{(b)}c", 5},
		{"silent", GlyphRun{Silent: true, Glyphs: []Glyph{g(5, "c"), g(6, "b")}}, "{()}", 3},
		{"no text", GlyphRun{Glyphs: []Glyph{g(5, ""), g(6, "b")}}, "{()}b", 3},
		{"missing glyph", GlyphRun{Glyphs: []Glyph{g(0, "字")}}, "字", 2},
		{"forbidden", GlyphRun{Glyphs: []Glyph{g(5, "a\x00\ufeff"), g(6, "\ue000"), g(7, "\n"), g(8, "\xff")}}, "a\ufffd \ufffd", 5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.run.Font, test.run.Size = f, 10
			text, u := encode(t, test.run)
			if got := extract(t, text, u); got != test.want {
				t.Errorf("extracted %q, want %q, from\n%s", got, test.want, text)
			}
			if got := 1 + len(u.entries); got != test.glyphs {
				t.Errorf("%d glyphs in the subset, want %d", got, test.glyphs)
			}
		})
	}
}

// The codes depend on the set of glyphs alone, so that a cached subset can be used again after the text has changed.
func TestCodesDoNotDependOnOrder(t *testing.T) {
	f := regular(t)
	a, _ := encode(t, GlyphRun{Font: f, Size: 10, Glyphs: []Glyph{{ID: 9, Text: "i"}, {ID: 4, Text: "d"}}})
	b, _ := encode(t, GlyphRun{Font: f, Size: 10, Glyphs: []Glyph{{ID: 4, Text: "d"}, {ID: 9, Text: "i"}, {ID: 4, Text: "d"}}})
	codes := regexp.MustCompile(`<([0-9A-F]{4})>`)
	for text, want := range map[string]string{a: "00020001", b: "000100020001"} {
		got := ""
		for _, m := range codes.FindAllStringSubmatch(text, -1) {
			got += m[1]
		}
		if got != want {
			t.Errorf("codes %s, want %s", got, want)
		}
	}
}

func TestLongRunsAreSplit(t *testing.T) {
	f := regular(t)
	run := GlyphRun{Font: f, Size: 10, Glyphs: make([]Glyph, 20000)}
	for i := range run.Glyphs {
		run.Glyphs[i] = Glyph{ID: 5, Text: "a", Advance: float64(f.Advance(5)) * 10 / float64(f.UnitsPerEm())}
	}
	text, _ := encode(t, run)
	for _, s := range regexp.MustCompile(`<[0-9A-F]*>`).FindAllString(text, -1) {
		if len(s)/2 > 32767 {
			t.Fatalf("a string of %d bytes", len(s)/2)
		}
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		in     float64
		digits int
		want   string
	}{
		{0, 3, "0"}, {math.Copysign(0, -1), 3, "0"}, {-0.0004, 3, "0"}, {0.0005, 3, "0.001"}, {1.5, 3, "1.5"}, {-1.25, 3, "-1.25"},
		{0.045, 3, "0.045"}, {99.9996, 3, "100"}, {1e-6, 6, "0.000001"}, {0.98006657784, 6, "0.980067"},
		{math.NaN(), 3, "0"}, {math.Inf(1), 3, "16777216"}, {-1e300, 6, "-16777216"},
	}
	for _, test := range tests {
		if got := string(appendNumDigits(nil, test.in, test.digits)); got != test.want {
			t.Errorf("%g with %d decimals: got %s, want %s", test.in, test.digits, got, test.want)
		}
	}
}

func TestNamesAndStrings(t *testing.T) {
	if got := string(appendName(nil, "A b/#é")); got != "/A#20b#2F#23#C3#A9" {
		t.Errorf("name: %s", got)
	}
	if got := string(appendText(nil, `a(b)\c`)); got != `(a\(b\)\\c)` {
		t.Errorf("text: %s", got)
	}
	if got := string(appendText(nil, "é𝄞")); got != "<FEFF00E9D834DD1E>" {
		t.Errorf("text: %s", got)
	}
}

func TestContentIsIsolated(t *testing.T) {
	d := New(Options{})
	c := d.newContent(100)
	c.SetFill(Color{}) // the default: nothing to say
	c.Rect(1, 2, 3, 4)
	c.Fill()
	c.Save()
	c.SetFill(Color{R: 255})
	c.SetFill(Color{R: 255})
	c.Restore()
	c.SetFill(Color{G: 255})
	c.SetAlpha(0.25)
	c.Save() // not restored
	var res resources
	got := string(res.append(nil, c, new(sequence)))
	want := "q\n1 94 3 4 re\nf\nq\n1 0 0 rg\nQ\n0 1 0 rg\n/A250 gs\nq\nQ\nQ\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !res.transparent() {
		t.Error("not transparent")
	}
}

// A flipped matrix does in PDF's space what the matrix does in ours.
func TestMatrixFlip(t *testing.T) {
	const height = 300.0
	at := func(m Matrix, x, y float64) (float64, float64) { return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F }
	for _, m := range []Matrix{Translate(3, 4), Scale(2, -3), Rotate(1), {1, 2, 3, 4, 5, 6}} {
		x, y := at(m, 10, 20)
		fx, fy := at(m.flip(height), 10, height-20)
		if math.Abs(fx-x) > 1e-9 || math.Abs(height-fy-y) > 1e-9 {
			t.Errorf("%v: (%g, %g), flipped (%g, %g)", m, x, y, fx, height-fy)
		}
	}
}

func TestEscapeURI(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.com/a?b=c&d=%20#e": "https://example.com/a?b=c&d=%20#e",
		"https://example.com/über uns\n":    "https://example.com/%C3%BCber%20uns%0A",
		"mailto:a@example.com?subject=<x>":  "mailto:a@example.com?subject=%3Cx%3E",
	} {
		if got := escapeURI(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
