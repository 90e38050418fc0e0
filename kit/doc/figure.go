package doc

// Picture is an image with what must be known to place it. Data is the file as
// it was given; it is shared and must not be written to.
type Picture struct {
	ID            string // media id
	Name          string // file name without folders
	Data          []byte
	Width, Height int  // pixels, upright; of an SVG the size in user units
	Vector        bool // SVG
	// Alt stands for the picture; empty only if Decorative.
	Alt        string
	Decorative bool
	// Focus is the point that a crop keeps, as fractions of width and height
	// from the top left.
	Focus [2]float64
	// Clear is the free space that a logo wants on all sides, as a share of the
	// height that it is drawn at.
	Clear float64

	// Opened is what the program that made the document has found in Data, so
	// that formats need not look at it again. Only it knows the type; nil, as in
	// a document made by hand, is always right.
	Opened any
}

// Figure is a picture with a caption.
type Figure struct {
	ID      string // target of links; "" if none
	Role    Role   // one of those below
	Picture *Picture
	Caption Text
	// Number counts pictures of a gallery; 0 if not numbered.
	Number int
	// Details are small lines under the caption: file name, size, licence.
	Details []Text
	Float   Float
}

// Float says where on its page a figure stands. Where that is a later page than what
// follows it in the tree, a format with pages has it read there.
type Float uint8

// Places of a figure.
const (
	NoFloat     Float = iota // where it is in the text
	FloatTop                 // at the head of the column, of this page or the next
	FloatBottom              // at the foot of the column
)

// Gallery sets figures side by side, cropped to one aspect.
type Gallery struct {
	Columns int
	Aspect  float64 // width ÷ height
	Figures []*Figure
}

// Roles of figures.
const (
	RoleHero    Role = "hero"
	RoleInline  Role = "inline"
	RoleGallery Role = "gallery"
	RoleLogo    Role = "logo"    // shown whole, not cropped
	RoleQRCode  Role = "qr-code" // an address for telephones; never cropped, at most an inch wide
)

// Quiet is the breadth of the free space around a QR code as a share of its
// picture's width: four modules, of which each is a unit of the drawing.
func (p *Picture) Quiet() float64 { return 4 / float64(max(p.Width, 1)) }
