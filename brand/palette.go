package brand

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// roles are the colours of brand.yml that have a meaning.
func roles() []string {
	return []string{"foreground", "background", "primary", "secondary", "tertiary",
		"success", "info", "warning", "danger", "light", "dark", "link"}
}

func (r *reader) readColors(n *source.Node) {
	r.theme, r.palette = map[string]*source.Node{}, map[string]*source.Node{}
	r.inPalette = map[*source.Node]bool{}
	fields := []field{{"palette", func(n *source.Node) {
		for _, e := range r.entries(n, "palette") {
			r.palette[e.Key] = e.Value
			r.inPalette[e.Value] = true
		}
	}}}
	for _, role := range roles() {
		fields = append(fields, field{role, func(n *source.Node) { r.theme[role] = n }})
	}
	r.object(n, "color", fields)
}

// setColors resolves every colour that is given, so that each mistake is
// reported, then fills the palette of the brand.
func (r *reader) setColors(b *Brand) {
	b.palette = map[string]shade{}
	for _, name := range slices.Sorted(maps.Keys(r.palette)) {
		if c, ok := r.color(r.palette[name]); ok {
			b.palette[name] = shade{c, r.resolved[r.palette[name]].place}
		}
	}
	given := map[string]Color{}
	b.places = map[string]diag.Span{}
	take := func(key, name string, n *source.Node) {
		if n == nil {
			return
		}
		if c, ok := r.color(n); ok {
			given[key] = c
			b.places[name] = r.resolved[n].place
		}
	}
	for _, role := range roles() {
		take(role, paletteName(role), r.theme[role])
	}
	for _, role := range slices.Sorted(maps.Keys(r.own)) {
		take("own "+role, role, r.own[role])
	}
	take("headings", "headings", r.headings.color)
	for _, code := range []struct {
		name string
		is   *textOptions
	}{{"code", &r.inline}, {"code-block", &r.block}, {"link", &r.link}} {
		take(code.name, code.name, code.is.color)
		take(code.name+"-ground", code.name+"-ground", code.is.ground)
		// Text on a ground of its own must stand out from that.
		_, text := b.places[code.name]
		if place, ground := b.places[code.name+"-ground"]; ground && !text && code.is != &r.link {
			b.places[code.name] = place
		}
	}
	for _, n := range r.colored {
		r.color(n)
	}
	b.Colors = fill(given)
	if tint := b.Colors.Tint; given["tertiary"] == tint && b.places["tint"].IsZero() && !b.places["tertiary"].IsZero() {
		b.places["tint"] = b.places["tertiary"]
	}
	if _, own := b.places["accent"]; !own {
		for _, role := range accents() {
			if c, ok := given[role]; ok && c == b.Colors.Accent {
				b.places["accent"] = b.places[role]
				break
			}
		}
	}
}

// paletteName is the name of the palette for a colour of brand.yml that goes
// there as it is.
func paletteName(role string) string {
	switch role {
	case "foreground":
		return "ink"
	case "background":
		return "paper"
	}
	return role
}

// accents are the colours of brand.yml that may serve as the accent, the first
// that can be read, and last the primary one.
func accents() []string { return []string{"secondary", "warning", "danger", "primary"} }

// fill makes the whole palette from the colours that are given. What is not
// given is the default brand's, or mixed from its neighbours.
func fill(given map[string]Color) Colors {
	pick := func(fallback Color, role string) Color {
		if c, ok := given[role]; ok {
			return c
		}
		return fallback
	}
	c := defaultColors()
	c.Ink = pick(c.Ink, "foreground")
	c.Paper = pick(c.Paper, "background")
	c.Primary = pick(c.Primary, "primary")
	c.Secondary = pick(c.Primary, "secondary")
	c.Link = pick(c.Primary, "link")
	c.Headings = pick(c.Ink, "headings")
	c.Code, c.CodeBlock = pick(c.Ink, "code"), pick(c.Ink, "code-block")
	c.CodeGround, c.CodeBlockGround, c.LinkGround = pick(c.Paper, "code-ground"), pick(c.Paper, "code-block-ground"), pick(c.Paper, "link-ground")

	c.Tint = c.tintFromPrimary()
	if tertiary, ok := given["tertiary"]; ok && Contrast(tertiary, c.Paper) <= maxGroundContrast {
		c.Tint = tertiary
	}
	c.Tint = pick(c.Tint, "own tint")
	c.Soft = pick(c.softFromInk(), "own soft")
	c.Hairline = pick(c.hairlineFromInk(), "own hairline")

	if accent, ok := given["own accent"]; ok {
		c.Accent = accent
		return c
	}
	if _, ok := given["primary"]; !ok {
		return c // the default brand's accent goes with its primary
	}
	c.Accent = c.Primary
	for _, role := range accents() {
		if candidate, ok := given[role]; ok && c.readable(candidate) {
			c.Accent = candidate
			break
		}
	}
	return c
}

