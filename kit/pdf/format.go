package pdf

import (
	"context"
	"io"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/damage"
	"github.com/presskit-go/presskit/kit/internal/page"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// Format writes PDF. The zero value is ready to use, and may be used by several
// goroutines at once.
type Format struct {
	// Cache is shared by the kits that are given it: parsed fonts, shaped
	// words, compressed subsets and pictures. Nil: nothing is shared. It does
	// not change what is written.
	Cache *Cache
	// Uncompressed writes streams that people can read, for looking at how a
	// file is made: it is several times as large, and conforms all the same.
	Uncompressed bool
	// MaxPPI is the resolution, in pixels per inch of paper, to which pictures
	// are reduced that have more than a quarter above it where they are printed
	// largest. 0 means 300; less than 0 leaves all pictures as they are.
	MaxPPI int
}

// maxPPI gives the limit in force; 0 is none.
func (f Format) maxPPI() int {
	if f.MaxPPI == 0 {
		return defaultPPI
	}
	return max(f.MaxPPI, 0)
}

// Cache holds what kits have in common. Make it with [NewCache]; it is safe for
// concurrent use. What it holds is bounded in number and size, so that it may be
// kept for as long as the program runs.
type Cache struct {
	page    *page.Cache
	writer  *pdfwriter.Cache
	reduced reducedCache
}

// NewCache makes an empty cache.
func NewCache() *Cache {
	return &Cache{page: page.NewCache(), writer: &pdfwriter.Cache{}}
}

// Name is "pdf".
func (Format) Name() string { return "pdf" }

// Extension is ".pdf".
func (Format) Extension() string { return ".pdf" }

// Pages gives the page on which each section of the document begins, by its ID,
// and the number of pages. Formats without fixed pages may ask for it: see
// docx.Format.
func (f Format) Pages(ctx context.Context, d *doc.Document) (sections map[string]int, pages int, err error) {
	if f.Cache == nil {
		f.Cache = NewCache()
	}
	layout, err := page.New(ctx, d, f.Cache.page)
	if err != nil {
		return nil, 0, damage.Explain(err, d.Theme.Faces)
	}
	return layout.Places(), layout.Pages(), ctx.Err()
}

// Render lays the document out and writes it. The error is a diag.List where
// the document asks for what cannot be set: a character that no font has, a
// block that is higher than a page, a font or a picture that is damaged.
func (f Format) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	_, err := f.RenderReport(ctx, w, d)
	return err
}

// RenderReport is [Format.Render], and gives warnings too: of pictures that have
// too few pixels for the size that they are printed at.
func (f Format) RenderReport(ctx context.Context, w io.Writer, d *doc.Document) (diag.List, error) {
	cache := f.Cache
	if cache == nil {
		cache = NewCache()
	}
	layout, err := page.New(ctx, d, cache.page)
	if err != nil {
		return nil, damage.Explain(err, d.Theme.Faces)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	cv := newCanvas(d, f, cache)
	if err := layout.Render(cv); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := cv.write(w); err != nil {
		return nil, damage.Explain(err, d.Theme.Faces)
	}
	return cv.coarse(), nil
}
