package page

import (
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// Anatomy of a cover: the picture of its hero figure from edge to edge, or a ground
// of the primary colour; a tag with the logo at the head; and at the foot a panel
// that is as high as its words, so that none of them stand on the picture.
var (
	tagTop     = doc.MM(18) // over the logo
	tagSide    = doc.MM(8)  // beside it and below it
	coverInset = doc.MM(13) // over the words of the panel
)

const (
	twelfths     = 12 // of the grid, in which the widths of a cover count
	tagSpan      = 4
	coverSpan    = 10 // of the words
	panelSpan    = 11
	wordsOfQuote = 0.7 // of the words' columns, for those of a quotation beside its speaker

	coverFoot    = 16.0 // modules at least over place and date
	coverCaption = 4.0  // and over the caption of the picture
	leastPanel   = 0.4  // of the sheet
	leastPicture = 0.2  // of the sheet, over the panel
)

// cover is the sheet of a part that has a page of its own over a picture.
type cover struct {
	part   *doc.Part
	hero   *doc.Figure // nil if there is none
	figure canvas.Elem
	pieces []coverPiece // in the order of the tree
	height doc.Pt       // of the panel
}

// coverPiece is a piece of the words; those at the foot stand there whatever is
// over them.
type coverPiece struct {
	*item
	elem canvas.Elem // of its block
	foot bool
}

// coverOf gives the part that makes the cover: the first, if it says so.
func coverOf(d *doc.Document) *doc.Part {
	i := slices.IndexFunc(d.Parts, func(p doc.Part) bool { return len(p.Blocks) > 0 })
	if i < 0 || !d.Parts[i].Cover {
		return nil
	}
	return &d.Parts[i]
}

// coverColumns turns twelfths of the grid into columns.
func (b *builder) coverColumns(n int) int { return max(1, b.doc.Page.Columns*n/twelfths) }

// compileCover compiles the words of the cover. What the panel has no room for it
// gives back: that goes on to the next page.
func (b *builder) compileCover(p *doc.Part) (rest []*item) {
	c := &cover{part: p, figure: canvas.Ground}
	b.cover = c
	span := b.coverColumns(coverSpan)
	measure := b.doc.Page.SpanWidth(span)
	for _, blk := range p.Blocks {
		elem := b.declare(blk, canvas.Root)
		var its []*item
		foot := false
		switch n := blk.(type) {
		case *doc.Figure:
			if n.Role != doc.RoleHero || c.hero != nil || n.Picture == nil {
				its = b.inWidth(blk, elem, measure)
				break
			}
			c.hero, c.figure = n, b.tree.Add(elem, b.figureNode(n.Picture))
			if n.Picture.Decorative {
				c.figure = canvas.Ground
			}
			if lines := b.caption(n, elem, measure); len(lines) > 0 {
				its, foot = []*item{b.whole(stack(lines...))}, true
				its[0].before = b.modules(coverCaption)
			}
		case *doc.Callout:
			if n.Role == doc.RoleQuote {
				its = []*item{b.coverQuote(n, elem, span)}
			} else {
				its = b.inWidth(blk, elem, measure)
			}
		case *doc.Para:
			its, foot = b.para(n, elem, measure), n.Role == doc.RoleDate || n.Role == doc.RoleCaption
		default:
			its = b.inWidth(blk, elem, measure)
		}
		for _, it := range its {
			c.pieces = append(c.pieces, coverPiece{it, elem, foot})
		}
	}
	page := b.doc.Page
	most := page.Height - max(b.tagHeight(), leastPicture*page.Height)
	for k := len(c.pieces) - 1; k > 0 && b.panelHeight() > most; k-- {
		if it := c.pieces[k]; !it.foot {
			it.frame = frame{0, page.Columns}
			rest = append([]*item{it.item}, rest...)
			b.moves[it.elem] = true
			c.pieces = slices.Delete(c.pieces, k, k+1)
		}
	}
	for _, it := range c.pieces {
		b.tooHigh(it.item, most)
	}
	c.height = max(b.panelHeight(), leastPanel*page.Height)
	return rest
}

// words are the pieces of the cover that stand at the foot, or those over them.
func (c *cover) words(foot bool) []*item {
	var items []*item
	for _, p := range c.pieces {
		if p.foot == foot {
			items = append(items, p.item)
		}
	}
	return items
}

// panelHeight is what the words of the cover need.
func (b *builder) panelHeight() doc.Pt {
	h := coverInset + stack(b.boxes(b.cover.words(false))...).height + b.doc.Page.FooterFromEdge
	if foot := b.cover.words(true); len(foot) > 0 {
		h += b.modules(coverFoot) + stack(b.boxes(foot)...).height
	}
	return h
}

// tagTop is where the logo begins: below the band of an embargo.
func (b *builder) tagTop() doc.Pt { return max(tagTop, b.embargo(canvas.Ground).height+tagSide) }

// tagHeight is how far the tag with the logo reaches down.
func (b *builder) tagHeight() doc.Pt { return b.tagTop() + b.coverLogo(canvas.Ground).height + tagSide }

func (b *builder) coverLogo(elem canvas.Elem) box {
	width := b.doc.Page.SpanWidth(b.coverColumns(tagSpan)) - 2*tagSide
	return b.logo(true, b.doc.Page.LogoHeight, max(width, leastMeasure), elem).box
}

// coverQuote sets a quotation under a rule, with its speaker beside the words.
func (b *builder) coverQuote(n *doc.Callout, elem canvas.Elem, span int) *item {
	page, st := b.doc.Page, b.doc.Style(doc.RoleQuoteWide)
	measure := page.SpanWidth(span)
	words := max(1, int(wordsOfQuote*float64(span)))
	apart := n.Attribution != nil && span-words >= leastLabel
	width := measure
	if apart {
		width = page.SpanWidth(words)
	}
	quote := elem
	if n.Pull {
		quote = b.tree.Add(elem, canvas.Node{Tag: "BlockQuote"})
	}
	var lines []box
	for _, blk := range n.Body {
		if p, ok := blk.(*doc.Para); ok {
			lines = append(lines, b.marked(p.Text, st, width, b.tree.Add(quote, canvas.Node{Tag: "P"})).box())
		}
	}
	parts := []offset{{box: stack(lines...)}}
	if n.Attribution != nil {
		at := offset{dy: parts[0].box.height + b.doc.Style(doc.RoleAttributionName).Before}
		if apart {
			width = page.SpanWidth(span - words)
			at = offset{dx: page.ColumnX(float64(words)), dy: max(0, b.ascent(st)-b.ascent(b.doc.Style(doc.RoleAttributionName)))}
		}
		at.box = b.coverSpeaker(n.Attribution, elem, quote, width)
		parts = append(parts, at)
	}
	it := b.whole(stack(b.rule(measure, quoteRule, doc.Primary), space(quoteRule+ruleGap*st.LineHeight), beside(parts...)))
	it.before = st.Before
	return it
}

// coverSpeaker sets name and title of a speaker, and the portrait below them.
func (b *builder) coverSpeaker(a *doc.Attribution, elem, quote canvas.Elem, width doc.Pt) box {
	var lines []box
	line := func(t doc.Text, r doc.Role) {
		if len(t) > 0 {
			lines = append(lines, b.text(t, r, width, b.tree.Add(quote, canvas.Node{Tag: "P"})))
		}
	}
	line(a.Name, doc.RoleAttributionName)
	line(a.Title, doc.RoleAttributionTitle)
	if a.Portrait != nil {
		face := b.image(a.Portrait, b.tree.Add(elem, b.figureNode(a.Portrait)), portraitSize, portraitSize, true)
		lines = append(lines, space(b.modules(faceGap)), face)
	}
	return stack(lines...)
}

// coverSheet is the cover. Its words are drawn in the order of the tree, wherever
// they stand.
func (b *builder) coverSheet() *sheet {
	page, c := b.doc.Page, b.cover
	band := b.bands[0]
	top := page.Height - c.height
	width := page.Start + page.SpanWidth(b.coverColumns(panelSpan))
	if page.Columns < twelfths/2 {
		width = page.Width
	}
	panel := canvas.Rect{X: 0, Y: top, W: width, H: c.height}
	tag := canvas.Rect{X: page.Start, Y: band.height, W: page.SpanWidth(b.coverColumns(tagSpan)), H: b.tagHeight() - band.height}
	picture := box{}
	if c.hero != nil {
		picture = b.coverPicture(band.height, tag, panel)
	}
	logo := b.coverLogo(b.opening.logo)
	paper, primary := b.ink(doc.Paper), b.ink(doc.Primary)

	ys := map[*item]doc.Pt{}
	set := func(items []*item, y doc.Pt) {
		var after doc.Pt
		for i, it := range items {
			if i > 0 {
				y += max(after, it.before)
			}
			ys[it] = y
			y += it.height
			after = it.after
		}
	}
	set(c.words(false), top+coverInset)
	foot := c.words(true)
	set(foot, page.Height-page.FooterFromEdge-stack(b.boxes(foot)...).height)
	sh := &sheet{part: c.part, first: true}
	for _, p := range c.pieces {
		sh.cover = append(sh.cover, placed{y: ys[p.item], box: p.box, item: p.item})
	}
	ground := box{draw: func(cv canvas.Canvas, _, _ doc.Pt) {
		if picture.draw == nil {
			cv.Path(canvas.Ground, canvas.Filled(0, 0, page.Width, page.Height, primary))
		} else {
			picture.draw(cv, 0, 0)
		}
		if band.draw != nil {
			band.draw(cv, 0, 0)
		}
		for _, r := range []canvas.Rect{tag, panel} {
			cv.Path(canvas.Ground, canvas.Filled(r.X, r.Y, r.W, r.H, paper))
		}
		logo.draw(cv, page.Start+tagSide, b.tagTop())
	}}
	ground = aimed(b.cover.hero, ground)
	sh.cover = append([]placed{{box: ground, item: &item{}}}, sh.cover...)
	return sh
}

// coverPicture fills the sheet from the foot of an embargo's band on, but for the
// tag and the panel. What it is cropped about comes as near as it can to the middle
// of what is seen over the panel.
func (b *builder) coverPicture(from doc.Pt, tag, panel canvas.Rect) box {
	page, p := b.doc.Page, b.cover.hero.Picture
	pic := b.picture(p)
	if pic == nil {
		return box{}
	}
	w, h := page.Width, page.Height-from
	focus := p.Focus
	shown := min(1, pic.Aspect()*h/w) // of the picture's height
	focus[1] += (0.5 - (panel.Y-from)/2/h) * shown
	fit := canvas.Fit{Holes: [2]canvas.Rect{tag, panel}}
	fit.Crop[0], fit.Crop[1], fit.Crop[2], fit.Crop[3] = pic.Crop(w/h, focus)
	return box{draw: func(cv canvas.Canvas, _, _ doc.Pt) {
		cv.Picture(b.cover.figure, pic, canvas.Rect{X: 0, Y: from, W: w, H: h}, fit)
	}}
}
