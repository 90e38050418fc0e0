package locale

import "strings"

// Label names a phrase.
type Label string

// The phrases. In braces: what is put into them.
const (
	PressRelease   Label = "press-release"
	PressKit       Label = "press-kit"
	Numbers        Label = "numbers" // title of the statistics
	InThisKit      Label = "in-this-kit"
	FactSheet      Label = "fact-sheet"
	Timeline       Label = "timeline"
	Backgrounder   Label = "backgrounder"
	FAQ            Label = "faq"
	People         Label = "people"
	Awards         Label = "awards"
	Pictures       Label = "pictures"
	FurtherReading Label = "further-reading"
	About          Label = "about"       // {name}
	AboutPlain     Label = "about-plain" // where no name is known
	Contact        Label = "contact"     // heading over one
	Contacts       Label = "contacts"    // heading over several
	Page           Label = "page"        // {page}, {pages}
	Embargo        Label = "embargo"     // {date}, {time}, {zone}
	Immediate      Label = "immediate"
	Withheld       Label = "withheld"
	Canceled       Label = "canceled"
	Source         Label = "source"       // {source}
	AsOf           Label = "as-of"        // {date}: a day
	AsOfPeriod     Label = "as-of-period" // {date}: a month or a year
	Previously     Label = "previously"   // {value}, {change}
	Points         Label = "points"       // {value}: difference of percentages
	Series         Label = "series"       // {first}, {from}, {last}, {to}
	AllPictures    Label = "all-pictures" // {credit}
	Originals      Label = "originals"    // {url}
	Vector         Label = "vector"
	Pixels         Label = "pixels"        // {width}, {height}
	ChartRing      Label = "chart-ring"    // {value}, {label}
	ChartBars      Label = "chart-bars"    // {value}, {previous}
	ChartLine      Label = "chart-line"    // {first}, {from}, {last}, {to}, {count}, {low}, {high}
	ChartRest      Label = "chart-rest"    // of a ring, beside the share
	ChartBefore    Label = "chart-before"  // the earlier of two bars
	ChartNow       Label = "chart-now"     // the later one
	NewsroomCode   Label = "newsroom-code" // {url}
)

// Labels lists every phrase.
func Labels() []Label {
	return []Label{
		PressRelease, PressKit, Numbers, InThisKit, FactSheet, Timeline, Backgrounder, FAQ, People, Awards,
		Pictures, FurtherReading, About, AboutPlain, Contact, Contacts, Page, Embargo, Immediate, Withheld, Canceled,
		Source, AsOf, AsOfPeriod, Previously, Points, Series, AllPictures, Originals, Vector, Pixels,
		ChartRing, ChartBars, ChartLine, ChartRest, ChartBefore, ChartNow, NewsroomCode,
	}
}

// Label gives a phrase without anything to put in.
func (l *Locale) Label(name Label) string {
	s, ok := l.data.Labels[name]
	if !ok {
		panic("locale: no label " + string(name))
	}
	return l.spaced(s)
}

// Format gives a phrase with values put in: pairs of name and value.
func (l *Locale) Format(name Label, pairs ...string) string {
	return expand(l.Label(name), pairs...)
}

// Part is a piece of a phrase: words, or the name of what goes in its place.
type Part struct {
	Text string
	Name string // "" for words
}

// Parts cuts a phrase at its braces, for values that are more than text.
func (l *Locale) Parts(name Label) []Part {
	var parts []Part
	rest := l.Label(name)
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		if before != "" {
			parts = append(parts, Part{Text: before})
		}
		if !found {
			break
		}
		var field string
		field, rest, _ = strings.Cut(after, "}")
		parts = append(parts, Part{Name: field})
	}
	return parts
}

func expand(pattern string, pairs ...string) string {
	args := make([]string, len(pairs))
	for i := range pairs {
		args[i] = pairs[i]
		if i%2 == 0 {
			args[i] = "{" + pairs[i] + "}"
		}
	}
	return strings.NewReplacer(args...).Replace(pattern)
}
