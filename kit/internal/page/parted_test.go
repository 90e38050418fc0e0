package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestShortTablesStayWhole holds that no small table is parted, and a longer one not
// where all of its rows have room, though a quotation follows that has none.
func TestShortTablesStayWhole(t *testing.T) {
	quote := pull(rand.New(rand.NewPCG(5, 5)))
	for _, size := range []int{5, 14} {
		table := &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("Town")}}}}
		for i := range size {
			table.Rows = append(table.Rows, []doc.Cell{{Text: doc.T(fmt.Sprint("Row ", i))}})
		}
		parted := 0
		for n := 14; n < 50; n++ {
			for _, after := range [][]doc.Block{{lines(30)}, {lines(2)}, {&doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Next")}, lines(30)}} {
				d := release(t, 1)
				d.Parts[1].Blocks = append([]doc.Block{lines(n), table, quote}, after...)
				l, inks := see(t, d)
				rows := map[int][]doc.Pt{}
				for _, k := range inks {
					if strings.HasPrefix(k.text, "Row ") {
						rows[k.page] = append(rows[k.page], k.y)
					}
				}
				if here := rows[1]; len(here) > 1 && len(here) < size {
					parted++
					need := doc.Pt(size-len(here)) * (here[1] - here[0])
					if hole := l.hole(l.sheets[0]); hole > need+2 {
						t.Errorf("%d lines over the table, %d blocks after: %d rows on the first page, though %.0f pt are left and the others need %.0f pt", n, len(after), len(here), hole, need)
					}
				}
			}
		}
		if small := size == 5; small != (parted == 0) {
			t.Errorf("a table of %d rows is parted %d times", size, parted)
		}
	}
}

// TestPartsAreReadWithTheirPages holds that what of a panel goes on on later pages
// is read there, and that put together again it is the panel of the document.
func TestPartsAreReadWithTheirPages(t *testing.T) {
	parts := 0
	for before := 20; before < 34; before++ {
		for _, groups := range []int{1, 3} {
			for _, rows := range []int{8, 90} {
				d := release(t, 1)
				d.Parts[0].Blocks = append(d.Parts[0].Blocks, lines(before))
				panel := statistics(rows)
				for range groups - 1 {
					panel.Blocks = append(panel.Blocks, statistics(6).Blocks...)
				}
				d.Parts[1].Blocks = []doc.Block{panel, lines(3)}
				for range 30 {
					d.Parts[1].Blocks = append(d.Parts[1].Blocks, lines(4))
				}
				l, inks := see(t, d)
				everyWordInOrder(t, d, l, inks)
				if !slices.ContainsFunc(inks, func(k ink) bool { return k.page == 1 && k.text == "towns" }) {
					continue // all of it stands on the next page, and is read where the author put it
				}
				parts += len(l.tree.Nodes) - len(written(t, d).Nodes)
			}
		}
	}
	if parts == 0 {
		t.Error("no panel is parted")
	}
}
