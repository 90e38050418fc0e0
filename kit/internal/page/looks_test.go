package page

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/golden"
)

// dressed is a random document in a look of quotations and of statistics, its text
// after some columns.
func dressed(t testing.TB, seed uint64) *doc.Document {
	d := mixed(t, seed)
	d.Looks.Quotes = doc.QuoteLook(seed % 4)
	d.Looks.Statistics = []doc.StatisticsLook{doc.StatsBand, doc.StatsGrid}[seed/4%2]
	if seed/8%2 == 1 {
		for _, r := range []doc.Role{doc.RoleQuote, doc.RoleQuoteWide} {
			st := d.Styles[r]
			st.Align = doc.AlignCenter
			d.Styles[r] = st
		}
	}
	main := doc.Region{Offset: []float64{0, 1.5, 3}[seed%3], Span: 9}
	d.Page.Main = main
	stats := release(t, seed).Parts[1].Blocks[0].(*doc.Aside)
	stats.Place = doc.Band
	d.Parts[1].Blocks = append([]doc.Block{d.Parts[1].Blocks[1], stats}, d.Parts[1].Blocks[2:]...)
	for i := range d.Parts[1:3] {
		d.Parts[i+1].Offset, d.Parts[i+1].Span = main.Offset, main.Span
	}
	return d
}

// TestLooks holds for every look what is true of all documents.
func TestLooks(t *testing.T) {
	for seed := range uint64(16) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := dressed(t, seed)
			l, inks := see(t, d)
			everyWordInOrder(t, d, l, inks)
			boxesStandApart(t, l)
			nothingIsTornApart(t, d, l, inks)
			linesStandOnGrid(t, d, l)
		})
	}
}

// voice makes a quotation with its marks.
func voice(words string, portrait *doc.Picture) *doc.Callout {
	return &doc.Callout{Role: doc.RoleQuote, Pull: true,
		Body:        []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.Text{{Text: "“", Role: doc.RoleMark}, {Text: words}, {Text: "”", Role: doc.RoleMark}}}},
		Attribution: &doc.Attribution{Name: doc.T("Ada Park"), Title: doc.T("Librarian"), Portrait: portrait}}
}

// bare is a document of one part with some blocks after some columns, in which
// nothing stands at head and foot.
func bare(t testing.TB, offset float64, blocks ...doc.Block) *doc.Document {
	d := specimen(t)
	d.Logo, d.LogoAlt, d.Embargo, d.Footer = nil, "", nil, doc.Footer{}
	d.Page.First, d.Page.Running = doc.Head{}, doc.Head{}
	d.Page.Main = doc.Region{Offset: offset, Span: 9}
	d.Parts = []doc.Part{{Role: doc.RoleRelease, Offset: offset, Span: 9, Blocks: blocks}}
	return d
}

// TestLooksOfQuotations shows each look of a quotation as it is drawn.
func TestLooksOfQuotations(t *testing.T) {
	for _, test := range []struct {
		name  string
		look  doc.QuoteLook
		align doc.Align
	}{
		{"rule", doc.QuoteRule, doc.AlignStart}, {"rule-centred", doc.QuoteRule, doc.AlignCenter},
		{"card", doc.QuoteCard, doc.AlignStart}, {"marks", doc.QuoteMarks, doc.AlignStart},
	} {
		d := bare(t, 1.5, voice("The sea keeps no archive", nil))
		d.Looks.Quotes = test.look
		st := d.Styles[doc.RoleQuote]
		st.Align = test.align
		d.Styles[doc.RoleQuote] = st
		golden.Check(t, filepath.Join("testdata", "quote-"+test.name+".txt"), record(t, d))
	}
}

