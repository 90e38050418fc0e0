package brand

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// TestFontsBeside holds that families of the network, and those without an entry,
// are found by the names of files beside the brand, and no others.
func TestFontsBeside(t *testing.T) {
	inter, err := os.ReadFile("testdata/fonts/Inter.woff2")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ typography, file, want string }{
		"google":             {"{fonts: [{family: Inter, source: google, weight: 400..700}], base: Inter}", "house/fonts/Inter[wght].woff2", "Inter"},
		"bunny, beside":      {"{fonts: [{family: Inter, source: bunny}], base: {family: Inter}}", "house/inter-v20-latin-regular.woff2", "Inter"},
		"no source":          {"{fonts: [{family: Inter}], base: Inter}", "house/fonts/Inter.woff2", "Inter"},
		"no entry":           {"{base: Inter}", "house/fonts/Inter.woff2", "Inter"},
		"stack":              {`{base: "'Gill Sans', Inter, serif"}`, "house/fonts/Inter.woff2", "Inter"},
		"generic":            {`{base: "'Gill Sans', serif"}`, "house/fonts/Inter.woff2", "Vollkorn"},
		"generic alone":      {"{base: sans-serif}", "house/fonts/Inter.woff2", "Manrope"},
		"another's name":     {"{base: Int}", "house/fonts/Inter.woff2", `"Int"`},
		"another folder":     {"{base: Inter}", "house/other/Inter.woff2", `"Inter"`},
		"another kind":       {"{base: Inter}", "house/fonts/Inter.txt", `"Inter"`},
		"elsewhere above it": {"{base: Inter}", "fonts/Inter.woff2", `"Inter"`},
	} {
		fsys := fstest.MapFS{"house/_brand.yml": {Data: []byte("typography: " + test.typography + "\n")}, test.file: {Data: inter}}
		b, list := Read(fsys, "house/_brand.yml")
		if strings.HasPrefix(test.want, `"`) {
			if len(list) != 1 || list[0].Rule != "unknown-family" || !strings.Contains(list[0].Message, test.want) {
				t.Errorf("%s: %v", name, list)
			}
			continue
		}
		if len(list) > 0 || b.Base != test.want || b.Headings != test.want {
			t.Errorf("%s: base %s, headings %s, %v", name, b.Base, b.Headings, list)
		}
	}
}

// TestFontsBesideOnce holds that a font in two formats is loaded once, and that one
// that cannot be read is named.
func TestFontsBesideOnce(t *testing.T) {
	inter, err := os.ReadFile("testdata/fonts/Inter.woff2")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"_brand.yml":             {Data: []byte("typography: {fonts: [{family: Inter, source: google}], base: Inter}\n")},
		"fonts/Inter.woff":       {Data: inter},
		"fonts/Inter.woff2":      {Data: inter},
		"fonts/Inter-Italic.ttf": {Data: []byte("no font")},
	}
	b, list := Read(fsys, "_brand.yml")
	if len(list) != 1 || list[0].Rule != "bad-font" || !strings.Contains(list[0].Message, "Inter-Italic.ttf") {
		t.Errorf("%v", list)
	}
	n := 0
	for _, f := range b.Faces {
		if f.Family == "Inter" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d faces", n)
	}
}

// TestFontsBesideTwice holds that a family with several entries is loaded once, and
// that files are looked into no more often than bounded.
func TestFontsBesideTwice(t *testing.T) {
	inter, err := os.ReadFile("testdata/fonts/Inter.woff2")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"_brand.yml":        {Data: []byte("typography: {fonts: [{family: Inter, source: google, weight: 400}, {family: Inter, source: google, weight: 700}], base: Inter}\n")},
		"fonts/Inter.woff2": {Data: inter},
	}
	if b, list := Read(fsys, "_brand.yml"); len(list) > 0 || b.Base != "Inter" {
		t.Errorf("%v", list)
	}
	entries := strings.Repeat("{family: Int, source: google}, ", 3*maxBeside)
	fsys["_brand.yml"] = &fstest.MapFile{Data: []byte("typography: {fonts: [" + entries + "]}\n")}
	opened := &counting{FS: fsys}
	Read(opened, "_brand.yml")
	if opened.fonts != maxBeside {
		t.Errorf("%d fonts were looked into", opened.fonts)
	}
}

// counting counts the fonts that are opened.
type counting struct {
	fs.FS
	fonts int
}

func (c *counting) Open(name string) (fs.File, error) {
	if isFontName(path.Ext(name)) {
		c.fonts++
	}
	return c.FS.Open(name)
}

// TestRootedPath holds that a path with / in front goes from the root of the project.
func TestRootedPath(t *testing.T) {
	logo := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>`)
	fsys := fstest.MapFS{"docs/_brand.yml": {Data: []byte("logo: {medium: {path: /assets/logo.svg, alt: House}}\n")}, "assets/logo.svg": {Data: logo}}
	if b, list := Read(fsys, "docs/_brand.yml"); len(list) > 0 || b.Logo == nil {
		t.Errorf("%v", list)
	}
	fsys["docs/_brand.yml"] = &fstest.MapFile{Data: []byte("logo: {medium: {path: /../logo.svg, alt: House}}\n")}
	if _, list := Read(fsys, "docs/_brand.yml"); len(list) != 1 || list[0].Rule != "bad-path" {
		t.Errorf("%v", list)
	}
}
