package docx

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
)

// panelHeight estimates the height of a panel.
func (b *builder) panelHeight(title doc.Text, groups []*doc.StatGroup, w doc.Pt) doc.Pt {
	inner := w - 2*panelPadding
	pair := (inner - pairGap) / 2
	h := b.modules(panelTop+panelFoot) + b.fonts.height(title.Plain(), b.d.Style(doc.RoleStatTitle), inner)
	for i, g := range groups {
		h += b.fonts.height(g.Title.Plain(), b.d.Style(doc.RoleStatGroup), inner)
		if i > 0 {
			h += b.modules(groupGap - statRowGap)
		}
		for _, r := range b.statRows(g.Stats, pair) {
			tallest := doc.Pt(0)
			for _, s := range r {
				measure := pair
				if len(r) == 1 && !b.hasRing(s, pair) {
					measure = inner
				}
				tallest = max(tallest, b.withChart(s, b.wordsHeight(s, measure), measure, pair))
			}
			h += tallest + b.modules(statRowGap)
		}
	}
	return h - b.modules(statRowGap)
}

func valueRoles(s *doc.Stat) (value, label doc.Role) {
	if s.Highlight {
		return doc.RoleStatHighlight, doc.RoleStatLabelLarge
	}
	return doc.RoleStatValue, doc.RoleStatLabel
}

// statRows puts highlighted statistics, those with a chart and those too wide for
// a half in rows of their own and the others in pairs, in their order.
func (b *builder) statRows(stats []*doc.Stat, half doc.Pt) (rows [][]*doc.Stat) {
	open := false // the last row takes one more
	for _, s := range stats {
		alone := s.Highlight || s.Chart != nil || b.statWidth(s) > half
		if open && !alone {
			rows[len(rows)-1] = append(rows[len(rows)-1], s)
			open = false
			continue
		}
		rows = append(rows, []*doc.Stat{s})
		open = !alone
	}
	return rows
}

// statWidth is the width of the line of a figure.
func (b *builder) statWidth(s *doc.Stat) doc.Pt {
	w, ok := b.widths[s]
	if !ok {
		w = b.measureStat(s)
		b.widths[s] = w
	}
	return w
}

func (b *builder) measureStat(s *doc.Stat) (w doc.Pt) {
	host, _ := valueRoles(s)
	value := b.d.Style(host)
	last := ' '
	for _, r := range s.Line() {
		look, size := value, value.Size
		if r.Role != "" {
			look = b.d.Style(r.Role)
			size *= look.Scale
		}
		w += b.fonts.advance(r.Text, look, size)
		if first, _ := utf8.DecodeRuneInString(r.Text); spaced(last, first) {
			w += autoSpace * value.Size
		}
		last, _ = utf8.DecodeLastRuneInString(r.Text)
	}
	const sure = 1.02 // Word's own rounding
	return w * sure
}

// panel builds the floating table: a grid of two columns, in which headings and
// highlighted statistics take both.
func (b *builder) panel(pl place, f *flow, title doc.Text, groups []*doc.StatGroup) {
	half := pl.side / 2
	t := &table{style: panelTable, grid: []doc.Pt{half, pl.side - half}, float: b.float(pl),
		caption: b.clean(title.Plain()), description: b.clean(describe(groups))}
	wide := sides[doc.Pt]{start: panelPadding, end: panelPadding}
	inner := inCell(pl.side - 2*panelPadding)
	if len(title) > 0 {
		m := wide
		m.top = b.modules(panelTop)
		t.rows = append(t.rows, row{header: true, cells: []cell{{span: 2, margins: m, content: flow{b.text(doc.RoleStatTitle, inner, title)}}}})
	}
	for i, g := range groups {
		if len(g.Title) > 0 {
			m := wide
			if i > 0 {
				m.top = b.modules(groupGap - statRowGap)
			} else if len(title) == 0 {
				m.top = b.modules(panelTop)
			}
			heading := b.text(doc.RoleStatGroup, inner, g.Title)
			heading.keepNext = true
			t.rows = append(t.rows, row{cells: []cell{{span: 2, margins: m, content: flow{heading}}}})
		}
		rows := b.statRows(g.Stats, (pl.side-2*panelPadding-pairGap)/2)
		for j, pair := range rows {
			m := wide
			m.bottom = b.modules(statRowGap)
			if i == len(groups)-1 && j == len(rows)-1 {
				m.bottom = b.modules(panelFoot)
			}
			// Rows of a group stay together, as a paragraph is kept with the next.
			t.rows = append(t.rows, b.statRow(pair, pl.side, m, j < len(rows)-1))
		}
	}
	if len(t.rows) == 0 {
		return
	}
	*f = append(*f, t)
}

