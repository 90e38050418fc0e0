// Package release holds the model of a press release, version 1 of the
// format, and reads and validates it.
//
// Start here: [Read] returns a [Release] and every problem found. Field types
// tell how a text is written: [source.Text] is plain, [Inline] is Markdown
// within a paragraph, [Blocks] is Markdown with paragraphs, lists and tables.
// Plain texts have their build variables put in; Markdown keeps them until it is
// parsed with [Release.Vars], so that a value can never act as Markdown.
//
// There is one file for each section of the format, which holds its types and
// its checks.
package release

import (
	"io/fs"
	"path"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/source"
)

// Release is one release definition. Its embedded structs are the sections of
// the format; their keys stand at the top of the file.
type Release struct {
	source.Place

	Control
	Story
	Parties
	Kit

	Quotes     []Quote           `key:"quotes" doc:"What people said."`
	Statistics []Statistic       `key:"statistics" doc:"Figures with what they count."`
	Media      source.Map[Media] `key:"media" doc:"Pictures by id."`

	Name string            `key:"-"` // the file's name
	Vars map[string]string `key:"-"` // build variables by name, without the dot

	parsed map[written]*markup.Doc // by Read, and not written to afterwards
}

// Inline is Markdown within one paragraph: emphasis, links, code, hard breaks.
type Inline struct{ source.Text }

// Blocks is Markdown with paragraphs, headings, lists, tables, block quotes and images.
type Blocks struct{ source.Text }

// Options says how [Read] reads. The zero value is useful.
type Options struct {
	// Vars are the build variables, by name without the dot: "Tag", "Version".
	Vars map[string]string
}

// Read reads the release definition name from fsys, validates it and returns
// it with every problem found, sorted. The release is nil only if the file could
// not be parsed; with errors in the list it must not be published.
//
// Pictures and translations are looked for in fsys, never read. If fsys
// implements [fs.ReadLinkFS], as those of os.DirFS and os.Root do, symbolic links
// are followed by hand and must stay in the folder of the definition.
func Read(fsys fs.FS, name string, opts Options) (*Release, diag.List) {
	doc, list := source.Read(fsys, name)
	return Decode(fsys, name, doc, list, opts)
}

// Decode is the second half of [Read]: doc and list are what [source.Read] gave
// for the name, a nil doc included.
func Decode(fsys fs.FS, name string, doc *source.Doc, list diag.List, opts Options) (*Release, diag.List) {
	explain(list)
	if doc == nil {
		return nil, list
	}
	r := &Release{parsed: map[written]*markup.Doc{}}
	list = append(list, doc.Decode(r)...)
	r.Name, r.Vars = name, opts.Vars
	c := newChecker(r, doc, fsys, &list)
	c.unquote()
	c.texts()
	r.setDefaults()
	for _, check := range c.checks() {
		check()
	}
	list.Sort()
	return r, list
}

// explain adds to what is wrong with a file as a whole what a release would be.
func explain(list diag.List) {
	hints := map[string]string{
		"empty-file":        "a release needs at least language, headline and body",
		"too-large":         "a definition holds text; pictures belong in files of their own, named under media",
		"several-documents": "one file describes one release; name other languages under translations",
	}
	for i := range list {
		if d := &list[i]; d.Hint == "" {
			d.Hint = hints[d.Rule]
		}
	}
}

// setDefaults fills in what the format gives when a key is left out.
func (r *Release) setDefaults() {
	if r.ID.Value == "" {
		r.ID = source.NewText(slugOf(r.Name))
	}
	if r.Version.Value == "" {
		r.Version = source.NewText("1")
	}
	if r.Status == "" {
		r.Status = Usable
	}
	for i := range r.Quotes {
		if r.Quotes[i].Placement == "" {
			r.Quotes[i].Placement = Pull
		}
	}
	for i := range r.Statistics {
		if r.Statistics[i].Notation == "" {
			r.Statistics[i].Notation = Plain
		}
	}
	for i := range r.Media {
		if m := &r.Media[i].Value; m.Role == "" {
			m.Role = RoleInline
		}
	}
}

// slugOf makes a slug of a file's name: lower case letters and digits of ASCII,
// and hyphens for runs of anything else.
func slugOf(name string) string {
	base := path.Base(name)
	base = strings.TrimSuffix(base, path.Ext(base))
	words := strings.FieldsFunc(strings.ToLower(base), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if len(words) == 0 {
		return "release"
	}
	slug := strings.Join(words, "-")
	return strings.TrimRight(slug[:min(len(slug), maxSlug)], "-")
}
