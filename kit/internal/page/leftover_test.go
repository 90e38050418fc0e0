package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// pull makes a quotation of a few lines.
func pull(r *rand.Rand) *doc.Callout {
	return &doc.Callout{Role: doc.RoleQuote, Pull: true,
		Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T(prose(r, 14))}}, Attribution: &doc.Attribution{Name: doc.T("Ada Park")}}
}

// TestNoHoleBeforeQuotation holds that a quotation that can stand nowhere but
// between its paragraphs leaves no hole on the page before: here it is the last
// but for a heading and a few lines.
func TestNoHoleBeforeQuotation(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	quote := pull(r)
	for n := 20; n < 50; n++ {
		d := release(t, 1)
		d.Parts[1].Blocks = []doc.Block{lines(n), lines(6), quote, &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Where to get it")}, lines(5)}
		d.Parts = d.Parts[:2]
		l, _ := see(t, d)
		first := l.sheets[0]
		if l.Pages() == 1 {
			continue
		}
		if hole := l.hole(first); hole > (mostHole+2)*d.Page.Baseline {
			t.Errorf("%d lines: %.0f pt are empty", n, hole)
		}
	}
}

// TestQuotationOverNextPart holds that the same quotation leaves no hole where the
// next part goes on below the text: it may stand between the two.
func TestQuotationOverNextPart(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	quote := pull(r)
	over := 0
	for n := 20; n < 50; n++ {
		d := release(t, 1)
		d.Parts[1].Blocks = []doc.Block{lines(n), lines(6), quote, &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Where to get it")}, lines(3)}
		d.Parts[2] = doc.Part{Role: doc.RoleKit, Span: 12, Blocks: []doc.Block{lines(40)}}
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		if hole := l.hole(l.sheets[0]); hole > (mostHole+2)*d.Page.Baseline {
			t.Errorf("%d lines: %.0f pt are empty", n, hole)
		}
		for k, it := range l.sheets[1].column() {
			if it.quote && k == 0 && l.sheets[1].column()[1].part.Role == doc.RoleKit {
				over++
			}
		}
	}
	if over == 0 {
		t.Error("no quotation stands over the next part")
	}
}

// TestLastLines holds that no page has but a line or two of a part, if the spaces
// around headings and quotations on the page before can take them in.
func TestLastLines(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	quotes := []*doc.Callout{pull(r), pull(r)}
	taken := 0
	for n := 5; n < 45; n++ {
		d := release(t, 1)
		heading := &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Where to get it")}
		d.Parts[1].Blocks = []doc.Block{lines(6), quotes[0], heading, lines(n), quotes[1], heading, lines(6)}
		d.Parts[2] = doc.Part{Role: doc.RoleKit, Span: 12, NewPage: true, Blocks: []doc.Block{lines(3)}}
		l, _ := see(t, d)
		boxesStandApart(t, l)
		if last := l.sheets[l.Pages()-2].column(); len(last) <= 2 {
			t.Errorf("%d lines: %d are left alone on a page", n, len(last))
		}
		if l.Pages() == 2 && l.hole(l.sheets[0]) < d.Page.Baseline {
			taken++
		}
	}
	if taken == 0 {
		t.Error("nothing was taken in")
	}
}

// TestLastLinesHaveCompany holds that a few lines of a part with their heading are
// not left alone on a page: what stands before them goes there too, if it is not
// too much.
func TestLastLinesHaveCompany(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	quote := pull(r)
	shared := 0
	for n := 55; n < 75; n++ {
		d := release(t, 1)
		heading := &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Where to get it")}
		d.Parts[1].Blocks = []doc.Block{lines(n), lines(6), quote, lines(5), heading, lines(4)}
		d.Parts[2] = doc.Part{Role: doc.RoleKit, Span: 12, NewPage: true, Blocks: []doc.Block{lines(3)}}
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		last := l.sheets[l.Pages()-2]
		if at := last.bottom(); l.Pages() > 3 && at < 6*d.Page.Baseline {
			t.Errorf("%d lines: %.0f pt are left alone on a page", n, at)
		}
		if l.Pages() > 3 && l.hole(l.sheets[l.Pages()-3]) > mostHole*d.Page.Baseline {
			shared++
		}
	}
	if shared == 0 {
		t.Error("no lines have company")
	}
}

// TestFootHasCompany holds that the end matter does not stand alone on the last
// page, if a section or block before it can go there with it.
func TestFootHasCompany(t *testing.T) {
	moved := 0
	for n := range 40 {
		d := release(t, 1)
		kit := doc.Part{Role: doc.RoleKit, Span: 12, NewPage: true}
		for i, k := range []int{n + 4, 6} {
			id := fmt.Sprint("s", i)
			kit.Blocks = append(kit.Blocks, &doc.Section{Role: "backgrounder", ID: id, Title: doc.T(id), Beside: true, Blocks: []doc.Block{lines(k)}})
		}
		d.Parts = []doc.Part{d.Parts[0], kit, d.Parts[2]}
		d.Parts[1].NewPage = false
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		boxesStandApart(t, l)
		last := l.sheets[l.Pages()-1]
		if last.foot == nil || len(last.bands) == 0 {
			t.Errorf("%d lines: the foot stands alone, or nowhere", n)
			continue
		}
		if last.column()[0].newPage {
			moved++
		}
	}
	if moved == 0 {
		t.Error("nothing was moved to the foot")
	}
}

// TestRowsHaveCompany holds that neither the first row of a table or list nor the
// last stands alone on a page.
func TestRowsHaveCompany(t *testing.T) {
	table := &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("Town")}}}}
	list := &doc.List{Role: doc.RoleListItem}
	for i := range 8 {
		text := doc.T(fmt.Sprint("Row ", i))
		table.Rows = append(table.Rows, []doc.Cell{{Text: text}})
		list.Items = append(list.Items, doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: text}}})
	}
	facts := &doc.Table{Role: doc.RoleFactValue}
	timeline := &doc.List{Role: doc.RoleTimelineText}
	for i := range 8 {
		text := doc.T(fmt.Sprint("Row ", i))
		facts.Rows = append(facts.Rows, []doc.Cell{{Text: doc.T("Town")}, {Text: text}})
		timeline.Items = append(timeline.Items, doc.Item{Label: doc.T("2026"), Blocks: []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: text}}})
	}
	for name, blk := range map[string]doc.Block{"table": table, "list": list, "facts": facts, "timeline": timeline} {
		for n := 20; n < 50; n++ {
			d := release(t, 1)
			d.Parts[1].Blocks = []doc.Block{lines(n), blk, lines(30)}
			_, inks := see(t, d)
			rows := map[int]int{}
			for _, k := range inks {
				if strings.HasPrefix(k.text, "Row ") {
					rows[k.page]++
				}
			}
			for page, count := range rows {
				if count == 1 {
					t.Errorf("%d lines over the %s: one row stands alone on page %d", n, name, page)
				}
			}
		}
	}
}

