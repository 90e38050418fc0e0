package layouts

// Slot names what a layout puts in order.
type Slot string

// The slots.
const (
	// Status tells that a release is withheld or cancelled.
	Status       Slot = "status"
	Kicker       Slot = "kicker"
	Headline     Slot = "headline"
	Standfirst   Slot = "standfirst"
	Hero         Slot = "hero"
	StatsSlot    Slot = "statistics"
	Lede         Slot = "lede" // first paragraph with the dateline
	Body         Slot = "body" // with quotations and pictures
	EndMark      Slot = "end-mark"
	ContentsSlot Slot = "contents" // list of the sections

	FactSheet      Slot = "fact-sheet"
	Timeline       Slot = "timeline"
	Backgrounder   Slot = "backgrounder"
	FAQ            Slot = "faq"
	PeopleSlot     Slot = "people"
	Awards         Slot = "awards"
	PicturesSlot   Slot = "pictures"
	FurtherReading Slot = "further-reading"

	Boilerplate Slot = "boilerplate"
	Contacts    Slot = "contacts" // stands beside a boilerplate that comes just before it
)

// Slots lists every slot.
func Slots() []Slot {
	return []Slot{
		Status, Kicker, Headline, Standfirst, Hero, StatsSlot, Lede, Body, EndMark, ContentsSlot,
		FactSheet, Timeline, Backgrounder, FAQ, PeopleSlot, Awards, PicturesSlot, FurtherReading,
		Boilerplate, Contacts,
	}
}

// Allowed lists what may be written.
func (Slot) Allowed() []string { return words(Slots()) }

// Line names what a line of the masthead says.
type Line string

// The lines.
const (
	GenreLine     Line = "genre"     // "Press release", or what the definition says
	KitLine       Line = "kit"       // "Press kit"
	DateLine      Line = "date"      // of publication, else of the dateline, else the place
	PlaceLine     Line = "place"     // of the dateline
	PublisherLine Line = "publisher" // name
	TimingLine    Line = "timing"    // "For immediate release", unless embargoed
)

// Allowed lists what may be written.
func (Line) Allowed() []string {
	return words([]Line{GenreLine, KitLine, DateLine, PlaceLine, PublisherLine, TimingLine})
}

// Place says where the statistics stand.
type Place string

// The places.
const (
	Sidebar Place = "sidebar" // beside the text
	Band    Place = "band"    // over the whole width
)

// Allowed lists what may be written.
func (Place) Allowed() []string { return words([]Place{Sidebar, Band}) }

// The vocabulary of styles, as it is written.
type (
	family    string
	slant     string
	transform string
	// variantCaps are real small capitals, where the font has them.
	variantCaps string
	// hanging punctuation stands out of the text: an opening quotation mark before
	// the first line, stops, commas and hyphens after the ends of lines.
	hanging   string
	alignment string
	figures   string
	portrait  string
	// float is where a picture goes; its order is that of doc.Float.
	float string
)

func (family) Allowed() []string      { return []string{"base", "headings"} }
func (slant) Allowed() []string       { return []string{"normal", "italic"} }
func (transform) Allowed() []string   { return []string{"none", "uppercase"} }
func (variantCaps) Allowed() []string { return []string{"normal", "small-caps"} }
func (hanging) Allowed() []string     { return []string{"none", "allow-end", "first allow-end"} }
func (alignment) Allowed() []string   { return []string{"start", "end", "center", "justify"} }
func (figures) Allowed() []string {
	return []string{"default", "old-style", "proportional", "tabular"}
}
func (float) Allowed() []string    { return []string{"none", "top", "bottom"} }
func (portrait) Allowed() []string { return []string{"round", "square"} }

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}
