package qr

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// finder is the pattern in three corners of every code.
const finder = "" +
	"#######." +
	"#.....#." +
	"#.###.#." +
	"#.###.#." +
	"#.###.#." +
	"#.....#." +
	"#######." +
	"........"

func TestEncode(t *testing.T) {
	for _, c := range []struct {
		text string
		size int
	}{
		{"https://example.org", 25},
		{"https://example.org/freshet/press", 29},
		{"https://example.org/" + strings.Repeat("x", MaxBytes-20), 69},
		{"https://example.org/Äpfel?q=água", 29},
	} {
		code, err := Encode(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if code.Size != c.size {
			t.Errorf("%s: %d modules, want %d", c.text, code.Size, c.size)
		}
		for i, want := range finder {
			x, y, far := i%8, i/8, code.Size-1
			for corner, got := range []bool{code.Dark(x, y), code.Dark(far-x, y), code.Dark(x, far-y)} {
				if got != (want == '#') {
					t.Errorf("%s: finder pattern %d differs at %d, %d", c.text, corner, x, y)
				}
			}
		}
		for i := 8; i < code.Size-8; i++ { // timing patterns
			if code.Dark(i, 6) != (i%2 == 0) || code.Dark(6, i) != (i%2 == 0) {
				t.Errorf("%s: the timing pattern differs at %d", c.text, i)
			}
		}
		if !code.Dark(8, code.Size-8) {
			t.Errorf("%s: the dark module is light", c.text)
		}
	}
}

func TestDraw(t *testing.T) {
	code, err := Encode("https://example.org/tides")
	if err != nil {
		t.Fatal(err)
	}
	svg := code.Draw(doc.Color{R: 0x17, G: 0x21, B: 0x1F}, doc.Color{R: 255, G: 255, B: 255})
	p, err := picture.Open("code.svg", svg)
	if err != nil {
		t.Fatal(err)
	}
	v, err := p.Vector()
	if err != nil {
		t.Fatal(err)
	}
	if whole := float64(code.Size + 2*Quiet); v.Width != whole || v.Height != whole || len(v.Shapes) != 2 {
		t.Errorf("%v × %v, %d shapes", v.Width, v.Height, len(v.Shapes))
	}
	for _, seg := range v.Shapes[1].Path {
		if seg.Op != picture.MoveTo && seg.Op != picture.LineTo {
			continue
		}
		if at := seg.P[0]; min(at.X, at.Y) < Quiet || max(at.X, at.Y) > Quiet+float64(code.Size) {
			t.Fatalf("%v stands in the quiet zone", at)
		}
	}
	again, err := Encode("https://example.org/tides")
	if err != nil || string(again.Draw(doc.Color{R: 0x17, G: 0x21, B: 0x1F}, doc.Color{R: 255, G: 255, B: 255})) != string(svg) {
		t.Error("the same address gives another code", err)
	}
}

func TestTooLong(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("x", MaxBytes+1)} {
		if _, err := Encode(text); err == nil {
			t.Errorf("%d bytes are taken", len(text))
		}
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("https://example.org")
	f.Add("\x00é𝄞")
	f.Fuzz(func(t *testing.T, s string) {
		code, err := Encode(s)
		if err == nil {
			code.Draw(doc.Color{}, doc.Color{R: 255, G: 255, B: 255})
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	for b.Loop() {
		if _, err := Encode("https://example.org/freshet/press"); err != nil {
			b.Fatal(err)
		}
	}
}
