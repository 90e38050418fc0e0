// Package tokens makes a brand file of design tokens, as design tools export
// them: the Design Tokens Format Module 2025.10 of the Design Tokens Community
// Group (DTCG). What comes out is a _brand.yml to keep and to edit; the tokens
// are not read again.
//
// Start with [Import]. It reads groups, types that groups hand down, aliases
// ({color.blue.500} and JSON pointers), $root, $extends, and the values of the
// types color, dimension, fontFamily, fontWeight and typography. Other types are
// passed over, and so is $extensions.
//
// # What becomes of tokens
//
//	color                  color.palette, by its path: color.blue.500 is blue-500
//	  primary, text, …     color.primary, foreground, …; see roles
//	typography             typography.base, headings, monospace, by its name
//	fontFamily             the same, where no typography says so
//
// The format leaves names to their authors, so that what a token is for is told
// from its name: of several that fit, the shortest path counts. A note says which
// was taken for what.
package tokens

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Bounds of a file: its tokens, and its groups, each as often as others take it
// over; and how many tokens are searched for the one that may have been meant.
const (
	maxTokens    = 20_000
	maxGroups    = 20_000
	maxSuggested = 1_000
)

// Import reads a token file of fsys and gives the brand file that it makes, with
// every problem of the tokens at its place. The text is nil if there are errors.
func Import(fsys fs.FS, name string) (text []byte, list diag.List) {
	d, list := source.Read(fsys, name)
	if d == nil {
		return nil, list
	}
	r := &reader{list: list, byPath: map[string]*token{}, groups: map[string]*source.Node{}}
	r.index(d.Root, nil, 0)
	r.group(d.Root, nil, "", nil)
	for _, t := range r.tokens {
		r.resolve(t)
	}
	b := r.brand()
	r.list.Sort()
	r.list = slices.CompactFunc(r.list, func(a, b diag.Diagnostic) bool { // of groups that others take over
		return a.Span == b.Span && a.Rule == b.Rule && a.Message == b.Message
	})
	if r.list.HasErrors() {
		return nil, r.list
	}
	return b.yaml(), r.list
}

// token is a token of the file.
type token struct {
	path  []string
	name  diag.Span // of the key
	typed string    // $type of its own or of a group; "" if there is none
	value *source.Node

	state resolving
	final *token // that an alias leads to; itself for a value
	color colorValue
	text  textValue // of fontFamily, fontWeight, dimension and typography
}

// resolving says how far a token has come.
type resolving uint8

const (
	unresolved resolving = iota
	busy
	sound
	broken
)

func (t *token) dotted() string { return strings.Join(t.path, ".") }

// reader reads one file.
type reader struct {
	list   diag.List
	tokens []*token
	byPath map[string]*token
	groups map[string]*source.Node
	read   int // groups, each time
	full   bool
}

func (r *reader) add(n *source.Node, rule, format string, args ...any) *diag.Diagnostic {
	return r.list.Add(n.Span, rule, format, args...)
}

// index notes all groups by their paths, for $extends.
func (r *reader) index(n *source.Node, path []string, depth int) {
	if n.Kind != source.MapKind || n.Get("$value") != nil || depth > source.MaxDepth {
		return
	}
	r.groups[strings.Join(path, ".")] = n
	for _, e := range n.Entries {
		if !strings.HasPrefix(e.Key, "$") {
			r.index(e.Value, append(slices.Clone(path), e.Key), depth+1)
		}
	}
}

// group reads the tokens of a group. extending are the groups that it is read for
// by $extends.
func (r *reader) group(n *source.Node, path []string, typed string, extending []*source.Node) {
	n, extending = r.expand(n, extending)
	again := len(extending) > 0
	if r.read++; r.read > maxGroups {
		r.tooLarge(n.Span, "groups", maxGroups)
		return
	}
	for _, e := range n.Entries {
		switch e.Key {
		case "$type":
			typed = r.typeOf(e.Value, typed)
		case "$description":
			r.text(e.Value, again)
		case "$extensions", "$deprecated", "$extends", "$root":
		case "$schema":
			if len(path) > 0 {
				r.reserved(e)
			}
		default:
			if strings.HasPrefix(e.Key, "$") && !again {
				r.reserved(e)
			}
		}
	}
	for _, e := range n.Entries {
		switch {
		case e.Key == "$root":
			r.token(e, path, path, typed)
		case strings.HasPrefix(e.Key, "$"):
		default:
			r.member(e, path, typed, extending)
		}
	}
}

