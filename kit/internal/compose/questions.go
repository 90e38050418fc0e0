package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
)

// questions are headings with their answers below.
func (c *composer) questions() []doc.Block {
	var blocks []doc.Block
	for i := range c.rel.FAQ {
		q := &c.rel.FAQ[i]
		if question := c.plain(q.Question); question != nil {
			blocks = append(blocks, &doc.Heading{Level: 3, Role: doc.RoleQuestion, Text: question})
		}
		blocks = append(blocks, c.blocks(q.Answer, prose{para: doc.RoleAnswer, level: 4, minor: true})...)
	}
	return blocks
}
