package page

import (
	"errors"
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
