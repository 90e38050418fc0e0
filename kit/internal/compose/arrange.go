package compose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// What a layout sets apart, or in the columns before the text.

// coverOrder has the picture of a cover read first, and its caption last, at the
// foot of the words.
func coverOrder(blocks []doc.Block) []doc.Block {
	i := slices.IndexFunc(blocks, func(b doc.Block) bool {
		f, ok := b.(*doc.Figure)
		return ok && f.Role == doc.RoleHero
	})
	if i < 0 {
		return blocks
	}
	hero := *blocks[i].(*doc.Figure)
	out := append([]doc.Block{&hero}, blocks[:i]...)
	out = append(out, blocks[i+1:]...)
	for _, line := range append([]doc.Text{hero.Caption}, hero.Details...) {
		if len(line) > 0 {
			out = append(out, &doc.Para{Role: doc.RoleCaption, Text: line})
		}
	}
	hero.Caption, hero.Details = nil, nil
	return out
}

// overline says over a headline what the text is, and its kicker.
func (c *composer) overline() []doc.Block {
	text := c.genre()
	if kicker := c.plain(c.rel.Kicker); kicker != nil {
		text = append(append(text, doc.Run{Text: " · "}), kicker...)
	}
	if text.Plain() == "" {
		return nil
	}
	return []doc.Block{&doc.Para{Role: doc.RoleKicker, Text: text}}
}

// date is the place and the date, one under the other in a narrow column.
func (c *composer) date(narrow bool) []doc.Block {
	if !narrow {
		if s := c.placeAndDate(c.comma()); s != "" {
			return []doc.Block{&doc.Para{Role: doc.RoleDate, Text: doc.T(s)}}
		}
		return nil
	}
	place, date, _ := strings.Cut(c.placeAndDate("\n"), "\n")
	if place == "" {
		return nil
	}
	text := doc.Text{{Text: place, Role: doc.RoleRunIn}}
	if date != "" {
		text = append(text, doc.Run{Text: "\n" + date})
	}
	return []doc.Block{&doc.Para{Role: doc.RoleDate, Text: text}}
}

// placeAndDate joins the two of the dateline, or what there is of them.
func (c *composer) placeAndDate(with string) string {
	date := c.loc.Date(c.rel.Published)
	if date == "" {
		date = c.loc.Date(c.dated())
	}
	var parts []string
	for _, s := range []string{c.city(), date} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, with)
}

// datedHeadline has place and date beside it, if the layout says so.
func (c *composer) datedHeadline() []doc.Block {
	headline := c.headline()
	if label := c.date(true); c.layout.Sections.Date && len(label) > 0 && len(headline) > 0 {
		return []doc.Block{&doc.Row{Label: label, Blocks: headline}}
	}
	return headline
}

// ledIn parts a headline after its first colon, if what stands before it is short.
func (c *composer) ledIn(t doc.Text) doc.Text {
	most := c.layout.Opening.LeadIn
	if most == 0 || len(t) == 0 {
		return t
	}
	first := t[0]
	for _, colon := range []string{":", "："} {
		lead, rest, ok := strings.Cut(first.Text, colon)
		title := strings.TrimSpace(rest)
		if !ok || lead == "" || title == "" && len(t) == 1 || utf8.RuneCountInString(lead) > most {
			continue
		}
		// A clock time or a ratio has no space after its colon.
		if colon == ":" && title != "" && !strings.ContainsAny(rest[:1], " \u00a0") {
			continue
		}
		led, body := first, first
		led.Text, led.Role = lead+colon, doc.RoleLeadIn
		body.Text = title
		return append(doc.Text{led, {Text: "\n"}, body}, t[1:]...)
	}
	return t
}

// chooseLead finds the quotation that leads: the highlighted one, else the
// shortest of several, of those that the author has not placed.
func (c *composer) chooseLead() {
	if !c.hasSlot(layouts.LeadQuote) {
		return
	}
	free, least := 0, 0
	for i := range c.rel.Quotes {
		q := &c.rel.Quotes[i]
		if c.placed.quotes[q.ID.Value] || q.Placement == release.Block {
			continue
		}
		free++
		n := countWords(c.inline(q.Text).Plain())
		if q.Highlight {
			n = 0
		}
		if c.placed.lead == "" || n < least {
			c.placed.lead, least = q.ID.Value, n
		}
	}
	if free < 2 && least > 0 {
		c.placed.lead = "" // the only one stands in the text
	}
	if c.placed.lead != "" {
		c.placed.quotes[c.placed.lead] = true
	}
}

