package page

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// ink is a run of text as it was drawn.
type ink struct {
	page    int
	elem    canvas.Elem
	x, y, w doc.Pt
	size    doc.Pt
	text    string
}

// eye is a canvas that remembers where text stands.
type eye struct {
	*canvas.Recorder
	page int
	inks []ink
}

func (e *eye) StartPage(w, h doc.Pt) { e.page++; e.Recorder.StartPage(w, h) }

func (e *eye) Text(el canvas.Elem, x, y doc.Pt, r typeset.Run, c doc.Color) {
	var s strings.Builder
	for _, g := range r.Glyphs {
		s.WriteString(g.Text)
	}
	w := r.Width
	if n := len(r.Glyphs); n > 0 && r.Glyphs[n-1].Text == " " {
		w -= r.Glyphs[n-1].Advance
	}
	e.inks = append(e.inks, ink{page: e.page, elem: el, x: x, y: y, w: w, size: r.Size, text: s.String()})
	e.Recorder.Text(el, x, y, r, c)
}

func see(t testing.TB, d *doc.Document) (*Layout, []ink) {
	t.Helper()
	l, err := New(t.Context(), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	e := &eye{Recorder: canvas.NewRecorder(&bytes.Buffer{})}
	if err := l.Render(e); err != nil {
		t.Fatal(err)
	}
	return l, e.inks
}

var vocabulary = strings.Fields(`the river rises faster than the town expects and every gauge along its banks reports
	a level that the forecast turns into hours of warning for streets schools and cellars municipalities publish
	each miss with its cause on the same page as the successes so that trust grows`)

func prose(r *rand.Rand, words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(vocabulary[r.IntN(len(vocabulary))])
	}
	return b.String() + "."
}

// release makes a document of random size: paragraphs, headings, quotations, a
// panel of statistics, sections of the kit.
func release(t testing.TB, seed uint64) *doc.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	d := specimen(t)
	d.Embargo = nil
	aside := &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("At a glance")}
	for g := range 1 + r.IntN(5) {
		group := &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", g))}
		for range 1 + r.IntN(5) {
			group.Stats = append(group.Stats, &doc.Stat{
				Value: doc.T(fmt.Sprint(r.IntN(100_000))), Label: doc.T(prose(r, 1+r.IntN(4))), Highlight: r.IntN(4) == 0,
			})
		}
		aside.Blocks = append(aside.Blocks, group)
	}
	text := []doc.Block{aside, &doc.Para{Role: doc.RoleLede, Text: doc.T(prose(r, 60))}}
	for i := range 3 + r.IntN(25) {
		switch {
		case i%7 == 3:
			text = append(text, &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T(prose(r, 4))})
		case i%7 == 5:
			text = append(text, &doc.Callout{Role: doc.RoleQuote, Pull: true,
				Body:        []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.Text{{Text: "“", Role: doc.RoleMark}, {Text: prose(r, 20)}, {Text: "”", Role: doc.RoleMark}}}},
				Attribution: &doc.Attribution{Name: doc.T("Ada Park"), Title: doc.T("Librarian")}})
		}
		text = append(text, &doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, 5+r.IntN(120)))})
	}
	d.Parts = []doc.Part{
		{Role: doc.RoleHead, Span: 12, Blocks: []doc.Block{&doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: doc.T(prose(r, 12))}}},
		{Role: doc.RoleRelease, Span: 8, Blocks: text},
		{Role: doc.RoleEnd, Span: 12, Foot: true, Blocks: []doc.Block{&doc.Columns{Columns: []doc.Column{
			{Span: 8, Blocks: []doc.Block{&doc.Para{Role: doc.RoleBoilerplate, Text: doc.T(prose(r, 40))}}},
			{Span: 4, Blocks: []doc.Block{&doc.Para{Role: doc.RoleContact, Text: doc.T("Marit Claes")}}},
		}}}},
	}
	return d
}

