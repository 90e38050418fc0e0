package docx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// marked is a Word file with links and code in text and small print.
func marked(t *testing.T, change func(*doc.Document)) map[string]string {
	t.Helper()
	d := specimen(t)
	words := doc.Text{{Text: "Call "}, {Text: "GET", Code: true}, {Text: " or "}, {Text: "put", Code: true, Strong: true, Emph: true}, {Text: ", "},
		{Text: "read", Link: "https://example.org"}, {Text: " and "}, {Text: "see", Code: true, Link: "https://example.org/2"}}
	d.Parts = []doc.Part{{Role: doc.RoleRelease, Span: 12, Blocks: []doc.Block{
		&doc.Para{Role: doc.RoleBody, Text: words}, &doc.Para{Role: doc.RoleNote, Text: words}, &doc.Para{Role: doc.RoleCode, Text: doc.T("one\ntwo")},
	}}}
	for i, n := range []doc.ColorName{doc.CodeText, doc.CodeGround, doc.CodeBlockText, doc.CodeBlockGround, doc.LinkGround} {
		d.Theme.Colors[n] = doc.Color{R: uint8(i + 1)}
	}
	change(d)
	return render(t, Format{}, d)
}

func hasAll(t *testing.T, what, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%s has no %s:\n%s", what, w, text)
		}
	}
}

// Links and code are set off by styles alone, in the fonts that are embedded.
func TestMarks(t *testing.T) {
	parts := marked(t, func(d *doc.Document) {
		d.Theme.Code, d.Theme.CodeBlock = "Vollkorn", "Vollkorn"
		d.Code = doc.Mark{Code: true, Scale: 0.8, Color: doc.CodeText, Ground: doc.CodeGround}
		d.Links = doc.Mark{Color: doc.Link, Weight: 700, Ground: doc.LinkGround, Decoration: doc.Decoration{Underline: true, LineThrough: true, Line: "double"}}
		s := d.Styles[doc.RoleCode]
		s.Family, s.Color, s.Ground = doc.CodeBlockFamily, doc.CodeBlockText, doc.CodeBlockGround
		d.Styles[doc.RoleCode] = s
	})
	hasAll(t, "code", styleOf(t, parts, "HTMLCode"), `w:ascii="Vollkorn"`, `<w:color w:val="010000"/>`, `<w:sz w:val="17"/>`, `w:fill="020000"/>`)
	hasAll(t, "code in a note", styleOf(t, parts, "HTMLCodeInNote"), `w:ascii="Vollkorn"`, `<w:sz w:val="13"/>`)
	hasAll(t, "a link", styleOf(t, parts, "Hyperlink"), "<w:b/>", `<w:dstrike w:val="true"/>`, `w:themeColor="hyperlink"`, `<w:u w:val="double"/>`, `w:fill="050000"/>`)
	hasAll(t, "a link in a note", styleOf(t, parts, "HyperlinkInNote"), `w:asciiTheme="majorHAnsi"`, "<w:b/>")
	hasAll(t, "a link over code", styleOf(t, parts, "HyperlinkCode"), `w:ascii="Vollkorn"`, "<w:b/>", `w:themeColor="hyperlink"`)
	hasAll(t, "a block", styleOf(t, parts, "Code"), `w:ascii="Vollkorn"`, `<w:color w:val="030000"/>`, `<w:shd w:val="clear" w:color="auto" w:fill="040000"/>`, `<w:left w:val="single" w:color="040000"`)
	hasAll(t, "the font table", parts["word/fontTable.xml"], `<w:font w:name="Vollkorn">`)
	for _, run := range regexp.MustCompile(`<w:rPr>.*?</w:rPr>`).FindAllString(parts["word/document.xml"], -1) {
		if strings.Contains(run, "<w:rFonts") || strings.Contains(run, "<w:color") || strings.Contains(run, "<w:shd") || strings.Contains(run, "<w:u ") {
			t.Errorf("formatted beside its style: %s", run)
		}
	}
}

// Without a family for code it stands in a font that every system has, and links
// are as they always were.
func TestPlainMarks(t *testing.T) {
	parts := marked(t, func(*doc.Document) {})
	hasAll(t, "code", styleOf(t, parts, "HTMLCode"), `w:ascii="Courier New"`)
	hasAll(t, "a link", styleOf(t, parts, "Hyperlink"), `w:themeColor="hyperlink"`, `<w:u w:val="single"/>`)
	hasAll(t, "a link over code", styleOf(t, parts, "HyperlinkCode"), `w:ascii="Courier New"`, `<w:u w:val="single"/>`)
	if strings.Contains(parts["word/styles.xml"], `"HTMLCodeIn`) || strings.Contains(parts["word/styles.xml"], `"HyperlinkIn`) {
		t.Error("marks that look the same have several styles")
	}
}

// A family of code without bold or italic is not thickened and not slanted.
func TestNoFaceOfCodeIsFaked(t *testing.T) {
	d := specimen(t)
	for i, f := range d.Theme.Faces {
		if f.Family == "Manrope" && f.Weight == 400 {
			d.Theme.Faces[i].Family = "Mono"
		}
	}
	d.Theme.Code, d.Code = "Mono", doc.Mark{Code: true}
	b := newBuilder(Format{}, d)
	for _, host := range []doc.Role{doc.RoleBody, doc.RoleSubhead, doc.RoleQuote} {
		st := b.sheet.style(paragraphID(host))
		f := b.formatting(doc.Run{Code: true, Strong: true, Emph: true}, host, st)
		cs := b.sheet.style(f.style)
		bold, italic := st.font.bold != cs.toggle.bold, st.font.italic != cs.toggle.italic
		if f.bold != nil {
			bold = *f.bold
		}
		if f.italic != nil {
			italic = *f.italic
		}
		if bold || italic {
			t.Errorf("%s: bold %v, italic %v", host, bold, italic)
		}
	}
}
