package kit_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
)

// FuzzDocument takes any bytes for a definition through reading, validation and
// composition: they are a document or a list of problems, and never a panic.
func FuzzDocument(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(aurora))
	for _, name := range []string{"../examples/made/release.yaml", "../examples/launch/release.yaml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := kit.Open(fstest.MapFS{"release.yaml": {Data: data}}, "release.yaml")
		if err != nil {
			return
		}
		if d, list := p.Document(kit.Options{}); (d == nil) != list.HasErrors() {
			t.Errorf("document %v, problems %v", d != nil, list)
		}
	})
}
