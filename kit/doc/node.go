package doc

// A Block is a node of the tree. The set is closed: only this package
// implements it, and a back end switches over all of it.
type Block interface{ block() }

// Heading opens what follows it. Level 1 is the headline; levels are never
// skipped.
type Heading struct {
	Level int // 1–6
	Role  Role
	Text  Text
	ID    string // target of links; "" if none
}

// Para is a paragraph.
type Para struct {
	Role Role
	Text Text
	// Follows says that a paragraph of running text comes before it, so that its
	// first line is indented, if its style has an indent.
	Follows bool
}

// List is a list. A timeline is one whose items have labels.
type List struct {
	Role    Role // RoleListItem or RoleTimelineText
	Ordered bool
	Start   int // number of the first item of an ordered list
	Items   []Item
}

// Item is an entry of a list.
type Item struct {
	Label  Text // date of an event; nil: a bullet or number
	State  State
	Blocks []Block
}

// Shown gives the blocks of an item as they are set: those of what happens now
// are strong.
func (i Item) Shown() []Block {
	if i.State != Now {
		return i.Blocks
	}
	out := make([]Block, len(i.Blocks))
	for k, b := range i.Blocks {
		if p, ok := b.(*Para); ok {
			b = &Para{Role: p.Role, Text: p.Text.Strong()}
		}
		out[k] = b
	}
	return out
}

// State places an event of a timeline in time, seen from the release.
type State uint8

// States of an event.
const (
	Past    State = iota
	Now           // the release itself
	Planned       // after the release
)

// Table is a table of text. Facts are tables with a header column.
type Table struct {
	Role    Role // RoleFactValue for facts, RoleTableCell otherwise
	Caption Text
	// Name is what the table is called where neither a caption nor a heading over it
	// says so; it is not printed.
	Name string
	// Header rows are repeated on each page.
	Header       [][]Cell
	Rows         [][]Cell
	HeaderColumn bool // the first cell of each row names the row
	// Across sets facts side by side, each value under its label.
	Across bool
	Align  []Align
}

// Cell is a cell of a table.
type Cell struct{ Text Text }

// Rule is a thematic break.
type Rule struct{}

// PageBreak starts a new page.
type PageBreak struct{}

// Section is a titled section of the kit.
type Section struct {
	Role  Role // which section: "fact-sheet", "timeline", "people"…
	ID    string
	Title Text
	// Beside sets the title in the columns beside the content rather than over
	// it.
	Beside bool
	Blocks []Block
}

// Card sets a picture beside text: a person.
type Card struct {
	Role    Role
	Picture *Picture // may be nil
	Round   bool     // crop to a circle
	// Bare says that no card beside this one has a picture either, so that no
	// room is kept for it.
	Bare   bool
	Blocks []Block
}

// Columns sets blocks side by side.
type Columns struct {
	Role    Role
	Columns []Column
}

// Column is one of several side by side.
type Column struct {
	Span   int // grid columns
	Blocks []Block
}

// Contents lists the sections that have an ID, with their pages where the
// format has pages.
type Contents struct {
	Title   Text
	Entries []Entry
}

// Entry is a line of a table of contents.
type Entry struct {
	ID   string
	Text Text
}

func (*Heading) block()   {}
func (*Para) block()      {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Rule) block()      {}
func (*PageBreak) block() {}
func (*Section) block()   {}
func (*Card) block()      {}
func (*Columns) block()   {}
func (*Contents) block()  {}
func (*Figure) block()    {}
func (*Gallery) block()   {}
func (*Callout) block()   {}
func (*Aside) block()     {}
func (*StatGroup) block() {}
