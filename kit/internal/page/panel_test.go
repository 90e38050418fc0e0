package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// lines makes a paragraph of so many lines.
func lines(n int) *doc.Para {
	return &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.TrimSuffix(strings.Repeat("The river rises\n", n), "\n"))}
}

// statistics makes a panel of one group.
func statistics(n int) *doc.Aside {
	g := &doc.StatGroup{Title: doc.T("The pilot")}
	for i := range n {
		g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(fmt.Sprint(10 + i)), Label: doc.T("towns")})
	}
	return &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("At a glance"), Blocks: []doc.Block{g}}
}

// TestStatisticsBegin holds that statistics begin beside the first lines of the
// text if two rows of them have room there, and otherwise stay together.
func TestStatisticsBegin(t *testing.T) {
	for _, test := range []struct {
		before      int // lines over the text
		first, next int // rows on the first page and on the second
	}{
		{0, 4, 0}, {22, 4, 0}, {24, 3, 1}, {27, 2, 2}, {30, 0, 4},
	} {
		d := release(t, 1)
		d.Parts[0].Blocks = append(d.Parts[0].Blocks, lines(test.before))
		if test.before == 0 {
			d.Parts[0].Blocks = d.Parts[0].Blocks[:1]
		}
		d.Parts[1].Blocks = []doc.Block{statistics(8), lines(60)}
		l, inks := see(t, d)
		rows := map[int]map[doc.Pt]bool{1: {}, 2: {}}
		titles := map[int]canvas.Elem{}
		groups := map[int]canvas.Elem{}
		for _, k := range inks {
			switch {
			case k.text == "towns":
				rows[k.page][k.y] = true
			case k.text == "At a glance":
				titles[k.page] = k.elem
			case k.text == "The pilot":
				groups[k.page] = k.elem
			}
		}
		if len(rows[1]) != test.first || len(rows[2]) != test.next {
			t.Errorf("%d lines over them: %d and %d rows, want %d and %d, on %d pages", test.before, len(rows[1]), len(rows[2]), test.first, test.next, l.Pages())
			continue
		}
		if test.first > 0 && test.next > 0 && (titles[1] <= 0 || groups[1] <= 0 || titles[2] != canvas.Header || groups[2] != canvas.Header) {
			t.Errorf("titles are tagged %v, those of the group %v: want both read once and shown twice", titles, groups)
		}
	}
}

// TestLargeFigureBegins holds that a large figure begins the statistics beside the
// text where there is no room for a second row.
func TestLargeFigureBegins(t *testing.T) {
	for _, highlight := range []bool{false, true} {
		d := release(t, 1)
		d.Parts[0].Blocks = append(d.Parts[0].Blocks, lines(29))
		a := statistics(7)
		a.Blocks[0].(*doc.StatGroup).Stats[0].Highlight = highlight
		d.Parts[1].Blocks = []doc.Block{a, lines(60)}
		_, inks := see(t, d)
		rows := map[int]int{}
		for _, k := range inks {
			if k.text == "towns" {
				rows[k.page]++
			}
		}
		want := map[int]int{2: 7}
		if highlight {
			want = map[int]int{1: 1, 2: 6}
		}
		if !maps.Equal(rows, want) {
			t.Errorf("highlighted %v: statistics by page are %v, want %v", highlight, rows, want)
		}
	}
}

// TestStatRows holds that a figure that is alone in its row takes all of it, so
// that its label need not break.
func TestStatRows(t *testing.T) {
	d := release(t, 1)
	b, err := newBuilder(t.Context(), d, NewCache())
	if err != nil {
		t.Fatal(err)
	}
	stat := func(value string) *doc.Stat {
		return &doc.Stat{Value: doc.T(value), Label: doc.T("readers of the library who gave")}
	}
	g := &doc.StatGroup{Stats: []*doc.Stat{stat("312"), stat("1,000,000"), stat("1"), stat("2"), stat("3")}}
	rows := b.statGroup(g, canvas.Ground, 120, 2).rows
	if len(rows) != 4 {
		t.Fatalf("%d rows, want 4", len(rows))
	}
	if rows[0].height != rows[3].height || rows[0].height >= rows[2].height {
		t.Errorf("rows are %.1f, %.1f and %.1f high: want the label of a figure that is alone on one line", rows[0].height, rows[3].height, rows[2].height)
	}
}

