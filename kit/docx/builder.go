package docx

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
)

// Names of parts and kinds of relationships.
const (
	documentPart = "word/document.xml"
	fontPart     = "word/fontTable.xml"

	officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	coreRel   = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

	wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docType  = "application/vnd.openxmlformats-officedocument."
	coreType = "application/vnd.openxmlformats-package.core-properties+xml"
)

// builder turns one document into one package.
type builder struct {
	format Format
	d      *doc.Document
	pages  map[string]int // of sections, as far as known
	total  int            // pages; 0 if unknown
	cache  *Cache
	pkg    *opc.Package
	fonts  *fontBook
	sheet  *sheet
	markup *markup

	outer   doc.Page // the page with its sidebar
	measure doc.Pt   // the width of the text beside it
	strip   marginStrip
	before  doc.Pt // about how high the parts before this one are
	heights map[estimate]doc.Pt
	widths  map[*doc.Stat]doc.Pt // of their figures

	part         string   // that is being built
	current      *section // that is being built
	columnsOf    int      // of running text where blocks are built now
	heading      string   // the last one
	paragraphs   []*paragraph
	tables       []*table // that are inset
	quotes       map[quoteKind]*evenness
	portraits    []hung            // beside quotations
	targets      map[string]string // block id → bookmark name
	marked       map[string]bool   // block ids whose bookmark stands in the text
	ranges       map[string]string // block id → bookmark name of the sections from there, until it is written
	openRange    int64             // bookmark of the sections that are being built; 0 for none
	firstRange   *rangeEdge        // where that of the first of them begins; nil without a list of them
	listed       map[string]bool   // block ids of that list
	media        map[mediaKey]medium
	files        map[string][]byte   // pictures in the package as they are, by part
	besideNext   map[*doc.Aside]bool // panels beside the text of the next page; whether at its head
	room         doc.Pt              // height left for a panel on its page, as far as known
	drawings     uint32
	charts       map[*doc.Stat]*chartFrame
	layers       int64 // of what is anchored to a page
	bookmarks    int64
	headers      int       // written so far
	headed       bool      // there is a header of later pages
	furniture    []pending // headers and footers
	lists        []orderedList
	scripts      []script // see writtenIn
	scriptsKnown bool
	complexLang  string                      // see complexLanguage
	complexCode  string                      // of its script
	patterns     map[string]*hyphen.Patterns // by language, as far as asked for; see divide
	err          error                       // the first problem of the text
}

func newBuilder(f Format, d *doc.Document) *builder {
	cache := f.Cache
	if cache == nil {
		cache = NewCache()
	}
	fonts := newFontBook(d.Theme, cache)
	fonts.script = scriptOf(d.Lang)
	fonts.settleMajor(d)
	outer := d.Page
	d, measure := besideStrip(closedUp(d))
	b := &builder{outer: outer, measure: measure, format: f, d: d, cache: cache, pkg: &opc.Package{Compressor: &cache.compressor}, fonts: fonts, sheet: newSheet(d, fonts, measure),
		listed: listed(d), targets: bookmarkNames(d), marked: map[string]bool{}, charts: map[*doc.Stat]*chartFrame{}, ranges: map[string]string{}, heights: map[estimate]doc.Pt{}, widths: map[*doc.Stat]doc.Pt{}, quotes: map[quoteKind]*evenness{}, besideNext: map[*doc.Aside]bool{}, media: map[mediaKey]medium{}, files: map[string][]byte{}, part: documentPart}
	b.markup = &markup{cache: cache, theme: d.Theme, rtl: d.RTL, sheet: b.sheet, page: d.Page, headerAt: b.headerDistance()}
	b.markup.page.Bottom -= b.air()
	return b
}

