package docx

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// inTwo is the specimen with its text in two columns, quotations over both, and
// indents.
func inTwo(t testing.TB) *doc.Document {
	d := specimen(t)
	for _, r := range []doc.Role{doc.RoleQuote, doc.RoleLede} {
		st := d.Styles[r]
		st.SpanAll = true
		d.Styles[r] = st
	}
	body := d.Styles[doc.RoleBody]
	body.Indent, body.After, body.Align = 11, 0, doc.AlignJustify
	d.Styles[doc.RoleBody] = body
	for i := range d.Parts {
		d.Parts[i].Columns, d.Parts[i].Span, d.Parts[i].Offset = 2, d.Page.Columns, 0
	}
	return d
}

// TestColumnsAreSections holds that text in columns stands in sections of its own
// on the same page, that what spans them stands in others, and that no text is lost.
func TestColumnsAreSections(t *testing.T) {
	d := inTwo(t)
	document := render(t, Format{}, d)["word/document.xml"]
	letters := func(document string) string { // where a line may not end is up to the measure
		return strings.ReplaceAll(strings.Join(paragraphTexts(document), ""), "\u00a0", " ")
	}
	if a, b := letters(document), letters(render(t, Format{}, specimen(t))["word/document.xml"]); len(a) != len(b) {
		t.Errorf("the document has %d letters, and %d without columns", len(a), len(b))
	}
	sections := regexp.MustCompile(`(?s)<w:sectPr>.*?</w:sectPr>`).FindAllString(document, -1)
	var two, one int
	for i, s := range sections {
		if !strings.Contains(s, `w:num="2"`) {
			one++
			continue
		}
		two++
		if i+1 < len(sections) && !strings.Contains(sections[i+1], `<w:type w:val="continuous">`) {
			t.Errorf("section %d is not followed by one on the same page, so that Word leaves it uneven", i)
		}
	}
	if two < 2 || one < 2 {
		t.Errorf("%d sections have two columns, %d have one", two, one)
	}
}

