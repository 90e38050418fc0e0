// Package pdf writes press kits as PDF: tagged, with the fonts in it, made for
// PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
//
// Start with [Format]; it is given to kit.Project.Write and kit.Project.Build.
//
//	err := project.Write(w, pdf.Format{}, kit.Options{})
//
// The pages are laid out by kit/internal/page on maroto's grid; canvas.go draws
// them, and kit/internal/pdfwriter writes the file.
//
// What is tagged as what:
//
//	headline, section titles      H1, H2; questions and names of people H3
//	paragraphs                    P, with Link for links and Span for other languages
//	panels, pull quotes           Aside, which PDF 1.7 takes as Sect
//	quotations                    BlockQuote
//	statistics                    L with a Caption; LI, LBody for each
//	lists, timelines              L, LI, Lbl, LBody
//	facts, tables                 Table, TR, TH with Scope, TD
//	pictures                      Figure with Alt, and Caption
//	table of contents             TOC, TOCI, Reference, Link
//	masthead, footer, rules,      artifacts
//	tints, decorative pictures
//
// The order of the tags is the order of the document tree, and the content of
// every page is written in that order.
package pdf

import (
	"context"
	"io"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/page"
	"github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// Format writes PDF. The zero value is ready to use.
type Format struct {
	// Cache is shared by the kits that are given it: parsed fonts, shaped
	// words, compressed subsets and pictures. Nil: nothing is shared.
	Cache *Cache
	// Uncompressed writes streams that people can read.
	Uncompressed bool
}

// Cache holds what kits have in common. Make it with [NewCache]; it is safe for
// concurrent use.
type Cache struct {
	page   *page.Cache
	writer *pdfwriter.Cache
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
		return nil, 0, err
	}
	return layout.Places(), layout.Pages(), ctx.Err()
}

// Render lays the document out and writes it. The error is a diag.List where
// the document asks for what cannot be set: a character that no font has, a
// block that is higher than a page.
func (f Format) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	cache := f.Cache
	if cache == nil {
		cache = NewCache()
	}
	layout, err := page.New(ctx, d, cache.page)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	cv := newCanvas(d, cache.writer, f.Uncompressed)
	if err := layout.Render(cv); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return cv.write(w)
}
