package doc

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestSpecimenIsComplete(t *testing.T) {
	d := Specimen()
	nodes, roles, runs := map[string]bool{}, map[Role]bool{}, map[Role]bool{}
	states, places := map[State]bool{}, map[Place]bool{}
	charts, floats, figures := map[ChartKind]bool{}, map[Float]bool{}, map[Role]bool{}
	text := func(t Text) {
		for _, r := range t {
			runs[r.Role] = true
		}
	}
	text(d.Footer.Start)
	text(d.Footer.End)
	Walk(d, func(_ []Block, b Block) {
		nodes[fmt.Sprintf("%T", b)] = true
		switch b := b.(type) {
		case *Heading:
			roles[b.Role] = true
			text(b.Text)
		case *Para:
			roles[b.Role] = true
			text(b.Text)
		case *List:
			for _, i := range b.Items {
				states[i.State] = true
				text(i.Label)
			}
		case *Figure:
			text(b.Caption)
			floats[b.Float], figures[b.Role] = true, true
		case *Aside:
			places[b.Place] = true
		case *StatGroup:
			for _, s := range b.Stats {
				text(s.Line())
				if s.Chart != nil {
					charts[s.Chart.Kind] = true
				}
			}
		}
	})
	for _, b := range []Block{(*Heading)(nil), (*Para)(nil), (*List)(nil), (*Table)(nil), (*Rule)(nil), (*PageBreak)(nil),
		(*Section)(nil), (*Card)(nil), (*Columns)(nil), (*Contents)(nil), (*Figure)(nil), (*Gallery)(nil), (*Callout)(nil),
		(*Aside)(nil), (*StatGroup)(nil)} {
		if !nodes[fmt.Sprintf("%T", b)] {
			t.Errorf("no %T", b)
		}
	}
	for _, r := range BlockRoles() {
		d.Style(r) // panics if it is missing
	}
	for _, r := range RunRoles() {
		d.Style(r)
		if !runs[r] {
			t.Errorf("no run of role %s", r)
		}
	}
	if len(states) != 3 || len(places) != 2 {
		t.Errorf("%d states, %d places", len(states), len(places))
	}
	if len(charts) != 3 || len(floats) != 3 || !figures[RoleQRCode] {
		t.Errorf("%d kinds of charts, %d places of figures, QR code %v", len(charts), len(floats), figures[RoleQRCode])
	}
	// Roles that stand for themselves in a paragraph or heading; the others
	// belong to nodes of their own.
	for _, r := range []Role{RoleKicker, RoleDate, RoleHeadline, RoleStandfirst, RoleLede, RoleBody, RoleSubhead, RoleSubhead2, RoleListItem,
		RoleCode, RoleEndMark, RoleNote, RoleQuote, RoleQuoteWide, RoleQuoteBlock, RoleTimelineText, RoleQuestion, RoleAnswer,
		RolePersonName, RolePersonRole, RolePersonText, RoleEndHeading, RoleBoilerplate, RoleContactName, RoleContact} {
		if !roles[r] {
			t.Errorf("no block of role %s", r)
		}
	}
}

func TestWalkOrderAndPath(t *testing.T) {
	var got []string
	WalkBlocks([]Block{
		&Section{Title: T("S"), Blocks: []Block{
			&List{Items: []Item{{Blocks: []Block{&Para{Text: T("a")}}}, {Blocks: []Block{&Card{Blocks: []Block{&Para{Text: T("b")}}}}}}},
			&Columns{Columns: []Column{{Blocks: []Block{&Rule{}}}}},
		}},
		&Gallery{Figures: []*Figure{{}}},
	}, func(path []Block, b Block) {
		got = append(got, strings.TrimPrefix(fmt.Sprintf("%d %T", len(path), b), "*doc."))
	})
	want := []string{"0 *doc.Section", "1 *doc.List", "2 *doc.Para", "2 *doc.Card", "3 *doc.Para", "1 *doc.Columns", "2 *doc.Rule", "0 *doc.Gallery", "1 *doc.Figure"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTexts(t *testing.T) {
	d := &Document{Parts: []Part{{Blocks: []Block{
		&Aside{Title: T("Numbers"), Blocks: []Block{&StatGroup{Title: T("2023"), Stats: []*Stat{
			{Prefix: T("€"), PrefixTight: true, Value: T("5"), Unit: T("m"), Label: T("raised"), Notes: []Text{T("audited")}}}}}},
		&Para{Text: T("one\ntwo")},
		&List{Items: []Item{{Label: T("May"), Blocks: []Block{&Para{Text: T("set up")}}}}},
		&Table{Caption: T("C"), Header: [][]Cell{{{T("h")}}}, Rows: [][]Cell{{{T("x")}, {nil}, {T("y")}}}},
		&Figure{Caption: T("boat"), Details: []Text{T("boat.jpg")}},
		&Callout{Body: []Block{&Para{Text: T("“q”")}}, Attribution: &Attribution{Name: T("N"), Title: T("T")}},
		&Contents{Title: T("In"), Entries: []Entry{{Text: T("e")}}},
		&Rule{}, &PageBreak{},
	}}}}
	want := []string{"Numbers", "2023", "€5\u00a0m", "raised", "audited", "one two", "May", "set up", "C", "h", "x", "y", "boat", "boat.jpg", "“q”", "N", "T", "In", "e"}
	if got := Texts(d); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(Texts(Specimen())) < 80 {
		t.Error("the specimen has too few lines of text")
	}
}

func TestSpecimenIsNewEachTime(t *testing.T) {
	a, b := Specimen(), Specimen()
	a.Parts[0].Blocks[0].(*Para).Text[0].Text = "changed"
	a.Styles[RoleBody] = Style{}
	if b.Parts[0].Blocks[0].(*Para).Text[0].Text == "changed" || b.Styles[RoleBody].Size == 0 {
		t.Error("two specimens share memory")
	}
}
