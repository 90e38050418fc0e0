package page

import (
	"math"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// The anatomy of quotations.
var (
	quoteInset    = doc.MM(9) // from the bar to the words
	pairInset     = doc.MM(7) // the same where two stand side by side
	narrowQuote   = doc.MM(100)
	portraitSize  = doc.MM(18) // of the speaker
	portraitInset = doc.MM(6.2)
	portraitText  = doc.MM(29) // from the bar to the words beside a portrait

	shortRule = doc.MM(16) // over centred words
	cardSide  = doc.MM(4)  // from the edge of a ground to the words
)

const (
	quoteRule doc.Pt = 2.25 // the thickness of the rule over a quotation

	// ruleGap is the space between that rule and the line box of the words, as a
	// share of their line height.
	ruleGap = 0.43
	cardTop = 6.0 // modules over the words on a ground, and below them
	faceGap = 4.0 // modules between a portrait and what it stands over or under

	markScale  = 3.0 // the size of a large opening mark, in that of the words
	markGap    = 0.4 // from there to the words, in em
	capitalTop = 0.7 // the height of capitals, in em, about

	leastMeasure doc.Pt = 24 // that words keep in the narrowest place
)

// quoteShape is what a look adds to the words of a quotation.
type quoteShape struct {
	look        doc.QuoteLook
	width       doc.Pt // of the whole
	over, under doc.Pt // inside it, over the words and below the speaker
	start, end  doc.Pt // beside them
	speaker     doc.Pt // over the speaker; 0: what a bar has
	centred     bool
	mark        *paragraph // a large opening mark, which the words then do without

	portrait offset // where it stands
	least    doc.Pt // how high a portrait makes the whole
}

// quoteShape is the shape of the look that the layout chose. Its words are set in
// st, and open with a mark, if it is not nil.
func (b *builder) quoteShape(st doc.Style, width doc.Pt, portrait bool, mark doc.Text) quoteShape {
	s := quoteShape{look: b.doc.Looks.Quotes, width: width, centred: st.Align == doc.AlignCenter, speaker: b.doc.Style(doc.RoleAttributionName).Before}
	gutter := b.doc.Page.Gutter
	switch s.look {
	case doc.QuoteBar:
		s.start, s.speaker = quoteInset, 0
		if width < narrowQuote {
			s.start = pairInset
		}
		if portrait {
			s.start = portraitText
			s.portrait = offset{dx: portraitInset, dy: b.modules(2)}
			s.least = b.modules(2) + portraitSize + b.modules(1)
		}
		return s
	case doc.QuoteRule:
		s.over = quoteRule + b.modules(math.Round(ruleGap*st.LineHeight/b.m))
	case doc.QuoteCard:
		s.over, s.under = b.modules(cardTop), b.modules(cardTop)
		s.start, s.end = cardSide, cardSide
	case doc.QuoteMarks:
		if s.mark = b.largeMark(mark, st); s.mark != nil {
			s.start = s.mark.natural() + markGap*st.Size
		}
	default:
		panic("page: unknown look of quotations")
	}
	switch {
	case !portrait:
	case s.look == doc.QuoteMarks: // below the mark
		s.portrait.dy = b.modules(faceGap)
		if s.mark != nil {
			s.portrait.dy += st.LineHeight
		}
		s.start = max(s.start, portraitSize+gutter)
	case s.centred:
		s.portrait = offset{dx: (width - portraitSize) / 2, dy: s.over}
		s.over += portraitSize + b.modules(faceGap)
	default:
		s.portrait = offset{dx: s.start, dy: s.over}
		s.start += portraitSize + gutter
	}
	if portrait {
		s.least = s.portrait.dy + portraitSize + s.under
	}
	return s
}

// openingMark gives the opening mark of a quotation, if it has one.
func openingMark(n *doc.Callout) doc.Text {
	for _, blk := range n.Body {
		if p, ok := blk.(*doc.Para); ok && len(p.Text) > 0 && p.Text[0].Role == doc.RoleMark {
			return p.Text[:1]
		}
	}
	return nil
}

// largeMark sets an opening mark several times as large as the words that are set
// in st; nil without a mark.
func (b *builder) largeMark(mark doc.Text, st doc.Style) *paragraph {
	if len(mark) == 0 {
		return nil
	}
	st.Size *= markScale
	st.Align, st.HangFirst = doc.AlignStart, false
	p := b.paragraph(mark, st, 1, canvas.Ground, setOptions{nowrap: true})
	if len(p.lines) == 0 || len(p.lines[0].Runs) == 0 {
		return nil
	}
	return p
}

// inkTop is how high the first glyph of a paragraph reaches over the baseline.
func (p *paragraph) inkTop() doc.Pt {
	r := p.lines[0].Runs[0]
	if len(r.Glyphs) == 0 {
		return 0
	}
	ink, ok := r.Font.GlyphBox(r.Glyphs[0].ID)
	if !ok {
		return capitalTop * r.Size
	}
	return doc.Pt(ink[3]) / doc.Pt(r.Font.UnitsPerEm()) * r.Size
}

// words sets a paragraph of a quotation. Its opening mark hangs outside the
// measure, unless lines are centred or stand on a ground. A large one is the real
// mark of the text, taken out of its first line.
func (q *quotation) words(t doc.Text, width doc.Pt, elem canvas.Elem, first bool) *paragraph {
	s := &q.shape
	switch {
	case s.mark != nil && first:
		for i := range s.mark.inlines {
			s.mark.inlines[i].elem = elem
		}
		return q.b.paragraph(t[1:], q.style, width, elem, setOptions{})
	case s.centred || s.look == doc.QuoteCard:
		st := q.style
		st.HangFirst = false
		return q.b.paragraph(t, st, width, elem, setOptions{})
	}
	return q.b.marked(t, q.style, width, elem)
}

// framed sets lines in the shape of the quotation: no lower than a height, at the
// head of the quotation and at its foot or not.
func (q *quotation) framed(words box, height doc.Pt, head, foot bool) box {
	s := q.shape
	over, under := s.over, s.under
	if !head {
		over = 0
	}
	if !foot {
		under = 0
	}
	height = max(height, over+words.height+under)
	var parts []offset
	if head && s.mark != nil {
		parts = append(parts, offset{box: q.raisedMark()})
	}
	parts = append(parts, offset{dx: s.start, dy: over, box: words})
	if head && q.portrait.draw != nil {
		at := s.portrait
		at.box = q.portrait
		parts = append(parts, at)
	}
	ground := q.ground(height, head, foot)
	body := beside(parts...)
	return box{height: height, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		if ground != nil {
			cv.Path(canvas.Ground, ground(x, y))
		}
		body.draw(cv, x, y)
	}}
}