// TestBandMovesOn holds that statistics between the lines of a text leave no hole
// where they have no room: the text goes on before them, and they head the next page.
func TestBandMovesOn(t *testing.T) {
	moved := 0
	for n := 10; n < 45; n++ {
		d := release(t, 1)
		d.Looks.Statistics = doc.StatsBand
		band := statistics(4)
		band.Title, band.Place = nil, doc.Band
		d.Parts[1].Blocks = []doc.Block{lines(n), band, lines(9), lines(40)}
		d.Parts = d.Parts[:2]
		l, inks := see(t, d)
		everyWordInOrder(t, d, l, inks)
		boxesStandApart(t, l)
		if hole := l.hole(l.sheets[0]); hole > 4*d.Page.Baseline {
			t.Errorf("%d lines: %.0f pt are empty", n, hole)
		}
		if l.sheets[1].column()[0].band {
			moved++
		}
	}
	if moved == 0 {
		t.Error("nothing was moved")
	}
}

// TestEndMarkFollows holds that the sign at the end of the text begins no page.
func TestEndMarkFollows(t *testing.T) {
	for n := 20; n < 50; n++ {
		d := release(t, 1)
		d.Parts[1].Blocks = []doc.Block{lines(n), lines(6), &doc.Para{Role: doc.RoleEndMark, Text: doc.T("■")}}
		d.Parts[2] = doc.Part{Role: doc.RoleKit, Span: 12, Blocks: []doc.Block{lines(30)}}
		_, inks := see(t, d)
		at := slices.IndexFunc(inks, func(k ink) bool { return k.text == "■" })
		if at < 0 {
			t.Fatal("no sign")
		}
		if !slices.ContainsFunc(inks, func(k ink) bool {
			return k.page == inks[at].page && k.y < inks[at].y && strings.HasPrefix(k.text, "The river")
		}) {
			t.Errorf("%d lines: it begins page %d", n, inks[at].page)
		}
	}
}

// TestMarkFromRightToLeft holds that the words of a quotation keep as far from
// its marks from right to left as from left to right.
func TestMarkFromRightToLeft(t *testing.T) {
	gaps := func(rtl bool) (open, end doc.Pt) {
		d := release(t, 1)
		d.RTL = rtl
		text := doc.Text{{Text: "*", Role: doc.RoleMark}, {Text: "123"}, {Text: "!", Role: doc.RoleMark}}
		d.Parts[1].Blocks = []doc.Block{&doc.Callout{Role: doc.RoleQuote, Pull: true, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: text}}}}
		_, inks := see(t, d)
		find := func(text string) ink {
			i := slices.IndexFunc(inks, func(k ink) bool { return k.text == text })
			if i < 0 {
				t.Fatalf("no %s", text)
			}
			return inks[i]
		}
		mark, words, last := find("*"), find("123"), find("!")
		if rtl {
			return mark.x - words.x - words.w, words.x - last.x - last.w
		}
		return words.x - mark.x - mark.w, last.x - words.x - words.w
	}
	open, end := gaps(false)
	mirrored, mirroredEnd := gaps(true)
	if abs(open-mirrored) > 0.1 || abs(end-mirroredEnd) > 0.1 || open <= end {
		t.Errorf("the words stand %.2f and %.2f pt from the marks, from right to left %.2f and %.2f pt", open, end, mirrored, mirroredEnd)
	}
}

// TestSmallSpacesOnGrid holds that on a grid spaces of less than half a line
// vanish rather than grow to a whole one.
func TestSmallSpacesOnGrid(t *testing.T) {
	d := release(t, 1)
	d.Page.Grid = true
	list := &doc.List{Role: doc.RoleListItem}
	for i := range 4 {
		list.Items = append(list.Items, doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T(fmt.Sprint("Row ", i))}}})
	}
	d.Parts[1].Blocks = []doc.Block{lines(3), list, lines(3)}
	_, inks := see(t, d)
	var at []doc.Pt
	for _, k := range inks {
		if strings.HasPrefix(k.text, "Row ") {
			at = append(at, k.y)
		}
	}
	for i := 1; i < len(at); i++ {
		if abs(at[i]-at[i-1]-d.Page.Baseline) > slack {
			t.Errorf("entries stand at %v, want a line from each to the next", at)
		}
	}
}
