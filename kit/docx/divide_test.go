package docx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// Words that are wider than their cell have soft hyphens where they divide; others
// have not, nor has code. Addresses have line breaks, without a character more.
func TestWideWordsDivide(t *testing.T) {
	const wide, address = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung", "https://example.org/grundstuecksverkehrsgenehmigungszustaendigkeit"
	d := small(t,
		&doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{
			{{Text: doc.T("„" + wide + "“ gilt")}, {Text: doc.T(address)}, {Text: doc.T("Haus")}},
			{{Text: doc.Text{{Text: wide, Code: true}}}, {Text: doc.Text{{Text: wide, Code: true, Link: "https://example.org/"}}}, {}},
		}},
		&doc.Heading{Role: doc.RoleSubhead, Level: 2, Text: doc.T("Verordnung")},
	)
	d.Lang = "de"
	got := body(t, render(t, Format{}, d)["word/document.xml"])
	if n := strings.Count(got, "<w:t>"+wide+"</w:t>"); n != 2 {
		t.Errorf("%d of 2 words of code are whole in\n%s", n, got)
	}
	for _, want := range []string{
		"<w:t>„Grund</w:t><w:softHyphen/><w:t>stücks</w:t><w:softHyphen/><w:t>ver</w:t>", ">ord</w:t><w:softHyphen/><w:t>nung“ gilt</w:t>",
		"<w:t>https://example.org/</w:t><w:br/><w:t>grundstuecksverkehrsgenehmigungszustaendigkeit</w:t>", "<w:t>Haus</w:t>", "<w:t>Verordnung</w:t>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// Addresses that are a little wider than their column are whole, in narrower letters;
// others have the line breaks of the printed kit.
func TestWideAddressesFit(t *testing.T) {
	link := func(s string) doc.Block {
		return &doc.Para{Role: doc.RoleContact, Text: doc.Text{{Text: s, Link: "https://" + s}}}
	}
	d := small(t, &doc.Columns{Columns: []doc.Column{
		{Span: 2, Blocks: []doc.Block{link("a.example"), link("kit.example"), link("www.harbour-line.example/news/tide_tables")}},
		{Span: 10, Blocks: []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T("Tides")}}},
	}})
	files := render(t, Format{}, d)
	got := body(t, files["word/document.xml"])
	for _, want := range []string{
		`<w:rStyle w:val="HyperlinkAddress"/></w:rPr><w:t>a.example</w:t>`,
		`<w:rStyle w:val="HyperlinkAddress"/></w:rPr><w:t>www.</w:t><w:br/><w:t>harbour</w:t><w:br/><w:t>-line.</w:t><w:br/><w:t>example/</w:t><w:br/><w:t>news/tide</w:t><w:br/><w:t>_tables</w:t>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	m := regexp.MustCompile(`<w:rStyle w:val="(HyperlinkAddress\d\d)"/></w:rPr><w:t>kit.example</w:t>`).FindStringSubmatch(got)
	if m == nil {
		t.Fatalf("an address a little wider than its column is not narrowed in\n%s", got)
	}
	if !regexp.MustCompile(`w:styleId="` + m[1] + `".*?<w:w w:val="\d\d"/>`).MatchString(files["word/styles.xml"]) {
		t.Errorf("style %s does not narrow", m[1])
	}
}
