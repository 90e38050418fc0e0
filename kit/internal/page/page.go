// Package page places the document tree on fixed pages: it measures, breaks,
// keeps together, and sets panels beside the text.
//
// Start with [New], which lays a document out, and [Layout.Render], which draws
// it on a canvas. The order of work:
//
//  1. compile.go turns the blocks of every part into a list of items, in
//     reading order. An item is a line of text, a row of a table, a quotation:
//     what is never parted. Files named after nodes (callout.go, table.go…)
//     know how each node looks; text.go sets type. On the way the structure
//     tree of the document is declared.
//  2. flow.go deals the items out to sheets. For each, plan.go finds which stand
//     on it, float.go sets figures at its head or foot, cursor.go fills it, with
//     panels beside the text (panel.go) or in columns that end level (columns.go),
//     and grid.go keeps lines on the grid of baselines. cover.go makes the cover.
//  3. order.go puts the structure tree into the order of the pages.
//  4. render.go turns every sheet into a page of maroto's grid, rows and
//     columns with our boxes in them, and has maroto render it on the canvas.
//
// Distances that belong to the anatomy of a node are given here, in modules of
// an eighth of the baseline; what a layout may choose comes with doc.Style.
//
// # What is tagged as what
//
// The structure tree (ISO 32000-1, 14.8; ISO 14289-1, 7) is in the order of the
// document tree, page by page. A figure, a quotation or a panel is read where the
// author put it, unless that would lead from its page back to an earlier one: then
// it is read with the page on which it stands, after the last block that has begun
// before it there or earlier. So it comes between two blocks, and never inside a
// paragraph that goes on from the page before. A panel that goes on on later pages
// is read part by part. The order of the tags is then that of the content over all
// pages, with two exceptions.
//
// A table, a list or a paragraph that begins before a page and ends after it is
// read to its end, and then what stands beside it or in its middle on that page.
// To follow the pages tags would have to take it apart, and half a table has no
// head. And of what stands side by side and is higher than a page, such as the
// cells of a row, each is read to its end before the next, as it is where the page
// has room for it.
//
//	headings                  H1–H6, none skipped
//	paragraphs, captions      P; Caption below what it belongs to
//	links, foreign words      Link, Span with a language
//	code                      Code; a block of it in a P
//	lists, timelines          L, LI, Lbl, LBody
//	tables and facts          Table, TR, TH with its scope, TD
//	pictures                  Figure with Alt and BBox; decorative ones are artifacts
//	quotations                BlockQuote
//	pull quotes               Aside over BlockQuote, see below
//	panels of statistics      Aside, with a heading, and a list for each group
//	table of contents         TOC, TOCI, Reference, Link
//	sections of the kit       Sect, with a heading
//	masthead of page 1        P and Figure, before all else: it says who speaks,
//	                          and until when nothing may be published
//	later mastheads, footers  artifacts, Pagination
//	words in capitals         the letters that were written, see caps.go
//	titles and table heads
//	that are repeated         artifacts, Pagination
//	rules, tints, bars, dots  artifacts, Layout
//
// A pull quote repeats words of the text, so it might be an artifact; but the
// speaker, title and portrait under it may be named nowhere else, and artifacts
// are lost to whoever reads the tags alone (Matterhorn Protocol 1.1, 01-002 finds
// real content marked so at fault). PDF 1.7 has no type for what stands beside the
// text; Note must be referred to from the text (ISO 14289-1, 7.9), so it is
// Aside, the type that PDF 2.0 has for it, mapped to Sect. A screen reader can
// pass over it.
package page

import (
	"context"
	"errors"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Layout is a document laid out on sheets.
type Layout struct {
	doc    *doc.Document
	tree   *canvas.Tree
	sheets []*sheet
	b      *builder
	places map[string]int // page number by section id
}

// New lays a document out. The error is a diag.List if the document asks for
// what the fonts or the sheet cannot give: characters without a glyph, a row
// that is higher than a page.
func New(ctx context.Context, d *doc.Document, c *Cache) (*Layout, error) {
	if c == nil {
		c = NewCache()
	}
	b, err := newBuilder(ctx, d, c)
	if err != nil {
		return nil, err
	}
	b.declareMasthead()
	items, foot := b.compile()
	b.furniture()
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	if len(b.problems) > 0 { // before pages are made of what cannot be set
		b.problems.Sort()
		return nil, b.problems
	}
	l := &Layout{doc: d, tree: b.tree, b: b, places: map[string]int{}}
	l.sheets = b.flow(items, foot)
	for i, s := range l.sheets {
		s.eachPlace(b, func(p place, _ doc.Pt) { l.places[p.id] = i + 1 })
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(b.problems) > 0 {
		b.problems.Sort()
		return nil, b.problems
	}
	return l, nil
}

// Pages is the number of pages.
func (l *Layout) Pages() int { return len(l.sheets) }

// Places gives the page number of every section that has an id.
func (l *Layout) Places() map[string]int { return l.places }

// maxProblems bounds what is reported of one document.
const maxProblems = 100

func (b *builder) report(d diag.Diagnostic) {
	if len(b.problems) < maxProblems {
		b.problems = append(b.problems, d)
	}
}
