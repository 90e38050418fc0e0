package brand

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
)

// Check returns a warning for each colour of text that has a contrast under
// 4.5:1 on paper or on tint (WCAG 2.2, success criterion 1.4.3), with the
// nearest lightness that has it.
func Check(b *Brand) diag.List {
	c := b.Colors
	roles := []struct {
		name  string
		color Color
	}{
		{"ink", c.Ink}, {"soft", c.Soft}, {"primary", c.Primary},
		{"secondary", c.Secondary}, {"accent", c.Accent}, {"link", c.Link},
	}
	var list diag.List
	for _, role := range roles {
		if _, own := b.places[role.name]; !own && role.color == c.Primary && role.name != "primary" {
			continue // it stands in for primary, which has its own warning
		}
		ground, name := c.Paper, "paper"
		if Contrast(role.color, c.Tint) < Contrast(role.color, c.Paper) {
			ground, name = c.Tint, "tint"
		}
		ratio := Contrast(role.color, ground)
		if ratio >= minContrast {
			continue
		}
		place, written := b.places[role.name]
		if !written { // it is mixed, or the ground is at fault: the palette as a whole
			place = b.file
		}
		d := list.Add(place, "low-contrast", "%s %s on %s %s has a contrast of %.1f:1, less than %.1f:1",
			role.name, role.color, name, ground, floorTenth(ratio), minContrast)
		d.Severity = diag.Warning
		d.Hint = "choose darker text or a lighter ground"
		if better, ok := c.nearestReadable(role.color); ok {
			d.Hint = fmt.Sprintf("%s would do", better)
		}
	}
	list.Sort()
	return list
}

// floorTenth rounds down, so that 4.46 is not reported as 4.5.
func floorTenth(v float64) float64 { return float64(int(v*10)) / 10 }

// nearestReadable returns the colour of the same hue and saturation, nearest in
// lightness, that can be read on paper and tint; false where there is none.
func (c Colors) nearestReadable(text Color) (Color, bool) {
	const steps = 200
	start := text.hsl()
	var found []hsl
	for i := range steps + 1 {
		candidate := hsl{h: start.h, s: start.s, l: float64(i) / steps}
		if c.readable(candidate.rgb()) {
			found = append(found, candidate)
		}
	}
	if len(found) == 0 {
		return Color{}, false
	}
	best := slices.MinFunc(found, func(a, b hsl) int {
		return cmp.Compare(distance(a.l, start.l), distance(b.l, start.l))
	})
	return best.rgb(), true
}

func distance(a, b float64) float64 { return max(a-b, b-a) }