// TestNothingIsLostOrOverlaps lays out documents of many sizes: every word is
// drawn once, inside the margins, and no line stands on another.
func TestNothingIsLostOrOverlaps(t *testing.T) {
	for seed := range uint64(52) {
		d := release(t, seed)
		if seed >= 40 { // the sidebar before the text
			panelsBefore(d)
		}
		_, inks := see(t, d)
		var drawn []ink
		for _, k := range inks {
			if k.elem >= 0 {
				drawn = append(drawn, k)
			}
		}
		var want, got int
		for _, s := range doc.Texts(d) {
			want += letters(s)
		}
		for i, k := range drawn {
			got += letters(k.text)
			if k.x < d.Page.Start-9 || k.x+k.w > d.Page.Width-d.Page.End+0.5 {
				t.Errorf("seed %d: %q on page %d reaches from %.1f to %.1f, outside the margins", seed, k.text, k.page, k.x, k.x+k.w)
			}
			if k.y > d.Page.Height-doc.MM(20) {
				t.Errorf("seed %d: %q on page %d stands at %.1f, in the foot of the page", seed, k.text, k.page, k.y)
			}
			for _, o := range drawn[:i] {
				apart := k.size * 0.6 // the letters of the lower line reach so high
				if o.y > k.y {
					apart = o.size * 0.6
				}
				if o.page == k.page && abs(o.y-k.y) > 0.01 && abs(o.y-k.y) < apart && k.x < o.x+o.w && o.x < k.x+k.w {
					t.Errorf("seed %d, page %d: %q and %q overlap", seed, k.page, k.text, o.text)
				}
			}
		}
		if got != want {
			t.Errorf("seed %d: %d letters drawn, %d in the document", seed, got, want)
		}
	}
}

// letters counts what a text shows, without spaces and hyphens added at line
// ends.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune(" \u00a0\u00ad\u2002\u202f", r) {
			n++
		}
	}
	return n
}

func abs(v doc.Pt) doc.Pt { return max(v, -v) }

// TestKeeps holds that pages break where the styles allow it.
func TestKeeps(t *testing.T) {
	for seed := range uint64(40) {
		l, _ := see(t, release(t, seed))
		for n, s := range l.sheets[:len(l.sheets)-1] {
			var last *item
			for _, bd := range s.bands {
				for _, p := range bd.main {
					last = p.item
				}
			}
			if last != nil && last.glue && !last.quote { // see the properties for quotations
				t.Errorf("seed %d: page %d ends after an item that stays with the next", seed, n+1)
			}
		}
	}
}

// TestLongPanel holds that a panel that is higher than the page goes on beside
// the text of the next, in whole groups.
func TestLongPanel(t *testing.T) {
	d := release(t, 3)
	aside := &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("At a glance")}
	for g := range 12 {
		aside.Blocks = append(aside.Blocks, &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", g)), Stats: []*doc.Stat{
			{Value: doc.T("11"), Label: doc.T("eleven")}, {Value: doc.T("22"), Label: doc.T("a label")}, {Value: doc.T("33"), Label: doc.T("third")},
		}})
	}
	d.Parts[1].Blocks[0] = aside
	l, inks := see(t, d)
	at := map[string]int{}
	for _, k := range inks {
		if strings.HasPrefix(k.text, "Group") {
			at[k.text] = k.page
		}
	}
	if len(at) != 12 {
		t.Errorf("%d groups drawn, want 12", len(at))
	}
	if at["Group 0"] != 1 || at["Group 11"] == 1 {
		t.Errorf("groups stand on pages %v of %d", at, l.Pages())
	}
	titles := map[int]bool{}
	for _, k := range inks {
		if k.text == "At a glance" {
			titles[k.page] = k.elem > 0
		}
	}
	for _, page := range at {
		if real, ok := titles[page]; !ok || real != (page == 1) {
			t.Errorf("page %d: the panel has no title, or one that is read twice", page)
		}
	}
}