// member reads a token or a group in a group.
func (r *reader) member(e source.Entry, path []string, typed string, extending []*source.Node) {
	if strings.ContainsAny(e.Key, "{}.") {
		r.list.Add(e.KeySpan, "bad-name", "the name %q has a brace or a period, which aliases are written with", e.Key).
			Hint = "names of tokens and groups have none of { } ."
		return
	}
	at := append(slices.Clone(path), e.Key)
	switch {
	case e.Value.Kind != source.MapKind:
		r.add(e.Value, "wrong-type", "a token must be a map of keys, not %s", e.Value.Kind).
			Hint = `write {"$type": "color", "$value": …}`
	case e.Value.Get("$value") != nil:
		r.token(e, path, at, typed)
	default:
		r.group(e.Value, at, typed, extending)
	}
}

// expand gives a group with what it takes over from another one by $extends: all that
// it has not itself, its type and the members of groups that both have included
// (Design Tokens Format Module 2025.10, 6.4). extending are the groups that led here.
func (r *reader) expand(n *source.Node, extending []*source.Node) (*source.Node, []*source.Node) {
	e := n.Get("$extends")
	if e == nil {
		return n, extending
	}
	target, ok := r.reference(e)
	if !ok {
		r.add(e, "bad-value", "$extends must name a group").Hint = `write it as "{group}"`
		return n, extending
	}
	from := r.groups[target]
	switch {
	case from == nil:
		r.add(e, "unknown-reference", "there is no group %q", target).Hint = source.Hint(target, r.groupNames())
		return n, extending
	case from == n || slices.Contains(extending, from):
		r.add(e, "token-cycle", "the group %q leads back to itself", target)
		return n, extending
	}
	from, extending = r.expand(from, append(slices.Clone(extending), n, from))
	return r.over(n, from), extending
}

// over lays a group over another one.
func (r *reader) over(n, under *source.Node) *source.Node {
	if r.read += len(under.Entries); r.read > maxGroups {
		return n // the group is reported as one too many
	}
	merged := *n
	merged.Entries = slices.Clone(n.Entries)
	at := map[string]int{}
	for i, e := range merged.Entries {
		at[e.Key] = i
	}
	for _, e := range under.Entries {
		switch i, both := at[e.Key]; {
		case e.Key == "$extends":
		case !both:
			merged.Entries = append(merged.Entries, e)
		case isGroup(e) && isGroup(merged.Entries[i]):
			merged.Entries[i].Value = r.over(merged.Entries[i].Value, e.Value)
		}
	}
	return &merged
}

func isGroup(e source.Entry) bool {
	return !strings.HasPrefix(e.Key, "$") && e.Value.Kind == source.MapKind && e.Value.Get("$value") == nil
}

