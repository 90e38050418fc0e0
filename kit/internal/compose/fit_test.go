package compose

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// story is a document of paragraphs of a number of lines each, after a lede of one.
func fitDocument(t *testing.T, paragraphs ...string) *doc.Document {
	t.Helper()
	l, list := layouts.Load("")
	if l == nil {
		t.Fatal(list)
	}
	d := &doc.Document{Styles: l.Styles, Page: doc.Page{Baseline: 16}}
	p := doc.Part{Role: doc.RoleRelease, Blocks: []doc.Block{&doc.Para{Role: doc.RoleLede, Text: doc.T("The lede.")}}}
	for _, text := range paragraphs {
		p.Blocks = append(p.Blocks, &doc.Para{Role: doc.RoleBody, Text: doc.T(text)})
	}
	d.Parts = []doc.Part{p, {Role: doc.RoleEnd, Blocks: []doc.Block{&doc.Para{Role: doc.RoleBoilerplate, Text: doc.T("About us.")}}}}
	return d
}

// lettersPerPage counts pages by letters: so many at full size.
func lettersPerPage(n float64) func(*doc.Document) (int, error) {
	return func(d *doc.Document) (int, error) {
		size := d.Styles[doc.RoleBody].Size / 10.5
		letters := 0
		for _, s := range doc.Texts(d) {
			letters += len(s)
		}
		return 1 + int(float64(letters)*size*size/n), nil
	}
}

func TestFit(t *testing.T) {
	long := strings.Repeat("long ", 20)
	for _, test := range []struct {
		name  string
		quote string
		page  float64
		size  float64 // of the body, the largest that fits
		words string  // that are left
		list  int
	}{
		{"all at full size", "", 1000, 10.5, "The lede. first long last About us.", 0},
		{"all, smaller", "", 205, 10.5 * 0.975, "The lede. first long last About us.", 0},
		{"without what is said twice", "What was said", 150, 10.5, "The lede. first last About us. What was said", 1},
		{"without the end", "", 150, 10.5, "The lede. first About us.", 1},
		{"too long anyway", "", 10, 10.5 * 0.9, "The lede. About us.", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			texts := []string{"first " + strings.Repeat("x", 80), long, "last"}
			if test.quote != "" {
				texts[1] = "And then: " + test.quote + ", " + long
			}
			d := fitDocument(t, texts...)
			if test.quote != "" {
				d.Parts[1].Blocks = append(d.Parts[1].Blocks, &doc.Callout{Role: doc.RoleQuote, Pull: true, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T(test.quote)}}})
			}
			before := len(doc.Texts(d))
			out, list := Fit(d, layouts.Fit{Pages: 1, Scale: 0.9}, lettersPerPage(test.page))
			if got := out.Styles[doc.RoleBody].Size; got < test.size-1e-9 || got > test.size+1e-9 {
				t.Errorf("the body is set in %g points, want %g", got, test.size)
			}
			if out.Pages != 1 || d.Pages != 0 {
				t.Errorf("made for %d pages, and the document that it was made of for %d", out.Pages, d.Pages)
			}
			var words []string
			for _, s := range doc.Texts(out) {
				words = append(words, strings.TrimRight(strings.ReplaceAll(strings.ReplaceAll(s, strings.Repeat("x", 80), ""), long, "long"), " "))
			}
			if got := strings.Join(words, " "); got != test.words {
				t.Errorf("left are %q, want %q", got, test.words)
			}
			if len(list) != test.list || list.HasErrors() {
				t.Errorf("%d problems, want %d: %v", len(list), test.list, list)
			}
			for i, p := range list {
				want := "left-out"
				if test.name == "too long anyway" && i == 1 {
					want = "too-many-pages"
				}
				if p.Rule != want || p.Severity != diag.Warning {
					t.Errorf("problem %d is %v", i, p)
				}
			}
			if len(doc.Texts(d)) != before {
				t.Error("the document that was given is changed")
			}
		})
	}
}

// What is said of blocks that are left out keeps their words apart.
func TestWordsOfBlocksStandApart(t *testing.T) {
	quote := func(s string) doc.Block {
		return &doc.Callout{Role: doc.RoleQuote, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T(s)}}}
	}
	b := &doc.Columns{Columns: []doc.Column{{Blocks: []doc.Block{quote("One.")}}, {Blocks: []doc.Block{quote("Two.")}}}}
	if got := said(b); got != "One. Two." {
		t.Errorf("%q", got)
	}
}

