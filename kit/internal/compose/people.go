package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
)

// rolePerson is the role of a card.
const rolePerson doc.Role = "person"

// people are cards of those who have a biography or speak for the publisher.
func (c *composer) people() []doc.Block {
	var cards []*doc.Card
	bare := true
	for i := range c.rel.People {
		p := &c.rel.People[i].Value
		if !p.Bio.Given() && !p.Spokesperson {
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
