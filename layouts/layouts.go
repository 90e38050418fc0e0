// Package layouts holds the layouts of a press kit: which sections stand where,
// on which grid, and how every role is set. A layout knows nothing of a brand's
// colours and fonts, so that every layout can be had with every brand.
//
// Start here: [Names] lists the layouts that are built in, [Load] gives one, and
// [Read] reads one from a file of the same form. The words are those of CSS and
// Word: margins, line-height, letter-spacing, text-transform, font-variant-caps,
// hanging-punctuation, float, orphans, widows, keep-with-next. feature.yaml is the one to read first.
//
// A file starts from a built-in layout, or from another file, and says only what
// differs; what it leaves out is that of feature, if it does not say extends:
//
//	layout: 1
//	extends: bulletin
//	page: {scale: {base: 10pt}}
//	roles:
//	  body: {align: justify}
//
// Maps are then merged key by key; lists and values are replaced.
//
// Sizes are steps of one scale, of which the base is the size of the text, and
// leadings and spaces count modules, an eighth of the baseline: scale and baseline
// change a page as a whole. They are reckoned once the maps are merged. Sizes are
// exact here; kits are set in half points.
//
// This package does not place anything: kit/internal/compose fills the document
// tree by the layout, and the back ends set it.
package layouts

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

//go:embed *.yaml
var builtIn embed.FS

// DefaultName is the layout of a kit that asks for none.
const DefaultName = "feature"

// Layout says how a kit is set.
type Layout struct {
	Name  string // of the file, without extension
	Title string // what it is, in a few words

	Page  Page
	Parts Parts

	Opening    Opening
	Statistics Statistics
	Quotes     Quotes
	Facts      Facts
	Sections   Sections
	Fit        Fit
	People     People
	Pictures   Pictures
	Contents   Contents

	// Colors has the names of colours that are the brand's own, none of
	// [doc.ColorNames], with a place where each is written.
	Colors map[doc.ColorName]diag.Span

	// Styles has every role of [doc.BlockRoles] and [doc.RunRoles].
	Styles map[doc.Role]doc.Style
	// Scripts has the styles of roles that a script sets otherwise, by its code of
	// ISO 15924. The others are made larger for scripts that need it.
	Scripts map[string]map[doc.Role]doc.Style
	// Adjacent gives the space below a role where a certain other role follows
	// it, in place of Style.After.
	Adjacent map[doc.Role]map[doc.Role]doc.Pt
}

// Page is the geometry that does not depend on the size of the sheet.
type Page struct {
	Size                    string // of [Sheets]; "" leaves it to the language
	Top, Bottom, Start, End doc.Pt // margins
	Baseline                doc.Pt
	Grid                    bool // lines of text stand on one grid of baselines; pages have an even foot
	Columns                 int
	Gutter                  doc.Pt
	Footer                  doc.Pt // from the foot of the sheet
	Logo, RunningLogo       doc.Pt // heights

	First, Running doc.Head
	FooterRule     doc.Border
	// RunningLine is what the line at the head of later pages says, in place of the
	// lines of a part.
	RunningLine []FootLine
	// FootStart, FootCenter and FootEnd are the margin boxes at the foot.
	FootStart, FootCenter, FootEnd []FootLine
	// Main are the columns of the text, Sidebar those for panels on every page,
	// Panels those for panels where a part leaves them free; see [doc.Page].
	Main, Sidebar, Panels doc.Region
}

// Parts are the four divisions of a kit.
type Parts struct{ Head, Release, Kit, End Part }

// Part is one of them.
type Part struct {
	Span     int     // grid columns that the text takes
	Offset   float64 // grid columns before it; may be a half
	Columns  int     // of running text; 1 or more
	Cover    bool    // on a page of its own, over the picture
	NewPage  bool
	Foot     bool // at the foot of the last page: of the last part only
	Masthead []Line
	Slots    []Slot
}

// Statistics says how the figures are shown.
type Statistics struct {
	Place Place
	Most  int // more than this many stand in a band, whatever Place says

	Look   doc.StatisticsLook
	Across int  // statistics side by side over the whole width; 0 leaves it to the look
	Lead   bool // the first group is large, and stands over the whole width
	Title  bool // the panel has a title
	Ground bool // a tinted one
	Bleed  bool // the ground reaches the edges of the sheet
}

// Opening says how a text begins and ends.
type Opening struct {
	// LeadIn is how many letters of a headline before a colon may stand on a line of
	// their own, in the style of doc.RoleLeadIn; 0 for none.
	LeadIn   int
	Dateline bool // the first paragraph opens with place and date
	// EndMark closes the text where the release has no mark of its own; "" is that
	// of the language.
	EndMark string
}

// Fit makes a kit keep to a number of pages.
type Fit struct {
	Pages int     // 0: as many as it takes
	Scale float64 // the smallest size of type that is tried, as a share
}

// Quotes says how callouts are shown.
type Quotes struct {
	Words int // a longer pull quote is cut, with an ellipsis

	Look    doc.QuoteLook
	Sidebar int  // how many stand in the sidebar; the others in the text
	Beside  bool // the speaker stands in the columns before the words
}

// Facts says how the fact sheet is set.
type Facts struct {
	Cells bool // side by side without a title, each under a rule, rather than as a table
}

// Sections says where the titles of the kit's sections stand.
type Sections struct {
	Beside []Slot // in the columns beside the content; the others over it
	// Subheads sets the headings in the text in the columns before it, Date the
	// date so beside the headline, and End the headings of the end matter.
	Subheads, Date, End bool

	TitleSpan     int // columns of a title that stands beside
	Rule, EndRule doc.Border
}

// People says how portraits are cropped.
type People struct{ Round bool }

// Pictures says how the gallery is set, and where pictures in the text stand that
// the author has not placed.
type Pictures struct {
	Columns int     // of the gallery
	Aspect  float64 // of the gallery: width ÷ height
	Float   doc.Float
}

// Contents says when the kit gets a table of contents: where it has many sections,
// and a text that fills more than the first page.
type Contents struct {
	From  int // number of sections from which on it does; 0: never
	Words int // of the text that it needs, besides
}

// IsBeside reports whether the title of a section stands beside it.
func (s Sections) IsBeside(slot Slot) bool {
	for _, b := range s.Beside {
		if b == slot {
			return true
		}
	}
	return false
}

// Names lists the built-in layouts in alphabetical order.
func Names() []string {
	entries, err := fs.ReadDir(builtIn, ".")
	if err != nil {
		panic(fmt.Sprintf("layouts: built-in files: %v", err))
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	return names
}

// Load gives a built-in layout by its name; "" is [DefaultName].
func Load(name string) (*Layout, diag.List) {
	if name == "" {
		name = DefaultName
	}
	for _, n := range Names() {
		if n == name {
			if l := ready(name); l != nil {
				return l, nil
			}
			return read(builtInLayer(name))
		}
	}
	var list diag.List
	list.Add(diag.Span{}, "unknown-layout", "there is no layout %q", name).
		Hint = "built in are: " + strings.Join(Names(), ", ")
	return nil, list
}

// Read reads a layout from a file. The layout is nil if the list holds errors.
func Read(fsys fs.FS, name string) (*Layout, diag.List) {
	return read(layer{fsys: fsys, name: name})
}

func read(at layer) (*Layout, diag.List) {
	r := reader{}
	l := r.read(at)
	for i := range r.list {
		r.list[i].Span = r.owned(r.list[i].Span)
	}
	r.list.Sort()
	if r.list.HasErrors() {
		return nil, r.list
	}
	return l, r.list
}
