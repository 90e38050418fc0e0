package compose

import (
	"slices"
	"unicode"

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
	for slot := range c.allSlots {
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
		if slot == layouts.FactSheet && c.layout.Facts.Cells {
			c.cells = across(blocks, c.loc.Label(maker.title))
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

// allSlots goes through the slots of the layout in reading order.
func (c *composer) allSlots(yield func(layouts.Slot) bool) {
	p := &c.layout.Parts
	for _, part := range [...]*layouts.Part{&p.Head, &p.Release, &p.Kit, &p.End} {
		for _, slot := range part.Slots {
			if !yield(slot) {
				return
			}
		}
	}
}

// hasSlot reports whether the layout prints a slot.
func (c *composer) hasSlot(s layouts.Slot) bool { return hasSlot(c.layout, s) }

// hasSlot reports whether a layout has a slot.
func hasSlot(l *layouts.Layout, s layouts.Slot) bool {
	p := &l.Parts
	for _, part := range [...]*layouts.Part{&p.Head, &p.Release, &p.Kit, &p.End} {
		if slices.Contains(part.Slots, s) {
			return true
		}
	}
	return false
}

// contents lists the sections, if the kit has enough of them and the text is so
// long that it goes on over the first page: the list stands beside it there.
func (c *composer) contents() []doc.Block {
	from := c.layout.Contents.From
	if from == 0 || len(c.made) < from || c.words() < c.layout.Contents.Words {
		return nil
	}
	return []doc.Block{&doc.Aside{
		Role: doc.RoleContents, Place: doc.Sidebar,
		Blocks: []doc.Block{&doc.Contents{Title: c.said(c.loc.Label(locale.InThisKit)), Entries: c.entries}},
	}}
}

// entitle gives a section the name in the contents that it has as its title.
func (c *composer) entitle(id string, title doc.Text) {
	for i := range c.entries {
		if e := &c.entries[i]; e.ID == id {
			e.Text = slices.Clone(title)
		}
	}
}

// words counts those of lede and body. Quotations and pictures are not counted.
func (c *composer) words() int {
	n := 0
	doc.WalkBlocks(slices.Concat(c.story().lede, c.story().body), func(path []doc.Block, b doc.Block) {
		for _, around := range path {
			if _, ok := around.(*doc.Callout); ok {
				return
			}
		}
		switch b := b.(type) {
		case *doc.Para:
			n += countWords(b.Text.Plain())
		case *doc.Heading:
			n += countWords(b.Text.Plain())
		case *doc.Table:
			for _, row := range b.Rows {
				for _, cell := range row {
					n += countWords(cell.Text.Plain())
				}
			}
		}
	})
	return n
}

// Letters of a word in scripts that set no spaces between words.
const (
	lettersOfIdeographs = 2 // Chinese and Japanese
	lettersOfUnspaced   = 5 // Thai, Lao, Khmer and Burmese
)

// countWords counts the words of a text, and those that its letters make in
// scripts without spaces.
func countWords(s string) int {
	words, ideographs, unspaced, inWord := 0, 0, 0, false
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			ideographs++
			inWord = false
		case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			unspaced++
			inWord = false
		case unicode.IsSpace(r):
			inWord = false
		case !inWord && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			words++
			inWord = true
		}
	}
	return words + (ideographs+lettersOfIdeographs-1)/lettersOfIdeographs + (unspaced+lettersOfUnspaced-1)/lettersOfUnspaced
}
