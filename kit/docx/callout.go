package docx

import "github.com/presskit-go/presskit/kit/doc"

// quotePlace is where the lines of a callout stand.
type quotePlace uint8

const (
	quoteInText   quotePlace = iota
	quoteInColumn            // or another narrow place
	quoteBesidePortrait
	quoteOnCover // under the rule of a table
)

// quoteIn is the place of a callout without a portrait beside it.
func quoteIn(width doc.Pt) quotePlace {
	if width < narrowQuote {
		return quoteInColumn
	}
	return quoteInText
}

// callout builds a quotation: paragraphs with a bar at their start or another look,
// beside or under the portrait of the speaker.
func (b *builder) callout(pl place, f *flow, c *doc.Callout) {
	switch c.Role {
	case doc.RoleQuoteBlock:
		b.blockQuotation(pl, f, c)
		return
	case doc.RoleQuoteWide:
		pl = pl.whole()
	}
	look := b.d.Style(c.Role)
	at := quoteIn(pl.width)
	if c.Attribution != nil && c.Attribution.Portrait != nil && !b.centredWords(c.Role) {
		at = quoteBesidePortrait
	}
	words := b.quotation(pl, c, at)
	if over := b.quoteOpening(pl, c); len(over) > 0 {
		over[0].(*paragraph).before = ptr(look.Before)
		if p, ok := first(words); ok {
			p.before = ptr(doc.Pt(0))
		}
		words = append(over, words...)
	}
	if n := len(words); n > 0 {
		if last, ok := words[n-1].(*paragraph); ok {
			b.apart(last, look.After)
		}
	}
	if at == quoteBesidePortrait {
		words = b.hangPortrait(pl, words, c)
	}
	*f = append(*f, words...)
}

// blockQuotation builds a quotation inside the text: indented at both sides.
func (b *builder) blockQuotation(pl place, f *flow, c *doc.Callout) {
	indent := b.sheet.blockQuoteIndent()
	inner := shifted(pl, indent)
	inner.end, inner.width = inner.end+indent, max(inner.width-indent, leastWidth)
	for _, blk := range c.Body {
		if p, ok := blk.(*doc.Para); ok && p.Role == doc.RoleQuoteBlock { // its style has the indents
			b.block(pl, f, blk)
			continue
		}
		b.block(inner, f, blk)
	}
}

// mayBeWide reports whether a quotation goes over the whole width, so that the
// free columns look meant: where no panel stands beside it, as far as can be
// estimated. Where one does after all, text and bar give way to it.
func (b *builder) mayBeWide(c *doc.Callout, pl place, blocks []doc.Block, at int) bool {
	_, there := b.d.Styles[doc.RoleQuoteWide]
	if c.Role != doc.RoleQuote || pl.side == 0 || pl.start != 0 && !pl.sideFirst || !there {
		return false
	}
	for i, blk := range blocks {
		a, ok := blk.(*doc.Aside)
		switch {
		case !ok || a.Place != doc.Sidebar:
		case a.Role == doc.RoleContents:
			return false
		case i < at && b.textEstimate(blocks[i:at], pl) < b.room:
			return false
		}
	}
	return true
}

// quotation builds the words and the speaker.
func (b *builder) quotation(pl place, c *doc.Callout, at quotePlace) flow {
	var f flow
	even := b.evenness(c.Role, at)
	for _, blk := range c.Body {
		st := b.sheet.quote(c.Role, c.Role, at)
		p, ok := blk.(*doc.Para)
		if !ok {
			b.block(shifted(pl, st.inner), &f, blk)
			continue
		}
		measure := pl.width - st.inner - st.innerEnd
		words := b.evenly(p.Text, st.look, measure)
		spare := b.fonts.spare(words.Plain(), st.look, measure)
		alone := b.centredWords(c.Role) && b.d.Looks.Quotes != doc.QuoteCard // neither bar nor ground
		if !alone {
			even.add(st, spare)
		}
		content := b.runsIn(words, c.Role, st)
		marked := len(p.Text) > 0 && p.Text[0].Role == doc.RoleMark
		if b.d.Looks.Quotes == doc.QuoteMarks {
			if marked = marked && len(f) == 0; marked {
				b.enlarge(content, c.Role)
			}
		}
		out := b.para(st.id, pl, st.led(marked, content)...)
		if alone && spare > 0 {
			out.start, out.end = out.start+spare/2, out.end+spare/2
		}
		if len(f) > 0 {
			out.before = ptr(doc.Pt(0))
		}
		out.keepNext = at != quoteOnCover // a row is not parted, and LibreOffice would keep the whole table
		f = append(f, out)
	}
	if n := len(f); n > 0 && (c.Attribution == nil || len(c.Attribution.Name)+len(c.Attribution.Title) == 0) {
		if last, ok := f[n-1].(*paragraph); ok {
			last.keepNext = false
		}
	}
	if a := c.Attribution; a != nil {
		line := func(r doc.Role, t doc.Text) {
			if len(t) == 0 {
				return
			}
			st := b.sheet.quote(r, c.Role, at)
			if !b.centredWords(c.Role) {
				even.add(st, b.fonts.slack(t.Plain(), st.look, pl.width-st.inner-st.innerEnd))
			}
			if n := len(f); n > 0 && at == quoteBesidePortrait {
				if above, ok := f[n-1].(*paragraph); ok {
					b.sheet.style(above.style).next = st.id
				}
			}
			f = append(f, b.para(st.id, pl, st.led(false, b.runsIn(t, r, st))...))
		}
		line(doc.RoleAttributionName, a.Name)
		line(doc.RoleAttributionTitle, a.Title)
		if n := len(f); n > 1 && len(a.Name) > 0 && len(a.Title) > 0 {
			f[n-2].(*paragraph).keepNext = true
		}
	}
	return f
}

// led puts the tabs before the content of a paragraph that lead past a portrait and,
// without an opening mark, past the hang that words and speaker share.
func (s *style) led(marked bool, content []inline) []inline {
	tabs, hang := "", s.hanging
	if s.tab > 0 {
		tabs, hang = "\t", s.inner-s.tab
	}
	if hang > 0 && !marked {
		tabs += "\t"
	}
	if tabs == "" {
		return content
	}
	return append([]inline{&run{text: tabs}}, content...)
}

// quote gives the style of a line of a callout: of the words if r is a quotation
// role, otherwise of the speaker of a quotation of the role host.
func (s *sheet) quote(r, host doc.Role, at quotePlace) *style {
	base := s.style(paragraphID(r))
	name := base.name
	if r != host && host != doc.RoleQuote {
		name = map[doc.Role]string{doc.RoleQuoteWide: "Intense ", doc.RoleQuoteSide: "Sidebar "}[host] + name
	}
	switch {
	case at == quoteBesidePortrait:
		name += " Beside Portrait"
	case at == quoteOnCover:
		name += " on Cover"
	case at == quoteInColumn && s.d.Looks.Quotes == doc.QuoteBar:
		name += " in Column"
	}
	if name == base.name {
		return base
	}
	return s.variant(base.id, name, func(v *style) { s.lookOfQuote(v, r, host, at) })
}