// TestMissingGlyph holds that a character without a glyph is an error that
// names it.
func TestMissingGlyph(t *testing.T) {
	d := release(t, 1)
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, &doc.Para{Role: doc.RoleBody, Text: doc.T("snow \u96EA man")})
	_, err := New(t.Context(), d, nil)
	list, ok := err.(diag.List)
	if !ok || len(list) != 1 || list[0].Rule != "missing-glyph" || !strings.Contains(list[0].Message, "U+96EA of the script Han") {
		t.Errorf("got %v", err)
	}
}

// TestTooHigh holds that what can only be drawn in one piece is an error if it is
// higher than a page, not a page with words cut off.
func TestTooHigh(t *testing.T) {
	d := release(t, 1)
	r := rand.New(rand.NewPCG(1, 1))
	group := &doc.StatGroup{Stats: []*doc.Stat{{Value: doc.T("1"), Label: doc.T(prose(r, 2500))}}}
	d.Parts[1].Blocks[0] = &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("Figures"), Blocks: []doc.Block{group}}
	_, err := New(t.Context(), d, nil)
	list, ok := err.(diag.List)
	if !ok || len(list) != 1 || list[0].Rule != "too-high" {
		t.Errorf("got %v", err)
	}
}

func BenchmarkLayout(b *testing.B) {
	c := NewCache()
	for _, size := range []int{1, 10, 50} {
		b.Run(fmt.Sprintf("%dx", size), func(b *testing.B) {
			d := release(b, 4)
			r := rand.New(rand.NewPCG(2, 2))
			for range 8 * size {
				d.Parts[1].Blocks = append(d.Parts[1].Blocks, &doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, 120))})
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := New(b.Context(), d, c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestMirrored holds that a document in a script from right to left is the
// mirror of one from left to right: the sidebar stands on the other side.
func TestMirrored(t *testing.T) {
	d := release(t, 2)
	_, ltr := see(t, d)
	d = release(t, 2)
	d.RTL, d.Lang = true, "ar"
	_, rtl := see(t, d)
	find := func(inks []ink) ink {
		for _, k := range inks {
			if k.text == "Group 0" {
				return k
			}
		}
		t.Fatal("no group drawn")
		return ink{}
	}
	a, b := find(ltr), find(rtl)
	if got, want := b.x+b.w, d.Page.Width-a.x; abs(got-want) > 0.5 {
		t.Errorf("the group's heading ends at %.1f, want %.1f", got, want)
	}
}

// section is a document with one section of the kit beside its title.
func section(t testing.TB, blocks ...doc.Block) *doc.Document {
	d := release(t, 1)
	d.Parts = append(d.Parts[:1], doc.Part{Role: doc.RoleKit, Span: 12, Blocks: []doc.Block{
		&doc.Section{Role: "people", ID: "people", Title: doc.T("People"), Beside: true, Blocks: blocks},
	}})
	return d
}

// TestHighRows holds that facts, events and people that are higher than a page
// are parted between lines, and nothing of them is lost.
func TestHighRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	long := func(words int) []doc.Block {
		return []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, words))}}
	}
	for name, d := range map[string]*doc.Document{
		"people": section(t, &doc.Card{Blocks: long(50)}, &doc.Card{Blocks: long(1500)}, &doc.Card{Blocks: long(20)}),
		"events": section(t, &doc.List{Role: doc.RoleTimelineText, Items: []doc.Item{
			{Label: doc.T("2020"), Blocks: long(10)}, {Label: doc.T("2021"), Blocks: long(1500)}, {Label: doc.T("2022"), Blocks: long(1500)}}}),
		"facts": section(t, &doc.Table{Role: doc.RoleFactValue, HeaderColumn: true, Rows: [][]doc.Cell{
			{{Text: doc.T("One")}, {Text: doc.T(prose(r, 1200))}}, {{Text: doc.T("Two")}, {Text: doc.T(prose(r, 1200))}}}}),
		"row":       section(t, &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("One")}, {Text: doc.T("Two")}}}, Rows: [][]doc.Cell{{{Text: doc.T(prose(r, 40))}, {Text: doc.T(prose(r, 3000))}}}}),
		"quotation": section(t, &doc.Callout{Role: doc.RoleQuote, Body: long(900), Attribution: &doc.Attribution{Name: doc.T("Ada Park")}}, long(50)[0]),
		"caption":   section(t, figure(t, r, doc.FloatTop, prose(r, 2000)), long(50)[0]),
		"gallery":   section(t, &doc.Gallery{Columns: 3, Aspect: 1.5, Figures: []*doc.Figure{figure(t, r, 0, prose(r, 1500)), figure(t, r, 0, "Short.")}}),
		"columns":   section(t, &doc.Columns{Columns: []doc.Column{{Span: 8, Blocks: long(3000)}, {Span: 4, Blocks: long(500)}}}),
		"answers":   section(t, &doc.Heading{Level: 3, Role: doc.RoleQuestion, Text: doc.T("Why?")}, long(2500)[0]),
	} {
		t.Run(name, func(t *testing.T) {
			_, inks := see(t, d)
			var want, got int
			for _, s := range doc.Texts(d) {
				want += letters(s)
			}
			for _, k := range inks {
				if k.elem >= 0 {
					got += letters(k.text)
				}
				if k.elem >= 0 && k.y > d.Page.Height-doc.MM(20) {
					t.Fatalf("%q stands in the foot of page %d", k.text, k.page)
				}
			}
			if got != want {
				t.Errorf("%d letters drawn, want %d", got, want)
			}
		})
	}
}

