// Package pdf writes press kits as PDF: tagged, with the fonts in it, made for
// PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
//
// Start with [Format]; it is given to kit.Project.Write and kit.Project.Build.
//
//	err := project.Write(w, pdf.Format{}, kit.Options{})
//
// A program that makes many kits gives all of them one [Cache].
//
// The pages are laid out by kit/internal/page on maroto's grid, which declares
// the structure; canvas.go draws them, tree.go and reading.go see to tags and
// reading order, and kit/internal/pdfwriter writes the file.
//
// # What is tagged as what
//
//	node of kit/doc         structure              attributes, and what is in it
//	Heading                 H1, H2, H3…            H1 is the headline; no level is skipped
//	Para                    P                      of code: around a Code
//	runs of code            Code
//	runs with Link          Link                   the words, and the annotation with Contents
//	runs with Lang          Span                   Lang
//	List, ordered           L                      ListNumbering Decimal; LI with Lbl and LBody
//	List, others            L                      ListNumbering Disc; of a timeline each Lbl is a date
//	Table                   Table                  Caption first; THead and TBody if there are header rows; TR
//	Table.Header            TH                     Scope Column
//	Table.HeaderColumn      TH                     Scope Row, as in facts; other cells are TD
//	Figure, Card, Columns   Div                    around what belongs together
//	Picture                 Figure                 Alt, BBox, Placement Block
//	Figure.Caption          Caption                of P: number, caption, details
//	Gallery, Section        Sect                   the title is H2
//	Callout                 BlockQuote             words, then the speaker, each P
//	Callout, Pull           Aside                  around the BlockQuote: the words stand in the text too
//	Aside                   Aside                  the title is H2
//	StatGroup               Sect                   around an L: its title is the Caption
//	Stat                    LI                     LBody of P: figure with its unit, label, notes; a chart is a Figure
//	Contents                TOC                    TOCI with Reference and Link
//
// The Document is the root of all. Aside is a tag of our own, which PDF 1.7 takes
// as a Sect. The masthead of the first page is read first: the embargo and the
// lines about the release, each P, and the logo, a Figure. What repeats on later
// pages is an artifact of the type Pagination with the subtype Header or Footer;
// rules, tints, bars and decorative pictures are artifacts of the type Layout.
//
// # Pictures
//
// JPEG files and opaque PNG files go in as they are, in their own colour space
// where that is a small ICC profile other than sRGB, and turned by a matrix. What
// has more than a quarter above [Format.MaxPPI] where it is printed largest is
// reduced, photographs to new JPEG files, and only if that saves space; of a
// cropped one the rest is left out then. Each is stored once. Drawings stay
// paths: gradients are shadings, patterns tilings, masks soft masks of luminosity, and
// groups with opacity or blend modes transparency groups.
//
// # Why
//
// A caption stands beside its Figure in a Div, not within: a reader that has an
// alternative description does not look inside of what it describes
// (ISO 32000-1, 14.9.3), and would miss the caption. That of a table or a list
// is its first child.
//
// Statistics are a list, for they are met as one: "list with four items", each
// of which begins with the figure and goes on with what it counts. Figures and
// labels are paragraphs of their own, because they stand on different lines.
//
// Tables name their headers by Scope alone: none has cells that span others, for
// which Headers would be needed.
//
// There are no notes at the foot of pages, no forms and no scripts. A page may
// hold the parts of a document in another order than its text: the order of the
// tags is that of the document tree, and the content of every page is written in
// that order. What stands on another page than its place in the tree (panels,
// floating figures, quotations) is read with its page, see kit/internal/page, so
// tags never lead back to an earlier one. The conformance tests hold both against
// the tree, word by word.
//
// # What a file says about itself
//
// The title is shown in the window's title bar; the outline has an entry for
// each section; pages are numbered from 1; the tab key follows the structure;
// kits in Arabic or Hebrew open from right to left. Metadata are written as XMP
// and as document information: title, publisher, summary, keywords, rights,
// language, dates, the release's ID and version, and the embargo, as IPTC's
// Instructions. DocumentID is the same for all versions of a release in one
// language, and InstanceID is of the file: both come from the content.
package pdf
