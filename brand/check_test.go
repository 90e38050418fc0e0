package brand

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
)

func TestCheck(t *testing.T) {
	tests := []struct{ name, brand, want string }{
		{"nothing given", "meta: {}", ""},
		{"a sound brand", "color: {primary: '#0A5058', foreground: '#17211F'}", ""},
		{"a faint primary", "color: {primary: '#7FB5C0'}",
			"house/_brand.yml:1:18: warning: primary #7FB5C0 on tint #F7FBFB has a contrast of 2.1:1, less than 4.5:1 [low-contrast]"},
		{"its own span for each", "color:\n  foreground: gray\n  primary: '#0A5058'\n  link: orange\ndefaults: {presskit: {colors: {soft: silver}}}",
			"house/_brand.yml:2:15: warning: ink #808080 on tint #F0F5F5 has a contrast of 3.5:1, less than 4.5:1 [low-contrast]\n" +
				"house/_brand.yml:4:9: warning: link #FFA500 on tint #F0F5F5 has a contrast of 1.7:1, less than 4.5:1 [low-contrast]\n" +
				"house/_brand.yml:5:38: warning: soft #C0C0C0 on tint #F0F5F5 has a contrast of 1.6:1, less than 4.5:1 [low-contrast]"},
		{"a faint secondary is no accent", "color: {primary: '#0A5058', secondary: '#C23B17', warning: orange}", ""},
		{"no colour of text is given", "meta: {}\ncolor: {background: '#808080', primary: black, secondary: black, link: black}\ndefaults: {presskit: {colors: {soft: black, accent: black}}}",
			"house/_brand.yml:2:8: warning: ink #161C24 on tint #787878 has a contrast of 3.8:1, less than 4.5:1 [low-contrast]"},
		{"on dark paper", "color: {background: '#101820', foreground: white, primary: '#8AC6FF'}", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, list := read(t, test.brand)
			if len(list) > 0 {
				t.Fatal(list)
			}
			list = Check(b)
			if got := list.Error(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			for _, d := range list {
				if d.Hint != "choose darker text or a lighter ground" {
					checkHint(t, b, d)
				}
			}
		})
	}
}

// checkHint checks that the colour that a warning offers can be read.
func checkHint(t *testing.T, b *Brand, d diag.Diagnostic) {
	t.Helper()
	hex, _, _ := strings.Cut(d.Hint, " ")
	c, err := ParseColor(hex)
	if err != nil || !b.Colors.readable(c) {
		t.Errorf("the hint %q offers no readable colour", d.Hint)
	}
}

// TestFill checks what is made of colours that are not given.
func TestFill(t *testing.T) {
	white := Color{0xFF, 0xFF, 0xFF}
	parse := func(s string) Color {
		c, err := ParseColor(s)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	t.Run("all mixed colours can be read", func(t *testing.T) {
		for _, ink := range []string{"#17211F", "#333", "#555", "navy"} {
			c := fill(map[string]Color{"foreground": parse(ink)})
			if !c.readable(c.Soft) {
				t.Errorf("soft %v of ink %s", c.Soft, ink)
			}
		}
	})
	t.Run("tertiary as tint", func(t *testing.T) {
		light := fill(map[string]Color{"tertiary": parse("#EFF4F3")})
		if light.Tint != parse("#EFF4F3") {
			t.Errorf("light: %v", light.Tint)
		}
		strong := fill(map[string]Color{"tertiary": parse("#7FB5C0")})
		if strong.Tint != strong.tintFromPrimary() {
			t.Errorf("strong: %v", strong.Tint)
		}
	})
	t.Run("accent", func(t *testing.T) {
		primary := parse("#0A5058")
		for _, test := range []struct {
			given map[string]Color
			want  Color
		}{
			{nil, Default().Colors.Accent},
			{map[string]Color{"primary": primary}, primary},
			{map[string]Color{"primary": primary, "warning": white, "danger": parse("#9A2222")}, parse("#9A2222")},
			{map[string]Color{"primary": primary, "secondary": parse("#414144"), "danger": parse("#9A2222")}, parse("#414144")},
			{map[string]Color{"primary": primary, "own accent": white}, white},
		} {
			if got := fill(test.given).Accent; got != test.want {
				t.Errorf("%v: %v, want %v", test.given, got, test.want)
			}
		}
	})
}
