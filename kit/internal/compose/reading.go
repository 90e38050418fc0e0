package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
)

// furtherReading lists the links of the release, then its first publication.
func (c *composer) furtherReading() []doc.Block {
	list := &doc.List{Role: doc.RoleListItem}
	add := func(t doc.Text) {
		list.Items = append(list.Items, doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: t}}})
	}
	for i := range c.rel.Links {
		l := &c.rel.Links[i]
		text := c.plain(l.Label)
		if text == nil {
			text = c.wordsOrLink(l.URL)
		} else if isURL(l.URL.Value) {
			text[0].Link = l.URL.Value
			if short := shortURL(l.URL.Value); short != text.Plain() {
				text = append(text, doc.Run{Text: "\u2002" + short, Role: doc.RoleSoft}) // for readers of paper
			}
		}
		if text != nil {
			add(text)
		}
	}
	if origin := c.origin(c.rel.Origin); origin != nil && !c.linked(c.rel.Origin.Value) {
		add(origin)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []doc.Block{list}
}

// linked reports whether the release already links to an address.
func (c *composer) linked(url string) bool {
	for i := range c.rel.Links {
		if c.rel.Links[i].URL.Value == url {
			return true
		}
	}
	return false
}