// maxGroundContrast is how far a ground may stand out from the paper and still
// read as a tint of it.
const maxGroundContrast = 1.35

// resolved is a colour that was looked up once; busy while that goes on.
type resolved struct {
	color    Color
	place    diag.Span // of the variant that counts
	ok, busy bool
}

// color returns the colour that a node gives, by value or by the name of
// another. Each problem is reported once, at the node that has it; ok is false
// for that node and for all that refer to it.
func (r *reader) color(n *source.Node) (c Color, ok bool) {
	if known, seen := r.resolved[n]; seen {
		if known.busy {
			d := r.add(n, "color-cycle", "the colour %s leads back to itself", quote(n.Text.Value))
			d.Hint = `give it a value, such as "#0A5058"`
		}
		return known.color, known.ok
	}
	if r.resolved == nil {
		r.resolved = map[*source.Node]resolved{}
	}
	r.resolved[n] = resolved{busy: true}
	place := n.Span
	if n.Kind == source.MapKind && !r.inPalette[n] {
		c, place, ok = r.variant(n)
	} else if n.Kind != source.StringKind {
		d := r.add(n, "wrong-type", "expected a colour, not %s", n.Kind)
		if n.Kind == source.IntKind {
			d.Hint = "put it between quotation marks, with # in front"
		}
	} else if other := r.namedColor(n); other != nil {
		c, ok = r.color(other)
	} else {
		c, ok = r.parseColor(n)
	}
	r.resolved[n] = resolved{color: c, place: place, ok: ok}
	return c, ok
}

// variant returns the colour of an object {light, dark} that the kit's scheme
// asks for; ok is false if it is not there. Both are checked.
func (r *reader) variant(n *source.Node) (c Color, place diag.Span, ok bool) {
	take := func(wanted bool) func(*source.Node) {
		return func(n *source.Node) {
			if n.Kind != source.StringKind { // variants have none themselves
				r.add(n, "wrong-type", "expected a colour, not %s", n.Kind)
				return
			}
			if found, fine := r.color(n); fine && wanted {
				c, place, ok = found, n.Span, true
			}
		}
	}
	r.object(n, "a colour", []field{{"light", take(!r.dark)}, {"dark", take(r.dark)}})
	return c, place, ok
}

// namedColor returns the colour that a node names: one of the palette, or,
// for a node outside the palette, a role. A colour never names itself, so that
// a palette may say white: white.
func (r *reader) namedColor(n *source.Node) *source.Node {
	name := strings.TrimSpace(n.Text.Value)
	if other := r.palette[name]; other != nil && other != n {
		return other
	}
	if r.inPalette[n] {
		return nil
	}
	if other := r.theme[name]; other != nil && other != n {
		return other
	}
	return nil
}

func (r *reader) parseColor(n *source.Node) (Color, bool) {
	c, err := ParseColor(n.Text.Value)
	switch {
	case errors.Is(err, errTranslucent):
		d := r.add(n, "bad-color", "the colour %s is translucent", quote(n.Text.Value))
		d.Hint = "paper is not: give the colour as it looks on the page"
	case err != nil:
		d := r.add(n, "bad-color", "%s is no colour", quote(n.Text.Value))
		d.Hint = `write it as "#0A5058", rgb(10, 80, 88) or a CSS name, or name a colour of the palette`
		if guess := source.Suggest(n.Text.Value, slices.Sorted(maps.Keys(r.palette))); guess != "" {
			d.Hint = "did you mean " + quote(guess) + "? " + d.Hint
		}
	}
	return c, err == nil
}
