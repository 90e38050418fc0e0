package compose

import (
	"regexp"
	"strings"
	"sync"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
)

const contactsID = "contacts"

// end sets what is said of the publisher beside those whom to ask: two thirds
// and a third, or, for two contacts with headings of their own, a half and two
// quarters. A QR code stands last. More than three contacts stand in a row below.
func (c *composer) end(span int) []doc.Block {
	about := c.boilerplates()
	if c.layout.Sections.End {
		return append(rows(about, doc.RoleEndHeading, -1), rows(c.contacts(span), doc.RoleEndHeading, -1)...)
	}
	if blocks := c.endBeside(about, span); blocks != nil {
		return blocks
	}
	n := len(c.rel.Contacts)
	code := c.codeSpan(span)
	apart := n == 2 && c.contactHeading(0).Plain() != c.contactHeading(1).Plain()
	if len(about) == 0 || n > 3 || span < 4 || apart && span/4 < leastContact {
		return append(about, c.contacts(span)...)
	}
	if n == 0 && code == 0 { // in as wide a measure as beside contacts
		return []doc.Block{&doc.Columns{Role: doc.RoleEnd, Columns: []doc.Column{{Span: span - span/3, Blocks: about}}}}
	}
	left := span - code
	var columns []doc.Column
	switch {
	case n == 0:
	case apart:
		columns = []doc.Column{
			{Span: span / 4, Blocks: c.contactColumn(0, 1, c.contactHeading(0))},
			{Span: span / 4, Blocks: c.contactColumn(1, 2, c.contactHeading(1))},
		}
	default:
		columns = []doc.Column{{Span: span / 3, Blocks: c.contactColumn(0, n, c.said(c.contactsTitle()))}}
	}
	for _, column := range columns {
		left -= column.Span
	}
	columns = append([]doc.Column{{Span: left, Blocks: about}}, columns...)
	if code > 0 {
		columns = append(columns, doc.Column{Span: code, Blocks: c.newsroomColumn()})
	}
	return []doc.Block{&doc.Columns{Role: doc.RoleEnd, Columns: columns}}
}

// boilerplates says what the publisher and its partners are.
func (c *composer) boilerplates() []doc.Block {
	var blocks []doc.Block
	for _, about := range c.rel.Boilerplates() {
		o := about.Organization
		if o == nil && c.rel.Boilerplate.Text.Given() {
			o = c.rel.Issuer()
		}
		text := c.blocks(about.Text, prose{para: doc.RoleBoilerplate, level: 3, minor: true})
		if len(text) == 0 {
			continue
		}
		blocks = append(blocks, &doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: c.said(c.aboutTitle(o))})
		blocks = append(blocks, text...)
		if address := c.address(o); address != nil {
			blocks = append(blocks, &doc.Para{Role: doc.RoleContact, Text: address})
		}
	}
	return blocks
}

func (c *composer) aboutTitle(o *release.Organization) string {
	if name := c.shortName(o); name != "" {
		return c.loc.Format(locale.About, "name", name)
	}
	return c.loc.Label(locale.AboutPlain)
}

// shortName is what an organization is called in headings.
func (c *composer) shortName(o *release.Organization) string {
	if o == nil {
		return ""
	}
	if s := c.tidyTrim(o.ShortName.Value); s != "" {
		return s
	}
	return c.tidyTrim(o.Name.Value)
}

// address is where an organization is, in the world and on the web.
func (c *composer) address(o *release.Organization) doc.Text {
	if o == nil {
		return nil
	}
	var lines lines
	if s := strings.TrimSpace(c.tidy(o.Address.Value)); s != "" {
		lines.add(doc.Run{Text: strings.ReplaceAll(s, "\n", c.comma()), Role: doc.RoleContactIn})
	}
	lines.addURL(o.URL.Value)
	return lines.text
}

// contacts are set side by side, up to four in a row, with the QR code at the end
// of the first; it stands below them where there is no room for it.
func (c *composer) contacts(span int) []doc.Block {
	n := len(c.rel.Contacts)
	figure, code := c.newsroomCode(), c.codeSpan(span)
	var blocks []doc.Block
	if n > 0 {
		blocks = []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleEndHeading, ID: contactsID, Text: c.said(c.contactsTitle())}}
	}
	perRow := max(min(n, 4), 1)
	for perRow > 1 && (span-code)/perRow < leastContact {
		perRow--
	}
	for at := 0; at < n; at += perRow {
		row := &doc.Columns{Role: doc.RoleEnd}
		for i := at; i < min(at+perRow, n); i++ {
			row.Columns = append(row.Columns, doc.Column{Span: max((span-code)/perRow, 1), Blocks: c.contact(i)})
		}
		if at == 0 && code > 0 {
			row.Columns = append(row.Columns, doc.Column{Span: code, Blocks: []doc.Block{figure}})
			figure = nil
		}
		blocks = append(blocks, row)
	}
	if figure != nil {
		blocks = append(blocks, figure)
	}
	return blocks
}

