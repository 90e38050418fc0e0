package layouts

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// maxDepth bounds how many files of one's own lie over each other.
const maxDepth = 8

// layer is a file on the way from a layout down to the one that is whole.
type layer struct {
	fsys    fs.FS // nil for what is built in
	name    string
	builtIn bool
}

func builtInLayer(name string) layer { return layer{name: name + ".yaml", builtIn: true} }

func (l layer) read() (*source.Doc, diag.List) {
	if l.builtIn {
		return source.Read(builtIn, l.name)
	}
	return source.Read(l.fsys, l.name)
}

// parse reads a layout and lays it over the one that it extends, that one over the
// next, down to [DefaultName]. It is nil if one of them cannot be read.
func (r *reader) parse(top layer) *source.Doc {
	var docs []*source.Doc
	for at, more := top, true; more; {
		d, list := at.read()
		if d == nil && len(docs) > 0 && len(list) == 1 && !list[0].Span.IsPlace() { // it is not there
			list[0].Message = source.Quote(at.name) + ": " + list[0].Message
			list[0].Span = docs[len(docs)-1].At("extends")
		}
		r.list = append(r.list, list...)
		if d == nil {
			return nil
		}
		docs = append(docs, d)
		if r.files = append(r.files, d.Source); !at.builtIn {
			r.own = len(r.files)
		}
		var ok bool
		if at, more, ok = r.next(d, at); !ok {
			return nil
		}
	}
	root := docs[len(docs)-1].Root
	for _, d := range slices.Backward(docs[:len(docs)-1]) {
		root = merge(root, d.Root)
	}
	return &source.Doc{Source: docs[0].Source, Root: root}
}

// next finds what a file extends: by its name a layout that is built in, or by its
// path, from the folder of the file, one of the writer's own. What extends nothing
// lies over [DefaultName], which lies over nothing.
func (r *reader) next(d *source.Doc, at layer) (next layer, more, ok bool) {
	n := d.Root.Get("extends")
	if n == nil {
		return builtInLayer(DefaultName), !at.builtIn || at != builtInLayer(DefaultName), true
	}
	name := n.Text.Value
	switch {
	case n.Kind != source.StringKind:
		r.list.Add(n.Span, "wrong-type", "%q must be text, not %s", "extends", n.Kind)
		return layer{}, false, false
	case slices.Contains(Names(), name):
		return builtInLayer(name), true, true
	case path.Ext(name) == "":
		r.list.Add(n.Span, "unknown-layout", "there is no built-in layout %q to extend", name).
			Hint = "built in are: " + strings.Join(Names(), ", ") + "; a file of your own is named with its ending, such as " + name + ".yaml"
		return layer{}, false, false
	}
	next = layer{fsys: at.fsys, name: path.Join(path.Dir(at.name), name)}
	switch {
	case path.IsAbs(name) || strings.Contains(name, `\`) || !fs.ValidPath(next.name):
		r.list.Add(n.Span, "bad-path", "%s does not name a file in this project", source.Quote(name)).
			Hint = "write its path from the folder of this layout, with /"
	case slices.ContainsFunc(r.files, func(s *diag.Source) bool { return s.Name == next.name }):
		r.list.Add(n.Span, "layout-cycle", "%s leads back to itself", source.Quote(name)).
			Hint = "a layout extends another one, and at last one that is built in"
	case len(r.files) == maxDepth:
		r.list.Add(n.Span, "too-deep", "more than %d layouts lie over each other", maxDepth).
			Hint = "say in one file what several say now"
	default:
		return next, true, true
	}
	return layer{}, false, false
}

// Files lists the files that a layout of fsys is read from: its own, then those of
// the writer's own that it lies over.
func Files(fsys fs.FS, name string) []string {
	r := reader{}
	r.parse(layer{fsys: fsys, name: name})
	var names []string
	for _, s := range r.files[:r.own] {
		names = append(names, s.Name)
	}
	return names
}

// merge lays the keys of one map over those of another.
func merge(under, over *source.Node) *source.Node {
	if under.Kind != source.MapKind || over.Kind != source.MapKind {
		return over
	}
	out := &source.Node{Kind: source.MapKind, Span: over.Span, Entries: slices.Clone(under.Entries)}
	for _, e := range over.Entries {
		i := slices.IndexFunc(out.Entries, func(o source.Entry) bool { return o.Key == e.Key })
		if i < 0 {
			out.Entries = append(out.Entries, e)
			continue
		}
		e.Value = merge(out.Entries[i].Value, e.Value)
		out.Entries[i] = e
	}
	return out
}

// rank is how many files lie over the one that a place is in.
func (r *reader) rank(at diag.Span) int {
	if i := slices.Index(r.files, at.Source); i >= 0 {
		return i
	}
	return len(r.files)
}

// topmost gives the place of the first of several fields in the topmost file that
// says any of them: what lies below it was right without it.
func (r *reader) topmost(fields ...string) diag.Span {
	best := diag.Span{}
	for _, field := range fields {
		if !r.doc.Has(field) {
			continue
		}
		if at := r.doc.At(field); best.IsZero() || r.rank(at) < r.rank(best) {
			best = at
		}
	}
	return best
}

// owned gives a place in a file of the writer's own: where one that is built in is
// extended, in its stead.
func (r *reader) owned(at diag.Span) diag.Span {
	if r.own == 0 || !at.IsZero() && r.rank(at) < r.own {
		return at
	}
	return r.doc.At("extends")
}
