package compose

import (
	"regexp"
	"sync"
	"time"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
)

// timeline is a list whose labels are dates, the year first.
func (c *composer) timeline() []doc.Block {
	list := &doc.List{Role: doc.RoleTimelineText}
	for i := range c.rel.Timeline {
		e := &c.rel.Timeline[i]
		item := doc.Item{Label: c.eventDate(e.Date), State: state(eventDay(e.Date), c.today())}
		if e.Date.Text.Given() && i > 0 && item.State == doc.Past && list.Items[i-1].State != doc.Past {
			item.State = doc.Planned // "Autumn 2026" after the release itself, which was in that year too
		}
		if text := c.inline(e.Text); text != nil {
			item.Blocks = []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: text}}
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []doc.Block{list}
}

// looseYear finds the year in a date that is given in words, at its head or its
// end.
var looseYear = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(\d{4})[ ,]+(\D+)|(\D+?)[ ,]+(\d{4}))$`)
})

// eventYear splits a date in words into its year and the rest. Words without a
// year have none.
func eventYear(s string) (year, rest string) {
	m := looseYear().FindStringSubmatch(s)
	if m == nil {
		return "", s
	}
	return m[1] + m[4], m[2] + m[3]
}

// eventDay is the date of an event as far as it can be compared: of a date in
// words its year.
func eventDay(w release.When) source.Date {
	if w.Date.Given() {
		return w.Date
	}
	if year, _ := eventYear(w.Text.Value); year != "" {
		if d, ok := source.ParseDate(source.NewText(year)); ok {
			return d
		}
	}
	return source.Date{}
}

func (c *composer) eventDate(w release.When) doc.Text {
	d := w.Date
	switch {
	case w.Text.Given():
		year, rest := eventYear(c.tidyTrim(w.Text.Value))
		if year == "" {
			return doc.Text{{Text: rest, Origin: w.Text.Span}}
		}
		return doc.Text{{Text: year, Role: doc.RoleYear, Origin: w.Text.Span}, {Text: "\u2002" + rest, Origin: w.Text.Span}}
	case !d.Given():
		return nil
	}
	label := doc.Text{{Text: c.loc.Year(d), Role: doc.RoleYear, Origin: d.Span}}
	if rest := c.loc.DayMonth(d); rest != "" {
		label = append(label, doc.Run{Text: "\u2002" + rest})
	}
	return label
}

// today is the day of the release, from which an event is past or planned. The
// clock is never asked: the same definition gives the same document.
func (c *composer) today() source.Date {
	for _, d := range []source.Date{c.rel.Published, c.dated(), c.rel.EmbargoedUntil} {
		if d.Precision >= source.Day {
			return d
		}
	}
	return source.Date{}
}

// dated is the date of the dateline.
func (c *composer) dated() source.Date {
	if c.rel.Dateline == nil {
		return source.Date{}
	}
	return c.rel.Dateline.Date
}

// state compares an event with the day of the release. A month or day that
// holds it is the release itself; a year that holds it says too little, and
// counts as past.
func state(event, today source.Date) doc.State {
	if !event.Given() || !today.Given() {
		return doc.Past
	}
	e, t := ordinal(event.Time), ordinal(today.Time)
	switch event.Precision {
	case source.Year:
		e, t = e/10000, t/10000
	case source.Month:
		e, t = e/100, t/100
	}
	switch {
	case e > t:
		return doc.Planned
	case e == t && event.Precision != source.Year:
		return doc.Now
	}
	return doc.Past
}

// ordinal writes a day as the number 20240513, by the clock it was written with.
func ordinal(t time.Time) int { return t.Year()*10000 + int(t.Month())*100 + t.Day() }
