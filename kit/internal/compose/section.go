package compose

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/layouts"
)

// sections composes the titled sections of the kit, whichever part they stand
// in, and lists them for the contents in the order of the layout.
func (c *composer) sections(*doc.Document) {
	makers := map[layouts.Slot]struct {
		title locale.Label
		make  func() []doc.Block
	}{
		layouts.FactSheet:      {locale.FactSheet, c.factSheet},
		layouts.Timeline:       {locale.Timeline, c.timeline},
		layouts.Backgrounder:   {locale.Backgrounder, c.backgrounder},
		layouts.FAQ:            {locale.FAQ, c.questions},
		layouts.PeopleSlot:     {locale.People, c.people},
		layouts.Awards:         {locale.Awards, c.awards},
		layouts.PicturesSlot:   {locale.Pictures, c.gallery},
		layouts.FurtherReading: {locale.FurtherReading, c.furtherReading},
	}
	for _, slot := range c.allSlots() {
		if slot == layouts.Contacts && len(c.rel.Contacts) > 0 {
			c.entries = append(c.entries, doc.Entry{ID: contactsID, Text: c.said(c.contactsTitle())})
		}
		maker, ok := makers[slot]
		if !ok {
			continue
		}
		blocks := maker.make()
		if len(blocks) == 0 {
			continue
		}
		title := c.said(c.loc.Label(maker.title))
		c.made[slot] = &doc.Section{
			Role: doc.Role(slot), ID: string(slot), Title: title,
			Beside: c.layout.Sections.IsBeside(slot), Blocks: blocks,
		}
		c.entries = append(c.entries, doc.Entry{ID: string(slot), Text: slices.Clone(title)})
	}
}

// allSlots lists the slots of the layout in reading order.
func (c *composer) allSlots() []layouts.Slot {
	var slots []layouts.Slot
	p := c.layout.Parts
	for _, part := range []layouts.Part{p.Head, p.Release, p.Kit, p.End} {
		slots = append(slots, part.Slots...)
	}
	return slots
}

// hasSlot reports whether the layout prints a slot.
func (c *composer) hasSlot(s layouts.Slot) bool { return slices.Contains(c.allSlots(), s) }

// contents lists the sections, if the kit has enough of them.
func (c *composer) contents() []doc.Block {
	from := c.layout.Contents.From
	if from == 0 || len(c.made) < from {
		return nil
	}
	return []doc.Block{&doc.Aside{
		Role: doc.RoleContents, Place: doc.Sidebar,
		Blocks: []doc.Block{&doc.Contents{Title: c.said(c.loc.Label(locale.InThisKit)), Entries: c.entries}},
	}}
}