// leastContact is how many columns of the grid a contact needs beside others.
const leastContact = 3

func (c *composer) contactsTitle() string {
	if len(c.rel.Contacts) == 1 {
		return c.loc.Label(locale.Contact)
	}
	return c.loc.Label(locale.Contacts)
}

// contactHeading is what a contact is for: the role that is given beside a
// person, who has a title already. The role of others stands below their name.
func (c *composer) contactHeading(i int) doc.Text {
	k := &c.rel.Contacts[i]
	if k.Person.Given() && k.Role.Given() {
		return doc.T(c.tidyTrim(k.Role.Value))
	}
	return c.said(c.loc.Label(locale.Contact))
}

// contactColumn sets contacts from number from to before number to under a heading.
func (c *composer) contactColumn(from, to int, title doc.Text) []doc.Block {
	heading := &doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: title}
	if from == 0 {
		heading.ID = contactsID
		c.entitle(contactsID, title)
	}
	blocks := []doc.Block{heading}
	for i := from; i < to; i++ {
		blocks = append(blocks, c.contact(i)...)
	}
	return blocks
}

// otherThanIssuer is an organization, or nothing if it is the one that issues
// the release and is named beside its contacts anyway.
func (c *composer) otherThanIssuer(organization string) string {
	if organization == c.rel.Publisher.Value {
		return ""
	}
	return organization
}

// contact is a name, and below it a line for each thing to know.
func (c *composer) contact(i int) []doc.Block {
	k := c.rel.Contacts[i]
	title := c.position(k.Role.Value, c.otherThanIssuer(k.Organization.Value))
	if p := c.rel.People.Get(k.Person.Value); p != nil {
		k.Name = p.Name
		if k.Email.Value == "" {
			k.Email = p.Email
		}
		if k.Phone.Value == "" {
			k.Phone = p.Phone
		}
		title = c.position(p.Title.Value, c.otherThanIssuer(p.Organization.Value))
	}
	var blocks []doc.Block
	if name := c.plain(k.Name); name != nil {
		blocks = append(blocks, &doc.Para{Role: doc.RoleContactName, Text: name})
	}
	var lines lines
	for _, r := range title {
		r.Role = doc.RoleContactIn
		lines.add(r)
	}
	if phone := c.tidyTrim(k.Phone.Value); phone != "" {
		lines.add(doc.Run{Text: phone, Link: telephone(phone)})
	}
	if mail := c.tidyTrim(k.Email.Value); mail != "" {
		lines.add(doc.Run{Text: mail, Link: "mailto:" + mail})
	}
	lines.addURL(k.URL.Value)
	if hours := c.tidyTrim(k.Hours.Value); hours != "" {
		lines.add(doc.Run{Text: hours, Role: doc.RoleContactIn})
	}
	if lines.text != nil {
		blocks = append(blocks, &doc.Para{Role: doc.RoleContact, Text: lines.text})
	}
	return blocks
}

// extension and trunkPrefix of a telephone number, compiled when the first number
// is met that may have one: most programs need not wait for them.
var (
	extension = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:ext\.?|x|int\.|;ext=)[\s\x{a0}]*([0-9]+)$`)
	})
	trunkPrefix = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\([\s\x{a0}]*0[\s\x{a0}]*\)`)
	})
)

// telephone writes a number as a tel URI (RFC 3966), or "" if it has no digits.
// The zero in "+49 (0)30" is dialled only without the country's prefix.
func telephone(s string) string {
	s = strings.TrimSpace(s)
	after := ""
	if strings.ContainsAny(s, "xXnN") { // ext, x, int
		if m := extension().FindStringSubmatchIndex(s); m != nil {
			s, after = s[:m[0]], ";ext="+s[m[2]:m[3]]
		}
	}
	if strings.HasPrefix(s, "+") && strings.Contains(s, "(") {
		s = trunkPrefix().ReplaceAllString(s, "")
	}
	var b strings.Builder
	for _, r := range s {
		if r >= '0' && r <= '9' || r == '+' && b.Len() == 0 {
			b.WriteRune(r)
		}
	}
	if strings.Trim(b.String(), "+") == "" {
		return ""
	}
	return "tel:" + b.String() + after
}

// lines gathers runs, each on a line of its own.
type lines struct{ text doc.Text }

func (l *lines) add(r doc.Run) {
	if len(l.text) > 0 {
		l.text = append(l.text, doc.Run{Text: "\n"})
	}
	l.text = append(l.text, r)
}

func (l *lines) addURL(s string) {
	if s = strings.TrimSpace(s); isURL(s) {
		l.add(doc.Run{Text: shortURL(s), Link: s})
	}
}
