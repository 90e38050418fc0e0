package compose

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// wholeKit is the archive with every section, as a file system.
func wholeKit(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/kit.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

func read(t testing.TB, fsys fs.FS) *release.Release {
	t.Helper()
	r, list := release.Read(fsys, "release.yaml", release.Options{Vars: map[string]string{"Version": "1.0"}})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return r
}

func dump(t testing.TB, d *doc.Document) string {
	t.Helper()
	var b strings.Builder
	if err := doc.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func only(t testing.TB, yaml string) *doc.Document {
	t.Helper()
	fsys := fstest.MapFS{"release.yaml": {Data: []byte(yaml)}}
	d, list := Compose(input(t, read(t, fsys), fsys))
	if list.HasErrors() {
		t.Fatal(list)
	}
	return d
}

// The whole kit must come out sound in every language, layout and sheet.
func TestEveryLanguageLayoutAndSheet(t *testing.T) {
	fsys := wholeKit(t)
	yaml := string(fsys["release.yaml"].Data)
	for _, language := range locale.Names() {
		fsys["release.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(yaml, "language: en-GB", "language: "+language, 1))}
		for _, name := range layouts.Names() {
			for _, sheet := range layouts.Sheets() {
				in := input(t, read(t, fsys), fsys)
				l, list := layouts.Load(name)
				if l == nil {
					t.Fatal(list)
				}
				in.Layout, in.Sheet = l, sheet
				d, list := Compose(in)
				if l.Fit.Pages > 0 { // it has no room for all sections, and says so
					list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule == "not-shown" })
				}
				if len(list) > 0 {
					t.Errorf("%s %s %s: %v", language, name, sheet, list)
				}
				for _, problem := range problems(d) {
					t.Errorf("%s %s %s: %s", language, name, sheet, problem)
				}
				if d.Page.Name != sheet || d.Lang != in.Release.Tag.String() {
					t.Errorf("%s %s %s: page %s, language %s", language, name, sheet, d.Page.Name, d.Lang)
				}
			}
		}
	}
}

func TestSameInputSameTree(t *testing.T) {
	fsys := wholeKit(t)
	in := input(t, read(t, fsys), fsys)
	first, _ := Compose(in)
	want := dump(t, first)
	for range 5 {
		again, _ := Compose(in)
		if got := dump(t, again); got != want {
			t.Fatalf("got:\n%s\nfirst:\n%s", got, want)
		}
	}
}

func TestStylesFitTheDocument(t *testing.T) {
	const text = "headline: H\nbody: B\n"
	m := 14.5 / 8
	if s := only(t, "language: it\n"+text).Style(doc.RoleHeadline); s.After != 16*m {
		t.Errorf("headline alone: %g below", s.After)
	}
	if s := only(t, "language: it\nsubheadline: S\n"+text).Style(doc.RoleHeadline); s.After != 5*m {
		t.Errorf("headline over a standfirst: %g below", s.After)
	}
	arabic := only(t, "language: ar\n"+text)
	for role, s := range arabic.Styles {
		if s.Italic || s.Tracking != 0 || s.Hyphens || s.Caps {
			t.Errorf("Arabic %s: %+v", role, s)
		}
	}
	if s := only(t, "language: ja\n"+text).Style(doc.RoleQuote); s.Italic {
		t.Error("Japanese quotations slant")
	}
	if l, _ := layouts.Load(""); !l.Styles[doc.RoleQuote].Italic {
		t.Error("the layout was changed")
	}
}

func TestThemeAndMeta(t *testing.T) {
	d := only(t, "language: it\nheadline: H\nbody: B\nlede: "+strings.Repeat("parola ", 80)+"\npublished: 2024-05-13\n")
	b := brand.Default()
	if d.Theme.Color(doc.Primary) != doc.Color(b.Colors.Primary) || d.Theme.Headings != b.Headings || len(d.Theme.Faces) != len(b.Faces) {
		t.Errorf("theme: %+v", d.Theme.Colors)
	}
	m := d.Meta
	if m.Generator != "presskit test" || m.Created.IsZero() || m.Status != "usable" || m.ID != "release" {
		t.Errorf("meta: %+v", m)
	}
	if n := len(m.Subject); n > maxSubject+3 || !strings.HasSuffix(m.Subject, "parola…") {
		t.Errorf("subject of %d bytes: %q", n, m.Subject)
	}
}

func TestTextKnowsItsPlace(t *testing.T) {
	d := only(t, "language: it\nheadline: Titolo\nbody: |\n  Primo paragrafo.\n\n  Secondo, *in corsivo*.\n")
	var got []string
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		var text doc.Text
		switch b := b.(type) {
		case *doc.Heading:
			text = b.Text
		case *doc.Para:
			text = b.Text
		}
		for _, r := range text {
			if r.Origin.IsPlace() {
				got = append(got, r.Origin.Text())
			}
		}
	})
	if want := "Titolo|Primo paragrafo.|Secondo, |in corsivo|."; strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

