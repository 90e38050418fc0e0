package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// panelOf is a panel of groups of three figures.
func panelOf(groups int) *doc.Aside {
	a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Sidebar, Title: doc.T("Figures")}
	for i := range groups {
		g := &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", i+1))}
		for range 3 {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T("1,234"), Label: doc.T("towns"), Highlight: true})
		}
		a.Blocks = append(a.Blocks, g)
	}
	return a
}

func paragraphsOf(n int) (out []doc.Block) {
	for range n {
		out = append(out, &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.Repeat("The water rose in the night. ", 20))})
	}
	return out
}

// parts says where the groups of a panel stand: beside the text (|), beside it from the
// head of the page (^) or over the whole width (=), and how many paragraphs are between.
func parts(b *builder, blocks []doc.Block) (out string) {
	n := 0
	for _, e := range b.blocks(b.partPlace(b.d.Parts[0]), blocks) {
		t, ok := e.(*table)
		if !ok {
			n++
			continue
		}
		if n > 0 {
			out += fmt.Sprintf(" %d ", n)
		}
		n = 0
		switch {
		case t.float == nil:
			out += "="
		case t.float.head:
			out += "^"
		default:
			out += "|"
		}
		out += strings.NewReplacer("Group ", "", "; ", "").Replace(t.description)
	}
	return fmt.Sprintf("%s %d", out, n)
}

func TestPanelsAreParted(t *testing.T) {
	for _, tt := range []struct {
		name   string
		room   doc.Pt // on the first page
		groups int
		text   int // paragraphs, each about 70 points high
		want   string
	}{
		{"room for all", 600, 2, 20, "|12 20"},
		{"room for one", 250, 3, 20, "|1 3 |23 17"},
		{"room for none", 100, 2, 20, "2 |12 18"},
		{"as high as a page", 100, 3, 20, "2 ^123 18"},
		{"perhaps not on the next page", 160, 3, 20, "2 =123 18"},
		{"too little text below", 250, 3, 6, "|1 3 =23 3"},
		{"all text on this page", 250, 3, 3, "=123 3"},
	} {
		d := small(t)
		b := newBuilder(Format{}, d)
		b.room = tt.room
		if got := strings.TrimSpace(parts(b, append([]doc.Block{panelOf(tt.groups)}, paragraphsOf(tt.text)...))); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A panel that finds no room may follow on the text over a picture.
func TestPanelsStandBesidePictures(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	b.room = 100
	picture := &doc.Picture{ID: "p", Name: "p.svg", Vector: true, Alt: "Ann", Data: []byte(tinySVG), Width: 9, Height: 5}
	blocks := append([]doc.Block{panelOf(1)}, paragraphsOf(2)...)
	blocks = append(append(blocks, &doc.Figure{Picture: picture}), paragraphsOf(5)...)
	if got, want := strings.TrimSpace(parts(b, blocks)), "2 |1 6"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A heading that has no room under the text goes to the next page with the panel, which
// may stand beside the rows of a table too.
func TestPanelsFollowHeadings(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	line := b.d.Style(doc.RoleBody).LineHeight
	table := &doc.Table{Role: doc.RoleTableCell, Header: [][]doc.Cell{{{Text: doc.T("Towns")}}}, Rows: make([][]doc.Cell, 30)}
	for i := range table.Rows {
		table.Rows[i] = []doc.Cell{{Text: doc.T("Oslo")}}
	}
	blocks := append([]doc.Block{panelOf(2)}, paragraphsOf(2)...)
	before := b.textEstimate(blocks[1:], b.partPlace(b.d.Parts[0]))
	blocks = append(blocks, &doc.Heading{Role: doc.RoleSubhead, Level: 2, Text: doc.T("Towns")}, table, paragraphsOf(1)[0])
	for lines, want := range map[doc.Pt]string{0: "|1 2 |2 1 =Towns 1", 4: "=12 3 =Towns 1"} {
		b.room = before + lines*line
		if got := strings.TrimSpace(parts(b, blocks)); got != want {
			t.Errorf("%.0f lines left: %q, want %q", lines, got, want)
		}
	}
}

// Groups over the whole width are dealt evenly: a fourth does not stand alone.
func TestGroupsAreDealtEvenly(t *testing.T) {
	for groups, want := range map[int]int{1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3} {
		b := newBuilder(Format{}, small(t))
		var f flow
		a := panelOf(groups)
		b.band(place{width: 480, full: 480}, &f, nil, groupsOf(a))
		if got := len(f[0].(*table).grid); got != want {
			t.Errorf("%d groups: %d side by side, want %d", groups, got, want)
		}
	}
}

// A figure beside its ring has the room that it was measured for.
func TestRingsLeaveFiguresWhole(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	chart := specimenChart(t, doc.Ring)
	s := &doc.Stat{Value: doc.T("23.6"), Unit: doc.T("%"), Label: doc.T("of all"), Chart: chart}
	w := 2*b.statWidth(s) + pairGap + 2
	f := b.bandGroup(&doc.StatGroup{Stats: []*doc.Stat{s}}, w)
	table := f[0].(*table)
	words := table.rows[0].cells[0]
	if room := table.grid[0] - words.margins.start - words.margins.end; len(table.rows[0].cells) != 2 || room < b.statWidth(s) {
		t.Errorf("%v points for a figure of %v", room, b.statWidth(s))
	}
}

// Columns of text that end with a table are followed by a paragraph that is not
// the one that ends them, and the space before a band is outside of them.
func TestColumnsThatEndWithATable(t *testing.T) {
	d := small(t)
	data := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}}}}
	band := panelOf(1)
	band.Place = doc.Band
	d.Parts[0].Columns, d.Parts[0].Span = 2, 0
	d.Parts[0].Blocks = append(paragraphsOf(2), data, band)
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	for i, e := range f {
		p, ok := e.(*paragraph)
		if !ok || p.section == nil || p.section.columns != 2 {
			continue
		}
		if under, ok := f[i-1].(*paragraph); !ok || under.style != gap {
			t.Error("the section ends with the table")
		}
		if over, ok := f[i+1].(*paragraph); !ok || over.line < b.modules(bandGap) {
			t.Error("there is no space over the band")
		}
		return
	}
	t.Error("no section of columns")
}