// The title of a section stands over all columns of its text, in a frame on the first
// paragraph of that, which has the bookmark and leaves the space between to the frame.
func TestTitlesOverColumns(t *testing.T) {
	d := inTwo(t)
	text := &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}
	d.Parts = []doc.Part{{Role: doc.RoleKit, Span: 12, Columns: 2, Blocks: []doc.Block{
		&doc.Section{ID: "story", Title: doc.T("The story"), Blocks: append([]doc.Block{&doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Why")}}, text, text)},
	}}}
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	title, under := f[0].(*paragraph), f[1].(*paragraph)
	if title.frame == nil || title.frame.width < d.Page.TextWidth()-0.01 {
		t.Fatalf("the title has the frame %v", title.frame)
	}
	look := d.Style(doc.RoleSectionTitle)
	if least := look.LineHeight + look.After; title.frame.over < least || *under.before != 0 {
		t.Errorf("%.1f points over the text, and %.1f under them, want %.1f", title.frame.over, *under.before, least)
	}
	if m, ok := under.content[0].(*bookmark); !ok || m.name != "story" {
		t.Errorf("the text begins with %v", under.content[0])
	}
	if n, s := b.sectionOf(f); s.columns != 2 || n != 4 {
		t.Errorf("%d paragraphs in %d columns", n, s.columns)
	}
}

// TestFirstIndent holds that a paragraph that follows another one is in a style for
// that, based on the style of the text.
func TestFirstIndent(t *testing.T) {
	d := inTwo(t)
	d.Parts = []doc.Part{{Role: doc.RoleRelease, Span: 12, Blocks: []doc.Block{
		&doc.Para{Role: doc.RoleBody, Text: doc.T("One.")},
		&doc.Para{Role: doc.RoleBody, Text: doc.T("Two."), Follows: true},
	}}}
	parts := render(t, Format{}, d)
	styles := regexp.MustCompile(`<w:pStyle w:val="([^"]*)"/>`).FindAllStringSubmatch(body(t, parts["word/document.xml"]), -1)
	if len(styles) != 2 || styles[0][1] != "BodyText" || styles[1][1] != "BodyTextFollowing" {
		t.Errorf("the paragraphs have the styles %v", styles)
	}
	st := regexp.MustCompile(`(?s)<w:style [^>]*w:styleId="BodyTextFollowing".*?</w:style>`).FindString(parts["word/styles.xml"])
	for _, want := range []string{`<w:name w:val="Body Text Following"/>`, `<w:basedOn w:val="BodyText"/>`, `w:firstLine="220"`} {
		if !strings.Contains(st, want) {
			t.Errorf("no %s in %s", want, st)
		}
	}
}

// TestCover holds that a cover is a section of its own: its words are paragraphs,
// in the order of the tree; picture and shapes are anchored behind them; the shapes
// have no words; header and footer say nothing.
func TestCover(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		d := specimen(t)
		d.RTL = rtl
		var hero *doc.Figure
		doc.Walk(d, func(_ []doc.Block, b doc.Block) {
			if f, ok := b.(*doc.Figure); ok && hero == nil && f.Picture != nil && !f.Picture.Decorative {
				hero = f
			}
		})
		if hero == nil {
			t.Fatal("the specimen has no picture")
		}
		cover := &doc.Figure{Role: doc.RoleHero, Picture: hero.Picture}
		quote := &doc.Callout{Role: doc.RoleQuote, Pull: true, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: doc.T("We built it")}},
			Attribution: &doc.Attribution{Name: doc.T("Ada Park"), Title: doc.T("Editor")}}
		d.Parts = []doc.Part{
			{Role: doc.RoleHead, Cover: true, Span: 12, Blocks: []doc.Block{cover,
				&doc.Para{Role: doc.RoleKicker, Text: doc.T("Press release")},
				&doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: doc.T("Aurora opens")}, quote,
				&doc.Para{Role: doc.RoleDate, Text: doc.T("London")}, &doc.Para{Role: doc.RoleCaption, Text: doc.T("The desk")}}},
			{Role: doc.RoleRelease, Span: 12, Blocks: []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}}},
		}
		parts := render(t, Format{}, d)
		if err := checkPackage(parts); err != nil {
			t.Error(err)
		}
		document := parts["word/document.xml"]
		if strings.Contains(document, "txbx") {
			t.Error("words stand in a text box")
		}
		if n := strings.Count(document, `behindDoc="true"`); n != 5 {
			t.Errorf("%d drawings lie behind the text, want picture, panel, tag, logo and the band of the embargo", n)
		}
		if !strings.Contains(document, `descr="`+hero.Picture.Alt) {
			t.Error("the picture has no words that stand for it")
		}
		want := []string{"Press release", "Aurora opens", "We built it", "Ada Park", "Editor", "London", "The desk", "Text."}
		got := slices.DeleteFunc(paragraphTexts(document), func(s string) bool { return !slices.Contains(want, strings.TrimSpace(s)) })
		if len(got) != len(want) {
			t.Errorf("the words are %q, want %q", got, want)
		}
		sections := regexp.MustCompile(`(?s)<w:sectPr>.*?</w:sectPr>`).FindAllString(document, -1)
		if len(sections) != 2 || !strings.Contains(sections[0], "titlePg") || strings.Contains(sections[1], "titlePg") || !strings.Contains(sections[1], "nextPage") {
			t.Errorf("the sections are %q", sections)
		}
		if strings.Contains(sections[0], `w:type="first"`) {
			t.Error("the cover has a header or a footer")
		}
	}
}