func TestPixelsAndFailures(t *testing.T) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 240, 160)), nil); err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"photos/a.jpg": {Data: photo.Bytes()},
		"photos/b.jpg": {Data: photo.Bytes()},
		"release.yaml": {Data: []byte(`language: it
headline: H
body: B
media:
  a: {path: photos/a.jpg, alt: A, license: CC BY 4.0, role: gallery}
  b: {path: photos/b.jpg, alt: B, role: gallery}
`)},
	}
	r := read(t, fsys)
	d, list := Compose(input(t, r, fsys))
	if got := dump(t, d); len(list) > 0 || !strings.Contains(got, `detail "240\u00a0×\u00a0160\u00a0px, CC BY\u00a04.0"`) || !strings.Contains(got, "picture a a.jpg 240×160 px") {
		t.Errorf("%v\n%s", list, got)
	}

	delete(fsys, "photos/b.jpg") // after the release was read
	d, list = Compose(input(t, r, fsys))
	if len(list) != 1 || list[0].Rule != "missing-media" || list[0].Kind != diag.Missing || list[0].Span.Text() != "photos/b.jpg" {
		t.Errorf("got %v", list)
	}
	checkTree(t, d)

	_, list = Compose(input(t, r, failing{fsys}))
	if !strings.Contains(list.Error(), "the disk is on fire") {
		t.Errorf("got %v", list)
	}
}

// failing opens files that cannot be read.
type failing struct{ fs.FS }

func (f failing) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	return failingFile{file}, err
}

type failingFile struct{ fs.File }

func (failingFile) Read([]byte) (int, error) { return 0, errors.New("the disk is on fire") }

func TestUnknownSheet(t *testing.T) {
	fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: it\nheadline: H\nbody: B\n")}}
	in := input(t, read(t, fsys), fsys)
	in.Sheet = "A6"
	if d, list := Compose(in); !strings.Contains(list.Error(), "[unknown-sheet]") || d.Page.Name != "A4" {
		t.Errorf("%v, %s", list, d.Page.Name)
	}
}

