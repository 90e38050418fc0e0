package compose

import (
	"github.com/yuin/goldmark/ast"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// placed is what the author has placed by hand.
type placed struct {
	quotes, figures, groups map[string]bool
	statistics              bool            // all that remain
	inText                  map[string]bool // statistics within a line

	callouts map[string]bool // quotes that stand in the document already
	lead     string          // id of the quote that leads
	left     []doc.Block     // callouts for the slot of the quotes that are left
	story    *story
}

func newPlaced() placed {
	return placed{
		quotes: map[string]bool{}, figures: map[string]bool{}, groups: map[string]bool{},
		callouts: map[string]bool{}, inText: map[string]bool{},
	}
}

// survey looks through the text for directives and pictures, so that nothing is
// placed twice.
func (c *composer) survey(*doc.Document) {
	for slot, t := range map[layouts.Slot]release.Blocks{layouts.Body: c.rel.Body, layouts.Backgrounder: c.rel.Backgrounder} {
		// What stands by hand in a text that the layout does not print has no
		// place yet.
		if !t.Given() || !c.hasSlot(slot) {
			continue
		}
		d, _ := c.rel.Markup(t)
		_ = ast.Walk(d.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := n.(type) {
			case *markup.Directive:
				if !c.gathers(n) {
					c.placed.note(n)
				}
			case *ast.Image:
				if id, m := c.rel.Picture(string(n.Destination)); m != nil {
					c.placed.figures[id] = true
				}
			}
			return ast.WalkContinue, nil
		})
	}
	c.chooseLead()
}

// gathers says that what the author has placed by hand goes to its slot all the same:
// where a kit must keep to some pages, quotations stand in pairs and groups of statistics
// side by side, so that the text has more room.
func (c *composer) gathers(n *markup.Directive) bool {
	if c.layout.Fit.Pages == 0 {
		return false
	}
	return n.Name == markup.Quote && c.hasSlot(layouts.QuotesSlot) || n.Name == markup.Statistics && c.hasSlot(layouts.StatsSlot)
}

func (p *placed) note(n *markup.Directive) {
	switch n.Name {
	case markup.Quote:
		p.quotes[n.Arg.Value] = true
	case markup.Figure:
		p.figures[n.Arg.Value] = true
	case markup.Statistics:
		if n.Arg.Value == "" {
			p.statistics = true
		} else {
			p.groups[n.Arg.Value] = true
		}
	}
}

// story is the text of the release: the first paragraph, and what follows it.
type story struct{ lede, body []doc.Block }

// story lowers lede and body once, with the callouts and pictures that have no
// place yet.
func (c *composer) story() *story {
	if c.placed.story != nil {
		return c.placed.story
	}
	s := &story{}
	c.placed.story = s
	body := c.blocks(c.rel.Body, prose{para: doc.RoleBody, level: 2})
	lede := c.inline(c.rel.Lede)
	if lede == nil && len(body) > 0 {
		// The first paragraph of the body is the lede, if that is what it begins with.
		if p, ok := body[0].(*doc.Para); ok && p.Role == doc.RoleBody {
			lede, body = p.Text, body[1:]
		}
	}
	if lede = c.dateline(lede); lede != nil {
		role := doc.RoleLede
		if c.rel.Subheadline.Given() && !c.layout.Styles[doc.RoleLede].SpanAll {
			role = doc.RoleBody // the standfirst leads in already, unless the lede stands apart
		}
		s.lede = []doc.Block{&doc.Para{Role: role, Text: lede}}
	}
	s.body = c.sideHeads(c.place(s.lede, body))
	return s
}

// dateline puts place and date before the first paragraph.
func (c *composer) dateline(lede doc.Text) doc.Text {
	d := c.rel.Dateline
	if d == nil || !c.layout.Opening.Dateline {
		return lede
	}
	words := c.loc.Dateline(c.tidy(d.City.Value), c.loc.Date(d.Date))
	if words == "" {
		return lede
	}
	out := doc.Text{{Text: words, Role: doc.RoleDateline, Origin: d.Span}}
	if lede != nil {
		out = append(out, doc.Run{Text: c.loc.Dash(), Role: doc.RoleSoft})
	}
	return append(out, lede...)
}

// endMark closes the text: as the author says, else as the language does.
func (c *composer) endMark() []doc.Block {
	mark := doc.T(c.loc.EndMark())
	if s := c.layout.Opening.EndMark; s != "" {
		mark = doc.T(s)
	}
	if c.rel.EndMark.Given() {
		mark = c.plain(c.rel.EndMark)
	}
	if mark.Plain() == "" || c.rel.EndMark.Value == "none" {
		return nil
	}
	return []doc.Block{&doc.Para{Role: doc.RoleEndMark, Text: mark}}
}

func (c *composer) backgrounder() []doc.Block {
	return c.blocks(c.rel.Backgrounder, prose{para: doc.RoleBody, level: 3})
}
