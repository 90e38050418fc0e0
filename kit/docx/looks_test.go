package docx

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// voice makes a quotation with its marks.
func voice(portrait *doc.Picture) *doc.Callout {
	return &doc.Callout{Role: doc.RoleQuote, Pull: true,
		Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.Text{{Text: "“", Role: doc.RoleMark},
			{Text: "The sea keeps no archive"}, {Text: "”", Role: doc.RoleMark}}}},
		Attribution: &doc.Attribution{Name: doc.T("Ada Park"), Title: doc.T("Librarian"), Portrait: portrait}}
}

// styleOf cuts a style out of the styles part.
func styleOf(t testing.TB, parts map[string]string, id string) string {
	t.Helper()
	m := regexp.MustCompile(`(?s)<w:style [^>]*w:styleId="` + id + `".*?</w:style>`).FindString(parts["word/styles.xml"])
	if m == "" {
		t.Fatalf("there is no style %s", id)
	}
	return m
}

// in sets a document of some blocks in looks, its quotations aligned.
func in(t testing.TB, l doc.Looks, align doc.Align, blocks ...doc.Block) *doc.Document {
	d := small(t, blocks...)
	l.TitleSpan = 4
	d.Parts[0].Span = d.Page.Columns
	d.Looks = l
	st := d.Styles[doc.RoleQuote]
	st.Align = align
	d.Styles[doc.RoleQuote] = st
	return d
}

// TestLooksOfQuotations holds that the look of a quotation is that of its styles.
func TestLooksOfQuotations(t *testing.T) {
	rule := render(t, Format{}, in(t, doc.Looks{Quotes: doc.QuoteRule}, doc.AlignStart, voice(nil)))
	if s := styleOf(t, rule, "Quote"); !strings.Contains(s, "<w:pBdr><w:top ") || !strings.Contains(s, "w:hanging=") {
		t.Errorf("words whose mark hangs under a rule: %s", s)
	}
	document := body(t, rule[documentPart])
	if strings.Contains(document, `w:val="QuoteRule`) {
		t.Errorf("a paragraph that is nothing but a rule: %s", document)
	}
	if s := styleOf(t, rule, "QuoteSource"); strings.Contains(s, "<w:pBdr>") {
		t.Errorf("a rule over the speaker: %s", s)
	}

	centred := render(t, Format{}, in(t, doc.Looks{Quotes: doc.QuoteRule}, doc.AlignCenter, voice(nil)))
	document = body(t, centred[documentPart])
	if a, b := strings.Index(document, `w:val="QuoteRule`), strings.Index(document, "The sea"); a < 0 || a > b {
		t.Errorf("no short rule over centred words: %s", document)
	}
	for _, id := range []string{"Quote", "QuoteSource", "QuoteSourceTitle"} {
		if s := styleOf(t, centred, id); !strings.Contains(s, `<w:jc w:val="center"/>`) && id != "QuoteSourceTitle" {
			t.Errorf("%s is not centred: %s", id, s)
		}
	}

	card := render(t, Format{}, in(t, doc.Looks{Quotes: doc.QuoteCard}, doc.AlignStart, voice(nil)))
	ind := regexp.MustCompile(`<w:ind [^>]*>`)
	border := regexp.MustCompile(`<w:pBdr>.*?</w:pBdr>`)
	words, name := styleOf(t, card, "Quote"), styleOf(t, card, "QuoteSource")
	if !strings.Contains(words, `w:themeFill="background2"`) || ind.FindString(words) != ind.FindString(name) || border.FindString(words) != border.FindString(name) {
		t.Errorf("one ground needs the same indents and borders:\n%s\n%s", words, name)
	}

	marks := render(t, Format{}, in(t, doc.Looks{Quotes: doc.QuoteMarks}, doc.AlignStart, voice(nil)))
	large := styleOf(t, marks, "QuotationMarkLarge")
	if !strings.Contains(large, `<w:position w:val="-`) || !strings.Contains(large, `<w:sz w:val="96"/>`) {
		t.Errorf("a large mark: %s", large)
	}
	if got := strings.Count(body(t, marks[documentPart]), "QuotationMarkLarge"); got != 1 {
		t.Errorf("%d large marks", got)
	}
}

