package docx

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestInset holds that the margins of a cell become space and indents of what stands in
// it, of a table in it too.
func TestInset(t *testing.T) {
	b := newBuilder(Format{}, small(t))
	text := func() *paragraph { return b.text(doc.RoleBody, inCell(100), doc.T("Text.")) }
	figures := b.layoutTable(place{}, 40)
	figures.rows = []row{{height: 30, cells: []cell{{content: flow{text()}}}}}
	first := text()
	outer := b.layoutTable(place{}, 100, 100)
	outer.rows = []row{{cells: []cell{
		{margins: sides[doc.Pt]{top: 3, start: 7, bottom: 4, end: 9}, content: flow{first, text()}},
		{margins: sides[doc.Pt]{top: 3, bottom: 4, start: 2}, content: b.closed(flow{figures})},
	}}}
	b.inset(flow{outer})
	near := func(what string, got, want doc.Pt) {
		t.Helper()
		if math.Abs(got-want) > 0.01 {
			t.Errorf("%s is %.2f, want %.2f", what, got, want)
		}
	}
	look := b.d.Style(doc.RoleBody)
	near("the space over the first paragraph", *first.before, look.Before+3)
	near("its indent", first.start, 7)
	near("its other indent", first.end, 9)
	last := outer.rows[0].cells[0].content[1].(*paragraph)
	near("the space below the last one", *last.after, look.After+4)
	inner := figures.rows[0].cells[0].content[0].(*paragraph)
	near("the indent of a table", figures.start, 2)
	near("the height of its row", figures.rows[0].height, 30+3+4)
	near("the space over what is in it", *inner.before, look.Before+3)
	near("and below that", *inner.after, look.After+4)
}

// TestRowsThatAreFirstOrLast holds what table styles say of rows that are first or last, so that a
// row which is put in looks as the others do, and that tables ask for it.
func TestRowsThatAreFirstOrLast(t *testing.T) {
	d := in(t, doc.Looks{Statistics: doc.StatsList}, doc.AlignStart, &doc.List{Role: doc.RoleTimelineText, Items: []doc.Item{
		{Label: doc.T("2026"), State: doc.Past, Blocks: []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: doc.T("An event.")}}}}})
	parts := render(t, Format{}, d)
	asks := func(style, flag string) bool {
		return regexp.MustCompile(`<w:tblStyle w:val="` + style + `"/>.*?<w:tblLook [^>]*` + flag).MatchString(parts[documentPart])
	}
	if s := styleOf(t, parts, timelineTable); !strings.Contains(s, `<w:tblStylePr w:type="lastRow"><w:tblPr/><w:tcPr><w:tcBorders><w:insideV w:val="nil"/>`) || !asks(timelineTable, `w:lastRow="true"`) {
		t.Errorf("the axis of a timeline goes on: %s", s)
	}
	if s := styleOf(t, parts, listTable); strings.Count(s, "<w:tblStylePr ") != 4 || strings.Contains(s, "w:insideH") {
		t.Errorf("a list of statistics: %s", s)
	}
}
