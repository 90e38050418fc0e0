package docx

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/doc"
)

// A font with CFF outlines, which Word does not embed, is named with a stand-in like any other.
func TestFontsWithCFFAreNamedOnly(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "internal", "font", "testdata", "Cantarell-Bold.otf"))
	if err != nil {
		t.Fatal(err)
	}
	b := newFontBook(doc.Theme{Faces: []doc.Face{
		{Family: "Cantarell", Weight: 700, Data: data},
		{Family: "Go", Weight: 400, Data: goregular.TTF},
	}}, NewCache())
	b.used["Cantarell"], b.used["Go"] = true, true
	fonts := b.table()
	if len(fonts) != 2 {
		t.Fatalf("%d fonts", len(fonts))
	}
	cantarell, goFont := fonts[0], fonts[1]
	if cantarell.regular != nil || cantarell.bold != nil || !cantarell.known || cantarell.serif {
		t.Errorf("Cantarell: embedded %v, known %v, serif %v", cantarell.regular != nil || cantarell.bold != nil, cantarell.known, cantarell.serif)
	}
	if goFont.regular == nil {
		t.Error("a TrueType font is not embedded")
	}
}

// A family that has the letters of the document sets them itself; for one that has
// not, a fallback stands in, and for Latin whatever font of the brand has it.
func TestFamiliesOfScripts(t *testing.T) {
	naskh, err := os.ReadFile(filepath.Join("..", "..", "brand", "fonts", "NotoNaskhArabic-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("قنديل")})
	d.Lang, d.RTL = "ar", true
	const arabic, latin = "Noto Naskh Arabic", "Go"
	d.Theme.Headings, d.Theme.Base = arabic, latin
	for _, fallback := range []bool{false, true} {
		d.Theme.Faces = []doc.Face{
			{Family: arabic, Weight: 400, Data: naskh, Fallback: fallback},
			{Family: latin, Weight: 400, Data: goregular.TTF},
		}
		theme := render(t, Format{}, d)["word/theme/theme1.xml"]
		want := []string{`<a:latin typeface="` + latin + `"/><a:ea typeface=""/><a:cs typeface="` + arabic + `"/>`, `<a:latin typeface="Go"/><a:ea typeface=""/><a:cs typeface=""/>`}
		if fallback {
			want[1] = strings.Replace(want[1], `cs typeface=""`, `cs typeface="`+arabic+`"`, 1)
		}
		for _, w := range want {
			if !strings.Contains(theme, w) {
				t.Errorf("fallback %v: no %s in %s", fallback, w, theme)
			}
		}
	}
}

// Signs that a font for complex scripts lacks have a style, which names the one for
// Latin, and figures between them keep their own.
func TestSignsOfComplexScripts(t *testing.T) {
	naskh, err := os.ReadFile(filepath.Join("..", "..", "brand", "fonts", "NotoNaskhArabic-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("قنديل (٢٠١٩)، Latin (x)")})
	d.Lang, d.RTL = "ar", true
	d.Theme.Headings, d.Theme.Base = "Go", "Noto Naskh Arabic"
	d.Theme.Faces = []doc.Face{
		{Family: "Noto Naskh Arabic", Weight: 400, Data: naskh},
		{Family: "Go", Weight: 400, Data: goregular.TTF},
	}
	parts := render(t, Format{}, d)
	const sign = `<w:r><w:rPr><w:rStyle w:val="Sign"/><w:rtl/></w:rPr><w:t>`
	for _, want := range []string{sign + "(</w:t></w:r>", "<w:r><w:rPr><w:rtl/></w:rPr><w:t>٢٠١٩</w:t></w:r>", "<w:t>Latin (x)</w:t>"} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("no %s in %s", want, parts["word/document.xml"])
		}
	}
	if want := `<w:rFonts w:cstheme="minorHAnsi"/>`; !strings.Contains(parts["word/styles.xml"], want) {
		t.Errorf("no %s in the styles", want)
	}
}

// The theme's font for headings is the cut that they have together, and labels name their
// own in one place; where headings differ it is their family.
func TestThemeHasTheCutOfHeadings(t *testing.T) {
	for _, test := range []struct {
		name         string
		subhead      int // weight
		base         string
		major, label string
	}{
		{"one cut", 800, "", "Manrope ExtraBold", `<w:rFonts w:ascii="Manrope"`},
		{"one cut of one family", 800, "Manrope", "Manrope ExtraBold", `<w:rFonts w:asciiTheme="minorHAnsi"`},
		{"two cuts", 700, "", "Manrope", `<w:rFonts w:asciiTheme="majorHAnsi"`},
	} {
		d := small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")})
		if test.base != "" {
			d.Theme.Base = test.base
		}
		for role, weight := range map[doc.Role]int{doc.RoleHeadline: 800, doc.RoleSectionTitle: 800, doc.RoleSubhead: test.subhead} {
			look := d.Style(role)
			look.Family, look.Weight = doc.HeadingsFamily, weight
			d.Styles[role] = look
		}
		parts := render(t, Format{}, d)
		if err := checkPackage(parts); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if theme := parts["word/theme/theme1.xml"]; !strings.Contains(theme, `<a:majorFont><a:latin typeface="`+test.major+`"/>`) {
			t.Errorf("%s: the theme has not %s", test.name, test.major)
		}
		literal := strings.Contains(styleOf(t, parts, "Title"), `w:ascii="Manrope ExtraBold"`)
		if title := styleOf(t, parts, "Title"); literal == (test.major != "Manrope") || strings.Contains(title, `<w:b w:val="true"/>`) {
			t.Errorf("%s: %s", test.name, title)
		}
		label := styleOf(t, parts, "Caption")
		if strings.Contains(label, `<w:basedOn w:val="Label"/>`) {
			label = styleOf(t, parts, "Label")
		}
		if test.base == "" && !strings.Contains(label, test.label) || test.base != "" && strings.Contains(label, `w:ascii=`) {
			t.Errorf("%s: %s", test.name, label)
		}
		if n := strings.Count(parts["word/styles.xml"], `<w:rFonts w:ascii="Manrope"`); n > 4 {
			t.Errorf("%s: %d styles name the family", test.name, n)
		}
	}
}
