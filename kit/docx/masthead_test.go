package docx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestMastheadIsParagraphs holds that a masthead is made of its lines, the last over its
// rule, beside an anchored logo or the publisher's name; a logo alone stands in a line.
func TestMastheadIsParagraphs(t *testing.T) {
	logo := &doc.Picture{Vector: true, Width: 3, Height: 1, Alt: "Aurora", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>`)}
	lines := []doc.Text{doc.T("Press release"), doc.T("9 June 2026")}
	head := func(rtl bool, logo *doc.Picture, lines []doc.Text, at doc.Box) string {
		d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")})
		d.RTL, d.Logo, d.LogoAlt = rtl, logo, "Aurora"
		d.Parts[0].Header = lines
		d.Page.First = doc.Head{Logo: doc.LeftBox, Lines: at, Height: 60, Padding: 8, After: 20, Rule: doc.Border{Width: 0.5, Color: doc.Ink}}
		parts := render(t, Format{}, d)
		h := parts["word/header1.xml"]
		if strings.Contains(h, "<w:tbl>") {
			t.Error("the masthead is a table")
		}
		p := regexp.MustCompile(`<w:pStyle w:val="([^"]*)"/>`).FindAllStringSubmatch(h, -1)
		if last := styleOf(t, parts, p[len(p)-1][1]); !strings.Contains(last, "<w:bottom ") {
			t.Errorf("no rule below the last line: %s", last)
		}
		return h
	}
	for rtl, side := range map[bool]string{false: "left", true: "right"} {
		h := head(rtl, logo, lines, doc.RightBox)
		if n := strings.Count(h, "<w:p>"); n != 2 {
			t.Errorf("%d paragraphs for two lines: %s", n, h)
		}
		if !strings.Contains(h, `<wp:positionH relativeFrom="margin"><wp:align>`+side+`</wp:align>`) {
			t.Errorf("the logo is not at the %s: %s", side, h)
		}
	}
	if h := head(false, logo, nil, doc.RightBox); strings.Count(h, "<w:p>") != 1 || !strings.Contains(h, "<wp:inline ") {
		t.Errorf("a logo alone: %s", h)
	}
	if h := head(false, nil, lines, doc.RightBox); strings.Count(h, "<w:p>") != 2 || !regexp.MustCompile(`Aurora</w:t><w:tab/></w:r><w:r>.*Press release`).MatchString(h) {
		t.Errorf("a name beside lines: %s", h)
	}
}

func centred(s doc.Style) doc.Style {
	s.Align = doc.AlignCenter
	return s
}

// TestEmbargoReachesTheEdges holds that the band of an embargo stands at the head of the
// sheet, from edge to edge if its words take one line.
func TestEmbargoReachesTheEdges(t *testing.T) {
	for words, edges := range map[string]bool{"Not before noon": true, strings.Repeat("Not before noon, ", 20): false} {
		d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")})
		d.Embargo = doc.T(words)
		parts := render(t, Format{}, d)
		if !strings.Contains(parts[documentPart], `w:header="0"`) {
			t.Error("the header does not begin at the head of the sheet")
		}
		id := regexp.MustCompile(`<w:pStyle w:val="(Embargo[^"]*)"/>`).FindStringSubmatch(parts["word/header1.xml"])
		if id == nil {
			t.Fatal("no embargo in the header")
		}
		d.Styles[doc.RoleEmbargo] = centred(d.Style(doc.RoleEmbargo))
		if s := styleOf(t, render(t, Format{}, d), id[1]); regexp.MustCompile(`w:firstLine="[1-9]`).MatchString(s) {
			t.Errorf("%.20s: not in the middle of the sheet: %s", words, s)
		}
		if got := strings.Contains(styleOf(t, parts, id[1]), `<w:ind w:left="-`); got != edges {
			t.Errorf("%.20s: over the margins: %v", words, got)
		}
	}
}
