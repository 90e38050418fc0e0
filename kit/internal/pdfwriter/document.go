package pdfwriter

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Options describe the document as a whole. Title and Lang are required (ISO 14289-1, 7.1 and 7.2).
type Options struct {
	Title     string
	Author    string
	Publisher string // who makes the document available
	Subject   string // what the document is about, a sentence or two
	Rights    string // copyright and terms of use
	RightsURL string // a page that states them
	Lang      string // natural language as in BCP 47, such as "en-GB"
	Creator   string // the program the document was made with
	Producer  string // the program that wrote the PDF
	Keywords  []string

	// Identifier names the document, the same in all of its versions; Version tells those apart.
	Identifier, Version string

	// Instructions are what whoever uses the document must heed, such as an embargo.
	Instructions string

	// Created and Modified are written in UTC; a zero time is left out.
	Created, Modified time.Time

	// RightToLeft says that pages and columns run from right to left.
	RightToLeft bool

	// RoleMap says which standard tag each custom [Tag] stands for (ISO 32000-1, 14.7.3).
	RoleMap map[Tag]Tag

	// Uncompressed writes plain streams and a classic cross-reference table, for reading and for comparing.
	Uncompressed bool

	// Cache is shared by documents with fonts and images in common. Nil is allowed.
	Cache *Cache
}

// Document is a PDF file in the making. It is not safe for concurrent use; several documents that share a
// [Cache] may be made at the same time.
type Document struct {
	opts     Options
	root     *Element
	pages    []*Page
	xobjects []*XObject
	byKey    map[string]*XObject
	shades   map[string]*shade
	outline  []outlineItem
	errs     []error
	cache    *Cache
}

// maxErrors bounds how many problems are gathered, so that a loop that goes wrong stays readable.
const maxErrors = 100

// New returns an empty document whose structure tree has a single element, [Document.Root].
func New(o Options) *Document {
	for _, s := range []*string{
		&o.Title, &o.Author, &o.Publisher, &o.Subject, &o.Rights, &o.RightsURL, &o.Lang, &o.Creator, &o.Producer,
		&o.Identifier, &o.Version, &o.Instructions,
	} {
		*s = cleanText(*s)
	}
	keywords := make([]string, 0, len(o.Keywords))
	for _, k := range o.Keywords {
		if k = cleanText(k); k != "" {
			keywords = append(keywords, k)
		}
	}
	o.Keywords = keywords
	d := &Document{opts: o, cache: o.Cache, byKey: map[string]*XObject{}}
	if d.cache == nil {
		d.cache = &Cache{}
	}
	d.root = &Element{doc: d, tag: Doc}
	return d
}

// Page sizes that ISO 19005-2, 6.1.13 allows, in points.
const minPageSize, maxPageSize = 3, 14400

// AddPage adds a page of the given size after the others.
func (d *Document) AddPage(width, height float64) *Page {
	if !(width >= minPageSize && width <= maxPageSize && height >= minPageSize && height <= maxPageSize) {
		d.fail("page %d: size %g × %g pt is not within %d and %d pt", len(d.pages)+1, width, height, minPageSize, maxPageSize)
		width, height = minPageSize, minPageSize
	}
	p := &Page{doc: d, index: len(d.pages), width: width, height: height}
	d.pages = append(d.pages, p)
	return p
}

// Root returns the Document element, the parent of everything that is read.
func (d *Document) Root() *Element { return d.root }

// maxOutlineLevel bounds how deep outlines are nested; headings have six levels.
const maxOutlineLevel = 16

// AddOutline adds an entry to the outline (the bookmarks), in reading order. Level 1 is the outermost; an entry
// belongs to the last one before it with a lower level. It leads to the place y points below the top of the page.
func (d *Document) AddOutline(title string, level int, page *Page, y float64) {
	if page == nil || page.doc != d {
		d.fail("outline entry %q: no page of this document", title)
		return
	}
	d.outline = append(d.outline, outlineItem{cleanText(title), min(max(level, 1), maxOutlineLevel), Dest{page, y}})
}

// WriteTo writes the file. The document is not changed by it: it may be drawn on and written again. The error joins
// everything found wrong with the document, or is that of w.
func (d *Document) WriteTo(w io.Writer) (int64, error) {
	out, err := d.assemble(roomIn(w))
	if err != nil {
		return 0, err
	}
	n, err := w.Write(out)
	if err != nil {
		return int64(n), fmt.Errorf("write pdf: %w", err)
	}
	return int64(n), nil
}

// fail notes a problem for WriteTo to return.
func (d *Document) fail(format string, args ...any) {
	if len(d.errs) < maxErrors {
		d.errs = append(d.errs, fmt.Errorf("pdf: "+format, args...))
	}
}

// err returns what was noted so far and what the finished document lacks.
func (d *Document) err() error {
	noted := len(d.errs)
	d.check()
	err := errors.Join(d.errs...)
	d.errs = d.errs[:noted]
	return err
}

// cleanText makes s fit for both a PDF text string and XML: valid UTF-8 without control characters.
func cleanText(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0:
			return ' '
		case r == 0xfffe, r == 0xffff, r == 0xfeff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}