// TestManyStatistics holds that a panel with any number of statistics is drawn
// whole.
func TestManyStatistics(t *testing.T) {
	for _, n := range []int{1, 20, 61, 200} {
		d := release(t, 1)
		g := &doc.StatGroup{}
		for i := range n {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(fmt.Sprint(10_000 + i)), Label: doc.T("a label of several words for two lines")})
		}
		d.Parts[1].Blocks[0] = &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("Figures"), Blocks: []doc.Block{g}}
		_, inks := see(t, d)
		seen := map[string]bool{}
		for _, k := range inks {
			if k.elem >= 0 && strings.HasPrefix(k.text, "10") {
				seen[k.text] = true
			}
		}
		if len(seen) != n {
			t.Errorf("%d of %d statistics drawn", len(seen), n)
		}
	}
}

// TestFurnitureIsChecked holds that what repeats on every page is checked for
// characters without a glyph too.
func TestFurnitureIsChecked(t *testing.T) {
	for name, change := range map[string]func(*doc.Document){
		"footer":   func(d *doc.Document) { d.Footer.Start = doc.T("漢 Corp") },
		"masthead": func(d *doc.Document) { d.Parts[0].Header = []doc.Text{doc.T("漢")} },
		"embargo":  func(d *doc.Document) { d.Embargo = doc.T("漢") },
		"logo":     func(d *doc.Document) { d.Logo, d.LogoAlt = nil, "漢" },
	} {
		d := release(t, 1)
		change(d)
		if _, err := New(t.Context(), d, nil); err == nil || !strings.Contains(err.Error(), "U+6F22") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestSpeakerInsideText holds that a quotation keeps its speaker wherever it
// stands.
func TestSpeakerInsideText(t *testing.T) {
	d := release(t, 1)
	quote := &doc.Callout{Role: doc.RoleQuote, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T("Words.")}},
		Attribution: &doc.Attribution{Name: doc.T("Xenia")}}
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, &doc.List{Role: doc.RoleListItem, Items: []doc.Item{{Blocks: []doc.Block{quote}}}})
	_, inks := see(t, d)
	for _, k := range inks {
		if k.text == "Xenia" {
			return
		}
	}
	t.Error("the speaker is not drawn")
}