// TestPortraitsOfSpeakers holds that words stand beside a portrait, or below it
// where they are centred, and that none leaves its quotation.
func TestPortraitsOfSpeakers(t *testing.T) {
	face := figure(t, rand.New(rand.NewPCG(1, 1)), doc.NoFloat, "face").Picture
	for _, look := range []doc.QuoteLook{doc.QuoteBar, doc.QuoteRule, doc.QuoteCard, doc.QuoteMarks} {
		for _, align := range []doc.Align{doc.AlignStart, doc.AlignCenter} {
			d := bare(t, 0, voice("The sea keeps no archive", face))
			d.Looks.Quotes = look
			st := d.Styles[doc.RoleQuote]
			st.Align = align
			d.Styles[doc.RoleQuote] = st
			b, err := newBuilder(t.Context(), d, NewCache())
			if err != nil {
				t.Fatal(err)
			}
			s := b.quoteShape(st, 300, true, openingMark(voice("", nil)))
			at := s.portrait
			below := at.dy+portraitSize <= s.over+slack
			if !below && at.dx+portraitSize > s.start+slack {
				t.Errorf("look %d, align %d: a portrait from %.1f stands on words from %.1f", look, align, at.dx, s.start)
			}
			if at.dx < 0 || at.dx+portraitSize > 300 || s.least < at.dy+portraitSize {
				t.Errorf("look %d, align %d: a portrait at %.1f, %.1f leaves a quotation %.1f high", look, align, at.dx, at.dy, s.least)
			}
		}
	}
}

// groups makes a panel of groups of so many statistics.
func groups(sizes ...int) *doc.Aside {
	a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band}
	for i, n := range sizes {
		g := statistics(n).Blocks[0].(*doc.StatGroup)
		g.Title = doc.T(fmt.Sprint("Period ", i+1))
		a.Blocks = append(a.Blocks, g)
	}
	return a
}

// TestStatisticsBetweenRules shows groups side by side, and holds that a long one
// goes on in further rows, on the next page too.
func TestStatisticsBetweenRules(t *testing.T) {
	d := bare(t, 1.5, groups(2, 4))
	d.Looks.Statistics = doc.StatsBand
	golden.Check(t, filepath.Join("testdata", "stats-band.txt"), record(t, d))

	d = bare(t, 1.5, groups(100))
	d.Looks.Statistics = doc.StatsBand
	rows := rowsOf(t, d)
	if len(rows) != 17 { // 100 in rows of 6
		t.Errorf("%d rows", len(rows))
	}
	if rows[0].page != 1 || rows[len(rows)-1].page != 2 {
		t.Errorf("rows are on pages %d to %d", rows[0].page, rows[len(rows)-1].page)
	}
}

// TestStatisticsInATable shows a row for each group, the period before it.
func TestStatisticsInATable(t *testing.T) {
	d := bare(t, 3, groups(2, 5))
	d.Looks.Statistics = doc.StatsGrid
	golden.Check(t, filepath.Join("testdata", "stats-grid.txt"), record(t, d))
	_, inks := see(t, d)
	var period, figure ink
	for _, k := range inks {
		switch k.text {
		case "Period 1":
			period = k
		case "10":
			if figure.text == "" {
				figure = k
			}
		}
	}
	if abs(period.y-figure.y) > 0.1 {
		t.Errorf("the baseline of a period is at %.1f, that of its figures at %.1f", period.y, figure.y)
	}
	if at := d.Page.Start + d.Page.ColumnX(3); abs(figure.x-at) > 2 || period.x > figure.x {
		t.Errorf("the figures begin at %.1f, want %.1f, after the period at %.1f", figure.x, at, period.x)
	}
}

// rowsOf gives one label of each row of statistics.
func rowsOf(t testing.TB, d *doc.Document) []ink {
	_, inks := see(t, d)
	var rows []ink
	for _, k := range inks {
		if k.text == "towns" && !slices.ContainsFunc(rows, func(o ink) bool { return o.page == k.page && o.y == k.y }) {
			rows = append(rows, k)
		}
	}
	return rows
}

