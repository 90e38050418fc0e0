package kit_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/pdf"
)

// composed opens release.yaml and composes it.
func composed(t *testing.T, fsys fs.FS) (*kit.Project, *doc.Document) {
	t.Helper()
	p, err := kit.Open(fsys, "release.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d, list := p.Document(kit.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return p, d
}

// A brand's variable font gives a face for each weight that the layout asks for,
// and the same bytes each time.
func TestVariableFont(t *testing.T) {
	data, err := os.ReadFile("../brand/testdata/fonts/Inter.woff2")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"release.yaml": {Data: []byte("language: en\nheadline: O\nbody: a.")},
		"_brand.yml":   {Data: []byte("typography: {base: Inter, fonts: [{family: Inter, source: file, files: [Inter.woff2]}]}")},
		"Inter.woff2":  {Data: data},
	}
	_, d := composed(t, fsys)
	weights := map[int]bool{}
	for role, s := range d.Styles {
		face, ok := d.Theme.Face("Inter", s.Weight, false)
		if !ok || face.Weight != s.Weight {
			t.Errorf("%s has weight %d, and is set in %s", role, s.Weight, face.Name)
		}
		weights[s.Weight] = true
	}
	if len(weights) < 3 {
		t.Errorf("the layout has weights %v", weights)
	}
	_, again := composed(t, fsys)
	for i, f := range d.Theme.Faces {
		if !bytes.Equal(f.Data, again.Theme.Faces[i].Data) {
			t.Errorf("%s differs", f.Name)
		}
	}
}

// The faces of a variable font with PostScript outlines are static fonts with
// such, which PDFs embed.
func TestVariablePostScriptFont(t *testing.T) {
	data, err := os.ReadFile("../brand/internal/variable/testdata/drawn.woff2")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"release.yaml": {Data: []byte("language: en\nheadline: HOO\nbody: HOn **HOn** H.")},
		"_brand.yml":   {Data: []byte("typography: {base: Drawn, fonts: [{family: Drawn, source: file, files: [Drawn.woff2]}]}")},
		"Drawn.woff2":  {Data: data},
	}
	p, d := composed(t, fsys)
	const letter = 2
	stems := map[int]int{} // how wide the letter is, by weight
	for _, face := range d.Theme.Faces {
		if face.Family != "Drawn" {
			continue
		}
		f, err := font.Parse(face.Data)
		if err != nil {
			t.Fatalf("%s: %v", face.Name, err)
		}
		if !f.CFF() || f.Weight() != face.Weight || f.UnitsPerEm() != 2000 {
			t.Errorf("%s: CFF %v, weight %d, %d units per em", face.Name, f.CFF(), f.Weight(), f.UnitsPerEm())
		}
		all := make([]uint16, f.NumGlyphs())
		for g := range all {
			all[g] = uint16(g)
			if _, ok := f.GlyphBox(uint16(g)); !ok && g != 1 {
				t.Errorf("%s: glyph %d draws nothing", face.Name, g)
			}
		}
		if _, err := f.Subset(all); err != nil {
			t.Errorf("%s: %v", face.Name, err)
		}
		stems[face.Weight] = f.Advance(letter)
	}
	if len(stems) < 3 || stems[400] != 1400 || stems[700] <= 1400 {
		t.Errorf("advances by weight: %v", stems)
	}
	if err := p.Write(&bytes.Buffer{}, pdf.Format{}, kit.Options{}); err != nil {
		t.Error(err)
	}
}

// Emphasis that the brand's fonts cannot show is said once for each family, where it
// is met first. What is built in says nothing.
func TestEmphasisThatCannotBeSeen(t *testing.T) {
	read := func(name string) []byte {
		data, err := os.ReadFile("../brand/testdata/houses/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	fsys := fstest.MapFS{
		"release.yaml": {Data: []byte("language: en\nheadline: One two three\nlede: Words.\nbody: |\n  Some *stressed* words,\n  and *more*, and **strong** ones, and `code`.\n")},
		"variable.yml": {Data: []byte("typography: {base: Outfit, fonts: [{family: Outfit, source: file, files: [Outfit.woff2]}]}")},
		"regular.yml":  {Data: []byte("typography: {base: Outfit, headings: Manrope, fonts: [{family: Outfit, source: file, weight: 400, files: [Outfit.woff2]}]}")},
		"both.yml":     {Data: []byte("typography: {base: Jost, fonts: [{family: Jost, source: file, files: [Jost.woff2, Jost-Italic.woff2]}]}")},
		"none.yml":     {Data: []byte("typography: {base: Manrope}")},
		"Outfit.woff2": {Data: read("startup/fonts/Outfit.woff2")},
		"Jost.woff2":   {Data: read("museum/fonts/Jost.woff2")}, "Jost-Italic.woff2": {Data: read("museum/fonts/Jost-Italic.woff2")},
	}
	for name, want := range map[string][]string{
		"variable.yml": {"5:9: missing-italic"},
		"regular.yml":  {"5:9: missing-italic", "6:21: missing-weight"},
		"both.yml":     nil, "none.yml": nil,
	} {
		p, err := kit.Config{Brand: name}.Open(fsys, "release.yaml")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		_, list := p.Document(kit.Options{})
		for _, d := range list {
			if d.Span.Source != nil && d.Span.Source.Name == "release.yaml" && strings.HasPrefix(d.Rule, "missing-") {
				at := d.Span.Position()
				got = append(got, fmt.Sprintf("%d:%d: %s", at.Line, at.Column, d.Rule))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v\n%v", name, got, want, list)
		}
	}
}
