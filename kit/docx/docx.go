// Package docx writes a press kit as a Word document: WordprocessingML,
// transitional, of ISO/IEC 29500.
//
// Start with [Format], whose zero value is ready:
//
//	err := docx.Format{}.Render(ctx, w, document)
//
// # What the document is like
//
// It is made to be edited. Everything visible comes from named styles, one for
// each role of the kit: Title, Subtitle, Lede, Body Text, Quote, Quote Source,
// Stat Value… A change of a style or of the theme changes the whole kit. Sizes,
// line heights and spaces are those of the printed kit. Colours and the two
// families are those of the theme. A cut that Word knows as a family of its own, such as
// "Manrope ExtraBold", is the theme's font for headings if they have it together, and
// stands by its name otherwise, since a theme has no place for a third; then labels are
// based on a style Label, so that few styles name it. Where a family has no Latin, as
// many for Arabic, the theme's font for it is another of the brand, which also has the
// signs that the family lacks (foreign.go).
//
// What a place asks for beside a style is a style based on it (variant.go): Body
// Text Indented, Heading 2 Opening, Table Text End. Word's list of styles leaves those
// out but for the ones that a writer chooses, in another column. Direct formatting is only
//
//   - the frames of titles and labels beside the text or over columns, which their styles have
//     too: LibreOffice passes over frames in styles; and those of the lines on a
//     cover, whose place is that of the page;
//   - the number of an ordered list, by which it starts anew;
//   - bold, italic and fixed width where the author's meet each other or a
//     style, the font of letters that the style's lacks, and the language and
//     direction of foreign words;
//   - the widths of tables, the least heights of rows, and the places of tables
//     that are for layout alone, or whose style has several.
//
// Rules, grounds, margins of cells and places of tables are those of table styles, which also say what a
// first or last row has otherwise: a row that is put into a list of statistics has its
// hairline, and the axis of a timeline ends at whatever event is the last. What one cell
// wants beside the others belongs to the styles of its paragraphs, as space and indents
// (inset.go). Word gives all cells of a row the largest of their upper margins, and
// LibreOffice does likewise.
//
// Quotations in the text are paragraphs, with bars, rules and grounds that are their
// borders and shading. The lines beside a bar share the hang of the opening mark, since
// Word draws one bar only along paragraphs of the same indents; those without the mark
// begin with a tab. The portrait of a speaker is anchored in the first line, before the
// words, where screen readers meet it; the styles leave room for it, and a tab leads
// past it where bar, rule or ground begin before it (portrait.go).
//
// Addresses have styles of no language, so that no hyphen is taken for a part of them.
// In a column that is too narrow for one it has narrower letters, or line breaks
// (address.go).
//
// Lines have exact heights, so that baselines agree with the printed kit and with
// labels beside them. Heights by the font would not do: those that Word takes (OS/2) and
// those that LibreOffice takes (hhea) differ, and many text fonts are higher than the
// lines of the printed kit. So a style that is made larger wants a larger line, a picture
// that is put into the text the style Figure, and a table Table Text in its cells.
//
// Space is that of paragraphs, rows and cells, and rules are their borders. Paragraphs
// without content are those that the format, or a program, needs:
//
//   - what a section, a cell or the document ends with after a table (ISO/IEC 29500-1,
//     17.4.65 and 17.6.18), and what keeps two tables from growing together, or, in the
//     sidebar, from hanging on the same paragraph;
//   - what the frame of a section's title or a label hangs on over a table, with the
//     rule over that: a frame has its place from the next paragraph (17.3.1.11). Word
//     hangs it on a table too, but LibreOffice on what goes before, or loses it;
//   - room below columns, which would have it in the last of them alone, and below a
//     table with a rule at its foot, where a table or a frame follows. In the paragraph
//     that a frame hangs on it would vanish at the head of a page, but not for the frame;
//   - the short rule over centred words without a portrait.
//
// No row has a cell without content but where the author left one: its last cell takes
// what is left.
//
// The text keeps the measure of its columns by the indents of its styles, on
// every page, beside a panel or not. The statistics are a floating table that
// stands, in the document, before the paragraph it is beside: screen readers
// meet it there, and Tab walks through it. A panel that is higher than the room on its
// page stands on the next one, at its head if it needs all of it; it becomes a band in
// the text if it is higher than that, or than the text beside it while something wide
// follows. Where no panel stands, quotations of persons go over the whole width. Titles of
// sections that stand beside their content are heading paragraphs in a frame, so that
// the navigation pane lists them; the bookmark that links and the list of sections lead
// to stands in the text beside them, where LibreOffice finds it. So are labels in the
// columns before the text (row.go), and titles over columns of running text: in a section
// of one column before those they could not be kept with them. The masthead is a real
// header, of lines beside an anchored logo, and the end matter stands where the text ends, since the text of an
// edited document moves. The dots of timelines are bullets.
//
// Word breaks lines a little otherwise than the printed kit. So its pages have a line
// more, as far as the footer leaves it free, and the lines with which a part ends, and
// the end matter, keep others with them that go on to the next page if they do, as do the
// rows at the ends of tables (company.go). A kit that is made to fit on its pages is set
// with smaller spaces (closeup.go).
//
// The list of sections is a field that stays as it is when Word fills it anew, but for
// the numbers of pages (contents.go). So its first rule is like the others, and its
// numbers are no bolder than its names: Word has one style for an entry. In a band of
// columns each is a field, for its part of the document, since no field of Word goes
// over several cells, and sections of columns would part the page for LibreOffice. Word
// alone is told of these fields: LibreOffice would set what they hold in a section of
// its own.
//
// Columns of running text are continuous sections (columns.go), which LibreOffice makes
// even unless they end with a heading that is kept with one paragraph; a cover is a
// section without header and footer, whose picture and white grounds are anchored
// behind its words (cover.go).
//
// Charts of statistics are two things in one place (wmlchart.go). For Word, from
// 2010 on, they are charts of its own, in the colours of the theme and without
// axes and words, with their numbers in a workbook each (workbook.go): who changes
// a number changes the chart. For all others they are pictures, as vectors with a
// fallback, and look as in the printed kit. Both have the text that stands for
// them. LibreOffice would read charts too, but drops that text, shows one in the
// place of another in a floating table, and knows no width of a ring; it takes the
// picture, and keeps the workbooks without anything that shows them. Some programs
// take whatever stands first, and show a chart if they can.
//
// Portraits in a circle are two things likewise (wmlinline.go). For Word they are the
// photograph, or the drawing, in an elliptic shape and cropped to its focus: who changes
// the picture keeps the circle, and can move the crop. LibreOffice 7 squeezes the whole
// of it into the shape; it and others show pixels that are cut (round.go). JPEG files
// are in the package as they came, but for photographs that were held turned, and for
// portraits of more than a megabyte.
//
// Page numbers and those of lists have the digits that Word is set to: no format of
// numbers is that of Arabic digits (inline.go).
//
// In documents from right to left, left and right of tables and cells mean start
// and end (ISO/IEC 29500-4, 14.3), as Word takes them. LibreOffice 7 takes the
// indents of such tables and the margins of their cells from the physical left, so
// that table styles have even margins and such tables fill their places (bidi.go).
//
// Fonts travel with the document where their licence bits allow it, with all
// characters of the scripts that the document is written in: see [Fonts].
//
// # How it is made
//
// The files follow the way of the data: block.go and its neighbours turn the
// nodes of the document tree into a small model (model.go) with lengths in
// points, sheet.go makes the styles, variant.go those of places, and the wml
// files turn both into markup. Package opc writes the file. The properties of
// sections, frames and the entries of the font table go through the schema types of
// unioffice v1.4.0 (AGPL-3.0), of which nothing else is used. embed.go chooses what of the fonts
// goes along; fonts.zip has those of the built-in brand ready.
//
// The same document gives the same bytes.
package docx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// Format is the Word format. The zero value embeds fonts and leaves the page
// numbers of the table of contents to Word.
type Format struct {
	// Cache is shared by the documents of a program that makes many. May be nil.
	Cache *Cache
	// Fonts says how much of the fonts the document carries: by default, all
	// characters of the scripts that it is written in.
	Fonts Fonts
	// Pages gives the page on which each section of a kit begins, by its ID, and
	// how many pages there are, from a format with fixed pages such as
	// pdf.Format: it is what the table of contents shows until Word counts for
	// itself, which it does not do of its own accord. It is asked for documents
	// with such a table only; page numbers at the foot Word always counts. May be
	// nil.
	Pages func(ctx context.Context, d *doc.Document) (sections map[string]int, pages int, err error)
}