// TestWideFigures holds that fewer statistics stand side by side where their
// figures have no room.
func TestWideFigures(t *testing.T) {
	d := bare(t, 1.5, groups(6))
	d.Looks.Statistics = doc.StatsBand
	d.Parts[0].Blocks[0].(*doc.Aside).Blocks[0].(*doc.StatGroup).Stats[0].Value = doc.T("1,250,000")
	if rows := rowsOf(t, d); len(rows) < 2 {
		t.Errorf("%d row of six statistics, one of them wide", len(rows))
	}
}

// TestRowOfALabel holds that text and label begin on one baseline, and that a
// label higher than its text keeps the next label below it.
func TestRowOfALabel(t *testing.T) {
	row := func(label, text string) *doc.Row {
		return &doc.Row{Label: []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T(label)}},
			Blocks: []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T(text)}}}
	}
	d := bare(t, 3, row("Many words that need more than one of the lines beside the text", "Short."), row("Next", "Below."))
	_, inks := see(t, d)
	at := map[string]doc.Pt{}
	first, last := inks[0].y, doc.Pt(0)
	for _, k := range inks {
		at[k.text] = k.y
		if !slices.Contains([]string{"Short.", "Next", "Below."}, k.text) {
			last = max(last, k.y)
		}
	}
	if abs(first-at["Short."]) > 0.1 || abs(at["Next"]-at["Below."]) > 0.1 {
		t.Errorf("labels begin at %.1f and %.1f, their texts at %.1f and %.1f", first, at["Next"], at["Short."], at["Below."])
	}
	if last == first || at["Next"] <= last {
		t.Errorf("a label ends at %.1f, the next stands at %.1f", last, at["Next"])
	}
}

// TestGridRowsAreAlike holds that figures stand as far below the hairline before them
// in every group, and that a long one takes two columns, not all.
func TestGridRowsAreAlike(t *testing.T) {
	a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band}
	for _, value := range []string{"12", "1,234,567", "34"} {
		g := &doc.StatGroup{Title: doc.T("In 2025")}
		for range 3 {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(value), Label: doc.T("towns")})
			value = "56"
		}
		a.Blocks = append(a.Blocks, g)
	}
	d := bare(t, 3, a)
	d.Looks.Statistics = doc.StatsGrid
	l, inks := see(t, d)
	main := l.sheets[0].bands[0].main
	if len(main) != 3 {
		t.Fatalf("%d rows, want one for each group", len(main))
	}
	for i := range main[1:] {
		if got, want := main[i+1].y, main[i].y+main[i].height; abs(got-want) > slack {
			t.Errorf("row %d begins %.1f below the hairline", i+1, got-want)
		}
	}
	long := slices.IndexFunc(inks, func(k ink) bool { return k.text == "1,234,567" })
	if next := inks[long+2]; next.text != "56" || abs(next.y-inks[long].y) > slack {
		t.Errorf("%q at %.1f stands beside a figure at %.1f", next.text, next.y, inks[long].y)
	}
}

// TestBandsKeepTheirRows holds that a group between two rules stands on one page, and
// that its last row, if it is shorter, stands in the middle.
func TestBandsKeepTheirRows(t *testing.T) {
	for n := 36; n < 50; n++ {
		a := statistics(9)
		a.Place, a.Title = doc.Band, nil
		d := bare(t, 1.5, lines(n), a)
		d.Looks.Statistics = doc.StatsBand
		_, inks := see(t, d)
		rows := map[doc.Pt][]ink{}
		for _, k := range inks {
			if k.text == "towns" {
				rows[doc.Pt(k.page)*1e4+k.y] = append(rows[doc.Pt(k.page)*1e4+k.y], k)
			}
		}
		pages := map[int]bool{}
		for _, row := range rows {
			first, last := row[0], row[len(row)-1]
			pages[first.page] = true
			if off := first.x + last.x + last.w - d.Page.Width; abs(off) > 0.5 {
				t.Errorf("%d lines: a row of %d stands %.1f pt off the middle", n, len(row), off/2)
			}
		}
		if len(rows) != 2 || len(pages) != 1 {
			t.Errorf("%d lines: %d rows on %d pages", n, len(rows), len(pages))
		}
	}
}