func (b *builder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// clean passes text on and notes characters that XML 1.0 cannot hold (its
// production 2), which would make the file unreadable.
func (b *builder) clean(s string) string {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				b.fail(fmt.Errorf("docx: text is not UTF-8 at byte %d of %.40q", i, s))
				return ""
			}
		}
		if !allowed(r) {
			b.fail(fmt.Errorf("docx: a Word document cannot hold the character %U, in %.40q", r, s))
			return ""
		}
	}
	return s
}

func allowed(r rune) bool {
	switch {
	case r >= 0x20 && r <= 0xD7FF, r == '\t', r == '\n', r >= 0xE000 && r <= 0xFFFD, r >= 0x10000:
		return true
	}
	return false
}

// para makes a paragraph in a place.
func (b *builder) para(style string, pl place, content ...inline) *paragraph {
	b.divide(content, b.sheet.style(style), pl.width)
	p := &paragraph{style: style, content: content, start: pl.start, end: pl.end}
	b.paragraphs = append(b.paragraphs, p)
	return p
}

// text makes a paragraph of a role.
func (b *builder) text(r doc.Role, pl place, t doc.Text) *paragraph {
	return b.para(paragraphID(r), pl, b.runs(t, r)...)
}

// gap is an empty paragraph, least high. It stands only where the format wants a
// paragraph: between two tables, which would grow together, after a table at the
// end of a cell, a header or a section, and where a title or a table beside the
// text needs something to hang on.
func (b *builder) gap(pl place) *paragraph { return b.para(gap, pl) }

// space parts what follows from what stands in a flow. It belongs to what goes
// before, so that it vanishes at the end of a page; only below columns it is a
// paragraph, since the last lines would have it in one of the columns alone.
func (b *builder) space(f *flow, height doc.Pt) {
	n := len(*f)
	if n == 0 {
		return
	}
	switch last := (*f)[n-1].(type) {
	case *paragraph:
		switch columns := last.section != nil && last.section.columns > 1; {
		case columns:
			if height = max(height, b.takeSpaceAfter(*f)); height == 0 {
				return
			}
			g := b.gap(place{})
			g.line = height
			*f = append(*f, g)
		case last.under:
			b.apart(last, height)
		case last.style == gap && last.line > 0:
			last.line = max(last.line, height)
		case last.style == gap && n > 1 && last.section != nil:
			if t, ok := (*f)[n-2].(*table); ok {
				t.after = max(t.after, height)
			}
		case last.frame == nil && last.style != gap:
			b.apart(last, height)
		}
	case *table:
		last.after = max(last.after, height)
	}
}

// takeSpaceAfter takes the space that a flow ends with from what has it: from the
// last paragraph, or from a table that only gaps follow.
func (b *builder) takeSpaceAfter(f flow) (height doc.Pt) {
	for i := len(f) - 1; i >= 0; i-- {
		switch last := f[i].(type) {
		case *paragraph:
			if last.style == gap && last.line == 0 {
				continue
			}
			if height = b.spaceAfter(f[:i+1]); last.style == gap {
				last.line = 0
			} else {
				last.after = ptr(doc.Pt(0))
			}
		case *table:
			height, last.after = last.after, 0
		}
		return height
	}
	return 0
}

// apart gives a paragraph at least some space after it.
func (b *builder) apart(p *paragraph, height doc.Pt) {
	after := b.sheet.style(p.style).look.After
	if p.after != nil {
		after = *p.after
	}
	p.after = ptr(max(after, height))
}

// closed gives a flow that may stand in the body, a cell or a header: tables have
// the space around them that they want, they are parted from each other, and the
// flow ends with a paragraph.
func (b *builder) closed(f flow) flow {
	parted := make(flow, 0, len(f)+1)
	for i, e := range f {
		if t, ok := e.(*table); ok && i > 0 {
			b.space(&parted, t.before)
			if _, above := f[i-1].(*table); above {
				parted = append(parted, b.gap(place{}))
			}
		}
		parted = append(parted, e)
	}
	out := make(flow, 0, len(parted)+1)
	for i, e := range parted {
		out = append(out, e)
		if t, ok := e.(*table); ok {
			t.describe()
			if i < len(parted)-1 {
				b.spaceBelow(&out, t, parted[i+1])
			}
		}
	}
	if n := len(out); n > 0 {
		if _, ok := out[n-1].(*paragraph); ok {
			return out
		}
	}
	return append(out, b.gap(place{}))
}

