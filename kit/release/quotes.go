package release

import "github.com/presskit-go/presskit/kit/source"

// Quote is what somebody said.
type Quote struct {
	source.Place
	ID          source.Text `key:"id"`
	Text        Inline      `key:"text"`    // without quotation marks
	Speaker     source.Text `key:"speaker"` // a person's id
	Attribution source.Text `key:"attribution"`
	Placement   Placement   `key:"placement"` // Pull if not given
	Highlight   bool        `key:"highlight"` // the lead quote
}

// Placement says how a quote stands to the body.
type Placement string

// The placements.
const (
	Pull  Placement = "pull"  // a callout that repeats words of the lede or body
	Block Placement = "block" // the quote stands only here
)

// Allowed lists the placements.
func (Placement) Allowed() []string { return []string{string(Pull), string(Block)} }

// Quote returns the quote with an id, or nil.
func (r *Release) Quote(id string) *Quote {
	for i := range r.Quotes {
		if r.Quotes[i].ID.Value == id {
			return &r.Quotes[i]
		}
	}
	return nil
}

func (r *Release) quoteIDs() []string {
	list := make([]string, 0, len(r.Quotes))
	for _, q := range r.Quotes {
		list = append(list, q.ID.Value)
	}
	return list
}

func (c *checker) quotes() {
	seen := c.newIDs()
	for i := range c.limit("quotes", len(c.r.Quotes)) {
		q := &c.r.Quotes[i]
		seen.add(q.Place, q.ID)
		c.required(q.Place, "text", !blank(q.Text.Text))
		c.reference(q.Speaker, "person", c.persons)
		switch {
		case q.Speaker.Value != "" && q.Attribution.Value != "":
			c.report(q.Attribution.Span, "both-given", `a quote has either "speaker" or "attribution"`)
		case q.Speaker.Value == "" && q.Attribution.Value == "" && !c.doc.Has(q.Path+".speaker"):
			c.report(c.head(q.Place), "missing-speaker", "the quote says nobody who said it").
				Hint = "add speaker: with the id of a person, or attribution: with words"
		}
	}
}
