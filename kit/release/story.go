package release

import (
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/source"
)

// Story is the text of a release.
type Story struct {
	Kicker      source.Text `key:"kicker" doc:"The line above the headline."`
	Headline    source.Text `key:"headline" doc:"Required. The headline."`
	Subheadline Inline      `key:"subheadline" doc:"The paragraph below the headline, in Markdown."`
	Dateline    *Dateline   `key:"dateline" doc:"Opens the first paragraph in the way of the language."`
	Lede        Inline      `key:"lede" doc:"The first paragraph, in Markdown. Left out: that of body."` // the first paragraph
	Body        Blocks      `key:"body" doc:"Required. The text, in Markdown. {{quote: ID}}, {{figure: ID}} and {{statistics}} on lines of their own place blocks by hand."`
	EndMark     source.Text `key:"end-mark" doc:"Stands below the text; none for none. Left out: the habit of the language."` // "none" for none; the language's if not given
}

// Dateline opens the first paragraph: "MILANO, 13 maggio 2024 –".
type Dateline struct {
	source.Place
	City source.Text `key:"place" doc:"Required. The place."`
	Date source.Date `key:"date" doc:"The day. Left out: that of publication."`
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
