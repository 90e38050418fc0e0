package release

import (
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Quote is what somebody said.
type Quote struct {
	source.Place
	ID          source.Text `key:"id" doc:"Required. A short name for {{quote: ID}}."`
	Text        Inline      `key:"text" doc:"Required. The words in Markdown, without quotation marks: the language sets them."` // without quotation marks
	Speaker     source.Text `key:"speaker" doc:"The id of a person."`                                                            // a person's id
	Attribution source.Text `key:"attribution" doc:"Who says so, where it is nobody under people."`
	Placement   Placement   `key:"placement" doc:"pull repeats words of the text in a callout, which is what is meant if left out; block stands only here."` // Pull if not given
	Highlight   bool        `key:"highlight" doc:"Whether this is the lead quote."`                                                                          // the lead quote
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

func isWordRune(r rune) bool { return !notWord(r) }

// unquote takes away the quotation marks that quotes bring along, since a
// layout sets those of the language.
func (c *checker) unquote() {
	for i := range min(len(c.r.Quotes), maxEntries) {
		t := &c.r.Quotes[i].Text.Text
		inner, ok := unquoted(*t)
		if !ok {
			continue
		}
		d := c.report(t.Span, "quotation-marks", "the quote brings its own quotation marks, which are left out")
		d.Severity, d.Hint = diag.Warning, "write the words alone; the marks of the language are set around them"
		*t = inner
	}
}

// unquoted returns a text without the pair of quotation marks around the whole
// of it, if there is one.
func unquoted(t source.Text) (source.Text, bool) {
	t = t.Trim()
	open, first := utf8.DecodeRuneInString(t.Value)
	closing, last := utf8.DecodeLastRuneInString(t.Value)
	if len(t.Value) <= first+last || !isQuotePair(open, closing) {
		return t, false
	}
	inner := t.Slice(first, len(t.Value)-last)
	if blank(inner) || strings.ContainsRune(inner.Value, open) || strings.ContainsRune(inner.Value, closing) {
		return t, false
	}
	return inner, true
}

func isQuotePair(open, closing rune) bool {
	switch open {
	case '"', '”', '\'':
		return closing == open
	case '“':
		return closing == '”' || closing == '“'
	case '„':
		return closing == '“' || closing == '”'
	case '«':
		return closing == '»'
	case '»':
		return closing == '«' || closing == '»'
	case '‘':
		return closing == '’'
	case '‚':
		return closing == '‘'
	case '「', '『':
		return closing == open+1
	}
	return false
}

func (c *checker) quotes() {
	seen := c.newIDs()
	for i := range c.limit("quotes", len(c.r.Quotes)) {
		q := &c.r.Quotes[i]
		seen.add(q.Place, q.ID)
		c.required(q.Place, "text", !blank(q.Text.Text))
		if !blank(q.Text.Text) && !strings.ContainsFunc(q.Text.Value, isWordRune) && !c.reported(q.Text.Span) {
			c.report(q.Text.Span, "required", "the quote holds no words")
		}
		c.reference(q.Speaker, "person", c.persons)
		switch {
		case q.Speaker.Value != "" && q.Attribution.Value != "":
			c.report(q.Attribution.Span, "both-given", `a quote has either "speaker" or "attribution"`)
		case q.Speaker.Value == "" && q.Attribution.Value == "" && !c.doc.Has(q.Path+".speaker"):
			c.report(c.head(q.Place), "missing-speaker", "the quote does not say who said it").
				Hint = "add speaker: with the id of a person, or attribution: with words"
		}
	}
}