// TestContentsBand holds that a table of contents without room beside the text
// stands over the sections of the kit, and never alone on a page.
func TestContentsBand(t *testing.T) {
	heads := 0
	for _, text := range []int{20, 30, 31, 32, 33, 34, 36, 60} {
		d := release(t, 1)
		contents := &doc.Contents{Title: doc.T("In this kit")}
		kit := doc.Part{Role: doc.RoleKit, Span: 12, NewPage: true, Header: []doc.Text{doc.T("Press kit")}}
		for i := range 7 {
			id, title := fmt.Sprint("s", i), doc.T(fmt.Sprint("Section ", i))
			contents.Entries = append(contents.Entries, doc.Entry{ID: id, Text: title})
			kit.Blocks = append(kit.Blocks, &doc.Section{Role: "backgrounder", ID: id, Title: title, Beside: true, Blocks: []doc.Block{lines(8)}})
		}
		d.Parts[0].Blocks = append(d.Parts[0].Blocks, lines(8))
		d.Parts[1].Blocks = []doc.Block{statistics(10), lines(text), &doc.Aside{Role: doc.RoleContents, Place: doc.Sidebar, Blocks: []doc.Block{contents}}}
		d.Parts = []doc.Part{d.Parts[0], d.Parts[1], kit, d.Parts[2]}
		l, inks := see(t, d)
		boxesStandApart(t, l)
		at := 0
		for _, k := range inks {
			if k.text == "In this kit" {
				at = k.page
			}
		}
		if at == 0 {
			t.Fatalf("%d lines: no contents", text)
		}
		s := l.sheets[at-1]
		if !slices.ContainsFunc(s.column(), func(it *item) bool { return !it.flush }) {
			t.Errorf("%d lines of text: the contents stand alone on page %d", text, at)
		}
		if it := s.column()[0]; it.flush {
			heads++
			if s.part.Role != doc.RoleKit {
				t.Errorf("%d lines of text: over the kit stands the head of the part %s", text, s.part.Role)
			}
		}
	}
	if heads == 0 {
		t.Error("no contents stand over the kit")
	}
}

// TestOtherFamilyFirst holds that what a family lacks comes from the other one of
// the brand, before those that only help out.
func TestOtherFamilyFirst(t *testing.T) {
	d := specimen(t)
	d.Theme.Faces = slices.Clone(d.Theme.Faces)
	helper, ok := d.Theme.Face(d.Theme.Base, 400, false)
	if !ok {
		t.Fatal("the specimen has no base")
	}
	helper.Family, helper.Fallback, helper.Data = "Helper", true, slices.Clone(helper.Data)
	d.Theme.Faces = append([]doc.Face{helper}, d.Theme.Faces...)
	b, err := newBuilder(t.Context(), d, NewCache())
	if err != nil {
		t.Fatal(err)
	}
	headings, _ := d.Theme.Face(d.Theme.Headings, 400, false)
	other, err := b.cache.font(headings)
	if err != nil {
		t.Fatal(err)
	}
	if fs := b.fonts(d.Theme.Base, 400, false).own; len(fs) != 2 || fs[1] != other {
		t.Errorf("of %d fonts the second is not that of headings", len(fs))
	}
}

// panelsBefore moves the text of a release to the end and lets panels stand before it.
func panelsBefore(d *doc.Document) {
	d.Page.Main, d.Page.Panels = doc.Region{Offset: 4, Span: 8}, doc.Region{Span: 4}
	d.Parts[1].Offset = 4
}