// TestLaterPagesBeginHigher holds that all sections have the top margin of pages with
// the running header: the header of the first page moves its text down by itself.
func TestLaterPagesBeginHigher(t *testing.T) {
	d := inTwo(t)
	d.Page.First.After += 40
	later := d.Head(false)
	want := twentieths(d.Page.Top + later.Height + later.After)
	margins := regexp.MustCompile(`<w:pgMar w:top="(\d+)"`).FindAllStringSubmatch(render(t, Format{}, d)["word/document.xml"], -1)
	if len(margins) < 3 {
		t.Errorf("%d sections", len(margins))
	}
	for i, m := range margins {
		if m[1] != strconv.FormatInt(want, 10) {
			t.Errorf("section %d begins at %s, want %d", i, m[1], want)
		}
	}
}

// TestListsInColumnsMayBeParted holds that nothing keeps a short list in one column,
// beside which Word could not fill the other.
func TestListsInColumnsMayBeParted(t *testing.T) {
	item := func(s string) doc.Item {
		return doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T(s)}}}
	}
	list := &doc.List{Role: doc.RoleListItem, Items: []doc.Item{item("One."), item("Two."), item("Three.")}}
	for columns, want := range map[int]int{1: 2, 2: 0} {
		d := small(t, list)
		d.Parts[0].Columns = columns
		b := newBuilder(Format{}, d)
		f, _ := b.body()
		kept := 0
		for _, e := range f {
			if e.(*paragraph).keepNext {
				kept++
			}
		}
		if kept != want {
			t.Errorf("in %d columns %d items are kept with the next, want %d", columns, kept, want)
		}
	}
}

// TestLinesThatEndEarlyAreNotStretched holds that Word and LibreOffice leave a line
// of justified text that the author ended as it is.
func TestLinesThatEndEarlyAreNotStretched(t *testing.T) {
	if settings := render(t, Format{}, inTwo(t))["word/settings.xml"]; !strings.Contains(settings, "<w:compat><w:doNotExpandShiftReturn/><w:compatSetting ") {
		t.Error(settings)
	}
}

// A heading is not kept with the last paragraph in columns, in which it cannot stand
// alone at the foot of one.
func TestLastHeadingInColumns(t *testing.T) {
	heading := &doc.Heading{Role: doc.RoleSubhead, Level: 2, Text: doc.T("And why now")}
	for _, tt := range []struct {
		name         string
		before, last int // paragraphs
		kept         bool
	}{
		{"one paragraph after more", 2, 1, false},
		{"two paragraphs", 2, 2, true},
		{"nothing goes before", 0, 1, true},
	} {
		d := small(t)
		d.Parts[0].Columns, d.Parts[0].Span = 2, 0
		d.Parts[0].Blocks = append(append(paragraphsOf(tt.before), heading), paragraphsOf(tt.last)...)
		f, _ := newBuilder(Format{}, d).body()
		if p := f[tt.before].(*paragraph); p.unkept == tt.kept {
			t.Errorf("%s: the heading is kept: %v", tt.name, !p.unkept)
		}
	}
}

// Columns under a heading follow it at once, and begin and end where the grid's do.
func TestContactsUnderTheirHeading(t *testing.T) {
	line := []doc.Block{&doc.Para{Role: doc.RoleContact, Text: doc.T("Ann")}}
	d := small(t, &doc.Heading{Level: 2, Role: doc.RoleEndHeading, Text: doc.T("Contacts")},
		&doc.Columns{Role: doc.RoleEnd, Columns: []doc.Column{{Span: 3, Blocks: line}, {Span: 3, Blocks: line}, {Span: 2, Blocks: line}}})
	d.Parts[0].Offset, d.Parts[0].Span = 0, 9
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	if got, want := b.spaceAfter(f[:1]), b.d.Style(doc.RoleEndHeading).After; got != want {
		t.Errorf("%.1f points below the heading, want %.1f", got, want)
	}
	grid := f[1].(*table).grid
	for i, want := range []doc.Pt{d.Page.SpanWidth(3) + d.Page.Gutter, d.Page.SpanWidth(3) + d.Page.Gutter, d.Page.SpanWidth(3)} {
		if got := grid[i]; math.Abs(got-want) > 0.01 {
			t.Errorf("column %d is %.2f points wide, want %.2f", i+1, got, want)
		}
	}
}
