package release

import "github.com/presskit-go/presskit/kit/source"

// Kit is what a press kit holds beside the story.
type Kit struct {
	FactSheet    []Fact      `key:"fact-sheet"`
	Backgrounder Blocks      `key:"backgrounder"`
	Timeline     []Event     `key:"timeline"`
	FAQ          []Question  `key:"faq"`
	Awards       []Award     `key:"awards"`
	Boilerplate  Boilerplate `key:"boilerplate"`
}

// Fact is one line of the fact sheet.
type Fact struct {
	source.Place
	Label source.Text `key:"label"`
	Value Inline      `key:"value"`
}

// Event is one line of the timeline.
type Event struct {
	source.Place
	Date When   `key:"date"`
	Text Inline `key:"text"`
}

// Question is a question and its answer.
type Question struct {
	source.Place
	Question source.Text `key:"question"`
	Answer   Blocks      `key:"answer"`
}

// Award is a prize that was won.
type Award struct {
	source.Place
	Name source.Text `key:"name"`
	By   source.Text `key:"by"`
	Year source.Date `key:"year"`
	URL  source.Text `key:"url"`
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
