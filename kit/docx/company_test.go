package docx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// kept says of each element of a flow, table or paragraph, whether it is kept with the
// next (+) and in one piece (!).
func kept(f flow) (out string) {
	for _, e := range f {
		p, ok := e.(*paragraph)
		if ok {
			out += "p"
		} else {
			out += "t"
			p = e.(*table).rows[0].cells[0].content[0].(*paragraph)
		}
		if p.keepNext {
			out += "+"
		}
		if p.whole {
			out += "!"
		}
	}
	return out
}

// TestEndsHaveCompany holds that a few lines never stand alone on the last page of a
// part, nor end matter on that of a document, wherever the page ends.
func TestEndsHaveCompany(t *testing.T) {
	short := &doc.Para{Role: doc.RoleBody, Text: doc.T("The water fell.")}
	long := &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.Repeat("The water rose in the night. ", 60))}
	note := &doc.Para{Role: doc.RoleNote, Text: short.Text}
	data := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}}, {{Text: doc.T("b")}}, {{Text: doc.T("c")}}}}
	high := &doc.Table{Role: doc.RoleTableCell, Rows: slices.Repeat(data.Rows, 12)}
	about := &doc.Columns{Role: doc.RoleEnd, Columns: []doc.Column{{Span: 12, Blocks: []doc.Block{short, short, short, short, short, short, short, short, short}}}}
	for _, tt := range []struct {
		name string
		text []doc.Block
		end  []doc.Block
		want string // with the paragraphs with which sections and documents end
	}{
		{"whole paragraphs", paragraphsOf(6), nil, "p p p p p+! p!"},
		{"some lines of a long one", []doc.Block{long, long, short}, nil, "p p+ p"},
		{"the last one is long", []doc.Block{short, long}, nil, "p p"},
		{"a table", append(paragraphsOf(3), data, short), nil, "p p p+! t+ p"},
		{"a note under a table", append(append(paragraphsOf(2), data, note), paragraphsOf(2)...), nil, "p p t+ p p+! p!"},
		{"nothing goes before", []doc.Block{short, short}, nil, "p p"},
		{"end matter", append(paragraphsOf(3), short, short), about.Columns[0].Blocks[:9], "p p p+! p+ p+ p+ p+ p+ p+ p+ p+ p+ p+ p"},
		{"end matter under what is high", []doc.Block{short, high}, []doc.Block{short, short}, "p t+ p+ p"},
		{"end matter in a table", paragraphsOf(3), []doc.Block{about}, "p p p+! t p"},
	} {
		d := small(t)
		d.Parts = []doc.Part{{Role: doc.RoleRelease, Blocks: tt.text}}
		if tt.end != nil {
			d.Parts = append(d.Parts, doc.Part{Role: doc.RoleEnd, Blocks: tt.end})
		} else {
			d.Parts = append(d.Parts, doc.Part{Role: doc.RoleKit, NewPage: true, Blocks: []doc.Block{short}})
		}
		f, _ := newBuilder(Format{}, d).body()
		if tt.end == nil {
			f = f[:len(f)-1]
		}
		var got []string
		for _, e := range f {
			got = append(got, kept(flow{e}))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A small table is on one page, with the note under it, which does not take what follows
// along.
func TestNotesStayWithTables(t *testing.T) {
	body := &doc.Para{Role: doc.RoleBody, Text: doc.T("The water fell.")}
	data := &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{{{Text: doc.T("a")}}, {{Text: doc.T("b")}}, {{Text: doc.T("c")}}}}
	for _, under := range []*doc.Para{{Role: doc.RoleNote, Text: doc.T("All pictures: Ann.")}, body} {
		d := small(t)
		d.Parts = []doc.Part{{Role: doc.RoleRelease, Blocks: append([]doc.Block{body, data, under}, paragraphsOf(12)...)}}
		f, _ := newBuilder(Format{}, d).body()
		note := under.Role == doc.RoleNote
		for i, r := range f[1].(*table).rows {
			if got, want := r.cells[0].content[0].(*paragraph).keepNext, i < 2 || note; got != want {
				t.Errorf("%s under a table: row %d is kept with the next: %v", under.Role, i+1, got)
			}
		}
		if f[2].(*paragraph).keepNext {
			t.Errorf("%s under a table is kept with what follows", under.Role)
		}
	}
}

// No row of facts stands alone at either end of its table.
func TestRowsStandInPairs(t *testing.T) {
	facts := &doc.Table{Role: doc.RoleFactValue, Rows: slices.Repeat([][]doc.Cell{{{Text: doc.T("Place")}, {Text: doc.T("Ghent")}}}, 5)}
	f, _ := newBuilder(Format{}, small(t, facts, &doc.Para{Role: doc.RoleBody, Text: doc.T("The water fell.")})).body()
	for i, r := range f[0].(*table).rows {
		if got := r.cells[0].content[0].(*paragraph).keepNext; got != (i == 0 || i == 3) {
			t.Errorf("row %d is kept with the next: %v", i+1, got)
		}
	}
}

// TestAir holds that pages have a line more than printed ones, but keep clear of the
// footer.
func TestAir(t *testing.T) {
	for _, tt := range []struct {
		footer doc.Pt // from the foot of the sheet
		want   doc.Pt
	}{{20, 16}, {30, 16}, {46, 1}, {60, 0}} {
		d := small(t)
		d.Page.Bottom, d.Page.FooterFromEdge, d.Page.Baseline, d.Page.FooterRule = 62, tt.footer, 16, doc.Border{}
		footer := d.Styles[doc.RoleFooter]
		footer.LineHeight = 9
		d.Styles[doc.RoleFooter] = footer
		want := fmt.Sprintf(`w:bottom="%d"`, int(20*(d.Page.Bottom-tt.want)))
		if doc := render(t, Format{}, d)["word/document.xml"]; !strings.Contains(doc, want) {
			t.Errorf("footer at %.0f points: no %s", tt.footer, want)
		}
	}
}
