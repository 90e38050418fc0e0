package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
)

// status tells that a release must not be used.
func (c *composer) status() []doc.Block {
	text := c.statusText()
	if text == "" {
		return nil
	}
	return []doc.Block{&doc.Para{Role: doc.RoleNote, Text: c.said(text).Strong()}}
}

func (c *composer) statusText() string {
	switch c.rel.Status {
	case release.Withheld:
		return c.loc.Label(locale.Withheld)
	case release.Canceled:
		return c.loc.Label(locale.Canceled)
	}
	return ""
}

func (c *composer) kicker() []doc.Block {
	if text := c.plain(c.rel.Kicker); text != nil {
		return []doc.Block{&doc.Para{Role: doc.RoleKicker, Text: text}}
	}
	return nil
}

func (c *composer) headline() []doc.Block {
	text := c.plain(c.rel.Headline)
	if text == nil {
		return nil
	}
	return []doc.Block{&doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: c.ledIn(text)}}
}

func (c *composer) standfirst() []doc.Block {
	if text := c.inline(c.rel.Subheadline); text != nil {
		return []doc.Block{&doc.Para{Role: doc.RoleStandfirst, Text: text}}
	}
	return nil
}

// hero is the first picture of that role.
func (c *composer) hero() []doc.Block {
	for i := range c.rel.Media {
		if c.rel.Media[i].Value.Role == release.RoleHero {
			return c.figure(c.rel.Media[i].Key, doc.RoleHero)
		}
	}
	return nil
}
