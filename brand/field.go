package brand

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/source"
)

// field is a key of an object of the schema with what reads its value. A value
// that is left empty is not read.
type field struct {
	key  string
	read func(*source.Node)
}

// object reads a closed object: keys that are not listed are errors.
func (r *reader) object(n *source.Node, what string, fields []field) {
	for _, e := range r.open(n, what, fields) {
		keys := make([]string, len(fields))
		for i, f := range fields {
			keys[i] = f.key
		}
		r.list.Add(e.KeySpan, "unknown-field", "unknown field %s", quote(e.Key)).Hint = source.Hint(e.Key, keys)
	}
}

// open reads an object that may have other keys, and returns those.
func (r *reader) open(n *source.Node, what string, fields []field) (others []source.Entry) {
	if n.Kind != source.MapKind {
		if n.Kind != source.NullKind {
			r.wrongType(n, what, source.MapKind)
		}
		return nil
	}
	for _, e := range n.Entries {
		i := slices.IndexFunc(fields, func(f field) bool { return f.key == e.Key })
		switch {
		case i < 0:
			others = append(others, e)
		case e.Value.Kind != source.NullKind:
			fields[i].read(e.Value)
		}
	}
	return others
}

// entries returns the entries of an object whose keys are free, without the
// empty ones.
func (r *reader) entries(n *source.Node, what string) []source.Entry {
	var list []source.Entry
	for _, e := range r.open(n, what, nil) {
		if e.Value.Kind != source.NullKind {
			list = append(list, e)
		}
	}
	return list
}

// items returns the items of a list.
func (r *reader) items(n *source.Node, what string) []*source.Node {
	if n.Kind != source.ListKind {
		r.wrongType(n, what, source.ListKind)
		return nil
	}
	return n.Items
}

// maybeItems returns the items of a list, or a single value as one item.
func (r *reader) maybeItems(n *source.Node) []*source.Node {
	if n.Kind == source.ListKind {
		return n.Items
	}
	return []*source.Node{n}
}

func (r *reader) wrongType(n *source.Node, what string, kind source.Kind) {
	r.add(n, "wrong-type", "%s must be %s, not %s", what, kind, n.Kind)
}

// text returns a reader of text into a variable.
func (r *reader) text(into *string) func(*source.Node) {
	return func(n *source.Node) {
		if n.Kind != source.StringKind {
			r.add(n, "wrong-type", "expected text, not %s", n.Kind)
			return
		}
		*into = strings.TrimSpace(n.Text.Value)
	}
}

// filled returns a reader that keeps the node of a text which is not empty.
func (r *reader) filled(into **source.Node) func(*source.Node) {
	return func(n *source.Node) {
		var text string
		r.text(&text)(n)
		switch {
		case text != "":
			*into = n
		case n.Kind == source.StringKind:
			r.add(n, "bad-value", "this must not be empty")
		}
	}
}

// oneOf reads one of a few words or numbers and returns it; "" if it is none of them.
func (r *reader) oneOf(n *source.Node, allowed []string) string {
	if isScalar(n) && slices.Contains(allowed, n.Text.Value) {
		return n.Text.Value
	}
	if !isScalar(n) {
		r.add(n, "wrong-type", "expected text, not %s", n.Kind)
		return ""
	}
	r.add(n, "bad-value", "%s is not allowed here", quote(n.Text.Value)).Hint = source.Hint(n.Text.Value, allowed)
	return ""
}

// number reads a number from low to high.
func (r *reader) number(n *source.Node, low, high float64) float64 {
	if n.Kind != source.IntKind && n.Kind != source.FloatKind {
		r.add(n, "wrong-type", "expected a number, not %s", n.Kind)
		return low
	}
	v, err := strconv.ParseFloat(n.Text.Value, 64)
	if err != nil || !(v >= low && v <= high) {
		r.add(n, "bad-value", "expected a number from %g to %g", low, high)
		return low
	}
	return v
}

// length reads a length such as "8mm", up to most, in points.
func (r *reader) length(n *source.Node, most float64) float64 {
	const hint = "write it with its unit: 8mm, 0.8cm, 24pt or 0.3in"
	if n.Kind != source.StringKind {
		r.add(n, "wrong-type", "expected a length, not %s", n.Kind).Hint = hint
		return 0
	}
	text := strings.TrimSpace(n.Text.Value)
	digits := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz")
	v, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	factor := pointsOf(text[len(digits):])
	switch {
	case err != nil || factor == 0 || !(v >= 0):
		r.add(n, "bad-value", "%s is no length", quote(text)).Hint = hint
		return 0
	case v*factor > most:
		r.add(n, "bad-value", "%s is more than %.3g mm", quote(text), most*25.4/72)
		return 0
	}
	return v * factor
}

// scalar checks that a value is text or a number, for fields that are left to
// other programs.
func (r *reader) scalar(n *source.Node) {
	if !isScalar(n) {
		r.add(n, "wrong-type", "expected text or a number, not %s", n.Kind)
	}
}

func isScalar(n *source.Node) bool {
	return n.Kind == source.StringKind || n.Kind == source.IntKind || n.Kind == source.FloatKind
}

func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// quote puts what the file says between quotation marks, cut to a length that
// is fit for a message.
func quote(s string) string {
	const longest = 60
	if utf8.RuneCountInString(s) > longest {
		s = string([]rune(s)[:longest-1]) + "…"
	}
	return `"` + s + `"`
}
