package docx

import (
	"os"
	"path"
	"testing"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
)

// examples keeps what the examples share, their brands above all.
var examples kit.Cache

// example is the kit of an example in a layout, on A4.
func example(t *testing.T, name, layout string) *doc.Document {
	t.Helper()
	p, err := kit.Config{Cache: &examples}.Open(os.DirFS(path.Join("../../examples", name)), "release.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d, list := p.Document(kit.Options{Layout: layout, PageSize: "A4"})
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	return d
}
