// Package pdfwriter writes tagged PDF 1.7 files that conform to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
//
// It knows nothing of layout: the caller decides where every glyph goes. What it adds is everything a conforming
// file needs around the ink: the structure tree, embedded font subsets with a way back to the text, colour, metadata.
//
// Start with [New], build the structure tree from [Document.Root] in reading order, add pages, and draw:
//
//	d := pdfwriter.New(pdfwriter.Options{Title: "Report", Lang: "en-GB"})
//	heading := d.Root().Add(pdfwriter.H1)
//	page := d.AddPage(595.28, 841.89)
//	page.Mark(heading).Glyphs(run)
//	_, err := d.WriteTo(w)
//
// # Coordinates
//
// Lengths are points (1/72 inch). The origin is the top left corner of the page (or form), y grows downwards; the
// writer converts to PDF's own space.
//
// # Order
//
// Drawing order does not matter. A page is written as its background, then the marked content in the order of the
// structure tree, then its other artifacts. So the order in which a reader meets the tags and the order of the content
// stream are always the same, however the caller went about the page. Only what is drawn for one and the same element,
// or in the background, or as artifacts, is painted in the order of the calls.
//
// # Text
//
// Each [Glyph] carries the source text it stands for. The same glyph may stand for different texts (a hyphen that is
// written and one that ends a hyphenated line): each pair of glyph and text has its own code, so that extraction
// gives the source back. Only a cluster with more glyphs than characters needs replacement text (ActualText); the
// writer sees to that. See also [SoftHyphen].
//
// # Errors
//
// Drawing methods return nothing. What is wrong with a document — a figure without alternative text, a table cell
// outside a row, a number that is not finite — is gathered and returned by [Document.WriteTo], which then writes nothing.
//
// # What it is not
//
// It does not read PDF, lay out text, shape, encrypt, sign, or write forms, scripts, layers, CMYK or CFF fonts.
package pdfwriter
