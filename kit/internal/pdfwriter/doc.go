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
// The example Report is a whole program: a heading, a paragraph with a link, a figure, a table and a footer. In short:
//
//   - Text: [Element.Add] a heading or a [P], draw its lines as [Content.Glyphs] on [Page.Mark]. Text between the inline
//     children of a paragraph is marked for the paragraph itself, or given its place beforehand with [Element.AddText].
//   - Links: add a [Link] element with the words in it, and a rectangle with [Page.Link] or [Page.LinkTo].
//   - Pictures: [Document.AddImage] or [Document.AddForm] once, [Content.Draw] as often as it is shown, in a [Figure] whose
//     Alt says what is to be seen, with its place by [Element.SetBBox]; a [Caption] beside it.
//   - Transparency: [Document.AddGroup] for what shows as one, [Content.SetAlpha], [Content.SetMask], [Content.SetBlend];
//     [Content.SetFillShading] and [Content.SetFillPattern] to paint with gradients and tiles.
//   - Tables: [Table], [THead] and [TBody], [TR], [TH] with a Scope, [TD].
//   - Lists: [L] with its Numbering, [LI], [Lbl] and [LBody].
//   - What is not read: [Page.Background] and [Page.Artifact].
//   - The way in: [Document.AddOutline], and [Options] for title, language, rights and other metadata.
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
// writer sees to that. One whose marks stand over or under it has it too, for poppler, which would make words of
// vowels of Hindi or Thai. See also [SoftHyphen].
//
// Text from right to left is written in the order in which it is read, each glyph in its place and shown by an
// operator of its own. ISO 32000-1, 14.8.2.3.3 allows for tagged text either that or ReversedChars around glyphs that
// are shown as they stand, from left to right; but poppler and MuPDF do not know ReversedChars, and read the tags
// backwards. Programs that go by the look of the page rather than by tags sort what is shown from left to right, and
// turn it round: poppler glyphs, but none with -raw, which makes a word of each, and PDFium, in Chrome and Edge, whole
// operators. pdf.js, in Firefox, loses the spaces between words that are read leftwards. Of the words of a kit in
// Arabic they find, in hundredths,
//
//	                                by tags  MuPDF  PDFium  poppler  -raw  pdf.js
//	as they are read                    100     93      86       81    17      10
//	the same, one operator for all      100     93      15       81    17      10
//	as they stand, ReversedChars          8     12      90       85    88      75
//
// Nothing is right both by tags and with -raw. By tags poppler gives what the glyphs are mapped to in the order in which
// they are shown. With -raw it joins glyphs into a word only where each stands to the right of the one before, and then
// turns round every word of letters that are read leftwards, even one that ActualText gives whole. So whole words come
// out right if they are shown from left to right, which is backwards by tags.
//
// A line of a script without spaces between words is a marked-content sequence of its own, see partsUnspaced.
//
// # Errors
//
// Drawing methods return nothing. What is wrong with a document — a figure without alternative text, a table cell
// outside a row, a number that is not finite — is gathered and returned by [Document.WriteTo], which then writes nothing.
// An element that only groups or holds text, and has nothing in it, is no error: it is left out.
//
// # Size and speed
//
// Fonts are cut down to the glyphs in use, JPEG files and plain PNG files go in as they are, and everything that is not
// a stream lies in object streams. Programs that write many documents give all of them one [Cache].
//
// # Same bytes
//
// A document is the same bytes wherever and however often it is written. Identifiers come from the content, times from
// [Options].
//
// # What it is not
//
// It does not read PDF, lay out text, shape, encrypt, sign, or write forms, scripts, layers or CMYK.
package pdfwriter
