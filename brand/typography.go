package brand

import "github.com/presskit-go/presskit/kit/source"

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
	family, size, lineHeight, color *source.Node
	weight                          int
	style                           string
}

func (r *reader) readTypography(n *source.Node) {
	var ignored textOptions
	r.object(n, "typography", []field{
		{"fonts", func(n *source.Node) {
			for _, item := range r.items(n, "fonts") {
				r.fonts = append(r.fonts, r.readFont(item))
			}
		}},
		{"base", r.readOptions(&r.base, "size", "weight", "line-height")},
		{"headings", r.readOptions(&r.headings, "weight", "style", "color", "line-height")},
		{"monospace", r.readOptions(&ignored, "size", "weight", "color", "background-color")},
		{"monospace-inline", r.readOptions(&ignored, "size", "weight", "color", "background-color")},
		{"monospace-block", r.readOptions(&ignored, "size", "weight", "color", "background-color", "line-height")},
		{"link", func(n *source.Node) {
			if n.Kind != source.StringKind {
				r.object(n, "link", r.options(&r.link, "weight", "color", "background-color", "decoration"))
			}
		}},
	})
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
		read := r.scalar
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
			read = keep(&into.color)
		case "background-color":
			read = func(n *source.Node) { r.colored = append(r.colored, n) }
		}
		fields = append(fields, field{key, read})
	}
	return fields
}

// setType says how large and how far apart text is.
func (r *reader) setType(b *Brand) {
	size, pixels := r.size(r.base.size, rootSize)
	b.Text = Setting{Weight: r.base.weight, Size: size, LineHeight: r.lineHeight(r.base.lineHeight, pixels, leastLeading, mostLeading)}
	b.Heading = Setting{Weight: r.headings.weight, Style: r.headings.style, LineHeight: r.lineHeight(r.headings.lineHeight, 0, leastHeading, mostLeading)}
}

func (r *reader) readFont(n *source.Node) fontEntry {
	f := fontEntry{node: n}
	list := func(into *[]string, allowed []string) func(*source.Node) {
		return func(n *source.Node) {
			for _, item := range r.maybeItems(n) {
				if v := r.oneOf(item, allowed); v != "" {
					*into = append(*into, v)
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
