package page

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// layoutSeeds is how many random documents the properties are held against.
const layoutSeeds = 25

// TestProperties lays out random documents and holds what must be true of all.
func TestProperties(t *testing.T) {
	for seed := range uint64(layoutSeeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := mixed(t, seed)
			if seed%5 == 4 {
				alongside(d)
			}
			l, inks := see(t, d)
			everyWordInOrder(t, d, l, inks)
			boxesStandApart(t, l)
			nothingIsTornApart(t, d, l, inks)
			pagesAreFull(t, d, l)
			figuresKeepTheirOrder(t, d, l, inks)
			linesStandOnGrid(t, d, l)
		})
	}
}

// mixed makes a document of everything that the flow deals with: paragraphs,
// headings, lists, tables, quotations and figures that float or do not, sections
// with their titles beside them, panels, with a grid or without.
func mixed(t testing.TB, seed uint64) *doc.Document {
	r := rand.New(rand.NewPCG(seed, 7))
	d := release(t, seed)
	d.Page.Grid = seed%3 == 0
	d.Parts[1].Blocks = append(d.Parts[1].Blocks[:2:2], story(t, r, 10+r.IntN(40))...)
	kit := doc.Part{Role: doc.RoleKit, Span: 12, NewPage: seed%2 == 0}
	for i := range 1 + r.IntN(4) {
		id := fmt.Sprint("section-", i)
		kit.Blocks = append(kit.Blocks, &doc.Section{Role: "backgrounder", ID: id, Title: doc.T(prose(r, 2)), Beside: r.IntN(3) > 0, Blocks: story(t, r, 3+r.IntN(20))})
	}
	d.Parts = []doc.Part{d.Parts[0], d.Parts[1], kit, d.Parts[2]}
	return d
}

// story makes blocks of running text with what interrupts it.
func story(t testing.TB, r *rand.Rand, n int) []doc.Block {
	out := []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, 40))}}
	for range n {
		switch r.IntN(12) {
		case 0:
			out = append(out, &doc.Heading{Level: 3, Role: doc.RoleSubhead, Text: doc.T(prose(r, 4))})
		case 1:
			out = append(out, &doc.Callout{Role: doc.RoleQuote, Pull: true,
				Body:        []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.Text{{Text: "“", Role: doc.RoleMark}, {Text: prose(r, 5+r.IntN(30))}}}},
				Attribution: &doc.Attribution{Name: doc.T("Ada Park")}})
		case 2, 3:
			out = append(out, figure(t, r, doc.Float(r.IntN(3)), fmt.Sprint("Figure ", r.Uint64())))
		case 4:
			list := &doc.List{Role: doc.RoleListItem}
			for range 1 + r.IntN(6) {
				list.Items = append(list.Items, doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T(prose(r, 3+r.IntN(30)))}}})
			}
			out = append(out, list)
		case 5:
			table := &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("One")}, {Text: doc.T("Two")}}}}
			for range 1 + r.IntN(20) {
				table.Rows = append(table.Rows, []doc.Cell{{Text: doc.T(prose(r, 1+r.IntN(10)))}, {Text: doc.T(prose(r, 1+r.IntN(30)))}})
			}
			out = append(out, table)
		}
		out = append(out, &doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, 5+r.IntN(120)))})
	}
	return out
}

func figure(t testing.TB, r *rand.Rand, f doc.Float, caption string) *doc.Figure {
	w, h := 30+r.IntN(60), 30+r.IntN(60)
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return &doc.Figure{Role: doc.RoleInline, Float: f, Caption: doc.T(caption),
		Picture: &doc.Picture{Name: caption + ".png", Data: b.Bytes(), Width: w, Height: h, Alt: "grey"}}
}

// everyWordInOrder holds that what is drawn, read in the order in which the author
// wrote it, is the document's text, word for word, and that the tree has it in the
// order of the pages.
func everyWordInOrder(t *testing.T, d *doc.Document, l *Layout, inks []ink) {
	said := make([]strings.Builder, len(l.tree.Nodes))
	for _, k := range inks {
		if k.elem > 0 {
			said[k.elem].WriteString(shown(k.text))
		}
	}
	var got, want strings.Builder
	for _, e := range written(t, d).Reading() {
		if l.tree.Nodes[e].Tag != "Lbl" { // bullets
			got.WriteString(said[e].String())
		}
	}
	for _, s := range doc.Texts(d) {
		want.WriteString(shown(s))
	}
	if a, b := got.String(), want.String(); a != b {
		i := 0
		for i < min(len(a), len(b)) && a[i] == b[i] {
			i++
		}
		t.Errorf("after %q stands\n%q, want\n%q", a[max(0, i-40):i], a[i:min(i+60, len(a))], b[i:min(i+60, len(b))])
	}
	pagesInOrder(t, d, l)
}

