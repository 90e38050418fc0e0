package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestShortTablesStayWhole holds that no short table is parted where all of its
// rows have room, though a quotation follows that has none.
func TestShortTablesStayWhole(t *testing.T) {
	quote := pull(rand.New(rand.NewPCG(5, 5)))
	table := &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("Town")}}}}
	for i := range 5 {
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
			if here := rows[1]; len(here) > 1 && len(here) < 5 {
				parted++
				need := doc.Pt(5-len(here)) * (here[1] - here[0])
				if hole := l.hole(l.sheets[0]); hole > need+2 {
					t.Errorf("%d lines over the table, %d blocks after: %d rows on the first page, though %.0f pt are left and the others need %.0f pt", n, len(after), len(here), hole, need)
				}
			}
		}
	}
	if parted == 0 {
		t.Error("no table is parted")
	}
}
