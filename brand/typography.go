package brand

import (
	"cmp"
	"strings"

	"github.com/presskit-go/presskit/kit/source"
)

// fontEntry is an entry of typography.fonts.
type fontEntry struct {
	node    *source.Node
	origin  string       // file, system, google or bunny
	family  *source.Node // nil if not given
	files   []fontFile
	weights []string
	styles  []string
}

// fontFile is a file of a font. Weight and style are the file's own where the
// entry gives none.
type fontFile struct {
	path   *source.Node
	weight int
	style  string
}

// textOptions is what the file says of one kind of text; nil is nothing.
type textOptions struct {
	family, size, lineHeight, color, ground, decoration *source.Node
	weight                                              int
	style                                               string
}

// over is what is said of a kind of text that another one is an example of.
func (o textOptions) over(general textOptions) textOptions {
	o.family, o.size = cmp.Or(o.family, general.family), cmp.Or(o.size, general.size)
	o.color, o.ground = cmp.Or(o.color, general.color), cmp.Or(o.ground, general.ground)
	o.weight = cmp.Or(o.weight, general.weight)
	return o
}

func (r *reader) readTypography(n *source.Node) {
	var monospace textOptions
	r.object(n, "typography", []field{
		{"fonts", func(n *source.Node) {
			for _, item := range r.items(n, "fonts") {
				r.fonts = append(r.fonts, r.readFont(item))
			}
		}},
		{"base", r.readOptions(&r.base, "size", "weight", "line-height")},
		{"headings", r.readOptions(&r.headings, "weight", "style", "color", "line-height")},
		{"monospace", r.readOptions(&monospace, "size", "weight", "color", "background-color")},
		{"monospace-inline", r.readOptions(&r.inline, "size", "weight", "color", "background-color")},
		{"monospace-block", r.readOptions(&r.block, "size", "weight", "color", "background-color", "line-height")},
		{"link", func(n *source.Node) {
			if n.Kind == source.StringKind {
				r.link.color = n
				return
			}
			r.object(n, "link", r.options(&r.link, "weight", "color", "background-color", "decoration"))
		}},
	})
	r.inline, r.block = r.inline.over(monospace), r.block.over(monospace)
}

// readOptions returns a reader of settings for one kind of text: the name of a
// family alone, or an object.
func (r *reader) readOptions(into *textOptions, others ...string) func(*source.Node) {
	return func(n *source.Node) {
		if n.Kind == source.StringKind {
			r.filled(&into.family)(n)
			return
		}
		r.object(n, "settings of text", append([]field{{"family", r.filled(&into.family)}}, r.options(into, others...)...))
	}
}

// options returns the fields beside the family, with their checks.
func (r *reader) options(into *textOptions, keys ...string) []field {
	keep := func(at **source.Node) func(*source.Node) { return func(n *source.Node) { *at = n } }
	var fields []field
	for _, key := range keys {
		var read func(*source.Node)
		switch key {
		case "size":
			read = keep(&into.size)
		case "line-height":
			read = keep(&into.lineHeight)
		case "weight":
			read = func(n *source.Node) { into.weight = weightOf(r.oneOf(n, weightNames())) }
		case "style":
			read = func(n *source.Node) { into.style = r.oneOf(n, styleNames()) }
		case "color":
			read = r.colorInto(&into.color)
		case "background-color":
			read = r.colorInto(&into.ground)
		case "decoration":
			read = keep(&into.decoration)
		}
		fields = append(fields, field{key, read})
	}
	return fields
}

// colorInto keeps a colour that is checked even if another one counts.
func (r *reader) colorInto(at **source.Node) func(*source.Node) {
	return func(n *source.Node) {
		*at = n
		r.colored = append(r.colored, n)
	}
}

// setType says how each kind of text is set, but for colours and families.
func (r *reader) setType(b *Brand) {
	size, pixels := r.size(r.base.size, rootSize)
	b.Text = Setting{Weight: r.base.weight, Size: size, LineHeight: r.lineHeight(r.base.lineHeight, pixels, leastLeading, mostLeading)}
	b.Heading = Setting{Weight: r.headings.weight, Style: r.headings.style, LineHeight: r.lineHeight(r.headings.lineHeight, 0, leastHeading, mostLeading)}
	size, _ = r.size(r.inline.size, pixels)
	b.Code = Setting{Weight: r.inline.weight, Size: size}
	size, own := r.size(r.block.size, pixels)
	b.CodeBlock = Setting{Weight: r.block.weight, Size: size, LineHeight: r.lineHeight(r.block.lineHeight, own, leastHeading, mostLeading)}
	b.Links = Setting{Weight: r.link.weight, Decoration: r.decoration(r.link.decoration)}
}

func (r *reader) readFont(n *source.Node) fontEntry {
	f := fontEntry{node: n}
	list := func(into *[]string, allowed []string) func(*source.Node) {
		return func(n *source.Node) {
			for _, item := range r.maybeItems(n) {
				for _, item := range bounds(item) {
					if v := r.oneOf(item, allowed); v != "" {
						*into = append(*into, v)
					}
				}
			}
		}
	}
	r.object(n, "a font", []field{
		{"family", r.filled(&f.family)},
		{"source", func(n *source.Node) { f.origin = r.oneOf(n, []string{"file", "system", "google", "bunny"}) }},
		{"files", func(n *source.Node) {
			for _, item := range r.items(n, "files") {
				f.files = append(f.files, r.readFontFile(item)...)
			}
		}},
		{"weight", list(&f.weights, weightNames())},
		{"style", list(&f.styles, styleNames())},
		{"display", func(n *source.Node) { r.oneOf(n, []string{"auto", "block", "swap", "fallback", "optional"}) }},
	})
	if n.Kind != source.MapKind {
		return f
	}
	if n.Get("family") == nil {
		r.add(n, "missing-field", "a font needs a family")
	}
	if f.origin == "file" && isEmpty(n.Get("files")) {
		r.add(n, "missing-field", "a font from files needs files").Hint = "files: [Name-Regular.ttf, Name-Bold.ttf]"
	}
	if f.origin == "" && len(f.files) > 0 {
		f.origin = "file"
	}
	return f
}

// bounds are the ends of a range, "600..900", which the fonts of Google have for weights.
func bounds(n *source.Node) []*source.Node {
	least, most, ok := strings.Cut(n.Text.Value, "..")
	if !ok {
		return []*source.Node{n}
	}
	from, to := *n, *n
	from.Text.Value, to.Text.Value = least, most
	return []*source.Node{&from, &to}
}

// readFontFile reads a path, or an object with a path; none or one file.
func (r *reader) readFontFile(n *source.Node) []fontFile {
	var f fontFile
	if n.Kind == source.StringKind {
		r.filled(&f.path)(n)
	} else {
		r.object(n, "a font file", []field{
			{"path", r.filled(&f.path)},
			{"weight", func(n *source.Node) { f.weight = weightOf(r.oneOf(n, weightNames())) }},
			{"style", func(n *source.Node) { f.style = r.oneOf(n, styleNames()) }},
		})
		if n.Kind == source.MapKind && n.Get("path") == nil {
			r.add(n, "missing-field", "a font file needs a path")
		}
	}
	if f.path == nil {
		return nil
	}
	return []fontFile{f}
}

// isEmpty reports whether a list is not given, or given without items.
func isEmpty(list *source.Node) bool {
	return list == nil || list.Kind == source.NullKind || list.Kind == source.ListKind && len(list.Items) == 0
}
