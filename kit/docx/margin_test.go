package docx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// withStrip is a document with a sidebar on every page, and so many groups of
// statistics in it.
func withStrip(t testing.TB, groups int) *doc.Document {
	d := specimen(t)
	d.Page.Sidebar = doc.Region{Offset: 9, Span: 3, Ground: doc.Tint}
	d.Looks.Statistics = doc.StatsList
	a := &doc.Aside{Role: doc.RoleStatistics}
	for i := range groups {
		g := &doc.StatGroup{Title: doc.T(fmt.Sprintf("Group %d", i))}
		for range 4 {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T("12"), Label: doc.T("towns")})
		}
		a.Blocks = append(a.Blocks, g)
	}
	d.Parts = []doc.Part{
		{Role: doc.RoleHead, Span: 8, Blocks: []doc.Block{&doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: doc.T("Tides")}}},
		{Role: doc.RoleRelease, Span: 8, Blocks: []doc.Block{a, &doc.Para{Role: doc.RoleBody, Text: doc.T("The tables are open.")}}},
	}
	return d
}

// TestStrip holds that the ground of a sidebar stands in both headers, without
// words and for nobody to read, and that the text ends before it.
func TestStrip(t *testing.T) {
	parts := render(t, Format{}, withStrip(t, 1))
	for _, name := range []string{"word/header1.xml", "word/header2.xml"} {
		h := parts[name]
		for _, want := range []string{`behindDoc="true"`, `Requires="wps"`, `<mc:Fallback><w:pict><v:rect`, `adec:decorative `} {
			if strings.Count(h, want) != 1 {
				t.Errorf("%s has %d of %s, want 1", name, strings.Count(h, want), want)
			}
		}
		if strings.Contains(h, "txbx") || strings.Contains(h, "textbox") {
			t.Errorf("%s has a text box", name)
		}
	}
	margin := regexp.MustCompile(`<w:pgMar[^>]*w:right="(\d+)"`).FindStringSubmatch(parts["word/document.xml"])
	d := specimen(t)
	want := twentieths(d.Page.End + d.Page.TextWidth() - d.Page.SpanWidth(8))
	if len(margin) == 0 || margin[1] != strconv.FormatInt(want, 10) {
		t.Errorf("the right margin is %v, want %d", margin, want)
	}
}

// The ground of columns for panels before the text reaches the other edge.
func TestStripBeforeTheText(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		d := withStrip(t, 1)
		d.RTL = rtl
		d.Page.Main, d.Page.Sidebar, d.Page.Panels = doc.Region{Offset: 4, Span: 8}, doc.Region{}, doc.Region{Span: 3, Ground: doc.Tint}
		for i := range d.Parts {
			d.Parts[i].Offset = 4
		}
		parts := render(t, Format{}, d)
		_, width, _ := d.Page.Strip()
		at := `<wp:posOffset>0</wp:posOffset>`
		if rtl {
			at = `<wp:align>right</wp:align>`
		}
		for _, name := range []string{"word/header1.xml", "word/header2.xml"} {
			size := fmt.Sprintf(`<wp:extent cx="%d" cy="%d"/>`, emu(width), emu(d.Page.Height))
			if h := parts[name]; !strings.Contains(h, at) || !strings.Contains(h, size) {
				t.Errorf("from right to left %v: %s has no ground at %s of %s", rtl, name, at, size)
			}
		}
	}
}

// TestFooterGoesOverTheSidebar holds that the number of the page stands at the far edge of
// the sidebar, in a frame or, from right to left, after a tab.
func TestFooterGoesOverTheSidebar(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		d := withStrip(t, 1)
		d.RTL = rtl
		d.Footer.Start, d.Footer.End = doc.T("Aurora"), doc.T("1")
		parts := render(t, Format{}, d)
		if framed := strings.Contains(parts["word/footer1.xml"], "<w:framePr "); framed == rtl {
			t.Errorf("from right to left %v: a frame %v", rtl, framed)
		}
		want := fmt.Sprintf(`<w:tab w:val="right" w:pos="%d"/>`, twentieths(d.Page.TextWidth()))
		footer := regexp.MustCompile(`<w:style [^>]*w:styleId="Footer">.*?</w:style>`).FindString(parts["word/styles.xml"])
		if over := strings.Contains(footer, want); over != rtl {
			t.Errorf("from right to left %v: %s", rtl, footer)
		}
	}
}

