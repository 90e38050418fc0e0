package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// alongside gives a document a sidebar on every page, with statistics one under
// another.
func alongside(d *doc.Document) {
	d.Page.Main = doc.Region{Span: 8}
	d.Page.Sidebar = doc.Region{Offset: 9, Span: 3, Ground: doc.Tint}
	d.Looks.Statistics = doc.StatsList
	for i := range d.Parts {
		d.Parts[i].Span, d.Parts[i].Offset = 8, 0
	}
}

// grounds counts the rectangles that reach from head to foot of a page.
type grounds struct {
	*eye
	strips []canvas.Rect
}

func (g *grounds) Path(e canvas.Elem, p canvas.Path) {
	if e == canvas.Ground && p.Shape.Rect.H > 800 {
		g.strips = append(g.strips, p.Shape.Rect)
	}
	g.eye.Path(e, p)
}

// TestStripIsOnEveryPage holds that the ground of the sidebar reaches to the edge
// of every page, whatever stands on it, and that no text of the main column does.
func TestStripIsOnEveryPage(t *testing.T) {
	for _, test := range []struct{ rtl, before bool }{{}, {rtl: true}, {before: true}, {rtl: true, before: true}} {
		d := release(t, 3)
		alongside(d)
		if d.RTL = test.rtl; test.before {
			d.Page.Main, d.Page.Sidebar, d.Page.Panels = doc.Region{Offset: 4, Span: 8}, doc.Region{}, doc.Region{Span: 3, Ground: doc.Tint}
			for i := range d.Parts {
				d.Parts[i].Offset = 4
			}
		}
		rtl := test.rtl != test.before // it reaches the left edge
		l, err := New(t.Context(), d, nil)
		if err != nil {
			t.Fatal(err)
		}
		g := &grounds{eye: &eye{Recorder: canvas.NewRecorder(&strings.Builder{})}}
		if err := l.Render(g); err != nil {
			t.Fatal(err)
		}
		if len(g.strips) != l.Pages() || l.Pages() < 2 {
			t.Fatalf("%d grounds on %d pages", len(g.strips), l.Pages())
		}
		for _, r := range g.strips {
			if edge := r.X + r.W; !rtl && edge != d.Page.Width || rtl && r.X != 0 {
				t.Errorf("the ground reaches from %.1f to %.1f of %.1f", r.X, edge, d.Page.Width)
			}
		}
	}
}

// TestGroupsGoOnBeside holds that groups are kept whole in the sidebar, and go on on
// later pages, even where the text has ended.
func TestGroupsGoOnBeside(t *testing.T) {
	d := release(t, 1)
	a := &doc.Aside{Role: doc.RoleStatistics}
	for i := range 6 {
		g := &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", i))}
		for k := range 4 {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(fmt.Sprintf("%d%02d", i+1, k)), Label: doc.T("towns")})
		}
		a.Blocks = append(a.Blocks, g)
	}
	d.Parts[1].Blocks = []doc.Block{a, lines(3)}
	alongside(d)
	l, inks := see(t, d)
	pages := map[string]int{}
	for _, k := range inks {
		if k.elem > 0 {
			pages[k.text] = k.page
		}
	}
	for i := range 6 {
		for k := range 4 {
			if group, stat := pages[fmt.Sprintf("Group %d", i)], pages[fmt.Sprintf("%d%02d", i+1, k)]; group == 0 || group != stat {
				t.Errorf("group %d is on page %d, and its statistic %d on page %d", i, group, k, stat)
			}
		}
	}
	if pages["Group 5"] < 2 || l.Pages() > 4 {
		t.Errorf("the last group is on page %d of %d", pages["Group 5"], l.Pages())
	}
}

// TestQuoteBeside holds that a quotation stands in the sidebar where that has room,
// and otherwise in the text, if that does not go on.
func TestQuoteBeside(t *testing.T) {
	quote := func() *doc.Aside {
		return &doc.Aside{Role: doc.RoleQuotes, Blocks: []doc.Block{&doc.Callout{Role: doc.RoleQuote, Pull: true,
			Body:        []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.Text{{Text: "“", Role: doc.RoleMark}, {Text: "Rivers rise"}, {Text: "”", Role: doc.RoleMark}}}},
			Attribution: &doc.Attribution{Name: doc.T("Ada Park"), Title: doc.T("Librarian")}}}}
	}
	for _, test := range []struct {
		statistics, after int // statistics, and lines after the quotation
		page              int
		beside            bool
	}{{2, 3, 1, true}, {14, 3, 1, false}, {14, 60, 2, true}} {
		d := release(t, 1)
		s := statistics(test.statistics)
		s.Title = nil
		d.Parts[0].Blocks = d.Parts[0].Blocks[:1]
		d.Parts[1].Blocks = []doc.Block{s, lines(3), quote(), lines(test.after)}
		alongside(d)
		_, inks := see(t, d)
		found := false
		for _, k := range inks {
			if k.text == "Ada Park" && k.elem > 0 {
				found = true
				if beside := k.x > d.Page.Start+d.Page.ColumnX(8); k.page != test.page || beside != test.beside {
					t.Errorf("%+v: the quotation is on page %d, beside the text: %v", test, k.page, beside)
				}
			}
		}
		if !found {
			t.Errorf("%+v: there is no quotation", test)
		}
	}
}

// TestNamesInMargin holds that people stand in the sidebar of the page on which they
// are met, or of the next if it is filled, and never in the text.
func TestNamesInMargin(t *testing.T) {
	for _, n := range []int{4, 40} { // statistics over them
		d := release(t, 1)
		d.Page.Main, d.Page.Sidebar = doc.Region{Span: 8}, doc.Region{Offset: 9, Span: 3}
		d.Looks.Statistics = doc.StatsList
		d.Parts[0].Span, d.Parts[1].Span = 8, 8
		names := &doc.Aside{Role: doc.RoleNames, Blocks: []doc.Block{
			&doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: doc.T("People")},
			&doc.Para{Role: doc.RoleContactName, Text: doc.T("Ada")}, &doc.Para{Role: doc.RoleContactName, Text: doc.T("Bo")}, &doc.Para{Role: doc.RoleContact, Text: doc.T("Editor")},
		}}
		d.Parts[1].Blocks = []doc.Block{statistics(n), lines(60), names}
		d.Parts = d.Parts[:2]
		_, inks := see(t, d)
		for _, name := range []string{"People", "Ada", "Bo", "Editor"} {
			i := slices.IndexFunc(inks, func(k ink) bool { return k.text == name })
			if i < 0 {
				t.Fatalf("%s is lost", name)
			}
			if inks[i].x < d.Page.Start+d.Page.SpanWidth(8) {
				t.Errorf("%d statistics: %s stands in the text, at %.0f", n, name, inks[i].x)
			}
		}
	}
}
