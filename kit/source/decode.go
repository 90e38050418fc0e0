package source

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// Decode decodes the document into the struct that out points to. Each exported
// field is named by its tag `key:"kebab-name"`; a tag "-" leaves a field out, and
// an embedded struct without a tag shares the keys of the struct around it.
//
// Fields may be structs and pointers to structs, slices, [Map] and what
// implements [Unmarshaler], such as [Text]; plain bool; and string types, for which a method
// Allowed() []string lists the words to choose from. Every key that is unknown
// and every value of a wrong type is reported, and leaves its field alone. Only
// after hundreds of problems is the rest left out, and a note says so.
func (d *Doc) Decode(out any) diag.List {
	var list diag.List
	v := reflect.ValueOf(out)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("source: cannot decode into %T", out))
	}
	(&Context{list: &list, keys: map[reflect.Type][]fieldKey{}}).value(d.Root, v.Elem())
	if len(list) >= maxProblems {
		list.Add(diag.File(d.Source), "too-many-problems", "there are more problems than are listed").Severity = diag.Note
	}
	list.Sort()
	return list
}

// maxProblems is after how many problems the rest of a file is not looked at.
const maxProblems = 500

// Unmarshaler is implemented by types that decode themselves.
type Unmarshaler interface {
	// UnmarshalNode sets the receiver to the node, or reports through c.
	UnmarshalNode(c *Context, n *Node)
}

// Context is what an [Unmarshaler] decodes with.
type Context struct {
	list *diag.List
	keys map[reflect.Type][]fieldKey // of the struct types met so far

	// The path is put together when it is asked for, which is seldom.
	around *Context
	key    string
}

// Path returns the field path of the node being decoded.
func (c *Context) Path() string {
	if c.around == nil {
		return ""
	}
	path := c.around.Path()
	if path == "" || c.key[0] == '[' {
		return path + c.key
	}
	return path + "." + c.key
}

// Report adds an error; its hint and other fields may be set through the result.
func (c *Context) Report(span diag.Span, rule, format string, args ...any) *diag.Diagnostic {
	return c.list.Add(span, rule, format, args...)
}

// WrongType reports that the node is not what is wanted, "a whole number".
func (c *Context) WrongType(n *Node, want string) {
	name := "the file"
	if path := c.Path(); path != "" {
		name = Quote(path)
	}
	if n.Kind == NullKind {
		c.Report(n.Span, "wrong-type", "%s has no value; it must be %s", name, want).
			Hint = "give it a value or leave the key out"
		return
	}
	d := c.Report(n.Span, "wrong-type", "%s must be %s, not %s", name, want, n.Kind)
	if want == StringKind.String() && n.Kind == BoolKind {
		d.Hint = "put the word in quotation marks"
	}
}

// Decode decodes a node into what out points to; key, "" for the node itself,
// is what to add to the path.
func (c *Context) Decode(n *Node, key string, out any) {
	c.in(key).value(n, reflect.ValueOf(out).Elem())
}

// in returns the context of a key.
func (c *Context) in(key string) *Context {
	if key == "" {
		return c
	}
	return &Context{list: c.list, keys: c.keys, around: c, key: key}
}

func (c *Context) value(n *Node, v reflect.Value) {
	if len(*c.list) >= maxProblems {
		return
	}
	if u, ok := v.Addr().Interface().(Unmarshaler); ok {
		u.UnmarshalNode(c, n)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		target := reflect.New(v.Type().Elem())
		c.value(n, target.Elem())
		if n.Kind != NullKind {
			v.Set(target)
		}
	case reflect.Struct:
		c.structure(n, v)
	case reflect.Slice:
		c.slice(n, v)
	case reflect.Bool:
		if n.Kind != BoolKind {
			c.WrongType(n, BoolKind.String())
			return
		}
		v.SetBool(isTrue(n))
	case reflect.String:
		c.word(n, v)
	default:
		panic(fmt.Sprintf("source: cannot decode into %s", v.Type()))
	}
}

func isTrue(n *Node) bool { return strings.EqualFold(n.Text.Value, "true") }

func (c *Context) slice(n *Node, v reflect.Value) {
	if n.Kind != ListKind {
		c.WrongType(n, ListKind.String())
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items))
	for i, item := range n.Items {
		c.in("["+strconv.Itoa(i)+"]").value(item, out.Index(i))
	}
	v.Set(out)
}

func (c *Context) word(n *Node, v reflect.Value) {
	chooser, closed := v.Interface().(interface{ Allowed() []string })
	if n.Kind != StringKind {
		c.WrongType(n, StringKind.String())
		return
	}
	word := n.Text.Value
	if closed {
		allowed := chooser.Allowed()
		for _, a := range allowed {
			if a == word {
				v.SetString(word)
				return
			}
		}
		c.Report(n.Span, "bad-value", "%s cannot be %s", Quote(c.Path()), Quote(word)).Hint = Hint(word, allowed)
		return
	}
	v.SetString(word)
}

func (c *Context) structure(n *Node, v reflect.Value) {
	if n.Kind != MapKind {
		c.WrongType(n, MapKind.String())
		return
	}
	fields := c.fields(v.Type())
	for _, f := range fields {
		if f.place {
			v.FieldByIndex(f.index).Set(reflect.ValueOf(Place{Span: n.Span, Path: c.Path()}))
		}
	}
	for _, e := range n.Entries {
		i := slices.IndexFunc(fields, func(f fieldKey) bool { return !f.place && f.key == e.Key })
		if i >= 0 {
			c.in(e.Key).value(e.Value, v.FieldByIndex(fields[i].index))
			continue
		}
		if len(*c.list) >= maxProblems {
			return
		}
		var allowed []string
		for _, f := range fields {
			if !f.place {
				allowed = append(allowed, f.key)
			}
		}
		c.Report(e.KeySpan, "unknown-field", "unknown field %s", Quote(e.Key)).Hint = Hint(e.Key, allowed)
	}
}

// fieldKey is a field of a struct: one with a key, or its [Place].
type fieldKey struct {
	key   string
	place bool
	index []int
}

// fields lists the fields of a struct type, those of embedded structs too. Where
// a key is there twice, the first one counts.
func (c *Context) fields(t reflect.Type) []fieldKey {
	if list, ok := c.keys[t]; ok {
		return list
	}
	list := make([]fieldKey, 0, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		key := f.Tag.Get("key")
		switch {
		case f.Type == reflect.TypeFor[Place]() && f.Anonymous:
			list = append(list, fieldKey{place: true, index: f.Index})
		case f.Anonymous && key == "" && f.Type.Kind() == reflect.Struct:
			for _, inner := range c.fields(f.Type) {
				list = append(list, fieldKey{key: inner.key, place: inner.place, index: slices.Concat(f.Index, inner.index)})
			}
		case key != "" && key != "-":
			list = append(list, fieldKey{key: key, index: f.Index})
		}
	}
	c.keys[t] = list
	return list
}
