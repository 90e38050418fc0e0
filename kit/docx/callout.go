package docx

import "github.com/presskit-go/presskit/kit/doc"

// callout builds a quotation: paragraphs with a bar at their start, or, with a
// portrait, a table of two cells.
func (b *builder) callout(pl place, f *flow, c *doc.Callout) {
	if c.Role == doc.RoleQuoteWide {
		pl = pl.whole()
	}
	look := b.d.Style(c.Role)
	attribution := c.Attribution
	if attribution == nil {
		attribution = &doc.Attribution{}
	}
	if attribution.Portrait != nil {
		b.portraitCallout(pl, f, c, look)
		return
	}
	words := b.quotation(pl, c, false)
	if n := len(words); n > 0 {
		if last, ok := words[n-1].(*paragraph); ok && b.sheet.style(last.style).look.After < look.After {
			last.after = ptr(look.After)
		}
	}
	*f = append(*f, words...)
}

// quotation builds the words and the speaker. beside is set where they stand
// next to a portrait, whose table draws the bar.
func (b *builder) quotation(pl place, c *doc.Callout, beside bool) flow {
	var f flow
	for _, blk := range c.Body {
		p, ok := blk.(*doc.Para)
		if !ok {
			b.block(shifted(pl, quoteIndent), &f, blk)
			continue
		}
		st := b.sheet.quote(c.Role, c.Role, beside)
		content := b.runsIn(p.Text, c.Role, st)
		if len(p.Text) == 0 || p.Text[0].Role != doc.RoleMark {
			content = append([]inline{&run{text: "\t"}}, content...)
		}
		out := b.para(st.id, pl, content...)
		if len(f) > 0 {
			out.before = ptr(doc.Pt(0))
		}
		out.keepNext = true
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
			st := b.sheet.quote(r, c.Role, beside)
			f = append(f, b.para(st.id, pl, append([]inline{&run{text: "\t"}}, b.runsIn(t, r, st)...)...))
		}
		line(doc.RoleAttributionName, a.Name)
		line(doc.RoleAttributionTitle, a.Title)
		if n := len(f); n > 1 && len(a.Name) > 0 && len(a.Title) > 0 {
			f[n-2].(*paragraph).keepNext = true
		}
	}
	return f
}

func (b *builder) portraitCallout(pl place, f *flow, c *doc.Callout, look doc.Style) {
	t := &table{style: plainTable, start: pl.start, grid: []doc.Pt{quoteBesideFrom, pl.width - quoteBesideFrom}}
	portrait := b.para(figureStyle, inCell(quoteBesideFrom))
	if d := b.round(c.Attribution.Portrait, quotePortrait); d != nil {
		portrait.content = []inline{d}
	}
	words := b.quotation(inCell(pl.width-quoteBesideFrom), c, true)
	if len(words) > 0 {
		if first, ok := words[0].(*paragraph); ok {
			first.before = ptr(doc.Pt(0))
		}
	}
	t.rows = []row{{cells: []cell{
		{margins: sides[doc.Pt]{start: quotePortraitFrom}, borders: sides[rule]{start: rule{width: bar, color: doc.Primary}}, content: flow{portrait}},
		{content: b.closed(words)},
	}}}
	after := b.gap(pl, look.After)
	after.yields = true
	*f = append(*f, b.gap(pl, look.Before), t, after)
}

// quote gives the style of a line of a callout: of the words if r is a quotation
// role, otherwise of the speaker of a quotation of the role host. Styles next to
// a portrait have no bar.
func (s *sheet) quote(r, host doc.Role, beside bool) *style {
	base := s.style(paragraphID(r))
	name := base.name
	if r != host && host != doc.RoleQuote {
		name = map[doc.Role]string{doc.RoleQuoteWide: "Intense ", doc.RoleQuoteBlock: "Block "}[host] + name
	}
	if beside {
		name += " Beside Portrait"
	}
	if name == base.name {
		return base
	}
	if st, ok := s.byID[styleID(name)]; ok {
		return st
	}
	variant := *base
	variant.id, variant.name, variant.builtin, variant.basedOn, variant.priority = "", name, false, base.id, base.priority+1
	variant.hanging = s.markHang(host)
	s.spaceQuote(&variant, r, host)
	variant.borders.start.space = quoteIndent - variant.hanging - bar
	if beside {
		// The table draws the bar, and a gap below it gives the space.
		variant.borders, variant.inner, variant.look.After = sides[rule]{}, 0, 0
	}
	return s.add(&variant)
}
