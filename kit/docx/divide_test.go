package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// Words that are wider than their cell have soft hyphens where they divide; others
// have not, nor have addresses and code.
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
		"<w:t>" + address + "</w:t>", "<w:t>Haus</w:t>", "<w:t>Verordnung</w:t>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
