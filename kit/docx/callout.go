package docx

import "github.com/presskit-go/presskit/kit/doc"

// callout builds a quotation: paragraphs with a bar at their start, or, with a
// portrait, a table of two cells.
func (b *builder) callout(pl place, f *flow, c *doc.Callout) {
	switch c.Role {
	case doc.RoleQuoteBlock:
		b.blockQuotation(pl, f, c)
		return
	case doc.RoleQuoteWide:
		pl = pl.whole()
	}
	look := b.d.Style(c.Role)
	attribution := c.Attribution
	if attribution == nil {
		attribution = &doc.Attribution{}
	}
	bar := b.d.Looks.Quotes == doc.QuoteBar
	centred := b.centredWords(c.Role)
	switch {
	case attribution.Portrait == nil || centred:
	case bar:
		b.portraitCallout(pl, f, c, look)
		return
	default:
		b.portraitBeside(pl, f, c)
		return
	}
	words := b.quotation(pl, c, false)
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

// quotation builds the words and the speaker. beside is set where they stand
// next to a portrait, whose table draws the bar.
func (b *builder) quotation(pl place, c *doc.Callout, beside bool) flow {
	var f flow
	narrow := !beside && pl.width < narrowQuote
	even := b.evenness(c.Role, beside, narrow)
	for _, blk := range c.Body {
		p, ok := blk.(*doc.Para)
		if !ok {
			b.block(shifted(pl, quoteIndent), &f, blk)
			continue
		}
		st := b.sheet.quote(c.Role, c.Role, beside, narrow)
		measure := pl.width - st.inner - st.innerEnd
		words := b.evenly(p.Text, st.look, measure)
		spare := b.fonts.spare(words.Plain(), st.look, measure)
		alone := b.centredWords(c.Role) && b.d.Looks.Quotes != doc.QuoteCard // neither bar nor ground
		if !alone {
			even.add(st, spare)
		}
		content := b.runsIn(words, c.Role, st)
		switch marked := len(p.Text) > 0 && p.Text[0].Role == doc.RoleMark; {
		case st.hanging == 0:
		case !marked:
			content = append([]inline{&run{text: "\t"}}, content...)
		case b.d.Looks.Quotes == doc.QuoteMarks && len(f) == 0:
			b.enlarge(content, c.Role)
		}
		out := b.para(st.id, pl, content...)
		if alone && spare > 0 {
			out.start, out.end = out.start+spare/2, out.end+spare/2
		}
		if len(f) > 0 {
			out.before = ptr(doc.Pt(0))
		}
		out.keepNext = !beside // a row is not parted, and LibreOffice would keep the whole table
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
			// The tab leads past the hang that words and speaker share.
			st := b.sheet.quote(r, c.Role, beside, narrow)
			if !b.centredWords(c.Role) {
				even.add(st, b.fonts.slack(t.Plain(), st.look, pl.width-st.inner-st.innerEnd))
			}
			content := b.runsIn(t, r, st)
			if st.hanging > 0 {
				content = append([]inline{&run{text: "\t"}}, content...)
			}
			f = append(f, b.para(st.id, pl, content...))
		}
		line(doc.RoleAttributionName, a.Name)
		line(doc.RoleAttributionTitle, a.Title)
		if n := len(f); n > 1 && len(a.Name) > 0 && len(a.Title) > 0 {
			f[n-2].(*paragraph).keepNext = !beside
		}
	}
	return f
}

func (b *builder) portraitCallout(pl place, f *flow, c *doc.Callout, look doc.Style) {
	from := quoteBesideFrom - b.sheet.markHang(c.Role) // where the opening mark begins
	t := b.layoutTable(pl, from, pl.width-from)
	t.style = quoteTable
	t.before, t.after = look.Before, look.After
	beside := inCell(from)
	beside.start = quotePortraitFrom
	portrait := b.para(b.sheet.figureInTable(), beside)
	if d := b.round(c.Attribution.Portrait, quotePortrait); d != nil {
		portrait.content = []inline{d}
	}
	words := b.quotation(inCell(pl.width-from), c, true)
	t.rows = []row{{cells: []cell{
		{content: flow{portrait}},
		{content: b.closed(words)},
	}}}
	*f = append(*f, t)
}

// quote gives the style of a line of a callout: of the words if r is a quotation
// role, otherwise of the speaker of a quotation of the role host. Styles next to
// a portrait have no bar, and those in a narrow place stand nearer to theirs.
func (s *sheet) quote(r, host doc.Role, beside, narrow bool) *style {
	base := s.style(paragraphID(r))
	name := base.name
	if r != host && host != doc.RoleQuote {
		name = map[doc.Role]string{doc.RoleQuoteWide: "Intense ", doc.RoleQuoteSide: "Sidebar "}[host] + name
	}
	narrow = narrow && s.d.Looks.Quotes == doc.QuoteBar
	switch {
	case beside:
		name += " Beside Portrait"
	case narrow:
		name += " in Column"
	}
	if name == base.name {
		return base
	}
	return s.variant(base.id, name, func(v *style) {
		if beside {
			defer func() { v.look.KeepNext = false }() // in a row, which is not parted
		}
		if s.d.Looks.Quotes != doc.QuoteBar {
			s.lookOfQuote(v, r, host, beside)
			return
		}
		v.hanging = s.markHang(host)
		if beside && r != host { // no bar wants the same indents
			v.hanging = 0
		}
		s.spaceQuote(v, r, host)
		if narrow {
			v.inner = narrowIndent
		}
		v.borders.start.space = v.inner - v.hanging - bar
		if beside {
			// The table draws the bar and has the space.
			v.borders, v.inner, v.look.After = sides[rule]{}, s.markHang(host), 0
			if r == host {
				v.look.Before = 0
			}
		}
	})
}