// TestPlacesFromTheRight holds that from right to left a table in the sidebar has its
// place from the head of the text: LibreOffice lets none float that has it in the
// lower half of the page.
func TestPlacesFromTheRight(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		d := withStrip(t, 2)
		d.RTL = rtl
		want := map[bool]string{false: "page", true: "margin"}[rtl]
		found := regexp.MustCompile(`<w:tblpPr w:vertAnchor="(\w+)" w:horzAnchor="page" w:tblpX="\d+" w:tblpY="(\d+)"/>`).
			FindAllStringSubmatch(render(t, Format{}, d)["word/document.xml"], -1)
		if len(found) != 2 {
			t.Fatalf("%d tables in the sidebar, want 2", len(found))
		}
		for _, m := range found {
			if m[1] != want || m[2] == "0" {
				t.Errorf("from right to left %v: %s", rtl, m[0])
			}
		}
	}
}

// TestGroupsFloatApart holds that groups are tables at places of their own on the
// first page, in the order of the text, and that those without room stand in it.
func TestGroupsFloatApart(t *testing.T) {
	for _, groups := range []int{1, 2, 6} {
		d := withStrip(t, groups)
		b := newBuilder(Format{}, d)
		body, _ := b.body()
		floats, others, end := 0, 0, doc.Pt(0)
		for _, e := range body {
			x, ok := e.(*table)
			switch {
			case !ok:
			case x.float == nil || x.float.at == nil:
				others++
			default:
				if others > 0 {
					t.Errorf("%d groups: one floats after one in the text", groups)
				}
				if x.float.at.y < end {
					t.Errorf("%d groups: a table at %.1f stands on one that ends at about %.1f", groups, x.float.at.y, end)
				}
				floats++
				h := doc.Pt(0)
				for range x.rows {
					h += d.Style(doc.RoleStatValue).LineHeight
				}
				end = x.float.at.y + h
				if end > d.Page.Height-d.Page.Bottom {
					t.Errorf("%d groups: a table leaves the page", groups)
				}
			}
		}
		if floats == 0 || groups < 3 && (floats != groups || others > 0) || groups == 6 && others != 1 {
			t.Errorf("%d groups: %d float, and %d tables stand in the text", groups, floats, others)
		}
	}
}

// TestNamesFloat holds that people stand in the sidebar of the first page if it has
// room for them, and else in the text.
func TestNamesFloat(t *testing.T) {
	for groups, floats := range map[int]int{1: 2, 4: 3} {
		d := withStrip(t, groups)
		release := &d.Parts[1]
		names := &doc.Aside{Role: doc.RoleNames, Blocks: []doc.Block{
			&doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: doc.T("People")},
			&doc.Para{Role: doc.RoleContactName, Text: doc.T("Ada Park")}, &doc.Para{Role: doc.RoleContact, Text: doc.T("Chief editor")},
		}}
		release.Blocks = append(release.Blocks, names)
		b := newBuilder(Format{}, d)
		body, _ := b.body()
		n := 0
		for _, e := range body {
			if x, ok := e.(*table); ok && x.float != nil && x.float.at != nil {
				n++
			}
		}
		if n != floats {
			t.Errorf("%d groups: %d tables float, want %d", groups, n, floats)
		}
		if text := render(t, Format{}, d)["word/document.xml"]; strings.Count(text, "Ada Park") != 1 || strings.Count(text, "Chief editor") != 1 {
			t.Errorf("%d groups: the names are lost, or there twice", groups)
		}
	}
}

// Quotations of later pages stand at the head of the sidebar, or lower where another
// one may be above.
func TestQuotationsInTheSidebar(t *testing.T) {
	d := withStrip(t, 0)
	quote := &doc.Aside{Role: doc.RoleQuotes, Place: doc.Sidebar, Blocks: []doc.Block{
		&doc.Callout{Role: doc.RoleQuote, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T("It was a good year.")}}}}}
	d.Parts[1].Blocks = nil
	for _, n := range []int{8, 4, 20} {
		d.Parts[1].Blocks = append(append(d.Parts[1].Blocks, paragraphsOf(n)...), quote)
	}
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, paragraphsOf(1)...)
	var from []string
	f, _ := newBuilder(Format{}, d).body()
	for _, e := range f {
		if t, ok := e.(*table); ok && t.float != nil {
			from = append(from, t.float.at.from)
		}
	}
	if got, want := strings.Join(from, " "), "margin text margin"; got != want {
		t.Errorf("quotations are placed from %q, want %q", got, want)
	}
}
