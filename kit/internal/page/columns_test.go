package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// inTwo makes a random document whose text stands in columns, with quotations
// over all of them.
func inTwo(t testing.TB, seed uint64, columns int) *doc.Document {
	d := mixed(t, seed)
	quote := d.Styles[doc.RoleQuote]
	quote.SpanAll = seed%4 != 3
	d.Styles[doc.RoleQuote] = quote
	lede := d.Styles[doc.RoleLede]
	lede.SpanAll = true
	d.Styles[doc.RoleLede] = lede
	for i := 1; i < 3; i++ {
		d.Parts[i].Span, d.Parts[i].Columns = 12, columns
	}
	return d
}

// TestColumns holds of random documents in columns what must be true of all, and
// that the columns of a page end level.
func TestColumns(t *testing.T) {
	for seed := range uint64(layoutSeeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := inTwo(t, seed, 2+int(seed%2))
			l, inks := see(t, d)
			everyWordInOrder(t, d, l, inks)
			boxesStandApart(t, l)
			figuresKeepTheirOrder(t, d, l, inks)
			linesStandOnGrid(t, d, l)
			columnsAreSound(t, l)
		})
	}
}

// columnsAreSound holds that no column ends with a heading, with half a word or
// with a line that must not stand alone, and that columns end level but for what
// cannot be parted.
func columnsAreSound(t *testing.T, l *Layout) {
	for n, s := range l.sheets {
		for _, bd := range s.bands {
			if bd.columns < 2 {
				continue
			}
			var feet []doc.Pt
			var highest doc.Pt
			for at := 0; at < len(bd.main); {
				end := at
				for end < len(bd.main) && bd.main[end].column == bd.main[at].column {
					highest = max(highest, stay(bd.main, end))
					end++
				}
				last := bd.main[end-1]
				if end < len(bd.main) && last.item.glue && !last.item.parts && !last.item.inner && stay(bd.main, end) < bd.height-slack {
					t.Errorf("page %d: column %d is parted where it should not", n+1, last.column+1)
				}
				feet = append(feet, last.y+last.height)
				at = end
			}
			for len(feet) < bd.columns {
				feet = append(feet, 0)
			}
			if gap := slices.Max(feet) - slices.Min(feet); gap > doc.Pt(bd.columns)*(highest+2*l.b.doc.Page.Baseline) {
				t.Errorf("page %d: columns end at %.0f; what is not parted is %.0f high", n+1, feet, highest)
			}
		}
	}
}

// stay is how high what stays together around an item is.
func stay(column []placed, i int) doc.Pt {
	from, to := i, i
	for from > 0 && column[from-1].item.glue {
		from--
	}
	for to+1 < len(column) && column[to].item.glue {
		to++
	}
	var h doc.Pt
	for _, p := range column[from : to+1] {
		h += p.height + p.item.before + p.item.after
	}
	return h
}

// TestColumnsLevel holds that plain paragraphs end within a few lines of each other in
// all columns.
func TestColumnsLevel(t *testing.T) {
	for n := 2; n < 60; n++ {
		d := release(t, 1)
		d.Page.Grid = true
		d.Parts[1].Blocks = []doc.Block{lines(n), lines(n), lines(4)}
		d.Parts[1].Span, d.Parts[1].Columns, d.Parts[1].NewPage = 12, 2, true
		d.Parts = d.Parts[1:2]
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		for _, s := range l.sheets {
			for _, bd := range s.bands {
				feet := map[int]doc.Pt{}
				for _, p := range bd.main {
					feet[p.column] = p.y + p.height
				}
				if bd.columns == 2 && abs(feet[0]-feet[1]) > 3*d.Page.Baseline+slack {
					t.Errorf("%d lines: columns end at %.0f and %.0f", n, feet[0], feet[1])
				}
			}
		}
	}
}

// TestColumnsLevelAtQuotation holds that columns with a quotation in one of them end
// about level too: it may begin or end a column then.
func TestColumnsLevelAtQuotation(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for n := 5; n < 30; n++ {
		d := release(t, 1)
		d.Page.Grid = true
		d.Parts[1].Blocks = []doc.Block{lines(3), pull(r), lines(n)}
		d.Parts[1].Span, d.Parts[1].Columns, d.Parts[1].NewPage = 12, 2, true
		d.Parts = d.Parts[1:2]
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		feet := map[int]doc.Pt{}
		var quote doc.Pt
		for _, p := range l.sheets[0].bands[0].main {
			feet[p.column] = p.y + p.height
			if p.item.quote {
				quote = p.height
			}
		}
		if gap := abs(feet[0] - feet[1]); gap > quote/2+4*d.Page.Baseline {
			t.Errorf("%d lines: columns end %.0f pt apart", n, gap)
		}
	}
}

// TestColumnsAreWithinTheSheet holds that columns share their frame with gutters
// between them, from right to left mirrored.
func TestColumnsAreWithinTheSheet(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		d := release(t, 1)
		d.RTL = rtl
		r := rand.New(rand.NewPCG(1, 1))
		d.Parts[1].Blocks = []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, 200))}}
		d.Parts[1].Span, d.Parts[1].Columns = 12, 2
		d.Parts = d.Parts[1:2]
		_, inks := see(t, d)
		sides := [2]int{}
		middle := d.Page.Start + d.Page.TextWidth()/2
		first := -1
		for _, k := range inks {
			if abs(k.size-d.Style(doc.RoleBody).Size) > 0.01 {
				continue
			}
			switch {
			case k.x+k.w <= middle-d.Page.Gutter/2+5:
				sides[0]++
				if first < 0 {
					first = 0
				}
			case k.x >= middle+d.Page.Gutter/2-5:
				sides[1]++
				if first < 0 {
					first = 1
				}
			default:
				t.Errorf("%q stands across the gutter, at %.0f", k.text, k.x)
			}
		}
		want := 0
		if rtl {
			want = 1
		}
		if sides[0] == 0 || sides[1] == 0 || first != want {
			t.Errorf("right to left %v: %v runs stand in the two columns, the first in %d", rtl, sides, first)
		}
	}
}

// TestNotesSpan holds that small print stands over all columns, as the pictures do
// that it tells of.
func TestNotesSpan(t *testing.T) {
	d := bare(t, 0, &doc.Para{Role: doc.RoleNote, Text: doc.T("All pictures: Harbour Library. Free for editorial use with credit to the library and to whoever took them.")})
	d.Parts[0].Columns = 2
	l, _ := see(t, d)
	if m := l.sheets[0].bands[0].main; len(m) == 0 || m[0].item.columns > 1 {
		t.Errorf("the note stands in columns: %d lines", len(m))
	}
}
