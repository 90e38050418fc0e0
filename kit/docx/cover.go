package docx

import (
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// A cover is a section of its own, without header and footer. Its words are
// paragraphs of the body, from the place on where they would end at the foot of the
// sheet. Behind them, anchored to the page, lie the picture of the hero figure and
// on it two white shapes without words: a panel down to the foot of the sheet, so
// that there is room for more words, and a tag for the logo.

// Lengths of a cover.
const (
	tagTop     = 18 * millimetre // over the logo
	tagSide    = 8 * millimetre  // beside it and below it
	coverInset = 13 * millimetre // over the words of the panel

	twelfths     = 12 // of the grid, in which the widths of a cover count
	tagSpan      = 4
	coverSpan    = 10 // of the words
	panelSpan    = 11
	wordsOfQuote = 0.7 // of the words' columns, for those of a quotation beside its speaker

	coverFoot    = 16  // modules at least over place and date
	coverCaption = 4   // and over the caption of the picture
	leastPanel   = 0.4 // of the sheet
	leastPicture = 0.2 // of the sheet, over the panel
	coverSpare   = 24  // points: Word sets text a little longer than is estimated
)

// coverOf gives the part that makes the cover: the first, if it says so.
func coverOf(d *doc.Document) *doc.Part {
	i := slices.IndexFunc(d.Parts, func(p doc.Part) bool { return len(p.Blocks) > 0 })
	if i < 0 || !d.Parts[i].Cover {
		return nil
	}
	return &d.Parts[i]
}

// coverColumns turns twelfths of the grid into columns.
func coverColumns(pg doc.Page, n int) int { return max(1, pg.Columns*n/twelfths) }

// titleMeasure is the width of the headline.
func titleMeasure(d *doc.Document) doc.Pt {
	if coverOf(d) != nil {
		return d.Page.SpanWidth(coverColumns(d.Page, coverSpan))
	}
	return d.Page.TextWidth()
}

// cover builds the part that makes the cover. It sets the margins of its section.
func (b *builder) cover(p *doc.Part) flow {
	pg := b.d.Page
	width := titleMeasure(b.d)
	pl := place{width: width, full: width, end: pg.TextWidth() - width}
	var hero *doc.Figure
	var body, foot flow
	for _, blk := range p.Blocks {
		switch blk := blk.(type) {
		case *doc.Figure:
			if blk.Role == doc.RoleHero && hero == nil && blk.Picture != nil {
				hero = blk
				b.captions(pl, &foot, blk)
				continue
			}
		case *doc.Callout:
			if blk.Role == doc.RoleQuote {
				b.coverQuote(pl, &body, blk)
				continue
			}
		case *doc.Para:
			if blk.Role == doc.RoleDate || blk.Role == doc.RoleCaption {
				foot = append(foot, b.text(blk.Role, pl, blk.Text))
				continue
			}
		}
		b.block(pl, &body, blk)
	}
	for i, e := range foot {
		if c, ok := e.(*paragraph); ok && i > 0 {
			b.apart(foot[i-1].(*paragraph), b.modules(coverCaption))
			c.keepNext = i < len(foot)-1
		}
	}
	words, below := b.flowHeight(body, pl.width), b.flowHeight(foot, pl.width)
	panel := coverInset + words + pg.FooterFromEdge + coverSpare
	if len(foot) > 0 {
		panel += below + b.modules(coverFoot)
	}
	for _, e := range body {
		if p, ok := e.(*paragraph); ok && strings.ContainsFunc(wordsOf(p.content), unmeasured) {
			panel += b.sheet.style(paragraphID(doc.RoleHeadline)).look.LineHeight // one more of the widest lines
			break
		}
	}
	most := pg.Height - max(b.tagHeight(), leastPicture*pg.Height)
	high := min(max(panel, leastPanel*pg.Height), most)
	top := pg.Height - high
	b.current.textDistance, b.current.bottom = top+coverInset, pg.FooterFromEdge
	if len(foot) > 0 {
		if first, ok := foot[0].(*paragraph); ok { // down to the foot of the panel
			first.before = ptr(max(b.modules(coverFoot)+high-panel, b.modules(coverFoot)))
		}
	}
	out := append(body, foot...)
	out = append(flow{b.coverGround(hero, top)}, out...)
	if b.d.Logo == nil && b.d.LogoAlt != "" {
		out = append(flow{b.coverName()}, out...)
	}
	if len(b.d.Embargo) > 0 {
		out = append(flow{b.coverEmbargo()}, out...)
	}
	return out
}

// coverEmbargo is the line of an embargo over a cover. It stands in the text, for the
// picture would lie over a header, and on a band of the ground.
func (b *builder) coverEmbargo() *paragraph {
	pg := b.d.Page
	p := b.embargo()
	p.style = b.sheet.variant(paragraphID(doc.RoleEmbargo), "Embargo on Cover", func(v *style) {
		v.inner, v.innerEnd, v.firstLine, v.borders, v.anywhere = 0, 0, 0, sides[rule]{}, true
	}).id
	x := pg.Start
	if b.d.RTL {
		x = pg.End
	}
	p.frame = &frame{width: pg.TextWidth(), page: &anchor{x: x, y: (b.coverFrom() - b.d.Style(doc.RoleEmbargo).LineHeight) / 2}}
	return p
}

// coverFrom is where the picture of a cover begins.
func (b *builder) coverFrom() doc.Pt {
	if len(b.d.Embargo) > 0 {
		return embargoHeight(b.d)
	}
	return 0
}

// tagTop is where the logo or the name begins.
func (b *builder) tagTop() doc.Pt { return max(tagTop, b.coverFrom()+tagSide) }

// coverGround is a paragraph to which logo, panel, tag and picture are anchored. It
// runs from left to right: from right to left LibreOffice would count their
// distances from the other edge of the page.
func (b *builder) coverGround(hero *doc.Figure, top doc.Pt) *paragraph {
	pg := b.d.Page
	var ground []inline
	at := func(x, y, w, h doc.Pt) *anchor {
		if b.d.RTL {
			x = pg.Width - x - w
		}
		b.layers++
		return &anchor{x: x, y: y, behind: true, layer: b.layers}
	}
	shape := func(fill doc.ColorName, x, y, w, h doc.Pt) {
		b.drawings++
		ground = append(ground, &shape{id: b.drawings, width: w, height: h, fill: fill, anchor: at(x, y, w, h)})
	}
	var picture *drawing
	if hero != nil {
		picture = b.coverPicture(hero.Picture, top)
	}
	if picture != nil {
		picture.anchor = at(0, b.coverFrom(), pg.Width, picture.height)
	} else {
		shape(doc.Primary, 0, b.coverFrom(), pg.Width, pg.Height-b.coverFrom())
	}
	if len(b.d.Embargo) > 0 {
		shape(doc.Accent, 0, 0, pg.Width, b.coverFrom())
	}
	width := pg.Start + pg.SpanWidth(coverColumns(pg, panelSpan))
	if pg.Columns < twelfths/2 {
		width = pg.Width
	}
	shape(doc.Paper, 0, top, width, pg.Height-top)
	tag := pg.SpanWidth(coverColumns(pg, tagSpan))
	shape(doc.Paper, pg.Start, b.coverFrom(), tag, b.tagHeight()-b.coverFrom())
	if logo := b.logo(true, pg.LogoHeight, max(tag-2*tagSide, leastWidth)); logo != nil {
		logo.anchor = at(pg.Start+tagSide, b.tagTop(), logo.width, logo.height)
		ground = append([]inline{logo}, ground...)
	}
	if picture != nil {
		ground = append(ground, b.mark(hero.ID, []inline{picture})...)
	}
	style := b.sheet.variant(gap, "Cover Ground", func(v *style) { v.ltr = true })
	return b.para(style.id, place{}, ground...)
}

// coverName is the publisher's name in the tag, where there is no logo.
func (b *builder) coverName() *paragraph {
	pg := b.d.Page
	width := max(pg.SpanWidth(coverColumns(pg, tagSpan))-2*tagSide, leastWidth)
	p := b.text(doc.RoleMasthead, inCell(width), doc.T(b.d.LogoAlt))
	p.style = b.headerName(p.style)
	x := pg.Start + tagSide
	if b.d.RTL {
		x = pg.Width - x - width
	}
	p.frame = &frame{width: width, page: &anchor{x: x, y: b.tagTop()}}
	p.align = ptr(doc.AlignStart)
	return p
}

// tagHeight is how far the tag with the logo, or with a name in its place, reaches
// down.
func (b *builder) tagHeight() doc.Pt {
	pg, height := b.d.Page, b.d.Page.LogoHeight
	if b.d.MastheadLogo(true) == nil {
		width := max(pg.SpanWidth(coverColumns(pg, tagSpan))-2*tagSide, leastWidth)
		look := b.d.Style(doc.RoleSectionTitle)
		height = look.LineHeight * doc.Pt(b.fonts.lineCount(b.d.LogoAlt, look, look.Size, width))
	}
	return b.tagTop() + height + tagSide
}

// coverPicture is the picture of a cover. What it is cropped about comes as near as
// it can to the middle of what is seen over the panel.
func (b *builder) coverPicture(p *doc.Picture, top doc.Pt) *drawing {
	pg := b.d.Page
	m, err := b.medium(p, pg.Width)
	if err != nil {
		b.fail(err)
		return nil
	}
	moved, from := *p, b.coverFrom()
	height := pg.Height - from
	shown := min(1, m.picture.Aspect()*height/pg.Width)
	moved.Focus[1] += (0.5 - (top-from)/2/height) * shown
	return b.picture(&moved, pg.Width, height)
}

// coverQuote sets a quotation under a rule, with its speaker beside the words.
func (b *builder) coverQuote(pl place, f *flow, c *doc.Callout) {
	pg := b.d.Page
	columns := coverColumns(pg, coverSpan)
	beside := max(1, int(wordsOfQuote*float64(columns)))
	wide := *c
	wide.Role, wide.Attribution = doc.RoleQuoteWide, nil
	b.space(f, b.d.Style(doc.RoleQuoteWide).Before)
	t := b.layoutTable(pl)
	t.style = coverTable
	if b.sheet.byID[coverTable] == nil {
		b.sheet.addTable(coverTable, "Cover Quotation", tableLook{borders: sides[rule]{top: rule{width: quoteTopRule, color: doc.Primary}}})
	}
	top := cell{margins: sides[doc.Pt]{top: b.sheet.ruleGap(doc.RoleQuoteWide)}}
	words, speaker := top, top
	speech := pl.width
	if c.Attribution != nil && columns-beside >= leastLabel {
		speech = pg.SpanWidth(beside)
		words.margins.end = pg.Gutter
		t.grid = []doc.Pt{speech + pg.Gutter, pl.width - speech - pg.Gutter}
	} else {
		t.grid = []doc.Pt{pl.width}
	}
	words.content = b.closed(b.quotation(inCell(speech), &wide, quoteOnCover))
	cells := []cell{words}
	if a := c.Attribution; a != nil {
		inner := inCell(pl.width - speech - pg.Gutter)
		if len(t.grid) == 1 {
			inner = inCell(pl.width)
		}
		var lines flow
		for i, line := range []doc.Text{a.Name, a.Title} {
			if role := []doc.Role{doc.RoleAttributionName, doc.RoleAttributionTitle}[i]; len(line) > 0 {
				st := b.sheet.variant(paragraphID(role), b.sheet.style(paragraphID(role)).name+" Beside", func(v *style) {
					v.inner, v.innerEnd, v.hanging, v.borders, v.fill = 0, 0, 0, sides[rule]{}, ""
					v.look.Before, v.look.After, v.look.KeepNext = 0, 0, false
				})
				lines = append(lines, b.para(st.id, inner, b.runsIn(line, role, st)...))
			}
		}
		if d := b.face(a); d != nil {
			p := b.para(b.sheet.figureInTable(), inner, d)
			if len(lines) > 0 {
				p.before = ptr(b.modules(faceGap))
			}
			lines = append(lines, p)
		}
		if len(t.grid) == 1 {
			cells[0].content = append(cells[0].content, lines...)
		} else {
			// The first lines stand level.
			speaker.margins.top += max(0, (b.d.Style(doc.RoleQuoteWide).LineHeight-b.d.Style(doc.RoleAttributionName).LineHeight)/2)
			speaker.content = b.closed(lines)
			cells = append(cells, speaker)
		}
	}
	t.rows = []row{{cells: cells}}
	*f = append(*f, t)
}

// flowHeight estimates how high a flow is in a width.
func (b *builder) flowHeight(f flow, width doc.Pt) (h doc.Pt) {
	var after doc.Pt
	for i, e := range f {
		switch e := e.(type) {
		case *paragraph:
			st := b.sheet.style(e.style)
			before, below := st.look.Before, st.look.After
			if e.before != nil {
				before = *e.before
			}
			if e.after != nil {
				below = *e.after
			}
			if i > 0 {
				h += max(after, before)
			}
			measure := width - st.inner - st.innerEnd
			line := max(st.look.LineHeight, e.line)
			if st.loose {
				h += highest(e.content)
			} else {
				line = max(line, highest(e.content)) // a portrait
				h += line * doc.Pt(b.fonts.lineCount(wordsOf(e.content), st.look, st.look.Size, measure))
			}
			h += st.borders.top.space + st.borders.top.width + st.borders.bottom.space + st.borders.bottom.width
			after = below
		case *table:
			if i > 0 {
				h += max(after, e.before)
			}
			for _, r := range e.rows {
				most, column := r.height, 0
				for _, c := range r.cells {
					w := -c.margins.start - c.margins.end
					for range max(c.span, 1) {
						w += e.grid[min(column, len(e.grid)-1)]
						column++
					}
					most = max(most, c.margins.top+b.flowHeight(c.content, w)+c.margins.bottom)
				}
				h += most
			}
			after = e.after
		}
	}
	return h
}

// wordsOf is the text of inline content.
func wordsOf(content []inline) (s string) {
	for _, c := range content {
		switch c := c.(type) {
		case *run:
			s += c.text
		case *link:
			s += wordsOf(c.content)
		case *bookmark:
			s += wordsOf(c.content)
		}
	}
	return s
}

// highest is the height of the highest picture of inline content.
func highest(content []inline) (h doc.Pt) {
	for _, c := range content {
		if d, ok := c.(*drawing); ok && d.anchor == nil {
			h = max(h, d.height)
		}
	}
	return h
}