// groups makes a panel of groups of so many statistics.
func groups(sizes ...int) *doc.Aside {
	a := &doc.Aside{Role: doc.RoleStatistics, Place: doc.Band}
	for i, n := range sizes {
		g := &doc.StatGroup{Title: doc.T(fmt.Sprint("Period ", i+1))}
		for k := range n {
			g.Stats = append(g.Stats, &doc.Stat{Value: doc.T(fmt.Sprint(10 + k)), Label: doc.T("towns")})
		}
		a.Blocks = append(a.Blocks, g)
	}
	return a
}

// TestStatisticsBetweenRules holds that groups side by side are cells of one table,
// each read to its end, and that a long group has several rows.
func TestStatisticsBetweenRules(t *testing.T) {
	document := body(t, render(t, Format{}, in(t, doc.Looks{Statistics: doc.StatsBand}, doc.AlignStart, groups(2, 4)))[documentPart])
	if strings.Count(document, "<w:tbl>") != 3 || strings.Count(document, "<w:tr>") != 3 ||
		strings.LastIndex(document, "Period 2") < strings.Index(document, ">11<") || strings.LastIndex(document, "Period 2") > strings.Index(document, ">13<") ||
		!strings.Contains(document, `<w:gridSpan w:val="2"/>`) || !strings.Contains(document, `<w:gridSpan w:val="4"/>`) ||
		!strings.Contains(document, `w:val="StatisticsBandGroups"`) || !strings.Contains(document, `<w:tblDescription w:val="Period 1; Period 2"/>`) {
		t.Error(document)
	}
	document = body(t, render(t, Format{}, in(t, doc.Looks{Statistics: doc.StatsBand}, doc.AlignStart, groups(7)))[documentPart])
	if n := strings.Count(document, "<w:tr>"); n != 3 {
		t.Errorf("%d rows, want the heading, four statistics and three", n)
	}
	if n := strings.Count(document, "towns"); n != 7 {
		t.Errorf("%d statistics of 7", n)
	}
}

// besideText is a document whose text stands after three columns.
func besideText(t testing.TB, l doc.Looks, blocks ...doc.Block) *doc.Document {
	d := in(t, l, doc.AlignStart, blocks...)
	d.Page.Main = doc.Region{Offset: 3, Span: 9}
	d.Parts[0].Offset, d.Parts[0].Span = 3, 9
	return d
}

// TestStatisticsInATable holds that every group is a row with its heading: figures that
// take several rows are a table in it.
func TestStatisticsInATable(t *testing.T) {
	document := body(t, render(t, Format{}, besideText(t, doc.Looks{Statistics: doc.StatsGrid}, groups(2, 5)))[documentPart])
	if strings.Count(document, "<w:tr>") != 4 || strings.Count(document, "<w:gridCol ") != 5+4 || !strings.Contains(document, `w:firstColumn="true"`) ||
		!strings.Contains(document, `w:val="StatisticsGrid"`) {
		t.Error(document)
	}
}

// TestLabelsBesideText holds that a label stands in a frame on the paragraph that it
// belongs to, level with it, and that links find the text and not the frame.
func TestLabelsBesideText(t *testing.T) {
	d := besideText(t, doc.Looks{},
		&doc.Para{Role: doc.RoleBody, Text: doc.T("Before.")},
		&doc.Row{Label: []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleSubhead, ID: "there", Text: doc.T("Label")}},
			Blocks: []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}}},
		&doc.Para{Role: doc.RoleBody, Text: doc.Text{{Text: "link", Link: "#there"}}})
	parts := render(t, Format{}, d)
	paragraphs := regexp.MustCompile(`(?s)<w:p>.*?</w:p>`).FindAllString(body(t, parts[documentPart]), -1)
	if len(paragraphs) < 3 {
		t.Fatal(paragraphs)
	}
	label, text := paragraphs[1], paragraphs[2]
	if !strings.Contains(label, "<w:framePr ") || !strings.Contains(label, `w:val="Heading2Beside"`) || strings.Contains(label, `w:name="there"`) {
		t.Errorf("the label: %s", label)
	}
	if strings.Contains(text, "<w:framePr ") || !strings.Contains(text, `w:name="there"`) {
		t.Errorf("the text: %s", text)
	}
}