// spaceBelow parts a table, which has no margins, from what follows it: by the
// space before a paragraph, otherwise by the height of a gap that is there anyway,
// the padding of its own last row, or, if that would move a rule of it, by a gap.
func (b *builder) spaceBelow(f *flow, t *table, next element) {
	if t.after == 0 || t.float != nil {
		return
	}
	p, ok := next.(*paragraph)
	switch {
	case ok && p.frame == nil && p.style != gap:
		p.before = ptr(max(b.spaceBefore(p), t.after))
	case ok && p.style == gap && p.section == nil && len(p.content) == 0 && !p.keepNext:
		p.line = max(p.line, t.after)
	case len(t.rows) > 0 && !b.sheet.ruledBelow(t):
		t.padBelow(t.after)
		if ok && p.frame != nil { // LibreOffice takes the space away before columns too
			b.hangOver(t)
		}
	default:
		g := b.gap(place{})
		g.line = t.after
		*f = append(*f, g)
	}
}

// hangOver lets the space below the last row of a table go over the foot of a page, so
// that it takes no room there: such a row may be parted. Of one with several lines
// LibreOffice would part those.
func (b *builder) hangOver(t *table) {
	r := &t.rows[len(t.rows)-1]
	column := 0
	for _, c := range r.cells {
		width := -c.margins.start - c.margins.end
		for range max(c.span, 1) {
			width += t.grid[column]
			column++
		}
		p, ok := c.content[0].(*paragraph)
		if !ok || len(c.content) > 1 || b.flowHeight(c.content, width*sureMeasure) >= 2*b.sheet.style(p.style).look.LineHeight {
			return
		}
	}
	r.split = true
}

// bookmarkNames gives each block that has an ID the name of its bookmark: at
// most forty letters, digits and underscores, unique without regard to case.
func bookmarkNames(d *doc.Document) map[string]string {
	names, taken := map[string]string{}, map[string]bool{}
	add := func(id string) {
		if id == "" || names[id] != "" {
			return
		}
		const most = 34 // leaves room for a number
		var s strings.Builder
		for _, r := range id {
			if s.Len() >= most {
				break
			}
			if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				r = '_'
			}
			s.WriteRune(r)
		}
		base := s.String()
		if !unicode.IsLetter(rune(base[0])) {
			base = "id_" + base
		}
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s_%d", base, n)
		}
		taken[strings.ToLower(name)] = true
		names[id] = name
	}
	doc.Walk(d, func(_ []doc.Block, blk doc.Block) {
		switch blk := blk.(type) {
		case *doc.Heading:
			add(blk.ID)
		case *doc.Section:
			add(blk.ID)
		case *doc.Figure:
			add(blk.ID)
		}
	})
	return names
}

// mark puts the bookmark of a block around what opens it.
func (b *builder) mark(id string, content []inline) []inline {
	name, ok := b.targets[id]
	if !ok || b.marked[id] {
		return content
	}
	b.marked[id] = true
	edges := b.opens(id)
	b.bookmarks++
	return append(edges, b.around(name, content)...)
}

// around puts a bookmark of the number that is next around content, but for links,
// which cannot stand inside: what follows the first of them stays outside.
func (b *builder) around(name string, content []inline) []inline {
	m := &bookmark{id: b.bookmarks, name: name}
	for i, c := range content {
		switch c.(type) {
		case *link, *bookmark:
			return append([]inline{m}, content[i:]...)
		}
		m.content = append(m.content, c)
	}
	return []inline{m}
}
