package doc

// Callout is a quotation set apart. The quotation marks are part of Body, as
// runs of RoleMark, so that every format shows those of the language.
type Callout struct {
	ID string
	// Role is RoleQuote for a pull quote or a block quotation of a person, or
	// RoleQuoteBlock for a quotation inside the text.
	Role Role
	// Pull says that the words repeat words of the text: a screen reader may
	// pass over it.
	Pull        bool
	Repeats     *Para // the paragraph that it repeats words of: it stands some lines from it; nil if there is none
	Highlight   bool
	Body        []Block
	Attribution *Attribution // may be nil
}

// Attribution names the speaker of a quotation.
type Attribution struct {
	Name     Text
	Title    Text     // title and organization
	Portrait *Picture // may be nil
}

// Aside is a panel beside the text: the statistics, the contents, quotations.
type Aside struct {
	Role   Role // RoleStatistics, RoleContents, RoleQuotes or RoleNames
	Title  Text
	Place  Place
	Blocks []Block
}

// Roles of asides.
const (
	RoleStatistics Role = "statistics"
	RoleContents   Role = "contents"
	RoleQuotes     Role = "quotes" // quotations in the sidebar
	RoleNames      Role = "names"  // people in the sidebar: a heading, then paragraphs
)

// Place says where a panel stands.
type Place uint8

// Places.
const (
	Sidebar Place = iota // in the columns beside the text
	Band                 // over the whole width, in its place in the text
)

// StatGroup holds statistics of one heading.
type StatGroup struct {
	Title Text // may be nil
	Stats []*Stat
}

// Stat is a statistic, formatted in the language. Prefix, value and unit stand
// on one baseline; read together with Label they are a sentence.
type Stat struct {
	ID     string
	Prefix Text // "oltre", "€"; may be nil
	// PrefixTight sets the prefix close to the value, as for a currency symbol.
	PrefixTight bool
	Value       Text
	Unit        Text // "%", "h"; may be nil
	UnitTight   bool // set close, as for a symbol; otherwise a word space
	Label       Text
	Notes       []Text // as of, source, change: small print
	Chart       *Chart // may be nil
	Highlight   bool
}

// Line gives prefix, value and unit as one text with the spaces of the
// language, for formats that set them in a line.
func (s *Stat) Line() Text {
	prefix, unit := RolePrefix, RoleUnit
	if s.Highlight {
		prefix, unit = RolePrefixLarge, RoleUnitLarge
	}
	t := make(Text, 0, len(s.Prefix)+len(s.Value)+max(2*len(s.Unit), 1)) // as a rule a space, if any
	add := func(u Text, role Role) {
		for _, r := range u {
			if r.Role == "" {
				r.Role = role
			}
			t = append(t, r)
		}
	}
	add(s.Prefix, prefix)
	if len(s.Prefix) > 0 && !s.PrefixTight {
		t = append(t, Run{Text: "\u00a0", Role: prefix})
	}
	add(s.Value, "")
	if len(s.Unit) > 0 && !s.UnitTight {
		t = append(t, Run{Text: "\u00a0", Role: unit})
	}
	add(s.Unit, unit)
	return t
}