// Name is "docx".
func (Format) Name() string { return "docx" }

// Extension is ".docx".
func (Format) Extension() string { return ".docx" }

// usualPart is about as many bytes as the largest part of a document has, its styles.
const usualPart = 64 << 10

// Render writes d. It fails if a text holds characters that XML 1.0 cannot, if
// a picture cannot be read, if a table has more columns than Word takes, or if w fails; it writes nothing before the
// document is complete. The context is looked at between parts.
func (f Format) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	if d == nil {
		return errors.New("docx: no document")
	}
	b := newBuilder(f, d)
	b.markup.room = slices.Grow(b.cache.spare.Take(), usualPart)
	defer func() { b.cache.spare.Give(b.markup.room) }()
	if f.Pages != nil && b.listed != nil {
		// Where pages cannot be made, Word will have to count.
		b.pages, b.total, _ = f.Pages(ctx, d)
	}
	// The order matters: the text asks for styles, pictures and lists, which
	// are written when all of them are known.
	for _, step := range []func() error{b.writeBody, b.writeFurniture, b.writeStyles, b.writeNumbering, b.writeFonts, b.writeSettings, b.writeProperties} {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("docx: %w", err)
		}
		if err := step(); err != nil {
			return err
		}
	}
	if _, err := b.pkg.WriteTo(w); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}
