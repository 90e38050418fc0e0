package docx

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

var face = &doc.Picture{ID: "p", Name: "p.svg", Vector: true, Alt: "Portrait of Ada Park", Data: []byte(tinySVG), Width: 9, Height: 5}

// TestPortraitsOfSpeakers holds that a quotation with a portrait is paragraphs, whose
// first has the portrait before its words, over centred words in a paragraph of its own.
func TestPortraitsOfSpeakers(t *testing.T) {
	for _, look := range []doc.QuoteLook{doc.QuoteBar, doc.QuoteRule, doc.QuoteCard, doc.QuoteMarks} {
		document := body(t, render(t, Format{}, in(t, doc.Looks{Quotes: look}, doc.AlignStart, voice(face)))[documentPart])
		words := regexp.MustCompile(`(?s)<w:p>.*?</w:p>`).FindString(document)
		at, said := strings.Index(words, "<wp:anchor "), strings.Index(words, "The sea")
		if strings.Contains(document, "<w:tbl>") || at < 0 || said < at || !strings.Contains(words, `descr="Portrait of Ada Park"`) || !strings.Contains(words, "<wp:wrapNone/>") {
			t.Errorf("look %d: %s", look, document)
		}
		if look == doc.QuoteBar {
			continue
		}
		document = body(t, render(t, Format{}, in(t, doc.Looks{Quotes: look}, doc.AlignCenter, voice(face)))[documentPart])
		if strings.Contains(document, "<w:tbl>") || !strings.Contains(document, "<wp:inline ") {
			t.Errorf("look %d, centred: %s", look, document)
		}
	}
}

// TestLinesBesidePortraits holds that a bar and a ground begin before the portrait and go
// on along all lines, and that the words begin past it, each where the others do.
func TestLinesBesidePortraits(t *testing.T) {
	ind := regexp.MustCompile(`<w:ind [^>]*w:left="(\d+)"[^>]*>`)
	hanging := regexp.MustCompile(`w:hanging="(\d+)"`)
	for _, tt := range []struct {
		look    doc.QuoteLook
		tabs    []int // before words with their mark, words without it, and the speaker
		one     bool  // indents and borders
		reaches doc.Pt
	}{
		{doc.QuoteBar, []int{1, 2, 1}, true, bar + mostBorderSpace},
		{doc.QuoteRule, []int{1, 2, 0}, false, 0},
		{doc.QuoteCard, []int{1, 1, 1}, true, cardSide + thin},
		{doc.QuoteMarks, []int{0, 1, 0}, false, quotePortrait},
	} {
		c := voice(face)
		c.Body = append(c.Body, &doc.Para{Role: doc.RoleQuote, Text: doc.T("Nor does the land")})
		d := in(t, doc.Looks{Quotes: tt.look}, doc.AlignStart, c)
		parts := render(t, Format{}, d)
		for i, said := range []string{"The sea", "Nor does", "Ada Park"} {
			for _, p := range regexp.MustCompile(`(?s)<w:p>.*?</w:p>`).FindAllString(parts[documentPart], -1) {
				if n := strings.Count(p, "<w:tab/>"); strings.Contains(p, ">"+said) && n != tt.tabs[i] {
					t.Errorf("look %d: %d tabs before %q, want %d", tt.look, n, said, tt.tabs[i])
				}
			}
		}
		words := styleOf(t, parts, "QuoteBesidePortrait")
		left, _ := strconv.Atoi(ind.FindStringSubmatch(words)[1])
		back, _ := strconv.Atoi(hanging.FindStringSubmatch(words)[1])
		if from := doc.Pt(left-back) / 20; tt.look != doc.QuoteMarks && (from < tt.reaches-0.1 || from > tt.reaches+0.1) || tt.look == doc.QuoteMarks && from < tt.reaches {
			t.Errorf("look %d: the first line begins at %.1f points, want %.1f", tt.look, from, tt.reaches)
		}
		if doc.Pt(left)/20 < newBuilder(Format{}, d).sheet.portraitFrom()+quotePortrait {
			t.Errorf("look %d: the words stand over the portrait: %s", tt.look, words)
		}
		if name := styleOf(t, parts, "QuoteSourceBesidePortrait"); tt.one && ind.FindString(name) != ind.FindString(words) {
			t.Errorf("look %d: other indents:\n%s\n%s", tt.look, words, name)
		}
		if next := `<w:next w:val="QuoteSourceBesidePortrait"/>`; !strings.Contains(words, next) {
			t.Errorf("look %d: no %s in %s", tt.look, next, words)
		}
	}
}

