package release

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/source"
)

// TestFormatsAgree reads one release written in YAML, JSON and TOML: the same
// values must come out, wherever they are written.
func TestFormatsAgree(t *testing.T) {
	var want any
	for _, name := range []string{"full.yaml", "full.json", "full.toml"} {
		r, list := Read(os.DirFS("testdata/ok"), name, Options{Vars: vars()})
		if len(list) > 0 {
			t.Fatalf("%s: %s", name, report(t, list))
		}
		got := values(reflect.ValueOf(*r))
		if want == nil {
			want = got
			continue
		}
		if !reflect.DeepEqual(got, want) {
			a, _ := json.MarshalIndent(got, "", " ")
			b, _ := json.MarshalIndent(want, "", " ")
			t.Errorf("%s:\n%s\nwant\n%s", name, a, b)
		}
	}
}

// values reduces a release to what its fields say.
func values(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case source.Text:
		return strings.TrimRight(x.Value, "\n")
	case source.Number:
		return x.Raw
	case source.Date:
		return x.Raw
	case source.Integer:
		return x.Value
	case diag.Span, language.Tag, source.Place:
		return nil
	}
	switch v.Kind() {
	case reflect.Struct:
		m := map[string]any{}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Name" || f.Tag.Get("key") == "name" {
				m[f.Name] = values(v.Field(i))
			}
		}
		return m
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = values(v.Index(i))
		}
		return list
	case reflect.Pointer:
		return values(v.Elem())
	}
	return v.Interface()
}

// TestEveryField makes sure that full.yaml gives each field of the model, so
// that TestFormatsAgree compares them all.
func TestEveryField(t *testing.T) {
	r, list := Read(os.DirFS("testdata/ok"), "full.yaml", Options{Vars: vars()})
	if len(list) > 0 {
		t.Fatal(list)
	}
	given := map[string]bool{}
	visit(reflect.ValueOf(*r), "Release", given)
	for name, ok := range given {
		// Boilerplate is text or a list; AsOf a date or text; one of each is given elsewhere.
		if !ok && name != "Boilerplate.Text" && name != "When.Text" {
			t.Errorf("%s is nowhere given", name)
		}
	}
}

func visit(v reflect.Value, name string, given map[string]bool) {
	switch v.Interface().(type) {
	case source.Text, source.Number, source.Date, source.Integer, language.Tag, diag.Span, source.Place:
		given[name] = given[name] || !v.IsZero()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				visit(v.Field(i), v.Type().Name()+"."+f.Name, given)
			}
		}
	case reflect.Slice:
		given[name] = given[name] || v.Len() > 0
		for i := range v.Len() {
			visit(v.Index(i), name, given)
		}
	case reflect.Pointer:
		given[name] = given[name] || !v.IsNil()
		if !v.IsNil() {
			visit(v.Elem(), name, given)
		}
	default:
		given[name] = given[name] || !v.IsZero()
	}
}

