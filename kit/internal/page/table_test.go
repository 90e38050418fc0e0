package page

import (
	"errors"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// A table of more columns than the text has room for is refused.
func TestTableTooWide(t *testing.T) {
	row := make([]doc.Cell, 60)
	for i := range row {
		row[i].Text = doc.T("1")
	}
	_, err := New(t.Context(), section(t, &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{row}}), nil)
	var list diag.List
	if !errors.As(err, &list) || list[0].Rule != "too-wide" {
		t.Errorf("got %v", err)
	}
}

// Columns give numbers the room that words can do without: no number and no word is
// parted where there is room for it beside the others.
func TestColumnWidths(t *testing.T) {
	long := strings.Repeat("lighting along the river road ", 6)
	for name, tc := range map[string]struct {
		lang  string
		rows  [][]string
		whole []string
	}{
		"amounts": {"en", [][]string{
			{"Measure", "2025", "2026"},
			{long, "£1,234,567.00", "£12,345,678.00"},
		}, []string{"£1,234,567.00", "£12,345,678.00"}},
		"units": {"de", [][]string{
			{"Maßnahme", "Zuständigkeit", "Betrag 2025", "Betrag 2026"},
			{"Straßenbeleuchtung erneuern", "Wirtschaftsförderungsgesellschaft", "1.234.567,00 €", "12.345.678,00 €"},
		}, []string{"1.234.567,00 €", "12.345.678,00 €"}},
		"short beside long": {"en", [][]string{{"Tall row", long + long + long}}, []string{"Tall row"}},
		"one long word": {"de", [][]string{
			{"Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung", "1", "2", "3", "4", "5"},
		}, []string{"1", "5"}},
	} {
		var rows [][]doc.Cell
		for _, r := range tc.rows {
			var cells []doc.Cell
			for _, c := range r {
				cells = append(cells, doc.Cell{Text: doc.T(c)})
			}
			rows = append(rows, cells)
		}
		d := section(t, &doc.Table{Role: doc.RoleTableCell, Rows: rows})
		d.Lang = tc.lang
		drawn := record(t, d)
		for _, w := range tc.whole {
			if !strings.Contains(drawn, `"`+w+`"`) {
				t.Errorf("%s: %q is parted:\n%s", name, w, drawn)
			}
		}
	}
}