// shown is a text without spaces and invisible hyphens.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0\u00ad\u2002\u202f\n", r) {
			return -1
		}
		return r
	}, s)
}

// boxesStandApart holds that nothing leaves the text area and nothing stands
// on anything else.
func boxesStandApart(t *testing.T, l *Layout) {
	for n, s := range l.sheets {
		room, y := l.b.room(s.first), doc.Pt(0)
		for _, bd := range s.bands {
			if bd.top < y-slack {
				t.Errorf("page %d: a band begins at %.1f, the one over it ends at %.1f", n+1, bd.top, y)
			}
			for _, column := range [][]placed{bd.main, bd.side} {
				y, lowest, at := doc.Pt(0), doc.Pt(0), 0
				for _, p := range column {
					if p.column != at {
						y, at = 0, p.column
					}
					if p.y < y-slack {
						t.Errorf("page %d: a box begins at %.1f, the one over it ends at %.1f", n+1, bd.top+p.y, bd.top+y)
					}
					y = p.y + p.height
					lowest = max(lowest, y)
				}
				if bd.top+lowest > room+slack {
					t.Errorf("page %d: a column ends at %.1f of %.1f", n+1, bd.top+lowest, room)
				}
			}
			y = bd.top + bd.height
		}
		side := doc.Pt(0)
		for _, p := range s.margin {
			if p.y < side-slack {
				t.Errorf("page %d: a panel begins at %.1f, the one over it ends at %.1f", n+1, p.y, side)
			}
			side = p.y + p.height
		}
		if side > room+slack {
			t.Errorf("page %d: the sidebar ends at %.1f of %.1f", n+1, side, room)
		}
		if s.foot != nil && l.b.textTop(s.first)+y > s.foot.y {
			t.Errorf("page %d: text stands on the foot", n+1)
		}
	}
}

// column lists the items of the text of a sheet, from the top.
func (s *sheet) column() []*item {
	var items []*item
	for _, bd := range s.bands {
		for _, p := range bd.main {
			items = append(items, p.item)
		}
	}
	return items
}

// nothingIsTornApart holds widows and orphans, that no heading is last on a
// page, and that no quotation is first or last on one.
func nothingIsTornApart(t *testing.T, d *doc.Document, l *Layout, inks []ink) {
	lines := map[canvas.Elem]map[int]map[doc.Pt]bool{}
	for _, k := range inks {
		if k.elem > 0 && l.tree.Nodes[k.elem].Tag == "P" && abs(k.size-d.Style(doc.RoleBody).Size) < 0.01 {
			if lines[k.elem] == nil {
				lines[k.elem] = map[int]map[doc.Pt]bool{}
			}
			if lines[k.elem][k.page] == nil {
				lines[k.elem][k.page] = map[doc.Pt]bool{}
			}
			lines[k.elem][k.page][k.y] = true
		}
	}
	for e, pages := range lines {
		for page, ys := range pages {
			if len(pages) > 1 && len(ys) < 2 {
				t.Errorf("page %d: a single line of paragraph %d", page, e)
			}
		}
	}
	for n, s := range l.sheets[:len(l.sheets)-1] {
		items := s.column()
		if len(items) == 0 {
			continue
		}
		first, last := items[0], items[len(items)-1]
		next := l.sheets[n+1].column()
		if last.heading {
			t.Errorf("page %d: a heading is last", n+1)
		}
		if last.quote && len(next) > 0 && next[0].joins(last) && l.holeBefore(s) <= mostHole*d.Page.Baseline {
			t.Errorf("page %d: a quotation is last", n+1)
		}
		if n == 0 || !first.quote {
			continue
		}
		if l.hole(l.sheets[n-1]) > piece(items, d.Page.Baseline) {
			t.Errorf("page %d: a quotation is first", n+1)
		}
	}
}

// pagesAreFull holds that a page ends in no hole where the text goes on, unless
// what follows has no room in it in one piece.
func pagesAreFull(t *testing.T, d *doc.Document, l *Layout) {
	for n, s := range l.sheets[:len(l.sheets)-1] {
		items, next := s.column(), begun(l.sheets[n+1].column())
		if len(items) == 0 || len(next) == 0 || items[len(items)-1].placed || next[0].newPage || !next[0].joins(items[len(items)-1]) {
			continue // a part or section ends here, or the next keeps the foot company
		}
		if n+2 < len(l.sheets) && l.sheets[n+2].part != l.sheets[n+1].part && l.sheets[n+1].bottom() <= mostCompany*l.b.room(false)+3*d.Page.Baseline {
			continue // the last lines of a part have company
		}
		hole, need := l.hole(s), piece(next, d.Page.Baseline)
		if hole > max(mostHole*d.Page.Baseline, need) {
			t.Errorf("page %d: %.0f pt are empty, though what follows needs %.0f pt", n+1, hole, need)
		}
	}
}

