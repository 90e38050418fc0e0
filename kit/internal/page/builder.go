package page

import (
	"context"
	"fmt"
	"slices"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// builder compiles a document. It belongs to one goroutine.
type builder struct {
	doc   *doc.Document
	cache *Cache
	set   *typeset.Setter
	tree  *canvas.Tree
	upper cases.Caser
	m     doc.Pt // module

	faces     map[faceKey]fonts
	fallbacks []string // families, in order

	flows map[canvas.Elem]bool // whose blocks are of the text, as those of the document are
	moves map[canvas.Elem]bool // which may stand on another page than the text around them

	part      *doc.Part
	columnsOf int // of running text where blocks are compiled now

	opening opening
	cover   *cover // nil if there is none
	heads   map[headKey]box
	bands   [2]box // of an embargo: on the first page, on the others

	ctx context.Context
	at  diag.Span // of the text that is being set

	errs     []error
	problems diag.List
	noted    map[rune]bool
	places   func(id string) int
}

type faceKey struct {
	family string
	weight int
	italic bool
}

func newBuilder(ctx context.Context, d *doc.Document, c *Cache) (*builder, error) {
	tag, _ := language.Parse(d.Lang)
	b := &builder{
		ctx: ctx, doc: d, cache: c, set: typeset.New(c.Typeset), tree: canvas.NewTree(),
		upper: cases.Upper(tag), m: d.Page.Module(),
		faces: map[faceKey]fonts{}, noted: map[rune]bool{},
		flows: map[canvas.Elem]bool{}, moves: map[canvas.Elem]bool{},
	}
	for _, f := range d.Theme.Faces {
		if f.Fallback && !slices.Contains(b.fallbacks, f.Family) {
			b.fallbacks = append(b.fallbacks, f.Family)
		}
	}
	return b, nil
}

// modules is a distance of n modules.
func (b *builder) modules(n float64) doc.Pt { return n * b.m }

// fonts are those of a face, then those that serve what it lacks.
type fonts struct {
	own     []*font.Font
	reserve *typeset.Reserve
}

// fonts gives the face for a family, weight and slant, then the fallbacks.
func (b *builder) fonts(family string, weight int, italic bool) fonts {
	key := faceKey{family, weight, italic}
	if fs := b.faces[key]; fs.own != nil {
		return fs
	}
	face, ok := b.doc.Theme.Face(family, weight, italic)
	if !ok {
		if len(b.doc.Theme.Faces) == 0 {
			b.fail("the theme has no fonts")
			return fonts{}
		}
		face = b.doc.Theme.Faces[0]
		b.fail("the theme has no font of the family %q", family)
	}
	f, err := b.cache.font(face)
	if err != nil {
		b.errs = append(b.errs, err)
		return fonts{}
	}
	fs := fonts{own: []*font.Font{f}}
	// What the family lacks comes from the other family of the brand, if it can,
	// and else from those that are there for it.
	for _, other := range [...]string{b.doc.Theme.Base, b.doc.Theme.Headings} {
		if g, ok := b.doc.Theme.Face(other, weight, italic); ok && other != family {
			if p, err := b.cache.font(g); err == nil {
				fs.own = append(fs.own, p)
			}
		}
	}
	var rest []doc.Face
	for _, other := range b.fallbacks {
		if g, ok := b.doc.Theme.Face(other, weight, italic); ok && other != family {
			rest = append(rest, g)
		}
	}
	fs.reserve = b.cache.reserve(rest)
	b.faces[key] = fs
	return fs
}

func (b *builder) fail(format string, args ...any) {
	if len(b.errs) < 20 {
		b.errs = append(b.errs, fmt.Errorf("page: "+format, args...))
	}
}

// picture opens a picture; nil, with the error noted, if it cannot be read.
func (b *builder) picture(p *doc.Picture) *picture.Picture {
	pic, err := b.cache.picture(p)
	if err != nil {
		b.errs = append(b.errs, err)
		return nil
	}
	return pic
}

// ink is the colour that a style names.
func (b *builder) ink(n doc.ColorName) doc.Color { return b.doc.Theme.Color(n) }
