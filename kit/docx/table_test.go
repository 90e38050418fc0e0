package docx

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestAmountsAreNotParted holds that columns give amounts the room that words can do
// without, in bold too.
func TestAmountsAreNotParted(t *testing.T) {
	long := strings.Repeat("lighting along the river road ", 6)
	amounts := []string{"£1,234,567.00", "12.345.678,00\u00a0€", "Tall\u00a0row"}
	for _, amount := range amounts {
		row := []doc.Cell{{Text: doc.T(long)}, {Text: doc.T(amount)}, {Text: doc.T(long + long + long)}, {Text: doc.T(amount).Strong()}}
		d := small(t, &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{row}})
		b := newBuilder(Format{}, d)
		look := d.Style(doc.RoleTableCell)
		columns := regexp.MustCompile(`<w:gridCol w:w="(\d+)"/>`).FindAllStringSubmatch(render(t, Format{}, d)[documentPart], -1)
		if len(columns) != len(row) {
			t.Fatalf("%d columns", len(columns))
		}
		for i, c := range columns {
			wide, _ := strconv.Atoi(c[1])
			room := doc.Pt(wide) / 20
			if i < len(columns)-1 {
				room -= d.Page.Gutter
			}
			if i == len(columns)-1 {
				look.Weight = 700
			}
			if need := b.fonts.advance(amount, look, look.Size); i%2 == 1 && room < need {
				t.Errorf("%q takes %.1f points, and has %.1f", amount, need, room)
			}
		}
	}
}

// TestTablesAreCalled holds that facts side by side, over which no heading stands, have a
// name of their own for those who cannot see them.
func TestTablesAreCalled(t *testing.T) {
	facts := &doc.Table{Role: doc.RoleFactValue, Across: true, Name: "Fact sheet", Rows: [][]doc.Cell{{{Text: doc.T("Price")}, {Text: doc.T("Free")}}}}
	d := small(t, &doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: doc.T("Aurora opens")}, facts)
	document := render(t, Format{}, d)[documentPart]
	if want := `<w:tblCaption w:val="Fact sheet"/><w:tblDescription w:val="Price"/>`; !strings.Contains(document, want) {
		t.Errorf("no %s in %s", want, body(t, document))
	}
}
