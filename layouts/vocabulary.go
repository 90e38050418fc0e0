package layouts

import "github.com/presskit-go/presskit/kit/doc"

// Slot names what a layout puts in order.
type Slot string

// The slots.
const (
	// Status tells that a release is withheld or cancelled.
	Status Slot = "status"
	Kicker Slot = "kicker"
	// Genre says what the text is, and the kicker with it, where the masthead does
	// not: "Press release".
	Genre      Slot = "genre"
	DateSlot   Slot = "date" // place and date, where they stand by themselves
	Headline   Slot = "headline"
	Standfirst Slot = "standfirst"
	Hero       Slot = "hero"
	StatsSlot  Slot = "statistics" // all of them, or the first group if MoreStats has a slot
	MoreStats  Slot = "more-statistics"
	// LeadQuote is the highlighted quotation, else the shortest of several.
	LeadQuote    Slot = "lead-quote"
	QuotesSlot   Slot = "quotes" // all that are left, side by side; without the slot they stand in the text
	Lede         Slot = "lede"   // first paragraph with the dateline
	Body         Slot = "body"   // with quotations and pictures
	EndMark      Slot = "end-mark"
	NamesSlot    Slot = "names"    // in the sidebar, of the people who have no place among the sections
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
		Status, Kicker, Genre, DateSlot, Headline, Standfirst, Hero, LeadQuote, StatsSlot, Lede, Body, QuotesSlot, MoreStats, EndMark, NamesSlot, ContentsSlot,
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

// FootLine names what a margin box at the foot of the sheet says.
type FootLine string

// What can stand there. Several in one box are separated by a middle dot.
const (
	ReleaseFoot   FootLine = "release"     // publisher, genre and date
	PublisherFoot FootLine = "publisher"   // name
	GenreFoot     FootLine = "genre"       //
	DateFoot      FootLine = "date"        // place and date
	PageFoot      FootLine = "page"        // "page 1 of 2", in the words of the language
	NumberFoot    FootLine = "page-number" // "1 / 2"
)

// Allowed lists what may be written.
func (FootLine) Allowed() []string {
	return words([]FootLine{ReleaseFoot, PublisherFoot, GenreFoot, DateFoot, PageFoot, NumberFoot})
}

// The vocabulary of styles, as it is written.
type (
	family    string
	sheetName string
	slant     string
	// decoration is CSS's text-decoration-line.
	decoration string
	transform  string
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
	// avoid is CSS's break-inside.
	avoid string
	// columnSpan is CSS's column-span.
	columnSpan  string
	borderStyle string
	// headBox is what stands in a margin box at the head of a page.
	headBox string
	region  string
	speaker string
	// Orders are those of doc.StatisticsLook and doc.QuoteLook.
	statisticsLook string
	quoteLook      string
	factsLook      string
)

func (sheetName) Allowed() []string { return Sheets() }
func (family) Allowed() []string    { return []string{"base", "headings", "small"} }
func (slant) Allowed() []string     { return []string{"normal", "italic"} }
func (decoration) Allowed() []string {
	return []string{"none", "underline", "overline", "line-through"}
}
func (transform) Allowed() []string   { return []string{"none", "uppercase"} }
func (variantCaps) Allowed() []string { return []string{"normal", "small-caps"} }
func (hanging) Allowed() []string     { return []string{"none", "allow-end", "first allow-end"} }
func (alignment) Allowed() []string   { return []string{"start", "end", "center", "justify"} }
func (figures) Allowed() []string {
	return []string{"default", "old-style", "proportional", "tabular"}
}
func (float) Allowed() []string    { return []string{"none", "top", "bottom"} }
func (portrait) Allowed() []string { return []string{"round", "square"} }

func (avoid) Allowed() []string       { return []string{"auto", "avoid"} }
func (columnSpan) Allowed() []string  { return []string{"none", "all"} }
func (borderStyle) Allowed() []string { return []string{"solid", "double"} }
func (headBox) Allowed() []string     { return []string{"none", "logo", "lines"} }
func (region) Allowed() []string      { return []string{"main", "full", "cover"} }
func (speaker) Allowed() []string     { return []string{"below", "beside"} }
func (statisticsLook) Allowed() []string {
	return []string{"cards", "list", "band", "tiles", "table"}
}
func (factsLook) Allowed() []string { return []string{"table", "cells"} }
func (quoteLook) Allowed() []string { return []string{"bar", "rule", "card", "marks"} }

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

func (d decoration) lines() doc.Decoration {
	return doc.Decoration{Underline: d == "underline", Overline: d == "overline", LineThrough: d == "line-through"}
}
