package page

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of the kit's sections; vertical distances in modules.
const (
	sectionGap   = 20.0
	sectionAfter = 8.0 // under the title of a section that is not beside its content
	answerTop    = 5.0 // under the rule over questions
	cardsTop     = 7.0 // over the first of several people
	cardGap      = 10.0
	timelineTop  = 6.0
	timelineGap  = 8.0
)

var (
	cardPicture  = doc.MM(22)
	timelineAxis = doc.MM(30.83)
	timelineText = doc.MM(36.83)
)

// Dots on the axis of a timeline.
const (
	dotSize    doc.Pt = 7
	nowDot     doc.Pt = 10
	planStroke doc.Pt = 1.25
)

// section sets a title beside or over its content, under a strong rule.
func (b *builder) section(n *doc.Section, elem canvas.Elem, f frame) []*item {
	full := b.doc.Page.Columns
	title := func(span int, h canvas.Elem) box {
		w := b.doc.Page.SpanWidth(span)
		p := b.paragraph(n.Title, b.doc.Style(doc.RoleSectionTitle), w, h, setOptions{headline: true})
		rule := b.doc.Looks.SectionRule
		return stack(b.border(w, rule), space(rule.Width), space(p.style.Before), p.box())
	}
	h2 := b.tree.Add(elem, canvas.Node{Tag: "H2"})
	open := &item{part: b.part, section: n, glue: true, before: b.modules(sectionGap), heading: true, opens: true, places: []place{{n.ID, n.Title.Plain(), 2}}}
	titleColumns, content := b.doc.Looks.TitleSpan, f
	switch {
	case b.before(f) >= leastLabel:
		titleColumns = int(f.off)
	case f.span == full && titleColumns > 0 && titleColumns < full:
		content = frame{float64(titleColumns), full - titleColumns}
	default:
		titleColumns = 0
	}
	if !n.Beside || titleColumns == 0 {
		open.frame = f
		open.box = title(f.span, h2)
		open.after = b.modules(sectionAfter)
		items := inSection(n, b.blocks(n.Blocks, elem, f))
		b.keepStart(items)
		return append([]*item{open}, items...)
	}
	t, again := title(titleColumns, h2), title(titleColumns, canvas.Header)
	open.title = &t
	open.frame = content
	open.box = b.rule(b.doc.Page.SpanWidth(open.frame.span), fine, doc.Ink)
	columns := b.columnsOf
	b.columnsOf = 1 // the content has a measure of its own
	items := inSection(n, b.blocks(n.Blocks, elem, open.frame))
	b.columnsOf = columns
	b.openContent(n, items)
	b.keepAnswers(items)
	b.keepStart(items)
	reopen := &item{part: b.part, glue: true, frame: open.frame, box: open.box, title: &again, after: b.modules(answerTop)}
	for _, it := range items[min(1, len(items)):] {
		it.reopen = append([]*item{reopen}, it.reopen...)
	}
	return append([]*item{open}, items...)
}

// inSection says of items which section they belong to.
func inSection(n *doc.Section, items []*item) []*item {
	for _, it := range items {
		it.section = n
	}
	return items
}

// Content that is kept together in a section, in lines of the baseline.
const (
	shortAnswer = 8 // a heading with all that belongs to it, if it is no higher
	sectionHead = 5 // what follows a section's title on the same page, at least
	wholeHead   = 3 // the same, if it is a whole answer or paragraph
)

// keepAnswers keeps a heading and a short text under it on one page.
func (b *builder) keepAnswers(items []*item) {
	for i := 0; i < len(items); i++ {
		if !items[i].heading {
			continue
		}
		var h doc.Pt
		end := i
		for end < len(items) && (end == i || !items[end].heading || items[end-1].heading) {
			h += items[end].height + items[end].after
			end++
		}
		if h <= shortAnswer*b.doc.Page.Baseline {
			for _, it := range items[i : end-1] {
				it.glue = true
			}
		}
		i = end - 1
	}
}

// keepStart keeps the first lines of a section with its title.
func (b *builder) keepStart(items []*item) {
	var h doc.Pt
	for i, it := range items {
		least := doc.Pt(sectionHead)
		if it.ends && !it.heading {
			least = wholeHead
		}
		if h += it.height; h >= least*b.doc.Page.Baseline || i == len(items)-1 {
			return
		}
		it.glue = true
	}
}

// openContent gives the first item of a section its distance from the rule
// above it.
func (b *builder) openContent(n *doc.Section, items []*item) {
	if len(items) == 0 {
		return
	}
	first := items[0]
	switch n.Blocks[0].(type) {
	case *doc.Table:
		if n.Blocks[0].(*doc.Table).Role == doc.RoleFactValue {
			first.before = 0 // its rows have paddings of their own
			return
		}
		first.before = b.modules(timelineTop)
	case *doc.Card:
		first.before = b.modules(cardsTop)
	case *doc.List:
		first.before = b.modules(timelineTop)
	default:
		first.before = b.modules(answerTop)
	}
}

// card sets a picture beside text.
func (b *builder) card(n *doc.Card, elem canvas.Elem, width doc.Pt) []*item {
	var picture box
	dx := factLabel + b.doc.Page.Gutter
	if n.Bare {
		dx = 0
	}
	if n.Picture != nil {
		fig := b.tree.Add(elem, b.figureNode(n.Picture))
		picture = b.image(n.Picture, fig, cardPicture, cardPicture, n.Round)
	}
	body := b.piled(n.Blocks, elem, width-dx)
	if len(body) == 0 {
		body = []*item{b.whole(box{})}
	}
	items := b.row(picture, dx, body, wholeRow*b.doc.Page.Height)
	items[0].before, items[len(items)-1].after = b.modules(cardGap), b.modules(cardGap)
	return items
}