func (c *composer) leadQuote() []doc.Block {
	for i := range c.rel.Quotes {
		if q := &c.rel.Quotes[i]; c.placed.lead != "" && q.ID.Value == c.placed.lead {
			return []doc.Block{c.callout(q)}
		}
	}
	return nil
}

// remainingQuotes are those that stand neither in the text nor before it: in
// pairs.
func (c *composer) remainingQuotes(span int) []doc.Block {
	c.story()
	left := c.placed.left
	var blocks []doc.Block
	for len(left) > 1 && span > 1 {
		blocks = append(blocks, &doc.Columns{Role: doc.RoleQuotes, Columns: []doc.Column{
			{Span: span - span/2, Blocks: left[:1:1]}, {Span: span / 2, Blocks: left[1:2:2]},
		}})
		left = left[2:]
	}
	return append(blocks, left...)
}

// calloutBeside sets a quotation where the layout has it: the first ones in the
// sidebar, others with their speaker in the columns before the words.
func (c *composer) calloutBeside(b doc.Block, i int) doc.Block {
	q, ok := b.(*doc.Callout)
	switch {
	case !ok || q.Role != doc.RoleQuote:
		return b
	case i < c.layout.Quotes.Sidebar && q.Pull:
		return &doc.Aside{Role: doc.RoleQuotes, Place: doc.Sidebar, Blocks: []doc.Block{q}}
	case c.layout.Quotes.Beside:
		return speakerBeside(q)
	}
	return b
}

// speakerBeside moves the speaker to the columns before the words; a portrait
// stays with them.
func speakerBeside(q *doc.Callout) doc.Block {
	a := q.Attribution
	if a == nil || len(a.Name)+len(a.Title) == 0 {
		return q
	}
	row := &doc.Row{}
	if len(a.Name) > 0 {
		row.Label = append(row.Label, &doc.Para{Role: doc.RoleAttributionName, Text: a.Name})
	}
	if len(a.Title) > 0 {
		row.Label = append(row.Label, &doc.Para{Role: doc.RoleAttributionTitle, Text: a.Title})
	}
	words := *q
	words.Attribution = nil
	if a.Portrait != nil {
		words.Attribution = &doc.Attribution{Portrait: a.Portrait}
	}
	row.Blocks = []doc.Block{&words}
	return row
}

// sideHeads sets the headings of the text beside it, if the layout says so.
func (c *composer) sideHeads(blocks []doc.Block) []doc.Block {
	if !c.layout.Sections.Subheads {
		return blocks
	}
	return rows(blocks, doc.RoleSubhead, 1)
}

// rows sets each heading of a role beside the blocks that follow it, most of them
// or, with -1, all up to the next such heading. A heading without text stays as
// it is.
func rows(blocks []doc.Block, role doc.Role, most int) []doc.Block {
	var out []doc.Block
	for i := 0; i < len(blocks); i++ {
		h, ok := blocks[i].(*doc.Heading)
		if !ok || h.Role != role {
			out = append(out, blocks[i])
			continue
		}
		row := &doc.Row{Label: []doc.Block{h}}
		for i+1 < len(blocks) && len(row.Blocks) != most && besideHeading(blocks[i+1], role) {
			row.Blocks = append(row.Blocks, blocks[i+1])
			i++
		}
		if len(row.Blocks) == 0 {
			out = append(out, h)
			continue
		}
		out = append(out, row)
	}
	return out
}

// besideHeading says that a block may stand beside a heading of a role.
func besideHeading(b doc.Block, role doc.Role) bool {
	switch b := b.(type) {
	case *doc.Heading:
		return b.Role != role
	case *doc.Callout, *doc.Aside, *doc.Row, *doc.PageBreak:
		return false
	}
	return true
}

// follow marks the paragraphs of running text that come after another one, so
// that a layout may indent them.
func (c *composer) follow(d *doc.Document) {
	if d.Style(doc.RoleBody).Indent == 0 {
		return
	}
	var mark func([]doc.Block)
	mark = func(blocks []doc.Block) {
		after := false
		for _, b := range blocks {
			switch b := b.(type) {
			case *doc.Para:
				if b.Role == doc.RoleBody {
					b.Follows = after
				}
				after = (b.Role == doc.RoleBody || b.Role == doc.RoleLede) && !d.Style(b.Role).SpanAll
				continue
			case *doc.Callout:
				if b.Pull && d.Style(b.Role).SpanAll {
					continue // it interrupts columns of text, which go on after it
				}
			case *doc.Section:
				mark(b.Blocks)
			case *doc.Row:
				mark(b.Blocks)
			}
			after = false
		}
	}
	for i := range d.Parts {
		mark(d.Parts[i].Blocks)
	}
}
