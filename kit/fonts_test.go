package kit_test

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
)

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
	p, err := kit.Open(fsys, "release.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d, list := p.Document(kit.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
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
	q, err := kit.Open(fsys, "release.yaml")
	if err != nil {
		t.Fatal(err)
	}
	again, _ := q.Document(kit.Options{})
	for i, f := range d.Theme.Faces {
		if !bytes.Equal(f.Data, again.Theme.Faces[i].Data) {
			t.Errorf("%s differs", f.Name)
		}
	}
}
