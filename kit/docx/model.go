package docx

import "github.com/presskit-go/presskit/kit/doc"

// The model is WordprocessingML as far as a press kit needs it, with lengths in
// points and colours by name. Blocks of the document become model values
// (block.go and the files of the nodes); the wml files turn those into markup.

// flow is block content: the body, a cell, a header.
type flow []element

type element interface{ element() }

func (*paragraph) element() {}
func (*table) element()     {}

// paragraph is w:p. Whatever it says otherwise than its style becomes a style of
// its own (variant.go), but for its frame, its number and the end of a section.
type paragraph struct {
	style   string // id of a paragraph style
	content []inline
	// start and end are the indents of the place that the paragraph stands in,
	// from the edges of the text area. Its style adds its own.
	start, end doc.Pt

	before, after *doc.Pt // instead of the style's
	line          doc.Pt  // exact line height instead of the style's; 0: the style's
	align         *doc.Align
	list          int  // numbering instance; 0 for none
	level         int  // of the list, from 0
	top, bottom   rule // instead of the style's
	frame         *frame
	keepNext      bool // whatever the style says
	unkept        bool // likewise
	whole         bool // likewise: in one piece
	under         bool // room under a frame, which is no space
	section       *section
}

// frame is w:framePr: a paragraph that stands beside those that follow it, or over all
// columns of theirs.
type frame struct {
	width, gap doc.Pt
	drop       doc.Pt // below the head of that paragraph
	end        bool   // at the end side of the text area
	// exact gives its place at the start side as a distance: aligned frames of
	// several rows are moved beside each other by LibreOffice.
	exact bool
	page  *anchor // on the page, in place of that
	over  doc.Pt  // how high it is over columns; 0 beside text
}

// aside says that a paragraph stands in a frame beside the text.
func (p *paragraph) aside() bool {
	return p.frame != nil && p.frame.page == nil && p.frame.over == 0
}

// section is w:sectPr; it describes the pages up to its paragraph.
type section struct {
	newPage      bool // starts on a new page
	titlePage    bool
	firstHeader  string // relationship ids; "" goes on as before
	header       string
	firstFooter  string
	footer       string
	columns      int    // of running text; 0 is one
	start, end   doc.Pt // of the columns, from the margins of the page
	bottom       doc.Pt // margin; 0: that of the pages
	textDistance doc.Pt // from the upper edge of the sheet to the text
}

type inline interface{ inline() }

func (*run) inline()       {}
func (*field) inline()     {}
func (*link) inline()      {}
func (*bookmark) inline()  {}
func (*rangeEdge) inline() {}
func (*fieldEdge) inline() {}
func (*drawing) inline()   {}
func (*shape) inline()     {}

// run is w:r. Tabs and line breaks stand in its text as \t and \n.
type run struct {
	text  string
	style string // id of a character style
	// bold and italic are set only where they differ from what the styles give.
	bold, italic *bool
	code         bool   // never divided
	font         string // of code that has another style, and of letters that the style's lacks; "" for that of the styles
	lang         string
	rtl          bool
	pageBreak    bool
}

// field is a complex field; cached is what shows until it is updated.
type field struct {
	instruction string
	cached      string
	format      run // text is not used
}

// link is w:hyperlink: to a relationship or to a bookmark.
type link struct {
	relationship string
	anchor       string
	content      []inline
}

// bookmark is a named stretch.
type bookmark struct {
	id      int64
	name    string
	content []inline
}

// rangeEdge is where a bookmark over several paragraphs begins or, without a name,
// ends.
type rangeEdge struct {
	id   int64
	name string
}

// fieldEdge is where a field over several paragraphs begins or, without an
// instruction, ends.
type fieldEdge struct{ instruction string }

// drawing is an inline picture.
type drawing struct {
	id            uint32
	name, alt     string
	decorative    bool
	width, height doc.Pt
	raster, svg   string      // relationship ids; svg may be ""
	chart         *chartFrame // in place of the picture where Word reads; may be nil
	cut           *cutPicture // in place of a round picture where others read; nil if it is not round
	// crop is what is cut off at left, top, right and bottom, as fractions.
	crop      [4]float64
	line      doc.ColorName // outline; "" for none
	fill      doc.ColorName // under the picture; "" for none
	lineWidth doc.Pt
	anchor    *anchor // where it stands; nil if it is a letter of its line
}

// anchor is wp:anchor: the place of a drawing from the upper left corner of the
// sheet, or from where its text stands. Those of a higher layer stand over those of a
// lower one.
type anchor struct {
	x, y   doc.Pt
	line   bool   // from the start of the column and the head of the line that it hangs in
	far    doc.Pt // then its place from the end of the column
	align  string // in place of x: "left", "center" or "right" between the margins
	sheet  bool   // or between the edges of the sheet
	behind bool   // the text
	layer  int64
}

// shape is a rectangle without words, anchored to the page.
type shape struct {
	id            uint32
	width, height doc.Pt
	fill          doc.ColorName
	anchor        *anchor
}