// float is the distance between a panel and the text: a little less than the
// gutter, so that the measure of the text is that of its styles. Before the text it is
// the gutter: LibreOffice begins the lines there, and Word at the indent of the text.
func (b *builder) float(pl place) *float {
	gap := b.d.Page.Gutter
	if !pl.sideFirst {
		gap *= 0.6
	}
	f := &float{gap: gap, below: b.modules(panelBelow), head: pl.head, first: pl.sideFirst}
	if pl.bounded { // what follows over the whole width has its own space
		f.below = 0
	}
	return f
}

// statRow builds one or two statistics.
func (b *builder) statRow(pair []*doc.Stat, w doc.Pt, m sides[doc.Pt], keep bool) row {
	half := w/2 - panelPadding - pairGap/2
	left, right := m, m
	left.end, right.start = pairGap/2, pairGap/2
	if b.hasRing(pair[0], half) {
		return row{cells: b.ringCells(pair[0], half, left, right, doc.AlignEnd, keep)}
	}
	if len(pair) == 1 {
		return row{cells: []cell{{span: 2, margins: m, content: b.stat(inCell(w-2*panelPadding), pair[0], keep)}}}
	}
	return row{cells: []cell{
		{margins: left, content: b.stat(inCell(half), pair[0], keep)},
		{margins: right, content: b.stat(inCell(half), pair[1], keep)},
	}}
}

// stat builds value, label, chart and notes.
func (b *builder) stat(pl place, s *doc.Stat, keep bool) flow {
	value, label := valueRoles(s)
	f := flow{b.para(paragraphID(value), pl, b.statLine(s, value)...)}
	if len(s.Label) > 0 {
		f = append(f, b.text(label, pl, s.Label))
	}
	if p := b.chart(pl, s); p != nil {
		f = append(f, p)
	}
	for _, n := range s.Notes {
		f = append(f, b.text(doc.RoleStatNote, pl, n))
	}
	f[0].(*paragraph).keepNext = keep
	return f
}

// tightGap is the space between a symbol and the value close to it, in em of the
// symbol.
const tightGap = 0.1

// statLine sets prefix, value and unit. The space after a symbol is that of its
// last character, since a space character would be read and copied; the digits
// stay in one run.
func (b *builder) statLine(s *doc.Stat, host doc.Role) []inline {
	line := b.runs(s.Line(), host)
	if !s.PrefixTight || len(s.Prefix) == 0 {
		return line
	}
	prefix := doc.RolePrefix
	if s.Highlight {
		prefix = doc.RolePrefixLarge
	}
	cs := b.sheet.character(prefix, host, nil)
	for n := len(line) - 1; n >= 0; n-- {
		r, ok := line[n].(*run)
		if !ok || r.style != cs.id || r.text == "" {
			continue
		}
		tight := b.sheet.characterVariant(cs.id, cs.name+" Tight", func(v *style) { v.tracking = (tightGap + cs.look.Tracking) * cs.size })
		chars := []rune(r.text)
		last := *r
		last.text, last.style = string(chars[len(chars)-1:]), tight.id
		if len(chars) == 1 {
			line[n] = &last
			break
		}
		r.text = string(chars[:len(chars)-1])
		line = slices.Insert(line, n+1, inline(&last))
		break
	}
	return line
}

// describe lists the headings of a panel for screen readers.
func describe(groups []*doc.StatGroup) string {
	var titles []string
	for _, g := range groups {
		if t := g.Title.Plain(); t != "" {
			titles = append(titles, t)
		}
	}
	return strings.Join(titles, "; ")
}
