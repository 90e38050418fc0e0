package release

import (
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/source"
)

// Story is the text of a release.
type Story struct {
	Kicker      source.Text `key:"kicker"`
	Headline    source.Text `key:"headline"`
	Subheadline Inline      `key:"subheadline"`
	Dateline    *Dateline   `key:"dateline"`
	Lede        Inline      `key:"lede"` // the first paragraph
	Body        Blocks      `key:"body"`
	EndMark     source.Text `key:"end-mark"` // "none" for none; the language's if not given
}

// Dateline opens the first paragraph: "MILANO, 13 maggio 2024 –".
type Dateline struct {
	source.Place
	City source.Text `key:"place"`
	Date source.Date `key:"date"`
}

func (c *checker) story() {
	r := c.r
	c.required(r.Place, "headline", !blank(r.Headline))
	c.required(r.Place, "body", !blank(r.Body.Text))
	if d := r.Dateline; d != nil {
		c.required(d.Place, "place", !blank(d.City))
		if d.Date.Given() && d.Date.Precision != source.Day {
			c.report(d.Date.Span, "bad-date", "the date of a dateline must be a day").Hint = "write 2024-05-13"
		}
	}
}

// blank reports whether a text shows nothing when it is printed.
func blank(t source.Text) bool { return !strings.ContainsFunc(t.Value, shows) }

// shows reports whether a character can be seen: it is neither space nor one of
// those that Unicode wants ignored where they cannot be shown (UAX #44,
// Default_Ignorable_Code_Point), nor the blank of Braille.
func shows(r rune) bool {
	return r != '\u2800' && !unicode.IsSpace(r) &&
		!unicode.In(r, unicode.C, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
