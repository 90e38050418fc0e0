package docx

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// list builds a bulleted or numbered list, one paragraph style for each of nine
// levels.
func (b *builder) list(pl place, f *flow, l *doc.List) {
	level := min(pl.level, listLevels-1)
	number := bulletList
	if l.Ordered {
		b.lists = append(b.lists, orderedList{max(l.Start, 1), level})
		number = firstFreeList + len(b.lists) - 1
	}
	style := listBullet
	if l.Ordered {
		style = listNumber
	}
	style = b.sheet.listItem(style, level)
	inner := pl
	inner.level++
	from := len(*f)
	if level == 0 {
		introduces(*f)
		defer func() { b.endList((*f)[from:]) }()
	}
	if !pl.column { // columns are filled evenly only if their text can be parted
		defer func() { keepEnds((*f)[from:]) }()
	}
	for _, item := range l.Items {
		marked := false
		if len(item.Label) > 0 {
			p := b.text(doc.RoleListItem, pl, item.Label.Strong())
			p.style, p.list, p.level = style, number, level
			*f = append(*f, p)
			marked = true
		}
		for _, blk := range item.Blocks {
			para, ok := blk.(*doc.Para)
			if !ok || para.Role != doc.RoleListItem && para.Role != doc.RoleBody {
				b.inItem(inner, level, f, blk)
				continue
			}
			if marked {
				p := b.para(listContinue, shifted(pl, listIndent*doc.Pt(level)), b.runs(para.Text, doc.RoleListItem)...)
				*f = append(*f, p)
				continue
			}
			p := b.para(style, pl, b.runs(para.Text, doc.RoleListItem)...)
			p.list, p.level = number, level
			*f = append(*f, p)
			marked = true
		}
	}
}

// inItem builds a block of an item, beside its words. Lists have their own indents,
// by level.
func (b *builder) inItem(pl place, level int, f *flow, blk doc.Block) {
	if _, ok := blk.(*doc.List); !ok {
		pl = shifted(pl, listIndent*doc.Pt(level+1))
	}
	b.block(pl, f, blk)
}

// introduces keeps the sentence that a flow ends with with the list that it announces.
func introduces(f flow) {
	if len(f) == 0 {
		return
	}
	if p, ok := f[len(f)-1].(*paragraph); ok && p.frame == nil && p.section == nil {
		said := strings.TrimSpace(wordsOf(p.content))
		p.keepNext = p.keepNext || strings.HasSuffix(said, ":") || strings.HasSuffix(said, "：")
	}
}

// endList parts a list from the text after it as its paragraphs are parted.
func (b *builder) endList(f flow) {
	if len(f) == 0 {
		return
	}
	if p, ok := f[len(f)-1].(*paragraph); ok {
		b.apart(p, b.d.Style(doc.RoleBody).After)
	}
}

// keepEnds lets no item of a list stand alone on a page, neither the first nor the last.
// A list that is kept as a whole would take much with it under a heading.
func keepEnds(f flow) {
	for _, i := range []int{0, len(f) - 2} {
		if i >= 0 && i < len(f)-1 {
			if p, ok := f[i].(*paragraph); ok {
				p.keepNext = true
			}
		}
	}
}

func shifted(pl place, by doc.Pt) place {
	pl.start += by
	pl.width = max(pl.width-by, leastWidth)
	return pl
}

// timeline builds a table of dates and events. The axis is the border between
// them, the dots are bullets that stand over it.
func (b *builder) timeline(pl place, f *flow, l *doc.List) {
	dates := max(b.labelWidth(pl)-b.d.Page.Gutter, b.dateWidth(l, pl)) + axisFrom
	t := b.layoutTable(pl, dates, pl.width-dates)
	t.style, t.headerColumn, t.caption = timelineTable, true, b.clean(b.heading)
	var days []string
	for i, item := range l.Items {
		last := i == len(l.Items)-1
		date := b.text(doc.RoleTimelineDate, inCell(dates), item.Label)
		date.keepNext = i == 0 && !last
		if item.State == doc.Now {
			b.accent(date)
		}
		inner := inCell(pl.width - dates)
		content := b.blocks(inner, item.Shown())
		if len(content) == 0 {
			content = flow{b.para(paragraphID(doc.RoleTimelineText), inner)}
		}
		for k, e := range content {
			if p, ok := e.(*paragraph); ok && p.style == paragraphID(doc.RoleTimelineText) {
				b.eventText(p, item.State, k == 0)
			}
		}
		days = append(days, item.Label.Plain())
		cells := []cell{{content: flow{date}}, {content: b.closed(content)}}
		t.rows = append(t.rows, row{cells: cells})
	}
	t.description = b.clean(strings.Join(days, "; "))
	*f = append(*f, t)
}

// widestDates is how much of its place a timeline gives to dates, at most.
const widestDates = 0.4

// dateWidth is what the dates of a timeline need so that none breaks, but those
// that are very long.
func (b *builder) dateWidth(l *doc.List, pl place) (most doc.Pt) {
	for _, item := range l.Items {
		w := doc.Pt(0)
		for _, r := range item.Label {
			look := b.d.Style(doc.RoleTimelineDate)
			if r.Role != "" {
				look.Weight = b.d.Style(r.Role).Weight
			}
			w += b.fonts.advance(r.Text, look, look.Size)
		}
		if w += breathing; w <= widestDates*pl.width {
			most = max(most, w)
		}
	}
	return most
}

// breathing is room for what Word sets wider than it was measured.
const breathing = 2

// accent colours a date: today's.
func (b *builder) accent(p *paragraph) {
	p.style = b.sheet.variant(p.style, "Timeline Date Now", func(v *style) { v.look.Color = doc.Accent }).id
	for _, i := range p.content {
		if r, ok := i.(*run); ok && r.style != "" {
			base := b.sheet.style(r.style)
			r.style = b.sheet.characterVariant(base.id, base.name+" Now", func(v *style) { v.look.Color = doc.Accent }).id
		}
	}
}

// eventText gives a paragraph of an event its style: the first has a dot of its state
// as its bullet, which hangs to the start of its line, centred on the axis.
func (b *builder) eventText(p *paragraph, s doc.State, first bool) {
	base := paragraphID(doc.RoleTimelineText)
	dots := func(name string, list int) {
		p.style = b.sheet.variant(base, name, func(v *style) { v.list = list }).id
	}
	switch {
	case !first:
		p.style = b.sheet.variant(base, "Timeline Text Continued", func(v *style) { v.list, v.hanging = 0, 0 }).id
	case s == doc.Now:
		dots("Timeline Text Now", nowList)
	case s == doc.Planned:
		dots("Timeline Text Planned", plannedList)
	}
}

// Dots of timelines are characters of fonts that all programs have, or one of its
// measures. A ring has the colour of the paper under it, which hides the axis, and is
// of a font for symbols, since those for text have thin ones.
const (
	dotFamily  = "Arial"
	ringFamily = "Wingdings"
	dotPast    = "●"
	dotPlanned = "\uf0a2" // of that font
	dotFont    = 14       // points: no larger, since they stand on the baseline
	nowDotFont = 19
	ringFont   = 10
)