// timeline sets dates, an axis with a dot for each event, and what happened.
func (b *builder) timeline(n *doc.List, elem canvas.Elem, width doc.Pt) []*item {
	primary, accent, paper := b.ink(doc.Primary), b.ink(doc.Accent), b.ink(doc.Paper)
	date, text := b.doc.Style(doc.RoleTimelineDate), b.doc.Style(doc.RoleTimelineText)
	more := b.moreForDates(n, width)
	axis, textAt := timelineAxis+more, timelineText+more
	var items, ends []*item
	for i, ev := range n.Items {
		li := b.tree.Add(elem, canvas.Node{Tag: "LI"})
		st := date
		d := b.paragraph(ev.Label, st, axis-nowDot, b.tree.Add(li, canvas.Node{Tag: "Lbl"}), setOptions{})
		if ev.State == doc.Now {
			for k := range d.inlines {
				d.inlines[k].color = accent
			}
		}
		body := b.piled(ev.Shown(), b.tree.Add(li, canvas.Node{Tag: "LBody"}), width-textAt)
		if len(body) == 0 {
			body = []*item{b.whole(space(text.LineHeight))}
		}
		body[len(body)-1].after = 0
		label := beside(offset{dy: b.ascent(text) - d.ascent, box: d.box()})
		row := b.row(label, textAt, body, wholeRow*b.doc.Page.Height)
		last := i == len(n.Items)-1
		gap := b.modules(timelineGap)
		middle := text.LineHeight / 2
		for k, it := range row {
			inner, height := it.box, it.height
			it.draw = func(cv canvas.Canvas, x, y doc.Pt) {
				if !last {
					cv.Path(canvas.Ground, canvas.Filled(x+axis-fine/2, y+middle, fine, height+gap, primary))
				}
				if k == 0 {
					cv.Path(canvas.Ground, dot(x+axis, y+middle, ev.State, primary, accent, paper))
				}
				if inner.draw != nil {
					inner.draw(cv, x, y)
				}
			}
		}
		row[0].before = 0
		if i > 0 {
			row[0].before = gap
		}
		items, ends = append(items, row...), append(ends, row[len(row)-1])
	}
	keepPairs(ends)
	return items
}

// widestDates is how much of its width a timeline gives to dates, at most.
const widestDates = 0.4

// moreForDates is by how much the column of dates is wider than usual, so that
// none of them need break.
func (b *builder) moreForDates(n *doc.List, width doc.Pt) doc.Pt {
	st := b.doc.Style(doc.RoleTimelineDate)
	var most doc.Pt
	for _, ev := range n.Items {
		w := b.paragraph(ev.Label, st, 1e6, canvas.Ground, setOptions{nowrap: true}).natural()
		if w <= widestDates*width-nowDot { // a longer one breaks
			most = max(most, w)
		}
	}
	return max(most+nowDot-timelineAxis, 0)
}

// dot marks an event: filled, large for the release itself, hollow if planned.
func dot(x, y doc.Pt, s doc.State, primary, accent, paper doc.Color) canvas.Path {
	circle := func(d doc.Pt) canvas.Shape {
		return canvas.Shape{Rect: canvas.Rect{X: x - d/2, Y: y - d/2, W: d, H: d}, Circle: true}
	}
	switch s {
	case doc.Now:
		return canvas.Path{Shape: circle(nowDot), Fill: &accent}
	case doc.Planned:
		return canvas.Path{Shape: circle(dotSize - planStroke), Fill: &paper, Stroke: &primary, Width: planStroke}
	}
	return canvas.Path{Shape: circle(dotSize), Fill: &primary}
}

// columns sets blocks side by side under a fine rule: the end matter.
func (b *builder) columns(n *doc.Columns, elem canvas.Elem, f frame) []*item {
	page := b.doc.Page
	if b.isBeside(n, f) {
		return b.endBeside(n, elem, f)
	}
	if n.Role == doc.RoleQuotes {
		return b.quotePair(n, elem, f)
	}
	var cols []column
	at := 0
	for _, c := range n.Columns {
		div := b.tree.Add(elem, canvas.Node{Tag: "Div"})
		dx := page.SpanWidth(at) + page.Gutter
		if at == 0 {
			dx = 0
		}
		cols = append(cols, column{dx, b.boxes(b.piled(c.Blocks, div, page.SpanWidth(c.Span)))})
		at += c.Span
	}
	items := b.sideBySide(cols)
	if n.Role == doc.RoleEnd && b.doc.Looks.EndRule.Width > 0 {
		items[0].box = beside(offset{dy: b.modules(answerTop), box: items[0].box}, offset{box: b.border(page.SpanWidth(f.span), b.doc.Looks.EndRule)})
	}
	items[0].places = headings(n)
	if len(n.Columns) > 0 && len(n.Columns[0].Blocks) > 0 {
		switch first := n.Columns[0].Blocks[0].(type) {
		case *doc.Heading:
			if first.Role == doc.RoleEndHeading {
				items[0].before = b.doc.Style(first.Role).Before // where the end matter goes on after the text
			}
		case *doc.Para:
			items[0].before = b.doc.Style(first.Role).Before
		}
	}
	return items
}