func TestValues(t *testing.T) {
	r, _ := Read(os.DirFS("testdata/ok"), "full.yaml", Options{Vars: vars()})
	x, y := r.Media.Get("desk").FocusPoint()
	_, byPath := r.Picture("photos/ada.png")
	for _, c := range []struct{ got, want any }{
		{r.Headline.Value, "Aurora 2.0 sets whole books in one run"},
		{r.Lede.Value, "Aurora, the typesetting tool, today reached version {{ .Version }}.\n"},
		{r.Tag.String(), "en-GB"},
		{r.EmbargoedUntil.Time.UTC().Format("15:04"), "07:30"},
		{r.Issuer().Name.Value, "Park Press Ltd"},
		{r.OrganizationName("park"), "Park Press Ltd"},
		{r.OrganizationName("Low & Sons"), "Low & Sons"},
		{r.Newsroom(), "https://example.org/news"},
		{r.Quote("reader").Placement, Block},
		{r.Statistic("volunteers").Previous.Raw, "6000.50"},
		{r.Statistic("volunteers").Previous.Decimals(), 2},
		{r.Statistic("pages").Value.Text.Value, "9 of 10"},
		{r.Statistic("pages").Notation, Plain},
		{strings.Join(r.Groups(), "|"), "In 2025|"},
		{r.Boilerplates()[0].Organization.ShortName.Value, "Park"},
		{x, 0.5}, {y, 0.25},
		{byPath.Role, RolePortrait},
		{r.Media.Get("logo").File, "photos/logo.svg"},
		{strings.Join(r.Media.Keys(), " "), "desk ada logo"},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

func TestDefaults(t *testing.T) {
	data := "language: en\nheadline: H\nbody: B\nquotes: [{id: a, text: B, attribution: X}]\n"
	r, list := Read(fstest.MapFS{"x/My Launch 2.yaml": {Data: []byte(data)}}, "x/My Launch 2.yaml", Options{})
	if len(list) > 0 {
		t.Fatal(report(t, list))
	}
	if r.ID.Value != "my-launch-2" || r.Version.Value != "1" || r.Status != Usable || r.Quotes[0].Placement != Pull {
		t.Errorf("defaults: %q %q %q %q", r.ID, r.Version, r.Status, r.Quotes[0].Placement)
	}
}

// TestSymbolicLinks reads a release whose pictures are links: those that stay in
// the folder are followed, those that leave it refused.
func TestSymbolicLinks(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write("secret.png", "x")
	write("kit/pics/a.png", "x")
	link("pics/a.png", "kit/fine.png")
	link("pics", "kit/folder")
	link("../fine.png", "kit/pics/back.png")
	link("../secret.png", "kit/out.png")
	link("..", "kit/up")
	link(filepath.Join(dir, "kit/pics/a.png"), "kit/absolute.png")
	link("loop.png", "kit/loop.png")
	link("gone.png", "kit/dangling.png")
	var b strings.Builder
	b.WriteString("language: en\nheadline: H\nbody: B\nmedia:\n")
	want := map[string]string{
		"fine.png": "", "folder/a.png": "", "pics/back.png": "", "out.png": "path-outside", "up/secret.png": "path-outside",
		"absolute.png": "path-outside", "loop.png": "path-outside", "dangling.png": "missing-file", "folder": "bad-path",
	}
	for p := range want {
		b.WriteString("  " + strings.NewReplacer(".", "-", "/", "-").Replace(p) + ": {path: " + p + ", decorative: true}\n")
	}
	write("kit/release.yaml", b.String())
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, fsys := range []fs.FS{os.DirFS(dir), root.FS()} {
		r, list := Read(fsys, "kit/release.yaml", Options{})
		got := map[string]string{}
		for _, d := range list {
			got[d.Span.Text()] = d.Rule
		}
		for p, rule := range want {
			if got[p] != rule {
				t.Errorf("%s: %q, want %q", p, got[p], rule)
			}
		}
		for _, m := range r.Media {
			if m.Value.File != "" && m.Value.File != "kit/pics/a.png" {
				t.Errorf("%s resolves to %s", m.Value.Path, m.Value.File)
			}
		}
	}
}

func TestLargeFile(t *testing.T) {
	data := append([]byte("body: "), make([]byte, 9<<20)...)
	r, list := Read(fstest.MapFS{"r.yaml": {Data: data}}, "r.yaml", Options{})
	if r != nil || len(list) != 1 || list[0].Rule != "too-large" {
		t.Errorf("list is %v", list)
	}
}

func TestMissingDefinition(t *testing.T) {
	_, list := Read(fstest.MapFS{}, "r.yaml", Options{})
	if kind, ok := list.Worst(); !ok || kind != diag.Missing {
		t.Errorf("list is %v", list)
	}
	var target diag.List
	if !errors.As(list.Err(), &target) {
		t.Error("Err is no diag.List")
	}
}

func TestVariablesNeverActAsMarkdown(t *testing.T) {
	data := "language: en\nheadline: '{{ .Tag }}'\nlede: a {{ .Tag }} b\nbody: B\n"
	tag := "<b>x</b> [y](javascript:z) {{quote: a}} **c**"
	r, list := Read(fstest.MapFS{"r.yaml": {Data: []byte(data)}}, "r.yaml", Options{Vars: map[string]string{"Tag": tag}})
	if len(list) > 0 || r.Headline.Value != tag {
		t.Errorf("%q: %v", r.Headline, list)
	}
}

// TestTooManyDelimiters reads what would take minutes to parse.
func TestTooManyDelimiters(t *testing.T) {
	paragraph := "x " + strings.Repeat("*a_ ", markup.MaxDelimiters/2-10) + "\n\n  "
	for body, want := range map[string]string{
		"x " + strings.Repeat("*a_ ", 60_000):                                "4:",
		strings.Repeat(paragraph, 60) + "\nlede: '*x*'\nbackgrounder: '*y*'": "",
		strings.Repeat("*", 200) + "a" + strings.Repeat("*", 200):            "4:",
	} {
		_, list := Read(fstest.MapFS{"r.yaml": {Data: []byte("language: en\nheadline: H\nbody: |\n  " + body + "\n")}}, "r.yaml", Options{})
		if len(list) != 1 || list[0].Rule != "too-large" && list[0].Rule != "too-deep" || want != "" && !strings.Contains(list[0].String(), want) {
			t.Errorf("%.20s: %v", body, list)
		}
	}
}

func TestSeparators(t *testing.T) {
	for _, c := range []struct{ tag, in, want string }{
		{"en", "6,500", "6500"}, {"en", "6.5", "6.5"}, {"en", "1,2", ""}, {"en", "5.0", "5"}, {"en", "1.2.3", ""}, {"en", "2,024,1", ""},
		{"it", "6.500", "6500"}, {"it", "6,5", "6.5"}, {"it", "5.0", ""}, {"it", "1.234.567,89", "1234567.89"},
		{"fr", "6\u202f500,5", "6500.5"}, {"fr", "6 500", "6500"}, {"de-CH", "6’500.5", "6500.5"}, {"es-MX", "6,500", "6500"}, {"es", "6.500", "6500"},
		{"ja", "6,500", "6500"},
	} {
		got, ok := separatorsOf(language.MustParse(c.tag)).parse(c.in)
		if c.want == "" {
			if ok {
				t.Errorf("%s %q was taken as %s", c.tag, c.in, got.RatString())
			}
			continue
		}
		want, _ := new(big.Rat).SetString(c.want)
		if !ok || got.Cmp(want) != 0 {
			t.Errorf("%s %q: got %v, want %s", c.tag, c.in, got, c.want)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, prose, statistic string
		warn                   bool
	}{
		{"agrees", "We met 46 courses today.", "value: 46, label: courses", false},
		{"differs", "We met 46 courses today.", "value: 47, label: courses", true},
		{"two figures, one right", "In 2023 we ran 46 courses, then 40 courses.", "value: 40, label: courses", false},
		{"rounded", "It grew 6.5 points.", "value: 6.48, label: points", false},
		{"scale", "It made 3 million books.", "value: 5, label: books", false},
		{"percent", "Some 76 percent of the projects went to towns.", "value: 67, unit: '%', label: projects to towns", true},
		{"percent is no count", "Some 76% of projects.", "value: 67, label: projects", false},
		{"other words", "There were 17 funded projects in Rome.", "value: 67, label: industrial projects", false},
		{"version", "Aurora 2.1.0 books are here.", "value: 3, label: books", false},
		{"name", "A4 books are here.", "value: 3, label: books", false},
		{"unit", "It has 12 MW installed.", "value: 13, unit: MW, label: installed", true},
		{"no label", "It has 12.", "value: 13", false},
		{"text", "It has 12 books.", "value: 9 of 10, label: books", false},
	} {
		data := "language: en\nheadline: H\nbody: " + c.prose + "\nstatistics:\n  - {id: a, " + c.statistic + "}\n"
		_, list := Read(fstest.MapFS{"r.yaml": {Data: []byte(data)}}, "r.yaml", Options{})
		if list.HasErrors() || (len(list) > 0) != c.warn {
			t.Errorf("%s: %s", c.name, report(t, list))
		}
	}
}

func TestOccurs(t *testing.T) {
	text := words("“We built it—for ‘editors’”, said Ada. “Nobody else”,\u00a0she added. 彼は「素晴らしい」と言った。")
	for quote, want := range map[string]bool{
		"We built it—for editors": true, "we built it": true, "Nobody else.": true, "nobody": true, "e built": false, "We built […] Nobody else": true,
		"Nobody […] We built": false, "We built [...] else!": true, "else, she added": true, "[…] she added": true, "素晴らしい": true, "Nobody  \n else": true, "We made it": false,
	} {
		if got := (&search{budget: maxSearch}).occurs(quote, text); got != want {
			t.Errorf("%q: %v, want %v", quote, got, want)
		}
	}
}

// TestSearchIsBounded looks for many quotes in one long word, and for one that
// nearly stands at each word of the text.
func TestSearchIsBounded(t *testing.T) {
	s := search{budget: maxSearch}
	word := strings.Repeat("a", 200_000)
	for range 50 {
		if s.occurs(strings.Repeat("a", 100), word) {
			t.Fatal("a part of a word was found")
		}
	}
	if s.budget < 0 {
		t.Error("50 quotes used the budget up")
	}
	for range 100 {
		s.occurs(strings.Repeat("a ", 20_000)+"b", strings.Repeat("a ", 20_001)+strings.Repeat("a ", 100_000)+"bb")
	}
	for range 1000 {
		s.occurs(strings.Repeat("a", 100), word)
	}
	if s.budget >= 0 {
		t.Error("the budget was never used up")
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"full.yaml", "full.json", "full.toml", "seed.yaml"} {
		data, err := os.ReadFile("testdata/ok/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Ext(name), data)
	}
	f.Add(".md", []byte("---\nlanguage: it\nheadline: x\nquotes: [{id: a, text: b […] c, speaker: d}]\n---\nb 6.500 c {{stat: a}}\n"))
	f.Fuzz(func(t *testing.T, ext string, data []byte) {
		name := "r" + ext
		if !fs.ValidPath(name) {
			return
		}
		r, list := Read(fstest.MapFS{name: {Data: data}, "photos/desk.jpg": {Data: []byte("x")}}, name, Options{Vars: vars()})
		if r == nil && !list.HasErrors() {
			t.Fatal("no release and no error")
		}
		report(t, list)
		if r != nil && !list.HasErrors() && (r.Headline.Value == "" || r.Tag == language.Und) {
			t.Fatal("a release without a headline or language has no error")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	fsys := os.DirFS("testdata/ok")
	for _, name := range []string{"full.yaml", "full.json", "full.toml"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if r, _ := Read(fsys, name, Options{Vars: vars()}); r == nil {
					b.Fatal("not read")
				}
			}
		})
	}
}

// After hundreds of problems the rest is left out, and a note says so.
func TestTooManyProblems(t *testing.T) {
	var yaml strings.Builder
	yaml.WriteString("language: en\nheadline: Problems\nbody: More than are listed.\n")
	for i := range 2_000 {
		fmt.Fprintf(&yaml, "x%d: 1\n", i)
	}
	_, list := Read(fstest.MapFS{"r.yaml": {Data: []byte(yaml.String())}}, "r.yaml", Options{})
	if !strings.Contains(list.Error(), "there are more problems than are listed [too-many-problems]") || len(list) > 1_000 {
		t.Errorf("%d problems", len(list))
	}
}
