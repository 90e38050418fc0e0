package page

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// written is the structure of a document as it is declared, in the order in which
// the author wrote it.
func written(t testing.TB, d *doc.Document) *canvas.Tree {
	t.Helper()
	l, err := New(t.Context(), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l.tree
}

// pagesInOrder holds that the tree is read page by page, but for what stands in the
// middle of a block of three pages; that everything in it is read once; that blocks
// which stay are read as they were written; and that one which moves is read elsewhere
// only where it would go against the pages, and then where it is seen.
func pagesInOrder(t *testing.T, d *doc.Document, l *Layout) {
	t.Helper()
	at := l.extents()
	reading := l.tree.Reading()
	block, page := canvas.Root, 0 // that was read last
	of := map[canvas.Elem]canvas.Elem{}
	blocks := blocksOf(l.tree, l.b)
	for _, e := range reading {
		if of[e] = of[l.tree.Nodes[e].Parent]; slices.Contains(blocks, e) {
			of[e] = e
		}
		x := at[e]
		if len(l.tree.Kids(e)) > 0 || x.first == 0 {
			continue
		}
		if inside := at[block].first < x.first && x.last < at[block].last; x.first < page && !(inside && l.b.moves[of[e]]) {
			t.Errorf("%s on page %d is read after what stands on page %d", l.tree.Nodes[e].Tag, x.first, page)
		}
		block, page = of[e], x.last
	}
	if n := len(slices.Compact(slices.Sorted(slices.Values(reading)))); n != len(l.tree.Nodes) || n != len(reading) {
		t.Errorf("%d elements are read, %d different ones of %d", len(reading), n, len(l.tree.Nodes))
	}

	own := written(t, d)
	stays := func(e canvas.Elem) bool {
		return !l.b.moves[e] && int(e) < len(own.Nodes) && at[e].first > 0 && !l.b.flows[e]
	}
	split := func(es []canvas.Elem) (stay []canvas.Elem, slot map[canvas.Elem]int) {
		slot = map[canvas.Elem]int{}
		for _, e := range es {
			if stays(e) {
				stay = append(stay, e)
			}
			slot[e] = len(stay)
		}
		return stay, slot
	}
	stay, was := split(blocksOf(own, l.b))
	after, is := split(blocks)
	if !slices.Equal(stay, after) {
		t.Errorf("blocks that stay were written %v, and are read %v", stay, after)
	}
	for e, s := range was {
		if n := is[e]; n != s && l.b.moves[e] {
			fits := (s == 0 || at[stay[s-1]].last <= at[e].first) && (s == len(stay) || at[stay[s]].first >= at[e].last)
			next := n // after headings, which stay with what they head
			for next < len(stay)-1 && isHeading(l.tree.Nodes[stay[next]].Tag) {
				next++
			}
			seen := next == len(stay) || at[stay[next]].met > at[e].met || at[stay[next]].last > at[e].first
			if fits || n > s && l.tree.Nodes[e].Tag != canvas.Aside && !seen {
				t.Errorf("%s of page %d is read after %d blocks rather than %d", l.tree.Nodes[e].Tag, at[e].first, n, s)
			}
		}
	}
}

// blocksOf lists the blocks of the text of a tree as they are read.
func blocksOf(tree *canvas.Tree, b *builder) []canvas.Elem {
	var out []canvas.Elem
	var visit func(e canvas.Elem)
	visit = func(e canvas.Elem) {
		for _, k := range tree.Kids(e) {
			if out = append(out, k); b.flows[k] && !b.moves[k] {
				visit(k)
			}
		}
	}
	visit(canvas.Root)
	return out
}

// TestOrderIsKept holds that a tree that has been ordered is in order.
func TestOrderIsKept(t *testing.T) {
	for seed := range uint64(layoutSeeds) {
		l, _ := see(t, mixed(t, seed))
		before := l.tree.Reading()
		if l.order(); !slices.Equal(l.tree.Reading(), before) {
			t.Errorf("seed %d: drawn twice it is read in another order", seed)
		}
	}
}

// TestFiguresStayBesideHeadings holds that a figure that floats does not take along
// the heading that stands beside it.
func TestFiguresStayBesideHeadings(t *testing.T) {
	for before := 8; before < 40; before += 4 {
		d := release(t, 1)
		d.Parts[1].Offset, d.Parts[1].Span = 4, 8
		r := rand.New(rand.NewPCG(1, 1))
		row := &doc.Row{
			Label:  []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Beside")}},
			Blocks: []doc.Block{figure(t, r, doc.FloatTop, "The figure")},
		}
		d.Parts[1].Blocks = []doc.Block{lines(before), row, lines(20), lines(20), lines(20)}
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		at := map[string]int{}
		for i, k := range inks {
			if at[k.text] == 0 {
				at[k.text] = i
			}
		}
		if h, f := at["Beside"], at["The figure"]; h == 0 || f < h || inks[h].page != inks[f].page {
			t.Fatalf("%d lines over them: the heading is run %d, the figure %d", before, h, f)
		}
		if next := inks[at["The figure"]+1]; next.page < inks[at["Beside"]].page {
			t.Errorf("%d lines over it: the text under the heading stands over it", before)
		}
	}
}
