package docx

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// A group of more statistics than a page holds is parted; what does not fit into
// a row that is kept whole is not shown.
func TestLongGroupsAreParted(t *testing.T) {
	b := newBuilder(Format{}, specimen(t))
	for n, want := range map[int]bool{4: false, 60: true} {
		g := &doc.StatGroup{}
		for range n {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T("12"), Label: doc.T("things")})
		}
		var f flow
		b.band(place{width: 400, full: 400}, &f, doc.T("Figures"), []*doc.StatGroup{g})
		rows := f[0].(*table).rows
		if got := rows[len(rows)-1].split; got != want {
			t.Errorf("%d statistics: the row may be parted: %v", n, got)
		}
	}
}

// LibreOffice keeps a table with what follows if the first paragraphs of its rows
// are, so that forty people would all move to a page of their own.
func TestPeopleAreNotKept(t *testing.T) {
	s := newBuilder(Format{}, specimen(t)).sheet
	for _, r := range []doc.Role{doc.RolePersonName, doc.RolePersonRole} {
		if s.style(paragraphID(r)).look.KeepNext {
			t.Errorf("%s is kept with the next", r)
		}
	}
}
