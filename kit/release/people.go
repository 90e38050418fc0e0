package release

import (
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Parties are the people and organizations that a release names.
type Parties struct {
	Publisher     source.Text              `key:"publisher" doc:"The id of the organization that issues the release."` // an organization's id
	Organizations source.Map[Organization] `key:"organizations" doc:"Organizations by id."`
	People        source.Map[Person]       `key:"people" doc:"People by id."`
	Contacts      []Contact                `key:"contacts" doc:"Whom journalists call or write to."`
}

// Organization is an issuer, an employer or a partner.
type Organization struct {
	source.Place
	Name        source.Text `key:"name" doc:"Required. The full name."`
	ShortName   source.Text `key:"short-name" doc:"A shorter name, for headings and the footer."`
	URL         source.Text `key:"url" doc:"Its home page."`
	Logo        source.Text `key:"logo" doc:"The id of a picture."` // a media id
	Boilerplate Blocks      `key:"boilerplate" doc:"Who this is, in Markdown; stands at the end."`
	Address     source.Text `key:"address" doc:"Postal address."`
}

// Person is somebody who is quoted, named or can be asked.
type Person struct {
	source.Place
	Name         source.Text `key:"name" doc:"Required. The name."`
	Title        source.Text `key:"title" doc:"What the person is."`
	Organization source.Text `key:"organization" doc:"The id of an organization, or a name."` // an organization's id, or its name
	Bio          Blocks      `key:"bio" doc:"A few lines about the person, in Markdown."`
	Portrait     source.Text `key:"portrait" doc:"The id of a picture."` // a media id
	Email        source.Text `key:"email" doc:"E-mail address."`
	Phone        source.Text `key:"phone" doc:"Telephone number, with its country code."`
	Spokesperson bool        `key:"spokesperson" doc:"Whether the person speaks for the publisher."`
}

// Contact is whom the press can ask: a person of the release, or one written out.
type Contact struct {
	source.Place
	Person       source.Text `key:"person" doc:"The id of a person. Then the other keys are needed only where they differ."` // a person's id
	Name         source.Text `key:"name" doc:"The name."`
	Role         source.Text `key:"role" doc:"What the contact is for."`
	Organization source.Text `key:"organization" doc:"The id of an organization, or a name."` // an organization's id, or its name
	Email        source.Text `key:"email" doc:"E-mail address."`
	Phone        source.Text `key:"phone" doc:"Telephone number, with its country code."`
	Hours        source.Text `key:"hours" doc:"When the contact answers."`
	URL          source.Text `key:"url" doc:"A page to write to."`
}

// Issuer returns the publishing organization, or nil.
func (p *Parties) Issuer() *Organization { return p.Organizations.Get(p.Publisher.Value) }

// OrganizationName returns the name behind an organization field that holds an
// id or a name.
func (p *Parties) OrganizationName(idOrName string) string {
	if o := p.Organizations.Get(idOrName); o != nil {
		return o.Name.Value
	}
	return idOrName
}

func (c *checker) organizations() {
	p := &c.r.Parties
	c.reference(p.Publisher, "organization", c.companies)
	for i := range c.limit("organizations", len(p.Organizations)) {
		item := &p.Organizations[i]
		c.key(item.Key, item.KeySpan)
		o := &item.Value
		c.required(o.Place, "name", !blank(o.Name))
		c.url(o.URL)
		c.reference(o.Logo, "picture", c.pictures)
	}
}

func (c *checker) people() {
	for i := range c.limit("people", len(c.r.People)) {
		item := &c.r.People[i]
		c.key(item.Key, item.KeySpan)
		p := &item.Value
		c.required(p.Place, "name", !blank(p.Name))
		c.employer(p.Organization)
		c.reference(p.Portrait, "picture", c.pictures)
		c.email(p.Email)
		c.phone(p.Phone)
	}
}

func (c *checker) contacts() {
	for i := range c.limit("contacts", len(c.r.Contacts)) {
		k := &c.r.Contacts[i]
		switch {
		case k.Person.Value != "" && k.Name.Value != "":
			c.report(k.Name.Span, "both-given", `a contact has either "person" or "name"`)
		case k.Person.Value == "" && k.Name.Value == "":
			c.report(c.head(k.Place), "required", `a contact needs "person" or "name"`)
		}
		c.reference(k.Person, "person", c.persons)
		c.employer(k.Organization)
		c.email(k.Email)
		c.phone(k.Phone)
		c.url(k.URL)
	}
}

// key reports a key of a map that cannot be an id.
func (c *checker) key(key string, span diag.Span) {
	c.slug(source.Made(key, span))
}

// employer reports an organization field that looks like an id misspelt. Any
// other text is the organization's name.
func (c *checker) employer(t source.Text) {
	known := c.companies
	if t.Value == "" || contains(known, t.Value) || !isSlug(t.Value) {
		return
	}
	if source.Suggest(t.Value, known) != "" {
		c.reference(t, "organization", known)
	}
}