// TestTableHead holds that the head of a table stands over its rows on every
// page, and is read once.
func TestTableHead(t *testing.T) {
	table := &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("Town")}, {Text: doc.T("Gauges")}}}}
	for i := range 100 {
		table.Rows = append(table.Rows, []doc.Cell{{Text: doc.T(fmt.Sprint("row ", i))}, {Text: doc.T("1")}})
	}
	_, inks := see(t, section(t, table))
	head, row := map[int]ink{}, map[int]ink{}
	for _, k := range inks {
		if k.text == "Town" {
			head[k.page] = k
		}
		if first, ok := row[k.page]; strings.HasPrefix(k.text, "row") && (!ok || k.y < first.y) {
			row[k.page] = k
		}
	}
	if len(row) < 3 {
		t.Fatalf("the table stands on %d pages", len(row))
	}
	for page, first := range row {
		if h, ok := head[page]; !ok || h.y >= first.y || h.x != first.x {
			t.Errorf("page %d: the head stands at %.1f, %.1f, the first row at %.1f, %.1f", page, h.x, h.y, first.x, first.y)
		} else if read := h.elem > 0; read != (first.text == "row 0") {
			t.Errorf("page %d: the head is read: %v", page, read)
		}
	}
}

// TestFirstMasthead holds that the masthead belongs to the text on the first
// page, where it says what is said nowhere else, and on no other.
func TestFirstMasthead(t *testing.T) {
	d := release(t, 5)
	d.Embargo = doc.T("Embargoed")
	d.Parts[0].Header = []doc.Text{doc.T("Press release")}
	d.Parts[1].Header = d.Parts[0].Header
	l, inks := see(t, d)
	seen := map[string]int{}
	for _, k := range inks {
		if k.text != "Embargoed" && k.text != "Press release" {
			continue
		}
		seen[k.text]++
		if k.page == 1 != (k.elem > 0) {
			t.Errorf("%q on page %d belongs to %d", k.text, k.page, k.elem)
		}
	}
	if seen["Embargoed"] != l.Pages() || l.Pages() < 2 {
		t.Errorf("the warning stands on %d of %d pages", seen["Embargoed"], l.Pages())
	}
	if n := l.tree.Nodes[1]; n.Tag != "P" {
		t.Errorf("the first element is %v, not the warning", n)
	}
}

// TestFeatures holds that choices of a style reach the font.
func TestFeatures(t *testing.T) {
	for want, st := range map[string]doc.Style{
		"":               {},
		"onum pnum":      {Figures: doc.OldStyleFigures},
		"lnum pnum":      {Figures: doc.ProportionalFigures},
		"lnum tnum":      {Figures: doc.TabularFigures},
		"onum pnum smcp": {Figures: doc.OldStyleFigures, SmallCaps: true},
	} {
		var got []string
		for _, f := range features(st) {
			got = append(got, f.Tag)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
	// The glyphs of digits differ as the style says: Vollkorn has old-style ones.
	d := release(t, 1)
	b, err := newBuilder(t.Context(), d, NewCache())
	if err != nil {
		t.Fatal(err)
	}
	digits := func(f doc.Figures) []typeset.Glyph {
		st := d.Style(doc.RoleBody)
		st.Figures = f
		return b.paragraph(doc.T("1234567890"), st, 500, canvas.Ground, setOptions{}).lines[0].Runs[0].Glyphs
	}
	old, tabular := digits(doc.OldStyleFigures), digits(doc.TabularFigures)
	for i := range old {
		if old[i].ID == tabular[i].ID {
			t.Errorf("digit %d is the same in the text and in tables", i)
		}
		if tabular[i].Advance != tabular[0].Advance {
			t.Errorf("tabular digit %d is %.2f wide, the first %.2f", i, tabular[i].Advance, tabular[0].Advance)
		}
	}
	// Punctuation hangs where the style says so.
	st := d.Style(doc.RoleBody)
	st.HangFirst = true
	if x := b.paragraph(doc.T("“Words”"), st, 500, canvas.Ground, setOptions{}).lines[0].X; x >= 0 {
		t.Errorf("the opening mark stands at %.2f, inside the measure", x)
	}
}
