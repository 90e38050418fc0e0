package pdfwriter

// Tag is a structure type: a standard one below, or one of the caller's own that [Options.RoleMap] maps to one.
type Tag string

// The standard structure types of ISO 32000-1, 14.8.4. Doc is "Document"; only the root needs it.
const (
	Doc        Tag = "Document"
	Part       Tag = "Part"
	Art        Tag = "Art"
	Sect       Tag = "Sect"
	Div        Tag = "Div"
	BlockQuote Tag = "BlockQuote"
	Caption    Tag = "Caption"
	TOC        Tag = "TOC"
	TOCI       Tag = "TOCI"
	Index      Tag = "Index"
	NonStruct  Tag = "NonStruct"
	Private    Tag = "Private"
	P          Tag = "P"
	H          Tag = "H"
	H1         Tag = "H1"
	H2         Tag = "H2"
	H3         Tag = "H3"
	H4         Tag = "H4"
	H5         Tag = "H5"
	H6         Tag = "H6"
	L          Tag = "L"
	LI         Tag = "LI"
	Lbl        Tag = "Lbl"
	LBody      Tag = "LBody"
	Table      Tag = "Table"
	TR         Tag = "TR"
	TH         Tag = "TH"
	TD         Tag = "TD"
	THead      Tag = "THead"
	TBody      Tag = "TBody"
	TFoot      Tag = "TFoot"
	Span       Tag = "Span"
	Quote      Tag = "Quote"
	Note       Tag = "Note"
	Reference  Tag = "Reference"
	BibEntry   Tag = "BibEntry"
	Code       Tag = "Code"
	Link       Tag = "Link"
	Annot      Tag = "Annot"
	Ruby       Tag = "Ruby"
	RB         Tag = "RB"
	RT         Tag = "RT"
	RP         Tag = "RP"
	Warichu    Tag = "Warichu"
	WT         Tag = "WT"
	WP         Tag = "WP"
	Figure     Tag = "Figure"
	Formula    Tag = "Formula"
	Form       Tag = "Form"
)

// Element is a structure element: a node of the tree that assistive technology reads. Its exported fields may be set
// until the document is written.
type Element struct {
	Alt        string // alternative description; a Figure or Formula needs one
	ActualText string // replacement for what the content says
	Expansion  string // the long form of an abbreviation
	Title      string // a name for people who look at the tree; not read out
	Lang       string // natural language where it differs from the parent's, as in BCP 47

	Attr Attributes

	doc    *Document
	parent *Element
	tag    Tag
	kids   []kid
}

// kid is one of: a child element, the content drawn between two children.
type kid struct {
	elem   *Element
	pieces []*piece
}

// Attributes are the standard structure attributes of ISO 32000-1, 14.8.5 that readers act on. Zero values are left out.
type Attributes struct {
	Scope     Scope      // TH: what the header is for
	RowSpan   int        // TH, TD
	ColSpan   int        // TH, TD
	Headers   []*Element // TH, TD: the header cells, where Scope does not say enough
	Summary   string     // Table
	Numbering Numbering  // L: how items are labelled; a list with Lbl elements needs it
	Placement Placement  // how the element sits in what is around it

	box  Rect
	page *Page
}

// Scope says whether a header cell is for its row, its column or both.
type Scope string

// The scopes of ISO 32000-1, table 349.
const (
	ScopeRow    Scope = "Row"
	ScopeColumn Scope = "Column"
	ScopeBoth   Scope = "Both"
)

// Numbering is how the items of a list are labelled.
type Numbering string

// The values of ListNumbering in ISO 32000-1, table 347.
const (
	NumberingNone       Numbering = "None"
	NumberingDisc       Numbering = "Disc"
	NumberingCircle     Numbering = "Circle"
	NumberingSquare     Numbering = "Square"
	NumberingDecimal    Numbering = "Decimal"
	NumberingUpperRoman Numbering = "UpperRoman"
	NumberingLowerRoman Numbering = "LowerRoman"
	NumberingUpperAlpha Numbering = "UpperAlpha"
	NumberingLowerAlpha Numbering = "LowerAlpha"
)

// Placement is how an element sits in what is around it.
type Placement string

// The values of Placement in ISO 32000-1, table 344.
const (
	PlacementBlock  Placement = "Block"
	PlacementInline Placement = "Inline"
	PlacementBefore Placement = "Before"
	PlacementStart  Placement = "Start"
	PlacementEnd    Placement = "End"
)

// Add appends a child. Children are read in the order they were added.
func (e *Element) Add(tag Tag) *Element {
	child := &Element{doc: e.doc, parent: e, tag: tag}
	e.kids = append(e.kids, kid{elem: child})
	return child
}

// AddText appends a place for content of e that needs no tag of its own: the text of a paragraph before, between and
// after its links. Mark it like an element; it must not have children.
//
// It is needed only where the tree is built before the page is drawn. Content marked for e itself is read after the
// children that e has by then, and before those added later.
func (e *Element) AddText() *Element { return e.Add("") }

// Tag returns the tag e was added with.
func (e *Element) Tag() Tag { return e.tag }

// SetBBox says which part of the page e covers; viewers use it to show or reflow a Figure, Formula or Table.
func (e *Element) SetBBox(p *Page, r Rect) { e.Attr.page, e.Attr.box = p, r }

// owner returns the element that content marked for e belongs to.
func (e *Element) owner() *Element {
	for e.tag == "" && e.parent != nil {
		e = e.parent
	}
	return e
}

// walk calls visit for e and everything below it in reading order; e comes before its children.
func (e *Element) walk(visit func(*Element)) {
	visit(e)
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.walk(visit)
		}
	}
}

// piece is the content drawn for one element on one page, between two of its children.
type piece struct {
	page     *Page
	elem     *Element // the owner
	contents []*Content
}

// place returns the piece of e on page p that new content goes to, adding one if the last kid of e has none. Pieces
// between the same children are kept in page order, whichever page was drawn first.
func (e *Element) place(p *Page) *piece {
	if n := len(e.kids); n == 0 || e.kids[n-1].elem != nil {
		e.kids = append(e.kids, kid{})
	}
	last := &e.kids[len(e.kids)-1]
	at := len(last.pieces)
	for at > 0 && last.pieces[at-1].page.index >= p.index {
		at--
	}
	if at < len(last.pieces) && last.pieces[at].page == p {
		return last.pieces[at]
	}
	pc := &piece{page: p, elem: e.owner()}
	last.pieces = append(last.pieces, nil)
	copy(last.pieces[at+1:], last.pieces[at:])
	last.pieces[at] = pc
	return pc
}