// The space under the last lines of columns is outside of them, once.
func TestSpaceUnderColumns(t *testing.T) {
	d := small(t)
	band := panelOf(1)
	band.Place = doc.Band
	d.Parts[0].Columns, d.Parts[0].Span = 2, 0
	d.Parts[0].Blocks = append(paragraphsOf(2), band)
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	for i, e := range f {
		if p, ok := e.(*paragraph); ok && p.section != nil && p.section.columns == 2 {
			under, ok := f[i+1].(*paragraph)
			if !ok || p.after == nil || *p.after != 0 || under.line != max(b.modules(bandGap), b.d.Style(doc.RoleBody).After) {
				t.Errorf("after %v, then %v", p.after, under)
			}
			return
		}
	}
	t.Error("no section of columns")
}

// A panel stands beside text that is estimated to be a line lower than it needs, and
// not beside less.
func TestPanelsMayBeALineTooHigh(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	b.room = 600
	a, line := panelOf(1), b.d.Style(doc.RoleBody).LineHeight
	for lines, want := range map[doc.Pt]bool{0: true, 0.9: true, 1.1: false} {
		pl := place{side: 150, beside: 200 + b.modules(panelBelow) - lines*line, bounded: true}
		if got := b.standsBeside(pl, a, 200, 3); got != want {
			t.Errorf("%.1f lines too high: beside the text %v", lines, got)
		}
	}
}

// What follows a panel over the whole width is not kept away from it as well as from
// the text: LibreOffice would set it beside the panel.
func TestPanelsEndOverWhatIsWide(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	if f := b.float(place{side: 150}); f.below != b.modules(panelBelow) {
		t.Errorf("%.1f points below a panel", f.below)
	}
	if f := b.float(place{side: 150, bounded: true}); f.below != 0 {
		t.Errorf("%.1f points below a panel, over a band", f.below)
	}
}
