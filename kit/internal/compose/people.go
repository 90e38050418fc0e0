package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// rolePerson is the role of a card.
const rolePerson doc.Role = "person"

// people are cards of those who have a biography or speak for the publisher.
func (c *composer) people() []doc.Block {
	var cards []*doc.Card
	bare := true
	for i := range c.rel.People {
		p := &c.rel.People[i].Value
		if !hasCard(p) {
			continue
		}
		card := &doc.Card{Role: rolePerson, Picture: c.picture(p.Portrait.Value)}
		card.Round = c.layout.People.Round && card.Picture != nil
		if name := c.plain(p.Name); name != nil {
			card.Blocks = append(card.Blocks, &doc.Heading{Level: 3, Role: doc.RolePersonName, Text: name})
		}
		if position := c.position(p.Title.Value, p.Organization.Value); position != nil {
			card.Blocks = append(card.Blocks, &doc.Para{Role: doc.RolePersonRole, Text: position})
		}
		card.Blocks = append(card.Blocks, c.blocks(p.Bio, prose{para: doc.RolePersonText, level: 4, minor: true})...)
		bare = bare && card.Picture == nil
		cards = append(cards, card)
	}
	blocks := make([]doc.Block, len(cards))
	for i, card := range cards {
		card.Bare = bare
		blocks[i] = card
	}
	return blocks
}

func hasCard(p *release.Person) bool { return p.Bio.Given() || p.Spokesperson }

// names are those who have no card, each with their title or else the organization,
// for the sidebar. One alone is named in the text.
func (c *composer) names() []doc.Block {
	var blocks []doc.Block
	n := 0
	for i := range c.rel.People {
		p := &c.rel.People[i].Value
		name := c.plain(p.Name)
		if name == nil || hasCard(p) && c.hasSlot(layouts.PeopleSlot) {
			continue
		}
		n++
		blocks = append(blocks, &doc.Para{Role: doc.RoleContactName, Text: name})
		organization := ""
		if !p.Title.Given() {
			organization = p.Organization.Value
		}
		if position := c.position(p.Title.Value, organization); position != nil {
			blocks = append(blocks, &doc.Para{Role: doc.RoleContact, Text: position})
		}
	}
	if n < 2 {
		return nil
	}
	heading := &doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: c.said(c.loc.Label(locale.People))}
	return []doc.Block{&doc.Aside{Role: doc.RoleNames, Place: doc.Sidebar, Blocks: append([]doc.Block{heading}, blocks...)}}
}