// TestQuotationsAreAsHighAsPortraits holds that what follows a short quotation does not
// run into the portrait, and that a long one is no higher for it.
func TestQuotationsAreAsHighAsPortraits(t *testing.T) {
	for _, look := range []doc.QuoteLook{doc.QuoteBar, doc.QuoteRule, doc.QuoteCard, doc.QuoteMarks} {
		for _, words := range []string{"Yes", strings.Repeat("The sea keeps no archive. ", 20)} {
			c := voice(face)
			c.Attribution.Name, c.Attribution.Title = nil, nil
			c.Body[0].(*doc.Para).Text[1].Text = words
			b := newBuilder(Format{}, in(t, doc.Looks{Quotes: look}, doc.AlignStart, c))
			f, _ := b.body()
			p := f[0].(*paragraph)
			st := b.sheet.style(p.style)
			lines := b.flowHeight(f[:1], b.widthOf(p)) - st.borders.top.space - st.borders.top.width - st.borders.bottom.space - st.borders.bottom.width
			more := p.bottom.space + p.bottom.width - st.borders.bottom.space - st.borders.bottom.width
			over := b.spaceAfter(f[:1]) - st.look.After
			switch long := words != "Yes"; {
			case long && p.bottom.width != 0:
				t.Errorf("look %d: %.1f points below long words", look, more)
			case !long && (lines+more+over < quotePortrait-0.1 || lines+more > quotePortrait+0.1):
				t.Errorf("look %d: %.1f points and %.1f below, %.1f after", look, lines, more, over)
			}
		}
	}
}

// TestPortraitsFromRightToLeft holds that a portrait has the place of its mirror image,
// counted from the left for Word and from the right for LibreOffice.
func TestPortraitsFromRightToLeft(t *testing.T) {
	position := regexp.MustCompile(`<wp:positionH relativeFrom="column"><wp:posOffset>(-?\d+)</wp:posOffset>`)
	places := func(rtl bool) (at []doc.Pt, d *doc.Document) {
		d = besideText(t, doc.Looks{}, voice(face))
		d.RTL = rtl
		for _, m := range position.FindAllStringSubmatch(render(t, Format{}, d)[documentPart], -1) {
			n, _ := strconv.Atoi(m[1])
			at = append(at, doc.Pt(n)/12700)
		}
		return at, d
	}
	ltr, d := places(false)
	rtl, _ := places(true)
	if len(ltr) != 2 || len(rtl) != 2 { // for Word and for others
		t.Fatal(ltr, rtl)
	}
	if want := d.Page.ColumnX(3) + quotePortraitFrom; ltr[0] < want-0.1 || ltr[0] > want+0.1 || ltr[1] != ltr[0] || rtl[1] != ltr[0] {
		t.Errorf("%v and %v, want %.1f", ltr, rtl, want)
	}
	if sum := rtl[0] + quotePortrait + rtl[1] - d.Page.TextWidth(); sum < -0.1 || sum > 0.1 {
		t.Errorf("%v in %.1f points", rtl, d.Page.TextWidth())
	}
}

// TestQuotationsBelowColumns holds that the space below columns and that over a
// quotation are one, and no paragraph.
func TestQuotationsBelowColumns(t *testing.T) {
	d := in(t, doc.Looks{Quotes: doc.QuoteRule}, doc.AlignStart)
	d.Parts[0].Columns = 2
	look := d.Styles[doc.RoleQuote]
	look.SpanAll = true
	d.Styles[doc.RoleQuote] = look
	d.Parts[0].Blocks = append(paragraphsOf(2), voice(face))
	b := newBuilder(Format{}, d)
	f, _ := b.body()
	for i, e := range f {
		p := e.(*paragraph)
		if p.section == nil || p.section.columns != 2 {
			continue
		}
		quote := f[i+1].(*paragraph)
		if quote.style == gap || b.spaceAfter(f[:i+1]) != 0 || b.spaceBefore(quote) != max(look.Before, b.d.Style(doc.RoleBody).After) {
			t.Errorf("%.1f below the columns, %.1f over %s", b.spaceAfter(f[:i+1]), b.spaceBefore(quote), quote.style)
		}
		return
	}
	t.Error("no columns")
}