func TestLogoOfTheBrand(t *testing.T) {
	fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: it\nheadline: H\nbody: B\npublisher: p\norganizations: {p: {name: Park}}\n")}}
	in := input(t, read(t, fsys), fsys)
	in.Brand.Logo = &brand.Logo{Path: "art/logo.svg", Alt: "Three waves", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>`)}
	d, list := Compose(in)
	if len(list) > 0 || d.Logo == nil || d.Logo.Alt != "Three waves" || d.Logo.Name != "logo.svg" || !d.Logo.Vector || d.LogoAlt != "Park" {
		t.Errorf("%v: %+v, %q", list, d.Logo, d.LogoAlt)
	}
	in.Brand.Logo.Data = []byte("no picture")
	if d, list := Compose(in); d.Logo != nil || !strings.Contains(list.Error(), "art/logo.svg: error: the logo of the brand cannot be used") {
		t.Errorf("%v, %+v", list, d.Logo)
	}
}

func FuzzCompose(f *testing.F) {
	f.Add("it", "Titolo: prova", "Un *inizio*.", "# A\n\n#### B\n\nTesto «con» {{stat: s}}.\n\n{{quote: q}}\n\n![x](m)\n", "Testo", "6500", "EUR", "2024-05-13")
	f.Add("ar", "ع", "", "- a\n  - b\n\n> c\n", "b", "-0.5e3", "%", "2024")
	f.Add("en-US", "H", "", "1. x\n\n    code\n\n---\n", "…", "9 of 10", "MW", "2024-05")
	f.Add("fr", "A : B ?", "a\u2028b", "| a | b |\n|--|:-:|\n| c | d |\n", "c. d", "1e40", "CHF", "2024-05-13T10:00:00Z")
	in := input(f, nil, nil)
	f.Fuzz(func(t *testing.T, language, headline, lede, body, quote, value, unit, date string) {
		data, err := json.Marshal(map[string]any{
			"language": language, "headline": headline, "lede": lede, "body": body, "kicker": quote, "subheadline": unit,
			"dateline": map[string]any{"place": headline, "date": date}, "end-mark": unit, "published": date,
			"backgrounder": body, "boilerplate": body, "publisher": "o",
			"organizations": map[string]any{"o": map[string]any{"name": headline, "short-name": unit, "boilerplate": body, "address": lede}},
			"people":        map[string]any{"p": map[string]any{"name": headline, "title": quote, "organization": "o", "bio": body}},
			"contacts":      []any{map[string]any{"person": "p", "role": quote, "hours": unit}, map[string]any{"name": lede, "phone": value}},
			"quotes": []any{
				map[string]any{"id": "q", "text": quote, "speaker": "p"},
				map[string]any{"id": "r", "text": lede, "attribution": unit, "placement": "block"},
			},
			"statistics": []any{
				map[string]any{"id": "s", "value": json.RawMessage(number(value)), "unit": unit, "prefix": headline, "suffix": unit, "label": quote, "notation": "compact", "previous": 12, "as-of": date},
				map[string]any{"id": "t", "value": value, "source": unit, "group": headline, "highlight": true},
			},
			"fact-sheet": []any{map[string]any{"label": headline, "value": lede}},
			"timeline":   []any{map[string]any{"date": date, "text": quote}},
			"faq":        []any{map[string]any{"question": headline, "answer": body}},
		})
		if err != nil {
			t.Fatal(err)
		}
		fsys := fstest.MapFS{"release.json": {Data: data}}
		r, list := release.Read(fsys, "release.json", release.Options{})
		if r == nil {
			return
		}
		in := in
		in.Release, in.FS = r, fsys
		d, more := Compose(in)
		if list.HasErrors() || more.HasErrors() {
			return
		}
		for _, problem := range problems(d) {
			t.Errorf("%s\n%s", problem, data)
		}
	})
}

// number makes a JSON number of a text, if it is one.
func number(s string) string {
	if json.Valid([]byte(s)) && strings.Trim(s, "0123456789.eE+-") == "" {
		return s
	}
	return "6500"
}

func BenchmarkCompose(b *testing.B) {
	archive, err := txtar.ParseFile("testdata/seed.txtar")
	if err != nil {
		b.Fatal(err)
	}
	fsys := os.DirFS("testdata")
	r, _ := release.Read(fstest.MapFS{"release.yaml": {Data: archive.Files[0].Data}}, "release.yaml", release.Options{})
	in := input(b, r, fsys)
	b.ReportAllocs()
	for b.Loop() {
		Compose(in)
	}
}

// A picture in a text of one line is left out, with a warning.
func TestMisplacedPicture(t *testing.T) {
	fsys := fstest.MapFS{
		"a.svg":        {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20H0z"/></svg>`)},
		"release.yaml": {Data: []byte("language: en\nheadline: H\nlede: 'See ![it](a) here'\nbody: B\nmedia: {a: {path: a.svg, alt: A}}\n")},
	}
	d, list := Compose(input(t, read(t, fsys), fsys))
	if len(list) != 1 || list[0].Rule != "misplaced-picture" || list[0].Severity != diag.Warning {
		t.Errorf("got %v", list)
	}
	if tree := dump(t, d); !strings.Contains(tree, `"See here"`) {
		t.Error(tree)
	}
}