func (r *reader) groupNames() []string {
	var names []string
	for name := range r.groups {
		if name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// token keeps a token for later: what it refers to may stand below it.
func (r *reader) token(e source.Entry, _ []string, path []string, typed string) {
	if e.Value.Kind != source.MapKind || e.Value.Get("$value") == nil {
		r.add(e.Value, "missing-field", "a token needs a $value")
		return
	}
	if len(path) == 0 {
		path = []string{"root"}
	}
	t := &token{path: path, name: e.KeySpan, typed: typed}
	for _, f := range e.Value.Entries {
		switch f.Key {
		case "$value":
			t.value = f.Value
		case "$type":
			t.typed = r.typeOf(f.Value, typed)
		case "$description":
			r.text(f.Value, false)
		case "$extensions", "$deprecated":
		default:
			if strings.HasPrefix(f.Key, "$") {
				r.reserved(f)
				continue
			}
			r.list.Add(f.KeySpan, "unknown-field", "%q is in a token, and tokens hold no others", f.Key).
				Hint = "put it beside the token, in a group"
		}
	}
	if len(r.tokens) >= maxTokens {
		r.tooLarge(t.name, "tokens", maxTokens)
		return
	}
	if r.byPath[t.dotted()] != nil {
		return // of a group that another one takes over twice
	}
	r.tokens = append(r.tokens, t)
	r.byPath[t.dotted()] = t
}

func (r *reader) tooLarge(at diag.Span, what string, most int) {
	if !r.full {
		r.full = true
		r.list.Add(at, "too-large", "there are more than %d %s", most, what)
	}
}

func (r *reader) reserved(e source.Entry) {
	r.list.Add(e.KeySpan, "unknown-field", "the format has no property %q, and keeps names that start with $ to itself", e.Key).
		Hint = source.Hint(e.Key, []string{"$value", "$type", "$description", "$extensions", "$deprecated", "$extends", "$root"})
}

func (r *reader) text(n *source.Node, again bool) {
	if n.Kind != source.StringKind && !again {
		r.add(n, "wrong-type", "$description must be text, not %s", n.Kind)
	}
}

// types are those of the format.
func types() []string {
	return []string{"color", "dimension", "fontFamily", "fontWeight", "duration", "cubicBezier", "number",
		"strokeStyle", "border", "transition", "shadow", "gradient", "typography"}
}

// typeOf reads a $type. One that the format does not have is a warning: many tools
// write their own, which a brand has no place for.
func (r *reader) typeOf(n *source.Node, otherwise string) string {
	if n.Kind != source.StringKind {
		r.add(n, "wrong-type", "$type must be text, not %s", n.Kind)
		return otherwise
	}
	if !slices.Contains(types(), n.Text.Value) {
		d := r.add(n, "unknown-type", "the format has no type %q; its tokens are passed over", n.Text.Value)
		d.Severity = diag.Warning
		d.Hint = source.Hint(n.Text.Value, types())
	}
	return n.Text.Value
}

// reference reads an alias: "{a.b}", or {"$ref": "#/a/b"}, with /$value at the end
// or without. It gives the path of what it names.
func (r *reader) reference(n *source.Node) (path string, ok bool) {
	if n.Kind == source.MapKind && len(n.Entries) == 1 && n.Entries[0].Key == "$ref" && n.Entries[0].Value.Kind == source.StringKind {
		pointer, found := strings.CutPrefix(n.Entries[0].Value.Text.Value, "#/")
		if !found {
			return "", false
		}
		parts := strings.Split(strings.TrimSuffix(pointer, "/$value"), "/")
		for i, p := range parts { // RFC 6901, 4
			parts[i] = strings.ReplaceAll(strings.ReplaceAll(p, "~1", "/"), "~0", "~")
		}
		return strings.TrimSuffix(strings.Join(parts, "."), ".$root"), true
	}
	if n.Kind != source.StringKind {
		return "", false
	}
	text := n.Text.Value
	if len(text) > 2 && strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") && !strings.ContainsAny(text[1:len(text)-1], "{}") {
		return strings.TrimSuffix(text[1:len(text)-1], ".$root"), true
	}
	return "", false
}

// target finds the token that a node refers to. isAlias is false for a value; t is
// nil for an alias that leads nowhere, which is reported.
func (r *reader) target(n *source.Node) (t *token, isAlias bool) {
	path, ok := r.reference(n)
	if !ok {
		return nil, false
	}
	t = r.byPath[path]
	switch {
	case t != nil:
	case r.groups[path] != nil:
		r.add(n, "unknown-reference", "%q is a group, and an alias names a token", path).Hint = "name one of its tokens"
	default:
		var names []string
		for _, other := range r.tokens[:min(len(r.tokens), maxSuggested)] {
			names = append(names, other.dotted())
		}
		d := r.add(n, "unknown-reference", "there is no token %q", path)
		if guess := source.Suggest(path, names); guess != "" {
			d.Hint = fmt.Sprintf("did you mean %q?", "{"+guess+"}")
		}
	}
	return t, true
}
