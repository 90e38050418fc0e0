package brand

import "testing"

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
