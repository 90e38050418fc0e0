package docx

import "github.com/presskit-go/presskit/kit/doc"

// A portrait beside a quotation is anchored in the first line of its words and stands in
// the room that the indents of the styles leave: level with the line, since programs do
// not agree whether a paragraph begins with the space and the border over it or below
// them. Text does not flow around it, since in Word bars and grounds would give way too.
// These begin where the first line does, which hangs over the portrait; a tab leads past
// it. What the words lack in height is room inside a border at the foot of the last line,
// in the colour of what is behind it: space below would not lengthen a bar, and would
// meet that over what follows.

// besidePortrait makes room beside the lines of a callout; hang is that of its opening
// mark.
func (s *sheet) besidePortrait(st *style, words bool, hang doc.Pt) {
	st.look.KeepTogether = st.look.KeepTogether || words
	from := quotePortrait + s.d.Page.Gutter
	switch s.d.Looks.Quotes {
	case doc.QuoteBar:
		st.inner = quoteBesideFrom
		st.borders.start.space = mostBorderSpace
		st.hanging = st.inner - bar - mostBorderSpace
	case doc.QuoteRule:
		st.inner = from
		if words {
			st.hanging = st.inner
		}
	case doc.QuoteCard:
		st.inner += from
		st.hanging, hang = from, 0
	case doc.QuoteMarks:
		st.inner += from
		return
	}
	if words {
		st.tab = st.inner - hang
	}
}

// portraitFrom is how far a portrait stands from the start of its quotation.
func (s *sheet) portraitFrom() doc.Pt {
	switch s.d.Looks.Quotes {
	case doc.QuoteBar:
		return quotePortraitFrom
	case doc.QuoteCard:
		return cardSide + thin
	}
	return 0
}

// hung is a portrait in a paragraph: how far it stands from the indents of the place.
type hung struct {
	in         *paragraph
	at         *anchor
	start, end doc.Pt
}

// hangPortrait hangs the portrait of a callout on its words.
func (b *builder) hangPortrait(pl place, words flow, c *doc.Callout) flow {
	d := b.round(c.Attribution.Portrait, quotePortrait)
	if d == nil {
		return words
	}
	in, ok := first(words)
	if !ok {
		return append(flow{b.para(figureStyle, pl, d)}, words...)
	}
	x := b.sheet.portraitFrom()
	b.layers++
	d.anchor = &anchor{line: true, layer: b.layers}
	b.portraits = append(b.portraits, hung{in, d.anchor, pl.start + x - in.start, pl.end + pl.width - x - d.width - in.end})
	in.content = append([]inline{d}, in.content...)
	b.lengthen(words, pl.width, d.height)
	return words
}

// lengthen makes a quotation at least so high. Lines that share a bar or a ground keep
// the same borders, of which the last line alone shows the lower one.
func (b *builder) lengthen(words flow, width, least doc.Pt) {
	last, ok := words[len(words)-1].(*paragraph)
	if !ok {
		return
	}
	if b.d.RTL {
		width *= joined
	}
	lacks := least - b.flowHeight(words, width)
	for _, e := range words {
		if p, ok := e.(*paragraph); ok {
			borders := b.sheet.style(p.style).borders
			lacks += borders.top.space + borders.top.width + borders.bottom.space + borders.bottom.width
		}
	}
	if lacks <= 0 {
		return
	}
	borders := b.sheet.style(last.style).borders
	foot := borders.bottom
	if foot.width == 0 {
		foot = rule{width: thin, color: doc.Paper}
		lacks -= thin
	}
	most := mostBorderSpace - foot.space
	foot.space += min(lacks, most)
	for _, e := range words {
		if p, ok := e.(*paragraph); ok && (p == last || borders != sides[rule]{} && b.sheet.style(p.style).borders == borders) {
			p.bottom = foot
		}
	}
	b.apart(last, b.spaceAfter(words)+max(0, lacks-most))
}

// settlePortraits gives portraits their places in the columns they stand in.
func (b *builder) settlePortraits() {
	for _, h := range b.portraits {
		h.at.x, h.at.far = h.in.start+h.start, h.in.end+h.end
	}
}