// hole is the room under what stands on a sheet.
func (l *Layout) hole(s *sheet) doc.Pt { return l.b.room(s.first) - s.bottom() }

// holeBefore is the room that there would be without the last items that stay
// together, and without a few lines under figures over them.
func (l *Layout) holeBefore(s *sheet) doc.Pt {
	items, feet := s.column(), []doc.Pt{}
	for _, bd := range s.bands {
		for _, p := range bd.main {
			feet = append(feet, bd.top+p.y+p.height)
		}
	}
	k := len(items) - 1
	for k > 0 && items[k-1].glue {
		k--
	}
	for i := range linesBefore {
		if j := k - i; j > 0 && items[j-1].isFigure() {
			k = j
			break
		}
	}
	if k == 0 {
		return l.b.room(s.first)
	}
	return l.b.room(s.first) - feet[k-1]
}

// begun leaves out what a page repeats at its head, and figures that floated
// there.
func begun(items []*item) []*item {
	for i, it := range items {
		if len(it.reopen) <= i && !it.placed {
			return items[i:]
		}
	}
	return nil
}

// piece is how much room the first items must have that stay together: what is
// no line of text takes up to two lines more on a grid, or beside a panel. A
// quotation at its end or its start may be parted from the rest.
func piece(items []*item, baseline doc.Pt) doc.Pt {
	h, after := doc.Pt(0), items[0].before
	for i, it := range items {
		h += max(after, it.before) + it.height
		if !it.line {
			h += 2 * baseline
		}
		if after = it.after; !it.glue || it.quote || i > 0 && i+1 < len(items) && items[i+1].quote {
			break
		}
	}
	return h
}

// figuresKeepTheirOrder holds that figures never overtake one another, never
// stand on an earlier page than the words before them, and never leave what they
// belong to.
func figuresKeepTheirOrder(t *testing.T, d *doc.Document, l *Layout, inks []ink) {
	said := make([]strings.Builder, len(l.tree.Nodes))
	first, last := make([]ink, len(said)), make([]ink, len(said))
	for i, k := range inks {
		if k.elem > 0 {
			k.y = doc.Pt(i) // what stands in a column is drawn from its head to its foot
			if said[k.elem].Len() == 0 {
				first[k.elem] = k
			}
			said[k.elem].WriteString(shown(k.text))
			last[k.elem] = k
		}
	}
	page, begin, at := map[string]int{}, map[string]int{}, map[string]doc.Pt{}
	for e := range said { // the words of a paragraph are different from those of the others
		words := said[e].String()
		page[words], begin[words], at[words] = last[e].page, first[e].page, first[e].y
	}
	check := func(blocks []doc.Block) {
		before, floatPage, floatY := 0, 0, doc.Pt(0)
		for _, blk := range blocks {
			switch n := blk.(type) {
			case *doc.Para:
				before = page[shown(n.Text.Plain())]
			case *doc.Figure:
				name := shown(n.Caption.Plain())
				if begin[name] < before {
					t.Errorf("%s stands on page %d, the words before it end on %d", name, begin[name], before)
				}
				if n.Float == doc.NoFloat {
					continue
				}
				if begin[name] < floatPage || begin[name] == floatPage && at[name] < floatY {
					t.Errorf("%s on page %d overtook the figure before it", name, begin[name])
				}
				floatPage, floatY = begin[name], at[name]
			}
		}
	}
	for _, p := range d.Parts {
		check(p.Blocks)
		for _, blk := range p.Blocks {
			if s, ok := blk.(*doc.Section); ok {
				check(s.Blocks)
			}
		}
	}
}

// linesStandOnGrid holds that the lines of running text stand on one grid.
func linesStandOnGrid(t *testing.T, d *doc.Document, l *Layout) {
	if !d.Page.Grid {
		return
	}
	for n, s := range l.sheets {
		for _, bd := range s.bands {
			for _, p := range bd.main {
				if off := bd.top + p.y; p.item.line && abs(off-up(off, d.Page.Baseline)) > slack && abs(off-up(off, d.Page.Baseline)) < d.Page.Baseline-slack {
					t.Errorf("page %d: a line stands at %.2f", n+1, off)
				}
			}
		}
	}
}
