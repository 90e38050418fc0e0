package tokens

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// textValue is what tokens of type say.
type textValue struct {
	family string
	weight int     // 100–900, as brand.yml has them; 0 if not given
	size   string  // with its unit, or ""
	line   float64 // as a multiple of the size, or 0
}

// resolve follows a token to its value and reads that, once.
func (r *reader) resolve(t *token) bool {
	switch t.state {
	case sound:
		return true
	case broken:
		return false
	case busy:
		r.add(t.value, "token-cycle", "the token %q leads back to itself", t.dotted()).Hint = "give one of them a value"
		t.state = broken
		return false
	}
	t.state, t.final = busy, t
	ok := r.readValue(t)
	if t.state == broken {
		return false
	}
	t.state = broken
	if ok {
		t.state = sound
	}
	return ok
}

func (r *reader) readValue(t *token) bool {
	if other, isAlias := r.target(t.value); isAlias {
		if other == nil || !r.resolve(other) {
			return false
		}
		if t.typed != "" && other.typed != "" && t.typed != other.typed {
			r.add(t.value, "wrong-type", "the token %q is of type %s, not %s", other.dotted(), other.typed, t.typed)
			return false
		}
		t.typed, t.final, t.color, t.text = other.typed, other.final, other.color, other.text
		return true
	}
	switch t.typed {
	case "":
		r.list.Add(t.name, "missing-type", "the token %q has no type", t.dotted()).
			Hint = "give it, or a group around it, a $type: types are never guessed"
		return false
	case "color":
		return r.color(t.value, &t.color)
	case "fontFamily":
		return r.family(t.value, &t.text)
	case "fontWeight":
		return r.weight(t.value, &t.text)
	case "dimension":
		return r.dimension(t.value, &t.text)
	case "typography":
		return r.typography(t.value, &t.text)
	}
	return true
}

// property reads a part of a composite value: an alias to a token of its type, or
// a value.
func (r *reader) property(n *source.Node, typed string, into *textValue, read func(*source.Node, *textValue) bool) bool {
	other, isAlias := r.target(n)
	if !isAlias {
		return read(n, into)
	}
	if other == nil || !r.resolve(other) {
		return false
	}
	if other.typed != typed {
		r.add(n, "wrong-type", "the token %q is of type %s, not %s", other.dotted(), other.typed, typed)
		return false
	}
	from := other.text
	switch typed {
	case "fontFamily":
		into.family = from.family
	case "fontWeight":
		into.weight = from.weight
	case "dimension":
		into.size = from.size
	}
	return true
}

// typography reads a composite of type (Format Module, 9.7).
func (r *reader) typography(n *source.Node, into *textValue) bool {
	if n.Kind != source.MapKind {
		r.add(n, "wrong-type", "a typography must be a map of keys, not %s", n.Kind)
		return false
	}
	ok := true
	keys := []string{"fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight"}
	for _, e := range n.Entries {
		switch e.Key {
		case "fontFamily":
			ok = r.property(e.Value, "fontFamily", into, r.family) && ok
		case "fontSize":
			ok = r.property(e.Value, "dimension", into, r.dimension) && ok
		case "fontWeight":
			ok = r.property(e.Value, "fontWeight", into, r.weight) && ok
		case "lineHeight":
			if other, isAlias := r.target(e.Value); isAlias {
				ok = other != nil && r.resolve(other) && ok
				if other != nil && other.final.value != nil {
					into.line, _ = number(other.final.value)
				}
			} else if into.line, isAlias = number(e.Value); !isAlias {
				r.add(e.Value, "wrong-type", "lineHeight must be a number, not %s", e.Value.Kind)
				ok = false
			}
		case "letterSpacing":
			var ignored textValue
			ok = r.property(e.Value, "dimension", &ignored, r.dimension) && ok
		default:
			r.list.Add(e.KeySpan, "unknown-field", "a typography has no %q", e.Key).Hint = source.Hint(e.Key, keys)
			ok = false
		}
	}
	for _, key := range keys {
		if n.Get(key) == nil {
			d := r.add(n, "missing-field", "a typography needs %s", key)
			d.Severity = diag.Warning // what is there is of use
		}
	}
	return ok
}

// family reads a name, or a list of names of which the first counts.
func (r *reader) family(n *source.Node, into *textValue) bool {
	names := []*source.Node{n}
	if n.Kind == source.ListKind {
		names = n.Items
	}
	for _, item := range names {
		if item.Kind != source.StringKind || strings.TrimSpace(item.Text.Value) == "" {
			r.add(item, "wrong-type", "a fontFamily must be a name, or a list of names")
			return false
		}
		if name := strings.TrimSpace(item.Text.Value); into.family == "" && !slices.Contains(generic(), name) {
			into.family = name
		}
	}
	if len(names) == 0 {
		r.add(n, "wrong-type", "a fontFamily needs a name")
		return false
	}
	return true
}

// generic are the families of CSS that no font is named after (CSS Fonts 4, 2.1.2).
func generic() []string {
	return []string{"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "math", "-apple-system", "BlinkMacSystemFont"}
}

// weight reads a weight from 1 to 1000, or by its name (Format Module, 8.4), as
// the nearest hundred.
func (r *reader) weight(n *source.Node, into *textValue) bool {
	names := map[string]int{
		"thin": 100, "hairline": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400, "book": 400,
		"medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800,
		"black": 900, "heavy": 900, "extra-black": 900, "ultra-black": 900,
	}
	if n.Kind == source.StringKind {
		w, ok := names[n.Text.Value]
		if !ok {
			var known []string
			for name := range names {
				known = append(known, name)
			}
			slices.Sort(known)
			r.add(n, "bad-value", "%q is no font weight", n.Text.Value).Hint = source.Hint(n.Text.Value, known)
			return false
		}
		into.weight = w
		return true
	}
	v, ok := number(n)
	if !ok || v < 1 || v > 1000 {
		r.add(n, "bad-value", "a font weight is a number from 1 to 1000, or a name such as bold")
		return false
	}
	into.weight = min(max(int(math.Round(v/100))*100, 100), 900)
	return true
}

// dimension reads {value, unit}, or the text of older drafts: "16px".
func (r *reader) dimension(n *source.Node, into *textValue) bool {
	const hint = `write {"value": 16, "unit": "px"}; units are px and rem`
	if n.Kind == source.StringKind {
		for _, unit := range []string{"px", "rem"} {
			digits, ok := strings.CutSuffix(n.Text.Value, unit)
			if v, err := strconv.ParseFloat(digits, 64); ok && err == nil && !math.IsInf(v, 0) && !math.IsNaN(v) {
				d := r.add(n, "old-form", "dimensions are maps of value and unit since 2025.10")
				d.Severity, d.Hint = diag.Warning, hint
				into.size = written(v) + unit
				return true
			}
		}
	}
	if n.Kind != source.MapKind {
		r.add(n, "wrong-type", "a dimension must be a map of value and unit").Hint = hint
		return false
	}
	v, ok := 0.0, false
	if value := n.Get("value"); value != nil {
		v, ok = number(value)
	}
	unit := n.Get("unit")
	if !ok || unit == nil || unit.Text.Value != "px" && unit.Text.Value != "rem" {
		r.add(n, "bad-value", "a dimension has a number as value, and px or rem as unit").Hint = hint
		return false
	}
	into.size = written(v) + unit.Text.Value
	return true
}

// number reads a finite number.
func number(n *source.Node) (float64, bool) {
	if n.Kind != source.IntKind && n.Kind != source.FloatKind {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Text.Value, 64)
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

func written(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
