package layouts

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// looks reads the forms that a layout chooses.
func (r *reader) looks(l *Layout, f *file) {
	l.Opening.Dateline, l.Opening.EndMark = f.Lede.Dateline, f.EndMark.Text.Value
	l.Opening.LeadIn = r.integer(f.Headline.LeadIn, 0, 0, 200)

	s := &l.Statistics
	s.Most = r.integer(f.Statistics.Most, 12, 0, 1000)
	s.Look = doc.StatisticsLook(order(f.Statistics.Look))
	s.Across = r.integer(f.Statistics.Across, 0, 0, 12)
	s.Lead, s.Title, s.Ground, s.Bleed = f.Statistics.Lead, f.Statistics.Title, f.Statistics.Ground, f.Statistics.Bleed

	q := &l.Quotes
	q.Words = r.integer(f.Quotes.Words, 60, 5, 1000)
	q.Look = doc.QuoteLook(order(f.Quotes.Look))
	q.Sidebar = r.integer(f.Quotes.Sidebar, 0, 0, 100)
	q.Beside = f.Quotes.Speaker == "beside"

	l.Facts.Cells = f.Facts.Look == "cells"

	l.Fit.Pages = r.integer(f.Fit.Pages, 0, 0, 100)
	l.Fit.Scale = r.number(f.Fit.Scale, 1, 0.5, 1)
}

func (r *reader) sections(f *file) Sections {
	s := &f.Sections
	return Sections{
		Beside: s.Beside, Subheads: s.Subheads, Date: s.Date, End: s.End,
		TitleSpan: r.integer(s.TitleSpan, 4, 1, maxColumns),
		Rule:      r.border(&s.Rule, "sections.rule"), EndRule: r.border(&s.EndRule, "sections.end-rule"),
	}
}

// head reads the head of a page.
func (r *reader) head(f *headFile, field string, module doc.Pt) doc.Head {
	h := doc.Head{
		Height:  r.number(f.Height, 0, 0, maxModules) * module,
		Padding: r.number(f.Padding, 0, 0, maxModules) * module,
		After:   r.number(f.After, 0, 0, maxModules) * module,
		Rule:    r.border(&f.Rule, field+".rule"),
	}
	for i, what := range []headBox{f.TopLeft, f.TopCenter, f.TopRight} {
		box := doc.Box(i + 1)
		switch what {
		case "logo":
			h.Logo = box
		case "lines":
			h.Lines = box
		}
	}
	return h
}

// border reads a rule; one without a width is none.
func (r *reader) border(f *borderFile, field string) doc.Border {
	if !f.Width.Given() {
		return doc.Border{}
	}
	return doc.Border{Width: r.length(f.Width, field+".width", 0, maxRule), Color: r.color(f.Color), Double: f.Style == "double"}
}

// maxRule is the width of the thickest rule, in points.
const maxRule = 20.0

// order is the place of a word in the list of those that are allowed.
func order[T interface {
	~string
	Allowed() []string
}](word T) int {
	return max(0, slices.Index(word.Allowed(), string(word)))
}
