package locale

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed lang/*.json
var files embed.FS

// file is a file of lang/. Patterns have the names of their values in braces.
type file struct {
	Language string           `json:"language"` // in words, for those who read the file
	Labels   map[Label]string `json:"labels"`
	Quotes   struct {
		Open  string `json:"open"`
		Close string `json:"close"`
	} `json:"quotes"`
	Callout  string `json:"callout-stop"` // "drop": no full stop before the closing mark
	Dateline struct {
		Pattern string `json:"pattern"` // {place}, {date}
		Dash    string `json:"dash"`
	} `json:"dateline"`
	EndMark string `json:"end-mark"`
	Dates   struct {
		Year      string   `json:"year"`      // over or before a day or month
		YearOnly  string   `json:"year-only"` // in a text, where it is more than the number
		MonthYear string   `json:"month-year"`
		DayMonth  string   `json:"day-month"` // {number} is that of the month
		Clock     string   `json:"clock"`     // how times of day are written, as in package time, where it is not as by CLDR
		FirstDay  string   `json:"first-day"` // of a month, where it is an ordinal
		Months    []string `json:"months"`    // standing alone, where that form differs
	} `json:"dates"`
	Numbers struct {
		Group       string `json:"group"`
		MinGrouping int    `json:"min-grouping"` // digits before the first group: CLDR minimumGroupingDigits
		Percent     string `json:"percent"`      // pattern with {value}
		Currency    string `json:"currency"`     // "before", "before-spaced" or "after"
		// Currencies are words for them by code, close after the number, where
		// newspapers write those rather than signs.
		Currencies map[string]string `json:"currencies"`
		Compact    []compactWord     `json:"compact"`
	} `json:"numbers"`
}

// compactWord stands for a power of ten.
type compactWord struct {
	Power int    `json:"power"`
	Text  string `json:"text"`
	Tight bool   `json:"tight"`
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

// languages gives what the file of a name says, with what those of its parents do.
// A file is read when it is first asked for; what it says is not written to.
var languages = sync.OnceValue(func() map[string]func() file {
	all := map[string]func() file{}
	for _, name := range Names() {
		all[name] = sync.OnceValue(func() file { return readChain(chain(language.MustParse(name))) })
	}
	return all
})

// readChain reads the files of the names that have one, the last name first, so
// that each takes the place of what those after it in the list say.
func readChain(names []string) (f file) {
	for _, name := range slices.Backward(names) {
		if data, err := files.ReadFile("lang/" + name + ".json"); err == nil {
			f.read(name, data)
		}
	}
	return f
}

// read takes over what a file says. Lists are taken whole.
func (f *file) read(name string, data []byte) {
	months, compact := f.Dates.Months, f.Numbers.Compact
	f.Dates.Months, f.Numbers.Compact = nil, nil
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(f); err != nil {
		panic(fmt.Sprintf("locale: lang/%s.json: %v", name, err))
	}
	if f.Dates.Months == nil {
		f.Dates.Months = months
	}
	if f.Numbers.Compact == nil {
		f.Numbers.Compact = compact
	}
}
