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
//  2. flow.go deals the items out to sheets, and panels to the columns beside
//     the text.
//  3. render.go turns every sheet into a page of maroto's grid, rows and
//     columns with our boxes in them, and has maroto render it on the canvas.
//
// Distances that belong to the anatomy of a node are given here, in modules of
// an eighth of the baseline; what a layout may choose comes with doc.Style.
package page

import (
	"context"
	"errors"
	"fmt"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/typeset"
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

// missing notes characters that no font has: one problem for each paragraph.
func (b *builder) missing(lost []typeset.Missing, t doc.Text, family string) {
	var chars []rune
	var at diag.Span
	for _, m := range lost {
		if b.noted[m.Rune] {
			continue
		}
		b.noted[m.Rune] = true
		if len(chars) == 0 {
			at = t[m.Span].Origin
		}
		chars = append(chars, m.Rune)
	}
	if len(chars) == 0 {
		return
	}
	message := fmt.Sprintf("no font has the character %q (U+%04X)", chars[0], chars[0])
	if n := len(chars) - 1; n > 0 {
		message += fmt.Sprintf(" and %d others of this text", n)
	}
	b.report(diag.Diagnostic{
		Rule: "missing-glyph", Severity: diag.Error, Kind: diag.Missing, Span: at, Message: message,
		Hint: fmt.Sprintf("add a font that has it to the brand; %s does not", family),
	})
}

// maxProblems bounds what is reported of one document.
const maxProblems = 100

func (b *builder) report(d diag.Diagnostic) {
	if len(b.problems) < maxProblems {
		b.problems = append(b.problems, d)
	}
}
