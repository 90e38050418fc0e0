package release

import "github.com/presskit-go/presskit/kit/source"

// Kit is what a press kit holds beside the story.
type Kit struct {
	FactSheet    []Fact      `key:"fact-sheet" doc:"Labels and values."`
	Backgrounder Blocks      `key:"backgrounder" doc:"Background, in Markdown."`
	Timeline     []Event     `key:"timeline" doc:"What happened when, and what is planned."`
	FAQ          []Question  `key:"faq" doc:"Questions and answers."`
	Awards       []Award     `key:"awards" doc:"Prizes and certificates."`
	Boilerplate  Boilerplate `key:"boilerplate" doc:"Text in Markdown, or a list of ids of organizations. Left out: that of the publisher."`
}

// Fact is one line of the fact sheet.
type Fact struct {
	source.Place
	Label source.Text `key:"label" doc:"Required. What the fact is."`
	Value Inline      `key:"value" doc:"Required. The fact, in Markdown."`
}

// Event is one line of the timeline.
type Event struct {
	source.Place
	Date When   `key:"date" doc:"Required. A date, a year or words."`
	Text Inline `key:"text" doc:"Required. What happens, in Markdown."`
}

// Question is a question and its answer.
type Question struct {
	source.Place
	Question source.Text `key:"question" doc:"Required. The question."`
	Answer   Blocks      `key:"answer" doc:"Required. The answer, in Markdown."`
}

// Award is a prize that was won.
type Award struct {
	source.Place
	Name source.Text `key:"name" doc:"Required. The name of the prize."`
	By   source.Text `key:"by" doc:"Who gives it."`
	Year source.Date `key:"year" doc:"The year."`
	URL  source.Text `key:"url" doc:"An address."`
}

// Boilerplate is what a release says about its issuers at the end: text, or
// the organizations whose own boilerplate is printed. With neither it is the
// publisher's; see [Release.Boilerplates].
type Boilerplate struct {
	Text          Blocks
	Organizations []source.Text // ids
}

// Boilerplates returns the texts to print at the end, in order, each with the
// organization it is about, if any.
func (r *Release) Boilerplates() []About {
	switch b := r.Boilerplate; {
	case b.Text.Given():
		return []About{{Text: b.Text}}
	case len(b.Organizations) > 0:
		var list []About
		for _, id := range b.Organizations {
			if o := r.Organizations.Get(id.Value); o != nil && o.Boilerplate.Given() {
				list = append(list, About{Organization: o, Text: o.Boilerplate})
			}
		}
		return list
	}
	if o := r.Issuer(); o != nil && o.Boilerplate.Given() {
		return []About{{Organization: o, Text: o.Boilerplate}}
	}
	return nil
}

// About is one boilerplate. Organization is nil for a text that names none.
type About struct {
	Organization *Organization
	Text         Blocks
}

// UnmarshalNode takes text or a list of ids.
func (b *Boilerplate) UnmarshalNode(c *source.Context, n *source.Node) {
	switch n.Kind {
	case source.StringKind:
		c.Decode(n, "", &b.Text)
	case source.ListKind:
		c.Decode(n, "", &b.Organizations)
	default:
		c.WrongType(n, "text or a list of organizations")
	}
}

func (c *checker) sections() {
	k := &c.r.Kit
	for i := range c.limit("fact-sheet", len(k.FactSheet)) {
		f := &k.FactSheet[i]
		c.required(f.Place, "label", !blank(f.Label))
		c.required(f.Place, "value", !blank(f.Value.Text))
	}
	for i := range c.limit("timeline", len(k.Timeline)) {
		e := &k.Timeline[i]
		c.required(e.Place, "date", e.Date.Given())
		c.required(e.Place, "text", !blank(e.Text.Text))
	}
	for i := range c.limit("faq", len(k.FAQ)) {
		q := &k.FAQ[i]
		c.required(q.Place, "question", !blank(q.Question))
		c.required(q.Place, "answer", !blank(q.Answer.Text))
	}
	for i := range c.limit("awards", len(k.Awards)) {
		a := &k.Awards[i]
		c.required(a.Place, "name", !blank(a.Name))
		c.url(a.URL)
	}
	for _, id := range k.Boilerplate.Organizations {
		c.reference(id, "organization", c.companies)
	}
}