// TestHighLabel holds that there is room under a label, or a title, that is higher
// than what stands beside it, in a paragraph: frames do not meet.
func TestHighLabel(t *testing.T) {
	text := []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}}
	high := "A label of very many words that needs more than three of the lines beside the text"
	row := func(label string) doc.Block {
		return &doc.Row{Label: []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T(label)}}, Blocks: text}
	}
	section := func(title string) doc.Block {
		return &doc.Section{Title: doc.T(title), Beside: true, Blocks: text}
	}
	for name, block := range map[string]doc.Block{"label": row(high), "title": section("Questions and answers of the whole town")} {
		b := newBuilder(Format{}, besideText(t, doc.Looks{}, block, row("Next")))
		f, _ := b.body()
		var height, beside doc.Pt
		framed := false
		for i, e := range f {
			p := e.(*paragraph)
			if framed = p.frame != nil; framed && beside > 0 {
				break // the next row
			}
			if framed {
				height += b.flowHeight(f[i:i+1], p.frame.width)
			} else {
				beside += b.flowHeight(f[i:i+1], b.widthOf(p))
			}
		}
		if beside < height {
			t.Errorf("%s: %.1f points stand beside %.1f", name, beside, height)
		}
	}
}

// TestPanelBeforeTheText holds that a panel floats at the side where the layout has its
// columns, that the text is set in by these, and that headings in it keep their place.
func TestPanelBeforeTheText(t *testing.T) {
	panel := &doc.Aside{Role: doc.RoleStatistics, Blocks: []doc.Block{&doc.StatGroup{Stats: []*doc.Stat{{Value: doc.T("12"), Label: doc.T("towns")}}}}}
	text := &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.Repeat("The tables are open. ", 60))}
	label := &doc.Row{Label: []doc.Block{&doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Rivers")}}, Blocks: []doc.Block{text}}
	for _, test := range []struct {
		before, rtl bool
		side        string
	}{{false, false, "right"}, {true, false, "left"}, {false, true, "left"}, {true, true, "right"}} {
		d := small(t, panel, text, label)
		d.RTL = test.rtl
		if test.before {
			d.Page.Main, d.Page.Panels = doc.Region{Offset: 4, Span: 8}, doc.Region{Span: 4}
			d.Parts[0].Offset = 4
		}
		parts := render(t, Format{}, d)
		out := parts["word/document.xml"]
		if !strings.Contains(out, `w:tblpXSpec="`+test.side+`"`) || strings.Count(out, "<w:tblpPr") != 1 {
			t.Errorf("%+v: %s", test, regexp.MustCompile(`<w:tblpPr[^>]*>`).FindAllString(out, -1))
		}
		indent := fmt.Sprintf(`w:start="%d"`, twentieths(d.Page.ColumnX(4)))
		if got := strings.Contains(parts["word/styles.xml"]+out, indent) || strings.Contains(parts["word/styles.xml"]+out, strings.Replace(indent, "start", "left", 1)); got != test.before {
			t.Errorf("%+v: the text is set in: %v", test, got)
		}
		if strings.Contains(out, "<w:framePr") {
			t.Errorf("%+v: a heading stands where the panel does", test)
		}
	}
}

// Facts have no rule of their own over the first, and labels of a table of data are
// set as its other cells: so does the printed kit.
func TestTablesHaveNoMoreThanTheirLook(t *testing.T) {
	facts := &doc.Table{Role: doc.RoleFactValue, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}}}
	document := body(t, render(t, Format{}, small(t, &doc.Section{ID: "facts", Title: doc.T("Facts"), Blocks: []doc.Block{facts}}))[documentPart])
	if strings.Contains(document, "<w:tcBorders>") {
		t.Errorf("a rule over the first fact: %s", document)
	}
	data := &doc.Table{Role: doc.RoleTableCell, HeaderColumn: true, Rows: [][]doc.Cell{{{Text: doc.T("a")}, {Text: doc.T("b")}}}}
	document = body(t, render(t, Format{}, small(t, data))[documentPart])
	if strings.Contains(document, `"TableHead`) || !strings.Contains(document, `w:firstColumn="true"`) {
		t.Errorf("the labels of a table: %s", document)
	}
}
