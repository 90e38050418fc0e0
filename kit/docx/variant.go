package docx

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
)

// What a paragraph needs beside its style comes from its place: an indent, more
// space before a table, a rule on top. None of it is put on the paragraph. It
// becomes a style of its own, based on the main one and named after what is
// different, so that the main style still rules over all of them.

// departure is what a paragraph has otherwise than its style.
type departure struct {
	style         string
	start, end    doc.Pt
	before, after doc.Pt
	line          doc.Pt
	align         doc.Align
	keepNext      bool
	whole         bool
	top, bottom   rule
}

func departureOf(p *paragraph, s *style) departure {
	d := departure{style: s.id, start: p.start, end: p.end, before: s.look.Before, after: s.look.After, line: s.look.LineHeight, align: s.look.Align,
		keepNext: (s.look.KeepNext || p.keepNext) && !p.unkept, whole: s.look.KeepTogether || p.whole, top: s.borders.top, bottom: s.borders.bottom}
	if p.before != nil {
		d.before = *p.before
	}
	if p.after != nil {
		d.after = *p.after
	}
	if p.line != 0 {
		d.line = p.line
	}
	if p.align != nil {
		d.align = *p.align
	}
	if p.top.width != 0 {
		d.top = p.top
	}
	if p.bottom.width != 0 {
		d.bottom = p.bottom
	}
	return d
}

// name names the style of a departure.
func (d departure) name(s *style) string {
	name := shownName(s.name)
	add := func(differs bool, word string) {
		if differs {
			name += " " + word
		}
	}
	add(d.start > s.start, "Indented")
	add(d.start < s.start, "Outdented")
	add(d.start == s.start && d.end < s.end, "Wide")
	add(d.start == s.start && d.end > s.end, "Narrow")
	opening := d.top != s.borders.top
	add(opening, "Opening")
	add(d.bottom != s.borders.bottom && d.bottom.color != s.ground(), "Over Rule")
	add(d.bottom != s.borders.bottom && d.bottom.color == s.ground(), "Lengthened")
	add(d.before > s.look.Before, "Spaced Before")
	add(d.before < s.look.Before && !opening, "Close")
	add(d.after > s.look.After, "Spaced After")
	add(d.after < s.look.After, "Tight")
	add(d.line != s.look.LineHeight, "Line")
	if d.align != s.look.Align {
		name += [...]string{" Start", " End", " Centered", " Justified"}[d.align]
	}
	add(d.keepNext && !s.look.KeepNext, "Kept")
	add(!d.keepNext && s.look.KeepNext, "Loose")
	add(d.whole && !s.look.KeepTogether, "Whole")
	return name
}

// ground is the colour behind the words of a style.
func (s *style) ground() doc.ColorName { return cmp.Or(s.fill, doc.Paper) }

// amongText are the styles that a writer puts among paragraphs of text, whose indents
// they have even where the kit has them elsewhere alone.
var amongText = []string{
	paragraphID(doc.RoleSubhead), paragraphID(doc.RoleSubhead2), paragraphID(doc.RoleCaption),
	paragraphID(doc.RoleQuoteBlock), paragraphID(doc.RoleCode), paragraphID(doc.RoleEndMark),
	listBullet, listBullet + "2", listBullet + "3", listNumber, listNumber + "2", listNumber + "3", listContinue, divider, figureStyle,
}

// unlessPlaced are those that layouts may give a place of their own: they have the
// indents of the text where the kit has none of them.
var unlessPlaced = []string{
	paragraphID(doc.RoleLede), paragraphID(doc.RoleQuote), paragraphID(doc.RoleAttributionName), paragraphID(doc.RoleAttributionTitle),
}

