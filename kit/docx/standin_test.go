package docx

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/doc"
)

// Word is told of each font for which letters it stands, and of another that has
// them too.
func TestStandIns(t *testing.T) {
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("..", "..", "brand", "fonts", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	b := newFontBook(doc.Theme{Faces: []doc.Face{
		{Family: "Noto Naskh Arabic", Weight: 400, Data: read("NotoNaskhArabic-Regular.ttf")},
		{Family: "Noto Sans Hebrew", Weight: 400, Data: read("NotoSansHebrew-Regular.ttf")},
		{Family: "Go", Weight: 400, Data: goregular.TTF},
	}}, NewCache())
	b.script = "Arab"
	want := map[string]string{"Noto Naskh Arabic": "B2", "Noto Sans Hebrew": "B1", "Go": "00"}
	for name := range want {
		b.used[name] = true
	}
	m := &markup{cache: NewCache()}
	data, err := m.fontTable(b.table(), func(*wordFace) fontProgram { return fontProgram{"rId1", "{00000000-0000-0000-0000-000000000000}"} })
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range strings.Split(string(data), "<w:font ")[1:] {
		name, _, _ := strings.Cut(strings.TrimPrefix(f, `w:name="`), `"`)
		if w := `<w:charset w:val="` + want[name] + `"`; !strings.Contains(f, w) {
			t.Errorf("%s has no %s: %.300s", name, w, f)
		}
		if stands := map[string]string{"B2": "Sakkal Majalla|Segoe UI", "B1": "David|Arial", "00": "Tahoma"}[want[name]]; !strings.Contains(stands, altName(f)) || altName(f) == "" {
			t.Errorf("%s: %q stands in, want one of %s", name, altName(f), stands)
		}
	}
}

// What stands in for a Latin font is as wide, and of its kind.
func TestStandInsAreAsWide(t *testing.T) {
	for _, test := range []struct {
		width float64
		serif bool
		want  string
	}{{0.41, false, "Calibri"}, {0.446, false, "Arial"}, {0.6, false, "Verdana"}, {0.39, true, "Times New Roman"}, {0.411, true, "Cambria"}, {0.5, true, "Georgia"}} {
		if got := alike(test.width, test.serif); got != test.want {
			t.Errorf("%v, serif %v: %s, want %s", test.width, test.serif, got, test.want)
		}
	}
	if e := (embedded{name: "Code", fixed: true, known: true}); e.altName() != monospaced {
		t.Errorf("%s stands in for a font of one width", e.altName())
	}
	entry := regexp.MustCompile(`<w:font w:name="Vollkorn">.*?</w:font>`).FindString(render(t, Format{}, example(t, "launch", ""))["word/fontTable.xml"])
	if want := `<w:pitch w:val="variable"></w:pitch><w:sig w:usb0="`; !strings.Contains(entry, want) {
		t.Errorf("no %s in %s", want, entry)
	}
}

func altName(font string) string {
	_, s, _ := strings.Cut(font, `<w:altName w:val="`)
	s, _, _ = strings.Cut(s, `"`)
	return s
}

func TestSeparators(t *testing.T) {
	for lang, want := range map[string]string{"en-GB": ".,", "de": ",;", "de-CH": ".,", "fr-FR": ",;", "ja": ".,", "es-MX": ".,", "pt-BR": ",;", "": ".,", "x-": ".,"} {
		if decimal, list := separators(lang); decimal+list != want {
			t.Errorf("%s: %s%s, want %s", lang, decimal, list, want)
		}
	}
}

// What catalogues show as the subject says what kind of text it is, and the
// description what it says.
func TestSubjectIsTheGenre(t *testing.T) {
	d := small(t)
	d.Parts[0].Header = []doc.Text{doc.T("Press release")}
	s := render(t, Format{}, d)["docProps/core.xml"]
	if !strings.Contains(s, "<dc:subject>Press release</dc:subject>") || !strings.Contains(s, "<dc:description>"+d.Meta.Subject+"<") {
		t.Error(s)
	}
}
