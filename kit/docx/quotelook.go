package docx

import (
	"math"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
)

// Lengths of the looks of quotations other than the bar.
const (
	quoteTopRule  = 2.25 // points: over the words
	quoteRuleGap  = 0.43 // from there to the words, in their line height
	shortRule     = 16 * millimetre
	cardSide      = 4 * millimetre // from the edge of a ground to the words
	cardTop       = 6              // modules over and below them
	faceGap       = 4              // modules below a portrait over centred words
	largeMark     = 3.0            // the size of a large opening mark, in that of the words
	largeMarkGap  = 0.4            // from there to the words, in em
	capitalHeight = 0.7            // in em, about
)

// centred says that the words of a callout are centred.
func (s *sheet) centred(r doc.Role) bool { return s.d.Style(r).Align == doc.AlignCenter }

// centredWords says that callouts of a role have centred words and no bar.
func (b *builder) centredWords(r doc.Role) bool {
	return b.d.Looks.Quotes != doc.QuoteBar && b.sheet.centred(r)
}

// ruledWords says that callouts of a role have a rule over their words.
func (b *builder) ruledWords(r doc.Role) bool {
	return b.d.Looks.Quotes == doc.QuoteRule
}

// ruleGap is the space between the rule over a quotation and its words.
func (s *sheet) ruleGap(host doc.Role) doc.Pt {
	m := s.d.Page.Module()
	return m * math.Round(quoteRuleGap*s.d.Style(host).LineHeight/m)
}

// lookOfQuote gives the style of a line of a callout of the role host the look
// that the layout chose: the words if r is the host, otherwise the speaker.
func (s *sheet) lookOfQuote(st *style, r, host doc.Role, at quotePlace) {
	words, hang := r == host, s.markHang(host)
	s.spaceQuote(st, r, host)
	if s.d.Looks.Quotes != doc.QuoteBar {
		st.inner, st.innerEnd, st.hanging = 0, 0, 0
		if s.centred(host) {
			st.look.Align = doc.AlignCenter
		}
	}
	switch s.d.Looks.Quotes {
	case doc.QuoteBar:
		st.inner, st.hanging = quoteIndent, hang
		if at == quoteInColumn { // nearer to the bar
			st.inner = narrowIndent
		}
		st.borders.start = rule{width: bar, color: doc.Primary, space: st.inner - hang - bar}
	case doc.QuoteRule:
		switch {
		case s.centred(host):
			if words {
				st.look.Before = 0 // the rule stands over it
			}
		default: // the rule begins where the opening mark does
			st.inner = hang
			if words {
				st.hanging = hang
				st.borders.top = rule{width: quoteTopRule, color: doc.Primary, space: s.ruleGap(host)}
			}
		}
	case doc.QuoteCard:
		m := s.d.Page.Module()
		edge := func(space doc.Pt) rule { return rule{width: thin, color: doc.Tint, space: space} }
		st.fill = doc.Tint
		st.borders = sides[rule]{edge(cardTop * m), edge(cardSide), edge(cardTop * m), edge(cardSide)}
		st.inner, st.innerEnd = cardSide+thin, cardSide+thin
	case doc.QuoteMarks:
		st.inner = s.largeMarkWidth(host)
		if words {
			st.hanging = st.inner
		}
	default:
		panic("docx: unknown look of quotations")
	}
	switch at {
	case quoteBesidePortrait:
		s.besidePortrait(st, words, hang)
	case quoteOnCover:
		if s.d.Looks.Quotes == doc.QuoteBar || s.d.Looks.Quotes == doc.QuoteCard {
			st.inner, st.innerEnd = st.hanging, 0
		}
		st.borders, st.fill = sides[rule]{}, ""
		st.look.Before, st.look.After, st.look.KeepNext = 0, 0, false
	}
}

// largeMarkWidth is the width of a large opening mark with the space after it.
func (s *sheet) largeMarkWidth(host doc.Role) doc.Pt {
	mark, size := s.d.Style(doc.RoleMark), s.d.Style(host).Size
	return s.fonts.advance(openingMark(s.d), mark, largeMark*size) + largeMarkGap*size
}

