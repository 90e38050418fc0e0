package brand

import (
	"errors"
	"math"
	"testing"
)

func TestParseColor(t *testing.T) {
	tests := []struct {
		in, want string
		err      error
	}{
		{"#0a5058", "#0A5058", nil},
		{" #0A5058 ", "#0A5058", nil},
		{"#E63", "#EE6633", nil},
		{"#E63F", "#EE6633", nil},
		{"#0A5058ff", "#0A5058", nil},
		{"#0A505880", "", errTranslucent},
		{"#E638", "", errTranslucent},
		{"#", "", errNoColor},
		{"#12345", "", errNoColor},
		{"#GG0000", "", errNoColor},
		{"#+1+1+1", "", errNoColor},
		{"0A5058", "", errNoColor},
		{"rgb(10, 80, 88)", "#0A5058", nil},
		{"rgb(10 80 88)", "#0A5058", nil},
		{"rgba(10, 80, 88, 1)", "#0A5058", nil},
		{"rgb(10 80 88 / 100%)", "#0A5058", nil},
		{"rgb(10 80 88 / 40%)", "", errTranslucent},
		{"rgba(10, 80, 88, .5)", "", errTranslucent},
		{"rgb(0%, 50%, 100%)", "#0080FF", nil},
		{"rgb(300, -4, 0)", "#FF0000", nil},
		{"rgb(1, 2)", "", errNoColor},
		{"rgb(1, 2, x)", "", errNoColor},
		{"rgb(1, 2, NaN)", "", errNoColor},
		{"rgb 1 2 3", "", errNoColor},
		{"hsl(120, 100%, 25%)", "#008000", nil},
		{"hsl(-240deg 100% 25%)", "#008000", nil},
		{"hsl(0 0% 50%)", "#808080", nil},
		{"hsl(0%, 0%, 0%)", "", errNoColor},
		{"red", "#FF0000", nil},
		{"RebeccaPurple", "#663399", nil},
		{"transparent", "", errTranslucent},
		{"reddish", "", errNoColor},
		{"", "", errNoColor},
	}
	for _, test := range tests {
		got, err := ParseColor(test.in)
		if !errors.Is(err, test.err) || err == nil && got.String() != test.want {
			t.Errorf("ParseColor(%q) = %v, %v; want %s, %v", test.in, got, err, test.want, test.err)
		}
	}
}

// TestContrast has ratios that are published with WCAG 2.2 and its techniques.
func TestContrast(t *testing.T) {
	white := Color{0xFF, 0xFF, 0xFF}
	tests := []struct {
		a, b Color
		want float64
	}{
		{white, Color{}, 21},
		{white, white, 1},
		{Color{0x76, 0x76, 0x76}, white, 4.54},
		{Color{0x77, 0x77, 0x77}, white, 4.48},
		{Color{0xFF, 0, 0}, white, 4.00},
		{white, Color{0, 0, 0xFF}, 8.59},
	}
	for _, test := range tests {
		if got := Contrast(test.a, test.b); math.Abs(got-test.want) > 0.005 {
			t.Errorf("Contrast(%v, %v) = %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}

func TestMix(t *testing.T) {
	teal, white := Color{0x0A, 0x50, 0x58}, Color{0xFF, 0xFF, 0xFF}
	for _, test := range []struct {
		share float64
		want  string
	}{{0, "#FFFFFF"}, {1, "#0A5058"}, {2, "#0A5058"}, {-1, "#FFFFFF"}, {0.06, "#F0F5F5"}, {0.5, "#85A8AC"}} {
		if got := Mix(teal, white, test.share); got.String() != test.want {
			t.Errorf("Mix(%v) = %v, want %s", test.share, got, test.want)
		}
	}
}

func FuzzParseColor(f *testing.F) {
	for _, s := range []string{"#0A5058", "rgb(1 2 3 / 4%)", "hsl(1,2%,3%)", "red"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ParseColor(s)
		if err != nil {
			return
		}
		if again, err := ParseColor(c.String()); err != nil || again != c {
			t.Errorf("%q gives %v, and that %v, %v", s, c, again, err)
		}
	})
}