// ground is the path behind a piece of a quotation of a height; nil for none.
func (q *quotation) ground(height doc.Pt, head, foot bool) func(x, y doc.Pt) canvas.Path {
	s, primary := q.shape, q.b.ink(doc.Primary)
	switch s.look {
	case doc.QuoteBar:
		var top, bottom doc.Pt
		if head {
			top = q.b.modules(2)
		}
		if foot {
			bottom = q.b.modules(1)
		}
		return func(x, y doc.Pt) canvas.Path { return canvas.Filled(x, y+top, bar, height-top-bottom, primary) }
	case doc.QuoteRule:
		if !head {
			return nil
		}
		var dx doc.Pt
		width := s.width
		if s.centred {
			width = min(shortRule, width)
			dx = (s.width - width) / 2
		}
		return func(x, y doc.Pt) canvas.Path { return canvas.Filled(x+dx, y, width, quoteRule, primary) }
	case doc.QuoteCard:
		tint := q.b.ink(doc.Tint)
		return func(x, y doc.Pt) canvas.Path { return canvas.Filled(x, y, s.width, height, tint) }
	}
	return nil
}

// raisedMark is the large opening mark, its top level with that of the capitals of
// the first line.
func (q *quotation) raisedMark() box {
	mark := q.shape.mark
	base := q.b.ascent(q.style) - capitalTop*q.style.Size + mark.inkTop()
	return box{draw: func(cv canvas.Canvas, x, y doc.Pt) { mark.line(cv, 0, x, y+base-mark.ascent) }}
}

// marked sets the words of a quotation with the opening mark outside the
// measure.
func (b *builder) marked(t doc.Text, st doc.Style, width doc.Pt, elem canvas.Elem) *paragraph {
	var hang doc.Pt
	if len(t) > 0 && t[0].Role == doc.RoleMark {
		probe := &paragraph{b: b}
		hang = b.set.Width(b.spans(probe, t[:1], st, canvas.Ground))
		hang += 0.06 * st.Size
		p := b.paragraph(t, st, width, elem, setOptions{hang: hang})
		p.lead(0.06 * st.Size)
		return p
	}
	return b.paragraph(t, st, width, elem, setOptions{})
}

// lead moves the words of the first line after its opening mark by d.
func (p *paragraph) lead(d doc.Pt) {
	if len(p.lines) == 0 || len(p.lines[0].Runs) == 0 {
		return
	}
	l := &p.lines[0]
	runs := append([]typeset.Run{}, l.Runs...)
	mark := 0
	if p.b.doc.RTL {
		mark, d = len(runs)-1, -d
	}
	for i := range runs {
		if i != mark {
			runs[i].X += d
		}
	}
	l.Runs = runs
}