// enlarge gives the opening mark that begins the content of a paragraph its large
// style. It stands lower, its top level with that of capitals, so that the exact
// line height does not cut it off.
func (b *builder) enlarge(content []inline, host doc.Role) {
	r, ok := content[0].(*run)
	if !ok || r.style == "" {
		return
	}
	base, size := b.sheet.style(r.style), b.d.Style(host).Size
	top := b.fonts.inkTop(openingMark(b.d), b.d.Style(doc.RoleMark))
	name := base.name + " Large"
	if host != doc.RoleQuote {
		name += " in " + shownName(roleNames[host].name)
	}
	r.style = b.sheet.characterVariant(base.id, name, func(v *style) {
		v.size, v.raise, v.tracking = largeMark*size, capitalHeight*size-largeMark*size*top, largeMarkGap*size
	}).id
}

// inkTop is how high the first character of a text reaches over the baseline, in
// em.
func (b *fontBook) inkTop(s string, l doc.Style) float64 {
	w := b.find(l.Family, l.Weight, l.Italic)
	if w == nil || w.program == nil || s == "" {
		return capitalHeight
	}
	first, _ := utf8.DecodeRuneInString(s)
	if gid, ok := w.program.Glyph(first); ok {
		if ink, ok := w.program.GlyphBox(gid); ok {
			return float64(ink[3]) / float64(w.program.UnitsPerEm())
		}
	}
	return capitalHeight
}

// quoteOpening builds what stands over centred words: the portrait of the speaker, with
// a short rule over it, as wide as the portrait. Without one the rule is a paragraph,
// since no border is shorter than its paragraph.
func (b *builder) quoteOpening(pl place, c *doc.Callout) flow {
	if !b.centredWords(c.Role) {
		return nil
	}
	narrow := func(width doc.Pt) place {
		side := max((pl.width-width)/2, 0)
		at := shifted(pl, side)
		at.width, at.end = max(at.width-side, leastWidth), pl.end+side
		return at
	}
	if d := b.face(c.Attribution); d != nil {
		if !b.ruledWords(c.Role) {
			p := b.para(b.sheet.faceOver(c.Role), pl, d)
			p.align, p.after = ptr(doc.AlignCenter), ptr(b.modules(faceGap))
			return flow{p}
		}
		p := b.para(b.sheet.faceOver(c.Role), narrow(d.width), d)
		p.after = ptr(b.modules(faceGap))
		p.top = rule{width: quoteTopRule, color: doc.Primary, space: b.sheet.ruleGap(c.Role)}
		return flow{p}
	}
	if !b.ruledWords(c.Role) {
		return nil
	}
	p := b.para(quoteRule, narrow(shortRule))
	p.line = b.sheet.ruleGap(c.Role)
	return flow{p}
}

// face is the portrait of a speaker; nil if there is none.
func (b *builder) face(a *doc.Attribution) *drawing {
	if a == nil || a.Portrait == nil {
		return nil
	}
	return b.round(a.Portrait, quotePortrait)
}

// faceOver is the style of a portrait over centred words, on their ground.
func (s *sheet) faceOver(r doc.Role) string {
	words := s.style(paragraphID(r))
	if words.fill == "" {
		return figureStyle
	}
	return s.variant(figureStyle, "Figure on "+shownName(words.name), func(v *style) {
		v.fill, v.borders, v.inner, v.innerEnd = words.fill, words.borders, words.inner, words.innerEnd
	}).id
}

// addQuoteLook makes what the look of quotations needs beside the styles of the
// roles.
func (s *sheet) addQuoteLook(plain func(*style)) {
	if s.d.Looks.Quotes == doc.QuoteRule {
		plain(&style{name: "Quote Rule", look: doc.Style{LineHeight: s.ruleGap(doc.RoleQuote), KeepNext: true}, priority: 98,
			borders: sides[rule]{top: rule{width: quoteTopRule, color: doc.Primary}}})
	}
}