// TestPanelsBeforeTheText holds that panels stand in the columns of the layout before
// the text, level with it, from the left and from the right, and in the text of a part
// that takes those columns.
func TestPanelsBeforeTheText(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		for _, span := range []int{8, 12} {
			d := release(t, 1)
			d.RTL = rtl
			d.Parts[1].Blocks = []doc.Block{statistics(4), lines(40)}
			panelsBefore(d)
			d.Parts[1].Span, d.Parts[1].Offset = span, float64(12-span)
			_, inks := see(t, d)
			border := d.Page.Start + d.Page.ColumnX(4)
			var figure, text ink
			for _, k := range inks {
				before := k.x+k.w < border
				if rtl {
					before = k.x > d.Page.Width-border
				}
				switch {
				case k.text == "10":
					if figure = k; before != (span == 8) && span == 8 {
						t.Errorf("right to left %v: the panel is at %.1f", rtl, k.x)
					}
				case strings.HasPrefix(k.text, "The river"):
					if text.text == "" {
						text = k
					}
					if before && span == 8 {
						t.Errorf("right to left %v: the text is at %.1f", rtl, k.x)
					}
				}
			}
			if beside := figure.page == text.page && figure.y > text.y && figure.y < text.y+75; beside != (span == 8) {
				t.Errorf("right to left %v, %d columns: the panel stands at %.1f, the text at %.1f", rtl, span, figure.y, text.y)
			}
		}
	}
}

// TestBandsArePartedBetweenGroups holds that a panel over the whole width fills the
// page where it begins, as far as whole groups do, on one ground, and goes on on the
// next.
func TestBandsArePartedBetweenGroups(t *testing.T) {
	for _, look := range []doc.StatisticsLook{doc.Cards, doc.Tiles} {
		a := &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("At a glance"), Place: doc.Band}
		for i := range 12 {
			g := statistics(4).Blocks[0].(*doc.StatGroup)
			g.Title = doc.T(fmt.Sprint("Group ", i))
			a.Blocks = append(a.Blocks, g)
		}
		d := bare(t, 0, lines(4), a)
		d.Looks.Statistics, d.Looks.Ground, d.Looks.Across = look, true, 4
		l, inks := see(t, d)
		if l.Pages() != 2 {
			t.Fatalf("%v: %d pages", look, l.Pages())
		}
		main := l.sheets[0].bands[len(l.sheets[0].bands)-1].main
		if left := d.Page.Height - d.Page.Bottom - l.sheets[0].bottom() - d.Page.Top; left > main[0].height {
			t.Errorf("%v: %.0f pt are left on the first page", look, left)
		}
		for i := range main[1:] {
			if gap := main[i+1].y - main[i].y - main[i].height; abs(gap) > slack {
				t.Errorf("%v: the ground has a hole of %.1f pt after group %d", look, gap, i)
			}
		}
		read := map[string]int{}
		for _, k := range inks {
			if k.elem > 0 {
				read[k.text]++
			}
		}
		if read["At a glance"] != 1 || read["Group 11"] != 1 || read["13"] != 12 {
			t.Errorf("%v: %v", look, read)
		}
	}
}

// TestPanelsKeepTheirColumns holds that a panel that is left when the text has ended
// goes on in the columns in which it began.
func TestPanelsKeepTheirColumns(t *testing.T) {
	d := release(t, 1)
	d.Parts[1].Blocks = []doc.Block{statistics(120), lines(6)}
	l, inks := see(t, d)
	at := map[int]doc.Pt{}
	for _, k := range inks {
		if x, ok := at[k.page]; k.text == "towns" && (!ok || k.x < x) {
			at[k.page] = k.x
		}
	}
	if len(at) < 3 {
		t.Fatalf("the panel stands on %d of %d pages", len(at), l.Pages())
	}
	for page, x := range at {
		if abs(x-at[1]) > slack {
			t.Errorf("page %d: figures begin at %.1f, on the first page at %.1f", page, x, at[1])
		}
	}
}
