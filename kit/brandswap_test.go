package kit_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
)

// One definition is dressed in brands of different character. Nothing is reported
// of any, and everything follows: colours, fonts and logos, in both formats.
func TestBrandSwap(t *testing.T) {
	for _, test := range []struct {
		brand              string
		paper, ink, fill   string
		headings, base     string
		weight             int
		headingColor, link string
		first, running     string
		body, baseline     doc.Pt
		codeFont           string
		code, codeGround   string // of blocks
		marks              string
	}{
		{"council/_brand.yml", "FFFFFF", "1B211D", "12452F", "Vollkorn", "Vollkorn", 700, "12452F", "12452F", "council-light.svg", "leaf.svg",
			10.5, 14.5, "", "1B211D", "F1F5EE", "link: underlined"},
		{"startup/_brand.yml", "FFFFFF", "1C0F33", "D4004C", "Outfit", "Manrope", 800, "5B21D6", "5B21D6", "looply.svg", "bars.svg",
			11, 15.61875, "Space Mono", "FFFFFF", "1C0F33", "code D4004C on FFF0F5, link: bold dotted on EEE7FD"},
		{"startup/dark.yml", "1C0F33", "FFFFFF", "FF7DA8", "Outfit", "Manrope", 800, "FFFFFF", "B79BFF", "looply-dark.svg", "bars.svg",
			11, 15.61875, "Space Mono", "FFFFFF", "2A1A47", "code FF7DA8 on 2A1A47, link: bold dotted on 34215A"},
		{"museum/_brand.yml", "FFFFFF", "000000", "000000", "Jost", "Jost", 600, "000000", "000000", "line-black.svg", "frame.svg",
			10.5, 14.5, "", "000000", "F2F2F2", "link: underlined"},
	} {
		t.Run(test.brand, func(t *testing.T) {
			p, err := kit.Config{Brand: test.brand, BrandFS: os.DirFS("../brand/testdata/houses")}.Open(os.DirFS("../examples/launch"), "release.yaml")
			if err != nil {
				t.Fatal(err)
			}
			d, list := p.Document(kit.Options{})
			if len(list) > 0 {
				t.Fatalf("diagnostics:\n%v", list)
			}
			hex := func(n doc.ColorName) string { return d.Theme.Color(n).Hex() }
			headline := d.Style(doc.RoleHeadline)
			if hex(doc.Paper) != test.paper || hex(doc.Ink) != test.ink || hex(doc.Primary) != test.fill || hex(doc.Link) != test.link ||
				hex(headline.Color) != test.headingColor || headline.Weight != test.weight {
				t.Errorf("%v, headline %s %d", d.Theme.Colors, hex(headline.Color), headline.Weight)
			}
			block := d.Style(doc.RoleCode)
			if body := d.Style(doc.RoleBody); body.Size != test.body || d.Page.Baseline != test.baseline || body.LineHeight != test.baseline ||
				d.Theme.Code != test.codeFont || hex(block.Color) != test.code || hex(block.Ground) != test.codeGround || marks(d) != test.marks {
				t.Errorf("text %g/%g on %g, code in %q, %s on %s; %s", body.Size, body.LineHeight, d.Page.Baseline, d.Theme.Code, hex(block.Color), hex(block.Ground), marks(d))
			}
			if d.Theme.Headings != test.headings || d.Theme.Base != test.base {
				t.Errorf("%s, %s", d.Theme.Headings, d.Theme.Base)
			}
			if d.MastheadLogo(true).Name != test.first || d.MastheadLogo(false).Name != test.running {
				t.Errorf("logos %s, %s", d.MastheadLogo(true).Name, d.MastheadLogo(false).Name)
			}
			set, err := p.Render(t.Context(), kit.Options{}, pdf.Format{}, docx.Format{})
			if err != nil {
				t.Fatal(err)
			}
			set.Diagnostics = slices.DeleteFunc(set.Diagnostics, func(d diag.Diagnostic) bool { return d.Severity == diag.Note })
			if len(set.Diagnostics) > 0 {
				t.Errorf("diagnostics:\n%v", set.Diagnostics)
			}
			for _, a := range set.Artifacts {
				if a.Format != "docx" {
					continue
				}
				theme, document := part(t, a.Data, "word/theme/theme1.xml"), part(t, a.Data, "word/document.xml")
				for _, want := range []string{
					`<a:lt1><a:srgbClr val="` + test.paper + `"`, `<a:dk1><a:srgbClr val="` + test.ink + `"`, `<a:accent1><a:srgbClr val="` + test.fill + `"`,
					`<a:hlink><a:srgbClr val="` + test.link + `"`, `<a:accent5><a:srgbClr val="` + test.headingColor + `"`,
				} {
					if !strings.Contains(theme, want) {
						t.Errorf("the theme has no %s", want)
					}
				}
				if painted := strings.Contains(document, `<w:background w:color="`+test.paper); painted != (test.paper != "FFFFFF") {
					t.Errorf("the page's ground is painted: %v", painted)
				}
			}
		})
	}
}

// marks tells how code and links are set off.
func marks(d *doc.Document) (text string) {
	if d.Code.Color != "" {
		text = "code " + d.Theme.Color(d.Code.Color).Hex() + " on " + d.Theme.Color(d.Code.Ground).Hex() + ", "
	}
	text += "link:"
	if d.Links.Weight >= 700 {
		text += " bold"
	}
	switch l := d.Links.Decoration; {
	case l.Line != "":
		text += " " + l.Line
	case l.Underline:
		text += " underlined"
	}
	if d.Links.Ground != "" {
		text += " on " + d.Theme.Color(d.Links.Ground).Hex()
	}
	return text
}

// part is a part of a Word file.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
