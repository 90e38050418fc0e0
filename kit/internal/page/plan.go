package page

import (
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// plan is what a sheet will hold: the items up to end, and figures at its foot.
type plan struct {
	b     *builder
	queue []*panel // that wait for room beside the text
	first bool

	items []*item // of this sheet and of the next ones, in the order of the pages
	heads int     // of the items, how many are figures that were set at the head
	feet  []*item // figures at the foot
	later []*item // figures that the next sheet begins with

	footless bool // no figure goes to the foot
	spoilt   bool // there is no place for a figure that keeps the order

	end   int  // of the items of this sheet
	need  int  // so many items must be on the sheet: figures on it follow on them
	tried int  // the first item that did not fit; what stays with it goes on too
	torn  bool // what must stay together does not fit, and is parted
	next  int  // the first item of the next sheet, after the figures at the foot

	left  doc.Pt  // room that the items of this sheet leave in their column
	tight float64 // share of their spaces that is left; 0: all
}

// maxMoves bounds how many figures and quotations are moved on one page.
const maxMoves = 16

// mostHole is how many lines may be wanting at the foot of a page, if the text
// goes on, so that no quotation stands first or last on one.
const mostHole = 6

// plan finds what a sheet holds: as many items as fit, less those that must not
// be parted from the next. Figures go where they float to, and what does not fit
// and can stand elsewhere lets the text go on before it: a page must not end in
// a hole. All this changes where things stand; order.go has them read there.
func (b *builder) plan(items []*item, queue []*panel, first bool) *plan {
	p := &plan{b: b, queue: queue, first: first, items: slices.Clone(items)}
	p.settle()
	if len(p.feet) > 0 && (p.spoilt || p.torn) {
		p = &plan{b: b, queue: queue, first: first, items: slices.Clone(items), footless: true}
		p.settle()
	}
	if !p.tighten() {
		p.share()
	}
	return p
}

// settle gives figures and quotations their places.
func (p *plan) settle() {
	p.fill()
	for range maxMoves {
		if p.spoilt || !p.float() && !p.moveOn() {
			break
		}
	}
	if p.spoilt {
		return
	}
	p.endInQuote()
	p.carry()
}

// fill finds where the items of the sheet end.
func (p *plan) fill() {
	c := p.cursor()
	n := 0
	var filled []doc.Pt // how far, by each item
	for n < len(p.items) && !p.startsPage(n) && c.next(p.items[n]) {
		filled = append(filled, c.y)
		n++
	}
	p.tried, p.torn = n, false
	p.end = p.breakBefore(n)
	p.left = c.room
	if n > 0 {
		p.left -= filled[p.end-1]
	}
}

// startsPage says that item n begins the next page: not where nothing but a band
// of contents would be left alone on this one.
func (p *plan) startsPage(n int) bool {
	return n > 0 && p.items[n].newPage && !(n == 1 && p.items[0].flush && onlyBands(p.queue))
}

// onlyBands says that panels can be set over the full width at the head of a page.
func onlyBands(queue []*panel) bool {
	return !slices.ContainsFunc(queue, func(p *panel) bool { return p.band == nil })
}

// breakBefore finds the last break at item n or before it.
func (p *plan) breakBefore(n int) int {
	if n == len(p.items) || p.startsPage(n) || p.items[n].flush {
		return n
	}
	for k := n; k > 0; k-- {
		if !p.items[k-1].glue {
			return p.leaveFigures(k)
		}
	}
	// Not even what must stay together fits on an empty page: it is parted, if
	// possible between two blocks.
	p.torn = true
	for k := n; k > 0; k-- {
		if it := p.items[k-1]; it.ends && !it.heading {
			return k
		}
	}
	return max(n, 1)
}

// leaveFigures leaves figures alone on a sheet that would end at item end, rather
// than with a line or two of a paragraph below them that goes on to the next.
func (p *plan) leaveFigures(end int) int {
	n := 0
	for n < end && p.items[n].isFigure() {
		n++
	}
	if n > 0 && n < end && end-n < linesBefore && !p.items[end-1].ends {
		return n
	}
	return end
}

// cursor starts the sheet, with the room that the figures at its foot leave.
func (p *plan) cursor() *cursor {
	c := p.b.newCursor(p.queue, p.first)
	c.tight = p.tight
	for _, it := range p.feet {
		c.room -= it.before + it.height
	}
	return c
}

// place fills the sheet.
func (p *plan) place() *cursor {
	c := p.cursor()
	c.final = true
	room := p.b.room(p.first)
	for i, it := range p.items[:p.end] {
		if c.sheet.part == nil && (!it.flush || i == p.end-1) { // panels left over head the page of the next part
			c.sheet.part = it.part
		}
		if !c.next(it) {
			p.b.tooHigh(it, room)
			c.force(it)
		}
	}
	if p.next < len(p.items) {
		next := p.items[p.next]
		if next.flush {
			c.next(next) // as much of it as there is room for
		} else if p.end > 0 && !next.newPage && next.joins(p.items[p.end-1]) {
			c.even()
		}
	}
	if c.margin > room+slack {
		p.b.tooHigh(&item{box: box{height: c.margin}, origin: p.b.at}, room)
	}
	c.foot(p.feet, room)
	c.close()
	if c.sheet.part == nil {
		c.sheet.part = &doc.Part{}
	}
	return c
}

func (b *builder) tooHigh(it *item, room doc.Pt) {
	if it.height <= room+slack {
		return
	}
	b.report(diag.Diagnostic{
		Rule: "too-high", Severity: diag.Error, Kind: diag.Invalid, Span: it.origin,
		Message: fmt.Sprintf("this is %.0f pt high in one piece, and a page has room for %.0f pt", it.height, room),
		Hint:    "shorten the text that does not fit",
	})
}

// take takes item k out of the order. What stays with it stays with what comes
// before it from now on.
func (p *plan) take(k int) *item {
	it := *p.items[k]
	if k > 0 {
		before := *p.items[k-1]
		if before.glue = before.glue || it.glue; it.quote {
			before.glue = it.loose
		}
		p.items[k-1] = &before
	}
	it.glue = false
	p.items = slices.Delete(p.items, k, k+1)
	if k < p.need {
		p.need--
	}
	return &it
}

// try gives a copy of the plan, to be changed.
func (p *plan) try() *plan {
	q := *p
	q.items = slices.Clone(p.items)
	q.feet, q.later = slices.Clip(p.feet), slices.Clip(p.later)
	return &q
}

// linesBefore is how many lines stand over a quotation that was moved on to the
// next page, at least.
const linesBefore = 3

// moveOn lets the text go on where a quotation does not fit any more, and sets
// the quotation after a later paragraph, on the next page.
func (p *plan) moveOn() bool {
	at := -1
	for k := max(p.end, 1); k <= p.tried && k < len(p.items); k++ {
		if p.items[k].quote {
			at = k
			break
		}
	}
	if at < 0 || at+1 >= len(p.items) || !p.items[at+1].joins(p.items[at]) {
		return false
	}
	q := p.try()
	quote := q.take(at)
	q.fill()
	after := q.end + linesBefore
	if quote.spans() {
		after = max(q.end, 1) // it may stand first on its page
	}
	k := q.placeFor(quote, after, quote.repeats)
	if k < 0 {
		k = q.placeFor(quote, after, nil)
	}
	if k >= 0 {
		if before := q.items[k-1]; !quote.spans() {
			last := *before
			quote.loose, last.glue, quote.glue = last.glue, true, true
			q.items[k-1] = &last
		}
		q.items = slices.Insert(q.items, k, quote)
		q.fill()
		ends := at < p.tried && p.left-shares(p.items[p.end:at+1]) < q.left // it would fill the page better as its end
		if q.end >= q.need && !(q.hole() && ends) {
			*p = *q
			return true
		}
	}
	return p.hole() && p.moveToHead(at)
}

// hole says that the page ends in one.
func (p *plan) hole() bool { return p.left > mostHole*p.b.doc.Page.Baseline }

// mostAway is how far on a page a quotation may go to stand away from its words, as a
// share of it.
const mostAway = 0.7

// placeFor finds the item before which a quotation may stand, from one on: after a
// paragraph, with text around it, and away from the words that it repeats, if they are
// given; -1 if there is none.
func (p *plan) placeFor(quote *item, from int, words *doc.Para) int {
	for k := from; k < len(p.items) && p.items[k].joins(quote); k++ {
		over := shares(p.items[min(p.end, k):k])
		if words != nil && over > mostAway*p.b.room(false) {
			return -1
		}
		if quote.spans() && k > p.end && over < linesOver*p.b.doc.Page.Baseline {
			continue
		}
		if before := p.items[k-1]; before.ends && !before.apart() && !p.items[k].apart() && !p.repeatedAt(k, words) {
			return k
		}
	}
	return -1
}

// moveToHead sets quotation at first on the next page, also before a heading, a figure
// or the next part, and lets the text go on before it as far as that leaves less of a
// hole.
func (p *plan) moveToHead(at int) bool {
	q := p.try()
	quote := q.take(at)
	q.fill()
	for k := min(q.end, len(q.items)-1); k > at; k-- {
		before, next := q.items[k-1], q.items[k]
		if !next.follows(quote) || !before.joins(quote) || !before.ends || before.apart() || next.newPage || next.flush || q.quoteFollows(k) {
			continue
		}
		t, moved := q.try(), *quote
		if !quote.spans() {
			moved.loose, moved.glue = before.glue, next.joins(quote)
		}
		t.items = slices.Insert(t.items, k, &moved)
		if t.fill(); t.end == k && t.end >= t.need && t.left < p.left {
			*p = *t
			return true
		}
	}
	return false
}

// follows says that an item may stand below a quotation that heads its page: one of the
// same text, or else of a part that goes on below it.
func (it *item) follows(quote *item) bool {
	return it.joins(quote) || it.part != quote.part && quote.section == nil && it.part.Role != doc.RoleEnd
}

// nearWords is how many lines a quotation stands from the words that it repeats.
const nearWords = 5

// repeatedAt says that a paragraph stands only a few lines before item k, or begins so
// near after it.
func (p *plan) repeatedAt(k int, para *doc.Para) bool {
	if para == nil {
		return false
	}
	most := nearWords * p.b.doc.Page.Baseline
	for h, i := doc.Pt(0), k; i < len(p.items) && h < most; i++ {
		if p.items[i].para == para {
			return true
		}
		h += p.items[i].height
	}
	for h, i := doc.Pt(0), k-1; i >= 0 && h < most; i-- {
		if p.items[i].para == para {
			return true
		}
		h += p.items[i].height
	}
	return false
}

// quoteFollows says that a quotation stands a few lines below item k.
func (p *plan) quoteFollows(k int) bool {
	for i, it := range p.items[k:] {
		if it.quote {
			return shares(p.items[k:k+i]) < linesOver*p.b.doc.Page.Baseline
		}
	}
	return false
}

// endInQuote parts a quotation that could not be moved on from the text after it,
// or else from the text before it, rather than leave a hole: both belong to what
// the page has no room for as a whole.
func (p *plan) endInQuote() {
	if p.torn || !p.hole() {
		return
	}
	for k := p.tried; k > p.end; k-- {
		last := p.items[k-1]
		if k == len(p.items) || !p.items[k].joins(last) {
			return
		}
		if last.quote || p.items[k].quote && last.ends && !last.heading {
			if len(p.feet) > 0 {
				p.spoilt = true // no quotation stands over a figure at the foot
			}
			p.end = k
			return
		}
	}
}

// mostOver is how many lines of a part are not left alone on a page, with a heading
// over them or not, if they can be taken in on the page before.
const mostOver = 4

// tightenings are the shares of larger spaces that are tried for that.
func tightenings() []float64 { return []float64{0.85, 0.7, 0.6, 0.5} }

// tighten takes in the last lines of a part, where the next part begins a page:
// the spaces around headings, quotations and figures give way.
func (p *plan) tighten() bool {
	end := p.lastLines()
	if end == p.next || p.next != p.end || p.end == 0 {
		return true
	}
	for _, t := range tightenings() {
		q := p.try()
		q.tight = t
		if q.fill(); q.end >= end {
			q.next = q.end
			*p = *q
			return true
		}
	}
	return false
}

// leastShare is how many lines the last page of a part gets, at least, if the page
// before can spare them.
const leastShare = 8

// share parts a page before its last block or two, where nothing but a few lines
// of a part would be left for the next page, and those cannot be taken in.
func (p *plan) share() {
	if p.first || !p.beforeNewPage() {
		return
	}
	most := mostCompany * p.b.room(false)
	var h doc.Pt
	for k := len(p.items) - 1; k > p.heads && h <= most; k-- {
		it, before := p.items[k], p.items[k-1]
		if it.panel != nil || it.placed || it.newPage {
			return
		}
		if h += it.height + max(before.after, it.before); h > most {
			return
		}
		if k < p.end && before.ends && (!before.glue || before.quote) && !before.heading && !before.isFigure() && h >= leastShare*p.b.doc.Page.Baseline {
			p.end, p.next = k, k
			return
		}
	}
}

// beforeNewPage says that another part begins a page after the items: not the
// foot, which may stand below them.
func (p *plan) beforeNewPage() bool {
	parts := p.b.doc.Parts
	for i := range parts {
		if p.items[len(p.items)-1].part == &parts[i] {
			return i+1 < len(parts) && parts[i+1].NewPage && !parts[i+1].Foot
		}
	}
	return false
}

// lastLines gives the end of the few lines of a part that would be left alone on
// the next sheet, or where that sheet begins.
func (p *plan) lastLines() int {
	k, room := p.next, mostOver*p.b.doc.Page.Baseline
	for k < len(p.items) && (p.items[k].line || p.items[k].heading) && !p.items[k].newPage {
		if !p.items[k].heading {
			room -= p.items[k].height
		}
		if room < -slack {
			return p.next
		}
		k++
	}
	end := k
	if k < len(p.items) && p.items[k].flush {
		k++
	}
	if k < len(p.items) && !p.items[k].newPage {
		return p.next
	}
	return end
}

// apart says that no quotation should stand next to the item.
func (it *item) apart() bool { return it.heading || it.quote || it.figure || it.newPage || it.flush }