// rule is a border line. The zero value is none.
type rule struct {
	width doc.Pt
	color doc.ColorName
	space doc.Pt // to the text; paragraphs only
	kind  string // of ST_Border; "" for single
}

// sides are the four edges of a cell or a paragraph. start and end are
// logical.
type sides[T any] struct{ top, start, bottom, end T }

type table struct {
	grid  []doc.Pt
	start doc.Pt // indent
	rows  []row
	// lead and trail are what every row leaves free before its first cell and after
	// its last one.
	lead, trail doc.Pt
	float       *float
	style       string
	// before and after are the spaces around it; see builder.closed.
	before, after doc.Pt
	gallery       string // of building blocks, as one of which Word takes it; "" for none
	// caption and description serve screen readers.
	caption, description string
	headerColumn         bool
}

// padBelow gives the cells of the last row at least some margin below their content.
func (t *table) padBelow(height doc.Pt) {
	cells := t.rows[len(t.rows)-1].cells
	for i := range cells {
		cells[i].margins.bottom = max(cells[i].margins.bottom, height)
	}
}

// float is w:tblpPr: a table beside the text that follows it.
type float struct {
	gap, below doc.Pt
	head       bool // at the head of its page
	first      bool // at the start side of the text rather than at its end
	at         *spot
}

// spot is a place on the page for a floating table: x from the left edge of the
// sheet; y from its upper edge ("page"), from the head of the text ("margin"), or
// from the paragraph that the table hangs on ("text").
type spot struct {
	x, y doc.Pt
	from string
}

type row struct {
	cells  []cell
	header bool // repeated on each page
	split  bool // may be parted at the foot of a page
	height doc.Pt
}

// width is that of the columns.
func (t *table) width() (w doc.Pt) {
	for _, g := range t.grid {
		w += g
	}
	return w
}

// fill lets the last cell of a row take what is left of its table, which stays free:
// a cell without content is one more that a screen reader stops at.
func (r *row) fill(grid []doc.Pt) {
	at := 0
	for _, c := range r.cells {
		at += max(c.span, 1)
	}
	if len(r.cells) == 0 {
		return
	}
	last := &r.cells[len(r.cells)-1]
	for ; at < len(grid); at++ {
		last.span = max(last.span, 1) + 1
		last.margins.end += grid[at]
	}
}

type cell struct {
	span    int           // grid columns; 0 is one
	margins sides[doc.Pt] // see builder.inset
	content flow
}

// orderedList begins the numbers of the style List Number anew, at a level.
type orderedList struct{ first, level int }

// style is an entry of the style sheet.
type style struct {
	id, name       string
	kind           styleKind
	basedOn, next  string
	priority       int
	builtin        bool
	quick          bool // shown in the gallery of styles
	hidden         bool // from the list of styles as long as it is not used
	isDefault      bool
	outline        int // 1 to 9; 0 for text
	look           doc.Style
	font           wordFont
	size           doc.Pt // character styles: 0 keeps the size
	start, end     doc.Pt // indents of the usual place
	firstLine      doc.Pt // indent of the first line
	inner, hanging doc.Pt // indent that the style adds to its place
	innerEnd       doc.Pt
	borders        sides[rule]
	fill           doc.ColorName
	endTab         doc.Pt // a tab that aligns to the end, 0 for none
	centerTab      doc.Pt // one that centres
	tab            doc.Pt // one at the start, within the indent that the style adds to its place
	list, level    int
	loose          bool // line height by content, for pictures
	ltr            bool // runs from left to right, whatever the text does
	anywhere       bool // has the same indents in every place
	ruled          bool // the border at the top stands between equal paragraphs too
	frame          *frame
	raise          doc.Pt // character styles: above the baseline
	tracking       doc.Pt // character styles: after each character, beside that of the look
	scale          int    // character styles: how wide letters are, in percent; 0 for as they are
	toggle         toggle // character styles
	noProof        bool   // not checked; character styles: not hyphenated either
	rows           *tableLook
}

type styleKind uint8

const (
	paragraphStyle styleKind = iota
	characterStyle
	tableStyle
)

// tableLook is what a table style says.
type tableLook struct {
	borders sides[rule]
	inside  rule   // between rows
	listed  rule   // between rows but below the head
	axis    rule   // between cells
	ends    bool   // the axis stops over the last row
	margin  doc.Pt // of cells, at both sides
	fill    doc.ColorName
}

// ruledAbove and ruledBelow report whether a table begins or ends with a rule or a
// ground, to which no space may be added. Some begin with the rule of a heading.
func (s *sheet) ruledAbove(t *table) bool {
	look := s.tableLook(t.style)
	return t.style == tilesTable || t.style == contentsTable || look.borders.top.width > 0 || look.fill != ""
}

func (s *sheet) ruledBelow(t *table) bool {
	look := s.tableLook(t.style)
	return look.borders.bottom.width > 0 || look.fill != ""
}

// tableLook is what the style of a table says; nothing if it says nothing.
func (s *sheet) tableLook(id string) tableLook {
	if look := s.style(id).rows; look != nil {
		return *look
	}
	return tableLook{}
}

func ptr[T any](v T) *T { return &v }
