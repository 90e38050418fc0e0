package pdfwriter

import (
	"errors"
	"fmt"
	"slices"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// assembly is one writing of a document.
type assembly struct {
	file
	doc      *Document
	catalog  ref
	info     ref
	pageTree ref
	sheets   []sheet // one for each page
	refs     map[*Element]ref
	mcids    map[*piece]mcids
	annots   map[*Element][]structKid
	blank    map[*Element]bool // left out
	ids      map[*Element]string
	idOrder  []*Element
	fonts    map[*font.Font]*fontUse
	inOrder  []*fontUse
	shown    map[*XObject]ref // images and forms in use
	shownIn  []*XObject       // the same, in the order of use
	shades   map[*shade]ref
	shadesIn []*shade
	profiles map[string]ref // colour profiles by their content
	scratch  []byte         // room for the content of a page
}

// sheet is what a page consists of, in order.
type sheet struct {
	page     *Page
	ref      ref
	pieces   []*piece
	owners   []ref // the element of each marked-content identifier
	links    []*link
	linkRefs []ref
	keys     int // the page's entry in the parent tree, or -1
}

// assemble writes the document: first it finds out what is used and in which order, then it writes that.
func (d *Document) assemble(room room) ([]byte, error) {
	if err := d.err(); err != nil {
		return nil, err
	}
	a := &assembly{
		file: file{cache: d.cache, plain: d.opts.Uncompressed, room: room}, doc: d,
		refs: map[*Element]ref{}, mcids: map[*piece]mcids{}, annots: map[*Element][]structKid{}, ids: map[*Element]string{},
		fonts: map[*font.Font]*fontUse{}, shown: map[*XObject]ref{},
	}
	a.catalog, a.info, a.pageTree = a.alloc(), a.alloc(), a.alloc()
	a.arrange()
	if err := a.survey(); err != nil {
		return nil, err
	}
	var errs []error
	for _, u := range a.inOrder {
		if err := a.writeFont(u); err != nil {
			errs = append(errs, fmt.Errorf("pdf: %w", err))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for _, x := range a.shownIn {
		if err := a.writeXObject(x); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
	}
	for _, s := range a.shadesIn {
		a.writeShade(s)
	}
	a.writePages()
	a.writeCatalog(a.writeStructure(), a.writeOutline())
	return a.bytes(a.catalog, a.info), nil
}

// arrange puts the content of each page in the order of the structure tree.
func (a *assembly) arrange() {
	a.sheets = make([]sheet, len(a.doc.pages))
	for i, p := range a.doc.pages {
		a.sheets[i] = sheet{page: p, ref: a.alloc()}
	}
	type placedLink struct {
		*link
		sheet *sheet
	}
	byElement := map[*Element][]placedLink{}
	for i, p := range a.doc.pages {
		for _, l := range p.links {
			byElement[l.elem] = append(byElement[l.elem], placedLink{l, &a.sheets[i]})
		}
	}
	a.blank = map[*Element]bool{}
	a.findBlank(a.doc.root, func(e *Element) bool { return len(byElement[e]) > 0 })
	var visit func(e *Element)
	visit = func(e *Element) {
		if a.blank[e] {
			return
		}
		if e.tag != "" {
			a.refs[e] = a.alloc()
		}
		for _, k := range e.kids {
			if k.elem != nil {
				visit(k.elem)
			}
			for _, pc := range k.pieces {
				if s := &a.sheets[pc.page.index]; pc.painted() {
					s.pieces = append(s.pieces, pc)
				}
			}
		}
		for _, l := range byElement[e] {
			annot := a.alloc()
			a.annots[e] = append(a.annots[e], structKid{sheet: l.sheet, annot: annot})
			l.sheet.links = append(l.sheet.links, l.link)
			l.sheet.linkRefs = append(l.sheet.linkRefs, annot)
		}
	}
	visit(a.doc.root)
}

// findBlank finds the elements that only group or hold text and have nothing in them: a division around a picture that
// turned out to be an ornament. They would be met as nothing, and are left out. It reports whether e is one.
func (a *assembly) findBlank(e *Element, linked func(*Element) bool) bool {
	blank := !linked(e)
	for _, k := range e.kids {
		if k.elem != nil && !a.findBlank(k.elem, linked) || slices.ContainsFunc(k.pieces, (*piece).painted) {
			blank = false
		}
	}
	if blank && e.parent != nil && (e.tag == "" || slices.Contains(mayBeBlank[:], a.doc.standard(e.tag))) {
		a.blank[e] = true
	}
	return a.blank[e]
}

// mayBeBlank are the tags of elements that say nothing by being there.
var mayBeBlank = [...]Tag{Part, Art, Sect, Div, BlockQuote, Caption, P, Span, Quote, NonStruct}

// painted reports whether there is anything in the piece.
func (p *piece) painted() bool {
	for _, c := range p.contents {
		if !c.empty() {
			return true
		}
	}
	return false
}

func (c *Content) empty() bool { return len(c.buf) == 0 && len(c.runs) == 0 }

// contents calls visit for all content of the sheet in the order it is painted.
func (s *sheet) contents(visit func(*Content)) {
	for _, c := range s.page.background {
		visit(c)
	}
	for _, pc := range s.pieces {
		for _, c := range pc.contents {
			visit(c)
		}
	}
	for _, art := range s.page.artifacts {
		visit(art.content)
	}
}

// survey finds the glyphs, images and forms in use.
func (a *assembly) survey() error {
	var bad error
	var visit func(c *Content)
	visit = func(c *Content) {
		if bad != nil {
			return
		}
		for i := range c.runs {
			r := &c.runs[i]
			for _, g := range r.Glyphs {
				if !(abs(g.Advance) <= maxNumber && abs(g.DX) <= maxNumber && abs(g.DY) <= maxNumber) {
					bad = errors.New("pdf: the advance or offset of a glyph is not finite or too large")
				}
			}
			a.use(r.Font).survey(r)
		}
		a.useShades(c, visit)
		for _, x := range c.uses {
			if _, seen := a.shown[x]; seen {
				continue
			}
			a.shown[x] = a.alloc()
			a.shownIn = append(a.shownIn, x)
			if x.form != nil {
				visit(x.form)
			}
		}
	}
	for i := range a.sheets {
		a.sheets[i].contents(visit)
	}
	return bad
}

func abs(f float64) float64 { return max(f, -f) }

func (a *assembly) use(f *font.Font) *fontUse {
	u := a.fonts[f]
	if u == nil {
		u = newFontUse(f, len(a.inOrder), a.alloc())
		a.fonts[f] = u
		a.inOrder = append(a.inOrder, u)
	}
	return u
}

// writePages writes the pages with their content streams and links, and the page tree.
func (a *assembly) writePages() {
	key := 0
	pages := make([]ref, len(a.sheets))
	for i := range a.sheets {
		s := &a.sheets[i]
		pages[i] = s.ref
		s.keys = -1
		if len(s.pieces) > 0 {
			s.keys = key
			key++
		}
	}
	for i := range a.sheets {
		s := &a.sheets[i]
		var res resources
		stream := a.alloc()
		content := a.stream(s, &res)
		a.setStream(stream, new(object), content)
		if !a.plain { // else it goes into the file as it is
			a.scratch = content
		}
		o := new(object).begin().key("Type").name("Page").key("Parent").ref(a.pageTree)
		o.key("MediaBox").nums(0, 0, s.page.width, s.page.height).key("TrimBox").nums(0, 0, s.page.width, s.page.height)
		o.key("Resources").raw(string(a.resources(&res).b)).key("Contents").ref(stream)
		if s.keys >= 0 {
			o.key("StructParents").int(s.keys)
		}
		o.key("Tabs").name("S")
		if res.transparent() {
			o.key("Group").raw("<</S /Transparency /CS /DeviceRGB>>")
		}
		if len(s.links) > 0 {
			o.key("Annots").refs(s.linkRefs)
		}
		a.set(s.ref, o.end())
		for j, l := range s.links {
			a.set(s.linkRefs[j], a.link(l, s, key))
			key++
		}
	}
	o := new(object).begin().key("Type").name("Pages").key("Count").int(len(pages)).key("Kids").refs(pages)
	a.set(a.pageTree, o.end())
}

// stream writes the content of a page and gives out the identifiers of its marked content.
func (a *assembly) stream(s *sheet, res *resources) []byte {
	b := a.scratch[:0]
	var free sequence
	if len(s.page.background) > 0 {
		b = append(b, "/Artifact <</Type /Layout>> BDC\n"...)
		for _, c := range s.page.background {
			b = res.append(b, c, &free)
		}
		b = append(b, "EMC\n"...)
	}
	for _, pc := range s.pieces {
		first := len(s.owners)
		q := sequence{tag: pc.elem.tag, marked: true, next: first}
		for _, c := range pc.contents {
			b = res.append(b, c, &q)
		}
		b = q.end(b)
		for range q.next - first {
			s.owners = append(s.owners, a.refs[pc.elem])
		}
		a.mcids[pc] = mcids{first, q.next}
	}
	for _, art := range s.page.artifacts {
		if !art.content.empty() {
			b = art.kind.begin(b, s.page)
			b = res.append(b, art.content, &free)
			b = append(b, "EMC\n"...)
		}
	}
	return b
}

// mcids are the identifiers of a piece on its page: from, and those after it before to.
type mcids struct{ from, to int }

// begin writes the operator that begins an artifact (ISO 32000-1, table 330).
func (k ArtifactKind) begin(b []byte, p *Page) []byte {
	switch k {
	case ArtifactHeader:
		return append(b, "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n"...)
	case ArtifactFooter:
		return append(b, "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n"...)
	case ArtifactPage:
		return append(b, "/Artifact <</Type /Page>> BDC\n"...)
	case ArtifactBackground:
		o := object{append(b, "/Artifact <</Type /Background /BBox "...)}
		return o.nums(0, 0, p.width, p.height).raw(">> BDC\n").b
	default:
		return append(b, "/Artifact <</Type /Layout>> BDC\n"...)
	}
}

// link writes the annotation of a link (ISO 32000-1, 12.5.6.5). Border 0 leaves the look to the page; flag 4 has it
// printed, as ISO 19005-2, 6.3.2 asks.
func (a *assembly) link(l *link, s *sheet, key int) *object {
	around := l.rects[0]
	for _, r := range l.rects[1:] {
		around = around.union(r)
	}
	h := s.page.height
	o := new(object).begin().key("Type").name("Annot").key("Subtype").name("Link").key("F").int(4).key("Border").nums(0, 0, 0)
	o.key("Rect").nums(around.X, h-around.Y-around.H, around.X+around.W, h-around.Y)
	if len(l.rects) > 1 {
		quads := make([]float64, 0, 8*len(l.rects))
		for _, r := range l.rects {
			top, bottom := h-r.Y, h-r.Y-r.H
			// Readers agree on this order — top left, top right, bottom left, bottom right — and not on that of the standard.
			quads = append(quads, r.X, top, r.X+r.W, top, r.X, bottom, r.X+r.W, bottom)
		}
		o.key("QuadPoints").nums(quads...)
	}
	o.textKey("Contents", l.contents).key("StructParent").int(key).key("P").ref(s.ref)
	if l.uri != "" {
		o.key("A").raw("<</S /URI /URI ").text(l.uri).raw(">>")
	} else {
		o.key("Dest")
		a.dest(o, l.dest)
	}
	return o.end()
}

// dest writes a place as an explicit destination that keeps the zoom (ISO 32000-1, 12.3.2.2).
func (a *assembly) dest(o *object, d Dest) {
	o.raw("[").ref(a.sheets[d.Page.index].ref).raw(" /XYZ null ").num(d.Page.height - d.Y).raw(" null]")
}