// settle gives each style the indents of the place that it belongs to, the one
// furthest to the start and there the most frequent, and gives paragraphs
// elsewhere styles of their own.
func (b *builder) settle() {
	type indent struct{ start, end doc.Pt }
	type styled struct {
		id string
		at indent
	}
	counts := map[styled]int{}
	best := map[string]indent{}
	for _, p := range b.paragraphs {
		at := indent{p.start, p.end}
		counts[styled{p.style, at}]++
		top, ok := best[p.style]
		if !ok || at.start < top.start || at.start == top.start && counts[styled{p.style, at}] > counts[styled{p.style, top}] {
			best[p.style] = at
		}
	}
	if at, ok := best[paragraphID(doc.RoleBody)]; ok {
		for _, id := range amongText {
			if b.sheet.byID[id] != nil {
				best[id] = at
			}
		}
		for _, id := range unlessPlaced {
			if _, used := best[id]; !used && b.sheet.byID[id] != nil {
				best[id] = at
			}
		}
	}
	for id, at := range best {
		if s := b.sheet.style(id); !s.isDefault && !s.anywhere {
			s.start, s.end = at.start, at.end
		}
	}
	for _, e := range b.quotes {
		for s := range e.styles {
			s.narrow(e.spare)
		}
	}
	made := map[departure]string{}
	for _, p := range b.paragraphs {
		s := b.sheet.style(p.style)
		if s.anywhere {
			p.start, p.end = s.start, s.end
		}
		d := departureOf(p, s)
		if d == departureOf(&paragraph{start: s.start, end: s.end}, s) {
			continue
		}
		id, ok := made[d]
		if !ok {
			id = b.sheet.depart(s, d).id
			made[d] = id
		}
		p.style = id
	}
}

// settleTables gives each table style the place of its tables, if all have one: a table
// that is put in stands where the others do. From right to left such places are no
// indents (bidi.go).
func (b *builder) settleTables() {
	places := map[string]doc.Pt{}
	several := map[string]bool{plainTable: true}
	for _, t := range b.tables {
		at, there := places[t.style]
		several[t.style] = several[t.style] || t.float != nil || there && at != t.start
		places[t.style] = t.start
	}
	for id, at := range places {
		if !several[id] && !b.d.RTL {
			b.sheet.style(id).start = at
		}
	}
}

// evenness is by how much the measure of quotations of one kind can be narrowed so
// that their lines come out even: the least that any of them can do without. The
// styles of words and speaker share it, since one bar runs along lines of the
// same indents alone.
type evenness struct {
	spare  doc.Pt
	styles map[*style]bool
}

// narrow takes so much from the measure of a style: from both sides of what is
// centred. Rules and grounds keep theirs.
func (s *style) narrow(spare doc.Pt) {
	switch {
	case s.borders.top.width > 0:
	case s.look.Align == doc.AlignCenter:
		s.inner += spare / 2
		s.innerEnd += spare / 2
	default:
		s.innerEnd += spare
	}
}

type quoteKind struct {
	role doc.Role
	at   quotePlace
}

func (b *builder) evenness(r doc.Role, at quotePlace) *evenness {
	kind := quoteKind{r, at}
	if b.quotes[kind] == nil {
		b.quotes[kind] = &evenness{b.d.Page.Width, map[*style]bool{}}
	}
	return b.quotes[kind]
}

func (e *evenness) add(s *style, spare doc.Pt) {
	e.styles[s] = true
	e.spare = min(e.spare, spare)
}

// depart makes the style of a departure. Two that would have one name are
// counted.
func (s *sheet) depart(base *style, d departure) *style {
	name := d.name(base)
	for n, first := 2, name; s.byID[styleID(name)] != nil; n++ {
		name = first + " " + strconv.Itoa(n)
	}
	// Who writes in another column looks for the styles of the text there.
	offered := (base.id == paragraphID(doc.RoleBody) || slices.Contains(amongText, base.id)) && base.quick &&
		d == departureOf(&paragraph{start: d.start, end: d.end}, base)
	return s.variant(base.id, name, func(v *style) {
		v.hidden = !offered
		v.start, v.end = d.start, d.end
		v.look.Before, v.look.After, v.look.LineHeight, v.look.Align, v.look.KeepNext, v.look.KeepTogether = d.before, d.after, d.line, d.align, d.keepNext, d.whole
		v.borders.top, v.borders.bottom = d.top, d.bottom
	})
}

// variant gives the style of a name that is based on another and differs as
// change says.
func (s *sheet) variant(base, name string, change func(*style)) *style {
	if st, ok := s.byID[styleID(name)]; ok {
		return st
	}
	b := s.style(base)
	v := *b
	v.id, v.name, v.builtin, v.isDefault, v.basedOn, v.priority = "", name, false, false, base, b.priority
	v.quick, v.hidden = false, true
	if v.next == "" && v.list == 0 { // a new style would take the number of a list away
		v.next = base
	}
	change(&v)
	return s.add(&v)
}

// firstIndent is the style of a paragraph that follows another one. It is not Word's
// own Body Text First Indent, which LibreOffice takes for another and saves so.
func (s *sheet) firstIndent(r doc.Role, indent doc.Pt) string {
	base := s.style(paragraphID(r))
	return s.variant(base.id, base.name+" Following", func(v *style) {
		v.firstLine, v.next, v.hidden = indent, "", false
	}).id
}
