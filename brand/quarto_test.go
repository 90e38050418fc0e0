package brand

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
)

// Brands as other programs have them are read as they are. What is reported of
// each x.yml of testdata/quarto is in x.out: fonts that would have to be fetched.
func TestQuartoBrands(t *testing.T) {
	files, err := filepath.Glob("testdata/quarto/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			_, list := Read(os.DirFS("testdata/quarto"), filepath.Base(file))
			var got bytes.Buffer
			if err := diag.WriteText(&got, list, diag.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ".yml")+".out", got.Bytes())
			for _, d := range list {
				if d.Rule != "font-unavailable" {
					t.Errorf("%s", d.Message)
				}
			}
		})
	}
}

// Both schemes of a brand come from one file, which says what belongs to which.
func TestColorSchemes(t *testing.T) {
	data, err := os.ReadFile("testdata/quarto/university.yml")
	if err != nil {
		t.Fatal(err)
	}
	read := func(scheme string) *Brand {
		fsys := folder(t, strings.ReplaceAll(string(data), "logos/", "logo/")+"\n  presskit: {color-scheme: "+scheme+"}\n")
		for _, name := range []string{"seal", "seal-white", "wordmark", "wordmark-white"} {
			fsys["house/logo/"+name+".svg"] = fsys["house/logo/wide.svg"]
		}
		b, list := Config{AllLogos: true}.Read(fsys, "house/_brand.yml")
		if list.HasErrors() {
			t.Fatal(list)
		}
		return b
	}
	for _, test := range []struct {
		scheme string
		want   map[string]string
		logos  [2]string
	}{
		{"light", map[string]string{"paper": "#FFFFFF", "ink": "#151A21", "primary": "#13294B", "tint": "#F4EFE6", "link": "#A8391B", "headings": "#13294B", "accent": "#5B6570"},
			[2]string{"house/logo/wordmark.svg", "house/logo/seal.svg"}},
		{"dark", map[string]string{"paper": "#151A21", "ink": "#FFFFFF", "primary": "#9CC3E6", "tint": "#222B36", "link": "#9CC3E6", "headings": "#FFFFFF"},
			[2]string{"house/logo/wordmark-white.svg", "house/logo/seal-white.svg"}},
	} {
		b := read(test.scheme)
		for name, want := range test.want {
			if got := b.Colors.Named(name).String(); got != want {
				t.Errorf("%s: %s is %s, want %s", test.scheme, name, got, want)
			}
		}
		if b.Logo.Path != test.logos[0] || b.RunningLogo == nil || b.RunningLogo.Path != test.logos[1] {
			t.Errorf("%s: logos %s, %+v", test.scheme, b.Logo.Path, b.RunningLogo)
		}
		if len(b.Logos) != 5 {
			t.Errorf("%s: %d logos", test.scheme, len(b.Logos))
		}
		if b.Heading != (Setting{Weight: 700, Style: "normal", LineHeight: 1.15}) || b.Text.Weight != 400 || b.Text.LineHeight != 1.6 || b.Text.Size.Share != 17.0/16 {
			t.Errorf("%s: %+v, %+v", test.scheme, b.Heading, b.Text)
		}
	}
}
