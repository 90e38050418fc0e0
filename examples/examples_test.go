// Package examples_test holds the examples to the format.
package examples_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/release"
)

// examples returns the folders that hold a definition.
func examples(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(os.DirFS("."), "*/release.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for i, name := range files {
		files[i] = path.Dir(name)
	}
	return files
}

func open(t *testing.T, folder string) *release.Release {
	t.Helper()
	// Version is what the command gives without a tag.
	r, list := release.Read(os.DirFS("."), folder+"/release.yaml", release.Options{Vars: map[string]string{"Version": "1.0.0"}})
	if r == nil || len(list) > 0 {
		t.Fatalf("diagnostics:\n%v", list)
	}
	return r
}

// TestExamples reads each example, which must raise no diagnostic of any kind.
func TestExamples(t *testing.T) {
	for _, folder := range examples(t) {
		t.Run(folder, func(t *testing.T) {
			r := open(t, folder)
			b, list := brand.Read(os.DirFS("."), folder+"/_brand.yml")
			if b == nil {
				t.Fatalf("no brand:\n%v", list)
			}
			if len(list) > 0 {
				t.Errorf("diagnostics of the brand:\n%v", list)
			}
			if b.Logo == nil {
				t.Error("the brand has no logo")
			}
			if issuer := r.Issuer(); issuer == nil || issuer.Name.Value != b.Name {
				t.Errorf("the publisher is not the brand's %q", b.Name)
			}
		})
	}
}

// TestMediaAreUsed checks that every picture of an example is in its definition
// or its brand, which may have logos for other grounds and sizes than this test's.
func TestMediaAreUsed(t *testing.T) {
	for _, folder := range examples(t) {
		data, err := os.ReadFile(folder + "/_brand.yml")
		if err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, word := range strings.Fields(string(data)) {
			named[word] = true
		}
		for _, m := range open(t, folder).Media {
			named[m.Value.Path.Value] = true
		}
		entries, err := fs.ReadDir(os.DirFS(folder), "media")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if name := path.Join("media", e.Name()); path.Ext(name) != "" && !named[name] { // LICENSE has none
				t.Errorf("%s: %s is not used", folder, name)
			}
		}
	}
}

// TestSeed checks that the Italian example has the author's words, all of them
// and in their order.
func TestSeed(t *testing.T) {
	seed, err := os.ReadFile("made/testdata/seed.txt")
	if err != nil {
		t.Fatal(err)
	}
	origin, prose, _ := strings.Cut(string(seed), "\n") // the first line says where the text is from
	r := open(t, "made")
	if !strings.Contains(r.Note.Value, origin) {
		t.Errorf("the note does not name %q", origin)
	}
	got := words(strings.Join([]string{r.Headline.Value, r.Lede.Value, r.Body.Value}, "\n"))
	want := words(prose)
	for i, w := range want {
		if i >= len(got) || got[i] != w {
			t.Fatalf("word %d is not %q; near %q", i, w, strings.Join(got[max(0, i-5):min(i+5, len(got))], " "))
		}
	}
	if len(got) != len(want) {
		t.Errorf("after the author's words there are %q", got[len(want):])
	}
}

// words returns the words and figures of a text in small letters: what is left
// without punctuation, in which the seed is not even. A point or comma within a
// figure is part of it.
func words(text string) []string {
	runes := []rune(strings.ToLower(text))
	var b strings.Builder
	for i, r := range runes {
		inFigure := (r == '.' || r == ',') && i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' || inFigure {
			b.WriteRune(r)
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// TestSeedFigures checks that each figure of the last paragraph is a statistic.
func TestSeedFigures(t *testing.T) {
	r := open(t, "made")
	var got []string
	for _, s := range r.Statistics {
		got = append(got, s.Group.Value+": "+strings.TrimSpace(s.Prefix.Value+" "+s.Value.Number.Raw+s.Unit.Value)+" "+s.Label.Value)
	}
	want := []string{
		"Nell’ultimo anno: oltre 220 eventi",
		"Nell’ultimo anno: 46 corsi di formazione",
		"Nell’ultimo anno: 6500 partecipanti",
		"Nell’ultimo anno: 127 aziende",
		"Nel 2023: 67 progetti industriali consolidati",
		"Nel 2023: 17 progetti finanziati a livello europeo",
		"Primo trimestre 2024: 50 progetti industriali erogati",
		"Primo trimestre 2024: 76% rivolti alle PMI",
		"Primo trimestre 2024: 40 corsi di formazione",
		"Primo trimestre 2024: 13 eventi",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
