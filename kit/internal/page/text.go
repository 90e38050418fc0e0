package page

import (
	"cmp"
	"math"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// inline is what a run needs to be drawn; typeset carries its index.
type inline struct {
	color      doc.Color
	ground     *doc.Color // behind the words; nil for none
	decoration doc.Decoration
	link       string
	words      string // of the link, for its description
	elem       canvas.Elem
}

// paragraph is text set in lines.
type paragraph struct {
	b       *builder
	style   doc.Style
	lines   []typeset.Line
	inlines []inline
	ascent  doc.Pt // from the top of a line to its baseline
	width   doc.Pt

	capitals map[int]*capitals // by the tag of their runs
}

// The last line of a paragraph should not be a word or two: a share of the
// measure, and never more than some words.
const (
	lastLine     = 0.2
	lastLineMost = doc.Pt(60)
)

// setOptions are what callers vary.
type setOptions struct {
	headline bool   // articles stay with the next word
	hang     doc.Pt // the first line starts that far outside the measure
	nowrap   bool
}

// paragraph sets text in a style over a width. Its words belong to elem, or to
// inline elements that are declared below it.
func (b *builder) paragraph(t doc.Text, st doc.Style, width doc.Pt, elem canvas.Elem, o setOptions) *paragraph {
	p := &paragraph{b: b, style: st, width: width}
	for _, r := range t {
		if r.Origin.Source != nil {
			b.at = r.Origin
			break
		}
	}
	spans := b.spans(p, t, st, elem)
	opts := typeset.Options{
		Width: width, Lang: b.doc.Lang, Bind: typeset.BindText,
		Align: typesetAlign(st.Align), Balance: st.Balance,
		Hyphenate: st.Hyphens, NoHyphenCapitalized: true,
		FirstIndent: -o.hang, RightToLeft: b.doc.RTL,
		LastLineMin: min(lastLine*width, lastLineMost), HangFirst: st.HangFirst, HangEnd: st.HangEnd,
	}
	if o.headline {
		opts.Bind = typeset.BindHeadline
	}
	if o.nowrap {
		opts.Width = 1e6
		opts.Align = typeset.Start
	}
	var lost []typeset.Missing
	p.lines, lost = b.set.Lines(spans, opts)
	if o.nowrap {
		p.shrink(opts.Width)
	}
	p.restore(b.doc.RTL)
	join(p.lines)
	b.missing(lost, t, b.doc.Theme.FamilyName(st.Family))
	p.ascent = b.ascent(st)
	return p
}

// shrink takes away the room that was left over in a paragraph set over a width:
// from right to left, its lines stand at the far end of that.
func (p *paragraph) shrink(from doc.Pt) {
	p.width = 0
	for _, l := range p.lines {
		p.width = max(p.width, l.Width)
	}
	if !p.b.doc.RTL {
		return
	}
	for i := range p.lines {
		p.lines[i].X -= from - p.width
	}
}

// ascent is the distance from the top of a line of a style to its baseline: the
// font stands in the middle of the line (CSS 2.2, 10.8.1).
func (b *builder) ascent(st doc.Style) doc.Pt {
	fs := b.fonts(b.doc.Theme.FamilyName(st.Family), st.Weight, st.Italic).own
	if len(fs) == 0 {
		return 0
	}
	asc, desc := fs[0].Ascent()*st.Size, -fs[0].Descent()*st.Size
	return (st.LineHeight-asc-desc)/2 + asc
}

// spans gives every run of the text its face, and declares its inline elements.
func (b *builder) spans(p *paragraph, t doc.Text, st doc.Style, elem canvas.Elem) []typeset.Span {
	tagged := hasInlineElements(t)
	spans := make([]typeset.Span, len(t))
	last := -1 // inline of the link that goes on
	for i, r := range t {
		rs := b.runStyle(st, r)
		text := r.Text
		if rs.Caps {
			var written *capitals
			if text, written = b.capitals(text); written != nil {
				if p.capitals == nil {
					p.capitals = map[int]*capitals{}
				}
				p.capitals[i] = written
			}
		}
		in := inline{color: b.ink(rs.Color), decoration: rs.Decoration, link: r.Link, elem: elem}
		if g := b.doc.Mark(r).Ground; g != "" {
			c := b.ink(g)
			in.ground = &c
		}
		switch {
		case r.Link != "" && last >= 0 && p.inlines[last].link == r.Link:
			in.elem = p.inlines[last].elem
		case r.Link != "":
			in.elem = b.tree.Add(elem, canvas.Node{Tag: "Link", Lang: linkLang(t[i:], b.doc.Lang)})
			last = i
		case r.Lang != "" && r.Lang != b.doc.Lang:
			in.elem = b.tree.Add(elem, canvas.Node{Tag: "Span", Lang: r.Lang})
		case r.Code:
			in.elem = b.tree.Add(elem, canvas.Node{Tag: "Code"})
		case tagged:
			in.elem = b.tree.Add(elem, canvas.Node{Tag: canvas.Plain})
		}
		if r.Link == "" {
			last = -1
		}
		var gap doc.Pt
		if i > 0 && tight(t[i-1], r) {
			gap = tightGap * min(rs.Size, b.runStyle(st, t[i-1]).Size)
		}
		if r.Text == "\u00a0" && (r.Role == doc.RoleUnit || r.Role == doc.RoleUnitLarge) {
			gap = max(unitGap*st.Size, (leastUnitSpace-st.Tracking)*st.Size-b.space(rs))
		}
		switch {
		case r.Link == "":
		case i > 0 && t[i-1].Link == r.Link:
			in.words = p.inlines[i-1].words
		default:
			in.words = linkWords(t[i:])
		}
		p.inlines = append(p.inlines, in)
		fs := b.fonts(b.doc.Theme.FamilyName(rs.Family), rs.Weight, rs.Italic)
		spans[i] = typeset.Span{
			Text: text, Tag: i, Advance: gap, NoHyphen: r.Code || r.Role != "",
			Face: typeset.Face{
				Fonts: fs.own, Reserve: fs.reserve,
				Size: rs.Size, Tracking: rs.Tracking, Features: features(rs), Lang: r.Lang,
			},
		}
	}
	return spans
}

// tightGap is the space between a figure and a symbol close to it, in em of the
// symbol.
const tightGap = 0.1

// unitGap is what the space between a figure and a word after it is wider than
// the word's own space, and leastUnitSpace the least of both together, in em of the
// figure, where its letter-spacing takes nothing away. Programs that take text out
// of pages go by the larger of the two types, and would join the words: poppler does
// below 0.15.
const (
	unitGap        = 0.09
	leastUnitSpace = 0.16
)

// space is the width of the word space of a style; 0 without a font.
func (b *builder) space(st doc.Style) doc.Pt {
	for _, f := range b.fonts(b.doc.Theme.FamilyName(st.Family), st.Weight, st.Italic).own {
		if g, ok := f.Glyph(' '); ok {
			return st.Size * float64(f.Advance(g)) / float64(f.UnitsPerEm())
		}
	}
	return 0
}

// tight says that one of two runs is a symbol close to the other, a figure.
func tight(before, r doc.Run) bool {
	if before.Role == r.Role || strings.HasSuffix(before.Text, "\u00a0") || strings.HasPrefix(r.Text, "\u00a0") {
		return false
	}
	return r.Role == doc.RoleUnit || r.Role == doc.RoleUnitLarge || before.Role == doc.RolePrefix || before.Role == doc.RolePrefixLarge
}

// hasInlineElements says that the runs do not all belong to the paragraph
// itself, so that what stands between its children needs a place in the tree.
func hasInlineElements(t doc.Text) bool {
	for _, r := range t {
		if r.Link != "" || r.Lang != "" || r.Code {
			return true
		}
	}
	return false
}

// linkWords gives the words of the link that begins a text.
func linkWords(t doc.Text) string {
	var s strings.Builder
	for _, r := range t {
		if r.Link != t[0].Link {
			break
		}
		s.WriteString(r.Text)
	}
	return s.String()
}

// linkLang gives the language of the link that begins a text, if all of it has one
// that is not the document's.
func linkLang(t doc.Text, document string) string {
	for _, r := range t {
		if r.Link != t[0].Link {
			break
		}
		if r.Lang != t[0].Lang || r.Lang == document {
			return ""
		}
	}
	return t[0].Lang
}

// runStyle is the style of a run inside a block of style st.
func (b *builder) runStyle(st doc.Style, r doc.Run) doc.Style {
	rs := st
	if r.Role != "" {
		c := b.doc.Style(r.Role)
		rs.Family, rs.Weight, rs.Italic, rs.Caps, rs.Tracking = c.Family, c.Weight, c.Italic, c.Caps, c.Tracking
		rs.Figures, rs.SmallCaps = c.Figures, c.SmallCaps
		if c.Color != "" {
			rs.Color = c.Color
		}
		rs.Decoration = cmp.Or(c.Decoration, rs.Decoration)
		switch {
		case c.Size > 0:
			rs.Size = c.Size
		case c.Scale > 0:
			rs.Size = st.Size * c.Scale
		}
	}
	rs = b.doc.Mark(r).On(rs)
	if r.Strong {
		rs.Weight = max(rs.Weight, 700)
	}
	if r.Emph {
		rs.Italic = !rs.Italic
	}
	return rs
}

func typesetAlign(a doc.Align) typeset.Align {
	switch a {
	case doc.AlignEnd:
		return typeset.End
	case doc.AlignCenter:
		return typeset.Center
	case doc.AlignJustify:
		return typeset.Justify
	}
	return typeset.Start
}

// features turns a choice of figures and of capitals into OpenType features. A
// font without small capitals shows small letters: they are never faked.
func features(st doc.Style) []typeset.Feature {
	var tags []string
	switch st.Figures {
	case doc.OldStyleFigures:
		tags = []string{"onum", "pnum"}
	case doc.ProportionalFigures:
		tags = []string{"lnum", "pnum"}
	case doc.TabularFigures:
		tags = []string{"lnum", "tnum"}
	}
	if st.SmallCaps {
		tags = append(tags, "smcp")
	}
	var out []typeset.Feature
	for _, t := range tags {
		out = append(out, typeset.Feature{Tag: t, Value: 1})
	}
	return out
}

// line draws line i with its top at y.
func (p *paragraph) line(cv canvas.Canvas, i int, x, y doc.Pt) {
	l := p.lines[i]
	base := y + p.ascent
	at := func(k int) (rx, w doc.Pt) {
		r := l.Runs[k]
		rx, w = x+l.X+r.X, r.Width
		if p.b.doc.RTL { // distances count from the right; see canvas.Mirror
			rx = x + p.width - l.X - r.X - r.Width
		}
		if k == len(l.Runs)-1 {
			w = min(w, l.Width-r.X) // without the space at the end of the line
		}
		return rx, w
	}
	for k, r := range l.Runs {
		if c := p.inlines[r.Tag].ground; c != nil {
			rx, w := at(k)
			p.ground(cv, *c, rx, base, y, w, r.Size)
		}
	}
	for k, r := range l.Runs {
		in := p.inlines[r.Tag]
		rx, w := at(k)
		cv.Text(in.elem, rx, base, r, in.color)
		decorate(cv, in.decoration, rx, base, w, r.Size, in.color)
		if in.link != "" && in.elem > 0 {
			cv.Link(in.elem, canvas.Rect{X: rx, Y: y, W: w, H: p.style.LineHeight}, in.link, in.words)
		}
	}
}

// box is the whole paragraph, not parted.
func (p *paragraph) box() box {
	lh := p.style.LineHeight
	return box{height: doc.Pt(len(p.lines)) * lh, draw: func(cv canvas.Canvas, x, y doc.Pt) {
		for i := range p.lines {
			p.line(cv, i, x, y+doc.Pt(i)*lh)
		}
	}}
}

// lineBox is line i alone.
func (p *paragraph) lineBox(i int) box {
	return box{height: p.style.LineHeight, draw: func(cv canvas.Canvas, x, y doc.Pt) { p.line(cv, i, x, y) }}
}

// items are the lines of the paragraph, indented by dx, with the margins of the
// style and breaks where orphans and widows allow.
func (p *paragraph) items(dx doc.Pt) []*item {
	n := len(p.lines)
	items := make([]*item, n)
	for i := range items {
		it := &item{part: p.b.part, origin: p.b.at, line: p.onGrid(), box: box{height: p.style.LineHeight, draw: func(cv canvas.Canvas, x, y doc.Pt) {
			p.line(cv, i, x+dx, y)
		}}}
		last := i == n-1
		orphan := i+1 < p.style.Orphans
		widow := n-(i+1) < p.style.Widows
		it.glue = last && p.style.KeepNext || !last && (p.style.KeepTogether || orphan || widow)
		it.parts = !it.glue && !last && p.lines[i].Hyphenated
		it.glue = it.glue || it.parts // no word is parted over two pages
		items[i] = it
	}
	if n > 0 {
		items[0].before, items[n-1].after = p.style.Before, p.style.After
	}
	return items
}

// onGrid says that the paragraph is running text: its lines follow each other at
// the distance of the page's baselines.
func (p *paragraph) onGrid() bool {
	return p.style.Family == doc.BaseFamily && math.Abs(p.style.LineHeight-p.b.doc.Page.Baseline) < slack
}

// natural is the width of the widest line.
func (p *paragraph) natural() doc.Pt {
	var w doc.Pt
	for _, l := range p.lines {
		w = max(w, l.X+l.Width)
	}
	return w
}

// text is a paragraph of a role as one box.
func (b *builder) text(t doc.Text, role doc.Role, width doc.Pt, elem canvas.Elem) box {
	return b.paragraph(t, b.doc.Style(role), width, elem, setOptions{}).box()
}
