// Package doc is the composed press kit: a small closed tree of nodes in
// reading order, with the styles, colours, fonts and page geometry that the
// layout and the brand chose for it.
//
// Start with [Document]. Its [Part] values hold blocks; a [Block] is one of
// about fifteen node types, each in the file of its name; text is a [Text], a
// flat list of runs. A [Role] says what a block or a run is for, and
// [Document.Styles] how that role is set.
//
// The order of the tree is the reading order of every format: the tag order of
// a PDF, page by page, the body order of a Word file, the text of a screen reader. Back ends
// (kit/pdf, kit/docx) read this package and nothing of the release or the
// layout, and must render every node: [Specimen] holds one of each.
//
// Nothing here measures or places: geometry belongs to fixed pages, and Word
// reflows. Lengths are in points ([Pt]).
package doc

import (
	"math"
	"time"
)

// Pt is a length in points of 1/72 inch.
type Pt = float64

// MM converts millimetres to points.
func MM(mm float64) Pt { return mm * 72 / 25.4 }

// A Document is a whole kit, ready for any back end.
type Document struct {
	Meta Meta
	Lang string // BCP 47 language of the text
	RTL  bool   // the script of Lang runs from right to left
	// Zero is the digit zero that pages, list items and figures are counted with,
	// the other nine following it in Unicode; 0 stands for ASCII's. See
	// [Document.Number].
	Zero  rune
	Theme Theme
	Page  Page
	Looks Looks
	// Styles gives every role that the tree uses; see [Document.Style].
	Styles map[Role]Style
	// Links and Code are how words inside a text are set off; see [Document.Mark].
	// Links without anything said are underlined, in the colour of that name.
	Links, Code Mark

	Logo *Picture // in the masthead; nil if the brand has none
	// RunningLogo is in the masthead of later pages; nil if that is Logo too.
	RunningLogo *Picture
	LogoAlt     string // text that stands for a missing logo: the publisher's name
	Embargo     Text   // band on every page while the release is withheld; nil if free
	Footer      Footer
	// Running is the line at the head of later pages, in place of those of the part;
	// nil if there is none.
	Running Text
	// Pages is how many pages the document was made to fit on; 0 if it takes as many
	// as it needs. Formats that break lines otherwise keep some room free for that.
	Pages int

	Parts []Part
}

// Meta describes the document to catalogues: PDF XMP and Info, OPC core
// properties. Empty fields are left out.
type Meta struct {
	ID, Version string
	Title       string
	Subject     string // one or two sentences
	Author      string // the publisher's name
	Keywords    []string
	Rights      string // whose it is, and what one may do with it
	RightsURL   string // address of the licence
	Status      string // IPTC ninjs pubStatus
	Embargo     string // RFC 3339, as given
	URL         string // online home
	Generator   string // name and version of the program
	Created     time.Time
	Modified    time.Time
}

// A Footer stands at the foot of every page, with [Field] runs for the numbers of
// pages. Empty texts leave their boxes free.
type Footer struct {
	Start  Text // publisher and release
	Center Text
	End    Text // page X of Y
}

// A Part is a top-level division of the kit: what shares a measure and a
// running head. It becomes a section of a Word file.
type Part struct {
	Role   Role   // RoleHead, RoleRelease, RoleKit or RoleEnd
	Header []Text // lines at the end side of the masthead; the first is strong
	// Span is the number of grid columns that the text takes after Offset columns,
	// which may be halves. What is left carries the asides.
	Span   int
	Offset float64
	// Columns is the number of columns of running text; styles with SpanAll go
	// over all of them (CSS Multi-column Layout). 0 and 1 are the same.
	Columns int
	// Cover sets the part on a page of its own over the picture of its hero figure,
	// which fills the sheet.
	Cover bool
	// NewPage starts the part on a new page.
	NewPage bool
	// Foot sets the part at the foot of the last page.
	Foot   bool
	Blocks []Block
}

// MastheadLogo is the logo of the first page or of later ones; nil if there is
// none.
func (d *Document) MastheadLogo(first bool) *Picture {
	if !first && d.RunningLogo != nil {
		return d.RunningLogo
	}
	return d.Logo
}

// LogoClear is the free space that the logo of the first page or of later ones
// wants around it, in whole modules.
func (d *Document) LogoClear(first bool) Pt {
	l := d.MastheadLogo(first)
	if l == nil || l.Clear == 0 {
		return 0
	}
	height := d.Page.RunningLogoHeight
	if first {
		height = d.Page.LogoHeight
	}
	return math.Ceil(l.Clear*height/d.Page.Module()) * d.Page.Module()
}

// Head is the geometry of the head of the first page or of later ones. A rule
// below the logo stands no nearer than its free space.
func (d *Document) Head(first bool) Head {
	h := d.Page.Running
	if first {
		h = d.Page.First
	}
	if clear := d.LogoClear(first); h.Logo != NoBox && h.Rule.Width > 0 && clear > h.Padding {
		h.Height += clear - h.Padding
		h.Padding = clear
	}
	return h
}

// Style gives the style of a role. Every role has one: compose fills Styles
// from the layout, and a missing entry is a bug in it.
func (d *Document) Style(r Role) Style {
	s, ok := d.Styles[r]
	if !ok {
		panic("doc: no style for role " + string(r))
	}
	return s
}
