// Package locale knows how a language writes what a press kit adds to its
// author's words: labels, dates, numbers, currencies and quotation marks.
//
// Start with [For]. Numbers and dates follow CLDR by way of golang.org/x/text
// and go-playground/locales; what those do not hold — labels, compact notation,
// quotation marks, the habits of a dateline — stands in lang/*.yaml, one file
// for each language.
//
// A language falls back to its parents by CLDR (pt-AO to pt-PT to pt), then to
// English. A file of a language holds everything; a file of a region only what
// differs.
package locale

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

//go:embed lang/*.yaml
var files embed.FS

// fallback is what is used for a language that nothing is known of:
// international English.
const fallback = "en-001"

// Locale is one language as it is written. It is immutable.
type Locale struct {
	// Name is the file that is nearest to the language: "it", "en-001".
	Name string

	tag      language.Tag
	labels   map[Label]string
	bind     map[string]bool
	data     file
	calendar calendar
	symbols  symbols
}

// file is a file of lang/.
type file struct {
	Labels source.Map[source.Text] `key:"labels"`
	Quotes struct {
		Open  source.Text `key:"open"`
		Close source.Text `key:"close"`
	} `key:"quotes"`
	Callout  source.Text `key:"callout-stop"` // "drop": no full stop before the closing mark
	Dateline struct {
		Pattern source.Text `key:"pattern"` // {place}, {date}
		Dash    source.Text `key:"dash"`
	} `key:"dateline"`
	EndMark source.Text `key:"end-mark"`
	Dates   struct {
		Year      source.Text   `key:"year"`
		MonthYear source.Text   `key:"month-year"`
		DayMonth  source.Text   `key:"day-month"`
		FirstDay  source.Text   `key:"first-day"` // of a month, where it is an ordinal
		Months    []source.Text `key:"months"`    // standing alone, where that form differs
	} `key:"dates"`
	Numbers struct {
		Group       source.Text    `key:"group"`
		MinGrouping source.Integer `key:"min-grouping"` // digits before the first group: CLDR minimumGroupingDigits
		Percent     source.Text    `key:"percent"`      // pattern with {value}
		Currency    source.Text    `key:"currency"`     // "before", "before-spaced" or "after"
		Compact     []compactFile  `key:"compact"`
	} `key:"numbers"`
	Bind []source.Text `key:"bind"` // short words that are not left at the end of a line of a headline
}

type compactFile struct {
	Power source.Integer `key:"power"` // of ten
	Text  source.Text    `key:"text"`
	Tight bool           `key:"tight"`
}

// Names lists the languages and regions that have a file.
func Names() []string {
	entries, err := fs.ReadDir(files, "lang")
	if err != nil {
		panic(fmt.Sprintf("locale: %v", err))
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	return names
}

// For gives the locale of a language. known is false if nothing is known of the
// language, so that its labels are English.
func For(tag language.Tag) (l *Locale, known bool) {
	l = &Locale{tag: tag, labels: map[Label]string{}, bind: map[string]bool{}}
	if known = l.fillFrom(chain(tag)); !known {
		l.fillFrom(chain(language.MustParse(fallback)))
	}
	l.calendar = calendarFor(tag)
	l.symbols = symbolsFor(tag, l.data.Numbers.Group.Value)
	return l, known
}

// fillFrom fills the locale from the files of the names that have one.
func (l *Locale) fillFrom(names []string) (found bool) {
	for _, name := range names {
		data, err := files.ReadFile("lang/" + name + ".yaml")
		if err != nil {
			continue
		}
		if l.Name == "" {
			l.Name = name
		}
		l.fill(name, data)
		found = true
	}
	return found
}

// chain lists the names of files for a language, the nearest first.
func chain(tag language.Tag) []string {
	var names []string
	raw, err := language.Raw.Compose(tag.Raw()) // without extensions
	if err != nil {
		return nil
	}
	for t := raw; t != language.Und; t = t.Parent() {
		names = append(names, t.String())
	}
	if len(names) > 0 {
		// Norwegian is written as Bokmål unless it says otherwise.
		if base := names[len(names)-1]; base == "no" || base == "nn" {
			names = append(names, "nb")
		}
	}
	return names
}

// fill takes over what is not set yet.
func (l *Locale) fill(name string, data []byte) {
	var f file
	doc, list := source.Parse(diag.NewSource("lang/"+name+".yaml", data))
	if doc != nil {
		list = append(list, doc.Decode(&f)...)
	}
	if list.HasErrors() {
		panic(fmt.Sprintf("locale: %v", list))
	}
	for _, label := range f.Labels {
		if _, ok := l.labels[Label(label.Key)]; !ok {
			l.labels[Label(label.Key)] = label.Value.Value
		}
	}
	for _, word := range f.Bind {
		l.bind[word.Value] = true
	}
	l.data.merge(&f)
}

func (f *file) merge(g *file) {
	set := func(a *source.Text, b source.Text) {
		if !a.Given() {
			*a = b
		}
	}
	set(&f.Quotes.Open, g.Quotes.Open)
	set(&f.Quotes.Close, g.Quotes.Close)
	set(&f.Callout, g.Callout)
	set(&f.Dateline.Pattern, g.Dateline.Pattern)
	set(&f.Dateline.Dash, g.Dateline.Dash)
	set(&f.EndMark, g.EndMark)
	set(&f.Dates.Year, g.Dates.Year)
	set(&f.Dates.MonthYear, g.Dates.MonthYear)
	set(&f.Dates.DayMonth, g.Dates.DayMonth)
	set(&f.Dates.FirstDay, g.Dates.FirstDay)
	set(&f.Numbers.Group, g.Numbers.Group)
	set(&f.Numbers.Percent, g.Numbers.Percent)
	set(&f.Numbers.Currency, g.Numbers.Currency)
	if f.Dates.Months == nil {
		f.Dates.Months = g.Dates.Months
	}
	if !f.Numbers.MinGrouping.Given() {
		f.Numbers.MinGrouping = g.Numbers.MinGrouping
	}
	if f.Numbers.Compact == nil {
		f.Numbers.Compact = g.Numbers.Compact
	}
}

// IsRTL reports whether the script of a language runs from right to left.
func IsRTL(tag language.Tag) bool {
	switch Script(tag) {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand":
		return true
	}
	return false
}

// Script gives the ISO 15924 code of the script that a language is written in.
func Script(tag language.Tag) string {
	s, _ := tag.Script()
	return s.String()
}
