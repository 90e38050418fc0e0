package locale

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/ar"
	"github.com/go-playground/locales/ar_IQ"
	"github.com/go-playground/locales/ar_JO"
	"github.com/go-playground/locales/ar_LB"
	"github.com/go-playground/locales/ar_PS"
	"github.com/go-playground/locales/ar_SY"
	"github.com/go-playground/locales/ca"
	"github.com/go-playground/locales/cs"
	"github.com/go-playground/locales/da"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/de_AT"
	"github.com/go-playground/locales/el"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/en_001"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fi"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/he"
	"github.com/go-playground/locales/hu"
	"github.com/go-playground/locales/it"
	"github.com/go-playground/locales/ja"
	"github.com/go-playground/locales/ko"
	"github.com/go-playground/locales/nb"
	"github.com/go-playground/locales/nl"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/pt"
	"github.com/go-playground/locales/pt_PT"
	"github.com/go-playground/locales/ro"
	"github.com/go-playground/locales/ru"
	"github.com/go-playground/locales/sv"
	"github.com/go-playground/locales/tr"
	"github.com/go-playground/locales/uk"
	"github.com/go-playground/locales/zh"
	"github.com/go-playground/locales/zh_Hant"
	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/source"
)

// calendar is what is used of a translator.
type calendar interface {
	FmtDateLong(time.Time) string
	FmtDateFull(time.Time) string
	FmtTimeShort(time.Time) string
	MonthWide(time.Month) string
}

// calendars makes the calendar of each language; it is never written to.
var calendars = map[string]func() locales.Translator{
	// The months have names of their own in the Levant. They have in the Maghreb too,
	// but the lists of the module lack some.
	"ar": ar.New, "ar-IQ": ar_IQ.New, "ar-JO": ar_JO.New, "ar-LB": ar_LB.New,
	"ar-PS": ar_PS.New, "ar-SY": ar_SY.New,
	"ca": ca.New, "cs": cs.New, "da": da.New, "de": de.New, "de-AT": de_AT.New, "el": el.New,
	"en": en.New, "en-001": en_001.New, "en-GB": en_GB.New, "es": es.New, "fi": fi.New, "fr": fr.New, "he": he.New,
	"hu": hu.New, "it": it.New, "ja": ja.New, "ko": ko.New, "nb": nb.New, "nl": nl.New, "pl": pl.New, "pt": pt.New,
	"pt-PT": pt_PT.New, "ro": ro.New, "ru": ru.New, "sv": sv.New, "tr": tr.New, "uk": uk.New,
	"zh": zh.New, "zh-Hant": zh_Hant.New,
}

// made gives the calendar of a language, which is made when it is first asked for.
var made = sync.OnceValue(func() map[string]func() locales.Translator {
	all := map[string]func() locales.Translator{}
	for name, make := range calendars {
		all[name] = sync.OnceValue(make)
	}
	return all
})

func calendarFor(tag language.Tag) calendar {
	for _, name := range append(chain(tag), fallback) {
		if calendar := made()[name]; calendar != nil {
			return calendar()
		}
	}
	panic("locale: no calendar for " + fallback)
}

// Date writes a date with as much of it as was given: a year, a month and year,
// or a whole date. Times of day are left out.
func (l *Locale) Date(d source.Date) string {
	switch d.Precision {
	case source.None:
		return ""
	case source.Year:
		if p := l.data.Dates.YearOnly; p != "" {
			return l.pattern(p, d.Time, "")
		}
		return l.Digits(strconv.Itoa(d.Time.Year()))
	case source.Month:
		return l.pattern(l.data.Dates.MonthYear, d.Time, l.month(d.Time.Month()))
	}
	return l.Digits(l.ordinal(d.Time, l.calendar.FmtDateLong(d.Time)))
}

// Year and DayMonth write the two halves of a date that stands in a column.
// DayMonth is empty for a date that is no more than a year.
func (l *Locale) Year(d source.Date) string { return l.pattern(l.data.Dates.Year, d.Time, "") }

// DayMonth writes the day and month, or the month, of a date.
func (l *Locale) DayMonth(d source.Date) string {
	switch d.Precision {
	case source.None, source.Year:
		return ""
	case source.Month:
		return l.month(d.Time.Month())
	}
	return l.Digits(l.ordinal(d.Time, l.pattern(l.data.Dates.DayMonth, d.Time, l.calendar.MonthWide(d.Time.Month()))))
}

// AsOf says when something was found to be so: on a day, in a month or a year.
func (l *Locale) AsOf(d source.Date) string {
	label := AsOf
	if d.Precision < source.Day {
		label = AsOfPeriod
	}
	return l.Format(label, "date", l.Date(d))
}

// Embargo writes out until when a release is withheld, by the clock of the
// offset that t carries.
func (l *Locale) Embargo(t time.Time) string {
	date, clock := l.ordinal(t, l.calendar.FmtDateFull(t)), l.data.Dates.Clock
	if clock == "" {
		clock = l.calendar.FmtTimeShort(t)
	} else {
		clock = t.Format(clock)
	}
	return l.Digits(l.Format(Embargo, "date", date, "time", clock, "zone", zone(t)))
}

// zone names the offset of a time, as in "UTC+2".
func zone(t time.Time) string {
	_, seconds := t.Zone()
	if seconds == 0 {
		return "UTC"
	}
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	hours, minutes := seconds/3600, seconds/60%60
	if minutes == 0 {
		return fmt.Sprintf("UTC%s%d", sign, hours)
	}
	return fmt.Sprintf("UTC%s%d:%02d", sign, hours, minutes)
}

// month gives the name of a month that stands without a day.
func (l *Locale) month(m time.Month) string {
	if names := l.data.Dates.Months; len(names) == 12 {
		return names[m-1]
	}
	return l.calendar.MonthWide(m)
}

func (l *Locale) pattern(p string, t time.Time, month string) string {
	return l.Digits(expand(p, "year", strconv.Itoa(t.Year()), "month", month, "number", strconv.Itoa(int(t.Month())), "day", strconv.Itoa(t.Day())))
}

// ordinal writes the first of a month as an ordinal where that is the rule.
func (l *Locale) ordinal(t time.Time, s string) string {
	first := l.data.Dates.FirstDay
	if first == "" || t.Day() != 1 {
		return s
	}
	before, after, found := strings.Cut(" "+s, " 1 ")
	if !found {
		return s
	}
	return strings.TrimPrefix(before+" "+first+" "+after, " ")
}
