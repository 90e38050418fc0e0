package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quotes gives the quotation marks of the language, with the spaces that belong
// to them.
func (l *Locale) Quotes() (opening, closing string) {
	return l.data.Quotes.Open, l.data.Quotes.Close
}

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

// maxBound is the longest stretch, in characters, that Bind keeps in one line.
const maxBound = 24

// Bind ties articles, prepositions and other short words to the word that
// follows them, by no-break spaces: for headlines.
func (l *Locale) Bind(s string) string {
	words := strings.Split(s, " ")
	var b strings.Builder
	run := 0 // characters since the last place to break
	for i, w := range words {
		n := utf8.RuneCountInString(w)
		b.WriteString(w)
		if i+1 == len(words) {
			break
		}
		run += n + 1
		if l.isShort(w) && run+utf8.RuneCountInString(words[i+1]) <= maxBound {
			b.WriteRune('\u00a0')
			continue
		}
		b.WriteByte(' ')
		run = 0
	}
	return b.String()
}

func (l *Locale) isShort(w string) bool {
	w = strings.TrimLeftFunc(w, unicode.IsPunct)
	return w != "" && l.bind[strings.ToLower(w)]
}

// Spaces makes the spaces around the punctuation of the language unbreakable.
// In French a space stands before some signs; nothing is added or taken away.
func (l *Locale) Spaces(s string) string {
	if base, _ := l.tag.Base(); base.String() != "fr" || !strings.Contains(s, " ") {
		return s
	}
	return frenchSpaces.Replace(s)
}

// frenchSpaces is never written to.
var frenchSpaces = strings.NewReplacer(" ;", "\u202f;", " !", "\u202f!", " ?", "\u202f?", " :", "\u00a0:", " »", "\u00a0»", "« ", "«\u00a0")
