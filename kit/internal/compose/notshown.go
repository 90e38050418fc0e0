package compose

import (
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// notShown warns of what the author wrote and no slot of the layout prints.
func (c *composer) notShown(*doc.Document) {
	r := c.rel
	for _, field := range []struct {
		slot  layouts.Slot
		name  string
		first diag.Span
		given bool
	}{
		{layouts.Kicker, "kicker", r.Kicker.Span, r.Kicker.Given() && !c.hasSlot(layouts.Genre)},
		{layouts.Standfirst, "subheadline", r.Subheadline.Span, r.Subheadline.Given()},
		{layouts.EndMark, "end-mark", r.EndMark.Span, r.EndMark.Given() && r.EndMark.Value != "none"},
		{layouts.FactSheet, "fact-sheet", first(r.FactSheet, func(f *release.Fact) diag.Span { return f.Span }), len(r.FactSheet) > 0},
		{layouts.Timeline, "timeline", first(r.Timeline, func(e *release.Event) diag.Span { return e.Span }), len(r.Timeline) > 0},
		{layouts.Backgrounder, "backgrounder", r.Backgrounder.Span, r.Backgrounder.Given()},
		{layouts.FAQ, "faq", first(r.FAQ, func(q *release.Question) diag.Span { return q.Span }), len(r.FAQ) > 0},
		{layouts.Awards, "awards", first(r.Awards, func(a *release.Award) diag.Span { return a.Span }), len(r.Awards) > 0},
		{layouts.FurtherReading, "links", first(r.Links, func(l *release.Link) diag.Span { return l.Span }), len(r.Links) > 0},
		{layouts.Contacts, "contacts", first(r.Contacts, func(k *release.Contact) diag.Span { return k.Span }), len(r.Contacts) > 0},
	} {
		if field.given {
			c.warnNotShown(field.slot, field.name, field.first)
		}
	}
	if list := r.Boilerplates(); len(list) > 0 {
		c.warnNotShown(layouts.Boilerplate, "boilerplate", list[0].Text.Span)
	}
	for i := range r.People {
		if p := &r.People[i]; p.Value.Bio.Given() {
			c.warnNotShown(layouts.PeopleSlot, "people", p.Value.Bio.Span)
			break
		}
	}
	c.picturesNotShown()
	c.statisticsNotShown()
}

func first[T any](list []T, span func(*T) diag.Span) diag.Span {
	if len(list) == 0 {
		return diag.Span{}
	}
	return span(&list[0])
}

// picturesNotShown warns of the first picture for a slot that is not there. A
// hero that the gallery shows is shown.
func (c *composer) picturesNotShown() {
	warned := map[layouts.Slot]bool{}
	for i := range c.rel.Media {
		item := &c.rel.Media[i]
		slot := layouts.PicturesSlot
		switch item.Value.Role {
		case release.RoleHero:
			if c.made[slot] != nil {
				continue
			}
			slot = layouts.Hero
		case release.RoleGallery:
		default:
			continue
		}
		if !c.placed.figures[item.Key] && !warned[slot] {
			warned[slot] = true
			c.warnNotShown(slot, "media."+item.Key, item.KeySpan)
		}
	}
}

// statisticsNotShown warns of the first statistic that stands neither in a panel
// nor in a line of text.
func (c *composer) statisticsNotShown() {
	if c.placed.statistics {
		return
	}
	for i := range c.rel.Statistics {
		if s := &c.rel.Statistics[i]; !c.placed.groups[s.Group.Value] && !c.placed.inText[s.ID.Value] {
			c.warnNotShown(layouts.StatsSlot, "statistics", s.Span)
			return
		}
	}
}

func (c *composer) warnNotShown(slot layouts.Slot, field string, at diag.Span) {
	if c.hasSlot(slot) {
		return
	}
	d := c.list.Add(at, "not-shown", "%s is not printed: the layout %s has no slot %q", field, c.layout.Name, slot)
	d.Severity, d.Hint = diag.Warning, "choose another layout, or add the slot to one of its parts"
}
