package brand

import (
	"io/fs"
	"path"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Config says how a brand is read. The zero value reads its files alone.
type Config struct {
	// SystemFonts are the fonts of the machine, for families whose source is
	// system. If it is nil, such a family cannot be used.
	SystemFonts SystemFonts
	// AllLogos asks for every logo that the file names, for a specimen. What is
	// wrong with those that kits do not use is a warning.
	AllLogos bool
}

// Read reads a brand with the zero [Config].
func Read(fsys fs.FS, name string) (*Brand, diag.List) { return Config{}.Read(fsys, name) }

// Read reads the brand file name from fsys, with its logo and fonts, and returns
// it with every problem found, sorted. Paths in it are relative to the file and
// stay inside its folder. The brand is nil only if the file could not be parsed;
// with errors in the list it is not fit to be used.
func (c Config) Read(fsys fs.FS, name string) (*Brand, diag.List) {
	doc, list := source.Read(fsys, name)
	if doc == nil {
		return nil, list
	}
	r := &reader{fsys: fsys, dir: path.Dir(path.Clean(name)), list: list, system: c.SystemFonts, allLogos: c.AllLogos}
	b := r.brand(doc.Root)
	r.list.Sort()
	return b, r.list
}

// reader reads one brand file.
type reader struct {
	fsys fs.FS
	dir  string // the brand file's folder
	list diag.List

	meta       meta
	logos      logos
	smallBase  bool
	clearSpace float64
	minHeight  float64
	allLogos   bool

	dark      bool                    // the scheme
	theme     map[string]*source.Node // colours by role, as written
	palette   map[string]*source.Node
	inPalette map[*source.Node]bool
	own       map[string]*source.Node // colours of defaults.presskit
	colored   []*source.Node          // other fields that hold a colour
	resolved  map[*source.Node]resolved

	fonts                               []fontEntry
	families                            []*family   // of the file, in use or not
	system                              SystemFonts // nil if there are none
	base, headings, inline, block, link textOptions
	fontFiles                           int // read so far
	fontBytes                           int
	looked                              int // files beside the brand, for the families in them
}

// brand reads the sections as they come, then puts together what refers to
// more than one of them.
func (r *reader) brand(root *source.Node) *Brand {
	r.object(root, "a brand", []field{
		{"meta", r.readMeta},
		{"logo", r.readLogos},
		{"color", r.readColors},
		{"typography", r.readTypography},
		{"defaults", r.readDefaults},
	})
	b := Default()
	b.file = root.Span
	if colors := root.Get("color"); colors != nil {
		b.file = colors.Span
	}
	b.Name, b.ShortName, b.Link = r.meta.full, r.meta.short, r.meta.link
	b.SmallBase = r.smallBase
	r.setType(b)
	r.setColors(b)
	r.setFonts(b)
	r.setLogos(b)
	return b
}

// meta is the section of that name.
type meta struct{ full, short, link string }

func (r *reader) readMeta(n *source.Node) {
	r.open(n, "meta", []field{
		{"name", func(n *source.Node) {
			if n.Kind == source.MapKind {
				r.open(n, "name", []field{{"full", r.text(&r.meta.full)}, {"short", r.text(&r.meta.short)}})
			} else {
				r.text(&r.meta.full)(n)
			}
		}},
		{"link", r.readLink},
		{"links", func(n *source.Node) {
			d := r.add(n, "renamed-field", `meta.links is not in the schema of brand.yml, which has meta.link`)
			d.Severity = diag.Warning
			d.Hint = "rename it to link"
			r.readLink(n)
		}},
	})
	if r.meta.full == "" {
		r.meta.full = r.meta.short
	}
	if r.meta.short == "" {
		r.meta.short = r.meta.full
	}
}

func (r *reader) readLink(n *source.Node) {
	home := n
	if n.Kind == source.MapKind {
		var other string
		r.open(n, "link", []field{
			{"home", func(n *source.Node) { home = n }},
			{"mastodon", r.text(&other)}, {"bluesky", r.text(&other)}, {"github", r.text(&other)},
			{"linkedin", r.text(&other)}, {"twitter", r.text(&other)}, {"facebook", r.text(&other)},
		})
		if home == n {
			return
		}
	}
	r.text(&r.meta.link)(home)
	if r.meta.link != "" && !isWebAddress(r.meta.link) {
		r.add(home, "bad-value", "%s is no web address", quote(r.meta.link)).Hint = "write it with https:// in front"
		r.meta.link = ""
	}
}

// readDefaults reads what is meant for presskit and leaves the rest to others.
func (r *reader) readDefaults(n *source.Node) {
	r.open(n, "defaults", []field{{"presskit", func(n *source.Node) {
		r.object(n, "defaults.presskit", []field{
			{"color-scheme", func(n *source.Node) { r.dark = r.oneOf(n, colorSchemes()) == "dark" }},
			{"colors", func(n *source.Node) {
				r.own = map[string]*source.Node{}
				var fields []field
				for _, role := range [...]string{"soft", "accent", "tint", "hairline"} {
					fields = append(fields, field{role, func(n *source.Node) { r.own[role] = n }})
				}
				r.object(n, "colors", fields)
			}},
			{"small-print", func(n *source.Node) { r.smallBase = r.oneOf(n, smallPrints()) == "base" }},
			{"logo", func(n *source.Node) {
				r.object(n, "logo", []field{
					{"clear-space", func(n *source.Node) { r.clearSpace = r.number(n, 0, maxClearSpace) }},
					{"min-height", func(n *source.Node) { r.minHeight = r.length(n, maxMinHeight) }},
				})
			}},
		})
	}}})
}

// smallPrints are the families that small print may have.
func smallPrints() []string { return []string{"headings", "base"} }

func colorSchemes() []string { return []string{"light", "dark"} }

// maxClearSpace is the most clear space that makes sense, in logo heights, and
// maxMinHeight the largest least height, in points: 40 mm.
const (
	maxClearSpace = 2
	maxMinHeight  = 40 * 72 / 25.4
)

func (r *reader) add(n *source.Node, rule, format string, args ...any) *diag.Diagnostic {
	return r.list.Add(n.Span, rule, format, args...)
}
