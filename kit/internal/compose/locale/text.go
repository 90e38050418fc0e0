package locale

import (
	"strings"

	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
)

// Quotes gives the quotation marks of the language, with the spaces that belong
// to them.
func (l *Locale) Quotes() (opening, closing string) {
	const words = "words"
	opening, closing, _ = strings.Cut(l.spaced(l.data.Quotes.Open+words+l.data.Quotes.Close), words)
	return opening, closing
}

// spaced sets the spaces that the language has before and after its marks.
func (l *Locale) spaced(s string) string { return bind.French(l.tag.String(), s, 0, 0) }

// DropsStop reports whether a callout ends without a full stop before its
// closing mark.
func (l *Locale) DropsStop() bool { return l.data.Callout == "drop" }

// EndMark gives the sign after the last line of a release; "" if the language
// has no such habit.
func (l *Locale) EndMark() string { return l.data.EndMark }

// Dateline gives the words that open a release; date may be empty.
func (l *Locale) Dateline(place, date string) string {
	if place == "" || date == "" {
		return place + date
	}
	return expand(l.data.Dateline.Pattern, "place", place, "date", date)
}

// Dash gives what stands between dateline and text, with its spaces. No line
// begins with it.
func (l *Locale) Dash() string {
	if s, ok := strings.CutPrefix(l.data.Dateline.Dash, " "); ok {
		return "\u00a0" + s
	}
	return l.data.Dateline.Dash
}
