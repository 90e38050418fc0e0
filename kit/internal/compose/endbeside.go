package compose

import "github.com/presskit-go/presskit/kit/doc"

// mostBeside is how many contacts stand under each other in a sidebar.
const mostBeside = 3

// endBeside sets what is said of the publisher in the columns of the text, and
// those whom to ask in the sidebar that the layout has on every page; nil without
// one.
func (c *composer) endBeside(about []doc.Block, span int) []doc.Block {
	side := c.layout.Page.Sidebar.Span
	n := len(c.rel.Contacts)
	if side == 0 || len(about) == 0 || n > mostBeside {
		return nil
	}
	var ask []doc.Block
	if n > 0 {
		ask = c.contactColumn(0, n, c.said(c.contactsTitle()))
	}
	if figure := c.newsroomCode(); figure != nil {
		ask = append(ask, figure)
	}
	if len(ask) == 0 {
		return nil
	}
	return []doc.Block{&doc.Columns{Role: doc.RoleEnd, Columns: []doc.Column{{Span: span, Blocks: about}, {Span: side, Blocks: ask}}}}
}

// withRights adds whose the text is to the end matter: in the columns of the text,
// where the contacts stand in a sidebar.
func (c *composer) withRights(blocks []doc.Block) []doc.Block {
	note := c.rightsNote()
	if n := len(blocks); n > 0 && c.layout.Page.Sidebar.Span > 0 {
		if columns, ok := blocks[n-1].(*doc.Columns); ok && len(columns.Columns) > 0 && len(columns.Columns[0].Blocks) > 0 {
			first := &columns.Columns[0]
			if _, ok := first.Blocks[0].(*doc.Heading); ok { // what is said of the publisher
				first.Blocks = append(first.Blocks, note...)
				return blocks
			}
		}
	}
	return append(blocks, note...)
}