func TestFitLeavesOutHeadings(t *testing.T) {
	d := fitDocument(t, strings.Repeat("a", 50), strings.Repeat("b", 50))
	blocks := d.Parts[0].Blocks
	d.Parts[0].Blocks = append(blocks[:2:2], &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("A heading")}, blocks[2])
	out, _ := Fit(d, layouts.Fit{Pages: 1, Scale: 1}, lettersPerPage(100))
	if got := len(out.Parts[0].Blocks); got != 2 {
		t.Errorf("%d blocks are left, want the lede and a paragraph", got)
	}
	// A quotation is not what a heading heads.
	d.Parts[0].Blocks = append(d.Parts[0].Blocks, &doc.Callout{Role: doc.RoleQuote, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T("Q")}}})
	out, _ = Fit(d, layouts.Fit{Pages: 1, Scale: 1}, lettersPerPage(100))
	if got := len(out.Parts[0].Blocks); got != 3 {
		t.Errorf("%d blocks are left, want the lede, a paragraph and the quotation", got)
	}
}

// TestFitTakesStatisticsBeforeText holds that many statistics give way to the text,
// those of every group alike, and that one report says which.
func TestFitTakesStatisticsBeforeText(t *testing.T) {
	d := fitDocument(t, "one", "two")
	a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band}
	for _, n := range []int{20, 1, 5} {
		g := &doc.StatGroup{}
		for i := range n {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(fmt.Sprint(i)), Label: doc.T("boats")})
		}
		a.Blocks = append(a.Blocks, g)
	}
	d.Parts[0].Blocks = append(d.Parts[0].Blocks, a)
	out, list := Fit(d, layouts.Fit{Pages: 1, Scale: 1}, func(d *doc.Document) (int, error) {
		n := len(d.Parts[0].Blocks)
		for _, g := range d.Parts[0].Blocks[n-1].(*doc.Aside).Blocks {
			n += len(g.(*doc.StatGroup).Stats)
		}
		return 1 + n/17, nil
	})
	var kept []int
	for _, g := range out.Parts[0].Blocks[len(out.Parts[0].Blocks)-1].(*doc.Aside).Blocks {
		kept = append(kept, len(g.(*doc.StatGroup).Stats))
	}
	if fmt.Sprint(kept) != "[6 1 5]" || len(out.Parts[0].Blocks) != 4 {
		t.Errorf("%v statistics and %d blocks are left", kept, len(out.Parts[0].Blocks))
	}
	if len(list) != 1 || list[0].Rule != "left-out" || !strings.HasPrefix(list[0].Message, "14 statistics are left out") {
		t.Errorf("%v", list)
	}
	if len(a.Blocks[0].(*doc.StatGroup).Stats) != 20 {
		t.Error("the document that was given has lost statistics")
	}
}

func TestFitWithoutPages(t *testing.T) {
	d := fitDocument(t, "text")
	fails := func(*doc.Document) (int, error) { return 0, errors.New("no font") }
	if out, list := Fit(d, layouts.Fit{}, fails); out != d || list != nil {
		t.Error("a layout of any length changes the document")
	}
	if out, list := Fit(d, layouts.Fit{Pages: 1, Scale: 1}, fails); out != d || list != nil {
		t.Error("a document that cannot be set is changed")
	}
}

func TestFitTakesChartsThenPanels(t *testing.T) {
	d := fitDocument(t)
	panel := func(label string) *doc.Aside {
		return &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band, Blocks: []doc.Block{&doc.StatGroup{
			Stats: []*doc.Stat{{Value: doc.T("5"), Label: doc.T(label), Chart: &doc.Chart{}}}}}}
	}
	d.Parts[0].Blocks = append(d.Parts[0].Blocks, panel("boats"), panel("rowers"))
	charts := func(d *doc.Document) (n int) {
		doc.Walk(d, func(_ []doc.Block, b doc.Block) {
			if g, ok := b.(*doc.StatGroup); ok && g.Stats[0].Chart != nil {
				n++
			}
		})
		return n
	}
	for _, test := range []struct {
		name                   string
		room                   int // a panel takes two, its chart one
		charts, panels, report int
	}{{"all", 6, 2, 2, 0}, {"no charts", 4, 0, 2, 0}, {"one panel", 2, 0, 1, 1}} {
		out, list := Fit(d, layouts.Fit{Pages: 1, Scale: 1}, func(d *doc.Document) (int, error) {
			high := charts(d)
			for _, b := range d.Parts[0].Blocks {
				if _, ok := b.(*doc.Aside); ok {
					high += 2
				}
			}
			return 1 + (high-1)/test.room, nil
		})
		panels := len(out.Parts[0].Blocks) - 1
		if charts(out) != test.charts || panels != test.panels || len(list) != test.report {
			t.Errorf("%s: %d charts, %d panels, %v", test.name, charts(out), panels, list)
		}
	}
	if charts(d) != 2 {
		t.Error("the document that was given has lost charts")
	}
}
